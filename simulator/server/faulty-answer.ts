import type { OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { Clock } from '../time/clock.ts'
import type { Later } from '../time/delays.ts'
import type { Answer } from './answer.ts'
import type { FaultKind } from './faults.ts'

/** What became of a request: the status that was sent, a reset connection, no answer (yet). */
export type SentStatus = number | 'reset' | 'none'

const MEGABYTE = 1024 * 1024
const HTML_PAGE =
  '<!DOCTYPE html>\n<html><head><title>CallMeter</title></head><body><h1>We will be back soon</h1></body></html>\n'
const JSON_HEADERS = { 'content-type': 'application/json; charset=utf-8' }

/** Sends an answer as it should be. */
export function sendAnswer(response: ServerResponse, { status, body, headers }: Answer): SentStatus {
  return sendText(response, JSON.stringify(body), { ...JSON_HEADERS, ...headers }, status)
}

/** Where an answer goes, and the time that it lives in: what is done later goes through `later`. */
export interface Reply {
  readonly response: ServerResponse
  readonly clock: Clock
  readonly later: Later
}

/** Has a request carried out unless the fault that befalls it prevents that; answers how to send its answer, or what the fault makes of it. */
export function carryOut(fault: FaultKind | null, work: () => Answer, reply: Reply): () => SentStatus {
  if (fault && !takesEffect(fault)) return () => sendFaulty(fault, null, reply)
  const answer = work()
  return () => (fault ? sendFaulty(fault, answer, reply) : sendAnswer(reply.response, answer))
}

/** Whether the request is carried out although a fault befalls it. */
function takesEffect(fault: FaultKind): boolean {
  if (fault.kind === 'status' || fault.kind === 'hang') return fault.applied ?? false
  return fault.kind !== 'reset-before'
}

/** Sends what the fault makes of the answer. `answer` is null where the request was not carried out. */
function sendFaulty(fault: FaultKind, answer: Answer | null, { response, clock, later }: Reply): SentStatus {
  switch (fault.kind) {
    case 'status':
      return sendStatus(response, fault, clock)
    case 'slow':
      if (answer) later(fault.seconds, () => sendAnswer(response, answer))
      return answer?.status ?? 'none'
    case 'altered':
      return answer ? sendAnswer(response, fault.alter(answer)) : 'none'
    case 'hang':
      return 'none'
    case 'reset-before':
    case 'reset-after':
      response.socket?.resetAndDestroy()
      return 'reset'
    case 'cut': {
      const body = Buffer.from(JSON.stringify(answer?.body))
      response.writeHead(answer?.status ?? 200, { ...JSON_HEADERS, ...answer?.headers, 'content-length': body.length })
      response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.socket?.destroy())
      return answer?.status ?? 200
    }
    case 'html':
      return sendText(response, HTML_PAGE, { 'content-type': 'text/html; charset=utf-8' })
    case 'not-json':
      return sendText(response, '{"data": [oops', JSON_HEADERS)
    case 'empty':
      return sendText(response, '', JSON_HEADERS)
    case 'huge':
      response.writeHead(fault.status ?? 200, JSON_HEADERS)
      response.write('{"data":[')
      sendMegabytes(response, fault.megabytes ?? 64)
      return fault.status ?? 200
    case 'drip':
      break
  }
  response.writeHead(200, JSON_HEADERS)
  response.write('{"data":[')
  drip(response, fault.seconds ?? 1, later)
  return 200
}

function sendStatus(response: ServerResponse, fault: FaultKind & { kind: 'status' }, clock: Clock): SentStatus {
  const { status, retryAfter, headers } = fault
  const body = fault.body ?? {
    error: { code: `STATUS_${status}`, message: `Simulated ${status}` },
    meta: { requestId: 'simulated-fault' },
  }
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const wait =
    retryAfter === undefined
      ? {}
      : {
          'retry-after':
            typeof retryAfter === 'number'
              ? String(retryAfter)
              : new Date(clock.now() + retryAfter.date * 1000).toUTCString(),
        }
  response.writeHead(status, {
    ...(typeof body === 'string' ? { 'content-type': 'text/plain' } : JSON_HEADERS),
    ...wait,
    ...headers,
  })
  response.end(text)
  return status
}

function sendText(response: ServerResponse, text: string, headers: OutgoingHttpHeaders, status = 200): SentStatus {
  response.writeHead(status, { 'content-length': Buffer.byteLength(text), ...headers })
  response.end(text)
  return status
}

function sendMegabytes(response: ServerResponse, megabytes: number): void {
  const chunk = `${JSON.stringify({ id: 'x'.repeat(MEGABYTE - 12) })},`
  let left = megabytes
  const send = () => {
    while (left > 0) {
      left -= 1
      // A client that reads slowly, or no longer, must not make this process hold it all.
      if (!response.write(chunk)) {
        response.once('drain', send)
        return
      }
    }
    response.end('{}]}')
  }
  send()
}

function drip(response: ServerResponse, seconds: number, later: Later): void {
  later(seconds, () => {
    if (response.destroyed || response.socket?.destroyed) return
    response.write(' ')
    drip(response, seconds, later)
  })
}
