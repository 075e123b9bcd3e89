import { describe, expect, test } from '@jest/globals'
import type { CallMeter } from '../../../src/apis/callmeter/client.ts'
import { PER_PAGE, callMeter } from '../../../src/apis/callmeter/client.ts'
import { Failure, type FailureKind } from '../../../src/base/failure.ts'
import type { HttpAnswer, HttpRequest } from '../../../src/apis/http/request.ts'
import type { Pace } from '../../../src/apis/http/pace.ts'
import { OUTAGE_PATIENCE_MS, REFUSAL_PATIENCE_MS, type RetryNotice, type Scope } from '../../../src/apis/http/retry.ts'
import { NOON, UNPACED, failure, rejection, timeline } from '../../fake-api.ts'

const SCOPE: Scope = { deadline: NOON + 3_600_000 }
const RUN = { data: { id: 'r1', status: 'RUNNING' } }
const EMPTY_LIST = { data: [], meta: { pagination: { page: 1, total: 0, totalPages: 0 } } }

type Answer = Partial<HttpAnswer> | Failure

interface Setting {
  apiUrl?: string
  /** In turn; the last one stays. */
  answers?: readonly Answer[]
  pace?: Partial<Pace>
}

/** The client over an exchange that answers what it is told to. */
function setUp({ apiUrl = 'https://callmeter.test/api/v1', answers = [{ body: RUN }], pace = {} }: Setting = {}) {
  const clock = timeline(NOON)
  const requests: (HttpRequest & { at: number; signal: AbortSignal | undefined })[] = []
  const notices: RetryNotice[] = []
  const api = callMeter({
    apiUrl: new URL(apiUrl),
    apiKey: 'cmk_secret',
    clock,
    random: Math.random,
    pace: { ...UNPACED, ...pace },
    onRetry: (notice) => notices.push(notice),
    exchange: (request, signal) => {
      const answer = answers[Math.min(requests.length, answers.length - 1)] ?? {}
      requests.push({ ...request, at: clock.now() - NOON, signal })
      return answer instanceof Failure
        ? Promise.reject(answer)
        : Promise.resolve({ status: 200, headers: {}, body: undefined, ...answer })
    },
  })
  return { api, clock, requests, notices }
}

/** Every question of the client, with ids to put into it. */
const QUESTIONS: Record<
  string,
  { ask: (api: CallMeter, project: string, id: string) => Promise<unknown>; body: unknown }
> = {
  listProjects: { ask: (api) => api.listProjects(3, SCOPE), body: EMPTY_LIST },
  listTests: { ask: (api, project) => api.listTests(project, 3, SCOPE), body: EMPTY_LIST },
  triggerRun: { ask: (api, project, id) => api.triggerRun(project, id, 'key-1', SCOPE), body: RUN },
  getRun: { ask: (api, project, id) => api.getRun(project, id, SCOPE), body: { data: { status: 'RUNNING' } } },
  listRuns: { ask: (api, project, id) => api.listRuns(project, id, 3, SCOPE), body: EMPTY_LIST },
  listEndpoints: { ask: (api, project, id) => api.listEndpoints(project, id, 3, SCOPE), body: EMPTY_LIST },
  stopRun: { ask: (api, project, id) => api.stopRun(project, id, SCOPE), body: undefined },
}
const NAMES = Object.keys(QUESTIONS)
const WITH_IDS = NAMES.filter((name) => name !== 'listProjects')

async function ask(name: string, setting: Setting = {}, project = 'p1', id = 'x1') {
  const { ask: question, body } = QUESTIONS[name] ?? {}
  const world = setUp({ answers: [{ body }], ...setting })
  // Within a function, so that what is thrown at once is a rejection too.
  const answer = (async () => question?.(world.api, project, id))()
  return { ...world, answer }
}

