import { endedWell } from '../model/outcomes.ts'
import type { ThresholdResult } from '../thresholds/evaluate.ts'
import { plain } from '../base/text.ts'
import type { KnownRun } from './known.ts'
import { type FailurePattern, failurePatterns } from './failures/patterns.ts'
import type { RunReport, StepReport } from './report.ts'

/** Largest `results` output, in bytes: GitHub allows 1 MB for all outputs of a job together. */
export const MAX_RESULTS_BYTES = 256 * 1024

/** The outputs that are known when the step ends. Every one is always set, so that a workflow never reads an older step's. */
export function finalOutputs(report: StepReport): Record<string, string> {
  const { runs, verdict } = report
  return {
    verdict,
    status: runs.map(({ status }) => plain(status ?? '')).join('\n'),
    'success-rate': successRate(runs),
    'failed-thresholds': String(
      runs
        .filter(({ verdict: own }) => own !== 'passed' && own !== 'warned')
        .flatMap(({ thresholds }) => thresholds)
        .filter(failedThreshold).length,
    ),
    results: resultsJson(report),
  }
}

/** The run's id and page, one line for each run, as soon as they are known; a line stays empty until its run has started. */
export function runOutputs(runs: readonly (KnownRun | undefined)[]): Record<string, string> {
  return {
    'run-id': runs.map((run) => plain(run?.runId ?? '')).join('\n'),
    'run-url': runs.map((run) => run?.runUrl ?? '').join('\n'),
  }
}

/** Where the report files are, empty where they were not written. */
export function reportOutputs(paths: Readonly<Record<string, string>>): Record<string, string> {
  return {
    'report-path': paths['report.json'] ?? '',
    'junit-path': paths['junit.xml'] ?? '',
    'html-path': paths['report.html'] ?? '',
    'csv-path': paths['endpoints.csv'] ?? '',
  }
}

function failedThreshold({ state, threshold }: ThresholdResult): boolean {
  return state === 'invalid' || (threshold.severity === 'fail' && (state === 'breached' || state === 'missing'))
}

/** Share of all runs' endpoints that succeeded, in percent with at most two decimals; empty where nothing was measured. */
function successRate(runs: readonly RunReport[]): string {
  const outcomes = runs.flatMap(({ subject }) => subject?.measurements.outcomes ?? [])
  if (outcomes.length === 0) return ''
  const good = outcomes.filter(endedWell).length
  // Rounded down, so that 100 means all of them.
  return String(Math.floor((10_000 * good) / outcomes.length) / 100)
}

/** Verdict, runs and thresholds as JSON, without what does not fit: first reasons and notes go, then the runs' thresholds from the last on. */
function resultsJson({ verdict, runs, problem, code }: StepReport): string {
  const full = {
    verdict,
    code,
    problem: problem ? plain(problem, 2_000) : undefined,
    runs: runs.map((run) => ({
      verdict: run.verdict,
      code: run.code,
      reason: plain(run.reason, 1_000),
      project: run.project.id ?? run.project.asked,
      test: run.test.id ?? run.test.asked,
      run: run.runId ?? null,
      ...(run.presumed ? { presumed: true } : {}),
      url: run.runUrl ?? null,
      status: run.status ?? null,
      endpoints: run.subject?.measurements.size ?? null,
      ...failuresJson(run),
      ...(run.notStarted ? { notStarted: true } : {}),
      ...(run.attempts
        ? {
            attempts: run.attempts.map((attempt) => ({
              run: attempt.runId ?? null,
              verdict: attempt.verdict,
              status: attempt.status ?? null,
              reason: plain(attempt.reason, 500),
            })),
          }
        : {}),
      thresholds: run.thresholds.map(thresholdJson),
    })),
  }
  const whole = JSON.stringify(full)
  return Buffer.byteLength(whole) <= MAX_RESULTS_BYTES ? whole : shortened(full)
}

/** Most kinds of failure that are in the output. */
const MAX_FAILURES = 10

function failuresJson({ subject, baseline }: RunReport): { failures?: object[] } {
  const patterns = subject ? failurePatterns(subject, baseline?.subject) : []
  return patterns.length === 0 ? {} : { failures: patterns.slice(0, MAX_FAILURES).map(patternJson) }
}

function patternJson({ outcome, phase, sipStatus, group, places: _places, ...rest }: FailurePattern): object {
  const short = (text: string | null): string | null => (text === null ? null : plain(text, 80))
  return {
    ...rest,
    outcome: short(outcome),
    phase: short(phase),
    sipStatus,
    ...(group === undefined ? {} : { group: plain(group, 80) }),
    title: plain(rest.title, 120),
  }
}

/** The same without reasons and failures, then without the thresholds of the last runs, then without those runs. */
function shortened({ runs, ...head }: { runs: { thresholds: object[] }[] }): string {
  const parts = runs.map((run) =>
    JSON.stringify({
      ...run,
      failures: undefined,
      thresholds: run.thresholds.map((threshold) => ({ ...threshold, reason: undefined })),
    }),
  )
  const join = (): string => `${JSON.stringify({ ...head, truncated: true }).slice(0, -1)},"runs":[${parts.join(',')}]}`
  let left = Buffer.byteLength(join()) - MAX_RESULTS_BYTES
  for (let i = parts.length - 1; i >= 0 && left > 0; i--) {
    const bare = JSON.stringify({ ...runs[i], thresholds: [] })
    left -= Buffer.byteLength(parts[i] ?? '') - Buffer.byteLength(bare)
    parts[i] = bare
  }
  while (parts.length > 0 && left > 0) left -= Buffer.byteLength(parts.pop() ?? '') + 1
  return join()
}

function thresholdJson(result: ThresholdResult) {
  const { threshold, state, measured, limit, baseline, coverage, unit, reason, interval, runs } = result
  return {
    threshold: threshold.text,
    severity: threshold.severity,
    state,
    measured: finite(measured),
    limit: finite(limit),
    baseline: baseline === undefined ? undefined : finite(baseline),
    unit: unit === 'bare' || unit === 'unknown' ? '' : unit,
    endpoints: coverage && { used: coverage.used, of: coverage.of },
    interval: interval && { low: interval.low, high: interval.high },
    // In the order of the attempts.
    runs: runs?.map((run) => ({ run: run.runId ?? null, state: run.state, measured: finite(run.measured) })),
    reason: reason ? plain(reason, 500) : undefined,
  }
}

function finite(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null
}
