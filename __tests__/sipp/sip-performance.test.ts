// The shares of calls, from what SIPp counted of real calls on loopback: record.ts made counts.json.
import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { type Row, resultOf, subjectOf } from '../thresholds/rows.ts'

const { mixes } = JSON.parse(readFileSync(new URL('counts.json', import.meta.url), 'utf8')) as {
  mixes: Record<string, Record<string, number>>
}

test.each(Object.entries(mixes))('%s', (_, counts) => {
  const rows = Object.entries(counts).flatMap(([status, n]) =>
    Array.from({ length: n }, (): Row => ({
      sip: Number(status),
      outcome: status === '200' ? 'SUCCESS' : 'CALL_FAILED',
    })),
  )
  const subject = subjectOf(rows)
  const measured = (name: string): number | undefined => resultOf(`${name} >= 0%`, subject).measured
  const sum = (...statuses: number[]): number =>
    statuses.reduce((all, status) => all + (counts[String(status)] ?? 0), 0)
  const invites = Object.values(counts).reduce((a, b) => a + b)
  // RFC 6076, 4.6 to 4.8, as the formulas stand there; ITU-T E.425 for the first two.
  expect(measured('asr')).toBe((100 * sum(200)) / invites)
  expect(measured('ner')).toBe((100 * sum(200, 480, 486, 487, 600, 603)) / invites)
  expect(measured('ser')).toBe((100 * sum(200)) / (invites - sum(302)))
  expect(measured('seer')).toBe((100 * sum(200, 480, 486, 600, 603)) / (invites - sum(302, 401, 402, 407)))
  expect(measured('isa')).toBe((100 * sum(408, 500, 503, 504)) / invites)
})

test('the mixes have calls of every kind', () => {
  const statuses = new Set(Object.values(mixes).flatMap(Object.keys))
  for (const status of [200, 302, 401, 407, 408, 480, 486, 487, 500, 503, 504, 600, 603, 606])
    expect([...statuses]).toContain(String(status))
  for (const counts of Object.values(mixes)) expect(Object.values(counts).reduce((a, b) => a + b)).toBe(200)
})
