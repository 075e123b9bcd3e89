import type { Server } from 'node:net'

/** Time as the simulators live in it. */
export interface Clock {
  /** Ms since 1970. */
  readonly now: () => number
  /** Does something after `ms`. Answers how to call it off. */
  readonly after: (ms: number, work: () => void) => () => void
  /** Says that clients in the same time will connect to the server, which listens already. */
  readonly serve: (server: Server) => void
  /** Says that something is being worked on that nobody can see; answers how to say that it is done. */
  readonly hold: () => () => void
}

/** The machine's own time, `speed` times as fast from now on. */
export function realClock(speed = 1): Clock {
  if (!(speed > 0 && Number.isFinite(speed))) throw new RangeError(`speed must be a positive number, not ${speed}`)
  const from = Date.now()
  return {
    now: () => Math.round(from + (Date.now() - from) * speed),
    after: (ms, work) => {
      const timer = setTimeout(work, Math.ceil(ms / speed))
      return () => clearTimeout(timer)
    },
    serve: () => undefined,
    hold: () => () => undefined,
  }
}
