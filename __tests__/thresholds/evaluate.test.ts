import { describe, expect, test } from '@jest/globals'
import { collectMeasurements } from '../../src/model/measurements.ts'
import { evaluate } from '../../src/thresholds/evaluate.ts'
import type { Subject } from '../../src/model/subject.ts'
import { parseThresholds } from '../../src/thresholds/parse.ts'
import { resultOf, subjectOf, subjectWith } from './rows.ts'

const OPERATORS = ['>=', '>', '<=', '<', '==', '!=']

describe('NaN and infinities', () => {
  test.each([
    ['a quotient of nothing', 'failed_endpoints / (endpoints - 2)'],
    ['an infinite quotient', 'avg(mos) / failed_endpoints'],
    ['an infinite measurement', 'max(rtt_ms)'],
    ['the average with an infinite measurement', 'avg(rtt_ms)'],
    ['opposite infinities', 'sum(packets_lost)'],
    ['the spread of infinities', 'stddev(packets_lost)'],
    ['a number of the run', 'run.huge'],
    ['no number of the run', 'run.nan'],
  ])('satisfy no limit: %s', (_, value) => {
    const infinite = Number.POSITIVE_INFINITY
    const odd = subjectOf(
      [
        { metrics: { mos: 4, rtt_ms: infinite, packets_lost: infinite } },
        { metrics: { mos: 4, rtt_ms: 5, packets_lost: -infinite } },
      ],
      { run: { status: 'COMPLETED', detail: { huge: infinite, nan: Number.NaN } } },
    )
    const lines = OPERATORS.flatMap((operator) => [`${value} ${operator} 0`, `0 ${operator} ${value}`])
    expect(lines.filter((line) => resultOf(line, odd).state !== 'breached')).toEqual([])
  })

  test('satisfy no condition, nor the opposite of one', () => {
    const subject = subjectWith('jitter_ms', [1, Number.POSITIVE_INFINITY])
    expect(resultOf('count(jitter_ms < 30ms) == 1', subject).state).toBe('held')
    expect(resultOf('count(not jitter_ms > 30ms) == 1', subject)).toMatchObject({ measured: 1, state: 'held' })
    expect(resultOf('count(jitter_ms > 30ms or not jitter_ms > 30ms) == 1', subject)).toMatchObject({ measured: 1 })
  })

  test('as an infinite baseline satisfy nothing', () => {
    const baseline = subjectWith('mos', [Number.NEGATIVE_INFINITY])
    expect(resultOf('avg(mos) >= baseline', subjectWith('mos', [4]), baseline).state).toBe('breached')
    expect(resultOf('avg(mos) != baseline', subjectWith('mos', [4]), baseline).state).toBe('breached')
  })
})

describe('a run without endpoints', () => {
  const empty: Subject = {
    run: { status: 'COMPLETED', detail: { endpointCount: 0, summary: { avgMos: 4.5 } } },
    measurements: collectMeasurements().build(),
    durationSeconds: 60,
    queueSeconds: 1,
    calls: { received: 2, answered: 2, missed: 0, voicemail: 0, busy: 0, failed: 0, unclassified: {} },
  }

  test.each([
    'success_rate >= 0%',
    'success_rate(where group = a) >= 0',
    'failed_endpoints == 0',
    'endpoints == 0',
    'endpoints(where outcome = SUCCESS) >= 0',
    'count(outcome = TIMEOUT) == 0',
    'rate(sip_status >= 500) == 0%',
    'avg(mos) >= 0',
    'sum(packets_lost) == 0',
    'duration >= 0',
    'queue_time <= 60s',
    'received_calls >= 0',
    'answer_rate >= baseline - 100',
    'run.summary.avgMos >= 4',
    'run.endpointCount == 0',
    'run.nothing == 0',
    'failed_endpoints * 0 == 0',
    '0 == failed_endpoints',
    '1 > -endpoints',
    'avg(mos) >= baseline',
    'duration <= baseline + 20%',
    'run.summary.avgMos >= baseline - 5',
  ])('has no value for %s', (line) => {
    for (const baseline of [undefined, empty, subjectOf([{}], { durationSeconds: 90 })]) {
      const { state, measured } = resultOf(line, empty, baseline)
      expect([state, measured]).toEqual(['missing', undefined])
    }
  })
})

