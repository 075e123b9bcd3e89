// Each status from 400 to 599, once on every read of a step: none of them changes the verdict.
import type { Fault } from '../../simulator/callmeter/faults.ts'
import { type Pool, runCells } from './cell-pool.ts'
import { TRIGGER, inWorld, requestsTo } from './live-step.ts'

export const STATUSES: readonly number[] = Array.from({ length: 200 }, (_, i) => 400 + i)

/** Two pages. */
const ENDPOINTS = 104

/** The status on each read: the lists, the run's first detail and one while it is waited for, both pages of results. */
const onEveryRead = (status: number): Fault[] =>
  (
    [
      ['listProjects', 0],
      ['listTests', 0],
      ['listRuns', 0],
      ['getRun', 0],
      ['getRun', 1],
      ['listEndpoints', 0],
      ['listEndpoints', 1],
    ] as const
  ).map(([operation, after]) => ({ operation, after, kind: 'status', status }))

/** What a step comes to under each of some statuses; `broken` tells in words what no status may do. */
export function runStatuses(statuses = STATUSES): Pool<{ readonly broken: readonly string[] }> {
  return runCells(new Map(statuses.map((status) => [String(status), (action) => runStatus(status, action)])))
}

async function runStatus(status: number, action: string): Promise<{ broken: string[] }> {
  const changes = { durationSeconds: 4, queueSeconds: 1, endpoints: ENDPOINTS }
  return inWorld({ changes, faults: onEveryRead(status) }, async (world) => {
    const step = await world.start({}, { action })
    const { outputs, exitCode } = await step.ended
    const { runs = [] } = JSON.parse(outputs.results ?? '{}') as { runs?: { run: string; endpoints?: number }[] }
    const own = world.simulator.runs[0]?.id
    const broken: string[] = []
    if (outputs.verdict !== 'passed' || exitCode !== 0) broken.push(`the verdict is ${outputs.verdict ?? 'none'}`)
    if (runs[0]?.run !== own || runs[0]?.endpoints !== ENDPOINTS) broken.push('not the whole of its own run is judged')
    if (requestsTo(world.simulator, 'POST', TRIGGER).length !== 1) broken.push('not one request starts the test')
    // After a 429 the run is asked for so seldom that it may have ended by the second time.
    const befallen = requestsTo(world.simulator, 'GET', /./).filter((one) => one.status === status).length
    if (befallen < (status === 429 ? 6 : 7)) broken.push('the status did not befall every read')
    return { broken }
  })
}
