import { optional } from '../base/fields.ts'

/** A run of a test, as the API last told of it. Times are in ms since the epoch. Every field but the status may be unknown. */
export interface Run {
  /** Life-cycle name in capitals; may be one that this action does not know. */
  status: string
  id?: string
  name?: string
  testId?: string
  createdAt?: number
  startedAt?: number
  completedAt?: number
  /** Planned length of the calls, in seconds. */
  plannedSeconds?: number
  endpointCount?: number
  completedEndpoints?: number
  failureReason?: string
  /** The idempotency key of the request that started it. */
  idempotencyKey?: string
  /** The run's page, as the API gives it. */
  url?: string
  /** The whole answer, for `run.PATH` in thresholds. */
  detail: Readonly<Record<string, unknown>>
}

/** When a run was first seen in a status, in ms since the epoch by this machine's clock. */
export interface StatusChange {
  status: string
  at: number
}

/** Statuses after which a run no longer changes. Any other, known or not, may still change. */
export const TERMINAL_STATUSES = ['COMPLETED', 'FAILED', 'CANNOT_RUN_FOR_NOW'] as const

const KNOWN_STATUSES: readonly string[] = [
  ...TERMINAL_STATUSES, 'PENDING', 'QUEUED', 'RUNNING', 'STOPPING', 'CREATED', 'DISPATCHING',
] // prettier-ignore

/** Whether a run with this status has ended. */
export function isTerminal(status: string): boolean {
  return (TERMINAL_STATUSES as readonly string[]).includes(status)
}

/** Whether any page of the vendor's documentation names this status. */
export function isKnownStatus(status: string): boolean {
  return KNOWN_STATUSES.includes(status)
}

/** Seconds that a run waited and ran: from the API's own times where it tells both, else as this step saw it happen. */
export function timesOf(
  run: Run,
  statuses: readonly StatusChange[],
  triggeredAt?: number,
): { durationSeconds?: number; queueSeconds?: number } {
  const runningAt = statuses.find(({ status }) => status === 'RUNNING')?.at
  const endedAt = statuses.at(-1)?.at
  const seconds = (from: number | undefined, to: number | undefined): number | undefined =>
    from === undefined || to === undefined || to < from ? undefined : (to - from) / 1_000
  const durationSeconds =
    seconds(run.startedAt, run.completedAt) ?? (triggeredAt === undefined ? undefined : seconds(runningAt, endedAt))
  const queueSeconds = seconds(run.createdAt, run.startedAt) ?? seconds(triggeredAt, runningAt)
  return optional({ durationSeconds, queueSeconds })
}

/**
 * The most seconds that a run can have been running: exact where the API tells both times; else from when it was last known not to be, since RUNNING is
 * seen only some time after it began.
 */
export function mostSeconds(run: Run, statuses: readonly StatusChange[], triggeredAt?: number): number | undefined {
  const exact = timesOf(run, [])
  if (exact.durationSeconds !== undefined) return exact.durationSeconds
  const running = statuses.findIndex(({ status }) => status === 'RUNNING')
  // What was never seen running may have run at any time, or not by what its statuses say.
  if (running < 0) return undefined
  const from = running > 0 ? statuses[running - 1]?.at : triggeredAt
  const to = statuses.at(-1)?.at
  return from === undefined || to === undefined || to < from ? undefined : (to - from) / 1_000
}

/** A run this much shorter than planned was not run to its end. */
const LEAST_SHARE = 0.9
/** Timestamps may be whole seconds. */
const TOLERANCE_SECONDS = 1

/** Whether so many seconds are fewer than was planned, as far as timestamps tell. */
export function tooShort(seconds: number, planned: number): boolean {
  return seconds + TOLERANCE_SECONDS < LEAST_SHARE * planned
}
