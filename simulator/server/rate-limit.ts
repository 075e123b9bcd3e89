const MINUTE_MS = 60_000

/** What is left of a window after a request. */
export interface RateWindow {
  /** Whole seconds to wait where there were too many requests, else 0. */
  readonly wait: number
  readonly remaining: number
  /** Simulated ms at which the next window may begin. */
  readonly resetsAt: number
}

/** Counts a request of `key` at `at` (simulated ms); answers the whole seconds to wait where there were too many, else 0. */
export type RateLimit = (key: string, at: number) => number

/** At most `requestsPerMinute` requests of a key in each minute, the first of which begins with its first request. */
export function createRateLimit(requestsPerMinute: number): RateLimit {
  const count = createRateWindows(requestsPerMinute)
  return (key, at) => count(key, at).wait
}

/** As `createRateLimit`, for windows of any length, and tells what is left. */
export function createRateWindows(requests: number, windowMs = MINUTE_MS): (key: string, at: number) => RateWindow {
  const windows = new Map<string, { from: number; count: number }>()
  return (key, at) => {
    let window = windows.get(key)
    if (!window || at >= window.from + windowMs) {
      window = { from: at, count: 0 }
      windows.set(key, window)
    }
    window.count += 1
    const resetsAt = window.from + windowMs
    return {
      wait: window.count > requests ? Math.max(1, Math.ceil((resetsAt - at) / 1000)) : 0,
      remaining: Math.max(0, requests - window.count),
      resetsAt,
    }
  }
}
