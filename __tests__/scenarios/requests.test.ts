// Every request of a step, with the ms at which it goes out: a change of a wait, a retry or the polling shows here as a difference to read. The lists
// are in __snapshots__; `npm test -- requests -u` writes them anew.
import { expect, test } from '@jest/globals'
import { DEMO_TEST } from '../../simulator/callmeter/account.ts'
import type { Fault } from '../../simulator/callmeter/faults.ts'
import { type GateOptions, gate, timetable } from './gate.ts'
import { POLL, inWorld } from './live-step.ts'

const CASES: [what: string, options: GateOptions][] = [
  ['a run of 200 s: sparse to 95 % of its planned length, then ever denser', { changes: { durationSeconds: 200 } }],
  ['a run that nothing is known of', { scenario: 'bare', inputs: { test: DEMO_TEST.id } }],
  ['a run that waits for capacity', { changes: { queueSeconds: 90 } }],
  [
    'a trigger that is refused twice, with Retry-After',
    {
      inputs: { wait: 'false' },
      faults: [{ operation: 'triggerRun', kind: 'status', status: 429, retryAfter: 20, count: 2 }],
    },
  ],
  [
    'a trigger whose answer is lost',
    { inputs: { wait: 'false' }, faults: [{ operation: 'triggerRun', kind: 'reset-after' }] },
  ],
  [
    'a trigger whose answer is lost, and no run to find',
    { faults: [{ operation: 'triggerRun', kind: 'reset-before' }] },
  ],
  ['three polls that fail', { faults: [{ operation: 'getRun', kind: 'status', status: 503, after: 1, count: 3 }] }],
  ['a poll without an answer', { faults: [{ operation: 'getRun', kind: 'hang', after: 1 }] }],
  ['a refused key', { faults: [{ operation: 'listProjects', kind: 'status', status: 401, count: Infinity }] }],
  ['a run that is gone', { faults: [{ operation: 'getRun', kind: 'status', status: 404, after: 1, count: Infinity }] }],
  ['rows that are not there yet', { faults: [empty('listEndpoints', 2)] }],
  ['two pages of rows, the second one cut', { changes: { endpoints: 104 }, faults: [{ operation: 'listEndpoints', kind: 'cut', after: 1 }] }], // prettier-ignore
  [
    'a run that never ends, and a stop that fails once',
    {
      changes: { stuckIn: 'RUNNING' },
      inputs: { timeout: '2m' },
      faults: [{ operation: 'stopRun', kind: 'status', status: 500 }],
    },
  ],
  [
    'a test that cannot run for now, three times',
    { changes: { endStatus: 'CANNOT_RUN_FOR_NOW', endStatusRuns: 2 }, inputs: { 'not-run-retries': '2' } },
  ],
  [
    'five earlier runs to compare with, each read once, and a breach that is confirmed',
    {
      scenario: 'degraded',
      changes: { history: 6 },
      inputs: { baseline: 'last 5', confirm: '1', thresholds: 'avg(mos) >= baseline - 0.1' },
    },
  ],
]

test.each(CASES)('%s', async (_, options) => {
  const { simulator, outputs } = await gate(options)
  expect(`${timetable(simulator)}\nverdict: ${outputs.verdict}`).toMatchSnapshot()
})

test('a step that is cancelled, and a stop without an answer: the post step asks again', async () => {
  await inWorld(
    { changes: { durationSeconds: 600 }, faults: [{ operation: 'stopRun', kind: 'hang' }] },
    async (world) => {
      const step = await world.start()
      await world.arrived('GET', POLL, 3)
      const { tookMs } = await step.cancel()
      await step.post()
      expect(`${timetable(world.simulator)}\nended ${tookMs} ms after SIGINT`).toMatchSnapshot()
    },
  )
})

function empty(operation: 'listEndpoints', count: number): Fault {
  const body = { data: [], meta: { pagination: { page: 1, perPage: 100, total: 0, totalPages: 0 } } }
  return { operation, kind: 'status', status: 200, body, count }
}
