// A syntax tree as text, for tests: parsing what this prints gives the same tree.
import { printSeriesName } from '../../src/model/series.ts'
import type { Condition, Threshold, Value } from '../../src/thresholds/syntax.ts'

const PRECEDENCE = { '+': 1, '-': 1, '*': 2, '/': 2 } as const

/** A value as it is written. */
function printValue(value: Value): string {
  switch (value.kind) {
    case 'number':
      return `${printNumber(value.value)}${value.unit}`
    case 'baseline':
    case 'spread':
      return value.kind
    case 'extreme':
      return `${value.by}(${value.of.map(printValue).join(', ')})`
    case 'aggregate': {
      const name = value.by === 'percentile' ? `p${printNumber(value.p ?? 50)}` : value.by
      return `${name}(${printSeriesName(value.of)}${printWhere(value.where)})`
    }
    case 'count':
    case 'rate':
      return `${value.kind}(${printCondition(value.condition)}${printWhere(value.where)})`
    case 'fact':
      return value.where ? `${value.name}(where ${printCondition(value.where)})` : value.name
    case 'run':
      return ['run', ...value.path].join('.')
    case 'negative':
      return value.value.kind === 'arithmetic' ? `-(${printValue(value.value)})` : `-${printValue(value.value)}`
    case 'arithmetic': {
      const own = PRECEDENCE[value.sign]
      const left = printOperand(value.left, (inner) => inner < own)
      const right = printOperand(value.right, (inner) => inner <= own)
      return `${left} ${value.sign} ${right}`
    }
  }
}

function printOperand(value: Value, needsParentheses: (precedence: number) => boolean): string {
  const text = printValue(value)
  return value.kind === 'arithmetic' && needsParentheses(PRECEDENCE[value.sign]) ? `(${text})` : text
}

/** A condition as it is written. */
export function printCondition(condition: Condition, within: 'or' | 'and' | 'not' | 'top' = 'top'): string {
  switch (condition.kind) {
    case 'or':
    case 'and': {
      // Both are read from the left, so a right operand of the same kind needs parentheses.
      const left = printCondition(condition.left, condition.kind)
      const right =
        condition.right.kind === condition.kind
          ? `(${printCondition(condition.right)})`
          : printCondition(condition.right, condition.kind)
      const text = `${left} ${condition.kind} ${right}`
      return within === 'not' || (condition.kind === 'or' && within === 'and') ? `(${text})` : text
    }
    case 'not':
      return `not ${printCondition(condition.condition, 'not')}`
    case 'text':
      return `${condition.property} ${condition.operator === '==' ? '=' : '!='} ${printText(condition.text)}`
    case 'status':
      return `sip_status ${condition.operator} ${printNumber(condition.value)}`
    case 'metric':
      return `${printSeriesName(condition.of)} ${condition.operator} ${printNumber(condition.value)}${condition.unit}`
  }
}

/** A whole threshold in its plainest spelling. */
export function printThreshold({
  severity,
  left,
  operator,
  right,
}: Pick<Threshold, 'severity' | 'left' | 'operator' | 'right'>): string {
  return `${severity === 'warn' ? 'warn: ' : ''}${printValue(left)} ${operator} ${printValue(right)}`
}

function printWhere(where: Condition | undefined): string {
  return where ? ` where ${printCondition(where)}` : ''
}

function printText(text: string): string {
  return text.includes('"') ? `'${text}'` : `"${text}"`
}

/** A number in plain digits: the language has no exponents. */
function printNumber(value: number): string {
  const [mantissa = '', exponent] = String(value).split('e')
  if (exponent === undefined) return mantissa
  const sign = mantissa.startsWith('-') ? '-' : ''
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.')
  const places = Number(exponent)
  return places < 0
    ? `${sign}0.${'0'.repeat(-places - 1)}${whole}${fraction}`
    : `${sign}${whole}${fraction.padEnd(places, '0')}`
}
