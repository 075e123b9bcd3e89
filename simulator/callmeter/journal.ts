// What a simulator shows of what it was asked and what it did.
import type { IncomingHttpHeaders } from 'node:http'
import type { SentStatus } from '../server/faulty-answer.ts'
import type { PlacedCall } from './placed-calls.ts'

/** A request below /api/v1 and what became of it. */
export interface RecordedRequest {
  readonly method: string
  /** Below /api/v1, without the query. */
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  /** Simulated ms. */
  readonly at: number
  readonly headers: IncomingHttpHeaders
  status: SentStatus
}

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
