// Guards: what CallScaler answers, checked against what openapi.yaml says of it, in the action's own terms. A field that the count needs and
// that is of another type is a failure; any other is taken as not there.
import { isObject, optional } from '../../base/fields.ts'
import { amount, guardsOf, isCount, snakeName, text } from '../http/fields.ts'
import type { Page } from '../http/paged-list.ts'
import type { Call } from './calls.ts'
import { type TrackingNumber, digitsOf } from './number.ts'
import { CALLSCALER } from './vendor.ts'
import type * as Wire from './wire.ts'

const { misshapen, folded, documentedId } = guardsOf(CALLSCALER, snakeName, outline)

/** A page of tracking numbers. Throws `misshapen` where it is not one. */
export function readNumberPage(body: unknown): Page<TrackingNumber> {
  return readPage(body, 'the list of tracking numbers', 'numbers', readNumber)
}

/** A page of calls. Throws `misshapen` where it is not one. */
export function readCallPage(body: unknown): Page<Call> {
  return readPage(body, 'the list of calls', 'calls', readCall)
}

/** A tracking number. Throws `misshapen` where it has no id or no digits. */
export function readNumber(row: unknown): TrackingNumber {
  const what = 'a tracking number'
  const fields = folded(row, what) as Partial<Wire.TrackingNumber>
  const { phone_number: phoneNumber } = fields
  if (typeof phoneNumber !== 'string' || digitsOf(phoneNumber) === '')
    throw misshapen(what, 'it has no phone number', row)
  return {
    id: documentedId(fields.id, what, row),
    phoneNumber,
    ...optional({ name: text(fields.friendly_name || fields.name), status: text(fields.status) }),
  }
}

/** A call. Throws `misshapen` where it has no id, no time that can be read, or, unless it is told to be outbound, no tracking number. */
export function readCall(row: unknown): Call {
  const what = 'a call'
  const fields = folded(row, what) as Partial<Wire.Call>
  const { created_at: createdAt, tracking_number: number, status } = fields
  // Who called is nobody's business in a log.
  const shown = { id: fields.id, created_at: createdAt, status, direction: fields.direction, tracking_number: number }
  const id = documentedId(fields.id, what, shown)
  const at = momentOf(createdAt)
  if (at === undefined) throw misshapen(what, 'it has no time', shown)
  if (!isMissing(status) && typeof status !== 'string') throw misshapen(what, 'its status is not understood', shown)
  const direction = directionOf(fields.direction)
  const digits = typeof number === 'string' ? digitsOf(number) : ''
  if (digits === '' && direction !== 'outbound') throw misshapen(what, 'it has no tracking number', shown)
  return {
    id,
    createdAt: at,
    status: hyphenated(status ?? ''),
    number: digits,
    ...optional({ direction, durationSeconds: amount(fields.duration_seconds) }),
  }
}

function readPage<T>(body: unknown, what: string, list: 'numbers' | 'calls', read: (row: unknown) => T): Page<T> {
  const data = folded(folded(body, what).data, what)
  const rows = data[list]
  if (!Array.isArray(rows)) throw misshapen(what, `\`data.${list}\` is not a list`, outline(data))
  const nested = data.pagination === undefined || data.pagination === null ? {} : folded(data.pagination, what)
  // Flat in some of the newer edition's examples, nested in others.
  const told = (name: keyof Wire.Pagination): unknown => (isMissing(data[name]) && name in nested ? nested : data)[name]
  const [total, hasMore, nextCursor] = [told('total'), told('has_more'), told('next_cursor')]
  const paging = { total, has_more: hasMore, next_cursor: nextCursor }
  if (!isMissing(total) && !isCount(total)) throw misshapen(what, 'the total is not understood', paging)
  if (!isMissing(hasMore) && typeof hasMore !== 'boolean') throw misshapen(what, '`has_more` is not understood', paging)
  if (!isMissing(nextCursor) && typeof nextCursor !== 'string')
    throw misshapen(what, '`next_cursor` is not understood', paging)
  return {
    items: rows.map((row) => read(row)),
    ...optional({
      total: total ?? undefined,
      hasMore: hasMore ?? undefined,
      // An empty cursor leads nowhere, as null does.
      nextCursor: nextCursor === undefined ? undefined : nextCursor || null,
    }),
  }
}

function isMissing(value: unknown): value is undefined | null {
  return value === undefined || value === null
}

const MOMENT = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:?\d\d)?$/

/** A moment in ms; times without a zone are in UTC, as all of CallScaler's are documented to be. */
function momentOf(value: unknown): number | undefined {
  const [, day, time, zone = 'Z'] = (typeof value === 'string' && MOMENT.exec(value)) || []
  const ms = Date.parse(`${day}T${time}${zone}`)
  return Number.isNaN(ms) ? undefined : ms
}

/** `outbound-api`, and the like, are outbound too. */
function directionOf(value: unknown): 'inbound' | 'outbound' | undefined {
  if (typeof value !== 'string') return undefined
  if (/^\s*(outbound|outgoing)/i.test(value)) return 'outbound'
  return /^\s*(inbound|incoming)/i.test(value) ? 'inbound' : undefined
}

/** `No Answer`, `no_answer` and `noAnswer` as `no-answer`. */
function hyphenated(status: string): string {
  return status
    .trim()
    .slice(0, 60)
    .replaceAll(/([a-z])([A-Z])/g, '$1-$2')
    .replaceAll(/[\s_-]+/g, '-')
    .toLowerCase()
}

/** What can be shown of a value that may hold calls: the names of its fields. */
function outline(value: unknown): unknown {
  if (Array.isArray(value)) return `a list of ${value.length}`
  return isObject(value) ? Object.keys(value) : value
}
