// How a wait is told of: for one run a line each, for several one compact line for all.
import type { Clock } from '../base/clock.ts'
import { formatDuration } from '../base/duration.ts'
import type { Log } from '../base/log.ts'
import { plain } from '../base/text.ts'

/** How far a run is. Times in ms. */
export interface Progress {
  status: string
  inStatusMs: number
  /** Endpoints that are done, of how many. */
  done?: number
  of?: number
  /** Until the expected end; negative once it is overdue. */
  leftMs?: number
  untilTimeoutMs: number
}

/** One run's progress: `RUNNING for 2 min · 35 of 100 endpoints done · about 50 s left · 12 min until the timeout`. */
export function progressLine({ status, inStatusMs, done, of, leftMs, untilTimeoutMs }: Progress): string {
  return [
    `${status} for ${formatDuration(inStatusMs)}`,
    done === undefined ? '' : `${done} of ${of ?? '?'} endpoints done`,
    leftMs === undefined ? '' : leftText(leftMs),
    `${formatDuration(untilTimeoutMs)} until the timeout`,
  ]
    .filter(Boolean)
    .join(' · ')
}

function leftText(leftMs: number): string {
  return leftMs > 0 ? `about ${formatDuration(leftMs)} left` : 'the calls should be over'
}

/** Tells of several runs in one line. */
export interface ProgressBoard {
  /** A run's progress; a line is written when the last one is older than `everyMs`. */
  update(name: string, progress: Progress): void
  /** A run is over and no longer told of. */
  done(name: string): void
}

/** Longest name of a run in the line for all. */
const MAX_NAME = 30

/** A board for `total` runs. */
export function progressBoard(total: number, everyMs: number, clock: Clock, log: Log): ProgressBoard {
  const current = new Map<string, Progress>()
  let over = 0
  let last = clock.now()
  return {
    update: (name, progress) => {
      current.set(name, progress)
      if (clock.now() - last < everyMs) return
      last = clock.now()
      const runs = [...current].map(([run, { status, done, of, leftMs }]) => {
        const facts = [
          status,
          done === undefined ? '' : `${done}/${of ?? '?'}`,
          leftMs === undefined ? '' : leftText(leftMs),
        ]
        return `${plain(run, MAX_NAME)}: ${facts.filter(Boolean).join(', ')}`
      })
      log.info(`${over} of ${total} tests over · ${runs.join(' · ')}`)
    },
    done: (name) => {
      current.delete(name)
      over++
    },
  }
}
