import type { Measurements } from './measurements.ts'
import type { Run } from './run.ts'

/** What thresholds are held against: one run and all that is known of it. */
export interface Subject {
  run: Run
  measurements: Measurements
  /** Seconds the run was running; undefined where nobody knows. */
  durationSeconds?: number
  /** Seconds the run waited for capacity. */
  queueSeconds?: number
  /** What the far end says of the run's calls, or why it cannot be had; missing where nobody asked it. */
  calls?: CallTally | Absence
}

/** What became of the calls that a tracking number received. The kinds add up to `received`. */
export interface CallTally {
  received: number
  answered: number
  missed: number
  voicemail: number
  busy: number
  failed: number
  /** How many calls have which other status. None of them is known to have been answered. */
  unclassified: Record<string, number>
}

/** Why a value could not be had. `missing`: the run has no such data. `invalid`: the threshold does not say which of several it means. */
export interface Absence {
  kind: 'missing' | 'invalid'
  reason: string
}

/** The absence of a value that the run has no data for. */
export function missing(reason: string): Absence {
  return { kind: 'missing', reason }
}

/** The absence of a value that a threshold does not ask for clearly. */
export function invalid(reason: string): Absence {
  return { kind: 'invalid', reason }
}

export function isAbsence(value: object): value is Absence {
  return 'reason' in value
}
