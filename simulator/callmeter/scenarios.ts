import type { OperationId } from './operations.ts'

/** How a call can end other than answered. `never`: the number does not receive it, although CallMeter had a call. */
export const FAR_END_OUTCOMES = ['missed', 'voicemail', 'busy', 'failed', 'never'] as const

export type FarEndOutcome = (typeof FAR_END_OUTCOMES)[number]

/** What the far end does with calls. Seconds are simulated ones. */
export interface FarEnd {
  /** How many of a run's calls end in each outcome other than answered; Infinity for all. */
  readonly outcomes: Readonly<Partial<Record<FarEndOutcome, number>>>
  /** How many of the others end in which status that no edition of the documentation has. */
  readonly oddStatuses: Readonly<Record<string, number>>
  /** Whether a call is listed from its start on, as in-progress, or only after its end. */
  readonly listed: 'from-start' | 'after-end'
  /** Seconds until a call, or its end, is listed, and up to how many more. */
  readonly delaySeconds: number
  readonly spreadSeconds: number
  /** How many of a run's calls are listed twice. */
  readonly duplicates: number
  /** Calls of the same minutes to another number of the business. */
  readonly otherNumbers: number
  /** Outbound calls of the same minutes from the number itself. */
  readonly outbound: number
  /** Calls to the number in the minutes before the simulation began, one in each. */
  readonly earlier: number
  /** Whether `direction` is told. */
  readonly directions: boolean
}

/** What every far end is a change of: it answers every call, and the business has other calls, too. */
export const ANSWERING: FarEnd = {
  outcomes: {},
  oddStatuses: {},
  listed: 'after-end',
  delaySeconds: 3,
  spreadSeconds: 4,
  duplicates: 0,
  otherNumbers: 4,
  outbound: 1,
  earlier: 3,
  directions: true,
}

/** How one leg of a call suffers, as means over the endpoints of a group. */
export interface Impairment {
  readonly delayMs: number
  readonly jitterMs: number
  readonly lossPercent: number
  /** BurstR of G.107: 1 = random loss, 2 = bursts twice as long. */
  readonly burstRatio: number
}

/** Both legs of an endpoint: what it sends, as the far side measures it, and what it receives. */
export interface Legs {
  readonly send: Impairment
  readonly receive: Impairment
}

export type FinalStatus = 'COMPLETED' | 'FAILED' | 'CANNOT_RUN_FOR_NOW'

export const OUTCOMES = [
  'SUCCESS',
  'COMPLETED_WITH_WARNINGS',
  'REGISTRATION_FAILED',
  'CALL_FAILED',
  'NEGOTIATION_FAILED',
  'TIMEOUT',
  'OSERROR',
  'TEARDOWN_ERROR',
] as const

export type Outcome = (typeof OUTCOMES)[number]

/** A status that the documented life-cycle doesn't have, and where it goes. */
export interface ExtraStatus {
  readonly status: string
  readonly before: 'QUEUED' | 'RUNNING' | 'end'
  readonly seconds: number
}

