// How the endpoints of a run are spread over the values of one metric, with the limits that thresholds set: what a histogram draws.
import { ascending, bisectLeft, bisectRight, quantileSorted, tickStep } from 'd3-array'
import { clamp } from '../../base/clamp.ts'
import { optional } from '../../base/fields.ts'
import { type SeriesName, printSeriesName } from '../../model/series.ts'
import { type Subject, isAbsence } from '../../model/subject.ts'
import { type Better, metricFacts } from '../../thresholds/catalogue.ts'
import { holds } from '../../thresholds/comparison.ts'
import type { ThresholdResult } from '../../thresholds/evaluate.ts'
import { column } from '../../thresholds/selection.ts'
import { type Condition, type Operator, type Value, sidesOf } from '../../thresholds/syntax.ts'
import type { Measure } from '../../thresholds/units.ts'

/** A limit on a metric, in the metric's unit. */
export interface Limit {
  operator: Operator
  value: number
  /** Whether it is one for each endpoint: only then is an endpoint on its other side a bad one. An average leaves single endpoints free. */
  each: boolean
  result: ThresholdResult
}

export interface Bin {
  /** The edge on the good side of the limit belongs to the bin there; the first and the last bin take what lies beyond them, too. */
  from: number
  to: number
  endpoints: number
  /** Undefined where there is no baseline. */
  baseline?: number
  /** Whether the values of this bin satisfy the first limit; undefined if that is none for each endpoint. */
  good?: boolean
}

export interface Distribution {
  /** As a threshold names it: `mos.receive`. */
  metric: string
  unit: Measure
  /** How the unit is written; empty for a bare number. */
  label: string
  meaning: string
  better?: Better
  bins: readonly Bin[]
  /** Endpoints with a value, of the run and of the baseline. */
  endpoints: number
  baselineEndpoints?: number
  /** Whether values lie below the first bin or above the last. */
  openBelow: boolean
  openAbove: boolean
  /** Whether a bin takes its upper edge rather than its lower one. */
  takesUpper: boolean
  limits: readonly Limit[]
}

/** Most bins: the names of more would overlap, or be too small on a phone. */
const MAX_BINS = 7
/** Shares of the endpoints between which a histogram is drawn where a few lie far out. */
const CORE = [0.01, 0.99] as const
/** How many times wider than the core everything may be before the outermost bins are left open. */
const FAR = 2

/** A histogram for each metric that the thresholds take a value of, in their order; those of broken thresholds first. */
export function distributionsOf(
  results: readonly ThresholdResult[],
  subject: Subject,
  baseline: Subject | undefined,
): Distribution[] {
  const byMetric = new Map<string, { name: SeriesName; limits: Limit[] }>()
  for (const result of heldLast(results)) {
    const looked = lookedAt(result)
    if (!looked) continue
    const key = printSeriesName(looked.name)
    const entry = byMetric.get(key) ?? { name: looked.name, limits: [] }
    if (looked.limit) entry.limits.push(looked.limit)
    byMetric.set(key, entry)
  }
  return [...byMetric.values()].flatMap(({ name, limits }) => distribution(name, limits, subject, baseline) ?? [])
}

/** The results in their order, but those of thresholds that held after all others. */
export function heldLast(results: readonly ThresholdResult[]): ThresholdResult[] {
  const rank = ({ state }: ThresholdResult): number => Number(state === 'held')
  return results.toSorted((a, b) => rank(a) - rank(b))
}

/** Aggregates whose value lies among those of the endpoints, so that their limit can be drawn there. */
const AMONG_VALUES: readonly string[] = ['avg', 'min', 'max', 'median', 'percentile']

/** The metric that a threshold is about, and its limit if that lies among the endpoints' values; undefined if it is about something else. */
export function lookedAt(result: ThresholdResult): { name: SeriesName; limit?: Limit } | undefined {
  const { measured, limit } = sidesOf(result.threshold)
  const name = metricOf(measured)
  if (!name) {
    const other = metricOf(limit)
    return other && { name: other }
  }
  // With a condition it is a limit for some endpoints, and the metric alone does not tell for which.
  const own = conditionOf(measured) ? undefined : limitOf(measured, result)
  return { name, ...(own ? { limit: { ...own, result } } : {}) }
}

function metricOf(value: Value): SeriesName | undefined {
  if (value.kind === 'aggregate') return value.of
  const counts = value.kind === 'rate' || value.kind === 'count'
  return counts && value.condition.kind === 'metric' ? value.condition.of : undefined
}

