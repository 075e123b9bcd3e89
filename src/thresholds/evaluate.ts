import type { Measurements } from '../model/measurements.ts'
import type { Run } from '../model/run.ts'
import type { CallTally } from '../apis/callscaler/calls.ts'
import { type Better, FACTS, type FarEndFact, GOOD_OUTCOMES, isOfFarEnd, metricFacts } from './catalogue.ts'
import { holds } from './comparison.ts'
import { type Absence, type Column, YES, column, isAbsence, truth } from './selection.ts'
import { aggregate } from './statistics.ts'
import {
  type Condition,
  type MetricName,
  type Operator,
  type Threshold,
  type Value,
  printMetric,
  mentionsBaseline,
  sidesOf,
} from './syntax.ts'
import { type Combination, type Measure, alike, scaled } from './units.ts'

/** What thresholds are held against: one run and all that is known of it. */
export interface Subject {
  run: Run
  measurements: Measurements
  /** Seconds the run was running; undefined where nobody knows. */
  durationSeconds?: number
  /** Seconds the run waited for capacity. */
  queueSeconds?: number
  /** What the far end says of the run's calls, or why it cannot be had; missing where nobody asked it. */
  calls?: CallTally | Absence
}

/** How many endpoints a value rests on, of how many it could. */
export interface Coverage {
  used: number
  of: number
}

/** One threshold held against one run. */
export interface ThresholdResult {
  threshold: Threshold
  /**
   * `missing`: a value was not to be had. `invalid`: the threshold cannot be judged as it is written. `unjudged`: the run ended in a way
   * that left nothing to judge.
   */
  state: 'held' | 'breached' | 'missing' | 'invalid' | 'unjudged'
  /** The measured side; with values on both sides, the left one. Undefined where it was not to be had. */
  measured?: number
  /** The other side. */
  limit?: number
  /** The comparison as it reads with the measured side first. */
  operator: Operator
  unit: Measure
  /** Which way the measured value is better, where it is one metric or fact. */
  better?: Better
  coverage?: Coverage
  /** Where several directions or tracks were measured, which one decided, and how often: `receive (38 of 40 endpoints)`. */
  decidedBy?: string
  /** The same expression measured on the baseline. */
  baseline?: number
  /** Why there is no value. */
  reason?: string
  /** What a reader should know of a value that there is. */
  note?: string
}

/** Holds thresholds against a run, all in one go so that what several of them use is reckoned once. */
export function evaluate(
  thresholds: readonly Threshold[],
  subject: Subject,
  baseline?: Subject | Absence,
): ThresholdResult[] {
  const measure = measurer(subject)
  const measureBaseline = baseline && !isAbsence(baseline) ? measurer(baseline) : undefined
  return thresholds.map((threshold) =>
    judge(threshold, measure, measureBaseline, baseline && isAbsence(baseline) ? baseline : undefined),
  )
}

/** The thresholds of a run of which no results were looked at. */
export function unjudged(thresholds: readonly Threshold[]): ThresholdResult[] {
  return thresholds.map((threshold) => ({ threshold, state: 'unjudged', operator: threshold.operator, unit: 'bare' }))
}

/** A value that was had. */
interface Measured {
  value: number
  unit: Measure
  coverage?: Coverage
  decidedBy?: string
}

/** A run without endpoints measured nothing, so it has no value for anything, not even for what the API says of the run as a whole. */
const NO_ENDPOINTS: Absence = { kind: 'missing', reason: 'the run has no endpoints' }

type Measurer = (value: Value, baseline?: Measured | Absence) => Measured | Absence

const FLIPPED: Readonly<Record<Operator, Operator>> = {
  '>=': '<=',
  '>': '<',
  '<=': '>=',
  '<': '>',
  '==': '==',
  '!=': '!=',
}

