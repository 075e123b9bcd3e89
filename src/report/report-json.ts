// report.json: written with everything that was found; stages/recorded-runs.ts reads it again as a baseline. Its form is docs/report.schema.json.
import { optional } from '../base/fields.ts'
import type { Subject } from '../model/subject.ts'
import type { ThresholdResult } from '../thresholds/evaluate.ts'
import { failurePatterns } from './failures/patterns.ts'
import type { EarlierRun } from '../thresholds/reference.ts'
import type { AttemptReport, RunReport, StepReport } from './report.ts'

/** Raised when a reader of the old form could not understand the new one. */
export const REPORT_VERSION = 1

/** The text of report.json. */
export function writeReportFile({ verdict, problem, code, startedAt, endedAt, runs }: StepReport): string {
  return JSON.stringify({
    version: REPORT_VERSION,
    verdict,
    ...optional({ problem, code }),
    startedAt: time(startedAt),
    endedAt: time(endedAt),
    runs: runs.map(writeRun),
  })
}

function writeRun({
  verdict,
  code,
  reason,
  project,
  test,
  runId,
  runUrl,
  presumed,
  status,
  plannedSeconds,
  statuses,
  thresholds,
  notes,
  baseline,
  subject,
  attempts,
  notStarted,
}: RunReport) {
  return {
    verdict,
    ...optional({ code }),
    reason,
    project,
    test,
    ...optional({ id: runId, url: runUrl, presumed, status, plannedSeconds }),
    statuses: statuses.map((change) => ({ status: change.status, at: time(change.at) })),
    thresholds: thresholds.map(writeThreshold),
    notes,
    ...optional({
      baseline: baseline?.name,
      history: baseline?.runs?.map(writeEarlierRun),
      attempts: attempts?.map(writeAttempt),
      notStarted,
      failures:
        subject && failurePatterns(subject, baseline?.subject).map(({ places: _places, ...pattern }) => pattern),
      measured: subject && writeSubject(subject),
    }),
  }
}

function writeEarlierRun({ runId, at }: EarlierRun): object {
  return optional({ id: runId, at: at === undefined ? undefined : time(at) })
}

function writeAttempt({ runId, runUrl, ...attempt }: AttemptReport): object {
  return { ...attempt, ...optional({ id: runId, url: runUrl }) }
}

/** One threshold's result as reports hold it. */
export function writeThreshold({
  threshold,
  state,
  operator,
  unit,
  measured,
  limit,
  baseline,
  coverage,
  decidedBy,
  reason,
  spread,
  history,
  interval,
  runs,
}: ThresholdResult) {
  return {
    threshold: threshold.text,
    severity: threshold.severity,
    ...optional({ file: threshold.file }),
    line: threshold.line,
    state,
    operator,
    unit: unit === 'bare' || unit === 'unknown' ? '' : unit,
    ...optional({
      measured: number(measured),
      limit: number(limit),
      baseline: number(baseline),
      spread: number(spread),
      history: history?.map(({ value }) => number(value) ?? null),
      interval,
      runs: runs?.map((run) => optional({ id: run.runId, state: run.state, measured: number(run.measured) })),
      endpoints: coverage,
      decidedBy,
      reason,
    }),
  }
}

function writeSubject({ run, measurements, durationSeconds, queueSeconds, calls }: Subject) {
  const { size, ids, groups, phases, outcomes, sipStatuses, metrics } = measurements
  return {
    detail: run.detail,
    ...optional({ durationSeconds, queueSeconds, calls }),
    size,
    ids,
    groups,
    phases,
    outcomes,
    sipStatuses,
    // NaN becomes null in JSON.
    metrics: [...metrics.values()].flat().map(({ values, ...name }) => ({ ...name, values: [...values] })),
  }
}

function number(value: number | undefined): number | string | undefined {
  return value === undefined || Number.isFinite(value) ? value : String(value)
}

function time(ms: number): string {
  return new Date(ms).toISOString()
}
