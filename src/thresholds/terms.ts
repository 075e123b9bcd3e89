// What values and conditions are made of: the names of metrics, and literals.
import { DIRECTIONS, STATISTICS, type SeriesName, snakeCase } from '../model/series.ts'
import type { LiteralUnit, Value } from './syntax.ts'
import { SyntaxProblem, type Token } from './tokens.ts'

/** A metric with what narrows it: `jitter_ms.receive.p95`. Throws a `SyntaxProblem` where that is said twice. */
export function metricName(word: Token & { kind: 'word' }): SeriesName {
  const [key = '', ...narrowing] = word.text.split('.')
  const name: SeriesName = { metric: snakeCase(key) }
  for (const part of narrowing.map(snakeCase)) {
    const direction = Object.hasOwn(DIRECTIONS, part) ? DIRECTIONS[part] : undefined
    const track = part === 'audio' || part === 'video' ? part : undefined
    if ((direction && name.direction) || (track && name.track) || (!direction && !track && name.statistic)) {
      throw new SyntaxProblem(`\`${word.text}\` is narrowed twice in the same way`, word)
    }
    if (direction) name.direction = direction
    else if (track) name.track = track
    else name.statistic = (Object.hasOwn(STATISTICS, part) && STATISTICS[part]) || part
  }
  return name
}

/** Decimal places that a unit moves a literal by, and what it is then multiplied with: `1.005s` is read as 1005 ms, without a rounding between. */
const LITERAL_UNITS: Readonly<Record<string, { unit: LiteralUnit; places: number; factor: number }>> = {
  '': { unit: '', places: 0, factor: 1 },
  '%': { unit: '%', places: 0, factor: 1 },
  ms: { unit: 'ms', places: 0, factor: 1 },
  s: { unit: 'ms', places: 3, factor: 1 },
  m: { unit: 'ms', places: 3, factor: 60 },
}

/** A number as it is written, in the unit that it is reckoned with. Throws a `SyntaxProblem` where that is none. */
export function literal(token: Token & { kind: 'number' }): Value & { kind: 'number' } {
  const scale = Object.hasOwn(LITERAL_UNITS, token.unit) ? LITERAL_UNITS[token.unit] : undefined
  if (!scale) throw new SyntaxProblem(`\`${token.unit}\` is not a unit: %, ms, s and m (minutes) are`, token)
  const value = Number(`${token.digits}e${scale.places}`) * scale.factor
  if (!Number.isFinite(value)) throw new SyntaxProblem('this number is too large', token)
  return { kind: 'number', value, unit: scale.unit, start: token.start, end: token.end }
}
