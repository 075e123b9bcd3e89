import type { Answer } from './answer.ts'

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
  /** The request takes effect; its answer is sent as `alter` makes it. */
  | { kind: 'altered'; alter: (answer: Answer) => Answer }

/** Which requests a fault befalls: those that have all that it names. */
export interface FaultTarget {
  method?: string
  /** The path below the base, or what it matches. */
  path?: string | RegExp
  /** So many matching requests; default 1, Infinity for ever. */
  count?: number
  /** So many matching requests pass untouched first; default 0. */
  after?: number
}

/** What a fault may name beside the path, as some APIs have it. */
const NAMED = ['method', 'operation', 'operationName'] as const
type Named = Readonly<Partial<Record<(typeof NAMED)[number], string | null>>>

/** An empty queue of faults. Of several for one request, the oldest befalls it. */
export function createQueue<F extends FaultTarget & Named>(): {
  add: (fault: F) => void
  /** The fault that befalls this request, if any; counted as used. */
  take: (request: Named & { path: string }) => F | null
} {
  const waiting: { fault: F; skip: number; left: number }[] = []
  return {
    add: (fault) => {
      waiting.push({ fault, skip: fault.after ?? 0, left: fault.count ?? 1 })
    },
    take: (request) => {
      for (const entry of waiting) {
        if (entry.left <= 0 || !befalls(entry.fault, request)) continue
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

function befalls(fault: FaultTarget & Named, request: Named & { path: string }): boolean {
  if (NAMED.some((name) => fault[name] !== undefined && fault[name] !== request[name])) return false
  // search, unlike test, has no memory of earlier matches of a global expression.
  return fault.path instanceof RegExp
    ? request.path.search(fault.path) !== -1
    : (fault.path ?? request.path) === request.path
}
