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
  expect(found.map(({ what, reason }) => `${what}: ${reason}`)).toEqual([
    'list-tests: Fields as assumed: id, name, slug, durationSeconds, endpointCount.',
    'list-runs: Fields as assumed: id, status, testId; not there: testRunId, startedAt, completedAt, durationSeconds, endpointCount, completedEndpoints, failureReason, idempotencyKey, url, summary.',
    'list-runs-by-test: All listed runs are of the requested test.',
    'list-runs-order: The newest run is listed first.',
    'pagination: 3 of 3 lists tell page, perPage, total and totalPages in `meta.pagination`.',
    'page-and-per-page: The second page of one row holds the second row.',
    'page-size: Pages of 100 rows are given.',
    'run-detail: Fields as assumed: id, status, testId, durationSeconds, summary; not there: testRunId, startedAt, completedAt, endpointCount, completedEndpoints, failureReason, idempotencyKey, url.',
    'endpoint-row: Fields as assumed: id, group, sipStatusCode, metrics; not there: outcome.',
    'metric-names: All metrics have names in snake_case.',
    'metric-values: All metrics are numbers, or numbers by direction, track and statistic.',
    'fraction-lost: No endpoint that was read has it.',
    'field-casing: Names of fields are in camelCase.',
    'run-statuses: All listed runs have a status that some page names.',
    'rate-limit-headers: No answer has a header about a rate limit.',
    'date-header: Every answer reports the time of the server.',
    'trigger-answer: Only starting a run shows whether its id comes as `testRunId` or as `id`.',
    'idempotency-key: Only starting a run twice shows whether the key is honored.',
    'stop-run: Only stopping a run shows whether that is possible.',
  ])
  expect(new Set(found.map(({ api }) => api))).toEqual(new Set(['CallMeter']))
  expect(paths).toEqual([
    '/projects/p-secret/tests?page=1&perPage=100',
    '/projects/p-secret/test-runs?testId=t-secret&page=1&perPage=100',
    '/projects/p-secret/test-runs?testId=t-secret&page=2&perPage=1',
    '/projects/p-secret/test-runs/r-secret-b',
    '/projects/p-secret/test-runs/r-secret-b/endpoints?page=1&perPage=100',
  ])
  expect(JSON.stringify(found)).not.toMatch(/secret|[Pp]rivate|4\.25|2026/)
})

