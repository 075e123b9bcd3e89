import { el, foreign, labelledSelect, on, option } from './dom.ts'
import { type Filter, type View, groupWord, isFiltered, outcomeWord } from './view.ts'
import { countOf, formatCount, inNaturalOrder } from './words.ts'

/** Choosing endpoints by group and outcome, and metrics; how many endpoints are left is announced. */
export function filterBar(view: View): HTMLElement {
  const { endpoints } = view
  const said = el('p', { class: 'said', role: 'status' })
  const clear = on(el('button', { type: 'button' }, 'Show all'), {
    click: () => {
      group.select.value = ''
      outcome.select.value = ''
      view.setFilter({})
      outcome.select.focus()
    },
  })
  const tell = (): void => {
    const all = countOf(endpoints.size, 'endpoint')
    said.textContent = isFiltered(view) ? `${formatCount(view.places.length)} of ${all}` : `All ${all}`
    clear.hidden = !isFiltered(view)
  }
  const chosen = (): void => {
    const own = outcome.select.value
    const filter: Filter = {
      ...(group.select.value === '' ? {} : { group: Number(group.select.value) }),
      ...(own === '' ? {} : { outcome: own === 'good' || own === 'bad' ? own : Number(own) }),
    }
    view.setFilter(filter)
  }
  const group = labelledSelect('Group', [
    option('', 'All groups'),
    ...byName(endpoints.groups?.words ?? [], groupWord).map(([word, i]) => option(String(i), word)),
  ])
  const outcome = labelledSelect('Outcome', [
    option('', 'All outcomes'),
    option('good', 'Succeeded'),
    option('bad', 'Failed'),
    ...byName(endpoints.outcomes.words, outcomeWord).map(([word, i]) => option(String(i), word)),
  ])
  for (const { select } of [group, outcome]) on(select, { change: chosen })
  group.field.hidden = !endpoints.groups
  view.onFilter(tell)
  tell()
  return el(
    'div',
    { class: 'filters', role: 'group', 'aria-label': 'Filter the endpoints' },
    group.field,
    outcome.field,
    clear,
    said,
  )
}

/** Which metrics are charted and stand in the tables. */
export function metricChoice(view: View): HTMLElement {
  const { metrics, leftOut } = view.run
  const summary = el('summary', {})
  const tell = (): void => {
    summary.textContent = `Metrics: ${formatCount(view.charted.length)} of ${formatCount(metrics.length)} shown`
  }
  const boxes = metrics.map((metric) => {
    const box = el('input', { type: 'checkbox' })
    box.checked = view.charted.includes(metric)
    on(box, { change: () => view.setCharted(metrics.filter((_, i) => boxes[i]?.box.checked)) })
    return { box, label: el('label', {}, box, foreign(metric.name, 'mono')) }
  })
  view.onCharted(tell)
  tell()
  return el(
    'details',
    { class: 'metric-choice' },
    summary,
    el('fieldset', {}, el('legend', { class: 'hidden-words' }, 'Metrics to show'), ...boxes.map(({ label }) => label)),
    leftOut.length > 0 &&
      el(
        'p',
        { class: 'small' },
        `To stay small enough to open, this page leaves out ${countOf(leftOut.length, 'metric')} that no threshold uses. report.json contains them: ${leftOut.join(', ')}.`,
      ),
  )
}

function byName<T>(words: readonly (T | null)[], named: (word: T | null) => string): [string, number][] {
  return words.map((word, i): [string, number] => [named(word), i]).toSorted((a, b) => inNaturalOrder(a[0], b[0]))
}
