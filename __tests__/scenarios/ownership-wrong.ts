// Cases of run-ownership.ts in which the API's answers are wrong.
import type { Fault } from '../../simulator/callmeter/faults.ts'
import { BREAKS } from '../loopback-tls.ts'
import { START } from '../../simulator/time/virtual-time.ts'
import {
  HOUR_MS,
  OF_DETAILS,
  OTHER_TEST,
  type Row,
  type Target,
  YESTERDAY,
  changed,
  otherRows,
  tellsKeys,
  toldTimes,
  wrongDate,
} from './ownership-answers.ts'
import { POLL, TRIGGER } from './live-step.ts'
import {
  LONG,
  LOST,
  MINUTE,
  NO_LIST_BEFORE,
  type OwnershipCase,
  UNANSWERED,
  WITHOUT_EFFECT,
  trigger,
} from './ownership-case.ts'

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

const triggerOf = (testId: string): RegExp => new RegExp(`${testId}/run$`)

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
  ...(['before', 'after'] as const).map((when): OwnershipCase => ({
    what: `two tests of one step are answered with the first one’s run, the second ${when} the first`,
    inputs: { test: `Nightly SIP load\n${OTHER_TEST.name}`, 'max-parallel': when === 'before' ? '2' : '1' },
    faults: ({ runs }) => [
      names(() => runs.find(({ testId }) => testId !== OTHER_TEST.id)?.id ?? '', { path: triggerOf(OTHER_TEST.id) }),
      ...(when === 'before' ? [trigger({ kind: 'slow', seconds: 2 })] : []),
    ],
    passes: true,
  })),
  {
    what: 'two steps of one job are answered with one run’s id',
    changes: MINUTE,
    faults: ({ runs }) => [names(() => runs[0]?.id ?? '', { after: 1 })],
    secondStep: 'at poll',
    passes: true,
  },
  ...[408, 409, 425, 499].flatMap((status): OwnershipCase[] => [
    { what: `${status} to the trigger, without effect`, faults: () => [trigger({ kind: 'status', status })] },
    {
      what: `${status} to the trigger, with effect`,
      faults: () => [trigger({ kind: 'status', status, applied: true })],
    },
  ]),
  ...(['id', 'testRunId'] as const).map((field): OwnershipCase => ({
    what: `the answer to the trigger names two runs, of which yesterday’s as \`${field}\``,
    changes: { history: 1 },
    faults: () => [
      changed(({ testRunId, id, ...data }) => ({ ...data, testRunId: testRunId ?? id, id, [field]: YESTERDAY }), {
        operation: 'triggerRun',
      }),
    ],
    passes: true,
  })),
  {
    what: 'one poll answers with its own id and another run’s COMPLETED',
    changes: MINUTE,
    faults: () => [
      changed((run) => ({ ...run, testRunId: YESTERDAY, status: 'COMPLETED' }), { operation: 'getRun', after: 1 }),
    ],
    passes: true,
  },
  {
    what: 'the answer names yesterday’s run; no list, and details without times',
    changes: { history: 1 },
    faults: () => [
      names(() => YESTERDAY),
      { operation: 'listRuns', kind: 'status', status: 404, count: Infinity },
      changed((run) => ({ ...run, createdAt: undefined, completedAt: undefined }), OF_DETAILS),
    ],
  },
  {
    what: 'the answer names yesterday’s run; no list, and the first detail cannot be read',
    changes: { history: 1 },
    faults: () => [
      names(() => YESTERDAY),
      { operation: 'listRuns', kind: 'status', status: 404, count: Infinity },
      { operation: 'getRun', kind: 'status', status: 503 },
    ],
  },
  ...(['key', 'time'] as const).map((told): OwnershipCase => ({
    what: `the answer names another job’s run, which no list shows; its first detail cannot be read, the next would tell its ${told}, and the workflow is cancelled`,
    changes: LONG,
    faults: (simulator) => {
      const { id } = simulator.startElsewhere()
      return [
        names(() => id),
        otherRows((rows) => rows.filter((row) => row.id !== id)),
        { operation: 'getRun', kind: 'hang' },
        told === 'key' ? tellsKeys(simulator) : toldTimes((at) => new Date(at - HOUR_MS).toISOString()),
      ]
    },
    meanwhile: async ({ arrived }) => {
      await arrived('GET', POLL)
      return 'cancel'
    },
  })),
  ...(['CANNOT_RUN_FOR_NOW', 'FAILED'] as const).map((status): OwnershipCase => ({
    what: `one poll says ${status}, and the next that the run goes on`,
    changes: MINUTE,
    inputs: { 'not-run-retries': '2' },
    faults: () => [changed((run) => ({ ...run, status }), { operation: 'getRun', after: 2 })],
    passes: true,
  })),
  {
    what: 'the run is said for 20 s to be CANNOT_RUN_FOR_NOW, and then goes on',
    changes: LONG,
    inputs: { 'not-run-retries': '2' },
    faults: ({ now }) => {
      const until = now() + 20_000
      const change = (run: Row): Row => (now() < until ? { ...run, status: 'CANNOT_RUN_FOR_NOW' } : run)
      return [changed(change, { operation: 'getRun', count: Infinity })]
    },
  },
]

/** Nobody waits for the run, or it is left alone: the last words tell of it all the same. */
export const LEFT_ALONE: readonly OwnershipCase[] = [
  { what: '`wait: false`; with effect, the answer gets lost', inputs: { wait: 'false' }, faults: () => [LOST] },
  ...(['cancel', 'kill'] as const).map((end): OwnershipCase => ({
    what: `\`wait: false\`; with effect, and ${end === 'cancel' ? 'the workflow is cancelled' : 'the step is killed'} before an answer comes`,
    inputs: { wait: 'false' },
    changes: LONG,
    faults: () => [UNANSWERED],
    meanwhile: async ({ arrived }) => {
      await arrived('POST', TRIGGER)
      return end
    },
  })),
  {
    what: '`stop-on` without `cancelled`; the step is killed while the run is watched',
    inputs: { 'stop-on': 'timed-out' },
    changes: LONG,
    meanwhile: async ({ arrived }) => {
      await arrived('GET', POLL, 2)
      return 'kill'
    },
  },
]

/** The API speaks TLS, and the connection of the trigger breaks once the request has taken effect. */
export const BROKEN_TLS: readonly OwnershipCase[] = Object.entries(BREAKS).flatMap(([what, how]): OwnershipCase[] => [
  { what: `with effect; in the TLS stream comes ${what}`, tls: { how, count: 1 } },
  {
    what: `with effect; for each trigger there comes ${what} in the TLS stream, and the list cannot be read`,
    tls: { how, count: Infinity },
    changes: LONG,
    faults: () => [{ operation: 'listRuns', kind: 'status', status: 404, count: Infinity }],
  },
])
