import type { IncomingMessage } from 'node:http'
import type { Simulator } from '../callmeter/callmeter.ts'
import { CALLSCALER_KEY, DIALLED_NUMBER } from './account.ts'
import { answerCalls, answerNumbers, LARGEST_PAGE, problem, tooMany } from './answers.ts'
import type { Manner } from './answers.ts'
import { callRows } from './far-end.ts'
import type { CallRow } from './far-end.ts'
import type { FarEnd } from '../callmeter/scenarios.ts'
import type { Clock } from '../time/clock.ts'
import { openServer } from '../server/server.ts'
import type { Answer } from '../server/answer.ts'
import { createQueue } from '../server/faults.ts'
import type { FaultKind, FaultTarget } from '../server/faults.ts'
import { carryOut, sendAnswer } from '../server/faulty-answer.ts'
import type { Reply } from '../server/faulty-answer.ts'
import { createRateWindows } from '../server/rate-limit.ts'
import { recordOf } from '../server/requests.ts'
import type { Imitation, RecordedRequest } from '../server/requests.ts'

export interface CallScalerOptions extends Partial<Manner> {
  /** Whose runs dial the number. */
  readonly callmeter: Pick<Simulator, 'runs' | 'scenario' | 'clock'>
  /** Changes of the far end of CallMeter's scenario. */
  readonly farEnd?: Partial<FarEnd>
  /** By how much its clock is ahead of CallMeter's, in simulated seconds; default 0. */
  readonly aheadSeconds?: number
  readonly seed?: number
  /** Default: CallMeter's. */
  readonly clock?: Clock
  /** Default: any free one. */
  readonly port?: number
  /** Of the business, in simulated time; default 60. */
  readonly requestsPerMinute?: number
  readonly key?: string
}

/** As CallMeter's faults, by method and path: `/numbers`, `/calls`. */
export type CallScalerFault = FaultTarget & FaultKind

export interface CallScalerSimulator extends Imitation<CallScalerFault> {
  readonly key: string
  /** The number that CallMeter's callers dial. */
  readonly number: string
  /** What is listed now, of all numbers, newest first. */
  readonly rows: () => CallRow[]
}

const BASE_PATH = '/api/v1'

/** Starts an imitation of the CallScaler API on 127.0.0.1, whose calls are those that a simulated CallMeter's callers place. */
export async function startCallScaler(options: CallScalerOptions): Promise<CallScalerSimulator> {
  const { callmeter, key = CALLSCALER_KEY, seed = 1, requestsPerMinute = 60 } = options
  const edition = options.edition ?? 'newer'
  const manner: Manner = {
    edition,
    paging: options.paging ?? 'flat',
    cursors: options.cursors ?? true,
    filters: options.filters ?? 'honoured',
    largestPage: options.largestPage ?? LARGEST_PAGE[edition],
  }
  const farEnd: FarEnd = { ...callmeter.scenario.farEnd, ...options.farEnd }
  const clock = options.clock ?? callmeter.clock
  const opened = clock.now()
  const aheadMs = (options.aheadSeconds ?? 0) * 1000
  const now = () => clock.now() + aheadMs
  const count = createRateWindows(requestsPerMinute)
  const faults = createQueue<CallScalerFault>()
  const requests: RecordedRequest[] = []

  /** CallMeter's calls, in this side's time. */
  const rows = (): CallRow[] =>
    callRows(callmeter.runs, { farEnd, seed, from: opened, at: clock.now() }).map((row) => ({
      ...row,
      createdAt: row.createdAt + aheadMs,
      updatedAt: row.updatedAt + aheadMs,
    }))

  /** The answer of a service that works. */
  const answer = ({ method, path, query, headers }: RecordedRequest): Answer => {
    if (headers.authorization !== `Bearer ${key}`) return problem(edition, 401, 'Invalid API key')
    if (method !== 'GET') return problem(edition, 404, 'Resource not found')
    if (path === '/numbers') return answerNumbers(edition)
    if (path === '/calls') return answerCalls(rows(), query, manner, farEnd)
    return problem(edition, 404, 'Resource not found')
  }

  const handle = (request: IncomingMessage, reply: Reply): void => {
    const { response } = reply
    request.resume()
    const record = recordOf(request, BASE_PATH, now())
    if (!record) {
      sendAnswer(response, problem(edition, 404, 'Resource not found'))
      return
    }
    requests.push(record)
    // All keys of a business share its limit, and the simulator has one business.
    const { wait, remaining, resetsAt } = count('business', now())
    const limit = Number.isFinite(requestsPerMinute) ? requestsPerMinute : 1_000_000
    response.setHeader('x-ratelimit-limit', limit)
    response.setHeader('x-ratelimit-remaining', Math.min(limit, remaining))
    response.setHeader('x-ratelimit-reset', Math.ceil(resetsAt / 1000))

    const work = () => (wait > 0 ? tooMany(requestsPerMinute, wait) : answer(record))
    record.status = carryOut(faults.take(record), work, reply)()
  }

  const { port, close } = await openServer({ clock, now, port: options.port, handle })

  return {
    url: `http://127.0.0.1:${port}${BASE_PATH}`,
    key,
    number: DIALLED_NUMBER.phoneNumber,
    requests,
    addFault: faults.add,
    rows,
    now,
    close,
  }
}
