import { describe, expect, test } from '@jest/globals'
import { jobRunsIn } from '../../src/cleanup/job-runs.ts'
import { LOOK_FOR_MS, LOOK_ON_MS, findStartedRun, runsBefore } from '../../src/cleanup/lost-run.ts'
import type { Page } from '../../src/apis/http/paged-list.ts'
import { EVERY_KIND, NOON, failure, fakeApi, keptLog, pageOf, rejection, run, timeline } from '../fake-api.ts'
import { Failure } from '../../src/base/failure.ts'
import type { OpenRun } from '../../src/cleanup/open-runs.ts'
import type { Run } from '../../src/model/run.ts'

const S = 1_000

/** When the test was triggered, by the server's clock, which is an hour ahead of this machine's. */
const SINCE = NOON + 3_600 * S
const ENTRY: OpenRun = { projectId: 'p1', testId: 't1', since: SINCE, until: SINCE + 10 * S }

const made = (id: string, afterTrigger: number, rest: Partial<Run> = {}): Run =>
  run('RUNNING', { id, createdAt: SINCE + afterTrigger, ...rest })
const OLD = [made('o2', -50 * S), made('o1', -900 * S)]

interface Setting {
  deadline?: number
  abortAt?: number
  lost?: Partial<OpenRun>
  /** What a run's own detail says, beside what the list does. */
  detail?: Partial<Run>
}

/** Looks for a run in lists of runs; `since` counts in ms from the first look. */
function setUp(
  list: (page: number, since: number) => Page<Run>,
  { deadline = Number.POSITIVE_INFINITY, abortAt, lost = {}, detail = {} }: Setting = {},
) {
  const controller = new AbortController()
  const clock = timeline(NOON, abortAt === undefined ? [] : [[NOON + abortAt, () => controller.abort()]])
  const log = keptLog(clock)
  const looks: number[] = []
  const api = fakeApi({
    listRuns: (_, __, page, { signal }) => {
      if (page === 1) looks.push(clock.now() - NOON)
      return signal?.aborted ? Promise.reject(failure('aborted')) : Promise.resolve(list(page, clock.now() - NOON))
    },
    getRun: (_, id) => Promise.resolve(run('RUNNING', { id, ...detail })),
  })
  const scope = { deadline: NOON + deadline, signal: controller.signal }
  return {
    go: () => findStartedRun({ ...ENTRY, ...lost }, scope, { api, clock, log, jobRuns: jobRunsIn(undefined) }),
    seen: () => ({ looks, api, infos: log.at('info'), elapsed: clock.now() - NOON }),
  }
}

async function find(...args: Parameters<typeof setUp>) {
  const { go, seen } = setUp(...args)
  return { found: (await go())?.id, ...seen() }
}

test('the one run that was created since the trigger is taken once no other one shows, and its detail agrees', async () => {
  const { found, elapsed, api } = await find((page) => pageOf([made('mine', 400), ...OLD], page, 100))
  expect([found, elapsed]).toEqual(['mine', LOOK_ON_MS])
  expect(api.calls).toEqual([...Array.from({ length: 4 }, () => ['listRuns', 'p1', 't1', 1]), ['getRun', 'p1', 'mine']])
})

test.each([5 * S, 42 * S, LOOK_FOR_MS - 100])('a run that is listed only %i ms later is found', async (appears) => {
  const { found, elapsed } = await find((page, since) =>
    pageOf(since < appears - 5 * S ? OLD : [made('mine', 400), ...OLD], page, 100),
  )
  expect(found).toBe('mine')
  expect(elapsed).toBeLessThanOrEqual(appears + LOOK_ON_MS)
})

test('a second one that shows while it is looked on makes both nobody’s: they are named, and none is taken', async () => {
  for (const shows of [5 * S, 10 * S, LOOK_ON_MS]) {
    const { go, seen } = setUp((page, since) =>
      pageOf([...(since >= shows ? [made('late', 9 * S)] : []), made('mine', 400), ...OLD], page, 100),
    )
    const error = await rejection(go())
    expect(error).toMatchObject({ kind: 'incomplete', message: expect.stringMatching(/mine.*|late.*/) })
    expect((error as Failure).message).toContain('late (')
    expect(seen().api.asked('getRun')).toEqual([])
  }
})

test('what is found is presumed, unless the API itself says that it was started by this request', async () => {
  const listed = (page: number) => pageOf([made('mine', 400), ...OLD], page, 100)
  const detail = (idempotencyKey: string) => ({ detail: { idempotencyKey } })
  expect(await setUp(listed, { lost: { key: 'k1' } }).go()).toMatchObject({ id: 'mine', evidence: 'presumed' })
  expect(await setUp(listed, { lost: { key: 'k1' }, ...detail('k1') }).go()).toMatchObject({ evidence: 'named' })
  expect(await setUp(listed, { lost: { key: 'k1' }, ...detail('k2') }).go()).toBeUndefined()
  expect(await setUp(listed, { ...detail('k1') }).go()).toMatchObject({ evidence: 'presumed' })
})

