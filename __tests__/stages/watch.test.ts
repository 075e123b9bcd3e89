import { describe, expect, test } from '@jest/globals'
import { callMeter } from '../../src/apis/callmeter/client.ts'
import { Failure, type FailureKind } from '../../src/base/failure.ts'
import type { Progress } from '../../src/stages/progress.ts'
import type { Scope } from '../../src/apis/http/retry.ts'
import { type Run, TERMINAL_STATUSES } from '../../src/model/run.ts'
import type { Watched } from '../../src/model/watched.ts'
import { type WatchRequest, watch } from '../../src/stages/watch.ts'
import {
  type FakeApi,
  type Line,
  NOON,
  UNPACED,
  failure,
  fakeApi,
  keptLog,
  rejection,
  run,
  timeline,
} from '../fake-api.ts'

const S = 1_000
const MIN = 60 * S
const HOUR = 60 * MIN

/** From which moment after the trigger a run is in a status. */
type Life = readonly (readonly [from: number, status: string])[]

interface Setting {
  life?: Life
  /** Further fields of the run's detail. */
  detail?: Partial<Run>
  request?: Partial<WatchRequest>
  timeout?: number
  /** When the step is cancelled, in ms after the trigger. */
  abortAt?: number
  /** How long each request takes. */
  latency?: number
  random?: number
  /** What the nth request (from 0) fails with; with nothing it succeeds. */
  fails?: (n: number, sinceTrigger: number) => Error | undefined
  /** Lengths of earlier runs in ms; without them runs cannot be listed. */
  earlier?: readonly number[]
  scarcity?: number
}

interface Seen {
  /** When each request began, in ms after the trigger. */
  polls: number[]
  /** When watching ended, in ms after the trigger. */
  end: number
  lines: Line[]
  /** What was told of the progress, and when, in ms after the trigger. */
  progress: (Progress & { at: number })[]
  api: FakeApi
}

/** Watches a made-up run. Everything but sleeps and requests takes no time. */
function setUp({
  life = [[0, 'RUNNING']],
  detail = {},
  request = {},
  timeout = HOUR,
  abortAt,
  latency = 0,
  random = 0.5,
  fails,
  earlier,
  scarcity = 1,
}: Setting): { seen: () => Seen; go: () => Promise<Watched> } {
  const controller = new AbortController()
  const clock = timeline(NOON, abortAt === undefined ? [] : [[NOON + abortAt, () => controller.abort()]])
  if (abortAt === 0) controller.abort()
  const log = keptLog(clock)
  const polls: number[] = []
  const since = (): number => clock.now() - NOON
  const api = fakeApi({
    getRun: async (_, __, { signal }) => {
      if (signal?.aborted) throw failure('aborted')
      const n = polls.push(since()) - 1
      await clock.sleep(latency, signal)
      if (signal?.aborted) throw failure('aborted')
      const error = fails?.(n, since())
      if (error) throw error
      const [, status = ''] = life.findLast(([from]) => from <= since()) ?? []
      return run(status, { ...(status === 'COMPLETED' ? { completedAt: clock.now() } : {}), ...detail })
    },
    listRuns: async (_, __, ___, { signal }) => {
      await clock.sleep(latency, signal)
      if (signal?.aborted) throw failure('aborted')
      if (!earlier) throw failure('not-offered')
      const items = earlier.map((ms, i) => run('COMPLETED', { id: `old${i}`, startedAt: 0, completedAt: ms }))
      return { items }
    },
    scarcity: () => scarcity,
  })
  const progress: Seen['progress'] = []
  const scope: Scope = { deadline: NOON + timeout, signal: controller.signal }
  return {
    seen: () => ({ polls, end: since(), lines: log.lines, progress, api }),
    go: () =>
      watch({ projectId: 'p1', runId: 'r1', triggeredAt: NOON, ...request }, scope, {
        api,
        clock,
        log,
        random: () => random,
        progress: (told) => progress.push({ ...told, at: since() }),
      }),
  }
}

async function watchIn(setting: Setting): Promise<Seen & { watched: Watched }> {
  const { go, seen } = setUp(setting)
  const watched = await go()
  return { watched, ...seen() }
}

