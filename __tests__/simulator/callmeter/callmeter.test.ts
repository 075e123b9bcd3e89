import { describe, expect, test } from '@jest/globals'
import { DEMO_PROJECT, DEMO_TEST, DEMO_VIEWER_KEY } from '../../../simulator/callmeter/account.ts'
import type { Simulator } from '../../../simulator/callmeter/callmeter.ts'
import { START } from '../../../simulator/time/virtual-time.ts'
import type { VirtualTime } from '../../../simulator/time/virtual-time.ts'
import { send, trigger, TRIGGER, RUNS, withSimulator } from '../request.ts'

/** What the API says of the run's status, so many ms from now. */
async function statusesAfter(simulator: Simulator, time: VirtualTime, id: string, waits: number[]): Promise<string[]> {
  const from = time.now()
  const seen: string[] = []
  for (const ms of waits) {
    await time.sleep(from + ms - time.now())
    seen.push((await send(simulator, 'GET', `${RUNS}/${id}`)).body.data.status)
  }
  return seen
}

describe('keys', () => {
  test.each([
    ['no key', {}],
    ['another key', { authorization: 'Bearer cmk_ffffffffffffffffffffffffffffffff' }],
    ['X-API-Key', { 'x-api-key': 'cmk_d3e0c0ffee5eedd3e0c0ffee5eedd3e0' }],
    ['a key without Bearer', { authorization: 'cmk_d3e0c0ffee5eedd3e0c0ffee5eedd3e0' }],
  ])('%s is refused with the documented envelope', (_name, headers: Record<string, string>) =>
    withSimulator({}, async (simulator) => {
      const { status, body } = await send(simulator, 'GET', '/projects', headers)
      expect(status).toBe(401)
      expect(body).toEqual({
        error: { code: 'UNAUTHORIZED', message: 'Invalid or expired API key' },
        meta: { requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
      })
    }),
  )

  test("a Viewer's key reads, but runs nothing", () =>
    withSimulator({}, async (simulator) => {
      const viewer = { authorization: `Bearer ${DEMO_VIEWER_KEY}` }
      expect((await send(simulator, 'GET', '/projects', viewer)).status).toBe(200)
      expect((await send(simulator, 'POST', TRIGGER, viewer)).status).toBe(403)
      expect(simulator.runs).toHaveLength(0)
    }))

  test('a key may be chosen', () =>
    withSimulator({ key: 'cmk_mine' }, async (simulator) => {
      expect(simulator.key).toBe('cmk_mine')
      expect((await send(simulator, 'GET', '/projects')).status).toBe(200)
    }))
})

describe('the rate limit', () => {
  test('answers the 121st request of a minute with 429 and Retry-After', () =>
    withSimulator({}, async (simulator, time) => {
      const statuses: number[] = []
      for (let request = 0; request < 120; request += 1) {
        statuses.push((await send(simulator, 'GET', '/projects?perPage=1')).status)
      }
      expect(new Set(statuses)).toEqual(new Set([200]))
      await time.sleep(59_000 - 1)
      const refused = await send(simulator, 'POST', TRIGGER)
      expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '2'])
      await time.sleep(1)
      expect((await send(simulator, 'POST', TRIGGER)).headers.get('retry-after')).toBe('1')
      expect(simulator.runs).toHaveLength(0)
      await time.sleep(1000)
      expect((await send(simulator, 'POST', TRIGGER)).status).toBe(202)
    }))
})

