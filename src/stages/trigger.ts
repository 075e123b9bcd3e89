// The first stage of one test: its run is started, exactly once, or a run that exists is taken up.
import { NO_ENTRY, type OpenRun, type OpenRunEntry } from '../cleanup/open-runs.ts'
import { type LostRunTools, findStartedRun } from '../cleanup/lost-run.ts'
import type { TriggeredRun } from '../apis/callmeter/answers.ts'
import type { Scope } from '../apis/http/retry.ts'
import { openDeadline } from '../base/deadline.ts'
import { Failure, type FailureKind, explain, failedAs } from '../base/failure.ts'
import { plain } from '../base/text.ts'
import type { Inputs } from '../inputs/inputs.ts'
import { runUrl } from '../model/run-url.ts'
import type { Task, TestTask } from '../model/task.ts'
import type { Started } from '../model/watched.ts'
import type { Attempt } from './attempts.ts'
import { idempotencyKey } from './idempotency-key.ts'
import type { StageTools } from './tools.ts'

/** How long an answer to the trigger that is on its way is waited for after a cancel, in ms. */
const ANSWER_ALLOWANCE_MS = 3_000
/** Failures after which a run may have been started although nobody said so. */
const AMBIGUOUS: readonly FailureKind[] = ['interrupted', 'server', 'unreadable', 'misshapen']

export type TriggerInputs = Pick<Inputs, 'wait' | 'stop-on' | 'run-url'>

/** A run that is going, and its entry among the runs that the post step would stop. */
export interface Going {
  started: Started
  entry: OpenRunEntry
}

/** Starts the test, or takes up the run that the workflow names. */
export function start(task: Task, attempt: Attempt, inputs: TriggerInputs, tools: StageTools): Promise<Going> {
  if (task.kind === 'test') return tools.log.group('Start the test', () => startTest(task, attempt, inputs, tools))
  const { project, runId } = task
  const since = tools.apis.callMeter.serverNow()
  const entry = openEntry({ projectId: project.id, testId: '', runId, since }, inputs, tools)
  return Promise.resolve({ started: { runId, at: tools.world.clock.now(), own: false }, entry })
}

async function startTest(
  { project, test }: TestTask,
  { attempt, deadline }: Attempt,
  inputs: TriggerInputs,
  tools: StageTools,
): Promise<Going> {
  const { log } = tools
  const { clock, env, signal } = tools.world
  const { callMeter: api } = tools.apis
  const { jobRuns } = tools.cleanup
  if (signal.aborted) throw new Failure('aborted', 'The workflow was cancelled before the test was started.')
  const run: OpenRun = { projectId: project.id, testId: test.id, since: api.serverNow() }
  const entry = openEntry(run, inputs, tools)
  const breakOff = openDeadline(clock)
  breakOff.expireAfter(signal, () => ANSWER_ALLOWANCE_MS)
  try {
    const scope = { deadline, signal, breakOff: breakOff.signal }
    const key = idempotencyKey(env, test.id, attempt)
    const { id: runId, status } = await trigger(run, key, scope, { api, clock, jobRuns, log })
    entry.started(runId)
    jobRuns.take(runId)
    const url = runUrl(inputs['run-url'], { project: project.id, test: test.id, run: runId })
    log.info(`Started run ${plain(runId)}${url ? `: ${url}` : ''}`)
    if (!inputs.wait) log.info('wait is false: the run is left to itself, and thresholds are not looked at.')
    return { started: { runId, ...(status ? { status } : {}), at: clock.now(), own: true }, entry }
  } catch (error) {
    // Only of a run that may exist does the post step have to know.
    if (!failedAs(error, 'run-lost')) entry.close()
    throw error
  } finally {
    breakOff.clear()
  }
}

/** Saves a run for the post step, unless the workflow wants it left alone whatever happens. */
function openEntry(run: OpenRun, inputs: TriggerInputs, { cleanup }: StageTools): OpenRunEntry {
  return inputs.wait && inputs['stop-on'].includes('cancelled') ? cleanup.openRuns.open(run) : NO_ENTRY
}

/** How the trigger's own request may end early. The scope's signal only keeps further tries from starting. */
export interface TriggerScope extends Scope {
  /** Breaks a request that is under way. Later than the scope's signal, so that an answer on its way is still taken in. */
  breakOff?: AbortSignal
}

/**
 * Starts exactly one run. The request is sent again only after refusals that certainly had no effect. After any other failure the run is
 * looked for among the test's runs and adopted. Throws where none was started, and `run-lost` where that cannot be told.
 */
export async function trigger(
  run: OpenRun,
  key: string,
  scope: TriggerScope,
  tools: LostRunTools,
): Promise<TriggeredRun> {
  const { api, log } = tools
  try {
    return await api.triggerRun(run.projectId, run.testId, key, scope)
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
        `${error.message} A run may have been started all the same; the post step looks for it.`,
        { cause: error },
      )
    log.info(`${error.message} A run may have been started all the same; looking for it among the test's runs.`)
    return await adopted(error, run, scope, tools)
  }
}

async function adopted(failure: Failure, lost: OpenRun, scope: Scope, tools: LostRunTools): Promise<TriggeredRun> {
  let reason = 'No run of the test was created since then, as far as the list of runs tells.'
  try {
    const run = await findStartedRun(lost, scope, tools)
    if (run?.id !== undefined) {
      tools.log.info(`Found run ${plain(run.id)}, created since the trigger: it is this step's.`)
      return { id: run.id, status: run.status }
    }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    reason = explain(error)
  }
  throw new Failure('run-lost', `${failure.message} ${reason}`, {
    advice: 'The test was not started a second time. Look at it in CallMeter, and stop a run that nobody waits for.',
    cause: failure,
  })
}
