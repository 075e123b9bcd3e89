// Values: arithmetic, functions and names.
import { suggest } from '../base/nearest.ts'
import { type SeriesName, snakeCase } from '../model/series.ts'
import { FACTS, isFact, metricFacts } from './catalogue.ts'
import { type Cursor, expectSign, found, isSign } from './cursor.ts'
import { parseCondition, parseWhere } from './parse-condition.ts'
import { type Aggregate, type Value, mentionsBaseline } from './syntax.ts'
import { literal, metricName } from './terms.ts'
import { type Span, SyntaxProblem, type Token } from './tokens.ts'

type Sign = '+' | '-' | '*' | '/'

const AGGREGATES = ['avg', 'min', 'max', 'sum', 'median', 'stddev'] as const
const FUNCTIONS: readonly string[] = [...AGGREGATES, 'p95', 'count', 'rate']
const NAMES: readonly string[] = [...Object.keys(FACTS), 'baseline', 'spread', 'run.summary', ...FUNCTIONS]

/** A value, up to what cannot belong to it. Throws a `SyntaxProblem` that says what was expected, and where. */
export function parseValue(parser: Cursor): Value {
  const term = (): Value => parseChain(parser, ['*', '/'], () => parseFactor(parser))
  return parseChain(parser, ['+', '-'], term)
}

function parseChain(parser: Cursor, signs: readonly Sign[], operand: () => Value): Value {
  const nextSign = (): Sign | undefined => signs.find((sign) => isSign(parser.peek(), sign))
  let left = operand()
  for (let sign = nextSign(); sign; sign = nextSign()) {
    parser.next()
    left = arithmetic(sign, left, operand())
  }
  return left
}

function arithmetic(sign: Sign, left: Value, right: Value): Value {
  const relative =
    (sign === '+' || sign === '-') && right.kind === 'number' && right.unit === '%' && mentionsBaseline(left)
  return { kind: 'arithmetic', sign, left, right, ...(relative && { relative }), start: left.start, end: right.end }
}

function parseFactor(parser: Cursor): Value {
  const token = parser.next()
  if (token.kind === 'number') return literal(token)
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
  if (name === 'baseline' || name === 'spread') return { kind: name, ...span }
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
  throw new SyntaxProblem(`unknown value \`${word.text}\`${suggest(name, NAMES)}`, word)
}

const FUNCTION_FORMS: Readonly<Record<string, string>> = {
  avg: 'avg(mos)',
  count: 'count(outcome = TIMEOUT)',
  rate: 'rate(mos < 3.5)',
}

function parseCall(parser: Cursor, word: Token & { kind: 'word' }): Value {
  const name = word.text.toLowerCase()
  const close = (): Span => ({
    start: word.start,
    end: expectSign(parser, ')', `to close ${word.text}(`).end,
  })
  const open = parser.next()
  if (isFact(name)) {
    if (FACTS[name].over !== 'endpoints')
      throw new SyntaxProblem(`\`${name}\` is of the whole run and takes no parentheses`, word)
    const { where } = parseWhere(parser)
    if (!where)
      throw new SyntaxProblem(
        `expected where, as in ${name}(where group = "agents")${found(parser.peek())}`,
        parser.peek(),
      )
    return { kind: 'fact', name, where, ...close() }
  }
  if (name === 'count' || name === 'rate') {
    const condition = parseCondition(parser)
    return { kind: name, condition, ...parseWhere(parser), ...close() }
  }
  const p = percentile(name)
  if ((name === 'max' || name === 'min') && !isOneMetric(parser))
    return { kind: 'extreme', by: name, of: parseValues(parser, word), ...close() }
  const plain = AGGREGATES.find((known) => known === name)
  const by: { by: Aggregate; p?: number } | undefined = p === null ? plain && { by: plain } : { by: 'percentile', p }
  if (by) {
    const of = parseMetric(parser, name)
    return { kind: 'aggregate', ...by, of, ...parseWhere(parser), ...close() }
  }
  if (/^p\d/.test(name))
    throw new SyntaxProblem(
      `\`${word.text}\` is not a percentile; expected p1 to p99, with fractions up to p99.999`,
      word,
    )
  throw new SyntaxProblem(`unknown function \`${word.text}\`${suggest(name, [...FUNCTIONS, ...Object.keys(FACTS)])}`, {
    start: word.start,
    end: open.start,
  })
}

/** Whether what follows is one metric alone, as in `max(jitter_ms)` and `max(jitter_ms where …)`, and no list of values. */
function isOneMetric(parser: Cursor): boolean {
  const [word, after] = [parser.peek(), parser.peek(1)]
  const isWord = word.kind === 'word' && !['baseline', 'spread'].includes(word.text.toLowerCase())
  const endsThere = isSign(after, ')') || (after.kind === 'word' && after.text.toLowerCase() === 'where')
  return (isWord && endsThere) || isSign(word, ')')
}

/** The values of `max(avg(mos.send), avg(mos.receive))`, up to the parenthesis. Throws a `SyntaxProblem` where there is but one. */
function parseValues(parser: Cursor, word: Token & { kind: 'word' }): Value[] {
  const values = [parser.nested(word, () => parseValue(parser))]
  while (isSign(parser.peek(), ',')) {
    parser.next()
    values.push(parser.nested(word, () => parseValue(parser)))
  }
  if (values.length > 1) return values
  const rest = parser.peek()
  throw new SyntaxProblem(
    `expected a comma and another value, as in ${word.text}(baseline + 20%, 10ms)${found(rest)}`,
    rest,
  )
}

/** The rank of `p95`, `p99.9`; null where the name is no percentile. */
function percentile(name: string): number | null {
  const match = /^p(\d{1,2}(?:\.\d{1,3})?)$/.exec(name)
  const rank = Number(match?.[1] ?? 0)
  return rank > 0 ? rank : null
}

function parseMetric(parser: Cursor, caller: string): SeriesName {
  const token = parser.next()
  if (token.kind !== 'word')
    throw new SyntaxProblem(`expected a metric, as in ${caller}(jitter_ms)${found(token)}`, token)
  if (token.text.toLowerCase() === 'where')
    throw new SyntaxProblem(`expected a metric before where, as in ${caller}(mos where …)`, token)
  return metricName(token)
}
