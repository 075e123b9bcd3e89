// Which endpoints, and which of a metric's numbers, a threshold is about.
import { optional } from '../base/fields.ts'
import { nearest } from '../base/nearest.ts'
import { inWords, plain } from '../base/text.ts'
import type { Measurements, Series } from '../model/measurements.ts'
import { type SeriesName, printSeriesName } from '../model/series.ts'
import { type Absence, invalid, isAbsence, missing } from '../model/subject.ts'
import { type Better, metricFacts } from './catalogue.ts'
import { holds } from './comparison.ts'
import type { Condition, Operator } from './syntax.ts'
import { alike, unitOfMetric } from './units.ts'

/** A metric, one number for each endpoint; NaN where it has none. */
export interface Column {
  values: Float64Array
  /** What decided where several directions or tracks were measured, for each endpoint: a place in `deciders`, or 255. */
  decidedBy: Uint8Array
  deciders: readonly string[]
}

/** For each endpoint whether a condition holds: 1 yes, 0 no, 2 unknown, because the endpoint lacks a value (Kleene's logic). */
export type Truth = Uint8Array
export const YES = 1
const NO = 0
export const UNKNOWN = 2

/**
 * The numbers that a metric's name means. Unnarrowed, a plain number or the average is taken, and of several directions or tracks
 * the worse for each endpoint.
 */
export function column(name: SeriesName, { metrics, size }: Measurements): Column | Absence {
  const all = metrics.get(name.metric) ?? []
  const written = printSeriesName(name)
  if (all.length === 0) return missing(`the run has no metric ${written}. ${metricsThere(name.metric, metrics.keys())}`)
  const narrowed = all.filter(
    (series) =>
      (!name.direction || series.direction === name.direction) &&
      (!name.track || series.track === name.track) &&
      (!name.statistic || series.statistic === name.statistic),
  )
  if (narrowed.length === 0) {
    return missing(
      `${name.metric} has no ${written.slice(name.metric.length + 1)}. It has ${listed(all.map(narrowing))}.`,
    )
  }
  const chosen = name.statistic ? narrowed : withDefaultStatistic(narrowed)
  if (!chosen) {
    const statistics = [...new Set(narrowed.map(({ statistic }) => `${written}.${statistic ?? ''}`))]
    return invalid(
      `${written} does not have a plain number or an average everywhere: say which you mean, ${listed(statistics, ' or ')}`,
    )
  }
  return worst(chosen, name, size)
}

/**
 * Of each direction and track the plain number or the average, else the only statistic that there is. Undefined where one of them has
 * neither: leaving it out would judge the others alone.
 */
function withDefaultStatistic(series: readonly Series[]): readonly Series[] | undefined {
  if (new Set(series.map(({ statistic }) => statistic)).size === 1) return series
  const usual = series.filter(({ statistic }) => statistic === undefined || statistic === 'avg')
  const covered = ({ direction, track }: Series): boolean =>
    usual.some(
      (own) =>
        (own.direction === direction || own.direction === undefined) &&
        (own.track === track || own.track === undefined),
    )
  return usual.length > 0 && series.every((one) => (!one.direction && !one.track) || covered(one)) ? usual : undefined
}

/** Of each endpoint's values the worst. */
function worst(series: readonly Series[], name: SeriesName, size: number): Column | Absence {
  const better = metricFacts(name.metric)?.better
  const deciders = series.map(narrowing)
  const [only] = series
  if (only && series.length === 1) return { values: only.values, decidedBy: new Uint8Array(size), deciders }
  const values = new Float64Array(size).fill(Number.NaN)
  const decidedBy = new Uint8Array(size).fill(255)
  const worseThan = better && WORSE[better]
  for (const [i, { values: candidates }] of series.entries()) {
    for (let place = 0; place < size; place++) {
      const candidate = candidates[place] ?? Number.NaN
      if (Number.isNaN(candidate)) continue
      const held = values[place] ?? Number.NaN
      if (!Number.isNaN(held)) {
        if (!worseThan) {
          const ways = series.map((own) => printSeriesName(named(own, name.statistic)))
          return invalid(
            `it is not known which way ${printSeriesName(name)} is better, so neither value is the worse one: write ${listed(ways, ' or ')}`,
          )
        }
        if (!worseThan(candidate, held)) continue
      }
      values[place] = candidate
      decidedBy[place] = Math.min(i, 254)
    }
  }
  return { values, decidedBy, deciders }
}

/** A series by the shortest name that means it alone: the average goes without saying unless it was said. */
function named({ metric, track, direction, statistic }: Series, said: string | undefined): SeriesName {
  const shown = said ?? (statistic === 'avg' ? undefined : statistic)
  return { metric, ...optional({ track, direction, statistic: shown || undefined }) }
}

