import { describe, expect, test } from '@jest/globals'
import { probeMetrics } from '../../../src/apis/callmeter/metric-forms.ts'

describe('metrics of endpoint rows', () => {
  test('as assumed: numbers, or numbers by direction, track and statistic', () => {
    const [names, values] = probeMetrics([
      { metrics: { mos: 4.1, jitter_ms: { send: { avg: 3, p95: 9 }, recv: { avg: 2, p95: 8 } } } },
      { metrics: { mos: null, jitter_ms: { audio: { receive: { 'p99.9': 2 } } } } },
    ])
    expect([names?.answered, values?.answered]).toEqual(['as assumed', 'as assumed'])
    expect(values?.fields).toEqual([
      { field: 'jitter_ms', came: '{ audio: { receive: { p99.9: number } } } or { recv: { avg: number, p95: number }, send: { avg: number, p95: number } }' },
      { field: 'mos', came: 'null or number' },
    ]) // prettier-ignore
  })

  test.each([
    ['text', { mos: '4.1' }],
    ['a list', { mos: [4.1] }],
    ['a statistic of another name', { mos: { avg: 4.1, weighted: 4 } }],
    ['a nested list', { mos: { send: [4.1] } }],
    ['a key that is an id', { mos: { clx1abc2def3ghi4jkl5: 4.1 } }],
  ])('%s is told as another form, without a value', (_, metrics) => {
    const found = probeMetrics([{ metrics: { ...metrics, rtt_ms: 1 } }])
    expect(found.find(({ what }) => what === 'metric-values')).toMatchObject({
      answered: 'differently',
      reason: '1 of 2 metrics have values of another form: mos.',
    })
    expect(JSON.stringify(found)).not.toMatch(/4\.1|clx1/)
  })

  test('names in camelCase are told', () => {
    expect(probeMetrics([{ metrics: { jitterMs: 3, mos: 4 } }])[0]).toEqual({
      what: 'metric-names',
      answered: 'differently',
      reason: '1 of 2 metrics have names that are not in snake_case.',
    })
  })

  test('nesting that is deeper than it is read is told, and not followed', () => {
    const nested = (depth: number): unknown => (depth === 0 ? 1 : { avg: nested(depth - 1) })
    const valuesOf = (depth: number) => probeMetrics([{ metrics: { mos: nested(depth), rtt_ms: 1 } }])[1]
    expect([valuesOf(6)?.answered, valuesOf(7)?.answered]).toEqual(['as assumed', 'differently'])
    expect(valuesOf(9)?.fields?.[0]?.came?.match(/avg/g)).toHaveLength(6)
  })

  test('of many metrics the first are listed, and the first of those that are odd are named', () => {
    const metrics = Object.fromEntries(Array.from({ length: 120 }, (_, i) => [`odd_${String.fromCharCode(97 + (i % 26))}_${i}`, 'x'])) // prettier-ignore
    const values = probeMetrics([{ metrics }])[1]
    expect(values?.fields).toHaveLength(80)
    expect(values?.reason).toBe('120 of 120 metrics have values of another form: odd_a_0, odd_a_104, odd_a_26, odd_a_52, odd_a_78.') // prettier-ignore
  })

  test.each([
    ['above 1', { send: 0.2, receive: { avg: 1.4 } }, 'as assumed', 'Some values are above 1, so they are percent.'],
    ['up to 1', { send: 0.2, receive: 1 }, 'not available', 'No value is above 1, so percent and share cannot be distinguished.'],
    ['of another type', 'none', 'not available', 'No endpoint that was read has it.'],
  ])('a fraction %s', (_, fraction, answered, reason) => {
    const found = probeMetrics([{ metrics: { fraction_lost: fraction } }])
    expect(found.at(-1)).toEqual({ what: 'fraction-lost', answered, reason })
    expect(probeMetrics([{ metrics: { fractionLost: fraction } }]).at(-1)?.answered).toBe(answered)
  }) // prettier-ignore

  test.each([[[]], [[{}]], [[{ metrics: {} }]], [[{ metrics: 'none' }]]])('%j has none to tell by', (rows) => {
    const reason = 'No endpoint that was read has `metrics`.'
    expect(probeMetrics(rows)).toEqual(
      ['metric-names', 'metric-values', 'fraction-lost'].map((what) => ({ what, answered: 'not available', reason })),
    )
  })
})
