// Requests that came to nothing, as failures: the kind for the program, the words for people.
import { Failure, type FailureKind } from '../../base/failure.ts'
import { type Fields, isObject, optional } from '../../base/fields.ts'
import { plain } from '../../base/text.ts'
import { amount } from './fields.ts'
import { retryAfterMs, untilReset } from './headers.ts'
import type { Guidance, HttpRequest, RawAnswer } from './request.ts'

/** The failure of a request that was answered with another status than 2xx. `now` is in ms since the epoch. */
export function refusal(
  { purpose, url, method }: HttpRequest,
  answer: RawAnswer,
  { urlInput, advice }: Guidance,
  now: number,
): Failure {
  const { status } = answer
  const error = errorAnswer(answer.text)
  const elsewhere = status >= 300 && status < 400 ? `Redirects are not followed: check \`${urlInput}\`.` : ''
  return new Failure(
    kindOfStatus(status),
    `Could not ${purpose}: ${method} ${url.pathname} on ${url.host} answered ${said(answer, error)}.`,
    { ...optional({ retryAfterMs: askedWait(answer, error, now) }), advice: advice[status] ?? elsewhere },
  )
}

/** How long to wait in ms: by `Retry-After`, else, after a 429, by the body's `retry_after`, else until the limit is whole again. */
function askedWait({ status, headers }: RawAnswer, error: Fields | undefined, now: number): number | undefined {
  const told = retryAfterMs(headers['retry-after'], now)
  if (told !== undefined || status !== 429) return told
  const seconds = amount(error?.retry_after)
  return seconds === undefined ? untilReset(headers, now) : seconds * 1_000
}

/**
 * Statuses of the way to the server and not of what was asked for: who waited for the request gave up (408, and 499 of nginx), or did not want it before
 * the connection was known better (425, RFC 8470). It may have got through all the same.
 */
const OF_THE_WAY: readonly number[] = [408, 425, 499]

function kindOfStatus(status: number): FailureKind {
  if (status === 401) return 'key-refused'
  if (status === 403) return 'forbidden'
  if (status === 404 || status === 410) return 'not-found'
  if (status === 405 || status === 501) return 'not-offered'
  if (status === 429) return 'rate-limited'
  if (status === 409) return 'conflict'
  if (status >= 500 || OF_THE_WAY.includes(status)) return 'server'
  return status >= 300 && status < 400 ? 'unreadable' : 'rejected'
}

/** The JSON object of an error answer; undefined where it is none. */
function errorAnswer(text: string): Fields | undefined {
  try {
    const answer: unknown = JSON.parse(text.slice(0, 10_000))
    return isObject(answer) ? answer : undefined
  } catch {
    return undefined
  }
}

/** What an error answer says, in a vendor's envelope or any other form: `401 UNAUTHORIZED: Invalid key (request 1234)`. */
function said({ status, statusText, text }: RawAnswer, answer: Fields | undefined): string {
  let code: unknown
  let words: unknown
  let requestId: unknown
  if (answer) {
    const { error, meta, message: bare } = answer
    if (isObject(error)) ({ code, message: words } = error)
    else [code, words] = [error, bare]
    if (isObject(meta)) ({ requestId } = meta)
  } else words = text.trimStart().startsWith('<') ? undefined : text
  // A code that is the status again says nothing.
  const name = typeof code === 'string' && code !== String(status) ? plain(code, 60) : statusText
  const tail = typeof words === 'string' && words.trim() ? `: ${plain(words, 200).replace(/\.$/, '')}` : ''
  return `${[status, name].filter(Boolean).join(' ')}${tail}${typeof requestId === 'string' && requestId ? ` (request ${plain(requestId, 80)})` : ''}`
}

/** How far a request had come when it failed: never sent for certain, perhaps sent, or with an answer under way. */
export type Reached = 'not-sent' | 'sent' | 'answered'

/** A request to which no whole answer came in time. */
export function late({ purpose, url }: HttpRequest, timeoutMs: number, reached: Reached, cause: unknown): Failure {
  const what = reached === 'not-sent' ? 'no connection to' : 'no whole answer from'
  return new Failure(
    reached === 'not-sent' ? 'not-sent' : 'interrupted',
    `Could not ${purpose}: ${what} ${url.host} within ${timeoutMs / 1_000} s.`,
    { cause },
  )
}

// Names of what is wrong with a certificate or a handshake, from Node's and OpenSSL's lists. They choose the words, and nothing else.
const TLS_REFUSED =
  /^(ERR_TLS_\w+|ERR_SSL_\w+|EPROTO|CERT_\w+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+|HOSTNAME_MISMATCH|INVALID_CA)$/

/** What a request that no answer came to, or half of one, is told as. */
export function connectionFailure(error: unknown, { purpose, url }: HttpRequest, reached: Reached): Failure {
  const cause = error instanceof AggregateError ? (error.errors[0] as unknown) : error
  const { code, message } = (cause ?? {}) as { code?: unknown; message?: unknown }
  const name = typeof code === 'string' ? code : ''
  const reason = name || plain(String(message ?? error), 120)
  const failure = (kind: FailureKind, what: string, advice?: string): Failure =>
    new Failure(kind, `Could not ${purpose}: ${what}.`, { ...optional({ advice }), cause: error })
  if (reached !== 'not-sent') {
    const what = reached === 'answered' ? 'broke off in the middle of the answer' : 'broke off before an answer came'
    return failure('interrupted', `the connection to ${url.host} ${what} (${reason})`)
  }
  if (TLS_REFUSED.test(name)) {
    const advice = 'If a company proxy or a private CA stands between, set NODE_EXTRA_CA_CERTS to its certificate.'
    return failure('not-sent', `no trusted connection to ${url.host} (${reason})`, advice)
  }
  // http-client's tunnel gives its own errors the code of a reset; that the proxy let nothing through shows in their words alone.
  const tunnel = /^tunneling socket could not be established, (.*)/.exec(typeof message === 'string' ? message : '')
  if (tunnel) {
    const what = `the proxy lets no connection to ${url.host} through (${plain(tunnel[1] ?? '', 120)})`
    return failure('not-sent', what, 'Check the environment variables https_proxy and no_proxy.')
  }
  return failure('not-sent', `no connection to ${url.host} (${reason})`)
}
