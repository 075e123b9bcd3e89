// The last stage: what became of the step, told wherever people and later steps look.
import { relative } from 'node:path'
import type { StatusAndComment } from './status-and-comment.ts'
import type { PublishInputs } from '../inputs/inputs.ts'
import type { Log } from '../base/log.ts'
import { annotationsOf } from '../report/annotations.ts'
import { finalOutputs, reportOutputs, runOutputs } from '../report/outputs.ts'
import { HEADINGS } from '../report/phrases.ts'
import type { Verdict } from '../model/verdict.ts'
import { type RunReport, type StepReport, hasResults } from '../report/report.ts'
import { renderProblem } from '../report/summary/problem.ts'
import { plain } from '../base/text.ts'
import type { Toolkit, World } from '../world.ts'

export interface PublishTools {
  world: Pick<World, 'toolkit' | 'env' | 'files' | 'pageTemplate'>
  log: Log
  github: StatusAndComment
}

/**
 * Tells everything first and fails last. Nothing that goes wrong while telling changes the verdict. Returns the exit code.
 */
export async function publish(report: StepReport, inputs: PublishInputs, tools: PublishTools): Promise<number> {
  const { world, log, github } = tools
  const { toolkit, env } = world
  const paths = await writeReports(report, inputs['report-directory'], tools)
  const outputs = { ...runOutputs(report.runs), ...finalOutputs(report), ...reportOutputs(paths) }
  await attempt('The outputs could not be set', log, () => setOutputs(toolkit, outputs))
  if (inputs.summary)
    await attempt('The job summary could not be written', log, async () =>
      toolkit.writeSummary(await summaryOf(report, relativeTo(env.GITHUB_WORKSPACE, paths['report.html']))),
    )
  // Of several runs each counts: a worse companion must not hide the verdict that was to fail the step.
  const fails = [report.verdict, ...report.runs.flatMap(verdictsOf)].some((verdict) =>
    inputs['fail-on'].includes(verdict),
  )
  await github.ended(report, fails)
  if (report.verdict === 'passed' || report.verdict === 'triggered') {
    log.info(`${HEADINGS[report.verdict]}. ${report.runs.map(({ reason }) => reason).join('\n')}`)
  }
  for (const { level, message, file, line } of annotationsOf(report, fails)) {
    log[level](message, file === undefined ? {} : { file, ...(line === undefined ? {} : { startLine: line }) })
  }
  return fails ? 1 : 0
}

/** The verdicts that count of a run: where a breach could not be confirmed it stands, whatever became of the run that was to confirm it. */
function verdictsOf({ verdict, attempts = [], thresholds }: RunReport): Verdict[] {
  const stands = thresholds.some(({ state, threshold }) => state === 'breached' && threshold.severity === 'fail')
  return [verdict, ...(stands ? attempts.map((one) => one.verdict) : [])]
}

/** Does something that tells of the verdict, and warns where it fails: a verdict does not depend on being told. */
export async function attempt(failure: string, log: Log, work: () => void | Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    log.warning(`${failure}: ${plain(String(error))}`)
  }
}

/** The job summary. `page` is the path of report.html, as the workflow would write it. */
async function summaryOf(report: StepReport, page: string): Promise<string> {
  if (report.problem) return renderProblem(report, report.problem)
  // Loaded where there are runs to draw: wrong inputs leave none.
  const { renderSummary } = await import('../report/summary/summary.ts')
  return renderSummary(report, page)
}

/** Writes the report files and returns where they are. */
async function writeReports(
  report: StepReport,
  directory: string,
  { world: { files, pageTemplate }, log }: PublishTools,
): Promise<Record<string, string>> {
  if (!directory) return {}
  try {
    // Loaded when there is something to write: it brings a writer of XML.
    const { renderReportFiles } = await import('../report/report-files.ts')
    const paths = files.writeReports(
      directory,
      renderReportFiles(report, pageTemplate, (name, error) =>
        log.warning(`${name} could not be made: ${plain(String(error))}`),
      ),
    )
    const page = paths['report.html']
    if (page) log.info(`${hasResults(report) ? 'Report with every endpoint' : 'Report'}: ${plain(page)}`)
    return paths
  } catch (error) {
    log.warning(`The reports could not be written to ${plain(directory)}: ${plain(String(error))}`)
    return {}
  }
}

/** A path as the workflow would write it: relative to its workspace where it is in there. Empty for none. */
function relativeTo(workspace: string | undefined, path: string | undefined): string {
  if (!path || !workspace) return path ?? ''
  const inside = relative(workspace, path)
  return inside.startsWith('..') ? path : inside.replaceAll('\\', '/')
}

/** Sets outputs of the step. */
export function setOutputs(toolkit: Toolkit, outputs: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(outputs)) toolkit.setOutput(name, value)
}
