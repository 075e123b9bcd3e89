// What may befall the steps in one round of the soak test, and how it is drawn.
import type { Fault } from '../callmeter/faults.ts'
import { SCENARIOS } from '../callmeter/scenarios.ts'
import type { Scenario } from '../callmeter/scenarios.ts'
import type { Random } from '../server/random.ts'

/** What the imitated service may do, as changes of the healthy scenario. */
export const SOAK_SCENARIOS: Readonly<Record<string, Partial<Scenario>>> = {
  'long calls': { durationSeconds: 600 },
  'short calls': { durationSeconds: 2, endpoints: 4, queueSeconds: 1 },
  'stuck in the queue': { stuckIn: 'QUEUED' },
  'stuck running': { stuckIn: 'RUNNING' },
  'documented fields only': { ...SCENARIOS.bare, durationSeconds: 600 },
  snake_case: { casing: 'snake', durationSeconds: 600 },
  'the run id as id': { idField: 'id', durationSeconds: 600 },
  'earlier runs': { history: 5, durationSeconds: 600 },
  // Three runs, one after the other.
  'a breach that is confirmed': { ...SCENARIOS.degraded, durationSeconds: 3, endpoints: 4, queueSeconds: 2 },
  'a breach that is refuted': { ...SCENARIOS['degraded-once'], durationSeconds: 3, endpoints: 4, queueSeconds: 2 },
  'never enough capacity': { endStatus: 'CANNOT_RUN_FOR_NOW' },
}

const TRIGGER_FAULTS: readonly (Fault | null)[] = [
  null,
  null,
  null,
  { kind: 'slow', seconds: 1 },
  { kind: 'slow', seconds: 4 },
  { kind: 'slow', seconds: 45 },
  { kind: 'hang', applied: true },
  { kind: 'hang' },
  { kind: 'reset-after' },
  { kind: 'reset-before' },
  { kind: 'cut' },
  { kind: 'html' },
  { kind: 'empty' },
  { kind: 'status', status: 502, applied: true },
  { kind: 'status', status: 429, retryAfter: 5 },
]

/** Where two steps start the test: the answer comes, or is lost, with and without effect. */
const LOST_ANSWERS: readonly (Fault | null)[] = [
  null,
  null,
  { kind: 'hang', applied: true },
  { kind: 'hang' },
  { kind: 'reset-after' },
  { kind: 'reset-before' },
  { kind: 'status', status: 502, applied: true },
  { kind: 'status', status: 502 },
]

const OTHER_FAULTS: readonly (Fault | null)[] = [
  null,
  null,
  null,
  null,
  { operation: 'listRuns', kind: 'status', status: 503 },
  { operation: 'listRuns', kind: 'slow', seconds: 3 },
  { operation: 'stopRun', kind: 'status', status: 500 },
  { operation: 'stopRun', kind: 'reset-after' },
  { operation: 'stopRun', kind: 'hang' },
  { operation: 'getRun', kind: 'hang' },
]

const KILLS = ['SIGINT', 'SIGTERM', 'SIGKILL', 'as GitHub does', 'as GitHub does, in a hurry'] as const
/** Of two steps, either may be left to itself. */
const WAYS = [...KILLS, ...KILLS.map(() => 'by itself' as const)]
/** At the last of them the machine chooses: somewhere in what a process does while no simulated time passes, which no seed repeats. */
const MOMENTS = [
  'ms after its start',
  'the trigger arrives',
  'a request arrives',
  'a run exists',
  'while it works',
] as const

/** A step and its end, as drawn. Requests and runs are its own ones. */
export interface StepPlan {
  /** Ms after the beginning of the round. */
  readonly startMs: number
  readonly way: (typeof WAYS)[number]
  readonly moment: (typeof MOMENTS)[number]
  /** Which request, where that is the moment. */
  readonly request: number
  /** Ms after the moment; real ones while it works. */
  readonly delayMs: number
  /** Ms between the signals of one in a hurry. */
  readonly betweenMs: number
}

/** One round, as drawn. */
export interface Plan {
  /** One of SOAK_SCENARIOS. */
  readonly scenario: string
  readonly faults: readonly Fault[]
  /** One, or two of different jobs that start the same test. */
  readonly steps: readonly StepPlan[]
}

/** Longest time that an answer takes, in ms. */
export const LATENCY_MS = 150
/** About how long a process works before nothing but time is left to do, in real ms. */
const WORK_MS = 400

/** By how much the second step starts later or sooner than the first at most, in ms. */
const APART_MS = 20_000

/** Draws a round; half of them have a second step. */
export function drawPlan(random: Random): Plan {
  const two = random() < 0.5
  const scenario = among(Object.keys(SOAK_SCENARIOS), random)
  const other = among(OTHER_FAULTS, random)
  const triggers = two ? [among(LOST_ANSWERS, random), among(LOST_ANSWERS, random)] : [among(TRIGGER_FAULTS, random)]
  const later = two ? Math.round((2 * random() - 1) * APART_MS) : 0
  const first = drawStep(Math.max(0, -later), two ? WAYS : KILLS, random)
  return {
    scenario,
    faults: [...inOrder(triggers), ...(other ? [other] : [])],
    steps: two ? [first, drawStep(Math.max(0, later), WAYS, random)] : [first],
  }
}

function among<T>(list: readonly T[], random: Random): T {
  return list[Math.floor(random() * list.length)]!
}

/** What befalls the triggers, in the order in which they arrive. */
function inOrder(triggers: readonly (Fault | null)[]): Fault[] {
  return triggers.flatMap((fault, index) => {
    // A fault does not see the requests that another one befalls.
    const after = triggers.slice(0, index).filter((earlier) => earlier === null).length
    return fault ? [{ ...fault, operation: 'triggerRun' as const, after }] : []
  })
}

function drawStep(startMs: number, ways: readonly StepPlan['way'][], random: Random): StepPlan {
  const moment = among(MOMENTS, random)
  return {
    startMs,
    way: among(ways, random),
    moment,
    request: 1 + Math.floor(random() * (random() < 0.5 ? 8 : 40)),
    delayMs: Math.floor(random() * longestDelay(moment, random)),
    betweenMs: Math.floor(random() * 1_000),
  }
}

function longestDelay(moment: StepPlan['moment'], random: Random): number {
  if (moment === 'ms after its start') return 1_500
  if (moment === 'while it works') return WORK_MS
  return random() < 0.5 ? LATENCY_MS / 10 : 4_000
}
