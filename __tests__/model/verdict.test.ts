import { expect, test } from '@jest/globals'
import { type Judgement, VERDICTS, type Verdict, worst, worseOf } from '../../src/model/verdict.ts'

test('verdicts are ordered worst first, as documented', () => {
  expect(VERDICTS).toEqual(['error', 'cancelled', 'timed-out', 'failed', 'run-failed', 'not-run', 'warned', 'passed'])
})

test('the worst of two is the one that stands first, in either order', () => {
  for (const [i, a] of VERDICTS.entries()) {
    for (const b of VERDICTS.slice(i)) expect([worst([a, b]), worst([b, a])]).toEqual([a, a])
  }
})

test.each([
  [[], 'error'],
  [['passed'], 'passed'],
  [['triggered'], 'triggered'],
  [['triggered', 'passed'], 'triggered'],
  [['passed', 'triggered', 'warned'], 'warned'],
  [['passed', 'passed', 'failed', 'warned', 'not-run'], 'failed'],
  [['not-run', 'warned'], 'not-run'],
] as [Verdict[], Verdict][])('the worst of %j is %s', (verdicts, expected) => {
  expect(worst(verdicts)).toBe(expected)
})

test('only passes alone make a pass', () => {
  const others: readonly Verdict[] = [...VERDICTS.filter((verdict) => verdict !== 'passed'), 'triggered']
  expect(others.filter((other) => worst(['passed', other, 'passed']) === 'passed')).toEqual([])
})

test('of two judgements the worse one counts and its reason comes first; that of a pass is left out', () => {
  const [passed, warned, failed] = (['passed', 'warned', 'failed'] as const).map((verdict) => ({
    verdict,
    reason: `It ${verdict}.`,
  })) as [Judgement, Judgement, Judgement]
  expect(worseOf(passed, failed)).toEqual({ verdict: 'failed', reason: 'It failed.' })
  expect(worseOf(warned, failed)).toEqual({ verdict: 'failed', reason: 'It failed. It warned.' })
  expect(worseOf(failed, warned)).toEqual({ verdict: 'failed', reason: 'It failed. It warned.' })
})
