import type { Clock } from '../src/base/clock.ts'

/** A clock that stands still but for sleeps, which take no real time. `onSleep` may do something at that moment of virtual time. */
export function virtualClock(start = 0, onSleep?: (now: number) => void): Clock {
  let now = start
  return {
    now: () => now,
    sleep: (ms, signal) => {
      if (!signal?.aborted) {
        now += Math.max(0, ms)
        onSleep?.(now)
      }
      return Promise.resolve()
    },
  }
}
