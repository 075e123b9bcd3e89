// What a value comes to on a run.
import { optional } from '../base/fields.ts'
import { type Absence, type Subject, invalid, isAbsence, missing } from '../model/subject.ts'
import { isFactOver } from './catalogue.ts'
import { type Measured, endpointMeasurer } from './endpoints.ts'
import { runFact, runNumber } from './run-values.ts'
import type { Expression } from './syntax.ts'
import { type Reference, singleReference } from './reference.ts'
import { type Combination, alike, combined } from './units.ts'

/** What a value comes to, or why it cannot be had. `reference` is what `baseline` and `spread` stand for in it. */
export type Measurer = (value: Expression, reference?: Reference) => Measured | Absence

/** A run without endpoints measured nothing, so it has no value for anything, not even for what the API says of the run as a whole. */
const NO_ENDPOINTS = missing('the run has no endpoints')
/** What `baseline` stands for where the workflow names none. */
export const NO_BASELINE = invalid('it compares with `baseline`, but the input `baseline` is not set')

const NO_REFERENCE = singleReference(NO_BASELINE)

/** Measures values on a run. What several of them use is reckoned once, so one of these serves all values of a run. */
export function measurer(subject: Subject): Measurer {
  const overEndpoints = endpointMeasurer(subject.measurements)
  const measure: Measurer = (value, reference = NO_REFERENCE) => {
    switch (value.kind) {
      case 'number':
        return { value: value.value, unit: value.unit || 'bare' }
      case 'baseline':
      case 'spread':
        return reference[value.kind]
      case 'negative': {
        const inner = measure(value.value, reference)
        return isAbsence(inner) ? inner : { ...derived(inner), value: -inner.value }
      }
      case 'extreme':
        return extreme(
          value.by,
          value.of.map((one) => measure(one, reference)),
        )
      case 'arithmetic': {
        const left = measure(value.left, reference)
        if (isAbsence(left)) return left
        const right = measure(value.right, reference)
        return isAbsence(right) ? right : reckon(value, left, right)
      }
      case 'run':
      case 'fact':
      case 'count':
      case 'rate':
      case 'aggregate':
        if (subject.measurements.size === 0) return NO_ENDPOINTS
        if (value.kind === 'run') return runNumber(value.path, subject.run)
        return value.kind === 'fact' && !isFactOver('endpoints', value.name)
          ? runFact(value.name, subject)
          : overEndpoints(value)
    }
  }
  return measure
}

/** A value of which something is reckoned: it is no count of endpoints any more. */
function derived({ value, unit, coverage, decidedBy }: Measured): Measured {
  return { value, unit, ...optional({ coverage, decidedBy }) }
}

/** The largest or the smallest of some values, in their common unit. One that cannot be had might have been it. */
function extreme(by: 'max' | 'min', values: readonly (Measured | Absence)[]): Measured | Absence {
  return values.reduce((best, next) => {
    if (isAbsence(best)) return best
    if (isAbsence(next)) return next
    const both = alike(best.unit, next.unit)
    if (typeof both === 'string') return invalid(both)
    const [left, right] = [best.value / both.left, next.value / both.right]
    const chosen = (by === 'max' ? right > left : right < left) || Number.isNaN(right) ? next : best
    return { ...derived(chosen), value: chosen === next ? right : left, unit: both.unit }
  })
}

function reckon(value: Expression & { kind: 'arithmetic' }, left: Measured, right: Measured): Measured | Absence {
  const { sign, relative } = value
  const extent = optional({ coverage: left.coverage ?? right.coverage })
  if (relative) {
    const change = (Math.abs(left.value) * right.value) / 100
    return { value: sign === '+' ? left.value + change : left.value - change, unit: left.unit, ...extent }
  }
  const both = combined(value, left.unit, right.unit)
  if (typeof both === 'string') return invalid(both)
  return { value: reckoned(sign, left.value, right.value, both), unit: both.unit, ...extent }
}

/** Multiplies before it divides by the units' divisors: 100 * 7 / 100 is 7, and 100 * (7 / 100) is not. */
function reckoned(sign: '+' | '-' | '*' | '/', left: number, right: number, by: Combination): number {
  switch (sign) {
    case '+':
      return left / by.left + right / by.right
    case '-':
      return left / by.left - right / by.right
    case '*':
      return (left * right) / (by.left * by.right)
    case '/':
      return (left * by.right) / (right * by.left)
  }
}
