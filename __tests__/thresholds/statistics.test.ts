import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { TOO_LARGE } from '../../src/model/measurements.ts'
import { aggregate } from '../../src/thresholds/statistics.ts'
import type { Aggregate } from '../../src/thresholds/syntax.ts'

const AGGREGATES: readonly Aggregate[] = ['avg', 'min', 'max', 'sum', 'median', 'stddev', 'percentile']

const of = (by: Aggregate, values: readonly number[], p?: number): number => aggregate(by, Float64Array.from(values), p)

// Every double is a whole number of 2 ** -1074, so sums of them are exact as BigInts.
const PLACES = 1074n

function exact(value: number): bigint {
  const bits = new BigUint64Array(Float64Array.of(value).buffer)[0] ?? 0n
  const exponent = (bits >> 52n) & 0x7ffn
  const fraction = bits & ((1n << 52n) - 1n)
  const magnitude = exponent === 0n ? fraction : (fraction | (1n << 52n)) << (exponent - 1n)
  return bits >> 63n === 0n ? magnitude : -magnitude
}

const magnitude = (value: bigint): bigint => (value < 0n ? -value : value)
const exactSum = (values: readonly number[]): bigint => values.reduce((sum, value) => sum + exact(value), 0n)

// What comes in at the border: the largest double below TOO_LARGE, and everything nearer to zero.
const LARGEST = 1e21 - 2 ** 17
const finite = fc.double({ noNaN: true, min: -LARGEST, max: LARGEST })
const measurement = fc.oneof(
  fc.double({ noNaN: true, min: 0, max: 1_000 }),
  fc.integer({ min: 0, max: 50 }),
  fc.constantFrom(0.1, 0.2, 0.3, 1e16, -1e16, LARGEST, -LARGEST, 1, 4.2),
  finite,
)
const some = fc.array(measurement, { minLength: 1, maxLength: 60 })
const rank = fc.oneof(fc.integer({ min: 1, max: 99 }), fc.constantFrom(0.1, 2.5, 99.9, 99.999))

test('the exact sums of these tests are right', () => {
  expect(exact(1)).toBe(1n << PLACES)
  expect(exact(-2.5)).toBe(-5n << (PLACES - 1n))
  expect([exact(Number.MIN_VALUE), exact(0), exact(-0)]).toEqual([1n, 0n, 0n])
  expect(exact(Number.MAX_VALUE) + exact(-Number.MAX_VALUE)).toBe(0n)
})

