// The assumed forms of a metric's value, in one place: a number; statistics; send/receive; audio/video; nested in any order.
import { isObject } from '../../base/fields.ts'
import { numberOf } from '../http/fields.ts'
import { DIRECTIONS, type Reading, STATISTICS, type SeriesName, snakeCase } from '../../model/series.ts'

/** Deepest nesting within one metric; the known forms need three levels. */
const MAX_DEPTH = 6

/** Most places that are remembered, and the longest key, in characters: what strangers send does not fill the memory. */
const [MAX_PLACES, MAX_KEY] = [10_000, 100]

/** A place in the nesting of a row: the series that a number there belongs to, and the places within it, by their keys. */
interface Place {
  series: SeriesName
  within: Map<string, Place>
}

/** Rows of a run have one shape, so each place is named once, and not once for each row. */
const metrics = new Map<string, Place>()
let places = 0

function placeIn(around: Map<string, Place>, key: string, name: () => SeriesName): Place {
  const known = around.get(key)
  if (known) return known
  const place = { series: name(), within: new Map<string, Place>() }
  if (key.length > MAX_KEY) return place
  if (++places > MAX_PLACES) {
    metrics.clear()
    places = 0
  }
  around.set(key, place)
  return place
}

/** Every number in a metric's value, added to `into`, also one written as text. Whatever is none (null, words, lists) is left out: it measured nothing. */
export function readMetric(metric: string, value: unknown, into: Reading[] = []): Reading[] {
  collect(
    placeIn(metrics, metric, () => ({ metric })),
    value,
    0,
    into,
  )
  return into
}

function collect({ series, within }: Place, value: unknown, depth: number, into: Reading[]): void {
  const number = numberOf(value)
  if (number !== undefined) {
    into.push({ series, value: number })
  } else if (isObject(value) && depth < MAX_DEPTH) {
    for (const key of Object.keys(value))
      collect(
        placeIn(within, key, () => narrowed(series, snakeCase(key))),
        value[key],
        depth + 1,
        into,
      )
  }
}

function narrowed(name: SeriesName, key: string): SeriesName {
  const direction = Object.hasOwn(DIRECTIONS, key) ? DIRECTIONS[key] : undefined
  if (direction && !name.direction) return { ...name, direction }
  if ((key === 'audio' || key === 'video') && !name.track) return { ...name, track: key }
  const statistic = (Object.hasOwn(STATISTICS, key) && STATISTICS[key]) || key
  return { ...name, statistic: name.statistic ? `${name.statistic}_${statistic}` : statistic }
}
