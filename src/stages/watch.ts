import type { CallMeter } from '../apis/callmeter/client.ts'
import type { Clock } from '../base/clock.ts'
import { formatDuration } from '../base/duration.ts'
import { Failure, failedAs } from '../base/failure.ts'
import { lengthsOfEarlierRuns } from './history.ts'
import type { Log } from '../base/log.ts'
import type { Progress } from './progress.ts'
import type { Scope } from '../apis/http/retry.ts'
import { type Run, isKnownStatus, isTerminal } from '../model/run.ts'
import { type Knowledge, expectedFromHistory, expectedFromPlan, nextPoll } from './schedule.ts'
import { plain } from '../base/text.ts'

/** At least one line of progress each, in ms. */
export const PROGRESS_EVERY_MS = 30_000
/** How long a run that somebody else is stopping is watched for its end, in ms. */
const STOPPING_PATIENCE_MS = 2 * 60_000
/** How often, and how far apart in ms, a run must be refused or gone before that is believed. */
const CONFIRMATIONS = 3
const CONFIRM_AFTER_MS = 5_000

/** Most warnings of odd statuses; GitHub shows ten of a step. */
const MAX_WARNINGS = 3
/** Most changes of status that are told and kept. */
const MAX_STATUSES = 50

/** When a run was first seen in a status, in ms since the epoch by this machine's clock. */
export interface StatusChange {
  status: string
  at: number
}

/** How watching ended. */
export interface Watched {
  /** `stopping`: somebody else was stopping the run, and it was left in that. */
  ended: 'terminal' | 'timed-out' | 'cancelled' | 'stopping'
  /** As last seen; undefined where it was never seen. */
  run?: Run
  statuses: StatusChange[]
  /** Whether the run was seen being stopped by somebody else. */
  stoppedElsewhere: boolean
}

export interface WatchRequest {
  projectId: string
  runId: string
  testId?: string
  /** When the run was triggered, in ms since the epoch by this machine's clock. */
  triggeredAt: number
  /** The status in the answer to the trigger. */
  status?: string
  /** Planned length of the calls, in seconds, where the test tells it. */
  plannedSeconds?: number
}

export interface WatchTools {
  api: CallMeter
  clock: Clock
  log: Log
  random: () => number
  /** Takes what is known of the run's progress, at least every 30 s. */
  progress: (progress: Progress) => void
}

/** Follows a run until it ends, the deadline passes or the step is cancelled. Throws when it is gone, refused, or out of reach for too long. */
export async function watch(
  request: WatchRequest,
  scope: Scope,
  { api, clock, log, random, progress }: WatchTools,
): Promise<Watched> {
  const watched: Watched = { ended: 'terminal', statuses: [], stoppedElsewhere: false }
  let lastLine = clock.now()
  let stoppingSince: number | undefined
  /** Lengths of earlier runs in ms, asked for once where nothing is planned. */
  let earlier: number[] | undefined
  const tell = (now: Progress): void => {
    lastLine = clock.now()
    progress(now)
  }
  const say = (line: string): void => {
    lastLine = clock.now()
    log.info(line)
  }
  let warnings = 0
  const warnOfOddity = (status: string, before: string | undefined): void => {
    const oddity = oddityOf(status, before)
    if (oddity && warnings++ < MAX_WARNINGS) log.warning(oddity)
  }
  const observe = (status: string, run?: Run): void => {
    const now = clock.now()
    if (run) watched.run = run
    const before = watched.statuses[watched.statuses.length - 1]
    if (before?.status === status) return
    if (watched.statuses.length >= MAX_STATUSES) watched.statuses.splice(1, 1)
    watched.statuses.push({ status, at: now })
    say(statusLine(status, now - request.triggeredAt, run))
    warnOfOddity(status, before?.status)
    if (status === 'STOPPING') {
      stoppingSince ??= now
      watched.stoppedElsewhere = true
    }
  }
  if (request.status) observe(request.status)

  for (;;) {
    const now = clock.now()
    const due = Math.min(
      now +
        nextPoll({
          ...expectation(request, watched, earlier, now),
          sinceTrigger: now - request.triggeredAt,
          leastGap: api.leastGap(),
          random: random(),
        }),
      scope.deadline,
    )
    while (!scope.signal?.aborted && clock.now() < due) {
      await clock.sleep(Math.min(due, lastLine + PROGRESS_EVERY_MS) - clock.now(), scope.signal)
      if (clock.now() >= lastLine + PROGRESS_EVERY_MS)
        tell(progressOf(request, watched, earlier, clock.now(), scope.deadline))
    }
    if (scope.signal?.aborted) return { ...watched, ended: 'cancelled' }

    try {
      const run = await confirmed(() => api.getRun(request.projectId, request.runId, scope), scope, clock)
      observe(run.status, run)
      if (isTerminal(run.status)) return watched
      if (
        run.status === 'RUNNING' &&
        earlier === undefined &&
        plannedOf(request, run) === undefined &&
        clock.now() < scope.deadline
      ) {
        earlier = await lengthsOfEarlierRuns({ ...request, testId: request.testId ?? run.testId }, scope, api)
      }
    } catch (error) {
      if (failedAs(error, 'aborted')) return { ...watched, ended: 'cancelled' }
      if (clock.now() < scope.deadline || !(error instanceof Failure)) throw error
    }
    if (clock.now() >= scope.deadline) return { ...watched, ended: 'timed-out' }
    if (stoppingSince !== undefined && clock.now() - stoppingSince > STOPPING_PATIENCE_MS)
      return { ...watched, ended: 'stopping' }
  }
}

