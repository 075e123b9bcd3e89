import type { IncomingHttpHeaders, IncomingMessage, RequestOptions } from 'node:http'
import { HttpClient } from '@actions/http-client'
import { openDeadline, unlessAborted } from '../../base/deadline.ts'
import { Failure, type FailureKind } from '../../base/failure.ts'
import { redact, textsChanged } from '../../base/secrets.ts'
import { plain } from '../../base/text.ts'
import { type Reach, watchReach } from './reach.ts'
import { type Reached, connectionFailure, late, refusal } from './refusals.ts'
import {
  type Exchange,
  type ExchangeOptions,
  type Guidance,
  type HttpRequest,
  REQUEST_TIMEOUT_MS,
  type RawAnswer,
} from './request.ts'

/** Sent with every request. */
const USER_AGENT = 'callmeter-run-test/1'
/** Largest answer that is read, in bytes. A page of 100 endpoints with 200 metrics is below 2 MB. */
export const MAX_BODY_BYTES = 16 * 1024 * 1024
/** Most objects and lists in one answer: a page of 100 endpoints with 200 metrics, each with directions and statistics, has some 100,000. */
export const MAX_JSON_PARTS = 1_000_000
/** Deepest nesting of JSON that is let in; deeper answers would exhaust the stack of whoever walks them. */
export const MAX_JSON_DEPTH = 64

/**
 * An `Exchange` over `@actions/http-client`, which brings the runner's proxy settings. Added here, because that client lacks them:
 * a deadline for the whole request, an abort signal, an end to a body that dies midway, limits of size and depth.
 * Redirects are not followed, so that a key is never carried to another host.
 */
export function httpExchange({ secrets, clock, guidance }: ExchangeOptions): Exchange {
  let next: { signal: AbortSignal; reach?: Reach } | undefined
  const clientFor = (keepAlive: boolean): HttpClient =>
    new HttpClient(
      USER_AGENT,
      [
        {
          // The client passes no signal on, but hands its options to handlers, synchronously within request().
          prepareRequest: (options: RequestOptions) => {
            if (!next) return
            options.signal = next.signal
            next.reach = watchReach(options)
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
    const timeout = openDeadline(clock)
    timeout.expireIn(timeoutMs)
    const combined = signal ? AbortSignal.any([timeout.signal, signal]) : timeout.signal
    const going: { signal: AbortSignal; reach?: Reach } = { signal: combined }
    let answered = false
    try {
      next = going
      const pending = client.request(request.method, request.url.href, null, {
        accept: 'application/json',
        ...request.headers,
      })
      next = undefined
      // A request that waits for a proxy has no socket yet, and does not notice that it was aborted.
      const { message } = await unlessAborted(pending, combined, () => new Error('aborted'))
      answered = true
      const raw = await readText(message, purpose)
      const text = redact(unescaped(raw), secrets)
      const { statusCode: status = 0, statusMessage = '' } = message
      const headers = redactedHeaders(message.headers, secrets)
      const answer: RawAnswer = { status, statusText: redact(statusMessage, secrets), headers, text }
      if (status < 200 || status > 299) throw refusal(request, answer, guidance, clock.now())
      return {
        status,
        headers,
        body: raw.trim() === '' ? undefined : redactedIn(parseJson(raw, request, answer, guidance), raw, secrets),
      }
    } catch (error) {
      if (error instanceof Failure) throw error
      const reached: Reached = answered ? 'answered' : (going.reach?.sent ?? true) ? 'sent' : 'not-sent'
      // A write that was broken off may have arrived, and that is what decides about it.
      if (signal?.aborted) {
        const kind = request.method === 'GET' || reached === 'not-sent' ? 'aborted' : 'interrupted'
        throw new Failure(kind, `Could not ${purpose}: the step was cancelled.`, { cause: error })
      }
      if (timeout.signal.aborted) throw late(request, timeoutMs, reached, error)
      throw connectionFailure(error, request, reached)
    } finally {
      timeout.clear()
    }
  }
}

async function readText(message: IncomingMessage, purpose: string): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MAX_BODY_BYTES) {
      message.destroy()
      throw new Failure(
        'too-large',
        `Could not ${purpose}: the answer is larger than ${MAX_BODY_BYTES / 1024 / 1024} MB.`,
      )
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function redactedHeaders(headers: IncomingHttpHeaders, secrets: readonly string[]): IncomingHttpHeaders {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      redact(name, secrets),
      typeof value === 'string' ? redact(value, secrets) : value?.map((one) => redact(one, secrets)),
    ]),
  )
}

/** Parsed JSON without secrets. What stands in the text neither as it is nor in escapes is in none of its parts. */
function redactedIn(json: unknown, raw: string, secrets: readonly string[]): unknown {
  const mayHold = raw.includes('\\') || secrets.some((secret) => secret !== '' && raw.includes(secret))
  return mayHold ? textsChanged(json, (text) => redact(text, secrets)) : json
}

/** JSON text without escapes of printable characters that need none, so that a secret which was written with some stands in it as it is. */
function unescaped(text: string): string {
  if (!text.includes('\\')) return text
  return text.replaceAll(/\\\\|\\\/|\\u00([0-9a-f]{2})/gi, (escape: string, hex: string | undefined) => {
    const sign = hex === undefined ? escape.slice(1) : String.fromCharCode(Number.parseInt(hex, 16))
    return /[!#-[\]-~]/.test(sign) ? sign : escape
  })
}

function parseJson(
  raw: string,
  { purpose, url }: HttpRequest,
  { status, headers, text }: RawAnswer,
  { urlInput }: Guidance,
): unknown {
  const type = headers['content-type'] ?? 'no content type'
  const unreadable = (what: string, cause?: unknown, kind: FailureKind = 'unreadable'): Failure =>
    new Failure(kind, `Could not ${purpose}: ${url.host} answered ${status} with ${what}.`, {
      advice: `Check \`${urlInput}\`, and whether a proxy or a login page answers in its place.`,
      cause,
    })
  if (!/[/+]json\b/i.test(type)) throw unreadable(`${plain(type, 60)} where JSON was expected: "${plain(text, 120)}"`)
  const excess = excessOf(raw)
  if (excess) throw unreadable(excess, undefined, 'too-large')
  try {
    return JSON.parse(raw)
  } catch (error) {
    throw unreadable(`text that is not JSON: "${plain(text, 120)}"`, error)
  }
}

/** By what JSON text is more than is read, told without parsing it. */
function excessOf(text: string): string | undefined {
  let depth = 0
  let parts = 0
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const sign = text.charCodeAt(i)
    if (quoted) {
      if (sign === 0x5c) i++
      else if (sign === 0x22) quoted = false
    } else if (sign === 0x22) quoted = true
    else if (sign === 0x7b || sign === 0x5b) {
      if (++depth > MAX_JSON_DEPTH) return `JSON nested deeper than ${MAX_JSON_DEPTH} levels`
      if (++parts > MAX_JSON_PARTS) return `JSON of more than ${MAX_JSON_PARTS} objects and lists`
    } else if (sign === 0x7d || sign === 0x5d) depth--
  }
  return undefined
}
