/**
 * What went wrong, as a closed set. The kind alone decides whether something is tried again and how the step ends;
 * the message is for people.
 *
 * - `input`: the workflow asks for something that cannot be done
 * - `key-refused` (401), `forbidden` (403), `not-found` (404), `not-offered` (405, 501), `rejected` (other 4xx)
 * - `conflict` (409): it does not go together with something that is under way; perhaps with the same request, sent on twice by a gateway
 * - `rate-limited` (429): nothing was done, and it may be asked again later
 * - `not-sent`: the request certainly never arrived (connection refused, name not resolved, TLS)
 * - `interrupted`: it may have arrived; the answer did not (reset, timeout, body cut short)
 * - `server` (5xx): it arrived, and whether it took effect is unknown
 * - `unreadable`: an answer arrived that cannot be understood
 * - `too-large`: an answer arrived that is larger, or nested deeper, than is read
 * - `misshapen`: the answer is JSON, but not of the form that the API is known for
 * - `incomplete`: the answers are readable, but together they are not the whole
 * - `run-lost`: a run may have been started, and which one is not known
 * - `aborted`: the step was cancelled
 */
export const FAILURE_KINDS = [
  'input', 'key-refused', 'forbidden', 'not-found', 'not-offered', 'rejected', 'conflict', 'rate-limited', 'not-sent', 'interrupted', 'server', 'unreadable',
  'too-large', 'misshapen', 'incomplete', 'run-lost', 'aborted',
] as const // prettier-ignore

export type FailureKind = (typeof FAILURE_KINDS)[number]

/**
 * What went wrong, for the reader: the kind, or a more exact word where what to do depends on it. Each is an anchor in docs/troubleshooting.md,
 * and stands in `results` and report.json.
 */
export const FAILURE_CODES = [
  ...FAILURE_KINDS, 'unknown-name', 'baseline-file', 'threshold-invalid', 'internal',
] as const // prettier-ignore

export type FailureCode = (typeof FAILURE_CODES)[number]

export interface FailureDetails {
  /** The kind unless given. */
  code?: FailureCode
  /** What the reader can do about it, as a sentence. */
  advice?: string
  /** How long the other side asked to be left alone, in ms. */
  retryAfterMs?: number
  cause?: unknown
}

/** An error whose kind is known. Everything that this action throws on purpose is one. */
export class Failure extends Error {
  override readonly name = 'Failure'
  readonly kind: FailureKind
  readonly code: FailureCode
  readonly advice: string | undefined
  readonly retryAfterMs: number | undefined

  constructor(kind: FailureKind, message: string, details: FailureDetails = {}) {
    super(message, 'cause' in details ? { cause: details.cause } : undefined)
    this.kind = kind
    this.code = details.code ?? kind
    this.advice = details.advice
    this.retryAfterMs = details.retryAfterMs
  }
}

/** Whether `error` is a failure of one of these kinds. */
export function failedAs(error: unknown, ...kinds: FailureKind[]): error is Failure {
  return error instanceof Failure && kinds.includes(error.kind)
}

/** The error in words, with its advice, for a reader of the log. Anything that is not a `Failure` is a bug and says so. */
export function explain(error: unknown): string {
  if (error instanceof Failure) return error.advice ? `${error.message} ${error.advice}` : error.message
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return `Internal error; report it to the action's maintainers: ${text}`
}

/** The code of an error. Anything that is not a `Failure` is a bug. */
export function codeOf(error: unknown): FailureCode {
  return error instanceof Failure ? error.code : 'internal'
}
