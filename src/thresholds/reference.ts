// What `baseline` and `spread` stand for in a threshold: what one earlier run measured, or the middle of several and how far apart they lie.
import { median } from 'd3-array'
import { type Absence, isAbsence, missing } from '../model/subject.ts'
import { counted } from '../base/text.ts'
import type { Measured } from './endpoints.ts'
import type { Quantity } from './units.ts'

/** Fewest runs with a value of which a middle is taken, and of which it is told how far apart they lie. */
export const LEAST_RUNS = 3
export const LEAST_RUNS_FOR_SPREAD = 5

/** Makes of a median absolute deviation the standard deviation of a normal distribution. Source: Rousseeuw and Croux (1993). */
const NORMAL_CONSISTENCY = 1.4826

/** An earlier run, kept small: what it measured of each threshold, in their order, and not its endpoints. */
export interface EarlierRun {
  runId?: string
  /** When it was started, in ms since the epoch. */
  at?: number
  values: readonly (Quantity | Absence)[]
  /** Whether it is only shown beside the others: it broke a threshold itself, so nothing is to be measured by it. */
  apart?: true
}

/** What the words stand for beside one threshold, or why that is not to be had. */
export interface Reference {
  baseline: Measured | Absence
  spread: Measured | Absence
  /** What a reader should know of them. */
  note?: string
}

/** What the words stand for where nothing, or one run alone, is compared with. */
export function singleReference(baseline: Measured | Absence): Reference {
  const spread = isAbsence(baseline)
    ? baseline
    : missing('`spread` needs several earlier runs, and the baseline is one')
  return { baseline, spread }
}

/** What the words stand for by what several runs measured of one threshold. */
export function historyReference(values: readonly (Quantity | Absence)[]): Reference {
  const known = values.filter((value): value is Quantity => !isAbsence(value))
  const [first] = known
  const tooFew = (least: number): Absence => {
    const without = values.length - known.length
    const why =
      without > 0
        ? `${known.length} of ${counted(values.length, 'earlier run')} ${known.length === 1 ? 'has' : 'have'} a value`
        : `there ${known.length === 1 ? 'is' : 'are'} ${counted(known.length, 'earlier run')} to compare with`
    return missing(`${why}, and ${least} are needed`)
  }
  if (!first || known.length < LEAST_RUNS)
    return { baseline: tooFew(LEAST_RUNS), spread: tooFew(LEAST_RUNS_FOR_SPREAD) }
  const numbers = known.map(({ value }) => value)
  const without = values.length - known.length
  return {
    ...(without > 0 ? { note: `baseline of ${known.length} runs: ${without} of ${values.length} have no value` } : {}),
    baseline: { value: middle(numbers), unit: first.unit },
    spread:
      known.length < LEAST_RUNS_FOR_SPREAD
        ? tooFew(LEAST_RUNS_FOR_SPREAD)
        : { value: spreadOf(numbers), unit: first.unit },
  }
}

/** The median; of an even number of values the mean of the two in the middle. NaN where there are none. */
export function middle(values: readonly number[]): number {
  return median(values) ?? Number.NaN
}

/**
 * How far apart values lie, as a standard deviation that a single outlier cannot move: 1.4826 × the median absolute deviation from the median. NaN where
 * there are none.
 */
export function spreadOf(values: readonly number[]): number {
  const centre = middle(values)
  return NORMAL_CONSISTENCY * middle(values.map((value) => Math.abs(value - centre)))
}
