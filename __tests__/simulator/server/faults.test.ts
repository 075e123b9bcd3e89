import { connect } from 'node:net'
import { describe, expect, test } from '@jest/globals'
import type { Simulator } from '../../../simulator/callmeter/callmeter.ts'
import { faultFromJson } from '../../../simulator/callmeter/faults.ts'
import type { Fault } from '../../../simulator/callmeter/faults.ts'
import { createQueue } from '../../../simulator/server/faults.ts'
import type { FaultTarget } from '../../../simulator/server/faults.ts'
import { START } from '../../../simulator/time/virtual-time.ts'
import type { VirtualTime } from '../../../simulator/time/virtual-time.ts'
import { send, TRIGGER, RUNS, withSimulator } from '../request.ts'

const bearer = ({ key }: Simulator) => ({ authorization: `Bearer ${key}` })
const post = (simulator: Simulator) => fetch(simulator.url + TRIGGER, { method: 'POST', headers: bearer(simulator) })

/** How a connection ends after a trigger: 'FIN', or an error's code; ECONNRESET is what RST looks like. */
function endOfConnection(simulator: Simulator): Promise<string> {
  const { hostname, port, pathname } = new URL(simulator.url + TRIGGER)
  return new Promise((done) => {
    const socket = connect(Number(port), hostname)
    socket.once('error', (error: NodeJS.ErrnoException) => done(error.code ?? error.message))
    socket.once('end', () => done('FIN'))
    socket.resume()
    socket.write(`POST ${pathname} HTTP/1.1\r\nHost: ${hostname}\r\nAuthorization: Bearer ${simulator.key}\r\n\r\n`)
  })
}

const requestsOf = (simulator: Simulator, time: VirtualTime, count: number): Promise<void> =>
  time.until(`${count} requests`, () => simulator.requests.length === count)

function taken(target: FaultTarget & Pick<Fault, 'operation'>, requests: number): boolean[] {
  const queue = createQueue<Fault>()
  queue.add({ kind: 'empty', ...target })
  const request = { method: 'GET', path: '/projects', operation: 'listProjects' }
  return Array.from({ length: requests }, () => queue.take(request) !== null)
}

async function control(simulator: Simulator, method: string, path: string, body?: object) {
  const address = new URL(`/_simulator${path}`, simulator.url)
  const response = await fetch(address, { method, ...(body && { body: JSON.stringify(body) }) })
  return { status: response.status, body: await response.json() }
}

