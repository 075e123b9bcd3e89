import { describe, expect, test } from '@jest/globals'
import { MAX_ANNOTATIONS, annotationsOf } from '../../src/report/annotations.ts'
import { HEADINGS, TROUBLESHOOTING } from '../../src/report/phrases.ts'
import type { RunReport } from '../../src/report/report.ts'
import type { ThresholdResult } from '../../src/thresholds/evaluate.ts'
import { VERDICTS } from '../../src/model/verdict.ts'
import { resultWith, runWith, stepWith, thresholdWith } from './reports.ts'

type State = ThresholdResult['state']

const result = (
  text: string,
  state: State = 'breached',
  place: { file?: string; line?: number } = {},
  severity: 'fail' | 'warn' = 'fail',
) => resultWith({ threshold: { ...thresholdWith(text, severity), ...place }, state })
const broken = (n: number, state: State = 'breached'): ThresholdResult[] =>
  Array.from({ length: n }, (_, i) => result(`endpoints >= ${i}`, state))
const failed = (thresholds: readonly ThresholdResult[], rest: Partial<RunReport> = {}) =>
  stepWith({ verdict: 'failed', runs: [runWith({ verdict: 'failed', reason: 'Not good.', thresholds, ...rest })] })

describe('the verdict', () => {
  test.each(['passed', 'triggered'] as const)('%s needs none', (verdict) => {
    for (const fails of [true, false])
      expect(annotationsOf(stepWith({ verdict, runs: [runWith({ verdict })] }), fails)).toEqual([])
  })

  test.each(VERDICTS.filter((verdict) => verdict !== 'passed'))('%s comes first, with its reason', (verdict) => {
    const report = stepWith({ verdict, runs: [runWith({ verdict, reason: 'It is so.' })] })
    const help = verdict === 'error' ? `\nWhat to do: ${TROUBLESHOOTING}` : ''
    const message = `${HEADINGS[verdict]}. It is so.${help}`
    expect(annotationsOf(report, true)).toEqual([{ level: 'error', message }])
    expect(annotationsOf(report, false)).toEqual([{ level: 'warning', message }])
  })

  test('without a run is the step’s own problem', () => {
    const report = stepWith({ verdict: 'error', problem: 'The key was refused.' })
    expect(annotationsOf(report, true)).toEqual([
      { level: 'error', message: `${HEADINGS.error}. The key was refused.\nWhat to do: ${TROUBLESHOOTING}` },
    ])
  })

  test('of several tests has the reason of each, with its name', () => {
    const runs = [
      runWith({ verdict: 'failed', reason: 'Not good.', test: { asked: 't1', name: 'Load' } }),
      runWith({ reason: 'All held.', test: { asked: 'smoke' } }),
    ]
    const [first] = annotationsOf(stepWith({ verdict: 'failed', runs }), true)
    expect(first?.message).toBe(`${HEADINGS.failed}. Load: Not good.\nsmoke: All held.`)
  })
})

describe('thresholds', () => {
  test('that did not hold have one each, in their order, and those that held none', () => {
    const thresholds = [
      result('a >= 1'),
      result('b >= 1', 'held'),
      result('c >= 1', 'missing'),
      result('d >= 1', 'invalid'),
    ]
    const [, ...rest] = annotationsOf(failed(thresholds), true)
    expect(rest.map(({ message }) => /[abcd] >= 1/.exec(message)?.[0])).toEqual(['a >= 1', 'c >= 1', 'd >= 1'])
    expect(rest.every(({ level }) => level === 'error')).toBe(true)
  })

  test('point at file and line where they stand in a file, and nowhere else', () => {
    const thresholds = [
      result('a >= 1', 'breached', { file: 'ci/voice.txt', line: 17 }),
      result('b >= 1', 'breached', { line: 3 }),
    ]
    const [verdict, first, second] = annotationsOf(failed(thresholds), true)
    expect(verdict).not.toHaveProperty('file')
    expect(first).toMatchObject({ file: 'ci/voice.txt', line: 17 })
    expect(second).not.toHaveProperty('file')
    expect(second).not.toHaveProperty('line')
  })

  test.each<[State, 'fail' | 'warn', boolean, 'error' | 'warning']>([
    ['breached', 'fail', true, 'error'],
    ['breached', 'fail', false, 'warning'],
    ['breached', 'warn', true, 'warning'],
    ['missing', 'fail', true, 'error'],
    ['missing', 'warn', true, 'warning'],
    ['invalid', 'warn', true, 'error'],
    ['invalid', 'fail', false, 'warning'],
    ['unconfirmed', 'fail', true, 'warning'],
  ])('that are %s (%s), where the verdict fails the step: %s, are an %s', (state, severity, fails, level) => {
    expect(annotationsOf(failed([result('a >= 1', state, {}, severity)]), fails)[1]?.level).toBe(level)
  })

  test('of several tests have its name, and those of a test that passed have none', () => {
    const runs = [
      runWith({ verdict: 'failed', test: { asked: 't1', name: 'Load' }, thresholds: [result('a >= 1')] }),
      runWith({ verdict: 'passed', test: { asked: 't2' }, thresholds: [result('b >= 1', 'missing')] }),
      runWith({ verdict: 'failed', test: { asked: 'smoke' }, thresholds: [result('c >= 1')] }),
    ]
    const [, ...rest] = annotationsOf(stepWith({ verdict: 'failed', runs }), true)
    expect(rest.map(({ message }) => message.slice(0, 6))).toEqual(['Load: ', 'smoke:'])
  })
})

describe('GitHub shows ten', () => {
  test.each([0, 1, 8, 9])('%i thresholds are all shown, and nothing is said of their number', (n) => {
    const all = annotationsOf(failed(broken(n)), true)
    expect(all).toHaveLength(n + 1)
    expect(all[0]?.message).toBe(`${HEADINGS.failed}. Not good.`)
  })

  test.each([10, 11, 200])('of %i thresholds the first are shown, and the verdict says how many there are', (n) => {
    const all = annotationsOf(failed(broken(n)), true)
    expect(all).toHaveLength(MAX_ANNOTATIONS)
    expect(MAX_ANNOTATIONS).toBe(10)
    expect(all[0]?.message).toBe(
      `${HEADINGS.failed}. Not good. The first 9 of ${n} are annotated; the summary has all.`,
    )
    expect(all.slice(1).map(({ message }) => /endpoints >= \d+/.exec(message)?.[0])).toEqual(
      Array.from({ length: 9 }, (_, i) => `endpoints >= ${i}`),
    )
  })

  test('and no more for several tests together', () => {
    const runs = Array.from({ length: 6 }, (_, i) =>
      runWith({ verdict: 'failed', test: { asked: `t${i}` }, thresholds: broken(4) }),
    )
    const all = annotationsOf(stepWith({ verdict: 'failed', runs }), true)
    expect(all).toHaveLength(MAX_ANNOTATIONS)
    expect(all[0]?.message).toContain('The first 9 of 24')
  })
})

test('what a run that failed in CallMeter measured is a warning: it decides nothing', () => {
  const thresholds = [result('a >= 1')]
  const runs = [runWith({ verdict: 'run-failed', status: 'FAILED', thresholds })]
  expect(annotationsOf(stepWith({ verdict: 'run-failed', runs }), true).map(({ level }) => level)).toEqual(['error', 'warning'])
}) // prettier-ignore
