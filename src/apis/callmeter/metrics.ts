// The assumed forms of a metric's value, in one place: a number; statistics; send/receive; audio/video; nested in any order.
import { isObject } from '../../base/fields.ts'
import { DIRECTIONS, type Reading, STATISTICS, type SeriesName, snakeCase } from '../../model/series.ts'

/** Deepest nesting within one metric; the known forms need three levels. */
const MAX_DEPTH = 6

/** Every number in a metric's value. Whatever is not a number (null, text, lists) is left out: it measured nothing. */
export function readMetric(metric: string, value: unknown): Reading[] {
  const readings: Reading[] = []
  collect({ metric }, value, 0, readings)
  return readings
}

function collect(name: SeriesName, value: unknown, depth: number, into: Reading[]): void {
  if (typeof value === 'number') {
    into.push({ ...name, value })
  } else if (isObject(value) && depth < MAX_DEPTH) {
    for (const [key, inner] of Object.entries(value)) collect(narrowed(name, snakeCase(key)), inner, depth + 1, into)
  }
}

function narrowed(name: SeriesName, key: string): SeriesName {
  const direction = Object.hasOwn(DIRECTIONS, key) ? DIRECTIONS[key] : undefined
  if (direction && !name.direction) return { ...name, direction }
  if ((key === 'audio' || key === 'video') && !name.track) return { ...name, track: key }
  const statistic = (Object.hasOwn(STATISTICS, key) && STATISTICS[key]) || key
  return { ...name, statistic: name.statistic ? `${name.statistic}_${statistic}` : statistic }
}
