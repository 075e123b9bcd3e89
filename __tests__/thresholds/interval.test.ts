import { expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { wilsonInterval } from '../../src/thresholds/interval.ts'
import { STATISTICS_CASES } from './statistics-cases.ts'
import { resultOf, subjectOf } from './rows.ts'

test.each(STATISTICS_CASES.wilson)('$hits of $of is as in statsmodels', ({ hits, of, low, high }) => {
  const interval = wilsonInterval({ hits, of })
  expect(interval.low).toBeCloseTo(low, 9)
  expect(interval.high).toBeCloseTo(high, 9)
})

test('an interval holds its share, lies within 0 and 100, and is narrower with ten times as many', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (of, share) => {
      const hits = Math.round(share * of)
      const { low, high } = wilsonInterval({ hits, of })
      expect(low).toBeLessThanOrEqual((100 * hits) / of)
      expect(high).toBeGreaterThanOrEqual((100 * hits) / of)
      expect([low >= 0, high <= 100]).toEqual([true, true])
      const wide = wilsonInterval({ hits: 10 * hits, of: 10 * of })
      expect(wide.high - wide.low).toBeLessThan(high - low)
      // What is counted and what is not are the same question.
      const others = wilsonInterval({ hits: of - hits, of })
      expect(others.high).toBeCloseTo(100 - low, 9)
    }),
  )
})

test.each<[string, [number, number] | undefined]>([
  ['success_rate >= 99%', [9, 10]],
  ['success_rate(where group = a) >= 99%', [4, 5]],
  ['rate(outcome = TIMEOUT) <= 1%', [1, 10]],
  ['90% <= success_rate', [9, 10]],
  ['answer_rate >= 50%', [3, 4]],
  // What is reckoned of a share is no count any more.
  ['success_rate - 2 >= 80', undefined],
  ['-success_rate <= 0', undefined],
  ['max(success_rate, answer_rate) >= 0', undefined],
  ['count(outcome = TIMEOUT) <= 1', undefined],
  ['failed_endpoints <= 1', undefined],
])('%s rests on %j', (line, counted) => {
  const rows = Array.from({ length: 10 }, (_, i) => ({
    group: i < 5 ? 'a' : 'b',
    outcome: i === 0 ? 'TIMEOUT' : 'SUCCESS',
  }))
  const calls = { received: 4, answered: 3, missed: 1, voicemail: 0, busy: 0, failed: 0, unclassified: {} }
  const { interval } = resultOf(line, subjectOf(rows, { calls }))
  expect(interval && [interval.hits, interval.of]).toEqual(counted)
})
