import type { Operator } from './syntax.ts'

/** Whether a comparison holds. NaN and infinities satisfy none, not even `!=`. */
export function holds(value: number, operator: Operator, limit: number): boolean {
  if (!Number.isFinite(value) || !Number.isFinite(limit)) return false
  switch (operator) {
    case '>=':
      return value >= limit
    case '>':
      return value > limit
    case '<=':
      return value <= limit
    case '<':
      return value < limit
    case '==':
      return value === limit
    case '!=':
      return value !== limit
  }
}
