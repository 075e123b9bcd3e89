import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { formatDifference, formatNumber, formatTogether } from '../../src/report/numbers.ts'
import type { Measure } from '../../src/thresholds/units.ts'

const unit = fc.constantFrom<Measure>('', '%', 'ms', 's', 'bare', 'unknown')
const finite = fc.double({ noNaN: true, noDefaultInfinity: true })
/** Numbers that lie close together, as a measurement and the limit that it just missed. */
const close = fc
  .tuple(
    fc.oneof(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.integer({ min: -100, max: 100 })),
    fc.constantFrom(1, 0.1, 0.01, 0.001, 1e-4, 1e-5),
    fc.integer({ min: -9, max: 9 }),
  )
  .map(([value, step, steps]): [number, number] => [value, value + step * steps])

describe('a number', () => {
  test.each([
    [4, '', '4'],
    [4.31234, '', '4.31'],
    [0.04567, '', '0.0457'],
    [1234.5, '', '1235'],
    [28.44, 'ms', '28.4 ms'],
    [128.44, 'ms', '128 ms'],
    [0.1234, 'ms', '0.123 ms'],
    [90, 's', '90 s'],
    [97.54, '%', '97.5 %'],
    [0.126, '%', '0.13 %'],
    [100, '%', '100 %'],
    [-3.456, 'unknown', '-3.46'],
    [-0.000001, '', '0.0000'],
    [-0, 'ms', '0 ms'],
    [Number.NaN, 'ms', 'not a number'],
    [Number.POSITIVE_INFINITY, 'ms', 'infinite'],
    [Number.NEGATIVE_INFINITY, '', '-infinite'],
    [1e300, '', '1.000e+300'],
  ] as [number, Measure, string][])('%d in %j is written %s', (value, of, text) => {
    expect(formatNumber(value, of)).toBe(text)
  })

  test('is never written long, nor as anything but a number with its unit', () => {
    fc.assert(
      fc.property(fc.double(), unit, (value, of) => {
        const text = formatNumber(value, of)
        expect(text.length).toBeLessThanOrEqual(30)
        expect(text).toMatch(/^(-?\d+(\.\d+)?(e\+\d+)?( (%|ms|s))?|not a number|-?infinite)$/)
      }),
    )
  })
})

describe('numbers side by side', () => {
  test.each([
    [[3.9996, 4], '', ['3.9996', '4']],
    [[4, 3.9996], '', ['4', '3.9996']],
    [[3.61, 4], '', ['3.61', '4']],
    [[29.96, 30], 'ms', ['29.96 ms', '30 ms']],
    [[30.04, 30.01], 'ms', ['30.04 ms', '30.01 ms']],
    [[99.99, 100], '%', ['99.99 %', '100 %']],
    [[4, 4], '', ['4', '4']],
    [[0, -0], '', ['0', '0']],
    [[5, Number.POSITIVE_INFINITY], 's', ['5 s', 'infinite']],
  ] as [number[], Measure, string[]][])('%j in %j are %j', (values, of, texts) => {
    expect(formatTogether(values, of)).toEqual(texts)
  })

  const sameText = (values: readonly number[], of: Measure): boolean => {
    const texts = formatTogether(values, of)
    return new Set(texts).size < new Set(values.map((value) => value + 0)).size
  }

  test('look different where they differ by what anybody measures', () => {
    fc.assert(
      fc.property(close, unit, (values, of) => {
        expect(sameText(values, of)).toBe(false)
      }),
      { numRuns: 1_000 },
    )
  })

  // A comparison that fails must not read as `measured 4.100000, limit 4.100000, breached`.
  test.each([
    [[4, 3.9999999], ''],
    [[4.1, 4.1 + 2 ** -50], ''],
    [[0.1 + 0.2, 0.3], '%'],
    [[1e15, 1.0001e15], ''],
    [[2 ** 60, 2 ** 60 + 2 ** 9], ''],
    [[1e-9, 2e-9], 's'],
  ] as [number[], Measure][])('look different however little they differ: %j in %j', (values, of) => {
    expect(sameText(values, of)).toBe(false)
  })

  test('look different whatever they are, and the same where they are the same', () => {
    fc.assert(
      fc.property(finite, finite, unit, (a, b, of) => {
        const [left, right] = formatTogether([a, b], of)
        expect(left === right).toBe(a === b)
      }),
      { numRuns: 1_000 },
    )
  })

  test('are in the order of what they say', () => {
    fc.assert(
      fc.property(close, unit, ([a, b], of) => {
        const [left = Number.NaN, right = Number.NaN] = formatTogether([a, b], of).map((text) =>
          Number.parseFloat(text),
        )
        expect(left < right === a < b && left > right === a > b).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('a difference', () => {
  test.each([
    [0.39, [3.61, 4], '', '0.39'],
    [12.44, [42.44, 30], 'ms', '12.4 ms'],
    [0.0004, [3.9996, 4], '', '0.0004'],
    [5, [105, 100], 's', '5 s'],
  ] as [number, number[], Measure, string][])('of %d between %j in %j is %s', (difference, values, of, text) => {
    expect(formatDifference(difference, values, of)).toBe(text)
  })

  test('that there is does not read as none', () => {
    fc.assert(
      fc.property(close, unit, ([a, b], of) => {
        fc.pre(a !== b)
        expect(Number.parseFloat(formatDifference(Math.abs(a - b), [a, b], of))).toBeGreaterThan(0)
      }),
      { numRuns: 1_000 },
    )
  })
})
