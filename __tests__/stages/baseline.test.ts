import { matchesGlob } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { BaselineRequest } from '../../src/inputs/baseline.ts'
import { type BaselineTools, checkBaselineFile, findBaseline } from '../../src/stages/baseline.ts'
import type { CallMeter } from '../../src/apis/callmeter/client.ts'
import { writeReportFile } from '../../src/report/report-json.ts'
import type { Baseline } from '../../src/report/known.ts'
import type { BaseRun } from '../../src/stages/base-branch.ts'
import { factsOfRun } from '../../src/stages/run-facts.ts'
import type { Run } from '../../src/model/run.ts'
import type { Absence } from '../../src/model/subject.ts'
import {
  type FakeApi,
  EVERY_KIND,
  NOON,
  endpoint,
  failure,
  fakeApi,
  keptLog,
  pageOf,
  rejection,
  run,
  timeline,
} from '../fake-api.ts'
import { parseThresholds } from '../../src/thresholds/parse.ts'
import { runWith, stepWith } from '../report/reports.ts'
import { subjectOf } from '../thresholds/rows.ts'

const MIN = 60_000
const MINE = run('COMPLETED', { id: 'mine', testId: 't1', createdAt: NOON })
const TARGET = {
  projectId: 'p1',
  testId: 't1',
  asked: 'load',
  runId: 'mine',
  facts: factsOfRun(MINE, { size: 3 }),
  thresholds: parseThresholds('avg(mos) >= baseline - 0.1').thresholds,
}

/** A run of the test that was created some minutes before (or after) the one that is judged. */
const created = (id: string, minutes: number, rest: Partial<Run> = {}): Run =>
  run('COMPLETED', { id, testId: 't1', createdAt: NOON + minutes * MIN, ...rest })

interface World {
  /** The runs as they are listed. */
  runs?: readonly Run[]
  perPage?: number
  answers?: Partial<CallMeter>
  files?: Readonly<Record<string, string>>
  /** What GitHub says of the base branch. */
  passed?: BaseRun | Absence
  callsOf?: BaselineTools['callsOf']
}

/** Finds a baseline where every run that is asked for is there, with three endpoints. */
async function find(
  request: BaselineRequest | undefined,
  {
    runs = [],
    perPage = 100,
    answers,
    files = {},
    passed = { kind: 'missing', reason: 'nothing passed' },
    callsOf,
  }: World = {},
) {
  const clock = timeline(NOON)
  const log = keptLog(clock)
  const api: FakeApi = fakeApi({
    listRuns: (_, __, page) => Promise.resolve(pageOf(runs, page, perPage)),
    getRun: (_, id) => Promise.resolve(runs.find((one) => one.id === id) ?? run('COMPLETED', { id })),
    listEndpoints: (_, __, page) =>
      Promise.resolve(
        pageOf(
          ['a', 'b', 'c'].map((id) => endpoint(id)),
          page,
          100,
        ),
      ),
    ...answers,
  })
  const baseRun = (): Promise<BaseRun | Absence> => Promise.resolve(passed)
  const reading = {
    read: (path: string) => files[path],
    list: (pattern: string, most: number) =>
      Object.keys(files)
        .filter((path) => matchesGlob(path, pattern))
        .slice(0, most),
  }
  const tools = { api, clock, log, baseRun, files: reading, ...(callsOf ? { callsOf } : {}) }
  const found = await findBaseline(request, TARGET, { deadline: NOON + 10 * MIN }, tools)
  return { found, api, infos: log.at('info'), read: api.asked('getRun').map(([, id]) => id) }
}

/** Why there is none. */
const reasonOf = (found: Baseline | Absence | undefined): string => {
  if (!found || !('reason' in found)) throw new Error(`There is a baseline: ${found?.name}`)
  expect(found.kind).toBe('missing')
  return found.reason
}

test('no baseline is asked for: nothing is', async () => {
  const { found, api, infos } = await find(undefined)
  expect([found, api.calls, infos]).toEqual([undefined, [], []])
})

