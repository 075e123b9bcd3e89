import { code, counted, html, markdown } from '../../base/text.ts'
import { renderCapacity, renderOverview } from '../blocks.ts'
import { blocks, details } from '../markdown.ts'
import { HEADINGS } from '../phrases.ts'
import { type RunReport, type StepReport, hasResults, nameOf } from '../report.ts'
import { DETAILS, type Detail } from './detail.ts'
import { helpLine, renderProblem, summaryHeading } from './problem.ts'
import { renderRun } from './run.ts'

/** Largest summary that is written, in bytes: GitHub drops one above 1 MiB, and other steps' are counted apart. */
export const MAX_SUMMARY_BYTES = 1_000_000

/**
 * The job summary, as GitHub-flavoured Markdown: the verdict, with several runs a row for each, then each in detail. What would make it too
 * large is left out, and that is said. `page` is the path of report.html, as the workflow would write it.
 */
export function renderSummary(report: StepReport, page = '', maxBytes = MAX_SUMMARY_BYTES): string {
  for (const detail of DETAILS) {
    const summary = render(report, detail, page)
    if (Buffer.byteLength(summary) <= maxBytes) return summary
  }
  const { runs } = report
  return `${summaryHeading(report)}\n\nThe summary of ${counted(runs.length, 'run')} is too large for GitHub; the log has all of it.\n`
}

function render(report: StepReport, detail: Detail, page: string): string {
  const { runs, problem } = report
  if (problem) return renderProblem(report, problem)
  const several = runs.length !== 1
  return `${blocks([
    summaryHeading(report),
    renderCapacity(report),
    several ? renderOverview(runs) : '',
    ...(detail.runs ? runs.map((run) => (several ? renderOneOfSeveral(run, detail) : renderRun(run, detail))) : []),
    helpLine(report),
    footer(detail, hasResults(report) ? page : ''),
  ])}\n`
}

/** A run below the table of all; one that is good can be opened. */
function renderOneOfSeveral(run: RunReport, detail: Detail): string {
  const content = renderRun(run, detail)
  return run.verdict === 'passed' || run.verdict === 'triggered'
    ? details(`${HEADINGS[run.verdict].split(' ')[0] ?? ''} ${html(nameOf(run))}`, content)
    : `### ${markdown(nameOf(run))}\n\n${content}`
}

function footer({ leftOut }: Detail, page: string): string {
  const where = page ? `<sub>Every endpoint: ${code(page, 200)}</sub>` : ''
  return leftOut ? blocks([`Left out, because GitHub shows at most 1 MiB: ${leftOut}.`, where]) : where
}
