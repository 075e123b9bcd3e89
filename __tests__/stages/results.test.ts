import { describe, expect, test } from '@jest/globals'
import type { Page } from '../../src/apis/http/paged-list.ts'
import type { EndpointResult, Measurements } from '../../src/model/measurements.ts'
import { MAX_PAGES, SETTLE_MS, readResults } from '../../src/stages/results.ts'
import type { Scope } from '../../src/apis/http/retry.ts'
import type { Run } from '../../src/model/run.ts'
import {
  type FakeApi,
  NOON,
  endpoint as bare,
  failure,
  fakeApi,
  keptLog,
  pageOf,
  rejection,
  run,
  timeline,
} from '../fake-api.ts'

const S = 1_000
const MIN = 60 * S

type Rows = readonly EndpointResult[]
/** With one value: an endpoint without any is one whose values may be on the way. */
const endpoint = (id: string | undefined, rest: Partial<EndpointResult> = {}): EndpointResult =>
  bare(id, { readings: [{ series: { metric: 'mos' }, value: 4.2 }], ...rest })
const rowsOf = (n: number, rest: Partial<EndpointResult> = {}): Rows =>
  Array.from({ length: n }, (_, i) => endpoint(`e${i}`, rest))
const names = (rows: string): Rows => rows.split('').map((id) => endpoint(id))

interface Setting {
  run?: Run
  abortAt?: number
  deadline?: number
  latency?: number
}

/** Reads the results of a run whose pages are given by `page`; `pass` counts from 1 how often the first page was asked for. */
function setUp(
  page: (page: number, pass: number, since: number) => Page<EndpointResult>,
  // A run that says how many endpoints it has needs no second look; at least one is all that these runs say.
  {
    run: of = run('COMPLETED', { endpointCount: 1 }),
    abortAt,
    deadline = Number.POSITIVE_INFINITY,
    latency = 0,
  }: Setting = {},
) {
  const controller = new AbortController()
  const clock = timeline(NOON, abortAt === undefined ? [] : [[NOON + abortAt, () => controller.abort()]])
  const log = keptLog(clock)
  let pass = 0
  const api: FakeApi = fakeApi({
    listEndpoints: async (_, __, n, { signal }) => {
      if (signal?.aborted) throw failure('aborted')
      if (n === 1) pass++
      await clock.sleep(latency, signal)
      if (signal?.aborted) throw failure('aborted')
      return page(n, pass, clock.now() - NOON)
    },
  })
  const scope: Scope = { deadline: NOON + deadline, signal: controller.signal }
  return {
    go: (): Promise<Measurements> => readResults({ projectId: 'p1', runId: 'r1', run: of }, scope, { api, clock, log }),
    seen: () => ({
      pages: api.asked('listEndpoints').map(([, , n]) => n as number),
      passes: pass,
      elapsed: clock.now() - NOON,
      warnings: log.at('warning'),
      infos: log.at('info'),
      api,
    }),
  }
}

async function read(...args: Parameters<typeof setUp>) {
  const { go, seen } = setUp(...args)
  const measurements = await go()
  return { measurements, ...seen() }
}

async function refused(...args: Parameters<typeof setUp>) {
  const { go, seen } = setUp(...args)
  const error = await rejection(go())
  return { error, ...seen() }
}

const sorted = ({ ids }: Measurements): string => ids.toSorted().join('')

