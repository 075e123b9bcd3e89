import { expect, test } from '@jest/globals'
import { failurePatterns } from '../../../src/report/failures/patterns.ts'
import { lookText, patternLine, placeText, whoFailed } from '../../../src/report/failures/words.ts'
import { type Row, subjectOf } from '../../thresholds/rows.ts'

test('a pattern is told in one line, and whether the baseline has it', () => {
  const two: Row[] = [
    { group: 'callers', outcome: 'REGISTRATION_FAILED', sip: 403 },
    { group: 'callers', sip: 200 },
  ]
  const [known] = failurePatterns(subjectOf(two), subjectOf(two))
  const [fresh] = failurePatterns(subjectOf(two), subjectOf([{ sip: 200 }]))
  const [alone] = failurePatterns(subjectOf(two))
  expect(patternLine(known!)).toMatch(
    /^1 of 2 endpoints in group "callers": 403 Forbidden on REGISTER: the registrar recognizes the account and refuses it\. Likely cause: credentials\. Also in the baseline, at 1 endpoint\. Check whether .*; then user name.*\.$/,
  )
  expect(patternLine(fresh!)).toContain('New since the baseline.')
  expect(patternLine(alone!)).not.toContain('baseline')
  expect(placeText({ ...alone!, place: 'unknown' })).toBe('Likely cause: unknown.')
})

test('who failed is told with the group, written as it is to be shown', () => {
  const [pattern] = failurePatterns(subjectOf([{ group: 'a', outcome: 'OSERROR' }, { group: 'a' }, { group: 'b' }]))
  expect(whoFailed(pattern!, (group) => `<${group}>`)).toBe('1 of 2 endpoints in group <a>')
  expect(lookText(pattern!)).toBe(
    'Check the run in CallMeter, and its workers; then a new run; if the error repeats, contact CallMeter support.',
  )
  const [whole] = failurePatterns(subjectOf([{ outcome: 'OSERROR' }]))
  expect(whoFailed(whole!, String)).toBe('1 of 1 endpoint')
})
