// What the job summary and the comment show alike of a run.
import { formatDuration } from '../base/duration.ts'
import { code, counted, href, markdown } from '../base/text.ts'
import { type Subject, isAbsence } from '../model/subject.ts'
import type { ThresholdResult } from '../thresholds/evaluate.ts'
import { partsOf, sidesOf } from '../thresholds/syntax.ts'
import { culpritsOf } from './analysis/breakdown.ts'
import { contributionOf } from './analysis/contribution.ts'
import { disagreementOf, endsOf } from './analysis/ends.ts'
import { trendOf } from './analysis/trend.ts'
import { type FailurePattern, failurePatterns } from './failures/patterns.ts'
import { MOST_SHOWN, lookText, placeText, whoFailed } from './failures/words.ts'
import { blocks, details, table } from './markdown.ts'
import { metricChecks } from './metric-checks.ts'
import { formatNumber } from './numbers.ts'
import {
  HEADINGS,
  changeText,
  contributionText,
  culpritsText,
  intervalText,
  isBroken,
  margin,
  markOf,
  measuredAndLimit,
  shiftText,
  sinceText,
  startOf,
  tooFewText,
  trendText,
  withoutText,
} from './phrases.ts'
import { qualityWords } from './quality-words.ts'
import { type RunReport, type StepReport, nameOf } from './report.ts'

/** Broken thresholds that are told of in sentences, above the table of all. */
const MAX_TOLD = 5

/** The run's id, linked to its page where that is known. */
export function linked({ runId = '', runUrl }: Pick<RunReport, 'runId' | 'runUrl'>): string {
  const id = code(runId, 100)
  return runUrl ? `<a href="${href(runUrl)}">${id}</a>` : id
}

/** A row for each of several runs. */
export function renderOverview(runs: readonly RunReport[]): string {
  const rows = runs.map((run) => [
    markdown(nameOf(run)),
    run.notStarted ? '– Not started' : HEADINGS[run.verdict],
    markdown(run.reason, 300),
    run.runId ? linked(run) : '',
  ])
  return table(['Test', 'Verdict', 'Why', 'Run'], rows)
}

/** Whether every endpoint of a run succeeded without a warning. */
export function allSucceeded({ measurements: { size, outcomes } }: Subject): boolean {
  return size > 0 && outcomes.every((outcome) => outcome === 'SUCCESS')
}

/** What ran, where, and how long, in one line. */
export function renderFacts(run: RunReport): string {
  const { project, runId, status, subject } = run
  const lasted = subject?.durationSeconds
  const waited = subject?.queueSeconds
  return [
    `test ${markdown(nameOf(run))} of ${markdown(project.name ?? project.asked)}`,
    runId ? `run ${linked(run)}` : 'no run',
    status ? code(status, 80) : '',
    subject ? `${counted(subject.measurements.size, 'endpoint')}${allSucceeded(subject) ? ', all succeeded' : ''}` : '',
    lasted === undefined ? '' : `ran for ${formatDuration(lasted * 1_000)}`,
    waited === undefined || waited < 1 ? '' : `queued for ${formatDuration(waited * 1_000)}`,
  ]
    .filter(Boolean)
    .join(' · ')
}

/** The broken thresholds in words: by how much, since when, and who is affected. */
export function renderBrokenThresholds(results: readonly ThresholdResult[], subject: Subject): string {
  const broken = results.filter(isBroken)
  const sentencesOf = broken.slice(0, MAX_TOLD).map((result) => {
    const { measured } = measuredAndLimit(result)
    // Of a breach that another run refuted nobody is affected in this one.
    const culprits = result.state === 'unconfirmed' ? undefined : culpritsOf(result, subject)
    const contribution = contributionOf(result, subject)
    const trend = trendOf(result, startOf(subject))
    const sentences = [
      told(measured ? `measured <b>${measured}</b>, ` : '', result),
      sinceText(result),
      trend ? trendText(trend) : '',
      trend ? shiftText(trend, result.unit) : '',
      tooFewText(result),
      inWords(result),
      culprits ? culpritsText(culprits, (value) => code(value, 80)) : '',
      contribution ? contributionText(contribution, result.unit, (value) => code(value, 80)) : '',
      result.state === 'breached' ? checkText(result) : '',
    ]
    return `- ${markOf(result)} ${code(result.threshold.text, 200)}: ${sentences.filter(Boolean).join(' ')}`
  })
  const left = broken.length - sentencesOf.length
  return [...sentencesOf, ...(left > 0 ? [`- … and ${left} more, in the table`] : [])].join('\n')
}

