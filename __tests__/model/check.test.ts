import { expect, test } from '@jest/globals'
import { FINDING_STATES, type Finding, checkReport } from '../../src/model/check.ts'

const finding = (state: Finding['state'], code?: Finding['code']): Finding => ({
  what: 'test',
  state,
  reason: 'Because.',
  ...(code ? { code } : {}),
})

test.each(FINDING_STATES)('a check that found %s is an error only where a run would end in one', (state) => {
  const { verdict, code } = checkReport([finding('ok'), finding(state)], [])
  expect([verdict, code]).toEqual([state === 'problem' ? 'error' : 'checked', undefined])
})

test('the code is that of the first problem', () => {
  const findings = [finding('warning', 'server'), finding('problem', 'key-refused'), finding('problem', 'input')]
  expect(checkReport(findings, [])).toEqual({ verdict: 'error', code: 'key-refused', findings, assumptions: [] })
})
