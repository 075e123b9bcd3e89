/** How an endpoint can end (documented). The first two are success. */
export const OUTCOMES = [
  'SUCCESS', 'COMPLETED_WITH_WARNINGS', 'REGISTRATION_FAILED', 'CALL_FAILED', 'NEGOTIATION_FAILED', 'TIMEOUT', 'OSERROR', 'TEARDOWN_ERROR',
] as const // prettier-ignore

/** Outcomes that count as success. */
export const GOOD_OUTCOMES: readonly string[] = OUTCOMES.slice(0, 2)

/** Phases of an endpoint (documented). */
export const PHASES = [
  'INITIALIZING', 'REGISTERED', 'CALLING', 'RINGING', 'NEGOTIATING', 'INCALL', 'DISCONNECTING', 'CLOSED',
] as const // prettier-ignore

/** Whether an endpoint's outcome counts as success. */
export function endedWell(outcome: string | null): boolean {
  return outcome !== null && GOOD_OUTCOMES.includes(outcome)
}
