import { describe, expect, test } from '@jest/globals'
import {
  HEADINGS,
  TROUBLESHOOTING,
  changeOf,
  changeText,
  coverageText,
  culpritsText,
  helpUrl,
  intervalText,
  isBroken,
  margin,
  markOf,
  measuredAndLimit,
  sinceText,
  thresholdLine,
  tooFewText,
} from '../../src/report/phrases.ts'
import type { ThresholdResult } from '../../src/thresholds/evaluate.ts'
import { VERDICTS } from '../../src/model/verdict.ts'
import { resultOf, subjectOf, subjectWith } from '../thresholds/rows.ts'
import { resultWith, runWith, stepWith, thresholdWith } from './reports.ts'

test('every verdict has a heading of its own', () => {
  const verdicts = [...VERDICTS, 'triggered'] as const
  expect(new Set(verdicts.map((verdict) => HEADINGS[verdict])).size).toBe(verdicts.length)
})

describe('the way to what to do about an error', () => {
  const failed = (code?: 'server' | 'run-lost') => runWith({ verdict: 'error', ...(code ? { code } : {}) })

  test('leads to its code, of the step or of its runs', () => {
    expect(helpUrl(stepWith({ verdict: 'error', code: 'key-refused' }))).toBe(`${TROUBLESHOOTING}#key-refused`)
    expect(helpUrl(stepWith({ verdict: 'error', runs: [failed('server')] }))).toBe(`${TROUBLESHOOTING}#server`)
    const runs = [failed('server'), runWith({ verdict: 'passed' }), failed('server')]
    expect(helpUrl(stepWith({ verdict: 'error', runs }))).toBe(`${TROUBLESHOOTING}#server`)
  })

  test('leads to the page where there are several codes, or none', () => {
    const runs = [failed('server'), failed('run-lost')]
    expect(helpUrl(stepWith({ verdict: 'error', runs }))).toBe(TROUBLESHOOTING)
    expect(helpUrl(stepWith({ verdict: 'error', runs: [failed()] }))).toBe(TROUBLESHOOTING)
  })

  test('is not needed for any other verdict', () => {
    for (const verdict of VERDICTS.filter((one) => one !== 'error'))
      expect(helpUrl(stepWith({ verdict, code: 'aborted', runs: [failed('server')] }))).toBeUndefined()
  })
})

describe('a result', () => {
  const warning = thresholdWith('warn: endpoints >= 1', 'warn')

  test.each([
    ['held', 'passed', '✅', '✅'],
    ['breached', 'breached', '❌', '⚠️'],
    ['missing', 'no value', '❔', '⚠️'],
    ['invalid', 'unclear', '💥', '💥'],
    ['unjudged', 'not judged', '–', '–'],
  ] as const)('that is %s is called %s and marked %s, or %s where it warns', (state, text, mark, warned) => {
    expect(margin(resultWith({ state }))).toBe(text)
    expect(markOf(resultWith({ state }))).toBe(mark)
    expect(markOf(resultWith({ state, threshold: warning }))).toBe(warned)
  })

  test.each([
    ['held', false],
    ['breached', true],
    ['missing', true],
    ['invalid', true],
    ['unjudged', false],
  ] as const)('that is %s is broken: %s', (state, broken) => {
    expect(isBroken(resultWith({ state }))).toBe(broken)
    expect(isBroken(resultWith({ state, threshold: warning }))).toBe(broken)
  })

  test.each([
    [{ state: 'held', measured: 4.37, limit: 4, unit: '' }, 'passed by 0.37'],
    [{ state: 'breached', measured: 42.4, limit: 30, operator: '<', unit: 'ms' }, 'breached by 12.4 ms (41.3 %)'],
    [{ state: 'breached', measured: 97.5, limit: 99, unit: '%' }, 'breached by 1.5 points'],
    [{ state: 'held', measured: 4, limit: 4 }, 'passed, exactly at the limit'],
    [{ state: 'breached', measured: 4, limit: 4, operator: '>' }, 'breached, exactly at the limit'],
    [{ state: 'breached', measured: 3, limit: 0, operator: '==' }, 'breached'],
    [{ state: 'breached', measured: 3, limit: 0, operator: '<=' }, 'breached by 3'],
    [{ state: 'breached', measured: Number.POSITIVE_INFINITY, limit: 1 }, 'breached'],
    [{ state: 'breached', measured: Number.NaN, limit: 1 }, 'breached'],
    [{ state: 'missing' }, 'no value'],
  ] as [Partial<ThresholdResult>, string][])('%j reads: %s', (rest, text) => {
    expect(margin(resultWith(rest))).toBe(text)
  })

  test.each([
    [undefined, ''],
    [{ used: 100, of: 100 }, '100 endpoints'],
    [{ used: 92, of: 100 }, '92 of 100 endpoints'],
    [{ used: 1, of: 1 }, '1 endpoint'],
    [{ used: 0, of: 1 }, '0 of 1 endpoint'],
  ])('over %j: %s', (coverage, text) => {
    expect(coverageText(resultWith(coverage ? { coverage } : {}))).toBe(text)
  })

  test('shows what was measured as precisely as its limit', () => {
    expect(measuredAndLimit(resultWith({ measured: 3.9996, limit: 4 }))).toEqual({ measured: '3.9996', limit: '4' })
    expect(measuredAndLimit(resultWith({ measured: 28.44, unit: 'ms' }))).toEqual({ measured: '28.4 ms', limit: '' })
    expect(measuredAndLimit(resultWith())).toEqual({ measured: '', limit: '' })
  })
})

