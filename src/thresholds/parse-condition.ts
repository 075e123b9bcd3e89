// Conditions: what follows `where`, and what `count` and `rate` count.
import { suggest } from '../base/nearest.ts'
import { OUTCOMES, PHASES } from '../model/outcomes.ts'
import { unitReason } from './check.ts'
import { type Cursor, expectSign, found, isSign, isWord } from './cursor.ts'
import { type Condition, type Operator, type TextProperty, type Value, isOperator } from './syntax.ts'
import { literal, metricName } from './terms.ts'
import { SyntaxProblem, type Token } from './tokens.ts'
import { alike, unitOfMetric } from './units.ts'

/** The condition after `where`, as a field of what it narrows; no field where there is none. */
export function parseWhere(parser: Cursor): { where?: Condition } {
  if (!isWord(parser.peek(), 'where')) return {}
  parser.next()
  return { where: parseCondition(parser) }
}

/** A condition. Throws a `SyntaxProblem` that says what was expected, and where. */
export function parseCondition(parser: Cursor): Condition {
  return parseChain(parser, 'or', () => parseChain(parser, 'and', () => parseNegation(parser)))
}

function parseChain(parser: Cursor, kind: 'and' | 'or', operand: () => Condition): Condition {
  let left = operand()
  while (isWord(parser.peek(), kind)) {
    parser.next()
    const right = operand()
    left = { kind, left, right, start: left.start, end: right.end }
  }
  return left
}

function parseNegation(parser: Cursor): Condition {
  const token = parser.peek()
  if (isWord(token, 'not')) {
    parser.next()
    const condition = parser.nested(token, () => parseNegation(parser))
    return { kind: 'not', condition, start: token.start, end: condition.end }
  }
  if (isSign(token, '(')) {
    parser.next()
    const condition = parser.nested(token, () => parseCondition(parser))
    return { ...condition, start: token.start, end: expectSign(parser, ')', 'to close the parenthesis').end }
  }
  return parseComparison(parser)
}

function parseComparison(parser: Cursor): Condition {
  const subject = parser.next()
  if (subject.kind !== 'word') {
    throw new SyntaxProblem(`expected a condition, such as outcome = TIMEOUT or mos < 3.5${found(subject)}`, subject)
  }
  const sign = parser.next()
  const operator = operatorOf(sign)
  if (!operator) {
    throw new SyntaxProblem(`expected a comparison (= != < <= > >=) after ${subject.text}${found(sign)}`, sign)
  }
  const property = subject.text.toLowerCase()
  if (property === 'outcome' || property === 'group' || property === 'phase') {
    if (operator !== '==' && operator !== '!=')
      throw new SyntaxProblem(`${property} is a word and has no order: compare it with = or !=`, sign)
    const { text, end } = parseText(parser, property, sign)
    return { kind: 'text', property, operator, text, start: subject.start, end }
  }
  const { value, unit, end } = parseLiteral(parser, property)
  const span = { start: subject.start, end }
  if (property === 'sip_status') {
    if (unit !== '') throw new SyntaxProblem('a SIP status is a number without a unit', span)
    return { kind: 'status', operator, value, ...span }
  }
  const of = metricName(subject)
  const combination = alike(unitOfMetric(of), unit || 'bare')
  if (typeof combination === 'string') throw new SyntaxProblem(`${combination}${unitReason(of)}`, span)
  return { kind: 'metric', of, operator, value, unit, ...span }
}

function operatorOf({ kind, text }: Token): Operator | undefined {
  if (kind !== 'sign') return undefined
  return text === '=' ? '==' : isOperator(text) ? text : undefined
}

function parseText(parser: Cursor, property: TextProperty, sign: Token): { text: string; end: number } {
  const token = parser.next()
  if (token.kind !== 'word' && token.kind !== 'string')
    throw new SyntaxProblem(`expected a word or a quoted text after ${property} ${sign.text}${found(token)}`, token)
  const rest = parser.peek()
  if (token.kind === 'word' && isSign(rest, '-') && rest.start === token.end) {
    throw new SyntaxProblem(
      `put text with other signs than letters, digits and _ in quotes: ${property} = "${token.text}-…"`,
      { start: token.start, end: rest.end },
    )
  }
  const { end } = token
  if (property === 'group') return { text: token.text, end }
  const known: readonly string[] = property === 'outcome' ? OUTCOMES : PHASES
  const text = token.text.toUpperCase()
  // A slip here would count nothing and pass for ever; who means a name that is not documented says so with quotes.
  if (token.kind === 'word' && !known.includes(text)) {
    throw new SyntaxProblem(
      `\`${token.text}\` is not a documented ${property}${suggest(text, known)} In quotes it is taken as it stands.`,
      token,
    )
  }
  return { text, end }
}

function parseLiteral(parser: Cursor, subject: string): Value & { kind: 'number' } {
  const first = parser.next()
  const negative = isSign(first, '-')
  const token = negative ? parser.next() : first
  if (token.kind !== 'number') throw new SyntaxProblem(`expected a number after ${subject}${found(token)}`, token)
  const number = literal(token)
  return negative ? { ...number, value: -number.value } : number
}
