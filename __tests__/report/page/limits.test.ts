import { describe, expect, test } from '@jest/globals'
import { limitsOf } from '../../../src/report/page/limits.ts'
import type { PageLimit } from '../../../src/report/page/model.ts'
import { evaluate } from '../../../src/thresholds/evaluate.ts'
import { parseThresholds } from '../../../src/thresholds/parse.ts'
import { subjectOf } from '../../thresholds/rows.ts'

const SUBJECT = subjectOf([
  { group: 'callers', metrics: { mos: 3.2, jitter_ms: 12 } },
  { group: 'callers', metrics: { mos: 3.8, jitter_ms: 40 } },
  { group: 'agents', outcome: 'CALL_FAILED' },
])

/** The limits that thresholds set on the jitter. */
const limits = (lines: string): PageLimit[] =>
  limitsOf(evaluate(parseThresholds(lines).thresholds, SUBJECT), { metric: 'jitter_ms' })

describe('limits on a metric', () => {
  test.each([
    ['avg(jitter_ms) <= 13ms', 13, 'avg', undefined],
    ['median(jitter_ms) <= 13ms', 13, 'median', undefined],
    ['p99.9(jitter_ms) <= 13ms', 13, 'p99.9', undefined],
    ['max(jitter_ms) <= 13ms', 13, 'max', true],
    ['13ms > max(jitter_ms)', 13, 'max', true],
    ['min(jitter_ms) > 13ms', 13, 'min', true],
    // One endpoint is enough for these.
    ['max(jitter_ms) >= 13ms', 13, 'max', undefined],
    ['min(jitter_ms) < 13ms', 13, 'min', undefined],
    ['max(jitter_ms where group = "callers") <= 13ms', 13, 'max', undefined],
    ['rate(jitter_ms > 13ms) <= 5%', 13, undefined, true],
    ['count(jitter_ms <= 13ms) >= 2', 13, undefined, true],
  ] as const)('%s is about each endpoint, or about all together', (line, value, by, each) => {
    const [limit] = limits(line)
    expect([limit?.value, limit?.by, limit?.each]).toEqual([value, by, each])
  })

  test('that endpoints are counted by have the limit that those are to satisfy', () => {
    const threshold = 'rate(jitter_ms > 13ms) <= 5%'
    expect(limits(threshold)).toEqual([{ operator: '<=', value: 13, text: '13 ms', threshold, each: true }])
    expect(limits('rate(jitter_ms > 13ms where group = "callers") <= 5%')).toEqual([])
    expect(limits('rate(jitter_ms > 13ms and mos < 4) <= 5%')).toEqual([])
    expect(limits('rate(mos < 4) <= 5%')).toEqual([])
  })

  test('have the limits of their own averages, percentiles and extremes', () => {
    const lines = [
      '20ms > avg(jitter_ms where group = "callers")',
      'warn: p95(jitter_ms) <= 50ms',
      'sum(jitter_ms) < 5s',
      'stddev(jitter_ms) < 1ms',
      'avg(jitter_ms) * 2 < 1s',
      'max(jitter_ms) <= baseline + 1ms',
      'rate(jitter_ms > 9ms where mos > 4) < 1%',
    ].join('\n')
    expect(limits(lines)).toEqual([
      {
        operator: '<',
        value: 20,
        text: '20 ms',
        threshold: '20ms > avg(jitter_ms where group = "callers")',
        by: 'avg',
      },
      {
        operator: '<=',
        value: 50,
        text: '50 ms',
        threshold: 'warn: p95(jitter_ms) <= 50ms',
        by: 'p95',
      },
    ])
  })
})
