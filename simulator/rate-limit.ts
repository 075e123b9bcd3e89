const WINDOW_MS = 60_000

/** Counts a request of `key` at `at` (simulated ms); answers the whole seconds to wait where there were too many, else 0. */
export type RateLimit = (key: string, at: number) => number

/** At most `requestsPerMinute` requests of a key in each minute, the first of which begins with its first request. */
export function createRateLimit(requestsPerMinute: number): RateLimit {
  const windows = new Map<string, { from: number; count: number }>()
  return (key, at) => {
    let window = windows.get(key)
    if (!window || at >= window.from + WINDOW_MS) {
      window = { from: at, count: 0 }
      windows.set(key, window)
    }
    window.count += 1
    return window.count > requestsPerMinute ? Math.max(1, Math.ceil((window.from + WINDOW_MS - at) / 1000)) : 0
  }
}
