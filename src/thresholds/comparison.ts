import type { Operator } from './syntax.ts'

const COMPARISONS: Readonly<Record<Operator, (value: number, limit: number) => boolean>> = {
  '>=': (value, limit) => value >= limit,
  '>': (value, limit) => value > limit,
  '<=': (value, limit) => value <= limit,
  '<': (value, limit) => value < limit,
  '==': (value, limit) => value === limit,
  '!=': (value, limit) => value !== limit,
}

/** Whether a comparison holds. NaN and infinities satisfy none, not even `!=`. */
export function holds(value: number, operator: Operator, limit: number): boolean {
  return Number.isFinite(value) && Number.isFinite(limit) && COMPARISONS[operator](value, limit)
}
