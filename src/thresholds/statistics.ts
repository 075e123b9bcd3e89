import { fsum, quantileSorted } from 'd3-array'
import type { Aggregate } from './syntax.ts'

// Above this, sums and differences of values could overflow though the result would not; scaling by a power of two is exact.
const HUGE = 2 ** 900
const SCALE = 2 ** -200

/**
 * One number for many. NaN among the values makes it NaN; no values at all give NaN too, so the caller asks first.
 * Sums are exact before rounding (Shewchuk's algorithm, in d3-array), so that a mean does not depend on the order of endpoints
 * and a hundred times 0.1 averages 0.1.
 */
export function aggregate(by: Aggregate, values: Float64Array, p = 50): number {
  if (values.length === 0 || values.some(Number.isNaN)) return Number.NaN
  switch (by) {
    case 'min':
      return least(values)
    case 'max':
      return most(values)
    case 'sum':
      return total(values)
    case 'avg':
      return scaledDown(values, mean)
    case 'stddev':
      return scaledDown(values, deviation)
    case 'median':
      return scaledDown(values, (list) => quantile(list, 0.5))
    case 'percentile':
      return scaledDown(values, (list) => quantile(list, p / 100))
  }
}

/** A sum; of infinities what IEEE 754 says: infinite, or NaN where both signs meet. */
function total(values: Float64Array): number {
  const infinite = values.filter((value) => !Number.isFinite(value))
  if (infinite.length > 0) return infinite.reduce((sum, value) => sum + value)
  if (values.some((value) => Math.abs(value) > HUGE)) return fsum(values.map((value) => value * SCALE)) / SCALE
  return fsum(values)
}

/** The average, never outside of what is averaged: fifteen times 1.08 is 16.2, and a fifteenth of that would be a little below 1.08. */
function mean(values: Float64Array): number {
  return Math.min(Math.max(total(values) / values.length, least(values)), most(values))
}

function least(values: Float64Array): number {
  return values.reduce((a, b) => Math.min(a, b))
}

function most(values: Float64Array): number {
  return values.reduce((a, b) => Math.max(a, b))
}

/** Standard deviation of the population: divided by n. */
function deviation(values: Float64Array): number {
  const centre = mean(values)
  return Math.sqrt(mean(values.map((value) => (value - centre) ** 2)))
}

/** Linear interpolation between closest ranks: type 7 of Hyndman and Fan (1996), the default of NumPy and R. */
function quantile(values: Float64Array, q: number): number {
  const sorted = values.toSorted()
  const rank = q * (sorted.length - 1)
  // Between two equal infinities there is no difference to interpolate.
  if (sorted[Math.floor(rank)] === sorted[Math.ceil(rank)]) return sorted[Math.floor(rank)] ?? Number.NaN
  return quantileSorted(sorted as ArrayLike<number> as number[], q) ?? Number.NaN
}

function scaledDown(values: Float64Array, by: (values: Float64Array) => number): number {
  const largest = values.reduce((a, b) => Math.max(a, Math.abs(b)), 0)
  // Squares overflow long before sums do.
  if (largest <= 2 ** 400 || !Number.isFinite(largest)) return by(values)
  const scale = 2 ** -Math.ceil(Math.log2(largest))
  return by(values.map((value) => value * scale)) / scale
}
