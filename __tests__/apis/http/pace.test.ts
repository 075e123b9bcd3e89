import { expect, test } from '@jest/globals'
import { createPace } from '../../../src/apis/http/pace.ts'
import { virtualClock } from '../../virtual-clock.ts'

const LIMIT = { perMinute: 120, leastPerMinute: 0.25 }
const FOREVER = { deadline: Number.POSITIVE_INFINITY }

/** When each of `n` requests gets its turn, in s, all of them answered well. */
async function turns(n: number, before?: (pace: ReturnType<typeof createPace>) => void): Promise<number[]> {
  const clock = virtualClock()
  const pace = createPace(clock, () => 0.5, LIMIT)
  before?.(pace)
  const at: number[] = []
  for (let i = 0; i < n; i++) {
    await pace.turn(FOREVER)
    at.push(clock.now() / 1_000)
    pace.answered({})
  }
  return at
}

test('a few requests go out at once, many keep to the documented limit', async () => {
  const at = await turns(400)
  expect(at[9]).toBe(0)
  const mostInAMinute = Math.max(...at.map((from) => at.filter((time) => time >= from && time < from + 60).length))
  expect(mostInAMinute).toBeLessThanOrEqual(130)
  expect(at[at.length - 1]).toBeLessThan(200)
})

test('after a refusal nothing goes out before the time that was asked for, and everything slower', async () => {
  const at = await turns(5, (pace) => pace.refused(30_000))
  expect(at[0]).toBeGreaterThanOrEqual(30)
  expect((at[1] ?? 0) - (at[0] ?? 0)).toBeGreaterThan(10)
})

test('a refusal without a time is waited for, too', async () => {
  const [first] = await turns(1, (pace) => pace.refused(undefined))
  expect(first).toBeGreaterThanOrEqual(1)
})

test('jobs that were refused in the same moment come back at different times', async () => {
  const back = await Promise.all(
    Array.from({ length: 20 }, async (_, i) => {
      const clock = virtualClock()
      const pace = createPace(clock, () => i / 20, LIMIT)
      pace.refused(10_000)
      await pace.turn(FOREVER)
      return clock.now()
    }),
  )
  expect(new Set(back).size).toBeGreaterThan(15)
  expect(Math.max(...back) - Math.min(...back)).toBeGreaterThan(30_000)
})

test('good answers raise the pace again, each a little, up to the limit and no further', async () => {
  const at = await turns(60, (pace) => pace.refused(1_000))
  const gaps = at.slice(1).map((time, i) => time - (at[i] ?? 0))
  expect(gaps[0]).toBeGreaterThan(gaps[8] ?? 0)
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(0)
  expect(gaps[gaps.length - 1]).toBeCloseTo(0.5, 1)
})

test('polls become sparser only while there is little', () => {
  const pace = createPace(virtualClock(), () => 0.5, LIMIT)
  expect(pace.leastGap()).toBe(0)
  pace.refused(1_000)
  const little = pace.leastGap()
  expect(little).toBeGreaterThan(60_000)
  pace.refused(1_000)
  expect(pace.leastGap()).toBeGreaterThan(little)
})

test('the limit that the headers tell is kept to', async () => {
  const headers = { 'x-ratelimit-limit': '600', 'x-ratelimit-remaining': '500' }
  const clock = virtualClock()
  const pace = createPace(clock, () => 0.5, LIMIT)
  for (let i = 0; i < 300; i++) {
    await pace.turn(FOREVER)
    pace.answered(headers)
  }
  expect(clock.now()).toBeLessThan(100_000)
})

test('once the headers say that nothing is left, the reset is waited for', async () => {
  for (const reset of ['20', String(Math.round(2_000_000_000 + 20))]) {
    const clock = virtualClock(2_000_000_000_000)
    const pace = createPace(clock, () => 0, LIMIT)
    pace.answered({ 'x-ratelimit-limit': '120', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset })
    await pace.turn(FOREVER)
    expect(clock.now() - 2_000_000_000_000).toBe(20_000)
  }
})

test('odd headers change nothing', async () => {
  const clock = virtualClock()
  const pace = createPace(clock, () => 0.5, LIMIT)
  pace.answered({ 'x-ratelimit-limit': '0', 'x-ratelimit-remaining': 'none', 'x-ratelimit-reset': '-5' })
  pace.answered({ 'x-ratelimit-limit': 'abc', 'x-ratelimit-remaining': '0' })
  await pace.turn(FOREVER)
  expect(clock.now()).toBe(0)
})

test('a turn comes at the deadline at the latest, and at once after an abort', async () => {
  const clock = virtualClock()
  const pace = createPace(clock, () => 0.5, LIMIT)
  pace.refused(600_000)
  await pace.turn({ deadline: 5_000 })
  expect(clock.now()).toBe(5_000)
  await pace.turn({ ...FOREVER, signal: AbortSignal.abort() })
  expect(clock.now()).toBe(5_000)
})

test('another documented limit is kept to in the same way', async () => {
  const clock = virtualClock()
  const pace = createPace(clock, () => 0.5, { perMinute: 60, leastPerMinute: 3 })
  const at: number[] = []
  for (let i = 0; i < 200; i++) {
    await pace.turn(FOREVER)
    at.push(clock.now())
    pace.answered({})
  }
  expect(at[4]).toBe(0)
  const mostInAMinute = Math.max(...at.map((from) => at.filter((time) => time >= from && time < from + 60_000).length))
  expect(mostInAMinute).toBeLessThanOrEqual(65)
  expect(at.at(-1)).toBeLessThan(200_000)
})

test('after a refusal the pace is no slower than is of use', async () => {
  const clock = virtualClock()
  const pace = createPace(clock, () => 1, { perMinute: 60, leastPerMinute: 3 })
  for (let i = 0; i < 5; i++) pace.refused(0)
  await pace.turn(FOREVER)
  expect(clock.now()).toBe(20_000)
  await pace.turn(FOREVER)
  expect(clock.now()).toBe(40_000)
})
