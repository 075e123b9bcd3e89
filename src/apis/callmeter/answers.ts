// Guards: what the API answers, checked against what openapi.yaml says of it, in the action's own terms. A documented field of
// another type is a failure; an assumed one is taken as not there.
import { Failure } from '../../base/failure.ts'
import { type Fields, isObject, optional } from '../../base/fields.ts'
import { plain } from '../../base/text.ts'
import { amount, camelName, guardsOf, idOf, isCount, isSameId, numberOf, text } from '../http/fields.ts'
import type { Page } from '../http/paged-list.ts'
import { type EndpointResult, TOO_LARGE } from '../../model/measurements.ts'
import type { Run } from '../../model/run.ts'
import type { Project, Test } from '../../model/task.ts'
import { readMetric } from './metrics.ts'
import { CALLMETER } from './vendor.ts'
import { type Reading, printSeriesName, snakeCase } from '../../model/series.ts'
import type * as Wire from './wire.ts'

const { misshapen, object, folded, documentedId } = guardsOf(CALLMETER, camelName)

/** Longest id of a run, in characters. */
const MAX_ID = 500

export interface TriggeredRun {
  id: string
  status?: string
}

/** Most rows of one page: a hundred are asked for. */
const MAX_ROWS = 10_000

/** A page of a list; `read` takes one row. Throws `misshapen` where it is not one, and `too-large` where it is beyond what is read. */
export function readPage<T>(body: unknown, what: string, read: (row: unknown) => T): Page<T> {
  const { data, meta, ...beside } = object(body, what)
  if (!Array.isArray(data)) throw misshapen(what, '`data` is not a list', body)
  if (data.length > MAX_ROWS)
    throw new Failure(
      'too-large',
      `Could not read ${what}: a page has ${data.length} rows, and at most ${MAX_ROWS} are read.`,
    )
  const items = data.map((row) => read(row))
  const pagination = meta === undefined || meta === null ? undefined : object(meta, what).pagination
  if (pagination === undefined || pagination === null) return { items, ...undocumentedPagination(meta, beside) }
  const { page, total, totalPages } = folded(pagination, what) as Partial<Wire.Pagination>
  if (!isCount(page) || !isCount(total) || !isCount(totalPages))
    throw misshapen(what, '`meta.pagination` is not understood', pagination)
  return { items, total, totalPages }
}

/** How many rows there are, where that stands in other places than the documented one; nothing where it stands in none. */
function undocumentedPagination(meta: unknown, beside: Fields): Pick<Page<unknown>, 'total' | 'totalPages'> {
  for (const place of [beside.pagination, meta, beside]) {
    if (!isObject(place)) continue
    const { total, totalPages } = folded(place, 'pagination')
    if (isCount(total)) return { total, ...optional({ totalPages: isCount(totalPages) ? totalPages : undefined }) }
  }
  return {}
}

/** The `data` of an answer that holds one thing, taken by `read`. Throws `misshapen` where there is none. */
export function readOne<T>(body: unknown, what: string, read: (data: unknown) => T): T {
  const { data } = object(body, what)
  if (data === undefined || data === null) throw misshapen(what, 'there is no `data`', body)
  return read(data)
}

/** A project. */
export function readProject(row: unknown): Project {
  const { id, slug, name } = folded(row, 'a project') as Partial<Wire.Project>
  return { id: documentedId(id, 'a project', row), ...optional({ slug: text(slug), name: text(name) }) }
}

/** A test. */
export function readTest(row: unknown): Test {
  const { id, slug, name, durationSeconds, endpointCount } = folded(row, 'a test') as Partial<Wire.Test>
  return {
    id: documentedId(id, 'a test', row),
    ...optional({
      slug: text(slug),
      name: text(name),
      plannedSeconds: amount(durationSeconds),
      endpointCount: amount(endpointCount),
    }),
  }
}

/** The answer to a trigger. The run's id is `testRunId` on one page of the documentation and `id` on another. */
export function readTriggeredRun(data: unknown): TriggeredRun {
  const { testRunId, id: otherId, status } = folded(data, 'the started run') as Partial<Wire.TriggeredRun>
  const id = documentedId(testRunId ?? otherId, 'the started run', data)
  // What cannot stand in a path cannot be asked for, or stopped.
  if (!id.isWellFormed() || /^\.{1,2}$/.test(id) || id.length > MAX_ID)
    throw misshapen('the started run', 'its id is not a valid id', data)
  return {
    id,
    ...optional({ status: typeof status === 'string' ? text(constantCase(status)) : undefined }),
  }
}

/** A run's detail. */
export function readRun(data: unknown): Run {
  const fields = folded(data, 'the run') as Partial<Wire.Run>
  const { status, createdAt, startedAt, completedAt } = fields
  if (typeof status !== 'string' || status.trim() === '') throw misshapen('the run', 'it has no status', data)
  const detail = object(data, 'the run')
  const endless = endlessIn(detail, 'run')
  if (endless) throw misshapen('the run', `${plain(endless, 80)} is not finite`, data)
  return {
    status: constantCase(status.slice(0, 60)),
    ...optional({
      id: idOf(fields.id ?? fields.testRunId),
      name: text(fields.name),
      testId: idOf(fields.testId),
      createdAt: time(createdAt),
      startedAt: time(startedAt),
      completedAt: time(completedAt),
      plannedSeconds: amount(fields.durationSeconds),
      endpointCount: amount(fields.endpointCount),
      completedEndpoints: amount(fields.completedEndpoints),
      failureReason: text(fields.failureReason),
      url: text(fields.url),
      idempotencyKey: text(fields.idempotencyKey),
    }),
    detail,
  }
}

