import { describe, expect, test } from '@jest/globals'
import { measureCall, rOfLeg } from '../../../simulator/callmeter/measurement.ts'
import type { BothDirections, Measured } from '../../../simulator/callmeter/measurement.ts'
import { blankMetrics, shapeMetrics } from '../../../simulator/callmeter/metric-shape.ts'
import { randomFrom } from '../../../simulator/server/random.ts'
import { HEALTHY, SCENARIOS } from '../../../simulator/callmeter/scenarios.ts'
import type { Legs } from '../../../simulator/callmeter/scenarios.ts'

const measure = (legs: Legs, label: string | number) => measureCall(randomFrom(label), legs, 0.15, 60)

function both(measured: Measured, key: string): BothDirections {
  const value = measured[key]
  if (typeof value !== 'object') throw new Error(`${key} has no directions`)
  return value
}

const sortedMeans = (legs: Legs, key: string) =>
  Array.from({ length: 20 }, (_, index) => both(measure(legs, index), key).receive.avg).toSorted((a, b) => a - b)

describe('a measured call', () => {
  test('sounds good when healthy and bad when degraded', () => {
    const healthy = sortedMeans(HEALTHY.callers, 'mos')
    expect(healthy[0]).toBeGreaterThan(4.2)
    expect(healthy.at(-1)).toBeLessThan(4.42)
    const degraded = sortedMeans(SCENARIOS.degraded.callers, 'mos')
    expect(degraded.at(-1)).toBeLessThan(3.6)
    expect(sortedMeans(SCENARIOS.degraded.callers, 'jitter_ms').at(-1)).toBeGreaterThan(35)
  })

  test.each(['delayMs', 'jitterMs', 'lossPercent'] as const)('sounds worse with more %s', (cause) => {
    const leg = { delayMs: 100, jitterMs: 20, lossPercent: 1, burstRatio: 1 }
    expect(rOfLeg({ ...leg, [cause]: leg[cause] * 2 })).toBeLessThan(rOfLeg(leg) - 1)
  })

  test('has its statistics in order, MOS with R, and packets that add up', () => {
    const measured = measure(SCENARIOS.degraded.callers, 1)
    for (const key of ['mos', 'r_factor', 'jitter_ms', 'rtt_ms', 'fraction_lost']) {
      const { min, avg, p95, max } = both(measured, key).receive
      expect([min, avg, p95, max]).toEqual([min, avg, p95, max].toSorted((a, b) => a - b))
    }
    const { packets_sent: sent, packets_lost: lost, packets_received: received } = measured
    expect(Number(lost) + Number(received)).toBe(sent)
    expect(Number(lost) / Number(sent)).toBeCloseTo(both(measured, 'fraction_lost').receive.avg / 100, 3)
  })
})

describe('the shapes of a metric', () => {
  const measured = measure(HEALTHY.callers, 1)
  const { send, receive } = both(measured, 'jitter_ms')
  const shaping = { metricShape: 'directions', metricCasing: 'snake', fractionLostAs: 'percent' } as const
  const shape = (changes: Partial<Parameters<typeof shapeMetrics>[1]>) =>
    shapeMetrics(measured, { ...shaping, ...changes })

  test('are directions, a number, statistics, tracks, or all of them', () => {
    expect(shape({})['jitter_ms']).toEqual({ send, receive })
    expect(shape({ metricShape: 'number' })['jitter_ms']).toBe(receive.avg)
    expect(shape({ metricShape: 'statistics' })['jitter_ms']).toEqual(receive)
    expect(shape({ metricShape: 'tracks' })['jitter_ms']).toEqual({ audio: { send, receive } })
    const mixed = shape({ metricShape: 'mixed' })
    expect(mixed['jitter_ms']).toEqual({ audio: { send, receive } })
    expect(mixed['fraction_lost']).toHaveProperty('recv')
    expect(typeof mixed['rtt_ms']).toBe('number')
  })

  test('keep loss in percent, or make it a share', () => {
    const percent = both(measured, 'fraction_lost').receive.avg
    expect(shape({ metricShape: 'number', fractionLostAs: 'fraction' })['fraction_lost']).toBeCloseTo(percent / 100, 6)
  })

  test('have keys in either casing', () => {
    expect(shape({ metricCasing: 'camel' })).toHaveProperty('fractionLost')
    expect(blankMetrics(measured, { ...shaping, metricCasing: 'camel' }, null)).toMatchObject({ rFactor: null })
  })
})
