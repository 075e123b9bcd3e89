import type { IncomingMessage, RequestOptions } from 'node:http'
import { HttpClient } from '@actions/http-client'
import type { Clock } from '../../base/clock.ts'
import { Failure, type FailureKind } from '../../base/failure.ts'
import { isObject } from './fields.ts'
import { untilReset } from './pace.ts'
import { plain } from '../../base/text.ts'

/** Sent with every request. */
const USER_AGENT = 'callmeter-run-test/1'
/** Longest wait for one whole answer, in ms. */
export const REQUEST_TIMEOUT_MS = 30_000
/** Largest answer that is read, in bytes. A page of 100 endpoints with 200 metrics is below 2 MB. */
export const MAX_BODY_BYTES = 16 * 1024 * 1024
/** Deepest nesting of JSON that is let in; deeper answers would exhaust the stack of whoever walks them. */
export const MAX_JSON_DEPTH = 64

/** A request to a JSON API. */
export interface HttpRequest {
  method: 'GET' | 'POST'
  url: URL
  /** What is attempted, as it reads after "Could not": `read the list of projects`. */
  purpose: string
  headers?: Readonly<Record<string, string>>
  timeoutMs?: number
}

/** A successful answer: a 2xx with a JSON body, or with none. */
export interface HttpAnswer {
  status: number
  headers: IncomingMessage['headers']
  /** The parsed body; undefined where it was empty. */
  body: unknown
}

/** Carries out one request, once. Throws a `Failure` for anything but a readable 2xx answer. */
export type Exchange = (request: HttpRequest, signal?: AbortSignal) => Promise<HttpAnswer>

export interface ExchangeOptions {
  /** Words that must not leave this module in any text: keys. */
  secrets: readonly string[]
  clock: Clock
  /** Whose answers are explained; CallMeter's unless given. */
  guidance?: Guidance
}

/** What the reader of an error can do about it, in terms of the inputs of the API that was asked. */
export interface Guidance {
  /** The input that holds the API's address. */
  urlInput: string
  /** A sentence for answers of that HTTP status. */
  advice: Readonly<Record<number, string>>
}

const CALLMETER: Guidance = {
  urlInput: 'api-url',
  advice: {
    401: 'The API key is missing, wrong or revoked: check `api-key` and the secret behind it.',
    403: 'The role of whoever made the API key does not allow this: running tests needs Tester or higher.',
    429: 'The rate limit of the API key is shared by every job that uses it.',
  },
}

/**
 * An `Exchange` over `@actions/http-client`, which brings the runner's proxy settings. Added here, because that client lacks them:
 * a deadline for the whole request, an abort signal, an end to a body that dies midway, limits of size and depth.
 * Redirects are not followed, so that a key is never carried to another host.
 */
export function httpExchange({ secrets, clock, guidance = CALLMETER }: ExchangeOptions): Exchange {
  let signalOfNext: AbortSignal | undefined
  const clientFor = (keepAlive: boolean): HttpClient =>
    new HttpClient(
      USER_AGENT,
      [
        {
          // The client passes no signal on, but hands its options to handlers, synchronously within request().
          prepareRequest: (options: RequestOptions) => {
            if (signalOfNext) options.signal = signalOfNext
          },
          canHandleAuthentication: () => false,
          handleAuthentication: () => Promise.reject(new Error('not used')),
        },
      ],
      { allowRedirects: false, allowRetries: false, keepAlive, socketTimeout: 2 * REQUEST_TIMEOUT_MS },
    )
  // Reads may be repeated, so they share connections. A write gets one of its own: on a reused connection a
  // reset would leave open whether it had arrived.
  const reader = clientFor(true)

  return async (request, signal) => {
    const { purpose } = request
    const client = request.method === 'GET' ? reader : clientFor(false)
    const timeoutMs = request.timeoutMs ?? REQUEST_TIMEOUT_MS
    const timeout = new AbortController()
    const settled = new AbortController()
    void clock.sleep(timeoutMs, settled.signal).then(() => timeout.abort())
    const combined = signal ? AbortSignal.any([timeout.signal, signal]) : timeout.signal
    let answered = false
    try {
      signalOfNext = combined
      const pending = client.request(request.method, request.url.href, null, {
        accept: 'application/json',
        ...request.headers,
      })
      signalOfNext = undefined
      pending.catch(() => undefined)
      // A request that waits for a proxy has no socket yet, and does not notice that it was aborted.
      const { message } = await Promise.race([pending, rejectedBy(combined)])
      answered = true
      const text = redact(await readText(message, purpose), secrets)
      return readAnswer(request, message, text, clock, guidance)
    } catch (error) {
      if (error instanceof Failure) throw error
      if (signal?.aborted) {
        // A write that was broken off may have arrived, and that is what decides about it.
        const kind = request.method === 'GET' ? 'aborted' : 'interrupted'
        throw new Failure(kind, `Could not ${purpose}: this step was told to end.`, { cause: error })
      }
      if (timeout.signal.aborted) {
        throw new Failure(
          'interrupted',
          `Could not ${purpose}: no whole answer from ${request.url.host} within ${timeoutMs / 1_000} s.`,
          {
            cause: error,
          },
        )
      }
      throw connectionFailure(error, request, answered)
    } finally {
      settled.abort()
    }
  }
}

