// What was started is stopped: by the process itself when it is cancelled, by the post step where it could not.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import type { StepResult } from '../../simulator/runner/runner.ts'
import {
  POLL,
  RESULTS,
  RUNS,
  STOP,
  TRIGGER,
  type World,
  inWorld,
  requestsTo,
  stillGoing,
  untilOver,
} from './live-step.ts'

const long = { durationSeconds: 600 }
const OTHER_TEST = 'Inbound queue smoke'

const ways = (step: StepResult) => [step.signal, step.exitCode, step.outputs.verdict]

/** Waits until the step has the run's id and asks for its status. */
const polled = ({ arrived }: World) => arrived('GET', POLL)

describe('a cancelled step', () => {
  test.concurrent.each(['SIGINT', 'SIGTERM'] as const)(
    '%s stops the run at once and still tells everything; the post step has nothing to do',
    async (signal) => {
      await inWorld({ changes: long }, async (world) => {
        const step = await world.start()
        await polled(world)
        const from = world.simulator.now()
        const result = await step.kill(signal)

        expect(world.simulator.now() - from).toBe(0)
        expect(ways(result)).toEqual([null, 1, 'cancelled'])
        expect(result.outputs['run-id']).toBe(world.simulator.runs[0]?.id)
        expect(result.summary).toContain('🚫')
        expect(result.log).toContain(`takes the stop of run ${world.simulator.runs[0]?.id ?? ''}`)
        expect(world.simulator.runs.map(({ stoppedBy }) => stoppedBy)).toEqual(['api'])

        const post = await step.post()
        expect([post.exitCode, post.requests, post.annotations]).toEqual([0, [], []])
        expect(post.log).toMatch(/nothing to do/i)
      })
    },
  )

  test.concurrent('a second and a third signal change nothing', async () => {
    await inWorld({ changes: long, faults: [{ operation: 'stopRun', kind: 'slow', seconds: 1 }] }, async (world) => {
      const step = await world.start()
      await polled(world)
      step.child.kill('SIGINT')
      await world.arrived('POST', STOP)
      step.child.kill('SIGTERM')
      const result = await step.kill('SIGINT')

      expect(ways(result)).toEqual([null, 1, 'cancelled'])
      expect(requestsTo(world.simulator, 'POST', STOP)).toHaveLength(1)
      expect(stillGoing(world.simulator)).toEqual([])
    })
  })

  test.concurrent('a signal while the trigger is under way waits for its answer, and stops that run', async () => {
    await inWorld({ changes: long, faults: [{ operation: 'triggerRun', kind: 'slow', seconds: 1 }] }, async (world) => {
      const step = await world.start()
      await world.arrived('POST', TRIGGER)
      const { result, tookMs } = await step.cancel()

      expect(tookMs).toBe(1_000)
      expect(ways(result)).toEqual([null, 1, 'cancelled'])
      expect(result.outputs['run-id']).toBe(world.simulator.runs[0]?.id)
      expect(world.simulator.runs.map(({ stoppedBy }) => stoppedBy)).toEqual(['api'])
      expect((await step.post()).requests).toEqual([])
    })
  })

  test.concurrent(
    'a trigger whose answer never comes is given up in time, and the post step names the run, which may be a stranger’s',
    async () => {
      await inWorld(
        { changes: long, faults: [{ operation: 'triggerRun', kind: 'hang', applied: true }] },
        async (world) => {
          const step = await world.start()
          await world.arrived('POST', TRIGGER)
          const { result, tookMs } = await step.cancel()
          expect(tookMs).toBe(3_000)
          expect(ways(result)).toEqual([null, 1, 'cancelled'])
          expect(result.summary).toMatch(/may have been started/)

          const post = await step.post()
          expect(post.exitCode).toBe(0)
          expect(post.annotations).toMatchObject([
            { level: 'warning', message: expect.stringContaining(presumed(world)) },
          ])
          expect(requestsTo(world.simulator, 'POST', STOP)).toEqual([])
        },
      )
    },
  )

  test.concurrent('a signal while the run is looked for leaves it to the post step', async () => {
    const faults = [
      { operation: 'triggerRun', kind: 'reset-after' },
      { operation: 'listRuns', kind: 'hang', after: 1 },
    ] as const
    await inWorld({ changes: long, faults }, async (world) => {
      const step = await world.start()
      await world.arrived('GET', RUNS, 2)
      const { result, tookMs } = await step.cancel()
      expect(tookMs).toBe(0)
      expect(ways(result)).toEqual([null, 1, 'cancelled'])

      expect((await step.post()).log).toContain(presumed(world))
      expect(requestsTo(world.simulator, 'POST', STOP)).toEqual([])
      expect(requestsTo(world.simulator, 'POST', TRIGGER)).toHaveLength(1)
    })
  })

  test.concurrent.each([
    ['the projects', 'listProjects', /\/projects$/],
    ['the tests', 'listTests', /\/tests$/],
  ] as const)('before the trigger, while %s are read, starts nothing', async (_, operation, path) => {
    await inWorld({ faults: [{ operation, kind: 'hang' }] }, async (world) => {
      const step = await world.start()
      await world.arrived('GET', path)
      const { result, tookMs } = await step.cancel()

      expect(tookMs).toBe(0)
      expect(ways(result)).toEqual([null, 1, 'cancelled'])
      expect(world.simulator.runs).toEqual([])
      expect((await step.post()).requests).toEqual([])
    })
  })

  test.concurrent('while it waits before the next try of a refused trigger starts nothing', async () => {
    const faults = [{ operation: 'triggerRun', kind: 'status', status: 429, retryAfter: 60, count: Infinity }] as const
    await inWorld({ faults }, async (world) => {
      const step = await world.start()
      await world.until('the refusal', () => requestsTo(world.simulator, 'POST', TRIGGER)[0]?.status === 429)
      const { result, tookMs } = await step.cancel()

      expect(tookMs).toBe(0)
      expect(ways(result)).toEqual([null, 1, 'cancelled'])
      expect(requestsTo(world.simulator, 'POST', TRIGGER)).toHaveLength(1)
      expect((await step.post()).requests).toEqual([])
    })
  })

  test.concurrent('while the results are read stops nothing: the run is over', async () => {
    await inWorld({ faults: [{ operation: 'listEndpoints', kind: 'hang' }] }, async (world) => {
      const step = await world.start()
      await world.arrived('GET', RESULTS)
      const { result, tookMs } = await step.cancel()

      expect(tookMs).toBe(0)
      expect(ways(result)).toEqual([null, 1, 'cancelled'])
      expect(requestsTo(world.simulator, 'POST', STOP)).toEqual([])
      expect((await step.post()).requests).toEqual([])
    })
  })

  test.concurrent('a stop that gets no answer is given up in time, and the post step asks again', async () => {
    await inWorld({ changes: long, faults: [{ operation: 'stopRun', kind: 'hang' }] }, async (world) => {
      const step = await world.start()
      await polled(world)
      const { result, tookMs } = await step.cancel()
      expect(tookMs).toBe(3_000)
      expect(ways(result)).toEqual([null, 1, 'cancelled'])
      expect(result.summary).toMatch(/may still be running/)
      expect(stillGoing(world.simulator)).toHaveLength(1)

      const post = await step.post()
      expect(post.log).toContain('takes the stop of run')
      expect(stillGoing(world.simulator)).toEqual([])
    })
  })

  test.concurrent('a stop that failed for a moment is asked for again within the time there is', async () => {
    await inWorld({ changes: long, faults: [{ operation: 'stopRun', kind: 'status', status: 503 }] }, async (world) => {
      const step = await world.start()
      await polled(world)
      await step.cancel()
      expect(world.simulator.runs.map(({ stoppedBy }) => stoppedBy)).toEqual(['api'])
      expect((await step.post()).requests).toEqual([])
    })
  })

  test.concurrent(
    'everything fits into the 7.5 s that GitHub leaves: a late answer to the trigger, no answer to the stop',
    async () => {
      const faults = [
        { operation: 'triggerRun', kind: 'slow', seconds: 2.5 },
        { operation: 'stopRun', kind: 'hang', count: Infinity },
      ] as const
      await inWorld({ changes: long, faults }, async (world) => {
        const step = await world.start()
        await world.arrived('POST', TRIGGER)
        const { result, tookMs } = await step.cancel()

        expect(tookMs).toBe(5_500)
        expect(ways(result)).toEqual([null, 1, 'cancelled'])
        expect(result.outputs['run-id']).toBe(world.simulator.runs[0]?.id)
        expect(result.summary).toContain(world.simulator.runs[0]?.id)
      })
    },
  )

  test.concurrent('all runs of several tests are stopped', async () => {
    await inWorld({ changes: long }, async (world) => {
      const step = await world.start({ test: `Nightly SIP load\n${OTHER_TEST}` })
      await world.arrived('POST', TRIGGER, 2)
      await world.until('both ids', () => requestsTo(world.simulator, 'GET', POLL).length >= 2)
      const { result } = await step.cancel()

      expect(ways(result)).toEqual([null, 1, 'cancelled'])
      expect(world.simulator.runs.map(({ stoppedBy }) => stoppedBy)).toEqual(['api', 'api'])
      expect((await step.post()).requests).toEqual([])
    })
  })

  test.concurrent('of several tests, those that wait for their turn are not started', async () => {
    await inWorld({ changes: long }, async (world) => {
      const step = await world.start({ test: `Nightly SIP load\n${OTHER_TEST}`, 'max-parallel': '1' })
      await polled(world)
      const { result } = await step.cancel()

      expect(ways(result)).toEqual([null, 1, 'cancelled'])
      expect(world.simulator.runs.map(({ stoppedBy }) => stoppedBy)).toEqual(['api'])
      expect((await step.post()).requests).toEqual([])
    })
  })

  test.concurrent('where the API has no stop, a warning names the run; the post step says so once more', async () => {
    await inWorld({ changes: { ...long, without: ['stopRun'] } }, async (world) => {
      const step = await world.start()
      await polled(world)
      const { result } = await step.cancel()
      const id = world.simulator.runs[0]?.id ?? 'none'

      expect(ways(result)).toEqual([null, 1, 'cancelled'])
      const warning = expect.objectContaining({ level: 'warning', message: expect.stringContaining(id) })
      expect(result.annotations).toContainEqual(warning)
      const post = await step.post()
      expect([post.exitCode, post.annotations]).toEqual([0, [warning]])
    })
  })

  test.concurrent('stop-on: none leaves the run going and says so, and so does the post step', async () => {
    await inWorld({ changes: long }, async (world) => {
      const step = await world.start({ 'stop-on': 'none' })
      await polled(world)
      const { result } = await step.cancel()

      expect(ways(result)).toEqual([null, 1, 'cancelled'])
      expect(result.summary).toMatch(/was not stopped and may still be running/)
      expect(requestsTo(world.simulator, 'POST', STOP)).toEqual([])
      expect((await step.post()).requests).toEqual([])
      expect(stillGoing(world.simulator)).toHaveLength(1)
    })
  })
})

