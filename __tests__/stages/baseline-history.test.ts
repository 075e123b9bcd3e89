import { describe, expect, test } from '@jest/globals'
import { type HistoryTarget, historyOf, lastRuns } from '../../src/stages/baseline-history.ts'
import { factsOfRun } from '../../src/stages/run-facts.ts'
import type { Run } from '../../src/model/run.ts'
import type { EarlierRun } from '../../src/thresholds/reference.ts'
import { parseThresholds } from '../../src/thresholds/parse.ts'
import { NOON, failure, fakeApi, pageOf, run, timeline } from '../fake-api.ts'
import { subjectWith } from '../thresholds/rows.ts'

const MIN = 60_000
const MINE = run('COMPLETED', { id: 'mine', testId: 't1', createdAt: NOON, plannedSeconds: 60 })
const TARGET: HistoryTarget = {
  projectId: 'p1',
  testId: 't1',
  asked: 'load',
  runId: 'mine',
  facts: factsOfRun(MINE, { size: 3 }),
  thresholds: parseThresholds('avg(mos) >= baseline - 0.1\nsuccess_rate >= 99%').thresholds,
}
const whole = (id: string, minutes: number, rest: Partial<Run> = {}): Run => {
  const createdAt = NOON + minutes * MIN
  const [startedAt, completedAt] = [createdAt, createdAt + 60_000]
  return run('COMPLETED', { id, testId: 't1', createdAt, startedAt, completedAt, plannedSeconds: 60, ...rest })
}

interface Listed {
  perPage?: number
  thresholds?: HistoryTarget['thresholds']
  /** What the detail of runs tells beside the list. */
  details?: Readonly<Record<string, Partial<Run>>>
}

/** The last runs where each measured a MOS of 4 and a tenth for each sign of its id. */
async function last(count: number, runs: readonly Run[], { perPage = 100, thresholds = TARGET.thresholds, details = {} }: Listed = {}) {
  const clock = timeline(NOON)
  const api = fakeApi({
    listRuns: (_, __, page) => Promise.resolve(pageOf(runs, page, perPage)),
    getRun: (_, id) => Promise.resolve({ ...runs.find((one) => one.id === id)!, ...details[id] }),
  })
  const read: string[] = []
  const found = await lastRuns(count, { ...TARGET, thresholds }, { deadline: clock.now() + 10 * MIN }, {
    api,
    read: (one) => {
      read.push(one.id ?? '')
      if (one.id?.startsWith('bad')) return Promise.reject(failure('incomplete', 'Rows are missing.'))
      const values = one.id?.startsWith('more') ? [4, 4, 4, 4] : [4, 4, 4].map((value) => value + (one.id ?? '').length / 10)
      return Promise.resolve({ ...subjectWith('mos', values), run: one })
    },
  })
  if (!('runs' in found) || !found.runs) throw new Error(JSON.stringify(found))
  const detailed = api.asked('getRun').map(([, id]) => id)
  return { ...found, ids: found.runs.map(({ runId }) => runId), read, detailed, pages: api.asked('listRuns').length }
} // prettier-ignore

