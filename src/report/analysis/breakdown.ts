// Where in a run to look: its groups beside one another, and its worst endpoints.
import { group } from 'd3-array'
import { clamp } from '../../base/clamp.ts'
import { mostFrequent } from '../../base/counts.ts'
import { type Measurements, onlyOf } from '../../model/measurements.ts'
import { endedWell } from '../../model/outcomes.ts'
import { printSeriesName } from '../../model/series.ts'
import { type Absence, type Subject, isAbsence } from '../../model/subject.ts'
import { holds } from '../../thresholds/comparison.ts'
import type { Measured } from '../../thresholds/endpoints.ts'
import type { ThresholdResult } from '../../thresholds/evaluate.ts'
import { measurer } from '../../thresholds/measure.ts'
import { YES, column, truth } from '../../thresholds/selection.ts'
import { type Value, sidesOf } from '../../thresholds/syntax.ts'
import { type Measure, unitOfMetric } from '../../thresholds/units.ts'
import { type Limit, endpointLimit, heldLast, lookedAt } from './distribution.ts'

/** Most groups that are held against thresholds. */
const MAX_JUDGED = 200

/** The endpoints of one group. */
export interface Group {
  /** null for endpoints without a group. */
  name: string | null
  endpoints: number
  /** In percent. */
  successRate: number
  /** The thresholds that were asked for, over this group alone. */
  results: readonly ThresholdResult[]
}

/** One endpoint that failed, or is outside a breached limit. */
export interface WorstEndpoint {
  id: string
  group: string | null
  outcome: string | null
  phase: string | null
  sipStatus: number | null
  values: readonly { metric: string; value: number; unit: Measure; beyond: boolean }[]
}

/**
 * The groups of a run, worst first, each held against the limits that the whole run was held against. Empty where there are fewer than two.
 */
export function groupsOf(
  results: readonly ThresholdResult[],
  subject: Subject,
): { count: number; groups: readonly Group[] } {
  const { groups: names, outcomes } = subject.measurements
  const places = group(names.keys(), (place) => names[place] ?? null)
  if (places.size < 2) return { count: places.size, groups: [] }
  const good = (own: readonly number[]): number => own.filter((place) => endedWell(outcomes[place] ?? null)).length
  const shares = [...places].map(([name, own]) => ({ name, own, successRate: (100 * good(own)) / own.length }))
  // Where there are very many, judging each would take longer than anybody would read.
  const candidates = shares.toSorted((a, b) => a.successRate - b.successRate).slice(0, MAX_JUDGED)
  const groups = candidates.map(({ name, own, successRate }) => {
    const measure = measurer({ ...subject, measurements: onlyOf(subject.measurements, own) })
    return {
      name,
      endpoints: own.length,
      successRate,
      results: results.map((whole) => heldAgainst(measure(sidesOf(whole.threshold).measured), whole)),
    }
  })
  const broken = ({ results: own }: Group): number => own.filter(({ state }) => state === 'breached').length
  const sorted = groups.toSorted(
    (a, b) => broken(b) - broken(a) || a.successRate - b.successRate || (a.name ?? '').localeCompare(b.name ?? ''),
  )
  return { count: places.size, groups: sorted }
}

/** A threshold of the whole run held against what a group measured. */
function heldAgainst(own: Measured | Absence, { threshold, operator, limit }: ThresholdResult): ThresholdResult {
  if (isAbsence(own)) return { threshold, operator, unit: 'bare', state: own.kind, reason: own.reason }
  const { value, ...rest } = own
  const known = { ...rest, threshold, operator, measured: value }
  // Where the whole run has no limit, no group has one.
  if (limit === undefined) return { ...known, state: 'unjudged' }
  return { ...known, limit, state: holds(value, operator, limit) ? 'held' : 'breached' }
}

/** A metric that thresholds limit, with what each endpoint has of it. */
interface LimitedMetric {
  metric: string
  unit: Measure
  /** The limits of breached thresholds. */
  limits: readonly Limit[]
  values: Float64Array
}

/** Most metrics whose values are shown of each endpoint. */
const MAX_METRICS = 4

function limitedMetrics(results: readonly ThresholdResult[], { measurements }: Subject): LimitedMetric[] {
  const looked = heldLast(results).flatMap((result) => {
    const found = lookedAt(result)
    return found?.limit ? [{ name: found.name, limit: found.limit, isBreached: result.state === 'breached' }] : []
  })
  const byName = group(looked, ({ name }) => printSeriesName(name))
  return [...byName]
    .flatMap(([metric, [first, ...others]]) => {
      const of = first && column(first.name, measurements)
      if (!first || !of || isAbsence(of)) return []
      const limits = [first, ...others].filter(({ isBreached }) => isBreached).map(({ limit }) => limit)
      return [{ metric, unit: unitOfMetric(first.name), limits, values: of.values }]
    })
    .slice(0, MAX_METRICS)
}

