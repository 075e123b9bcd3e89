import { clamp } from '../../base/clamp.ts'
import { failedAs } from '../../base/failure.ts'
import { type Exchange, type HttpAnswer, type HttpRequest, REQUEST_TIMEOUT_MS } from './request.ts'
import type { Pace } from './pace.ts'
import { OF_READS, type RetryTools, type Scope, persist } from './retry.ts'

/** A JSON API that takes its key as a bearer token. */
export interface BearerApi {
  /** One request, once, without waiting for its turn. Throws a `Failure`. */
  ask(request: Question, scope: Scope): Promise<HttpAnswer>
  /** A GET in its turn, repeated while the API is out of reach; gives what `take` makes of the body. Throws a `Failure`. */
  read<T>(purpose: string, path: string, scope: Scope, take: (body: unknown) => T): Promise<T>
  /** The same with the whole answer, headers too. */
  get(purpose: string, path: string, scope: Scope): Promise<HttpAnswer>
  /** The server's clock, from its latest answers, in ms since the epoch; this machine's where it never said. */
  serverNow(): number
  /** The same; undefined where its answers do not agree on the time, or it is far from this machine's. */
  serverClock(): number | undefined
}

/** How many of the latest answers tell the server's clock: of several the median, since one may come from a cache. */
const MAX_DATES = 5
/** How far apart two answers' clocks may be, in ms: `Date` tells whole seconds, and an answer is under way for a while. */
const AGREED_MS = 3_000
/** How far the server's clock may be from this machine's, in ms, to be taken for a clock. */
const PLAUSIBLE_MS = 5 * 60_000

/** A request by its path below the API's address. */
export type Question = Pick<HttpRequest, 'method' | 'purpose' | 'headers'> & { path: string }

export interface BearerApiOptions extends RetryTools {
  exchange: Exchange
  /** Is told of every answer; only reads wait for it. */
  pace: Pace
  apiUrl: URL
  apiKey: string
}

/** The API at `apiUrl`, asked over `exchange`. */
export function bearerApi({ exchange, pace, apiUrl, apiKey, ...tools }: BearerApiOptions): BearerApi {
  const base = apiUrl.href.replace(/\/+$/, '')
  /** By how much the server's clock was ahead of this machine's at its latest answers, in ms. */
  let ahead: readonly number[] = []
  const serverAhead = (): number => ahead.toSorted((a, b) => a - b)[Math.floor((ahead.length - 1) / 2)] ?? 0
  const paced = async (request: HttpRequest, signal: AbortSignal | undefined): Promise<HttpAnswer> => {
    try {
      const answer = await exchange(request, signal)
      pace.answered(answer.headers)
      return answer
    } catch (error) {
      if (failedAs(error, 'rate-limited')) pace.refused(error.retryAfterMs)
      throw error
    }
  }
  const ask = async ({ path, headers, ...rest }: Question, { deadline, signal }: Scope): Promise<HttpAnswer> => {
    const url = new URL(`${base}${path}`)
    // A request near the deadline gets what is left of it, but never so little that an answer could not come.
    const timeoutMs = clamp(deadline - tools.clock.now(), 1_000, REQUEST_TIMEOUT_MS)
    const answer = await paced(
      { ...rest, url, headers: { authorization: `Bearer ${apiKey}`, ...headers }, timeoutMs },
      signal,
    )
    const date = Date.parse(answer.headers.date ?? '')
    if (!Number.isNaN(date)) ahead = [...ahead.slice(1 - MAX_DATES), date - tools.clock.now()]
    return answer
  }
  const inTurn = <T>(purpose: string, path: string, scope: Scope, take: (answer: HttpAnswer) => T): Promise<T> =>
    persist(
      async () => {
        await pace.turn(scope)
        return take(await ask({ method: 'GET', purpose, path }, scope))
      },
      OF_READS,
      scope,
      tools,
    )
  return {
    ask,
    read: (purpose, path, scope, take) => inTurn(purpose, path, scope, ({ body }) => take(body)),
    get: (purpose, path, scope) => inTurn(purpose, path, scope, (answer) => answer),
    serverNow: () => tools.clock.now() + serverAhead(),
    serverClock: () => {
      const median = serverAhead()
      const agreed = ahead.filter((one) => Math.abs(one - median) <= AGREED_MS).length > ahead.length / 2
      return agreed && Math.abs(median) <= PLAUSIBLE_MS ? tools.clock.now() + median : undefined
    },
  }
}
