import { describe, expect, test } from '@jest/globals'
import { MAX_RESULTS_BYTES, finalOutputs, runOutputs } from '../../src/report/outputs.ts'
import type { RunReport } from '../../src/report/report.ts'
import type { ThresholdResult } from '../../src/thresholds/evaluate.ts'
import { subjectOf } from '../thresholds/rows.ts'
import { resultWith, runWith, stepWith, thresholdWith } from './reports.ts'

/** An output that is JSON, as a later step reads it. */
function resultsOf(report: Parameters<typeof finalOutputs>[0]) {
  const text = finalOutputs(report).results ?? ''
  return {
    bytes: Buffer.byteLength(text),
    json: JSON.parse(text) as {
      verdict: string
      problem?: string
      truncated?: boolean
      runs: { thresholds: { reason?: string; measured: unknown }[] }[]
    },
  }
}

describe('the outputs of a step', () => {
  test('tell verdict, status, success rate, failures and results', () => {
    const run = runWith({
      verdict: 'failed',
      reason: 'One threshold\nbreached.',
      project: { asked: 'pbx', id: 'p-1' },
      runId: 'r-1',
      runUrl: 'https://x.example/r-1',
      status: 'COMPLETED',
      subject: subjectOf([{}, {}, { outcome: 'TIMEOUT' }]),
      thresholds: [
        resultWith({ state: 'breached', measured: 3.5, limit: 4, unit: 'bare', coverage: { used: 2, of: 3 } }),
        resultWith({ state: 'missing', reason: 'no\nmetric', threshold: thresholdWith('warn: avg(mso) > 1', 'warn') }),
        resultWith({ measured: Number.NaN, limit: Number.POSITIVE_INFINITY, baseline: 2, unit: 'ms' }),
      ],
    })
    const { results = '', ...outputs } = finalOutputs(stepWith({ verdict: 'failed', runs: [run] }))
    expect(outputs).toEqual({
      verdict: 'failed',
      status: 'COMPLETED',
      'success-rate': '66.66',
      'failed-thresholds': '1',
    })
    expect(JSON.parse(results)).toEqual({
      verdict: 'failed',
      runs: [
        {
          verdict: 'failed',
          reason: 'One threshold breached.',
          project: 'p-1',
          test: 'load',
          run: 'r-1',
          url: 'https://x.example/r-1',
          status: 'COMPLETED',
          endpoints: 3,
          failures: [
            {
              title: 'TIMEOUT on INVITE',
              what: 'no answer arrived in time',
              place: 'network and NAT',
              look: [expect.any(String), expect.any(String)],
              source: expect.stringContaining('RFC 3261'),
              endpoints: 1,
              of: 3,
              outcome: 'TIMEOUT',
              phase: null,
              sipStatus: null,
            },
          ],
          thresholds: [
            {
              threshold: 'endpoints >= 1',
              severity: 'fail',
              state: 'breached',
              measured: 3.5,
              limit: 4,
              unit: '',
              endpoints: { used: 2, of: 3 },
            },
            {
              threshold: 'warn: avg(mso) > 1',
              severity: 'warn',
              state: 'missing',
              measured: null,
              limit: null,
              unit: '',
              reason: 'no metric',
            },
            {
              threshold: 'endpoints >= 1',
              severity: 'fail',
              state: 'held',
              measured: null,
              limit: null,
              baseline: 2,
              unit: 'ms',
            },
          ],
        },
      ],
    })
  })

  test('are all there when nothing is known, so that none is left from an earlier step', () => {
    const outputs = { ...runOutputs([]), ...finalOutputs(stepWith({ verdict: 'error', problem: 'No.\nNever.' })) }
    expect(outputs).toMatchObject({
      verdict: 'error',
      'run-id': '',
      'run-url': '',
      status: '',
      'success-rate': '',
      'failed-thresholds': '0',
    })
    expect(JSON.parse(outputs.results ?? '')).toEqual({ verdict: 'error', problem: 'No. Never.', runs: [] })
  })

  test('hold a line for each run, whatever the server called it', () => {
    const runs = [
      runWith({ runId: 'a\nverdict=passed', status: 'X\r\nY', runUrl: 'https://x.example/1' }),
      runWith(),
      runWith({ runId: 'c', status: 'FAILED' }),
    ]
    expect(runOutputs(runs)).toEqual({ 'run-id': 'a verdict=passed\n\nc', 'run-url': 'https://x.example/1\n\n' })
    expect(finalOutputs(stepWith({ runs })).status).toBe('X Y\n\nFAILED')
  })

  test.each([
    [[], ''],
    [['SUCCESS'], '100'],
    [['SUCCESS', 'COMPLETED_WITH_WARNINGS'], '100'],
    [['TIMEOUT'], '0'],
    [['SUCCESS', null], '50'],
    [['SUCCESS', 'SUCCESS', 'TIMEOUT'], '66.66'],
    [[...Array.from({ length: 29_999 }, () => 'SUCCESS'), 'TIMEOUT'], '99.99'],
    [[...Array.from({ length: 199 }, () => 'TIMEOUT'), 'SUCCESS'], '0.5'],
  ] as [(string | null)[], string][])(
    '%#: the success rate is rounded down, so that 100 means all',
    (outcomes, rate) => {
      const subject = subjectOf(outcomes.map((outcome) => ({ outcome })))
      expect(finalOutputs(stepWith({ runs: [runWith({ subject })] }))['success-rate']).toBe(rate)
    },
  )

  test('the success rate is over the endpoints of all runs', () => {
    const runs = [[{}], [{}, {}, { outcome: 'TIMEOUT' }]].map((rows) => runWith({ subject: subjectOf(rows) }))
    expect(finalOutputs(stepWith({ runs: [...runs, runWith()] }))['success-rate']).toBe('75')
  })

  test.each([
    ['held', 'fail', '0'],
    ['breached', 'fail', '1'],
    ['missing', 'fail', '1'],
    ['invalid', 'fail', '1'],
    ['held', 'warn', '0'],
    ['breached', 'warn', '0'],
    ['missing', 'warn', '0'],
    ['invalid', 'warn', '1'],
  ] as const)('a threshold that is %s and would %s counts %s', (state, severity, count) => {
    const result = resultWith({ state, threshold: thresholdWith('x', severity) })
    expect(
      finalOutputs(stepWith({ runs: [runWith({ verdict: 'failed', thresholds: [result] })] }))['failed-thresholds'],
    ).toBe(count)
  })
})