describe('a run that ends', () => {
  test.each(TERMINAL_STATUSES)('as %s is told of with every status it was seen in', async (status) => {
    const { watched, end } = await watchIn({
      life: [
        [0, 'PENDING'],
        [3 * S, 'QUEUED'],
        [20 * S, 'RUNNING'],
        [90 * S, status],
      ],
      request: { status: 'PENDING' },
    })
    expect(watched).toMatchObject({ ended: 'terminal', stoppedElsewhere: false, run: { status } })
    expect(watched.statuses.map((change) => change.status)).toEqual(['PENDING', 'QUEUED', 'RUNNING', status])
    const times = watched.statuses.map(({ at }) => at)
    expect(times).toEqual(times.toSorted((a, b) => a - b))
    expect(watched.statuses[0]?.at).toBe(NOON)
    expect(end).toBeLessThan(90 * S + 15 * S * 1.25)
  })

  test('before the first question is asked about once', async () => {
    const { watched, polls } = await watchIn({ life: [[0, 'COMPLETED']] })
    expect(watched.ended).toBe('terminal')
    expect(polls).toHaveLength(1)
  })

  test('when its calls were planned to end is seen within three seconds', async () => {
    const { end } = await watchIn({
      life: [
        [0, 'RUNNING'],
        [10 * MIN + 2 * S, 'COMPLETED'],
      ],
      request: { plannedSeconds: 600 },
    })
    expect(end).toBeLessThan(10 * MIN + 5 * S)
  })

  test('on the deadline itself has ended, not timed out', async () => {
    const life: Life = [
      [0, 'RUNNING'],
      [5 * MIN, 'COMPLETED'],
    ]
    const { watched } = await watchIn({ life, timeout: 5 * MIN })
    expect(watched.ended).toBe('terminal')
  })

  test('is asked about under its own ids', async () => {
    const clock = timeline(NOON)
    const api = fakeApi({ getRun: () => Promise.resolve(run('COMPLETED', { completedAt: NOON })) })
    const tools = { api, clock, log: keptLog(clock), random: () => 0, progress: () => undefined }
    await watch({ projectId: 'p/1', runId: 'r/1', triggeredAt: NOON }, { deadline: NOON + HOUR }, tools)
    expect(api.calls).toEqual([['getRun', 'p/1', 'r/1']])
  })
})

describe('an end that only one answer tells', () => {
  const ends = [[0, 'RUNNING'], [5 * MIN, 'COMPLETED']] as [number, string][] // prettier-ignore

  test.each(['FAILED', 'CANNOT_RUN_FOR_NOW', 'COMPLETED'])('is none (%s): the run is watched on', async (status) => {
    const clock = timeline(NOON)
    let n = 0
    const api = fakeApi({
      getRun: () => {
        const at = clock.now() - NOON
        const told = n++ === 3 ? status : (ends.findLast(([from]) => from <= at)?.[1] ?? '')
        const isOver = told === 'COMPLETED' && n !== 4
        return Promise.resolve(run(told, isOver ? { completedAt: clock.now() } : {}))
      },
      listRuns: () => Promise.reject(failure('not-offered')),
    })
    const tools = { api, clock, log: keptLog(clock), random: () => 0.5, progress: () => undefined }
    const scope = { deadline: NOON + HOUR }
    const watched = await watch({ projectId: 'p1', runId: 'r1', triggeredAt: NOON }, scope, tools)
    expect(watched).toMatchObject({ ended: 'terminal', run: { status: 'COMPLETED' } })
    expect(clock.now() - NOON).toBeGreaterThanOrEqual(5 * MIN)
  })

  test.each(['FAILED', 'CANNOT_RUN_FOR_NOW'])(
    'is one where the next says the same, a second later (%s)',
    async (status) => {
      const { watched, polls } = await watchIn({ life: [[0, status]] })
      expect(watched).toMatchObject({ ended: 'terminal', run: { status } })
      expect((polls[1] ?? 0) - (polls[0] ?? 0)).toBe(1_000)
      expect(polls).toHaveLength(2)
    },
  )

  test('is one where no other answer comes, and at the deadline', async () => {
    const life: [number, string][] = [[0, 'FAILED']]
    const alone = await watchIn({ life, fails: (n) => (n > 0 ? failure('server') : undefined) })
    expect(alone.watched).toMatchObject({ ended: 'terminal', run: { status: 'FAILED' } })
    const good: [number, string][] = [[0, 'COMPLETED']]
    const unsure = setUp({
      life: good,
      detail: { completedAt: undefined as never },
      fails: (n) => (n > 0 ? failure('server') : undefined),
    })
    expect(await rejection(unsure.go())).toMatchObject({ kind: 'server' })
    expect((await watchIn({ life: good, detail: { completedAt: undefined as never }, timeout: 0 })).watched.ended).toBe(
      'timed-out',
    )
    expect((await watchIn({ life, timeout: 0 })).watched).toMatchObject({
      ended: 'terminal',
      run: { status: 'FAILED' },
    })
  })
})