describe('every endpoint is read', () => {
  test.each([
    [1, 100, 1],
    [100, 100, 1],
    [101, 100, 2],
    [250, 25, 10],
    [1_000, 100, 10],
  ])('%i rows at %i a page: %i pages, each once', async (count, perPage, pages) => {
    const rows = rowsOf(count)
    const { measurements, ...seen } = await read((n) => pageOf(rows, n, perPage))
    expect(measurements.ids).toEqual(rows.map(({ id }) => id))
    expect(seen.pages).toEqual(Array.from({ length: pages }, (_, i) => i + 1))
    expect([seen.elapsed, seen.warnings]).toEqual([0, []])
    expect(seen.api.calls[0]).toEqual(['listEndpoints', 'p1', 'r1', 1])
  })

  test('of more pages than stale ones are borne', async () => {
    const { measurements } = await read((n) => pageOf(rowsOf(90), n, 9))
    expect(measurements.size).toBe(90)
  })

  test('when rows shift between the pages: repeated and missing ones are made good by reading again', async () => {
    const shifting: Record<number, readonly string[]> = { 1: ['ab', 'bc', 'e'], 2: ['ab', 'cd', 'e'] }
    const { measurements, passes, elapsed, infos } = await read((n, pass) => ({
      items: [...names(shifting[pass]?.[n - 1] ?? '')],
      total: 5,
      totalPages: 3,
    }))
    expect(sorted(measurements)).toBe('abcde')
    expect([passes, elapsed]).toEqual([2, 2 * S])
    expect(infos[0]).toContain('4 of 5 endpoints could be read')
  })

  test('when late rows come after the end, read again until they are all there', async () => {
    const { measurements, elapsed } = await read((n, _, since) => pageOf(rowsOf(since < 20 * S ? 30 : 50), n, 25), {
      run: run('COMPLETED', { endpointCount: 50 }),
    })
    expect(measurements.size).toBe(50)
    expect(elapsed).toBeLessThan(40 * S)
  })

  test('when the last answer of an endpoint counts', async () => {
    const { measurements } = await read((n) => ({
      items: [endpoint('a', { outcome: n === 1 ? null : 'TIMEOUT' })],
      total: 1,
      totalPages: 2,
    }))
    expect(measurements.outcomes).toEqual(['TIMEOUT'])
  })
})

describe('what the answers say of paging is no promise', () => {
  test.each<[string, number, number]>([
    ['a total that is too small', 2, 5],
    ['a total of nothing', 0, 5],
    ['totalPages that are too small', 50, 1],
    ['no totalPages', 50, 0],
    ['totalPages that are too large', 50, 9],
    ['huge totalPages', 50, Number.MAX_SAFE_INTEGER],
  ])('all rows are read despite %s', async (_, total, totalPages) => {
    const { measurements, pages, elapsed } = await read((n) => ({
      items: rowsOf(50).slice((n - 1) * 10, n * 10),
      total,
      totalPages,
    }))
    expect(measurements.size).toBe(50)
    expect(pages.length).toBeLessThanOrEqual(8)
    expect(elapsed).toBe(0)
  })

  test.each<[string, number]>([
    ['the pages that there are', 5],
    ['more pages', 7],
    ['huge totalPages', Number.MAX_SAFE_INTEGER],
  ])('a total that is too large, with %s, is incomplete and says so', async (_, totalPages) => {
    const { error, elapsed, pages, passes } = await refused((n) => ({
      items: rowsOf(50).slice((n - 1) * 10, n * 10),
      total: 60,
      totalPages,
    }))
    expect(error).toMatchObject({ kind: 'incomplete', message: expect.stringContaining('50 of 60') })
    expect(elapsed).toBeLessThanOrEqual(SETTLE_MS)
    expect(pages.length).toBeLessThanOrEqual(8 * passes)
  })

  test('total and totalPages that both hide rows are found out by the run’s own count', async () => {
    const { error } = await refused(() => ({ items: [...rowsOf(10)], total: 10, totalPages: 1 }), {
      run: run('COMPLETED', { endpointCount: 40 }),
    })
    expect(error).toMatchObject({ kind: 'incomplete', message: expect.stringContaining('10 of 40') })
  })

  test('a server that gives the first page for every page is found out', async () => {
    const { error, pages, passes } = await refused(() => ({
      items: [...rowsOf(10)],
      total: 30,
      totalPages: 3,
    }))
    expect(error).toMatchObject({ kind: 'incomplete', message: expect.stringContaining('10 of 30') })
    expect(pages.length).toBeLessThanOrEqual(4 * passes)
  })

  test('pages that never end are not read for ever', async () => {
    const { error, pages, passes } = await refused(
      (n) => ({ items: [endpoint(`e${n}`)], total: 1e9, totalPages: 1e9 }),
      { latency: 50 },
    )
    expect(error).toMatchObject({
      kind: 'incomplete',
      message: expect.stringContaining('the pages do not end'),
    })
    expect(pages.length).toBe(passes * MAX_PAGES)
    expect(passes).toBeLessThan(8)
  })

  test('pages that never end and say nothing of paging are not read for ever', async () => {
    const { error } = await refused((n) => ({ items: [endpoint(`e${n}`)] }), { latency: 50 })
    expect(error).toMatchObject({ kind: 'incomplete' })
  })

  test('no page is asked for after the deadline', async () => {
    const { pages, elapsed } = await refused((n) => ({ items: [endpoint(`e${n}`)], total: 1e6, totalPages: 1e6 }), {
      latency: 20 * S,
      deadline: 10 * MIN,
    })
    expect(pages.length).toBeLessThanOrEqual(31)
    expect(elapsed).toBeLessThanOrEqual(10 * MIN + 20 * S)
  })
})

