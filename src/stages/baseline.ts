// What `baseline` stands for in thresholds: an earlier run, from the API or from a file.
import { isSameId } from '../apis/http/fields.ts'
import { type Absence, type CallTally, type Subject, isAbsence, missing } from '../model/subject.ts'
import { type Run, timesOf } from '../model/run.ts'
import { withoutUnavailable } from '../model/unavailable.ts'
import { Failure, explain } from '../base/failure.ts'
import type { Files } from '../base/files.ts'
import type { BaselineRequest } from '../inputs/baseline.ts'
import type { BaseRun } from './base-branch.ts'
import { type HistoryTarget, type ReadEarlier, lastRuns } from './baseline-history.ts'
import { whyNotWhole } from './comparable.ts'
import { findEarlierRuns } from './earlier-runs.ts'
import { recordedHistory } from './recorded-history.ts'
import { MAX_BASELINE_BYTES, type RecordedRun, readReportFile } from './recorded-runs.ts'
import { type Baseline, type Known, knownRun } from '../report/known.ts'
import { type ResultsTools, readResults } from './results.ts'
import type { Scope } from '../apis/http/retry.ts'
import { counted, plain } from '../base/text.ts'
import type { Inputs } from '../inputs/inputs.ts'
import type { Started } from '../model/watched.ts'
import { callsOfBaseline } from './far-end.ts'
import { factsOfKnown } from './run-facts.ts'
import type { StageTools } from './tools.ts'

/** How long reading earlier runs may take, in ms: what they cannot be read in is missing data, and leaves time for this run. */
const BASELINE_ALLOWANCE_MS = 5 * 60_000

/** Why a run is no baseline of its own. */
const ITSELF = 'the baseline is the run itself, so there is nothing to compare'

/** The run of a report.json that goes with a test. Throws an `input` failure where the file is not one. */
function baselineFromFile(
  text: string | undefined,
  path: string,
  { testId: id, asked, runId }: Pick<BaselineTarget, 'testId' | 'asked' | 'runId'>,
): Baseline | Absence {
  if (text === undefined)
    return { kind: 'missing', reason: `there is no file ${plain(path)} to take the baseline from` }
  const runs = readReportFile(text, path)
  const same = runs.find(({ testId }) => testId === id) ?? runs.find(({ testAsked }) => testAsked === asked)
  const found: RecordedRun | undefined = same ?? (runs.length === 1 ? runs[0] : undefined)
  if (!found) return { kind: 'missing', reason: `${plain(path)} has ${runs.length} runs, and none of this test` }
  if (found.status !== undefined && found.status !== 'COMPLETED') {
    return {
      kind: 'missing',
      reason: `the run in ${plain(path)} is ${plain(found.status)}, and only a completed run can be a baseline`,
    }
  }
  if (found.runId !== undefined && isSameId(found.runId, runId)) return missing(ITSELF)
  if (!found.subject) return { kind: 'missing', reason: `the run in ${plain(path)} has no results` }
  const other = found === same ? '' : ', which is of another test'
  return { name: `run ${found.runId ?? 'without id'} from ${path}${other}`, subject: found.subject }
}

export type BaselineInputs = Pick<Inputs, 'baseline' | 'thresholds'>

/** The run that is judged; never its own baseline. */
export type BaselineTarget = HistoryTarget

export interface BaselineTools extends ResultsTools {
  files: Pick<Files, 'read' | 'list'>
  /** The run of a test that the base branch passed with. */
  baseRun: (testId: string) => Promise<BaseRun | Absence>
  /** What the far end says of a run's calls; missing where nothing is compared with it. */
  callsOf?: (run: Run) => Promise<CallTally | Absence>
}

/** What the run is compared with, and a note where that cannot be had. Nothing is found where the workflow asks for nothing. */
export async function readBaseline(
  known: Known & { started: Started; subject: Subject },
  inputs: BaselineInputs,
  scope: Scope,
  tools: StageTools,
): Promise<Partial<Pick<Known, 'baseline' | 'notes'>>> {
  if (known.baseline) return comparedWith(known.baseline)
  const { task, started } = known
  const target: BaselineTarget = {
    projectId: task.project.id,
    testId: knownRun(known, '').test.id ?? '',
    asked: task.asked,
    runId: started.runId,
    facts: factsOfKnown(known),
    thresholds: inputs.thresholds,
  }
  const callsOf = callsOfBaseline(inputs.thresholds, tools)
  const { callMeter: api, baseRun } = tools.apis
  const { clock, files } = tools.world
  const reading = { api, baseRun, clock, files, log: tools.log, ...(callsOf ? { callsOf } : {}) }
  const within = { ...scope, deadline: Math.min(scope.deadline, clock.now() + BASELINE_ALLOWANCE_MS) }
  const baseline = await findBaseline(inputs.baseline, target, within, reading)
  return baseline ? comparedWith(baseline) : {}
}

/** A baseline, and a note of what a reader should know of it. */
function comparedWith(baseline: Baseline | Absence): Pick<Known, 'baseline' | 'notes'> | Pick<Known, 'baseline'> {
  if (isAbsence(baseline)) return { baseline, notes: [`There is nothing to compare with: ${baseline.reason}.`] }
  const leftOut = baseline.runs && baseline.leftOut
  return { baseline, ...(leftOut ? { notes: [`Not compared with: ${leftOut}`] } : {}) }
}

