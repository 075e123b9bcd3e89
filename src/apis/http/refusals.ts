// Requests that came to nothing, as failures: the kind for the program, the words for people.
import { Failure, type FailureKind } from '../../base/failure.ts'
import { type Fields, isObject, optional } from '../../base/fields.ts'
import { plain } from '../../base/text.ts'
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
  if (told !== null || status !== 429) return told ?? undefined
  const seconds = error?.retry_after
  return typeof seconds === 'number' && seconds >= 0 && Number.isFinite(seconds)
    ? seconds * 1_000
    : (untilReset(headers, now) ?? undefined)
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

// Errors of a connection that was never made, so that nothing of the request arrived. Names from Node's and OpenSSL's lists.
const NEVER_CONNECTED = /^(ECONNREFUSED|ENOTFOUND|EAI_\w+|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN|EADDRNOTAVAIL)$/
const TLS_REFUSED =
  /^(ERR_TLS_\w+|ERR_SSL_\w+|EPROTO|CERT_\w+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+|HOSTNAME_MISMATCH|INVALID_CA)$/

/** What a request that no answer came to, or half of one (`answered`), is told as. */
export function connectionFailure(error: unknown, { purpose, url }: HttpRequest, answered: boolean): Failure {
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
      { advice: 'Check the environment variables https_proxy and no_proxy.', cause: error },
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