describe('the far end', () => {
  const NAMES = ['received_calls', 'answered_calls', 'missed_calls', 'voicemail_calls', 'answer_rate']
  const calls = { received: 4, answered: 1, missed: 0, voicemail: 0, busy: 1, failed: 1, unclassified: { odd: 1 } }
  const asked = subjectOf([{}], { calls })
  const absent = { kind: 'missing', reason: 'CallScaler listed no call' } as const

  test('counts what it knows, with zeros where it knows of none', () => {
    const measured = NAMES.map((name) => resultOf(`${name} >= 0`, asked))
    expect(measured.map(({ measured: value }) => value)).toEqual([4, 1, 0, 0, 25])
    expect(measured.map(({ unit }) => unit)).toEqual(['', '', '', '', '%'])
    expect(measured.every(({ coverage }) => coverage === undefined)).toBe(true)
  })

  test.each(NAMES)('that could not be asked has no %s, and says why', (name) => {
    for (const operator of OPERATORS) {
      expect(resultOf(`${name} ${operator} 0`, subjectOf([{}], { calls: absent }))).toMatchObject({
        state: 'missing',
        reason: absent.reason,
      })
      expect(resultOf(`0 ${operator} ${name} * 0`, subjectOf([{}], { calls: absent })).state).toBe('missing')
    }
    expect(resultOf(`${name} >= 0`, subjectOf([{}]))).toMatchObject({
      state: 'missing',
      reason: expect.stringContaining('not read from CallScaler'),
    })
  })

  test('that could not be asked about the baseline is missing on that side alone', () => {
    expect(resultOf('answer_rate >= baseline - 2', asked, subjectOf([{}], { calls: absent }))).toMatchObject({
      state: 'missing',
      measured: 25,
      reason: expect.stringMatching(/^on the baseline, CallScaler listed no call/),
    })
    expect(resultOf('answer_rate >= 2', asked, subjectOf([{}], { calls: absent })).state).toBe('held')
  })

  test('has no rate of no calls', () => {
    const none = subjectOf([{}], { calls: { ...calls, received: 0, answered: 0 } })
    expect(resultOf('answer_rate >= 0%', none)).toMatchObject({ state: 'missing' })
    expect(resultOf('answer_rate < 98%', none)).toMatchObject({ state: 'missing' })
  })
})

describe('the baseline', () => {
  const now = subjectOf([{ metrics: { mos: 4, jitter_ms: 12 } }, { outcome: 'TIMEOUT' }], { durationSeconds: 60 })

  test('that is not set makes the threshold unclear', () => {
    const { state, measured, reason } = resultOf('avg(mos) >= baseline', now)
    expect([state, measured]).toEqual(['invalid', 4])
    expect(reason).toContain('`baseline` is not set')
  })

  test('that could not be had is told with its reason', () => {
    const absent = { kind: 'missing', reason: 'no earlier run completed' } as const
    expect(resultOf('avg(mos) >= baseline', now, absent)).toMatchObject({ state: 'missing', measured: 4 })
    expect(resultOf('avg(mos) >= baseline', now, absent).reason).toContain('no earlier run completed')
    expect(resultOf('avg(mos) >= 4', now, absent).state).toBe('held')
  })

  test('that measured nothing is missing data, and says which side lacks it', () => {
    const { state, measured, reason } = resultOf('avg(mos) >= baseline', now, subjectWith('rtt_ms', [5]))
    expect([state, measured]).toEqual(['missing', 4])
    expect(reason).toMatch(/^on the baseline, .*no metric mos/)
    const empty = subjectOf([])
    expect(resultOf('duration >= baseline', now, { ...empty, durationSeconds: 3 })).toMatchObject({
      state: 'missing',
      reason: expect.stringContaining('no endpoints'),
    })
  })

  test('is the same expression, measured on the other run', () => {
    const before = subjectOf([{ metrics: { mos: 3 } }, { group: 'a', metrics: { mos: 5 } }], { durationSeconds: 50 })
    expect(resultOf('avg(mos) + 1 >= baseline', now, before)).toMatchObject({ measured: 5, baseline: 5, limit: 5 })
    expect(resultOf('avg(mos) >= baseline - 0.5', now, before)).toMatchObject({ baseline: 4, limit: 3.5 })
    expect(resultOf('baseline - 0.5 > avg(mos)', now, before)).toMatchObject({
      operator: '<',
      measured: 4,
      baseline: 4,
      limit: 3.5,
      state: 'breached',
    })
    expect(resultOf('duration <= baseline + 20%', now, before)).toMatchObject({ limit: 60, state: 'held', unit: 's' })
    expect(resultOf('success_rate >= baseline', now, before)).toMatchObject({ baseline: 100, state: 'breached' })
    // Where a group is only in one of the runs, the other has no value.
    expect(resultOf('avg(mos where group = a) >= baseline', now, before).state).toBe('missing')
  })

  test.each([
    ['p50(jitter_ms) <= baseline + 20%', 10, 12],
    ['p50(jitter_ms) >= baseline - 20%', 15, 12],
    ['p50(jitter_ms) == baseline + 0%', 12, 12],
    ['p50(jitter_ms) <= baseline + 150%', 4.8, 12],
    ['p50(jitter_ms) <= baseline + 2ms + 20%', 8, 12],
    ['p50(jitter_ms) <= baseline * 120%', 10, 12],
    ['p50(jitter_ms) <= baseline / 50%', 6, 12],
  ])('changes by a percentage of itself: %s on %d', (line, before, limit) => {
    const result = resultOf(line, now, subjectWith('jitter_ms', [before]))
    expect(result.limit).toBeCloseTo(limit, 9)
    expect(result.state).toBe('held')
  })

  test('of zero stays zero, whatever the percentage', () => {
    const before = subjectWith('jitter_ms', [0])
    expect(resultOf('avg(jitter_ms) <= baseline + 20%', now, before)).toMatchObject({ limit: 0, state: 'breached' })
    expect(resultOf('avg(jitter_ms) <= baseline + 20%', before, before)).toMatchObject({ limit: 0, state: 'held' })
  })

  test('below zero grows towards zero with a plus', () => {
    const before = subjectWith('clock_drift_estimate', [-10])
    const line = (change: string): string => `avg(clock_drift_estimate) <= baseline ${change}`
    expect(resultOf(line('+ 20%'), before, before)).toMatchObject({ limit: -8, state: 'held' })
    expect(resultOf(line('- 20%'), before, before)).toMatchObject({ limit: -12, state: 'breached' })
  })
})

