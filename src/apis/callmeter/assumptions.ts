// How CallMeter's API answers what nothing documents, or what its pages disagree on: asked by reading alone, and told in names of fields and types.
import { Failure } from '../../base/failure.ts'
import { type Fields, isObject, optional } from '../../base/fields.ts'
import { counted } from '../../base/text.ts'
import type { Assumption } from '../../model/check.ts'
import { isKnownStatus } from '../../model/run.ts'
import { snakeCase } from '../../model/series.ts'
import { camelName, idOf, isCount, isSameId } from '../http/fields.ts'
import { type Get, LIMIT_HEADERS, answerTo, limitHeaders, whyNone } from '../http/probing.ts'
import type { HttpAnswer } from '../http/request.ts'
import { type Comparison, compareFields, objectsIn } from '../http/shape.ts'
import { ASSUMED_FIELDS, DOCUMENTED_FIELDS } from './assumed-fields.ts'
import { PER_PAGE, segment } from './client.ts'
import { probeMetrics } from './metric-forms.ts'

/** What is asked about. */
export interface ProbedAccount {
  projectId: string
  /** Missing where the workflow follows runs. */
  testId?: string
  /** A run to look at where the API lists none. */
  runId?: string
}

type Probed = Omit<Assumption, 'api'>

/** What only a request that changes something could tell. */
const NOT_PROBED: readonly Probed[] = [
  ['trigger-answer', 'Only starting a run shows whether its id comes as `testRunId` or as `id`.'],
  ['idempotency-key', 'Only starting a run twice shows whether the key is honored.'],
  ['stop-run', 'Only stopping a run shows whether that is possible.'],
].map(([what = '', reason = '']) => ({ what, answered: 'not probed', reason }))

/** Every assumed part, with how it answers. Sends reads alone. Throws only where the step was cancelled. */
export async function probeCallMeter({ projectId, testId, runId }: ProbedAccount, get: Get): Promise<Assumption[]> {
  const project = `/projects/${segment(projectId)}`
  const runsPath = (paging: object): string =>
    `${project}/test-runs?${new URLSearchParams({ ...optional({ testId }), ...paging }).toString()}`
  const firstPage = { page: '1', perPage: String(PER_PAGE) }
  const query = new URLSearchParams(firstPage).toString()

  const tests = await answerTo(get, 'read the list of tests', `${project}/tests?${query}`)
  const runs = await answerTo(get, "read the test's runs", runsPath(firstPage))
  const second =
    (rowsOf(runs)?.length ?? 0) > 1
      ? await answerTo(get, "read the test's runs by pages of one", runsPath({ page: '2', perPage: '1' }))
      : undefined
  const listed = objectsIn(rowsOf(runs) ?? []).map(folded)
  const chosen = listed.find(({ status }) => status === 'COMPLETED') ?? listed[0]
  const id = chosen ? idOf(chosen.id ?? chosen.testRunId) : runId
  const detailPath = id === undefined ? undefined : `${project}/test-runs/${segment(id)}`
  const detail = detailPath === undefined ? undefined : await answerTo(get, 'read the run', detailPath)
  const endpoints =
    detailPath === undefined
      ? undefined
      : await answerTo(get, "read the run's endpoints", `${detailPath}/endpoints?${query}`)

  const all = [tests, runs, second, detail, endpoints]
  const answers = all.filter((one): one is HttpAnswer => one !== undefined && !(one instanceof Failure))
  const run = detail instanceof Failure ? undefined : detail?.body
  const rows = objectsIn(rowsOf(endpoints) ?? []).map(folded)
  const found: Probed[] = [
    listProbe('list-tests', tests, 'Test'),
    listProbe('list-runs', runs, 'Run'),
    filterProbe(listed, testId),
    orderProbe(listed),
    paginationProbe([tests, runs, endpoints]),
    pageProbe(runs, second),
    sizeProbe([tests, runs, endpoints]),
    fieldsProbe('run-detail', detail, isObject(run) && isObject(run.data) ? [run.data] : [], 'Run'),
    fieldsProbe('endpoint-row', endpoints, objectsIn(rowsOf(endpoints) ?? []), 'Endpoint'),
    ...probeMetrics(rows),
    casingProbe(answers),
    statusProbe(listed),
    { what: 'rate-limit-headers', ...limitHeaders(answers, LIMIT_HEADERS) },
    dateProbe(answers),
    ...NOT_PROBED,
  ]
  return found.map((one) => ({ api: 'CallMeter', ...one }))
}

