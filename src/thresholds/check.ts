// Whether the sides of a threshold go together, whatever a run measures.
import { suggest } from '../base/nearest.ts'
import type { SeriesName } from '../model/series.ts'
import { FACTS, METRICS, metricFacts } from './catalogue.ts'
import {
  type Expression,
  FLIPPED,
  type Operator,
  type Value,
  measuresSomething,
  mentionsBaseline,
  partsOf,
} from './syntax.ts'
import { SyntaxProblem } from './tokens.ts'
import { type Measure, alike, combined, unitOfMetric } from './units.ts'

/** Refuses comparisons that make no sense: throws a `SyntaxProblem`. */
export function checkSides(left: Value, operator: Operator, right: Value): void {
  const whole = { start: left.start, end: right.end }
  const [onLeft, onRight] = [mentionsBaseline(left), mentionsBaseline(right)]
  if (onLeft && onRight)
    throw new SyntaxProblem('`baseline` stands for the other side, so it can be on one side only', whole)
  const measured = onLeft ? right : left
  const other = onLeft ? left : right
  if (!measuresSomething(left) && !measuresSomething(right)) {
    throw new SyntaxProblem('nothing is measured here: one side needs a value such as avg(mos) or success_rate', whole)
  }
  if ((onLeft || onRight) && !measuresSomething(measured)) {
    throw new SyntaxProblem(
      '`baseline` stands for the other side as the baseline measured it, so the other side must measure something: avg(mos) >= baseline - 0.1',
      whole,
    )
  }
  checkShare(left, operator, right)
  checkShare(right, FLIPPED[operator], left)
  checkReckoning(left)
  checkReckoning(right)
  const measure = unitOf(measured, 'bare')
  const combination = alike(measure, unitOf(other, measure))
  if (typeof combination === 'string')
    throw new SyntaxProblem(`${combination}${reasonOf(left)}${reasonOf(right)}`, whole)
}

/** Whether a value is a percentage of endpoints or calls by itself. */
function isPercentage(value: Expression): boolean {
  if (value.kind === 'extreme') return value.of.some(isPercentage)
  return value.kind === 'rate' || (value.kind === 'fact' && FACTS[value.name].unit === '%')
}

/** A number without a unit that can be meant as a share: above 0 and at most 1. */
function shareIn(value: Value): (Value & { kind: 'number' }) | undefined {
  return value.kind === 'number' && value.unit === '' && value.value > 0 && value.value <= 1 ? value : undefined
}

function meantAsShare({ value, start, end }: Value & { kind: 'number' }): SyntaxProblem {
  const percent = Number((value * 100).toPrecision(12))
  return new SyntaxProblem(
    `this is in percent, and ${value} would be ${value} percent: write ${percent}%, or ${value}% if that is meant`,
    { start, end },
  )
}

/**
 * Refuses `success_rate >= 0.99` and `success_rate >= 1`: they would mean 0.99 and 1 percent, and hold for nearly everything. One percent at most is
 * strict, and may well be meant.
 */
function checkShare(side: Value, operator: Operator, limit: Value): void {
  if (!isPercentage(side)) return
  for (const value of limit.kind === 'extreme' ? limit.of : [limit]) {
    const share = shareIn(value)
    if (share && (share.value < 1 || !['<=', '<'].includes(operator))) throw meantAsShare(share)
  }
}

/** Refuses `1 - success_rate` and `success_rate * 100`, which reckon with a share, too. */
function checkReckoning(value: Value): void {
  for (const part of partsOf(value)) {
    if (part.kind !== 'arithmetic') continue
    const { sign, left, right } = part
    for (const [one, other] of [[left, right], [right, left]] as const) {
      if (!isPercentage(one)) continue
      const share = sign === '+' || sign === '-' ? shareIn(other) : undefined
      if (share) throw meantAsShare(share)
      if (sign === '*' && other.kind === 'number' && other.unit === '' && other.value === 100)
        throw new SyntaxProblem('this is in percent already: leave out the 100', other)
    }
  }
} // prettier-ignore

/** The unit of a value; throws a `SyntaxProblem` where it has none because its parts do not go together. */
function unitOf(value: Value, baseline: Measure): Measure {
  switch (value.kind) {
    case 'number':
      return value.unit || 'bare'
    case 'baseline':
    case 'spread':
      return baseline
    case 'aggregate':
      return unitOfMetric(value.of)
    case 'count':
      return ''
    case 'rate':
      return '%'
    case 'fact':
      return FACTS[value.name].unit
    case 'run':
      return 'unknown'
    case 'negative':
      return unitOf(value.value, baseline)
    case 'extreme':
      return value.of
        .map((one) => unitOf(one, baseline))
        .reduce((all, next) => {
          const both = alike(all, next)
          if (typeof both === 'string') throw new SyntaxProblem(both, value)
          return both.unit
        })
    case 'arithmetic': {
      const left = unitOf(value.left, baseline)
      if (value.relative) return left
      const right = unitOf(value.right, baseline)
      const both = combined(value, left, right)
      if (typeof both !== 'string') return both.unit
      const share =
        value.right.kind === 'number' && value.right.unit === '%'
          ? '; only `baseline` can be changed by a percentage, for others multiply, as in * 1.2'
          : ''
      throw new SyntaxProblem(`${both}${share}`, value)
    }
  }
}

function reasonOf(value: Value): string {
  return value.kind === 'aggregate'
    ? unitReason(value.of)
    : value.kind === 'count'
      ? ': count is a number of endpoints, rate(…) is a percentage'
      : ''
}

/** What a metric is counted in, as it reads after why that does not go with something else. */
export function unitReason({ metric }: SeriesName): string {
  const facts = metricFacts(metric)
  if (!facts) return `: ${metric}${suggest(metric, Object.keys(METRICS))}`
  if (facts.unit === '')
    return `: ${metric} is ${facts.label ? `in ${facts.label}` : `a plain number (${facts.meaning})`}`
  return `: ${metric} is in ${facts.unit === '%' ? 'percent' : 'milliseconds'}`
}