function judge(
  threshold: Threshold,
  measure: Measurer,
  measureBaseline: Measurer | undefined,
  noBaseline: Absence | undefined,
): ThresholdResult {
  const { measured: side, limit: other, flipped } = sidesOf(threshold)
  const operator = flipped ? FLIPPED[threshold.operator] : threshold.operator
  const better = betterOf(side)
  const result = { threshold, operator, unit: 'bare' as Measure, ...(better ? { better } : {}) }
  const absent = ({ kind, reason }: Absence, rest: Partial<ThresholdResult> = {}): ThresholdResult => ({
    ...result,
    ...rest,
    state: kind,
    reason,
  })

  const measured = measure(side)
  if (isAbsence(measured)) return absent(measured)
  const { value, unit, ...extent } = measured
  const known = { ...result, measured: value, unit, ...extent }
  let reference: Measured | Absence | undefined = measureBaseline?.(side)
  if (mentionsBaseline(other)) {
    reference ??= noBaseline ?? {
      kind: 'invalid',
      reason: 'it compares with `baseline`, but the input `baseline` is not set',
    }
    if (isAbsence(reference))
      return absent(
        measureBaseline ? { ...reference, reason: `on the baseline, ${reference.reason}` } : reference,
        known,
      )
  }
  const limit = measure(other, reference)
  const zero = reference && !isAbsence(reference) && reference.value === 0 && takesShareOfBaseline(other)
  const was = {
    ...(reference && !isAbsence(reference) ? { baseline: reference.value } : {}),
    ...(zero ? { note: 'the baseline is 0, and any percentage of 0 is 0' } : {}),
  }
  if (isAbsence(limit)) return absent(limit, { ...known, ...was })
  const both = alike(unit, limit.unit)
  if (typeof both === 'string') return absent({ kind: 'invalid', reason: both }, { ...known, ...was })
  const [common, limitInCommon] = [value / both.left, limit.value / both.right]
  const coverage = extent.coverage ?? limit.coverage
  return {
    ...known,
    ...was,
    ...(coverage ? { coverage } : {}),
    unit: unit === 'bare' ? limit.unit : unit,
    // Shown in the measured side's unit, compared in the common one.
    limit: limitInCommon * both.left,
    state: holds(common, operator, limitInCommon) ? 'held' : 'breached',
  }
}

function takesShareOfBaseline(value: Value): boolean {
  if (value.kind === 'negative') return takesShareOfBaseline(value.value)
  return (
    value.kind === 'arithmetic' &&
    (value.relative === true || takesShareOfBaseline(value.left) || takesShareOfBaseline(value.right))
  )
}

function betterOf(value: Value): Better | undefined {
  if (value.kind === 'fact') return FACTS[value.name].better
  if (value.kind === 'aggregate' && value.by !== 'stddev') return metricFacts(value.of.metric)?.better
  return value.kind === 'aggregate' ? 'lower' : undefined
}

function measurer(subject: Subject): Measurer {
  const { measurements } = subject
  const columns = new Map<string, Column | Absence>()
  const columnOf = (name: MetricName): Column | Absence => {
    const key = printMetric(name)
    let found = columns.get(key)
    if (!found) {
      found = column(name, measurements)
      columns.set(key, found)
    }
    return found
  }
  const scopeOf = (where: Condition | undefined): Uint8Array | Absence => {
    if (measurements.size === 0) return NO_ENDPOINTS
    if (!where) return new Uint8Array(measurements.size).fill(YES)
    const scope = truth(where, measurements, columnOf)
    return isAbsence(scope) || scope.includes(YES)
      ? scope
      : { kind: 'missing', reason: 'no endpoint satisfies the condition after where' }
  }

  const measure: Measurer = (value, baseline) => {
    switch (value.kind) {
      case 'number':
        return { value: value.value, unit: value.unit === '' ? 'bare' : value.unit }
      case 'baseline':
        return baseline ?? { kind: 'invalid', reason: 'there is no baseline' }
      case 'run':
        return measurements.size === 0 ? NO_ENDPOINTS : runNumber(subject.run, value.path)
      case 'negative': {
        const inner = measure(value.value, baseline)
        return isAbsence(inner) ? inner : { ...inner, value: -inner.value }
      }
      case 'arithmetic':
        return reckon(value, measure, baseline)
      case 'fact':
        return fact(value, subject, scopeOf, (where) => truth(where, measurements, columnOf))
      case 'count':
      case 'rate':
        return tally(value, scopeOf, (condition) => truth(condition, measurements, columnOf))
      case 'aggregate': {
        const scope = scopeOf(value.where)
        if (isAbsence(scope)) return scope
        const found = columnOf(value.of)
        return isAbsence(found) ? found : overEndpoints(value, found, scope)
      }
    }
  }
  return measure
}

