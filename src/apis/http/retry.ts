import type { Clock } from '../../base/clock.ts'
import { Failure, type FailureKind, failedAs } from '../../base/failure.ts'

/** How long an API may be out of reach before a read gives up, in ms. A shorter outage changes nothing but the log. */
export const OUTAGE_PATIENCE_MS = 5 * 60_000
/** How long answers may be readable but of the wrong shape before a read gives up, in ms. Longer than a passing fault of a gateway. */
export const MISSHAPEN_PATIENCE_MS = 30_000
/** Longest wait of our own choosing between two tries, in ms. */
export const MAX_WAIT_MS = 20_000
const FIRST_WAIT_MS = 1_000

/** How far a request may go in time. */
export interface Scope {
  /** When the last try may start, in ms since the epoch. */
  deadline: number
  /** Ends waiting and asking at once. */
  signal?: AbortSignal
  /** How long an outage is sat out, in ms; `OUTAGE_PATIENCE_MS` unless given. With 0 nothing is tried twice. */
  patienceMs?: number
}

/** What `persist` tells about a try that failed and will be repeated. */
export interface RetryNotice {
  failure: Failure
  waitMs: number
  /** How long it has been failing, in ms. */
  sinceMs: number
}

/** Kinds of failure after which a read may be repeated. */
export const PASSING: readonly FailureKind[] = [
  'rate-limited',
  'not-sent',
  'interrupted',
  'server',
  'unreadable',
  'misshapen',
]
/** Kinds of failure after which it is certain that a request had no effect, so that even a write may be repeated. */
export const WITHOUT_EFFECT: readonly FailureKind[] = ['rate-limited', 'not-sent']

export interface RetryTools {
  clock: Clock
  /** From 0 to below 1. */
  random: () => number
  onRetry?: (notice: RetryNotice) => void
}

/**
 * Repeats `attempt` while it fails in one of `kinds`, with decorrelated jitter between tries and never sooner than `Retry-After` asks.
 * Gives up with the last failure at the deadline, or when an outage has lasted longer than the scope's patience;
 * being asked to slow down (429) is no outage and is sat out until the deadline. Where the deadline cut the last try short, the failure
 * before it is the one that tells something.
 */
export async function persist<T>(
  attempt: () => Promise<T>,
  kinds: readonly FailureKind[],
  scope: Scope,
  { clock, random, onRetry }: RetryTools,
): Promise<T> {
  const backoffMs = decorrelatedJitter(random)
  let firstFailure: number | undefined
  let lastFailure: Failure | undefined
  for (;;) {
    if (scope.signal?.aborted) throw new Failure('aborted', 'This step was told to end.')
    try {
      return await attempt()
    } catch (error) {
      const now = clock.now()
      firstFailure ??= now
      const again = failedAs(error, ...kinds) && !scope.signal?.aborted && now < scope.deadline
      if (!again || now - firstFailure >= patience(error, scope)) {
        const cutShort = kinds.includes('interrupted') && failedAs(error, 'interrupted') && now >= scope.deadline
        throw cutShort && lastFailure ? lastFailure : error
      }
      lastFailure = error
      // What was asked for is asked of everybody at once: the jitter on top spreads the crowd.
      const asked = Math.max(error.retryAfterMs ?? 0, FIRST_WAIT_MS / 2)
      const waitMs = Math.min(asked + backoffMs(), scope.deadline - now)
      onRetry?.({ failure: error, waitMs, sinceMs: now - firstFailure })
      if (waitMs > 0) await clock.sleep(waitMs, scope.signal)
    }
  }
}

/**
 * Waits in ms that grow to about twice the one before, spread so that those who failed together do not meet again: decorrelated jitter, version 2,
 * of Polly (https://github.com/App-vNext/Polly/issues/530), whose medians are near FIRST_WAIT_MS, twice, four times … that.
 */
function decorrelatedJitter(random: () => number): () => number {
  let tries = 0
  let before = 0
  return () => {
    const t = tries++ + random()
    const reached = 2 ** t * Math.tanh(Math.sqrt(4 * t))
    const step = Number.isFinite(reached) ? Math.max(0, reached - before) : Number.POSITIVE_INFINITY
    before = reached
    return Math.min((step / 1.4) * FIRST_WAIT_MS, MAX_WAIT_MS)
  }
}

function patience({ kind }: Failure, scope: Scope): number {
  const outage = scope.patienceMs ?? OUTAGE_PATIENCE_MS
  if (outage === 0) return 0
  if (kind === 'rate-limited') return Number.POSITIVE_INFINITY
  return kind === 'misshapen' ? Math.min(MISSHAPEN_PATIENCE_MS, outage) : outage
}
