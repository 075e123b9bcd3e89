// The job summary of a check: what a run needs, and how the API answers what nothing documents.
import { code, codeBlock, counted, markdown } from '../../base/text.ts'
import type { Assumption, CheckReport, FieldTypes, Finding } from '../../model/check.ts'
import { FINDING_STATES } from '../../model/check.ts'
import { ANSWER_MARKS, STATE_MARKS, findingName } from '../check-lines.ts'
import { blocks, details, table } from '../markdown.ts'
import { HEADINGS, helpUrl } from '../phrases.ts'

/** Most findings, and most fields of one part of an API, that are shown: GitHub drops a summary above 1 MiB whole. */
const [MAX_FINDINGS, MAX_FIELDS] = [300, 100]

/** The summary, as GitHub-flavoured Markdown: problems first. */
export function renderCheck(report: CheckReport): string {
  const { verdict, findings, assumptions, problem } = report
  const url = helpUrl(report)
  return `${blocks([
    `## CallMeter: ${HEADINGS[verdict]}`,
    'This was a check (`check-only`): nothing was started, and nothing was written to CallMeter or GitHub.',
    problem === undefined ? renderFindings(findings) : codeBlock(problem),
    url ? `What to do: <a href="${url}">troubleshooting</a>` : '',
    renderAssumptions(assumptions),
  ])}\n`
}

function renderFindings(findings: readonly Finding[]): string {
  const sorted = FINDING_STATES.flatMap((state) => findings.filter((finding) => finding.state === state))
  const left = sorted.length - MAX_FINDINGS
  return blocks([
    table(
      ['State', 'What', 'Why'],
      sorted
        .slice(0, MAX_FINDINGS)
        .map((finding) => [
          `${STATE_MARKS[finding.state]} ${finding.state}`,
          code(findingName(finding)),
          markdown(finding.reason, 800),
        ]),
    ),
    left > 0 ? `${counted(left, 'more finding')} left out; the log has all.` : '',
  ])
}

function renderAssumptions(assumptions: readonly Assumption[]): string {
  if (assumptions.length === 0) return ''
  const rows = assumptions.map(({ api, what, answered, reason }) => [
    `${ANSWER_MARKS[answered]} ${answered}`,
    api,
    code(what),
    markdown(reason, 800),
  ])
  const asAssumed = assumptions.filter(({ answered }) => answered === 'as assumed').length
  return blocks([
    `### What the API does not document`,
    `${asAssumed} of ${counted(assumptions.length, 'part')} answer as assumed.`,
    table(['Answer', 'API', 'Part', 'What came'], rows),
    ...assumptions.map(renderFields),
  ])
}

function renderFields({ what, fields = [] }: Assumption): string {
  const rows = fields
    .slice(0, MAX_FIELDS)
    .map(({ field, assumed, came }: FieldTypes) => [
      code(field),
      markdown(assumed ?? '–', 120),
      came === undefined ? '–' : code(came, 200),
    ])
  return rows.length === 0 ? '' : details(`Fields: ${what}`, table(['Field', 'Assumed', 'Came'], rows))
}
