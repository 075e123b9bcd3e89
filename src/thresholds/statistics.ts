import { quickselect } from 'd3-array'
import { clamp } from '../base/clamp.ts'
import { exactSum } from './sum.ts'
import type { Aggregate } from './syntax.ts'

/**
 * One number for many. NaN among the values makes it NaN; no values at all give NaN too, so the caller asks first. Measurements are below
 * `TOO_LARGE`, so neither their sums nor their squares overflow.
 * Sums are exact before rounding, so that a mean does not depend on the order of endpoints
 * and a hundred times 0.1 averages 0.1. Between closest ranks percentiles are interpolated linearly: type 7 of Hyndman and Fan (1996), the
 * default of NumPy and R.
 */
export function aggregate(by: Aggregate, values: Float64Array, p = 50): number {
  if (values.length === 0) return Number.NaN
  switch (by) {
    case 'min':
      return extremes(values).least
    case 'max':
      return extremes(values).most
    case 'sum':
      return exactSum(values)
    case 'avg':
      return mean(values)
    case 'stddev':
      return deviation(values)
    case 'median':
      return quantile(values, 0.5)
    case 'percentile':
      return quantile(values, p / 100)
  }
}

/** The average, never outside of what is averaged: fifteen times 1.08 is 16.2, and a fifteenth of that would be a little below 1.08. */
function mean(values: Float64Array): number {
  const { least, most } = extremes(values)
  return clamp(exactSum(values) / values.length, least, most)
}

/** Standard deviation of the population: divided by n. */
function deviation(values: Float64Array): number {
  const centre = mean(values)
  const squares = new Float64Array(values.length)
  for (let i = 0; i < values.length; i++) squares[i] = ((values[i] ?? 0) - centre) ** 2
  return Math.sqrt(mean(squares))
}

/** The least and the most of some values; NaN where one of them is. */
function extremes(values: Float64Array): { least: number; most: number } {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? Number.NaN
    if (value < least) least = value
    if (value > most) most = value
    if (Number.isNaN(value)) return { least: value, most: value }
  }
  return { least, most }
}

/** The quantile of a share from 0 to 1; NaN where one of the values is. */
function quantile(values: Float64Array, share: number): number {
  if (Number.isNaN(extremes(values).least)) return Number.NaN
  const rank = (values.length - 1) * share
  const below = Math.floor(rank)
  const ranked = values.slice()
  quickselect(ranked, below)
  const lower = ranked[below] ?? Number.NaN
  if (rank === below) return lower
  const upper = extremes(ranked.subarray(below + 1)).least
  return lower + (upper - lower) * (rank - below)
}