test.each<[string, Partial<Run>]>([
  ['another test', { testId: 't2' }],
  ['another time', { createdAt: SINCE - 3_600 * S }],
])('a run whose own detail is of %s is not taken', async (_, detail) => {
  expect((await find((page) => pageOf([made('mine', 400), ...OLD], page, 100), { detail })).found).toBeUndefined()
})

test('without a run it is looked for every five seconds for a minute, and each wait is said', async () => {
  const { found, looks, infos } = await find((page) => pageOf(OLD, page, 100))
  expect(found).toBeUndefined()
  expect(looks).toEqual([0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60].map((seconds) => seconds * S))
  expect(new Set(infos)).toEqual(new Set(['No run of the test since then can be seen yet; reading again in 5 s']))
  expect(infos).toHaveLength(looks.length - 1)
})

test('without a run the search ends at the deadline', async () => {
  const { found, looks } = await find((page) => pageOf(OLD, page, 100), { deadline: 12 * S })
  expect([found, looks]).toEqual([undefined, [0, 5 * S, 10 * S]])
})

test.each<[string, Run]>([
  ['of another test', made('other', 400, { testId: 't2' })],
  ['created 1.001 s before the trigger', made('early', -1_001)],
  ['created 5.001 s after the request was over', made('late', 15_001)],
  ['without an id', run('RUNNING', { createdAt: SINCE + 400 })],
])('a run %s is not adopted', async (_, stranger) => {
  expect((await find((page) => pageOf([stranger, ...OLD], page, 100))).found).toBeUndefined()
  const both = await find((page) => pageOf([made('mine', 400), stranger, ...OLD], page, 100))
  expect(both.found).toBe('mine')
})

test('a run that was created nobody knows when is not adopted: it may be an old one, with old results', async () => {
  const { go } = setUp((page) => pageOf([run('COMPLETED', { id: 'timeless' }), ...OLD], page, 100))
  const adopted = await go().catch((error: unknown) => {
    expect(error).toMatchObject({ kind: 'incomplete' })
    return undefined
  })
  expect(adopted).toBeUndefined()
})

test.each<[string, Run]>([
  ['created in the same moment', made('mine', 0)],
  ['created 1 s before the trigger, by a clock that is not quite the same', made('mine', -1_000)],
  ['created 5 s after the request was over, because a gateway was slow', made('mine', 15_000)],
  ['of this test by name', made('mine', 400, { testId: 't1' })],
  ['that has ended already', { ...made('mine', 400), status: 'FAILED' }],
])('a run %s is adopted', async (_, mine) => {
  expect((await find((page) => pageOf([mine, ...OLD], page, 100))).found).toBe('mine')
})

test('several runs are named, with their times, and none is taken', async () => {
  const { go, seen } = setUp((page) => pageOf([made('b', 700), made('a\n::error::', 400), ...OLD], page, 100))
  const error = await rejection(go())
  expect(error).toMatchObject({ kind: 'incomplete', advice: expect.stringContaining('stop the one') })
  const { message } = error as Failure
  expect(message).toContain(`b (${new Date(SINCE + 700).toISOString()})`)
  expect(message).toContain(new Date(SINCE + 400).toISOString())
  expect(message).not.toContain('\n')
  expect(message).not.toContain('o2')
  expect(seen().elapsed).toBe(0)
})

test('of very many runs not all are named', async () => {
  const many = Array.from({ length: 300 }, (_, i) => made(`run-number-${i}`, 400 + i))
  const { go } = setUp((page) => pageOf(many, page, 100))
  const { message } = (await rejection(go())) as Failure
  expect(message.match(/run-number/g)).toHaveLength(10)
})

test('a run that shifts onto the next page is still one run', async () => {
  const pages = [[made('mine', 400)], [made('mine', 400), ...OLD]]
  const { found, api } = await find((page) => ({
    items: pages[page - 1] ?? [],
    total: 3,
    totalPages: 2,
  }))
  expect([found, api.asked('listRuns').length]).toEqual(['mine', 8])
})

test.each<[string, number, number, number]>([
  ['a full page of new runs is followed to the next, where the list says there is one', 1, 4, 3],
  ['no more than three pages are read', 1, 9, 3],
  ['the last page ends the search', 2, 2, 1],
  ['a page with an old run ends the search', 3, 4, 1],
])('%s', async (_, perPage, runs, asked) => {
  const all = [made('b', 700), made('a', 400), ...OLD, ...OLD, ...OLD, ...OLD].slice(0, runs)
  const fresh = perPage === 1 && runs === 9 ? all.map((_one, i) => made(`run-${i}`, 400 + i)) : all
  const { go, seen } = setUp((page) => pageOf(fresh, page, perPage))
  expect(await rejection(go())).toMatchObject({ kind: 'incomplete' })
  expect(seen().api.asked('listRuns')).toHaveLength(asked)
})

