// When things happened: by the API's own times, and as this step saw statuses change.
import { formatDuration } from '../base/duration.ts'
import type { PageData, PageDuration, PageRun } from '../report/page/model.ts'
import { type Cell, type Child, el, factList, foreign, scrollingTable, swatch } from './dom.ts'
import { formatClock, formatMoment } from './words.ts'

/** Which clock a time is of. */
export const TIMELINE_NOTE =
  'Statuses are as this step saw them when polling, so each can have begun earlier. Times marked API are reported by CallMeter.'

interface Stage {
  status: string
  at: number
  /** In ms; undefined for the last one, after which nothing came. */
  lasted?: number
}

const KINDS: ReadonlyMap<string, string> = new Map([
  ['QUEUED', 'stage-queued'],
  ['RUNNING', 'stage-running'],
  ['STOPPING', 'stage-stopping'],
  ['COMPLETED', 'stage-end'],
  ['FAILED', 'stage-bad'],
  ['CANNOT_RUN_FOR_NOW', 'stage-bad'],
])

/** The times of the run, and the statuses that it went through: a bar in which each is as long as it lasted, and a table. Undefined where nothing is known. */
export function timeline(run: PageRun, data: PageData): HTMLElement | undefined {
  const { statuses, ended, reported = {}, queue, running, plannedSeconds } = run
  const times = factList([
    ['Started (API)', moment(reported.startedAt)],
    ['Ended (API)', moment(reported.endedAt)],
    [`Run duration (${sourceOf(running)})`, duration(running)],
    [`Queue time (${sourceOf(queue)})`, duration(queue)],
    ['Planned duration', plannedSeconds !== undefined && formatDuration(plannedSeconds * 1_000)],
    ['Step duration', data.runs.length === 1 && formatDuration(data.endedAt - data.startedAt)],
  ])
  if (statuses.length === 0) return reported.startedAt || running ? el('div', { class: 'timeline' }, times) : undefined
  const stages = stagesOf(run, data)
  const bar = el('div', { class: 'stages', 'aria-hidden': 'true' })
  for (const { status, lasted } of stages) {
    if (!lasted) continue
    const part = el('span', { class: kindOf(status) })
    part.style.flexGrow = String(lasted)
    bar.append(part)
  }
  const rows = stages.map(({ status, at, lasted }): (Child | Cell)[] => [
    el('span', { class: 'with-sign' }, swatch(kindOf(status)), el('span', {}, foreign(status, 'mono'))),
    el('time', { datetime: new Date(at).toISOString() }, formatClock(at)),
    lasted === undefined ? (ended ? 'ended' : 'last seen') : formatDuration(lasted),
  ])
  const columns = [{ head: 'Status' }, { head: 'First seen', number: true }, { head: 'Duration', number: true }]
  return el('div', { class: 'timeline' }, bar, scrollingTable('Statuses', columns, rows), times)
}

function kindOf(status: string): string {
  return `stage ${KINDS.get(status) ?? 'stage-before'}`
}

function moment(at: number | undefined): Child {
  return at !== undefined && el('time', { datetime: new Date(at).toISOString() }, formatMoment(at))
}

function duration(of: PageDuration | undefined): Child {
  return of && formatDuration(of.seconds * 1_000)
}

function sourceOf(of: PageDuration | undefined): string {
  return of?.polled ? 'polling' : 'API'
}

function stagesOf({ statuses, ended }: PageRun, { endedAt, runs }: PageData): Stage[] {
  return statuses.map(({ status, at }, i) => {
    const next = statuses[i + 1]?.at
    // Of one run it is known how long it was watched; with several, the step went on for the others.
    const end = next ?? (!ended && runs.length === 1 ? endedAt : undefined)
    return { status, at, ...(end === undefined ? {} : { lasted: Math.max(0, end - at) }) }
  })
}
