import { describe, expect, test } from '@jest/globals'
import { createPace } from '../../../src/apis/http/pace.ts'
import { virtualClock } from '../../virtual-clock.ts'

const LIMIT = 120
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

test('after one refusal nothing goes out before the time that was asked for, and everything soon after it', async () => {
  for (const seconds of [0, 1, 60]) {
    const at = await turns(5, (pace) => pace.refused(1_000 * seconds))
    expect(at[0]).toBeGreaterThanOrEqual(seconds)
    expect(at[0]).toBeLessThanOrEqual(seconds + 1)
    expect((at[4] ?? 0) - (at[0] ?? 0)).toBeLessThan(2.5)
  }
})

test('a refusal without a time is waited for, too', async () => {
  const [first] = await turns(1, (pace) => pace.refused(undefined))
  expect(first).toBeGreaterThanOrEqual(1)
})

/** A pace that was refused at each of these moments in ms, with a wait of 30 s, and granted nothing between. */
async function refusedAt(moments: readonly number[], random = (): number => 0.5) {
  const clock = virtualClock()
  const pace = createPace(clock, random, LIMIT)
  for (const at of moments) {
    await clock.sleep(at - clock.now())
    pace.refused(30_000)
  }
  return { clock, pace }
}

/** When jobs with draws of their own may go on after the same refusals, in ms. */
function comingBack(moments: readonly number[]): Promise<number[]> {
  return Promise.all(
    Array.from({ length: 20 }, async (_, i) => {
      const { clock, pace } = await refusedAt(moments, () => i / 20)
      await pace.turn(FOREVER)
      return clock.now()
    }),
  )
}

test('jobs that were refused in the same moment come back at different times, soon the first time, over a window the next', async () => {
  const once = await comingBack([0])
  expect(new Set(once).size).toBe(20)
  expect(Math.max(...once)).toBeLessThan(31_000)
  const again = await comingBack([0, 40_000])
  expect(Math.min(...again)).toBe(70_000)
  expect(Math.max(...again) - Math.min(...again)).toBeGreaterThan(30_000)
  expect(Math.max(...again) - Math.min(...again)).toBeLessThan(60_000)
})

test('what was under way when it was refused counts as one refusal', async () => {
  const together = await refusedAt([0, 0, 10, 20])
  const alone = await refusedAt([20])
  await together.pace.turn(FOREVER)
  await alone.pace.turn(FOREVER)
  expect(together.clock.now()).toBe(alone.clock.now())
})

test('a refusal long after another counts as the first', async () => {
  const late = await comingBack([0, 200_000])
  expect(Math.max(...late) - Math.min(...late)).toBeLessThan(1_000)
})

describe('scarcity', () => {
  test('is one where nothing was refused', () => {
    expect(createPace(virtualClock(), () => 0.5, LIMIT).scarcity()).toBe(1)
  })

  test('of a refusal grows with the time that was asked for, within bounds', () => {
    const after = (ms: number | undefined): number => {
      const pace = createPace(virtualClock(), () => 0.5, LIMIT)
      pace.refused(ms)
      return pace.scarcity()
    }
    expect(after(0)).toBe(1)
    expect(after(2_000)).toBe(3)
    expect(after(undefined)).toBe(2)
    expect(after(60_000)).toBe(10)
  })

  test('of refusals that follow one another is what came through between them, beside the limit', async () => {
    const clock = virtualClock()
    const pace = createPace(clock, () => 0.5, LIMIT)
    pace.refused(0)
    for (let i = 0; i < 19; i++) pace.answered({})
    await clock.sleep(30_000)
    pace.refused(0)
    // 20 in 30 s, where the limit grants 60.
    expect(pace.scarcity()).toBe(3)
  })

  test('grows as long as nothing comes through, however short the waits are', async () => {
    const clock = virtualClock()
    const pace = createPace(clock, () => 0, LIMIT)
    for (let i = 0; i < 10; i++) {
      pace.refused(0)
      await clock.sleep(2_000)
    }
    expect(pace.scarcity()).toBeGreaterThan(9)
  })

  test('halves with time, and never falls with a refusal', async () => {
    const { clock, pace } = await refusedAt([0])
    const before = pace.scarcity()
    await clock.sleep(120_000)
    expect(pace.scarcity()).toBeCloseTo(before / 2)
    for (let i = 0; i < 1_000; i++) pace.answered({})
    pace.refused(0)
    expect(pace.scarcity()).toBeCloseTo(before / 2)
    await clock.sleep(3_600_000)
    expect(pace.scarcity()).toBe(1)
  })
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
  const pace = createPace(clock, () => 0.5, 60)
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
