// How a threshold's value went over earlier runs, up to this one: since when it is breached, and whether its level shifted and stayed.
import { optional } from '../../base/fields.ts'
import { holds } from '../../thresholds/comparison.ts'
import type { EarlierValue, ThresholdResult } from '../../thresholds/evaluate.ts'
import { mentionsBaseline } from '../../thresholds/syntax.ts'
import { middle, spreadOf } from '../../thresholds/reference.ts'

/** Fewest runs, this one included, over which a change of level is looked for, and fewest on either side of it. */
const LEAST_RUNS = 8
const LEAST_AFTER = 3
/** Least share of orders of the same values, by chance, in which a change as clear as this one is seen. */
const SIGNIFICANCE = 0.05
const ORDERS = 999
/** A change of level smaller than so many spreads within the levels is not told of: nobody would see it in the picture. */
const LEAST_SPREADS = 2

/** A level that shifted and stayed: from which run on, and the medians before and since. */
export interface Shift {
  /** The first run of the new level, by its place. */
  place: number
  at?: number
  before: number
  since: number
}

/** A threshold's values over the runs, the oldest first and this run last. */
export interface Trend {
  values: readonly EarlierValue[]
  limit?: number
  /** How many runs in a row, this one last, are breached by today's limit; 0 where this one is not. `whole`: all that are known. */
  breached: { runs: number; firstAt?: number; whole: boolean }
  /** Whether the limit moves with the runs, so that it was another one for each of them. */
  isRelative: boolean
  shift?: Shift
}

/** The trend of a threshold; undefined where there is no history, or no value of this run. `at` is when this run was started, in ms since the epoch. */
export function trendOf(
  { threshold, history, measured, limit, operator, state }: ThresholdResult,
  at?: number,
): Trend | undefined {
  if (!history || history.length === 0 || measured === undefined || !Number.isFinite(measured)) return undefined
  const values: EarlierValue[] = [...history, { value: measured, ...optional({ at }) }]
  const isBreached = ({ value }: EarlierValue): boolean =>
    value !== undefined && limit !== undefined && !holds(value, operator, limit)
  const known = values.filter(({ value }) => value !== undefined)
  const inRow = state === 'breached' ? known.length - 1 - known.findLastIndex((value) => !isBreached(value)) : 0
  const shift = shiftIn(known)
  return {
    values,
    isRelative: mentionsBaseline(threshold.left) || mentionsBaseline(threshold.right),
    breached: { runs: inRow, whole: inRow === known.length, ...optional({ firstAt: known[known.length - inRow]?.at }) },
    ...optional({
      limit: limit !== undefined && Number.isFinite(limit) ? limit : undefined,
      shift: shift && { ...shift, place: values.indexOf(known[shift.place]!) },
    }),
  }
}

function shiftIn(known: readonly EarlierValue[]): Shift | undefined {
  const numbers = known.map(({ value = Number.NaN }) => value)
  if (numbers.length < LEAST_RUNS || !numbers.every(Number.isFinite)) return undefined
  const place = levelsApart(numbers)
  const [older, newer] = [numbers.slice(0, place), numbers.slice(place)]
  const [before, since] = [middle(older), middle(newer)]
  const within = Math.max(spreadOf(older), spreadOf(newer))
  if (Math.abs(since - before) <= LEAST_SPREADS * within) return undefined
  if (chanceOfChange(numbers).p > SIGNIFICANCE) return undefined
  return { place, before, since, ...optional({ at: known[place]?.at }) }
}

/**
 * Whether a series of two or more values changes its level, by ranks, so that no outlier makes a change. Source: Pettitt's K (1979). How likely so much is by
 * chance, `p`, is counted over random orders of the same values, always the same ones: Pettitt's approximation is far off for short series.
 */
export function chanceOfChange(values: readonly number[]): { k: number; p: number } {
  const ranks = ranksOf(values)
  const k = largestDifference(ranks)
  const random = numbersFrom(values.length)
  let asLarge = 0
  for (let order = 0; order < ORDERS; order++) if (largestDifference(shuffled(ranks, random)) >= k) asLarge++
  return { k, p: (1 + asLarge) / (1 + ORDERS) }
}

/** How far the ranks before and after a place differ, at the place where they do most. */
function largestDifference(ranks: readonly number[]): number {
  const n = ranks.length
  let [sum, most] = [0, 0]
  for (let place = 1; place < n; place++) {
    sum += ranks[place - 1] ?? 0
    most = Math.max(most, Math.abs(2 * sum - place * (n + 1)))
  }
  return most
}

/**
 * Where a level begins that is another than before: the first of the places at which values lie nearest to the medians of their sides. Source: Bai (1995),
 * least absolute deviations. Ranks tell that there is a change, and pull its place towards the middle.
 */
export function levelsApart(values: readonly number[]): number {
  const distance = (side: readonly number[]): number => {
    const level = middle(side)
    return side.reduce((sum, value) => sum + Math.abs(value - level), 0)
  }
  let [best, least] = [LEAST_AFTER, Number.POSITIVE_INFINITY]
  for (let place = LEAST_AFTER; place <= values.length - LEAST_AFTER; place++) {
    const apart = distance(values.slice(0, place)) + distance(values.slice(place))
    if (apart < least) [best, least] = [place, apart]
  }
  return best
}

/** The rank of each value, from 1; equal ones have the mean of theirs. */
function ranksOf(values: readonly number[]): number[] {
  return values.map((value) => {
    const below = values.filter((other) => other < value).length
    const same = values.filter((other) => other === value).length
    return below + (same + 1) / 2
  })
}

function shuffled(values: readonly number[], random: () => number): number[] {
  const order = [...values]
  for (let last = order.length - 1; last > 0; last--) {
    const chosen = Math.floor(random() * (last + 1))
    ;[order[last], order[chosen]] = [order[chosen] ?? 0, order[last] ?? 0]
  }
  return order
}

/** Numbers from 0 to below 1, always the same for a seed. Source: Park and Miller (1988), with the multiplier of 1993. */
function numbersFrom(seed: number): () => number {
  let state = seed
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
}
