// The assumed forms of a metric's value, in one place: a number; statistics; send/receive; audio/video; nested in any order.

/** Which way the media went, seen from the endpoint. */
export type Direction = 'send' | 'receive'
/** Which media track was measured. */
export type Track = 'audio' | 'video'

/** What a number belongs to: a metric, and what of it is told apart. */
export interface SeriesName {
  /** snake_case, as in the vendor's list of metrics: `jitter_ms`. */
  metric: string
  direction?: Direction
  track?: Track
  /** `avg`, `max`, `p95`, or any other name that the answer nests the number under. */
  statistic?: string
}

/** One number that an endpoint measured. */
export interface Reading extends SeriesName {
  value: number
}

/** Deepest nesting within one metric; the known forms need three levels. */
const MAX_DEPTH = 6

/** Names of directions and statistics, with the synonyms that are understood in answers and in thresholds alike. */
export const DIRECTIONS: Readonly<Record<string, Direction>> = {
  send: 'send',
  sent: 'send',
  receive: 'receive',
  recv: 'receive',
  received: 'receive',
}
export const STATISTICS: Readonly<Record<string, string>> = {
  mean: 'avg',
  average: 'avg',
  maximum: 'max',
  minimum: 'min',
}

/** `jitterMs` and `jitter-ms` as `jitter_ms`. */
export function snakeCase(name: string): string {
  return name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1_$2')
    .replaceAll(/[^A-Za-z\d]+/g, '_')
    .toLowerCase()
}

/** Every number in a metric's value. Whatever is not a number (null, text, lists) is left out: it measured nothing. */
export function readMetric(metric: string, value: unknown): Reading[] {
  const readings: Reading[] = []
  collect({ metric }, value, 0, readings)
  return readings
}

function collect(name: SeriesName, value: unknown, depth: number, into: Reading[]): void {
  if (typeof value === 'number') {
    into.push({ ...name, value })
  } else if (typeof value === 'object' && value !== null && !Array.isArray(value) && depth < MAX_DEPTH) {
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
