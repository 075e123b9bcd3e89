// The groups beside one another, the worst first.
import type { PageEndpoints, PageMetric } from '../report/page/model.ts'
import { type Cell, type Child, el, foreign, scrollRegion, tableRow } from './dom.ts'
import { average, quantile } from './statistics.ts'
import {
  type View,
  endedWell,
  groupWord,
  isWithin,
  endpointLimit,
  leadingLimit,
  placesByWord,
  valuesAt,
  valuesOf,
} from './view.ts'
import { columnWriter, countOf, formatCount, formatShare, inNaturalOrder, sideWord, unitWords } from './words.ts'

/** Most groups that are listed. */
const MAX_GROUPS = 100

interface Group {
  name: string
  places: Int32Array
  good: number
}

/** The table, for the endpoints that the filters let through. */
export function groupTable(view: View): HTMLElement {
  const groups = groupsOf(view)
  const all = groupOf(view.endpoints, 'All shown', view.places)
  const shown = groups.slice(0, MAX_GROUPS)
  const rows = shown.length === 1 ? shown : [...shown, all]
  const metrics = view.charted.map((metric) => ({ metric, columns: columnsOf(metric) }))
  const top = [
    el('th', { scope: 'col', rowspan: 2 }, 'Group'),
    el('th', { scope: 'col', rowspan: 2, class: 'number' }, 'Endpoints'),
    el('th', { scope: 'col', rowspan: 2, class: 'number' }, 'Succeeded'),
    ...metrics.map(({ metric, columns }) => {
      const unit = unitWords(metric)
      return el(
        'th',
        { scope: 'colgroup', colspan: columns.length, class: 'over-columns' },
        foreign(metric.name, 'mono'),
        unit && el('span', { class: 'unit' }, unit),
      )
    }),
  ]
  const heads = metrics.flatMap(({ columns }) =>
    columns.map(({ head }, i) => el('th', { scope: 'col', class: i === 0 ? 'number first' : 'number' }, head)),
  )
  const body = rows.map((group) => {
    const { name, places, good } = group
    const figures = metrics.flatMap(({ metric, columns }) => {
      const sorted = valuesAt(metric, places).toSorted()
      return columns.map(({ cell }) => cell(sorted))
    })
    const share = shareCell(good, places.length, good < places.length)
    const first = group === all ? name : foreign(name, 'name')
    const cells = [first, formatCount(places.length), share, ...figures]
    const row = tableRow(
      cells,
      cells.map((_, i) => ({ head: undefined, number: i > 0 })),
    )
    if (group === all && groups.length > 1) row.className = 'total'
    return row
  })
  const table = el(
    'table',
    {},
    el('thead', {}, el('tr', {}, ...top), heads.length > 0 && el('tr', {}, ...heads)),
    el('tbody', {}, ...body),
  )
  const more = groups.length - MAX_GROUPS
  return el(
    'div',
    { class: 'groups' },
    scrollRegion('Groups', table),
    more > 0 && el('p', { class: 'small' }, `${countOf(more, 'group')} with better results are not listed.`),
  )
}

interface FigureColumn {
  head: string
  cell: (sorted: Float64Array) => Child | Cell
}

function columnsOf(metric: PageMetric): FigureColumn[] {
  const write = columnWriter(valuesOf(metric))
  const tail = metric.better === 'higher' ? { head: '5th pct.', at: 0.05 } : { head: '95th pct.', at: 0.95 }
  const columns: FigureColumn[] = [
    { head: 'average', cell: (sorted) => ({ content: [write(average(sorted))], class: 'first' }) },
    { head: tail.head, cell: (sorted) => write(quantile(sorted, tail.at)) },
  ]
  const limit = endpointLimit(metric)
  if (!limit) return columns
  const outside = (sorted: Float64Array): Cell => {
    const count = sorted.filter((value) => !isWithin(value, limit)).length
    return shareCell(count, sorted.length, count > 0)
  }
  return [...columns, { head: `${sideWord(limit)} limit`, cell: outside }]
}

function shareCell(part: number, of: number, broke: boolean): Cell {
  return { content: [formatShare(part, of)], class: broke ? 'broke-share' : '' }
}

function groupOf(endpoints: PageEndpoints, name: string, places: Int32Array): Group {
  return { name, places, good: places.filter((place) => endedWell(endpoints, place)).length }
}

function groupsOf({ endpoints, places, charted }: View): Group[] {
  const { groups } = endpoints
  if (!groups) return []
  const found = placesByWord(groups, places)
    .map((own, i) => groupOf(endpoints, groupWord(groups.words[i] ?? null), Int32Array.from(own)))
    .filter((group) => group.places.length > 0)
  const first = charted.find((metric) => leadingLimit(metric)) ?? charted[0]
  const badness = new Map(found.map((group) => [group, first ? badnessOf(first, group.places) : 0]))
  return found.toSorted(
    (a, b) =>
      a.good / a.places.length - b.good / b.places.length ||
      (badness.get(b) ?? 0) - (badness.get(a) ?? 0) ||
      inNaturalOrder(a.name, b.name),
  )
}

/** More is worse; 0 where nobody knows which way is. */
function badnessOf(metric: PageMetric, places: Int32Array): number {
  const mean = average(valuesAt(metric, places))
  if (!metric.better || Number.isNaN(mean)) return 0
  return metric.better === 'higher' ? -mean : metric.better === 'lower' ? mean : Math.abs(mean)
}
