// One run, from the trigger to its verdict.
import { type Baseline, type BaselineRequest, baselineFromApi, baselineFromFile } from './baseline.ts'
import type { CallMeter } from './callmeter/client.ts'
import type { Project } from './callmeter/answers.ts'
import type { Clock } from './clock.ts'
import { Failure, explain } from './failure.ts'
import { formatDuration } from './duration.ts'
import type { Files } from './files.ts'
import type { Inputs } from './inputs.ts'
import { judgeEnd, judgeThresholds, timesOf } from './judge.ts'
import type { Log } from './log.ts'
import { thresholdLine } from './report/phrases.ts'
import type { RunReport } from './report/report.ts'
import { readResults } from './results.ts'
import type { FoundTest } from './target.ts'
import { counted, href, plain } from './text.ts'
import { evaluate } from './thresholds/evaluate.ts'
import { fractionLostDoubt } from './thresholds/fraction.ts'
import { type Absence, isAbsence } from './thresholds/selection.ts'
import { trigger } from './trigger.ts'
import { type Watched, watch } from './watch.ts'

/** How long reading the results may take once the run has ended, in ms. */
const RESULTS_ALLOWANCE_MS = 10 * 60_000

export interface ConductTools {
  api: CallMeter
  clock: Clock
  log: Log
  files: Pick<Files, 'read'>
  random: () => number
  signal?: AbortSignal
  /** Called as soon as the run's id is known. */
  onRun: (report: RunReport) => void
}

/** Runs a test and judges it. Never throws: whatever goes wrong is in the report. */
export async function conduct(
  project: Project,
  test: FoundTest,
  asked: string,
  idempotencyKey: string,
  inputs: Inputs,
  tools: ConductTools,
): Promise<RunReport> {
  const report: RunReport = {
    verdict: 'error',
    reason: '',
    project: { asked: inputs.project, ...project },
    test: { asked, id: test.id, ...(test.name === undefined ? {} : { name: test.name }) },
    statuses: [],
    thresholds: [],
    notes: [],
    ...(test.plannedSeconds === undefined ? {} : { plannedSeconds: test.plannedSeconds }),
  }
  try {
    return await toVerdict(report, asked, project, test, idempotencyKey, inputs, tools)
  } catch (error) {
    const going =
      report.runId && report.status !== 'COMPLETED' ? ` The run ${plain(report.runId)} may still be going.` : ''
    return { ...report, verdict: 'error', reason: `${explain(error)}${going}` }
  }
}