describe('the last runs', () => {
  test('are the newest before this one, the oldest first, each read once, with what each threshold measures', async () => {
    const { runs, ids, name, read, detailed, leftOut, pages } = await last(3, [
      whole('later', 5),
      MINE,
      ...['a', 'bb', 'ccc', 'dddd'].map((id, i) => whole(id, -10 * (i + 1))),
    ])
    expect(ids).toEqual(['ccc', 'bb', 'a'])
    expect(runs?.map(({ values }) => values)).toEqual([
      [{ value: expect.closeTo(4.3, 9), unit: '' }, { value: 100, unit: '%' }],
      [{ value: expect.closeTo(4.2, 9), unit: '' }, { value: 100, unit: '%' }],
      [{ value: expect.closeTo(4.1, 9), unit: '' }, { value: 100, unit: '%' }],
    ])
    expect(runs?.map(({ at }) => at)).toEqual([-30, -20, -10].map((minutes) => NOON + minutes * MIN))
    expect(name).toMatch(/^the median of 3 earlier runs of \d{4}-\d\d-\d\d$/)
    expect(read.toSorted()).toEqual(['a', 'bb', 'ccc'])
    expect([leftOut, pages, detailed]).toEqual([undefined, 1, []])
  }) // prettier-ignore

  test('leave out what was cut short, failed or has another plan, and say so; others take their place', async () => {
    const { ids, leftOut, read } = await last(3, [
      MINE,
      whole('failed', -1, { status: 'FAILED' }),
      whole('a', -2),
      whole('short', -3, { completedAt: NOON - 3 * MIN + 20_000 }),
      whole('planned', -4, { plannedSeconds: 600, completedAt: NOON + 6 * MIN }),
      whole('bb', -5),
      whole('others', -5.5, { testId: 't2' }),
      whole('more', -6),
      whole('ccc', -7),
    ])
    expect(ids).toEqual(['ccc', 'bb', 'a'])
    expect(leftOut).toBe(
      'run more has 4 endpoints instead of 3; run planned was planned for 10 min instead of 1 min; run short was cut short; run failed is FAILED.',
    )
    expect(read.toSorted()).toEqual(['a', 'bb', 'ccc', 'more'])
  })

  test('that cannot be read do not count, and no run is lost with them', async () => {
    const { ids, leftOut } = await last(3, [MINE, whole('a', -1), whole('bad', -2), whole('bb', -3), whole('ccc', -4)])
    expect(ids).toEqual(['ccc', 'bb', 'a'])
    expect(leftOut).toMatch(/^run bad could not be read: Rows are missing/)
  })

  test('are looked for on further pages', async () => {
    const runs = [MINE, ...Array.from({ length: 9 }, (_, i) => whole('x'.repeat(i + 1), -i - 1))]
    expect(await last(7, runs, { perPage: 4 })).toMatchObject({ pages: 2, ids: { length: 7 } })
    expect(await last(50, runs, { perPage: 4 })).toMatchObject({ pages: 3, ids: { length: 9 } })
  })

  test('are asked for their detail only where a threshold, or the list, needs it', async () => {
    const { thresholds } = parseThresholds('run.summary.avgMos >= baseline')
    expect((await last(3, [MINE, whole('a', -1)], { thresholds })).detailed).toEqual(['a'])
    const bare = run('COMPLETED', { id: 'a', testId: 't1', createdAt: NOON - MIN })
    expect((await last(3, [MINE, bare])).detailed).toEqual(['a'])
  })

  test('are looked for further back where a detail, or the rows, show that one does not count', async () => {
    const bare = ['short', 'a', 'failed', 'bb', 'more', 'ccc', 'dddd'].map((id, i) =>
      run('COMPLETED', { id, testId: 't1', createdAt: NOON - (i + 1) * MIN }),
    )
    const { ids, leftOut, detailed } = await last(3, [MINE, ...bare], {
      details: { short: { startedAt: NOON, completedAt: NOON + 5_000 }, failed: { status: 'FAILED' } },
    })
    expect(ids).toEqual(['ccc', 'bb', 'a'])
    expect(leftOut).toBe('run more has 4 endpoints instead of 3; run failed is FAILED; run short was cut short.')
    expect(detailed).not.toContain('dddd')
  })

  test('are cut short by the plan of the test, where runs do not tell their own', async () => {
    const { plannedSeconds: _, ...unplanned } = whole('a', -1, { completedAt: NOON - MIN + 5_000 })
    const { ids, leftOut } = await last(1, [MINE, unplanned, whole('bb', -2)])
    expect([ids, leftOut]).toEqual([['bb'], 'run a was cut short.'])
  })

  test('are no more of those that do not count than can be read', async () => {
    const runs = Array.from({ length: 90 }, (_, i) => whole(`more${i}`, -i - 1))
    expect((await last(7, [MINE, ...runs])).read).toHaveLength(27)
  })

  test('have no value where it is no number', async () => {
    const { thresholds } = parseThresholds('count(mos > 4.15) / count(mos > 4.15) <= baseline')
    const { runs, name } = await last(3, [MINE, whole('a', -1), whole('bb', -2), whole('ccc', -3)], { thresholds })
    expect(runs?.map(({ values: [value] }) => value)).toEqual([
      { value: 1, unit: '' },
      { value: 1, unit: '' },
      { kind: 'missing', reason: 'it measured NaN' },
    ])
    // No median was taken.
    expect(name).toMatch(/^3 earlier runs of /)
  })

  test('that are not there are none, by name', async () => {
    expect(await last(7, [MINE])).toMatchObject({ ids: [], name: '0 earlier runs' })
  })

  test('are not told where the list goes round: a later run might be among them', async () => {
    const api = fakeApi({ listRuns: () => Promise.resolve({ items: [whole('a', -1), whole('a', -2)], hasMore: true }) })
    const read = (): Promise<never> => Promise.reject(new Error('not expected'))
    expect(await lastRuns(3, TARGET, { deadline: NOON }, { api, read })).toMatchObject({
      kind: 'missing',
      reason: expect.stringContaining('ended before this run'),
    })
  })

  test('an aborted read ends it', async () => {
    const api = fakeApi({ listRuns: () => Promise.resolve({ items: [MINE, whole('a', -1)], hasMore: false }) })
    const aborted = failure('aborted')
    await expect(lastRuns(3, TARGET, { deadline: NOON }, { api, read: () => Promise.reject(aborted) })).rejects.toBe(
      aborted,
    )
  })
})

