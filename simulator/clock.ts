/** Simulated time: it passes `speed` times as fast as real time and equals it at `epoch` (real ms). */
export interface Clock {
  readonly speed: number
  readonly epoch: number
  /** Simulated ms since 1970. */
  readonly now: () => number
  /** Real ms that `seconds` of simulated time take. */
  readonly realMs: (seconds: number) => number
}

/** A clock that starts at `epoch`. fast-clock.mjs keeps the same time in another process. */
export function createClock(speed: number, epoch: number): Clock {
  if (!(speed > 0 && Number.isFinite(speed))) throw new RangeError(`speed must be a positive number, not ${speed}`)
  return {
    speed,
    epoch,
    now: () => Math.round(epoch + (Date.now() - epoch) * speed),
    realMs: (seconds) => Math.ceil((seconds * 1000) / speed),
  }
}
