import type { Clock } from '../../base/clock.ts'
import { Failure, type FailureKind, failedAs } from '../../base/failure.ts'

/** How long an API may be out of reach before a read gives up, in ms. A shorter outage changes nothing but the log. */
export const OUTAGE_PATIENCE_MS = 5 * 60_000
/** How long answers may be readable but of the wrong shape before a read gives up, in ms. Longer than a passing fault of a gateway. */
export const MISSHAPEN_PATIENCE_MS = 30_000
/** How long a refusal has to stand before a read believes it, in ms: one alone may be a fault of the moment, whatever its number. */
export const REFUSAL_PATIENCE_MS = 10_000
/** Longest wait of our own choosing between two tries, in ms. */
export const MAX_WAIT_MS = 20_000
const FIRST_WAIT_MS = 1_000

/** How far a request may go in time. */
export interface Scope {
  /** When the last try may start, in ms since the epoch. */
  deadline: number
  /** Ends waiting and asking at once. */
  signal?: AbortSignal
  /** The most that any failure but 429 is sat out, in ms; `OUTAGE_PATIENCE_MS` unless given. With 0 nothing is tried twice. */
  patienceMs?: number
  /** How long a refusal has to stand, in ms; `REFUSAL_PATIENCE_MS` unless given. With 0, of what is only assumed to exist, it is believed at once. */
  refusalMs?: number
  /** How often in a row being asked to slow down (429) is sat out; without end unless given. */
  slowDowns?: number
}

/** What `persist` tells about a try that failed and will be repeated. */
export interface RetryNotice {
  failure: Failure
  waitMs: number
  /** How long it has been failing, in ms. */
  sinceMs: number
}

/** Kinds of failure of the way to the API and of its health: they share one patience, since an outage shows as one and then as another. */
const OUTAGE: readonly FailureKind[] = ['not-sent', 'interrupted', 'server', 'unreadable']
/** Kinds of failure that tell of the request, as soon as they are believed. */
const REFUSALS: readonly FailureKind[] = [
  'key-refused', 'forbidden', 'not-found', 'not-offered', 'rejected', 'conflict', 'too-large',
] // prettier-ignore
/** Kinds of failure that pass, so that what does no harm twice may be asked again. */
export const PASSING: readonly FailureKind[] = [...OUTAGE, 'rate-limited', 'misshapen']
/** Kinds of failure after which a read may be repeated. */
export const OF_READS: readonly FailureKind[] = [...PASSING, ...REFUSALS]
/** Kinds of failure after which it is certain that a request had no effect, so that even a write may be repeated. */
export const WITHOUT_EFFECT: readonly FailureKind[] = ['rate-limited', 'not-sent']

export interface RetryTools {
  clock: Clock
  /** From 0 to below 1. */
  random: () => number
  onRetry?: (notice: RetryNotice) => void
}

/**
 * Repeats `attempt` while it fails in one of `kinds`, with decorrelated jitter between tries and never sooner than `Retry-After` asks. Gives up with the
 * last failure at the deadline, or when a failure has stood for as long as its kind is sat out: each for itself, so that a refusal after an outage is not
 * believed at once. Being asked to slow down (429) shows that the API is there, and is sat out until the deadline. Where the deadline cut the last
 * try short, the failure before it is the one that tells something.
 */
export async function persist<T>(
  attempt: () => Promise<T>,
  kinds: readonly FailureKind[],
  scope: Scope,
  { clock, random, onRetry }: RetryTools,
): Promise<T> {
  const backoffMs = decorrelatedJitter(random)
  /** Since when which kinds of failure have stood. */
  const standing = new Map<string, number>()
  const began = clock.now()
  let lastFailure: Failure | undefined
  let slowDowns = 0
  for (;;) {
    if (scope.signal?.aborted) throw new Failure('aborted', 'The step was cancelled.')
    try {
      return await attempt()
    } catch (error) {
      const now = clock.now()
      const again = failedAs(error, ...kinds) && !scope.signal?.aborted && now < scope.deadline
      const isSlowDown = failedAs(error, 'rate-limited')
      const isTooMuch = isSlowDown && slowDowns >= (scope.slowDowns ?? Number.POSITIVE_INFINITY)
      const left = again && !isTooMuch ? patienceLeft(error, standing, scope, now) : 0
      if (!again || left <= 0) {
        const cutShort = kinds.includes('interrupted') && failedAs(error, 'interrupted') && now >= scope.deadline
        throw cutShort && lastFailure ? lastFailure : error
      }
      lastFailure = error
      const asked = error.retryAfterMs ?? 0
      const least = Math.max(asked, FIRST_WAIT_MS / 2)
      // The first time, the pace alone spreads those who were refused together. The last try comes when patience ends.
      const isFirst = isSlowDown && slowDowns === 0
      slowDowns = isSlowDown ? slowDowns + 1 : 0
      const own = Math.min(least + (isFirst ? 0 : backoffMs()), Math.max(left, asked))
      const waitMs = Math.min(own, scope.deadline - now)
      onRetry?.({ failure: error, waitMs, sinceMs: now - began })
      if (waitMs > 0) await clock.sleep(waitMs, scope.signal)
    }
  }
}

/** How much longer a failure is sat out, in ms. Takes note of it in `standing`. */
function patienceLeft({ kind }: Failure, standing: Map<string, number>, scope: Scope, now: number): number {
  const most = scope.patienceMs ?? OUTAGE_PATIENCE_MS
  if (most <= 0) return 0
  if (kind === 'rate-limited') {
    standing.clear()
    return Number.POSITIVE_INFINITY
  }
  const name = OUTAGE.includes(kind) ? 'outage' : kind
  const since = standing.get(name) ?? now
  standing.set(name, since)
  return since + Math.min(most, patienceOf(kind, scope)) - now
}

function patienceOf(kind: FailureKind, { refusalMs = REFUSAL_PATIENCE_MS }: Scope): number {
  if (kind === 'misshapen') return MISSHAPEN_PATIENCE_MS
  // A refused key says nothing of what there is.
  if (kind === 'key-refused') return REFUSAL_PATIENCE_MS
  return REFUSALS.includes(kind) ? refusalMs : OUTAGE_PATIENCE_MS
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