/** The limit of a threshold for each endpoint, with the condition for which of them it is; undefined if it is about something else. */
export function endpointLimit(
  result: ThresholdResult,
): { name: SeriesName; limit: Limit; where?: Condition } | undefined {
  const { measured } = sidesOf(result.threshold)
  const name = metricOf(measured)
  const own = limitOf(measured, result)
  return name && own?.each
    ? { name, limit: { ...own, result }, ...optional({ where: conditionOf(measured) }) }
    : undefined
}

function conditionOf(value: Value): Condition | undefined {
  return 'where' in value ? value.where : undefined
}

/** A limit among the endpoints' values; undefined if it lies elsewhere. */
function limitOf(measured: Value, { operator, limit }: ThresholdResult): Omit<Limit, 'result'> | undefined {
  if (limit === undefined || !Number.isFinite(limit)) return undefined
  if (measured.kind === 'aggregate')
    return AMONG_VALUES.includes(measured.by)
      ? { operator, value: limit, each: boundsEach(measured.by, operator) }
      : undefined
  if ((measured.kind !== 'rate' && measured.kind !== 'count') || measured.condition.kind !== 'metric') return undefined
  // `rate(mos < 3.5)` counts endpoints on the bad side of 3.5 where fewer of them are wanted, and on the good side where more are.
  const { operator: own, value } = measured.condition
  const fewer = operator === '<' || operator === '<=' || (operator === '==' && limit === 0)
  if (!fewer && operator !== '>' && operator !== '>=') return undefined
  return { operator: fewer ? OPPOSITE[own] : own, value, each: true }
}

/** Whether no endpoint may be on the other side of an aggregate's limit: the least at least, or the most at most. */
export function boundsEach(by: string, operator: Operator): boolean {
  return (by === 'min' && operator.startsWith('>')) || (by === 'max' && operator.startsWith('<'))
}

const OPPOSITE: Readonly<Record<Operator, Operator>> = {
  '>=': '<',
  '>': '<=',
  '<=': '>',
  '<': '>=',
  '==': '!=',
  '!=': '==',
}

function distribution(
  name: SeriesName,
  limits: readonly Limit[],
  subject: Subject,
  baseline: Subject | undefined,
): Distribution | undefined {
  const values = finite(name, subject)
  if (values.length === 0) return undefined
  const there = baseline ? finite(name, baseline) : []
  const before = there.length > 0 ? there : undefined
  const { unit, label = unit, meaning = '', better } = metricFacts(name.metric) ?? {}
  const main = limits.find(({ each }) => each) ?? limits[0]
  const { edges, openBelow, openAbove } = edgesFor([...values, ...(before ?? [])].toSorted(ascending), main)
  const upTo = takesUpper(main)
  const counts = count(values, edges, upTo)
  const countsBefore = before && count(before, edges, upTo)
  const sided = main?.each && main.operator !== '==' && main.operator !== '!='
  return {
    metric: printSeriesName(name),
    unit: unit ?? 'unknown',
    label: label ?? '',
    meaning,
    ...optional({ better, baselineEndpoints: before?.length }),
    endpoints: values.length,
    openBelow,
    openAbove,
    takesUpper: upTo,
    limits: main ? [main, ...limits.filter((limit) => limit !== main)] : [],
    bins: counts.map((endpoints, i) => {
      const [from, to] = [edges[i] ?? 0, edges[i + 1] ?? 0]
      return {
        from,
        to,
        endpoints,
        ...(countsBefore ? { baseline: countsBefore[i] ?? 0 } : {}),
        // A limit is an edge, so the middle of a bin stands for all of it.
        ...(sided ? { good: holds((from + to) / 2, main.operator, main.value) } : {}),
      }
    }),
  }
}

function finite(name: SeriesName, { measurements }: Subject): number[] {
  const found = column(name, measurements)
  return isAbsence(found) ? [] : [...found.values].filter(Number.isFinite)
}