describe('without paging in the answers', () => {
  test.each<[string, (n: number) => Rows]>([
    ['an empty page', (n) => rowsOf(250).slice((n - 1) * 100, n * 100)],
    ['the last page again', (n) => rowsOf(250).slice(Math.min(n - 1, 2) * 100, Math.min(n, 3) * 100)],
  ])('%s is the end', async (_, rows) => {
    const { measurements, pages } = await read((n) => ({ items: [...rows(n)] }))
    expect(measurements.size).toBe(250)
    expect(pages).toEqual([1, 2, 3, 4])
  })

  test('the same page for every number is one page', async () => {
    const { measurements, pages } = await read(() => ({ items: [...rowsOf(40)] }))
    expect(measurements.size).toBe(40)
    expect(pages).toEqual([1, 2])
  })

  test('rows without ids cannot be told from one another: incomplete, not endless and not green', async () => {
    const { error, pages } = await refused(() => ({ items: [endpoint(undefined), endpoint(undefined)] }))
    expect(error).toMatchObject({ kind: 'incomplete', message: expect.stringContaining('neither') })
    expect(pages.length).toBeLessThan(20)
  })

  test('with paging, rows without ids are all counted', async () => {
    const rows = Array.from({ length: 30 }, (_, i) =>
      endpoint(undefined, { readings: [{ series: { metric: 'mos' }, value: i }] }),
    )
    const { measurements, pages } = await read((n) => pageOf(rows, n, 10))
    expect(measurements.size).toBe(30)
    expect(pages).toEqual([1, 2, 3])
  })

  test('with paging, a page of rows without ids that comes twice is not counted twice', async () => {
    const rows = Array.from({ length: 25 }, () => endpoint(undefined))
    const { error } = await refused(() => ({ items: [...rows], total: 100, totalPages: 4 }))
    expect(error).toMatchObject({ kind: 'incomplete', message: expect.stringContaining('a page came twice') })
  })

  test('the same page for every number is one page only where the run says that it is all', async () => {
    const { error } = await refused(() => ({ items: [...rowsOf(25)] }), { run: run('COMPLETED') })
    expect(error).toMatchObject({ kind: 'incomplete', message: expect.stringContaining('a page came twice') })
  })

  test('more rows without ids than there are endpoints are not the whole', async () => {
    const rows = Array.from({ length: 30 }, (_, i) =>
      endpoint(undefined, { readings: [{ series: { metric: 'mos' }, value: i }] }),
    )
    const { error } = await refused((n) => ({ ...pageOf(rows, n, 10), total: 28 }))
    expect(error).toMatchObject({
      kind: 'incomplete',
      message: expect.stringContaining('30 rows came of 28 endpoints'),
    })
  })

  test('rows that differ and have one id are not the whole', async () => {
    const items = [endpoint('a'), endpoint('a', { outcome: 'TIMEOUT' })]
    const { error } = await refused(() => ({ items: [...items], total: 2, totalPages: 1 }))
    expect(error).toMatchObject({ kind: 'incomplete', message: expect.stringContaining('one id') })
  })
})

