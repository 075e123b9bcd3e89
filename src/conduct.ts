// One run, from the trigger to its verdict.
import { findBaseline } from './baseline.ts'
import type { Project } from './callmeter/answers.ts'
import type { CallMeter } from './callmeter/client.ts'
import type { Claims } from './claims.ts'
import type { Clock } from './clock.ts'
import { formatDuration } from './duration.ts'
import { doubtAboutLength } from './ended-early.ts'
import { Failure, explain, failedAs } from './failure.ts'
import type { Files } from './files.ts'
import { idempotencyKey } from './idempotency.ts'
import type { Inputs } from './inputs.ts'
import { judgeEnd, judgeThresholds, timesOf, unjudgedFailures, worseOf } from './judge.ts'
import type { Ledger, LedgerPage } from './ledger.ts'
import type { Log } from './log.ts'
import type { Progress } from './progress.ts'
import { thresholdLine } from './report/phrases.ts'
import type { RunReport } from './report/report.ts'
import { readResults } from './results.ts'
import type { Scope } from './retry.ts'
import type { Run } from './run.ts'
import { stop } from './stop.ts'
import type { FoundTest } from './target.ts'
import { counted, href, plain } from './text.ts'
import { type Subject, evaluate } from './thresholds/evaluate.ts'
import { fractionLostDoubt } from './thresholds/fraction.ts'
import { isAbsence } from './thresholds/selection.ts'
import { LostRun, trigger } from './trigger.ts'
import { type Watched, watch } from './watch.ts'

/** How long reading the results may take once the run has ended, in ms. */
const RESULTS_ALLOWANCE_MS = 10 * 60_000
/** How long asking for a stop may take, in ms: after a cancel GitHub leaves 7.5 s for everything, the summary included. */
const STOP_ALLOWANCE_MS = { cancelled: 3_000, 'timed-out': 60_000 } as const
/** How long an answer to the trigger that is on its way is waited for after a cancel, in ms. */
const ANSWER_ALLOWANCE_MS = 3_000
/** First and longest wait before a test that could not run is started again, in ms. */
const FIRST_RETRY_MS = 30_000
const MAX_RETRY_MS = 5 * 60_000

/** What is run and judged: a test that is to be started, or a run that exists. */
export type Task = { project: Project; asked: string } & (
  { kind: 'test'; test: FoundTest } | { kind: 'run'; runId: string }
)

export interface ConductTools {
  api: CallMeter
  clock: Clock
  log: Log
  files: Pick<Files, 'read'>
  random: () => number
  /** Aborts when the workflow is cancelled. */
  signal: AbortSignal
  ledger: Ledger
  claims: Claims
  env: NodeJS.ProcessEnv
  /** Takes what is known of the run's progress while it is waited for. */
  progress: (progress: Progress) => void
  /** Called as soon as the run's id is known, and when more becomes known of it. */
  onRun: (report: RunReport) => void
}

