// The syntax tree of a threshold, and what it is about.
import type { SeriesName } from '../model/series.ts'
import { type FactName, type Unit, isFactOver } from './catalogue.ts'
import type { Span } from './tokens.ts'

/** How two values are compared. */
export const OPERATORS = ['>=', '>', '<=', '<', '==', '!='] as const
export type Operator = (typeof OPERATORS)[number]

/** Each comparison as it reads from the other side. */
export const FLIPPED: Readonly<Record<Operator, Operator>> = {
  '>=': '<=',
  '>': '<',
  '<=': '>=',
  '<': '>',
  '==': '==',
  '!=': '!=',
}

/** Whether a sign compares. */
export function isOperator(sign: string): sign is Operator {
  return OPERATORS.some((operator) => operator === sign)
}

/** How the values of endpoints become one number. `percentile` has its rank in `p`, 0 to 100 exclusive. */
export type Aggregate = 'avg' | 'min' | 'max' | 'sum' | 'median' | 'stddev' | 'percentile'

/** A literal's unit. Seconds and minutes are read as milliseconds. */
export type LiteralUnit = Exclude<Unit, 's'>

/** A value without its place in a line. */
export type Expression =
  | { kind: 'number'; value: number; unit: LiteralUnit }
  | { kind: 'baseline' | 'spread' }
  | { kind: 'aggregate'; by: Aggregate; p?: number; of: SeriesName; where?: Condition }
  | { kind: 'count' | 'rate'; condition: Condition; where?: Condition }
  | { kind: 'fact'; name: FactName; where?: Condition }
  | { kind: 'run'; path: readonly string[] }
  | { kind: 'negative'; value: Value }
  /** The largest or the smallest of two or more values. */
  | { kind: 'extreme'; by: 'max' | 'min'; of: readonly Value[] }
  /** `relative`: the right side is a percentage of the left, as in `baseline + 20%`. */
  | { kind: 'arithmetic'; sign: '+' | '-' | '*' | '/'; left: Value; right: Value; relative?: true }

export type Value = Span & Expression

/** A property of an endpoint that holds text. */
export type TextProperty = 'outcome' | 'group' | 'phase'

export type Condition = Span &
  (
    | { kind: 'and' | 'or'; left: Condition; right: Condition }
    | { kind: 'not'; condition: Condition }
    | { kind: 'text'; property: TextProperty; operator: '==' | '!='; text: string }
    | { kind: 'status'; operator: Operator; value: number }
    | { kind: 'metric'; of: SeriesName; operator: Operator; value: number; unit: LiteralUnit }
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

/** A value or a condition, and everything that it is made of, in the order in which it is written. */
export function partsOf(whole: Expression | Condition): readonly (Expression | Condition)[] {
  return [whole, ...directPartsOf(whole).flatMap(partsOf)]
}

function directPartsOf(whole: Expression | Condition): (Value | Condition)[] {
  if ('left' in whole) return [whole.left, whole.right]
  if (whole.kind === 'negative') return [whole.value]
  if (whole.kind === 'extreme') return [...whole.of]
  const condition = 'condition' in whole ? [whole.condition] : []
  return 'where' in whole && whole.where ? [...condition, whole.where] : condition
}

/** Whether `baseline` or `spread`, which is the baseline's, stands anywhere in a value. */
export function mentionsBaseline(value: Expression): boolean {
  return partsOf(value).some(({ kind }) => kind === 'baseline' || kind === 'spread')
}

/** Whether `spread` stands anywhere in a value. */
export function mentionsSpread(value: Expression): boolean {
  return partsOf(value).some(({ kind }) => kind === 'spread')
}

const MEASURED: readonly string[] = ['aggregate', 'count', 'rate', 'fact', 'run']

/** Whether a value depends on what the run measured. */
export function measuresSomething(value: Expression): boolean {
  return partsOf(value).some(({ kind }) => MEASURED.includes(kind))
}

/** Whether a value needs what CallScaler says of the far end. */
export function asksFarEnd(value: Expression): boolean {
  return partsOf(value).some((part) => part.kind === 'fact' && isFactOver('far end', part.name))
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
