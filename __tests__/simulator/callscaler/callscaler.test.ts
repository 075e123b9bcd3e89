import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse } from 'yaml'
import type { Simulator } from '../../../simulator/callmeter/callmeter.ts'
import {
  type CallScalerOptions,
  type CallScalerSimulator,
  startCallScaler,
} from '../../../simulator/callscaler/callscaler.ts'
import { DIALLED_NUMBER, NUMBERS } from '../../../simulator/callscaler/account.ts'
import { type Edition, problem, tooMany } from '../../../simulator/callscaler/answers.ts'
import type { Scenario, ScenarioName } from '../../../simulator/callmeter/scenarios.ts'
import { START, type VirtualTime } from '../../../simulator/time/virtual-time.ts'
import { type Reply, withSimulator } from '../request.ts'

const EDITIONS: readonly Edition[] = ['older', 'newer']

type Setting = Omit<CallScalerOptions, 'callmeter' | 'clock'> & {
  scenario?: ScenarioName | Partial<Scenario>
  start?: number
}

/** Runs `work` with both simulators. */
const withBoth = (
  { scenario, start, ...options }: Setting,
  work: (callscaler: CallScalerSimulator, callmeter: Simulator, time: VirtualTime) => Promise<void>,
): Promise<void> =>
  withSimulator({ ...(start && { start }), ...(scenario && { scenario }) }, async (callmeter, time) => {
    const callscaler = await startCallScaler({ callmeter, requestsPerMinute: Infinity, ...options })
    try {
      await work(callscaler, callmeter, time)
    } finally {
      await callscaler.close()
    }
  })

async function get(
  { url, key }: CallScalerSimulator,
  path: string,
  headers: Record<string, string> = { authorization: `Bearer ${key}` },
): Promise<Reply> {
  const response = await fetch(url + path, { headers })
  return { status: response.status, headers: response.headers, body: await response.json() }
}

/** Lets a run go to its end, and its calls be listed. */
async function runThrough(callmeter: Simulator, time: VirtualTime): Promise<void> {
  callmeter.startElsewhere()
  await time.sleep(120_000)
}

/** What is listed of the calls to the number since the simulation began. */
const received = (callscaler: CallScalerSimulator) =>
  callscaler
    .rows()
    .filter(
      ({ trackingNumber, direction, createdAt }) =>
        trackingNumber === callscaler.number && direction === 'inbound' && createdAt >= START,
    )

const countOf = (callscaler: CallScalerSimulator) => {
  const counts: Record<string, number> = {}
  for (const { status } of received(callscaler)) counts[status] = (counts[status] ?? 0) + 1
  return counts
}

describe('the calls', () => {
  test('are those that a run’s callers placed, listed after they ended', () =>
    withBoth({}, async (callscaler, callmeter, time) => {
      expect(callscaler.rows().every(({ createdAt }) => createdAt < START)).toBe(true)
      const run = callmeter.startElsewhere()
      await time.sleep(60_000)
      expect([run.calls().length, countOf(callscaler)]).toEqual([20, {}])
      await time.sleep(60_000)
      const ends = new Map(run.calls().map(({ begunAt, endedAt }) => [begunAt, endedAt ?? Infinity]))
      const delays = received(callscaler).map(({ createdAt, updatedAt }) => updatedAt - ends.get(createdAt)!)
      expect([delays.length, delays.filter((ms) => ms < 3000 || ms > 7000)]).toEqual([20, []])
    }))

  test('of a run that CallMeter finds no fault with can all be answered', () =>
    withBoth({}, async (callscaler, callmeter, time) => {
      await runThrough(callmeter, time)
      expect(countOf(callscaler)).toEqual({ answered: 20 })
      expect(new Set(received(callscaler).map(({ durationSeconds }) => durationSeconds))).toEqual(new Set([61]))
    }))

  test('of the scenario far-end are fewer than CallMeter counts, although every endpoint succeeds', () =>
    withBoth({ scenario: 'far-end' }, async (callscaler, callmeter, time) => {
      await runThrough(callmeter, time)
      expect(countOf(callscaler)).toEqual({ answered: 13, missed: 2 })
      expect(callmeter.runs[0]?.calls()).toHaveLength(20)
    }))

  test('of endpoints that never dialled, or got no answer, are not there; those refused as busy are', () =>
    withBoth(
      { scenario: { outcomes: { REGISTRATION_FAILED: 5, TIMEOUT: 5, CALL_FAILED: 20 } } },
      async (callscaler, callmeter, time) => {
        await runThrough(callmeter, time)
        expect([countOf(callscaler), callmeter.runs[0]?.calls().length]).toEqual([{ answered: 5, busy: 4 }, 9])
      },
    ))

  test('can be changed for the far end alone', () =>
    withBoth({ farEnd: { outcomes: { never: Infinity }, earlier: 0 } }, async (callscaler, callmeter, time) => {
      await runThrough(callmeter, time)
      expect(countOf(callscaler)).toEqual({})
      expect(callscaler.rows().length).toBeGreaterThan(0)
    }))

  test('are told by a clock that can differ from CallMeter’s', () =>
    withBoth({ aheadSeconds: 3_600 }, async (callscaler, callmeter) => {
      const { headers } = await get(callscaler, '/calls')
      expect(Date.parse(headers.get('date') ?? '') - callmeter.now()).toBe(3_600_000)
      // The last of three, one a minute, before it all began.
      expect((callscaler.rows().at(-1)?.createdAt ?? 0) - START).toBe(3_600_000 - 3 * 60_000)
    }))
})

