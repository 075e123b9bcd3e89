// The verdict, in words that nobody can miss, and which run it is about.
import type { PageRun } from '../report/page/model.ts'
import { type Child, el, factList, foreign, heading } from './dom.ts'
import { sign, verdictMark } from './signs.ts'
import { countOf, formatCount } from './words.ts'

/** The verdict with its reason, and under it what else the reader should know. */
export function verdictBox(
  level: number,
  { verdict, heading: words }: { verdict: string; heading: string },
  ...below: readonly Child[]
): HTMLElement {
  const mark = verdictMark(verdict)
  return el(
    'div',
    { class: `verdict tone-${mark.tone}` },
    sign(mark.sign, mark.tone),
    el('div', { class: 'verdict-words' }, heading(level, { tabindex: -1 }, words), ...below),
  )
}

/** The reason of a run's verdict. */
export function reasonOf({ reason }: PageRun): Child {
  return reason !== '' && el('p', { class: 'reason' }, foreign(reason))
}

/** What else the reader of a run should know. */
export function notesOf({ notes }: PageRun): Child {
  if (notes.length === 0) return undefined
  const items = notes.map((note) => el('li', {}, sign('exclamation', 'warn'), foreign(note)))
  return el('ul', { class: 'notes', 'aria-label': 'Notes' }, ...items)
}

/** Which run this is, and what it is compared with. */
export function factsOf({ runId, runUrl, project, test, endpoints, baseline }: PageRun): HTMLElement {
  const id = runId && foreign(runId, 'mono')
  return factList([
    ['Project', foreign(project)],
    ['Test', foreign(test)],
    ['Run', id && (runUrl ? el('a', { href: runUrl, rel: 'noreferrer noopener' }, id) : id)],
    ['Endpoints', endpoints && formatCount(endpoints.size)],
    ['Baseline', baseline && foreign(baselineText(baseline))],
  ])
}

function baselineText({ name, endpoints }: NonNullable<PageRun['baseline']>): string {
  return endpoints === undefined ? name : `${name} (${countOf(endpoints, 'endpoint')})`
}
