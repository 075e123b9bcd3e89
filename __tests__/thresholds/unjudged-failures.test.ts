import { describe, expect, test } from '@jest/globals'
import { parseThresholds } from '../../src/thresholds/parse.ts'
import { unjudgedFailures } from '../../src/thresholds/unjudged-failures.ts'
import { subjectOf } from './rows.ts'

const { measurements } = subjectOf([
  { metrics: { mos: 4 }, group: 'a' },
  { metrics: { mos: 4 }, group: 'b', outcome: 'COMPLETED_WITH_WARNINGS' },
  { metrics: { mos: 4 }, group: 'a', outcome: 'TIMEOUT' },
  { group: 'b', outcome: 'CALL_FAILED' },
  { metrics: { mos: 4 }, outcome: null },
])
const overlooked = (text: string, of = measurements): string | undefined => {
  const { thresholds, problems } = parseThresholds(text)
  expect(problems).toEqual([])
  return unjudgedFailures(thresholds, of)
}

describe('failures that no threshold judges are told of, by how they ended', () => {
  test('where nothing looks at outcomes', () => {
    expect(overlooked('avg(mos) >= 4\nendpoints == 5')).toBe(
      '3 of 5 endpoints failed, and no threshold covers that: 1 TIMEOUT, 1 CALL_FAILED and 1 no outcome. Add failed_endpoints == 0, or a limit for success_rate.',
    )
  })

  test.each([
    ['avg(mos where group != "success_rate") >= 1', /^3 of 5 .*: 1 TIMEOUT, 1 CALL_FAILED and 1 no outcome\./],
    ['avg(mos where outcome = SUCCESS) >= 4', /^3 of 5/],
    ['endpoints(where outcome = SUCCESS) > 0', /^3 of 5/],
    ['success_rate(where outcome = SUCCESS) >= 99%', /^3 of 5/],
    [
      'success_rate(where group = "a") >= 99%',
      /^No threshold covers 2 of the 3 endpoints that failed: 1 CALL_FAILED and 1 no outcome\./,
    ],
    [
      'count(outcome = TIMEOUT) == 0',
      /^No threshold covers 2 of the 3 endpoints that failed: 1 CALL_FAILED and 1 no outcome\./,
    ],
    [
      'count(outcome = TIMEOUT or outcome = CALL_FAILED) == 0',
      /^No threshold covers 1 of the 3 endpoints that failed: 1 no outcome\./,
    ],
    ['count(outcome != SUCCESS) == 0', /^No threshold covers 1 of the 3 endpoints that failed: 1 no outcome\./],
    [
      'rate(outcome != TIMEOUT where group = "a") >= 99%',
      /^No threshold covers 2 of the 3 endpoints that failed: 1 CALL_FAILED and 1 no outcome\./,
    ],
    ['rate(mos >= 4) >= 50%', /^3 of 5/],
  ])('where %s does not look at them', (line, words) => {
    expect(overlooked(line)).toMatch(words)
  })

  test('where together they look at some', () => {
    expect(overlooked('count(outcome = TIMEOUT) == 0\nwarn: count(outcome = CALL_FAILED) == 0')).toMatch(
      /^No threshold covers 1 of the 3 /,
    )
  })
})

describe('nothing is told', () => {
  test.each([
    'success_rate >= 10%',
    'failed_endpoints < 9',
    'warn: failed_endpoints < 9',
    '0 < 100 - success_rate',
    'rate(outcome = SUCCESS) >= 0%',
    'rate(outcome = SUCCESS or outcome = COMPLETED_WITH_WARNINGS) >= 0%',
    'endpoints - count(not (outcome != SUCCESS)) < 5',
    'count(outcome = SUCCESS) >= baseline - 1',
  ])('where %s judges all of them, even among others', (line) => {
    expect(overlooked(`avg(mos) >= 4\n${line}`)).toBeUndefined()
  })

  test('where all succeeded, or there are none', () => {
    expect(
      overlooked(
        'avg(mos) >= 4',
        subjectOf([{ metrics: { mos: 4 } }, { outcome: 'COMPLETED_WITH_WARNINGS' }]).measurements,
      ),
    ).toBeUndefined()
    expect(overlooked('avg(mos) >= 4', subjectOf([]).measurements)).toBeUndefined()
  })
})
