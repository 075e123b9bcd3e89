import { describe, expect, test } from '@jest/globals'
import { type Run } from '../../src/model/run.ts'
import { isAbsence } from '../../src/model/subject.ts'
import { type EarlierRunRules, type JudgedRun, findEarlierRuns } from '../../src/stages/earlier-runs.ts'
import { NOON, failure, fakeApi, pageOf, run } from '../fake-api.ts'

describe('the list of earlier runs', () => {
  const MIN = 60_000
  const at = (id: string, minutes: number | undefined, rest: Partial<Run> = {}): Run =>
    run('COMPLETED', {
      id,
      testId: 't1',
      ...(minutes === undefined ? {} : { createdAt: NOON + minutes * MIN }),
      ...rest,
    })
  const MINE = at('mine', 0)

  interface Asked {
    /** How many runs are wanted. */
    enough?: number
    perPage?: number
    hasMore?: true
    details?: Readonly<Record<string, Partial<Run>>>
    judged?: Partial<JudgedRun>
    why?: EarlierRunRules<string>['why']
  }

  /** The ids of the runs that count, or why there are none, and how many pages were asked for. */
  async function list(
    runs: readonly Run[],
    { enough = 20, perPage = 100, hasMore, details = {}, judged, why = () => undefined }: Asked = {},
  ) {
    const api = fakeApi({
      listRuns: (_, __, page) => Promise.resolve({ ...pageOf(runs, page, perPage), ...(hasMore ? { hasMore } : {}) }),
      getRun: (_, id) => Promise.resolve({ ...runs.find((one) => one.id === id)!, ...details[id] }),
    })
    const target = { projectId: 'p1', testId: 't1', runId: 'mine', facts: { status: 'COMPLETED' }, ...judged }
    const rules: EarlierRunRules<string> = {
      why,
      needsDetail: false,
      mayFail: true,
      take: ({ id }) => Promise.resolve({ taken: id ?? '' }),
    }
    const found = await findEarlierRuns({ ...target, count: enough }, rules, { deadline: NOON }, api)
    const ids = isAbsence(found) ? found.reason : found.flatMap(({ taken }) => taken ?? [])
    return [ids, api.asked('listRuns').length]
  }

  test('is of the runs before this one, the newest first, in whatever order they come', async () => {
    expect(await list([at('b', -2), at('later', 1), MINE, at('a', -1), at('c', -3)])).toEqual([['a', 'b', 'c'], 1])
    expect(await list([at('Mine', 0), at('a', -1)])).toEqual([['a'], 1])
  })

  test('has neither runs of other tests nor such without an id', async () => {
    const nameless: Run = { status: 'COMPLETED', createdAt: NOON - MIN, detail: {} }
    expect(
      await list([MINE, at('other', -1, { testId: 't2' }), nameless, at('a', -2), at('T1', -3, { testId: 'T1' })]),
    ).toEqual([['a', 'T1'], 1])
  })

  test('is in its own order where nobody tells when runs were created, and of one moment none is later', async () => {
    expect(await list([at('mine', undefined), at('a', undefined), at('b', undefined)])).toEqual([['a', 'b'], 1])
    expect(await list([MINE, at('same', 0), at('a', -1)])).toEqual([['same', 'a'], 1])
  })

  test('is read no further than needed, but past this run', async () => {
    const runs = [
      at('x', 3),
      at('y', 2),
      at('z', 1),
      MINE,
      ...Array.from({ length: 12 }, (_, i) => at(`r${i}`, -i - 1)),
    ]
    expect(await list(runs, { enough: 2, perPage: 3 })).toEqual([['r0', 'r1'], 2])
    expect(await list(runs, { enough: 1, perPage: 3 })).toEqual([['r0'], 2])
    expect((await list(runs, { perPage: 3 }))[1]).toBe(5)
  })

  test('is not known where it never ends: a later run might be among them', async () => {
    const runs = Array.from({ length: 100 }, (_, i) => at(`r${i}`, -i - 1))
    expect(await list(runs, { perPage: 3, hasMore: true })).toEqual([
      expect.stringContaining('ended before this run'),
      5,
    ])
  })

  test('is told by times, and where these do not tell, by the places in the list', async () => {
    const bare = (id: string): Run => run('COMPLETED', { id, testId: 't1' })
    // What stands before this run is later, and what stands behind it earlier.
    expect(await list([bare('x'), bare('mine'), bare('a')])).toEqual([['a'], 1])
    expect(await list([at('same', 0), at('mine', 0), at('a', -1)])).toEqual([['a'], 1])
    // The detail may tell more than the list.
    const mine = { facts: { status: 'COMPLETED', createdAt: NOON } }
    const details = { a: { createdAt: NOON - MIN }, later: { createdAt: NOON + MIN } }
    expect(await list([bare('later'), bare('a')], { judged: mine, details })).toEqual([['a'], 1])
  })

  test('has no run of which nobody tells when it was started', async () => {
    const bare = (id: string): Run => run('COMPLETED', { id, testId: 't1' })
    expect(await list([bare('a'), bare('b')])).toEqual([[], 1])
    expect(await list([at('a', -1), at('b', 1)], { judged: { facts: { status: 'COMPLETED', createdAt: NOON } } })).toEqual([['a'], 1]) // prettier-ignore
    expect(await list([at('a', -1)])).toEqual([[], 1])
  })

  test('is not asked for where nobody tells the test: its runs could be any test’s', async () => {
    expect(await list([MINE, at('a', -1)], { judged: { testId: '' } })).toEqual([
      'the test of this run is unknown, and so are its earlier runs',
      0,
    ])
  })

  test('has no run that its detail says is of another test', async () => {
    const { testId: _, ...nameless } = at('a', -1)
    expect(await list([MINE, nameless, at('b', -2)], { details: { a: { testId: 't2' } } })).toEqual([['b'], 1])
  })

  test('is read on where runs on the first page turn out not to count', async () => {
    const runs = [MINE, ...Array.from({ length: 12 }, (_, i) => at(`r${i}`, -i - 1))]
    const details = Object.fromEntries(['r0', 'r1', 'r2', 'r3'].map((id) => [id, { status: 'FAILED' }]))
    const why: Asked['why'] = ({ status }) => (status === 'COMPLETED' ? undefined : `is ${status}`)
    expect(await list(runs, { enough: 3, perPage: 4, details, why })).toEqual([['r4', 'r5', 'r6'], 3])
  })

  /** What is said of each run that was looked at. */
  async function said(runs: readonly Run[], details: Asked['details'] = {}, fails?: Error, mayFail = true) {
    const api = fakeApi({
      listRuns: (_, __, page) => Promise.resolve(pageOf(runs, page, 100)),
      getRun: (_, id) => Promise.resolve({ ...runs.find((one) => one.id === id)!, ...details[id] }),
    })
    const rules: EarlierRunRules<string> = {
      why: ({ status }) => (status === 'COMPLETED' ? undefined : `is ${status}`),
      needsDetail: true,
      mayFail,
      take: ({ id = '' }) => (fails ? Promise.reject(fails) : Promise.resolve({ taken: id })),
    }
    const facts = { status: 'COMPLETED', createdAt: NOON }
    const target = { projectId: 'p1', testId: 't1', runId: 'mine', facts, count: 1 }
    const found = await findEarlierRuns(target, rules, { deadline: NOON }, api)
    if (isAbsence(found)) throw new Error(found.reason)
    return {
      found: found.map(({ run: { id }, taken, why }) => [id, taken ?? why]),
      detailed: api.asked('getRun').length,
    }
  }

  test('says of each run why it does not count, and asks nothing of one that the list tells enough of', async () => {
    const failed = { ...at('failed', -1), status: 'FAILED' }
    const runs = [failed, at('other', -2), at('late', -3), at('odd', -4), at('a', -5), at('b', -6)]
    const details = {
      other: { testId: 't2' },
      late: { createdAt: NOON + MIN },
      odd: { createdAt: NOON },
    }
    expect(await said(runs, details)).toEqual({
      found: [
        ['failed', 'is FAILED'],
        ['other', 'is of another test'],
        ['late', 'was started later'],
        ['odd', 'may have been started later'],
        ['a', 'a'],
      ],
      detailed: 4,
    })
  })

  test('leaves out what cannot be read, unless that one run is what is wanted', async () => {
    const runs = [at('a', -1), at('b', -2)]
    const broken = failure('server', 'It is down.')
    expect((await said(runs, {}, broken)).found).toEqual([
      ['a', 'could not be read: It is down'],
      ['b', 'could not be read: It is down'],
    ])
    await expect(said(runs, {}, broken, false)).rejects.toBe(broken)
    for (const error of [failure('aborted'), new TypeError('a bug')])
      await expect(said(runs, {}, error)).rejects.toBe(error)
  })
})