/** What the imitated service does. Seconds are simulated ones. */
export interface Scenario {
  readonly description: string
  /** How long each call lasts. */
  readonly durationSeconds: number
  /** Half of them in the group "callers", half in "receivers". */
  readonly endpoints: number
  readonly queueSeconds: number
  readonly endStatus: FinalStatus
  /** How many runs end in `endStatus`; those after them end in COMPLETED. */
  readonly endStatusRuns: number
  /** How many runs suffer as the scenario says; the calls of those after them are healthy. */
  readonly badRuns: number
  /** The status that a run never leaves unless it is stopped. */
  readonly stuckIn: 'QUEUED' | 'RUNNING' | null
  readonly extraStatuses: readonly ExtraStatus[]
  readonly callers: Legs
  readonly receivers: Legs
  /** Differences between endpoints: standard deviation of the logarithm of each impairment. */
  readonly spread: number
  /** How many endpoints end in each outcome other than SUCCESS. */
  readonly outcomes: Partial<Record<Outcome, number>>
  /** The SIP statuses of those, by outcome; an endpoint takes them in turn. Others have usual ones. */
  readonly statuses: Partial<Record<Outcome, readonly number[]>>
  /** How many endpoints hear nothing: no packet reaches them. */
  readonly deaf: number
  /** By what share of the first one's each endpoint's times of setting up are longer than those of the one before. */
  readonly slowing: number
  /** What a failed endpoint has in place of measured values: nulls, no `metrics` at all, zeros. */
  readonly failedMetrics: 'null' | 'none' | 'zero'
  /** Seconds after the end of the run until all endpoint rows are readable. */
  readonly resultsDelaySeconds: number
  /** Until then: no rows; rows that come one after the other; all rows, with null outcomes. Only with a delay. */
  readonly resultsDelayMode: 'absent' | 'trickle' | 'null-outcomes'
  /** How long a run is STOPPING, and how it ends then. The real final status is unknown; of the two, COMPLETED is the harder to notice. */
  readonly stopSeconds: number
  readonly stopEndStatus: 'COMPLETED' | 'FAILED'
  /** Someone presses Stop Test in the dashboard so many seconds after RUNNING began. */
  readonly dashboardStopSeconds: number | null
  /** Casing of field names. */
  readonly casing: 'camel' | 'snake'
  /** Casing of metric keys. */
  readonly metricCasing: 'camel' | 'snake'
  /** How ids are told, and asked for. */
  readonly ids: 'uuid' | 'number'
  /** Name of the run's id in the trigger's answer. */
  readonly idField: 'id' | 'testRunId'
  readonly fractionLostAs: 'percent' | 'fraction'
  /** `{ send: { avg, … }, receive: … }`; a number; `{ avg, … }`; `{ audio: { send: … } }`; a different one for each key. */
  readonly metricShape: 'directions' | 'number' | 'statistics' | 'tracks' | 'mixed'
  /** Documented fields only; of the assumed ones, only `metrics` is left, without which there would be no results. */
  readonly bare: boolean
  /** Operations that answer 404. */
  readonly without: readonly OperationId[]
  /** The same `Idempotency-Key` gives the same run. */
  readonly idempotent: boolean
  /** Earlier runs of the demo test: one a day, healthy, completed. */
  readonly history: number
  /** What becomes of the callers' calls at the tracking number that they dial, as callscaler.ts tells. CallMeter doesn't know. */
  readonly farEnd: FarEnd
}

const goodLeg: Impairment = { delayMs: 30, jitterMs: 4, lossPercent: 0.4, burstRatio: 1 }
const badReceive: Impairment = { delayMs: 130, jitterMs: 34, lossPercent: 4, burstRatio: 2 }
const badSend: Impairment = { delayMs: 110, jitterMs: 24, lossPercent: 2.5, burstRatio: 1.5 }

/** What every scenario is a change of. */
export const HEALTHY: Scenario = {
  description: 'every endpoint succeeds, MOS about 4.3',
  durationSeconds: 60,
  endpoints: 40,
  queueSeconds: 5,
  endStatus: 'COMPLETED',
  endStatusRuns: Infinity,
  badRuns: Infinity,
  stuckIn: null,
  extraStatuses: [],
  callers: { send: goodLeg, receive: goodLeg },
  receivers: { send: goodLeg, receive: goodLeg },
  spread: 0.15,
  outcomes: {},
  statuses: {},
  deaf: 0,
  slowing: 0,
  failedMetrics: 'null',
  resultsDelaySeconds: 0,
  resultsDelayMode: 'absent',
  stopSeconds: 4,
  stopEndStatus: 'COMPLETED',
  dashboardStopSeconds: null,
  casing: 'camel',
  metricCasing: 'snake',
  ids: 'uuid',
  idField: 'testRunId',
  fractionLostAs: 'percent',
  metricShape: 'directions',
  bare: false,
  without: [],
  idempotent: false,
  history: 0,
  farEnd: ANSWERING,
}

const healthyBut = (changes: Partial<Scenario>): Scenario => ({ ...HEALTHY, ...changes })

