// The page: what came of the step, and one run of it at a time.
import { countsOf } from '../base/counts.ts'
import type { PageData, PageRun } from '../report/page/model.ts'
import { type Child, el, foreign, setAttributes } from './dom.ts'
import { followColours } from './palette.ts'
import { runDetails } from './run.ts'
import { sign, verdictMark } from './signs.ts'
import { notesOf, reasonOf, verdictBox } from './verdict.ts'
import { countOf, formatMoment } from './words.ts'

function showPage(root: HTMLElement): void {
  const data = JSON.parse(document.getElementById('report')?.textContent ?? 'null') as PageData | null
  if (!data) {
    root.replaceChildren(el('p', { class: 'plain-message' }, 'This is the empty page that reports are made from.'))
    return
  }
  followColours()
  const head = el(
    'header',
    { class: 'page-head' },
    el('span', { class: 'brand' }, 'CallMeter report'),
    el('time', { datetime: new Date(data.endedAt).toISOString() }, formatMoment(data.endedAt)),
  )
  const [only, another] = data.runs
  const parts = only && !another ? oneRun(only, data) : severalRuns(data)
  root.replaceChildren(
    head,
    el('main', {}, ...parts),
    el(
      'footer',
      {},
      'Made by callmeter/run-test. Everything shown is in this file; nothing is loaded from elsewhere. Values are rounded to six digits; report.json beside it has them all.',
    ),
  )
}

function oneRun(run: PageRun, data: PageData): Child[] {
  return [verdictBox(1, run, reasonOf(run)), notesOf(run), ...runDetails(run, data, 2).parts]
}

/** The verdicts of all runs, and below them the one that was chosen: by the address, else the first of the worst. */
function severalRuns(data: PageData): Child[] {
  const { runs, problem } = data
  const box = verdictBox(1, data, runs.length > 0 && el('p', { class: 'reason' }, verdictCounts(runs)))
  const trouble = problem !== undefined && el('pre', { class: 'problem', tabindex: 0 }, problem)
  if (runs.length === 0) return [box, trouble]

  const article = el('article', {})
  const links = runs.map((run, i) => {
    const mark = verdictMark(run.verdict)
    return el(
      'a',
      { href: `#run-${i + 1}` },
      sign(mark.sign, mark.tone),
      el('span', { class: 'run-name' }, foreign(run.test)),
      el('span', { class: 'run-verdict' }, run.heading),
    )
  })
  const worst = Math.max(
    0,
    runs.findIndex(({ verdict }) => verdict === data.verdict),
  )
  let [shown, remove] = [-1, (): void => undefined]
  const show = (): void => {
    const asked = Number(/^#run-(\d+)$/.exec(location.hash)?.[1]) - 1
    const chosen = runs[asked] ? asked : worst
    const run = runs[chosen]
    if (!run || chosen === shown) return
    const moved = shown >= 0
    shown = chosen
    remove()
    links.forEach((link, i) => setAttributes(link, { 'aria-current': i === chosen ? 'true' : undefined }))
    const details = runDetails(run, data, 3)
    remove = details.remove
    const title = el('p', { class: 'run-title' }, foreign(run.test))
    const parts = [title, verdictBox(2, run, reasonOf(run)), notesOf(run), ...details.parts]
    article.replaceChildren(...parts.filter((part) => part !== false && part !== undefined))
    if (moved) article.querySelector<HTMLElement>('h2')?.focus()
  }
  addEventListener('hashchange', show)
  show()
  return [
    box,
    trouble,
    el('nav', { class: 'runs', 'aria-label': 'Runs' }, el('ol', {}, ...links.map((link) => el('li', {}, link)))),
    article,
  ]
}

/** `3 runs: 1 failed, 2 passed`. */
function verdictCounts(runs: readonly PageRun[]): string {
  const words = [...countsOf(runs.map(({ verdict }) => verdict))].map(
    ([verdict, n]) => `${n} ${verdict.replaceAll('-', ' ')}`,
  )
  return `${countOf(runs.length, 'run')}: ${words.join(', ')}`
}

const root = document.getElementById('page')
if (root) {
  try {
    showPage(root)
  } catch (error) {
    root.replaceChildren(
      el(
        'p',
        { class: 'plain-message' },
        'This browser could not draw the report. The same results are in report.json beside it, and in the step’s job summary.',
      ),
      el('pre', { class: 'problem' }, String(error)),
    )
    throw error
  }
}
