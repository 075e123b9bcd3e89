import { countsOf } from '../base/counts.ts'
import type { PageRun, PageThreshold } from '../report/page/model.ts'
import { type Cell, type Child, type Column, el, foreign, scrollingTable, setAttributes } from './dom.ts'
import { sign, thresholdMark } from './signs.ts'
import { countOf, withOperator } from './words.ts'

/** What was asked of the run and what came of it, what broke first. Where nothing was measured, what was asked is all there is. */
export function thresholdTable({ thresholds, baseline }: PageRun): HTMLElement {
  const compared = baseline !== undefined || thresholds.some((threshold) => threshold.baseline)
  const judged = thresholds.some(({ measured }) => measured)
  const columns: Column[] = [
    { head: 'Threshold' },
    ...(judged
      ? [
          { head: 'Measured', number: true },
          { head: 'Limit', number: true },
          ...(compared ? [{ head: 'Baseline', number: true }, { head: 'Change' }] : []),
          { head: 'Coverage' },
        ]
      : []),
  ]
  const rows = thresholds.map((threshold) => [asked(threshold), ...(judged ? found(threshold, compared) : [])])
  const table = scrollingTable('Thresholds', columns, rows)
  table.classList.add('thresholds')
  // On a phone each row is a card. Some browsers take a table that is not laid out as one for no table at all.
  for (const [tags, role] of ROLES) for (const part of table.querySelectorAll(tags)) setAttributes(part, { role })
  return table
}

/** `1 breached, 3 passed`. */
export function thresholdCounts({ thresholds }: PageRun): string {
  const words: Readonly<Record<string, string>> = {
    breached: 'breached',
    invalid: 'unclear',
    missing: 'without a value',
    unconfirmed: 'not confirmed',
    held: 'passed',
  }
  const counts = countsOf(thresholds.map(({ state }) => words[state] ?? 'not judged'))
  return `${countOf(thresholds.length, 'threshold')}: ${[...counts].map(([word, n]) => `${n} ${word}`).join(', ')}`
}

const ROLES = [
  ['table', 'table'],
  ['thead, tbody', 'rowgroup'],
  ['tr', 'row'],
  ['thead th', 'columnheader'],
  ['tbody th', 'rowheader'],
  ['td', 'cell'],
] as const

function small(words: Child): Child {
  return words && el('span', { class: 'small' }, words)
}

function asked(threshold: PageThreshold): Cell {
  const { text, severity, state, result, reason, note, place } = threshold
  const mark = thresholdMark(threshold)
  const broke = state === 'breached' || state === 'unconfirmed' || state === 'missing' || state === 'invalid'
  const words = el(
    'span',
    {},
    el('code', {}, foreign(text)),
    el('span', { class: broke ? `result tone-${mark.tone}` : 'result' }, result),
    small(severity === 'warn' && !/^warn\b/i.test(text) && 'only warns'),
    reason && whyNot(reason),
    small(note && foreign(note)),
    small(place && foreign(place)),
  )
  return {
    class: broke ? `broke tone-${mark.tone}` : '',
    content: [el('span', { class: 'with-sign' }, sign(mark.sign, mark.tone), words)],
  }
}

function found(threshold: PageThreshold, compared: boolean): (Child | Cell)[] {
  const { operator, measured, limit, baseline, change, coverage, interval, decidedBy } = threshold
  const before = [baseline, { class: 'change', content: change ? [change.text, small(betterOrWorse(change))] : [] }]
  return [
    measured && el('strong', {}, measured),
    limit && withOperator(operator, limit),
    ...(compared ? before : []),
    { class: 'over', content: [coverage, small(interval), small(decidedBy && foreign(`worse side: ${decidedBy}`))] },
  ]
}

function betterOrWorse({ better }: NonNullable<PageThreshold['change']>): Child {
  return better !== undefined && (better ? 'better' : 'worse')
}

/** A long reason opens with its first sentence: the rest is for whoever wants to correct the threshold. */
function whyNot(reason: string): HTMLElement {
  const end = reason.indexOf('. ') + 1
  if (end === 0 || reason.length < 160) return el('span', { class: 'small' }, foreign(reason))
  return el(
    'details',
    { class: 'small' },
    el('summary', {}, foreign(reason.slice(0, end))),
    foreign(reason.slice(end).trim()),
  )
}