function overEndpoints(
  value: Value & { kind: 'aggregate' },
  { values, decidedBy, deciders }: Column,
  scope: Uint8Array,
): Measured | Absence {
  const places = values.map((_, i) => i).filter((i) => scope[i] === YES)
  const covered = places.filter((i) => !Number.isNaN(values[i]))
  if (covered.length === 0)
    return { kind: 'missing', reason: `none of ${places.length} endpoints has a value for ${printMetric(value.of)}` }
  const result = aggregate(
    value.by,
    covered.map((i) => values[i] ?? Number.NaN),
    value.p,
  )
  // A minimum or maximum is one endpoint's, and so is what decided it.
  const deciding =
    value.by === 'min' || value.by === 'max' ? covered.filter((i) => values[i] === result).subarray(0, 1) : covered
  const decided = new Set(deciders).size > 1 ? decision(deciders, decidedBy, deciding) : undefined
  return {
    value: result,
    unit: metricFacts(value.of.metric)?.unit ?? 'unknown',
    coverage: { used: covered.length, of: places.length },
    ...(decided ? { decidedBy: decided } : {}),
  }
}

/** The direction or track that decided for most of these endpoints, and for how many: `receive (38 of 40 endpoints)`. */
function decision(deciders: readonly string[], decidedBy: Uint8Array, places: Float64Array): string | undefined {
  const votes = new Map<string, number>()
  for (const i of places) {
    const name = deciders[decidedBy[i] ?? 255] ?? ''
    votes.set(name, (votes.get(name) ?? 0) + 1)
  }
  const [top] = [...votes].toSorted((a, b) => b[1] - a[1])
  if (!top?.[0]) return undefined
  return places.length === 1 ? top[0] : `${top[0]} (${top[1]} of ${places.length} endpoints)`
}

function tally(
  { kind, condition, where }: Value & { kind: 'count' | 'rate' },
  scopeOf: (where: Condition | undefined) => Uint8Array | Absence,
  truthOf: (condition: Condition) => Uint8Array | Absence,
): Measured | Absence {
  const scope = scopeOf(where)
  if (isAbsence(scope)) return scope
  const truths = truthOf(condition)
  if (isAbsence(truths)) return truths
  let [yes, known, of] = [0, 0, 0]
  for (let i = 0; i < scope.length; i++) {
    if (scope[i] !== YES) continue
    of++
    if (truths[i] === YES) yes++
    if (truths[i] !== 2) known++
  }
  // Where nothing is known of any endpoint, "none of them" would be a guess.
  if (known === 0) return { kind: 'missing', reason: `none of ${of} endpoints has what the condition asks for` }
  return kind === 'count'
    ? { value: yes, unit: '', coverage: { used: known, of } }
    : { value: (100 * yes) / of, unit: '%', coverage: { used: known, of } }
}

function fact(
  { name, where }: Value & { kind: 'fact' },
  { measurements, durationSeconds, queueSeconds, calls }: Subject,
  scopeOf: (where: Condition | undefined) => Uint8Array | Absence,
  truthOf: (where: Condition) => Uint8Array | Absence,
): Measured | Absence {
  if (measurements.size === 0) return NO_ENDPOINTS
  if (name === 'duration' || name === 'queue_time') {
    const seconds = name === 'duration' ? durationSeconds : queueSeconds
    return seconds === undefined
      ? { kind: 'missing', reason: `the API does not tell the run's ${name}` }
      : { value: seconds, unit: 's' }
  }
  if (isOfFarEnd(name)) return ofCalls(name, calls)
  const scope = name === 'endpoints' && where ? truthOf(where) : scopeOf(where)
  if (isAbsence(scope)) return scope
  let [good, of] = [0, 0]
  for (let i = 0; i < scope.length; i++) {
    if (scope[i] !== YES) continue
    of++
    const outcome = measurements.outcomes[i]
    if (outcome && GOOD_OUTCOMES.includes(outcome)) good++
  }
  const coverage = { used: of, of }
  if (name === 'endpoints') return { value: of, unit: '', coverage }
  return name === 'success_rate'
    ? { value: (100 * good) / of, unit: '%', coverage }
    : { value: of - good, unit: '', coverage }
}

