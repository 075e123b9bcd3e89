// One run as this step has seen it. Times are in ms since the epoch, by this machine's clock.
import type { Run, StatusChange } from './run.ts'

/**
 * How it is known that a run is this step's: `named` by the workflow, or by the answer to the trigger, and its own detail agrees; `answered` where only
 * that detail is still to be read; `presumed` where the answer got lost and it is the only one that can be the one, or where its detail does not agree.
 */
export type Evidence = 'named' | 'answered' | 'presumed'

/** A run that this step has started, or follows. */
export interface Started {
  runId: string
  evidence: Evidence
  /** The status in the answer to the trigger. */
  status?: string
  /** When it was triggered, or first followed. */
  at: number
  /** Whether this step triggered it. */
  own: boolean
}

/** How watching ended. */
export interface Watched {
  /** `stopping`: somebody else was stopping the run, and it was left in that. */
  ended: 'terminal' | 'timed-out' | 'cancelled' | 'stopping'
  /** As last seen; undefined where it was never seen. */
  run?: Run
  statuses: readonly StatusChange[]
  /** Whether the run was seen being stopped by somebody else. */
  stoppedElsewhere: boolean
}
