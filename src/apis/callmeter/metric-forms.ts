// How metrics come: their names, and the forms of their values, held against what metrics.ts assumes. Names and types alone are told, never a value.
import { type Fields, isObject } from '../../base/fields.ts'
import { DIRECTIONS, snakeCase } from '../../model/series.ts'
import type { Assumption, FieldTypes } from '../../model/check.ts'
import { objectsIn, shownName, typeOf } from '../http/shape.ts'

/** Most metrics that are listed, and deepest nesting that is followed. */
const [MAX_METRICS, MAX_DEPTH] = [80, 6]

/** Names of statistics that are assumed. Any other name is taken for one, too, and told as not assumed. */
const STATISTIC =
  /^(avg|mean|average|min|minimum|max|maximum|median|p\d{1,2}([._]\d+)?|std(_?dev)?|sum|count|first|last)$/

type Probed = Omit<Assumption, 'api'>

/** What the metrics of endpoint rows say of the assumed names and forms. */
export function probeMetrics(rows: readonly Fields[]): Probed[] {
  const metrics = objectsIn(rows.map(({ metrics: nested }) => nested))
  const names = [...new Set(metrics.flatMap((one) => Object.keys(one)))].toSorted()
  if (names.length === 0) {
    const reason = 'No endpoint that was read has `metrics`.'
    return ['metric-names', 'metric-values', 'fraction-lost'].map((what) => ({
      what,
      answered: 'not available',
      reason,
    }))
  }
  return [probeNames(names), probeForms(names, metrics), probeFractionLost(metrics)]
}

function probeNames(names: readonly string[]): Probed {
  const other = names.filter((name) => snakeCase(name) !== name)
  return {
    what: 'metric-names',
    answered: other.length === 0 ? 'as assumed' : 'differently',
    reason:
      other.length === 0
        ? 'All metrics have names in snake_case.'
        : `${other.length} of ${names.length} metrics have names that are not in snake_case.`,
  }
}

function probeForms(names: readonly string[], metrics: readonly Fields[]): Probed {
  const fields = names.map((name): FieldTypes => {
    const forms = new Set(metrics.filter((one) => Object.hasOwn(one, name)).map((one) => formOf(one[name])))
    return { field: shownName(name), came: [...forms].toSorted().join(' or ') }
  })
  const odd = names.filter((name) => metrics.some((one) => !isAssumed(one[name])))
  return {
    what: 'metric-values',
    answered: odd.length === 0 ? 'as assumed' : 'differently',
    reason:
      odd.length === 0
        ? 'All metrics are numbers, or numbers by direction, track and statistic.'
        : `${odd.length} of ${names.length} metrics have values of another form: ${odd.slice(0, 5).map(shownName).join(', ')}.`,
    fields: fields.slice(0, MAX_METRICS),
  }
}

/** `{ receive: { avg: number } }`. */
function formOf(value: unknown, depth = 0): string {
  if (!isObject(value)) return typeOf(value) === 'count' ? 'number' : typeOf(value)
  if (depth >= MAX_DEPTH) return 'object'
  const parts = Object.entries(value).map(([key, inner]) => `${shownName(key)}: ${formOf(inner, depth + 1)}`)
  return parts.length === 0 ? '{}' : `{ ${[...new Set(parts)].toSorted().join(', ')} }`
}

function isAssumed(value: unknown, depth = 0): boolean {
  if (!isObject(value)) return value === undefined || value === null || typeof value === 'number'
  if (depth >= MAX_DEPTH) return false
  return Object.entries(value).every(([key, inner]) => isKnownPart(snakeCase(key)) && isAssumed(inner, depth + 1))
}

function isKnownPart(key: string): boolean {
  return Object.hasOwn(DIRECTIONS, key) || key === 'audio' || key === 'video' || STATISTIC.test(key)
}

/** Whether `fraction_lost` is percent, as documented, or a share, as its name says: only a value above 1 tells. */
function probeFractionLost(metrics: readonly Fields[]): Probed {
  const values = metrics.flatMap((one) => numbersIn(one.fraction_lost ?? one.fractionLost))
  const what = 'fraction-lost'
  if (values.some((value) => value > 1))
    return { what, answered: 'as assumed', reason: 'Some values are above 1, so they are percent.' }
  const reason =
    values.length === 0
      ? 'No endpoint that was read has it.'
      : 'No value is above 1, so percent and share cannot be distinguished.'
  return { what, answered: 'not available', reason }
}

function numbersIn(value: unknown, depth = 0): number[] {
  if (typeof value === 'number') return [value]
  return isObject(value) && depth < MAX_DEPTH
    ? Object.values(value).flatMap((inner) => numbersIn(inner, depth + 1))
    : []
}
