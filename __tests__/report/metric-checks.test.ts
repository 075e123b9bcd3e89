import { expect, test } from '@jest/globals'
import { metricChecks } from '../../src/report/metric-checks.ts'
import { METRICS } from '../../src/thresholds/catalogue.ts'

test.each(['mos', 'jitter_ms', 'fraction_lost', 'rtt_ms', 'call_setup_time_ms'])(
  'for %s there is something to check, with its source',
  (metric) => {
    expect(metricChecks(metric)).toMatch(/^[A-Za-z].* \((ITU-T G\.\d{3}|RFC \d{4}(, RFC \d{4})?)\)$/)
  },
)

test('for metrics that nobody knows, or that say what was counted, there is nothing', () => {
  expect(['strange', 'packets_sent', '__proto__', 'constructor'].map(metricChecks)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
  expect(Object.keys(METRICS).filter((metric) => metricChecks(metric)).length).toBeGreaterThan(8)
})
