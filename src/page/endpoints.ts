// The endpoints one by one: sorted by any column, searched by id, a page at a time.
import type { PageColumn, PageMetric } from '../report/page/model.ts'
import { type Cell, type Child, el, foreign, freshId, on, scrollRegion, setAttributes, tableRow } from './dom.ts'
import type { Chart } from './plot.ts'
import { sign } from './signs.ts'
import {
  type View,
  endedWell,
  endpointLimit,
  groupAt,
  isWithin,
  leadingLimit,
  outcomeAt,
  valueAt,
  valuesOf,
  wordAt,
} from './view.ts'
import { columnWriter, countOf, formatCount, inNaturalOrder, sideWord, unitWords } from './words.ts'

const ROWS = 50

interface EndpointColumn {
  /** What it is called, also where it is remembered as the sorted one. */
  name: string
  head: Child
  number: boolean
  /** What rows are ordered by; NaN stands last whichever way. */
  rank: (place: number) => number
  cell: (place: number) => Child | Cell
}

interface Sorting {
  name: string
  down: boolean
}

/** The table with its search and its pages. */
export function endpointTable(view: View): Chart {
  const searchId = freshId('search')
  const search = el('input', { id: searchId, type: 'search', autocomplete: 'off', spellcheck: 'false' })
  const said = el('p', { class: 'said', role: 'status' })
  const [back, forth] = [el('button', { type: 'button' }, 'Previous'), el('button', { type: 'button' }, 'Next')]
  const head = el('tr', {})
  const body = el('tbody', {})
  const table = el('table', { class: 'endpoints' }, el('thead', {}, head), body)
  const lowered = view.endpoints.ids.map((id) => id.toLowerCase())

  let columns: EndpointColumn[] = []
  let sorting: Sorting | undefined
  let order = new Int32Array()
  let page = 0

  const draw = (): void => {
    const pages = Math.max(1, Math.ceil(order.length / ROWS))
    page = Math.min(page, pages - 1)
    const [from, to] = [page * ROWS, Math.min(order.length, (page + 1) * ROWS)]
    body.replaceChildren(...Array.from(order.subarray(from, to), rowAt))
    said.textContent =
      order.length === 0 ? 'No endpoint matches the filters and the search.' : `Rows ${formatCount(from + 1)} to ${formatCount(to)} of ${countOf(order.length, 'endpoint')}` // prettier-ignore
    back.disabled = page === 0
    forth.disabled = page >= pages - 1
  }
  const rowAt = (place: number): HTMLElement =>
    tableRow(
      columns.map(({ cell }) => cell(place)),
      columns,
    )
  const arrange = (): void => {
    const wanted = search.value.trim().toLowerCase()
    order = wanted === '' ? view.places.slice() : view.places.filter((place) => lowered[place]?.includes(wanted))
    const column = columns.find(({ name }) => name === sorting?.name)
    if (column) sortBy(order, column.rank, sorting?.down ?? false)
    page = 0
    draw()
  }
  const sort = (name: string): void => {
    sorting = { name, down: sorting?.name === name ? !sorting.down : false }
    tellSorting()
    arrange()
  }
  const tellSorting = (): void => {
    columns.forEach(({ name }, i) => {
      const direction = sorting?.name === name ? (sorting.down ? 'descending' : 'ascending') : undefined
      const cell = head.children[i]
      if (cell) setAttributes(cell, { 'aria-sort': direction })
    })
  }
  const rebuild = (): void => {
    columns = columnsFor(view)
    sorting ??= worstFirst(view)
    head.replaceChildren(
      ...columns.map(({ name, head: content, number }) => {
        const arrow = el('span', { class: 'arrow', 'aria-hidden': 'true' })
        const button = el('button', { type: 'button', class: 'sort' }, content, arrow)
        return el('th', { scope: 'col', class: number && 'number' }, on(button, { click: () => sort(name) }))
      }),
    )
    tellSorting()
    arrange()
  }
  const turn = (by: number, from: HTMLButtonElement, other: HTMLButtonElement): void => {
    page += by
    draw()
    // A disabled button would lose the focus.
    if (from.disabled) other.focus()
  }
  on(back, { click: () => turn(-1, back, forth) })
  on(forth, { click: () => turn(1, forth, back) })
  on(search, { input: arrange })
  view.onCharted(rebuild)
  rebuild()
  const element = el(
    'div',
    { class: 'endpoint-list' },
    el(
      'div',
      { class: 'filters' },
      el('span', { class: 'field' }, el('label', { for: searchId }, 'Find by id'), search),
    ),
    scrollRegion('Endpoints', table),
    el('div', { class: 'pages' }, back, forth, said),
  )
  return { element, update: arrange, remove: () => undefined }
}

