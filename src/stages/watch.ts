// The second stage of one test: its run is watched to its end.
import { optional } from '../base/fields.ts'
import type { CallMeter } from '../apis/callmeter/client.ts'
import { isSameId } from '../apis/http/fields.ts'
import type { Scope } from '../apis/http/retry.ts'
import type { Clock } from '../base/clock.ts'
import { Failure, failedAs } from '../base/failure.ts'
import type { Log } from '../base/log.ts'
import { plain } from '../base/text.ts'
import { type Run, isKnownStatus, isTerminal, type StatusChange } from '../model/run.ts'
import type { Task } from '../model/task.ts'
import type { Watched } from '../model/watched.ts'
import { type RunLength, readRunLengths } from './run-lengths.ts'
import {
  PROGRESS_EVERY_MS,
  type Progress,
  type Seen,
  expectation,
  isAllDone,
  progressOf,
  statusLine,
} from './progress.ts'
import { nextPoll } from './schedule.ts'
import type { StageTools } from './tools.ts'
import type { StartedRun } from './trigger.ts'

/** How long a run that somebody else is stopping is watched for its end, in ms. */
const STOPPING_PATIENCE_MS = 2 * 60_000
/** After how long, in ms, it is asked again whether a run has really ended, where only its status says so. */
const END_CONFIRM_MS = 1_000

/** Most warnings of odd statuses; GitHub shows ten of a step. */
const MAX_WARNINGS = 3
/** Most changes of status that are told and kept. */
const MAX_STATUSES = 50

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
  /** Earlier runs of the test; undefined where nobody has looked for them. */
  earlier?: readonly RunLength[]
}

export interface WatchTools {
  api: CallMeter
  clock: Clock
  log: Log
  random: () => number
  /** Takes what is known of the run's progress, at least every 30 s. */
  progress: (progress: Progress) => void
}

/** Watches a run until it ends, the deadline passes or the step is cancelled. Throws when it is gone, refused, or out of reach for too long. */
export async function watch(
  request: WatchRequest,
  scope: Scope,
  { api, clock, log, random, progress }: WatchTools,
): Promise<Watched> {
  const statuses: StatusChange[] = []
  let run: Run | undefined
  let lastLine = clock.now()
  let stoppingSince: number | undefined
  let waitedAt = request.triggeredAt
  let allDoneAt: number | undefined
  let warnings = 0
  /** The end that was seen once. */
  let unconfirmed: string | undefined
  const { triggeredAt, plannedSeconds } = request
  let { earlier } = request
  const seen = (): Seen => ({
    triggeredAt,
    statuses,
    ...optional({ plannedSeconds, run, earlier, allDoneAt }),
    waitedAt,
  })
  const over = (ended: Watched['ended']): Watched => {
    const stoppedElsewhere = stoppingSince !== undefined
    return { ended, ...optional({ run }), statuses, stoppedElsewhere }
  }
  const observe = (status: string): void => {
    const now = clock.now()
    const before = statuses[statuses.length - 1]
    if (before?.status === status) return
    if (statuses.length >= MAX_STATUSES) statuses.splice(1, 1)
    statuses.push({ status, at: now })
    lastLine = now
    log.info(statusLine(status, now - triggeredAt, run))
    const oddity = oddityOf(status, before?.status)
    if (oddity && warnings++ < MAX_WARNINGS) log.warning(oddity)
    // A run that is being stopped does not run again: one that does was only said to be.
    if (status === 'STOPPING') stoppingSince ??= now
    else if (!isTerminal(status)) stoppingSince = undefined
  }
  if (request.status) observe(request.status)

  for (;;) {
    const now = clock.now()
    const poll = { sinceTrigger: now - triggeredAt, scarcity: api.scarcity(), random: random() }
    const wait = unconfirmed === undefined ? nextPoll({ ...expectation(seen(), now), ...poll }) : END_CONFIRM_MS
    const due = Math.min(now + wait, scope.deadline)
    while (!scope.signal?.aborted && clock.now() < due) {
      await clock.sleep(Math.min(due, lastLine + PROGRESS_EVERY_MS) - clock.now(), scope.signal)
      if (clock.now() < lastLine + PROGRESS_EVERY_MS) continue
      lastLine = clock.now()
      progress(progressOf(seen(), lastLine, scope.deadline))
    }
    if (scope.signal?.aborted) return over('cancelled')

    try {
      // One refusal by itself is sat out; of several, the schedule knows whether this is what the next request is best spent on.
      const yields = unconfirmed === undefined ? { slowDowns: api.scarcity() > 1 ? 0 : 1 } : {}
      run = await readOwnRun(request, run, { ...scope, ...yields }, api)
      observe(run.status)
      if (run.status !== 'RUNNING') waitedAt = clock.now()
      allDoneAt = isAllDone(run) ? (allDoneAt ?? clock.now()) : undefined
      // One answer may be wrong. That a run completed is confirmed by its time, and then by its results; that it could not, by nothing.
      const isSure = run.status === 'COMPLETED' && run.completedAt !== undefined
      if (isSure || run.status === unconfirmed) return over('terminal')
      unconfirmed = isTerminal(run.status) ? run.status : undefined
      const unplanned = (run.plannedSeconds ?? plannedSeconds) === undefined && earlier === undefined
      if (run.status === 'RUNNING' && unplanned && clock.now() < scope.deadline)
        earlier = await readRunLengths({ ...request, testId: request.testId ?? run.testId }, scope, api)
    } catch (error) {
      if (failedAs(error, 'aborted')) return over('cancelled')
      if (failedAs(error, 'rate-limited') && clock.now() < scope.deadline) continue
      if (isBad(unconfirmed) && error instanceof Failure) return over('terminal')
      if (clock.now() < scope.deadline || !(error instanceof Failure)) throw error
    }
    if (clock.now() >= scope.deadline) return over(isBad(unconfirmed) ? 'terminal' : 'timed-out')
    if (stoppingSince !== undefined && clock.now() - stoppingSince > STOPPING_PATIENCE_MS) return over('stopping')
  }
}

