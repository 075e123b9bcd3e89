// What a report says of verdicts and thresholds, in words; the same words wherever it is said.
import { optional } from '../base/fields.ts'
import { counted, plain } from '../base/text.ts'
import type { CheckVerdict, Verdict } from '../model/verdict.ts'
import type { Better } from '../thresholds/catalogue.ts'
import { holds } from '../thresholds/comparison.ts'
import type { ThresholdResult } from '../thresholds/evaluate.ts'
import { mentionsBaseline } from '../thresholds/syntax.ts'
import type { Measure } from '../thresholds/units.ts'
import type { Subject } from '../model/subject.ts'
import type { Culprits } from './analysis/breakdown.ts'
import type { Contribution } from './analysis/contribution.ts'
import type { Trend } from './analysis/trend.ts'
import { formatDifference, formatNumber, formatTogether } from './numbers.ts'
import type { StepReport } from './report.ts'

/** Most outcomes that are named of endpoints without a value. */
const MAX_OUTCOMES = 4

/** An outcome in words; null is that of an endpoint that has not ended. */
function outcomeText(outcome: string | null): string {
  return outcome === null ? 'not ended' : plain(outcome, 40)
}

/** The verdict as a heading. */
export const HEADINGS: Readonly<Record<Verdict, string>> = {
  passed: '✅ Call quality is good',
  warned: '⚠️ Passed with warnings',
  failed: '❌ Call quality is not good enough',
  'run-failed': '🛑 The run failed in CallMeter',
  'not-run': '⏸️ The test did not run',
  'timed-out': '⏱️ The run took too long',
  cancelled: '🚫 The run was cancelled',
  error: '💥 The test could not be judged',
  triggered: '🚀 The test was started without waiting',
}

/** Where each error is explained, with what to do about it. */
export const TROUBLESHOOTING = 'https://github.com/callmeter/run-test/blob/v1/docs/troubleshooting.md'

/** Where the error that a step ended in is explained; undefined where it did not end in one. */
export function helpUrl({
  verdict,
  code,
  runs = [],
}: Pick<StepReport, 'code'> & { verdict: Verdict | CheckVerdict; runs?: StepReport['runs'] }): string | undefined {
  if (verdict !== 'error') return undefined
  const codes = new Set([code, ...runs.map((run) => run.code)].filter((one) => one !== undefined))
  const [only] = codes
  return only !== undefined && codes.size === 1 ? `${TROUBLESHOOTING}#${only}` : TROUBLESHOOTING
}

/** The state of a threshold in a word or two. */
const STATE_WORDS: Readonly<Record<ThresholdResult['state'], string>> = {
  held: 'passed',
  breached: 'breached',
  missing: 'no value',
  invalid: 'unclear',
  unconfirmed: 'not confirmed',
  unjudged: 'not judged',
}

/** The state of a threshold as a sign. */
const MARKS: Readonly<Record<ThresholdResult['state'], string>> = {
  held: '✅',
  breached: '❌',
  missing: '❔',
  invalid: '💥',
  unconfirmed: '⚠️',
  unjudged: '–',
}

/** The sign for a result: a breach that only warns is not marked like one that fails. */
export function markOf({ state, threshold }: Pick<ThresholdResult, 'state' | 'threshold'>): string {
  return threshold.severity === 'warn' && (state === 'breached' || state === 'missing') ? '⚠️' : MARKS[state]
}

/** Whether a threshold was looked at and does not hold. */
export function isBroken({ state }: ThresholdResult): boolean {
  return state !== 'held' && state !== 'unjudged'
}

/** What was measured and what the limit was, with equal precision; empty where there was none. */
export function measuredAndLimit({ measured, limit, unit }: ThresholdResult): { measured: string; limit: string } {
  if (measured === undefined) return { measured: '', limit: '' }
  if (limit === undefined) return { measured: formatNumber(measured, unit), limit: '' }
  const [left = '', right = ''] = formatTogether([measured, limit], unit)
  return { measured: left, limit: right }
}

/** By how much a threshold held or was breached: `passed by 0.37`, `breached by 12.4 ms (41 %)`. */
export function margin(result: ThresholdResult): string {
  const { measured, limit, operator, unit, runs } = result
  const state = STATE_WORDS[result.state]
  if (runs && result.state === 'unconfirmed') return `${state}: ${runValues(result)}`
  if (measured === undefined || limit === undefined || operator === '==' || operator === '!=') return state
  const difference = Math.abs(measured - limit)
  if (!Number.isFinite(difference)) return state
  if (difference === 0) return `${state}, exactly at the limit`
  const share =
    limit !== 0 && unit !== '%' && result.state === 'breached'
      ? ` (${formatNumber((100 * difference) / Math.abs(limit), '%')})`
      : ''
  return `${state} by ${distance(difference, [measured, limit], unit)}${share}`
}

