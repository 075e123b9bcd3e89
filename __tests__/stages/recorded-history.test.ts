import { describe, expect, test } from '@jest/globals'
import type { HistoryTarget } from '../../src/stages/baseline-history.ts'
import { recordedHistory } from '../../src/stages/recorded-history.ts'
import { factsOfRun } from '../../src/stages/run-facts.ts'
import { writeReportFile } from '../../src/report/report-json.ts'
import { parseThresholds } from '../../src/thresholds/parse.ts'
import { run } from '../fake-api.ts'
import { resultWith, runWith, stepWith } from '../report/reports.ts'
import { subjectOf, subjectWith } from '../thresholds/rows.ts'

const TARGET: HistoryTarget = {
  projectId: 'p1',
  testId: 't1',
  asked: 'load',
  runId: 'mine',
  facts: factsOfRun(run('COMPLETED', { createdAt: Date.UTC(2026, 10, 25), plannedSeconds: 60 }), { size: 3 }),
  thresholds: parseThresholds('avg(mos) >= baseline - 0.1\nsuccess_rate >= 99%').thresholds,
}

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
      'history/other.json has no run of this test',
      'history/failed.json is FAILED',
      'history/none.json has no results',
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

  test('that breached a threshold are shown, and are no measure for others', () => {
    const broke = { thresholds: [resultWith({ state: 'breached' })] }
    const { ids, runs, name, leftOut } = found({
      'history/a.json': reported('r1', 3, 4.1),
      'history/b.json': reported('r2', 4, 3.1, broke),
      'history/c.json': reported('r3', 5, 4.2, { thresholds: [resultWith({ state: 'missing' })] }),
    })
    expect(ids).toEqual(['r1', 'r2', 'r3'])
    expect(runs?.map(({ apart }) => apart ?? false)).toEqual([false, true, false])
    expect(name).toBe('2 earlier runs from 2026-11-03 to 2026-11-05')
    expect(leftOut).toBe('history/b.json breached a threshold.')
  })

  test('that are not there are none', () => {
    expect(found({})).toMatchObject({
      ids: [],
      name: '0 earlier runs',
      leftOut: 'no file matches history/*.json.',
    })
  })

  const short = run('COMPLETED', { detail: { startedAt: '2026-11-04T00:00:01Z', completedAt: '2026-11-04T00:00:06Z' } })
  const statuses = [{ status: 'PENDING', at: Date.UTC(2026, 10, 4) }]
  const whole = (runId: string): string => reported(runId, 4, 4.2)

  test.each<[string, string, string | undefined]>([
    ['started and left alone', reported('r1', 4, 4, { verdict: 'triggered', status: 'PENDING', subject: undefined }), undefined],
    ['timed out', reported('r1', 4, 4, { verdict: 'timed-out', status: 'RUNNING', subject: undefined }), undefined],
    ['judged more strictly', reported('r1', 4, 4.2, { thresholds: [resultWith({ state: 'breached' })] }), 'history/a.json breached a threshold.'],
  ])('in several files are one, in whatever order: %s', (_, lesser, why) => {
    const first = found({ 'history/a.json': lesser, 'history/b.json': whole('R1') })
    const last = found({ 'history/0.json': whole('r1'), 'history/a.json': lesser })
    for (const { runs, leftOut } of [first, last]) {
      expect(runs).toMatchObject([{ values: [{ value: expect.closeTo(4.2, 9) }, {}] }])
      expect(runs?.map(({ apart }) => apart ?? false)).toEqual([why !== undefined])
      expect(leftOut).toBe(why)
    }
  }) // prettier-ignore

  test.each<[string, object]>([
    [
      'it broke the threshold itself',
      {
        runs: [
          { runId: 'r0', state: 'held' },
          { runId: 'r1', state: 'breached' },
        ],
      },
    ],
    ['nothing says who broke it', {}],
  ])('with a breach that was not confirmed are no measure where %s', (_, more) => {
    const { runs, leftOut } = found({
      'history/a.json': reported('r1', 4, 4.2, { thresholds: [resultWith({ state: 'unconfirmed', ...more })] }),
    })
    expect([runs?.map(({ apart }) => apart), leftOut]).toEqual([[true], 'history/a.json breached a threshold.'])
  })

  test('that refuted a breach are good', () => {
    const refuted = resultWith({
      state: 'unconfirmed',
      runs: [{ runId: 'r0', state: 'breached' }, { runId: 'r1', state: 'held' }],
    }) // prettier-ignore
    const { runs, leftOut } = found({ 'history/a.json': reported('r1', 4, 4.2, { thresholds: [refuted] }) })
    expect([runs?.map(({ apart }) => apart), leftOut]).toEqual([[undefined], undefined])
  })

  test.each<[string, object, string]>([
    ['later', { statuses: [{ ...statuses[0], at: Date.UTC(2026, 10, 26) }] }, 'is of a later run'],
    ['short by the report’s plan', { plannedSeconds: 60, subject: subjectOf([{}, {}, {}], { run: short }) }, 'was cut short'],
    ['short by this run’s plan', { subject: subjectOf([{}, {}, {}], { run: short }) }, 'was cut short'],
    ['short by what the step saw', { subject: subjectOf([{}, {}, {}]), statuses: [...statuses, { status: 'RUNNING', at: Date.UTC(2026, 10, 4, 0, 0, 1) }, { status: 'COMPLETED', at: Date.UTC(2026, 10, 4, 0, 0, 6) }] }, 'was cut short'],
    ['of another plan', { plannedSeconds: 600 }, 'was planned for 10 min instead of 1 min'],
    ['FAILED, whatever the detail says', { status: 'FAILED' }, 'is FAILED'],
    ['nameless', { runId: undefined }, 'contains no run id, so it may be a copy of another'],
  ])('that are %s do not count', (_, over, why) => {
    const { ids, leftOut } = found({ 'history/a.json': reported('r1', 4, 4.2, over) })
    expect([ids, leftOut]).toEqual([[], `history/a.json ${why}.`])
  }) // prettier-ignore

  test('that count are not pushed out by those that breached a threshold', () => {
    const broke = { thresholds: [resultWith({ state: 'breached' })] }
    const many = Array.from({ length: 75 }, (_, i) => [
      `history/${String(i).padStart(3, '0')}.json`,
      reported(`r${i}`, 1, 4.2, {
        statuses: [{ status: 'PENDING', at: Date.UTC(2026, 0, i + 1) }],
        ...(i < 5 ? {} : broke),
      }),
    ])
    const { runs, name } = found(Object.fromEntries(many) as Record<string, string>)
    expect(runs?.filter(({ apart }) => !apart).map(({ runId }) => runId)).toEqual(['r0', 'r1', 'r2', 'r3', 'r4'])
    expect([runs?.length, name]).toEqual([55, 'the median of 5 earlier runs from 2026-01-01 to 2026-01-05'])
  })

  test('are those of the last files by name, and it is said that there are more', () => {
    const files = Object.fromEntries(Array.from({ length: 501 }, (_, i) => [`history/${i}.json`, whole(`r${i}`)]))
    let read = 0
    const history = recordedHistory('history/*.json', TARGET, {
      read: (path) => (read++, files[path]),
      list: (_, most) => Object.keys(files).slice(-most),
    })
    expect([read, history.runs?.length]).toEqual([500, 50])
    expect(history).toMatchObject({ leftOut: 'of more than 500 files the first by name were not read.' })
  })
})
