import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { anyText } from '../any-text.ts'
import { STATES, describeStarted, describeVerdict } from '../../src/report/commit-status.ts'
import { VERDICTS } from '../../src/model/verdict.ts'
import { resultWith, runWith, stepWith, thresholdWith } from './reports.ts'

const RUN = '01dc66a8-be22-4a59-86f1-3e111a55b1a6'
const breached = (text: string, severity?: 'fail' | 'warn') =>
  resultWith({ threshold: thresholdWith(text, severity), state: 'breached', measured: 41.27, limit: 30, unit: 'ms' })
const missing = (text: string) => resultWith({ threshold: thresholdWith(text), state: 'missing', reason: 'no value' })

describe('the state', () => {
  test('is success for what passed alone', () => {
    const good = VERDICTS.filter((verdict) => STATES[verdict] === 'success')
    expect(good.toSorted()).toEqual(['passed', 'warned'])
    expect(STATES.failed).toBe('failure')
    expect(STATES.triggered).toBe('pending')
    const others = VERDICTS.filter((verdict) => !['passed', 'warned', 'failed', 'triggered'].includes(verdict))
    expect(others.map((verdict) => STATES[verdict])).toEqual(others.map(() => 'error'))
  })
})

describe('the description', () => {
  test('says what passed, or why not, and which run it was', () => {
    const told = (verdict: (typeof VERDICTS)[number], rest: Parameters<typeof runWith>[0] = {}) =>
      describeVerdict(stepWith({ verdict, runs: [runWith({ verdict, runId: RUN, reason: 'Reason.', ...rest })] }))
    expect(told('passed')).toBe(`Passed: Reason · run ${RUN}`)
    expect(told('cancelled')).toBe(`Cancelled: Reason · run ${RUN}`)
    expect(told('failed')).toBe(`Failed: Reason · run ${RUN}`)
    expect(told('failed', { thresholds: [resultWith(), breached('fail: p95(jitter_ms) < 30ms')] })).toBe(
      `Failed: p95(jitter_ms) < 30ms measured 41.3 ms · run ${RUN}`,
    )
    expect(told('failed', { thresholds: [missing('avg(mos) >= 4')] })).toBe(
      `Failed: avg(mos) >= 4 found no value · run ${RUN}`,
    )
    expect(told('warned', { thresholds: [breached('warn: p95(jitter_ms) < 30ms', 'warn')] })).toBe(
      `Passed with warnings: p95(jitter_ms) < 30ms measured 41.3 ms · run ${RUN}`,
    )
    // A run that was not judged was not judged by a threshold.
    expect(told('timed-out', { thresholds: [breached('a < 1')] })).toBe(`Timed out: Reason · run ${RUN}`)
  })

  test('names the threshold that decided', () => {
    const told = (verdict: 'failed' | 'warned', ...thresholds: ReturnType<typeof resultWith>[]) =>
      describeVerdict(stepWith({ verdict, runs: [runWith({ verdict, thresholds, reason: 'Reason.' })] }))
    expect(told('failed', breached('warn: a < 1', 'warn'), missing('b < 1'), breached('c < 1'))).toMatch(
      /^Failed: c < 1/,
    )
    expect(told('failed', breached('warn: a < 1', 'warn'), missing('b < 1'))).toMatch(/^Failed: b < 1/)
    expect(told('warned', missing('b < 1'), breached('warn: a < 1', 'warn'))).toMatch(/: a < 1 measured/)
    // CallMeter ended it as FAILED.
    expect(told('failed', breached('warn: a < 1', 'warn'))).toBe('Failed: Reason')
  })

  test('of several tests counts them', () => {
    const runs = [runWith({ verdict: 'failed' }), runWith({ verdict: 'passed' }), runWith({ verdict: 'failed' })]
    expect(describeVerdict(stepWith({ verdict: 'failed', runs }))).toBe('Failed: 2 of 3 tests')
    expect(describeStarted(runs)).toBe('Running')
  })

  test('of a step without a run says what the matter was', () => {
    const problem = '2 inputs are wrong:\n- `test` is not set\n- `timeout` is "x"'
    expect(describeVerdict(stepWith({ verdict: 'error', problem }))).toBe(
      'Could not be judged: 2 inputs are wrong: - `test` is not set - `timeout` is "x"',
    )
    expect(describeVerdict(stepWith({ verdict: 'error' }))).toBe('Could not be judged')
  })

  test('of a run that is going has its id', () => {
    expect(describeStarted([runWith({ runId: RUN })])).toBe(`Running · run ${RUN}`)
    expect(describeStarted([])).toBe('Running')
  })

  test('is one line that GitHub takes, and never loses the id', () => {
    const text = fc.oneof(
      anyText(400),
      fc.constant('👩‍👩‍👧‍👦 <script>alert(1)</script> @user #12 <!-- callmeter/run-test --> | '.repeat(9)),
      fc.constant('\r\n::error::x\u2028\ud800'),
    )
    fc.assert(
      fc.property(text, text, fc.constantFrom(...VERDICTS), (reason, name, verdict) => {
        const run = runWith({ reason, runId: RUN, thresholds: [breached(name)] })
        for (const description of [
          describeVerdict(stepWith({ verdict, runs: [run] })),
          describeVerdict(stepWith({ verdict, runs: [{ ...run, thresholds: [] }] })),
          describeVerdict(stepWith({ verdict, problem: reason })),
          describeVerdict(stepWith({ verdict, runs: [{ ...run, runId: name }] })),
          describeStarted([run]),
        ]) {
          expect(description.length).toBeLessThanOrEqual(140)
          // oxlint-disable-next-line no-control-regex -- control characters are what this is about
          expect(description).not.toMatch(/[\u0000-\u001f\u2028\u2029]|[\u{10000}-\u{10FFFF}]/u)
          expect(description.isWellFormed()).toBe(true)
          expect(description).not.toBe('')
        }
        expect(describeVerdict(stepWith({ verdict, runs: [run] }))).toContain(RUN)
      }),
    )
  })
})
