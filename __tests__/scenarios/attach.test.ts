// Waiting for a run: one of this step's or one that exists already, through outages and answers that make no sense.
import { describe, expect, test } from '@jest/globals'
import type { Simulator } from '../../simulator/callmeter/callmeter.ts'
import type { Fault } from '../../simulator/callmeter/faults.ts'
import { START } from '../../simulator/time/virtual-time.ts'
import { everythingShown, gate } from './gate.ts'
import { POLL, RESULTS, STOP, TRIGGER, inWorld, requestsTo, stillGoing, untilOver } from './live-step.ts'

const polls = (simulator: Simulator) => requestsTo(simulator, 'GET', POLL)

describe('run-id', () => {
  test.concurrent('follows a run that is going, without starting one', async () => {
    let id = ''
    await inWorld({}, async (world) => {
      ;({ id } = world.simulator.startElsewhere())
      const result = await (await world.start({ 'run-id': id, test: '' })).ended
      expect([result.outputs.verdict, result.outputs['run-id'], result.outputs.status]).toEqual([
        'passed',
        id,
        'COMPLETED',
      ])
      expect(requestsTo(world.simulator, 'POST', TRIGGER)).toEqual([])
    })
  })

  test.concurrent('takes up a run that has ended already', async () => {
    await inWorld({}, async (world) => {
      const run = world.simulator.startElsewhere()
      await untilOver(world, run)
      const step = await world.start({ 'run-id': run.id, test: '' })
      expect((await step.ended).outputs.verdict).toBe('passed')
      expect((await step.post()).requests).toEqual([])
    })
  })

  test.concurrent('follows several at once', async () => {
    await inWorld({}, async (world) => {
      const ids = [world.simulator.startElsewhere().id, world.simulator.startElsewhere().id]
      const result = await (await world.start({ 'run-id': ids.join('\n'), test: '' })).ended
      expect([result.outputs.verdict, result.outputs['run-id']]).toEqual(['passed', ids.join('\n')])
      expect(world.simulator.runs).toHaveLength(2)
    })
  })

  test.concurrent.each(['6b9c1b1e-0000-4000-8000-000000000000', '..', '%2e%2e', 'a/b', '../../projects'])(
    'of no run (%s) is a clear error, without a loop',
    async (runId) => {
      const { simulator, outputs, exitCode } = await gate({ inputs: { 'run-id': runId, test: '' } })
      expect([outputs.verdict, exitCode, simulator.runs.length]).toEqual(['error', 1, 0])
      expect(simulator.requests.length).toBeLessThan(10)
      // None of these may reach another resource than a run's.
      const beyond = simulator.requests.filter(({ path }) => path !== '/projects' && !/\/test-runs\/[^/]+$/.test(path))
      expect(beyond).toEqual([])
    },
  )

  test.concurrent('the process and the post step agree on whether a run that is only followed is stopped', async () => {
    const stopped: boolean[] = []
    for (const signal of ['SIGINT', 'SIGKILL'] as const) {
      await inWorld({ changes: { durationSeconds: 600 } }, async (world) => {
        const { id } = world.simulator.startElsewhere()
        const step = await world.start({ 'run-id': id, test: '' })
        await world.arrived('GET', POLL)
        const result = await step.kill(signal)
        if (signal === 'SIGINT') expect(result.outputs.verdict).toBe('cancelled')
        await step.post()
        stopped.push(requestsTo(world.simulator, 'POST', STOP).length > 0)
      })
    }
    expect(stopped[0]).toBe(stopped[1])
  })
})