/** What each run of the test measured, as it reads after a colon: `3.61, then 4.22`; of a run without a value its state. */
export function runValues({ runs = [], unit }: ThresholdResult): string {
  return runs
    .map(({ measured, state }) => (measured === undefined ? STATE_WORDS[state] : formatNumber(measured, unit)))
    .join(', then ')
}

/** A value beside the baseline's, and which way is better. */
interface Change extends Pick<ThresholdResult, 'unit'> {
  measured?: number | undefined
  baseline?: number | undefined
  better?: Better | undefined
}

/** How a value changed against the baseline: `+4.2 ms (+18 %)`, and whether that is better, if it matters and is known. Undefined without a baseline. */
export function changeOf({
  measured,
  baseline,
  unit,
  better,
}: Change): { text: string; isChange: boolean; isNotable: boolean; isBetter?: boolean } | undefined {
  if (measured === undefined || baseline === undefined) return undefined
  const [now, before] = better === 'nearer-zero' ? [Math.abs(measured), Math.abs(baseline)] : [measured, baseline]
  const change = now - before
  if (!Number.isFinite(change)) return { text: 'unknown', isChange: false, isNotable: false }
  if (formatNumber(now, unit) === formatNumber(before, unit))
    return { text: 'no change', isChange: false, isNotable: false }
  const sign = change > 0 ? '+' : '−'
  const amount = `${sign}${distance(Math.abs(change), [measured, baseline], unit)}`
  const share =
    baseline === 0
      ? ' (from 0)'
      : unit === '%'
        ? ''
        : ` (${sign}${formatNumber(Math.abs((100 * change) / baseline), '%')})`
  const isNotable = matters(change, before, unit)
  const isBetter = better !== undefined && isNotable ? change > 0 === (better === 'higher') : undefined
  return { text: `${amount}${share}`, isChange: true, isNotable, ...optional({ isBetter }) }
}

/** The same, marked by whether it is better: `🔴 +4.2 ms (+18 %)`. Empty without a baseline. */
export function changeText(change: Change): string {
  const { text = '', isBetter, isChange = false } = changeOf(change) ?? {}
  if (!isChange) return text
  return `${isBetter === undefined ? '⚪' : isBetter ? '🟢' : '🔴'} ${text}`
}

/** Smallest change that is coloured: of ratings such as MOS and of other values as a share of the baseline, between percentages in points. */
const [LEAST_OF_RATING, LEAST_SHARE, LEAST_POINTS] = [0.01, 0.05, 0.5]

function matters(change: number, baseline: number, unit: Measure): boolean {
  if (unit === '%') return Math.abs(change) >= LEAST_POINTS
  return Math.abs(change) >= (unit === '' ? LEAST_OF_RATING : LEAST_SHARE) * Math.abs(baseline)
}

/** Whether a value changed against the baseline by so much that it is worth a look. */
export function hasMoved(result: ThresholdResult): boolean {
  return changeOf(result)?.isNotable ?? false
}

/** The distance between two values; between percentages in points, since 45 % of what would be asked. */
function distance(difference: number, values: readonly number[], unit: Measure): string {
  return formatDifference(difference, values, unit)
    .replace(/ %$/, ' points')
    .replace(/^1 points$/, '1 point')
}

/** Whether the baseline would have held a breached threshold, in a sentence; empty where that cannot be said. */
export function sinceText({ state, threshold, baseline, history, operator, limit, unit }: ThresholdResult): string {
  // Of several runs the trend tells more.
  if (state !== 'breached' || history || baseline === undefined || limit === undefined) return ''
  const was = formatNumber(baseline, unit)
  if (mentionsBaseline(threshold.left) || mentionsBaseline(threshold.right)) return `The baseline measured ${was}.`
  return holds(baseline, operator, limit)
    ? `New since the baseline, which measured ${was}.`
    : `Not new: the baseline measured ${was}.`
}

/** When a run was started, in ms since the epoch, as far as the API tells. */
export function startOf({ run }: Pick<Subject, 'run'>): number | undefined {
  return run.createdAt ?? run.startedAt ?? run.completedAt
}

/** Since when a threshold is breached, in a sentence; empty where it is not. Only runs that are shown with a value count. */
export function trendText({ breached: { runs, firstAt, whole }, isRelative }: Trend): string {
  if (runs === 0 || (whole && runs === 1)) return ''
  if (runs === 1)
    return isRelative
      ? 'New: the last run that measured this would have passed by this limit.'
      : 'New: the last run that measured this passed.'
  const first = firstAt === undefined ? '' : `, first on ${day(firstAt)}`
  const breached = isRelative ? "By today's limit breached" : 'Breached'
  return `${breached} in ${whole ? 'all' : 'the last'} ${runs} runs that measured this${first}.`
}

