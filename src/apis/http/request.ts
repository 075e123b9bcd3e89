// What goes out to a JSON API and what comes back, whoever carries it.
import type { IncomingHttpHeaders } from 'node:http'
import type { Clock } from '../../base/clock.ts'

/** Longest wait for one whole answer, in ms. */
export const REQUEST_TIMEOUT_MS = 30_000

/** A request to a JSON API. */
export interface HttpRequest {
  method: 'GET' | 'POST'
  url: URL
  /** What is attempted, as it reads after "Could not": `read the list of projects`. */
  purpose: string
  headers?: Readonly<Record<string, string>>
  /** `REQUEST_TIMEOUT_MS` unless given. */
  timeoutMs?: number
}

/** A successful answer: a 2xx with a JSON body, or with none. */
export interface HttpAnswer {
  status: number
  headers: IncomingHttpHeaders
  /** The parsed body; undefined where it was empty. */
  body: unknown
}

/** Carries out one request, once. Throws a `Failure` for anything but a readable 2xx answer. */
export type Exchange = (request: HttpRequest, signal?: AbortSignal) => Promise<HttpAnswer>

export interface ExchangeOptions {
  /** Words that must not leave this module in any text: keys. */
  secrets: readonly string[]
  clock: Clock
  guidance: Guidance
}

/** What the reader of an error can do about it, in terms of the inputs of the API that was asked. */
export interface Guidance {
  /** The API's name, for people. */
  name: string
  /** The input that holds the API's address. */
  urlInput: string
  /** A sentence for answers of that HTTP status. */
  advice: Readonly<Record<number, string>>
}

/** Any answer as it came. */
export interface RawAnswer {
  /** 0 where it has none. */
  status: number
  /** The word behind the status; empty where there is none. */
  statusText: string
  headers: IncomingHttpHeaders
  text: string
}
