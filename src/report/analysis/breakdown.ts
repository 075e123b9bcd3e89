// Where in a run to look: its groups beside one another, and its worst endpoints.
import type { Measurements } from '../../model/measurements.ts'
import { GOOD_OUTCOMES } from '../../thresholds/catalogue.ts'
import { type Subject, type ThresholdResult, evaluate } from '../../thresholds/evaluate.ts'
import { holds } from '../../thresholds/comparison.ts'
import { column, isAbsence } from '../../thresholds/selection.ts'
import { type Threshold, printMetric, sidesOf } from '../../thresholds/syntax.ts'
import type { Measure } from '../../thresholds/units.ts'
import { metricFacts } from '../../thresholds/catalogue.ts'
import { type Limit, lookedAt } from './distribution.ts'

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

/** One endpoint that did not end well, or lies beyond a limit. */
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
  const places = new Map<string | null, number[]>()
  for (const [place, group] of subject.measurements.groups.entries()) {
    const list = places.get(group)
    if (list) list.push(place)
    else places.set(group, [place])
  }
  if (places.size < 2) return { count: places.size, groups: [] }
  const thresholds = results.map(({ threshold }) => measuring(threshold))
  const good = (own: readonly number[]): number =>
    own.filter((place) => endedWell(subject.measurements.outcomes[place] ?? null)).length
  const shares = [...places].map(([name, own]) => ({ name, own, successRate: (100 * good(own)) / own.length }))
  // Where there are very many, judging each would take longer than anybody would read.
  const candidates = shares.toSorted((a, b) => a.successRate - b.successRate).slice(0, MAX_JUDGED)
  const groups = candidates.map(({ name, own, successRate }) => {
    const measurements = onlyOf(subject.measurements, own)
    return {
      name,
      endpoints: own.length,
      successRate,
      results: evaluate(thresholds, { ...subject, measurements }).map((result, i) => heldAgainst(result, results[i])),
    }
  })
  const broken = (group: Group): number => group.results.filter(({ state }) => state === 'breached').length
  const sorted = groups.toSorted(
    (a, b) => broken(b) - broken(a) || a.successRate - b.successRate || (a.name ?? '').localeCompare(b.name ?? ''),
  )
  return { count: places.size, groups: sorted }
}

/** A threshold that measures the same and demands nothing. */
function measuring(threshold: Threshold): Threshold {
  const { measured } = sidesOf(threshold)
  return {
    ...threshold,
    left: measured,
    operator: '>=',
    right: { kind: 'number', value: 0, unit: '', start: 0, end: 0 },
  }
}

function heldAgainst(own: ThresholdResult, whole: ThresholdResult | undefined): ThresholdResult {
  if (!whole || own.measured === undefined) return own
  // Where the whole run has no limit, no group has one.
  if (whole.limit === undefined) return { ...own, threshold: whole.threshold, state: 'unjudged' }
  const { threshold, operator, limit } = whole
  return { ...own, threshold, operator, limit, state: holds(own.measured, operator, limit) ? 'held' : 'breached' }
}

/** Some endpoints of a run. */
function onlyOf(measurements: Measurements, places: readonly number[]): Measurements {
  const pick = <T>(list: readonly T[]): T[] => places.map((place) => list[place] as T)
  return {
    size: places.length,
    ids: pick(measurements.ids),
    groups: pick(measurements.groups),
    phases: pick(measurements.phases),
    outcomes: pick(measurements.outcomes),
    sipStatuses: pick(measurements.sipStatuses),
    metrics: new Map(
      [...measurements.metrics].map(([metric, all]) => [
        metric,
        all.map((series) => ({
          ...series,
          values: Float64Array.from(places, (place) => series.values[place] ?? Number.NaN),
        })),
      ]),
    ),
  }
}

/** Whether an endpoint's outcome counts as success. */
export function endedWell(outcome: string | null): boolean {
  return outcome !== null && GOOD_OUTCOMES.includes(outcome)
}

/** A limit that an endpoint can be held against by itself, with what each endpoint has of its metric. */
interface Yardstick {
  metric: string
  unit: Measure
  limit: Limit
  values: Float64Array
}

/** Most metrics whose values are shown of each endpoint. */
const MAX_METRICS = 4

function yardsticks(results: readonly ThresholdResult[], { measurements }: Subject): Yardstick[] {
  const found = new Map<string, Yardstick>()
  for (const result of results.toSorted((a, b) => Number(a.state === 'held') - Number(b.state === 'held'))) {
    const looked = lookedAt(result)
    if (!looked?.limit || found.size >= MAX_METRICS) continue
    const metric = printMetric(looked.name)
    if (found.has(metric)) continue
    const of = column(looked.name, measurements)
    if (isAbsence(of)) continue
    const unit = metricFacts(looked.name.metric)?.unit ?? 'unknown'
    found.set(metric, { metric, unit, limit: looked.limit, values: of.values })
  }
  return [...found.values()]
}