describe('a run by its id', () => {
  const ASKED: BaselineRequest = { kind: 'run', runId: 'r0' }

  test('is the baseline, with what it measured', async () => {
    const times = { createdAt: 0, startedAt: 2_000, completedAt: 62_000 }
    const { found, api, infos } = await find(ASKED, { runs: [created('r0', -5, times)] })
    expect(found).toMatchObject({
      name: 'run r0',
      subject: { run: { id: 'r0' }, measurements: { size: 3 }, durationSeconds: 60, queueSeconds: 2 },
    })
    expect(api.calls).toEqual([
      ['getRun', 'p1', 'r0'],
      ['listEndpoints', 'p1', 'r0', 1],
      // Nothing says how many endpoints it has, so the total is not believed by itself.
      ['listEndpoints', 'p1', 'r0', 2],
    ])
    expect(infos.at(-1)).toBe('The baseline is run r0, with 3 endpoints.')
  })

  test.each<[string, BaselineRequest, World]>([
    ['by its id', { kind: 'run', runId: TARGET.runId.toUpperCase() }, {}],
    ['on the base branch', { kind: 'base-branch' }, { passed: { runId: TARGET.runId, where: 'main' } }],
  ])('is none where it is the run itself: %s', async (_, request, world) => {
    const { found, read } = await find(request, world)
    expect(reasonOf(found)).toBe('the baseline is the run itself, so there is nothing to compare')
    expect(read).toEqual([])
  })

  test.each(['FAILED', 'CANNOT_RUN_FOR_NOW', 'RUNNING', 'STOPPING', 'ODD_ONE'])(
    'that is %s is none, and its results are not read',
    async (status) => {
      const { found, api, infos } = await find(ASKED, { runs: [run(status, { id: 'r0' })] })
      expect(reasonOf(found)).toMatch(new RegExp(`r0 is ${status}`))
      expect(api.asked('listEndpoints')).toEqual([])
      expect(infos[0]).toMatch(/^No baseline: /)
    },
  )

  test.each(EVERY_KIND.filter((kind) => kind !== 'aborted'))(
    'that is not to be had (%s) is missing data, not an error',
    async (kind) => {
      const refusal = (): Promise<never> => Promise.reject(failure(kind, 'It would not.'))
      for (const answers of [{ getRun: refusal }, { listEndpoints: refusal }])
        expect(reasonOf((await find(ASKED, { answers })).found)).toContain('It would not.')
    },
  )

  test('whose results are not all there is none: its numbers would be others', async () => {
    const { found } = await find(ASKED, { runs: [created('r0', -5, { endpointCount: 40 })] })
    expect(reasonOf(found)).toContain('3 of 40')
  })

  test.each([failure('aborted'), new TypeError('x is not a function')])('is not read on after %s', async (error) => {
    const thrown = (): Promise<never> => Promise.reject(error)
    expect(await rejection(find(ASKED, { answers: { getRun: thrown } }))).toBe(error)
  })
})

describe('the far end of a baseline', () => {
  const ASKED: BaselineRequest = { kind: 'run', runId: 'r0' }
  const CALLS = { received: 4, answered: 4, missed: 0, voicemail: 0, busy: 0, failed: 0, unclassified: {} }

  test('is asked about the calls of that run', async () => {
    const asked: (string | undefined)[] = []
    const { found } = await find(ASKED, {
      runs: [created('r0', -5)],
      callsOf: ({ id }) => {
        asked.push(id)
        return Promise.resolve(CALLS)
      },
    })
    expect([asked, found]).toEqual([
      ['r0'],
      expect.objectContaining({ subject: expect.objectContaining({ calls: CALLS }) }),
    ])
  })

  test('that cannot be had costs nothing else of the baseline', async () => {
    const calls = { kind: 'missing', reason: 'it would not' } as const
    const { found } = await find(ASKED, { callsOf: () => Promise.resolve(calls) })
    expect(found).toMatchObject({ subject: { measurements: { size: 3 }, calls } })
  })

  test('is not asked where nothing compares with it, about a run that is no baseline, or beside a file', async () => {
    expect((await find(ASKED)).found).not.toHaveProperty('subject.calls')
    const callsOf = (): never => {
      throw new Error('not expected')
    }
    expect(reasonOf((await find(ASKED, { runs: [run('FAILED', { id: 'r0' })], callsOf })).found)).toMatch(/FAILED/)
    const recorded = runWith({ test: { asked: 'load' }, subject: subjectOf([{}], { calls: CALLS }) })
    const files = { 'main/report.json': writeReportFile(stepWith({ runs: [recorded] })) }
    const { found } = await find({ kind: 'file', path: 'main/report.json' }, { files, callsOf })
    expect(found).toMatchObject({ subject: { calls: CALLS } })
  })
})