/** Rejects when the signal aborts; never resolves. */
function rejectedBy(signal: AbortSignal): Promise<never> {
  const rejected = new Promise<never>((_, reject) => {
    const onAbort = (): void => reject(new Error('aborted'))
    if (signal.aborted) onAbort()
    else signal.addEventListener('abort', onAbort, { once: true })
  })
  // Nobody waits for it once the answer has come.
  rejected.catch(() => undefined)
  return rejected
}

async function readText(message: IncomingMessage, purpose: string): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MAX_BODY_BYTES) {
      message.destroy()
      throw new Failure(
        'unreadable',
        `Could not ${purpose}: the answer is larger than ${MAX_BODY_BYTES / 1024 / 1024} MB.`,
      )
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function redact(text: string, secrets: readonly string[]): string {
  return secrets.reduce((clean, secret) => (secret ? clean.replaceAll(secret, '***') : clean), text)
}

function readAnswer(
  request: HttpRequest,
  message: IncomingMessage,
  text: string,
  clock: Clock,
  guidance: Guidance,
): HttpAnswer {
  const status = message.statusCode ?? 0
  if (status < 200 || status > 299) throw refusal(request, message, status, text, clock, guidance)
  if (text.trim() === '') return { status, headers: message.headers, body: undefined }
  return { status, headers: message.headers, body: parseJson(request, message, text, guidance) }
}

function parseJson(
  { purpose, url }: HttpRequest,
  message: IncomingMessage,
  text: string,
  { urlInput }: Guidance,
): unknown {
  const type = message.headers['content-type'] ?? 'no content type'
  const unreadable = (what: string, cause?: unknown): Failure =>
    new Failure('unreadable', `Could not ${purpose}: ${url.host} answered ${message.statusCode} with ${what}.`, {
      advice: `Check \`${urlInput}\`, and whether a proxy or a login page answers in its place.`,
      cause,
    })
  if (!/[/+]json\b/i.test(type)) throw unreadable(`${plain(type, 60)} where JSON was expected: "${plain(text, 120)}"`)
  if (depthExceeds(text, MAX_JSON_DEPTH)) throw unreadable(`JSON nested deeper than ${MAX_JSON_DEPTH} levels`)
  try {
    return JSON.parse(text)
  } catch (error) {
    throw unreadable(`text that is not JSON: "${plain(text, 120)}"`, error)
  }
}

/** Whether JSON text nests deeper than `limit`, told without parsing it. */
function depthExceeds(text: string, limit: number): boolean {
  let depth = 0
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const sign = text.charCodeAt(i)
    if (quoted) {
      if (sign === 0x5c) i++
      else if (sign === 0x22) quoted = false
    } else if (sign === 0x22) quoted = true
    else if (sign === 0x7b || sign === 0x5b) {
      if (++depth > limit) return true
    } else if (sign === 0x7d || sign === 0x5d) depth--
  }
  return false
}

function refusal(
  { purpose, url, method }: HttpRequest,
  message: IncomingMessage,
  status: number,
  text: string,
  clock: Clock,
  { urlInput, advice }: Guidance,
): Failure {
  const answer = errorAnswer(text)
  const asked = askedWait(status, message.headers, answer, clock.now())
  return new Failure(
    kindOfStatus(status),
    `Could not ${purpose}: ${method} ${url.pathname} on ${url.host} answered ${said(message, text, answer)}.`,
    {
      ...(asked === null ? {} : { retryAfterMs: asked }),
      advice:
        advice[status] ?? (status >= 300 && status < 400 ? `Redirects are not followed: check \`${urlInput}\`.` : ''),
    },
  )
}

/** How long to wait in ms: by `Retry-After`, else, after a 429, by the body's `retry_after`, else until the limit is whole again. */
function askedWait(
  status: number,
  headers: IncomingMessage['headers'],
  answer: Readonly<Record<string, unknown>> | undefined,
  now: number,
): number | null {
  const told = retryAfterMs(headers['retry-after'], now)
  if (told !== null || status !== 429) return told
  const seconds = answer?.retry_after
  return typeof seconds === 'number' && seconds >= 0 && Number.isFinite(seconds)
    ? seconds * 1_000
    : untilReset(headers, now)
}