/** The rows of a list; undefined where an answer holds none. */
function rowsOf(answer: HttpAnswer | Failure | undefined): unknown[] | undefined {
  if (!answer || answer instanceof Failure || !isObject(answer.body)) return undefined
  return Array.isArray(answer.body.data) ? answer.body.data : undefined
}

/** A row with its names in camelCase, as the client takes it. */
function folded(row: Fields): Fields {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [camelName(name), value]))
}

function listProbe(what: string, answer: HttpAnswer | Failure, thing: keyof typeof ASSUMED_FIELDS): Probed {
  if (answer instanceof Failure) return { what, answered: 'not available', reason: whyNone(answer) }
  const rows = rowsOf(answer)
  if (!rows) return { what, answered: 'differently', reason: '`data` is not a list.' }
  return fieldsProbe(what, answer, objectsIn(rows), thing)
}

function fieldsProbe(
  what: string,
  answer: HttpAnswer | Failure | undefined,
  rows: readonly Fields[],
  thing: keyof typeof ASSUMED_FIELDS,
): Probed {
  if (answer instanceof Failure) return { what, answered: 'not available', reason: whyNone(answer) }
  if (!answer || rows.length === 0) {
    const reason = answer ? 'The answer contains nothing to check.' : 'There is no run to check.'
    return { what, answered: 'not available', reason }
  }
  const compared = compareFields(rows, ASSUMED_FIELDS[thing], camelName)
  const documented: readonly string[] = DOCUMENTED_FIELDS[thing]
  const fields = compared.fields.filter(({ field }) => !documented.includes(field))
  return { what, answered: answeredBy(compared), reason: fieldsText(compared), fields }
}

function answeredBy({ other, fitting }: Comparison): Probed['answered'] {
  if (other.length > 0) return 'differently'
  return fitting.length > 0 ? 'as assumed' : 'not available'
}

function fieldsText({ fitting, other, lacking }: Comparison): string {
  const parts = [
    fitting.length > 0 ? `as assumed: ${fitting.join(', ')}` : '',
    other.length > 0 ? `of another type: ${other.join(', ')}` : '',
    lacking.length > 0 ? `not there: ${lacking.join(', ')}` : '',
  ]
  return `Fields ${parts.filter(Boolean).join('; ')}.`
}

function filterProbe(runs: readonly Fields[], testId: string | undefined): Probed {
  const what = 'list-runs-by-test'
  const told = runs.flatMap((run) => idOf(run.testId) ?? [])
  if (testId === undefined || told.length === 0)
    return { what, answered: 'not available', reason: 'No listed run reports its test.' }
  const others = told.filter((id) => !isSameId(id, testId)).length
  return others === 0
    ? { what, answered: 'as assumed', reason: 'All listed runs are of the requested test.' }
    : { what, answered: 'differently', reason: 'Runs of other tests are listed, too.' }
}

function orderProbe(runs: readonly Fields[]): Probed {
  const what = 'list-runs-order'
  const times = runs.map(({ createdAt }) => (typeof createdAt === 'string' ? Date.parse(createdAt) : Number.NaN))
  if (times.length < 2 || times.some((time) => Number.isNaN(time)))
    return { what, answered: 'not available', reason: 'Fewer than two listed runs tell when they were created.' }
  const newestFirst = times.every((time, i) => i === 0 || time <= (times[i - 1] ?? 0))
  return newestFirst
    ? { what, answered: 'as assumed', reason: 'The newest run is listed first.' }
    : { what, answered: 'differently', reason: 'The newest run is not listed first.' }
}

/** The documented fields of an answer's paging, where it stands in the documented place. */
function paginationOf({ body }: HttpAnswer): Fields | undefined {
  const meta = isObject(body) && isObject(body.meta) ? body.meta : {}
  return isObject(meta.pagination) ? folded(meta.pagination) : undefined
}

