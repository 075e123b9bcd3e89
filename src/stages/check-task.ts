// What a run of one test would have to compare with, and whether its thresholds find values: held against the newest run that completed.
import type { CallMeterReader } from '../apis/callmeter/client.ts'
import type { Scope } from '../apis/http/retry.ts'
import type { Clock } from '../base/clock.ts'
import { formatDuration } from '../base/duration.ts'
import { Failure, codeOf, explain } from '../base/failure.ts'
import { optional } from '../base/fields.ts'
import type { Files } from '../base/files.ts'
import type { Log } from '../base/log.ts'
import { counted, plain } from '../base/text.ts'
import type { Inputs } from '../inputs/inputs.ts'
import type { Finding } from '../model/check.ts'
import { type Run, timesOf } from '../model/run.ts'
import { type Absence, type Subject, isAbsence, missing } from '../model/subject.ts'
import type { RunTask, TestTask } from '../model/task.ts'
import { withoutUnavailable } from '../model/unavailable.ts'
import type { Baseline } from '../report/known.ts'
import { type ThresholdResult, evaluate } from '../thresholds/evaluate.ts'
import { LEAST_RUNS } from '../thresholds/reference.ts'
import { type Threshold, asksFarEnd } from '../thresholds/syntax.ts'
import type { BaseRun } from './base-branch.ts'
import { type BaselineTarget, findBaseline } from './baseline.ts'
import { whyNotWhole } from './comparable.ts'
import { findEarlierRuns } from './earlier-runs.ts'
import { readResults } from './results.ts'
import { type RunFacts, factsOfRun } from './run-facts.ts'

export type TaskCheckInputs = Pick<Inputs, 'thresholds' | 'baseline' | 'timeout'>

export interface TaskCheckTools {
  api: CallMeterReader
  baseRun: (testId: string) => Promise<BaseRun | Absence>
  clock: Clock
  files: Pick<Files, 'read' | 'list'>
  log: Log
}

/** How long it has to be said that there is no list of runs, in ms: once may be a fault of the moment. */
const NO_LIST_MS = 2_000
/** How long an outage is waited out while earlier runs are read, in ms: a check can be repeated, and says what it could not read. */
const EARLIER_PATIENCE_MS = 30_000
/** How long reading earlier runs for one purpose may take, in ms. */
const EARLIER_ALLOWANCE_MS = 120_000

/** The id of the run that is not started. */
const COMING = 'the run that a check does not start'

/** What is found of a test that is to be started. Throws only where the step was cancelled. */
export async function checkTest(
  { project, test, asked }: TestTask,
  inputs: TaskCheckInputs,
  scope: Scope,
  tools: TaskCheckTools,
): Promise<Finding[]> {
  const coming = { ...tools, api: withComingRun(tools.api) }
  const facts: RunFacts = { status: 'COMPLETED', ...optional({ plannedSeconds: test.plannedSeconds }) }
  const { thresholds } = inputs
  const target = { projectId: project.id, testId: test.id, asked, runId: COMING, facts, thresholds }
  const within = { ...ofEarlier(scope, tools), refusalMs: NO_LIST_MS }
  const subject = await newestSubject(target, within, coming)
  const lasted = isAbsence(subject) ? undefined : subject.durationSeconds
  const comparing = { ...ofEarlier(scope, tools), refusalMs: NO_LIST_MS }
  const compared = await comparedFindings(target, inputs, comparing, { subject, ...coming })
  return [testFinding(test, inputs.timeout, lasted), ...compared]
}

