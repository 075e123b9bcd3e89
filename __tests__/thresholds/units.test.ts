import { describe, expect, test } from '@jest/globals'
import { type Measure, alike } from '../../src/thresholds/units.ts'
import { resultOf, subjectOf } from './rows.ts'

const MEASURES: readonly Measure[] = ['', '%', 'ms', 's', 'bare', 'unknown']

describe('which units go together', () => {
  test('is the same from both sides', () => {
    const oneWay = MEASURES.flatMap((a) => MEASURES.map((b) => typeof alike(a, b) === typeof alike(b, a)))
    expect(oneWay).not.toContain(false)
  })

  test('every unit goes with itself and with a bare number', () => {
    for (const unit of MEASURES) {
      expect(alike(unit, unit)).toEqual({ unit, left: 1, right: 1 })
      expect(alike(unit, 'bare')).toEqual({ unit, left: 1, right: 1 })
      expect(alike('bare', unit)).toEqual({ unit, left: 1, right: 1 })
    }
  })

  test('no refusal contradicts itself', () => {
    const refusals = MEASURES.flatMap((a) => MEASURES.map((b) => alike(a, b))).filter((x) => typeof x === 'string')
    expect(refusals.length).toBeGreaterThan(5)
    expect(refusals.filter((text) => /without a unit only, not with a number without a unit/.test(text))).toEqual([])
  })
})

describe('conversions do not move a limit', () => {
  // Worst case of each: the nearest number of milliseconds is not the product of the floating-point numbers.
  test.each([
    [1005, 'avg(rtt_ms) <= 1.005s'],
    [1005, 'avg(rtt_ms) >= 1.005s'],
    [1005, 'avg(rtt_ms) == 1.005s'],
    [1001, 'avg(rtt_ms) == 1.001s'],
    [2010, 'avg(rtt_ms) == 2.01s'],
    [4.1, 'avg(rtt_ms) == 0.0041s'],
    [35, 'avg(rtt_ms) == 0.035s'],
    [1005, 'count(rtt_ms <= 1.005s) == 1'],
    [1005, 'count(rtt_ms >= 1.005s) == 1'],
    [1005, 'count(rtt_ms = 1.005s) == 1'],
  ])('%d ms: %s', (rtt, line) => {
    expect(resultOf(line, subjectOf([{ metrics: { rtt_ms: rtt } }])).state).toBe('held')
  })

  test('any number of milliseconds equals itself in seconds', () => {
    const moved = Array.from({ length: 3_000 }, (_, i) => i + 1).filter((ms) => {
      const subject = subjectOf([{ metrics: { rtt_ms: ms } }])
      return resultOf(`avg(rtt_ms) == ${(ms / 1_000).toFixed(3)}s`, subject).state !== 'held'
    })
    expect(moved).toEqual([])
  })

  test('a whole percentage of 100 endpoints is that many', () => {
    const moved = Array.from({ length: 101 }, (_, percent) => percent).filter((percent) => {
      const subject = subjectOf(
        Array.from({ length: 100 }, (_, i) => ({ outcome: i < percent ? 'TIMEOUT' : 'SUCCESS' })),
      )
      return ['<=', '>=', '=='].some(
        (operator) => resultOf(`failed_endpoints ${operator} endpoints * ${percent}%`, subject).state !== 'held',
      )
    })
    expect(moved).toEqual([])
  })
})
