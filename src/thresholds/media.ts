// Whether the calls of endpoints carried media, and which way.
import type { Measurements, Series } from '../model/measurements.ts'
import type { Direction } from '../model/series.ts'

/** What is counted of each direction, the surest first. */
const COUNTS: Readonly<Record<Direction, readonly string[]>> = {
  send: ['packets_sent', 'bytes_sent'],
  receive: ['packets_received', 'bytes_received'],
}

/** Metrics that have a value only where media arrived. */
const QUALITIES = ['mos', 'r_factor', 'jitter_ms']

/** Whether an endpoint's media flowed in a direction; undefined where nothing tells. */
export type Flow = (place: number, direction: Direction) => boolean | undefined

/**
 * How the media of a run flowed: by the counts of packets or bytes, else by whether a direction has values at all where others have them. An endpoint that
 * reports nothing where others of its group are counted carried nothing. Unknown is not nothing: a run whose API tells neither has no answer.
 */
export function mediaFlow({ metrics, groups }: Measurements): Flow {
  const isOf = (direction: Direction) => (series: Series) => series.direction === direction
  const qualities = (direction: Direction): Series[] =>
    QUALITIES.flatMap((metric) => (metrics.get(metric) ?? []).filter(isOf(direction)))
  const known = { send: countersOf('send', metrics), receive: countersOf('receive', metrics) }
  const measured = { send: qualities('send'), receive: qualities('receive') }
  const all = [...QUALITIES, ...Object.values(COUNTS).flat()].flatMap((metric) => metrics.get(metric) ?? [])
  const isBare = (place: number): boolean => all.every(({ values }) => Number.isNaN(values[place] ?? Number.NaN))
  const counted = { send: groupsWith(known.send, groups), receive: groupsWith(known.receive, groups) }
  return (place, direction) => {
    const counts = known[direction].map(({ values }) => values[place] ?? Number.NaN).filter((n) => !Number.isNaN(n))
    const hasQuality = measured[direction].some(({ values }) => !Number.isNaN(values[place] ?? Number.NaN))
    if (counts.length === 0 && measured[direction].length > 0) return hasQuality
    // Others of its group are counted, and of this one there is nothing at all.
    if (counts.length === 0) return counted[direction].has(groups[place] ?? null) && isBare(place) ? false : undefined
    const isCounted = counts.some((n) => n > 0)
    // No packets, and a quality of what they carried: one of the two is wrong.
    return !isCounted && hasQuality ? undefined : isCounted
  }
}

/** What counts packets or bytes of a direction. */
function countersOf(direction: Direction, metrics: Measurements['metrics']): Series[] {
  return COUNTS[direction].flatMap((metric) =>
    (metrics.get(metric) ?? []).filter(({ direction: own }) => own === undefined || own === direction),
  )
}

/** Whether an endpoint counts nothing at all in one direction or the other. */
function countsNothing({ metrics }: Measurements): (place: number) => boolean {
  const directions = [countersOf('send', metrics), countersOf('receive', metrics)]
  return (place) =>
    directions.some((series) => {
      const counts = series.map(({ values }) => values[place] ?? Number.NaN).filter((n) => !Number.isNaN(n))
      return counts.length > 0 && counts.every((n) => n === 0)
    })
}

/** The groups of which an endpoint has a value. */
function groupsWith(series: readonly Series[], groups: Measurements['groups']): Set<string | null> {
  const places = [...groups.keys()].filter((place) =>
    series.some(({ values }) => !Number.isNaN(values[place] ?? Number.NaN)),
  )
  return new Set(places.map((place) => groups[place] ?? null))
}

/**
 * How many of some endpoints carried no media at all, and how many in one direction only; `known` is of how many that is known. `unclear` of the others
 * count nothing in a direction, and have a quality of it, or no count of the other.
 */
export function silentCalls(
  places: Iterable<number>,
  measurements: Measurements,
): { silent: number; oneWay: number; known: number; unclear: number } {
  const flow = mediaFlow(measurements)
  const isEmpty = countsNothing(measurements)
  let [silent, oneWay, known, unclear] = [0, 0, 0, 0]
  for (const place of places) {
    const [sent, received] = [flow(place, 'send'), flow(place, 'receive')]
    if (sent === undefined || received === undefined) {
      if (isEmpty(place)) unclear++
      continue
    }
    known++
    if (!sent && !received) silent++
    else if (sent !== received) oneWay++
  }
  return { silent, oneWay, known, unclear }
}