describe('a result', () => {
  const subject = subjectOf([{ metrics: { jitter_ms: 30, mos: 4, frobs: 3 } }], { durationSeconds: 90 })

  test.each([
    ['avg(jitter_ms) < 0.02s', { unit: 'ms', measured: 30, limit: 20, operator: '<', better: 'lower' }],
    ['0.02s > avg(jitter_ms)', { unit: 'ms', measured: 30, limit: 20, operator: '<', better: 'lower' }],
    ['avg(mos) >= 4', { unit: '', measured: 4, limit: 4, better: 'higher' }],
    ['success_rate >= 99', { unit: '%', measured: 100, limit: 99, better: 'higher' }],
    ['failed_endpoints < 1', { unit: '', measured: 0, limit: 1, better: 'lower' }],
    ['duration < 2m', { unit: 's', measured: 90, limit: 120 }],
    ['duration < 120000ms', { unit: 's', measured: 90, limit: 120 }],
    ['rate(mos < 3) <= 1', { unit: '%', measured: 0, limit: 1 }],
    ['avg(frobs) < 5', { unit: 'unknown', measured: 3, limit: 5 }],
    ['avg(jitter_ms) / 10 < 5ms', { unit: 'ms', measured: 3, limit: 5 }],
    ['avg(jitter_ms) / duration < 1', { unit: '', limit: 1 }],
  ])('is shown in the unit of what was measured: %s', (line, expected) => {
    expect(resultOf(line, subject)).toMatchObject(expected)
  })

  test('keeps its threshold, and their order is kept', () => {
    const text = 'warn: endpoints > 5\navg(mos) > 1\navg(mso) > 1\navg(mos) < 1'
    const { thresholds } = parseThresholds(text)
    const results = evaluate(thresholds, subject)
    expect(results.map(({ threshold }) => threshold)).toEqual(thresholds)
    expect(results.map(({ state }) => state)).toEqual(['breached', 'held', 'missing', 'breached'])
  })

  test('does not depend on the order of endpoints', () => {
    const values = [0.1, 0.2, 0.3, 0.7, 1e9, -1e9, 1e-9, 3, 3, 17]
    const lines = ['avg', 'sum', 'stddev', 'median', 'p90', 'min', 'max'].map((by) => `${by}(frobs) > 0`)
    const measure = (list: readonly number[]): unknown[] =>
      lines.map((line) => resultOf(line, subjectWith('frobs', list)).measured)
    expect(measure(values.toReversed())).toEqual(measure(values))
    expect(measure(values.toSorted((a, b) => a - b))).toEqual(measure(values))
  })

  test('measures outcomes that nobody documents as failures', () => {
    const odd = subjectOf([{ outcome: 'EXPLODED' }, { outcome: null }, {}, { outcome: 'constructor' }])
    expect(resultOf('failed_endpoints == 3', odd).state).toBe('held')
    expect(resultOf('success_rate == 25%', odd).state).toBe('held')
    expect(resultOf('count(outcome = "exploded") == 1', odd).state).toBe('held')
  })
})