describe('rows that are not final', () => {
  test('are read again until they are', async () => {
    const { measurements, elapsed, warnings, infos } = await read((n, _, since) =>
      pageOf(rowsOf(30, { outcome: since < 25 * S ? null : 'CALL_FAILED' }), n, 10),
    )
    expect(measurements.outcomes).toEqual(Array.from({ length: 30 }, () => 'CALL_FAILED'))
    expect(elapsed).toBeLessThanOrEqual(45 * S)
    expect(warnings).toEqual([])
    expect(infos[0]).toMatch(/^30 endpoints not final yet; reading again in 2 s$/)
  })

  test('count as not ended after the settle time, and that is warned of', async () => {
    const rows = [...rowsOf(3), endpoint('x', { outcome: null })]
    const { measurements, elapsed, warnings, passes } = await read((n) => pageOf(rows, n, 100))
    expect(measurements.outcomes).toEqual(['SUCCESS', 'SUCCESS', 'SUCCESS', null])
    expect(elapsed).toBeLessThanOrEqual(SETTLE_MS)
    expect(elapsed).toBeGreaterThan(SETTLE_MS / 2)
    expect(passes).toBeLessThan(12)
    expect(warnings).toEqual([expect.stringMatching(/^1 endpoint had no outcome .*count as failed/)])
  })

  test('do not hold up a run that FAILED: its endpoints need not ever end', async () => {
    const { measurements, elapsed, passes } = await read((n) => pageOf(rowsOf(3, { outcome: null }), n, 100), {
      run: run('FAILED'),
    })
    expect(measurements.outcomes).toEqual([null, null, null])
    expect([elapsed, passes]).toEqual([0, 1])
  })

  test('nor does a run that FAILED without endpoints wait for some', async () => {
    const { measurements, elapsed } = await read((n) => pageOf([], n, 100), { run: run('FAILED') })
    expect([measurements.size, elapsed]).toEqual([0, 0])
  })

  test('a completed run without any rows is read again, and then has none', async () => {
    const { measurements, elapsed, passes } = await read((n) => pageOf([], n, 100), { run: run('COMPLETED') })
    expect(measurements.size).toBe(0)
    expect(passes).toBeGreaterThan(3)
    expect(elapsed).toBeLessThanOrEqual(SETTLE_MS)
  })

  test('a completed run whose rows come late has them', async () => {
    const { measurements } = await read((n, _, since) => pageOf(since < 10 * S ? [] : rowsOf(5), n, 100))
    expect(measurements.size).toBe(5)
  })
})

describe('the run’s own count of endpoints', () => {
  test('that is larger than the rows is incomplete, with both figures', async () => {
    const { error, elapsed } = await refused((n) => pageOf(rowsOf(37), n, 25), {
      run: run('COMPLETED', { endpointCount: 40 }),
    })
    expect(error).toMatchObject({
      kind: 'incomplete',
      message: expect.stringContaining('37 of 40 endpoints could be read'),
      advice: expect.stringContaining('`run-id`'),
    })
    expect(elapsed).toBeGreaterThan(SETTLE_MS / 2)
    expect(elapsed).toBeLessThanOrEqual(SETTLE_MS)
  })

  test('that is larger than no rows at all is incomplete too', async () => {
    const { error } = await refused((n) => pageOf([], n, 25), { run: run('COMPLETED', { endpointCount: 4 }) })
    expect(error).toMatchObject({ kind: 'incomplete', message: expect.stringContaining('0 of 4') })
  })

  test('that is smaller than the rows does not lose any', async () => {
    const { measurements, elapsed } = await read((n) => pageOf(rowsOf(37), n, 25), {
      run: run('COMPLETED', { endpointCount: 5 }),
    })
    expect([measurements.size, elapsed]).toEqual([37, 0])
  })
})

