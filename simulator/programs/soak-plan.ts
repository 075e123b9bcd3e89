// What may befall a step in one round of the soak test, and how it is drawn.
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

const WAYS = ['SIGINT', 'SIGTERM', 'SIGKILL', 'as GitHub does', 'as GitHub does, in a hurry'] as const
/** At the last of them the machine chooses: somewhere in what a process does while no simulated time passes, which no seed repeats. */
const MOMENTS = [
  'ms after its start',
  'the trigger arrives',
  'a request arrives',
  'a run exists',
  'while it works',
] as const

/** One round, as drawn. */
export interface Plan {
  /** One of SOAK_SCENARIOS. */
  readonly scenario: string
  readonly trigger: Fault | null
  readonly other: Fault | null
  readonly way: (typeof WAYS)[number]
  readonly moment: (typeof MOMENTS)[number]
  /** Which request, where that is the moment. */
  readonly request: number
  /** Ms after the moment; real ones while it works. */
  readonly delayMs: number
  /** Ms between the signals of one in a hurry. */
  readonly betweenMs: number
}

/** Longest time that an answer takes, in ms. */
export const LATENCY_MS = 150
/** About how long a process works before nothing but time is left to do, in real ms. */
const WORK_MS = 400

/** Draws a round. */
export function drawPlan(random: Random): Plan {
  const among = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const moment = among(MOMENTS)
  const trigger = among(TRIGGER_FAULTS)
  return {
    scenario: among(Object.keys(SOAK_SCENARIOS)),
    trigger: trigger && { ...trigger, operation: 'triggerRun' },
    other: among(OTHER_FAULTS),
    way: among(WAYS),
    moment,
    request: 1 + Math.floor(random() * 8),
    delayMs: Math.floor(random() * longestDelay(moment, random)),
    betweenMs: Math.floor(random() * 1_000),
  }
}

function longestDelay(moment: Plan['moment'], random: Random): number {
  if (moment === 'ms after its start') return 1_500
  if (moment === 'while it works') return WORK_MS
  return random() < 0.5 ? LATENCY_MS / 10 : 4_000
}
