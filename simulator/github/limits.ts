import type { Answer } from '../server/answer.ts'
import { createRateLimit, createRateWindows } from '../server/rate-limit.ts'
import { problem } from './problems.ts'

/** What requests count against: REST and GraphQL have a budget each. */
export type Resource = 'core' | 'graphql'

export interface LimitOptions {
  /**
   * Of each token, for REST and for GraphQL each. Default: 1,000, GITHUB_TOKEN's; Infinity with GitHub Enterprise
   * Server, which has no limits unless its administrator sets some. Where it is Infinity, no headers tell of it.
   */
  readonly requestsPerHour?: number
  /** Requests of each token that create or change something, before the secondary limit; default 80, or Infinity likewise. */
  readonly writesPerMinute?: number
  /** Of a refusal by a secondary limit; default 403. */
  readonly secondaryStatus?: 403 | 429
  /**
   * How GraphQL calls a used-up budget. Default: RATE_LIMIT, as github.com does since 2026; RATE_LIMITED, as before,
   * with GitHub Enterprise Server.
   */
  readonly graphqlErrorType?: 'RATE_LIMIT' | 'RATE_LIMITED'
}

/** A request as far as limits go. */
export interface Countable {
  /** null for one that GitHub doesn't know. */
  readonly token: string | null
  readonly resource: Resource
  /** Whether it creates or changes something. */
  readonly writes: boolean
  /** Simulated ms. */
  readonly at: number
}

export interface Limits {
  /** Counts a request; answers headers for whatever it is answered, and a refusal where it was one too many. */
  readonly count: (request: Countable) => { headers: Readonly<Record<string, string>>; refusal: Answer | null }
  /** The refusal of a budget that is used up until `reset` (simulated ms), whatever was counted. */
  readonly exhausted: (resource: Resource, reset: number) => Answer
  /** `retryAfter`: seconds; null leaves the header out. */
  readonly secondary: (retryAfter: number | null, status?: 403 | 429) => Answer
}

const HOUR_MS = 3_600_000
// Source: docs.github.com, "Rate limits for the REST API" and "for the GraphQL API", on GITHUB_TOKEN.
const REQUESTS_PER_HOUR = 1000
// Source: the same; in general no more than 80 requests a minute that create content.
const WRITES_PER_MINUTE = 80
const RATE_LIMITS = 'https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api'
const SECONDARY_LIMITS =
  'https://docs.github.com/free-pro-team@latest/rest/overview/rate-limits-for-the-rest-api#about-secondary-rate-limits'

/** Both kinds of limit, with nothing counted yet. */
export function createLimits(options: LimitOptions, isEnterprise: boolean): Limits {
  const limit = options.requestsPerHour ?? (isEnterprise ? Infinity : REQUESTS_PER_HOUR)
  const told = Number.isFinite(limit) ? limit : REQUESTS_PER_HOUR
  const errorType = options.graphqlErrorType ?? (isEnterprise ? 'RATE_LIMITED' : 'RATE_LIMIT')
  const countWrite = createRateLimit(options.writesPerMinute ?? (isEnterprise ? Infinity : WRITES_PER_MINUTE))
  const countRequest = createRateWindows(limit, HOUR_MS)

  const exhausted = (resource: Resource, reset: number): Answer => {
    const headers = headersOf(resource, told, told, reset)
    if (resource === 'core') {
      return { ...problem(403, 'API rate limit exceeded for installation ID 4242.', RATE_LIMITS), headers }
    }
    const error =
      errorType === 'RATE_LIMIT'
        ? {
            type: errorType,
            code: 'graphql_rate_limit',
            message: 'API rate limit already exceeded for installation ID 4242.',
          }
        : { type: errorType, message: 'API rate limit exceeded for installation ID 4242.' }
    return { status: 200, body: { errors: [error] }, headers }
  }
  const secondary = (retryAfter: number | null, status = options.secondaryStatus ?? 403): Answer => ({
    ...problem(
      status,
      'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
      SECONDARY_LIMITS,
    ),
    ...(retryAfter !== null && { headers: { 'retry-after': String(retryAfter) } }),
  })

  return {
    count: ({ token, resource, writes, at }) => {
      const isLimited = Number.isFinite(limit)
      if (token === null) return { headers: isLimited ? headersOfStranger(resource, at) : {}, refusal: null }
      const wait = writes ? countWrite(token, at) : 0
      const slowDown = wait > 0 ? secondary(wait) : null
      if (!isLimited) return { headers: {}, refusal: slowDown }
      const budget = countRequest(`${resource} ${token}`, at)
      return {
        headers: headersOf(resource, limit, limit - budget.remaining, budget.resetsAt),
        refusal: budget.wait > 0 ? exhausted(resource, budget.resetsAt) : slowDown,
      }
    },
    exhausted,
    secondary,
  }
}

function headersOf(resource: Resource, limit: number, used: number, reset: number): Record<string, string> {
  return {
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(limit - used),
    'x-ratelimit-used': String(used),
    'x-ratelimit-reset': String(Math.ceil(reset / 1000)),
    'x-ratelimit-resource': resource,
  }
}

/** Without a token that is known, REST has a small budget (of the address; not counted here) and GraphQL has none. */
function headersOfStranger(resource: Resource, at: number): Record<string, string> {
  return resource === 'core' ? headersOf(resource, 60, 1, at + HOUR_MS) : headersOf(resource, 0, 0, at)
}