describe('the deadline', () => {
  const latencies = [0, 400, 7 * S, 30 * S]
  test.each(latencies.flatMap((latency) => [0, 0.5, 0.999].map((random) => ({ latency, random }))))(
    'is not overshot by more than one request: $latency ms each, random $random',
    async ({ latency, random }) => {
      const timeout = 4 * MIN + 321
      const { watched, polls, end } = await watchIn({ latency, random, timeout })
      expect(watched).toMatchObject({ ended: 'timed-out', run: { status: 'RUNNING' } })
      expect(polls.filter((at) => at > timeout)).toEqual([])
      expect(end).toBeGreaterThanOrEqual(timeout)
      expect(end).toBeLessThanOrEqual(timeout + latency)
    },
  )

  test('that passes while the API is out of reach is a timeout, with the run as last seen', async () => {
    const { watched } = await watchIn({
      timeout: 3 * MIN,
      fails: (_, since) => (since >= 3 * MIN ? failure('server') : undefined),
    })
    expect(watched).toMatchObject({ ended: 'timed-out', run: { status: 'RUNNING' } })
  })

  test('that passes without the run ever being seen is a timeout without a run', async () => {
    const { watched } = await watchIn({ timeout: 400, fails: () => failure('server') })
    expect(watched).toEqual({ ended: 'timed-out', statuses: [], stoppedElsewhere: false })
  })

  test('that has passed already still lets the run be asked for once', async () => {
    const { watched, polls } = await watchIn({ timeout: 0 })
    expect(watched.ended).toBe('timed-out')
    expect(polls).toEqual([0])
  })

  test('does not hide a bug', async () => {
    const bug = new TypeError('x is not a function')
    await expect(watchIn({ timeout: 1, fails: () => bug })).rejects.toBe(bug)
  })
})

describe('a cancel', () => {
  test('at any moment ends watching at that moment', async () => {
    for (let abortAt = 0; abortAt <= 100 * S; abortAt += 173) {
      const { watched, end, polls } = await watchIn({
        abortAt,
        latency: 700,
      })
      expect(watched.ended).toBe('cancelled')
      expect(end).toBe(abortAt)
      expect(polls.filter((at) => at > abortAt)).toEqual([])
    }
  })

  test('before the start asks nothing', async () => {
    const { watched, api } = await watchIn({ abortAt: 0, request: { status: 'PENDING' } })
    expect(watched).toMatchObject({ ended: 'cancelled', statuses: [{ status: 'PENDING', at: NOON }] })
    expect(api.calls).toEqual([])
  })

  test('keeps what was seen of the run', async () => {
    const { watched } = await watchIn({ abortAt: MIN, detail: { completedEndpoints: 3 } })
    expect(watched).toMatchObject({ run: { status: 'RUNNING', completedEndpoints: 3 }, stoppedElsewhere: false })
  })

  test('of a run whose end is in the answer on its way is no cancel', async () => {
    const controller = new AbortController()
    const clock = timeline(NOON)
    const api = fakeApi({
      getRun: () => {
        controller.abort()
        return Promise.resolve(run('COMPLETED', { completedAt: NOON }))
      },
    })
    const scope = { deadline: NOON + HOUR, signal: controller.signal }
    const tools = { api, clock, log: keptLog(clock), random: () => 0.5, progress: () => undefined }
    const watched = await watch({ projectId: 'p1', runId: 'r1', triggeredAt: NOON }, scope, tools)
    expect(watched.ended).toBe('terminal')
  })
})

