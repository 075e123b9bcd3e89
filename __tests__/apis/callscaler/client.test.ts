import { describe, expect, test } from '@jest/globals'
import { PER_PAGE, QUERY_SLACK_MS, type Window, callScaler } from '../../../src/apis/callscaler/client.ts'
import { CALLSCALER } from '../../../src/apis/callscaler/vendor.ts'
import type { Position } from '../../../src/apis/http/paged-list.ts'
import { Failure, type FailureKind } from '../../../src/base/failure.ts'
import type { HttpAnswer, HttpRequest } from '../../../src/apis/http/request.ts'
import type { Pace } from '../../../src/apis/http/pace.ts'
import { REFUSAL_PATIENCE_MS, type Scope } from '../../../src/apis/http/retry.ts'
import { NOON, UNPACED, failure, rejection, timeline } from '../../fake-api.ts'

const SCOPE: Scope = { deadline: NOON + 3_600_000 }
const FIRST: Position = { page: 1, offset: 0 }
const WINDOW: Window = { from: NOON, to: NOON + 60_000 }
const NO_CALLS = { data: { calls: [], total: 0 } }
const NO_NUMBERS = { data: { numbers: [], total: 0 } }

type Answer = Partial<HttpAnswer> | Failure

/** The client over an exchange that answers what it is told to; the last answer stays. */
function setUp(
  answers: readonly Answer[] = [{ body: NO_CALLS }],
  pace: Partial<Pace> = {},
  apiUrl = 'https://cs.test/api/v1',
) {
  const clock = timeline(NOON)
  const requests: HttpRequest[] = []
  const api = callScaler({
    apiUrl: new URL(apiUrl),
    apiKey: 'cs_key_secret',
    clock,
    random: Math.random,
    pace: { ...UNPACED, ...pace },
    exchange: (request) => {
      const answer = answers[Math.min(requests.length, answers.length - 1)] ?? {}
      requests.push(request)
      return answer instanceof Failure
        ? Promise.reject(answer)
        : Promise.resolve({ status: 200, headers: {}, body: undefined, ...answer })
    },
  })
  return { api, clock, requests, query: () => Object.fromEntries(requests[0]?.url.searchParams ?? []) }
}

async function queryOf(window: Window, position: Position = FIRST) {
  const { api, query } = setUp()
  await api.listCalls(window, position, SCOPE)
  return query()
}

describe('requests', () => {
  test.each(['https://cs.test/api/v1', 'https://cs.test/api/v1/'])(
    'go below %s, with the key in their header alone',
    async (url) => {
      const { api, requests } = setUp([{ body: NO_CALLS }], {}, url)
      await api.listCalls(WINDOW, FIRST, SCOPE)
      const [request] = requests
      expect(`${request?.method} ${request?.url.origin}${request?.url.pathname}`).toBe(
        'GET https://cs.test/api/v1/calls',
      )
      expect(request?.headers?.authorization).toBe('Bearer cs_key_secret')
      expect(`${String(request?.url)} ${request?.purpose}`).not.toContain('cs_key_secret')
      expect(request?.purpose).toBe('read the list of calls, page 1')
    },
  )

  test('send the parameters of both editions', async () => {
    expect(PER_PAGE).toBe(100)
    expect(await queryOf(WINDOW, { page: 3, offset: 150 })).toEqual({
      page: '3',
      per_page: '100',
      limit: '100',
      offset: '150',
      date_from: '2026-03-04T11:50:00Z',
      date_to: '2026-03-04T12:11:00Z',
      updated_since: '2026-03-04T11:50:00Z',
      start_date: '2026-03-03',
      end_date: '2026-03-06',
    })
  })

  test('send a cursor in place of a page, with the same window', async () => {
    const { page, offset, ...window } = await queryOf(WINDOW)
    expect([page, offset]).toEqual(['1', '0'])
    expect(await queryOf(WINDOW, { page: 2, offset: 50, cursor: 'a+b/c&d' })).toEqual({ ...window, cursor: 'a+b/c&d' })
  })

  test('of a list of numbers are for all of them, page by page', async () => {
    const numbers = Array.from({ length: 3 }, (_, i) => ({ id: `n${i}`, phone_number: `+1573555000${i}` }))
    const { api, requests } = setUp([
      { body: { data: { numbers: numbers.slice(0, 2), total: 3 } } },
      { body: { data: { numbers: numbers.slice(2), total: 3 } } },
    ])
    expect((await api.listNumbers(SCOPE)).numbers).toHaveLength(3)
    expect(requests.map(({ url }) => `${url.pathname} ${url.searchParams.get('page')}`)).toEqual([
      '/api/v1/numbers 1',
      '/api/v1/numbers 2',
    ])
  })

  test('for numbers that are fewer than promised say so', async () => {
    const { api } = setUp([{ body: { data: { numbers: [], total: 3 } } }])
    expect(await api.listNumbers(SCOPE)).toEqual({ numbers: [], lacking: '0 of 3 could be read' })
  })
})

