import { HEADINGS, helpUrl, isBroken, thresholdLine } from './phrases.ts'
import { type RunReport, type StepReport, nameOf } from './report.ts'

/** A line that GitHub shows on top of the workflow run, and at its file and line where it has one. */
export interface Annotation {
  level: 'error' | 'warning'
  message: string
  file?: string
  line?: number
}

/** GitHub shows ten annotations of each level for a step and drops the rest; the verdict itself is one of ours. */
export const MAX_ANNOTATIONS = 10

/**
 * The verdict, unless it is good, and then one annotation for each threshold that did not hold, in the order of the reports. The first says
 * how many there are, and of an error where it is explained. Errors where the verdict fails the step, else warnings.
 */
export function annotationsOf(report: StepReport, fails: boolean): Annotation[] {
  const { verdict, runs, problem } = report
  if (verdict === 'passed' || verdict === 'triggered') return []
  const level = fails ? 'error' : 'warning'
  const told = (run: RunReport, text: string): string => (runs.length > 1 ? `${nameOf(run)}: ${text}` : text)
  const reasons = problem ?? runs.map((run) => told(run, run.reason)).join('\n')
  const all = runs
    .filter(({ verdict: own }) => own !== 'passed')
    .flatMap((run) =>
      run.thresholds.filter(isBroken).map((result): Annotation => {
        const { severity, file, line } = result.threshold
        return {
          level:
            (severity === 'warn' && result.state !== 'invalid') ||
            result.state === 'unconfirmed' ||
            // What a run measured that broke is shown, and decides nothing.
            run.verdict === 'run-failed'
              ? 'warning'
              : level,
          message: told(run, thresholdLine(result)),
          ...(file === undefined ? {} : { file, line }),
        }
      }),
    )
  const shown = all.slice(0, MAX_ANNOTATIONS - 1)
  const left =
    all.length > shown.length ? ` The first ${shown.length} of ${all.length} are annotated; the summary has all.` : ''
  const url = helpUrl(report)
  const help = url ? `\nWhat to do: ${url}` : ''
  return [{ level, message: `${HEADINGS[verdict]}. ${reasons}${left}${help}` }, ...shown]
}
