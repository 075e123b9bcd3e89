// What is shown of one run: the endpoints that the filters let through, and the metrics that the reader chose.
import { holds } from '../thresholds/comparison.ts'
import type { PageColumn, PageEndpoints, PageLimit, PageMetric, PageRun } from '../report/page/model.ts'

/** Most metrics that are charted before anybody chose. */
const MAX_CHARTED = 6

/** Places in the columns' words; undefined lets every endpoint through. */
export interface Filter {
  group?: number
  outcome?: number | 'good' | 'bad'
}

/** A run whose results are known, with what the reader chose of it. */
export interface View {
  run: PageRun
  endpoints: PageEndpoints
  filter: Filter
  /** The endpoints that are shown, as places in the columns. */
  places: Int32Array
  charted: readonly PageMetric[]
  setFilter: (filter: Filter) => void
  setCharted: (metrics: readonly PageMetric[]) => void
  /** Calls back after a change of the filter. */
  onFilter: (listener: () => void) => void
  /** Calls back after a change of the metrics. */
  onCharted: (listener: () => void) => void
}

/** All endpoints of a run, and the metrics that its thresholds name; where they name none, the leading ones. */
export function createView(run: PageRun, endpoints: PageEndpoints): View {
  const named = run.metrics.filter(({ named: isNamed }) => isNamed)
  const [filtered, chartedAnew]: (() => void)[][] = [[], []]
  const view: View = {
    run,
    endpoints,
    filter: {},
    places: passing(endpoints, {}),
    charted: (named.length > 0 ? named : run.metrics.slice(0, 4)).slice(0, MAX_CHARTED),
    setFilter: (filter) => {
      view.filter = filter
      view.places = passing(endpoints, filter)
      for (const listener of filtered ?? []) listener()
    },
    setCharted: (metrics) => {
      view.charted = metrics
      for (const listener of chartedAnew ?? []) listener()
    },
    onFilter: (listener) => void filtered?.push(listener),
    onCharted: (listener) => void chartedAnew?.push(listener),
  }
  return view
}

function passing({ size, groups, outcomes, good }: PageEndpoints, { group, outcome }: Filter): Int32Array {
  const places = new Int32Array(size)
  let found = 0
  for (let place = 0; place < size; place++) {
    const own = outcomes.at[place] ?? -1
    const ended = outcome === 'good' ? good[own] : outcome === 'bad' ? !good[own] : outcome === undefined || own === outcome // prettier-ignore
    if (!ended || (group !== undefined && groups?.at[place] !== group)) continue
    places[found] = place
    found += 1
  }
  return places.subarray(0, found)
}

/** Whether any filter is set. */
export function isFiltered({ filter }: View): boolean {
  return filter.group !== undefined || filter.outcome !== undefined
}

const columns = new WeakMap<PageMetric, Float64Array>()

/** One value for each endpoint, NaN for none. */
export function valuesOf(metric: PageMetric): Float64Array {
  let values = columns.get(metric)
  if (!values) {
    values = Float64Array.from(metric.values, (value) => value ?? Number.NaN)
    columns.set(metric, values)
  }
  return values
}

/** The value of the endpoint at a place, NaN for none. */
export function valueAt(metric: PageMetric, place: number): number {
  return valuesOf(metric)[place] ?? Number.NaN
}

/** The values of some endpoints, without those that have none. */
export function valuesAt(metric: PageMetric, places: Int32Array): Float64Array {
  const values = valuesOf(metric)
  return Float64Array.from(places, (place) => values[place] ?? Number.NaN).filter((value) => !Number.isNaN(value))
}

/** Whether the endpoint at a place succeeded. */
export function endedWell({ outcomes, good }: PageEndpoints, place: number): boolean {
  return good[outcomes.at[place] ?? -1] ?? false
}

/** The word of the endpoint at a place; null where it has none. */
export function wordAt<T>(column: PageColumn<T> | undefined, place: number): T | null {
  return column?.words[column.at[place] ?? -1] ?? null
}

/** For each of a column's words the endpoints that have it, of those at some places. */
export function placesByWord({ words, at }: PageColumn<unknown>, places: Iterable<number>): number[][] {
  const lists = words.map((): number[] => [])
  for (const place of places) lists[at[place] ?? -1]?.push(place)
  return lists
}

export function outcomeAt({ outcomes }: PageEndpoints, place: number): string {
  return outcomeWord(wordAt(outcomes, place))
}

export function outcomeWord(outcome: string | null): string {
  return outcome ?? 'not ended'
}

export function groupAt({ groups }: PageEndpoints, place: number): string {
  return groupWord(wordAt(groups, place))
}

export function groupWord(group: string | null): string {
  return group ?? 'no group'
}

/** The limit on single endpoints that matters most; undefined where thresholds limit none, or only what they have on average. */
export function endpointLimit({ limits }: PageMetric): PageLimit | undefined {
  return limits.find(({ each }) => each)
}

/** The limit that a metric is drawn around: one on single endpoints, else the one that matters most. */
export function leadingLimit(metric: PageMetric): PageLimit | undefined {
  return endpointLimit(metric) ?? metric.limits[0]
}

/** Whether a value is on the right side of a limit. */
export function isWithin(value: number, { operator, value: limit }: Pick<PageLimit, 'operator' | 'value'>): boolean {
  return holds(value, operator, limit)
}