describe('the previous run', () => {
  const ASKED: BaselineRequest = { kind: 'previous' }
  const previous = async (runs: readonly Run[], perPage = 100): Promise<unknown> => {
    const { read, found } = await find(ASKED, { runs, perPage })
    if (read.length > 0) expect(found).toMatchObject({ name: `the previous run ${String(read[0])}` })
    return read[0]
  }

  test.each<[string, Run[], string | undefined]>([
    ['the newest earlier one', [MINE, created('b', -10), created('a', -20)], 'b'],
    ['the newest whatever their order', [created('a', -20), MINE, created('b', -10), created('c', -15)], 'b'],
    ['never itself', [MINE], undefined],
    ['never a later one', [created('late', 1), MINE, created('a', -20)], 'a'],
    ['nor only a later one', [created('late', 1), MINE], undefined],
    ['not one of another test', [MINE, created('b', -10, { testId: 't2' }), created('a', -20)], 'a'],
    ['one that names no test', [MINE, run('COMPLETED', { id: 'b', createdAt: NOON - MIN }), created('a', -20)], 'b'],
    [
      'not one that did not complete',
      [MINE, { ...created('d', -5), status: 'RUNNING' }, { ...created('c', -6), status: 'FAILED' }, created('a', -20)],
      'a',
    ],
    ['not one without an id', [MINE, run('COMPLETED', { createdAt: NOON - MIN }), created('a', -20)], 'a'],
    ['none in an empty list', [], undefined],
    ['the first of those without times', [MINE, run('COMPLETED', { id: 'b' }), run('COMPLETED', { id: 'a' })], 'b'],
    ['the newest where this run is not listed yet', [created('b', -10), created('a', -20)], 'b'],
  ])('is %s', async (_, runs, expected) => {
    expect(await previous(runs)).toBe(expected)
  })

  const failed = Array.from({ length: 6 }, (_, i) => ({ ...created(`f${i}`, -i - 1), status: 'FAILED' }))

  test('is looked for on further pages', async () => {
    expect(await previous([MINE, ...failed, created('a', -20)], 3)).toBe('a')
  })

  test('is never a later one where this run is on a further page', async () => {
    const later = Array.from({ length: 6 }, (_, i) => created(`late${i}`, 6 - i))
    expect(await previous([...later, MINE, created('a', -20)], 3)).toBe('a')
  })

  test('is not looked for without end', async () => {
    const endless: CallMeter['listRuns'] = (_, __, page) =>
      Promise.resolve({
        items: [run('FAILED', { id: `f${page}` })],
        total: 1e9,
        totalPages: 1e9,
      })
    const { found, api } = await find(ASKED, { answers: { listRuns: endless } })
    expect(reasonOf(found)).toContain('ended before this run')
    expect(api.asked('listRuns').length).toBeLessThanOrEqual(10)
  })

  test.each(['not-found', 'not-offered', 'forbidden', 'server'] as const)(
    'is missing data where runs are not listed (%s)',
    async (kind) => {
      const listRuns = (): Promise<never> => Promise.reject(failure(kind, 'There is no list.'))
      const { found, api } = await find(ASKED, { answers: { listRuns } })
      expect(reasonOf(found)).toContain('There is no list.')
      expect(api.asked('listRuns')).toEqual([['p1', 't1', 1]])
    },
  )

  test('is not looked for after a cancel', async () => {
    const cancel = failure('aborted')
    expect(await rejection(find(ASKED, { answers: { listRuns: () => Promise.reject(cancel) } }))).toBe(cancel)
  })
})