/** Sorts places; equal ones keep the order that they came in. */
function sortBy(places: Int32Array, rank: (place: number) => number, down: boolean): void {
  const ranks = new Map(Array.from(places, (place) => [place, rank(place)]))
  const direction = down ? -1 : 1
  places.sort((a, b) => {
    const [x, y] = [ranks.get(a) ?? Number.NaN, ranks.get(b) ?? Number.NaN]
    if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y)) || a - b
    return x === y ? a - b : direction * (x - y)
  })
}

/** The metric with a limit whose worst values are wanted first; else as the endpoints come. */
function worstFirst({ charted }: View): Sorting | undefined {
  const metric = charted.find((own) => leadingLimit(own)) ?? charted.find(({ better }) => better)
  if (!metric) return undefined
  const operator = leadingLimit(metric)?.operator
  const high = operator ? operator.startsWith('<') : metric.better === 'lower'
  return { name: metric.name, down: high }
}

function columnsFor({ endpoints, charted }: View): EndpointColumn[] {
  const { groups, phases, sipStatuses, outcomes, ids } = endpoints
  let idRanks: Float64Array | undefined
  const columns: EndpointColumn[] = [
    {
      name: 'Endpoint',
      head: 'Endpoint',
      number: false,
      // Comparing ten thousand ids takes a moment, so it is done once, and only when it is asked for.
      rank: (place) => (idRanks ??= ranksOf(ids))[place] ?? Number.NaN,
      cell: (place) => ({ content: [foreign(ids[place] ?? '', 'id')], title: ids[place] }),
    },
  ]
  const addWords = (name: string, { words, at }: PageColumn<string>, cell: EndpointColumn['cell']): void => {
    const ranks = ranksOf(words)
    columns.push({ name, head: name, number: false, rank: (place) => ranks[at[place] ?? -1] ?? Number.NaN, cell })
  }
  if (groups) addWords('Group', groups, (place) => foreign(groupAt(endpoints, place), 'name'))
  addWords('Outcome', outcomes, (place) => {
    const mark = endedWell(endpoints, place) ? sign('check', 'good') : sign('cross', 'bad')
    return el('span', { class: 'with-sign' }, mark, foreign(outcomeAt(endpoints, place), 'name mono'))
  })
  if (sipStatuses)
    columns.push({
      name: 'SIP status',
      head: 'SIP status',
      number: true,
      rank: (place) => wordAt(sipStatuses, place) ?? Number.NaN,
      cell: (place) => String(wordAt(sipStatuses, place) ?? '–'),
    })
  if (phases && phases.words.length > 1)
    addWords('Phase', phases, (place) => foreign(wordAt(phases, place) ?? '–', 'mono'))
  return [...columns, ...charted.map(metricColumn)]
}

function metricColumn(metric: PageMetric): EndpointColumn {
  const write = columnWriter(valuesOf(metric))
  const limit = endpointLimit(metric)
  const unit = unitWords(metric)
  return {
    name: metric.name,
    head: el('span', {}, foreign(metric.name, 'mono'), unit !== '' && el('span', { class: 'unit' }, unit)),
    number: true,
    rank: (place) => valueAt(metric, place),
    cell: (place) => {
      const value = valueAt(metric, place)
      if (!limit || Number.isNaN(value) || isWithin(value, limit)) return write(value)
      const words = el('span', { class: 'hidden-words' }, ` ${sideWord(limit)} the limit`)
      return { content: [write(value), words], class: 'outside' }
    },
  }
}

/** The place of each word in the order of names; NaN for none. */
function ranksOf(words: readonly (string | null)[]): Float64Array {
  const ranks = new Float64Array(words.length).fill(Number.NaN)
  const known = words.flatMap((word, i) => (word === null ? [] : [{ word, i }]))
  known.sort((a, b) => inNaturalOrder(a.word, b.word))
  let rank = 0
  known.forEach(({ word, i }, place) => {
    if (word !== known[place - 1]?.word) rank = place
    ranks[i] = rank
  })
  return ranks
}
