// The job summary of a check: what a run needs, and how the API answers what nothing documents.
import { code, codeBlock, counted, markdown } from '../../base/text.ts'
import { type Assumption, type CheckReport, FINDING_STATES, type Finding } from '../../model/check.ts'
import { ANSWER_MARKS, CHECK_HEADINGS, STATE_MARKS, findingName } from '../check-lines.ts'
import { blocks, details, table } from '../markdown.ts'
import { helpUrl } from '../phrases.ts'

/** Largest summary that is written, in bytes: GitHub drops one above 1 MiB whole. */
export const MAX_BYTES = 1_000_000

/** Most findings, and most fields of each part of an API, from everything down to what always fits. */
const DETAILS = [
  { findings: 300, fields: 100 },
  { findings: 300, fields: 0 },
  { findings: 30, fields: 0 },
] as const

type Detail = (typeof DETAILS)[number]

/** The summary, as GitHub-flavoured Markdown: problems first. What would make it too large is left out, and that is said. */
export function renderCheck(report: CheckReport): string {
  for (const detail of DETAILS) {
    const summary = render(report, detail)
    if (Buffer.byteLength(summary) <= MAX_BYTES) return summary
  }
  return `## CallMeter: ${CHECK_HEADINGS[report.verdict]}\n\nThe summary of this check is too large for GitHub; the log has all of it.\n`
}

function render(report: CheckReport, detail: Detail): string {
  const { verdict, findings, assumptions, problem } = report
  const url = helpUrl(report)
  return `${blocks([
    `## CallMeter: ${CHECK_HEADINGS[verdict]}`,
    'This was a check (`check-only`): nothing was started, and nothing was written to CallMeter or GitHub.',
    problem === undefined ? renderFindings(findings, detail) : codeBlock(problem),
    url ? `What to do: <a href="${url}">troubleshooting</a>` : '',
    renderAssumptions(assumptions, detail),
  ])}\n`
}

function renderFindings(findings: readonly Finding[], detail: Detail): string {
  const sorted = FINDING_STATES.flatMap((state) => findings.filter((finding) => finding.state === state))
  const rows = sorted
    .slice(0, detail.findings)
    .map((finding) => [
      `${STATE_MARKS[finding.state]} ${finding.state}`,
      code(findingName(finding)),
      markdown(finding.reason, 800),
    ])
  const left = sorted.length - rows.length
  return blocks([
    table(['State', 'What', 'Why'], rows),
    left > 0 ? `${counted(left, 'more finding')} left out; the log has all.` : '',
  ])
}

function renderAssumptions(assumptions: readonly Assumption[], detail: Detail): string {
  if (assumptions.length === 0) return ''
  const rows = assumptions.map(({ api, what, answered, reason }) => [
    `${ANSWER_MARKS[answered]} ${answered}`,
    api,
    code(what),
    markdown(reason, 800),
  ])
  const asAssumed = assumptions.filter(({ answered }) => answered === 'as assumed').length
  return blocks([
    '### What the API does not document',
    `${asAssumed} of ${counted(assumptions.length, 'part')} answer as assumed.`,
    table(['Answer', 'API', 'Part', 'What came'], rows),
    ...assumptions.map((assumption) => renderFields(assumption, detail)),
  ])
}

function renderFields({ what, fields = [] }: Assumption, detail: Detail): string {
  const rows = fields
    .slice(0, detail.fields)
    .map(({ field, assumed, came }) => [
      code(field),
      markdown(assumed ?? '–', 120),
      came === undefined ? '–' : code(came, 200),
    ])
  return rows.length === 0 ? '' : details(`Fields: ${what}`, table(['Field', 'Assumed', 'Came'], rows))
}
