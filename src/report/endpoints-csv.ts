// endpoints.csv: a row for each endpoint of each run, for spreadsheets and scripts. The form is that of RFC 4180.
import { type Series } from '../model/measurements.ts'
import { printSeriesName } from '../model/series.ts'
import { failurePatterns } from './failures/patterns.ts'
import { type RunReport, type StepReport, nameOf } from './report.ts'

/** The columns that every file has, in this order; those of the metrics follow by name. New ones may be added behind these. */
const FIXED = ['run', 'test', 'endpoint', 'group', 'outcome', 'phase', 'sip_status', 'cause', 'likely_place'] as const

/** The text of endpoints.csv: its head alone where no run has results. */
export function renderEndpointsCsv({ runs }: StepReport): string {
  const columns = [...new Set(runs.flatMap((run) => seriesOf(run).map(([name]) => name)))].toSorted()
  const rows = runs.flatMap((run) => rowsOf(run, columns))
  return [[...FIXED, ...columns].map(cell).join(','), ...rows, ''].join('\r\n')
}

function seriesOf({ subject }: RunReport): [name: string, series: Series][] {
  return [...(subject?.measurements.metrics.values() ?? [])].flat().map((series) => [printSeriesName(series), series])
}

function rowsOf(run: RunReport, columns: readonly string[]): string[] {
  const { subject, runId = '' } = run
  if (!subject) return []
  const { size, ids, groups, outcomes, phases, sipStatuses } = subject.measurements
  const known = new Map(seriesOf(run))
  const series = columns.map((name) => known.get(name)?.values)
  const causes = causesOf(run)
  return Array.from({ length: size }, (_, i) => {
    const cause = causes.get(i)
    const fixed = [runId, nameOf(run), ids[i], groups[i], outcomes[i], phases[i]].map((text) => cell(text ?? ''))
    const why = [cause?.what ?? '', cause?.place ?? ''].map(cell)
    return [...fixed, String(sipStatuses[i] ?? ''), ...why, ...series.map((values) => number(values?.[i]))].join(',')
  })
}

/** What is likely to be behind the failure of each endpoint that failed, by its place. */
function causesOf({ subject }: RunReport): Map<number, { what: string; place: string }> {
  const found = new Map<number, { what: string; place: string }>()
  for (const { places, what, place } of subject ? failurePatterns(subject) : [])
    for (const at of places) found.set(at, { what, place })
  return found
}

/** Signs with which a spreadsheet takes a text for a formula, their full-width forms, and what it may pass over before them. Source: OWASP, CSV injection. */
const FORMULA = /^([\t\r\n]|[\s\ufffd]*[=+\-@\uff1d\uff0b\uff0d\uff20])/

/** A text as a cell that a spreadsheet shows and does not reckon: an apostrophe stands before what looks like a formula. */
function cell(text: string): string {
  const shown = text.replaceAll('\0', '\ufffd')
  const safe = FORMULA.test(shown) ? `'${shown}` : shown
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function number(value = Number.NaN): string {
  return Number.isFinite(value) ? String(value) : ''
}