describe('what differs is told of its part alone, and why', () => {
  const changed = async (answers: Partial<Answers>, account?: ProbedAccount, headers?: object): Promise<string[]> => {
    const { found } = await probe(answers, account, headers)
    const other = found.filter(({ what, answered }) => ALL_ASSUMED[what as keyof typeof ALL_ASSUMED] !== answered)
    return other.map(({ what, answered, reason }) => `${what}: ${answered}: ${reason}`)
  }

  test.each<[what: string, answers: Partial<Answers>, expected: string[]]>([
    ['no list of tests', { tests: failure('not-found') }, ['list-tests: not available: The request ended as `not-found`.']],
    ['a list of tests that is none', { tests: { data: {} } }, ['list-tests: differently: `data` is not a list.', 'pagination: differently: 2 of 3 lists tell page, perPage, total and totalPages in `meta.pagination`.']],
    ['an empty list of tests', { tests: listed([]) }, ['list-tests: not available: The answer contains nothing to check.']],
    ['a number as text', { tests: listed([{ id: 't', durationSeconds: '60' }]) }, ['list-tests: differently: Fields as assumed: id; of another type: durationSeconds; not there: name, slug, endpointCount.']],
    ['tests of which nothing came', { tests: listed([{ nothingKnown: 1 }]) }, ['list-tests: not available: Fields not there: id, name, slug, durationSeconds, endpointCount.']],
    ['runs of other tests', { runs: listed([RUNS[0], run('r-secret-a', 11, { testId: 'other' })]) }, ['list-runs-by-test: differently: Runs of other tests are listed, too.']],
    ['runs of no test', { runs: listed([RUNS[0], RUNS[1]].map((one) => ({ ...one, testId: null }))) }, ['list-runs-by-test: not available: No listed run reports its test.']],
    ['the oldest run first', { runs: listed(RUNS.toReversed()), second: listed([RUNS[0]]) }, ['list-runs-order: differently: The newest run is not listed first.']],
    ['a run without a time', { runs: listed([RUNS[0], run('r-secret-a', 11, { createdAt: 5 })]) }, ['list-runs-order: not available: Fewer than two listed runs tell when they were created.']],
    ['one run', { runs: listed(RUNS.slice(0, 1)) }, ['list-runs-order: not available: Fewer than two listed runs tell when they were created.', 'page-and-per-page: not available: There are fewer than two runs to tell it by.']],
    ['a page that is not the second', { second: listed([RUNS[0]]) }, ['page-and-per-page: differently: The second page of one row holds another row.']],
    ['a page of all rows', { second: listed(RUNS) }, ['page-and-per-page: differently: `perPage` does not set how many rows come.']],
    ['no second page', { second: failure('rejected') }, ['page-and-per-page: not available: The request ended as `rejected`.']],
    ['smaller pages', { runs: listed(RUNS, { page: 1, perPage: 25, total: 2, totalPages: 1 }) }, ['page-size: differently: Pages do not have the requested 100 rows.']],
    ['no paging', { runs: { data: RUNS } }, ['pagination: differently: 2 of 3 lists tell page, perPage, total and totalPages in `meta.pagination`.']],
    ['paging in another form', { tests: { data: [{ id: 't' }], meta: { pagination: { page: '1', perPage: 100, total: 1, totalPages: 1 } } } }, ['pagination: differently: 2 of 3 lists tell page, perPage, total and totalPages in `meta.pagination`.']],
    ['a run that is refused', { run: failure('forbidden') }, ['run-detail: not available: The request ended as `forbidden`.']],
    ['a run that is a list', { run: { data: [RUNS[0]] } }, ['run-detail: not available: The answer contains nothing to check.']],
    ['a status that no page names', { runs: listed([RUNS[0], run('r-secret-a', 11, { status: 'SPLENDID' })]) }, ['run-statuses: differently: Some listed runs have a status that no page names.']],
    ['runs without a status', { runs: listed(RUNS.map((one) => ({ ...one, status: 5 }))) }, ['list-runs: differently: Fields as assumed: id, testId; of another type: status; not there: testRunId, startedAt, completedAt, durationSeconds, endpointCount, completedEndpoints, failureReason, idempotencyKey, url, summary.', 'run-statuses: not available: No listed run has a status.']],
    ['statuses in other words', { runs: listed(RUNS.map((one) => ({ ...one, status: ' Cannot run for now ' }))) }, []],
    ['endpoints without metrics', { endpoints: listed([{ id: 'e' }]) }, ['metric-names: not available: No endpoint that was read has `metrics`.', 'metric-values: not available: No endpoint that was read has `metrics`.']],
    ['both casings', { tests: listed([{ id: 't', duration_seconds: 60 }]) }, ['field-casing: differently: Names of fields are in both casings.']],
  ])('%s', async (_, answers, expected) => {
    expect(await changed(answers)).toEqual(expected)
  }) // prettier-ignore

  test('headers about a limit, and answers of which one has no date', async () => {
    const headers = { 'x-ratelimit-limit': '120', 'x-ratelimit-remaining': '1', 'x-ratelimit-reset': '60', date: '' }
    expect(await changed({}, undefined, headers)).toEqual([
      'rate-limit-headers: as assumed: Answers have x-ratelimit-limit, x-ratelimit-remaining, x-ratelimit-reset.',
      'date-header: not available: Some answers do not tell the time of the server.',
    ])
  })

  test('an API that answers nothing at all', async () => {
    const none = failure('forbidden')
    const { found } = await probe({ tests: none, runs: none })
    expect(found.map(({ answered }) => answered).filter((how) => how !== 'not probed')).toEqual(Array(16).fill('not available')) // prettier-ignore
    const reasons = Object.fromEntries(found.map(({ what, reason }) => [what, reason]))
    expect(reasons).toMatchObject({
      pagination: 'No list could be read.',
      'page-size': 'No list reports its page size.',
      'run-detail': 'There is no run to check.',
      'field-casing': 'No name of a field has two words.',
      'date-header': 'No request was answered.',
    })
  })

  test('snake_case alone', async () => {
    const snake = { tests: listed([{ id: 't' }]), runs: listed([{ id: 'r', created_at: 'x' }]), run: { data: { id: 'r' } }, endpoints: listed([{ id: 'e' }]) } // prettier-ignore
    const { reason } = await probe(snake)
    expect(reason('field-casing')).toBe('Names of fields are in snake_case.')
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
