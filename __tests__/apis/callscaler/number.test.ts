import { describe, expect, test } from '@jest/globals'
import { type TrackingNumber, digitsOf, findNumber } from '../../../src/apis/callscaler/number.ts'
import { Failure } from '../../../src/base/failure.ts'

const NUMBERS: readonly TrackingNumber[] = [
  { id: 'a1', phoneNumber: '+15735551234', name: 'Load test line', status: 'active' },
  { id: 'a2', phoneNumber: '+15735559876', name: 'Google Ads' },
  { id: 'a3', phoneNumber: '+18165559876', name: 'Google Ads' },
  { id: 'a4', phoneNumber: '+442079460958', name: 'London' },
  { id: 'a5', phoneNumber: '+33123456789' },
  { id: 'a6', phoneNumber: '+15735551299', name: '5551234' },
]

function find(wanted: string, numbers = NUMBERS, lacking?: string): string {
  try {
    return findNumber({ numbers, ...(lacking ? { lacking } : {}) }, wanted).id
  } catch (error) {
    expect(error).toBeInstanceOf(Failure)
    const { kind, message, advice } = error as Failure
    expect([kind, advice]).toEqual(['input', expect.stringContaining('`callscaler-number`')])
    return message
  }
}

test.each([
  '+15735551234',
  '15735551234',
  '+1 573 555 1234',
  '+1 (573) 555-1234',
  '+1-573-555-1234',
  '+1.573.555.1234',
  '0015735551234',
  '001 573 555-1234',
  '5735551234',
  '(573) 555-1234',
  '573.555.1234',
  ' +1\u00A0573\u2011555\u20111234 ',
  '\u202A+15735551234\u202C',
  'a1',
  'Load test line',
  'load TEST line',
])('%j is the number', (wanted) => {
  expect(find(wanted)).toBe('a1')
})

test.each([
  ['020 7946 0958', 'a4'],
  ['+44 (0)20 7946 0958', 'a4'],
  ['0044 20 7946 0958', 'a4'],
  ['01 23 45 67 89', 'a5'],
  ['LONDON', 'a4'],
])('%j, as it is dialled at home or abroad, is %s', (wanted, id) => {
  expect(find(wanted)).toBe(id)
})

test('a name that is written like a number is found after numbers that are it, before numbers that end so', () => {
  expect(find('5551234')).toBe('a6')
})

describe('what is not there', () => {
  test.each([
    ['+15735551235', /There is no tracking number "\+15735551235"\. Did you mean \+15735551234/],
    ['+1 573 555 1243', /Did you mean \+15735551234/],
    ['Load test lime', /Did you mean Load test line\?/],
    ['nothing like it', /There are \+15735551234 "Load test line", .* and 1 more\./],
    // With a country code, only that country's number is meant.
    ['+5735551234', /no tracking number/],
    ['51234', /no tracking number/],
    ['', /no tracking number/],
  ])('%j', (wanted, words) => {
    expect(find(wanted)).toMatch(words)
  })

  test('nor any other', () => {
    expect(find('+15735551234', [])).toMatch(/sees no tracking numbers at all/)
  })

  test('in a list that is not whole', () => {
    expect(find('+1999', NUMBERS, '25 of 40 could be read')).toMatch(/incomplete: 25 of 40 could be read/)
    expect(find('+15735551234', NUMBERS, '25 of 40 could be read')).toBe('a1')
  })

  test('is told without what could be a command', () => {
    const hostile = [{ id: '1', phoneNumber: '+1\n::error::x', name: 'a\n::set-output name=b::c' }]
    expect(find('zzz', hostile)).not.toContain('\n')
  })
})

test('what means several is refused, unless they are one number to whoever calls', () => {
  expect(find('Google Ads')).toMatch(/Several tracking numbers match "Google Ads": \+15735559876, \+18165559876/)
  expect(find('5559876')).toMatch(/Several tracking numbers/)
  const again = { id: 'b1', phoneNumber: '+1 573 555 1234', name: 'Bought again', status: 'active' }
  expect(find('+15735551234', [...NUMBERS, again])).toBe('a1')
})

test.each([
  ['+1 (573) 555-1234', '15735551234'],
  ['0015735551234', '15735551234'],
  ['+44 (0)20 7946 0958', '442079460958'],
  ['anonymous', ''],
])('the digits of %j are %j', (phoneNumber, digits) => {
  expect(digitsOf(phoneNumber)).toBe(digits)
})
