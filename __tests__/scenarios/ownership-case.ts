// One case of run-ownership.ts, and the faults that several have.
import type { Simulator } from '../../simulator/callmeter/callmeter.ts'
import type { Fault } from '../../simulator/callmeter/faults.ts'
import type { Scenario } from '../../simulator/callmeter/scenarios.ts'
import type { FaultKind } from '../../simulator/server/faults.ts'
import type { Socket } from 'node:net'
import type { LiveStep, World } from './live-step.ts'

export interface OwnershipCase {
  readonly what: string
  readonly changes?: Partial<Scenario>
  /** The oldest that fits a request befalls it. */
  readonly faults?: (simulator: Simulator) => readonly Fault[]
  readonly inputs?: Readonly<Record<string, string>>
  /** What happens while the step runs. Answers how it ends, unless by itself. */
  readonly meanwhile?: (world: World, step: LiveStep) => Promise<'cancel' | 'kill' | void>
  /** What happens between its end and the post step. */
  readonly afterwards?: (world: World) => Promise<void>
  /** When a second step of the job starts: while the first waits for the answer to its trigger, or for its run to end. */
  readonly secondStep?: 'at trigger' | 'at poll'
  /** The API speaks TLS, and what happens below it instead of the answers to so many triggers that have taken effect. */
  readonly tls?: { readonly how: (raw: Socket) => void; readonly count: number }
  /** Beside what the runner gives. */
  readonly env?: Readonly<Record<string, string>>
  /** Whether the step must pass, on its own run. */
  readonly passes?: true
}

/** What goes wrong with the trigger. */
export const trigger = (kind: FaultKind): Fault => ({ operation: 'triggerRun', ...kind })
export const LOST = trigger({ kind: 'reset-after' })
export const UNANSWERED = trigger({ kind: 'hang', applied: true })
export const WITHOUT_EFFECT = trigger({ kind: 'reset-before' })
export const UNHEARD = trigger({ kind: 'hang' })
/** The list of runs is out of reach until the test is started. */
export const NO_LIST_BEFORE: Fault = { operation: 'listRuns', kind: 'status', status: 404 }
export const MINUTE = { durationSeconds: 60 }
export const LONG = { durationSeconds: 600 }
