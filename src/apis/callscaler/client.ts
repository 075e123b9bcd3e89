import { clamp } from '../../base/clamp.ts'
import { optional } from '../../base/fields.ts'
import { type BearerApiOptions, bearerApi } from '../http/bearer-api.ts'
import { type Connection, type ConnectionTools, connectionTo } from '../http/connection.ts'
import { type Page, type Position, readItems } from '../http/paged-list.ts'
import type { Scope } from '../http/retry.ts'
import { readCallPage, readNumberPage } from './answers.ts'
import type { Call } from './calls.ts'
import type { NumberList } from './number.ts'
import { CALLSCALER } from './vendor.ts'

/** Rows asked for on each page. The older edition does not tell the most it gives, and this is a usual one; whatever size comes back is followed. */
export const PER_PAGE = 100
/** Most pages of one list; at 100 rows a page, 10,000 calls. At 60 requests a minute that takes most of two. */
export const MAX_PAGES = 100
/**
 * By how much more is asked for than is counted, before and after, in ms: a server that compares a little differently must not hide a call, and
 * a few rows too many cost nothing.
 */
export const QUERY_SLACK_MS = 10 * 60_000
/** How far the days of the world's time zones are from UTC's, in ms: whose days the date-only parameters mean is not documented. */
const EARLIEST_DAY_MS = 12 * 3_600_000
const LATEST_DAY_MS = 14 * 3_600_000
const DAY_MS = 24 * 3_600_000

/** A span of time by CallScaler's clock, in ms since the epoch, both ends within. */
export interface Window {
  from: number
  to: number
}

/** Everything this action asks of CallScaler. Reads are repeated while the API is out of reach; each throws a `Failure` when they are not to be had. */
export interface CallScaler {
  /** All tracking numbers of the business. */
  listNumbers(scope: Scope): Promise<NumberList>
  /** A page of the business's calls: all of the window, and others. */
  listCalls(window: Window, position: Position, scope: Scope): Promise<Page<Call>>
  /** The server's clock, from its last answer, in ms since the epoch; this machine's where it never said. */
  serverNow(): number
}

/** CallScaler at an address with a key, with a pace of its own; repeated requests are told in the log. */
export function openCallScaler(connection: Connection, tools: ConnectionTools): CallScaler {
  return callScaler(connectionTo(CALLSCALER, connection, tools))
}

/** The API at `apiUrl`, asked over `exchange` in the terms of both editions of its documentation. */
export function callScaler(options: BearerApiOptions): CallScaler {
  const { read, serverNow } = bearerApi(options)
  const { clock } = options
  const list = <T>(
    { what, path, query = {} }: { what: string; path: string; query?: Record<string, string> },
    position: Position,
    scope: Scope,
    take: (body: unknown) => Page<T>,
  ): Promise<Page<T>> => {
    const search = new URLSearchParams({ ...query, ...paging(position) })
    return read(`read ${what}, page ${position.page}`, `${path}?${search.toString()}`, scope, take)
  }
  return {
    listNumbers: async (scope) => {
      const { items, lacking } = await readItems({
        read: (position) =>
          list({ what: 'the list of tracking numbers', path: '/numbers' }, position, scope, readNumberPage),
        maxPages: MAX_PAGES,
        outOfTime: () => clock.now() >= scope.deadline,
      })
      return { numbers: items, ...optional({ lacking }) }
    },
    listCalls: (window, position, scope) =>
      list({ what: 'the list of calls', path: '/calls', query: filters(window) }, position, scope, readCallPage),
    serverNow,
  }
}

function paging({ page, offset, cursor }: Position): Record<string, string> {
  const size = { per_page: String(PER_PAGE), limit: String(PER_PAGE) }
  return cursor === undefined ? { page: String(page), offset: String(offset), ...size } : { cursor, ...size }
}

function filters(window: Window): Record<string, string> {
  const [from, to] = [window.from - QUERY_SLACK_MS, window.to + QUERY_SLACK_MS]
  return {
    date_from: moment(from),
    date_to: moment(to),
    updated_since: moment(from),
    start_date: day(from - EARLIEST_DAY_MS),
    // Exclusive: the day after the last.
    end_date: day(to + LATEST_DAY_MS + DAY_MS),
  }
}

/** Whole seconds, as in the documentation. */
function moment(ms: number): string {
  return iso(ms).replace(/\.\d+Z$/, 'Z')
}

function day(ms: number): string {
  return iso(ms).slice(0, 10)
}

/** A server that tells an absurd date must not make a bug of it. */
function iso(ms: number): string {
  return new Date(clamp(ms, 0, Date.UTC(9999, 11, 31))).toISOString()
}