/** The shift of a level, in a sentence; empty where there is none. */
export function shiftText({ shift }: Trend, unit: Measure): string {
  if (!shift) return ''
  const [before = '', since = ''] = formatTogether([shift.before, shift.since], unit)
  const when = shift.at === undefined ? 'during these runs' : `on ${day(shift.at)}`
  return `The level shifted ${when} and stayed: ${before} before, ${since} since.`
}

/** A day for people: `3 November 2026`. */
function day(ms: number): string {
  return new Date(ms).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
}

/** What so few endpoints leave open, as it stands beside the value: `95 % interval 93 % to 99.4 %`. Empty where no share was measured. */
export function intervalText({ interval }: ThresholdResult): string {
  if (!interval) return ''
  return `95 % interval ${formatNumber(interval.low, '%')} to ${formatNumber(interval.high, '%')}`
}

/** What a share of so few endpoints cannot tell, in a sentence; empty where it can. */
export function tooFewText({ interval, measured, limit, unit }: ThresholdResult): string {
  if (!interval || measured === undefined || limit === undefined || measured === limit) return ''
  if (limit <= interval.low || limit >= interval.high) return ''
  const [left = '', right = ''] = formatTogether([measured, limit], unit)
  return `${interval.hits} of ${interval.of} cannot tell ${left} from ${right}.`
}

/** Which endpoints a breach affects, in a sentence. `name` writes a group or an outcome. */
export function culpritsText({ endpoints, of, mostly }: Culprits, name: (value: string) => string): string {
  const many = mostly?.endpoints === endpoints ? 'all of them ' : `${mostly?.endpoints ?? 0} of them `
  const which = mostly
    ? `, ${endpoints === 1 ? '' : many}${mostly.property === 'group' ? 'in group' : 'with'} ${name(mostly.value)}`
    : ''
  return `${endpoints} of ${counted(of, 'endpoint')} ${endpoints === 1 ? 'is' : 'are'} affected${which}.`
}

/** Which group moves a breached value most, in a sentence. `name` writes a group. */
export function contributionText(
  { group, own, others, isWithin }: Contribution,
  unit: Measure,
  name: (group: string) => string,
): string {
  const [ownText = '', othersText = ''] = formatTogether([own, others], unit)
  const who = group === null ? 'Endpoints without a group move' : `Group ${name(group)} moves`
  return `${who} it most: ${ownText} there, ${othersText} elsewhere${isWithin ? ', which is within the limit' : ''}.`
}

/** `92 of 100 endpoints`, or `100 endpoints` where all have a value. */
export function coverageText({ coverage }: ThresholdResult): string {
  if (!coverage) return ''
  const { used, of } = coverage
  if (used === of) return counted(of, 'endpoint')
  const without = withoutText({ coverage })
  return `${used} of ${counted(of, 'endpoint')}${without ? ` (without: ${without})` : ''}`
}

/** How the endpoints without a value ended: `8 REGISTRATION_FAILED, 3 not ended`. Empty if all have one, or nobody knows. */
export function withoutText({ coverage }: Pick<ThresholdResult, 'coverage'>): string {
  const { without = [] } = coverage ?? {}
  const shown = without.slice(0, MAX_OUTCOMES).map(({ outcome, endpoints }) => `${endpoints} ${outcomeText(outcome)}`)
  return [...shown, ...(without.length > MAX_OUTCOMES ? ['…'] : [])].join(', ')
}

/** One threshold in one line of the log: `❌ avg(mos) >= 4.0: measured 3.61, breached by 0.39 (9.8 %), 40 endpoints`. */
export function thresholdLine(result: ThresholdResult): string {
  const { measured, limit } = measuredAndLimit(result)
  const baseline =
    result.baseline === undefined ? '' : `baseline ${formatNumber(result.baseline, result.unit)}, limit ${limit}`
  const facts = [
    measured && `measured ${measured}`,
    baseline,
    result.reason ?? [margin(result), result.note].filter(Boolean).join(', '),
    coverageText(result),
    result.decidedBy && `worse side ${result.decidedBy}`,
    tooFewText(result).replace(/\.$/, ''),
    result.runs && result.state !== 'unconfirmed' && `runs ${runValues(result)}`,
  ]
  return `${markOf(result)} ${result.threshold.text}: ${facts.filter(Boolean).join(', ')}`
}
