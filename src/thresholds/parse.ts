import { DIRECTIONS, STATISTICS, type Track, snakeCase } from '../apis/callmeter/metrics.ts'
import { nearest } from '../base/nearest.ts'
import { FACTS, type FactName, METRICS, OUTCOMES, PHASES, metricFacts } from './catalogue.ts'
import {
  type Aggregate,
  type Condition,
  type LiteralUnit,
  type MetricName,
  type Operator,
  type TextProperty,
  type Threshold,
  type Value,
  measuresSomething,
  mentionsBaseline,
} from './syntax.ts'
import { type Span, SyntaxProblem, type Token, tokens } from './tokens.ts'
import { type Measure, alike, scaled, unitOfMetric } from './units.ts'

/** Deepest nesting of parentheses, `not` and minus signs. */
export const MAX_DEPTH = 50
/** Longest line, in characters. */
export const MAX_LINE_LENGTH = 1_000
/** Most thresholds of one step. */
export const MAX_THRESHOLDS = 200

const OPERATORS: readonly string[] = ['>=', '>', '<=', '<', '==', '!=']
const AGGREGATES: readonly string[] = ['avg', 'min', 'max', 'sum', 'median', 'stddev']
const TEXT_PROPERTIES: readonly string[] = ['outcome', 'group', 'phase']
const FUNCTIONS: readonly string[] = [...AGGREGATES, 'p95', 'count', 'rate']
const NAMES: readonly string[] = [...Object.keys(FACTS), 'baseline', 'run.summary', ...FUNCTIONS]

/** A mistake in a line of thresholds. */
export interface LineProblem extends Span {
  /** From 1. */
  line: number
  message: string
  /** The whole line as it was written. */
  text: string
}

