// The two editions of CallScaler's documentation, as two servers.
import type { Answer } from '../server/answer.ts'
import { positive } from '../server/requests.ts'
import type { Query } from '../server/requests.ts'
import { DIALLED_NUMBER, NUMBERS } from './account.ts'
import type { TrackingNumber } from './account.ts'
import type { CallRow } from './far-end.ts'
import type { FarEnd } from '../callmeter/scenarios.ts'

/** `older`: page and per_page; answered, missed, voicemail. `newer`: limit, offset and cursor; completed, no-answer and others. */
export type Edition = 'older' | 'newer'

/** How a server answers. */
export interface Manner {
  readonly edition: Edition
  /** Where the newer edition tells how paging goes on: in `data`, or under `data.pagination`. */
  readonly paging: 'flat' | 'nested'
  /** Whether the newer edition gives cursors. */
  readonly cursors: boolean
  /** Whether the filters of time work, or return everything. */
  readonly filters: 'honoured' | 'ignored'
  /** Most rows on a page. */
  readonly largestPage: number
}

const DEFAULT_PAGE: Record<Edition, number> = { older: 25, newer: 50 }
/** Most rows on a page. The older edition's is not documented. */
export const LARGEST_PAGE: Record<Edition, number> = { older: 100, newer: 500 }
/** The older edition's word for what only the newer one tells apart. */
const OLDER_STATUS: Readonly<Record<string, string>> = { busy: 'missed', failed: 'missed' }
const NEWER_STATUS: Readonly<Record<string, string>> = { answered: 'completed', missed: 'no-answer' }
const WORDS: Readonly<Record<number, string>> = { 401: 'unauthorized', 404: 'not_found' }

/** An error as an edition shows it. The newer one has a message only sometimes: not with a 401. */
export function problem(edition: Edition, status: number, message: string): Answer {
  if (edition === 'older') return { status, body: { error: { code: String(status), message } } }
  const error = WORDS[status] ?? 'error'
  return { status, body: status === 401 ? { error } : { error, message } }
}

/** The documented 429, the same in both editions. */
export function tooMany(perMinute: number, seconds: number): Answer {
  const message = `Too many requests. Limit: ${perMinute}/min. Try again in ${seconds} seconds.`
  return { status: 429, body: { error: 'rate_limit_exceeded', message, retry_after: seconds } }
}

/** The answer to GET /numbers: all of them, without paging. */
export function answerNumbers(edition: Edition): Answer {
  return {
    status: 200,
    body: { data: { numbers: NUMBERS.map((number) => showNumber(number, edition)), total: NUMBERS.length } },
  }
}

/** The answer to GET /calls. */
export function answerCalls(rows: readonly CallRow[], query: Query, manner: Manner, farEnd: FarEnd): Answer {
  const { edition, paging, cursors } = manner
  const kept = manner.filters === 'honoured' ? rows.filter((row) => isWithin(row, query, edition)) : rows
  const show = (row: CallRow) => showCall(row, edition, farEnd)
  const size = (name: string) => Math.min(manner.largestPage, positive(query[name], DEFAULT_PAGE[edition]))
  const total = kept.length
  if (edition === 'older') {
    const perPage = size('per_page')
    const offset = (positive(query.page, 1) - 1) * perPage
    return { status: 200, body: { data: { calls: kept.slice(offset, offset + perPage).map(show), total } } }
  }
  const limit = size('limit')
  const { cursor } = query
  const offset = cursor === undefined ? Math.max(0, Number(query.offset) || 0) : readCursor(cursor)
  if (offset === null) return problem(edition, 400, 'Invalid cursor')
  const hasMore = offset + limit < total
  const rest = {
    total,
    limit,
    offset,
    has_more: hasMore,
    ...(cursors && { next_cursor: hasMore ? writeCursor(offset + limit) : null }),
  }
  const calls = kept.slice(offset, offset + limit).map(show)
  return { status: 200, body: { data: paging === 'flat' ? { calls, ...rest } : { calls, pagination: rest } } }
}

function isWithin({ createdAt, updatedAt }: CallRow, query: Query, edition: Edition): boolean {
  const time = (name: string, otherwise: number) => Date.parse(query[name] ?? '') || otherwise
  if (edition === 'older') return createdAt >= time('date_from', 0) && createdAt <= time('date_to', Infinity)
  const isOfDays = createdAt >= time('start_date', 0) && createdAt < time('end_date', Infinity)
  return isOfDays && updatedAt >= time('updated_since', 0)
}

function showNumber({ id, phoneNumber, name, status }: TrackingNumber, edition: Edition): object {
  return {
    id,
    phone_number: phoneNumber,
    [edition === 'older' ? 'friendly_name' : 'name']: name,
    status,
    created_at: '2026-01-15T08:00:00Z',
  }
}

function showCall(row: CallRow, edition: Edition, { directions }: FarEnd): object {
  const words = edition === 'older' ? OLDER_STATUS : NEWER_STATUS
  const recorded = row.status === 'answered' && row.trackingNumber === DIALLED_NUMBER.phoneNumber
  return {
    id: row.id,
    created_at: new Date(row.createdAt).toISOString().replace(/\.\d+Z$/, 'Z'),
    status: words[row.status] ?? row.status,
    ...(directions && { direction: row.direction }),
    tracking_number: row.trackingNumber,
    caller_number: row.callerNumber,
    duration_seconds: row.durationSeconds,
    recording_url: recorded ? `https://recordings.callscaler.example/${row.id}` : null,
    recording_duration: recorded ? row.durationSeconds : null,
    cost_cents: Math.ceil(row.durationSeconds / 60) * 5,
  }
}

function writeCursor(offset: number): string {
  return Buffer.from(`after:${offset}`).toString('base64url')
}

function readCursor(cursor: string): number | null {
  const offset = /^after:(\d+)$/.exec(Buffer.from(cursor, 'base64url').toString())?.[1]
  return offset === undefined ? null : Number(offset)
}
