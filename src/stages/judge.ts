// The last stage of one test: its verdict, from how the run ended, and from what it measured.
import type { CallMeter } from '../apis/callmeter/client.ts'
import type { Scope } from '../apis/http/retry.ts'
import { formatDuration } from '../base/duration.ts'
import { Failure, codeOf, explain, failedAs } from '../base/failure.ts'
import type { Log } from '../base/log.ts'
import { optional } from '../base/fields.ts'
import { counted, plain } from '../base/text.ts'
import type { Measurements } from '../model/measurements.ts'
import { type Run, isTerminal } from '../model/run.ts'
import { type Judgement, worseOf } from '../model/verdict.ts'
import type { Started, Watched } from '../model/watched.ts'
import { type Baseline, type Known, knownRun } from '../report/known.ts'
import { thresholdLine } from '../report/phrases.ts'
import { type Subject, type Absence, isAbsence } from '../model/subject.ts'
import { type ThresholdResult, evaluate } from '../thresholds/evaluate.ts'
import { unjudgedFailures } from '../thresholds/unjudged-failures.ts'
import { type Threshold, withoutSeverity } from '../thresholds/syntax.ts'
import { doubtAboutLength } from './doubts.ts'
import { factsOfKnown } from './run-facts.ts'

/** What to do where a threshold finds no value. */
export type MissingData = 'fail' | 'warn' | 'ignore'

/** The verdict where nothing waits for the run's end. */
export const LEFT_ALONE: Judgement = {
  verdict: 'triggered',
  reason: 'The test was started. Nothing waits for its end, and thresholds were not evaluated.',
}

/** The verdict on a run that no answer ever showed. */
export const NEVER_SEEN: Judgement = { verdict: 'error', reason: 'The run was never seen.', code: 'internal' }

/** The verdict on a run from how it ended alone; undefined where its results decide. `timeout` is in ms. */
export function judgeEnd({ ended, run, stoppedElsewhere }: Watched, timeout: number): Judgement | undefined {
  if (ended === 'cancelled')
    return { verdict: 'cancelled', reason: 'The workflow was cancelled before the run had ended.' }
  if (ended === 'stopping' || stoppedElsewhere)
    return { verdict: 'cancelled', reason: 'Somebody stopped the run in CallMeter. Partial runs are not judged.' }
  if (ended === 'timed-out')
    return {
      verdict: 'timed-out',
      reason: `The run had not ended within ${formatDuration(timeout)}; its last status was ${plain(run?.status ?? 'unknown')}${progressText(run)}.`,
    }
  const why = run?.failureReason ? `: ${plain(run.failureReason).replace(/\.$/, '')}` : ''
  if (run?.status === 'CANNOT_RUN_FOR_NOW') {
    return {
      verdict: 'not-run',
      reason: `CallMeter could not run the test for now${why || ': capacity, billing or another limit'}. Nothing was measured.`,
    }
  }
  if (run?.status === 'FAILED')
    return {
      verdict: 'run-failed',
      reason: `CallMeter ended the run as FAILED${why}: the test itself failed, which says nothing about call quality.`,
    }
  return undefined
}

/** How far a run had got, as it reads after its status; empty if the API did not report that. */
function progressText(run: Run | undefined): string {
  const { completedEndpoints: done, endpointCount: of } = run ?? {}
  // More than there are is a number that cannot be believed.
  return done === undefined || !of || done > of ? '' : `, with ${done} of ${counted(of, 'endpoint')} done`
}

/**
 * The verdict where a stage failed, and what else is said of it. Where the run itself ended as FAILED, that decides: results would only have
 * told more.
 */
export function judgeFailure(error: unknown, known: Known, aborted: boolean): Judgement & { notes: string[] } {
  const { started, watched } = known
  const end = watched && judgeEnd(watched, 0)
  if (end?.verdict === 'run-failed' && !failedAs(error, 'aborted'))
    return { ...end, notes: [`The results could not be read: ${explain(error)}`] }
  if (aborted && error instanceof Failure) {
    const lost = error.kind === 'run-lost' ? ` ${explain(error)}` : ''
    return { verdict: 'cancelled', reason: `The workflow was cancelled.${lost}`, code: error.code, notes: [] }
  }
  const over = watched?.run !== undefined && isTerminal(watched.run.status)
  const going = started && !over ? ` The run ${plain(started.runId)} may still be running.` : ''
  return { verdict: 'error', reason: `${explain(error)}${going}`, code: codeOf(error), notes: [] }
}

/** Holds the thresholds against what the run measured, and says what came of each. */
export function evaluateThresholds(
  { subject, baseline }: { subject: Subject; baseline?: Baseline | Absence },
  thresholds: readonly Threshold[],
  log: Log,
): { thresholds: ThresholdResult[]; notes: string[] } {
  const results = evaluate(
    thresholds,
    subject,
    baseline && !isAbsence(baseline) ? (baseline.subject ?? baseline.runs) : baseline,
  )
  // A breach is annotated at the end, and an annotation is a line of the log.
  for (const result of results) if (result.state !== 'breached') log.info(thresholdLine(result))
  const overlooked = unjudgedFailures(thresholds, subject.measurements)
  if (overlooked) log.warning(overlooked)
  return { thresholds: results, notes: overlooked ? [overlooked] : [] }
}

