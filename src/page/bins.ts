// Which bars a histogram has.
import { clamp } from '../base/clamp.ts'
import type { PageLimit } from '../report/page/model.ts'
import { quantile } from './statistics.ts'
import { isWithin } from './view.ts'

/** The bars of a histogram. Bar `i` goes from `edges[i]` to `edges[i + 1]`. */
export interface Bins {
  edges: number[]
  /** How many values are on the right side of the limit, and on the wrong one; without a limit on each endpoint all are within. */
  within: number[]
  outside: number[]
  /** How many of the baseline's values. */
  baseline: number[]
  /** Whether the first bar also holds all that is less, and the last one all that is more. */
  openBelow: boolean
  openAbove: boolean
  /** Every bar stands for one whole number, its middle. */
  whole: boolean
}

const WANTED_BARS = 26
/** Below this, powers of ten are no longer exact enough to divide by. */
const LEAST_WIDTH = 1e-250
/** A tail is cut off where it is more than so many times as long as all the rest. */
const LONG_TAIL = 1.5

/** Bars for values, the limit at an edge between two of them where it is in sight. Undefined where there is no value. */
export function binned(
  values: Float64Array,
  baseline: Float64Array,
  limit: Pick<PageLimit, 'operator' | 'value' | 'each'> | undefined,
): Bins | undefined {
  const all = Float64Array.from([...values, ...baseline]).toSorted()
  if (all.length === 0) return undefined

  const [least, most] = [all[0] ?? 0, all[all.length - 1] ?? 0]
  let [from, to] = inSight(all, least, most)
  const [openBelow, openAbove] = [from > least, to < most]
  if (limit) [from, to] = withLimit(from, to, limit.value)

  const integers = all.every(Number.isInteger)
  const width = barWidth(from, to, integers)
  const whole = integers && width === 1
  const anchor = whole ? -0.5 : limit && limit.value >= from && limit.value <= to ? limit.value : 0
  // Divided first: the distance of two enormous numbers may be more than there are numbers for.
  const barsFromAnchor = (value: number): number => Math.floor(value / width - anchor / width + 1e-9)
  const first = barsFromAnchor(from)
  const count = barsFromAnchor(to) + 1 - first
  const bins: Bins = {
    edges: Array.from({ length: count + 1 }, (_, i) => edge(anchor + (first + i) * width)),
    within: Array.from({ length: count }, () => 0),
    outside: Array.from({ length: count }, () => 0),
    baseline: Array.from({ length: count }, () => 0),
    openBelow,
    openAbove,
    whole,
  }
  const barOf = (value: number): number => clamp(barsFromAnchor(value) - first, 0, count - 1)
  for (const value of values) {
    const list = limit?.each && !isWithin(value, limit) ? bins.outside : bins.within
    list[barOf(value)]! += 1
  }
  for (const value of baseline) bins.baseline[barOf(value)]! += 1
  return bins
}

/** From where to where the axis goes: over all values, but not over tails that would press all the rest into a bar or two. */
function inSight(sorted: Float64Array, least: number, most: number): [number, number] {
  const [low, high] = [quantile(sorted, 0.01), quantile(sorted, 0.99)]
  const rest = high - low
  if (rest <= 0) return [least, most]
  return [
    low - least > LONG_TAIL * rest ? low - rest / 4 : least,
    most - high > LONG_TAIL * rest ? high + rest / 4 : most,
  ]
}

/** Takes the limit in where it is near enough to leave the values room. */
function withLimit(from: number, to: number, limit: number): [number, number] {
  const reach = to > from ? to - from : Math.abs(from) || 1
  if (limit < from && from - limit <= reach) return [limit - reach / 20, to]
  if (limit > to && limit - to <= reach) return [from, limit + reach / 20]
  return [from, to]
}

/** Without the dust of binary fractions. */
function edge(value: number): number {
  return Number(clamp(value, -Number.MAX_VALUE, Number.MAX_VALUE).toPrecision(12))
}

function barWidth(from: number, to: number, integers: boolean): number {
  const spread = to / WANTED_BARS - from / WANTED_BARS
  const raw = Math.max(spread > 0 ? spread : Math.abs(from) / WANTED_BARS / 10, LEAST_WIDTH)
  const power = 10 ** Math.floor(Math.log10(raw))
  const width = ([1, 2, 2.5, 5, 10].find((step) => step * power >= raw * 0.999) ?? 10) * power
  return integers ? Math.max(1, Math.ceil(width)) : width
}
