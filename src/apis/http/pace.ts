// The rate limit belongs to the key, not to this job, and nobody tells how many others share it. So every request waits for its turn, and what
// the answers say sets the pace: additive increase, multiplicative decrease, as in TCP (Chiu and Jain, 1989), which lets strangers share
// a limit fairly.
import type { IncomingHttpHeaders } from 'node:http'
import { clamp } from '../../base/clamp.ts'
import type { Clock } from '../../base/clock.ts'
import { limitOf } from './headers.ts'

/** What an API's documentation grants, and the slowest pace that is of use, in requests a minute. */
export interface RateLimit {
  perMinute: number
  leastPerMinute: number
}

/** How much of the documented limit may go out at once after a quiet time, in seconds of it: 10 requests of 120 a minute. */
const BURST_SECONDS = 5
/** Fastest pace, in requests a second. */
const MAX_RATE = 20
/** By how much each good answer raises the pace: in requests a second, and as a share of it, whichever is more. */
const INCREASE = 1 / 2_400
const INCREASE_SHARE = 0.35
/** What a refusal leaves of the pace that was had. */
const DECREASE = 0.65
/** Longest time over which requests that were refused together are spread, in ms. */
const SPREAD_MS = 100_000
/** How many requests the pace must have room for with each poll, while there is little: the results want most of it. */
const REQUESTS_A_POLL = 5
/** From this share of the limit on, polls need not be sparser than their schedule. */
const PLENTY = 0.25
const MINUTE_MS = 60_000

/** The pace of all requests of a step to one API. */
export interface Pace {
  /** Resolves when the next request may go out; at the deadline at the latest, and at once when the signal aborts. */
  turn(until: { deadline: number; signal?: AbortSignal }): Promise<void>
  /** A request was answered, whatever the answer was, except 429. */
  answered(headers: IncomingHttpHeaders): void
  /** A request was refused with 429, and asked to wait that long in ms. */
  refused(retryAfterMs: number | undefined): void
  /** Shortest distance between polls in ms that leaves half of the pace for everything else; 0 while there is plenty. */
  leastGap(): number
}

/** A pace that begins with the documented limit. */
export function createPace(clock: Clock, random: () => number, documented: RateLimit): Pace {
  const slowest = documented.leastPerMinute / 60
  let limit = documented.perMinute / 60
  let rate = limit
  const burst = limit * BURST_SECONDS
  let tokens = burst
  let counted = clock.now()
  let pausedUntil = 0
  let recent: number[] = []
  let queue: Promise<void> = Promise.resolve()

  const refill = (): void => {
    const now = clock.now()
    tokens = Math.min(Math.max(1, burst * Math.min(1, rate / limit)), tokens + ((now - counted) / 1_000) * rate)
    counted = now
  }
  const wait = async ({ deadline, signal }: { deadline: number; signal?: AbortSignal }): Promise<void> => {
    for (;;) {
      refill()
      const ms = Math.max(pausedUntil - clock.now(), tokens >= 1 ? 0 : ((1 - tokens) / rate) * 1_000)
      if (ms <= 0 || signal?.aborted || clock.now() >= deadline) break
      await clock.sleep(Math.min(Math.ceil(ms), deadline - clock.now()), signal)
    }
    tokens -= 1
  }

  return {
    turn: (until) => {
      // One after the other, in the order they came.
      const mine = queue.then(() => wait(until))
      queue = mine.catch(() => undefined)
      return mine
    },
    answered: (headers) => {
      const now = clock.now()
      recent = [...recent.filter((at) => at > now - MINUTE_MS), now]
      const told = limitOf(headers, now)
      if (told.limit !== undefined) limit = clamp(told.limit, slowest, MAX_RATE)
      rate = clamp(rate + Math.max(INCREASE, INCREASE_SHARE * rate), slowest, limit)
      // What is left of the window is everybody's: none is left for anybody once it is used up.
      if (told.remaining === 0 && told.resetMs !== undefined)
        pausedUntil = Math.max(pausedUntil, now + spread(told.resetMs))
    },
    refused: (retryAfterMs) => {
      const now = clock.now()
      // What came through in the last minute is what the others left for this job.
      recent = recent.filter((at) => at > now - MINUTE_MS)
      const had = Math.max(1, recent.length) / 60
      rate = clamp(Math.min(rate, had) * DECREASE, slowest, limit)
      // One is left for when the pause is over: what spreads the refused is the pause, not the pace.
      tokens = Math.min(tokens, 1)
      pausedUntil = Math.max(pausedUntil, now + spread(retryAfterMs ?? 1_000))
    },
    leastGap: () => (rate < PLENTY * limit ? (1_000 * REQUESTS_A_POLL) / rate : 0),
  }

  /** At least as long as asked, and then anywhere within one of this job's own turns: all that were refused were told the same moment. */
  function spread(ms: number): number {
    return ms + random() * Math.min(SPREAD_MS, 1_000 / rate)
  }
}