/** What is found of a run that is to be followed. Throws only where the step was cancelled. */
export async function checkRun(
  { project, runId, asked }: RunTask,
  inputs: TaskCheckInputs,
  scope: Scope,
  tools: TaskCheckTools,
): Promise<Finding[]> {
  try {
    const run = await tools.api.getRun(project.id, runId, scope)
    let found: Finding = {
      what: 'run-id',
      state: 'ok',
      reason: `The run can be read; it is ${plain(run.status, 40)}.`,
    }
    const { thresholds } = inputs
    const testId = run.testId ?? ''
    const target = { projectId: project.id, testId, asked, runId, facts: factsOfRun(run), thresholds }
    const readable = await readableSubject(target, { ...run, id: runId }, scope, tools)
    const { unreadable, subject } = readable
    // A step that follows the run would end in the same failure.
    if (unreadable) found = { ...found, state: 'problem', reason: explain(unreadable), code: codeOf(unreadable) }
    return [found, ...(await comparedFindings(target, inputs, ofEarlier(scope, tools), { subject, ...tools }))]
  } catch (error) {
    if (!(error instanceof Failure) || error.kind === 'aborted') throw error
    const unread = 'Not checked: the run cannot be read.'
    return [
      { what: 'run-id', state: 'problem', reason: explain(error), code: codeOf(error) },
      { what: 'thresholds', state: 'unknown', reason: unread },
      { what: 'baseline', state: inputs.baseline ? 'unknown' : 'not set', reason: inputs.baseline ? unread : NO_BASELINE_SET },
    ] // prettier-ignore
  }
}

/** A scope for reading earlier runs: what cannot be read soon is unknown. */
function ofEarlier(scope: Scope, { clock }: Pick<TaskCheckTools, 'clock'>): Scope {
  const deadline = Math.min(scope.deadline, clock.now() + EARLIER_ALLOWANCE_MS)
  return { ...scope, deadline, patienceMs: EARLIER_PATIENCE_MS }
}

/** What a run that completed measured; with the failure if its results cannot be read. */
async function readableSubject(
  target: BaselineTarget,
  run: Run,
  scope: Scope,
  tools: TaskCheckTools,
): Promise<{ subject: Subject | Absence; unreadable?: Failure }> {
  if (run.status !== 'COMPLETED') return { subject: missing(`the run is ${plain(run.status, 40)}`) }
  try {
    return { subject: await subjectOf(target, run, scope, tools) }
  } catch (error) {
    const subject = unlessCancelled(error)
    return error instanceof Failure ? { subject, unreadable: error } : { subject }
  }
}

const NO_BASELINE_SET = 'Nothing is compared with.'

/** `lasted` is how long the newest earlier run was running, in seconds. */
function testFinding(
  { name, id, listed, plannedSeconds }: TestTask['test'],
  timeout: number,
  lasted: number | undefined,
): Finding {
  const what = 'test'
  if (!listed) {
    const reason = 'The API lists no tests, so it only shows when it is started whether there is one with this id.'
    return { what, state: 'unknown', reason }
  }
  const seconds = plannedSeconds ?? lasted
  if (seconds !== undefined && seconds * 1_000 >= timeout) {
    const reason = `Its calls last ${formatDuration(seconds * 1_000)}, and \`timeout\` is ${formatDuration(timeout)}: a run would be \`timed-out\`.`
    return { what, state: 'warning', reason }
  }
  const length = seconds === undefined ? '; its duration is unknown' : ''
  return { what, state: 'ok', reason: `Test ${plain(name ?? id, 80)} is listed${length}.` }
}

/** The list of runs as it will be once a run has been started, so that earlier ones are found as that run would find them. */
function withComingRun(api: CallMeterReader): CallMeterReader {
  const coming: Run = { id: COMING, status: 'COMPLETED', detail: {} }
  return {
    ...api,
    listRuns: async (projectId, testId, page, scope) => {
      const read = await api.listRuns(projectId, testId, page, scope)
      return page === 1 ? { ...read, items: [coming, ...read.items] } : read
    },
  }
}

/** What the newest earlier run that completed whole measured, or why that is not known. */
async function newestSubject(target: BaselineTarget, scope: Scope, tools: TaskCheckTools): Promise<Subject | Absence> {
  try {
    const found = await findEarlierRuns<Subject>(
      { ...target, count: 1 },
      {
        why: (earlier) => whyNotWhole(earlier, target.facts),
        needsDetail: true,
        mayFail: true,
        take: async (run) => ({ taken: await subjectOf(target, run, scope, tools) }),
      },
      scope,
      tools.api,
    )
    if (isAbsence(found)) return found
    return (
      found.find(({ taken }) => taken)?.taken ??
      missing('there is no earlier run of the test that completed as planned')
    )
  } catch (error) {
    return unlessCancelled(error)
  }
}