describe('sum and avg', () => {
  test('are the exact ones, rounded', () => {
    fc.assert(
      fc.property(some, (values) => {
        const sum = exactSum(values)
        const n = BigInt(values.length)
        // One rounding for the sum, a second one for the quotient, each by half a unit in the last place; and subnormal steps.
        expect(magnitude(exact(of('sum', values)) - sum) <= magnitude(sum) >> 52n).toBe(true)
        expect(magnitude(exact(of('avg', values)) * n - sum) <= (magnitude(sum) >> 51n) + n).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test.each([
    [Array.from({ length: 10 }, () => 0.1), 1, 0.1],
    [Array.from({ length: 100 }, () => 0.1), 10, 0.1],
    [[1e16, 1, -1e16], 1, 1 / 3],
    [[LARGEST, LARGEST, -LARGEST, -LARGEST, 3], 3, 0.6],
    [[Number.MIN_VALUE, Number.MIN_VALUE], 2 * Number.MIN_VALUE, Number.MIN_VALUE],
  ])('%#: of values that a plain loop gets wrong', (values, sum, avg) => {
    expect(of('sum', values)).toBe(sum)
    expect(of('avg', values) / avg).toBeCloseTo(1, 12)
  })
})

/** Type 7 by its definition: h = (n - 1) p, and between the values at the ranks beside h a straight line. */
function type7(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const h = ((sorted.length - 1) * p) / 100
  const below = sorted[Math.floor(h)] ?? Number.NaN
  const above = sorted[Math.ceil(h)] ?? Number.NaN
  return below * (1 - (h - Math.floor(h))) + above * (h - Math.floor(h))
}

describe('percentiles and the median', () => {
  test('interpolate between closest ranks', () => {
    fc.assert(
      fc.property(some, rank, (values, p) => {
        const span = Math.max(...values) - Math.min(...values)
        const got = of('percentile', values, p)
        // Ranks are reckoned in floating point here as there, and next to zero numbers have steps of their own.
        expect(Math.abs(got - type7(values, p))).toBeLessThanOrEqual(
          span * 1e-12 + Math.abs(got) * 1e-14 + 4 * Number.MIN_VALUE,
        )
      }),
      { numRuns: 500 },
    )
  })

  test('the median is the middle value, or halfway between the middle two', () => {
    fc.assert(
      fc.property(some, (values) => {
        const sorted = values.toSorted((a, b) => a - b)
        const half = Math.floor(sorted.length / 2)
        const [low = 0, high = 0] = sorted.length % 2 ? [sorted[half], sorted[half]] : [sorted[half - 1], sorted[half]]
        expect(of('median', values)).toBeCloseTo(low + (high - low) / 2, 9)
        expect(of('median', values)).toBe(of('percentile', values, 50))
      }),
    )
  })

  // numpy.percentile([1, 2, 4, 8, 16], q) and R's quantile(c(1, 2, 4, 8, 16), q / 100).
  test.each([
    [1, 1.04],
    [10, 1.4],
    [25, 2],
    [33, 2.64],
    [50, 4],
    [90, 12.8],
    [95, 14.4],
    [99, 15.68],
  ])('p%d of 1, 2, 4, 8, 16 is %d', (p, expected) => {
    expect(of('percentile', [16, 1, 8, 2, 4], p)).toBeCloseTo(expected, 12)
  })

  test('lie between least and most and never fall as the rank grows', () => {
    fc.assert(
      fc.property(some, rank, rank, (values, p, q) => {
        const [low, high] = [Math.min(p, q), Math.max(p, q)].map((r) => of('percentile', values, r))
        expect(low).toBeGreaterThanOrEqual(of('min', values))
        expect(high).toBeLessThanOrEqual(of('max', values))
        expect(low).toBeLessThanOrEqual(high ?? Number.NaN)
      }),
    )
  })
})

describe('stddev', () => {
  // statistics.pstdev in Python.
  test.each([
    [[2, 4, 4, 4, 5, 5, 7, 9], 2],
    [[1, 3], 1],
    [[5], 0],
    [[7, 7, 7], 0],
    [[1e9, 1e9 + 2], 1],
    [[1, 2, 3, 4], 1.118033988749895],
  ])("of %j is the population's", (values, expected) => {
    expect(of('stddev', values)).toBeCloseTo(expected, 12)
  })

  test('is the root of the exact variance', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 1, maxLength: 40 }),
        (list) => {
          // n² times the variance is n Σx² − (Σx)², all in whole numbers.
          const n = BigInt(list.length)
          const sum = list.reduce((total, x) => total + BigInt(x), 0n)
          const squares = list.reduce((total, x) => total + BigInt(x) ** 2n, 0n)
          const expected = Math.sqrt(Number(n * squares - sum ** 2n)) / list.length
          expect(Math.abs(of('stddev', list) - expected)).toBeLessThanOrEqual(1e-9 + expected * 1e-12)
        },
      ),
    )
  })

  test('does not change with a shift and grows with a factor', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 1 }), fc.integer(), (values, shift) => {
        const spread = of('stddev', values)
        expect(
          of(
            'stddev',
            values.map((x) => x + shift),
          ),
        ).toBeCloseTo(spread, 4)
        expect(
          of(
            'stddev',
            values.map((x) => x * 8),
          ),
        ).toBeCloseTo(8 * spread, 6)
      }),
    )
  })
})

describe('min and max', () => {
  test('are one of the values, and none is beyond', () => {
    fc.assert(
      fc.property(some, (values) => {
        const [least, most] = [of('min', values), of('max', values)]
        expect(values.filter((x) => x < least || x > most)).toEqual([])
        expect(values.some((x) => x === least) && values.some((x) => x === most)).toBe(true)
      }),
    )
  })
})

