// Limits that finished runs would have held with room, each with its reason: `npm run thresholds -- --suggest`.
import { counted } from '../src/base/text.ts'
import { type Subject, isAbsence, missing } from '../src/model/subject.ts'
import { formatDifference, formatNumber } from '../src/report/numbers.ts'
import { HEADLINE_METRICS, metricFacts } from '../src/thresholds/catalogue.ts'
import type { Measured } from '../src/thresholds/endpoints.ts'
import { evaluate } from '../src/thresholds/evaluate.ts'
import { measurer } from '../src/thresholds/measure.ts'
import { parseThresholds } from '../src/thresholds/parse.ts'
import { LEAST_RUNS_FOR_SPREAD, spreadOf } from '../src/thresholds/reference.ts'
import type { Measure } from '../src/thresholds/units.ts'

/** What is suggested, one line each. */
export interface Suggestions {
  /** Limits as numbers. */
  fixed: readonly string[]
  /** Limits beside `baseline` and `spread`; none where there are too few runs to tell how far apart they lie. */
  relative: readonly string[]
}

/** What one limit is about, and on which side it is. */
interface Candidate {
  expression: string
  operator: '>=' | '<='
}

/** So many spreads of the runs are left as room, */
const SPREADS = 3
/** and at least this much, in the value's unit: less is not heard, or not told apart. */
const LEAST_ROOM: Readonly<Partial<Record<Measure, number>>> = { '%': 0.5, ms: 2, s: 2 }
const LEAST_ROOM_OF_MOS = 0.1
const MOS_STEP = 0.05
/** and at least this share of what was measured, of values that grow without end. */
const LEAST_SHARE = 0.1

/** The limits that these runs would have held, and by how much. Of runs of several tests the loosest. */
export function suggest(subjects: readonly Subject[]): Suggestions {
  const found = candidates(subjects).flatMap((candidate) => limitsOf(candidate, subjects))
  const enough = subjects.length >= LEAST_RUNS_FOR_SPREAD
  return {
    fixed: found.map(({ fixed }) => fixed).filter((line) => isHeld(line, subjects)),
    relative: enough ? found.map(({ relative }) => relative) : [],
  }
}

/** What is worth a limit: how endpoints end, the mean and the bad end of speech quality, and the bad end of what spoils it. */
function candidates(subjects: readonly Subject[]): Candidate[] {
  const there = HEADLINE_METRICS.filter((metric) =>
    subjects.every(({ measurements }) => measurements.metrics.has(metric)),
  )
  return [
    { expression: 'success_rate', operator: '>=' },
    ...there.flatMap((metric): Candidate[] =>
      metricFacts(metric)?.better === 'higher'
        ? [{ expression: `avg(${metric})`, operator: '>=' }, { expression: `p5(${metric})`, operator: '>=' }]
        : [{ expression: `p95(${metric})`, operator: '<=' }],
    ),
  ] // prettier-ignore
}

/** The limit beyond the worst of the runs, and the one beside their middle; none where a run has no value. */
function limitsOf(candidate: Candidate, subjects: readonly Subject[]): { fixed: string; relative: string }[] {
  const { expression, operator } = candidate
  const [threshold] = parseThresholds(`${expression} ${operator} 0`).thresholds
  const found = subjects.map((subject) => (threshold ? measurer(subject)(threshold.left) : NO_VALUE))
  const known = found.filter((one): one is Measured => !isAbsence(one) && Number.isFinite(one.value))
  const unit = known[0]?.unit
  if (unit === undefined || known.length < subjects.length) return []
  const values = known.map(({ value }) => value)
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const worst = operator === '>=' ? least : most
  const floor = leastRoom({ ...candidate, worst, unit }, subjects)
  const spread = { amount: SPREADS * spreadOf(values), why: `${SPREADS} spreads between these runs` }
  const room = spread.amount > floor.amount ? spread : floor
  const step = expression.includes('(mos)') ? MOS_STEP : stepOf(room.amount)
  const limit = outward(operator === '>=' ? worst - room.amount : worst + room.amount, operator, step)
  const text = (value: number): string => formatNumber(Number(value.toPrecision(4)), unit)
  const range = least === most ? text(least) : `${text(least)} to ${text(most)}`
  const suffix = unit === '%' || unit === 'ms' ? unit : ''
  return [
    {
      fixed: `${expression} ${operator} ${limit}${suffix}  # ${counted(values.length, 'run')}: ${range}; room ${formatDifference(Math.abs(limit - worst), [limit, worst], unit)}, ${room.why}`,
      relative: `${expression} ${operator} baseline ${operator === '>=' ? '-' : '+'} max(${SPREADS} * spread, ${outward(floor.amount, '<=', step)}${suffix})`,
    },
  ]
}

const NO_VALUE = missing('it cannot be written as a threshold')

/** The least room beyond a value, in its unit, and why. */
function leastRoom(
  { expression, worst, unit }: Candidate & { worst: number; unit: Measure },
  subjects: readonly Subject[],
): { amount: number; why: string } {
  if (expression.includes('(mos)')) return { amount: LEAST_ROOM_OF_MOS, why: 'less is not heard' }
  const fewest = Math.min(...subjects.map(({ measurements }) => measurements.size))
  if (expression === 'success_rate') return { amount: 100 / fewest, why: `one endpoint of ${fewest}` }
  const [floor, share] = [LEAST_ROOM[unit] ?? 0, unit === '%' ? 0 : LEAST_SHARE * Math.abs(worst)]
  return share > floor
    ? { amount: share, why: `${100 * LEAST_SHARE} % of the worst` }
    : { amount: floor, why: 'less is not heard' }
}

/** A step that a person would take: 1, 2 or 5 of a power of ten, some fifth of the room. */
function stepOf(room: number): number {
  const power = 10 ** Math.floor(Math.log10(room / 5))
  const digit = room / 5 / power
  return power * (digit < 2 ? 1 : digit < 5 ? 2 : 5)
}

/** The next whole step away from what was measured, and no share below 0. */
function outward(value: number, operator: '>=' | '<=', step: number): number {
  const steps = operator === '>=' ? Math.floor(value / step) : Math.ceil(value / step)
  return Number(Math.max(0, steps * step).toPrecision(6))
}

/** Whether every run holds a line; one that none of them would hold is no suggestion. */
function isHeld(line: string, subjects: readonly Subject[]): boolean {
  const { thresholds } = parseThresholds(line)
  return subjects.every((subject) => evaluate(thresholds, subject).every(({ state }) => state === 'held'))
}