/** The baseline that the workflow asks for, or why it cannot be had; undefined where it asks for none. */
export async function findBaseline(
  request: BaselineRequest | undefined,
  target: BaselineTarget,
  scope: Scope,
  tools: BaselineTools,
): Promise<Baseline | Absence | undefined> {
  if (!request) return undefined
  const { log } = tools
  return log.group('Read the baseline', async () => {
    const found = await baselineOf(request, target, scope, tools)
    log.info(baselineLine(found))
    return found
  })
}

function baselineOf(
  request: BaselineRequest,
  target: BaselineTarget,
  scope: Scope,
  tools: BaselineTools,
): Baseline | Absence | Promise<Baseline | Absence> {
  if (request.kind === 'file') return recordedBaseline(request.path, target, tools.files)
  if (request.kind === 'files') return recordedHistory(request.pattern, target, tools.files)
  return baselineFromApi(request, target, scope, tools)
}

function baselineLine(found: Baseline | Absence): string {
  if (isAbsence(found)) return `No baseline: ${found.reason}.`
  if (found.subject)
    return `The baseline is ${found.name}, with ${counted(found.subject.measurements.size, 'endpoint')}.`
  const ids = found.runs.flatMap(({ runId, apart }) => (apart ? [] : plain(runId ?? 'without id', 80)))
  const leftOut = found.leftOut ? ` Left out: ${found.leftOut}` : ''
  return `The baseline is ${found.name}${ids.length > 0 ? `: ${ids.join(', ')}` : ''}.${leftOut}`
}

/** The baseline from a file. One that was a report before the run, and is none now, is missing data: the results of this run are not lost with it. */
function recordedBaseline(path: string, target: BaselineTarget, files: Pick<Files, 'read'>): Baseline | Absence {
  try {
    return baselineFromFile(readBaselineFile(path, files), path, target)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return missing(error.message.replace(/\.$/, ''))
  }
}

/** Throws an `input` failure where a baseline file is there but is no report, so that this shows before anything is started. */
export function checkBaselineFile(request: BaselineRequest | undefined, files: Pick<Files, 'read'>): void {
  const text = request?.kind === 'file' ? readBaselineFile(request.path, files) : undefined
  if (request?.kind === 'file' && text !== undefined) readReportFile(text, request.path)
}

/** The text of a baseline file; undefined where there is none. Throws an `input` failure where it cannot be read. */
function readBaselineFile(path: string, files: Pick<Files, 'read'>): string | undefined {
  try {
    return files.read(path, MAX_BASELINE_BYTES)
  } catch (error) {
    throw new Failure('input', `The baseline ${plain(path)} cannot be read: ${plain(String(error))}.`, {
      code: 'baseline-file',
      cause: error,
    })
  }
}

/**
 * The baseline from the API. Where it cannot be had, why: a baseline is missing data like any other, so an outage of the list of runs
 * must not lose the results of this run.
 */
async function baselineFromApi(
  request: Exclude<BaselineRequest, { kind: 'file' | 'files' }>,
  target: BaselineTarget,
  scope: Scope,
  tools: BaselineTools,
): Promise<Baseline | Absence> {
  const read: ReadEarlier = (run, within) => readEarlier(target.projectId, run, within, tools)
  try {
    if (request.kind === 'last') return await lastRuns(request.count, target, scope, { api: tools.api, read })
    const found = await earlierRun(request, target, scope, tools)
    if (isAbsence(found)) return found
    const { runId, name } = found
    const run = found.run ?? (await tools.api.getRun(target.projectId, runId, scope))
    if (run.status !== 'COMPLETED')
      return {
        kind: 'missing',
        reason: `the run ${plain(runId)} is ${plain(run.status)}, and only a completed run can be a baseline`,
      }
    return { name, subject: await readEarlier(target.projectId, { ...run, id: runId }, scope, tools) }
  } catch (error) {
    if (!(error instanceof Failure) || error.kind === 'aborted') throw error
    return { kind: 'missing', reason: `the baseline could not be read: ${explain(error)}` }
  }
}

/** What an earlier run measured. */
async function readEarlier(projectId: string, run: Run, scope: Scope, tools: BaselineTools): Promise<Subject> {
  const { measurements } = withoutUnavailable(await readResults({ projectId, runId: run.id ?? '', run }, scope, tools))
  return { run, measurements, ...timesOf(run, []), ...(tools.callsOf ? { calls: await tools.callsOf(run) } : {}) }
}

/** Which run is the baseline, and what it is called. */
async function earlierRun(
  request: Exclude<BaselineRequest, { kind: 'file' | 'files' | 'last' }>,
  target: BaselineTarget,
  scope: Scope,
  { api, baseRun }: BaselineTools,
): Promise<{ runId: string; name: string; run?: Run } | Absence> {
  switch (request.kind) {
    case 'run':
      if (isSameId(request.runId, target.runId)) return missing(ITSELF)
      return { runId: request.runId, name: `run ${request.runId}` }
    case 'previous': {
      const found = await findEarlierRuns(
        { ...target, count: 1 },
        {
          why: (earlier) => whyNotWhole(earlier, target.facts),
          needsDetail: true,
          mayFail: false,
          take: (run) => Promise.resolve({ taken: run }),
        },
        scope,
        api,
      )
      if (isAbsence(found)) return found
      const run = found.at(-1)?.taken
      if (run?.id === undefined) return missing('there is no earlier run of this test that completed')
      return { runId: run.id, run, name: `the previous run ${run.id}` }
    }
    case 'base-branch': {
      const found = await baseRun(target.testId)
      if (!isAbsence(found) && isSameId(found.runId, target.runId)) return missing(ITSELF)
      return isAbsence(found)
        ? found
        : { runId: found.runId, name: `run ${found.runId}, which passed on ${found.where}` }
    }
  }
}