async function toVerdict(
  report: RunReport,
  asked: string,
  project: Project,
  test: FoundTest,
  idempotencyKey: string,
  inputs: Inputs,
  tools: ConductTools,
): Promise<RunReport> {
  const { api, clock, log, onRun } = tools
  const signal = tools.signal ? { signal: tools.signal } : {}
  // Read before anything is started: a file that is no report is a mistake that need not cost a run.
  const fromFile =
    inputs.baseline?.kind === 'file' ? readBaselineFile(inputs.baseline.path, test, asked, tools.files) : undefined
  const scope = { deadline: clock.now() + inputs.timeout, ...signal }

  const started = await log.group('Start the test', async () => {
    const run = await trigger(api, { projectId: project.id, testId: test.id, idempotencyKey }, scope)
    report.runId = run.id
    setRunUrl(report, inputs['run-url'])
    onRun(report)
    log.info(`Started run ${run.id}${report.runUrl ? `: ${report.runUrl}` : ''}`)
    return run
  })
  const triggeredAt = clock.now()
  if (!inputs.wait) {
    log.info('wait is false: the run is left to itself, and thresholds are not looked at.')
    return {
      ...report,
      ...(started.status ? { status: started.status } : {}),
      verdict: 'triggered',
      reason: 'The test was started. Nothing waits for its end, and thresholds were not looked at.',
    }
  }

  const watched = await log.group('Wait for the run to end', () =>
    watch(
      {
        projectId: project.id,
        runId: started.id,
        triggeredAt,
        ...(started.status ? { status: started.status } : {}),
        ...planned(test),
      },
      scope,
      tools,
    ),
  )
  takeOver(report, watched, inputs['run-url'])
  onRun(report)
  const end = judgeEnd(watched, formatDuration(inputs.timeout))
  const { run } = watched
  if (!run || (end && end.verdict !== 'failed'))
    return { ...report, ...(end ?? { verdict: 'error', reason: 'The run was never seen.' }) }

  try {
    const measurements = await log.group('Read the results', async () => {
      const read = await readResults(
        project.id,
        started.id,
        run,
        { deadline: clock.now() + RESULTS_ALLOWANCE_MS, ...signal },
        tools,
      )
      log.info(`${read.size} endpoints, ${read.metrics.size} metrics`)
      return read
    })
    report.subject = { run, measurements, ...timesOf(run, watched.statuses, triggeredAt) }
    const doubt = fractionLostDoubt(measurements)
    if (doubt) report.notes = [...report.notes, doubt]
    const baseline = await findBaseline(
      inputs.baseline,
      fromFile,
      { projectId: project.id, testId: test.id, runId: started.id },
      tools,
    )
    if (baseline && !isAbsence(baseline)) report.baseline = baseline
    else if (baseline) report.notes = [...report.notes, `There is nothing to compare with: ${baseline.reason}.`]
    report.thresholds = evaluate(
      inputs.thresholds,
      report.subject,
      baseline && !isAbsence(baseline) ? baseline.subject : baseline,
    )
    return await log.group('Judge the thresholds', () => {
      for (const result of report.thresholds) log.info(thresholdLine(result))
      return Promise.resolve({
        ...report,
        ...(end ?? judgeThresholds(report.thresholds, measurements, inputs['missing-data'])),
      })
    })
  } catch (error) {
    if (!end) throw error
    // The run's own end decides already; results would only have told more.
    return { ...report, ...end, notes: [...report.notes, `The results could not be read: ${explain(error)}`] }
  }
}

/** Largest report.json that is read as a baseline, in bytes: ten times what 10,000 endpoints with 60 metrics come to. */
const MAX_BASELINE_BYTES = 200 * 1024 * 1024

function readBaselineFile(
  path: string,
  test: FoundTest,
  asked: string,
  files: Pick<Files, 'read'>,
): Baseline | Absence {
  let text: string | undefined
  try {
    text = files.read(path, MAX_BASELINE_BYTES)
  } catch (error) {
    throw new Failure('input', `The baseline ${plain(path)} cannot be read: ${plain(String(error))}.`, { cause: error })
  }
  return baselineFromFile(text, path, { id: test.id, asked })
}

async function findBaseline(
  request: BaselineRequest | undefined,
  fromFile: Baseline | Absence | undefined,
  target: { projectId: string; testId: string; runId: string },
  { api, clock, log, signal }: ConductTools,
): Promise<Baseline | Absence | undefined> {
  if (!request || request.kind === 'file') return fromFile
  return log.group('Read the baseline', async () => {
    const scope = { deadline: clock.now() + RESULTS_ALLOWANCE_MS, ...(signal ? { signal } : {}) }
    const found = await baselineFromApi(request, target, scope, { api, clock, log })
    log.info(
      isAbsence(found)
        ? `No baseline: ${found.reason}.`
        : `The baseline is ${found.name}, with ${counted(found.subject.measurements.size, 'endpoint')}.`,
    )
    return found
  })
}

function planned({ plannedSeconds }: FoundTest): { plannedSeconds?: number } {
  return plannedSeconds === undefined ? {} : { plannedSeconds }
}

function takeOver(report: RunReport, { run, statuses }: Watched, runUrlTemplate: string): void {
  report.statuses = statuses
  const status = run?.status ?? statuses[statuses.length - 1]?.status
  if (status) report.status = status
  if (run?.plannedSeconds !== undefined) report.plannedSeconds = run.plannedSeconds
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
