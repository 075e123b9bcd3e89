// One run, from the trigger to its verdict.
import { type BaselineTools, findBaseline } from './baseline.ts'
import { formatDuration } from '../base/duration.ts'
import { doubtAboutLength } from './doubts.ts'
import { Failure, explain, failedAs } from '../base/failure.ts'
import { callWindow } from './far-end.ts'
import { follow } from './follow.ts'
import type { Inputs } from '../inputs/read.ts'
import { judgeEnd, judgeThresholds, timesOf, unjudgedFailures, worseOf } from './judge.ts'
import { disagreementOf } from '../report/analysis/ends.ts'
import { thresholdLine } from '../report/phrases.ts'
import type { RunReport } from '../report/report.ts'
import { readResults } from './results.ts'
import type { Scope } from '../apis/http/retry.ts'
import type { Run } from '../model/run.ts'
import { start } from './start.ts'
import type { Started, Task, TaskTools } from './step.ts'
import { counted, plain } from '../base/text.ts'
import { type Subject, evaluate, unjudged } from '../thresholds/evaluate.ts'
import { fractionLostDoubt } from '../thresholds/fraction.ts'
import { isAbsence } from '../thresholds/selection.ts'
import { asksFarEnd, mentionsBaseline } from '../thresholds/syntax.ts'
import { LostRun } from './trigger.ts'
import type { Watched } from './watch.ts'

/** How long reading the results may take once the run has ended, in ms. */
const RESULTS_ALLOWANCE_MS = 10 * 60_000
/** First and longest wait before a test that could not run is started again, in ms. */
const FIRST_RETRY_MS = 30_000
const MAX_RETRY_MS = 5 * 60_000

/** Runs a test, or follows a run, and judges it. Never throws: whatever goes wrong is in the report. */
export async function conduct(task: Task, inputs: Inputs, tools: TaskTools): Promise<RunReport> {
  const test = task.kind === 'test' ? task.test : undefined
  const report: RunReport = {
    verdict: 'error',
    reason: '',
    project: { asked: inputs.project, ...task.project },
    test: {
      asked: task.asked,
      ...(test ? { id: test.id } : {}),
      ...(test?.name === undefined ? {} : { name: test.name }),
    },
    statuses: [],
    thresholds: inputs.wait ? unjudged(inputs.thresholds) : [],
    notes: [],
    ...(test?.plannedSeconds === undefined ? {} : { plannedSeconds: test.plannedSeconds }),
  }
  try {
    return await toVerdict(report, task, inputs, tools)
  } catch (error) {
    if (tools.signal.aborted && error instanceof Failure) {
      const lost = error instanceof LostRun ? ` ${explain(error)}` : ''
      return { ...report, verdict: 'cancelled', reason: `The workflow was cancelled.${lost}` }
    }
    const going =
      report.runId && report.status !== 'COMPLETED' ? ` The run ${plain(report.runId)} may still be going.` : ''
    return { ...report, verdict: 'error', reason: `${explain(error)}${going}` }
  }
}

async function toVerdict(report: RunReport, task: Task, inputs: Inputs, tools: TaskTools): Promise<RunReport> {
  const { clock, log, signal } = tools
  const scope: Scope = { deadline: clock.now() + inputs.timeout, signal }
  for (let attempt = 1; ; attempt++) {
    const started = await start(report, task, attempt, inputs, scope, tools)
    if (!inputs.wait && started.own) {
      return {
        ...report,
        ...(started.status ? { status: started.status } : {}),
        verdict: 'triggered',
        reason: 'The test was started. Nothing waits for its end, and thresholds were not looked at.',
      }
    }
    const watched = await follow(report, task, started, inputs, scope, tools)
    const retryMs = Math.min(FIRST_RETRY_MS * 2 ** (attempt - 1), MAX_RETRY_MS) * (0.75 + 0.5 * tools.random())
    const again =
      task.kind === 'test' &&
      watched.run?.status === 'CANNOT_RUN_FOR_NOW' &&
      attempt <= inputs['not-run-retries'] &&
      clock.now() + retryMs < scope.deadline
    if (!again)
      return judge(report, started, watched, task.kind === 'test' ? task.test.endpointCount : undefined, inputs, tools)

    report.notes = [...report.notes, `Attempt ${attempt} could not run (run ${plain(started.runId)}).`]
    log.info(
      `CallMeter could not run the test for now; starting it again in ${formatDuration(retryMs)} (attempt ${attempt + 1} of ${inputs['not-run-retries'] + 1})`,
    )
    await clock.sleep(retryMs, signal)
    if (signal.aborted) throw new Failure('aborted', 'The workflow was cancelled between two attempts.')
  }
}

