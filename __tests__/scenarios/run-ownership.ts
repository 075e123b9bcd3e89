// Whose run it is: what a step makes of runs that are not, or may not be, its own. docs/fault-matrix.md holds what is expected of each case.
import type { Fault } from '../../simulator/callmeter/faults.ts'
import type { World } from './live-step.ts'
import { POLL, RUNS, TRIGGER } from './live-step.ts'
import { otherRows, tellsKeys } from './ownership-answers.ts'
import { LONG, LOST, type OwnershipCase, UNANSWERED, UNHEARD, WITHOUT_EFFECT } from './ownership-case.ts'
import { BROKEN_TLS, LEFT_ALONE, WRONG_ANSWERS, WRONG_TIMES } from './ownership-wrong.ts'

/** A stranger starts a run of the test so many ms after the trigger arrived. */
const elsewhereAfter =
  (ms: number) =>
  async (world: World): Promise<void> => {
    await world.arrived('POST', TRIGGER)
    if (ms > 0) await world.time.sleep(ms)
    world.simulator.startElsewhere()
  }

/** A stranger starts a run a second before the trigger, after the step has read which runs there are. */
const elsewhereBefore = async (world: World): Promise<void> => {
  await world.arrived('GET', RUNS)
  world.simulator.startElsewhere()
}
const SLOW_LIST: Fault = { operation: 'listRuns', kind: 'slow', seconds: 1 }

const STRANGERS: readonly OwnershipCase[] = [
  {
    what: 'without effect; a stranger’s run 1 s before it',
    faults: () => [WITHOUT_EFFECT, SLOW_LIST],
    meanwhile: elsewhereBefore,
  },
  { what: 'without effect; a stranger’s run during it', faults: () => [UNHEARD], meanwhile: elsewhereAfter(0) },
  {
    what: 'without effect; a stranger’s run 3 s after it',
    faults: () => [WITHOUT_EFFECT],
    meanwhile: elsewhereAfter(3_000),
  },
  {
    what: 'without effect; a stranger’s run 12 s after it',
    faults: () => [WITHOUT_EFFECT],
    meanwhile: elsewhereAfter(12_000),
  },
  ...(['cancel', 'kill'] as const).flatMap((end) =>
    [0, 3_000].map((ms): OwnershipCase => ({
      what: `without effect; a stranger’s run ${ms === 0 ? 'during it' : '3 s after it'}, and ${end === 'cancel' ? 'the workflow is cancelled' : 'the step is killed'} while it is watched`,
      changes: LONG,
      faults: () => [ms === 0 ? UNHEARD : WITHOUT_EFFECT],
      meanwhile: async (world) => {
        await elsewhereAfter(ms)(world)
        await world.arrived('GET', POLL, 2)
        return end
      },
    })),
  ),
  {
    what: 'without effect; a stranger’s run during it, and the step times out while it is watched',
    changes: LONG,
    inputs: { timeout: '2m' },
    faults: () => [UNHEARD],
    meanwhile: elsewhereAfter(0),
  },
  ...[UNHEARD, UNANSWERED].map((fault): OwnershipCase => ({
    what: `${fault === UNHEARD ? 'without' : 'with'} effect; a stranger’s run during it, and the workflow is cancelled then`,
    changes: LONG,
    faults: () => [fault],
    meanwhile: async (world) => {
      await elsewhereAfter(2_000)(world)
      return 'cancel'
    },
  })),
  {
    what: 'without effect; killed during it, and a stranger’s run 29 min later, before the post step',
    changes: LONG,
    faults: () => [UNHEARD],
    meanwhile: async ({ arrived }) => {
      await arrived('POST', TRIGGER)
      return 'kill'
    },
    afterwards: async ({ time, simulator }) => {
      await time.sleep(29 * 60_000)
      simulator.startElsewhere()
    },
  },
  ...(['stranger’s run, then its own', 'own run, then a stranger’s'] as const).map((order): OwnershipCase => ({
    what: `with effect; listed first: a ${order} 8 s later`.replace('a own', 'its own'),
    changes: LONG,
    faults: ({ runs, now }) => [
      LOST,
      otherRows((rows) =>
        rows.filter(({ id }) => {
          const isOwn = runs.find((run) => run.id === id)?.idempotencyKey !== undefined
          return isOwn === order.startsWith('own') || now() >= (runs[0]?.createdAt ?? 0) + 8_000
        }),
      ),
    ],
    meanwhile: elsewhereAfter(0),
  })),
]

const TOLD_KEYS: readonly OwnershipCase[] = [
  { what: 'with effect; the detail has the key', faults: (simulator) => [LOST, tellsKeys(simulator)], passes: true },
  {
    what: 'with effect; the detail has the key, and the workflow is cancelled while the run is watched',
    changes: LONG,
    faults: (simulator) => [LOST, tellsKeys(simulator)],
    meanwhile: async ({ arrived }) => {
      await arrived('GET', POLL, 2)
      return 'cancel'
    },
  },
  {
    what: 'without effect; a stranger’s run during it, whose detail has another key',
    faults: (simulator) => [UNHEARD, tellsKeys(simulator)],
    meanwhile: elsewhereAfter(0),
  },
]

const TWO_STEPS: readonly OwnershipCase[] = [
  {
    what: 'two steps of one job get no answer at the same time, with effect',
    faults: () => [UNANSWERED, UNANSWERED],
    secondStep: 'at trigger',
  },
  {
    what: 'two steps of one job get no answer at the same time, the first without effect',
    faults: () => [UNHEARD, UNANSWERED],
    secondStep: 'at trigger',
  },
  {
    what: 'without effect; another step of the job is answered during it',
    faults: () => [UNHEARD],
    secondStep: 'at trigger',
  },
]

const NUMBERS: Pick<OwnershipCase, 'inputs'> = { inputs: { test: 'Nightly SIP load' } }
const NUMERIC_IDS: readonly OwnershipCase[] = [
  { what: 'ids are numbers', ...NUMBERS, changes: { ids: 'number' }, passes: true },
  {
    what: 'ids are numbers; the answer gets lost, with effect',
    ...NUMBERS,
    changes: { ids: 'number', history: 2 },
    faults: () => [LOST],
    passes: true,
  },
  {
    what: 'ids are numbers; the workflow is cancelled while the run is watched',
    ...NUMBERS,
    changes: { ...LONG, ids: 'number' },
    meanwhile: async ({ arrived }) => {
      await arrived('GET', POLL)
      return 'cancel'
    },
  },
]

/** The cases, by what they are about. */
export const OWNERSHIP: Readonly<Record<string, readonly OwnershipCase[]>> = {
  'The answer to the trigger gets lost': STRANGERS,
  'The run’s detail has the key of its request': TOLD_KEYS,
  'Two steps of one job': TWO_STEPS,
  'Times and lists are wrong': WRONG_TIMES,
  'Answers are about other runs': WRONG_ANSWERS,
  'Ids are numbers': NUMERIC_IDS,
  'The run is left alone': LEFT_ALONE,
  'The API speaks TLS': BROKEN_TLS,
}

/** All of them, in the order of the table. */
export const OWNERSHIP_CASES: readonly OwnershipCase[] = Object.values(OWNERSHIP).flat()