/** How many endpoints failed or are outside a breached limit, and the `most` worst of them: those that failed first, then those furthest outside breached limits. */
export function worstEndpoints(
  results: readonly ThresholdResult[],
  subject: Subject,
  most: number,
): { count: number; endpoints: WorstEndpoint[] } {
  const { measurements } = subject
  const limited = limitedMetrics(results, subject)
  const scored: { place: number; failed: boolean; excess: number }[] = []
  for (let place = 0; place < measurements.size; place++) {
    const failed = !endedWell(measurements.outcomes[place] ?? null)
    const excess = limited.reduce((sum, { limits, values }) => sum + outsideBy(values[place], limits), 0)
    if (failed || excess > 0) scored.push({ place, failed, excess })
  }
  scored.sort((a, b) => Number(b.failed) - Number(a.failed) || b.excess - a.excess || a.place - b.place)
  const endpoints = scored.slice(0, most).map(({ place }) => ({
    id: measurements.ids[place] ?? '',
    group: measurements.groups[place] ?? null,
    outcome: measurements.outcomes[place] ?? null,
    phase: measurements.phases[place] ?? null,
    sipStatus: measurements.sipStatuses[place] ?? null,
    values: limited.map(({ metric, unit, limits, values }) => {
      const value = values[place] ?? Number.NaN
      return { metric, unit, value, beyond: outsideBy(value, limits) > 0 }
    }),
  }))
  return { count: scored.length, endpoints }
}

/** How far a value lies outside the limit that it breaks most, as a share of it, at most 100; 0 within all, and without a value. */
function outsideBy(value: number | undefined, limits: readonly Limit[]): number {
  if (value === undefined || Number.isNaN(value)) return 0
  const shares = limits.map(({ operator, value: limit }) => {
    if (holds(value, operator, limit)) return 0
    return clamp(Math.abs(value - limit) / (Math.abs(limit) || 1), Number.EPSILON, 100)
  })
  return Math.max(0, ...shares)
}

/** The endpoints that a breached threshold is about. */
export interface Culprits {
  /** How many endpoints are outside the limit themselves, or failed. */
  endpoints: number
  of: number
  /** What they have in common most often: a group, an outcome. */
  mostly?: { property: 'group' | 'outcome'; value: string; endpoints: number }
}

/** The endpoints that a breached threshold counts; undefined if it limits no single endpoint, as an average does not, or none stands out. */
export function culpritsOf(result: ThresholdResult, subject: Subject): Culprits | undefined {
  if (result.state !== 'breached') return undefined
  const { measurements } = subject
  const { left, right } = result.threshold
  const byOutcome = isAboutOutcomes(left) || isAboutOutcomes(right)
  const bad = byOutcome ? failedPlaces(measurements) : outsidePlaces(result, subject)
  if (!bad || bad.length === 0) return undefined
  const mostly =
    commonest('group', bad, measurements.groups) ??
    (byOutcome ? commonest('outcome', bad, measurements.outcomes) : undefined)
  return { endpoints: bad.length, of: measurements.size, ...(mostly ? { mostly } : {}) }
}

function isAboutOutcomes(value: Value): boolean {
  return value.kind === 'fact' && (value.name === 'success_rate' || value.name === 'failed_endpoints') && !value.where
}

function failedPlaces({ outcomes }: Measurements): number[] {
  return [...outcomes.keys()].filter((place) => !endedWell(outcomes[place] ?? null))
}

function outsidePlaces(result: ThresholdResult, { measurements }: Subject): number[] | undefined {
  const looked = endpointLimit(result)
  const found = looked && column(looked.name, measurements)
  if (!looked || !found || isAbsence(found)) return undefined
  const { limit, where } = looked
  const within = where && truth(where, measurements, (name) => column(name, measurements))
  if (within && isAbsence(within)) return undefined
  return [...found.values.keys()].filter(
    (place) => (!within || within[place] === YES) && outsideBy(found.values[place], [limit]) > 0,
  )
}

/** By how much larger the share of a group must be among the affected endpoints than among all. */
const APART = 0.1

/** What most of these endpoints share, where they are set apart by it: undefined where every endpoint has the same. */
function commonest(
  property: 'group' | 'outcome',
  places: readonly number[],
  values: readonly (string | null)[],
): Culprits['mostly'] {
  const [value, endpoints] = mostFrequent(places.map((place) => values[place]).filter(Boolean)) ?? []
  if (!value || !endpoints || new Set(values).size < 2 || endpoints <= places.length / 2) return undefined
  // What most endpoints have anyway sets nobody apart.
  const everywhere = values.filter((own) => own === value).length / values.length
  return endpoints / places.length < everywhere + APART ? undefined : { property, value, endpoints }
}
