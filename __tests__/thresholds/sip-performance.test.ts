import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { type SipMetric, isSipMetric, sipShare, tellsFromAnswered } from '../../src/thresholds/sip-performance.ts'
import { type Row, measurementsOf, resultOf, subjectOf } from './rows.ts'

const METRICS: readonly SipMetric[] = ['asr', 'ner', 'ser', 'seer', 'isa']

/** So many calls of each final status. */
const calls = (mix: Readonly<Record<number, number>>): Row[] =>
  Object.entries(mix).flatMap(([status, n]) =>
    Array.from({ length: n }, (): Row => ({
      sip: Number(status),
      outcome: status === '200' ? 'SUCCESS' : 'CALL_FAILED',
    })),
  )
const shares = (rows: readonly Row[]): Record<string, string> => {
  const measurements = measurementsOf(rows)
  const places = Uint32Array.from(rows.keys())
  return Object.fromEntries(
    METRICS.map((name) => [
      name,
      `${sipShare(name, places, measurements).hits}/${sipShare(name, places, measurements).of}`,
    ]),
  )
}

describe('the shares of calls', () => {
  test.each<[string, Record<number, number>, Record<SipMetric, string>]>([
    ['all answered', { 200: 10 }, { asr: '10/10', ner: '10/10', ser: '10/10', seer: '10/10', isa: '0/10' }],
    // RFC 6076, 4.6: redirects are no part of the whole.
    ['redirects', { 200: 8, 302: 2 }, { asr: '8/10', ner: '8/10', ser: '8/8', seer: '8/8', isa: '0/10' }],
    // 4.7: busy, declined and unavailable are effective; challenges are no part of the whole.
    ['users', { 200: 5, 480: 1, 486: 1, 600: 1, 603: 1, 404: 1 }, { asr: '5/10', ner: '9/10', ser: '5/10', seer: '9/10', isa: '0/10' }],
    ['challenges', { 200: 5, 401: 1, 402: 1, 407: 3 }, { asr: '5/10', ner: '5/10', ser: '5/10', seer: '5/5', isa: '0/10' }],
    // 4.8: the network's failures.
    ['the network', { 200: 6, 408: 1, 500: 1, 503: 1, 504: 1 }, { asr: '6/10', ner: '6/10', ser: '6/10', seer: '6/10', isa: '4/10' }],
    ['given up while it rang', { 200: 1, 487: 1 }, { asr: '1/2', ner: '2/2', ser: '1/2', seer: '1/2', isa: '0/2' }],
  ])('%s', (_, mix, expected) => {
    expect(shares(calls(mix))).toEqual(expected)
  }) // prettier-ignore

  test('are of calls with a final status: a registration, what only rang, and what nobody answered is none', () => {
    const rows: Row[] = [
      ...calls({ 200: 2 }),
      { outcome: 'REGISTRATION_FAILED', sip: 403 },
      { outcome: 'OSERROR', sip: 500 },
      { outcome: 'TIMEOUT', sip: 180 },
      { outcome: 'TIMEOUT' },
      // A call that was set up, whatever became of its end.
      { outcome: 'TEARDOWN_ERROR', sip: 481 },
    ]
    expect(shares(rows).asr).toBe('3/3')
    expect(resultOf('asr >= 99%', subjectOf(rows))).toMatchObject({
      measured: 100,
      coverage: { used: 3, of: 7 },
      interval: { hits: 3, of: 3 },
    })
    expect(resultOf('isa <= 1%', subjectOf([{ outcome: 'TIMEOUT' }]))).toMatchObject({ state: 'missing' })
    expect(resultOf('ser >= 1%', subjectOf(calls({ 302: 3 })))).toMatchObject({ state: 'missing' })
  })

  test('take a where, and refuse a share of one like every percentage', () => {
    const rows: Row[] = [
      ...calls({ 200: 3, 503: 1 }).map((row) => ({ ...row, group: 'a' })),
      { group: 'b', sip: 503, outcome: 'CALL_FAILED' },
    ]
    expect(resultOf('asr(where group = a) >= 70%', subjectOf(rows))).toMatchObject({ measured: 75, state: 'held' })
    expect(() => resultOf('asr >= 0.99', subjectOf(rows))).toThrow(/this is in percent/)
  })

  test('lie between 0 and 100, and each call counts at most once', () => {
    const status = fc.constantFrom(200, 202, 302, 401, 404, 408, 480, 486, 487, 500, 503, 504, 600, 603, 606)
    fc.assert(
      fc.property(fc.array(status, { minLength: 1, maxLength: 50 }), (statuses) => {
        const rows = statuses.map((sip): Row => ({ sip, outcome: sip < 300 ? 'SUCCESS' : 'CALL_FAILED' }))
        const measurements = measurementsOf(rows)
        const of = (name: SipMetric) => sipShare(name, Uint32Array.from(rows.keys()), measurements)
        for (const name of METRICS) expect(of(name).hits).toBeLessThanOrEqual(of(name).of)
        expect(of('asr').hits).toBeLessThanOrEqual(of('ner').hits)
        expect(of('ser').hits).toBeLessThanOrEqual(of('seer').hits)
        expect(of('asr').hits + of('isa').hits).toBeLessThanOrEqual(rows.length)
      }),
    )
  })
})

test('statuses count by their hundreds, from the first to the last', () => {
  const of = (name: SipMetric, sip: number): string => {
    const { hits, of: all } = sipShare(name, Uint32Array.of(0), measurementsOf([{ sip, outcome: 'CALL_FAILED' }]))
    return `${hits}/${all}`
  }
  expect([200, 299, 300, 399, 400].map((sip) => of('ser', sip))).toEqual(['1/1', '1/1', '0/0', '0/0', '0/1'])
  expect([199, 200, 699, 700].map((sip) => of('asr', sip))).toEqual(['0/0', '1/1', '0/1', '0/0'])
  expect([606, 607, 608].map((sip) => of('ner', sip))).toEqual(['0/1', '1/1', '0/1'])
})

test('a share looks at the calls that it counts otherwise than answered ones', () => {
  const looks = (name: SipMetric, sip: number | null, outcome = 'CALL_FAILED'): boolean =>
    tellsFromAnswered(name, outcome, sip)
  expect([looks('asr', 486), looks('ner', 486), looks('isa', 486)]).toEqual([true, false, false])
  expect([looks('seer', 407), looks('ser', 302), looks('isa', 503)]).toEqual([true, true, true])
  expect([looks('asr', null), looks('asr', 200), looks('asr', 403, 'REGISTRATION_FAILED')]).toEqual([
    false,
    false,
    false,
  ])
  expect([isSipMetric('asr'), isSipMetric('success_rate')]).toEqual([true, false])
})