describe('requests', () => {
  test.each([
    ['listProjects', 'GET', '/projects?page=3&perPage=100'],
    ['listTests', 'GET', '/projects/p1/tests?page=3&perPage=100'],
    ['triggerRun', 'POST', '/projects/p1/tests/x1/run'],
    ['getRun', 'GET', '/projects/p1/test-runs/x1'],
    ['listRuns', 'GET', '/projects/p1/test-runs?testId=x1&page=3&perPage=100'],
    ['listEndpoints', 'GET', '/projects/p1/test-runs/x1/endpoints?page=3&perPage=100'],
    ['stopRun', 'POST', '/projects/p1/test-runs/x1/stop'],
  ])('%s is %s %s', async (name, method, path) => {
    expect(PER_PAGE).toBe(100)
    const { answer, requests } = await ask(name)
    await answer
    expect(requests.map((request) => [request.method, request.url.href])).toEqual([
      [method, `https://callmeter.test/api/v1${path}`],
    ])
    expect(requests[0]?.purpose).toMatch(/^(read|start|stop) the /)
  })

  test.each(NAMES)('%s carries the key in its header, and nowhere else', async (name) => {
    const { answer, requests } = await ask(name)
    await answer
    const { headers, ...rest } = requests[0] ?? { headers: undefined }
    expect(headers?.authorization).toBe('Bearer cmk_secret')
    expect(`${JSON.stringify(rest)}${String(requests[0]?.url)}`).not.toContain('cmk_secret')
  })

  test.each(NAMES)('%s carries an idempotency key only where it starts a run', async (name) => {
    const { answer, requests } = await ask(name)
    await answer
    expect(requests[0]?.headers?.['idempotency-key']).toBe(name === 'triggerRun' ? 'key-1' : undefined)
  })

  test.each([
    ['http://127.0.0.1:4010', 'http://127.0.0.1:4010/projects/p1/test-runs/x1'],
    ['https://callmeter.test/', 'https://callmeter.test/projects/p1/test-runs/x1'],
    ['https://callmeter.test/api/v1//', 'https://callmeter.test/api/v1/projects/p1/test-runs/x1'],
    ['https://proxy.test/callmeter/api/v1', 'https://proxy.test/callmeter/api/v1/projects/p1/test-runs/x1'],
  ])('go below %s', async (apiUrl, url) => {
    const { answer, requests } = await ask('getRun', { apiUrl })
    await answer
    expect(requests[0]?.url.href).toBe(url)
  })
})

describe('ids', () => {
  test.each(
    WITH_IDS.flatMap((name) =>
      ['a/b', '../../keys', '%2e%2e', 'a?b=c&d#e', 'ü 1', '\\..\\', '...', 'a\nb'].map((id) => [name, id]),
    ),
  )('of %s are opaque: %j stays one segment of the path', async (name, id) => {
    const { answer, requests } = await ask(name, {}, id, id)
    await answer
    const plainly = await ask(name, {}, 'PROJECT', 'ID')
    await plainly.answer
    const { pathname, searchParams, hash } = requests[0]?.url ?? new URL('x:')
    const wanted = plainly.requests[0]?.url
    expect(pathname.split('/').map((part) => decodeURIComponent(part))).toEqual(
      wanted?.pathname.split('/').map((part) => part.replace(/^(PROJECT|ID)$/, () => id)),
    )
    expect([...searchParams]).toEqual(
      [...(wanted?.searchParams ?? [])].map(([key, value]) => [key, value === 'ID' ? id : value]),
    )
    expect(hash).toBe('')
  })

  test.each(WITH_IDS.flatMap((name) => ['', '.', '..'].map((id) => [name, id])))(
    'of %s that would climb in the path are refused before any request: %j',
    async (name, id) => {
      const { answer, requests } = await ask(name, {}, id, 'x1')
      expect(await rejection(answer)).toMatchObject({ kind: 'input' })
      expect(requests).toEqual([])
    },
  )

  test.each(['triggerRun', 'getRun', 'listEndpoints', 'stopRun'])(
    'of tests and runs, too, are refused where they would climb: %s',
    async (name) => {
      for (const id of ['', '.', '..']) {
        const { answer, requests } = await ask(name, {}, 'p1', id)
        expect(await rejection(answer)).toMatchObject({ kind: 'input' })
        expect(requests).toEqual([])
      }
    },
  )

  test('that cannot be written into an address (half of a surrogate pair) are refused, not a bug', async () => {
    const { answer } = await ask('getRun', {}, 'p1', 'r\uD800')
    expect(await rejection(answer)).toMatchObject({ kind: 'input' })
  })
})