/** What to check first, in a sentence; empty if the threshold is about no metric, or nothing is known to check. */
function checkText({ threshold }: ThresholdResult): string {
  const metric = partsOf(sidesOf(threshold).measured).flatMap((part) =>
    part.kind === 'aggregate' || part.kind === 'metric' ? [part.of.metric] : [],
  )[0]
  const checks = metric === undefined ? undefined : metricChecks(metric)
  return checks ? `Check ${checks}.` : ''
}

/** What an average means to people, in a sentence; empty where there are no words for it. */
function inWords({ threshold, measured }: ThresholdResult): string {
  const side = sidesOf(threshold).measured
  if (side.kind !== 'aggregate' || side.by !== 'avg' || measured === undefined) return ''
  const words = qualityWords(side.of.metric, measured)
  // Good news explains no breach.
  return words && !/^(users are|most uses)/.test(words) ? `That means: ${words}.` : ''
}

/** What was measured and what came of it, as a sentence. A reason may be a sentence already. */
function told(measured: string, result: ThresholdResult): string {
  const text = result.reason === undefined ? margin(result) : markdown(result.reason, 400)
  return `${measured}${text}${/[.?!]$/.test(text) ? '' : '.'}`
}

/** The table of thresholds; with a baseline, each beside what that measured. */
export function renderThresholds(results: readonly ThresholdResult[], compared: boolean): string {
  if (results.length === 0) return ''
  // A limit that is a number stands in the threshold already.
  const calculated = results.some(({ threshold: { left, right } }) => left.kind !== 'number' && right.kind !== 'number')
  const missing = [...new Set(results.map(withoutText).filter(Boolean))]
  // The same endpoints lack most values; they are named once.
  const [same] = missing.length === 1 ? missing : []
  return blocks([
    table(
      [
        'Threshold',
        ...(calculated ? ['Limit'] : []),
        'Measured',
        ...(compared ? ['Baseline'] : []),
        'Result',
        'Endpoints',
      ],
      results.map((result) => {
        const { measured, limit } = measuredAndLimit(result)
        const outcome = result.reason ?? [margin(result), result.note, intervalText(result)].filter(Boolean).join('; ')
        return [
          `${markOf(result)} ${code(result.threshold.text, 200)}`,
          ...(calculated ? [limit && `${code(result.operator)} ${limit}`] : []),
          measured,
          ...(compared ? [baselineText(result)] : []),
          markdown(outcome, 400),
          markdown(endpointsText(result, same === undefined)),
        ]
      }),
    ),
    same === undefined ? '' : `<sub>without a value: ${markdown(same, 400)}</sub>`,
  ])
}

/** What the baseline measured, and how the value changed. */
function baselineText(result: ThresholdResult): string {
  if (result.baseline === undefined) return ''
  return [formatNumber(result.baseline, result.unit), changeText(result)].filter(Boolean).join(', ')
}

/** How many endpoints a value rests on, and which side is the worse one. */
function endpointsText(result: ThresholdResult, isEachTold: boolean): string {
  const { coverage, decidedBy } = result
  if (!coverage) return ''
  const { used, of } = coverage
  const without = isEachTold ? withoutText(result) : ''
  return [
    used === of ? String(of) : `${used} of ${of}`,
    without && `without a value: ${without}`,
    decidedBy && `worse side: ${decidedBy}`,
  ]
    .filter(Boolean)
    .join('; ')
}

/**
 * Why endpoints failed, by what they have in common: the most frequent in the open, the rest folded where `rest` says so. Another sign than that of the
 * thresholds makes it a list of its own; one list of both would have gaps.
 */
