import { describe, expect, test } from '@jest/globals'
import type { Reading } from '../../src/model/series.ts'
import {
  type EndpointResult,
  MAX_SERIES,
  MAX_VALUES,
  collectMeasurements,
  onlyOf,
} from '../../src/model/measurements.ts'

const endpoint = (id: string | undefined, readings: readonly Reading[] = [], rest: Partial<EndpointResult> = {}) => ({
  ...(id === undefined ? {} : { id }),
  group: null,
  phase: null,
  outcome: 'SUCCESS',
  sipStatus: null,
  readings,
  ...rest,
})
const mos = (value: number): Reading => ({ series: { metric: 'mos' }, value })

describe('measurements', () => {
  test('put the numbers of each endpoint at its place, NaN where there is none', () => {
    const builder = collectMeasurements()
    builder.add(endpoint('a', [mos(4)], { group: 'g', phase: 'CLOSED', sipStatus: 200 }))
    builder.add(endpoint('b', [{ series: { metric: 'mos', direction: 'send' }, value: 3 }], { outcome: null }))
    builder.add(endpoint('c', [mos(2), { series: { metric: 'rtt_ms', statistic: 'max' }, value: 7 }]))
    const { metrics, ...rest } = builder.build()
    expect(rest).toEqual({
      size: 3,
      ids: ['a', 'b', 'c'],
      groups: ['g', null, null],
      phases: ['CLOSED', null, null],
      outcomes: ['SUCCESS', null, 'SUCCESS'],
      sipStatuses: [200, null, null],
    })
    expect([...metrics.keys()]).toEqual(['mos', 'rtt_ms'])
    expect(metrics.get('mos')).toEqual([
      { metric: 'mos', values: Float64Array.of(4, Number.NaN, 2) },
      { metric: 'mos', direction: 'send', values: Float64Array.of(Number.NaN, 3, Number.NaN) },
    ])
    expect(metrics.get('rtt_ms')).toEqual([
      { metric: 'rtt_ms', statistic: 'max', values: Float64Array.of(Number.NaN, Number.NaN, 7) },
    ])
  })

  test('of an endpoint that is read again are the later ones, and nothing of the earlier ones stays', () => {
    const builder = collectMeasurements()
    expect(builder.add(endpoint('a', [mos(1), { series: { metric: 'rtt_ms' }, value: 5 }], { outcome: null }))).toBe(
      true,
    )
    expect(builder.add(endpoint('b', [mos(2)]))).toBe(true)
    expect([builder.size, builder.unfinished()]).toEqual([2, 1])
    expect(builder.add(endpoint('a', [mos(3)], { group: 'late' }))).toBe(false)
    expect([builder.size, builder.unfinished()]).toEqual([2, 0])
    const { size, groups, outcomes, metrics } = builder.build()
    expect([size, groups, outcomes]).toEqual([2, ['late', null], ['SUCCESS', 'SUCCESS']])
    expect(metrics.get('mos')?.[0]?.values).toEqual(Float64Array.of(3, 2))
    expect(metrics.get('rtt_ms')?.[0]?.values).toEqual(Float64Array.of(Number.NaN, Number.NaN))
  })

  test('of endpoints without an id are all kept, under the numbers of their places', () => {
    const builder = collectMeasurements()
    expect([endpoint(undefined), endpoint('x'), endpoint(undefined)].map((row) => builder.add(row))).toEqual([
      true,
      true,
      true,
    ])
    expect(builder.build().ids).toEqual(['1', 'x', '3'])
  })

  test('do not depend on the order in which endpoints come', () => {
    const rows = [
      endpoint('a', [mos(1)]),
      endpoint('b'),
      endpoint('c', [mos(3), { series: { metric: 'x' }, value: 9 }]),
    ]
    const byId = (order: typeof rows): unknown => {
      const builder = collectMeasurements()
      for (const row of order) builder.add(row)
      const { ids, metrics } = builder.build()
      const numbersAt = (i: number): unknown =>
        Object.fromEntries([...metrics].map(([key, [series]]) => [key, series?.values[i]]))
      return Object.fromEntries(ids.map((id, i) => [id, numbersAt(i)]))
    }
    expect(byId(rows.toReversed())).toEqual(byId(rows))
  })

  test('of some endpoints are theirs alone, in the order asked for', () => {
    const builder = collectMeasurements()
    for (const [id, value] of ['a', 'b', 'c'].entries()) builder.add(endpoint(value, [mos(id)], { sipStatus: id }))
    const { metrics, ...rest } = onlyOf(builder.build(), [2, 0])
    expect(rest).toMatchObject({ size: 2, ids: ['c', 'a'], sipStatuses: [2, 0], outcomes: ['SUCCESS', 'SUCCESS'] })
    expect(metrics.get('mos')).toEqual([{ metric: 'mos', values: Float64Array.of(2, 0) }])
  })

  test('of nobody are empty', () => {
    expect(collectMeasurements().build()).toMatchObject({ size: 0, ids: [], metrics: new Map() })
  })

  test('end with a failure at more values than there can be', () => {
    const readings = Array.from({ length: MAX_SERIES }, (_, i) => ({ series: { metric: `m${i}` }, value: i }))
    const builder = collectMeasurements()
    builder.add(endpoint('first', readings))
    for (let i = 1; i < MAX_VALUES / MAX_SERIES; i++) builder.add(endpoint(`e${i}`))
    expect(() => builder.add(endpoint('one more'))).toThrow(
      /more than 20000000 values: 10001 endpoints with 2000 metrics/,
    )
  })

  test('tell which endpoints that succeeded have no values, or fewer than others', () => {
    const builder = collectMeasurements()
    const both = [mos(4), { series: { metric: 'jitter_ms' }, value: 3 }]
    for (const [id, readings, outcome] of [['a', both, 'SUCCESS'], ['b', [mos(4)], 'COMPLETED_WITH_WARNINGS'], ['c', [], 'SUCCESS'], ['d', [], 'TIMEOUT'], ['e', [], null]] as const)
      builder.add(endpoint(id, readings, { outcome }))
    expect([builder.gaps(), builder.values()]).toEqual([{ bare: 1, partial: 1 }, 3])
    // What only endpoints that failed have is nothing that others lack.
    builder.add(endpoint('d', [{ series: { metric: 'rtt_ms' }, value: 1 }], { outcome: 'TIMEOUT' }))
    builder.add(endpoint('b', both))
    builder.add(endpoint('c', both))
    expect([builder.gaps(), builder.values()]).toEqual([{ bare: 0, partial: 0 }, 7])
  }) // prettier-ignore

  test('end with a failure at two values for one metric, and not at one value twice', () => {
    const builder = collectMeasurements()
    builder.add(endpoint('a', [mos(4), mos(4)]))
    builder.add(endpoint('a', [mos(3)]))
    expect(() => builder.add(endpoint('b', [mos(4), mos(1)]))).toThrow(
      'Endpoint b has several values for mos: 4 and 1.',
    )
    const before = collectMeasurements()
    before.add(endpoint('a', [mos(4)]))
    before.add(endpoint('b', [mos(1)]))
    expect(before.build().size).toBe(2)
  })

  test('end with a failure at more series than there can be', () => {
    const readings = Array.from({ length: MAX_SERIES }, (_, i) => ({ series: { metric: `m${i}` }, value: i }))
    const builder = collectMeasurements()
    builder.add(endpoint('a', readings))
    expect(builder.build().metrics.size).toBe(MAX_SERIES)
    builder.add(endpoint('b', readings))
    expect(() => builder.add(endpoint('c', [{ series: { metric: 'one_more' }, value: 1 }]))).toThrow(
      /2000 different metrics/,
    )
  })
})
