import { formatDuration } from '../duration.ts'
import { code, codeBlock, counted, href, markdown } from '../text.ts'
import { GOOD_OUTCOMES, HEADLINE_METRICS, metricFacts } from '../thresholds/catalogue.ts'
import { type Subject, type ThresholdResult, evaluate } from '../thresholds/evaluate.ts'
import { parseThresholds } from '../thresholds/parse.ts'
import { formatNumber } from './numbers.ts'
import { HEADINGS, changeText, coverageText, margin, markOf, measuredAndLimit } from './phrases.ts'
import type { RunReport, StepReport } from './report.ts'

/** The job summary, as GitHub-flavoured Markdown: the verdict, with several runs a row for each, then each in detail. */
export function renderSummary({ verdict, runs, problem }: StepReport): string {
  const heading = `## CallMeter: ${HEADINGS[verdict]}`
  if (problem) return `${heading}\n\n${codeBlock(problem)}\n`
  if (runs.length === 1) return `${[heading, ...runs.map(renderRun)].join('\n\n')}\n`
  const details = runs.map((run) => `### ${markdown(nameOf(run))}\n\n${renderRun(run)}`)
  return `${[heading, renderOverview(runs), ...details].join('\n\n')}\n`
}

function nameOf({ test }: RunReport): string {
  return test.name ?? test.asked
}

function renderOverview(runs: readonly RunReport[]): string {
  const rows = runs.map((run) => [
    markdown(nameOf(run)),
    HEADINGS[run.verdict],
    markdown(run.reason, 300),
    run.runId ? linked(run) : '',
  ])
  return table(['Test', 'Verdict', 'Why', 'Run'], rows)
}

/** The run's id, linked to its page where that is known. */
function linked({ runId = '', runUrl }: RunReport): string {
  const id = code(runId, 100)
  return runUrl ? `<a href="${href(runUrl)}">${id}</a>` : id
}

function renderRun(run: RunReport): string {
  const parts = [
    markdown(run.reason, 1_000),
    run.notes.map((note) => `> ⚠️ ${markdown(note, 500)}`).join('\n>\n'),
    renderThresholds(run.thresholds, run.baseline !== undefined),
    run.baseline ? `Compared with ${markdown(run.baseline.name, 200)}.` : '',
    run.subject ? renderOutcomes(run.subject) : '',
    run.subject ? renderMetrics(run.subject, run.baseline?.subject) : '',
    renderFacts(run),
  ]
  return parts.filter(Boolean).join('\n\n')
}

function renderThresholds(results: readonly ThresholdResult[], compared: boolean): string {
  if (results.length === 0) return ''
  const comparison = (result: ThresholdResult): string[] =>
    compared
      ? [result.baseline === undefined ? '' : formatNumber(result.baseline, result.unit), changeText(result)]
      : []
  return table(
    ['', 'Threshold', 'Limit', 'Measured', ...(compared ? ['Baseline', 'Change'] : []), 'Result', 'Over'],
    results.map((result) => {
      const { measured, limit } = measuredAndLimit(result)
      const over = [coverageText(result), result.decidedBy && `worse side: ${result.decidedBy}`]
        .filter(Boolean)
        .join('; ')
      const outcome = result.reason ?? [margin(result), result.note].filter(Boolean).join('; ')
      return [
        markOf(result),
        code(result.threshold.text, 200),
        limit && `${code(result.operator)} ${limit}`,
        measured,
        ...comparison(result),
        markdown(outcome, 400),
        markdown(over),
      ]
    }),
  )
}

function renderOutcomes({ measurements }: Subject): string {
  const counts = new Map<string, number>()
  for (const outcome of measurements.outcomes) counts.set(outcome ?? '', (counts.get(outcome ?? '') ?? 0) + 1)
  const rows = [...counts].toSorted(
    ([a, n], [b, m]) =>
      Number(GOOD_OUTCOMES.includes(b)) - Number(GOOD_OUTCOMES.includes(a)) || m - n || a.localeCompare(b),
  )
  if (rows.length === 0) return 'The run has no endpoints.'
  return table(
    ['Outcome', 'Endpoints', 'Share'],
    rows.map(([outcome, n]) => [
      outcome ? code(outcome, 80) : 'not ended',
      String(n),
      formatNumber((100 * n) / measurements.size, '%'),
    ]),
  )
}

const STATISTICS = ['avg', 'p95', 'min', 'max']

function renderMetrics(subject: Subject, baseline: Subject | undefined): string {
  const there = HEADLINE_METRICS.filter((metric) => subject.measurements.metrics.has(metric))
  if (there.length === 0) return ''
  const text = there.flatMap((metric) => STATISTICS.map((by) => `${by}(${metric}) >= 0`)).join('\n')
  const results = evaluate(parseThresholds(text).thresholds, subject, baseline)
  const number = (value: number | undefined, result: ThresholdResult | undefined): string =>
    value === undefined ? '' : formatNumber(value, result?.unit ?? '')
  return table(
    ['Metric', 'Average', ...(baseline ? ['Baseline', 'Change'] : []), '95th percentile', 'Least', 'Most', 'Meaning'],
    there.map((metric, i) => {
      const [average, ...others] = STATISTICS.map((_, j) => results[i * STATISTICS.length + j])
      return [
        code(metric),
        number(average?.measured, average),
        ...(baseline && average ? [number(average.baseline, average), changeText(average)] : []),
        ...others.map((result) => number(result?.measured, result)),
        metricFacts(metric)?.meaning ?? '',
      ]
    }),
  )
}

function renderFacts(run: RunReport): string {
  const { project, test, runId, status, subject } = run
  const rows = [
    ['Project', markdown(project.name ?? project.asked)],
    ['Test', markdown(test.name ?? test.asked)],
    ['Run', runId ? linked(run) : ''],
    ['Status', status ? code(status, 80) : ''],
    ['Endpoints', subject ? counted(subject.measurements.size, 'endpoint') : ''],
    ['Ran for', subject?.durationSeconds === undefined ? '' : formatDuration(subject.durationSeconds * 1_000)],
    ['Waited for', subject?.queueSeconds === undefined ? '' : formatDuration(subject.queueSeconds * 1_000)],
  ]
  return table(
    ['Run', ''],
    rows.filter(([, value]) => value),
  )
}

/** A table whose cells are Markdown already. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
