// The rate limit belongs to the key, not to this job, and nobody tells how many others share it. So every request waits for its turn, and refusals
// tell what is left for this job: nothing as long as there was none, little of a single one, and the share that came through between two that follow
// one another. What is certain to be needed goes out as soon as it may; what is only worth asking gets a price by how scarce requests are.
import type { IncomingHttpHeaders } from 'node:http'
import { clamp } from '../../base/clamp.ts'
import type { Clock } from '../../base/clock.ts'
import { limitOf } from './headers.ts'

/** How much of the documented limit may go out at once after a quiet time, in seconds of it: 10 requests of 120 a minute. */
const BURST_SECONDS = 5
/** Slowest and fastest limit that is believed, in requests a second. */
const [MIN_LIMIT, MAX_LIMIT] = [1 / 60, 20]
/** How long after a refusal another one tells that others use up the limit, in ms: two windows of a limit by the minute. */
const RECENT_MS = 120_000
/** Time without a refusal in which requests become half as scarce, in ms. */
const HALF_LIFE_MS = 120_000
/** The most scarce that requests become: a run that ends is to be seen within minutes. */
const MOST_SCARCE = 10
/** Over how long requests that were refused in the same moment are spread, in ms: at least, and at most, which is a window. */
const [MIN_SPREAD_MS, MAX_SPREAD_MS] = [1_000, 60_000]

/** The pace of all requests of a step to one API. */
export interface Pace {
  /** Resolves when the next request may go out; at the deadline at the latest, and at once when the signal aborts. */
  turn(until: { deadline: number; signal?: AbortSignal }): Promise<void>
  /** A request was answered, whatever the answer was, except 429. */
  answered(headers: IncomingHttpHeaders): void
  /** A request was refused with 429, and asked to wait that long in ms. */
  refused(retryAfterMs: number | undefined): void
  /** How many times slower than the limit this job should ask what can wait: 1 where nothing was refused lately. */
  scarcity(): number
}

/** A pace that begins with the documented limit, in requests a minute. */
export function createPace(clock: Clock, random: () => number, perMinute: number): Pace {
  let limit = perMinute / 60
  const burst = limit * BURST_SECONDS
  let tokens = burst
  let counted = clock.now()
  let pausedUntil = 0
  /** The latest refusal: when it was, and how scarce requests were then. */
  let refusedAt = Number.NEGATIVE_INFINITY
  let scarcityThen = 1
  /** How many requests were granted, and since which refusal. */
  let grants = 0
  let countedFrom = Number.NEGATIVE_INFINITY
  let queue: Promise<void> = Promise.resolve()

  const scarcity = (): number => Math.max(1, scarcityThen * 0.5 ** ((clock.now() - refusedAt) / HALF_LIFE_MS))
  const wait = async ({ deadline, signal }: { deadline: number; signal?: AbortSignal }): Promise<void> => {
    for (;;) {
      const now = clock.now()
      tokens = Math.min(burst, tokens + ((now - counted) / 1_000) * limit)
      counted = now
      const ms = Math.max(pausedUntil - now, tokens >= 1 ? 0 : ((1 - tokens) / limit) * 1_000)
      if (ms <= 0 || signal?.aborted || now >= deadline) break
      await clock.sleep(Math.min(Math.ceil(ms), deadline - now), signal)
    }
    tokens -= 1
  }
  /** Not before the time that all who were refused were told, and then at any moment of a stretch. */
  const pause = (ms: number, spreadMs: number): void => {
    pausedUntil = Math.max(pausedUntil, clock.now() + ms + random() * spreadMs)
    tokens = Math.min(tokens, 1)
  }

  return {
    turn: (until) => {
      // One after the other, in the order they came.
      const mine = queue.then(() => wait(until))
      queue = mine.catch(() => undefined)
      return mine
    },
    answered: (headers) => {
      grants++
      const told = limitOf(headers, clock.now())
      if (told.limit !== undefined) limit = clamp(told.limit, MIN_LIMIT, MAX_LIMIT)
      // What is left of the window is everybody's: none is left for anybody once it is used up.
      if (told.remaining === 0 && told.resetMs !== undefined) pause(told.resetMs, MIN_SPREAD_MS)
    },
    refused: (retryAfterMs = 1_000) => {
      const now = clock.now()
      const isRecent = now - refusedAt < RECENT_MS
      // What was under way when a pause began is of one refusal with what began it.
      if (isRecent && now < pausedUntil) return pause(retryAfterMs, MIN_SPREAD_MS)
      // Between two refusals as much came through as others leave; of a single one, the longer it lasts the sooner the limit was used up.
      const share = (grants + 1) / Math.max(1, (now - countedFrom) / 1_000)
      const told = isRecent ? limit / share : 1 + retryAfterMs / 1_000
      scarcityThen = clamp(told, scarcity(), MOST_SCARCE)
      refusedAt = now
      // As long as nothing comes through, the time adds up.
      if (grants > 0 || !isRecent) countedFrom = now
      grants = 0
      pause(retryAfterMs, isRecent ? clamp(1_000 / share, MIN_SPREAD_MS, MAX_SPREAD_MS) : MIN_SPREAD_MS)
    },
    scarcity,
  }
}
