// The pull request comment: the verdict and what broke, short, with the way to the whole report.
import { code, codeBlock, href, markdown } from '../base/text.ts'
import { heldLast } from './analysis/distribution.ts'
import {
  linked,
  renderAttempts,
  renderBrokenThresholds,
  renderCapacity,
  renderDisagreement,
  renderEnds,
  renderFacts,
  renderFailures,
  renderOverview,
  renderThresholds,
} from './blocks.ts'
import { blocks, details } from './markdown.ts'
import { HEADINGS } from './phrases.ts'
import { type RunReport, type StepReport, nameOf } from './report.ts'

/** Longest comment that GitHub takes is 65,536 characters. */
const MAX_COMMENT = 60_000
/** Most thresholds in the table. */
const MAX_THRESHOLDS = 40

/** What a comment says beside the report. */
export interface CommentFrame {
  /** Finds the comment again: GitHub does not show it. */
  mark: string
  /** The commit that was tested. */
  sha: string
  /** The page of the workflow run. */
  page: string
  /** The step, as people know it: `Deploy / quality`. */
  name: string
  /** The pull request's newest commit, where that is another one. */
  newer?: string
}

/** The comment's text. */
export function renderComment(report: StepReport, frame: CommentFrame): string {
  const { verdict, runs, problem } = report
  const head = [
    frame.mark,
    frame.newer ? outdatedNote(frame.sha, frame.newer) : '',
    `### CallMeter: ${HEADINGS[verdict]}`,
  ]
  const foot = `<sub><a href="${href(frame.page)}">Full report</a> · ${markdown(frame.name)} · commit ${code(frame.sha.slice(0, 7))}</sub>`
  const [only] = runs
  const body = runs.length > 1 ? blocks([renderCapacity(report), renderOverview(runs)]) : only ? renderOnly(only) : ''
  const whole = blocks([...head, problem ? codeBlock(problem, 5_000) : '', body, foot])
  if (whole.length <= MAX_COMMENT) return whole
  const names = runs.map(
    (run) =>
      `- ${HEADINGS[run.verdict]}: ${markdown(nameOf(run), 100)} ${run.runId ? linked({ ...run, runUrl: '' }) : ''}`,
  )
  const short = blocks([...head, names.join('\n'), foot])
  return short.length <= MAX_COMMENT ? short : blocks([...head, foot])
}

function renderOnly(run: RunReport): string {
  const { subject, reason, thresholds } = run
  return blocks([
    subject ? renderDisagreement(subject) : '',
    markdown(reason, 1_000),
    renderFailures(run, 'left out'),
    subject ? renderBrokenThresholds(thresholds, subject) : '',
    renderAttempts(run),
    subject ? renderEnds(subject) : '',
    `<sub>${renderFacts(run)}</sub>`,
    renderTable(run),
  ])
}

/** The table of thresholds, to be opened: the broken ones first where there are too many for all. */
function renderTable({ thresholds, baseline }: RunReport): string {
  const all = thresholds.length <= MAX_THRESHOLDS
  const sorted = all ? thresholds : heldLast(thresholds)
  const title = all ? 'All thresholds' : `${MAX_THRESHOLDS} of ${thresholds.length} thresholds`
  return details(title, renderThresholds(sorted.slice(0, MAX_THRESHOLDS), baseline !== undefined))
}

const OUTDATED = '<!-- outdated -->'

function outdatedNote(sha: string, newer: string): string {
  return `${OUTDATED}\n> [!NOTE]\n> Outdated: this is about commit ${code(sha.slice(0, 7))}, and ${code(newer.slice(0, 7))} is newer.`
}

/** A comment with a note that a newer commit is there; unchanged where it has one. */
export function markOutdated(body: string, mark: string, sha: string, newer: string): string {
  if (!body.startsWith(mark) || body.startsWith(`${mark}\n\n${OUTDATED}`)) return body
  return `${mark}\n\n${outdatedNote(sha, newer)}${body.slice(mark.length)}`
}
