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
  /** The run's page, as the API gives it. */
  url?: string
  /** The whole answer, for `run.PATH` in thresholds. */
  detail: Readonly<Record<string, unknown>>
}

/** Statuses after which a run no longer changes. Any other, known or not, may still change. */
export const TERMINAL_STATUSES = ['COMPLETED', 'FAILED', 'CANNOT_RUN_FOR_NOW'] as const

const KNOWN_STATUSES: readonly string[] = [
  ...TERMINAL_STATUSES,
  'PENDING',
  'QUEUED',
  'RUNNING',
  'STOPPING',
  'CREATED',
  'DISPATCHING',
]

/** Whether a run with this status has ended. */
export function isTerminal(status: string): boolean {
  return (TERMINAL_STATUSES as readonly string[]).includes(status)
}

/** Whether any page of the vendor's documentation names this status. */
export function isKnownStatus(status: string): boolean {
  return KNOWN_STATUSES.includes(status)
}
