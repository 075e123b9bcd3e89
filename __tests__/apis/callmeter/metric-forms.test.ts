import { describe, expect, test } from '@jest/globals'
import { probeMetrics } from '../../../src/apis/callmeter/metric-forms.ts'

const answersOf = (metrics: object) =>
  Object.fromEntries(probeMetrics([{ metrics }]).map(({ what, answered }) => [what, answered]))

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
    expect(answersOf({ jitterMs: 3, mos: 4 })).toMatchObject({ 'metric-names': 'differently' })
  })

  test('only a fraction above 1 tells that it is percent', () => {
    expect(answersOf({ fraction_lost: { send: 0.2, receive: 1.4 } })['fraction-lost']).toBe('as assumed')
    expect(answersOf({ fraction_lost: 0.4 })['fraction-lost']).toBe('not available')
    expect(answersOf({ mos: 4 })['fraction-lost']).toBe('not available')
  })

  test.each([[[]], [[{}]], [[{ metrics: {} }]], [[{ metrics: 'none' }]]])('%j has none to tell by', (rows) => {
    expect(probeMetrics(rows).map(({ answered }) => answered)).toEqual(Array(3).fill('not available'))
  })
})
