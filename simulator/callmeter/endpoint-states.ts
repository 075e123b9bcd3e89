import { callBeginsAfter, INVITE_TIMEOUT_SECONDS, runningFrom, stagesOf } from './life-cycle.ts'
import { randomFrom, shuffledIndexes, uuidFrom } from '../server/random.ts'
import { endedAt } from './run.ts'
import type { Run } from './run.ts'
import { OUTCOMES } from './scenarios.ts'
import type { Outcome } from './scenarios.ts'

/** One endpoint of a run as it is at a moment. */
export interface EndpointState {
  readonly index: number
  readonly id: string
  readonly group: 'callers' | 'receivers'
  readonly phase: string
  readonly outcome: Outcome | null
  readonly sipStatusCode: number | null
  /** Seconds of speech; null where no call took place or it isn't over. */
  readonly callSeconds: number | null
}

// Of a failure in signalling; an endpoint takes them in turn.
const SIP_CODES: Record<Outcome, readonly number[]> = {
  SUCCESS: [200],
  COMPLETED_WITH_WARNINGS: [200],
  TEARDOWN_ERROR: [200],
  REGISTRATION_FAILED: [403],
  CALL_FAILED: [486, 503],
  NEGOTIATION_FAILED: [488],
  TIMEOUT: [408],
  OSERROR: [],
}

/** Outcomes of endpoints that spoke. */
export const HAD_A_CALL: ReadonlySet<Outcome> = new Set(['SUCCESS', 'COMPLETED_WITH_WARNINGS', 'TEARDOWN_ERROR'])
/** Seconds from its first REGISTER to the start of speech, and of hanging up. */
export const CONNECT_SECONDS = 1
const HANG_UP_SECONDS = 0.5

/** How each endpoint ends if nothing ends the run before. */
export function plannedOutcomes(run: Run): Outcome[] {
  const { endpoints, outcomes } = run.scenario
  const planned = Array.from({ length: endpoints }, (): Outcome => 'SUCCESS')
  const order = shuffledIndexes(randomFrom('outcomes', run.seed, run.test.id, run.number), endpoints)
  let next = 0
  for (const outcome of OUTCOMES) {
    const count = outcomes[outcome] ?? 0
    for (const index of order.slice(next, next + count)) planned[index] = outcome
    next += count
  }
  return planned
}

/** Every endpoint that exists at `at` (simulated ms), whether the results can be read by then or not. */
export function endpointStates(run: Run, at: number): EndpointState[] {
  const stages = stagesOf(run)
  const running = runningFrom(stages)
  if (running === null || running > at) return []
  const stopping = stages.find((stage) => stage.status === 'STOPPING')?.from ?? Infinity
  const failing = stages.find((stage) => stage.status === 'FAILED')?.from ?? Infinity
  const cut = Math.min(stopping, failing)
  const { endpoints, durationSeconds, stuckIn } = run.scenario

  const states: EndpointState[] = []
  for (const [index, plan] of plannedOutcomes(run).entries()) {
    const begins = running + callBeginsAfter(index) * 1000
    if (begins > cut) continue
    const stuck = stuckIn === 'RUNNING' && index === endpoints - 1
    const speaks = begins + CONNECT_SECONDS * 1000
    const plannedEnd = stuck ? Infinity : begins + secondsUntilEnd(plan, durationSeconds) * 1000
    const ends = Math.min(plannedEnd, stopping + HANG_UP_SECONDS * 1000)
    const base = {
      index,
      id: uuidFrom('endpoint', run.id, index),
      group: index < endpoints / 2 ? 'callers' : 'receivers',
    } as const

    if (ends <= Math.min(at, failing)) {
      const talked = (Math.min(plannedEnd - HANG_UP_SECONDS * 1000, stopping) - speaks) / 1000
      // Hung up by the stop before it had failed or connected: a call that never came about.
      const outcome = ends < plannedEnd && !(HAD_A_CALL.has(plan) && talked > 0) ? 'CALL_FAILED' : plan
      const cancelled = outcome === 'CALL_FAILED' && plan !== 'CALL_FAILED'
      const codes = run.scenario.statuses[outcome] ?? SIP_CODES[outcome]
      states.push({
        ...base,
        phase: 'CLOSED',
        outcome,
        sipStatusCode: cancelled ? 487 : (codes[index % Math.max(1, codes.length)] ?? null),
        callSeconds: HAD_A_CALL.has(outcome) ? talked : null,
      })
    } else if (failing <= at) {
      // The lost worker held every second endpoint; the others never reported.
      const lost = index % 2 === 0
      states.push({
        ...base,
        phase: lost ? 'CLOSED' : 'INCALL',
        outcome: lost ? 'OSERROR' : null,
        sipStatusCode: null,
        callSeconds: null,
      })
    } else {
      const phase = at < begins ? 'INITIALIZING' : at < speaks ? 'CALLING' : 'INCALL'
      states.push({ ...base, phase, outcome: null, sipStatusCode: null, callSeconds: null })
    }
  }
  return states
}

function secondsUntilEnd(outcome: Outcome, durationSeconds: number): number {
  if (outcome === 'TIMEOUT') return INVITE_TIMEOUT_SECONDS
  return HAD_A_CALL.has(outcome) ? CONNECT_SECONDS + durationSeconds + HANG_UP_SECONDS : CONNECT_SECONDS
}

/** The states that the API shows at `at`: those of `endpointStates`, as late as the scenario says. */
export function readableStates(run: Run, at: number): EndpointState[] {
  const states = endpointStates(run, at)
  const { resultsDelaySeconds, resultsDelayMode } = run.scenario
  if (resultsDelaySeconds === 0) return states
  const ended = endedAt(run, at)
  const share = ended === null ? 0 : (at - ended) / (resultsDelaySeconds * 1000)
  if (share >= 1) return states
  if (resultsDelayMode === 'absent') return []
  if (resultsDelayMode === 'trickle') return states.slice(0, Math.floor(states.length * share))
  return states.map((state) => ({
    ...state,
    phase: 'DISCONNECTING',
    outcome: null,
    sipStatusCode: null,
    callSeconds: null,
  }))
}