/** The thresholds of a text with one a line, and every mistake in it; blank lines and comments (`#`) are passed over. */
export function parseThresholds(text: string): { thresholds: Threshold[]; problems: LineProblem[] } {
  const thresholds: Threshold[] = []
  const problems: LineProblem[] = []
  for (const [i, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .entries()) {
    if (/^\s*(#|$)/.test(line)) continue
    const whole = { line: i + 1, text: line, start: 0, end: Math.min(line.length, MAX_LINE_LENGTH) }
    if (thresholds.length + problems.length >= MAX_THRESHOLDS) {
      problems.push({ ...whole, message: `at most ${MAX_THRESHOLDS} thresholds are allowed` })
      break
    }
    try {
      thresholds.push({ ...parseLine(line), line: i + 1 })
    } catch (error) {
      if (!(error instanceof SyntaxProblem)) throw error
      problems.push({ ...whole, ...error.span, message: error.message })
    }
  }
  return { thresholds, problems }
}

/** One threshold. Throws a `SyntaxProblem` that says what was expected, and where. */
export function parseLine(line: string): Omit<Threshold, 'line'> {
  if (line.length > MAX_LINE_LENGTH) {
    throw new SyntaxProblem(`a threshold may be ${MAX_LINE_LENGTH} characters long`, {
      start: MAX_LINE_LENGTH,
      end: MAX_LINE_LENGTH + 1,
    })
  }
  const parser = cursor(tokens(line))
  const severity = parseSeverity(parser)
  const left = parseValue(parser)
  const sign = parser.next()
  if (!OPERATORS.includes(sign.text) || sign.kind !== 'sign') {
    const hint =
      sign.text === '='
        ? following(parser, '>')
          ? 'write >= to compare'
          : 'write == to compare'
        : `expected a comparison (${OPERATORS.join(' ')})${found(sign)}`
    throw new SyntaxProblem(hint, sign)
  }
  const operator = sign.text as Operator
  const right = parseValue(parser)
  const rest = parser.next()
  if (rest.kind !== 'end') {
    const second = OPERATORS.includes(rest.text)
      ? 'a threshold has one comparison; write two lines'
      : `expected the end of the line${found(rest)}`
    throw new SyntaxProblem(second, rest)
  }
  const last = parser.last()
  checkSides(left, right)
  return { severity, left, operator, right, text: line.slice(0, last.end).trim() }
}

/** A walk over tokens; the `end` token is never passed. */
interface Cursor {
  peek(ahead?: number): Token
  next(): Token
  /** The last token before the end. */
  last(): Token
  /** Runs `parse` one level deeper; throws beyond `MAX_DEPTH`. */
  nested<T>(at: Span, parse: () => T): T
}

function cursor(list: readonly Token[]): Cursor {
  const end = list[list.length - 1] as Token
  let place = 0
  let depth = 0
  const peek = (ahead = 0): Token => list[place + ahead] ?? end
  return {
    peek,
    next: () => {
      const token = peek()
      if (token.kind !== 'end') place++
      return token
    },
    last: () => list[list.length - 2] ?? end,
    nested: (at, parse) => {
      if (++depth > MAX_DEPTH) throw new SyntaxProblem(`this is nested more than ${MAX_DEPTH} levels deep`, at)
      const result = parse()
      depth--
      return result
    },
  }
}

function parseSeverity(parser: Cursor): 'fail' | 'warn' {
  const [word, colon] = [parser.peek(), parser.peek(1)]
  if (word.kind !== 'word' || colon.text !== ':') return 'fail'
  const name = word.text.toLowerCase()
  if (name !== 'warn' && name !== 'fail')
    throw new SyntaxProblem(`\`${word.text}:\` is unknown; a line starts with fail: or warn:, or with neither`, word)
  parser.next()
  parser.next()
  return name
}

function parseValue(parser: Cursor): Value {
  let left = parseTerm(parser)
  for (let sign = parser.peek(); isSign(sign, '+', '-'); sign = parser.peek()) {
    parser.next()
    left = arithmetic(sign.text as '+' | '-', left, parseTerm(parser))
  }
  return left
}

function parseTerm(parser: Cursor): Value {
  let left = parseFactor(parser)
  for (let sign = parser.peek(); isSign(sign, '*', '/'); sign = parser.peek()) {
    parser.next()
    left = arithmetic(sign.text as '*' | '/', left, parseFactor(parser))
  }
  return left
}

function arithmetic(sign: '+' | '-' | '*' | '/', left: Value, right: Value): Value {
  const span = { start: left.start, end: right.end }
  const share =
    (sign === '+' || sign === '-') && right.kind === 'number' && right.unit === '%' && mentionsBaseline(left)
  return share
    ? { kind: 'arithmetic', sign, left, right, relative: true, ...span }
    : { kind: 'arithmetic', sign, left, right, ...span }
}

function parseFactor(parser: Cursor): Value {
  const token = parser.next()
  if (token.kind === 'number') return number(token)
  if (isSign(token, '-')) {
    const value = parser.nested(token, () => parseFactor(parser))
    if (value.kind === 'number') return { ...value, value: -value.value, start: token.start }
    return { kind: 'negative', value, start: token.start, end: value.end }
  }
  if (isSign(token, '(')) {
    const value = parser.nested(token, () => parseValue(parser))
    const close = expectSign(parser, ')', 'to close the parenthesis')
    return { ...value, start: token.start, end: close.end }
  }
  if (token.kind === 'word') return isSign(parser.peek(), '(') ? parseCall(parser, token) : parseName(token)
  throw new SyntaxProblem(`expected a value, such as avg(mos), success_rate or a number${found(token)}`, token)
}

function parseName(word: Token & { kind: 'word' }): Value {
  const name = word.text.toLowerCase()
  const span = { start: word.start, end: word.end }
  if (name === 'baseline') return { kind: 'baseline', ...span }
  if (isFact(name)) return { kind: 'fact', name, ...span }
  if (name.startsWith('run.')) return { kind: 'run', path: word.text.split('.').slice(1), ...span }
  const metric = snakeCase(word.text.split('.')[0] ?? '')
  if (metricFacts(metric))
    throw new SyntaxProblem(
      `\`${word.text}\` is measured by every endpoint: say how to sum it up, as in avg(${word.text}) or p95(${word.text})`,
      word,
    )
  if (FUNCTIONS.includes(name) || percentile(name) !== null)
    throw new SyntaxProblem(`\`${word.text}\` needs parentheses: ${FUNCTION_FORMS[name] ?? `${name}(jitter_ms)`}`, word)
  throw new SyntaxProblem(`\`${word.text}\` is not known${suggest(name, NAMES)}`, word)
}

const FUNCTION_FORMS: Readonly<Record<string, string>> = {
  avg: 'avg(mos)',
  count: 'count(outcome = TIMEOUT)',
  rate: 'rate(mos < 3.5)',
}

function parseCall(parser: Cursor, word: Token & { kind: 'word' }): Value {
  const name = word.text.toLowerCase()
  const close = (): { start: number; end: number } => ({
    start: word.start,
    end: expectSign(parser, ')', `to close ${word.text}(`).end,
  })
  const open = parser.next()
  if (isFact(name)) {
    if (FACTS[name].over !== 'endpoints')
      throw new SyntaxProblem(`\`${name}\` is of the whole run and takes no parentheses`, word)
    const where = parseWhere(parser)
    if (!where)
      throw new SyntaxProblem(
        `expected where, as in ${name}(where group = "agents")${found(parser.peek())}`,
        parser.peek(),
      )
    return { kind: 'fact', name, where, ...close() }
  }
  if (name === 'count' || name === 'rate') {
    const condition = parseCondition(parser)
    return { kind: name, condition, ...optionalWhere(parser), ...close() }
  }
  const p = percentile(name)
  if (p !== null || AGGREGATES.includes(name)) {
    const of = parseMetric(parser, name)
    const by: { by: Aggregate; p?: number } = p === null ? { by: name as Aggregate } : { by: 'percentile', p }
    return { kind: 'aggregate', ...by, of, ...optionalWhere(parser), ...close() }
  }
  if (/^p\d/.test(name))
    throw new SyntaxProblem(
      `\`${word.text}\` is no percentile: they go from p1 to p99, with fractions up to p99.999`,
      word,
    )
  throw new SyntaxProblem(`\`${word.text}\` is no function${suggest(name, [...FUNCTIONS, ...Object.keys(FACTS)])}`, {
    start: word.start,
    end: open.start,
  })
}

/** The rank of `p95`, `p99.9`; null where the name is no percentile. */
function percentile(name: string): number | null {
  const match = /^p(\d{1,2}(?:\.\d{1,3})?)$/.exec(name)
  const rank = Number(match?.[1] ?? 0)
  return rank > 0 ? rank : null
}

function parseMetric(parser: Cursor, caller: string): MetricName {
  const token = parser.next()
  if (token.kind !== 'word')
    throw new SyntaxProblem(`expected a metric, as in ${caller}(jitter_ms)${found(token)}`, token)
  if (token.text.toLowerCase() === 'where')
    throw new SyntaxProblem(`expected a metric before where, as in ${caller}(mos where …)`, token)
  return metricName(token)
}

function metricName(word: Token & { kind: 'word' }): MetricName {
  const [key = '', ...narrowing] = word.text.split('.')
  const name: MetricName = { metric: snakeCase(key) }
  for (const part of narrowing.map(snakeCase)) {
    const direction = Object.hasOwn(DIRECTIONS, part) ? DIRECTIONS[part] : undefined
    const track: Track | undefined = part === 'audio' || part === 'video' ? part : undefined
    if ((direction && name.direction) || (track && name.track) || (!direction && !track && name.statistic)) {
      throw new SyntaxProblem(`\`${word.text}\` is narrowed twice in the same way`, word)
    }
    if (direction) name.direction = direction
    else if (track) name.track = track
    else name.statistic = (Object.hasOwn(STATISTICS, part) && STATISTICS[part]) || part
  }
  return name
}

function optionalWhere(parser: Cursor): { where?: Condition } {
  const where = parseWhere(parser)
  return where ? { where } : {}
}

function parseWhere(parser: Cursor): Condition | undefined {
  if (!isWord(parser.peek(), 'where')) return undefined
  parser.next()
  return parseCondition(parser)
}

function parseCondition(parser: Cursor): Condition {
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
  if (sign.kind !== 'sign' || !(sign.text === '=' || OPERATORS.includes(sign.text))) {
    throw new SyntaxProblem(`expected a comparison (= != < <= > >=) after ${subject.text}${found(sign)}`, sign)
  }
  const operator = (sign.text === '=' ? '==' : sign.text) as Operator
  const property = subject.text.toLowerCase()
  if (TEXT_PROPERTIES.includes(property))
    return parseTextComparison(parser, property as TextProperty, operator, subject, sign)
  const { value, unit, end } = parseLiteral(parser, property)
  const span = { start: subject.start, end }
  if (property === 'sip_status') {
    if (unit !== '') throw new SyntaxProblem('a SIP status is a number without a unit', { start: subject.start, end })
    return { kind: 'status', operator, value, ...span }
  }
  const of = metricName(subject)
  const measure = unitOfMetric(of)
  const combination = alike(measure, unit === '' ? 'bare' : unit)
  if (typeof combination === 'string') throw new SyntaxProblem(`${combination}${reason(of)}`, span)
  return { kind: 'metric', of, operator, value, unit, ...span }
}

function parseTextComparison(
  parser: Cursor,
  property: TextProperty,
  operator: Operator,
  subject: Span,
  sign: Token,
): Condition {
  if (operator !== '==' && operator !== '!=')
    throw new SyntaxProblem(`${property} is a word and has no order: compare it with = or !=`, sign)
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
  const span = { start: subject.start, end: token.end }
  if (property === 'group') return { kind: 'text', property, operator, text: token.text, ...span }
  const known: readonly string[] = property === 'outcome' ? OUTCOMES : PHASES
  const text = token.text.toUpperCase()
  // A slip here would count nothing and pass for ever; who means a name that is not documented says so with quotes.
  if (token.kind === 'word' && !known.includes(text)) {
    throw new SyntaxProblem(
      `\`${token.text}\` is no documented ${property}${suggest(text, known)} In quotes it is taken as it stands.`,
      token,
    )
  }
  return { kind: 'text', property, operator, text, ...span }
}

function parseLiteral(parser: Cursor, subject: string): { value: number; unit: LiteralUnit; end: number } {
  const first = parser.next()
  const negative = isSign(first, '-')
  const token = negative ? parser.next() : first
  if (token.kind !== 'number') throw new SyntaxProblem(`expected a number after ${subject}${found(token)}`, token)
  const { value, unit, end } = number(token)
  return { value: negative ? -value : value, unit, end }
}

/** Decimal places that a unit moves a literal by, and what it is then multiplied with: `1.005s` is read as 1005 ms, without a rounding between. */
const LITERAL_UNITS: Readonly<Record<string, { unit: LiteralUnit; places: number; factor: number }>> = {
  '': { unit: '', places: 0, factor: 1 },
  '%': { unit: '%', places: 0, factor: 1 },
  ms: { unit: 'ms', places: 0, factor: 1 },
  s: { unit: 'ms', places: 3, factor: 1 },
  m: { unit: 'ms', places: 3, factor: 60 },
}

function number(token: Token & { kind: 'number' }): Value & { kind: 'number' } {
  const scale = Object.hasOwn(LITERAL_UNITS, token.unit) ? LITERAL_UNITS[token.unit] : undefined
  if (!scale) throw new SyntaxProblem(`\`${token.unit}\` is not a unit: %, ms, s and m (minutes) are`, token)
  const value = Number(`${token.digits}e${scale.places}`) * scale.factor
  if (!Number.isFinite(value)) throw new SyntaxProblem('this number is too large', token)
  return { kind: 'number', value, unit: scale.unit, start: token.start, end: token.end }
}

/** Refuses comparisons that make no sense, whatever a run measures. */
function checkSides(left: Value, right: Value): void {
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
  checkShare(left, right)
  checkShare(right, left)
  const measure = unitOf(measured, 'bare')
  const combination = alike(measure, unitOf(other, measure))
  if (typeof combination === 'string')
    throw new SyntaxProblem(`${combination}${reasonOf(left)}${reasonOf(right)}`, { start: left.start, end: right.end })
}

/** Refuses `success_rate >= 0.99`: it would mean 0.99 percent, and hold for nearly everything. */
function checkShare(side: Value, limit: Value): void {
  const isShare = side.kind === 'rate' || (side.kind === 'fact' && FACTS[side.name].unit === '%')
  if (!isShare || limit.kind !== 'number' || limit.unit !== '' || limit.value <= 0 || limit.value >= 1) return
  const percent = Number((limit.value * 100).toPrecision(12))
  throw new SyntaxProblem(
    `this is in percent, and ${limit.value} would be ${limit.value} percent: write ${percent}%, or ${limit.value}% if that is meant`,
    limit,
  )
}

/** The unit of a value; throws a `SyntaxProblem` where it has none because its parts do not go together. */
export function unitOf(value: Value, baseline: Measure): Measure {
  switch (value.kind) {
    case 'number':
      return value.unit === '' ? 'bare' : value.unit
    case 'baseline':
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
    case 'arithmetic': {
      const left = unitOf(value.left, baseline)
      if (value.relative) return left
      const right = unitOf(value.right, baseline)
      const both =
        value.sign === '+' || value.sign === '-'
          ? alike(left, right)
          : scaled(value.sign, left, right, value.left, value.right)
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
    ? reason(value.of)
    : value.kind === 'count'
      ? ': count is a number of endpoints, rate(…) is a percentage'
      : ''
}

function reason({ metric }: MetricName): string {
  const facts = metricFacts(metric)
  if (!facts) return `: ${metric}${suggest(metric, Object.keys(METRICS))}`
  if (facts.unit === '')
    return `: ${metric} is ${facts.label ? `in ${facts.label}` : `a plain number (${facts.meaning})`}`
  return `: ${metric} is in ${facts.unit === '%' ? 'percent' : 'milliseconds'}`
}

function isFact(name: string): name is FactName {
  return Object.hasOwn(FACTS, name)
}

function following(parser: Cursor, sign: string): boolean {
  return isSign(parser.peek(), sign)
}

function isSign(token: Token, ...signs: string[]): boolean {
  return token.kind === 'sign' && signs.includes(token.text)
}

function isWord(token: Token, word: string): boolean {
  return token.kind === 'word' && token.text.toLowerCase() === word
}

function expectSign(parser: Cursor, sign: string, purpose: string): Token {
  const token = parser.next()
  if (!isSign(token, sign)) throw new SyntaxProblem(`expected ${sign} ${purpose}${found(token)}`, token)
  return token
}

function found(token: Token): string {
  return token.kind === 'end' ? ', but the line ends here' : `, not \`${token.text}\``
}

function suggest(name: string, candidates: readonly string[]): string {
  const near = nearest(name, candidates)
  return near.length > 0 ? `; did you mean ${near.join(' or ')}?` : `; known are ${candidates.slice(0, 12).join(', ')}.`
}