describe('answers', () => {
  test('are taken in in the action’s own terms', async () => {
    const { api } = setUp({ answers: [{ body: { data: { testRunId: 'r7', status: 'PENDING' } } }] })
    expect(await api.triggerRun('p1', 't1', 'key-1', SCOPE)).toEqual({ id: 'r7', status: 'PENDING' })
    const list = { data: [{ id: 'e1' }], meta: { pagination: { page: 2, perPage: 25, total: 26, totalPages: 2 } } }
    expect(await setUp({ answers: [{ body: list }] }).api.listEndpoints('p1', 'r1', 2, SCOPE)).toMatchObject({
      items: [{ id: 'e1', outcome: null }],
      total: 26,
      totalPages: 2,
    })
  })

  test('to a stop may be empty', async () => {
    const { answer } = await ask('stopRun', { answers: [{ status: 204 }] })
    expect(await answer).toBeUndefined()
  })
})

describe('the server’s clock', () => {
  const dated = (date: string | undefined): Answer => ({ body: RUN, headers: date === undefined ? {} : { date } })
  const HOUR_AHEAD = new Date(NOON + 3_600_000).toUTCString()

  test('is this machine’s until the server says what it is', async () => {
    const { api, clock } = setUp({ answers: [dated(undefined)] })
    expect(api.serverNow()).toBe(NOON)
    await api.getRun('p1', 'r1', SCOPE)
    await clock.sleep(1_500)
    expect(api.serverNow()).toBe(NOON + 1_500)
  })

  test('is taken from the Date header, and goes on', async () => {
    const { api, clock } = setUp({ answers: [dated(HOUR_AHEAD)] })
    await clock.sleep(10_000)
    await api.getRun('p1', 'r1', SCOPE)
    expect(api.serverNow()).toBe(NOON + 3_600_000)
    await clock.sleep(1_500)
    expect(api.serverNow()).toBe(NOON + 3_601_500)
  })

  test('is what the last answer says; an answer without a date that can be read says nothing', async () => {
    const { api } = setUp({
      answers: [dated(HOUR_AHEAD), dated(undefined), dated('yesterday'), dated(new Date(NOON).toUTCString())],
    })
    const told: number[] = []
    for (let i = 0; i < 4; i++) {
      await api.getRun('p1', 'r1', SCOPE)
      told.push(api.serverNow() - NOON)
    }
    expect(told).toEqual([3_600_000, 3_600_000, 3_600_000, 0])
  })
})

const PASSING: readonly FailureKind[] = ['rate-limited', 'not-sent', 'interrupted', 'server', 'unreadable']
const FINAL: readonly FailureKind[] = ['key-refused', 'forbidden', 'not-found', 'not-offered', 'rejected', 'input']
/** Of the wrong form, which shows only when the answer is taken in. */
const MISSHAPEN: Answer = { body: { data: 7 } }

describe('starting a run', () => {
  const trigger = (answers: readonly Answer[], scope: Parameters<CallMeter['triggerRun']>[3] = SCOPE) => {
    const world = setUp({ answers: [...answers, { body: RUN }] })
    return { ...world, answer: world.api.triggerRun('p1', 't1', 'key-1', scope) }
  }

  test.each(['rate-limited', 'not-sent'] as const)('is tried again after %s, under the same key', async (kind) => {
    const { answer, requests, notices } = trigger([failure(kind), failure(kind)])
    expect(await answer).toMatchObject({ id: 'r1' })
    expect(requests.map(({ headers }) => headers?.['idempotency-key'])).toEqual(['key-1', 'key-1', 'key-1'])
    expect(notices).toHaveLength(2)
  })

  test('is tried again no sooner than asked for', async () => {
    const { answer, requests } = trigger([new Failure('rate-limited', 'Slow down.', { retryAfterMs: 40_000 })])
    await answer
    expect(requests[1]?.at).toBeGreaterThanOrEqual(40_000)
  })

  test.each([
    ...['interrupted', 'server', 'unreadable'].map((kind) => [kind, failure(kind as FailureKind)] as const),
    ['misshapen', MISSHAPEN] as const,
  ])('is not tried again after %s: a run may have been started', async (kind, answered) => {
    const { answer, requests } = trigger([answered])
    expect(await rejection(answer)).toMatchObject({ kind })
    expect(requests).toHaveLength(1)
  })

  test.each(FINAL)('is not tried again after %s', async (kind) => {
    const { answer, requests } = trigger([failure(kind)])
    expect(await rejection(answer)).toMatchObject({ kind })
    expect(requests).toHaveLength(1)
  })

  test('is broken off by a signal of its own: the step’s only keeps it from being tried again', async () => {
    const [cancel, late] = [new AbortController(), new AbortController()]
    const { answer, requests } = trigger([], { ...SCOPE, signal: cancel.signal, breakOff: late.signal })
    await answer
    expect(requests[0]?.signal).toBe(late.signal)

    cancel.abort()
    const again = trigger([failure('rate-limited')], { ...SCOPE, signal: cancel.signal, breakOff: late.signal })
    await rejection(again.answer)
    expect(again.requests.length).toBeLessThanOrEqual(1)
  })
})

