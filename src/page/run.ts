// One run, from what came of it down to each of its endpoints.
import type { PageData, PageRun } from '../report/page/model.ts'
import { type Child, el, heading } from './dom.ts'
import { attemptTable } from './attempts.ts'
import { endpointTable } from './endpoints.ts'
import { endsTable } from './ends.ts'
import { failureList } from './failures.ts'
import { filterBar, metricChoice } from './filters.ts'
import { groupTable } from './groups.ts'
import { histogram } from './histogram.ts'
import type { Chart } from './plot.ts'
import { outcomeTable } from './outcomes.ts'
import { scatter } from './scatter.ts'
import { thresholdCounts, thresholdTable } from './thresholds.ts'
import { TIMELINE_NOTE, timeline } from './timeline.ts'
import { trends } from './trend.ts'
import { factsOf } from './verdict.ts'
import { createView, endpointLimit } from './view.ts'

/** What is known of a run, under headings of this level, and what to call before it is taken away. */
export function runDetails(run: PageRun, data: PageData, level: number): { parts: Child[]; remove: () => void } {
  const section = (title: string, note: string | undefined, ...content: Child[]): HTMLElement =>
    el(
      'section',
      {},
      el('div', { class: 'section-head' }, heading(level, {}, title), note && el('p', { class: 'small' }, note)),
      ...content,
    )
  const { endpoints, thresholds } = run
  const trend = trends(run)
  const parts: Child[] = [
    factsOf(run),
    run.failures.length > 0 && section('Why endpoints failed', undefined, failureList(run.failures)),
    thresholds.length > 0 && section('Thresholds', thresholdCounts(run), thresholdTable(run)),
    trend && section('Trend', 'Earlier runs from left to right; this run is last.', trend),
    run.attempts && section('Runs of the test', 'The test ran again to confirm a breach.', attemptTable(run.attempts)),
    run.ends && section('Near end and far end', undefined, endsTable(run.ends)),
  ]
  const times = timeline(run, data)
  const course = times && section('Timeline', TIMELINE_NOTE, times)
  if (!endpoints) {
    const none = el('p', { class: 'nothing-read' }, 'No results were read, so there are no endpoints to show.')
    return { parts: [...parts, course, none], remove: () => undefined }
  }
  const outcomes = section(
    'Outcomes',
    undefined,
    endpoints.size > 0 ? outcomeTable(endpoints) : el('p', {}, 'The run has no endpoints.'),
  )
  parts.push(el('div', { class: 'pair' }, course, outcomes))
  if (endpoints.size === 0) return { parts, remove: () => undefined }

  const view = createView(run, endpoints)
  const charts = el('div', { class: 'charts' })
  const groups = el('div', {})
  let drawn: Chart[] = []
  const chartAnew = (): void => {
    for (const chart of drawn) chart.remove()
    drawn = view.charted.map((metric) => histogram(level + 1, metric, view))
    charts.replaceChildren(...drawn.map(({ element }) => element))
    if (drawn.length === 0) charts.append(el('p', {}, 'No metric is selected.'))
    groups.replaceChildren(groupTable(view))
  }
  const spots = run.metrics.length > 1 ? [scatter(view)] : []
  const rows = endpointTable(view)
  view.onFilter(() => {
    for (const chart of [...drawn, ...spots, rows]) chart.update()
    groups.replaceChildren(groupTable(view))
  })
  view.onCharted(chartAnew)
  chartAnew()
  const limited = run.metrics.some(endpointLimit)
  // In one box, so that the controls stay in sight for as long as they apply.
  const explored = el(
    'div',
    { class: 'explored' },
    el('div', { class: 'controls' }, filterBar(view), run.metrics.length > 0 && metricChoice(view)),
    section(
      'Metrics',
      run.metrics.length > 0 ? 'How the values are distributed over the endpoints.' : undefined,
      run.metrics.length > 0 ? charts : el('p', {}, 'No endpoint reported a metric.'),
    ),
    section('Groups', (endpoints.groups?.words.length ?? 0) > 1 ? 'Worst first.' : undefined, groups),
    ...spots.map(({ element }) => section('Scatter plot', 'Each point is one endpoint.', element)),
    section('Endpoints', limited ? 'Values outside their limit are bold and red.' : undefined, rows.element),
  )
  return {
    parts: [...parts, explored],
    remove: () => {
      for (const chart of [...drawn, ...spots]) chart.remove()
    },
  }
}
