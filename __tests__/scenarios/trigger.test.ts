// A step starts its run exactly once, whatever becomes of the answer.
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { type Server, type Socket, connect, createServer } from 'node:net'
import { describe, expect, test } from '@jest/globals'
import { DEMO_PROJECT, DEMO_TEST } from '../../simulator/callmeter/account.ts'
import type { Simulator } from '../../simulator/callmeter/callmeter.ts'
import type { Fault } from '../../simulator/callmeter/faults.ts'
import { START } from '../../simulator/time/virtual-time.ts'
import { gate } from './gate.ts'
import { POLL, RUNS, STOP, TRIGGER, type World, inWorld, requestsTo, stillGoing } from './live-step.ts'

const OTHER_TEST_ID = DEMO_PROJECT.tests.find(({ id }) => id !== DEMO_TEST.id)?.id ?? ''

const triggers = (simulator: Simulator) => requestsTo(simulator, 'POST', TRIGGER)
const lists = (simulator: Simulator) => requestsTo(simulator, 'GET', RUNS)

describe('the request', () => {
  test.concurrent('goes out after the state was saved', async () => {
    await inWorld({ faults: [{ operation: 'triggerRun', kind: 'hang' }] }, async (world) => {
      const step = await world.start()
      await world.arrived('POST', TRIGGER)
      // The state as the post step of a process that dies right now would get it.
      const environment = readFileSync(`/proc/${step.child.pid ?? 0}/environ`, 'utf8').split('\0')
      const path = environment.find((entry) => entry.startsWith('GITHUB_STATE='))?.slice('GITHUB_STATE='.length) ?? ''
      expect(readFileSync(path, 'utf8')).toMatch(/7b0c1d2e-3f40-4152-8637-48596a7b8c9d/)
    })
  })

  test.concurrent('carries an Idempotency-Key: one for all tries of a step, another for every other step', async () => {
    const keys: string[][] = []
    for (const _ of [1, 2]) {
      const { simulator, outputs } = await gate({
        faults: [{ operation: 'triggerRun', kind: 'status', status: 429, retryAfter: 1, count: 2 }],
        inputs: { wait: 'false' },
      })
      expect(outputs.verdict).toBe('triggered')
      keys.push(triggers(simulator).map(({ headers }) => String(headers['idempotency-key'])))
    }
    for (const [first, ...others] of keys) {
      expect(first).toMatch(/^[\w-]{20,}$/)
      expect(others).toEqual([first, first])
    }
    expect(keys[0]?.[0]).not.toBe(keys[1]?.[0])
  })
})

describe('a refusal that is certain', () => {
  test.concurrent.each([
    ['in seconds', 20],
    ['as a date', { date: 20 }],
  ] as const)('429 is tried again after the wait that is asked for, %s', async (_, retryAfter) => {
    const { simulator, outputs } = await gate({
      faults: [{ operation: 'triggerRun', kind: 'status', status: 429, retryAfter }],
      inputs: { wait: 'false' },
    })
    expect([outputs.verdict, simulator.runs.length]).toEqual(['triggered', 1])
    const [first, second] = triggers(simulator).map(({ at }) => at)
    // A date has whole seconds only.
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(19_000)
    expect(triggers(simulator)).toHaveLength(2)
  })

  test.concurrent('429 for ever ends at the deadline, with nothing started', async () => {
    const { simulator, outputs, log } = await gate({
      faults: [{ operation: 'triggerRun', kind: 'status', status: 429, retryAfter: 5, count: Infinity }],
      inputs: { timeout: '60s' },
    })
    expect([outputs.verdict, simulator.runs.length]).toEqual(['error', 0])
    expect(log).toMatch(/429/)
    const at = triggers(simulator).map((request) => request.at)
    expect(Math.max(...at) - Math.min(...at)).toBeLessThanOrEqual(100_000)
    expect(lists(simulator)).toHaveLength(1)
  })

  test.concurrent('a Retry-After beyond the deadline is not waited for', async () => {
    const { simulator, outputs } = await gate({
      faults: [{ operation: 'triggerRun', kind: 'status', status: 429, retryAfter: 86_400, count: Infinity }],
      inputs: { timeout: '30s' },
    })
    expect([outputs.verdict, simulator.runs.length]).toEqual(['error', 0])
  })

  test.concurrent('a refused connection is tried again until there is one', async () => {
    // The list of tests takes its time, so that the door can be shut before the trigger.
    await inWorld({ faults: [{ operation: 'listTests', kind: 'slow', seconds: 10 }] }, async (world) => {
      const door = await openDoor(world)
      try {
        const step = await world.start({ 'api-url': door.url, wait: 'false' })
        // Reads keep their connection; the trigger has one of its own, and finds the door shut.
        await world.arrived('GET', /\/tests$/)
        await door.shut()
        await world.until('a refused try', () => /ECONNREFUSED/.test(step.shown()))
        expect(world.simulator.runs).toEqual([])
        await door.open()

        const result = await step.ended
        expect([result.outputs.verdict, world.simulator.runs.length]).toEqual(['triggered', 1])
        expect(lists(world.simulator)).toHaveLength(1)
      } finally {
        await door.shut()
        door.breakOff()
      }
    })
  })

  test.concurrent.each([
    ['401', 401, /api-key/],
    ['403', 403, /Tester/],
    ['404', 404, /no such test/],
    ['405', 405, /no such test/],
    ['400', 400, /400/],
    ['422', 422, /422/],
  ] as const)('%s ends in an error that says why, asked once, looked for nowhere', async (_, status, words) => {
    const { simulator, outputs, exitCode, log, state } = await gate({
      faults: [{ operation: 'triggerRun', kind: 'status', status, count: Infinity }],
    })
    expect([outputs.verdict, exitCode, simulator.runs.length]).toEqual(['error', 1, 0])
    expect(log).toMatch(words)
    // The runs that there were before are read, and no others.
    expect([triggers(simulator).length, lists(simulator).length]).toEqual([1, 1])
    expect(state.callmeter_runs).toBe('[]')
  })
})