describe('pages', () => {
  test('hold 25 unless asked for more, at most 100, and the demo is on the second', () =>
    withSimulator({}, async (simulator) => {
      const first = await send(simulator, 'GET', '/projects')
      const total: number = first.body.meta.pagination.total
      expect(total).toBeGreaterThanOrEqual(30)
      expect(first.body.meta.pagination).toEqual({ page: 1, perPage: 25, total, totalPages: 2 })
      const second = await send(simulator, 'GET', '/projects?page=2')
      const ids = [...first.body.data, ...second.body.data].map(({ id }) => id)
      expect(new Set(ids).size).toBe(total)
      expect(second.body.data).toContainEqual({
        id: DEMO_PROJECT.id,
        slug: 'production-pbx',
        name: 'Production PBX',
        testCount: 28,
        probeCount: expect.any(Number),
        registrarCount: expect.any(Number),
      })
      const all = await send(simulator, 'GET', '/projects?perPage=500')
      expect(all.body.data).toHaveLength(total)
      expect(all.body.meta.pagination.perPage).toBe(100)
      expect((await send(simulator, 'GET', '/projects?page=9')).body.data).toEqual([])
    }))

  test('of tests have the demo test on the second', () =>
    withSimulator({}, async (simulator) => {
      const tests = `/projects/${DEMO_PROJECT.id}/tests`
      expect((await send(simulator, 'GET', tests)).body.data).toHaveLength(25)
      expect((await send(simulator, 'GET', `${tests}?page=2`)).body.data).toContainEqual({
        id: DEMO_TEST.id,
        name: 'Nightly SIP load',
        slug: 'nightly-sip-load',
        durationSeconds: 60,
        endpointCount: 40,
      })
    }))
})

describe('a run', () => {
  test('is triggered, polled to its end, and has results on two pages', () =>
    withSimulator({}, async (simulator, time) => {
      const id = await trigger(simulator)
      expect(simulator.runs).toMatchObject([{ id, testId: DEMO_TEST.id }])
      const waits = [0, 1199, 1200, 6199, 6200, 73_199, 73_200]
      expect(await statusesAfter(simulator, time, id, waits)).toEqual([
        'PENDING',
        'PENDING',
        'QUEUED',
        'QUEUED',
        'RUNNING',
        'RUNNING',
        'COMPLETED',
      ])
      const first = await send(simulator, 'GET', `${RUNS}/${id}/endpoints`)
      const second = await send(simulator, 'GET', `${RUNS}/${id}/endpoints?page=2`)
      expect([first.body.data.length, second.body.data.length]).toEqual([25, 15])
      expect(first.body.data[0].endpointOutcome).toBe('SUCCESS')
      const { data } = (await send(simulator, 'GET', `${RUNS}/${id}`)).body
      expect(data).toMatchObject({ completedEndpoints: 40, durationSeconds: 60, summary: { successRate: 100 } })
      expect(Date.parse(data.completedAt) - Date.parse(data.createdAt)).toBe(73_200)
      expect(simulator.runs[0]!.stoppedBy).toBeUndefined()
    }))

  test('takes simulated time', () =>
    withSimulator({}, async (simulator, time) => {
      await time.sleep(1234)
      const { body, status, headers } = await send(simulator, 'POST', TRIGGER)
      expect([status, body.data.status]).toEqual([202, 'PENDING'])
      expect(simulator.runs[0]!.status()).toBe('PENDING')
      expect(simulator.runs[0]!.createdAt - START).toBe(1234)
      // A date has no ms.
      expect(Date.parse(headers.get('date')!) - START).toBe(1000)
      await time.sleep(1200 - 1)
      expect(simulator.runs[0]!.status()).toBe('PENDING')
      await time.sleep(1)
      expect(simulator.runs[0]!.status()).toBe('QUEUED')
    }))

  test('is stopped once, by the API or in the dashboard', () =>
    withSimulator({ scenario: 'stuck-running' }, async (simulator, time) => {
      const id = await trigger(simulator)
      expect(await statusesAfter(simulator, time, id, [6200])).toEqual(['RUNNING'])
      expect((await send(simulator, 'POST', `${RUNS}/${id}/stop`)).body.data.status).toBe('STOPPING')
      expect((await send(simulator, 'POST', `${RUNS}/${id}/stop`)).status).toBe(409)
      expect(simulator.runs[0]!.stoppedBy).toBe('api')
      expect(await statusesAfter(simulator, time, id, [3999, 4000])).toEqual(['STOPPING', 'COMPLETED'])

      const other = await trigger(simulator)
      expect(simulator.pressStop(other)).toBe(true)
      expect(simulator.pressStop(other)).toBe(false)
      expect(simulator.runs[1]!.stoppedBy).toBe('dashboard')
    }))

  test('is not yet stopped by whoever presses Stop Test later', () =>
    withSimulator({ scenario: 'dashboard-stop' }, async (simulator, time) => {
      await trigger(simulator)
      expect(simulator.runs[0]!.stoppedBy).toBeUndefined()
      await time.sleep(36_199)
      expect(simulator.runs[0]!.stoppedBy).toBeUndefined()
      await time.sleep(1)
      expect(simulator.runs[0]!.stoppedBy).toBe('dashboard')
    }))

  test('is listed newest first, by test, after those of the history', () =>
    withSimulator({ scenario: { history: 2 } }, async (simulator) => {
      const first = await trigger(simulator)
      const other = simulator.startElsewhere(DEMO_PROJECT.tests[0]!.id)
      const second = simulator.startElsewhere()
      const all = (await send(simulator, 'GET', RUNS)).body.data
      expect(all.slice(0, 3).map(({ id }: { id: string }) => id)).toEqual([second.id, other.id, first])
      expect(all).toHaveLength(5)
      const ofTest = (await send(simulator, 'GET', `${RUNS}?testId=${DEMO_TEST.id}`)).body.data
      expect(ofTest.map(({ status }: { status: string }) => status)).toEqual([
        'PENDING',
        'PENDING',
        'COMPLETED',
        'COMPLETED',
      ])
      const earlier = await send(simulator, 'GET', `${RUNS}/${ofTest[3].id}/endpoints`)
      expect(earlier.body.meta.pagination.total).toBe(40)
    }))

  test('is the same for the same Idempotency-Key only where the API knows it', async () => {
    for (const [idempotent, runs] of [
      [true, 1],
      [false, 2],
    ] as const) {
      await withSimulator({ scenario: { idempotent } }, async (simulator) => {
        const headers = { authorization: `Bearer ${simulator.key}`, 'idempotency-key': 'once' }
        await send(simulator, 'POST', TRIGGER, headers)
        await send(simulator, 'POST', TRIGGER, headers)
        expect(simulator.runs).toHaveLength(runs)
        expect(simulator.runs[0]!.idempotencyKey).toBe('once')
      })
    }
  })
})

