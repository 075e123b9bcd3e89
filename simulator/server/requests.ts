import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import type { SentStatus } from './faulty-answer.ts'

/** The parameters of a request, by name. */
export type Query = Readonly<Record<string, string>>

/** A request below an API's base and what became of it. */
export interface RecordedRequest {
  readonly method: string
  /** Below the base, without the query. */
  readonly path: string
  readonly query: Query
  /** Simulated ms, by the API's own clock. */
  readonly at: number
  readonly headers: IncomingHttpHeaders
  status: SentStatus
}

/** What every imitated API shows. */
export interface Imitation<Fault, Request = RecordedRequest> {
  /** The base of the API's addresses, such as http://127.0.0.1:4242/api/v1. */
  readonly url: string
  /** Oldest first. */
  readonly requests: readonly Request[]
  readonly addFault: (fault: Fault) => void
  /** Simulated ms since 1970, by its own clock. */
  readonly now: () => number
  /** Stops listening and breaks every open connection. */
  readonly close: () => Promise<void>
}

/** A request that arrives at `at` (simulated ms); null where it isn't below the base, such as `/api/v1`. */
export function recordOf(request: IncomingMessage, base: string, at: number): RecordedRequest | null {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1')
  if (!pathname.startsWith(`${base}/`)) return null
  return {
    method: request.method ?? 'GET',
    path: pathname.slice(base.length),
    query: Object.fromEntries(searchParams),
    at,
    headers: request.headers,
    status: 'none',
  }
}

/** The positive whole number that a parameter writes; `otherwise` where it is missing or writes none. */
export function positive(text: string | undefined, otherwise: number): number {
  const number = Number(text ?? otherwise)
  return Number.isInteger(number) && number > 0 ? number : otherwise
}
