// Why endpoints failed, by what they have in common.
import type { PageFailure } from '../report/page/model.ts'
import { el, foreign } from './dom.ts'
import { sign } from './signs.ts'
import { countOf } from './words.ts'

/** Kinds of failure that are shown without opening anything. */
const OPEN = 3

/** The kinds of failure, the most frequent first; those after the first three can be opened. */
export function failureList(failures: readonly PageFailure[]): HTMLElement {
  const items = failures.map(failureItem)
  const others = items.slice(OPEN)
  const list = (of: readonly HTMLElement[]): HTMLElement => el('ul', { class: 'failures' }, ...of)
  const more = `${countOf(others.length, 'more kind')} of failure`
  return el(
    'div',
    {},
    list(items.slice(0, OPEN)),
    others.length > 0 && el('details', {}, el('summary', {}, more), list(others)),
  )
}

function failureItem({ who, group, title, what, place, look, source }: PageFailure): HTMLElement {
  const whose = group !== undefined && el('span', {}, ' in group ', foreign(group))
  return el(
    'li',
    { class: 'with-sign', title: source && `Source: ${source}` },
    sign('cross', 'bad'),
    el(
      'span',
      {},
      el('strong', {}, who, whose, ': ', foreign(title)),
      `: ${what}. ${place}`,
      el('span', { class: 'small' }, look),
    ),
  )
}