/** A failure of reading earlier runs as missing. Throws anything else, and that the step was cancelled. */
function unlessCancelled(error: unknown): Absence {
  if (!(error instanceof Failure) || error.kind === 'aborted') throw error
  return missing(explain(error).replace(/\.$/, ''))
}

async function subjectOf(
  { projectId }: BaselineTarget,
  run: Run,
  scope: Scope,
  { api, clock, log }: TaskCheckTools,
): Promise<Subject> {
  const read = await readResults({ projectId, runId: run.id ?? '', run }, scope, { api, clock, log })
  return { run, measurements: withoutUnavailable(read).measurements, ...timesOf(run, []) }
}

/** What is found of the thresholds and the baseline. */
async function comparedFindings(
  target: BaselineTarget,
  { thresholds, baseline: request }: TaskCheckInputs,
  scope: Scope,
  { subject, ...tools }: TaskCheckTools & { subject: Subject | Absence },
): Promise<Finding[]> {
  let baseline: Baseline | Absence | undefined
  try {
    baseline = await findBaseline(request, target, scope, tools)
  } catch (error) {
    baseline = unlessCancelled(error)
  }
  return [...thresholdFindings(thresholds, subject, baseline), baselineFinding(baseline)]
}

/** Whether thresholds find values in what an earlier run measured: a finding for each that does not, and one for all that do. */
export function thresholdFindings(
  thresholds: readonly Threshold[],
  subject: Subject | Absence,
  baseline: Baseline | Absence | undefined,
): Finding[] {
  const what = 'thresholds'
  if (isAbsence(subject)) {
    const reason = `Whether ${counted(thresholds.length, 'threshold')} will find a value is not known: ${subject.reason}.`
    return [{ what, state: 'unknown', reason: plain(reason, 600) }]
  }
  const compared = baseline && !isAbsence(baseline) ? (baseline.subject ?? baseline.runs) : baseline
  const results = evaluate(thresholds, subject, compared)
  const good = results.filter(({ state }) => state === 'held' || state === 'breached')
  const run = `run ${plain(subject.run.id ?? '', 80)}`
  const reason = `${good.length} of ${counted(results.length, 'threshold')} ${good.length === 1 ? 'has' : 'have'} a value in the earlier ${run}.`
  const found: Finding = { what, state: 'ok', reason }
  return [
    ...results.filter((result) => !good.includes(result)).map(lackingFinding),
    ...(good.length > 0 ? [found] : []),
  ]
}

function lackingFinding({ threshold, state, reason = '' }: ThresholdResult): Finding {
  const what = 'thresholds'
  const text = plain(threshold.text, 120)
  const why = plain(reason, 500)
  if (state === 'invalid')
    return { what, state: 'problem', reason: `${text} cannot be evaluated: ${why}`, code: 'threshold-invalid' }
  if (asksFarEnd(threshold.left) || asksFarEnd(threshold.right))
    return { what, state: 'unknown', reason: `${text} needs what the far end receives, which only a run shows.` }
  return { what, state: 'warning', reason: `${text} finds no value: ${why}` }
}

function baselineFinding(baseline: Baseline | Absence | undefined): Finding {
  const what = 'baseline'
  if (!baseline) return { what, state: 'not set', reason: NO_BASELINE_SET }
  const missingData = 'what compares with it would find no value (see `missing-data`)'
  if (isAbsence(baseline))
    return { what, state: 'warning', reason: `It is not there, and ${missingData}: ${plain(baseline.reason, 500)}.` }
  const counting = baseline.runs?.filter(({ apart }) => !apart).length
  if (counting !== undefined && counting < LEAST_RUNS) {
    const leftOut = baseline.runs && baseline.leftOut ? ` Left out: ${plain(baseline.leftOut, 400)}` : ''
    const reason = `There ${counting === 1 ? 'is' : 'are'} ${counted(counting, 'earlier run')}, and ${LEAST_RUNS} are needed: ${missingData}.${leftOut}`
    return { what, state: 'warning', reason }
  }
  return { what, state: 'ok', reason: `It is ${plain(baseline.name, 200)}.` }
}