describe('a cancel', () => {
  test.each([
    ['rows that are not final', rowsOf(3, { outcome: null }), run('COMPLETED')],
    ['rows that are missing', rowsOf(3), run('COMPLETED', { endpointCount: 9 })],
  ])('ends the wait for %s at once', async (_, rows, of) => {
    const { error, elapsed } = await refused((n) => pageOf(rows, n, 100), { run: of, abortAt: 7 * S + 5 })
    expect(error).toMatchObject({ kind: 'aborted' })
    expect(elapsed).toBe(7 * S + 5)
  })
})

test('a failure to read a page is the failure of all', async () => {
  const { error, pages } = await refused((n) => {
    if (n === 2) throw failure('server')
    return pageOf(rowsOf(30), n, 10)
  })
  expect(error).toMatchObject({ kind: 'server' })
  expect(pages).toEqual([1, 2])
})

describe('values that come late', () => {
  const told = (count: number): Setting => ({ run: run('COMPLETED', { endpointCount: count }) })
  const metric = (name: string) => ({ series: { metric: name }, value: 4 })

  test.each([1, 3, 7, 13])('are waited for where endpoints that succeeded have none at all: %i s', async (late) => {
    const { measurements } = await read(
      (n, _, since) =>
        pageOf([...rowsOf(5), ...rowsOf(100, since < late * S ? { readings: [] } : {}).slice(5)], n, 100),
      told(100),
    )
    expect(measurements.metrics.get('mos')?.[0]?.values.filter((value) => !Number.isNaN(value))).toHaveLength(100)
  })

  test.each([1, 3, 5])('are waited for where some have fewer than others: %i s', async (late) => {
    const full = { readings: [metric('mos'), metric('jitter_ms')] }
    const { measurements } = await read(
      (n, _, since) => pageOf([...rowsOf(5, full), ...rowsOf(100, since < late * S ? {} : full).slice(5)], n, 100),
      told(100),
    )
    expect(measurements.metrics.get('jitter_ms')?.[0]?.values.filter((value) => !Number.isNaN(value))).toHaveLength(100)
  })

  test('are not waited for of endpoints that failed', async () => {
    const rows = [...rowsOf(5), ...rowsOf(9, { outcome: 'TIMEOUT', readings: [] }).slice(5)]
    expect((await read((n) => pageOf(rows, n, 100), told(9))).elapsed).toBe(0)
  })

  test('that never come are not waited for longer than a minute', async () => {
    const some = [...rowsOf(5), ...rowsOf(9, { readings: [] }).slice(5)]
    const { elapsed, infos } = await read((n) => pageOf(some, n, 100), told(9))
    expect(elapsed).toBe(44 * S)
    expect(infos[0]).toBe('4 endpoints succeeded and have no values yet; reading again in 2 s')
    const none = await read((n) => pageOf(rowsOf(9, { readings: [] }), n, 100), told(9))
    expect(none.elapsed).toBe(44 * S)
  })

  test('are waited for although a request takes long meanwhile', async () => {
    const { measurements } = await read(
      (n, _, since) =>
        pageOf(since < 70 * S ? [...rowsOf(5), ...rowsOf(9, { readings: [] }).slice(5)] : rowsOf(9), n, 100),
      { ...told(9), latency: 25 * S },
    )
    expect(measurements.metrics.get('mos')?.[0]?.values.filter((value) => !Number.isNaN(value))).toHaveLength(9)
  })

  test('cost one page a look where there are many, and all of them once something changes', async () => {
    const rows = [...rowsOf(900), ...rowsOf(950, { readings: [] }).slice(900)]
    const { pages } = await read((n) => pageOf(rows, n, 100), told(950))
    expect(pages).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 10, 10, 10, 10, 10])
    // Endpoints that failed have none, and never will.
    const failed = rowsOf(200, { outcome: 'TIMEOUT', readings: [] })
    const mixed = (since: number): Rows => [
      ...rowsOf(700),
      ...(since < 5 * S ? rowsOf(750, { readings: [] }) : rowsOf(750)).slice(700),
      ...failed.map((row, i) => ({ ...row, id: `f${i}` })),
    ]
    const { measurements } = await read((n, _, since) => pageOf(mixed(since), n, 100), told(950))
    expect(measurements.metrics.get('mos')?.[0]?.values.filter((value) => !Number.isNaN(value))).toHaveLength(750)
    const late = await read((n, _, since) => pageOf(since < 5 * S ? rows : rowsOf(950), n, 100), told(950))
    expect(late.pages).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 10, 10, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  })
})

