// Figures over the values of some endpoints.

/** Linear interpolation between closest ranks, as thresholds reckon percentiles; NaN of nothing. `p` is 0 to 1, `sorted` ascending. */
export function quantile(sorted: Float64Array, p: number): number {
  const place = (sorted.length - 1) * p
  const below = sorted[Math.floor(place)] ?? Number.NaN
  const above = sorted[Math.ceil(place)] ?? Number.NaN
  return below + (above - below) * (place - Math.floor(place))
}

/** The average; NaN of nothing. */
export function average(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