function lists(all: readonly (HttpAnswer | Failure | undefined)[]): HttpAnswer[] {
  return all.filter((one): one is HttpAnswer => one !== undefined && !(one instanceof Failure))
}

function paginationProbe(all: readonly (HttpAnswer | Failure | undefined)[]): Probed {
  const what = 'pagination'
  const read = lists(all)
  const good = read.filter((answer) => {
    const { page, perPage, total, totalPages } = paginationOf(answer) ?? {}
    return [page, perPage, total, totalPages].every(isCount)
  })
  if (read.length === 0) return { what, answered: 'not available', reason: 'No list could be read.' }
  const how = `${good.length} of ${counted(read.length, 'list')} tell page, perPage, total and totalPages in \`meta.pagination\`.`
  return { what, answered: good.length === read.length ? 'as assumed' : 'differently', reason: how }
}

function pageProbe(runs: HttpAnswer | Failure, second: HttpAnswer | Failure | undefined): Probed {
  const what = 'page-and-per-page'
  if (!second) return { what, answered: 'not available', reason: 'There are fewer than two runs to tell it by.' }
  if (second instanceof Failure) return { what, answered: 'not available', reason: whyNone(second) }
  const idAt = (answer: HttpAnswer | Failure, place: number): string | undefined => {
    const row = objectsIn(rowsOf(answer) ?? []).map(folded)[place]
    return row && idOf(row.id ?? row.testRunId)
  }
  const isOne = rowsOf(second)?.length === 1
  const isSecond = idAt(second, 0) !== undefined && idAt(second, 0) === idAt(runs, 1)
  if (isOne && isSecond)
    return { what, answered: 'as assumed', reason: 'The second page of one row holds the second row.' }
  const why = isOne ? 'The second page of one row holds another row.' : '`perPage` does not set how many rows come.'
  return { what, answered: 'differently', reason: why }
}

function sizeProbe(all: readonly (HttpAnswer | Failure | undefined)[]): Probed {
  const what = 'page-size'
  const sizes = lists(all).flatMap((answer) => paginationOf(answer)?.perPage ?? [])
  if (sizes.length === 0) return { what, answered: 'not available', reason: 'No list reports its page size.' }
  return sizes.every((size) => size === PER_PAGE)
    ? { what, answered: 'as assumed', reason: `Pages of ${PER_PAGE} rows are given.` }
    : { what, answered: 'differently', reason: `Pages do not have the requested ${PER_PAGE} rows.` }
}

/** Which casing names of fields have, metrics aside. */
function casingProbe(answers: readonly HttpAnswer[]): Probed {
  const what = 'field-casing'
  const rows = answers.flatMap(({ body }) => {
    const data = isObject(body) ? body.data : undefined
    return objectsIn(Array.isArray(data) ? data : [data])
  })
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const camel = names.some((name) => snakeCase(name) !== name)
  const snake = names.some((name) => camelName(name) !== name)
  if (!camel && !snake) return { what, answered: 'not available', reason: 'No name of a field has two words.' }
  return snake
    ? { what, answered: 'differently', reason: `Names of fields are in ${camel ? 'both casings' : 'snake_case'}.` }
    : { what, answered: 'as assumed', reason: 'Names of fields are in camelCase.' }
}

function statusProbe(runs: readonly Fields[]): Probed {
  const what = 'run-statuses'
  const statuses = runs.flatMap(({ status }) => (typeof status === 'string' ? [status] : []))
  if (statuses.length === 0) return { what, answered: 'not available', reason: 'No listed run has a status.' }
  return statuses.every((status) => isKnownStatus(snakeCase(status.trim()).toUpperCase()))
    ? { what, answered: 'as assumed', reason: 'All listed runs have a status that some page names.' }
    : { what, answered: 'differently', reason: 'Some listed runs have a status that no page names.' }
}

function dateProbe(answers: readonly HttpAnswer[]): Probed {
  const what = 'date-header'
  if (answers.length === 0) return { what, answered: 'not available', reason: 'No request was answered.' }
  return answers.every(({ headers }) => !Number.isNaN(Date.parse(headers.date ?? '')))
    ? { what, answered: 'as assumed', reason: 'Every answer reports the time of the server.' }
    : { what, answered: 'not available', reason: 'Some answers do not tell the time of the server.' }
}
