// The job summary of a step that was not to be judged at all, and what it has in common with every other. Nothing that draws a run is needed for it.
import { codeBlock } from '../../base/text.ts'
import { blocks } from '../markdown.ts'
import { HEADINGS, helpUrl } from '../phrases.ts'
import type { StepReport } from '../report.ts'

/** The whole job summary where there is a problem to tell in place of runs. */
export function renderProblem(report: StepReport, problem: string): string {
  return `${blocks([summaryHeading(report), codeBlock(problem), helpLine(report)])}\n`
}

/** The verdict, as the first line of the summary. */
export function summaryHeading({ verdict }: StepReport): string {
  return `## CallMeter: ${HEADINGS[verdict]}`
}

/** Where an error is explained; empty where the step did not end in one. */
export function helpLine(report: StepReport): string {
  const url = helpUrl(report)
  return url ? `What to do: <a href="${url}">troubleshooting</a>` : ''
}