describe('since when a threshold is broken', () => {
  const now = subjectOf([{ metrics: { mos: 3.5, jitter_ms: 36 } }])
  const good = subjectOf([{ metrics: { mos: 4.3, jitter_ms: 20 } }])
  const bad = subjectOf([{ metrics: { mos: 3.9, jitter_ms: 30 } }])
  const edge = subjectOf([{ metrics: { mos: 4 } }])

  test.each([
    ['avg(mos) >= 4', good, 'New since the baseline, which measured 4.30.'],
    ['avg(mos) >= 4', bad, 'Not new: the baseline measured 3.90.'],
    ['4 <= avg(mos)', good, 'New since the baseline, which measured 4.30.'],
    // What the limit itself is worth depends on the operator.
    ['avg(mos) >= 4', edge, 'New since the baseline, which measured 4.'],
    ['avg(mos) > 4', edge, 'Not new: the baseline measured 4.'],
    ['max(jitter_ms) < 0.03s', bad, 'Not new: the baseline measured 30 ms.'],
    ['max(jitter_ms) <= 0.03s', bad, 'New since the baseline, which measured 30 ms.'],
    ['warn: max(jitter_ms) < 30ms', good, 'New since the baseline, which measured 20 ms.'],
    // Held against the baseline, it would always be new.
    ['avg(mos) >= baseline - 0.1', good, 'The baseline measured 4.30.'],
    ['baseline * 90% <= avg(mos)', good, 'The baseline measured 4.30.'],
    ['avg(mos) >= 3', good, ''],
    ['avg(mos) >= 4', undefined, ''],
    ['avg(mso) >= 4', good, ''],
    ['avg(mos) >= baseline', undefined, ''],
    ['avg(mos) >= 4', subjectOf([{}]), ''],
  ])('%s', (line, baseline, text) => {
    expect(sinceText(resultOf(line, now, baseline))).toBe(text)
  })
})

describe('who is behind a breach', () => {
  test.each([
    [{ endpoints: 3, of: 40 }, '3 of 40 endpoints are affected.'],
    [{ endpoints: 1, of: 40 }, '1 of 40 endpoints is affected.'],
    [{ endpoints: 1, of: 1 }, '1 of 1 endpoint is affected.'],
    [
      { endpoints: 5, of: 40, mostly: { property: 'group', value: 'agents', endpoints: 4 } },
      '5 of 40 endpoints are affected, 4 of them in group <agents>.',
    ],
    [
      { endpoints: 5, of: 40, mostly: { property: 'group', value: 'agents', endpoints: 5 } },
      '5 of 40 endpoints are affected, all of them in group <agents>.',
    ],
    [
      { endpoints: 5, of: 40, mostly: { property: 'outcome', value: 'TIMEOUT', endpoints: 3 } },
      '5 of 40 endpoints are affected, 3 of them with <TIMEOUT>.',
    ],
  ] as const)('%j: %s', (culprits, text) => {
    expect(culpritsText(culprits, (value) => `<${value}>`)).toBe(text)
  })
})

describe('a line of the log', () => {
  const subject = subjectOf([
    { metrics: { mos: { send: 4, receive: 3.5 }, jitter_ms: 36 } },
    { metrics: { mos: { send: 3.5, receive: 3.6 } } },
    { metrics: { mos: { send: 4, receive: 3.9 } } },
  ])
  const before = subjectOf([{ metrics: { jitter_ms: 20 } }])

  test.each([
    [
      'avg(mos) >= 3.5',
      '✅ avg(mos) >= 3.5: measured 3.63, passed by 0.13, 3 endpoints, worse side receive (2 of 3 endpoints)',
    ],
    [
      'p95(jitter_ms) <= baseline + 20%',
      '❌ p95(jitter_ms) <= baseline + 20%: measured 36 ms, baseline 20 ms, limit 24 ms, breached by 12 ms (50 %), 1 of 3 endpoints (without: 2 SUCCESS)',
    ],
  ])('%s', (line, text) => {
    expect(thresholdLine(resultOf(line, subject, line.includes('baseline') ? before : undefined))).toBe(text)
  })

  test('gives the reason where there is no value', () => {
    expect(thresholdLine(resultOf('warn: avg(mso) > 3', subject))).toMatch(
      /^⚠️ warn: avg\(mso\) > 3: the run has no metric mso/,
    )
  })
})