describe('a report.json', () => {
  const ASKED: BaselineRequest = { kind: 'file', path: 'main/report.json' }
  const recorded = (id: string, size: number, of: { asked: string; id?: string }) =>
    runWith({ runId: id, test: of, status: 'COMPLETED', subject: subjectOf(Array.from({ length: size }, () => ({}))) })
  const file = (...runs: ReturnType<typeof runWith>[]): World => ({
    files: { 'main/report.json': writeReportFile(stepWith({ runs })) },
  })

  test('of the run itself is none', async () => {
    const { found } = await find(ASKED, file(recorded('MINE', 2, { asked: 'load', id: 't1' })))
    expect(reasonOf(found)).toMatch(/^the baseline is the run itself/)
  })

  test('of one run is the baseline, without any question to the API', async () => {
    const { found, api, infos } = await find(ASKED, file(recorded('r0', 2, { asked: 'load', id: 't1' })))
    expect(found).toMatchObject({ name: 'run r0 from main/report.json', subject: { measurements: { size: 2 } } })
    expect(api.calls).toEqual([])
    expect(infos).toEqual(['The baseline is run r0 from main/report.json, with 2 endpoints.'])
  })

  test('of a run whose id is not known says so', async () => {
    const { runId: _, ...unnamed } = recorded('', 1, { asked: 'load', id: 't1' })
    expect((await find(ASKED, file(unnamed))).found).toMatchObject({ name: 'run without id from main/report.json' })
  })

  test('may be as large as ten times what 10,000 endpoints come to', async () => {
    const limits: number[] = []
    checkBaselineFile(ASKED, { read: (_, maxBytes) => void limits.push(maxBytes) })
    expect(limits).toEqual([200 * 1024 * 1024])
  })

  test.each<[string, ReturnType<typeof runWith>[], string, string?]>([
    [
      'the one of the same test',
      [recorded('r1', 1, { asked: 'load', id: 't9' }), recorded('r2', 2, { asked: 'x', id: 't1' })],
      'r2',
    ],
    [
      'the one of the same name',
      [recorded('r1', 1, { asked: 'x', id: 't8' }), recorded('r2', 2, { asked: 'load' })],
      'r2',
    ],
    [
      'the only one, and says that it is of another test',
      [recorded('r1', 1, { asked: 'x', id: 't8' })],
      'r1',
      ', which is of another test',
    ],
  ])('gives %s', async (_, runs, expected, other = '') => {
    expect((await find(ASKED, file(...runs))).found).toMatchObject({
      name: `run ${expected} from main/report.json${other}`,
    })
  })

  test.each<[string, World, RegExp]>([
    [
      'of several other tests',
      file(recorded('r1', 1, { asked: 'x' }), recorded('r2', 2, { asked: 'y' })),
      /2 runs, and none of this test/,
    ],
    ['without runs', file(), /0 runs/],
    [
      'of a run that failed',
      file({ ...recorded('r1', 1, { asked: 'load', id: 't1' }), status: 'FAILED' }),
      /^the run in main\/report\.json is FAILED, and only a completed run can be a baseline$/,
    ],
    ['of a run without results', file(runWith({ test: { asked: 'load', id: 't1' } })), /no results/],
    ['that is not there', {}, /no file main\/report\.json/],
  ])('%s is missing data', async (_, world, reason) => {
    const { found, api } = await find(ASKED, world)
    expect(reasonOf(found)).toMatch(reason)
    expect(api.calls).toEqual([])
  })

  test.each(['', 'not json', '[]', '{"version":2,"runs":[]}'])(
    'that holds %j is a mistake of the workflow beforehand, and missing data after the run',
    async (text) => {
      const files = { 'main/report.json': text }
      expect(reasonOf((await find(ASKED, { files })).found)).toMatch(/^main\/report.json is not a report\.json .*[^.]$/)
      expect(() => checkBaselineFile(ASKED, { read: () => text })).toThrow(/main\/report\.json is not a report\.json/)
    },
  )

  test('that cannot be read is a mistake of the workflow, before anything is started', () => {
    const read = (): never => {
      throw new Error('it is a directory')
    }
    expect(() => checkBaselineFile(ASKED, { read })).toThrow(
      expect.objectContaining({
        kind: 'input',
        message: expect.stringContaining('it is a directory'),
      }),
    )
  })

  test('is looked at beforehand only where there is one to look at', () => {
    const read = (): never => {
      throw new Error('not expected')
    }
    for (const request of [undefined, { kind: 'previous' }, { kind: 'run', runId: 'r0' }] as const)
      expect(() => checkBaselineFile(request, { read })).not.toThrow()
    expect(() => checkBaselineFile(ASKED, { read: () => undefined })).not.toThrow()
  })
})

describe('base-branch', () => {
  test('takes the run that GitHub names, and says where it passed', async () => {
    const { found, read } = await find(
      { kind: 'base-branch' },
      { passed: { runId: 'good', where: 'main at 0a1b2c3' }, runs: [created('good', -60), MINE] },
    )
    expect(found).toMatchObject({ name: 'run good, which passed on main at 0a1b2c3' })
    expect(read).toEqual(['good'])
  })

  test('without such a run there is none, and CallMeter is not asked', async () => {
    const { found, read } = await find({ kind: 'base-branch' }, { runs: [created('good', -60), MINE] })
    expect(reasonOf(found)).toBe('nothing passed')
    expect(read).toEqual([])
  })
})
