// The syntax tree of a threshold, and how it is written.
import type { Direction, Track } from '../apis/callmeter/metrics.ts'
import { type FactName, type Unit, isOfFarEnd } from './catalogue.ts'
import type { Span } from './tokens.ts'

export type Operator = '>=' | '>' | '<=' | '<' | '==' | '!='

/** How the values of endpoints become one number. `percentile` has its rank in `p`, 0 to 100 exclusive. */
export type Aggregate = 'avg' | 'min' | 'max' | 'sum' | 'median' | 'stddev' | 'percentile'

/** A metric as a threshold names it: `fraction_lost.audio.send`. */
export interface MetricName {
  metric: string
  track?: Track
  direction?: Direction
  statistic?: string
}

/** A literal's unit. Seconds and minutes are read as milliseconds. */
export type LiteralUnit = Exclude<Unit, 's'>

export type Value = Span &
  (
    | { kind: 'number'; value: number; unit: LiteralUnit }
    | { kind: 'baseline' }
    | { kind: 'aggregate'; by: Aggregate; p?: number; of: MetricName; where?: Condition }
    | { kind: 'count' | 'rate'; condition: Condition; where?: Condition }
    | { kind: 'fact'; name: FactName; where?: Condition }
    | { kind: 'run'; path: readonly string[] }
    | { kind: 'negative'; value: Value }
    /** `relative`: the right side is a percentage of the left, as in `baseline + 20%`. */
    | { kind: 'arithmetic'; sign: '+' | '-' | '*' | '/'; left: Value; right: Value; relative?: true }
  )

/** A property of an endpoint that holds text. */
export type TextProperty = 'outcome' | 'group' | 'phase'

export type Condition = Span &
  (
    | { kind: 'and' | 'or'; left: Condition; right: Condition }
    | { kind: 'not'; condition: Condition }
    | { kind: 'text'; property: TextProperty; operator: '==' | '!='; text: string }
    | { kind: 'status'; operator: Operator; value: number }
    | { kind: 'metric'; of: MetricName; operator: Operator; value: number; unit: LiteralUnit }
  )

export interface Threshold {
  /** What a breach does to the verdict. */
  severity: 'fail' | 'warn'
  left: Value
  operator: Operator
  right: Value
  /** The line as it was written, without comment and outer space. */
  text: string
  /** From 1, in its input or file; 0 for the default, which nobody wrote. */
  line: number
  /** The file it stands in, as the workflow names it; missing where it stands in the workflow itself. */
  file?: string
}

/** A threshold's line without `fail:` or `warn:`. */
export function withoutSeverity({ text }: Pick<Threshold, 'text'>): string {
  return text.replace(/^(fail|warn)\s*:\s*/i, '')
}

/** Whether `baseline` stands anywhere in a value. */
export function mentionsBaseline(value: Value): boolean {
  if (value.kind === 'baseline') return true
  if (value.kind === 'negative') return mentionsBaseline(value.value)
  return value.kind === 'arithmetic' && (mentionsBaseline(value.left) || mentionsBaseline(value.right))
}

/** Whether a value depends on what the run measured. */
export function measuresSomething(value: Value): boolean {
  if (value.kind === 'number' || value.kind === 'baseline') return false
  if (value.kind === 'negative') return measuresSomething(value.value)
  return value.kind !== 'arithmetic' || measuresSomething(value.left) || measuresSomething(value.right)
}

/** The side that is measured, and the other, which is its limit: what depends on the run, and of two such sides the left one. */
export function sidesOf({ left, right }: Pick<Threshold, 'left' | 'right'>): {
  measured: Value
  limit: Value
  flipped: boolean
} {
  const flipped = !measuresSomething(left) || mentionsBaseline(left)
  return flipped ? { measured: right, limit: left, flipped } : { measured: left, limit: right, flipped }
}

/** Whether a value needs what CallScaler says of the far end. */
export function asksFarEnd(value: Value): boolean {
  if (value.kind === 'fact') return isOfFarEnd(value.name)
  if (value.kind === 'negative') return asksFarEnd(value.value)
  return value.kind === 'arithmetic' && (asksFarEnd(value.left) || asksFarEnd(value.right))
}

const PRECEDENCE = { '+': 1, '-': 1, '*': 2, '/': 2 } as const

/** A value as it is written. Parsing what this prints gives the same tree. */
export function printValue(value: Value): string {
  switch (value.kind) {
    case 'number':
      return `${printNumber(value.value)}${value.unit}`
    case 'baseline':
      return 'baseline'
    case 'aggregate': {
      const name = value.by === 'percentile' ? `p${printNumber(value.p ?? 50)}` : value.by
      return `${name}(${printMetric(value.of)}${printWhere(value.where)})`
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
      return `${printMetric(condition.of)} ${condition.operator} ${printNumber(condition.value)}${condition.unit}`
  }
}

/** A metric's name with what narrows it. */
export function printMetric({ metric, track, direction, statistic }: MetricName): string {
  return [metric, track, direction, statistic].filter((part) => part !== undefined).join('.')
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
