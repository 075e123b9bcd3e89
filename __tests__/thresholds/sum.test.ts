import { describe, expect, test } from '@jest/globals'
import { fsum } from 'd3-array'
import * as fc from 'fast-check'
import { exactSum } from '../../src/thresholds/sum.ts'

const measurement = fc.oneof(
  fc.double({ noNaN: true, min: -1e21, max: 1e21 }),
  fc.double({ noNaN: true, min: 0, max: 1_000 }),
  fc.constantFrom(
    0.1,
    1,
    -1,
    1e16,
    -1e16,
    1e21,
    -1e21,
    Number.MIN_VALUE,
    -Number.MIN_VALUE,
    2 ** -53,
    3 * 2 ** -53,
    -0,
  ),
)

describe('the sum', () => {
  test('is the one of Shewchuk’s algorithm, to the bit', () => {
    fc.assert(
      fc.property(fc.array(measurement, { maxLength: 200 }), (values) => {
        expect(exactSum(Float64Array.from(values))).toBe(fsum(values))
      }),
      { numRuns: 3_000 },
    )
  })

  test.each([
    ['half-way between two doubles', [1, 2 ** -53], 1],
    ['just above half-way', [1, 2 ** -53, 2 ** -80], 1 + 2 ** -52],
    ['just above half-way, beyond what sums of errors tell', [1, 2 ** -53, 2 ** -180], 1 + 2 ** -52],
    ['of what cancels', [1e16, 1, -1e16], 1],
    ['of ten times 0.1', Array.from({ length: 10 }, () => 0.1), 1],
    ['of nothing', [], 0],
  ])('%s', (_, values, sum) => {
    expect(exactSum(Float64Array.from(values))).toBe(sum)
  })

  test('of many is the same in any order', () => {
    const values = Float64Array.from({ length: 100_000 }, (_, i) => Math.sin(i) * 10 ** (i % 20))
    expect(exactSum(values.toReversed())).toBe(exactSum(values))
    expect(exactSum(values)).toBe(fsum(values))
  })

  test('is NaN where one of the numbers is', () => {
    expect(exactSum(Float64Array.of(1, Number.NaN, 2))).toBeNaN()
  })
})