const WORSE: Readonly<Record<Better, (a: number, b: number) => boolean>> = {
  higher: (a, b) => a < b,
  lower: (a, b) => a > b,
  'nearer-zero': (a, b) => Math.abs(a) > Math.abs(b),
}

/** `audio.receive`, or `` for a plain number. The average is the usual statistic and goes without saying. */
function narrowing({ track, direction, statistic }: Series): string {
  return [track, direction, statistic === 'avg' ? undefined : statistic].filter((part) => part !== undefined).join('.')
}

/** For each endpoint whether the condition holds; an `Absence` where what it asks for is known of no endpoint at all. */
export function truth(
  condition: Condition,
  measurements: Measurements,
  columnOf: (name: SeriesName) => Column | Absence,
): Truth | Absence {
  switch (condition.kind) {
    case 'and':
    case 'or': {
      const left = truth(condition.left, measurements, columnOf)
      if (isAbsence(left)) return left
      const right = truth(condition.right, measurements, columnOf)
      if (isAbsence(right)) return right
      const [deciding, neutral] = condition.kind === 'and' ? [NO, YES] : [YES, NO]
      return left.map((l, i) => {
        const r = right[i] ?? UNKNOWN
        return l === deciding || r === deciding ? deciding : l === UNKNOWN || r === UNKNOWN ? UNKNOWN : neutral
      })
    }
    case 'not': {
      const inner = truth(condition.condition, measurements, columnOf)
      return isAbsence(inner) ? inner : inner.map((value) => (value === UNKNOWN ? UNKNOWN : 1 - value))
    }
    case 'text':
      return textTruth(condition, measurements)
    case 'status': {
      const statuses = measurements.sipStatuses
      if (statuses.every((status) => status === null)) return missing('no endpoint has a SIP status')
      return compared(
        Float64Array.from(statuses, (status) => status ?? Number.NaN),
        condition.operator,
        condition.value,
      )
    }
    case 'metric': {
      const found = columnOf(condition.of)
      if (isAbsence(found)) return found
      const both = alike(unitOfMetric(condition.of), condition.unit || 'bare')
      if (typeof both === 'string') return invalid(both)
      const { left, right } = both
      const values = left === 1 ? found.values : found.values.map((value) => value / left)
      return compared(values, condition.operator, condition.value / right)
    }
  }
}

function textTruth(
  { property, operator, text }: Condition & { kind: 'text' },
  measurements: Measurements,
): Truth | Absence {
  const values = { outcome: measurements.outcomes, group: measurements.groups, phase: measurements.phases }[property]
  if (values.every((value) => value === null))
    return missing(`no endpoint has ${property === 'outcome' ? 'an outcome' : `a ${property}`}`)
  if (property === 'group' && !values.includes(text)) {
    // A slip in a group's name would select nothing, and a limit on a count of nothing holds for ever.
    const there = [...new Set(values)].filter((value) => value !== null)
    return missing(
      `no endpoint is in group "${text}"; the groups are ${listed(there.map((group) => `"${plain(group, 60)}"`))}`,
    )
  }
  const [same, other] = operator === '==' ? [YES, NO] : [NO, YES]
  const result = new Uint8Array(values.length)
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? null
    result[i] = value === null ? UNKNOWN : value === text ? same : other
  }
  return result
}

function compared(values: Float64Array, operator: Operator, limit: number): Truth {
  // What a smaller, an equal and a larger value come to.
  const [smaller, equal, larger] = [-1, 0, 1].map((value) =>
    Number.isFinite(limit) && holds(value, operator, 0) ? YES : NO,
  )
  const result = new Uint8Array(values.length).fill(UNKNOWN)
  if (smaller === undefined || equal === undefined || larger === undefined) return result
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? Number.NaN
    // A value without size compares with nothing, so that neither a condition nor its opposite holds for it.
    if (Number.isFinite(value)) result[i] = value < limit ? smaller : value > limit ? larger : equal
  }
  return result
}

/** Most names that are listed in a message. */
const MAX_LISTED = 30

function metricsThere(wanted: string, keys: Iterable<string>): string {
  const there = [...keys]
  if (there.length === 0) return 'It has no metrics at all.'
  const near = nearest(wanted, there)
  return `${near.length > 0 ? `Did you mean ${near.join(' or ')}? ` : ''}It has ${listed(there.toSorted())}.`
}

function listed(names: readonly string[], last = ', '): string {
  const distinct = [...new Set(names)]
  const shown = distinct.slice(0, MAX_LISTED).map((name) => plain(name, 80) || 'a plain number')
  const more = distinct.length > MAX_LISTED ? `, and ${distinct.length - MAX_LISTED} more` : ''
  return inWords(shown, last) + more
}
