import { describe, expect, test } from '@jest/globals'
import { type HistoryTarget, lastRuns, recordedHistory } from '../../src/stages/baseline-history.ts'
import { writeReportFile } from '../../src/report/report-json.ts'
import type { Run } from '../../src/model/run.ts'
import { parseThresholds } from '../../src/thresholds/parse.ts'
import { NOON, failure, fakeApi, pageOf, run, timeline } from '../fake-api.ts'
import { resultWith, runWith, stepWith } from '../report/reports.ts'
import { subjectOf, subjectWith } from '../thresholds/rows.ts'

const MIN = 60_000
const MINE = run('COMPLETED', { id: 'mine', testId: 't1', createdAt: NOON, plannedSeconds: 60 })
const TARGET: HistoryTarget = {
  projectId: 'p1',
  testId: 't1',
  asked: 'load',
  runId: 'mine',
  subject: { run: MINE, measurements: subjectOf([{}, {}, {}]).measurements },
  thresholds: parseThresholds('avg(mos) >= baseline - 0.1\nsuccess_rate >= 99%').thresholds,
}
const whole = (id: string, minutes: number, rest: Partial<Run> = {}): Run => {
  const createdAt = NOON + minutes * MIN
  const [startedAt, completedAt] = [createdAt, createdAt + 60_000]
  return run('COMPLETED', { id, testId: 't1', createdAt, startedAt, completedAt, plannedSeconds: 60, ...rest })
}

/** The last runs where each measured a MOS of 4 and a tenth for each sign of its id. */
async function last(count: number, runs: readonly Run[], { perPage = 100, thresholds = TARGET.thresholds } = {}) {
  const clock = timeline(NOON)
  const api = fakeApi({ listRuns: (_, __, page) => Promise.resolve(pageOf(runs, page, perPage)) })
  const read: [string, boolean][] = []
  const found = await lastRuns(count, { ...TARGET, thresholds }, { deadline: clock.now() + 10 * MIN }, {
    api,
    read: (one, withDetail) => {
      read.push([one.id ?? '', withDetail])
      if (one.id?.startsWith('bad')) return Promise.reject(failure('incomplete', 'Rows are missing.'))
      const values = one.id?.startsWith('more') ? [4, 4, 4, 4] : [4, 4, 4].map((value) => value + (one.id ?? '').length / 10)
      return Promise.resolve({ ...subjectWith('mos', values), run: one })
    },
  }) // prettier-ignore
  if (!('runs' in found) || !found.runs) throw new Error(JSON.stringify(found))
  return { ...found, ids: found.runs.map(({ runId }) => runId), read, pages: api.asked('listRuns').length }
}

