import { describe, expect, test } from '@jest/globals'
import { type ProbedAccount, probeCallMeter } from '../../../src/apis/callmeter/assumptions.ts'
import { Failure } from '../../../src/base/failure.ts'
import { failure, rejection } from '../../fake-api.ts'

const ACCOUNT = { projectId: 'p-secret', testId: 't-secret' }
const run = (id: string, hour: number, rest: object = {}) => ({
  id,
  name: 'Private name',
  status: 'COMPLETED',
  testId: 't-secret',
  createdAt: `2026-03-04T${String(hour).padStart(2, '0')}:00:00Z`,
  ...rest,
})
const RUNS = [run('r-secret-b', 12), run('r-secret-a', 11)]
const listed = (
  data: unknown,
  pagination: object | undefined = { page: 1, perPage: 100, total: 2, totalPages: 1 },
) => ({
  data,
  meta: { pagination },
})

type Answer = object | Failure
type Answers = Record<'tests' | 'runs' | 'second' | 'run' | 'endpoints', Answer>
const ANSWERS: Answers = {
  tests: listed([{ id: 't-secret', name: 'Private name', slug: 'private', durationSeconds: 60, endpointCount: 2 }]),
  runs: listed(RUNS),
  second: listed(RUNS.slice(1), { page: 2, perPage: 1, total: 2, totalPages: 2 }),
  run: { data: { ...RUNS[0], durationSeconds: 60, summary: {} } },
  endpoints: listed([{ id: 'e-secret', group: 'Private name', sipStatusCode: 200, metrics: { mos: 4.25 } }]),
}

/** Which of the answers a path asks for. */
function kindOf(path: string): keyof Answers {
  if (path.includes('/endpoints')) return 'endpoints'
  if (/\/test-runs\/[^?/]+$/.test(path)) return 'run'
  if (path.includes('perPage=1&') || path.endsWith('perPage=1')) return 'second'
  return path.includes('/test-runs') ? 'runs' : 'tests'
}

async function probe(answers: Partial<Answers> = {}, account: ProbedAccount = ACCOUNT, headers: object = {}) {
  const paths: string[] = []
  const all = { ...ANSWERS, ...answers }
  const found = await probeCallMeter(account, (_, path) => {
    paths.push(path)
    const answer = all[kindOf(path)]
    return answer instanceof Failure
      ? Promise.reject(answer)
      : Promise.resolve({ status: 200, headers: { date: 'Wed, 04 Mar 2026 12:00:00 GMT', ...headers }, body: answer })
  })
  const answered = Object.fromEntries(found.map(({ what, answered: how }) => [what, how]))
  const reason = (wanted: string) => found.find(({ what }) => what === wanted)?.reason
  return { found, paths, answered, reason }
}

const ALL_ASSUMED = {
  'list-tests': 'as assumed',
  'list-runs': 'as assumed',
  'list-runs-by-test': 'as assumed',
  'list-runs-order': 'as assumed',
  pagination: 'as assumed',
  'page-and-per-page': 'as assumed',
  'page-size': 'as assumed',
  'run-detail': 'as assumed',
  'endpoint-row': 'as assumed',
  'metric-names': 'as assumed',
  'metric-values': 'as assumed',
  'fraction-lost': 'not available',
  'field-casing': 'as assumed',
  'run-statuses': 'as assumed',
  'rate-limit-headers': 'not available',
  'date-header': 'as assumed',
  'trigger-answer': 'not probed',
  'idempotency-key': 'not probed',
  'stop-run': 'not probed',
}

test('an API as assumed: each part is told, in five requests, and nothing of the account', async () => {
  const { found, paths, answered } = await probe()
  expect(answered).toEqual(ALL_ASSUMED)
  expect(paths).toEqual([
    '/projects/p-secret/tests?page=1&perPage=100',
    '/projects/p-secret/test-runs?testId=t-secret&page=1&perPage=100',
    '/projects/p-secret/test-runs?testId=t-secret&page=2&perPage=1',
    '/projects/p-secret/test-runs/r-secret-b',
    '/projects/p-secret/test-runs/r-secret-b/endpoints?page=1&perPage=100',
  ])
  expect(JSON.stringify(found)).not.toMatch(/secret|[Pp]rivate|4\.25|2026/)
})