/** Every scenario, by name. */
export const SCENARIOS = {
  healthy: HEALTHY,
  degraded: healthyBut({
    description: 'every call completes, but the callers hear loss, jitter and delay',
    callers: { send: badSend, receive: badReceive },
  }),
  'degraded-once': healthyBut({
    description: 'as degraded, but the first run alone: those after it are healthy',
    callers: { send: badSend, receive: badReceive },
    badRuns: 1,
  }),
  'failing-endpoints': healthyBut({
    description: 'the run is COMPLETED although 6 of 40 endpoints failed',
    outcomes: { TIMEOUT: 3, CALL_FAILED: 2, REGISTRATION_FAILED: 1 },
  }),
  nat: healthyBut({
    description: 'signalling works, but 8 of 40 endpoints hear nothing, and 2 lose their BYE (network and NAT)',
    deaf: 8,
    outcomes: { TEARDOWN_ERROR: 2 },
    statuses: { TEARDOWN_ERROR: [408] },
  }),
  credentials: healthyBut({
    description: 'the registrar refuses 12 of 40 accounts: 401, 403 and 407 (credentials)',
    outcomes: { REGISTRATION_FAILED: 12 },
    statuses: { REGISTRATION_FAILED: [403, 403, 401, 407] },
  }),
  overload: healthyBut({
    description: 'set-up takes ever longer, 9 of 40 calls get 503, and 3 no answer in time (system under test)',
    outcomes: { CALL_FAILED: 9, TIMEOUT: 3 },
    statuses: { CALL_FAILED: [503], TIMEOUT: [408] },
    slowing: 0.2,
  }),
  codec: healthyBut({
    description: 'the two sides have no codec in common for 10 of 40 endpoints: 488 and 606 (media and codecs)',
    outcomes: { NEGOTIATION_FAILED: 10 },
    statuses: { NEGOTIATION_FAILED: [488, 606] },
  }),
  'dead-workers': healthyBut({
    description: 'a machine that plays endpoints breaks down: 10 of 40 end in OSERROR (CallMeter)',
    outcomes: { OSERROR: 10 },
  }),
  'three-causes': healthyBut({
    description: 'wrong passwords, no codec in common, and a trunk that is full, in one run',
    outcomes: { REGISTRATION_FAILED: 8, NEGOTIATION_FAILED: 5, CALL_FAILED: 3 },
    statuses: { REGISTRATION_FAILED: [403], NEGOTIATION_FAILED: [488], CALL_FAILED: [503] },
  }),
  failed: healthyBut({ description: 'a critical error ends the run early, as FAILED', endStatus: 'FAILED' }),
  'cannot-run': healthyBut({
    description: 'no capacity: CANNOT_RUN_FOR_NOW, nothing is measured',
    endStatus: 'CANNOT_RUN_FOR_NOW',
  }),
  'stuck-queued': healthyBut({ description: 'the run never leaves the queue', stuckIn: 'QUEUED' }),
  'stuck-running': healthyBut({ description: 'one endpoint never ends, so the run never does', stuckIn: 'RUNNING' }),
  'late-results': healthyBut({
    description: 'endpoint rows arrive one after the other in the 12 s after COMPLETED',
    resultsDelaySeconds: 12,
    resultsDelayMode: 'trickle',
  }),
  'unknown-status': healthyBut({
    description: 'the life-cycle has Created, Dispatching and FINALIZING as well',
    extraStatuses: [
      { status: 'Created', before: 'QUEUED', seconds: 3 },
      { status: 'Dispatching', before: 'RUNNING', seconds: 3 },
      { status: 'FINALIZING', before: 'end', seconds: 6 },
    ],
  }),
  'snake-case': healthyBut({ description: 'field names in snake_case', casing: 'snake' }),
  'run-id-as-id': healthyBut({ description: "the trigger's answer calls the run's id `id`", idField: 'id' }),
  'fraction-lost': healthyBut({ description: 'fraction_lost is 0 to 1, not a percentage', fractionLostAs: 'fraction' }),
  bare: healthyBut({ description: 'documented fields only: no progress, no groups, no endpoint ids', bare: true }),
  'documented-only': healthyBut({
    description: 'bare, and none of the assumed operations: the test must be given by id',
    bare: true,
    without: ['listTests', 'listRuns', 'stopRun'],
  }),
  'mixed-shapes': healthyBut({
    description: "each metric's value has another of the assumed shapes",
    metricShape: 'mixed',
  }),
  'ten-minutes': healthyBut({
    description: 'calls of ten minutes, 200 endpoints',
    durationSeconds: 600,
    endpoints: 200,
  }),
  'dashboard-stop': healthyBut({
    description: 'someone presses Stop Test in the dashboard halfway',
    dashboardStopSeconds: 30,
  }),
  'far-end': healthyBut({
    description: 'every endpoint succeeds, but of its 20 calls the tracking number never received 5 and missed 2',
    farEnd: { ...ANSWERING, outcomes: { never: 5, missed: 2 } },
  }),
} satisfies Record<string, Scenario>

export type ScenarioName = keyof typeof SCENARIOS

/** Whether `name` names a scenario. */
export function isScenarioName(name: string): name is ScenarioName {
  return Object.hasOwn(SCENARIOS, name)
}

/** The scenario of that name, or a healthy one with changes. */
export function resolveScenario(choice: ScenarioName | Partial<Scenario> = 'healthy'): Scenario {
  if (typeof choice !== 'string') return { ...HEALTHY, ...choice }
  if (!isScenarioName(choice)) throw new RangeError(`no scenario '${String(choice)}'; there are: ${scenarioList()}`)
  return SCENARIOS[choice]
}

/** The names of all scenarios, separated by commas. */
export function scenarioList(): string {
  return Object.keys(SCENARIOS).join(', ')
}