/** What the length of a run that completed says against it; nothing where it was run to its end. */
export async function doubtLength(
  known: Known & { started: Started; watched: Watched; subject: Subject },
  scope: Scope,
  api: CallMeter,
): Promise<Pick<Known, 'doubt'>> {
  const { task, started, subject } = known
  const { plannedSeconds, mostSeconds } = factsOfKnown(known)
  const length = {
    projectId: task.project.id,
    testId: knownRun(known, '').test.id,
    runId: started.runId,
    plannedSeconds,
    mostSeconds,
  }
  return optional({ doubt: await doubtAboutLength(length, subject, scope, api) })
}

/** The verdict on a run that completed: by its thresholds, and by whether it was run to its end. */
export function judgeResults({ thresholds, subject, doubt }: Known, missingData: MissingData): Judgement {
  const judged = judgeThresholds(thresholds, subject?.measurements, missingData)
  return doubt ? worseOf(judged, doubt) : judged
}

/** The verdict on a run that completed, from its thresholds. */
export function judgeThresholds(
  results: readonly ThresholdResult[],
  measurements: Measurements | undefined,
  missingData: MissingData,
): Judgement {
  const size = measurements?.size ?? 0
  const having = (state: ThresholdResult['state'], severity?: 'fail' | 'warn'): ThresholdResult[] =>
    results.filter((result) => result.state === state && (!severity || result.threshold.severity === severity))
  const invalid = having('invalid')
  if (invalid.length > 0) {
    return {
      verdict: 'error',
      code: 'threshold-invalid',
      reason: `${counted(invalid.length, 'threshold')} cannot be evaluated: ${quoted(invalid)}.`,
    }
  }
  const breached = having('breached', 'fail')
  const missing = having('missing', 'fail')
  const none = size === 0 ? ' The run has no endpoints.' : ''
  if (breached.length > 0 || (missing.length > 0 && missingData === 'fail')) {
    const parts = [
      breached.length > 0 ? `${counted(breached.length, 'threshold')} breached: ${quoted(breached)}` : '',
      missing.length > 0 && missingData === 'fail'
        ? `${counted(missing.length, 'threshold')} without a value: ${quoted(missing)}`
        : '',
    ]
    return { verdict: 'failed', reason: `${parts.filter(Boolean).join('; ')}.${none}` }
  }
  const absent = having('missing')
  // "Ignore" leaves out single thresholds. With all of them left out nothing was judged, and that is no pass.
  if (absent.length === results.length && (missingData === 'ignore' || results.length === 0)) {
    return {
      verdict: 'failed',
      reason: `No threshold found a value, so nothing was judged.${none} missing-data: ignore leaves out single thresholds, not all.`,
    }
  }
  const warnings = having('breached', 'warn')
  const unconfirmed = having('unconfirmed')
  if (warnings.length + unconfirmed.length > 0 || (absent.length > 0 && missingData !== 'ignore')) {
    const parts = [
      unconfirmed.length > 0
        ? `${counted(unconfirmed.length, 'threshold')} breached and not confirmed: ${quoted(unconfirmed)}`
        : '',
      warnings.length > 0 ? `${counted(warnings.length, 'warning threshold')} breached: ${quoted(warnings)}` : '',
      absent.length > 0 && missingData !== 'ignore'
        ? `${counted(absent.length, 'threshold')} without a value: ${quoted(absent)}`
        : '',
    ]
    return { verdict: 'warned', reason: `${parts.filter(Boolean).join('; ')}.${none}` }
  }
  const left =
    absent.length > 0
      ? ` ${counted(absent.length, 'threshold')} without a value ${absent.length === 1 ? 'was' : 'were'} left out.`
      : ''
  const held = results.length - absent.length
  const counts = results.filter(({ state }) => state === 'held')
  const thinnest = counts.reduce(
    (least, { coverage }) => (coverage && coverage.used / coverage.of < least.used / least.of ? coverage : least),
    { used: 1, of: 1 },
  )
  const thin =
    thinnest.used < thinnest.of
      ? ` The lowest coverage is ${thinnest.used} of ${counted(thinnest.of, 'endpoint')}.`
      : ''
  return {
    verdict: 'passed',
    reason: `${held === 1 ? 'The threshold' : `All ${held} thresholds`} passed; the run has ${counted(size, 'endpoint')}.${thin}${left}`,
  }
}

/** Most thresholds that are named in a sentence. */
const MAX_NAMED = 3

function quoted(results: readonly ThresholdResult[]): string {
  const named = results.slice(0, MAX_NAMED).map(({ threshold }) => plain(withoutSeverity(threshold), 120))
  return `${named.join(', ')}${results.length > MAX_NAMED ? ` and ${results.length - MAX_NAMED} more` : ''}`
}
