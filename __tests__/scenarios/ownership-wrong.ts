// Cases of run-ownership.ts in which the API's answers are wrong.
import type { Fault } from '../../simulator/callmeter/faults.ts'
import { START } from '../../simulator/time/virtual-time.ts'
import {
  HOUR_MS,
  OTHER_TEST,
  type Target,
  YESTERDAY,
  changed,
  otherRows,
  toldTimes,
  wrongDate,
} from './ownership-answers.ts'
import { LONG, LOST, MINUTE, NO_LIST_BEFORE, type OwnershipCase, WITHOUT_EFFECT, trigger } from './ownership-case.ts'

const CLOCKS: readonly (readonly [string, (now: number) => number])[] = [
  ['always the same', () => START],
  ['always that of 2 min before the step', () => START - 120_000],
  ['1970', () => 0],
  ['6 h ahead', (now) => now + 6 * HOUR_MS],
  ['6 h behind', (now) => now - 6 * HOUR_MS],
]

const TIMES: readonly (readonly [string, (createdAt: number) => string])[] = [
  ['2 h ahead', (at) => new Date(at + 2 * HOUR_MS).toISOString()],
  ['2 h behind', (at) => new Date(at - 2 * HOUR_MS).toISOString()],
  ['without a zone', (at) => new Date(at).toISOString().replace('Z', '')],
]

export const WRONG_TIMES: readonly OwnershipCase[] = [
  ...CLOCKS.flatMap(([what, date]): OwnershipCase[] => [
    {
      what: `with effect; \`Date\` is ${what}, an old COMPLETED run is listed`,
      changes: { history: 1 },
      faults: (simulator) => [LOST, wrongDate(date, simulator)],
    },
    {
      what: `without effect; \`Date\` is ${what}, an old COMPLETED run is listed, no list before`,
      changes: { history: 1 },
      faults: (simulator) => [WITHOUT_EFFECT, NO_LIST_BEFORE, wrongDate(date, simulator)],
    },
  ]),
  ...TIMES.flatMap(([what, tell]): OwnershipCase[] => [
    {
      what: `with effect; \`createdAt\` is ${what}, an old COMPLETED run is listed`,
      changes: { history: 1 },
      faults: () => [LOST, toldTimes(tell)],
    },
    {
      what: `without effect; \`createdAt\` is ${what}, an old COMPLETED run is listed, no list before`,
      changes: { history: 1 },
      faults: () => [WITHOUT_EFFECT, NO_LIST_BEFORE, toldTimes(tell)],
    },
  ]),
  {
    what: 'with effect; `createdAt` is without a zone, on a runner 4 h behind UTC',
    env: { TZ: 'America/Halifax' },
    faults: () => [LOST, toldTimes((at) => new Date(at).toISOString().replace('Z', ''))],
  },
  {
    what: 'without effect; `createdAt` is 24 h ahead, a COMPLETED run of yesterday is listed, no list before',
    changes: { history: 1 },
    faults: () => [WITHOUT_EFFECT, NO_LIST_BEFORE, toldTimes((at) => new Date(at + 24 * HOUR_MS).toISOString())],
  },
  {
    what: 'with effect; the run is listed twice',
    faults: () => [LOST, otherRows((rows) => [...rows, ...rows])],
  },
  {
    what: 'without effect; the list ignores `testId` and has newer runs of another test',
    changes: { history: 1 },
    faults: ({ now }) => [WITHOUT_EFFECT, otherRows((rows) => [...ofAnotherTest(30, now()), ...rows])],
  },
  {
    what: 'with effect; the list ignores `testId` and has newer runs of another test',
    changes: { history: 1 },
    faults: ({ now }) => [LOST, otherRows((rows) => [...ofAnotherTest(30, now()), ...rows])],
    passes: true,
  },
]

function ofAnotherTest(count: number, now: number): Record<string, unknown>[] {
  return Array.from({ length: count }, (_, i) => ({
    id: `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`,
    testId: OTHER_TEST.id,
    status: 'COMPLETED',
    createdAt: new Date(now).toISOString(),
  }))
}

/** The answer to the trigger names another run. */
const names = (id: () => string, target: Target = {}): Fault =>
  changed((data) => ({ ...data, testRunId: id() }), { operation: 'triggerRun', ...target })

export const WRONG_ANSWERS: readonly OwnershipCase[] = [
  {
    what: 'the answer to the trigger names yesterday’s run',
    changes: { history: 2 },
    faults: () => [names(() => YESTERDAY)],
    passes: true,
  },
  {
    what: 'the run’s detail always has another id',
    changes: LONG,
    faults: () => [changed((run) => ({ ...run, id: YESTERDAY }), { operation: 'getRun', count: Infinity })],
  },
  {
    what: 'the run’s detail always has another `testId`',
    changes: LONG,
    faults: () => [changed((run) => ({ ...run, testId: OTHER_TEST.id }), { operation: 'getRun', count: Infinity })],
  },
  {
    what: 'one poll answers with another run’s COMPLETED',
    changes: MINUTE,
    faults: () => [
      changed((run) => ({ ...run, id: YESTERDAY, status: 'COMPLETED' }), { operation: 'getRun', after: 1 }),
    ],
    passes: true,
  },
  {
    what: 'one poll answers with another test’s COMPLETED run',
    changes: MINUTE,
    faults: () => [
      changed((run) => ({ ...run, id: YESTERDAY, testId: OTHER_TEST.id, status: 'COMPLETED' }), {
        operation: 'getRun',
        after: 1,
      }),
    ],
    passes: true,
  },
  {
    what: 'one poll answers with COMPLETED, another `testId` and no id',
    changes: MINUTE,
    faults: () => [
      changed((run) => ({ ...run, id: undefined, testId: OTHER_TEST.id, status: 'COMPLETED' }), {
        operation: 'getRun',
        after: 1,
      }),
    ],
    passes: true,
  },
  {
    what: 'one poll answers with another run’s FAILED',
    changes: MINUTE,
    faults: () => [changed((run) => ({ ...run, id: YESTERDAY, status: 'FAILED' }), { operation: 'getRun', after: 1 })],
    passes: true,
  },
  {
    what: 'the answer to the trigger names a run of another test',
    changes: LONG,
    faults: (simulator) => {
      const { id } = simulator.startElsewhere(OTHER_TEST.id)
      return [names(() => id)]
    },
  },
  {
    what: 'the rows of endpoints have another `testRunId`, once',
    faults: () => [changed((row) => ({ ...row, testRunId: YESTERDAY }), { operation: 'listEndpoints' })],
    passes: true,
  },
  {
    what: 'the rows of endpoints always have another `testRunId`',
    faults: () => [
      changed((row) => ({ ...row, testRunId: YESTERDAY }), { operation: 'listEndpoints', count: Infinity }),
    ],
  },
  {
    what: 'two tests of one step are answered with one run’s id',
    inputs: { test: `Nightly SIP load\n${OTHER_TEST.name}` },
    faults: ({ runs }) => [names(() => runs[0]?.id ?? '', { after: 1 })],
    passes: true,
  },
  {
    what: 'two steps of one job are answered with one run’s id',
    changes: MINUTE,
    faults: ({ runs }) => [names(() => runs[0]?.id ?? '', { after: 1 })],
    secondStep: 'at poll',
    passes: true,
  },
  { what: '408 to the trigger, without effect', faults: () => [trigger({ kind: 'status', status: 408 })] },
  {
    what: '408 to the trigger, with effect',
    faults: () => [trigger({ kind: 'status', status: 408, applied: true })],
  },
]