describe('the days that are asked for', () => {
  const utc = (text: string) => Date.parse(text)
  const days = async (from: string, to: string) => {
    const { start_date: start, end_date: end } = await queryOf({ from: utc(from), to: utc(to) })
    return [start, end]
  }

  test('cover both days of a window that crosses midnight UTC, the end exclusive', async () => {
    const [start, end] = await days('2026-03-04T23:58:00Z', '2026-03-05T00:03:00Z')
    expect(Date.parse(start ?? '')).toBeLessThanOrEqual(utc('2026-03-04T00:00:00Z'))
    expect(Date.parse(end ?? '')).toBeGreaterThanOrEqual(utc('2026-03-06T00:00:00Z'))
  })

  test.each([0, 6, 11, 13, 18, 23])('cover the window in every time zone, also at %d hours', async (hour) => {
    const from = Date.UTC(2026, 11, 31, hour)
    const query = await queryOf({ from, to: from + 600_000 })
    for (let zone = -12; zone <= 14; zone += 0.25) {
      const dayThere = (ms: number) => new Date(ms + zone * 3_600_000).toISOString().slice(0, 10)
      expect([zone, dayThere(from) >= (query.start_date ?? '')]).toEqual([zone, true])
      expect([zone, dayThere(from + 600_000) < (query.end_date ?? '')]).toEqual([zone, true])
    }
  })

  test('are few', async () => {
    const [start, end] = await days('2026-03-04T12:00:00Z', '2026-03-04T12:10:00Z')
    expect(utc(end ?? '') - utc(start ?? '')).toBeLessThanOrEqual(3 * 86_400_000)
  })

  test('stand in every answerable form even where a server told an absurd time', async () => {
    for (const at of [-1e15, 8.64e15]) {
      const query = await queryOf({ from: at, to: at })
      expect(query.start_date).toMatch(/^\d{4}-\d\d-\d\d$/)
      expect(query.date_to).toMatch(/^\d{4}-\d\d-\d\dT[\d:]{8}Z$/)
    }
  })

  test('leave slack around the moments, too', async () => {
    const query = await queryOf(WINDOW)
    expect(Date.parse(query.date_from ?? '')).toBe(WINDOW.from - QUERY_SLACK_MS)
    expect(Date.parse(query.updated_since ?? '')).toBe(WINDOW.from - QUERY_SLACK_MS)
    expect(Date.parse(query.date_to ?? '')).toBe(WINDOW.to + QUERY_SLACK_MS)
  })
})

describe('answers', () => {
  test('are taken in in the action’s own terms', async () => {
    const call = { id: 'c1', created_at: '2026-03-04T12:00:00Z', status: 'completed', tracking_number: '+15735551234' }
    const { api } = setUp([{ body: { data: { calls: [call], pagination: { has_more: true, next_cursor: 'x' } } } }])
    expect(await api.listCalls(WINDOW, FIRST, SCOPE)).toEqual({
      items: [{ id: 'c1', createdAt: NOON, status: 'completed', number: '15735551234' }],
      hasMore: true,
      nextCursor: 'x',
    })
  })

  test('tell the server’s clock', async () => {
    const { api, clock } = setUp([{ body: NO_NUMBERS, headers: { date: new Date(NOON - 90_000).toUTCString() } }])
    expect(api.serverNow()).toBe(NOON)
    await api.listNumbers(SCOPE)
    await clock.sleep(2_000)
    expect(api.serverNow()).toBe(NOON - 88_000)
  })

  test.each<FailureKind>(['rate-limited', 'not-sent', 'interrupted', 'server', 'unreadable'])(
    'of kind %s are waited out',
    async (kind) => {
      const { api, requests } = setUp([failure(kind), failure(kind), { body: NO_CALLS }])
      await api.listCalls(WINDOW, FIRST, SCOPE)
      expect(requests).toHaveLength(3)
    },
  )

  test('of the wrong form are asked for again, for a while', async () => {
    const { api, requests } = setUp([{ body: { data: [] } }])
    expect(await rejection(api.listCalls(WINDOW, FIRST, SCOPE))).toMatchObject({ kind: 'misshapen' })
    expect(requests.length).toBeGreaterThan(2)
  })

  test.each<FailureKind>(['key-refused', 'forbidden', 'not-found', 'rejected'])(
    'of kind %s are believed once they have stood for a while',
    async (kind) => {
      const { api, clock } = setUp([failure(kind)])
      expect(await rejection(api.listNumbers(SCOPE))).toMatchObject({ kind })
      expect(clock.now() - NOON).toBe(REFUSAL_PATIENCE_MS)
    },
  )
})

test('every request waits for its turn, and tells the pace how it went', async () => {
  const told: string[] = []
  const pace: Partial<Pace> = {
    turn: () => Promise.resolve(void told.push('turn')),
    answered: ({ 'x-ratelimit-remaining': left }) => told.push(`answered, ${String(left)} left`),
    refused: (ms) => told.push(`refused for ${ms}`),
  }
  const refused = new Failure('rate-limited', 'Slow down.', { retryAfterMs: 12_000 })
  const { api, clock } = setUp([refused, { body: NO_CALLS, headers: { 'x-ratelimit-remaining': '54' } }], pace)
  await api.listCalls(WINDOW, FIRST, SCOPE)
  expect(told).toEqual(['turn', 'refused for 12000', 'turn', 'answered, 54 left'])
  expect(clock.now() - NOON).toBeGreaterThanOrEqual(12_000)
})

test('what an error advises names the inputs of CallScaler, never those of CallMeter', () => {
  const advice = [CALLSCALER.urlInput, ...Object.values(CALLSCALER.advice)]
  expect(advice.join(' ')).not.toMatch(/`api-(key|url)`/)
  expect(CALLSCALER.advice[401]).toContain('`callscaler-api-key`')
})
