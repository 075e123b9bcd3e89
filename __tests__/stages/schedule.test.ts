import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import {
  type Knowledge,
  MIN_GAP_MS,
  expectedFromHistory,
  expectedFromPlan,
  nextPoll,
} from '../../src/stages/schedule.ts'

const s = (seconds: number): number => seconds * 1_000
const PLAN = expectedFromPlan(s(600))

/** The moments in s at which a run that began at once is asked for, up to `until`. */
function moments(until: number, rest: Partial<Knowledge> = {}, random = 0.5): number[] {
  const asked: number[] = []
  for (let now = 0; now < s(until) && asked.length < 10_000;) {
    now += nextPoll({ sinceTrigger: now, running: now, leastGap: 0, random, ...rest })
    asked.push(now / 1_000)
  }
  return asked
}

function gapsIn(asked: readonly number[], from: number, to: number): number[] {
  return asked.slice(1).flatMap((at, i) => (at > from && at <= to ? [at - (asked[i] ?? 0)] : []))
}

describe('a run of planned length', () => {
  const asked = moments(1_000, { expected: PLAN })

  test('is asked for quickly at first', () => {
    expect(asked.filter((at) => at <= 3).length).toBeGreaterThanOrEqual(2)
  })

  test('is asked for sparsely far from its end, densely around it, and ever less when overdue', () => {
    expect(Math.min(...gapsIn(asked, 100, 560))).toBeGreaterThan(30)
    expect(Math.max(...gapsIn(asked, 572, 630))).toBeLessThan(3)
    const overdue = gapsIn(asked, 640, 1_000)
    expect(overdue).toEqual(overdue.toSorted((a, b) => a - b))
    expect(overdue[overdue.length - 1]).toBeGreaterThan(15)
  })

  test('is asked for as the expected stretch begins, whatever came before', () => {
    for (const random of [0, 0.25, 0.5, 0.75, 0.999]) {
      const first = moments(700, { expected: PLAN }, random).find((at) => at >= 568) ?? 0
      expect(first).toBeLessThan(572.5)
    }
  })

  test('that has all endpoints done is asked for at once', () => {
    expect(
      nextPoll({ sinceTrigger: s(300), running: s(300), expected: PLAN, allDone: true, leastGap: 0, random: 0.5 }),
    ).toBe(MIN_GAP_MS)
  })
})

test('a run of unknown length is asked for at even distances after a while', () => {
  const gaps = gapsIn(moments(1_200), 60, 1_200)
  expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThan(0.001)
  expect(gaps[0]).toBeLessThan(15)
})

test('a run that waits in the queue is asked for as one of unknown length', () => {
  const gap = nextPoll({ sinceTrigger: s(300), expected: PLAN, leastGap: 0, random: 0.5 })
  expect(gap).toBe(s(12))
})

test('earlier runs tell the expected end', () => {
  expect(expectedFromHistory([])).toBeUndefined()
  const expected = expectedFromHistory([s(100), s(110)])
  expect(expected?.from).toBeLessThan(s(100))
  expect(expected?.to).toBeGreaterThan(s(110))
  expect(expected?.to).toBeLessThan(s(120))
})

test('jobs that start together are apart from the first question on', () => {
  const first = Array.from({ length: 100 }, (_, i) => nextPoll({ sinceTrigger: 0, leastGap: 0, random: i / 100 }))
  expect(new Set(first).size).toBe(100)
  expect(Math.max(...first)).toBeLessThan(1_300)
})

test('where the pace leaves one question, it falls on the end of the expected stretch', () => {
  const asked = moments(1_000, { expected: PLAN, leastGap: s(240) })
  expect(asked.filter((at) => at < 600).length).toBeLessThanOrEqual(3)
  expect(asked.some((at) => Math.abs(at - PLAN.to / 1_000) <= 125)).toBe(true)
})

test('whatever is known, the next question is neither at once nor never', () => {
  const knowledge = fc.record(
    {
      sinceTrigger: fc.double({ min: 0, max: 1e9, noNaN: true }),
      running: fc.double({ min: 0, max: 1e9, noNaN: true }),
      expected: fc
        .tuple(fc.double({ min: 0, max: 1e9, noNaN: true }), fc.double({ min: 0, max: 1e6, noNaN: true }))
        .map(([from, width]) => ({ from, to: from + width })),
      allDone: fc.boolean(),
      leastGap: fc.double({ min: 0, max: 1e6, noNaN: true }),
      random: fc.double({ min: 0, max: 0.999999, noNaN: true }),
    },
    { requiredKeys: ['sinceTrigger', 'leastGap', 'random'] },
  )
  fc.assert(
    fc.property(knowledge, (known) => {
      const gap = nextPoll(known)
      expect(gap).toBeGreaterThanOrEqual(400)
      expect(Number.isFinite(gap)).toBe(true)
    }),
    { numRuns: 2_000 },
  )
})
