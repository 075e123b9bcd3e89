import { expect, test } from '@jest/globals'
import { createRateLimit, createRateWindows } from '../../../simulator/server/rate-limit.ts'

test('lets so many requests of a key through each minute and tells the others how long to wait', () => {
  const limit = createRateLimit(3)
  expect([0, 100, 200].map((at) => limit('a', at))).toEqual([0, 0, 0])
  expect(limit('a', 20_500)).toBe(40)
  expect(limit('b', 20_500)).toBe(0)
  expect(limit('a', 59_999)).toBe(1)
  expect(limit('a', 60_000)).toBe(0)
})

test('tells what is left of a minute, and when it ends', () => {
  const count = createRateWindows(2)
  expect([0, 10, 20].map((at) => count('a', at))).toEqual([
    { wait: 0, remaining: 1, resetsAt: 60_000 },
    { wait: 0, remaining: 0, resetsAt: 60_000 },
    { wait: 60, remaining: 0, resetsAt: 60_000 },
  ])
  expect(count('a', 60_000)).toEqual({ wait: 0, remaining: 1, resetsAt: 120_000 })
})