describe('the list of calls', () => {
  test('of the older edition has pages and a total', () =>
    withBoth({ edition: 'older', farEnd: { earlier: 60 } }, async (callscaler) => {
      const first = (await get(callscaler, '/calls')).body.data
      expect([first.calls.length, Object.keys(first)]).toEqual([25, ['calls', 'total']])
      const last = (await get(callscaler, '/calls?page=3&per_page=25&limit=1&offset=0')).body.data
      expect([last.calls.length, last.total]).toEqual([10, 60])
      expect((await get(callscaler, '/calls?per_page=500')).body.data.calls).toHaveLength(60)
    }))

  test('of the newer edition has a limit with offset or cursor', () =>
    withBoth({ farEnd: { earlier: 60 } }, async (callscaler) => {
      const first = (await get(callscaler, '/calls?page=2&per_page=1')).body.data
      expect(first).toMatchObject({ has_more: true, limit: 50, offset: 0, next_cursor: expect.any(String) })
      const byCursor = (await get(callscaler, `/calls?cursor=${first.next_cursor}&offset=3`)).body.data
      const byOffset = (await get(callscaler, '/calls?offset=50')).body.data
      expect(byCursor).toEqual(byOffset)
      expect(byCursor).toMatchObject({ has_more: false, next_cursor: null })
      expect((await get(callscaler, '/calls?cursor=nonsense')).status).toBe(400)
    }))

  test('of the newer edition can have its paging nested, or without cursors', () =>
    withBoth({ paging: 'nested', cursors: false, farEnd: { earlier: 60 } }, async (callscaler) => {
      const { data } = (await get(callscaler, '/calls?limit=10')).body
      expect(Object.keys(data)).toEqual(['calls', 'pagination'])
      expect(data.pagination).toEqual({ total: 60, limit: 10, offset: 0, has_more: true })
    }))

  test.each([
    ['older', 'date_from', 3],
    ['older', 'start_date', 40],
    ['newer', 'updated_since', 3],
    ['newer', 'date_from', 40],
  ] as const)('of the %s edition knows %s, or not', (edition, parameter, count) =>
    withBoth({ edition, farEnd: { earlier: 40 } }, async (callscaler) => {
      const since = new Date(START - 3.2 * 60_000).toISOString()
      const { data } = (await get(callscaler, `/calls?${parameter}=${since}`)).body
      expect(data.total).toBe(count)
    }),
  )

  test('of the newer edition knows days, the last of them exclusive', () =>
    withBoth({ start: Date.UTC(2026, 2, 4), farEnd: { earlier: 4 } }, async (callscaler) => {
      const count = async (query: string) => (await get(callscaler, `/calls?${query}`)).body.data.total
      expect(await count('start_date=2026-03-03&end_date=2026-03-04')).toBe(4)
      expect(await count('start_date=2026-03-04')).toBe(0)
      expect(await count('end_date=2026-03-03')).toBe(0)
    }))

  test('can have filters that do nothing', () =>
    withBoth({ filters: 'ignored' }, async (callscaler) => {
      expect((await get(callscaler, '/calls?start_date=2100-01-01')).body.data.total).toBe(3)
    }))
})

test.each(EDITIONS)('numbers of the %s edition are all on one page', (edition) =>
  withBoth({ edition }, async (callscaler) => {
    const { data } = (await get(callscaler, '/numbers?page=2')).body
    expect(data.total).toBe(NUMBERS.length)
    expect(data.numbers).toContainEqual({
      id: DIALLED_NUMBER.id,
      phone_number: '+15735551234',
      [edition === 'older' ? 'friendly_name' : 'name']: 'Load test line',
      status: 'active',
      created_at: expect.any(String),
    })
  }),
)

