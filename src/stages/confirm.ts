// A breach is confirmed by further runs of the test: a threshold fails only where it is breached in every run.
import { optional } from '../base/fields.ts'
import { counted, plain } from '../base/text.ts'
import { endedWell } from '../model/outcomes.ts'
import { type Judgement, worseOf, worst } from '../model/verdict.ts'
import type { Known } from '../report/known.ts'
import type { AttemptReport, RunReport } from '../report/report.ts'
import { measuredAndLimit } from '../report/phrases.ts'
import type { ThresholdResult } from '../thresholds/evaluate.ts'
import { withoutSeverity } from '../thresholds/syntax.ts'
import { whyWeaker } from './comparable.ts'
import { type MissingData, judgeThresholds } from './judge.ts'
import { factsOfKnown } from './run-facts.ts'

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
      `Breached: ${open.map(breachText).join(', ')}. The test runs again to confirm that (run ${attempts.length + 1} of at most ${confirm + 1}).`,
    )
    attempts.push(await run(attempts))
  }
}

function breachText(result: ThresholdResult): string {
  return `${plain(withoutSeverity(result.threshold), 120)} (measured ${measuredAndLimit(result).measured})`
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

/** Why a run neither confirms nor refutes a breach, in a sentence; undefined where it does. It has to be judged, and to be as large and as long as the first. */
function whyNoMeasure(attempt: Attempt, [first = attempt]: readonly Attempt[]): string | undefined {
  return whyNotJudged(attempt) ?? sentence(whyWeaker(factsOfKnown(attempt.known), factsOfKnown(first.known)))
}

/** Why a run was not judged by its thresholds, this step's for certain. */
function whyNotJudged({ known: { started, watched, subject }, report }: Attempt): string | undefined {
  const wasJudged = watched?.run?.status === 'COMPLETED' && ['failed', 'warned', 'passed'].includes(report.verdict)
  if (!wasJudged || !subject) return report.reason
  // Of a presumed run another may be going, so nothing more is started either.
  return started?.evidence === 'named' ? undefined : "It may be somebody else's."
}

/** A run that is to refute may have values of so few endpoints less than the run that it refutes. */
const LEAST_SHARE = 0.9

/** Why what one run held is no answer to what another broke, in a sentence; undefined where it refutes the breach. */
function whyNoRefutation(held: Judged, broken: Judged): string | undefined {
  const weaker = sentence(whyWeaker(factsOfKnown(held.attempt.known), factsOfKnown(broken.attempt.known)))
  if (weaker !== undefined) return weaker
  if (held.result.state === 'missing') return 'It has no value for it.'
  const isFew = (now: number | undefined, then: number | undefined): boolean =>
    now !== undefined && then !== undefined && now < LEAST_SHARE * then
  const [values, before] = [held.result.coverage?.used, broken.result.coverage?.used]
  if (isFew(values, before)) return `It has values of ${counted(values ?? 0, 'endpoint')} instead of ${before}.`
  const [good, goodBefore] = [endedWellIn(held.attempt), endedWellIn(broken.attempt)]
  return isFew(good, goodBefore) ? `${counted(good ?? 0, 'endpoint')} succeeded instead of ${goodBefore}.` : undefined
}

function endedWellIn({ known: { subject } }: Attempt): number | undefined {
  return subject?.measurements.outcomes.filter(endedWell).length
}

function sentence(why: string | undefined): string | undefined {
  return why && `It ${why}.`
}

/** What one run did with a threshold. */
interface Judged {
  attempt: Attempt
  result: ThresholdResult
}

/** The runs that measure something for others. */
function measuring(attempts: readonly Attempt[]): Attempt[] {
  return attempts.filter((attempt) => whyNoMeasure(attempt, attempts) === undefined)
}

/** What each of the runs that measure did with the threshold at a place. */
function judgedAt(place: number, attempts: readonly Attempt[]): Judged[] {
  return measuring(attempts).flatMap((attempt) => {
    const result = attempt.known.thresholds[place]
    return result ? [{ attempt, result }] : []
  })
}

/** The thresholds over all runs that measure, with what each did: breached where no run refutes the breach, `unconfirmed` where one does. */
function merged(attempts: readonly Attempt[]): ThresholdResult[] {
  const last = measuring(attempts).at(-1)?.known.thresholds ?? []
  return last.map((result, place) => {
    const found = judgedAt(place, attempts)
    const runs = found.map(({ attempt, result: { state, measured } }) => ({
      state,
      ...optional({ runId: attempt.report.runId, measured }),
    }))
    const more = found.length > 1 ? { runs } : {}
    const breaks = found.filter((one) => one.result.state === 'breached')
    const standing = breaks.findLast((broken) => !found.some((held) => refutes(held, broken)))
    if (standing) return { ...standing.result, ...more }
    return breaks.length > 0 ? { ...result, ...more, state: 'unconfirmed' } : { ...result, ...more }
  })
}

function refutes(held: Judged, broken: Judged): boolean {
  return held.result.state === 'held' && whyNoRefutation(held, broken) === undefined
}

/** The report on all runs: that of the last one that measures, by what all of them did. */
function decided(attempts: readonly Attempt[], missingData: MissingData): RunReport {
  const [first, ...others] = attempts
  if (!first) throw new Error('A test without a run was reported')
  if (others.length === 0) return first.report
  const deciding = measuring(attempts).at(-1) ?? first
  const thresholds = merged(attempts)
  const found = judgeThresholds(thresholds, deciding.report.subject?.measurements, missingData)
  const doubts = measuring(attempts).flatMap((attempt) => {
    const { doubt } = attempt.known
    return doubt ? { ...doubt, reason: saidOf(attempt, doubt.reason, attempts, deciding) } : []
  })
  const judgement = doubts.reduce<Judgement>(worseOf, {
    ...found,
    reason: [found.reason, whatOthersSay(thresholds, attempts)].filter(Boolean).join(' '),
  })
  const { verdict, code } = (attempts.at(-1) ?? first).report
  // Where the last run measures nothing, its own end counts, too.
  const isWorse = worst([judgement.verdict, verdict]) !== judgement.verdict && deciding !== attempts.at(-1)
  return {
    ...deciding.report,
    ...judgement,
    ...(isWorse ? { verdict, ...optional({ code }) } : {}),
    thresholds,
    notes: notesOf(attempts, deciding),
    attempts: attempts.map(attemptReport),
  }
}

/** What the runs beside the broken one say of a breach, in a sentence: they confirm it, or cannot refute it. Empty where nothing stands, or one run is all. */
function whatOthersSay(thresholds: readonly ThresholdResult[], attempts: readonly Attempt[]): string {
  const breaches = thresholds.flatMap(({ state, threshold }, place) =>
    state === 'breached' && threshold.severity === 'fail' ? [judgedAt(place, attempts)] : [],
  )
  const last = attempts.at(-1)
  if (breaches.length === 0 || !last) return ''
  const why = whyNoMeasure(last, attempts)
  if (why !== undefined) return `The confirming run is inconclusive: ${why}`
  const times = Math.min(...breaches.map((found) => found.filter(({ result }) => result.state === 'breached').length))
  if (times > 1) return `Confirmed by ${counted(times, 'run')}.`
  const weak = breaches.flatMap((found) => {
    const broken = found.findLast(({ result }) => result.state === 'breached')
    const others = found.filter(({ result }) => result.state !== 'breached')
    return others.flatMap((held) => {
      const reason = broken && whyNoRefutation(held, broken)
      return reason === undefined
        ? []
        : `Run ${attempts.indexOf(held.attempt) + 1} of the test does not refute it: ${reason}`
    })
  })
  return weak.at(-1) ?? ''
}

/** What is to be known of all runs. */
function notesOf(attempts: readonly Attempt[], deciding: Attempt): string[] {
  const own = deciding.report.notes
  return attempts.flatMap((attempt) => {
    const more = attempt.report.notes.filter((note) => attempt === deciding || !own.includes(note))
    return more.map((note) => saidOf(attempt, note, attempts, deciding))
  })
}

/** A sentence on a run. The report is the deciding run's, so of another one it is said which. */
function saidOf(attempt: Attempt, said: string, attempts: readonly Attempt[], deciding: Attempt): string {
  return attempt === deciding ? said : `Run ${attempts.indexOf(attempt) + 1} of the test: ${said}`
}

function attemptReport({ report }: Attempt): AttemptReport {
  const { verdict, reason, status, runId, runUrl, presumed } = report
  return { verdict, reason, ...optional({ status, runId, runUrl, presumed }) }
}
