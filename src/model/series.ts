import { remembered } from '../base/remembered.ts'

/** Which way the media went, seen from the endpoint. */
export type Direction = 'send' | 'receive'
/** Which media track was measured. */
export type Track = 'audio' | 'video'

/** What a number belongs to: a metric, and what of it is told apart; in thresholds, what of it is meant. */
export interface SeriesName {
  /** snake_case, as in the vendor's list of metrics: `jitter_ms`. */
  metric: string
  direction?: Direction
  track?: Track
  /** `avg`, `max`, `p95`, or any other name that the answer nests the number under. */
  statistic?: string
}

/** One number that an endpoint measured. */
export interface Reading {
  series: SeriesName
  value: number
}

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
export const snakeCase = remembered((name) =>
  name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1_$2')
    .replaceAll(/[^A-Za-z\d]+/g, '_')
    .toLowerCase(),
)

/** `jitter_ms.audio.receive.p95`: a series as it is written, with what its name has of track, direction and statistic. */
export function printSeriesName({ metric, track, direction, statistic }: SeriesName): string {
  return [metric, track, direction, statistic].filter((part) => part !== undefined).join('.')
}
