import { describe, expect, test } from '@jest/globals'
import type { Call } from '../../../src/apis/callscaler/calls.ts'
import type { CallScaler, Window } from '../../../src/apis/callscaler/client.ts'
import type { Page, Position } from '../../../src/apis/http/paged-list.ts'
import { CLOCK_MARGIN_MS, type CallsRequest, STEADY_MS, readCalls } from '../../../src/apis/callscaler/settle.ts'
import { OUTAGE_PATIENCE_MS } from '../../../src/apis/http/retry.ts'
import { NOON, failure, keptLog, rejection, timeline } from '../../fake-api.ts'

const NUMBER = { id: 'n1', phoneNumber: '+15735551234' }
const REQUEST: CallsRequest = { number: NUMBER, from: NOON - 60_000, to: NOON, settleMs: 120_000 }

const calls = (count: number, changes: Partial<Call> = {}): Call[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `c${i}`,
    createdAt: NOON - 30_000,
    status: 'answered',
    number: '15735551234',
    ...changes,
  }))

type Listing = Call[] | Page<Call> | Error

/** Reads a list that is `listed(seconds since the start)`; gives the seconds of the readings, too. */
async function settle(
  listed: (seconds: number, position: Position) => Listing,
  changes: Partial<CallsRequest> = {},
  scope: { deadline?: number; cancelAt?: number } = {},
) {
  const controller = new AbortController()
  const clock = timeline(NOON, scope.cancelAt === undefined ? [] : [[NOON + scope.cancelAt, () => controller.abort()]])
  const log = keptLog(clock)
  const at: number[] = []
  const windows: Window[] = []
  const deadlines: number[] = []
  const seconds = () => (clock.now() - NOON) / 1_000
  const api: CallScaler = {
    listNumbers: () => Promise.reject(new Error('not expected')),
    listCalls: (window, position, { deadline }) => {
      deadlines.push((deadline - NOON) / 1_000)
      at.push(seconds())
      windows.push(window)
      const page = listed(seconds(), position)
      if (page instanceof Error) return Promise.reject(page)
      return Promise.resolve(Array.isArray(page) ? { items: page, total: page.length } : page)
    },
    serverNow: () => clock.now(),
  }
  const reading = readCalls(
    { ...REQUEST, ...changes },
    { deadline: scope.deadline ?? NOON + 3_600_000, signal: controller.signal },
    { api, clock, log },
  )
  return { reading, at, windows, deadlines, log, seconds }
}

describe('a tally is taken', () => {
  test('once it has been the same for a while: two readings where all is listed', async () => {
    const { reading, at } = await settle(() => calls(20))
    expect(await reading).toMatchObject({ tally: { received: 20, answered: 20 }, steady: true })
    expect(at).toHaveLength(2)
    expect((at[1] ?? 0) - (at[0] ?? 0)).toBeGreaterThanOrEqual(STEADY_MS / 1_000)
    expect(at[0]).toBe(5)
  })

  test('not before the last call is listed', async () => {
    for (const last of [6, 20, 21, 22, 40, 60, 80]) {
      const { reading, seconds } = await settle((now) => calls(now >= last ? 20 : now >= 3 ? 19 : 0))
      const { tally, steady } = await reading
      // Nobody can tell that a call is still to come that is later than the tally must stand.
      expect([last, tally?.received, steady]).toEqual([last, last < 22 ? 20 : 19, true])
      expect(seconds()).toBeLessThanOrEqual(120)
    }
  })

  test('not while it still changes', async () => {
    const { reading, at } = await settle((now) => calls(Math.min(20, Math.floor(now / 5))))
    expect(await reading).toMatchObject({ tally: { received: 20 }, steady: true })
    expect(at.length).toBeLessThanOrEqual(6)
  })

  test('not while statuses settle, though as many calls are listed', async () => {
    const { reading } = await settle((now) => calls(20, { status: now < 40 ? 'missed' : 'answered' }))
    // Missed all along looks settled; this is what the reading cannot know.
    expect(await reading).toMatchObject({ tally: { missed: 20 }, steady: true })
    const { reading: growing } = await settle((now) => [
      ...calls(10),
      ...calls(20, { status: now < 20 ? 'missed' : 'answered' }).slice(10),
    ])
    expect(await growing).toMatchObject({ tally: { answered: 20, missed: 0 }, steady: true })
  })

  test('not while calls are under way', async () => {
    const { reading, at } = await settle((now) => calls(20, { status: now < 60 ? 'in-progress' : 'completed' }))
    expect(await reading).toMatchObject({ tally: { answered: 20 }, steady: true })
    expect(at.at(-1)).toBeGreaterThan(60)
  })

  test('as it is when the time is over, and that it was not steady', async () => {
    const { reading, seconds } = await settle((now) => calls(Math.floor(now)), { settleMs: 60_000 })
    expect(await reading).toMatchObject({ tally: { received: 60 }, steady: false })
    expect(seconds()).toBe(60)
  })

  test('as it is when calls never end', async () => {
    const { reading, seconds } = await settle(() => calls(2, { status: 'ringing' }))
    expect(await reading).toEqual({ tally: expect.objectContaining({ unclassified: { ringing: 2 } }), steady: false })
    expect(seconds()).toBe(120)
  })

  test('after one look where there is no time', async () => {
    for (const settleMs of [0, 1_000]) {
      const { reading, at } = await settle(() => calls(3), { settleMs })
      expect(await reading).toMatchObject({ tally: { received: 3 }, steady: false })
      expect(at).toHaveLength(1)
    }
  })

  test('by the deadline at the latest', async () => {
    const { reading, seconds } = await settle(() => [], {}, { deadline: NOON + 30_000 })
    expect(await reading).toEqual({ tally: undefined, steady: false })
    // The last look leaves time for its own answer.
    expect(seconds()).toBe(20)
  })
})