test('409 may come of the same request sent on twice: a run is looked for, and where there is none, nothing is left to be stopped', async () => {
  const { simulator, outputs, annotations, state } = await gate({
    faults: [{ operation: 'triggerRun', kind: 'status', status: 409, count: Infinity }],
  })
  expect([outputs.verdict, triggers(simulator).length, simulator.runs.length]).toEqual(['error', 1, 0])
  expect(annotations[0]?.message).toMatch(/answered 409/)
  expect(annotations[0]?.message).not.toMatch(/not started a second time/)
  expect(state.callmeter_runs).toBe('[]')
})

const LOST: readonly [string, Fault][] = [
  ['a reset connection', { operation: 'triggerRun', kind: 'reset-after' }],
  ['no answer at all', { operation: 'triggerRun', kind: 'hang', applied: true }],
  ['an answer after the timeout', { operation: 'triggerRun', kind: 'slow', seconds: 60 }],
  ['502', { operation: 'triggerRun', kind: 'status', status: 502, applied: true }],
  ['503 with Retry-After', { operation: 'triggerRun', kind: 'status', status: 503, retryAfter: 2, applied: true }],
  ['a cut answer', { operation: 'triggerRun', kind: 'cut' }],
  ['an HTML page', { operation: 'triggerRun', kind: 'html' }],
  ['text that is not JSON', { operation: 'triggerRun', kind: 'not-json' }],
  ['an empty answer', { operation: 'triggerRun', kind: 'empty' }],
  ['a huge answer', { operation: 'triggerRun', kind: 'huge', megabytes: 20 }],
  ['an answer that never ends', { operation: 'triggerRun', kind: 'drip' }],
  ['an answer without an id', answer('triggerRun', { data: { status: 'PENDING' } })],
  ['an answer without data', answer('triggerRun', { meta: {} })],
  ['an id that is not a text', answer('triggerRun', { data: { testRunId: { $oid: 1 } } })],
]

