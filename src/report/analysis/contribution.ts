// Which group moves an average or a percentile most: its limit is none for single endpoints, so no endpoint is counted as affected.
import { group } from 'd3-array'
import { type Measurements, onlyOf } from '../../model/measurements.ts'
import { type Subject, isAbsence } from '../../model/subject.ts'
import { holds } from '../../thresholds/comparison.ts'
import { endpointMeasurer } from '../../thresholds/endpoints.ts'
import type { ThresholdResult } from '../../thresholds/evaluate.ts'
import { type Expression, sidesOf } from '../../thresholds/syntax.ts'

/** The group without which a breached value would be best. */
export interface Contribution {
  /** null for endpoints without a group. */
  group: string | null
  /** What the threshold measures of this group alone, and of all others, in the threshold's unit. */
  own: number
  others: number
  /** Whether the value of all others is within the limit. */
  isWithin: boolean
}

/** Most groups that are tried, the largest first. */
const MAX_GROUPS = 30

/** The group that contributes most to the breach of an average, median or percentile; undefined for other thresholds, and if no group makes it worse. */
export function contributionOf(result: ThresholdResult, { measurements }: Subject): Contribution | undefined {
  const { state, threshold, operator, limit, measured: whole } = result
  const { measured } = sidesOf(threshold)
  if (state !== 'breached' || limit === undefined || whole === undefined || !isMovedByAll(measured)) return undefined
  const better = operator.startsWith('>') ? 1 : operator.startsWith('<') ? -1 : 0
  const series = measurements.metrics.get(measured.of.metric)
  if (better === 0 || !series) return undefined
  // A condition may be about any metric.
  const alone: Measurements = measured.where
    ? measurements
    : { ...measurements, metrics: new Map([[measured.of.metric, series]]) }
  const valueOf = (places: readonly number[]): number => {
    const found = endpointMeasurer(onlyOf(alone, places))(measured)
    return isAbsence(found) ? Number.NaN : found.value
  }
  const places = [...measurements.groups.keys()]
  const groups = group(places, (place) => measurements.groups[place] ?? null)
  if (groups.size < 2) return undefined
  const found = [...groups]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .slice(0, MAX_GROUPS)
    .map(([name, own]): Contribution => {
      const others = valueOf(places.filter((place) => (measurements.groups[place] ?? null) !== name))
      return { group: name, own: valueOf(own), others, isWithin: holds(others, operator, limit) }
    })
    .filter(({ own, others }) => Number.isFinite(own) && (others - whole) * better > 0)
  return found.toSorted((a, b) => (b.others - a.others) * better)[0]
}

function isMovedByAll(value: Expression): value is Expression & { kind: 'aggregate' } {
  return value.kind === 'aggregate' && ['avg', 'median', 'percentile'].includes(value.by)
}
