// The endpoints one by one: sorted by any column, searched by id, a page at a time.
import { type Attributes, type Child, el, foreign, freshId, on, scrollRegion, setAttributes } from './dom.ts'
import type { Chart } from './plot.ts'
import { sign } from './signs.ts'
import { type View, endedWell, groupAt, isWithin, leadingLimit, outcomeAt, valuesOf } from './view.ts'
import { columnWriter, countOf, formatCount, inNaturalOrder, unitWords } from './words.ts'

const ROWS = 50

interface EndpointColumn {
  /** What it is called, also where it is remembered as the sorted one. */
  name: string
  head: Child[]
  number: boolean
  /** What rows are ordered by; NaN stands last whichever way. */
  rank: (place: number) => number
  cell: (place: number) => { content: Child[]; attributes?: Attributes }
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
      order.length === 0 ? 'No endpoint passes the filters and the search.' : `Rows ${formatCount(from + 1)} to ${formatCount(to)} of ${countOf(order.length, 'endpoint')}` // prettier-ignore
    back.disabled = page === 0
    forth.disabled = page >= pages - 1
  }
  const rowAt = (place: number): HTMLElement =>
    el(
      'tr',
      {},
      ...columns.map(({ cell, number }, i) => {
        const { content, attributes = {} } = cell(place)
        const own = {
          ...attributes,
          class: [number && 'number', attributes['class']].filter(Boolean).join(' ') || undefined,
        }
        return i === 0 ? el('th', { scope: 'row', ...own }, ...content) : el('td', own, ...content)
      }),
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
      ...columns.map(({ name, head: content, number }) =>
        el(
          'th',
          { scope: 'col', class: number ? 'number' : undefined },
          on(
            el(
              'button',
              { type: 'button', class: 'sort' },
              ...content,
              el('span', { class: 'arrow', 'aria-hidden': 'true' }),
            ),
            {
              click: () => sort(name),
            },
          ),
        ),
      ),
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
  const byRank = (words: readonly (string | null)[], at: readonly number[]): ((place: number) => number) => {
    const ranks = ranksOf(words)
    return (place) => ranks[at[place] ?? -1] ?? Number.NaN
  }
  let idRanks: Float64Array | undefined
  return [
    {
      name: 'Endpoint',
      head: ['Endpoint'],
      number: false,
      // Comparing ten thousand ids takes a moment, so it is done once, and only when it is asked for.
      rank: (place) => (idRanks ??= ranksOf(ids))[place] ?? Number.NaN,
      cell: (place) => ({ content: [foreign(ids[place] ?? '', 'id')], attributes: { title: ids[place] } }),
    },
    ...(groups
      ? [
          {
            name: 'Group',
            head: ['Group'],
            number: false,
            rank: byRank(groups.words, groups.at),
            cell: (place: number) => ({ content: [foreign(groupAt(endpoints, place), 'name')] }),
          },
        ]
      : []),
    {
      name: 'Outcome',
      head: ['Outcome'],
      number: false,
      rank: byRank(outcomes.words, outcomes.at),
      cell: (place) => ({
        content: [
          el(
            'span',
            { class: 'with-sign' },
            endedWell(endpoints, place) ? sign('check', 'good') : sign('cross', 'bad'),
            foreign(outcomeAt(endpoints, place), 'name mono'),
          ),
        ],
      }),
    },
    ...(sipStatuses
      ? [
          {
            name: 'SIP status',
            head: ['SIP status'],
            number: true,
            rank: (place: number) => sipStatuses.words[sipStatuses.at[place] ?? -1] ?? Number.NaN,
            cell: (place: number) => ({ content: [String(sipStatuses.words[sipStatuses.at[place] ?? -1] ?? '–')] }),
          },
        ]
      : []),
    ...(phases && phases.words.length > 1
      ? [
          {
            name: 'Phase',
            head: ['Phase'],
            number: false,
            rank: byRank(phases.words, phases.at),
            cell: (place: number) => ({ content: [foreign(phases.words[phases.at[place] ?? -1] ?? '–', 'mono')] }),
          },
        ]
      : []),
    ...charted.map((metric): EndpointColumn => {
      const values = valuesOf(metric)
      const write = columnWriter(values)
      const limit = leadingLimit(metric)
      const unit = unitWords(metric)
      return {
        name: metric.name,
        head: [foreign(metric.name, 'mono'), unit ? el('span', { class: 'unit' }, unit) : undefined],
        number: true,
        rank: (place) => values[place] ?? Number.NaN,
        cell: (place) => {
          const value = values[place] ?? Number.NaN
          const beyond = limit && !Number.isNaN(value) && !isWithin(value, limit)
          return {
            content: [write(value), beyond && el('span', { class: 'hidden-words' }, ' beyond the limit')],
            attributes: beyond ? { class: 'beyond' } : {},
          }
        },
      }
    }),
  ]
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