describe('faults', () => {
  test('a status comes with its body, headers and Retry-After, and without effect', () =>
    withSimulator({}, async (simulator) => {
      simulator.addFault({
        operation: 'triggerRun',
        kind: 'status',
        status: 503,
        retryAfter: 7,
        headers: { 'x-a': 'b' },
      })
      const { status, headers, body } = await send(simulator, 'POST', TRIGGER)
      expect([status, headers.get('retry-after'), headers.get('x-a')]).toEqual([503, '7', 'b'])
      expect(body).toMatchObject({ error: { message: expect.any(String) } })
      expect(simulator.runs).toHaveLength(0)
      expect((await send(simulator, 'POST', TRIGGER)).status).toBe(202)
    }))

  test('an altered answer keeps its effect, and has the body and headers that it is given', () =>
    withSimulator({}, async (simulator) => {
      const date = 'Thu, 01 Jan 1970 00:00:00 GMT'
      simulator.addFault({
        operation: 'triggerRun',
        kind: 'altered',
        alter: ({ status, body }) => ({ status, body: { ...body, more: 1 }, headers: { date } }),
      })
      const { status, headers, body } = await send(simulator, 'POST', TRIGGER)
      expect([status, headers.get('date')]).toEqual([202, date])
      expect(body).toMatchObject({ data: { testRunId: simulator.runs[0]?.id }, more: 1 })
    }))

  test('Retry-After can be a date in simulated time', () =>
    withSimulator({}, async (simulator, time) => {
      simulator.addFault({
        path: '/projects',
        kind: 'status',
        status: 429,
        retryAfter: { date: 90 },
        body: 'slow down',
      })
      await time.sleep(5000)
      const response = await fetch(`${simulator.url}/projects`)
      expect(Date.parse(response.headers.get('retry-after')!) - START).toBe(95_000)
      expect(await response.text()).toBe('slow down')
    }))

  test('a status can hide that the request took effect', () =>
    withSimulator({}, async (simulator) => {
      simulator.addFault({ operation: 'triggerRun', kind: 'status', status: 502, applied: true })
      expect((await post(simulator)).status).toBe(502)
      expect(simulator.runs).toHaveLength(1)
      expect(simulator.requests).toMatchObject([{ status: 502 }])
    }))

  test('a connection is reset before or after the effect', () =>
    withSimulator({}, async (simulator) => {
      simulator.addFault({ operation: 'triggerRun', kind: 'reset-before' })
      expect(await endOfConnection(simulator)).toBe('ECONNRESET')
      expect(simulator.runs).toHaveLength(0)
      simulator.addFault({ operation: 'triggerRun', kind: 'reset-after' })
      expect(await endOfConnection(simulator)).toBe('ECONNRESET')
      expect(simulator.runs).toHaveLength(1)
      expect(simulator.requests.map(({ status }) => status)).toEqual(['reset', 'reset'])
    }))

  test('a slow answer comes late, in simulated time', () =>
    withSimulator({}, async (simulator, time) => {
      simulator.addFault({ operation: 'triggerRun', kind: 'slow', seconds: 5 })
      const { body } = await time.pass(send(simulator, 'POST', TRIGGER))
      expect(body.data.status).toBe('PENDING')
      expect(time.now() - START).toBe(5000)
    }))

  test('a hanging request is never answered', () =>
    withSimulator({}, async (simulator, time) => {
      simulator.addFault({ operation: 'triggerRun', kind: 'hang' })
      const impatient = new AbortController()
      let outcome = 'none'
      const hanging = fetch(simulator.url + TRIGGER, {
        method: 'POST',
        headers: bearer(simulator),
        signal: impatient.signal,
      }).then(
        () => (outcome = 'an answer'),
        ({ name }: Error) => (outcome = name),
      )
      await time.sleep(3_600_000)
      expect(outcome).toBe('none')
      impatient.abort()
      expect(await hanging).toBe('AbortError')
      expect(simulator.requests).toMatchObject([{ status: 'none' }])
      expect(simulator.runs).toHaveLength(0)
    }))

  test('a body is cut short', () =>
    withSimulator({}, async (simulator) => {
      simulator.addFault({ operation: 'triggerRun', kind: 'cut' })
      const response = await post(simulator)
      expect(response.status).toBe(202)
      expect(Number(response.headers.get('content-length'))).toBeGreaterThan(50)
      await expect(response.text()).rejects.toThrow('terminated')
      expect(simulator.runs).toHaveLength(1)
    }))

  test.each([
    ['html', 'text/html; charset=utf-8', /^<!DOCTYPE html>/],
    ['not-json', 'application/json; charset=utf-8', /^\{"data": \[oops$/],
    ['empty', 'application/json; charset=utf-8', /^$/],
  ] as const)('an answer is %s', (kind, type, text) =>
    withSimulator({}, async (simulator) => {
      simulator.addFault({ path: '/projects', kind })
      const response = await fetch(`${simulator.url}/projects`)
      expect([response.status, response.headers.get('content-type')]).toEqual([200, type])
      expect(await response.text()).toMatch(text)
    }),
  )

  test('an answer is huge', () =>
    withSimulator({}, async (simulator) => {
      simulator.addFault({ path: '/projects', kind: 'huge', megabytes: 3 })
      const text = await (await fetch(`${simulator.url}/projects`)).text()
      expect(text.length).toBeGreaterThan(3 * 1024 * 1024)
      expect(text.startsWith('{"data":[{"id":"x')).toBe(true)
    }))

  test('an answer drips for ever', () =>
    withSimulator({}, async (simulator, time) => {
      simulator.addFault({ path: '/projects', kind: 'drip', seconds: 2 })
      const { body } = await fetch(`${simulator.url}/projects`)
      let received = ''
      const read = async () => {
        for await (const chunk of body!.pipeThrough(new TextDecoderStream())) {
          received += chunk
          if (received.length === 20) break
        }
      }
      await time.pass(read())
      expect(time.now() - START).toBe(11 * 2000)
      expect(received).toMatch(/^\{"data":\[ +$/)
    }))

  test('a simulator closes although requests hang and drip', async () => {
    let pending: Promise<unknown>[] = []
    await withSimulator({}, async (simulator, time) => {
      simulator.addFault({ path: '/projects', kind: 'hang' })
      simulator.addFault({ path: '/projects', kind: 'drip' })
      const hanging = fetch(`${simulator.url}/projects`)
      await requestsOf(simulator, time, 1)
      const dripping = fetch(`${simulator.url}/projects`).then((response) => response.text())
      await requestsOf(simulator, time, 2)
      pending = [hanging, dripping]
    })
    const ends = await Promise.allSettled(pending)
    expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  })
})

describe('which requests a fault befalls', () => {
  test('as many as it counts, after those that it lets pass', () => {
    expect(taken({}, 3)).toEqual([true, false, false])
    expect(taken({ count: 2, after: 1 }, 4)).toEqual([false, true, true, false])
    expect(taken({ count: Infinity }, 3)).toEqual([true, true, true])
  })

  test('by method, path, pattern and operation', () => {
    expect(taken({ method: 'POST' }, 1)).toEqual([false])
    expect(taken({ path: '/project' }, 1)).toEqual([false])
    expect(taken({ path: '/projects' }, 1)).toEqual([true])
    expect(taken({ path: /^\/p/g, count: 2 }, 2)).toEqual([true, true])
    expect(taken({ operation: 'getRun' }, 1)).toEqual([false])
    expect(taken({ operation: 'listProjects' }, 1)).toEqual([true])
  })

  test('can be written as JSON', () => {
    expect(faultFromJson('{"pattern": "^/projects$", "kind": "hang", "count": "forever"}')).toMatchObject({
      path: /^\/projects$/u,
      count: Infinity,
    })
    expect(() => faultFromJson('{"kind": "fire"}')).toThrow('kind must be one of: status, slow')
    expect(() => faultFromJson('{"kind": "hang", "operation": "x"}')).toThrow('operation must be one of')
    expect(() => faultFromJson('{"kind": "status"}')).toThrow('status must be')
    expect(() => faultFromJson('[]')).toThrow('kind must be')
    expect(() => faultFromJson('7')).toThrow('an object')
  })
})

describe('the controls over HTTP', () => {
  test('add faults, show requests without their keys and runs, press Stop Test', () =>
    withSimulator({}, async (simulator) => {
      const added = await control(simulator, 'POST', '/faults', { operation: 'listRuns', kind: 'status', status: 500 })
      expect(added.status).toBe(201)
      expect((await send(simulator, 'GET', RUNS)).status).toBe(500)
      await send(simulator, 'POST', TRIGGER)
      const { id } = simulator.runs[0]!
      expect((await control(simulator, 'POST', `/runs/${id}/stop`)).body).toEqual({ stopped: true })
      expect((await control(simulator, 'GET', '/runs')).body).toMatchObject({
        runs: [{ id, status: 'STOPPING', stoppedBy: 'dashboard' }],
      })
      const { body } = await control(simulator, 'GET', '/requests')
      expect(body).toMatchObject({ requests: [{ path: RUNS, status: 500 }, { path: TRIGGER }] })
      expect(JSON.stringify(body)).not.toContain(simulator.key)
      expect(simulator.requests).toHaveLength(2)
    }))

  test('say what is wrong', () =>
    withSimulator({}, async (simulator) => {
      expect(await control(simulator, 'POST', '/faults', { kind: 'fire' })).toMatchObject({
        status: 400,
        body: { error: expect.stringContaining('kind must be') },
      })
      expect((await control(simulator, 'GET', '/nothing')).status).toBe(404)
      expect((await control(simulator, 'POST', '/runs/x/stop')).body).toEqual({ error: 'no run x' })
    }))
})