describe('any aggregate', () => {
  test('does not depend on the order', () => {
    const shuffled = some.chain((values) =>
      fc.tuple(fc.constant(values), fc.shuffledSubarray(values, { minLength: values.length })),
    )
    fc.assert(
      fc.property(shuffled, fc.constantFrom(...AGGREGATES), rank, ([values, other], by, p) => {
        // The sign of zero is not part of the promise.
        expect(of(by, other, p) === of(by, values, p)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  // A limit of 1.08 must hold where every endpoint measured exactly 1.08.
  test('of equal values in hundredths is that value', () => {
    const hundredths = Array.from({ length: 401 }, (_, i) => (100 + i) / 100)
    const moved = hundredths.flatMap((value) =>
      [3, 7, 15, 30, 49, 98, 100].flatMap((n) =>
        (['avg', 'median', 'percentile'] as const)
          .filter(
            (by) =>
              of(
                by,
                Array.from({ length: n }, () => value),
                95,
              ) !== value,
          )
          .map((by) => `${by} of ${n} times ${value}`),
      ),
    )
    expect(moved).toEqual([])
  })

  test('of equal values is that value, and they do not spread', () => {
    fc.assert(
      fc.property(measurement, fc.integer({ min: 1, max: 50 }), rank, (value, n, p) => {
        const values = Array.from({ length: n }, () => value)
        for (const by of ['avg', 'min', 'max', 'median', 'percentile'] as const)
          expect(of(by, values, p) === value).toBe(true)
        expect(of('stddev', values)).toBeLessThanOrEqual(Math.abs(value) * 1e-15)
      }),
    )
  })

  test('of one value is that value', () => {
    fc.assert(
      fc.property(finite, rank, (value, p) => {
        for (const by of ['avg', 'min', 'max', 'sum', 'median', 'percentile'] as const)
          expect(of(by, [value], p) === value).toBe(true)
        expect(of('stddev', [value])).toBe(0)
      }),
    )
  })

  test('of no values is no number', () => {
    expect(AGGREGATES.map((by) => of(by, []))).toEqual(AGGREGATES.map(() => Number.NaN))
  })

  test('of anything with NaN is NaN', () => {
    fc.assert(
      fc.property(fc.array(fc.double()), fc.array(fc.double()), fc.constantFrom(...AGGREGATES), rank, (a, b, by, p) => {
        expect(of(by, [...a, Number.NaN, ...b], p)).toBeNaN()
      }),
    )
  })

  test('of the largest measurements is right', () => {
    const many = (value: number) => Array.from({ length: 100_000 }, () => value)
    expect(LARGEST).toBeLessThan(TOO_LARGE)
    expect(LARGEST + 2 ** 17).toBe(TOO_LARGE)
    expect(of('avg', many(LARGEST))).toBe(LARGEST)
    expect(of('stddev', many(LARGEST))).toBe(0)
    expect(of('sum', many(LARGEST))).toBe(Number(BigInt(LARGEST) * 100_000n))
    expect(of('avg', [LARGEST, -LARGEST])).toBe(0)
    expect(of('stddev', [LARGEST, -LARGEST])).toBe(LARGEST)
    expect(of('stddev', [...many(LARGEST), ...many(-LARGEST)])).toBeCloseTo(LARGEST, -7)
    expect(of('median', [-LARGEST, LARGEST])).toBe(0)
    expect(of('median', [LARGEST, LARGEST, LARGEST / 2, LARGEST])).toBe(LARGEST)
    expect(of('percentile', [-LARGEST, LARGEST], 75) / (LARGEST / 2)).toBeCloseTo(1, 12)
  })

  test('of 100,000 values is reckoned at once, and does not reorder them', () => {
    const values = Float64Array.from({ length: 100_000 }, (_, i) => (i * 7_919) % 100_000)
    const before = values.slice()
    expect(aggregate('avg', values)).toBe(49_999.5)
    expect(aggregate('sum', values)).toBe(4_999_950_000)
    expect(aggregate('median', values)).toBe(49_999.5)
    expect(aggregate('percentile', values, 25)).toBe(24_999.75)
    expect(aggregate('stddev', values)).toBeCloseTo(Math.sqrt((1e10 - 1) / 12), 6)
    expect([aggregate('min', values), aggregate('max', values)]).toEqual([0, 99_999])
    expect(values.every((value, i) => value === before[i])).toBe(true)
  })
})