describe('where no call is listed', () => {
  test('that is waited for until the time is over, and is then no evidence', async () => {
    const { reading, at, seconds } = await settle(() => [])
    expect(await reading).toEqual({ tally: undefined, steady: false })
    expect(seconds()).toBe(120)
    expect(at.length).toBeLessThanOrEqual(6)
  })

  test('other numbers’ calls, outbound ones and those of another time are no evidence either', async () => {
    const { reading } = await settle(() => [
      ...calls(1, { id: 'a', number: '18165559876' }),
      ...calls(1, { id: 'b', direction: 'outbound' }),
      ...calls(1, { id: 'c', createdAt: NOON - 120_000 }),
    ])
    expect((await reading).tally).toBeUndefined()
  })

  test('the first may come late', async () => {
    const { reading } = await settle((now) => (now < 90 ? [] : calls(20)))
    expect(await reading).toMatchObject({ tally: { received: 20 } })
  })
})

test('the window has a margin of seconds for the two clocks, and no more', async () => {
  const at = (id: string, ms: number) => calls(1, { id, createdAt: ms })
  const { reading, windows } = await settle(() => [
    ...at('long before', REQUEST.from - 60_000),
    ...at('just before the margin', REQUEST.from - CLOCK_MARGIN_MS - 1),
    ...at('within the margin', REQUEST.from - CLOCK_MARGIN_MS),
    ...at('within the margin after', REQUEST.to + CLOCK_MARGIN_MS),
    ...at('after', REQUEST.to + CLOCK_MARGIN_MS + 1),
  ])
  expect((await reading).tally?.received).toBe(2)
  // Whole seconds on both sides need two; more than a few would take in another run's calls.
  expect(CLOCK_MARGIN_MS).toBeGreaterThanOrEqual(2_000)
  expect(CLOCK_MARGIN_MS).toBeLessThanOrEqual(10_000)
  expect(windows[0]).toEqual({ from: REQUEST.from - CLOCK_MARGIN_MS, to: REQUEST.to + CLOCK_MARGIN_MS })
})

describe('pages', () => {
  const paged =
    (all: Call[], size: number) =>
    ({ page }: Position): Page<Call> => ({ items: all.slice((page - 1) * size, page * size), total: all.length })

  test('are read to the last, each time', async () => {
    const { reading, at } = await settle((_, position) => paged(calls(25), 10)(position))
    expect(await reading).toMatchObject({ tally: { received: 25 }, steady: true })
    expect(at).toHaveLength(6)
  })

  test('that are less than the whole are read again', async () => {
    const { reading, log } = await settle((now) => ({ items: calls(10), total: now < 20 ? 25 : 10 }))
    expect(await reading).toMatchObject({ tally: { received: 10 }, steady: true })
    expect(log.at('info')[0]).toMatch(/not complete: 10 of 25 could be read; reading again in/)
  })

  test('that are less than the whole to the last are a failure, never a part', async () => {
    const { reading, seconds } = await settle(() => ({ items: calls(10), total: 25 }))
    expect(await rejection(reading)).toMatchObject({
      kind: 'incomplete',
      message: expect.stringContaining('10 of 25'),
      advice: expect.stringContaining('`callscaler-settle`'),
    })
    expect(seconds()).toBe(120)
  })
})

test('after a list that is less than the whole at the last, the one before counts, but not as steady', async () => {
  const { reading } = await settle((now) => (now < 30 ? calls(now < 10 ? 9 : 10) : { items: calls(4), total: 25 }), {
    settleMs: 40_000,
  })
  expect(await reading).toMatchObject({ tally: { received: 10 }, steady: false })
})

test('calls that vanish from the list are evidence no longer', async () => {
  const { reading } = await settle((now) => (now < 10 ? calls(5) : []))
  expect(await reading).toEqual({ tally: undefined, steady: false })
})

test('a failure of the API is the caller’s to judge', async () => {
  const { reading } = await settle(() => failure('key-refused'))
  expect(await rejection(reading)).toMatchObject({ kind: 'key-refused' })
})

test('an API that is out of reach, or asks to slow down, is waited for as long as an outage, not as long as the step', async () => {
  const { reading, deadlines } = await settle(() => calls(3))
  await reading
  expect(deadlines[0]).toBe(120 + OUTAGE_PATIENCE_MS / 1_000)
  const { reading: soon, deadlines: sooner } = await settle(() => calls(3), {}, { deadline: NOON + 60_000 })
  await soon
  expect(sooner[0]).toBe(60)
})

test('a cancelled step ends the wait at once', async () => {
  const { reading, at, seconds } = await settle(() => calls(3), {}, { cancelAt: 7_000 })
  expect(await rejection(reading)).toMatchObject({ kind: 'aborted' })
  expect([at.length, seconds()]).toEqual([1, 7])
})

test('each look is told, without what could be a command', async () => {
  const { reading, log } = await settle((now) => calls(now < 10 ? 1 : 3, { status: now < 10 ? 'ringing' : 'answered' }))
  await reading
  expect(log.at('info')).toEqual([
    'CallScaler lists 1 call, 0 answered, 1 under way; reading again in 16 s',
    'CallScaler lists 3 calls, 3 answered; reading again in 24 s',
  ])
  const { reading: none, log: lines } = await settle(() => [])
  await none
  expect(lines.at('info')[0]).toBe('CallScaler lists no call to the number yet; reading again in 16 s')
})
