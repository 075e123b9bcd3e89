// The limits that thresholds set on a metric, and whether they are about each endpoint or about all of them together.
import { optional } from '../../base/fields.ts'
import { plain } from '../../base/text.ts'
import { type SeriesName, printSeriesName } from '../../model/series.ts'
import type { ThresholdResult } from '../../thresholds/evaluate.ts'
import { sidesOf } from '../../thresholds/syntax.ts'
import { unitOfMetric } from '../../thresholds/units.ts'
import { boundsEach, lookedAt } from '../analysis/distribution.ts'
import { formatNumber } from '../numbers.ts'
import { measuredAndLimit } from '../phrases.ts'
import type { PageLimit } from './model.ts'

/** The limits on a metric, in the order of their thresholds. A value of each lies on the metric's axis. */
export function limitsOf(results: readonly ThresholdResult[], name: SeriesName): PageLimit[] {
  return results.flatMap((result) => aggregateLimit(result, name) ?? countedLimit(result, name) ?? [])
}

/** `avg(mos) >= 4`. A sum or a standard deviation is not on the axis of the values that it is calculated from. */
function aggregateLimit(result: ThresholdResult, name: SeriesName): PageLimit | undefined {
  const { threshold, limit, operator, unit } = result
  const { measured } = sidesOf(threshold)
  if (measured.kind !== 'aggregate' || measured.by === 'sum' || measured.by === 'stddev') return undefined
  if (limit === undefined || !Number.isFinite(limit) || !isSame(measured.of, name)) return undefined
  return {
    operator,
    value: limit,
    text: measuredAndLimit(result).limit || formatNumber(limit, unit),
    threshold: plain(threshold.text),
    by: measured.by === 'percentile' ? `p${measured.p}` : measured.by,
    // With a condition it is a limit for some endpoints, and the metric alone does not tell for which.
    ...optional({ each: (!measured.where && boundsEach(measured.by, operator)) || undefined }),
  }
}

/** `rate(mos < 3.5) <= 5%`: 3.5 is what each endpoint is compared with. */
function countedLimit(result: ThresholdResult, name: SeriesName): PageLimit | undefined {
  const { measured } = sidesOf(result.threshold)
  if (measured.kind !== 'rate' && measured.kind !== 'count') return undefined
  const looked = lookedAt(result)
  if (!looked?.limit || !isSame(looked.name, name)) return undefined
  const { operator, value } = looked.limit
  const text = formatNumber(value, unitOfMetric(name))
  return { operator, value, text, threshold: plain(result.threshold.text), each: true }
}

function isSame(one: SeriesName, other: SeriesName): boolean {
  return printSeriesName(one) === printSeriesName(other)
}
