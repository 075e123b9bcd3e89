import { Failure } from '../base/failure.ts'
import { plain } from '../base/text.ts'
import { endedWell } from './outcomes.ts'
import { type Reading, type SeriesName, printSeriesName } from './series.ts'

/** What one endpoint reported. */
export interface EndpointResult {
  /** Missing where the API gives none. */
  id?: string
  group: string | null
  phase: string | null
  /** In capitals; null while the endpoint has not ended. */
  outcome: string | null
  /** Final SIP status code (RFC 3261). */
  sipStatus: number | null
  readings: readonly Reading[]
}

/** No measurement has 22 digits: a number of this size or more, or an infinite one, is none, and is refused wherever measurements come in. */
export const TOO_LARGE = 1e21

/** The numbers of one metric, direction, track and statistic: one for each endpoint, NaN where it reported none. */
export interface Series extends SeriesName {
  values: Float64Array
}

/**
 * What all endpoints of a run reported, by column: place `i` of every list belongs to the same endpoint. Columns keep
 * 100,000 endpoints within a few hundred MB, where an object for each reading would not.
 */
export interface Measurements {
  size: number
  ids: readonly string[]
  groups: readonly (string | null)[]
  phases: readonly (string | null)[]
  outcomes: readonly (string | null)[]
  sipStatuses: readonly (number | null)[]
  /** By metric key. */
  metrics: ReadonlyMap<string, readonly Series[]>
}

/** Most series of one run. The known metrics, with all directions, tracks and statistics, come to about 700. */
export const MAX_SERIES = 2_000

/** Most numbers of one run: 100,000 endpoints with 200 series, in some 320 MB. */
export const MAX_VALUES = 20_000_000

/** Takes results one by one, in any order; a later result of the same endpoint replaces the earlier one. */
export interface MeasurementsBuilder {
  /** Returns whether the endpoint is new. */
  add(result: EndpointResult): boolean
  /** How many endpoints have not ended. */
  unfinished(): number
  /** How many values all endpoints reported. */
  values(): number
  /**
   * How many endpoints that succeeded report nothing at all, and how many lack a value that others of them have. Their values may be still on the way.
   */
  gaps(): { bare: number; partial: number }
  readonly size: number
  build(): Measurements
}

interface Column {
  name: SeriesName
  values: number[]
  /** The `add` that set its last value. */
  setBy?: number
}

/** An empty builder. `add` throws `too-large` above `MAX_SERIES` and `MAX_VALUES`, and `misshapen` if a result has two values for one metric. */
export function collectMeasurements(): MeasurementsBuilder {
  const places = new Map<string, number>()
  const results: Omit<EndpointResult, 'readings'>[] = []
  const columns = new Map<string, Column>()
  /** The same columns by the objects that name them, which are few where rows come from one reader. */
  const named = new WeakMap<SeriesName, Column>()

  let adds = 0

  const clear = (place: number): void => {
    for (const { values } of columns.values()) if (place < values.length) values[place] = Number.NaN
  }
  const columnOf = (name: SeriesName): Column => {
    const key = printSeriesName(name)
    let column = columns.get(key)
    if (!column) {
      if (columns.size >= MAX_SERIES)
        throw new Failure('too-large', `The run has more than ${MAX_SERIES} different metrics.`)
      column = { name, values: [] }
      columns.set(key, column)
    }
    named.set(name, column)
    return column
  }
  return {
    get size() {
      return results.length
    },
    add({ readings, ...result }) {
      const known = result.id === undefined ? undefined : places.get(result.id)
      const place = known ?? results.length
      if (known !== undefined) clear(place)
      if (result.id !== undefined) places.set(result.id, place)
      results[place] = result
      if (columns.size * results.length > MAX_VALUES)
        throw new Failure(
          'too-large',
          `The run has more than ${MAX_VALUES} values: ${results.length} endpoints with ${columns.size} metrics.`,
        )
      adds++
      for (const { series, value } of readings) {
        const column = named.get(series) ?? columnOf(series)
        const { values } = column
        // Keys may differ only in casing or separators; which of the two was measured is unknown.
        if (column.setBy === adds && values[place] !== value)
          throw new Failure(
            'misshapen',
            `Endpoint ${plain(result.id ?? String(place + 1), 80)} has several values for ${plain(printSeriesName(series), 80)}: ${values[place]} and ${value}.`,
          )
        column.setBy = adds
        while (values.length < place) values.push(Number.NaN)
        values[place] = value
      }
      return known === undefined
    },
    values: () => [...columns.values()].reduce((sum, { values }) => sum + counted(values), 0),
    gaps: () => {
      const reported = results.map(({ outcome }) => (endedWell(outcome) ? 0 : Number.NaN))
      let common = 0
      for (const { values } of columns.values()) {
        let used = false
        values.forEach((value, place) => {
          if (Number.isNaN(value) || Number.isNaN(reported[place])) return
          reported[place] = (reported[place] ?? 0) + 1
          used = true
        })
        if (used) common++
      }
      const bare = reported.filter((count) => count === 0).length
      return { bare, partial: reported.filter((count) => count > 0 && count < common).length }
    },
    unfinished: () => results.filter(({ outcome }) => outcome === null).length,
    build() {
      const metrics = new Map<string, Series[]>()
      for (const { name, values } of columns.values()) {
        const padded = new Float64Array(results.length).fill(Number.NaN)
        padded.set(values)
        const list = metrics.get(name.metric) ?? []
        list.push({ ...name, values: padded })
        metrics.set(name.metric, list)
      }
      return {
        size: results.length,
        ids: results.map(({ id }, place) => id ?? String(place + 1)),
        groups: results.map(({ group }) => group),
        phases: results.map(({ phase }) => phase),
        outcomes: results.map(({ outcome }) => outcome),
        sipStatuses: results.map(({ sipStatus }) => sipStatus),
        metrics,
      }
    },
  }
}

function counted(values: readonly number[]): number {
  return values.reduce((count, value) => (Number.isNaN(value) ? count : count + 1), 0)
}

/** Some endpoints of a run, by their places. */
export function onlyOf(measurements: Measurements, places: readonly number[]): Measurements {
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
