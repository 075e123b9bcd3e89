// The groups beside one another, the worst first.
import type { PageMetric } from '../report/page/model.ts'
import { type Cell, type Child, el, foreign, scrollRegion } from './dom.ts'
import { average, quantile } from './statistics.ts'
import { type View, endedWell, groupWord, isWithin, leadingLimit, valuesAt, valuesOf } from './view.ts'
import { columnWriter, countOf, formatCount, formatShare, inNaturalOrder, unitWords } from './words.ts'

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
  const all: Group = {
    name: 'All shown',
    places: view.places,
    good: view.places.filter((place) => endedWell(view.endpoints, place)).length,
  }
  const shown = groups.slice(0, MAX_GROUPS)
  const rows = shown.length === 1 ? shown : [...shown, all]
  const metrics = view.charted.map((metric) => ({ metric, columns: columnsOf(metric) }))
  const top = [
    el('th', { scope: 'col', rowspan: 2 }, 'Group'),
    el('th', { scope: 'col', rowspan: 2, class: 'number' }, 'Endpoints'),
    el('th', { scope: 'col', rowspan: 2, class: 'number' }, 'Ended well'),
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
  const body = rows.map((group) =>
    el(
      'tr',
      { class: group === all && groups.length > 1 ? 'total' : undefined },
      el('th', { scope: 'row' }, group === all ? group.name : foreign(group.name, 'name')),
      el('td', { class: 'number' }, formatCount(group.places.length)),
      el(
        'td',
        { class: group.good < group.places.length ? 'number broke-share' : 'number' },
        formatShare(group.good, group.places.length),
      ),
      ...metrics.flatMap(({ metric, columns }) => {
        const sorted = valuesAt(metric, group.places).toSorted()
        return columns.map(({ cell }, i) => {
          const { content, class: own } = cell(sorted)
          return el('td', { class: ['number', i === 0 && 'first', own].filter(Boolean).join(' ') }, ...content)
        })
      }),
    ),
  )
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
    more > 0 && el('p', { class: 'small' }, `${countOf(more, 'group')} that did better are not listed.`),
  )
}

function columnsOf(metric: PageMetric): { head: Child; cell: (sorted: Float64Array) => Cell }[] {
  const write = columnWriter(valuesOf(metric))
  const tail = metric.better === 'higher' ? { head: '5th pct.', at: 0.05 } : { head: '95th pct.', at: 0.95 }
  const limit = leadingLimit(metric)
  const figure =
    (take: (sorted: Float64Array) => number) =>
    (sorted: Float64Array): Cell => ({ content: [write(take(sorted))] })
  return [
    { head: 'average', cell: figure(average) },
    { head: tail.head, cell: figure((sorted) => quantile(sorted, tail.at)) },
    ...(limit
      ? [
          {
            head: 'beyond limit',
            cell: (sorted: Float64Array): Cell => {
              const beyond = sorted.filter((value) => !isWithin(value, limit)).length
              return { content: [formatShare(beyond, sorted.length)], class: beyond > 0 ? 'broke-share' : '' }
            },
          },
        ]
      : []),
  ]
}

function groupsOf({ endpoints, places, charted }: View): Group[] {
  const { groups } = endpoints
  if (!groups) return []
  const lists = groups.words.map((): number[] => [])
  for (const place of places) lists[groups.at[place] ?? 0]?.push(place)
  const found = lists.flatMap((list, i): Group[] => {
    const own = Int32Array.from(list)
    const good = list.filter((place) => endedWell(endpoints, place)).length
    return list.length > 0 ? [{ name: groupWord(groups.words[i] ?? null), places: own, good }] : []
  })
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