describe('an outage while waiting', () => {
  test.concurrent.each([
    ['503', { kind: 'status', status: 503 }],
    ['resets', { kind: 'reset-before' }],
    ['HTML pages', { kind: 'html' }],
    ['no answers', { kind: 'hang' }],
  ])('of four and a half minutes of %s changes nothing but the log', async (_, fault) => {
    await inWorld({ changes: { durationSeconds: 20 } }, async (world) => {
      const step = await world.start()
      await world.arrived('GET', POLL)
      during(world.simulator, 270, { operation: 'getRun', ...fault } as Fault)
      const result = await step.ended
      expect([result.outputs.verdict, result.exitCode, result.annotations]).toEqual(['passed', 0, []])
      expect(result.log).toMatch(/Trying again in/)
      expect(world.simulator.runs).toHaveLength(1)
    })
  })

  test.concurrent.each([
    ['500 for ever', { kind: 'status', status: 500 }, /500/],
    ['a refused key', { kind: 'status', status: 401 }, /api-key/],
    ['a key that may not read', { kind: 'status', status: 403 }, /403/],
    ['a connection that is reset for ever', { kind: 'reset-before' }, /broke off/],
    ['HTML for ever', { kind: 'html' }, /text\/html/],
    ['an empty object for ever', { kind: 'status', status: 200, body: {} }, /not understood/],
  ] as const)('%s ends in an error that names the run, which may still be running', async (_, fault, words) => {
    await inWorld({ changes: { stuckIn: 'RUNNING' } }, async (world) => {
      world.simulator.addFault({ operation: 'getRun', count: Infinity, after: 1, ...fault })
      const step = await world.start()
      const result = await step.ended
      const id = world.simulator.runs[0]?.id ?? 'none'

      expect([result.outputs.verdict, result.exitCode, result.outputs['run-id']]).toEqual(['error', 1, id])
      expect(result.annotations[0]?.message).toMatch(words)
      expect(result.annotations[0]?.message).toContain(`The run ${id} may still be running`)
      expect(result.summary).toContain(id)
      // As healthy as ever, perhaps: it is left alone, by the post step as well.
      await step.post()
      expect(stillGoing(world.simulator)).toEqual([id])
      expect(polls(world.simulator).length).toBeLessThan(80)
    })
  })

  test.concurrent('that begins in the reading of the results changes nothing either', async () => {
    await inWorld({}, async (world) => {
      world.simulator.addFault({ operation: 'listEndpoints', kind: 'status', status: 503 })
      const step = await world.start()
      await world.arrived('GET', RESULTS)
      during(world.simulator, 240, { operation: 'listEndpoints', kind: 'status', status: 503 })
      expect((await step.ended).outputs.verdict).toBe('passed')
    })
  })

  test.concurrent('one 401, 403 or 404 among the polls is a fault of the moment', async () => {
    for (const status of [401, 403, 404]) {
      const { outputs } = await gate({ faults: [{ operation: 'getRun', kind: 'status', status, after: 1 }] })
      expect([status, outputs.verdict]).toEqual([status, 'passed'])
    }
  })

  test.concurrent('the timeout of the step holds in an outage, too', async () => {
    const { simulator, outputs } = await gate({
      changes: { stuckIn: 'RUNNING' },
      faults: [{ operation: 'getRun', kind: 'status', status: 503, count: Infinity, after: 1 }],
      inputs: { timeout: '90s' },
    })
    expect(['timed-out', 'error']).toContain(outputs.verdict)
    expect(simulator.now() - (simulator.runs[0]?.createdAt ?? 0)).toBeLessThan(300_000)
  })
})