/** Edges of equal bins with round widths over sorted values, one of which is the limit where that is anywhere near them. */
function edgesFor(
  sorted: number[],
  limit: Limit | undefined,
): { edges: number[]; openBelow: boolean; openAbove: boolean } {
  const [least, most] = [sorted[0] ?? 0, sorted[sorted.length - 1] ?? 0]
  let [low, high] = [quantileSorted(sorted, CORE[0]) ?? least, quantileSorted(sorted, CORE[1]) ?? most]
  if (most - least <= FAR * (high - low)) [low, high] = [least, most]
  const near = Math.max(high - low, widthAround(low, high))
  if (limit && limit.value > low - near && limit.value < high + near) {
    low = Math.min(low, limit.value)
    high = Math.max(high, limit.value)
  }
  const upTo = takesUpper(limit)
  const edges = withFarLimit(roundEdges(low, high, limit, sorted.every(Number.isInteger)), limit, [least, most])
  const [first, last] = [edges[0] ?? 0, edges[edges.length - 1] ?? 0]
  return { edges, openBelow: upTo ? least <= first : least < first, openAbove: upTo ? most > last : most >= last }
}

/** Values are taken as equal that differ by less than this share of their size, or by less than this. */
const EQUAL = 1e-9
const TINY = 1e-300

/** How wide a bin is for values that are as good as equal. */
function widthAround(low: number, high: number): number {
  const size = Math.max(Math.abs(low), Math.abs(high))
  return size > TINY ? size / 10 : 1
}

/** Edges of equal bins over a range, with round widths, not more than can be told apart. `whole` is for numbers that are counts. */
function roundEdges(low: number, high: number, limit: Limit | undefined, whole: boolean): number[] {
  const width = widthAround(low, high)
  if (high - low <= Math.max(10 * EQUAL * width, TINY)) return edgesOf(low, high, width, limit)
  for (let aim = MAX_BINS; aim > 1; aim--) {
    const step = tickStep(low, high, aim)
    const edges = edgesOf(low, high, whole ? Math.max(1, step) : step, limit)
    if (edges.length <= MAX_BINS + 1) return edges
  }
  return edgesOf(low, high, high - low, limit)
}

function edgesOf(low: number, high: number, width: number, limit: Limit | undefined): number[] {
  const anchor =
    limit && limit.value >= low && limit.value <= high ? limit.value : tidy(Math.floor(low / width) * width)
  // A value at the very end that no bin takes needs one more.
  const upTo = takesUpper(limit)
  const full = (share: number): number => Math.floor(share + 1e-9) + 1
  const needed = (from: number, to: number): number =>
    Math.max(to > from ? 1 : 0, Math.ceil((to - from) / width - 1e-9))
  const below = upTo ? full((anchor - low) / width) : needed(low, anchor)
  const above = upTo ? needed(anchor, high) : full((high - anchor) / width)
  // The limit itself stays as it is, to the last digit.
  return Array.from({ length: below + above + 1 }, (_, i) =>
    i === below ? anchor : tidy(anchor + (i - below) * width),
  )
}

/** A limit at or beyond the last bin, with values beyond it, gets an outermost bin for those: they must not pass for good ones. */
function withFarLimit(edges: number[], limit: Limit | undefined, [least, most]: readonly [number, number]): number[] {
  if (!limit || limit.value < least || limit.value > most) return edges
  const [first, last] = [edges[0] ?? 0, edges[edges.length - 1] ?? 0]
  const width = Math.max((last - first) / edges.length, Math.abs(limit.value) * EQUAL)
  const upTo = takesUpper(limit)
  const [above, below] = upTo ? [most > last, least <= first] : [most >= last, least < first]
  if (limit.value >= last && above) return [...edges, ...(limit.value > last ? [limit.value] : []), limit.value + width]
  if (limit.value <= first && below)
    return [limit.value - width, ...(limit.value < first ? [limit.value] : []), ...edges]
  return edges
}

/** Whether a bin takes its upper edge rather than its lower one: with `<= 0`, a 0 is on the good side. */
function takesUpper(limit: Limit | undefined): boolean {
  return limit?.operator === '<=' || limit?.operator === '>'
}

/** A sum without the noise of binary fractions: 0.30000000000000004 is 0.3. */
function tidy(value: number): number {
  return Number(value.toPrecision(12))
}

function count(values: readonly number[], edges: readonly number[], upTo: boolean): number[] {
  const counts = Array.from({ length: edges.length - 1 }, () => 0)
  for (const value of values) {
    const edgesBelow = upTo ? bisectLeft(edges, value) : bisectRight(edges, value)
    const bin = clamp(edgesBelow - 1, 0, counts.length - 1)
    counts[bin] = (counts[bin] ?? 0) + 1
  }
  return counts
}