describe('the results', () => {
  const many = (length: number, rest: (i: number) => Partial<ThresholdResult>): ThresholdResult[] =>
    Array.from({ length }, (_, i) => resultWith({ state: 'missing', measured: i, ...rest(i) }))

  const full = (text: string, thresholds: number, runs: number): RunReport[] =>
    Array.from({ length: runs }, () =>
      runWith({
        reason: text,
        status: text,
        runId: text,
        runUrl: `https://x.example/${text}`,
        test: { asked: text, id: text, name: text },
        notes: [text],
        thresholds: many(thresholds, () => ({ threshold: thresholdWith(text.slice(0, 1_000)), reason: text })),
      }),
    )

  test.each([
    ['plain letters', 'x'.repeat(1_000)],
    ['letters of three bytes', '語'.repeat(1_000)],
    ['signs that JSON writes in six letters', '\u0001'.repeat(200)],
    ['halves of pairs', '\uD800'.repeat(200)],
    ['quotes and backslashes', '"\\'.repeat(500)],
    ['very long text', 'x'.repeat(100_000)],
  ])('of 200 thresholds in 20 runs stay within the limit: %s', (_, text) => {
    const { bytes, json } = resultsOf(stepWith({ verdict: 'failed', runs: full(text, 200, 20) }))
    expect(bytes).toBeLessThanOrEqual(MAX_RESULTS_BYTES)
    expect(json).toMatchObject({ verdict: 'failed', truncated: true })
  })

  test('stay within the limit with a long problem and nothing else', () => {
    const { bytes, json } = resultsOf(stepWith({ verdict: 'error', problem: '\u0001語'.repeat(500_000) }))
    expect(bytes).toBeLessThanOrEqual(MAX_RESULTS_BYTES)
    expect(json.problem).toContain('語')
  })

  test('that fit are whole', () => {
    const { json } = resultsOf(stepWith({ runs: full('short', 200, 3) }))
    expect(json.truncated).toBeUndefined()
    expect(json.runs.map(({ thresholds }) => thresholds.length)).toEqual([200, 200, 200])
    expect(json.runs[2]?.thresholds[199]).toMatchObject({ reason: 'short', measured: 199 })
  })

  test('lose reasons first, then the thresholds of the last runs', () => {
    const reasons = resultsOf(stepWith({ runs: full('x'.repeat(500), 200, 2) })).json
    expect(reasons.truncated).toBe(true)
    expect(reasons.runs.map(({ thresholds }) => thresholds.length)).toEqual([200, 200])
    expect(reasons.runs.flatMap(({ thresholds }) => thresholds.map(({ reason }) => reason))).toEqual(
      Array.from({ length: 400 }),
    )

    const thresholds = resultsOf(stepWith({ runs: full('x'.repeat(500), 200, 4) })).json
    const left = thresholds.runs.map((run) => run.thresholds.length)
    expect(left).toEqual([200, 200, 0, 0].slice(0, left.length))
  })
})