describe('an answer that leaves open whether a run was started', () => {
  test.concurrent.each(LOST)('%s: the run is found, and judged with the word that it is presumed', async (_, fault) => {
    const { simulator, outputs, log, summary } = await gate({ faults: [fault], changes: { history: 3 } })
    expect([outputs.verdict, outputs['run-id']]).toEqual(['passed', simulator.runs[0]?.id])
    expect([triggers(simulator).length, simulator.runs.length]).toEqual([1, 1])
    expect(log).toContain(`Run ${simulator.runs[0]?.id ?? ''} is presumed to be this step's`)
    expect(outputs.results).toContain('"presumed":true')
    expect(summary).toMatch(/presumed/)
  })

  test.concurrent.each([
    ['a reset connection', { operation: 'triggerRun', kind: 'reset-before' }],
    ['no answer', { operation: 'triggerRun', kind: 'hang' }],
    ['500', { operation: 'triggerRun', kind: 'status', status: 500 }],
  ] as const)('%s, and no run appears: an error after a while, without another try', async (_, fault) => {
    const { simulator, outputs, log } = await gate({ faults: [fault], changes: { history: 3 } })
    expect([outputs.verdict, outputs['run-id'], simulator.runs.length]).toEqual(['error', '', 0])
    expect(triggers(simulator)).toHaveLength(1)
    expect(log).toMatch(/not started a second time/)
    const at = lists(simulator).map((request) => request.at)
    expect(Math.max(...at) - Math.min(...at)).toBeGreaterThan(30_000)
    expect(Math.max(...at) - Math.min(...at)).toBeLessThan(120_000)
  })

  test.concurrent('a run that appears in the list only later is waited for', async () => {
    const late = answer('listRuns', { data: [], meta: { pagination: paging(0) } }, { count: 3 })
    const { simulator, outputs } = await gate({ faults: [{ operation: 'triggerRun', kind: 'reset-after' }, late] })
    expect([outputs.verdict, simulator.runs.length, triggers(simulator).length]).toEqual(['passed', 1, 1])
    expect(lists(simulator).length).toBeGreaterThanOrEqual(4)
  })

  test.concurrent('a list that is out of reach for a while is asked again', async () => {
    const { simulator, outputs } = await gate({
      faults: [
        { operation: 'triggerRun', kind: 'reset-after' },
        { operation: 'listRuns', kind: 'status', status: 503, count: 3 },
        { operation: 'listRuns', kind: 'reset-before' },
      ],
    })
    expect([outputs.verdict, simulator.runs.length, triggers(simulator).length]).toEqual(['passed', 1, 1])
  })

  test.concurrent(
    'several runs of that moment: an error that names them; none is touched, none is started',
    async () => {
      let elsewhere = ''
      await inWorld(
        { changes: { durationSeconds: 120 }, faults: [{ operation: 'triggerRun', kind: 'cut' }] },
        async (world) => {
          world.simulator.addFault({ operation: 'listRuns', kind: 'status', status: 503 })
          const step = await world.start()
          await world.arrived('POST', TRIGGER)
          elsewhere = world.simulator.startElsewhere().id
          const result = await step.ended

          expect([result.outputs.verdict, result.exitCode]).toEqual(['error', 1])
          for (const { id } of world.simulator.runs) expect(result.summary).toContain(id)
          expect(result.log).toContain(elsewhere)
          expect(triggers(world.simulator)).toHaveLength(1)
          await step.post()
          expect(requestsTo(world.simulator, 'POST', STOP)).toEqual([])
          expect(stillGoing(world.simulator)).toHaveLength(2)
        },
      )
    },
  )

  test.concurrent('no list to look at: an error that says so, without another try', async () => {
    const { simulator, outputs, log } = await gate({
      changes: { without: ['listRuns'] },
      faults: [{ operation: 'triggerRun', kind: 'reset-after' }],
    })
    expect([outputs.verdict, simulator.runs.length, triggers(simulator).length]).toEqual(['error', 1, 1])
    expect(log).toMatch(/cannot be listed/)
    expect(log).toMatch(/not started a second time/)
  })

  test.concurrent('a run of another test, or an earlier one, is not taken for it', async () => {
    let other = ''
    const { simulator, outputs } = await gate({
      changes: { history: 3 },
      before: (world) => void (other = world.startElsewhere(OTHER_TEST_ID).id),
      faults: [{ operation: 'triggerRun', kind: 'reset-before' }],
    })
    expect(other).not.toBe('')
    expect([outputs.verdict, outputs['run-id'], simulator.runs.length]).toEqual(['error', '', 1])
  })

  test.concurrent('runs of other tests in a list that ignores the filter are not taken for it', async () => {
    const created = new Date(START + 3_600_000).toISOString()
    const foreign = { id: 'foreign', testId: OTHER_TEST_ID, status: 'RUNNING', createdAt: created }
    const { outputs } = await gate({
      faults: [
        { operation: 'triggerRun', kind: 'reset-before' },
        answer('listRuns', { data: [foreign], meta: { pagination: paging(1) } }, { count: Infinity }),
      ],
    })
    expect([outputs.verdict, outputs['run-id']]).toEqual(['error', ''])
  })

  test.concurrent('with wait: false the run is found as well', async () => {
    const { simulator, outputs } = await gate({
      faults: [{ operation: 'triggerRun', kind: 'reset-after' }],
      inputs: { wait: 'false' },
    })
    expect([outputs.verdict, outputs['run-id'], triggers(simulator).length]).toEqual([
      'triggered',
      simulator.runs[0]?.id,
      1,
    ])
  })
})