/** Repeats what was refused or not found: one such answer may be a fault of the moment, several in a row are not. */
async function confirmed<T>(read: () => Promise<T>, scope: Scope, clock: Clock): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await read()
    } catch (error) {
      if (
        !failedAs(error, 'not-found', 'key-refused', 'forbidden') ||
        tries >= CONFIRMATIONS ||
        clock.now() >= scope.deadline
      )
        throw error
      await clock.sleep(Math.min(CONFIRM_AFTER_MS, scope.deadline - clock.now()), scope.signal)
    }
  }
}

/** The order of the life-cycle. A status that is not in it stands nowhere. */
const LIFE_CYCLE: readonly string[] = ['CREATED', 'PENDING', 'QUEUED', 'DISPATCHING', 'RUNNING', 'STOPPING']

/** What is odd about a status, for the reader; the run is watched on either way, until it ends or time is out. */
function oddityOf(status: string, before: string | undefined): string | undefined {
  if (!isKnownStatus(status))
    return `The run has the status "${plain(status)}", which this version of the action does not know. It goes on waiting for the run to end.`
  const [now, then] = [LIFE_CYCLE.indexOf(status), LIFE_CYCLE.indexOf(before ?? '')]
  if (now < 0 || then < 0 || now >= then) return undefined
  return `The run went back from ${before ?? ''} to ${status}, which no run should. It goes on waiting for the run to end.`
}

function plannedOf({ plannedSeconds }: WatchRequest, run: Run | undefined): number | undefined {
  return run?.plannedSeconds ?? plannedSeconds
}

/** When the run is expected to end, and how far it is, by this machine's clock: the server's need not agree with it. */
function expectation(
  request: WatchRequest,
  { run, statuses }: Watched,
  earlier: number[] | undefined,
  now: number,
): Pick<Knowledge, 'running' | 'expected' | 'allDone'> {
  const current = statuses[statuses.length - 1]
  if (current?.status !== 'RUNNING') return {}
  // The server's own times tell how long after its creation it began to run, which is sooner than it was seen.
  const ownDelay =
    run?.createdAt !== undefined && run.startedAt !== undefined ? run.startedAt - run.createdAt : undefined
  const began =
    ownDelay !== undefined && ownDelay >= 0 ? Math.min(current.at, request.triggeredAt + ownDelay) : current.at
  const planned = plannedOf(request, run)
  const expected = planned === undefined ? expectedFromHistory(earlier ?? []) : expectedFromPlan(planned * 1_000)
  const { endpointCount, completedEndpoints } = run ?? {}
  return {
    running: now - began,
    ...(expected ? { expected } : {}),
    ...(endpointCount && completedEndpoints !== undefined && completedEndpoints >= endpointCount
      ? { allDone: true }
      : {}),
  }
}

function statusLine(status: string, sinceTrigger: number, run: Run | undefined): string {
  const about =
    run?.plannedSeconds !== undefined && status === 'RUNNING'
      ? `, calls planned for ${formatDuration(run.plannedSeconds * 1_000)}`
      : ''
  return `${plain(status)} after ${formatDuration(sinceTrigger)}${about}`
}

function progressOf(
  request: WatchRequest,
  watched: Watched,
  earlier: number[] | undefined,
  now: number,
  deadline: number,
): Progress {
  const { run, statuses } = watched
  const current = statuses[statuses.length - 1]
  const { running, expected } = expectation(request, watched, earlier, now)
  return {
    status: plain(current?.status ?? 'waiting'),
    inStatusMs: now - (current?.at ?? request.triggeredAt),
    ...(run?.completedEndpoints !== undefined && run.endpointCount
      ? { done: run.completedEndpoints, of: run.endpointCount }
      : {}),
    ...(running !== undefined && expected ? { leftMs: (expected.from + expected.to) / 2 - running } : {}),
    untilTimeoutMs: deadline - now,
  }
}
