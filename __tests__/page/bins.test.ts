import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { type Bins, binned } from '../../src/page/bins.ts'

const NONE = new Float64Array()

function binsOf(
  values: readonly number[],
  limit?: Parameters<typeof binned>[2],
  baseline: readonly number[] = [],
): Bins {
  const bins = binned(Float64Array.from(values), Float64Array.from(baseline), limit)
  if (!bins) throw new Error('no bins')
  return bins
}

const sum = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0)

describe('bins', () => {
  test('of nothing are none', () => {
    expect(binned(NONE, NONE, undefined)).toBeUndefined()
  })

  test('have the limit at an edge, and tell what is outside it', () => {
    const { edges, within, outside } = binsOf([3.1, 3.9, 3.999, 4, 4.1, 4.3], { operator: '>=', value: 4, each: true })
    expect(edges).toContain(4)
    const edge = edges.indexOf(4)
    expect([sum(within), sum(outside)]).toEqual([3, 3])
    expect([sum(within.slice(edge)), sum(outside.slice(0, edge))]).toEqual([3, 3])
  })

  test('have the limit of an average at an edge, and nothing outside it', () => {
    const { edges, within, outside } = binsOf([3.1, 3.9, 4.1, 4.9], { operator: '>=', value: 4 })
    expect(edges).toContain(4)
    expect([sum(within), sum(outside)]).toEqual([4, 0])
  })

  test('of a few whole numbers have one for each, with the number in its middle', () => {
    const { edges, within, outside, whole } = binsOf([0, 0, 1, 3], { operator: '<=', value: 1, each: true })
    expect([edges, within, outside, whole]).toEqual([[-0.5, 0.5, 1.5, 2.5, 3.5], [2, 1, 0, 0], [0, 0, 0, 1], true])
  })

  test('take the limit in where it is near, and leave it out of sight where it is not', () => {
    const values = [10.5, 11, 12, 13, 14]
    expect(binsOf(values, { operator: '<=', value: 16 }).edges).toContain(16)
    const far = binsOf(values, { operator: '<=', value: 1_000 }).edges
    expect(far[far.length - 1]).toBeLessThan(20)
  })

  test('cut off a long tail, and say so', () => {
    const values = [...Array.from({ length: 500 }, (_, i) => 20 + (i % 10) + 0.5), 9_000]
    const bins = binsOf(values)
    expect([bins.openBelow, bins.openAbove]).toEqual([false, true])
    expect(bins.edges[bins.edges.length - 1]).toBeLessThan(60)
    expect(sum(bins.within)).toBe(501)
  })

  test('of one value are a few', () => {
    for (const value of [0, 5, -3, 4.2, 1e-7, 123_456_789]) {
      const bins = binsOf([value, value])
      expect(sum(bins.within)).toBe(2)
      expect(bins.within.length).toBeLessThan(40)
    }
  })

  test('lose no value, whatever the values are', () => {
    const number = fc
      .oneof(
        fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e307, max: 1e307 }),
        fc.double({ min: -1_000, max: 1_000, noNaN: true }),
        fc.integer({ min: -50, max: 50 }),
      )
      // As the page has them.
      .map((value) => Number(value.toPrecision(6)))
    const operator = fc.constantFrom('>=', '>', '<=', '<', '==', '!=')
    fc.assert(
      fc.property(
        fc.array(number, { minLength: 1 }),
        fc.array(number),
        fc.option(fc.record({ operator, value: number, each: fc.constant(true as const) }), { nil: undefined }),
        (values, baseline, limit) => {
          const bins = binsOf(values, limit, baseline)
          expect(sum(bins.within) + sum(bins.outside)).toBe(values.length)
          expect(sum(bins.baseline)).toBe(baseline.length)
          expect(bins.within.length).toBeLessThan(120)
          expect(bins.edges).toHaveLength(bins.within.length + 1)
          expect(bins.edges.every((edge, i) => i === 0 || edge > (bins.edges[i - 1] ?? edge))).toBe(true)
        },
      ),
      { numRuns: 300 },
    )
  })
})
