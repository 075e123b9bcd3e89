// The runs of a report.json that an earlier step wrote, as a baseline needs them.
import { readRun } from '../apis/callmeter/answers.ts'
import { Failure } from '../base/failure.ts'
import { type Fields, isObject, optional } from '../base/fields.ts'
import { plain } from '../base/text.ts'
import { type Measurements, type Series, TOO_LARGE } from '../model/measurements.ts'
import type { StatusChange } from '../model/run.ts'
import type { Absence, CallTally, Subject } from '../model/subject.ts'
import { REPORT_VERSION } from '../report/report-json.ts'

/** What a report.json holds of one run, as a baseline needs it. */
export interface RecordedRun {
  runId?: string
  testId?: string
  testAsked?: string
  status?: string
  verdict?: string
  /** When the run was started: as the API tells, else as the step that wrote it saw; in ms since the epoch. */
  at?: number
  /** When the run was first seen in each status. */
  statuses: readonly StatusChange[]
  /** Planned length of the calls, in seconds, as that step knew it. */
  plannedSeconds?: number
  /** Whether the run broke a threshold that fails. */
  breached: boolean
  /** Missing where that run had no results. */
  subject?: Subject
}

/** Largest report.json that is read as a baseline, in bytes: ten times what 10,000 endpoints with 60 metrics come to. */
export const MAX_BASELINE_BYTES = 200 * 1024 * 1024

/** The runs of a report.json. Throws an `input` failure where the text is not one, or is of a version that this code does not know. */
export function readReportFile(text: string, path: string): RecordedRun[] {
  const wrong = (what: string, cause?: unknown): Failure =>
    new Failure('input', `${plain(path)} is not a report.json that can be read: ${what}.`, {
      code: 'baseline-file',
      advice: 'A baseline is a report.json that an earlier step of this action wrote.',
      cause,
    })
  let report: unknown
  try {
    report = JSON.parse(text)
  } catch (error) {
    throw wrong('it is not JSON', error)
  }
  if (!isObject(report)) throw wrong('it is not an object')
  if (report.version !== REPORT_VERSION)
    throw wrong(`its version is ${plain(String(report.version), 40)}, and ${REPORT_VERSION} is known`)
  if (!Array.isArray(report.runs)) throw wrong('it has no runs')
  const { startedAt } = report
  return report.runs.map((run: unknown) => {
    if (!isObject(run)) throw wrong('a run is not an object')
    const test = isObject(run.test) ? run.test : {}
    const [runId, status] = [textOf(run.id), textOf(run.status)]
    const statuses = readStatuses(run.statuses)
    const subject = run.measured === undefined ? undefined : readSubject(run.measured, status ?? 'COMPLETED', wrong)
    return {
      ...optional({
        runId,
        testId: textOf(test.id),
        testAsked: textOf(test.asked),
        status,
        verdict: textOf(run.verdict),
        at: subject?.run.createdAt ?? statuses[0]?.at ?? timeOf(startedAt),
        plannedSeconds: typeof run.plannedSeconds === 'number' ? run.plannedSeconds : undefined,
        subject,
      }),
      statuses,
      breached: Array.isArray(run.thresholds) && run.thresholds.some((one) => isBroken(one, runId)),
    }
  })
}