describe('what is not there', () => {
  test.each([
    ['GET', '/nothing', 404],
    ['GET', '/projects/x/tests', 404],
    ['POST', `/projects/${DEMO_PROJECT.id}/tests/x/run`, 404],
    ['GET', `${RUNS}/x`, 404],
    ['GET', `${RUNS}/x/endpoints`, 404],
    ['POST', `${RUNS}/x/stop`, 404],
    ['GET', `${RUNS}/%E0%A4%A`, 404],
    ['DELETE', '/projects', 405],
  ])('%s %s is answered %d', (method, path, expected) =>
    withSimulator({}, async (simulator) => {
      const { status, body } = await send(simulator, method, path)
      expect(status).toBe(expected)
      expect(body).toMatchObject({ error: { code: expect.any(String), message: expect.any(String) } })
    }),
  )

  test('operations that the scenario is without answer 404', () =>
    withSimulator({ scenario: { without: ['stopRun', 'listTests'] } }, async (simulator) => {
      const id = await trigger(simulator)
      expect((await send(simulator, 'POST', `${RUNS}/${id}/stop`)).status).toBe(404)
      expect((await send(simulator, 'GET', `/projects/${DEMO_PROJECT.id}/tests`)).status).toBe(404)
      expect(simulator.runs[0]!.stoppedBy).toBeUndefined()
    }))
})

test('the same seed gives the same answers', async () => {
  const answers: unknown[] = []
  for (const seed of [5, 5, 6]) {
    await withSimulator({ scenario: { history: 1 }, seed }, async (simulator) => {
      const { body } = await send(simulator, 'GET', RUNS)
      answers.push([body.data[0].id, (await send(simulator, 'GET', `${RUNS}/${body.data[0].id}/endpoints`)).body])
    })
  }
  expect(answers[0]).toEqual(answers[1])
  expect(answers[0]).not.toEqual(answers[2])
})

test('the journal holds every request below /api/v1', () =>
  withSimulator({}, async (simulator) => {
    await send(simulator, 'GET', '/projects?page=2')
    await send(simulator, 'GET', '/nothing')
    expect(simulator.requests).toMatchObject([
      { method: 'GET', path: '/projects', query: { page: '2' }, status: 200 },
      {
        method: 'GET',
        path: '/nothing',
        query: {},
        status: 404,
        headers: { authorization: `Bearer ${simulator.key}` },
      },
    ])
  }))