describe('reading, and stopping, which does no harm twice', () => {
  const names = NAMES.filter((name) => name !== 'triggerRun')

  test.each(names.flatMap((name) => PASSING.map((kind) => [name, kind] as const)))(
    '%s is tried again after %s',
    async (name, kind) => {
      const { body } = QUESTIONS[name] ?? {}
      const { answer, requests } = await ask(name, { answers: [failure(kind), failure(kind), { body }] })
      await answer
      expect(requests).toHaveLength(3)
    },
  )

  test.each(names.filter((name) => name !== 'stopRun'))(
    '%s is tried again where the answer is of the wrong form',
    async (name) => {
      const { body } = QUESTIONS[name] ?? {}
      const { answer, requests } = await ask(name, { answers: [MISSHAPEN, { body }] })
      await answer
      expect(requests).toHaveLength(2)
    },
  )

  test.each(names.flatMap((name) => FINAL.map((kind) => [name, kind] as const)))(
    '%s believes %s once it has stood for a while, and a stop at once',
    async (name, kind) => {
      const { answer, requests } = await ask(name, { answers: [failure(kind)] })
      expect(await rejection(answer)).toMatchObject({ kind })
      const last = requests.at(-1)?.at ?? 0
      expect(last).toBe(name === 'stopRun' || kind === 'input' ? 0 : REFUSAL_PATIENCE_MS)
    },
  )

  test('gives up on an outage that outlasts the patience', async () => {
    const { answer, requests } = await ask('getRun', { answers: [failure('server')] })
    expect(await rejection(answer)).toMatchObject({ kind: 'server' })
    expect(requests.at(-1)?.at).toBeGreaterThanOrEqual(OUTAGE_PATIENCE_MS)
  })

  test('is not begun where the step has been cancelled', async () => {
    const { api, requests } = setUp()
    const scope = { ...SCOPE, signal: AbortSignal.abort() }
    expect(await rejection(api.getRun('p1', 'r1', scope))).toMatchObject({ kind: 'aborted' })
    expect(requests).toEqual([])
  })

  test('is broken off by the step’s signal', async () => {
    const { signal } = new AbortController()
    for (const question of ['getRun', 'stopRun'] as const) {
      const { api, requests } = setUp()
      await api[question]('p1', 'r1', { ...SCOPE, signal })
      expect(requests[0]?.signal).toBe(signal)
    }
  })
})

describe('the pace', () => {
  const paced = async (name: string, answers?: readonly Answer[]) => {
    const told: string[] = []
    const pace: Pace = {
      turn: (until) => {
        told.push(`turn until ${until.deadline - NOON}`)
        return Promise.resolve()
      },
      answered: (headers) => told.push(`answered ${String(headers['x-ratelimit-limit'])}`),
      refused: (ms) => told.push(`refused ${ms}`),
      scarcity: () => 1.5,
    }
    const { body } = QUESTIONS[name] ?? {}
    const headers = { 'x-ratelimit-limit': '60' }
    const { answer, api } = await ask(name, { pace, answers: [...(answers ?? []), { body, headers }] })
    await answer
    expect(api.scarcity()).toBe(1.5)
    return told
  }

  test.each(NAMES.filter((name) => name !== 'stopRun'))(
    '%s waits for its turn each time, and tells how it went',
    async (name) => {
      const refused = new Failure('rate-limited', 'Slow down.', { retryAfterMs: 2_000 })
      const turn = `turn until ${SCOPE.deadline - NOON}`
      expect(await paced(name, [refused])).toEqual([turn, 'refused 2000', turn, 'answered 60'])
    },
  )

  test('a stop never waits', async () => {
    expect(await paced('stopRun')).toEqual(['answered 60'])
  })

  test('other failures say nothing of the pace that is allowed', async () => {
    expect((await paced('getRun', [failure('not-sent')])).filter((told) => told.startsWith('refused'))).toEqual([])
  })
})
