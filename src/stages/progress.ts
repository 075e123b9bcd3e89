// How far a run is, and how a wait is told of: for one run a line each, for several one compact line for all.
import type { Clock } from '../base/clock.ts'
import { formatDuration } from '../base/duration.ts'
import type { Log } from '../base/log.ts'
import { plain } from '../base/text.ts'
import type { Run, StatusChange } from '../model/run.ts'
import { type EndModel, endModel } from './end-model.ts'
import { type RunLength, expectedLengths } from './run-lengths.ts'
import type { Knowledge } from './schedule.ts'

/** At least one line of progress each, in ms. */
export const PROGRESS_EVERY_MS = 30_000

/** What has been seen of a run that is watched. Times are in ms since the epoch, by this machine's clock: the server's need not agree with it. */
export interface Seen {
  triggeredAt: number
  statuses: readonly StatusChange[]
  run?: Run
  /** Planned length of the calls in seconds, by the test; what the run itself says counts more. */
  plannedSeconds?: number
  earlier?: readonly RunLength[]
  /** When it was last known not to be running yet. */
  waitedAt?: number
  /** When all endpoints were first seen to be done. */
  allDoneAt?: number
}

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

/** What is known of a run's end, and how far it is: only while it is running, nothing more than how long runs of the test take. */
export function expectation(seen: Seen, now: number): Pick<Knowledge, 'running' | 'ends' | 'allDone'> {
  const { triggeredAt, statuses, run, waitedAt, allDoneAt } = seen
  const current = statuses[statuses.length - 1]
  const ends = endsOf(seen)
  if (current?.status !== 'RUNNING') return { ends }
  // The server's own times tell how long after its creation it began to run. Where they do not, it may have begun just after it was last seen waiting, and an
  // end that is expected too late is found late.
  const ownDelay =
    run?.createdAt !== undefined && run.startedAt !== undefined ? run.startedAt - run.createdAt : undefined
  const began =
    ownDelay !== undefined && ownDelay >= 0 ? Math.min(current.at, triggeredAt + ownDelay) : (waitedAt ?? current.at)
  return { running: now - began, ends, ...(allDoneAt === undefined ? {} : { allDone: now - allDoneAt }) }
}

function endsOf({ run, plannedSeconds, earlier = [] }: Seen): EndModel {
  const planned = run?.plannedSeconds ?? plannedSeconds
  const plannedMs = planned === undefined ? undefined : planned * 1_000
  return endModel(plannedMs, expectedLengths(earlier, plannedMs))
}

/** Whether a run tells that all of its endpoints are done. */
export function isAllDone({ endpointCount, completedEndpoints }: Run): boolean {
  return Boolean(endpointCount) && completedEndpoints !== undefined && completedEndpoints >= (endpointCount ?? 0)
}

/** How far a run is, at a moment. */
export function progressOf(seen: Seen, now: number, deadline: number): Progress {
  const { run, statuses, triggeredAt } = seen
  const current = statuses[statuses.length - 1]
  const { running, ends } = expectation(seen, now)
  return {
    status: plain(current?.status ?? 'waiting'),
    inStatusMs: now - (current?.at ?? triggeredAt),
    ...(run?.completedEndpoints !== undefined && run.endpointCount
      ? { done: run.completedEndpoints, of: run.endpointCount }
      : {}),
    ...(running !== undefined && ends.expected.length > 0 ? { leftMs: ends.medianMs - running } : {}),
    untilTimeoutMs: deadline - now,
  }
}

/** A change of status: `RUNNING after 12 s, calls planned for 2 min`. `sinceTrigger` is in ms. */
export function statusLine(status: string, sinceTrigger: number, run: Run | undefined): string {
  const about =
    run?.plannedSeconds !== undefined && status === 'RUNNING'
      ? `, calls planned for ${formatDuration(run.plannedSeconds * 1_000)}`
      : ''
  return `${plain(status)} after ${formatDuration(sinceTrigger)}${about}`
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
