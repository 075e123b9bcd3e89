// How long to wait, and how much may be asked, as the headers of answers tell it.
import type { IncomingHttpHeaders } from 'node:http'
import { clamp } from '../../base/clamp.ts'
import { optional } from '../../base/fields.ts'

/** Longest wait for the reset of a limit, in ms: limits are by the minute, so a time further off is no such time. */
const MAX_RESET_MS = 120_000

/** Milliseconds of a `Retry-After` header (RFC 9110, 10.2.3: seconds or a date), or undefined where there is none that can be read. */
export function retryAfterMs(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined
  const seconds = numberIn(header)
  if (seconds !== undefined) return seconds * 1_000
  const date = Date.parse(header)
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}

/** The limit in requests a second, what is left of it, and in how many ms it is whole again, from `X-RateLimit-*` headers. */
export function limitOf(
  headers: IncomingHttpHeaders,
  now: number,
): { limit?: number; remaining?: number; resetMs?: number } {
  const limit = numberIn(headers['x-ratelimit-limit'])
  return optional({
    limit: limit ? limit / 60 : undefined,
    remaining: numberIn(headers['x-ratelimit-remaining']),
    resetMs: untilReset(headers, now),
  })
}

/**
 * Milliseconds until the limit is whole again, by `X-RateLimit-Reset`; undefined where it does not tell. A Unix time is the server's, so it is measured
 * by the server's own `Date`, where it gives one.
 */
export function untilReset(headers: IncomingHttpHeaders, now: number): number | undefined {
  const reset = numberIn(headers['x-ratelimit-reset'])
  if (reset === undefined) return undefined
  const date = Date.parse(headers.date ?? '')
  // Unix seconds where it is a date, else seconds from now.
  const ms = reset > 1e9 ? reset * 1_000 - (Number.isNaN(date) ? now : date) : reset * 1_000
  return clamp(ms, 0, MAX_RESET_MS)
}

function numberIn(header: string | string[] | undefined): number | undefined {
  return typeof header === 'string' && /^\s*\d+(\.\d+)?\s*$/.test(header) ? Number(header) : undefined
}
