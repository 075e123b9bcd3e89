// Thresholds held against a run.
import { optional } from '../base/fields.ts'
import { type Absence, type Subject, invalid, isAbsence } from '../model/subject.ts'
import { type Better, FACTS, metricFacts } from './catalogue.ts'
import { holds } from './comparison.ts'
import type { Coverage, Measured } from './endpoints.ts'
import { type Interval, wilsonInterval } from './interval.ts'
import { type Measurer, NO_BASELINE, measurer } from './measure.ts'
import { type EarlierRun, type Reference, historyReference, singleReference } from './reference.ts'
import {
  type Expression,
  FLIPPED,
  type Operator,
  type Threshold,
  mentionsBaseline,
  mentionsSpread,
  partsOf,
  sidesOf,
} from './syntax.ts'
import { type Measure, alike } from './units.ts'

/** What an earlier run measured; without a value where it has none. `at` is in ms since the epoch. */
export interface EarlierValue {
  runId?: string
  at?: number
  value?: number
}

/** What one of several runs of a test measured of a threshold. */
export interface ConfirmingValue extends Pick<ThresholdResult, 'state' | 'measured'> {
  runId?: string
}

/** One threshold held against one run. */
export interface ThresholdResult {
  threshold: Threshold
  /**
   * `missing`: a value was not to be had. `invalid`: the threshold cannot be judged as it is written. `unjudged`: the run ended in a way
   * that left nothing to judge. `unconfirmed`: it was breached in a run, and held in another that was to confirm it.
   */
  state: 'held' | 'breached' | 'missing' | 'invalid' | 'unjudged' | 'unconfirmed'
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
  /** The same expression measured on the baseline; of several runs the median. */
  baseline?: number
  /** How far apart the same expression lies on the runs of the baseline. */
  spread?: number
  /** What the runs of the baseline measured, the oldest first; missing where they are not several. */
  history?: readonly EarlierValue[]
  /** Where a share of endpoints was measured, what so few of them leave open. */
  interval?: Interval
  /** What each run of the test measured, where a breach was to be confirmed, in their order. */
  runs?: readonly ConfirmingValue[]
  /** Why there is no value. */
  reason?: string
  /** What a reader should know of a value that there is. */
  note?: string
}

/**
 * Holds thresholds against a run, all in one go so that what several of them use is reckoned once. `baseline` is one run, or several, the oldest first, or
 * why there is none.
 */
export function evaluate(
  thresholds: readonly Threshold[],
  subject: Subject,
  baseline: Subject | readonly EarlierRun[] | Absence = NO_BASELINE,
): ThresholdResult[] {
  const measure = measurer(subject)
  if (!isHistory(baseline)) {
    const before = isAbsence(baseline) ? undefined : measuredSides(thresholds, baseline).map(onBaseline)
    const found = (i: number): Measured | Absence => before?.[i] ?? (isAbsence(baseline) ? baseline : NO_BASELINE)
    return thresholds.map((threshold, i) => judge(threshold, measure, singleReference(found(i))))
  }
  return thresholds.map((threshold, i) => {
    const earlier = baseline.map(({ values, ...run }) => ({ ...run, value: values[i] ?? NO_BASELINE }))
    const counted = earlier.filter(({ apart }) => !apart).map(({ value }) => value)
    const result = judge(threshold, measure, historyReference(counted))
    const history = earlier.map(({ value, runId, at }): EarlierValue => {
      return optional({ runId, at, value: isAbsence(value) ? undefined : value.value })
    })
    return { ...result, history }
  })
}

function isHistory(baseline: Subject | readonly EarlierRun[] | Absence): baseline is readonly EarlierRun[] {
  return Array.isArray(baseline)
}

/** What each threshold measures of a run, in their order: the side that `baseline` stands for. */
export function measuredSides(thresholds: readonly Threshold[], subject: Subject): (Measured | Absence)[] {
  const measure = measurer(subject)
  return thresholds.map((threshold) => measure(sidesOf(threshold).measured))
}

function onBaseline(found: Measured | Absence): Measured | Absence {
  return isAbsence(found) ? { ...found, reason: `on the baseline, ${found.reason}` } : found
}

/** The thresholds of a run of which no results were looked at. */
export function unjudged(thresholds: readonly Threshold[]): ThresholdResult[] {
  return thresholds.map((threshold) => ({ threshold, state: 'unjudged', operator: threshold.operator, unit: 'bare' }))
}

function judge(threshold: Threshold, measure: Measurer, reference: Reference): ThresholdResult {
  const { measured: side, limit: other, flipped } = sidesOf(threshold)
  const operator = flipped ? FLIPPED[threshold.operator] : threshold.operator
  const better = betterOf(side)
  let known: Omit<ThresholdResult, 'state'> = { threshold, operator, unit: 'bare', ...(better ? { better } : {}) }
  const absent = ({ kind, reason }: Absence): ThresholdResult => ({ ...known, state: kind, reason })

  const measured = measure(side)
  if (isAbsence(measured)) return absent(measured)
  const { value, unit, proportion, ...extent } = measured
  known = {
    ...known,
    measured: value,
    unit,
    ...extent,
    ...optional({ interval: proportion && wilsonInterval(proportion) }),
  }
  const { baseline, spread, note } = reference
  if (!isAbsence(baseline)) known.baseline = baseline.value
  else if (mentionsBaseline(other)) return absent(baseline)
  if (!isAbsence(spread)) known.spread = spread.value
  if (note && mentionsBaseline(other)) known.note = note
  if (known.spread === 0 && mentionsSpread(other))
    known.note = 'the spread is 0, since most earlier runs measured the same'
  if (known.baseline === 0 && takesShareOfBaseline(other))
    known.note = 'the baseline is 0, and any percentage of 0 is 0'
  const limit = measure(other, reference)
  if (isAbsence(limit)) return absent(limit)
  const both = alike(unit, limit.unit)
  if (typeof both === 'string') return absent(invalid(both))
  const [common, limitInCommon] = [value / both.left, limit.value / both.right]
  const coverage = extent.coverage ?? limit.coverage
  return {
    ...known,
    ...(coverage ? { coverage } : {}),
    unit: unit === 'bare' ? limit.unit : unit,
    // Shown in the measured side's unit, compared in the common one.
    limit: limitInCommon * both.left,
    state: holds(common, operator, limitInCommon) ? 'held' : 'breached',
  }
}

function takesShareOfBaseline(value: Expression): boolean {
  return partsOf(value).some((part) => part.kind === 'arithmetic' && part.relative)
}

function betterOf(value: Expression): Better | undefined {
  if (value.kind === 'fact') return FACTS[value.name].better
  if (value.kind === 'aggregate' && value.by !== 'stddev') return metricFacts(value.of.metric)?.better
  return value.kind === 'aggregate' ? 'lower' : undefined
}
