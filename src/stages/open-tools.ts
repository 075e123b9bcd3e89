import { openCallMeter } from '../apis/callmeter/client.ts'
import { openCallScaler } from '../apis/callscaler/client.ts'
import { type FarEnd, farEndOf } from '../apis/callscaler/far-end.ts'
import type { Log } from '../base/log.ts'
import { plain } from '../base/text.ts'
import { jobRunsIn } from '../cleanup/job-runs.ts'
import { openRunsIn } from '../cleanup/open-runs.ts'
import type { Inputs } from '../inputs/inputs.ts'
import type { World } from '../world.ts'
import type { StageTools } from './tools.ts'

/** The APIs that the inputs name, and what the post step is left. */
export function openTools(
  inputs: Inputs,
  baseRun: StageTools['apis']['baseRun'],
  world: World,
  log: Log,
): Omit<StageTools, 'events'> {
  const tools = { ...world, log }
  const [key, otherKey] = [inputs['api-key'], inputs['callscaler-api-key']]
  const callMeter = openCallMeter({ apiUrl: inputs['api-url'], apiKey: key, secrets: [otherKey] }, tools)
  const number = inputs['callscaler-number']
  const farEnd = (): FarEnd => {
    const api = openCallScaler({ apiUrl: inputs['callscaler-api-url'], apiKey: otherKey, secrets: [key] }, tools)
    return farEndOf(number, { api, clock: world.clock, log })
  }
  const openRuns = openRunsIn(
    (name, value) => world.toolkit.saveState(name, value),
    (error) => log.warning(`The state for the post step could not be saved: ${plain(String(error))}`),
  )
  return {
    world,
    log,
    apis: { callMeter, baseRun, ...(number ? { farEnd: farEnd() } : {}) },
    cleanup: { openRuns, jobRuns: jobRunsIn(world.env.RUNNER_TEMP) },
  }
}