describe('a run that somebody else stops', () => {
  test('and that ends is terminal, and known to have been stopped', async () => {
    const { watched } = await watchIn({
      life: [
        [0, 'RUNNING'],
        [MIN, 'STOPPING'],
        [2 * MIN, 'COMPLETED'],
      ],
    })
    expect(watched).toMatchObject({ ended: 'terminal', stoppedElsewhere: true, run: { status: 'COMPLETED' } })
  })

  test.each([
    ['in the answer to the trigger', { status: 'STOPPING' }],
    ['in its detail', {}],
  ])('and that hangs in that is left after two minutes: seen %s', async (_, request) => {
    const { watched, end } = await watchIn({ life: [[0, 'STOPPING']], request })
    expect(watched).toMatchObject({ ended: 'stopping', stoppedElsewhere: true, run: { status: 'STOPPING' } })
    expect(end).toBeGreaterThan(2 * MIN)
    expect(end).toBeLessThan(2 * MIN + 40 * S)
  })

  test('is left at the deadline where that comes first', async () => {
    const { watched, end } = await watchIn({ life: [[0, 'STOPPING']], timeout: MIN })
    expect(watched).toMatchObject({ ended: 'timed-out', stoppedElsewhere: true })
    expect(end).toBe(MIN)
  })
})

describe('statuses', () => {
  test('that nobody knows do not end the wait, and are warned of once', async () => {
    const { watched, lines } = await watchIn({
      life: [
        [0, 'RUNNING'],
        [MIN, 'AWAITING_LUNAR_ALIGNMENT'],
        [10 * MIN, 'COMPLETED'],
      ],
    })
    expect(watched.ended).toBe('terminal')
    const warnings = lines.filter(({ level }) => level === 'warning')
    expect(warnings.map(({ message }) => message)).toEqual([expect.stringContaining('"AWAITING_LUNAR_ALIGNMENT"')])
  })

  test.each(['CREATED', 'DISPATCHING', 'PENDING', 'QUEUED', 'RUNNING', 'STOPPING'])(
    '%s is documented somewhere and not warned of',
    async (status) => {
      const { lines } = await watchIn({
        life: [
          [0, status],
          [MIN, 'FAILED'],
        ],
      })
      expect(lines.filter(({ level }) => level === 'warning')).toEqual([])
    },
  )

  test('that nobody knows are shown on one line of ordinary characters', async () => {
    const { lines } = await watchIn({
      life: [
        [0, 'ODD\n::error::\u202Epwned'],
        [MIN, 'COMPLETED'],
      ],
    })
    for (const { message } of lines) expect(message).not.toMatch(/[\n\u202E]/)
  })

  test('that go backwards neither loop nor end the wait', async () => {
    const order = ['RUNNING', 'QUEUED', 'PENDING', 'RUNNING', 'PENDING']
    const life: Life = Array.from({ length: 600 }, (_, i) => [i * S, order[i % order.length] ?? ''] as const)
    const { watched, polls, end } = await watchIn({
      life: [...life, [10 * MIN, 'COMPLETED']],
      request: { plannedSeconds: 300 },
    })
    expect(watched.ended).toBe('terminal')
    expect(end).toBeLessThan(10 * MIN + 60 * S)
    expect(polls.length).toBeLessThan(200)
  })

  test('that change are each told once, with the time since the trigger', async () => {
    const { lines } = await watchIn({
      life: [
        [0, 'QUEUED'],
        [2 * S, 'RUNNING'],
        [40 * S, 'COMPLETED'],
      ],
      detail: { plannedSeconds: 40 },
    })
    const told = lines.map(({ message }) => message)
    expect(told.filter((line) => line.startsWith('QUEUED after'))).toHaveLength(1)
    expect(told.filter((line) => /^RUNNING after \d+ s, calls planned for 40 s$/.test(line))).toHaveLength(1)
    expect(told.at(-1)).toMatch(/^COMPLETED after 4\d s$/)
  })
})

