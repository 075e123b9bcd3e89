// Guards: what the API answers, checked against what openapi.yaml says of it, in the action's own terms. A documented field of
// another type is a failure; an assumed one is taken as not there.
import type { Failure } from '../../base/failure.ts'
import {
  type Fields,
  amount,
  camelName,
  folded as foldedBy,
  isCount,
  isObject,
  misshapen as misshapenAnswer,
  text,
} from '../http/fields.ts'
import type { EndpointResult } from '../../model/measurements.ts'
import type { Run } from '../../model/run.ts'
import { readMetric } from './metrics.ts'
import { type Reading, snakeCase } from '../../model/series.ts'
import type * as Wire from './wire.ts'

/** One page of a list. */
export interface Page<T> {
  items: T[]
  /** Undefined where the answer does not say; then only an empty page shows the end. */
  pagination?: { page: number; total: number; totalPages: number }
}

export interface Project {
  id: string
  slug?: string
  name?: string
}

export interface Test {
  id: string
  slug?: string
  name?: string
  /** Planned length of the calls, in seconds. */
  plannedSeconds?: number
  endpointCount?: number
}

export interface TriggeredRun {
  id: string
  status?: string
}

/** A page of a list; `read` takes one row. Throws `misshapen` where it is not one. */
export function readPage<T>(body: unknown, what: string, read: (row: unknown) => T): Page<T> {
  const { data, meta } = object(body, what)
  if (!Array.isArray(data)) throw misshapen(what, '`data` is not a list', body)
  const items = data.map((row) => read(row))
  const pagination = meta === undefined || meta === null ? undefined : object(meta, what).pagination
  if (pagination === undefined || pagination === null) return { items }
  const { page, total, totalPages } = folded(pagination, what) as Partial<Wire.Pagination>
  if (!isCount(page) || !isCount(total) || !isCount(totalPages))
    throw misshapen(what, '`meta.pagination` is not understood', pagination)
  return { items, pagination: { page, total, totalPages } }
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
  return { id: documentedId(id, 'a project', row), ...text('slug', slug), ...text('name', name) }
}

/** A test. */
export function readTest(row: unknown): Test {
  const { id, slug, name, durationSeconds, endpointCount } = folded(row, 'a test') as Partial<Wire.Test>
  return {
    id: documentedId(id, 'a test', row),
    ...text('slug', slug),
    ...text('name', name),
    ...amount('plannedSeconds', durationSeconds),
    ...amount('endpointCount', endpointCount),
  }
}

/** The answer to a trigger. The run's id is `testRunId` on one page of the documentation and `id` on another. */
export function readTriggeredRun(data: unknown): TriggeredRun {
  const { testRunId, id, status } = folded(data, 'the started run') as Partial<Wire.TriggeredRun>
  return {
    id: documentedId(testRunId ?? id, 'the started run', data),
    ...text('status', typeof status === 'string' ? constantCase(status) : undefined),
  }
}

/** A run's detail. */
export function readRun(data: unknown): Run {
  const fields = folded(data, 'the run') as Partial<Wire.Run>
  const { status, createdAt, startedAt, completedAt } = fields
  if (typeof status !== 'string' || status.trim() === '') throw misshapen('the run', 'it has no status', data)
  return {
    status: constantCase(status.slice(0, 60)),
    ...text('id', fields.id ?? fields.testRunId),
    ...text('name', fields.name),
    ...text('testId', fields.testId),
    ...time('createdAt', createdAt),
    ...time('startedAt', startedAt),
    ...time('completedAt', completedAt),
    ...amount('plannedSeconds', fields.durationSeconds),
    ...amount('endpointCount', fields.endpointCount),
    ...amount('completedEndpoints', fields.completedEndpoints),
    ...text('failureReason', fields.failureReason),
    ...text('url', fields.url),
    detail: object(data, 'the run'),
  }
}

// Fields of a row that are not metrics, in camelCase.
const ROW_FIELDS: ReadonlySet<string> = new Set([
  'id', 'endpointId', 'name', 'group', 'groupName', 'groupId', 'endpointPhase', 'phase', 'endpointOutcome', 'outcome', 'sipStatusCode', 'sipStatus',
  'metrics', 'createdAt', 'startedAt', 'completedAt', 'endedAt', 'testRunId', 'index',
]) // prettier-ignore

/** One endpoint's result. A metric stands under `metrics` or at the top level of the row. */
export function readEndpoint(row: unknown): EndpointResult {
  const fields = folded(row, 'an endpoint') as Partial<Wire.Endpoint>
  const outcome = firstWord(fields.endpointOutcome, fields.outcome)
  const phase = firstWord(fields.endpointPhase, fields.phase)
  const id = fields.id ?? fields.endpointId
  const group = named(fields.group ?? fields.groupName ?? fields.groupId)
  const sipStatus = fields.sipStatusCode ?? fields.sipStatus
  return {
    ...(typeof id === 'string' || typeof id === 'number' ? { id: String(id) } : {}),
    group: typeof group === 'string' ? group : null,
    phase,
    outcome,
    sipStatus: isCount(sipStatus) ? sipStatus : null,
    readings: readReadings(object(row, 'an endpoint')),
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
  const byMetric = new Map<string, Reading[]>()
  const nested = row.metrics
  const under = typeof nested === 'object' && nested !== null && !Array.isArray(nested) ? Object.entries(nested) : []
  const beside = Object.entries(row).filter(([key]) => !ROW_FIELDS.has(camelName(key)))
  for (const [key, value] of [...under, ...beside]) {
    const metric = snakeCase(key)
    if (byMetric.get(metric)?.length) continue
    byMetric.set(metric, readMetric(metric, value))
  }
  return [...byMetric.values()].flat()
}

function named(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? (value as Fields).name : value
}

/** Field names in camelCase, the documented casing. */
function folded(value: unknown, what: string): Fields {
  return foldedBy(object(value, what), camelName)
}

function object(value: unknown, what: string): Fields {
  if (!isObject(value)) throw misshapen(what, 'it is not an object', value)
  return value
}

function documentedId(value: unknown, what: string, answer: unknown): string {
  if (typeof value !== 'string' || value === '') throw misshapen(what, 'it has no id', answer)
  return value
}

function time<K extends string>(key: K, value: unknown): { [name in K]?: number } {
  const ms = typeof value === 'string' ? Date.parse(value) : Number.NaN
  return Number.isNaN(ms) ? {} : ({ [key]: ms } as { [name in K]?: number })
}

function misshapen(what: string, problem: string, answer: unknown): Failure {
  return misshapenAnswer({ name: 'CallMeter', urlInput: 'api-url' }, what, problem, answer)
}
