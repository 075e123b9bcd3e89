import { countsOf } from '../base/counts.ts'
import type { PageEndpoints } from '../report/page/model.ts'
import { type Child, el, foreign, scrollingTable } from './dom.ts'
import { sign } from './signs.ts'
import { outcomeWord, placesByWord, wordAt } from './view.ts'
import { formatCount, formatShare } from './words.ts'

/** Most outcomes, and most SIP statuses of one outcome, that are listed. */
const MAX_OUTCOMES = 40
const MAX_STATUSES = 4

interface Outcome {
  word: string
  good: boolean
  count: number
  /** Endpoints by SIP status. */
  statuses: Map<number, number>
}

/** How the endpoints ended, those that succeeded first. */
export function outcomeTable(endpoints: PageEndpoints): HTMLElement {
  const outcomes = outcomesOf(endpoints)
  const bar = el('div', { class: 'shares', 'aria-hidden': 'true' })
  for (const { count, good, word } of outcomes) {
    const part = el('span', { class: good ? 'share tone-good' : 'share tone-bad', title: word })
    part.style.flexGrow = String(count)
    bar.append(part)
  }
  const table = scrollingTable(
    'Outcomes',
    [
      { head: 'Outcome' },
      { head: 'Endpoints', number: true },
      { head: 'Share', number: true },
      ...(endpoints.sipStatuses ? [{ head: 'SIP status' }] : []),
    ],
    outcomes
      .slice(0, MAX_OUTCOMES)
      .map(({ word, good, count, statuses }): Child[] => [
        el(
          'span',
          { class: 'with-sign' },
          good ? sign('check', 'good') : sign('cross', 'bad'),
          el(
            'span',
            {},
            foreign(word, 'mono'),
            el('span', { class: 'hidden-words' }, good ? ' (succeeded)' : ' (failed)'),
          ),
        ),
        formatCount(count),
        formatShare(count, endpoints.size),
        ...(endpoints.sipStatuses ? [statusesInWords(statuses)] : []),
      ]),
  )
  const more = outcomes.length - MAX_OUTCOMES
  return el(
    'div',
    { class: 'outcomes' },
    bar,
    table,
    more > 0 && el('p', { class: 'small' }, `${more} rarer outcomes are not listed.`),
  )
}

function outcomesOf({ outcomes, good, sipStatuses }: PageEndpoints): Outcome[] {
  const list = placesByWord(outcomes, outcomes.at.keys()).map((places, i): Outcome => {
    const statuses = places.map((place) => wordAt(sipStatuses, place)).filter((status) => status !== null)
    const word = outcomeWord(outcomes.words[i] ?? null)
    return { word, good: good[i] ?? false, count: places.length, statuses: countsOf(statuses) }
  })
  return list.toSorted((a, b) => Number(b.good) - Number(a.good) || b.count - a.count || a.word.localeCompare(b.word))
}

/** `200`, or `486 (3), 503 (1)`. */
function statusesInWords(statuses: ReadonlyMap<number, number>): string {
  const list = [...statuses].toSorted((a, b) => b[1] - a[1] || a[0] - b[0])
  if (list.length < 2) return list.map(([status]) => String(status)).join('')
  const shown = list.slice(0, MAX_STATUSES).map(([status, n]) => `${status} (${formatCount(n)})`)
  return `${shown.join(', ')}${list.length > MAX_STATUSES ? ' and others' : ''}`
}
