import { expect, test } from '@jest/globals'
import { SIP_STATUSES, sipStatus } from '../../../src/report/failures/sip-statuses.ts'

test('codes that are registered have a phrase and an RFC, others none', () => {
  expect(sipStatus(403)).toEqual({ phrase: 'Forbidden', rfc: 3261 })
  expect(sipStatus(608)).toEqual({ phrase: 'Rejected', rfc: 8688 })
  for (const code of [0, 99, 299, 409, 411, 499, 699, 700]) expect(sipStatus(code)).toBeUndefined()
  expect(SIP_STATUSES).toHaveLength(new Set(SIP_STATUSES).size)
  expect(SIP_STATUSES.length).toBe(75)
})

test('every code has a phrase in the form of the registry', () => {
  for (const code of SIP_STATUSES) {
    expect(sipStatus(code)?.phrase).toMatch(/^[A-Z][\w/ -]*$/)
    expect(sipStatus(code)?.rfc).toBeGreaterThanOrEqual(3261)
  }
  expect([...SIP_STATUSES]).toEqual([...SIP_STATUSES].toSorted((a, b) => a - b))
})
