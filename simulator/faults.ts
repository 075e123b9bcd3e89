import { OPERATION_IDS } from './operations.ts'
import type { OperationId } from './operations.ts'

/** What goes wrong. Seconds are simulated ones. `applied`: whether the request still takes effect. */
export type FaultKind =
  /** An answer with any status. `retryAfter`: seconds, or seconds ahead to be sent as a date. Not applied by default. */
  | {
      kind: 'status'
      status: number
      body?: string | object
      headers?: Record<string, string>
      retryAfter?: number | { date: number }
      applied?: boolean
    }
  /** The request takes effect at once; its answer comes `seconds` later. */
  | { kind: 'slow'; seconds: number }
  /** No answer ever, and the connection stays open. Not applied by default. */
  | { kind: 'hang'; applied?: boolean }
  /** The connection is reset (RST) before the request takes effect. */
  | { kind: 'reset-before' }
  /** The request takes effect; the connection is reset (RST) without an answer. */
  | { kind: 'reset-after' }
  /** The answer's headers and half of its body, then the connection is closed. */
  | { kind: 'cut' }
  /** 200 with, in place of the answer: an HTML page, text that isn't JSON, nothing. */
  | { kind: 'html' | 'not-json' | 'empty' }
  /** `status` (default 200) with `megabytes` (default 64) of what begins like JSON. */
  | { kind: 'huge'; megabytes?: number; status?: number }
  /** 200 and a body that never ends: a byte every `seconds` (default 1). */
  | { kind: 'drip'; seconds?: number }

/** How many of the requests it befalls. */
export interface FaultTurns {
  /** So many matching requests; default 1, Infinity for ever. */
  count?: number
  /** So many matching requests pass untouched first; default 0. */
  after?: number
}

/** Which requests it befalls. */
export interface FaultTarget extends FaultTurns {
  method?: string
  /** The path below /api/v1, or what it matches. */
  path?: string | RegExp
  /** In place of a path. */
  operation?: OperationId
}

export type Fault = FaultTarget & FaultKind

/** Faults that wait for their requests. */
export interface FaultQueue {
  readonly add: (fault: Fault) => void
  /** The fault that befalls this request, if any; counted as used. */
  readonly take: (method: string, path: string, operation: OperationId | null) => Fault | null
}

/** An empty queue of CallMeter's faults. */
export function createFaultQueue(): FaultQueue {
  return createQueue<Fault, [method: string, path: string, operation: OperationId | null]>(
    (fault, method, path, operation) =>
      (fault.method === undefined || fault.method === method) &&
      (fault.operation === undefined || fault.operation === operation) &&
      isAtPath(fault, path),
  )
}

/** An empty queue of faults, each of which befalls what `befalls` says. Of several for one request, the oldest befalls it. */
export function createQueue<F extends FaultTurns, Request extends unknown[]>(
  befalls: (fault: F, ...request: Request) => boolean,
): { add: (fault: F) => void; take: (...request: Request) => F | null } {
  const waiting: { fault: F; skip: number; left: number }[] = []
  return {
    add: (fault) => {
      waiting.push({ fault, skip: fault.after ?? 0, left: fault.count ?? 1 })
    },
    take: (...request) => {
      for (const entry of waiting) {
        if (entry.left <= 0 || !befalls(entry.fault, ...request)) continue
        if (entry.skip > 0) {
          entry.skip -= 1
          continue
        }
        entry.left -= 1
        return entry.fault
      }
      return null
    },
  }
}

/** Whether a fault's path, if it names one, is that of a request. */
export function isAtPath(target: { path?: string | RegExp }, path: string): boolean {
  if (target.path === undefined) return true
  // search, unlike test, has no memory of earlier matches of a global expression.
  return typeof target.path === 'string' ? target.path === path : path.search(target.path) !== -1
}

const KINDS: ReadonlySet<string> = new Set<Fault['kind']>([
  'status',
  'slow',
  'hang',
  'reset-before',
  'reset-after',
  'cut',
  'html',
  'not-json',
  'empty',
  'huge',
  'drip',
])

/**
 * A fault out of JSON: as `Fault`, with `pattern` for a path that is a regular expression and `"count": "forever"`.
 * Throws on what isn't one.
 */
export function faultFromJson(text: string): Fault {
  const value: unknown = JSON.parse(text)
  if (!isFault(value)) throw new Error('a fault is an object')
  const { pattern, count }: { pattern?: unknown; count?: unknown } = value
  return {
    ...value,
    ...(typeof pattern === 'string' && { path: new RegExp(pattern, 'u') }),
    ...(count !== undefined && { count: count === 'forever' ? Infinity : Number(count) }),
  }
}

function isFault(value: unknown): value is Fault {
  if (typeof value !== 'object' || value === null) return false
  const { kind, operation, status, seconds }: Record<string, unknown> = { ...value }
  if (typeof kind !== 'string' || !KINDS.has(kind)) throw new Error(`kind must be one of: ${[...KINDS].join(', ')}`)
  if (operation !== undefined && !OPERATION_IDS.some((id) => id === operation)) {
    throw new Error(`operation must be one of: ${OPERATION_IDS.join(', ')}`)
  }
  if (kind === 'status' && !Number.isInteger(status)) throw new Error('status must be a whole number')
  if (kind === 'slow' && typeof seconds !== 'number') throw new Error('seconds must be a number')
  return true
}
