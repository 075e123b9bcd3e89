// Which metrics a threshold is about.
import {
  type Condition,
  type MetricName,
  type Threshold,
  type Value,
  measuresSomething,
  mentionsBaseline,
} from '../../thresholds/syntax.ts'

/** Every metric that a threshold names, in aggregates and in conditions, in the order in which they stand there. */
export function metricsNamed({ left, right }: Threshold): MetricName[] {
  return [...inValue(left), ...inValue(right)]
}

function inValue(value: Value): MetricName[] {
  switch (value.kind) {
    case 'aggregate':
      return [value.of, ...inWhere(value.where)]
    case 'count':
    case 'rate':
      return [...inCondition(value.condition), ...inWhere(value.where)]
    case 'fact':
      return inWhere(value.where)
    case 'negative':
      return inValue(value.value)
    case 'arithmetic':
      return [...inValue(value.left), ...inValue(value.right)]
    case 'number':
    case 'baseline':
    case 'run':
      return []
  }
}

function inWhere(where: Condition | undefined): MetricName[] {
  return where ? inCondition(where) : []
}

function inCondition(condition: Condition): MetricName[] {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return [...inCondition(condition.left), ...inCondition(condition.right)]
    case 'not':
      return inCondition(condition.condition)
    case 'metric':
      return [condition.of]
    case 'text':
    case 'status':
      return []
  }
}

/**
 * The measured side where it is one value of a metric on that metric's own scale: an average, a percentile, the least or the most. Undefined
 * for anything else; a sum or a standard deviation is no place among the values it is made from.
 */
export function plainAggregate({ left, right }: Threshold): (Value & { kind: 'aggregate' }) | undefined {
  const side = !measuresSomething(left) || mentionsBaseline(left) ? right : left
  return side.kind === 'aggregate' && side.by !== 'sum' && side.by !== 'stddev' ? side : undefined
}
