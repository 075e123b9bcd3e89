// The first stage of one test: its run is started, exactly once, or a run that exists is taken up.
import type { NamedRun, OpenRun, OpenRunEntry } from '../cleanup/open-runs.ts'
import { gradeOf } from '../cleanup/evidence.ts'
import { type LostRunTools, anothers, evidenceOf, findStartedRun, runsBefore } from '../cleanup/lost-run.ts'
import type { Going } from '../cleanup/stop.ts'
import { isSameId } from '../apis/http/fields.ts'
import type { Scope } from '../apis/http/retry.ts'
import { openDeadline } from '../base/deadline.ts'
import type { Log } from '../base/log.ts'
import { Failure, type FailureKind, explain, failedAs } from '../base/failure.ts'
import { optional } from '../base/fields.ts'
import { plain } from '../base/text.ts'
import type { Inputs } from '../inputs/inputs.ts'
import { isTerminal } from '../model/run.ts'
import { runUrl } from '../model/run-url.ts'
import type { Task, TestTask } from '../model/task.ts'
import type { Started, Watched } from '../model/watched.ts'
import type { Attempt } from './attempts.ts'
import { type RunLength, runLengths } from './run-lengths.ts'
import { idempotencyKey } from './idempotency-key.ts'
import type { StageTools } from './tools.ts'

/** How long an answer to the trigger that is on its way is waited for after a cancel, in ms. */
const ANSWER_ALLOWANCE_MS = 3_000
/** Failures after which a run may have been started although nobody said so. */
const AMBIGUOUS: readonly FailureKind[] = ['interrupted', 'server', 'conflict', 'unreadable', 'too-large', 'misshapen']

export type TriggerInputs = Pick<Inputs, 'wait' | 'stop-on' | 'run-url'>

/** A run that was started, or is followed. */
export interface StartedRun extends Going {
  started: Started
  /** The test's earlier runs, as they were listed before the start. */
  earlier?: readonly RunLength[]
}

/** Starts the test, or takes up the run that the workflow names. */
export function start(task: Task, attempt: Attempt, inputs: TriggerInputs, tools: StageTools): Promise<StartedRun> {
  if (task.kind === 'test') return tools.log.group('Start the test', () => startTest(task, attempt, inputs, tools))
  const { project, runId } = task
  const entry = openEntry({ projectId: project.id, testId: '', runId }, inputs, tools)
  return Promise.resolve({ started: { runId, evidence: 'named', at: tools.world.clock.now(), own: false }, entry })
}

async function startTest(
  { project, test }: TestTask,
  { start: number, deadline }: Attempt,
  inputs: TriggerInputs,
  tools: StageTools,
): Promise<StartedRun> {
  const { log } = tools
  const { clock, env, signal } = tools.world
  const { callMeter: api } = tools.apis
  const { jobRuns } = tools.cleanup
  if (signal.aborted) throw new Failure('aborted', 'The workflow was cancelled before the test was started.')
  const scope = { deadline, signal }
  const key = idempotencyKey(env, test.id, number)
  const ids = { projectId: project.id, testId: test.id }
  const { runs, ...before } = await runsBefore(ids, scope, { api, clock })
  const run: OpenRun = { ...ids, key, ...before }
  const entry = openEntry(run, inputs, tools)
  const breakOff = openDeadline(clock)
  breakOff.expireAfter(signal, () => ANSWER_ALLOWANCE_MS)
  try {
    const request = { run, breakOff: breakOff.signal, learn: entry.learn }
    const { asked, status, evidence } = await trigger(request, scope, { api, clock, jobRuns, log })
    const { runId } = asked
    entry.learn({ runId, ...(evidence === 'presumed' ? { presumed: true } : {}) })
    if (evidence === 'presumed') log.warning(presumedText(runId))
    const url = runUrl(inputs['run-url'], { project: project.id, test: test.id, run: runId })
    log.info(`Started run ${plain(runId)}${url ? `: ${url}` : ''}`)
    if (!inputs.wait) {
      log.info('wait is false: the step does not wait for the run, and thresholds are not evaluated.')
      entry.close()
    }
    const started: Started = { runId, evidence, ...optional({ status }), at: clock.now(), own: true }
    return { started, asked, entry, ...optional({ earlier: runs && runLengths(runs, { testId: test.id }) }) }
  } catch (error) {
    // Only of a run that may exist does the post step have to know.
    if (!failedAs(error, 'run-lost')) entry.close()
    throw error
  } finally {
    breakOff.clear()
  }
}

/** Saves a run for the post step, with what the workflow wants done with it. */
function openEntry(run: OpenRun, inputs: TriggerInputs, { cleanup }: StageTools): OpenRunEntry {
  const stops = inputs.wait && inputs['stop-on'].includes('cancelled')
  return cleanup.openRuns.open({ ...run, ...(stops ? {} : { leave: true }) })
}

/**
 * How surely a run is this step's, now that its detail was read again while it was watched: what was only answered is confirmed by it, and what was
 * named is held to it. Throws `run-lost` where it is somebody else's.
 */
