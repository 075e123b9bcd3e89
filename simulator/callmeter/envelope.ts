import type { Answer } from '../server/answer.ts'
import { positive } from '../server/requests.ts'
import type { Query } from '../server/requests.ts'
import type { Scenario } from './scenarios.ts'

const DEFAULT_PER_PAGE = 25
const LARGEST_PER_PAGE = 100

/** `{ data, meta }` around one thing. */
export function one(data: object, requestId: string, status = 200): Answer {
  return { status, body: { data, meta: { requestId } } }
}

/** `{ data, meta }` around the page of `all` that the query asks for; `show` turns only that page's items into data. */
export function page<T>(all: readonly T[], query: Query, requestId: string, show: (item: T) => object): Answer {
  const perPage = Math.min(LARGEST_PER_PAGE, positive(query.perPage ?? query.per_page, DEFAULT_PER_PAGE))
  const number = positive(query.page, 1)
  const data = all.slice((number - 1) * perPage, number * perPage).map(show)
  const pagination = { page: number, perPage, total: all.length, totalPages: Math.ceil(all.length / perPage) }
  return { status: 200, body: { data, meta: { requestId, pagination } } }
}

/** `{ error, meta }`. Only the code UNAUTHORIZED is documented. */
export function problem(status: number, code: string, message: string, requestId: string): Answer {
  return { status, body: { error: { code, message }, meta: { requestId } } }
}

/** The value with its field names in the scenario's casing. Metric keys have a casing of their own and are left alone. */
export function inCasing(value: object, casing: Scenario['casing']): object {
  if (casing === 'camel') return value
  const fold = (field: unknown) => (typeof field === 'object' && field !== null ? inCasing(field, casing) : field)
  if (Array.isArray(value)) return value.map(fold)
  return Object.fromEntries(
    Object.entries(value).map(([name, field]: [string, unknown]) => [
      name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      name === 'metrics' ? field : fold(field),
    ]),
  )
}
