/** Time as the action sees it, so that tests and benchmarks can bring their own. */
export interface Clock {
  /** Milliseconds since the Unix epoch. */
  now(): number
  /** Resolves after `ms`, or at once when `signal` aborts. Never rejects: the caller looks at the signal. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}

/** When the process began, by the machine's clock. */
const began = Math.round(Date.now() - process.uptime() * 1_000)

/**
 * The machine's clock as it was when the process began, and from then on only what passes: a clock that is set anew in the meantime, by hours perhaps,
 * moves no deadline and changes no duration.
 */
export const systemClock: Clock = {
  now: () => began + process.uptime() * 1_000,
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) {
        resolve()
        return
      }
      const finish = (): void => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', finish)
        resolve()
      }
      // Up: Node rounds down, and whoever wakes too early has to sleep once more.
      const timer = setTimeout(finish, Math.ceil(Math.max(0, ms)))
      signal?.addEventListener('abort', finish)
    }),
}