describe('the last runs', () => {
  test('are the newest before this one, the oldest first, each read once, with what each threshold measures', async () => {
    const { runs, ids, name, read, leftOut, pages } = await last(3, [
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
    expect(new Set(read.map(String))).toEqual(new Set(['a,false', 'bb,false', 'ccc,false']))
    expect([leftOut, pages]).toEqual([undefined, 1])
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
    expect(ids).toEqual(['bb', 'a'])
    expect(leftOut).toBe(
      'run more has 4 endpoints instead of 3; run planned was planned for 10 min instead of 1 min; run short was cut short; run failed is FAILED.',
    )
    expect(read.map(([id]) => id).toSorted()).toEqual(['a', 'bb', 'more'])
  })

  test('that cannot be read do not count, and no run is lost with them', async () => {
    const { ids, leftOut } = await last(4, [MINE, whole('a', -1), whole('bad', -2), whole('bb', -3), whole('ccc', -4)])
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
    expect((await last(3, [MINE, whole('a', -1)], { thresholds })).read).toEqual([['a', true]])
    const bare = run('COMPLETED', { id: 'a', testId: 't1', createdAt: NOON - MIN })
    expect((await last(3, [MINE, bare])).read).toEqual([['a', true]])
  })

  test('that are not there are none, by name', async () => {
    expect(await last(7, [MINE])).toMatchObject({ ids: [], name: '0 earlier runs' })
  })

  test('are not told where the list goes round: a later run might be among them', async () => {
    const api = fakeApi({ listRuns: () => Promise.resolve({ items: [whole('a', -1), whole('a', -2)], hasMore: true }) })
    const read = (): Promise<never> => Promise.reject(new Error('not expected'))
    expect(await lastRuns(3, TARGET, { deadline: NOON }, { api, read })).toMatchObject({
      kind: 'missing',
      reason: expect.stringContaining('broke off'),
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

describe('recorded runs', () => {
  const reported = (runId: string, day: number, value: number, over: object = {}): string => {
    const subject = { ...subjectWith('mos', [value, value, value]), run: { status: 'COMPLETED', detail: {} } }
    const at = Date.UTC(2026, 10, day)
    return writeReportFile(
      stepWith({
        runs: [
          runWith({
            runId,
            test: { asked: 'load', id: 't1' },
            status: 'COMPLETED',
            statuses: [{ status: 'PENDING', at }],
            subject,
            ...over,
          }),
        ],
      }),
    )
  }
  const found = (files: Readonly<Record<string, string>>) => {
    const history = recordedHistory('history/*.json', TARGET, {
      read: (path) => files[path],
      list: (_, most) => Object.keys(files).slice(0, most),
    })
    if (!('runs' in history) || !history.runs) throw new Error(JSON.stringify(history))
    return { ...history, ids: history.runs.map(({ runId }) => runId) }
  }

  test('are taken by the day on which they were started, and each once', () => {
    const { ids, runs, name } = found({
      'history/a.json': reported('r3', 9, 4.3),
      'history/b.json': reported('r1', 3, 4.1),
      'history/c.json': reported('r2', 5, 4.2),
      'history/d.json': reported('R2', 6, 9),
    })
    expect(ids).toEqual(['r1', 'r2', 'r3'])
    expect(runs?.map(({ values: [value] }) => value)).toMatchObject([{ value: 4.1 }, { value: 4.2 }, { value: 4.3 }])
    expect(name).toBe('the median of 3 earlier runs from 2026-11-03 to 2026-11-09')
  })

  test('leave out what does not count, and say why', () => {
    const { ids, leftOut } = found({
      'history/a.json': reported('r1', 3, 4.1),
      'history/broken.json': 'not json',
      'history/failed.json': reported('r2', 4, 4, { status: 'FAILED', subject: undefined }),
      'history/none.json': reported('r3', 4, 4, { subject: undefined }),
      'history/other.json': reported('r4', 4, 4, { test: { asked: 'load', id: 't2' } }),
      'history/own.json': reported('Mine', 4, 4),
      'history/larger.json': reported('r5', 4, 4, { subject: subjectOf([{}]) }),
    })
    expect(ids).toEqual(['r1'])
    expect(leftOut?.split('; ')).toEqual([
      'history/broken.json is not a report.json that can be read: it is not JSON',
      'history/failed.json is FAILED',
      'history/none.json has no results',
      'history/other.json has no run of this test',
      'history/larger.json has 1 endpoint instead of 3.',
    ])
  })

  test.each(['cancelled', 'timed-out', 'error'] as const)('that were judged %s do not count', (verdict) => {
    const { ids, leftOut } = found({
      'history/a.json': reported('r1', 3, 4.1),
      'history/b.json': reported('r2', 4, 4.1, { verdict }),
    })
    expect([ids, leftOut]).toEqual([['r1'], `history/b.json was judged ${verdict}.`])
  })

  test('that broke a threshold are shown, and are no measure for others', () => {
    const broke = { thresholds: [resultWith({ state: 'breached' })] }
    const { ids, runs, name, leftOut } = found({
      'history/a.json': reported('r1', 3, 4.1),
      'history/b.json': reported('r2', 4, 3.1, broke),
      'history/c.json': reported('r3', 5, 4.2, { thresholds: [resultWith({ state: 'missing' })] }),
    })
    expect(ids).toEqual(['r1', 'r2', 'r3'])
    expect(runs?.map(({ apart }) => apart ?? false)).toEqual([false, true, false])
    expect(name).toBe('2 earlier runs from 2026-11-03 to 2026-11-05')
    expect(leftOut).toBe('history/b.json broke a threshold.')
  })

  test('that are not there are none', () => {
    expect(found({})).toMatchObject({
      ids: [],
      name: '0 earlier runs',
      leftOut: 'no file matches history/*.json.',
    })
  })
})
