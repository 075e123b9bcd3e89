import { CONNECT_SECONDS, endpointStates, HAD_A_CALL, plannedOutcomes } from './endpoint-states.ts'
import { callBeginsAfter, runningFrom, stagesOf } from './life-cycle.ts'
import type { Run } from './run.ts'

/** A call that reached the far end, as far as CallMeter can tell. */
export interface PlacedCall {
  /** The number of the endpoint that placed it. */
  readonly index: number
  /** Simulated ms. */
  readonly begunAt: number
  /** null while it goes on. */
  readonly endedAt: number | null
  /** `busy` was refused with 486. */
  readonly result: 'connected' | 'busy'
}

/** How many endpoints of a run place calls: its callers, who call an outside number. */
export function callersOf({ scenario }: Run): number {
  return Math.ceil(scenario.endpoints / 2)
}

/** The calls of a run that have reached the far end by `at` (simulated ms). */
export function placedCalls(run: Run, at: number): PlacedCall[] {
  const stages = stagesOf(run)
  const running = runningFrom(stages)
  if (running === null) return []
  const failing = stages.find((stage) => stage.status === 'FAILED')?.from ?? Infinity
  const plan = plannedOutcomes(run)
  return endpointStates(run, at).flatMap((state): PlacedCall[] => {
    const { index, group, callSeconds, outcome, sipStatusCode } = state
    const begunAt = running + callBeginsAfter(index) * 1000
    const connectedAt = begunAt + CONNECT_SECONDS * 1000
    if (group !== 'callers' || connectedAt > Math.min(at, failing)) return []
    const call = (result: PlacedCall['result'], endedAt: number | null) => [{ index, begunAt, endedAt, result }]
    if (callSeconds !== null) return call('connected', connectedAt + callSeconds * 1000)
    if (outcome === 'CALL_FAILED' && sipStatusCode === 486) return call('busy', connectedAt)
    // Going on, or broken off as the run failed.
    const goesOn = HAD_A_CALL.has(plan[index]!) && (outcome === null || outcome === 'OSERROR')
    return goesOn ? call('connected', failing <= at ? failing : null) : []
  })
}