describe('a share of few endpoints', () => {
  const shared = (line: string, good: number, of: number): ThresholdResult =>
    resultOf(line, subjectOf(Array.from({ length: of }, (_, i) => ({ outcome: i < good ? 'SUCCESS' : 'TIMEOUT' }))))

  test('tells what it leaves open', () => {
    expect(intervalText(shared('success_rate >= 99%', 98, 100))).toBe('95 % interval 93.0 % to 99.4 %')
    expect(intervalText(shared('success_rate >= 99%', 20, 20))).toBe('95 % interval 83.9 % to 100 %')
    expect(intervalText(shared('failed_endpoints == 0', 98, 100))).toBe('')
  })

  test('says in one sentence where it cannot tell the value from the limit', () => {
    expect(tooFewText(shared('success_rate >= 99%', 98, 100))).toBe('98 of 100 cannot tell 98 % from 99 %.')
    expect(tooFewText(shared('success_rate >= 97%', 98, 100))).toBe('98 of 100 cannot tell 98 % from 97 %.')
    expect(tooFewText(shared('success_rate >= 80%', 98, 100))).toBe('')
    expect(tooFewText(shared('success_rate >= 98%', 98, 100))).toBe('')
    expect(thresholdLine(shared('success_rate >= 99%', 98, 100))).toBe(
      '❌ success_rate >= 99%: measured 98 %, breached by 1 point, 100 endpoints, 98 of 100 cannot tell 98 % from 99 %',
    )
  })
})

describe('a breach that was to be confirmed', () => {
  const result = resultOf('avg(mos) >= 4', subjectWith('mos', [4.1]))
  const runs = [
    { runId: 'a', state: 'breached', measured: 3.9 },
    { runId: 'b', state: 'missing' },
    { runId: 'c', state: 'held', measured: 4.1 },
  ] as const

  test('is told with what each run measured', () => {
    expect(margin({ ...result, state: 'unconfirmed', runs })).toBe('not confirmed: 3.90, then no value, then 4.10')
    expect(thresholdLine({ ...result, state: 'unconfirmed', runs })).toMatch(
      /^⚠️ avg\(mos\) >= 4: measured 4\.1\d*, not confirmed: 3\.90/,
    )
    expect(thresholdLine({ ...result, state: 'breached', measured: 3.8, runs })).toContain(
      'runs 3.90, then no value, then 4.10',
    )
  })
})

describe('a change against the baseline', () => {
  test.each<[string, Parameters<typeof changeText>[0], string]>([
    ['is marked by whether it is better', { measured: 35, baseline: 30, unit: 'ms', better: 'lower' }, '🔴 +5 ms (+16.7 %)'],
    ['is better where more is', { measured: 4.3, baseline: 4, unit: '', better: 'higher' }, '🟢 +0.30 (+7.5 %)'],
    ['of another metric is marked as neither', { measured: 35, baseline: 30, unit: 'ms' }, '⚪ +5 ms (+16.7 %)'],
    ['of a few percent of a time has no colour', { measured: 31, baseline: 30, unit: 'ms', better: 'lower' }, '⚪ +1 ms (+3.3 %)'],
    ['of two percent of a rating has one', { measured: 4.1, baseline: 4.2, unit: '', better: 'higher' }, '🔴 −0.10 (−2.4 %)'],
    ['of less than one percent of a rating has none', { measured: 4.17, baseline: 4.2, unit: '', better: 'higher' }, '⚪ −0.03 (−0.71 %)'],
    ['of half a point has one', { measured: 99.5, baseline: 100, unit: '%', better: 'higher' }, '🔴 −0.5 points'],
    ['of less than half a point has none', { measured: 99.6, baseline: 100, unit: '%', better: 'higher' }, '⚪ −0.4 points'],
    ['that is not seen in the values is none', { measured: 4.2001, baseline: 4.2, unit: '', better: 'higher' }, 'no change'],
    ['to the other side of zero, as far from it, is none', { measured: 5, baseline: -5, unit: 'ms', better: 'nearer-zero' }, 'no change'],
    ['from zero has no percentage', { measured: 2, baseline: 0, unit: '', better: 'lower' }, '🔴 +2 (from 0)'],
    ['that is endless is unknown', { measured: Infinity, baseline: 1, unit: '' }, 'unknown'],
    ['without a baseline is nothing', { measured: 1, unit: '' }, ''],
  ])('%s', (_, change, text) => {
    expect(changeText(change)).toBe(text)
  }) // prettier-ignore

  test('is called better or worse only where it matters', () => {
    const of = (measured: number) => changeOf({ measured, baseline: 4, unit: '', better: 'higher' })
    expect([of(4.3), of(3.7), of(4.01), of(4.0001)].map((change) => change?.isBetter)).toEqual([true, false, undefined, undefined]) // prettier-ignore
  })
})