/** Adds to the subject what the far end says of the run's calls, where it is asked. */
async function askFarEnd(
  subject: Subject,
  { at, own }: Started,
  { statuses }: Watched,
  inputs: Inputs,
  { api, clock, log, signal, farEnd }: TaskTools,
): Promise<void> {
  if (!farEnd) return
  const ahead = api.serverNow() - clock.now()
  // A followed run that had ended before it was looked at ended nobody knows when, and until now other runs' calls may have come in.
  const seenEnding = own || statuses.length > 1
  const window = callWindow(
    subject.run,
    ahead,
    own ? at : undefined,
    seenEnding ? statuses[statuses.length - 1]?.at : undefined,
  )
  subject.calls = window
    ? await log.group('Ask the far end', () => farEnd.callsOf(window, inputs['callscaler-settle'], { signal }))
    : { kind: 'missing', reason: 'the API does not tell when the run ran, so its calls cannot be told from others' }
  const disagreement = disagreementOf(subject)
  if (disagreement) log.warning(disagreement)
}

/** How the calls of a baseline's run are had, where a threshold compares with them. They have settled long ago. */
function callsOfBaseline(
  { thresholds }: Inputs,
  { api, clock, signal, farEnd }: TaskTools,
): Pick<BaselineTools, 'callsOf'> {
  const wanted = thresholds.some(
    ({ left, right }) => (asksFarEnd(left) || asksFarEnd(right)) && (mentionsBaseline(left) || mentionsBaseline(right)),
  )
  if (!farEnd || !wanted) return {}
  return {
    callsOf: (run) => {
      const window = callWindow(run, api.serverNow() - clock.now(), undefined, undefined)
      return window
        ? farEnd.callsOf(window, 0, { signal })
        : Promise.resolve({ kind: 'missing', reason: 'the API does not tell when that run ran' })
    },
  }
}

async function judge(
  report: RunReport,
  started: Started,
  watched: Watched,
  endpointCount: number | undefined,
  inputs: Inputs,
  tools: TaskTools,
): Promise<RunReport> {
  const { clock, log, signal } = tools
  const end = judgeEnd(watched, formatDuration(inputs.timeout))
  const { run } = watched
  if (!run || (end && end.verdict !== 'failed'))
    return { ...report, ...(end ?? { verdict: 'error', reason: 'The run was never seen.' }) }
  const projectId = report.project.id ?? ''
  const scope: Scope = { deadline: clock.now() + RESULTS_ALLOWANCE_MS, signal }
  try {
    const measurements = await log.group('Read the results', async () => {
      const read = await readResults(projectId, started.runId, { ...run, ...countOf(run, endpointCount) }, scope, tools)
      log.info(`${counted(read.size, 'endpoint')}, ${counted(read.metrics.size, 'metric')}`)
      return read
    })
    const subject: Subject = {
      run,
      measurements,
      ...timesOf(run, watched.statuses, started.own ? started.at : undefined),
    }
    report.subject = subject
    await askFarEnd(subject, started, watched, inputs, tools)
    const doubt = fractionLostDoubt(measurements)
    if (doubt) report.notes = [...report.notes, doubt]
    const baseline = await findBaseline(
      inputs.baseline,
      { projectId, testId: report.test.id ?? '', asked: report.test.asked, runId: started.runId },
      scope,
      { ...tools, ...callsOfBaseline(inputs, tools) },
    )
    if (baseline && !isAbsence(baseline)) report.baseline = baseline
    else if (baseline) report.notes = [...report.notes, `There is nothing to compare with: ${baseline.reason}.`]
    report.thresholds = evaluate(
      inputs.thresholds,
      subject,
      baseline && !isAbsence(baseline) ? baseline.subject : baseline,
    )
    return await log.group('Judge the thresholds', async () => {
      for (const result of report.thresholds) log.info(thresholdLine(result))
      const overlooked = unjudgedFailures(report.thresholds, measurements)
      if (overlooked) {
        log.warning(overlooked)
        report.notes = [...report.notes, overlooked]
      }
      if (end) return { ...report, ...end }
      const judged = judgeThresholds(report.thresholds, measurements, inputs['missing-data'])
      const early = await doubtAboutLength(
        { projectId, testId: report.test.id, runId: started.runId, plannedSeconds: report.plannedSeconds },
        subject,
        scope,
        tools,
      )
      return { ...report, ...(early ? worseOf(judged, early) : judged) }
    })
  } catch (error) {
    if (!end || failedAs(error, 'aborted')) throw error
    // The run's own end decides already; results would only have told more.
    return { ...report, ...end, notes: [...report.notes, `The results could not be read: ${explain(error)}`] }
  }
}

/** How many endpoints the run has to have: as it says itself, else as the test does. */
function countOf(run: Run, ofTest: number | undefined): { endpointCount?: number } {
  const count = run.endpointCount ?? ofTest
  return count === undefined ? {} : { endpointCount: count }
}
