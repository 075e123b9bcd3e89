// The metrics that report.html shows of each run, and with them most of its size.
import { optional } from '../../base/fields.ts'
import { plain } from '../../base/text.ts'
import { type SeriesName, printSeriesName } from '../../model/series.ts'
import { isAbsence } from '../../model/subject.ts'
import { HEADLINE_METRICS, METRICS, metricFacts } from '../../thresholds/catalogue.ts'
import { column } from '../../thresholds/selection.ts'
import { type Threshold, partsOf } from '../../thresholds/syntax.ts'
import { qualityWords } from '../quality-words.ts'
import type { RunReport } from '../report.ts'
import { limitsOf } from './limits.ts'
import type { PageMetric } from './model.ts'

const MAX_NAME = 200

/** What a page shows of one run's metrics. */
export interface ShownMetrics {
  metrics: PageMetric[]
  leftOut: string[]
}

interface Wanted {
  name: SeriesName
  /** Whether a threshold names it. */
  named: boolean
  /** Whether it stays however large the page becomes. */
  kept: boolean
}

/**
 * The metrics of every run. Those that a threshold names, and the headline ones, are always there; others while their JSON fits in so many
 * characters. The runs take turns, so that each has as many as the others. Once there is no room for a metric, there is none for those
 * after it either.
 */
export function pageMetrics(runs: readonly RunReport[], characters: number): ShownMetrics[] {
  const wanted = runs.map(wantedOf)
  const shown = runs.map((): ShownMetrics => ({ metrics: [], leftOut: [] }))
  let room = characters
  for (let turn = 0; wanted.some((list) => turn < list.length); turn++) {
    for (const [i, run] of runs.entries()) {
      const next = wanted[i]?.[turn]
      const metric = next && (next.kept || room > 0) ? pageMetric(next, run) : undefined
      if (metric) room -= JSON.stringify(metric).length
      if (metric && (next?.kept || room > 0)) shown[i]?.metrics.push(metric)
      else if (next && room <= 0) shown[i]?.leftOut.push(plain(printSeriesName(next.name), MAX_NAME))
    }
  }
  return shown
}

/** Every metric that a threshold names, in aggregates and in conditions, in the order in which they stand there. */
function metricsNamed({ left, right }: Threshold): SeriesName[] {
  return [left, right]
    .flatMap(partsOf)
    .flatMap((part) => (part.kind === 'aggregate' || part.kind === 'metric' ? [part.of] : []))
}

/** The metrics of a run, what matters most first. */
function wantedOf({ thresholds, subject }: RunReport): Wanted[] {
  const there = [...(subject?.measurements.metrics.keys() ?? [])].toSorted()
  const known = [...HEADLINE_METRICS, ...Object.keys(METRICS)].filter((metric) => there.includes(metric))
  const found = new Map<string, Wanted>()
  for (const name of thresholds.flatMap(({ threshold }) => metricsNamed(threshold)))
    found.set(printSeriesName(name), { name, named: true, kept: true })
  for (const metric of [...known, ...there])
    if (!found.has(metric))
      found.set(metric, { name: { metric }, named: false, kept: HEADLINE_METRICS.includes(metric) })
  return [...found.values()]
}

/** Undefined where the name alone does not say which values are meant, or no endpoint has one. */
function pageMetric({ name, named }: Wanted, { subject, baseline, thresholds }: RunReport): PageMetric | undefined {
  const found = subject && column(name, subject.measurements)
  if (!found || isAbsence(found)) return undefined
  const values = Array.from(found.values, rounded)
  if (values.every((value) => value === null)) return undefined
  const before = baseline?.subject && column(name, baseline.subject.measurements)
  const was = before && !isAbsence(before) ? Array.from(before.values, rounded).filter((value) => value !== null) : []
  const sides = [...new Set(found.deciders)].filter(Boolean)
  const { unit = '', label, meaning, better } = metricFacts(name.metric) ?? {}
  return {
    name: plain(printSeriesName(name), MAX_NAME),
    unit,
    ...optional({
      label,
      meaning: meaning || undefined,
      better,
      inWords: qualityWords(name.metric, averageOf(values)),
    }),
    named,
    ...optional({ sides: sides.length > 1 ? sides.map((side) => plain(side, MAX_NAME)) : undefined }),
    values,
    ...optional({ baseline: was.length > 0 ? was : undefined }),
    limits: limitsOf(thresholds, name),
  }
}

function averageOf(values: readonly (number | null)[]): number {
  const known = values.filter((value) => value !== null)
  return known.reduce((sum, value) => sum + value, 0) / known.length
}

/** Six digits tell apart what a chart or a table can show. */
function rounded(value: number): number | null {
  return Number.isFinite(value) ? Number(value.toPrecision(6)) : null
}