function kindOfStatus(status: number): FailureKind {
  if (status === 401) return 'key-refused'
  if (status === 403) return 'forbidden'
  if (status === 404 || status === 410) return 'not-found'
  if (status === 405 || status === 501) return 'not-offered'
  if (status === 429) return 'rate-limited'
  if (status >= 500) return 'server'
  return status >= 300 && status < 400 ? 'unreadable' : 'rejected'
}

/** The JSON object of an error answer; undefined where it is none. */
function errorAnswer(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const answer: unknown = JSON.parse(text.slice(0, 10_000))
    return isObject(answer) ? answer : undefined
  } catch {
    return undefined
  }
}

/** What an error answer says, in a vendor's envelope or any other form: `401 UNAUTHORIZED: Invalid key (request 1234)`. */
function said(message: IncomingMessage, text: string, answer: Readonly<Record<string, unknown>> | undefined): string {
  let code: unknown
  let words: unknown
  let requestId: unknown
  if (answer) {
    const { error, meta, message: bare } = answer
    if (isObject(error)) ({ code, message: words } = error)
    else [code, words] = [error, bare]
    if (isObject(meta)) ({ requestId } = meta)
  } else words = text.trimStart().startsWith('<') ? undefined : text
  const status = String(message.statusCode)
  // A code that is the status again says nothing.
  const name = typeof code === 'string' && code !== status ? plain(code, 60) : (message.statusMessage ?? '')
  const tail = typeof words === 'string' && words.trim() ? `: ${plain(words, 200).replace(/\.$/, '')}` : ''
  return `${[status, name].filter(Boolean).join(' ')}${tail}${typeof requestId === 'string' && requestId ? ` (request ${plain(requestId, 80)})` : ''}`
}

/** Milliseconds of a `Retry-After` header (RFC 9110, 10.2.3: seconds or a date), or null where there is none that can be read. */
export function retryAfterMs(header: string | undefined, now: number): number | null {
  if (header === undefined) return null
  if (/^\s*\d+(\.\d+)?\s*$/.test(header)) return Number(header) * 1_000
  const date = Date.parse(header)
  return Number.isNaN(date) ? null : Math.max(0, date - now)
}

// Errors of a connection that was never made, so that nothing of the request arrived. Names from Node's and OpenSSL's lists.
const NEVER_CONNECTED = /^(ECONNREFUSED|ENOTFOUND|EAI_\w+|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN|EADDRNOTAVAIL)$/
const TLS_REFUSED =
  /^(ERR_TLS_\w+|ERR_SSL_\w+|EPROTO|CERT_\w+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+|HOSTNAME_MISMATCH|INVALID_CA)$/

function connectionFailure(error: unknown, { purpose, url }: HttpRequest, answered: boolean): Failure {
  const cause = error instanceof AggregateError ? (error.errors[0] as unknown) : error
  const { code, syscall, message } = (cause ?? {}) as { code?: unknown; syscall?: unknown; message?: unknown }
  const name = typeof code === 'string' ? code : ''
  const reason = name || plain(String(message ?? error), 120)
  if (!answered && TLS_REFUSED.test(name)) {
    return new Failure('not-sent', `Could not ${purpose}: no trusted connection to ${url.host} (${reason}).`, {
      advice: 'If a company proxy or a private CA stands between, set NODE_EXTRA_CA_CERTS to its certificate.',
      cause: error,
    })
  }
  // http-client's tunnel gives its own errors the code of a reset; that the proxy let nothing through shows in their words alone.
  const tunnel = /^tunneling socket could not be established, (.*)/.exec(typeof message === 'string' ? message : '')
  if (!answered && tunnel) {
    return new Failure(
      'not-sent',
      `Could not ${purpose}: the proxy lets no connection to ${url.host} through (${plain(tunnel[1] ?? '', 120)}).`,
      {
        advice: 'Check the environment variables https_proxy and no_proxy.',
        cause: error,
      },
    )
  }
  if (!answered && (NEVER_CONNECTED.test(name) || syscall === 'connect')) {
    return new Failure('not-sent', `Could not ${purpose}: no connection to ${url.host} (${reason}).`, { cause: error })
  }
  const what = answered ? 'broke off in the middle of the answer' : 'broke off before an answer came'
  return new Failure('interrupted', `Could not ${purpose}: the connection to ${url.host} ${what} (${reason}).`, {
    cause: error,
  })
}
