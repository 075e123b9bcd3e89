// How a threshold's value went over earlier runs, up to this one: since when it is breached, and whether its level shifted and stayed.
import { optional } from '../../base/fields.ts'
import { holds } from '../../thresholds/comparison.ts'
import type { EarlierValue, ThresholdResult } from '../../thresholds/evaluate.ts'
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
  shift?: Shift
}

/** The trend of a threshold; undefined where there is no history, or no value of this run. `at` is when this run was started, in ms since the epoch. */
export function trendOf(
  { history, measured, limit, operator, state }: ThresholdResult,
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
  const { place, p } = changePoint(numbers)
  const [older, newer] = [numbers.slice(0, place), numbers.slice(place)]
  if (p > SIGNIFICANCE || older.length < LEAST_AFTER || newer.length < LEAST_AFTER) return undefined
  const [before, since] = [middle(older), middle(newer)]
  const within = Math.max(spreadOf(older), spreadOf(newer))
  if (Math.abs(since - before) <= LEAST_SPREADS * within) return undefined
  return { place, before, since, ...optional({ at: known[place]?.at }) }
}

/** Where a series changes its level, if anywhere: the first place of the new one, the statistic, and the chance to see so much in values without order. */
export interface ChangePoint {
  place: number
  k: number
  p: number
}

/**
 * The change point of a series of two or more values by ranks, so that no outlier makes one. Source: Pettitt (1979). How likely so much is by chance is
 * counted over random orders of the same values, always the same ones, since Pettitt's approximation is far off for short series.
 */
export function changePoint(values: readonly number[]): ChangePoint {
  const ranks = ranksOf(values)
  const { place, k } = clearest(ranks)
  const random = numbersFrom(values.length)
  let asClear = 0
  for (let order = 0; order < ORDERS; order++) if (clearest(shuffled(ranks, random)).k >= k) asClear++
  return { place, k, p: (1 + asClear) / (1 + ORDERS) }
}

/** The place at which the ranks before and after differ most, and by how much: Pettitt's K. */
function clearest(ranks: readonly number[]): { place: number; k: number } {
  const n = ranks.length
  let [sum, best] = [0, { place: 1, k: -1 }]
  for (let place = 1; place < n; place++) {
    sum += ranks[place - 1] ?? 0
    const k = Math.abs(2 * sum - place * (n + 1))
    if (k > best.k) best = { place, k }
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
