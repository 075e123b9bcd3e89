import { formatDuration } from '../base/duration.ts'
import type { PageData, PageRun } from '../report/page/model.ts'
import { el, foreign, swatch } from './dom.ts'
import { formatClock } from './words.ts'

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

/** The statuses that the run went through: a bar in which each is as long as it lasted, and a list. */
export function timeline(run: PageRun, data: PageData): HTMLElement {
  const { ended } = run
  const stages = stagesOf(run, data)
  const bar = el('div', { class: 'stages', 'aria-hidden': 'true' })
  const list = el('ol', { class: 'stage-list' })
  for (const { status, at, lasted } of stages) {
    const kind = `stage ${KINDS.get(status) ?? 'stage-before'}`
    if (lasted) {
      const part = el('span', { class: kind })
      part.style.flexGrow = String(lasted)
      bar.append(part)
    }
    list.append(
      el(
        'li',
        {},
        swatch(kind),
        el('span', { class: 'mono' }, foreign(status)),
        el(
          'span',
          { class: 'stage-length' },
          lasted === undefined ? (ended ? 'the end' : 'last seen') : formatDuration(lasted),
        ),
        el('time', { class: 'muted', datetime: new Date(at).toISOString() }, formatClock(at)),
      ),
    )
  }
  return el('div', { class: 'timeline' }, bar, list)
}

function stagesOf({ statuses, ended }: PageRun, { endedAt, runs }: PageData): Stage[] {
  return statuses.map(({ status, at }, i) => {
    const next = statuses[i + 1]?.at
    // Of one run it is known how long it was watched; with several, the step went on for the others.
    const end = next ?? (!ended && runs.length === 1 ? endedAt : undefined)
    return { status, at, ...(end === undefined ? {} : { lasted: Math.max(0, end - at) }) }
  })
}