export function renderFailures({ subject, baseline }: RunReport, rest: 'folded' | 'left out'): string {
  const patterns = subject ? failurePatterns(subject, baseline?.subject) : []
  if (patterns.length === 0) return ''
  const line = (pattern: FailurePattern): string =>
    `* 🟥 <b>${whoFailed(pattern, (group) => code(group, 80))}: ${markdown(pattern.title, 100)}</b>: ${markdown(pattern.what)}. ${markdown(placeText(pattern))} ${markdown(lookText(pattern), 400)}`
  const others = patterns.slice(MOST_SHOWN)
  const more =
    rest === 'folded'
      ? details(`${counted(others.length, 'more kind')} of failure`, others.slice(0, MAX_FOLDED).map(line).join('\n'))
      : `… and ${counted(others.length, 'more kind')} of failure.`
  return blocks([patterns.slice(0, MOST_SHOWN).map(line).join('\n'), others.length > 0 ? more : ''])
}

/** Most kinds of failure that are folded. */
const MAX_FOLDED = 30

/** Every run of a test of which a breach was to be confirmed, and what each measured of the thresholds that any of them broke. */
export function renderAttempts({ attempts = [], thresholds }: RunReport): string {
  if (attempts.length < 2) return ''
  const broken = thresholds.filter(({ runs = [] }) => runs.some(({ state }) => state !== 'held')).slice(0, MAX_TOLD)
  return table(
    ['Run of the test', 'Verdict', ...broken.map(({ threshold }) => code(threshold.text, 100))],
    attempts.map((attempt, i) => [
      `${i + 1}. ${attempt.runId ? linked(attempt) : 'no run'}`,
      `${HEADINGS[attempt.verdict].split(' ')[0]} ${attempt.verdict}`,
      ...broken.map(({ runs = [], unit, threshold }) => {
        const found = runs.find(({ runId }) => runId === attempt.runId)
        if (!found) return '–'
        const mark = markOf({ state: found.state, threshold })
        return `${mark} ${found.measured === undefined ? '' : formatNumber(found.measured, unit)}`
      }),
    ]),
  )
}

/**
 * What tests in an order say of the load that holds, where they stop at the first that fails the step; no more than they do. Empty where none was to stop.
 */
export function renderCapacity({ failFast, runs }: StepReport): string {
  if (!failFast) return ''
  const rest = runs.filter((run) => run.notStarted).length
  const left = rest > 0 ? `Not started, since another had failed the step: ${counted(rest, 'test')}.` : ''
  const isGood = ({ verdict }: RunReport): boolean =>
    (verdict === 'passed' || verdict === 'warned') && !failFast.includes(verdict)
  const first = runs.findIndex((run) => !isGood(run))
  const place = first < 0 ? runs.length : first
  // A test that held after one that did not, as where several go at once, leaves open which load it is.
  if (runs.slice(place).some(isGood)) return left
  const sizes = runs.slice(0, place + 1).flatMap(({ subject }) => subject?.measurements.size ?? [])
  const grows = sizes.every((size, i) => i === 0 || size > (sizes[i - 1] ?? 0))
  const [held, beyond] = [runs[place - 1], runs[place]]
  return [
    held ? `The ${grows ? 'largest' : 'last'} that passed: ${loadOf(held)}.` : '',
    beyond
      ? wasMeasured(beyond)
        ? `The first that did not: ${loadOf(beyond)}.`
        : `Not measured: ${loadOf(beyond)}.`
      : '',
    left,
  ]
    .filter(Boolean)
    .join(' ')
}

function loadOf(run: RunReport): string {
  const size = run.subject?.measurements.size
  return `<b>${markdown(nameOf(run))}</b>${size === undefined ? '' : ` (${counted(size, 'endpoint')})`}`
}

/** Whether a test that did not hold was judged by what it measured. */
function wasMeasured({ verdict, status }: RunReport): boolean {
  return (verdict === 'failed' || verdict === 'warned') && status === 'COMPLETED'
}

/** What the two ends disagree about; empty where they agree. */
export function renderDisagreement(subject: Subject): string {
  const disagreement = disagreementOf(subject)
  return disagreement ? `⚠️ <b>${markdown(disagreement, 500)}</b>` : ''
}

/** The near end beside the far end, where that was asked. */
export function renderEnds(subject: Subject): string {
  const rows = endsOf(subject)
  if (!rows) return ''
  const why =
    subject.calls && isAbsence(subject.calls) ? `The far end is unknown: ${markdown(subject.calls.reason, 500)}.` : ''
  return blocks([
    table(
      ['Calls', 'Near end: CallMeter', 'Far end: CallScaler'],
      rows.map(({ what, near, far }) => [markdown(what, 80), near, far]),
    ),
    why,
  ])
}