/**
 * The detail of that run. Throws `misshapen` where it is another's: a cache or a proxy mixed answers up, and what became of another run says
 * nothing of this one.
 */
export function readRunOf(data: unknown, runId: string): Run {
  const run = readRun(data)
  const { testRunId } = folded(data, 'the run')
  if (!isSameId(run.id, runId) || !isSameId(idOf(testRunId), runId))
    throw misshapen(`run ${plain(runId, 80)}`, 'it is of another run', data)
  return run
}

// Fields of a row that are not metrics, in camelCase.
const ROW_FIELDS: ReadonlySet<string> = new Set([
  'id', 'endpointId', 'name', 'group', 'groupName', 'groupId', 'endpointPhase', 'phase', 'endpointOutcome', 'outcome', 'sipStatusCode', 'sipStatus',
  'metrics', 'createdAt', 'startedAt', 'completedAt', 'endedAt', 'testRunId', 'index',
]) // prettier-ignore

/** One endpoint's result in that run. Throws `misshapen` where the row is of another run. */
export function readEndpointOf(row: unknown, runId: string): EndpointResult {
  const fields = folded(row, 'an endpoint')
  if (!isSameId(idOf(fields.testRunId), runId))
    throw misshapen(`the endpoints of run ${plain(runId, 80)}`, 'a row is of another run', row)
  return endpoint(fields, object(row, 'an endpoint'))
}

/** One endpoint's result. A metric stands under `metrics` or at the top level of the row. */
export function readEndpoint(row: unknown): EndpointResult {
  return endpoint(folded(row, 'an endpoint'), object(row, 'an endpoint'))
}

function endpoint(fields: Partial<Wire.Endpoint>, row: Fields): EndpointResult {
  const outcome = firstWord(fields.endpointOutcome, fields.outcome)
  const phase = firstWord(fields.endpointPhase, fields.phase)
  const id = fields.id ?? fields.endpointId
  const named: unknown = fields.group ?? fields.groupName ?? fields.groupId
  const group = isObject(named) ? named.name : named
  const sipStatus = numberOf(fields.sipStatusCode ?? fields.sipStatus)
  return {
    ...optional({ id: idOf(id) }),
    group: typeof group === 'string' ? group : null,
    phase,
    outcome,
    sipStatus: isCount(sipStatus) ? sipStatus : null,
    readings: readReadings(row),
  }
}

/** The first of some values that is a word, in capitals; null where none is. */
function firstWord(...values: unknown[]): string | null {
  const word = values.find((value) => typeof value === 'string' && value.trim() !== '')
  return typeof word === 'string' ? constantCase(word) : null
}

/** `Cannot run` and `cannotRun` as `CANNOT_RUN`. */
function constantCase(word: string): string {
  return snakeCase(word.trim()).toUpperCase()
}

function readReadings(row: Fields): Reading[] {
  const readings: Reading[] = []
  const known = new Set<string>()
  // What a metric brought under `metrics` counts; one that brought nothing leaves it to the top level.
  const take = (from: Fields, keys: readonly string[]): void => {
    const brought = new Set<string>()
    for (const key of keys) {
      const metric = snakeCase(key)
      const before = readings.length
      if (!known.has(metric)) readMetric(metric, from[key], readings)
      if (readings.length > before) brought.add(metric)
    }
    for (const metric of brought) known.add(metric)
  }
  const { metrics } = row
  if (isObject(metrics)) take(metrics, Object.keys(metrics))
  // Text at the top level is a label, even one of digits.
  take(
    row,
    Object.keys(row).filter((key) => !ROW_FIELDS.has(camelName(key)) && typeof row[key] !== 'string'),
  )
  const odd = readings.find(({ value }) => !(Math.abs(value) < TOO_LARGE))
  if (odd)
    throw misshapen(
      'an endpoint',
      `${plain(printSeriesName(odd.series), 80)} is ${odd.value}, which is too large to be measured`,
      row,
    )
  return readings
}

/** Where a number stands that is not finite: JSON has `1e999`, and it is read as infinity. */
function endlessIn(value: unknown, path: string): string | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : path
  if (typeof value !== 'object' || value === null) return undefined
  for (const [key, inner] of Object.entries(value)) {
    const found = endlessIn(inner, `${path}.${key}`)
    if (found !== undefined) return found
  }
  return undefined
}

/** A moment in ms. One without a zone is in UTC: the machine's own zone is none of the server's business. */
function time(value: unknown): number | undefined {
  const told = typeof value === 'string' ? value.trim() : ''
  const ms = Date.parse(/^[\d-]+[T ][\d:.]+$/.test(told) ? `${told.replace(' ', 'T')}Z` : told)
  return Number.isNaN(ms) ? undefined : ms
}
