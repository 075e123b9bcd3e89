// Ends for work that would go on for ever.
import type { Clock } from './clock.ts'

/** A signal that aborts when its time is over. */
export interface Deadline {
  readonly signal: AbortSignal
  /** Lets it abort in so many ms; of several times the first counts. */
  expireIn(ms: number): void
  /** Lets it abort so many ms after another signal has; how many is asked for then. */
  expireAfter(other: AbortSignal, ms: () => number): void
  /** Keeps it from aborting: what it was for is over. */
  clear(): void
}

/** A deadline that has no time yet. */
export function openDeadline(clock: Clock): Deadline {
  const late = new AbortController()
  const cleared = new AbortController()
  const expireIn = (ms: number): void => {
    void clock.sleep(ms, cleared.signal).then(() => {
      if (!cleared.signal.aborted) late.abort()
    })
  }
  return {
    signal: late.signal,
    expireIn,
    expireAfter: (other, ms) => {
      const expire = (): void => expireIn(ms())
      if (other.aborted) expire()
      else other.addEventListener('abort', expire, { once: true, signal: cleared.signal })
    },
    clear: () => cleared.abort(),
  }
}

/** What work comes to, unless the signal aborts first: then it is rejected with `late()`, whether or not the work notices. */
export function unlessAborted<T>(work: Promise<T>, signal: AbortSignal, late: () => Error): Promise<T> {
  const aborted = new Promise<never>((_, reject) => {
    const onAbort = (): void => reject(late())
    if (signal.aborted) onAbort()
    else signal.addEventListener('abort', onAbort, { once: true })
  })
  return Promise.race([work, aborted])
}