export function heldTo({ run, statuses }: Watched, { started, asked }: StartedRun, log: Log): Started {
  if (!run || !asked || started.evidence === 'presumed') return started
  // Of a run that was over in the first detail that could be read nothing was seen but its name.
  const polled = statuses.slice(started.status === undefined ? 0 : 1)
  const seenOverOnly = started.evidence === 'answered' && polled.every(({ status }) => isTerminal(status))
  const grade = gradeOf(run, asked, seenOverOnly)
  if (grade === "another's") throw lost(anothers(asked.runId), 'The run that was started may still be running.')
  if (grade === 'presumed') log.warning(presumedText(asked.runId))
  return { ...started, evidence: grade }
}

/** A run that is to be started. */
export interface TriggerRequest {
  /** The run as the post step has to know it; its key is sent along. */
  run: OpenRun
  /** Breaks a request that is under way. Later than the scope's signal, so that an answer on its way is still taken in. */
  breakOff?: AbortSignal
  /** Takes what the post step has to know of the run: when it was asked for. */
  learn?: (facts: Partial<OpenRun>) => void
}

/** A run that was started: as the answer names it, or as it was found. */
export type Triggered = Pick<Started, 'status' | 'evidence'> & { asked: NamedRun }

/**
 * Starts exactly one run. The request is sent again only after refusals that certainly had no effect. After any other failure, and where the
 * answer names a run that cannot be the one, the run is looked for among the test's runs. Throws where none was started, and `run-lost` where
 * that cannot be told.
 */
export async function trigger(
  { run, breakOff, learn }: TriggerRequest,
  scope: Scope,
  tools: LostRunTools,
): Promise<Triggered> {
  const { api, clock, jobRuns, log } = tools
  let sent: number | undefined
  let askedAt = clock.now()
  const sending = (): void => {
    sent = api.serverClock()
    askedAt = clock.now()
    learn?.(optional({ since: sent, askedAt }))
  }
  try {
    const request = { ...scope, ...optional({ breakOff }), onSend: sending }
    const { id: runId, status } = await api.triggerRun(run.projectId, run.testId, run.key ?? '', request)
    refuseStrangers(runId, run)
    if (jobRuns.isTaken(runId)) throw takenElsewhere(runId)
    learn?.({ runId })
    const asked = { ...run, runId, askedAt, ...optional({ since: sent, until: api.serverClock() }) }
    const evidence = await evidenceOf(asked, true, scope, api)
    // Only now: two tests may be answered with one run's id, and the detail tells whose it is.
    if (!jobRuns.take(runId)) throw takenElsewhere(runId)
    return { asked, ...optional({ status }), evidence }
  } catch (error) {
    if (failedAs(error, 'not-found', 'not-offered')) {
      throw new Failure('input', error.message, {
        code: 'unknown-name',
        advice: 'Check `test` and `project`: there is no such test to run.',
        cause: error,
      })
    }
    if (!failedAs(error, ...AMBIGUOUS)) throw error
    if (scope.signal?.aborted)
      throw new Failure(
        'run-lost',
        `${error.message} A run may have been started nevertheless; the post step searches for it.`,
        { cause: error },
      )
    log.info(`${error.message} A run may have been started all the same; looking for it among the test's runs.`)
    return await found(error, { ...run, askedAt, ...optional({ since: sent, until: api.serverClock() }) }, scope, tools)
  }
}

/** An answer to the trigger that names a run which was there before it. */
function refuseStrangers(runId: string, { before }: OpenRun): void {
  if (before?.some((known) => isSameId(known, runId))) throw another(runId, 'existed before the request')
}

function takenElsewhere(runId: string): Failure {
  return another(runId, 'another test or step of this job has started')
}

function another(runId: string, why: string): Failure {
  return new Failure('misshapen', `Could not start the test: the answer names run ${plain(runId, 80)}, which ${why}.`)
}

/** Said of a run that may be somebody else's, before it is judged. */
function presumedText(runId: string): string {
  return `Run ${plain(runId)} is presumed to be this step's. It may belong to somebody else, so it is judged but never stopped; the step's own run may still be running: check the test in CallMeter.`
}

async function found(failure: Failure, asked: OpenRun, scope: Scope, tools: LostRunTools): Promise<Triggered> {
  const refusal = failure.kind === 'conflict' ? refused(failure) : undefined
  let reason = 'The list of runs contains no run of the test that was created since then.'
  try {
    const run = await findStartedRun(asked, scope, tools)
    // That a test cannot be started twice at a time is said with 409, too, and then there is nothing to find.
    if (!run && refusal) throw refusal
    if (run && tools.jobRuns.take(run.id)) {
      tools.log.info(`Found run ${plain(run.id)}, created during the request.`)
      const { id: runId, status, evidence } = run
      return { asked: { ...asked, runId }, status, evidence }
    }
  } catch (error) {
    if (!(error instanceof Failure) || error === refusal) throw error
    reason = explain(error)
  }
  throw lost(failure, reason)
}

function refused(cause: Failure): Failure {
  const words = "None of the test's runs can be this step's; if one was started nevertheless, it may still be running."
  return new Failure('conflict', `${cause.message} ${words}`, { cause })
}

function lost(cause: Failure, reason: string): Failure {
  return new Failure('run-lost', `${cause.message} ${reason}`, {
    advice: 'The test was not started a second time. Check it in CallMeter, and stop any run that nobody waits for.',
    cause,
  })
}
