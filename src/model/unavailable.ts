// Values that stand for "unavailable" and are none.
import { counted } from '../base/text.ts'
import type { Measurements, Series } from './measurements.ts'

/** RFC 3611, 4.7.5: 127 says that a MOS or an R factor is unavailable; a MOS ends at 5 (ITU-T P.800), also where it is told in tenths. */
const IS_NONE: Readonly<Record<string, (value: number) => boolean>> = {
  mos: (value) => value > 5,
  r_factor: (value) => value === 127,
}

/** The measurements without such values, and what a reader should know of those that were left out. */
export function withoutUnavailable(measurements: Measurements): { measurements: Measurements; notes: string[] } {
  const notes: string[] = []
  const metrics = new Map<string, readonly Series[]>(measurements.metrics)
  for (const [metric, isNone] of Object.entries(IS_NONE)) {
    const all = metrics.get(metric) ?? []
    const odd = all.flatMap(({ values }) => [...values].filter(isNone))
    if (odd.length === 0) continue
    const cleaned = all.map((series) => ({
      ...series,
      values: series.values.map((value) => (isNone(value) ? Number.NaN : value)),
    }))
    metrics.set(metric, cleaned)
    notes.push(
      `${counted(odd.length, 'value')} of ${metric} can be none (the largest is ${Math.max(...new Set(odd))}) and ${odd.length === 1 ? 'was' : 'were'} left out: 127 stands for unavailable (RFC 3611).`,
    )
  }
  return { measurements: notes.length > 0 ? { ...measurements, metrics } : measurements, notes }
}