/**
 * The run that is watched. Throws `misshapen` where the answer is about a run of another test, or names none though the one `before` did: that may be
 * anybody's.
 */
function readOwnRun(
  { projectId, runId, testId }: WatchRequest,
  before: Run | undefined,
  scope: Scope,
  api: CallMeter,
): Promise<Run> {
  const hold = (run: Run): void => {
    if (before?.id !== undefined && run.id === undefined)
      throw new Failure('misshapen', `The answer for run ${plain(runId, 80)} does not say which run it is about.`)
    if (testId === undefined || isSameId(run.testId, testId)) return
    throw new Failure(
      'misshapen',
      `Run ${plain(runId, 80)} is of test ${plain(run.testId ?? '', 80)}, as the API says now, and not of ${plain(testId, 80)}, which was started.`,
      { advice: 'Check both tests in CallMeter; the run that was started may still be running.' },
    )
  }
  return api.getRun(projectId, runId, { ...scope, hold })
}

/** Whether an end that one answer tells is a bad one: then it is believed where no other answer comes, and a good one is not. */
function isBad(end: string | undefined): boolean {
  return end !== undefined && end !== 'COMPLETED'
}

/** The order of the life-cycle. A status that is not in it stands nowhere. */
const LIFE_CYCLE: readonly string[] = ['CREATED', 'PENDING', 'QUEUED', 'DISPATCHING', 'RUNNING', 'STOPPING']

/** What is odd about a status, for the reader; the run is watched on either way, until it ends or time is out. */
function oddityOf(status: string, before: string | undefined): string | undefined {
  if (!isKnownStatus(status))
    return `The run has the status "${plain(status)}", which this version of the action does not know. The action continues to wait for the run to end.`
  const [now, then] = [LIFE_CYCLE.indexOf(status), LIFE_CYCLE.indexOf(before ?? '')]
  if (now < 0 || then < 0 || now >= then) return undefined
  return `The run went back from ${before ?? ''} to ${status}, which is unexpected. The action continues to wait for the run to end.`
}

/** Watches a task's run to its end. Throws as `watch` does; the run is then left alone, and the post step has nothing to do with it. */
export async function watchToEnd(task: Task, going: StartedRun, deadline: number, tools: StageTools): Promise<Watched> {
  const { started, entry, earlier } = going
  const { clock, random, signal } = tools.world
  const { id: testId, plannedSeconds } = task.kind === 'test' ? task.test : {}
  const request: WatchRequest = {
    projectId: task.project.id,
    runId: started.runId,
    triggeredAt: started.at,
    ...optional({ testId, status: started.status, plannedSeconds, earlier }),
  }
  const { log, apis, events } = tools
  try {
    const watched = await log.group('Wait for the run to end', () =>
      watch(request, { deadline, signal }, { api: apis.callMeter, clock, log, random, progress: events.progress }),
    )
    if (!started.own && watched.run) log.info(followedRun(watched.run))
    return watched
  } catch (error) {
    // Out of reach or refused: the run may be as healthy as ever, so it is left alone, and the report says so.
    if (!signal.aborted) entry.close()
    throw error
  }
}

/** Which run it is that was followed: an old one must not be taken for today's. */
function followedRun({ name, testId, createdAt }: Run): string {
  const created = createdAt === undefined ? 'at an unknown time' : `at ${new Date(createdAt).toISOString()}`
  return `The run that was followed is of test ${plain(name ?? testId ?? 'unknown')}, created ${created}.`
}