/** Runs a test, or follows a run, and judges it. Never throws: whatever goes wrong is in the report. */
export async function conduct(task: Task, inputs: Inputs, tools: ConductTools): Promise<RunReport> {
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
    thresholds: [],
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

/** A run that is being followed. */
interface Started {
  runId: string
  status?: string
  /** When it was triggered, by this machine's clock. */
  at: number
  /** Whether this step triggered it. */
  own: boolean
  page: LedgerPage
}

async function toVerdict(report: RunReport, task: Task, inputs: Inputs, tools: ConductTools): Promise<RunReport> {
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

/** Triggers the test, or takes up the run that the workflow names. */
async function start(
  report: RunReport,
  task: Task,
  attempt: number,
  inputs: Inputs,
  scope: Scope,
  tools: ConductTools,
): Promise<Started> {
  const { api, clock, log, onRun, signal, env } = tools
  const { project } = task
  if (task.kind === 'run') {
    const page = openPage(
      { projectId: project.id, testId: '', runId: task.runId, since: api.serverNow() },
      inputs,
      tools,
    )
    known(report, task.runId, inputs, onRun)
    return { runId: task.runId, at: clock.now(), own: false, page }
  }
  const { test } = task
  return log.group('Start the test', async () => {
    if (signal.aborted) throw new Failure('aborted', 'The workflow was cancelled before the test was started.')
    const entry = { projectId: project.id, testId: test.id, since: api.serverNow() }
    const page = openPage(entry, inputs, tools)
    const breakOff = breakOffAfter(signal, clock)
    try {
      const run = await trigger(
        entry,
        idempotencyKey(env, test.id, attempt),
        { ...scope, breakOff: breakOff.signal },
        tools,
      )
      page.started(run.id)
      tools.claims.take(run.id)
      known(report, run.id, inputs, onRun)
      log.info(`Started run ${plain(run.id)}${report.runUrl ? `: ${report.runUrl}` : ''}`)
      if (!inputs.wait) log.info('wait is false: the run is left to itself, and thresholds are not looked at.')
      return { runId: run.id, ...(run.status ? { status: run.status } : {}), at: clock.now(), own: true, page }
    } catch (error) {
      // Only of a run that may exist does the post step have to know.
      if (!(error instanceof LostRun)) page.close()
      throw error
    } finally {
      breakOff.clear()
    }
  })
}

/** Notes a run for the post step, unless the workflow wants it left alone whatever happens. */
function openPage(entry: Parameters<Ledger['open']>[0], inputs: Inputs, { ledger }: ConductTools): LedgerPage {
  const leftAlone = !inputs.wait || !inputs['stop-on'].includes('cancelled')
  return leftAlone ? { started: () => undefined, close: () => undefined } : ledger.open(entry)
}

/** A signal that aborts some time after the step's own: an answer to the trigger that is on its way tells which run to stop. */
function breakOffAfter(signal: AbortSignal, clock: Clock): { signal: AbortSignal; clear: () => void } {
  const late = new AbortController()
  const done = new AbortController()
  const onAbort = (): void => void clock.sleep(ANSWER_ALLOWANCE_MS, done.signal).then(() => late.abort())
  signal.addEventListener('abort', onAbort, { once: true })
  return {
    signal: late.signal,
    clear: () => {
      signal.removeEventListener('abort', onAbort)
      done.abort()
    },
  }
}

/** Watches the run to its end, and stops it where the step gives up on it. */
async function follow(
  report: RunReport,
  task: Task,
  { runId, status, at, own, page }: Started,
  inputs: Inputs,
  scope: Scope,
  tools: ConductTools,
): Promise<Watched> {
  const { api, clock, log, signal, onRun } = tools
  const { project } = task
  const planned = task.kind === 'test' ? task.test.plannedSeconds : undefined
  let watched: Watched
  try {
    watched = await log.group('Wait for the run to end', () =>
      watch(
        {
          projectId: project.id,
          runId,
          ...(task.kind === 'test' ? { testId: task.test.id } : {}),
          triggeredAt: at,
          ...(status ? { status } : {}),
          ...(planned === undefined ? {} : { plannedSeconds: planned }),
        },
        scope,
        tools,
      ),
    )
  } catch (error) {
    // Out of reach or refused: the run may be as healthy as ever, so it is left alone, and the report says so.
    if (!signal.aborted) page.close()
    throw error
  }
  takeOver(report, watched, inputs['run-url'], own)
  if (!own && watched.run) log.info(followedRun(watched.run))
  onRun(report)
  const { ended } = watched
  if (ended === 'timed-out' || ended === 'cancelled') {
    const allowance = STOP_ALLOWANCE_MS[ended]
    const wanted = inputs['stop-on'].includes(ended)
    const stopped =
      wanted &&
      (await stop(project.id, runId, { deadline: clock.now() + allowance, patienceMs: allowance }, { api, log }))
    if (!stopped) report.notes = [...report.notes, `The run ${plain(runId)} was not stopped and may still be going.`]
    // What could not be stopped now is left to the post step.
    if (stopped || !wanted) page.close()
  } else page.close()
  return watched
}

async function judge(
  report: RunReport,
  started: Started,
  watched: Watched,
  endpointCount: number | undefined,
  inputs: Inputs,
  tools: ConductTools,
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
    const doubt = fractionLostDoubt(measurements)
    if (doubt) report.notes = [...report.notes, doubt]
    const baseline = await findBaseline(
      inputs.baseline,
      { projectId, testId: report.test.id ?? '', asked: report.test.asked, runId: started.runId },
      scope,
      tools,
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
      const unjudged = unjudgedFailures(report.thresholds, measurements)
      if (unjudged) {
        log.warning(unjudged)
        report.notes = [...report.notes, unjudged]
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

function known(report: RunReport, runId: string, inputs: Inputs, onRun: ConductTools['onRun']): void {
  report.runId = runId
  setRunUrl(report, inputs['run-url'])
  onRun(report)
}

/** Which run it is that was followed: an old one must not be taken for today's. */
function followedRun({ name, testId, createdAt }: Run): string {
  const created =
    createdAt === undefined ? 'at a time that the API does not tell' : `at ${new Date(createdAt).toISOString()}`
  return `The run that was followed is of test ${plain(name ?? testId ?? 'unknown')}, created ${created}.`
}

function takeOver(report: RunReport, { run, statuses }: Watched, runUrlTemplate: string, own: boolean): void {
  report.statuses = statuses
  const status = run?.status ?? statuses[statuses.length - 1]?.status
  if (status) report.status = status
  if (run?.plannedSeconds !== undefined) report.plannedSeconds = run.plannedSeconds
  if (!own)
    report.test = {
      ...report.test,
      ...(run?.testId === undefined ? {} : { id: run.testId }),
      ...(run?.name === undefined ? {} : { name: run.name }),
    }
  setRunUrl(report, runUrlTemplate, run?.url)
}

/** The workflow's template says where a run's page is; without one, what the API says. */
function setRunUrl(report: RunReport, template: string, fromApi?: string): void {
  const values: Readonly<Record<string, string>> = {
    project: report.project.id ?? '',
    test: report.test.id ?? '',
    run: report.runId ?? '',
  }
  const url = template
    ? template.replaceAll(/\{(project|test|run)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''))
    : fromApi
  if (url && href(url)) report.runUrl = new URL(url).href
}