describe('a run that does not say how many endpoints it has', () => {
  const silent = run('COMPLETED')

  test.each([1, 2, 4, 7, 11, 13])('is read again until no more come, those of %i s later, too', async (late) => {
    const { measurements, elapsed } = await read((n, _, since) => pageOf(rowsOf(since < late * S ? 40 : 100), n, 100), {
      run: silent,
    })
    expect(measurements.size).toBe(100)
    expect(elapsed).toBeLessThanOrEqual(45 * S)
  })

  test('and whose pages are counted from 0 is not whole', async () => {
    const { error } = await refused((n) => ({ items: rowsOf(50).slice(n * 10, (n + 1) * 10) }), { run: silent })
    expect(error).toMatchObject({ kind: 'incomplete', message: expect.stringContaining('counted from 0') })
  })

  test('or has a total that is too small, and whose pages are counted from 0, is not whole', async () => {
    const { error } = await refused((n) => ({ items: rowsOf(50).slice(n * 10, (n + 1) * 10), total: 3 }), {
      run: silent,
    })
    expect(error).toMatchObject({ kind: 'incomplete', message: expect.stringContaining('counted from 0') })
    const { error: none } = await refused((n) => ({ items: n === 0 ? [...rowsOf(50)] : [], total: n === 0 ? 50 : 0 }), {
      run: silent,
    })
    expect(none).toMatchObject({ kind: 'incomplete', message: expect.stringContaining('counted from 0') })
  })

  test.each([undefined, 1])('or has a total that is that of its page is read further: %s pages', async (totalPages) => {
    const { measurements } = await read(
      (n) => {
        const items = rowsOf(25).slice((n - 1) * 10, n * 10)
        return { items, total: items.length, ...(totalPages === undefined ? {} : { totalPages }) }
      },
      { run: silent },
    )
    expect(measurements.size).toBe(25)
  })

  test('and was seen going is not taken for one that ended long ago, whatever the server’s clock says', async () => {
    const api = fakeApi({
      listEndpoints: (_, __, n) => Promise.resolve(pageOf(names('ab'), n, 100)),
      serverClock: () => NOON + 5 * MIN,
    })
    const clock = timeline(NOON)
    const of = { projectId: 'p1', runId: 'r1', run: run('COMPLETED', { completedAt: NOON }) }
    await readResults({ ...of, wasSeenGoing: true }, { deadline: NOON + 10 * MIN }, { api, clock, log: keptLog(clock) })
    expect(clock.now() - NOON).toBe(14 * S)
    await readResults(of, { deadline: NOON + 10 * MIN }, { api, clock, log: keptLog(clock) })
    expect(clock.now() - NOON).toBe(14 * S)
  })

  test('and says that it has none is such a run', async () => {
    const none = run('COMPLETED', { endpointCount: 0 })
    expect(
      (await read((n, _, since) => pageOf(rowsOf(since < 4 * S ? 40 : 100), n, 100), { run: none })).measurements.size,
    ).toBe(100)
  })

  test('is not whole while more and more come, and not read for ever', async () => {
    const { error, elapsed } = await refused((n, pass) => pageOf(rowsOf(pass), n, 100), { run: silent })
    expect(error).toMatchObject({ kind: 'incomplete', message: expect.stringContaining('kept changing') })
    expect(elapsed).toBeLessThanOrEqual(3 * SETTLE_MS)
  })

  test('is read once where it ended long ago', async () => {
    const old = run('COMPLETED', { completedAt: NOON - 2 * MIN })
    const { passes, elapsed } = await read((n) => pageOf(names('ab'), n, 100), { run: old })
    expect([passes, elapsed]).toEqual([1, 0])
  })

  test('that has FAILED is read once', async () => {
    expect((await read((n) => pageOf(names('ab'), n, 100), { run: run('FAILED') })).passes).toBe(1)
  })
})
