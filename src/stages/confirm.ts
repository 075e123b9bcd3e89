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
  // Of a presumed run another may be going, so nothing more is started.
  const isOwn = last?.known.started?.own && last.known.started.evidence === 'named'
  if (!last || !isOwn || !wasJudged(last)) return []
  const results = merged(attempts)
  const failing = results.filter(({ threshold }) => threshold.severity === 'fail')
  const isOnlyBreached = !failing.some(
    ({ state }) => state === 'invalid' || (state === 'missing' && missingData === 'fail'),
  )
  return isOnlyBreached ? failing.filter(({ state }) => state === 'breached') : []
}

/** Whether a run completed, so that its thresholds tell of call quality. */
function wasJudged({ known: { watched, subject }, report: { verdict } }: Attempt): boolean {
  return (
    watched?.run?.status === 'COMPLETED' && subject !== undefined && ['failed', 'warned', 'passed'].includes(verdict)
  )
}

/** The thresholds over all runs that were judged, with what each measured: breached where no run refutes it, `unconfirmed` where one does. */
function merged(attempts: readonly Attempt[]): ThresholdResult[] {
  const judged = attempts.filter(wasJudged)
  const last = judged.at(-1)?.known.thresholds ?? []
  return last.map((result, i) => {
    const found = judged.map(({ known }) => known.thresholds[i] ?? result)
    const isBreached = found.some(({ state }) => state === 'breached')
    const refuted = judged.some((attempt, n) => found[n]?.state === 'held' && isWhole(attempt, judged))
    const runs = judged.map(({ report: { runId } }, n) => ({
      state: found[n]?.state ?? result.state,
      ...optional({ runId, measured: found[n]?.measured }),
    }))
    const broken = found.findLast(({ state }) => state === 'breached') ?? result
    const state = isBreached ? (refuted ? 'unconfirmed' : 'breached') : result.state
    // A breach that stands is shown with the values of the run that broke it.
    return { ...(state === 'breached' ? broken : result), state, ...(judged.length > 1 ? { runs } : {}) }
  })
}

/** Whether a run may refute a breach: one that was shorter than planned may not, unless the first was, too. */
function isWhole({ known }: Attempt, [first]: readonly Attempt[]): boolean {
  return known.doubt === undefined || first?.known.doubt !== undefined
}

/** The report on all runs: that of the last one that was judged, by what all of them measured. */
function decided(attempts: readonly Attempt[], missingData: MissingData): RunReport {
  const [first, ...others] = attempts
  if (!first) throw new Error('A test was reported on that never ran')
  const last = attempts.at(-1) ?? first
  if (others.length === 0) return first.report
  const deciding = attempts.findLast(wasJudged) ?? first
  const thresholds = merged(attempts)
  const judged = attempts.filter(wasJudged).length
  const found = judgeThresholds(thresholds, deciding.report.subject?.measurements, missingData)
  const said: Judgement =
    found.verdict === 'failed' && judged > 1
      ? { ...found, reason: `${found.reason} Confirmed by ${counted(judged, 'run')}.` }
      : found
  const { doubt } = deciding.known
  const judgement = doubt ? worseOf(said, doubt) : said
  return {
    ...deciding.report,
    ...(last === deciding ? judgement : unconfirmable(judgement, last.report)),
    thresholds,
    notes: [...new Set(attempts.flatMap(({ report }) => report.notes))],
    attempts: attempts.map(attemptReport),
  }
}

/** The verdict where the run that was to confirm a breach came to no end of its own: the breach stands. */
function unconfirmable(breach: Judgement, { verdict, reason, code }: RunReport): Judgement {
  const worse = worst([breach.verdict, verdict])
  return {
    verdict: worse,
    reason: `${breach.reason} The run that was to confirm it tells nothing: ${reason}`,
    ...(worse === verdict && code ? { code } : {}),
  }
}

function attemptReport({ report }: Attempt): AttemptReport {
  const { verdict, reason, status, runId, runUrl, presumed } = report
  return { verdict, reason, ...optional({ status, runId, runUrl, presumed }) }
}
