import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { endModel, survival } from '../../src/stages/end-model.ts'
import { type Knowledge, MIN_GAP_MS, nextPoll } from '../../src/stages/schedule.ts'

const s = (seconds: number): number => seconds * 1_000
const PLAN = endModel(s(600))
const PLENTY = { ends: PLAN, scarcity: 1, random: 0.5 }

/** The moments in s at which a run that began at once is asked for, up to `until`. */
function moments(until: number, rest: Partial<Knowledge> = {}): number[] {
  const asked: number[] = []
  for (let now = 0; now < s(until) && asked.length < 10_000;) {
    now += nextPoll({ ...PLENTY, sinceTrigger: now, running: now, ...rest })
    asked.push(now / 1_000)
  }
  return asked
}

function gapsIn(asked: readonly number[], from: number, to: number): number[] {
  return asked.slice(1).flatMap((at, i) => (at > from && at <= to ? [at - (asked[i] ?? 0)] : []))
}

describe('a run of planned length', () => {
  const asked = moments(1_000)

  test('is asked for quickly at first', () => {
    expect(asked.filter((at) => at <= 12).length).toBeGreaterThanOrEqual(2)
  })

  test('is asked for sparsely far from its end, densely around it, and less when overdue', () => {
    expect(Math.min(...gapsIn(asked, 100, 560))).toBeGreaterThan(30)
    expect(Math.max(...gapsIn(asked, 576, 630))).toBeLessThan(4)
    expect(Math.min(...gapsIn(asked, 645, 1_000))).toBeGreaterThan(6)
    expect(Math.max(...gapsIn(asked, 640, 1_000))).toBeLessThan(15)
  })

  test('is asked for as the expected stretch begins, whatever came before', () => {
    for (const random of [0, 0.25, 0.5, 0.75, 0.999]) {
      const first = moments(700, { random }).find((at) => at >= 570) ?? 0
      expect(first).toBeLessThan(576)
    }
  })

  test('that has all endpoints done is asked for at once, and ever less while it does not end', () => {
    const done = (since: number): number =>
      nextPoll({ ...PLENTY, sinceTrigger: s(300), running: s(300), allDone: s(since) })
    expect(done(0)).toBe(MIN_GAP_MS)
    expect(done(60)).toBeGreaterThan(s(2))
  })
})

test('the distance is that of the law: √(2c/h), where the hazard is even', () => {
  // Between 580 s and 600 s the density is even, and its hazard grows little within one distance.
  const [age, gap] = [s(580), nextPoll({ ...PLENTY, sinceTrigger: s(580), running: s(580) })]
  const hazard = (survival(PLAN, age) - survival(PLAN, age + gap)) / gap / survival(PLAN, age + gap / 2)
  expect(gap / Math.sqrt((2 * 72) / hazard)).toBeCloseTo(1, 2)
})

test('a question that is worth four times as much is asked at twice the distance', () => {
  const at = { sinceTrigger: s(585), running: s(585) }
  const once = nextPoll({ ...PLENTY, ...at })
  expect(nextPoll({ ...PLENTY, ...at, scarcity: 2 }) / once).toBeCloseTo(1.95, 1)
})

describe('a run that waits', () => {
  test('is asked for less than one that runs', () => {
    const asked = (running: number | undefined): number =>
      nextPoll({ sinceTrigger: s(650), ...PLENTY, ...(running === undefined ? {} : { running }) })
    expect(asked(undefined)).toBeGreaterThan(3 * asked(s(650)))
  })

  test('is asked for by the time that it can have ended, had it begun just now', () => {
    for (const sinceTrigger of [0, s(10), s(700), s(3_600)])
      expect(nextPoll({ ...PLENTY, sinceTrigger })).toBeLessThan(s(580))
  })

  test('for all that is said, is asked for when it would have ended, had it begun at once', () => {
    expect(nextPoll({ ...PLENTY, sinceTrigger: s(595) })).toBeLessThan(s(10))
  })
})

test('earlier runs that were alike are asked for nowhere else', () => {
  const ends = endModel(
    s(600),
    Array.from({ length: 20 }, (_, i) => s(604 + (i - 9.5) / 5)),
  )
  const asked = moments(609, { ends })
  expect(asked.length).toBeLessThan(14)
  expect(Math.max(...gapsIn(asked, 603, 605))).toBeLessThan(1)
})

test('jobs that start together are apart from the first question on', () => {
  const first = Array.from({ length: 100 }, (_, i) => nextPoll({ ...PLENTY, sinceTrigger: 0, random: i / 100 }))
  expect(new Set(first).size).toBeGreaterThan(80)
  expect(Math.max(...first)).toBeLessThan(2_500)
  expect(Math.max(...first) - Math.min(...first)).toBeGreaterThan(600)
})

test('where requests are scarce, those that are left fall on the end of the expected stretch', () => {
  const asked = moments(1_000, { scarcity: 10 })
  expect(asked.filter((at) => at < 570).length).toBeLessThanOrEqual(2)
  expect(asked.filter((at) => at > 570 && at < 632).length).toBeGreaterThanOrEqual(2)
  expect(asked.some((at) => at > 610 && at < 635)).toBe(true)
})

test('whatever is known, the next question is neither at once nor never', () => {
  const ms = fc.double({ min: 0, max: 1e9, noNaN: true })
  const knowledge = fc.record(
    {
      sinceTrigger: ms,
      running: ms,
      ends: fc
        .tuple(fc.option(ms, { nil: undefined }), fc.array(ms, { maxLength: 20 }))
        .map(([planned, earlier]) => endModel(planned, earlier)),
      allDone: ms,
      scarcity: fc.double({ min: 1, max: 100, noNaN: true }),
      random: fc.double({ min: 0, max: 0.999999, noNaN: true }),
    },
    { requiredKeys: ['sinceTrigger', 'ends', 'scarcity', 'random'] },
  )
  fc.assert(
    fc.property(knowledge, (known) => {
      const gap = nextPoll(known)
      expect(gap).toBeGreaterThanOrEqual(0.3 * MIN_GAP_MS)
      expect(gap).toBeLessThanOrEqual(24 * 3_600_000)
    }),
    { numRuns: 2_000 },
  )
})