describe('not-run-retries', () => {
  test.concurrent('starts again with growing waits, each time with a key of its own', async () => {
    const { simulator, outputs } = await gate({
      changes: { endStatus: 'CANNOT_RUN_FOR_NOW', endStatusRuns: 3 },
      inputs: { 'not-run-retries': '3' },
    })
    expect([outputs.verdict, simulator.runs.length]).toEqual(['passed', 4])
    expect(outputs['run-id']).toBe(simulator.runs[3]?.id)
    const sent = triggers(simulator)
    expect(new Set(sent.map(({ headers }) => headers['idempotency-key'])).size).toBe(4)
    const gaps = sent.slice(1).map(({ at }, i) => at - (sent[i]?.at ?? 0))
    expect(gaps.every((gap, i) => i === 0 || gap > (gaps[i - 1] ?? 0))).toBe(true)
  })

  test.concurrent.each([
    ['0', '60m', 1],
    ['1', '60m', 2],
    ['20', '2m', undefined],
  ])('of %s within %s end in not-run', async (retries, timeout, runs) => {
    const { simulator, outputs } = await gate({
      scenario: 'cannot-run',
      inputs: { 'not-run-retries': retries, timeout },
    })
    // The last attempt may still be running when the time is up.
    expect(runs === undefined ? ['not-run', 'timed-out'] : ['not-run']).toContain(outputs.verdict)
    if (runs !== undefined) expect(simulator.runs).toHaveLength(runs)
    const at = triggers(simulator).map((request) => request.at)
    expect(Math.max(...at) - Math.min(...at)).toBeLessThan(120_000)
    expect(simulator.runs.length).toBe(at.length)
  })

  test.concurrent('an answer lost at the second attempt is not taken for the first attempt’s run', async () => {
    const { simulator, outputs } = await gate({
      changes: { endStatus: 'CANNOT_RUN_FOR_NOW', endStatusRuns: 1 },
      inputs: { 'not-run-retries': '2' },
      faults: [{ operation: 'triggerRun', kind: 'reset-after', after: 1 }],
    })
    expect([outputs.verdict, outputs['run-id'], simulator.runs.length]).toEqual(['passed', simulator.runs[1]?.id, 2])
  })

  test.concurrent(
    'a signal between two attempts starts nothing more, and leaves nothing to the post step',
    async () => {
      await inWorld({ changes: { endStatus: 'CANNOT_RUN_FOR_NOW' } }, async (world) => {
        const step = await world.start({ 'not-run-retries': '5' })
        await world.until('the wait', () => /starting it again/.test(step.shown()))
        const { result, tookMs } = await step.cancel()

        expect(tookMs).toBeLessThan(7_500)
        expect([result.outputs.verdict, world.simulator.runs.length]).toEqual(['cancelled', 1])
        expect((await step.post()).requests).toEqual([])
        expect(requestsTo(world.simulator, 'GET', POLL).length).toBeGreaterThan(0)
      })
    },
  )
})

/** An answer of ours in place of the simulator's, whose request takes effect. */
function answer(operation: 'triggerRun' | 'listRuns', body: object, target: { count?: number } = {}): Fault {
  return { operation, kind: 'status', status: 200, body, applied: true, ...target }
}

function paging(total: number): object {
  return { page: 1, perPage: 100, total, totalPages: Math.ceil(total / 100) }
}

interface Door {
  url: string
  /** No new connections; those that exist stay. */
  shut: () => Promise<void>
  open: () => Promise<void>
  /** Ends the connections that are left. */
  breakOff: () => void
}

/** A port in front of the simulator that can be closed for a while. */
async function openDoor({ simulator, time }: World): Promise<Door> {
  const behind = Number(new URL(simulator.url).port)
  const sockets = new Set<Socket>()
  let server: Server | undefined
  let port = 0
  const open = async (): Promise<void> => {
    server = createServer((inside) => {
      const outside = connect(behind, '127.0.0.1')
      for (const socket of [inside, outside]) {
        sockets.add(socket)
        socket.on('error', () => socket.destroy())
      }
      inside.pipe(outside).pipe(inside)
    }).listen(port, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    if (address !== null && typeof address === 'object') ({ port } = address)
    time.serve(server)
  }
  await open()
  return {
    url: `http://127.0.0.1:${port}/api/v1`,
    open,
    // What is accepted already is not closed, so there is no end to wait for.
    shut: async () => void server?.close(),
    breakOff: () => {
      for (const socket of sockets) socket.destroy()
    },
  }
}