describe('refusals', () => {
  test.each([
    ['older', { error: { code: '401', message: 'Invalid API key' } }],
    ['newer', { error: 'unauthorized' }],
  ] as const)('of the %s edition have its form', (edition, body) =>
    withBoth({ edition }, async (callscaler) => {
      for (const headers of [{}, { authorization: 'Bearer cs_key_other' }, { authorization: callscaler.key }]) {
        expect(await get(callscaler, '/numbers', headers as Record<string, string>)).toMatchObject({
          status: 401,
          body,
        })
      }
      expect((await get(callscaler, '/nothing')).status).toBe(404)
      expect((await fetch(`${callscaler.url}/numbers`, { method: 'POST' })).status).toBe(401)
    }),
  )

  test.each(EDITIONS)('after 60 requests in a minute are 429 in the %s edition', (edition) =>
    withBoth({ edition, requestsPerMinute: 60 }, async (callscaler, _, time) => {
      const first = await get(callscaler, '/numbers')
      expect(first.headers.get('x-ratelimit-limit')).toBe('60')
      expect(first.headers.get('x-ratelimit-remaining')).toBe('59')
      expect(Number(first.headers.get('x-ratelimit-reset')) * 1_000 - START).toBe(60_000)
      await time.sleep(48_000)
      await Promise.all(Array.from({ length: 59 }, () => get(callscaler, '/numbers')))
      const { status, body, headers } = await get(callscaler, '/numbers')
      expect(status).toBe(429)
      expect(body).toEqual({
        error: 'rate_limit_exceeded',
        message: expect.stringContaining('60/min'),
        retry_after: 12,
      })
      expect([headers.get('x-ratelimit-remaining'), headers.get('retry-after')]).toEqual(['0', null])
      await time.sleep(12_000)
      expect((await get(callscaler, '/numbers')).status).toBe(200)
    }),
  )
})

test('faults befall requests by method and path, and the journal tells all', () =>
  withBoth({}, async (callscaler) => {
    callscaler.addFault({ path: '/calls', kind: 'status', status: 503, count: 2 })
    callscaler.addFault({ method: 'GET', path: /^\/num/, kind: 'html' })
    expect((await get(callscaler, '/calls')).status).toBe(503)
    expect((await get(callscaler, '/calls?page=2')).status).toBe(503)
    expect((await get(callscaler, '/calls')).status).toBe(200)
    const page = await fetch(`${callscaler.url}/numbers`)
    expect(await page.text()).toMatch(/^<!DOCTYPE html>/)
    expect(callscaler.requests).toMatchObject([
      { method: 'GET', path: '/calls', query: {}, status: 503 },
      { path: '/calls', query: { page: '2' }, status: 503 },
      { path: '/calls', status: 200, headers: { authorization: `Bearer ${callscaler.key}` } },
      { path: '/numbers', status: 200 },
    ])
  }))

describe('every answer is as openapi.yaml describes it', () => {
  const description = new URL('../../../src/apis/callscaler/openapi.yaml', import.meta.url)
  const { components }: { components: object } = parse(readFileSync(description, 'utf8'))

  /** The schema with every field that it doesn't name forbidden, unless it says that there may be more. */
  function closed(schema: unknown): unknown {
    if (Array.isArray(schema)) return schema.map(closed)
    if (typeof schema !== 'object' || schema === null) return schema
    const copy = Object.fromEntries(Object.entries(schema).map(([name, part]) => [name, closed(part)]))
    return 'properties' in copy && !('additionalProperties' in copy) ? { ...copy, additionalProperties: false } : copy
  }
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  ajv.addSchema({ components: closed(components) }, 'api')
  const faultsOf = (schema: string, body: unknown) => {
    ajv.validate(`api#/components/schemas/${schema}`, body)
    return ajv.errorsText(ajv.errors, { separator: '\n' }).replace('No errors', '')
  }

  test.each(EDITIONS.flatMap((edition) => (['flat', 'nested'] as const).map((paging) => [edition, paging] as const)))(
    '%s edition, paging %s',
    (edition, paging) =>
      withBoth(
        {
          edition,
          paging,
          farEnd: { outcomes: { missed: 2 }, oddStatuses: { odd: 1 }, listed: 'from-start', delaySeconds: 0 },
        },
        async (callscaler, callmeter, time) => {
          callmeter.startElsewhere()
          await time.sleep(30_000)
          for (const query of ['', '?limit=2&per_page=2', '?page=99&offset=999'])
            expect(faultsOf('CallsAnswer', (await get(callscaler, `/calls${query}`)).body)).toBe('')
          expect(faultsOf('NumbersAnswer', (await get(callscaler, '/numbers')).body)).toBe('')
          expect(faultsOf('ErrorAnswer', (await get(callscaler, '/nothing')).body)).toBe('')
          for (const { body } of [problem(edition, 401, 'No'), problem(edition, 500, 'No'), tooMany(60, 12)])
            expect(faultsOf('ErrorAnswer', body)).toBe('')
        },
      ),
  )

  test('and the check would notice', () => {
    expect(faultsOf('CallsAnswer', { data: {} })).toContain('calls')
    expect(faultsOf('CallsAnswer', { data: { calls: [], more: true } })).toContain('additional')
    expect(faultsOf('ErrorAnswer', { error: 7 })).toContain('error')
  })
})
