// Which values can be added, multiplied and compared, and what unit comes out. Parsing asks this to refuse nonsense before a run is
// started, evaluation asks it again to convert.
import type { SeriesName } from '../model/series.ts'
import { type Unit, metricFacts } from './catalogue.ts'
import type { Expression, Value } from './syntax.ts'

/**
 * The unit of a value while it is reckoned with. `bare` is a literal without a unit, which takes any other's; `unknown` is a value
 * that the catalogue does not know (a metric of the API's own, a number of the run's detail), which goes with bare numbers only.
 */
export type Measure = Unit | 'bare' | 'unknown'

/** A number and what it is counted in. */
export interface Quantity {
  value: number
  unit: Measure
}

/**
 * How two values combine: the unit that comes out, and what the sides are divided by first. Divisors, because 7 / 100 and 1005 / 1000 are as
 * near as can be, where 7 * 0.01 and 1005 * 0.001 are not.
 */
export interface Combination {
  unit: Measure
  left: number
  right: number
}

type Arithmetic = Expression & { kind: 'arithmetic' }

const MS_PER_S = 1_000

const SPOKEN: Readonly<Record<Measure, string>> = {
  '': 'a number without a unit',
  bare: 'a number without a unit',
  '%': 'a percentage',
  ms: 'a time',
  s: 'a time',
  unknown: 'a value of unknown unit',
}

/** How two values are added, subtracted or compared; or why they cannot be, as text. */
export function alike(left: Measure, right: Measure): Combination | string {
  if (left === right || right === 'bare') return { unit: left, left: 1, right: 1 }
  if (left === 'bare') return { unit: right, left: 1, right: 1 }
  if (left === 'ms' && right === 's') return { unit: 's', left: MS_PER_S, right: 1 }
  if (left === 's' && right === 'ms') return { unit: 's', left: 1, right: MS_PER_S }
  if (left === 'unknown' || right === 'unknown') {
    const other = left === 'unknown' ? right : left
    return other === ''
      ? { unit: 'unknown', left: 1, right: 1 }
      : `the unit of this value is unknown, so it can only be compared with numbers without a unit, not with ${SPOKEN[other]}`
  }
  return `${SPOKEN[left]} and ${SPOKEN[right]} cannot be compared, added or subtracted`
}

/** How the sides of an operation go together, by their units; or why they do not, as text. */
export function combined({ sign, ...sides }: Arithmetic, left: Measure, right: Measure): Combination | string {
  if (sign === '+' || sign === '-') return alike(left, right)
  if (isShare(sides.right)) return { unit: left, left: 1, right: 100 }
  if (sign === '*' && isShare(sides.left)) return { unit: right, left: 100, right: 1 }
  const plain = (measure: Measure): boolean => measure === 'bare' || measure === ''
  if (plain(right)) return { unit: left === 'bare' ? right : left, left: 1, right: 1 }
  if (sign === '*' && plain(left)) return { unit: right, left: 1, right: 1 }
  const both = sign === '/' && left !== 'bare' ? alike(left, right) : ''
  if (typeof both !== 'string') return { ...both, unit: '' }
  return `${SPOKEN[left]} cannot be ${sign === '*' ? 'multiplied' : 'divided'} by ${SPOKEN[right]}`
}

/** The unit of a metric's values; `unknown` where the catalogue does not have it. */
export function unitOfMetric({ metric }: SeriesName): Measure {
  return metricFacts(metric)?.unit ?? 'unknown'
}

/** A literal percentage, which in a product is a share: `endpoints * 50%`. */
function isShare(value: Value): boolean {
  return value.kind === 'number' && value.unit === '%'
}
