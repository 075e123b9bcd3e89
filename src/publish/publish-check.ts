// What a check found, told in the log, the summary and the outputs alone: no report file, no commit status, no comment.
import type { Log } from '../base/log.ts'
import type { PublishInputs } from '../inputs/inputs.ts'
import type { CheckReport, FindingState } from '../model/check.ts'
import { MAX_ANNOTATIONS } from '../report/annotations.ts'
import { assumptionLine, findingLine, findingName, verdictLine } from '../report/check-lines.ts'
import { checkOutputs } from '../report/check-outputs.ts'
import { helpUrl } from '../report/phrases.ts'
import type { Toolkit } from '../world.ts'
import { attempt, setOutputs } from './publish.ts'

/** Tells everything first and fails last. Returns the exit code: 1 where `fail-on` has the verdict. */
export async function publishCheck(
  report: CheckReport,
  inputs: Pick<PublishInputs, 'summary' | 'fail-on'>,
  { toolkit, log }: { toolkit: Toolkit; log: Log },
): Promise<number> {
  const { verdict, findings, assumptions } = report
  await attempt('The outputs could not be set', log, () => setOutputs(toolkit, checkOutputs(report)))
  if (inputs.summary)
    await attempt('The job summary could not be written', log, async () => {
      const { renderCheck } = await import('../report/summary/check.ts')
      return toolkit.writeSummary(renderCheck(report))
    })
  await log.group('What was found', () => {
    for (const finding of findings) log.info(findingLine(finding))
    for (const assumption of assumptions) log.info(assumptionLine(assumption))
    return Promise.resolve()
  })
  const fails = verdict !== 'checked' && inputs['fail-on'].includes(verdict)
  const having = (state: FindingState) => findings.filter((finding) => finding.state === state)
  for (const finding of having('warning').slice(0, MAX_ANNOTATIONS))
    log.warning(`${findingName(finding)}: ${finding.reason}`)
  if (verdict === 'checked') {
    log.info(verdictLine(report))
    return 0
  }
  const url = helpUrl(report)
  const level = fails ? 'error' : 'warning'
  log[level](`${verdictLine(report)}${url ? `\nWhat to do: ${url}` : ''}`)
  for (const finding of having('problem').slice(0, MAX_ANNOTATIONS - 1))
    log[level](`${findingName(finding)}: ${finding.reason}`)
  return fails ? 1 : 0
}