describe('while polling', () => {
  test.each(['server', 'not-sent', 'misshapen', 'rejected', 'not-found', 'key-refused'] as const)(
    '%s, which the client has given up on, ends the wait',
    async (kind) => {
      const { go, seen } = setUp({ fails: (n) => (n === 3 ? failure(kind) : undefined) })
      expect(await rejection(go())).toMatchObject({ kind })
      expect(seen().polls).toHaveLength(4)
    },
  )
})

describe('an outage', () => {
  /** Watches through the real client, over an exchange that is down for a while. */
  async function through(from: number, to: number, kind: FailureKind): Promise<Watched> {
    const clock = timeline(NOON)
    const exchange = () => {
      const since = clock.now() - NOON
      if (since >= from && since < to) return Promise.reject(new Failure(kind, 'Down.'))
      const status = since < 8 * MIN ? 'RUNNING' : 'COMPLETED'
      return Promise.resolve({ status: 200, headers: {}, body: { data: { id: 'r1', status } } })
    }
    const api = callMeter({
      exchange,
      apiUrl: new URL('https://callmeter.test/api/v1'),
      apiKey: 'cmk_1',
      clock,
      random: Math.random,
      pace: UNPACED,
    })
    const request = { projectId: 'p1', runId: 'r1', triggeredAt: NOON }
    const tools = { api, clock, log: keptLog(clock), random: () => 0.5, progress: () => undefined }
    return watch(request, { deadline: NOON + HOUR }, tools)
  }

  test.each(['server', 'not-sent', 'interrupted', 'unreadable'] as const)(
    'shorter than five minutes is invisible: %s',
    async (kind) => {
      const watched = await through(2 * MIN, 7 * MIN - 10 * S, kind)
      const calm = await through(0, 0, kind)
      expect(watched.statuses.map(({ status }) => status)).toEqual(calm.statuses.map(({ status }) => status))
      expect({ ...watched, statuses: [] }).toEqual({ ...calm, statuses: [] })
    },
  )

  test('of seven minutes ends the wait', async () => {
    await expect(through(MIN, 8 * MIN, 'server')).rejects.toMatchObject({ kind: 'server' })
  })
})

describe('progress', () => {
  test.each([
    ['nothing is known', {}],
    ['the end is known', { request: { plannedSeconds: 1_200 } }],
    ['the end has passed', { request: { plannedSeconds: 60 } }],
    ['earlier runs tell the end', { request: { testId: 't1' }, earlier: [1_200 * S] }],
    ['requests take 900 ms', { latency: 900 }],
    ['the gaps are longest', { random: 0.999 }],
    ['requests are a hundred times as scarce', { scarcity: 100 }],
  ] satisfies [string, Setting][])('is told at least every 30 s where %s', async (_, setting) => {
    const { lines, progress, end } = await watchIn({ timeout: 30 * MIN + 17 * S, ...setting })
    const told = [...lines.map(({ at }) => at - NOON), ...progress.map(({ at }) => at)].toSorted((a, b) => a - b)
    const gaps = [...told, end].map((at, i) => at - (i > 0 ? (told[i - 1] ?? 0) : 0))
    expect(Math.max(...gaps)).toBeLessThanOrEqual(30 * S + ('latency' in setting ? 900 : 0))
    expect(told.length).toBeLessThan(80)
  })

  test('says how many endpoints are done, and how long is left', async () => {
    const { progress } = await watchIn({
      timeout: 10 * MIN,
      detail: { completedEndpoints: 3, endpointCount: 40, plannedSeconds: 300 },
    })
    for (const { at, status, inStatusMs, done, of, leftMs, untilTimeoutMs } of progress) {
      expect({ status, done, of, untilTimeoutMs }).toEqual({
        status: 'RUNNING',
        done: 3,
        of: 40,
        untilTimeoutMs: 10 * MIN - at,
      })
      expect(inStatusMs).toBeGreaterThan(0.9 * at)
      // About: the end is expected within a stretch of time.
      expect(Math.abs((leftMs ?? Number.NaN) - (300 * S - inStatusMs))).toBeLessThan(20 * S)
    }
  })

  test('says nothing of what is not known', async () => {
    const { progress } = await watchIn({ life: [[0, 'QUEUED']], timeout: 2 * MIN })
    expect(progress.length).toBeGreaterThan(2)
    for (const told of progress)
      expect(Object.keys(told).toSorted()).toEqual(['at', 'inStatusMs', 'status', 'untilTimeoutMs'])
  })

  test('is told of a run that was never seen, too', async () => {
    const { go, seen } = setUp({ scarcity: 100, timeout: 2 * MIN, fails: () => failure('server') })
    await go()
    expect(seen().progress[0]).toMatchObject({ status: 'waiting', inStatusMs: 30 * S })
  })
})