describe('a run whose answers make no sense', () => {
  test.concurrent('gone for ever is an error, after few questions', async () => {
    const { simulator, outputs, annotations } = await gate({
      changes: { stuckIn: 'RUNNING' },
      faults: [{ operation: 'getRun', kind: 'status', status: 404, after: 1, count: Infinity }],
    })
    expect(outputs.verdict).toBe('error')
    expect(annotations[0]?.message).toContain(simulator.runs[0]?.id)
    expect(polls(simulator).length).toBeLessThan(10)
  })

  test.concurrent('a status that goes back once, as from a replica that lags, changes nothing', async () => {
    const { outputs } = await gate({
      changes: { durationSeconds: 30 },
      faults: [said('RUNNING'), said('PENDING')],
    })
    expect(outputs.verdict).toBe('passed')
  })

  test.concurrent('a status that goes back for good is told clearly and is no endless loop', async () => {
    const { simulator, outputs, log } = await gate({
      faults: [said('RUNNING', { count: 2 }), said('PENDING', { count: Infinity })],
      inputs: { timeout: '10m' },
    })
    expect(['error', 'timed-out']).toContain(outputs.verdict)
    expect(log).toMatch(/went back|goes back|gone back|backwards/)
    expect(polls(simulator).length).toBeLessThan(100)
  })

  test.concurrent('the last word of a run is its last word: after COMPLETED it is asked for no more', async () => {
    const { simulator, outputs } = await gate({
      faults: [said('COMPLETED', { count: 3 }), said('RUNNING', { count: Infinity })],
    })
    expect(outputs.status).toBe('COMPLETED')
    // Once whether it is the step's own, once as a poll, and once more, since it does not say when it ended.
    expect(polls(simulator)).toHaveLength(3)
  })

  test.concurrent('COMPLETED at once, without any endpoint, is no pass', async () => {
    const { outputs } = await gate({
      faults: [
        said('COMPLETED', { count: Infinity }),
        {
          operation: 'listEndpoints',
          kind: 'status',
          status: 200,
          body: { data: [], meta: { pagination: { page: 1, perPage: 100, total: 0, totalPages: 0 } } },
          count: Infinity,
        },
      ],
    })
    // The test says how many endpoints there should be.
    expect(outputs.verdict).toBe('error')
  })

  test.concurrent.each([
    ['', 'nothing'],
    ['   ', 'blanks'],
    [7, 'a number'],
    [null, 'null'],
    [['COMPLETED'], 'a list'],
  ])('a status of %j (%s) is never taken for an end', async (...[status]: unknown[]) => {
    const { outputs } = await gate({
      changes: { stuckIn: 'RUNNING' },
      faults: [said(status, { count: Infinity })],
      inputs: { timeout: '3m' },
    })
    expect(['error', 'timed-out']).toContain(outputs.verdict)
  })

  test.concurrent('a run of another id than the one that was asked for is not judged', async () => {
    const { outputs } = await gate({
      changes: { stuckIn: 'RUNNING' },
      faults: [
        {
          operation: 'getRun',
          kind: 'status',
          status: 200,
          body: { data: { id: 'another-run', status: 'COMPLETED', createdAt: new Date(START).toISOString() } },
          count: Infinity,
        },
      ],
      inputs: { timeout: '2m' },
    })
    expect(outputs.verdict).not.toBe('passed')
  })

  test.concurrent(
    'two hundred statuses, each of them new, flood neither the log nor the ten warnings that GitHub shows',
    async () => {
      const faults = Array.from({ length: 200 }, (_, i) => said(`STATE_${i}`))
      const step = await gate({ faults, inputs: { timeout: '5m' } })
      expect(everythingShown(step).length).toBeLessThan(200_000)
      expect(step.annotations.filter(({ level }) => level === 'warning').length).toBeLessThanOrEqual(10)
    },
  )
})

/** A run's detail with that status, in place of the simulator's. */
function said(status: unknown, target: { count?: number; after?: number } = {}): Fault {
  return {
    operation: 'getRun',
    kind: 'status',
    status: 200,
    body: { data: { name: 'Nightly', status, createdAt: new Date(START).toISOString() } },
    ...target,
  }
}

/** Lets the fault befall every such request for so many simulated seconds from now on. */
function during(simulator: Simulator, seconds: number, fault: Fault): void {
  const until = simulator.now() + seconds * 1_000
  const paths = fault.operation === 'getRun' ? POLL : RESULTS
  const { operation: _, ...rest } = fault
  simulator.addFault({ ...rest, path: new WhileRegExp(paths, () => simulator.now() < until), count: Infinity })
}

/** Matches only as long as something is so. */
class WhileRegExp extends RegExp {
  readonly #isSo: () => boolean
  constructor(pattern: RegExp, isSo: () => boolean) {
    super(pattern)
    this.#isSo = isSo
  }
  override [Symbol.search](text: string): number {
    return this.#isSo() ? super[Symbol.search](text) : -1
  }
}
