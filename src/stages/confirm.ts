// A breach is confirmed by further runs of the test: a threshold fails only where it is breached in every run.
import { optional } from '../base/fields.ts'
import { counted, plain } from '../base/text.ts'
import { type Judgement, worseOf, worst } from '../model/verdict.ts'
import type { Known } from '../report/known.ts'
import type { AttemptReport, RunReport } from '../report/report.ts'
import type { ThresholdResult } from '../thresholds/evaluate.ts'
import { withoutSeverity } from '../thresholds/syntax.ts'
import { type MissingData, judgeThresholds } from './judge.ts'

/** One run of the test: what became known of it, and its report as if it were the only one. */
export interface Attempt {
  known: Known
  report: RunReport
}

/**
 * Runs a test, and again while a threshold is breached in every run so far, at most `confirm` times more. `run` takes the runs before, and never throws.
 * Returns the report of the deciding run, with every run in it.
 */
export async function confirmed(
  run: (before: readonly Attempt[]) => Promise<Attempt>,
  { confirm, 'missing-data': missingData }: { confirm: number; 'missing-data': MissingData },
  say: (line: string) => void,
): Promise<RunReport> {
  const attempts = [await run([])]
  for (;;) {
    const open = attempts.length <= confirm ? openBreaches(attempts, missingData) : []
    if (open.length === 0) return decided(attempts, missingData)
    say(
      `Breached: ${open.map(({ threshold }) => plain(withoutSeverity(threshold), 120)).join(', ')}. The test runs again to confirm that (run ${attempts.length + 1} of at most ${confirm + 1}).`,
    )
    attempts.push(await run(attempts))
  }
}

/** The breaches that a further run could refute, and with them the verdict; none where the verdict rests on something else. */
function openBreaches(attempts: readonly Attempt[], missingData: MissingData): ThresholdResult[] {
  const last = attempts.at(-1)
  if (!last?.known.started?.own || whyNoMeasure(last, attempts) !== undefined) return []
  const failing = merged(attempts).filter(({ threshold }) => threshold.severity === 'fail')
  const isOnlyBreached = !failing.some(
    ({ state }) => state === 'invalid' || (state === 'missing' && missingData === 'fail'),
  )
  return isOnlyBreached ? failing.filter(({ state }) => state === 'breached') : []
}

/**
 * Why a run neither confirms nor refutes a breach, in a sentence; undefined where it does. It has to be judged by its thresholds, this step's for certain,
 * and as large and as long as the first.
 */
function whyNoMeasure({ known, report }: Attempt, [first]: readonly Attempt[]): string | undefined {
  const { started, watched, subject, doubt } = known
  const wasJudged = watched?.run?.status === 'COMPLETED' && ['failed', 'warned', 'passed'].includes(report.verdict)
  if (!wasJudged || !subject) return report.reason
  // Of a presumed run another may be going, so nothing more is started either.
  if (started?.evidence !== 'named') return "It may be somebody else's."
  if (doubt && !first?.known.doubt) return 'It was shorter than planned.'
  const [size, whole] = [subject.measurements.size, first?.known.subject?.measurements.size ?? 0]
  return size < whole ? `It has ${counted(size, 'endpoint')} instead of ${whole}.` : undefined
}

/** The runs that measure something for others. */
function measuring(attempts: readonly Attempt[]): Attempt[] {
  return attempts.filter((attempt) => whyNoMeasure(attempt, attempts) === undefined)
}

/** The thresholds over all runs that measure, with what each did: breached where no run held it, `unconfirmed` where one did. */
function merged(attempts: readonly Attempt[]): ThresholdResult[] {
  const all = measuring(attempts)
  const last = all.at(-1)?.known.thresholds ?? []
  return last.map((result, i) => {
    const found = all.map(({ known }) => known.thresholds[i] ?? result)
    const runs = found.map(({ state, measured }, n) => ({
      state,
      ...optional({ runId: all[n]?.report.runId, measured }),
    }))
    const more = all.length > 1 ? { runs } : {}
    const broken = found.findLast(({ state }) => state === 'breached')
    if (!broken) return { ...result, ...more }
    // A breach that stands is shown with the values of the run that broke it.
    return found.some(({ state }) => state === 'held')
      ? { ...result, ...more, state: 'unconfirmed' }
      : { ...broken, ...more }
  })
}

/** The report on all runs: that of the last one that measures, by what all of them did. */
function decided(attempts: readonly Attempt[], missingData: MissingData): RunReport {
  const [first, ...others] = attempts
  if (!first) throw new Error('A test was reported on that never ran')
  if (others.length === 0) return first.report
  const all = measuring(attempts)
  const deciding = all.at(-1) ?? first
  const thresholds = merged(attempts)
  const found = judgeThresholds(thresholds, deciding.report.subject?.measurements, missingData)
  const confirmation =
    found.verdict === 'failed' && all.length > 1 ? ` Confirmed by ${counted(all.length, 'run')}.` : ''
  const said: Judgement = { ...found, reason: `${found.reason}${confirmation}` }
  const judgement = deciding.known.doubt ? worseOf(said, deciding.known.doubt) : said
  const last = attempts.at(-1) ?? first
  return {
    ...deciding.report,
    ...(last === deciding ? judgement : standing(judgement, last, attempts)),
    thresholds,
    notes: [...new Set(attempts.flatMap(({ report }) => report.notes))],
    attempts: attempts.map(attemptReport),
  }
}

/** The verdict where the run that was to confirm a breach measures nothing: the breach stands. */
function standing(breach: Judgement, last: Attempt, attempts: readonly Attempt[]): Judgement {
  const { verdict, code } = last.report
  const worse = worst([breach.verdict, verdict])
  return {
    verdict: worse,
    reason: `${breach.reason} The run that was to confirm it tells nothing: ${whyNoMeasure(last, attempts) ?? ''}`,
    ...(worse === verdict && code ? { code } : {}),
  }
}

function attemptReport({ report }: Attempt): AttemptReport {
  const { verdict, reason, status, runId, runUrl, presumed } = report
  return { verdict, reason, ...optional({ status, runId, runUrl, presumed }) }
}
