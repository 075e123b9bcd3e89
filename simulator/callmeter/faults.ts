// CallMeter's faults: which of its requests one befalls.
import type { FaultKind, FaultTarget } from '../server/faults.ts'
import { OPERATION_IDS } from './operations.ts'
import type { OperationId } from './operations.ts'

/** What goes wrong with which requests; the path is that below /api/v1. */
export type Fault = FaultTarget & { operation?: OperationId } & FaultKind

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
