import { describe, expect, test } from '@jest/globals'
import type { Run } from '../../src/model/run.ts'
import { type SizedRun, listEarlierRuns, whyNotCounted } from '../../src/stages/earlier-runs.ts'
import { NOON, fakeApi, pageOf, run } from '../fake-api.ts'

const NOW: SizedRun = { run: { status: 'COMPLETED', plannedSeconds: 60, endpointCount: 40 }, size: 40 }
const earlier = (told: Partial<SizedRun['run']>, size?: number): SizedRun => ({
  run: { status: 'COMPLETED', ...told },
  ...(size === undefined ? {} : { size }),
})

test.each<[SizedRun, string | undefined]>([
  [earlier({}), undefined],
  [earlier({ plannedSeconds: 60, endpointCount: 40 }, 40), undefined],
  // A run may tell its own length as its plan.
  [earlier({ plannedSeconds: 57.2 }), undefined],
  [earlier({ plannedSeconds: 65 }), undefined],
  [earlier({ plannedSeconds: 66.6 }), undefined],
  [earlier({ plannedSeconds: 67 }), 'was planned for 1 min 7 s instead of 1 min'],
  [earlier({ endpointCount: 0 }), undefined],
  [earlier({ status: 'FAILED' }), 'is FAILED'],
  [earlier({ status: 'RUNNING' }), 'is RUNNING'],
  [earlier({ plannedSeconds: 60, startedAt: 0, completedAt: 20_000 }), 'was cut short'],
  [earlier({ plannedSeconds: 600 }), 'was planned for 10 min instead of 1 min'],
  [earlier({ plannedSeconds: 30 }), 'was planned for 30 s instead of 1 min'],
  [earlier({ endpointCount: 20 }), 'has 20 endpoints instead of 40'],
  [earlier({}, 39), 'has 39 endpoints instead of 40'],
])('%j: %s', (before, why) => {
  expect(whyNotCounted(before, NOW)).toBe(why)
})

test('what nobody tells of this run is not held against others', () => {
  expect(
    whyNotCounted(earlier({ plannedSeconds: 600, endpointCount: 7 }, 9), { run: { status: 'COMPLETED' } }),
  ).toBeUndefined()
})

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

  /** The ids of the runs that are found, and how many pages were asked for. */
  async function list(
    runs: readonly Run[],
    { enough = 100, perPage = 100, hasMore }: { enough?: number; perPage?: number; hasMore?: true } = {},
  ) {
    const api = fakeApi({
      listRuns: (_, __, page) => Promise.resolve({ ...pageOf(runs, page, perPage), ...(hasMore ? { hasMore } : {}) }),
    })
    const judged = { projectId: 'p1', testId: 't1', runId: 'mine' }
    const found = await listEarlierRuns(judged, (all) => all.length >= enough, { deadline: NOON }, api)
    return [found?.map(({ id }) => id), api.asked('listRuns').length]
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
    expect(await list(runs, { enough: 1, perPage: 3 })).toEqual([['r0', 'r1'], 2])
    expect((await list(runs, { perPage: 3 }))[1]).toBe(5)
  })

  test('is not known where it never ends: a later run might be among them', async () => {
    const runs = Array.from({ length: 100 }, (_, i) => at(`r${i}`, -i - 1))
    expect(await list(runs, { perPage: 3, hasMore: true })).toEqual([undefined, 5])
  })
})
