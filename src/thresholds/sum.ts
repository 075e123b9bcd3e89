import { fsum } from 'd3-array'

/**
 * The sum of some numbers, exact before it is rounded once. Nearly always the sum of sums and of their rounding errors is so near to it that nothing else can come
 * out (algorithm Sum2 and its bound: Ogita, Rump and Oishi, "Accurate Sum and Dot Product", SIAM J. Sci. Comput. 26, 2005); where it is not, Shewchuk's algorithm of
 * d3-array decides, which takes ten times as long. NaN where one of the numbers is.
 */
export function exactSum(values: Float64Array): number {
  let [sum, errors, sizes] = [0, 0, 0]
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0
    const next = sum + value
    const added = next - sum
    errors += sum - (next - added) + (value - added)
    sizes += Math.abs(value)
    sum = next
  }
  if (Number.isNaN(sum)) return Number.NaN
  // How far the errors themselves may be off, with room: rounding is monotonous, so if both ends round alike, all between does.
  const doubt = 4 * (values.length * Number.EPSILON) ** 2 * sizes + 2 * Number.EPSILON * Math.abs(errors)
  const [low, high] = [sum + (errors - doubt), sum + (errors + doubt)]
  return low === high ? low : fsum(values)
}