/** How many endpoints are worth a look, and the `most` worst of them: those that failed first, then those furthest beyond limits. */
export function worstEndpoints(
  results: readonly ThresholdResult[],
  subject: Subject,
  most: number,
): { count: number; endpoints: WorstEndpoint[] } {
  const { measurements } = subject
  const sticks = yardsticks(results, subject)
  const scored: { place: number; failed: boolean; excess: number }[] = []
  for (let place = 0; place < measurements.size; place++) {
    const failed = !endedWell(measurements.outcomes[place] ?? null)
    const excess = sticks.reduce((sum, { limit, values }) => sum + beyondBy(values[place], limit), 0)
    if (failed || excess > 0) scored.push({ place, failed, excess })
  }
  scored.sort((a, b) => Number(b.failed) - Number(a.failed) || b.excess - a.excess || a.place - b.place)
  const endpoints = scored.slice(0, most).map(({ place }) => ({
    id: measurements.ids[place] ?? '',
    group: measurements.groups[place] ?? null,
    outcome: measurements.outcomes[place] ?? null,
    phase: measurements.phases[place] ?? null,
    sipStatus: measurements.sipStatuses[place] ?? null,
    values: sticks.map(({ metric, unit, limit, values }) => {
      const value = values[place] ?? Number.NaN
      return { metric, unit, value, beyond: beyondBy(value, limit) > 0 }
    }),
  }))
  return { count: scored.length, endpoints }
}

/** How far a value lies beyond a limit, as a share of the limit, at most 100; 0 within it, and where there is no value. */
function beyondBy(value: number | undefined, { operator, value: limit }: Limit): number {
  if (value === undefined || Number.isNaN(value) || holds(value, operator, limit)) return 0
  const share = Math.abs(value - limit) / (Math.abs(limit) || 1)
  return Math.min(100, Math.max(Number.EPSILON, share))
}

/** Who is behind a broken threshold. */
export interface Culprits {
  /** How many endpoints are beyond the limit themselves, or did not end well. */
  endpoints: number
  of: number
  /** What they have in common most often: a group, an outcome. */
  mostly?: { property: 'group' | 'outcome'; value: string; endpoints: number }
}

/** The endpoints behind a breached threshold; undefined where it is not about single endpoints, or none stands out. */
export function culpritsOf(result: ThresholdResult, subject: Subject): Culprits | undefined {
  if (result.state !== 'breached') return undefined
  const { measurements } = subject
  const { left, right } = result.threshold
  const bad =
    isAboutOutcomes(left) || isAboutOutcomes(right) ? failedPlaces(measurements) : beyondPlaces(result, subject)
  if (!bad || bad.length === 0) return undefined
  const mostly =
    commonest('group', bad, measurements.groups) ??
    (isAboutOutcomes(left) || isAboutOutcomes(right) ? commonest('outcome', bad, measurements.outcomes) : undefined)
  return { endpoints: bad.length, of: measurements.size, ...(mostly ? { mostly } : {}) }
}

function isAboutOutcomes(value: ThresholdResult['threshold']['left']): boolean {
  return value.kind === 'fact' && (value.name === 'success_rate' || value.name === 'failed_endpoints') && !value.where
}

function failedPlaces({ outcomes }: Measurements): number[] {
  return [...outcomes.keys()].filter((place) => !endedWell(outcomes[place] ?? null))
}

function beyondPlaces(result: ThresholdResult, { measurements }: Subject): number[] | undefined {
  const looked = lookedAt(result)
  const found = looked?.limit && column(looked.name, measurements)
  if (!looked?.limit || !found || isAbsence(found)) return undefined
  const { limit } = looked
  return [...found.values.keys()].filter((place) => beyondBy(found.values[place], limit) > 0)
}

/** By how much larger the share of a group must be among the endpoints behind a breach than among all. */
const APART = 0.1

/** What most of these endpoints share, where they are set apart by it: undefined where every endpoint has the same. */
function commonest(
  property: 'group' | 'outcome',
  places: readonly number[],
  values: readonly (string | null)[],
): Culprits['mostly'] {
  const distinct = new Set(values)
  const counts = new Map<string, number>()
  for (const place of places) {
    const value = values[place]
    if (value) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  const [top] = [...counts].toSorted((a, b) => b[1] - a[1])
  if (!top || distinct.size < 2 || top[1] <= places.length / 2) return undefined
  // What most endpoints have anyway sets nobody apart.
  const everywhere = values.filter((value) => value === top[0]).length / values.length
  if (top[1] / places.length < everywhere + APART) return undefined
  return { property, value: top[0], endpoints: top[1] }
}
