import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse } from 'yaml'
import { type Simulator, startSimulator } from '../../simulator/callmeter.ts'
import { type CallScalerOptions, type CallScalerSimulator, startCallScaler } from '../../simulator/callscaler.ts'
import { DIALLED_NUMBER, NUMBERS } from '../../simulator/callscaler/account.ts'
import { type Edition, problem, tooMany } from '../../simulator/callscaler/answers.ts'
import type { Scenario, ScenarioName } from '../../simulator/scenarios.ts'
import type { Reply } from './request.ts'

const SPEED = 2000
const EDITIONS: readonly Edition[] = ['older', 'newer']

type Setting = Omit<CallScalerOptions, 'callmeter'> & { scenario?: ScenarioName | Partial<Scenario> }

/** Runs `work` with both simulators. */
async function withBoth(
  { scenario, speed = SPEED, epoch = Date.now(), ...options }: Setting,
  work: (callscaler: CallScalerSimulator, callmeter: Simulator) => Promise<void>,
): Promise<void> {
  const callmeter = await startSimulator({ speed, epoch, ...(scenario && { scenario }) })
  const callscaler = await startCallScaler({ callmeter, requestsPerMinute: Infinity, ...options })
  try {
    await work(callscaler, callmeter)
  } finally {
    await callscaler.close()
    await callmeter.close()
  }
}

async function get(
  { url, key }: CallScalerSimulator,
  path: string,
  headers: Record<string, string> = { authorization: `Bearer ${key}` },
): Promise<Reply> {
  const response = await fetch(url + path, { headers })
  return { status: response.status, headers: response.headers, body: await response.json() }
}

/** Lets a run go to its end, and its calls be listed. */
async function runThrough(callscaler: CallScalerSimulator, callmeter: Simulator): Promise<void> {
  const run = callmeter.startElsewhere()
  const until = async (isSo: () => boolean) => {
    while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 2))
  }
  await until(() => run.status() === 'COMPLETED')
  const ended = callscaler.now()
  await until(() => callscaler.now() > ended + 20_000)
}

const countOf = (callscaler: CallScalerSimulator) => {
  const counts: Record<string, number> = {}
  for (const { status, trackingNumber, direction, createdAt } of callscaler.rows()) {
    if (trackingNumber !== callscaler.number || direction !== 'inbound' || createdAt < callscaler.epoch) continue
    counts[status] = (counts[status] ?? 0) + 1
  }
  return counts
}

describe('the calls', () => {
  test('are those that a run’s callers placed, listed after they ended', () =>
    withBoth({ speed: 1 }, async (callscaler, callmeter) => {
      expect(callscaler.rows().every(({ createdAt }) => createdAt < callscaler.epoch)).toBe(true)
      callmeter.startElsewhere()
      expect(countOf(callscaler)).toEqual({})
    }))

  test('of a run that CallMeter finds no fault with can all be answered', () =>
    withBoth({}, async (callscaler, callmeter) => {
      await runThrough(callscaler, callmeter)
      expect(countOf(callscaler)).toEqual({ answered: 20 })
      const [call] = callscaler.rows()
      expect(call).toMatchObject({ durationSeconds: expect.any(Number), updatedAt: expect.any(Number) })
    }))

  test('of the scenario far-end are fewer than CallMeter counts, although every endpoint succeeds', () =>
    withBoth({ scenario: 'far-end' }, async (callscaler, callmeter) => {
      await runThrough(callscaler, callmeter)
      expect(countOf(callscaler)).toEqual({ answered: 13, missed: 2 })
      expect(callmeter.runs[0]?.calls()).toHaveLength(20)
    }))

  test('of endpoints that never dialled, or got no answer, are not there; those refused as busy are', () =>
    withBoth(
      { scenario: { outcomes: { REGISTRATION_FAILED: 10, TIMEOUT: 10, CALL_FAILED: 10 } } },
      async (callscaler, callmeter) => {
        await runThrough(callscaler, callmeter)
        const { answered = 0, busy = 0, ...others } = countOf(callscaler)
        expect(others).toEqual({})
        expect(answered).toBeGreaterThan(0)
        expect(answered + busy).toBe(callmeter.runs[0]?.calls().length)
      },
    ))

  test('can be changed for the far end alone', () =>
    withBoth({ farEnd: { outcomes: { never: Infinity }, earlier: 0 } }, async (callscaler, callmeter) => {
      await runThrough(callscaler, callmeter)
      expect(countOf(callscaler)).toEqual({})
      expect(callscaler.rows().length).toBeGreaterThan(0)
    }))

  test('are told by a clock that can differ from CallMeter’s', () =>
    withBoth({ aheadSeconds: 3_600 }, async (callscaler, callmeter) => {
      const { headers } = await get(callscaler, '/calls')
      expect(Date.parse(headers.get('date') ?? '') - callmeter.now()).toBeGreaterThan(3_000_000)
      expect((callscaler.rows().at(-1)?.createdAt ?? 0) - callscaler.epoch).toBeGreaterThan(3_000_000)
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
    withBoth({ edition, speed: 1, farEnd: { earlier: 40 } }, async (callscaler) => {
      const since = new Date(callscaler.epoch - 3.2 * 60_000).toISOString()
      const { data } = (await get(callscaler, `/calls?${parameter}=${since}`)).body
      expect(data.total).toBe(count)
    }),
  )

  test('of the newer edition knows days, the last of them exclusive', () =>
    withBoth({ epoch: Date.UTC(2026, 2, 4), speed: 1e-9, farEnd: { earlier: 4 } }, async (callscaler) => {
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
    withBoth({ edition, speed: 1, requestsPerMinute: 60 }, async (callscaler) => {
      const first = await get(callscaler, '/numbers')
      expect(first.headers.get('x-ratelimit-limit')).toBe('60')
      expect(first.headers.get('x-ratelimit-remaining')).toBe('59')
      const reset = Number(first.headers.get('x-ratelimit-reset')) * 1_000 - callscaler.now()
      expect(reset).toBeGreaterThan(50_000)
      expect(reset).toBeLessThanOrEqual(61_000)
      await Promise.all(Array.from({ length: 59 }, () => get(callscaler, '/numbers')))
      const { status, body, headers } = await get(callscaler, '/numbers')
      expect(status).toBe(429)
      expect(body).toEqual({
        error: 'rate_limit_exceeded',
        message: expect.stringContaining('60/min'),
        retry_after: expect.any(Number),
      })
      expect([headers.get('x-ratelimit-remaining'), headers.get('retry-after')]).toEqual(['0', null])
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
  const description = new URL('../../src/callscaler/openapi.yaml', import.meta.url)
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
        async (callscaler, callmeter) => {
          callmeter.startElsewhere()
          while (callscaler.now() < callscaler.epoch + 30_000) await new Promise((resolve) => setTimeout(resolve, 2))
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