test('an empty list without paging is no run', async () => {
  const { found } = await find(() => ({ items: [] }))
  expect(found).toBeUndefined()
})

test.each(EVERY_KIND.filter((kind) => kind !== 'aborted'))(
  'a list that is not to be had (%s) is a failure of that kind that says what for',
  async (kind) => {
    const { go, seen } = setUp(() => {
      throw failure(kind, 'No such list.', 'Ask again.')
    })
    const error = await rejection(go())
    expect(error).toMatchObject({ kind })
    expect((error as Failure).message).toMatch(
      /^The test's runs cannot be listed to see whether .*: No such list\. Ask again\.$/,
    )
    expect(seen().looks).toEqual([0])
  },
)

test('a bug is not taken for a missing list', async () => {
  const bug = new TypeError('x is not a function')
  const { go } = setUp(() => {
    throw bug
  })
  expect(await rejection(go())).toBe(bug)
})

test('a cancel ends the search at once', async () => {
  const { go, seen } = setUp((page) => pageOf(OLD, page, 100), { abortAt: 7_300 })
  const result = await go().catch((error: unknown) => {
    expect(error).toMatchObject({ kind: 'aborted' })
    return undefined
  })
  expect(result).toBeUndefined()
  expect(seen().elapsed).toBe(7_300)
})

describe('what was there before', () => {
  const NEW = made('mine', 400)
  const BEFORE = { before: ['o1', 'o2'] }

  test.each<[string, Partial<OpenRun>, Run, string | undefined]>([
    ['is never the one, whatever any clock says', { before: ['mine'] }, NEW, undefined],
    ['is known in any case of letters', { before: ['MINE'] }, NEW, undefined],
    ['does not make a run of another time the one', BEFORE, made('mine', 9_000 * S), undefined],
    ['tells a new run without a time, where it was all there was', { ...BEFORE, beforeIsAll: true }, run('RUNNING', { id: 'mine' }), 'mine'],
    ['does not where it was not all', BEFORE, run('RUNNING', { id: 'mine' }), undefined],
  ])('%s', async (_, lost, listed, found) => {
    expect((await find((page) => pageOf([listed, ...OLD], page, 100), { lost })).found).toBe(found)
  }) // prettier-ignore

  test('is all that counts where the server’s clock cannot be told', async () => {
    const { since: _since, until: _until, ...timeless } = ENTRY
    const clock = timeline(NOON)
    const look = (lost: Partial<OpenRun>, runs: Run[]) => {
      const api = fakeApi({
        listRuns: (_, __, page) => Promise.resolve(pageOf(runs, page, 100)),
        getRun: (_, id) => Promise.resolve(run('RUNNING', { id })),
      })
      const tools = { api, clock, log: keptLog(clock), jobRuns: jobRunsIn(undefined) }
      return findStartedRun({ ...timeless, ...lost }, { deadline: NOON + 3_600 * S }, tools)
    }
    expect(await look({}, [NEW, ...OLD])).toBeUndefined()
    expect(await look(BEFORE, [NEW, ...OLD])).toBeUndefined()
    expect(await look({ ...BEFORE, beforeIsAll: true }, [NEW, ...OLD])).toMatchObject({ id: 'mine' })
  })

  test('is read in one request, as far as it can be', async () => {
    const before = (answer: () => Promise<Page<Run>>) => {
      const api = fakeApi({ listRuns: answer })
      return runsBefore(ENTRY, { deadline: NOON + S }, { api, clock: timeline(NOON) })
    }
    expect(await before(() => Promise.resolve(pageOf(OLD, 1, 100)))).toEqual({
      runs: OLD,
      before: ['o2', 'o1'],
      beforeIsAll: true,
    })
    expect(await before(() => Promise.resolve(pageOf(OLD, 1, 1)))).toEqual({ runs: [OLD[0]], before: ['o2'] })
    expect(await before(() => Promise.resolve({ items: OLD }))).toEqual({ runs: OLD, before: ['o2', 'o1'] })
    for (const kind of EVERY_KIND.filter((one) => one !== 'aborted'))
      expect(await before(() => Promise.reject(failure(kind)))).toEqual({})
    expect(await rejection(before(() => Promise.reject(failure('aborted'))))).toMatchObject({ kind: 'aborted' })
  })
})

test('a run that another test or step of the job has taken is not the one', async () => {
  const jobRuns = jobRunsIn(undefined)
  jobRuns.take('mine')
  const clock = timeline(NOON)
  const api = fakeApi({ listRuns: (_, __, page) => Promise.resolve(pageOf([made('mine', 400)], page, 100)) })
  const tools = { api, clock, log: keptLog(clock), jobRuns }
  expect(await findStartedRun(ENTRY, { deadline: NOON + 3_600 * S }, tools)).toBeUndefined()
})