test('being asked to slow down is sat out once while requests are plenty, left to the schedule while they are scarce, and sat out to confirm an end', async () => {
  const slowDowns = async (setting: Setting): Promise<unknown[]> => {
    const { api } = await watchIn({ timeout: MIN, ...setting })
    return api.scopes.map((scope) => (scope as { slowDowns?: number }).slowDowns)
  }
  expect(new Set(await slowDowns({}))).toEqual(new Set([1]))
  expect(new Set(await slowDowns({ scarcity: 2 }))).toEqual(new Set([0]))
  expect(await slowDowns({ life: [[0, 'FAILED']], scarcity: 2 })).toEqual([0, undefined])
})

test('a poll that is refused goes back to the schedule', async () => {
  const { watched, polls } = await watchIn({
    life: [
      [0, 'RUNNING'],
      [MIN, 'COMPLETED'],
    ],
    request: { plannedSeconds: 60 },
    fails: (n) => (n % 2 === 1 ? failure('rate-limited') : undefined),
  })
  expect(watched.ended).toBe('terminal')
  expect(polls.length).toBeGreaterThan(4)
  expect(polls.length).toBeLessThan(40)
})

describe('earlier runs', () => {
  test('are asked for once, and only where nobody says how long the run is', async () => {
    const request = { testId: 't1' }
    const unplanned = await watchIn({ request, timeout: 10 * MIN, earlier: [60 * S] })
    expect(unplanned.api.asked('listRuns')).toEqual([['p1', 't1', 1]])
    const refused = await watchIn({ request, timeout: 10 * MIN })
    expect(refused.api.asked('listRuns')).toHaveLength(1)
    const planned = await watchIn({ request: { ...request, plannedSeconds: 60 }, timeout: 10 * MIN, earlier: [60 * S] })
    expect(planned.api.asked('listRuns')).toEqual([])
  })

  test('tell when the run is going to end', async () => {
    const life: Life = [
      [0, 'RUNNING'],
      [20 * MIN + 2 * S, 'COMPLETED'],
    ]
    const setting = { life, request: { testId: 't1' }, earlier: [20 * MIN, 20 * MIN] }
    const { end, polls } = await watchIn(setting)
    const ignorant = await watchIn({ ...setting, earlier: [] })
    expect(end).toBeLessThan(20 * MIN + 6 * S)
    expect(polls.length).toBeLessThan(ignorant.polls.length)
  })

  test('are not asked for after the deadline', async () => {
    const { watched, end } = await watchIn({ request: { testId: 't1' }, timeout: 3 * S, latency: 4 * S })
    expect(watched.ended).toBe('timed-out')
    expect(end).toBeLessThanOrEqual(3 * S + 4 * S)
  })
})

describe('the number of questions', () => {
  const DAYS = 5 * 24 * HOUR

  test.each([
    ['unknown', {}],
    ['never reached', { request: { plannedSeconds: DAYS / S } }],
    ['long past', { request: { plannedSeconds: 60 } }],
    ['zero', { request: { plannedSeconds: 0 } }],
    ['unknown, and the gaps are shortest', { random: 0 }],
  ] satisfies [string, Setting][])('over five days is bounded where the end is %s', async (_, setting) => {
    const { watched, polls } = await watchIn({ timeout: DAYS, ...setting })
    expect(watched.ended).toBe('timed-out')
    // Sparse: hardly more often than every 10 s.
    expect(polls.length).toBeLessThan(DAYS / (10 * S) + 200)
    const gaps = polls.slice(1, -1).map((at, i) => at - (polls[i] ?? 0))
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(400)
  })
})
