import { fsum, max, min, quantile } from 'd3-array'
import { clamp } from '../base/clamp.ts'
import type { Aggregate } from './syntax.ts'

/**
 * One number for many. NaN among the values makes it NaN; no values at all give NaN too, so the caller asks first. Measurements are below
 * `TOO_LARGE`, so neither their sums nor their squares overflow.
 * Sums are exact before rounding (Shewchuk's algorithm, in d3-array), so that a mean does not depend on the order of endpoints
 * and a hundred times 0.1 averages 0.1. Between closest ranks percentiles are interpolated linearly: type 7 of Hyndman and Fan (1996), the
 * default of NumPy and R.
 */
export function aggregate(by: Aggregate, values: Float64Array, p = 50): number {
  if (values.length === 0 || values.some(Number.isNaN)) return Number.NaN
  switch (by) {
    case 'min':
      return min(values) ?? Number.NaN
    case 'max':
      return max(values) ?? Number.NaN
    case 'sum':
      return fsum(values)
    case 'avg':
      return mean(values)
    case 'stddev':
      return deviation(values)
    case 'median':
      return quantile(values, 0.5) ?? Number.NaN
    case 'percentile':
      return quantile(values, p / 100) ?? Number.NaN
  }
}

/** The average, never outside of what is averaged: fifteen times 1.08 is 16.2, and a fifteenth of that would be a little below 1.08. */
function mean(values: Float64Array): number {
  return clamp(fsum(values) / values.length, min(values) ?? Number.NaN, max(values) ?? Number.NaN)
}

/** Standard deviation of the population: divided by n. */
function deviation(values: Float64Array): number {
  const centre = mean(values)
  return Math.sqrt(mean(values.map((value) => (value - centre) ** 2)))
}
