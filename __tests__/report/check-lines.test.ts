import { expect, test } from '@jest/globals'
import { FINDING_STATES } from '../../src/model/check.ts'
import { ANSWER_MARKS, STATE_MARKS, assumptionLine, findingLine, verdictLine } from '../../src/report/check-lines.ts'
import { ASSUMED, OK, PROBLEM, WARNING, checkWith } from './checks.ts'

test('a finding is a line with its state, what it is about, of which test, and why', () => {
  expect(findingLine(OK)).toBe('✅ ok: api-key: CallMeter accepts it.')
  expect(findingLine(PROBLEM)).toBe('💥 problem: test of load: There is none.')
  expect(findingLine({ ...OK, of: 'a\nb', reason: 'two\nlines' })).toBe('✅ ok: api-key of a b: two lines')
})

test('a part of an API is a line with how it answered', () => {
  expect(assumptionLine(ASSUMED)).toBe('❗ differently: CallMeter, list-tests: Of another type: slug.')
})

test('no two states have one sign, and none but ok has the sign of ok', () => {
  expect(new Set(FINDING_STATES.map((state) => STATE_MARKS[state])).size).toBe(FINDING_STATES.length)
  expect(new Set(Object.values(ANSWER_MARKS)).size).toBe(Object.keys(ANSWER_MARKS).length)
})

test('the verdict counts problems, warnings and what is unknown', () => {
  expect(verdictLine(checkWith())).toBe('🔍 Checked, with no problem found. Nothing was started.')
  expect(verdictLine(checkWith([WARNING, { ...OK, state: 'unknown' }, OK]))).toBe(
    '🔍 Checked, with no problem found. Nothing was started, 1 warning, 1 unknown.',
  )
  expect(verdictLine(checkWith([PROBLEM, PROBLEM]))).toBe('💥 A run would end in an error. 2 problems.')
  expect(verdictLine(checkWith([], { verdict: 'cancelled', problem: 'It was cancelled.' }))).toBe(
    '🚫 The check was cancelled. It was cancelled.',
  )
})
