import { expect, test } from '@jest/globals'
import { clamp } from '../../src/base/clamp.ts'

test.each([
  [5, 5],
  [-1, 0],
  [11, 10],
  [Number.NEGATIVE_INFINITY, 0],
  [Number.POSITIVE_INFINITY, 10],
  [Number.NaN, Number.NaN],
])('%d within 0 and 10 is %d', (value, expected) => {
  expect(clamp(value, 0, 10)).toBe(expected)
})
