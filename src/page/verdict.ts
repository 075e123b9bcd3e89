// What came of it, in words that nobody can miss, and the facts of the run.
import { formatDuration } from '../base/duration.ts'
import type { PageData, PageRun } from '../report/page/model.ts'
import { type Child, el, foreign, heading } from './dom.ts'
import { sign, verdictMark } from './signs.ts'
import { countOf, formatMoment } from './words.ts'

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

/** Facts that are long, and take a line of their own on a phone. */
const WIDE = ['Run', 'Compared with']

/** Which run this is, when it was and how long it took. */
export function factsOf(run: PageRun, { startedAt, endedAt, runs }: PageData): HTMLElement {
  const { runId, runUrl, status, plannedSeconds, runningSeconds, queueSeconds, endpoints, baseline } = run
  const seconds = (value: number | undefined): Child => value !== undefined && formatDuration(value * 1_000)
  const id = runId && foreign(runId, 'mono')
  const began = run.statuses[0]?.at ?? startedAt
  const facts: [string, Child][] = [
    ['Project', foreign(run.project)],
    ['Test', foreign(run.test)],
    ['Run', id && (runUrl ? el('a', { href: runUrl, rel: 'noreferrer noopener' }, id) : id)],
    ['Started', el('time', { datetime: new Date(began).toISOString() }, formatMoment(began))],
    ['Ran for', seconds(runningSeconds)],
    ['Calls planned for', seconds(plannedSeconds)],
    ['Waited for capacity', seconds(queueSeconds)],
    ['Step took', runs.length === 1 && formatDuration(endedAt - startedAt)],
    ['Last status', status && foreign(status, 'mono')],
    ['Endpoints', endpoints && countOf(endpoints.size, 'endpoint')],
    ['Compared with', baseline && foreign(baselineText(baseline))],
  ]
  const shown = facts.filter(([, value]) => value)
  return el(
    'dl',
    { class: 'facts' },
    ...shown.map(([name, value]) =>
      el('div', { class: WIDE.includes(name) && 'wide' }, el('dt', {}, name), el('dd', {}, value)),
    ),
  )
}

function baselineText({ name, endpoints }: NonNullable<PageRun['baseline']>): string {
  return endpoints === undefined ? name : `${name} (${countOf(endpoints, 'endpoint')})`
}
