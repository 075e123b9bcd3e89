import type { PlacedCall } from './placed-calls.ts'

/** A run that was started since the simulator was. */
export interface SimulatedRun {
  readonly id: string
  readonly testId: string
  /** Simulated ms. */
  readonly createdAt: number
  readonly idempotencyKey?: string
  /** Who has stopped it so far. */
  readonly stoppedBy: 'api' | 'dashboard' | undefined
  /** Its status now. */
  readonly status: () => string
  /** How many of its endpoints place calls. */
  readonly callers: number
  /** Their calls that have reached the far end by now. */
  readonly calls: () => readonly PlacedCall[]
}
