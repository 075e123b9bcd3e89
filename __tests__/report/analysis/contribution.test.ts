import { expect, test } from '@jest/globals'
import { contributionOf } from '../../../src/report/analysis/contribution.ts'
import { contributionText } from '../../../src/report/phrases.ts'
import { type Row, resultOf, subjectOf } from '../../thresholds/rows.ts'

const endpoints = (group: string | undefined, ...values: number[]): Row[] =>
  values.map((mos) => ({ ...(group === undefined ? {} : { group }), metrics: { mos, jitter_ms: 10 * mos } }))
const rows = [...endpoints('agents', 4.4, 4.4, 4.4), ...endpoints('sales', 2, 3), ...endpoints(undefined, 4)]
const found = (line: string, of: Row[] = rows) => {
  const subject = subjectOf(of)
  return contributionOf(resultOf(line, subject), subject)
}

test.each([
  // (3 * 4.4 + 4) / 4 without sales.
  ['avg(mos) >= 4', { group: 'sales', own: 2.5, others: 4.3, isWithin: true }],
  ['avg(mos) >= 4.35', { group: 'sales', own: 2.5, others: 4.3, isWithin: false }],
  ['4 <= avg(mos)', { group: 'sales', own: 2.5, others: 4.3, isWithin: true }],
  // The median of 2, 3, 4, 4.4 and twice more is 4.2; of all but agents it is 3.
  ['median(mos) <= 4', { group: 'agents', own: 4.4, others: 3, isWithin: true }],
  ['p90(jitter_ms) < 35ms', { group: 'agents', own: 44, others: 38, isWithin: false }],
])('%s is moved most by the group without which it is best', (line, expected) => {
  const contribution = found(line)
  expect(contribution).toMatchObject({ group: expected.group, isWithin: expected.isWithin })
  expect(contribution?.own).toBeCloseTo(expected.own, 9)
  expect(contribution?.others).toBeCloseTo(expected.others, 9)
})

test.each([
  ['a threshold that holds', 'avg(mos) >= 3'],
  ['the least, which is one endpoint’s', 'min(mos) >= 4'],
  ['a share', 'rate(mos < 3.5) <= 5%'],
  ['a spread', 'stddev(mos) < 0.1'],
  ['an equality, which has no better side', 'avg(mos) == 4'],
  ['a sum of two values', 'avg(mos) + 0 >= 9'],
])('nothing is said of %s', (_, line) => {
  expect(found(line)).toBeUndefined()
})

test('nothing is said with one group, without groups, or if no group makes it worse', () => {
  expect(found('avg(mos) >= 4', endpoints('all', 3, 4))).toBeUndefined()
  expect(found('avg(mos) >= 4', endpoints(undefined, 3, 4))).toBeUndefined()
  expect(found('avg(mos) >= 4', [...endpoints('a', 3, 3), ...endpoints('b', 3, 3)])).toBeUndefined()
})

test('of many groups the largest are tried', () => {
  const many = Array.from({ length: 31 }, (_, i) => endpoints(`g${i}`, ...(i === 0 ? [1] : [4.4, 4.3]))).flat()
  // The worst group is the smallest, and the thirty-first.
  expect(found('avg(mos) >= 4.34', many)).toBeUndefined()
  expect(found('avg(mos) >= 4.34', many.slice(0, -2))).toMatchObject({ group: 'g0' })
})

test('a condition of the threshold holds for both sides', () => {
  const line = 'avg(mos where jitter_ms > 21) >= 4.1'
  expect(found(line)).toMatchObject({ group: 'sales', own: 3, isWithin: true })
})

test('in words', () => {
  const name = (group: string): string => `"${group}"`
  expect(contributionText({ group: 'sales', own: 2.5, others: 4.3, isWithin: true }, '', name)).toBe(
    'Group "sales" moves it most: 2.50 there, 4.30 elsewhere, which is within the limit.',
  )
  expect(contributionText({ group: null, own: 44, others: 38, isWithin: false }, 'ms', name)).toBe(
    'Endpoints without a group move it most: 44 ms there, 38 ms elsewhere.',
  )
})