describe('the post step of a killed process', () => {
  test.concurrent('stops the run', async () => {
    await inWorld({ changes: long }, async (world) => {
      const step = await world.start()
      await polled(world)
      const result = await step.kill('SIGKILL')
      expect([result.signal, result.outputs['run-id']]).toEqual(['SIGKILL', world.simulator.runs[0]?.id])
      expect(stillGoing(world.simulator)).toHaveLength(1)

      const post = await step.post()
      expect([post.exitCode, post.annotations]).toEqual([0, []])
      expect(post.log).toContain(`takes the stop of run ${world.simulator.runs[0]?.id ?? ''}`)
      expect(world.simulator.runs.map(({ stoppedBy }) => stoppedBy)).toEqual(['api'])
      // Its detail, whether it is the step's own; and the stop.
      expect(post.requests).toHaveLength(2)
    })
  })

  test.concurrent('finds a run whose id never arrived, and names it: it may be a stranger’s', async () => {
    await inWorld(
      { changes: { ...long, history: 2 }, faults: [{ operation: 'triggerRun', kind: 'slow', seconds: 600 }] },
      async (world) => {
        const step = await world.start()
        await world.arrived('POST', TRIGGER)
        const result = await step.kill('SIGKILL')
        expect(result.outputs['run-id']).toBeUndefined()

        const post = await step.post()
        expect(post.exitCode).toBe(0)
        expect(post.log).toContain(presumed(world))
        expect(requestsTo(world.simulator, 'POST', STOP)).toEqual([])
      },
    )
  })

  test.concurrent('says so where the request never took effect, and ends', async () => {
    await inWorld({ faults: [{ operation: 'triggerRun', kind: 'hang' }] }, async (world) => {
      const step = await world.start()
      await world.arrived('POST', TRIGGER)
      await step.kill('SIGKILL')
      const post = await step.post()

      expect(post.exitCode).toBe(0)
      expect(post.log).toMatch(/A run of the test .* may still be running, though none .* is listed/)
      expect(requestsTo(world.simulator, 'POST', STOP)).toEqual([])
    })
  })

  test.concurrent(
    'stops the runs of several tests that are known, and names the one whose id never arrived',
    async () => {
      await inWorld(
        { changes: long, faults: [{ operation: 'triggerRun', kind: 'slow', seconds: 600, after: 1 }] },
        async (world) => {
          const step = await world.start({ test: `Nightly SIP load\n${OTHER_TEST}` })
          await world.arrived('POST', TRIGGER, 2)
          await polled(world)
          await step.kill('SIGKILL')
          const post = await step.post()
          expect(world.simulator.runs.map(({ stoppedBy }) => stoppedBy ?? 'nobody').toSorted()).toEqual([
            'api',
            'nobody',
          ])
          expect(post.log).toMatch(/is only presumed to be this step's/)
        },
      )
    },
  )

  test.concurrent('has nothing to do where the process died before it started anything', async () => {
    await inWorld({ faults: [{ operation: 'listTests', kind: 'hang' }] }, async (world) => {
      const step = await world.start()
      await world.arrived('GET', /\/tests$/)
      await step.kill('SIGKILL')
      const post = await step.post()
      expect([post.exitCode, post.requests, post.log]).toEqual([0, [], expect.stringMatching(/nothing to do/i)])
    })
  })

  test.concurrent('leaves a run alone that ended in the meantime, and says so', async () => {
    await inWorld({}, async (world) => {
      const step = await world.start()
      await polled(world)
      await step.kill('SIGKILL')
      await untilOver(world, world.simulator.runs[0])
      const post = await step.post()

      expect([post.exitCode, post.annotations]).toEqual([0, []])
      expect(post.log).toMatch(/has ended already/)
    })
  })

  test.concurrent.each([
    ['wait: false', { wait: 'false' }],
    ['stop-on: none', { 'stop-on': 'none' }],
    ['stop-on: timed-out', { 'stop-on': 'timed-out' }],
  ])('leaves the run going with %s, though the process was killed with the trigger under way', async (_, inputs) => {
    await inWorld(
      { changes: long, faults: [{ operation: 'triggerRun', kind: 'slow', seconds: 600 }] },
      async (world) => {
        const step = await world.start(inputs)
        await world.arrived('POST', TRIGGER)
        await step.kill('SIGKILL')
        const post = await step.post()

        expect(post.exitCode).toBe(0)
        expect(post.requests.map(({ method }) => method)).not.toContain('POST')
        expect(post.annotations[0]?.message).toContain(presumed(world))
        expect(stillGoing(world.simulator)).toHaveLength(1)
      },
    )
  })

  test.concurrent.each([
    ['always answers 500', { operation: 'stopRun', kind: 'status', status: 500, count: Infinity }],
    ['resets every connection', { path: /./, kind: 'reset-before', count: Infinity }],
    ['refuses the key', { path: /./, kind: 'status', status: 401, count: Infinity }],
    ['never answers', { path: /./, kind: 'hang', count: Infinity }],
  ] as const)('does not fail the job where the API %s: a warning names the run', async (_, fault) => {
    await inWorld({ changes: long }, async (world) => {
      const step = await world.start()
      await polled(world)
      await step.kill('SIGKILL')
      world.simulator.addFault(fault)
      const post = await step.post()

      expect(post.exitCode).toBe(0)
      expect(post.annotations).toContainEqual(
        expect.objectContaining({
          level: 'warning',
          message: expect.stringContaining(world.simulator.runs[0]?.id ?? 'none'),
        }),
      )
    })
  })

  test.concurrent('does not fail the job where it is not given the key again: a warning names the run', async () => {
    await inWorld({ changes: long }, async (world) => {
      const step = await world.start()
      await polled(world)
      await step.kill('SIGKILL')
      const post = await step.post({ inputs: { 'api-url': world.simulator.url } })

      expect([post.exitCode, post.requests]).toEqual([0, []])
      expect(post.annotations).toMatchObject([
        { level: 'warning', message: expect.stringContaining(world.simulator.runs[0]?.id ?? 'none') },
      ])
    })
  })

  test.concurrent.each(['', '{', '{"runId": "x"}', '[{"projectId": 1, "testId": 2, "since": "3"}]'])(
    'does nothing with the state %j',
    async (state) => {
      await inWorld({ faults: [{ operation: 'listTests', kind: 'hang' }] }, async (world) => {
        const step = await world.start()
        await world.arrived('GET', /\/tests$/)
        await step.kill('SIGKILL')
        const post = await step.post({ state: { callmeter_runs: state } })
        expect([post.exitCode, post.requests, post.annotations]).toEqual([0, [], []])
        expect(post.log).not.toBe('')
      })
    },
  )
})

describe('the post step of a step that came to its end', () => {
  test.concurrent.each([
    ['passed', {}, {}],
    ['run-failed', { endStatus: 'FAILED' }, {}],
    ['not-run', { endStatus: 'CANNOT_RUN_FOR_NOW' }, {}],
    ['timed-out', { stuckIn: 'RUNNING' }, { timeout: '20s' }],
    ['triggered', {}, { wait: 'false' }],
    ['error', {}, { project: 'no-such-project' }],
  ] as const)('says after %s that there is nothing to do, and asks for nothing', async (verdict, changes, inputs) => {
    await inWorld({ changes }, async (world) => {
      const step = await world.start(inputs)
      expect((await step.ended).outputs.verdict).toBe(verdict)
      const post = await step.post()
      expect([post.exitCode, post.requests, post.annotations]).toEqual([0, [], []])
      expect(post.log).toMatch(/nothing to do/i)
    })
  })

  test.concurrent('a run that timed out was stopped, unless stop-on says otherwise', async () => {
    for (const [stopOn, going] of [
      ['timed-out, cancelled', 0],
      ['timed-out', 0],
      ['cancelled', 1],
      ['none', 1],
    ] as const) {
      await inWorld({ changes: { stuckIn: 'RUNNING' } }, async (world) => {
        const step = await world.start({ timeout: '20s', 'stop-on': stopOn })
        const result = await step.ended
        expect([stopOn, result.outputs.verdict]).toEqual([stopOn, 'timed-out'])
        await step.post()
        expect([stopOn, stillGoing(world.simulator).length]).toEqual([stopOn, going])
        expect(/may still be running/.test(result.summary)).toBe(going === 1)
      })
    }
  })
})

describe('two steps of a job at the same time', () => {
  test.concurrent.each(['SIGINT', 'SIGKILL'] as const)(
    '%s for one leaves the run of the other alone',
    async (signal) => {
      await inWorld({ changes: { durationSeconds: 60 } }, async (world) => {
        const [one, other] = [await world.start(), await world.start()]
        await world.until('both runs', () => world.simulator.runs.length === 2)
        await world.until(
          'both ids',
          () => new Set(requestsTo(world.simulator, 'GET', POLL).map((r) => r.path)).size === 2,
        )
        const killed = await one.kill(signal)
        await one.post()

        const result = await other.ended
        expect(result.outputs.verdict).toBe('passed')
        expect(result.outputs['run-id']).not.toBe(killed.outputs['run-id'])
        const stopped = world.simulator.runs.filter(({ stoppedBy }) => stoppedBy !== undefined).map(({ id }) => id)
        expect(stopped).toEqual([killed.outputs['run-id']])
        expect((await other.post()).requests).toEqual([])
      })
    },
  )

  test.concurrent(
    'the post step touches neither of two runs where it cannot tell which is its own, and names both',
    async () => {
      await inWorld(
        { changes: long, faults: [{ operation: 'triggerRun', kind: 'slow', seconds: 600 }] },
        async (world) => {
          const one = await world.start()
          await world.arrived('POST', TRIGGER)
          const elsewhere = world.simulator.startElsewhere()
          await one.kill('SIGKILL')
          const post = await one.post()

          expect(post.exitCode).toBe(0)
          expect(stillGoing(world.simulator)).toHaveLength(2)
          const [warning] = post.annotations
          expect(warning?.level).toBe('warning')
          for (const { id } of [world.simulator.runs[0]!, elsewhere]) expect(warning?.message).toContain(id)
        },
      )
    },
  )

  test.concurrent(
    'the post step of a step whose trigger never took effect leaves the run of the other alone',
    async () => {
      await inWorld(
        { changes: { durationSeconds: 30 }, faults: [{ operation: 'triggerRun', kind: 'hang' }] },
        async (world) => {
          const one = await world.start()
          await world.arrived('POST', TRIGGER)
          // Same job: the runner gives both steps one RUNNER_TEMP and one workspace.
          const { RUNNER_TEMP, GITHUB_WORKSPACE } = environmentOf(one.child.pid ?? 0)
          const other = await world.start(
            {},
            { workspace: GITHUB_WORKSPACE ?? '', env: { RUNNER_TEMP: RUNNER_TEMP ?? '' } },
          )
          await polled(world)
          await one.kill('SIGKILL')
          await one.post()

          expect((await other.ended).outputs.verdict).toBe('passed')
          expect(requestsTo(world.simulator, 'POST', STOP)).toEqual([])
        },
      )
    },
  )
})

/** What is said of the only run there, found and not stopped. */
function presumed({ simulator }: World): string {
  return `run ${simulator.runs[0]?.id ?? ''} is only presumed to be this step's`
}

/** What a process of ours sees. Linux only. */
function environmentOf(pid: number): Record<string, string> {
  const entries = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').filter(Boolean)
  return Object.fromEntries(
    entries.map((entry) => [entry.slice(0, entry.indexOf('=')), entry.slice(entry.indexOf('=') + 1)]),
  )
}