describe('what differs is told of its part alone', () => {
  const changed = async (answers: Partial<Answers>, account?: ProbedAccount, headers?: object) => {
    const { answered } = await probe(answers, account, headers)
    const entries = Object.entries(answered).filter(
      ([what, how]) => ALL_ASSUMED[what as keyof typeof ALL_ASSUMED] !== how,
    )
    return Object.fromEntries(entries)
  }

  test.each<[what: string, answers: Partial<Answers>, expected: object]>([
    ['no list of tests', { tests: failure('not-found') }, { 'list-tests': 'not available' }],
    ['a list of tests that is none', { tests: { data: {} } }, { 'list-tests': 'differently', pagination: 'differently' }],
    ['a number as text', { tests: listed([{ id: 't', durationSeconds: '60' }]) }, { 'list-tests': 'differently' }],
    ['runs of other tests', { runs: listed([RUNS[0], run('r-secret-a', 11, { testId: 'other' })]) }, { 'list-runs-by-test': 'differently' }],
    ['the oldest run first', { runs: listed(RUNS.toReversed()), second: listed([RUNS[0]]) }, { 'list-runs-order': 'differently' }],
    ['a page that is not the second', { second: listed([RUNS[0]]) }, { 'page-and-per-page': 'differently' }],
    ['a page of all rows', { second: listed(RUNS) }, { 'page-and-per-page': 'differently' }],
    ['no second page', { second: failure('rejected') }, { 'page-and-per-page': 'not available' }],
    ['smaller pages', { runs: listed(RUNS, { page: 1, perPage: 25, total: 2, totalPages: 1 }) }, { 'page-size': 'differently' }],
    ['no paging', { runs: { data: RUNS } }, { pagination: 'differently' }],
    ['a run of other types', { run: { data: { status: 'COMPLETED', startedAt: 1_772_625_600 } } }, { 'run-detail': 'differently' }],
    ['a run that is refused', { run: failure('forbidden') }, { 'run-detail': 'not available' }],
    ['a status that no page names', { runs: listed([RUNS[0], run('r-secret-a', 11, { status: 'SPLENDID' })]) }, { 'run-statuses': 'differently' }],
    ['endpoints without metrics', { endpoints: listed([{ id: 'e' }]) }, { 'metric-names': 'not available', 'metric-values': 'not available' }],
    ['snake_case', { tests: listed([{ id: 't', duration_seconds: 60 }]) }, { 'field-casing': 'differently' }],
  ])('%s', async (_, answers, expected) => {
    expect(await changed(answers)).toEqual(expected)
  }) // prettier-ignore

  test('headers about a limit, and answers without a date', async () => {
    const headers = { 'x-ratelimit-limit': '120', 'x-ratelimit-remaining': '1', 'x-ratelimit-reset': '60', date: '' }
    expect(await changed({}, undefined, headers)).toEqual({
      'rate-limit-headers': 'as assumed',
      'date-header': 'not available',
    })
  })
})

test('the fields of a run are told by name and type, and those that nothing documents beside them', async () => {
  const body = { data: { status: 'COMPLETED', startedAt: 5, plannedDuration: 60, owner: { name: 'Private name' } } }
  const { found, reason } = await probe({ run: body })
  expect(reason('run-detail')).toMatch(/^Fields as assumed: status; of another type: startedAt; not there: id, /)
  expect(found.find(({ what }) => what === 'run-detail')?.fields).toEqual(
    expect.arrayContaining([
      { field: 'startedAt', assumed: 'text', came: 'count' },
      { field: 'plannedDuration', came: 'count' },
      { field: 'owner', came: 'object' },
    ]),
  )
})

test('where no run is listed, the run that the workflow follows is looked at, and else none', async () => {
  const none = { runs: failure('not-found') }
  const followed = await probe(none, { projectId: 'p-secret', runId: 'r-followed' })
  expect(followed.paths.at(-1)).toBe('/projects/p-secret/test-runs/r-followed/endpoints?page=1&perPage=100')
  expect(followed.paths[1]).toBe('/projects/p-secret/test-runs?page=1&perPage=100')
  const { paths, answered } = await probe(none)
  expect(paths).toHaveLength(2)
  expect(answered).toMatchObject({ 'list-runs': 'not available', 'run-detail': 'not available', 'endpoint-row': 'not available' }) // prettier-ignore
})

test('a run that completed is looked at before a newer one that did not', async () => {
  const { paths } = await probe({ runs: listed([run('r-new', 13, { status: 'RUNNING' }), ...RUNS]) })
  expect(paths.at(-1)).toContain('/test-runs/r-secret-b/endpoints')
})

test('a cancelled step ends it', async () => {
  expect(await rejection(probe({ runs: failure('aborted') }))).toMatchObject({ kind: 'aborted' })
})
