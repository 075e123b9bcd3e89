import {
  ConstantBackoff,
  decorrelatedJitterGenerator,
  handleWhen,
  retry,
  type IExponentialBackoffOptions,
} from 'cockatiel'
import type { Clock } from './clock.ts'
import { Failure, type FailureKind, failedAs } from './failure.ts'

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
  onRetry?: (notice: RetryNotice) => void
}

/**
 * Repeats `attempt` while it fails in one of `kinds`, with decorrelated jitter between tries and never sooner than `Retry-After` asks.
 * Gives up with the last failure at the deadline, or when an outage has lasted longer than the scope's patience;
 * being asked to slow down (429) is no outage and is sat out until the deadline. Where the deadline cut the last try short, the failure
 * before it is the one that tells something.
 */
export function persist<T>(
  attempt: () => Promise<T>,
  kinds: readonly FailureKind[],
  scope: Scope,
  { clock, onRetry }: RetryTools,
): Promise<T> {
  let waitMs = 0
  let firstFailure: number | undefined
  let lastFailure: Failure | undefined
  let jitter: [number, number] | undefined
  const options: IExponentialBackoffOptions<[number, number]> = {
    generator: decorrelatedJitterGenerator,
    initialDelay: FIRST_WAIT_MS,
    maxDelay: MAX_WAIT_MS,
    exponent: 2,
  }
  const again = (error: unknown): boolean => {
    const now = clock.now()
    if (!failedAs(error, ...kinds) || scope.signal?.aborted || now >= scope.deadline) return false
    firstFailure ??= now
    if (now - firstFailure >= patience(error, scope)) return false
    const [backoffMs, state] = decorrelatedJitterGenerator(jitter, options)
    jitter = state
    // What was asked for is asked of everybody at once: the jitter on top spreads the crowd.
    const asked = error.retryAfterMs === undefined ? FIRST_WAIT_MS / 2 : error.retryAfterMs
    waitMs = Math.min(Math.max(asked, FIRST_WAIT_MS / 2) + backoffMs, scope.deadline - now)
    lastFailure = error
    onRetry?.({ failure: error, waitMs, sinceMs: now - firstFailure })
    return true
  }
  const policy = retry(handleWhen(again), { maxAttempts: Number.POSITIVE_INFINITY, backoff: new ConstantBackoff(0) })
  const done = policy.execute(async () => {
    // The wait stands here, not in the policy's backoff, because only ours ends at once when the step is cancelled.
    if (waitMs > 0) await clock.sleep(waitMs, scope.signal)
    if (scope.signal?.aborted) throw new Failure('aborted', 'This step was told to end.')
    return attempt()
  })
  return done.catch((error: unknown) => {
    const cutShort = kinds.includes('interrupted') && failedAs(error, 'interrupted') && clock.now() >= scope.deadline
    throw cutShort && lastFailure ? lastFailure : error
  })
}

function patience({ kind }: Failure, scope: Scope): number {
  const outage = scope.patienceMs ?? OUTAGE_PATIENCE_MS
  if (outage === 0) return 0
  if (kind === 'rate-limited') return Number.POSITIVE_INFINITY
  return kind === 'misshapen' ? Math.min(MISSHAPEN_PATIENCE_MS, outage) : outage
}