function ofCalls(name: FarEndFact, calls: Subject['calls']): Measured | Absence {
  if (!calls) return { kind: 'missing', reason: 'nobody asked CallScaler about the calls of this run' }
  if (isAbsence(calls)) return calls
  switch (name) {
    case 'received_calls':
      return { value: calls.received, unit: '' }
    case 'answered_calls':
      return { value: calls.answered, unit: '' }
    case 'missed_calls':
      return { value: calls.missed, unit: '' }
    case 'voicemail_calls':
      return { value: calls.voicemail, unit: '' }
    case 'answer_rate':
      return calls.received === 0
        ? { kind: 'missing', reason: 'the number received no call' }
        : { value: (100 * calls.answered) / calls.received, unit: '%' }
  }
}

function runNumber(run: Run, path: readonly string[]): Measured | Absence {
  let found: unknown = run.detail
  for (const key of path)
    found =
      typeof found === 'object' && found !== null && Object.hasOwn(found, key)
        ? (found as Record<string, unknown>)[key]
        : undefined
  if (typeof found === 'number') return { value: found, unit: 'unknown' }
  const what = found === undefined ? 'is not there' : 'is not a number'
  return {
    kind: 'missing',
    reason: `run.${path.join('.')} ${what}. The run's numbers are ${numbersOf(run.detail).join(', ') || 'none'}.`,
  }
}

/** Most numbers of a run's detail that are listed. */
const MAX_LISTED = 40

function numbersOf(value: unknown, path = 'run', depth = 0): string[] {
  if (typeof value === 'number') return [path]
  if (typeof value !== 'object' || value === null || Array.isArray(value) || depth > 5) return []
  return Object.entries(value)
    .slice(0, MAX_LISTED)
    .flatMap(([key, inner]) => (/^\w+$/.test(key) ? numbersOf(inner, `${path}.${key}`, depth + 1) : []))
    .slice(0, MAX_LISTED)
}

function reckon(
  value: Value & { kind: 'arithmetic' },
  measure: Measurer,
  baseline: Measured | Absence | undefined,
): Measured | Absence {
  const left = measure(value.left, baseline)
  if (isAbsence(left)) return left
  const right = measure(value.right, baseline)
  if (isAbsence(right)) return right
  const coverage = left.coverage ?? right.coverage
  const extent = coverage ? { coverage } : {}
  if (value.relative) {
    const change = (Math.abs(left.value) * right.value) / 100
    return { value: value.sign === '+' ? left.value + change : left.value - change, unit: left.unit, ...extent }
  }
  const { sign } = value
  const both =
    sign === '+' || sign === '-'
      ? alike(left.unit, right.unit)
      : scaled(sign, left.unit, right.unit, value.left, value.right)
  if (typeof both === 'string') return { kind: 'invalid', reason: both }
  return { value: reckoned(sign, left.value, right.value, both), unit: both.unit, ...extent }
}

/** Multiplies before it divides by the units' divisors: 100 * 7 / 100 is 7, and 100 * (7 / 100) is not. */
function reckoned(sign: '+' | '-' | '*' | '/', left: number, right: number, by: Combination): number {
  switch (sign) {
    case '+':
      return left / by.left + right / by.right
    case '-':
      return left / by.left - right / by.right
    case '*':
      return (left * right) / (by.left * by.right)
    case '/':
      return (left * by.right) / (right * by.left)
  }
}