describe('a history', () => {
  const at = (day: number, value?: number): EarlierRun => ({
    runId: `r${day}`,
    at: Date.UTC(2026, 0, day),
    values: [value === undefined ? { kind: 'missing', reason: 'none' } : { value, unit: '' }],
  })
  const days = (from: number, to: number): EarlierRun[] =>
    Array.from({ length: to - from + 1 }, (_, i) => at(from + i, 4))

  test('is of the newest 50 that count, with those beside them that are no older', () => {
    const { runs = [], name } = historyOf({ good: days(11, 90), apart: [at(40, 3), at(41, 3), at(95, 3)], leftOut: [] })
    expect(runs.map(({ runId, apart }) => `${runId}${apart ? '!' : ''}`)).toEqual([
      'r41',
      'r41!',
      ...days(42, 90).map(({ runId }) => runId),
      'r95!',
    ])
    expect(name).toBe('the median of 50 earlier runs from 2026-02-10 to 2026-03-31')
  })

  test('of which none counts shows the newest 50 of the others', () => {
    const { runs = [] } = historyOf({ good: [], apart: days(1, 60), leftOut: [] })
    expect([runs.length, runs[0]?.runId, runs.every(({ apart }) => apart)]).toEqual([50, 'r11', true])
  })

  test.each<[string, EarlierRun[], string]>([
    ['a median', [at(1, 4), at(2, 4), at(3, 4)], 'the median of 3 earlier runs from 2026-01-01 to 2026-01-03'],
    ['no median of two values', [at(1, 4), at(2), at(3, 4)], '3 earlier runs from 2026-01-01 to 2026-01-03'],
    ['one day', [at(1, 4), at(1, 4)], '2 earlier runs of 2026-01-01'],
    ['days that nobody tells', [{ values: [] }, at(2, 4)], '2 earlier runs'],
    ['none', [], '0 earlier runs'],
  ])('is named by %s', (_, good, name) => {
    expect(historyOf({ good, leftOut: [] }).name).toBe(name)
  })

  test('names five of those that are left out, and says how many more there are', () => {
    const leftOut = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
    const told = (count: number) => historyOf({ good: [], leftOut: leftOut.slice(0, count) })
    expect(told(0)).not.toHaveProperty('leftOut')
    expect(told(5)).toMatchObject({ leftOut: 'a; b; c; d; e.' })
    expect(told(7)).toMatchObject({ leftOut: 'a; b; c; d; e. And 2 more.' })
  })
})