function readSubject(measured: unknown, status: string, wrong: (what: string) => Failure): Subject {
  if (!isObject(measured) || !isObject(measured.detail)) throw wrong('a run has no measurements that can be read')
  const { detail, durationSeconds, queueSeconds, calls } = measured
  const size = Number(measured.size)
  const list = (name: string, value: unknown): unknown[] => {
    if (!Array.isArray(value) || value.length !== size)
      throw wrong(`${name} does not have one entry for each of its ${size} endpoints`)
    return value
  }
  const words = (name: string): (string | null)[] => list(name, measured[name]).map((word) => textOf(word) ?? null)
  const metrics = new Map<string, Series[]>()
  if (!Array.isArray(measured.metrics)) throw wrong('it has no list of metrics')
  for (const series of measured.metrics as unknown[]) {
    const metric = isObject(series) ? textOf(series.metric) : undefined
    if (!isObject(series) || metric === undefined) throw wrong('a metric has no name')
    const { direction, track } = series
    const values = Float64Array.from(list(metric, series.values), (value) => {
      if (value === null) return Number.NaN
      if (typeof value === 'number' && Math.abs(value) < TOO_LARGE) return value
      throw wrong(`a value of ${plain(metric, 60)} is not a valid number`)
    })
    const read: Series = {
      metric,
      ...(direction === 'send' || direction === 'receive' ? { direction } : {}),
      ...(track === 'audio' || track === 'video' ? { track } : {}),
      ...optional({ statistic: textOf(series.statistic) }),
      values,
    }
    metrics.set(metric, [...(metrics.get(metric) ?? []), read])
  }
  const measurements: Measurements = {
    size,
    ids: words('ids').map((id, place) => id ?? String(place + 1)),
    groups: words('groups'),
    phases: words('phases'),
    outcomes: words('outcomes'),
    sipStatuses: list('sipStatuses', measured.sipStatuses).map((value) => (typeof value === 'number' ? value : null)),
    metrics,
  }
  return {
    run: readDetail({ status, ...detail }, wrong),
    measurements,
    ...optional({
      durationSeconds: typeof durationSeconds === 'number' ? durationSeconds : undefined,
      queueSeconds: typeof queueSeconds === 'number' ? queueSeconds : undefined,
      calls: calls === undefined ? undefined : readCalls(calls, wrong),
    }),
  }
}

/** What the far end said, or why it said nothing. */
function readCalls(calls: unknown, wrong: (what: string) => Failure): CallTally | Absence {
  if (!isObject(calls)) throw wrong('what the far end said cannot be read')
  const reason = textOf(calls.reason)
  if (reason !== undefined) return { kind: 'missing', reason }
  const count = (value: unknown): number => {
    if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value
    throw wrong('a count of calls is not a number')
  }
  const unclassified = isObject(calls.unclassified) ? calls.unclassified : {}
  return {
    received: count(calls.received),
    answered: count(calls.answered),
    missed: count(calls.missed),
    voicemail: count(calls.voicemail),
    busy: count(calls.busy),
    failed: count(calls.failed),
    unclassified: Object.fromEntries(Object.entries(unclassified).map(([name, n]) => [name, count(n)])),
  }
}

/** The detail of a run, held against the same as the API's. */
function readDetail(detail: Fields, wrong: (what: string) => Failure): Subject['run'] {
  try {
    return readRun(detail)
  } catch {
    throw wrong('the detail of a run cannot be read')
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** Whether a run broke a threshold that fails. One that other runs refuted is held by those, and broken by this run unless the report says otherwise. */
function isBroken(threshold: unknown, runId: string | undefined): boolean {
  if (!isObject(threshold) || threshold.severity !== 'fail') return false
  if (threshold.state !== 'unconfirmed') return threshold.state === 'breached'
  const runs: unknown[] = Array.isArray(threshold.runs) ? threshold.runs : []
  const own = runs.find((run): run is Fields => isObject(run) && runId !== undefined && run.id === runId)
  return own?.state !== 'held'
}

/** The changes of status that can be read. */
function readStatuses(changes: unknown): StatusChange[] {
  return (Array.isArray(changes) ? changes : []).flatMap((change: unknown) => {
    const [status, at] = isObject(change) ? [textOf(change.status), timeOf(change.at)] : []
    return status === undefined || at === undefined ? [] : [{ status, at }]
  })
}

function timeOf(value: unknown): number | undefined {
  const at = Date.parse(textOf(value) ?? '')
  return at >= 0 ? at : undefined
}
