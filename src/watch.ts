import type { CallMeter } from './callmeter/client.ts'
import type { Clock } from './clock.ts'
import { formatDuration } from './duration.ts'
import { Failure, failedAs } from './failure.ts'
import type { Log } from './log.ts'
import type { Scope } from './retry.ts'
import { type Run, isKnownStatus, isTerminal } from './run.ts'
import { nextPoll } from './schedule.ts'
import { plain } from './text.ts'

/** At least one line of progress each, in ms. */
const PROGRESS_EVERY_MS = 30_000
/** How long a run that somebody else is stopping is watched for its end, in ms. */
const STOPPING_PATIENCE_MS = 2 * 60_000
/** How often, and how far apart in ms, a run must be refused or gone before that is believed. */
const CONFIRMATIONS = 3
const CONFIRM_AFTER_MS = 5_000

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
}

/** Follows a run until it ends, the deadline passes or the step is cancelled. Throws when it is gone, refused, or out of reach for too long. */
export async function watch(
  request: WatchRequest,
  scope: Scope,
  { api, clock, log, random }: WatchTools,
): Promise<Watched> {
  const watched: Watched = { ended: 'terminal', statuses: [], stoppedElsewhere: false }
  let lastLine = clock.now()
  let stoppingSince: number | undefined
  const say = (line: string): void => {
    lastLine = clock.now()
    log.info(line)
  }
  const observe = (status: string, run?: Run): void => {
    const now = clock.now()
    if (run) watched.run = run
    if (watched.statuses[watched.statuses.length - 1]?.status === status) return
    watched.statuses.push({ status, at: now })
    say(statusLine(status, now - request.triggeredAt, run))
    if (!isKnownStatus(status))
      log.warning(
        `The run has the status "${plain(status)}", which this version of the action does not know. It goes on waiting for the run to end.`,
      )
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
        nextPoll({ ...expectation(request, watched, now), sinceTrigger: now - request.triggeredAt, random: random() }),
      scope.deadline,
    )
    while (!scope.signal?.aborted && clock.now() < due) {
      await clock.sleep(Math.min(due, lastLine + PROGRESS_EVERY_MS) - clock.now(), scope.signal)
      if (clock.now() >= lastLine + PROGRESS_EVERY_MS) say(progressLine(request, watched, clock.now(), scope.deadline))
    }
    if (scope.signal?.aborted) return { ...watched, ended: 'cancelled' }

    try {
      const run = await confirmed(() => api.getRun(request.projectId, request.runId, scope), scope, clock)
      observe(run.status, run)
      if (isTerminal(run.status)) return watched
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

/** When the run is expected to end, reckoned from when it was first seen running: the two clocks need not agree. */
function expectation(
  { plannedSeconds }: WatchRequest,
  { run, statuses }: Watched,
  now: number,
): { untilExpectedEnd?: number } {
  const planned = run?.plannedSeconds ?? plannedSeconds
  const running = statuses.find(({ status }) => status === 'RUNNING')
  if (planned === undefined) return {}
  return { untilExpectedEnd: (running?.at ?? now) + planned * 1_000 - now }
}

function statusLine(status: string, sinceTrigger: number, run: Run | undefined): string {
  const about =
    run?.plannedSeconds !== undefined && status === 'RUNNING'
      ? `, calls planned for ${formatDuration(run.plannedSeconds * 1_000)}`
      : ''
  return `${plain(status)} after ${formatDuration(sinceTrigger)}${about}`
}

function progressLine(request: WatchRequest, watched: Watched, now: number, deadline: number): string {
  const { run, statuses } = watched
  const status = plain(statuses[statuses.length - 1]?.status ?? 'waiting')
  const parts = [`${status} for ${formatDuration(now - (statuses[statuses.length - 1]?.at ?? request.triggeredAt))}`]
  if (run?.completedEndpoints !== undefined && run.endpointCount)
    parts.push(`${run.completedEndpoints} of ${run.endpointCount} endpoints done`)
  const { untilExpectedEnd } = expectation(request, watched, now)
  if (untilExpectedEnd !== undefined && status === 'RUNNING') {
    parts.push(untilExpectedEnd > 0 ? `about ${formatDuration(untilExpectedEnd)} left` : 'the calls should be over')
  }
  parts.push(`${formatDuration(deadline - now)} until the timeout`)
  return parts.join(' · ')
}
