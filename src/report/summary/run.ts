// One run in the job summary: what broke first, then what was measured, then where to look.
import { formatDuration } from '../../base/duration.ts'
import { code, counted, href, html, markdown } from '../../base/text.ts'
import { HEADLINE_METRICS, metricFacts } from '../../thresholds/catalogue.ts'
import { type Subject, type ThresholdResult, evaluate } from '../../thresholds/evaluate.ts'
import { isAbsence } from '../../thresholds/selection.ts'
import { sidesOf, withoutSeverity } from '../../thresholds/syntax.ts'
import { parseThresholds } from '../../thresholds/parse.ts'
import { culpritsOf, endedWell, groupsOf, worstEndpoints } from '../analysis/breakdown.ts'
import { type Distribution, distributionsOf } from '../analysis/distribution.ts'
import { disagreementOf, endsOf } from '../analysis/ends.ts'
import { formatNumber } from '../numbers.ts'
import {
  HEADINGS,
  changeText,
  coverageText,
  culpritsText,
  isBroken,
  margin,
  markOf,
  measuredAndLimit,
  sinceText,
} from '../phrases.ts'
import type { RunReport } from '../report.ts'
import type { Detail } from './detail.ts'
import { renderHistogram } from './histogram.ts'
import { blocks, details, table } from '../markdown.ts'

/** Broken thresholds that are told of in sentences, above the table of all. */
const MAX_TOLD = 5
/** Most columns of thresholds in the table of groups, and most rows. */
const MAX_GROUP_COLUMNS = 5
const MAX_GROUPS = 30

/** Everything about one run, in as much detail as asked for. */
export function renderRun(run: RunReport, detail: Detail): string {
  const { subject, thresholds, baseline } = run
  const broken = thresholds.filter(isBroken)
  return blocks([
    subject ? renderDisagreement(subject) : '',
    markdown(run.reason, 1_000),
    `<sub>${renderFacts(run)}${baseline ? `<br>compared with ${markdown(baseline.name, 200)}` : ''}</sub>`,
    run.notes.map((note) => `> ⚠️ ${markdown(note, 500)}`).join('\n>\n'),
    subject ? renderBrokenThresholds(thresholds, subject) : '',
    subject ? renderEnds(subject) : '',
    renderThresholds(detail.thresholds === 'all' ? thresholds : broken, baseline !== undefined),
    subject ? renderOutcomes(subject) : '',
    subject ? renderPictures(run, subject, detail) : '',
    subject && detail.groups ? renderGroups(groupsOf(forGroups(thresholds), subject)) : '',
    subject && detail.worst > 0 ? renderWorst(thresholds, subject, detail.worst) : '',
    subject && detail.metrics ? details('Metrics of the run', renderMetrics(subject, baseline?.subject)) : '',
  ])
}

/** The run's id, linked to its page where that is known. */
export function linked({ runId = '', runUrl }: RunReport): string {
  const id = code(runId, 100)
  return runUrl ? `<a href="${href(runUrl)}">${id}</a>` : id
}

/** The test's name, as the API gives it or the workflow asked for it. */
export function nameOf({ test }: RunReport): string {
  return test.name ?? test.asked
}

/** A row for each of several runs. */
export function renderOverview(runs: readonly RunReport[]): string {
  const rows = runs.map((run) => [
    markdown(nameOf(run)),
    HEADINGS[run.verdict],
    markdown(run.reason, 300),
    run.runId ? linked(run) : '',
  ])
  return table(['Test', 'Verdict', 'Why', 'Run'], rows)
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
    subject ? counted(subject.measurements.size, 'endpoint') : '',
    lasted === undefined ? '' : `ran for ${formatDuration(lasted * 1_000)}`,
    waited === undefined || waited < 1 ? '' : `after ${formatDuration(waited * 1_000)} of waiting`,
  ]
    .filter(Boolean)
    .join(' · ')
}

/** The broken thresholds in words: by how much, since when, and who is behind it. */
export function renderBrokenThresholds(results: readonly ThresholdResult[], subject: Subject): string {
  const broken = results.filter(isBroken)
  const sentencesOf = broken.slice(0, MAX_TOLD).map((result) => {
    const { measured } = measuredAndLimit(result)
    const culprits = culpritsOf(result, subject)
    const sentences = [
      told(measured ? `measured <b>${measured}</b>, ` : '', result),
      sinceText(result),
      culprits ? culpritsText(culprits, (value) => code(value, 80)) : '',
    ]
    return `- ${markOf(result)} ${code(result.threshold.text, 200)}: ${sentences.filter(Boolean).join(' ')}`
  })
  const left = broken.length - sentencesOf.length
  return [...sentencesOf, ...(left > 0 ? [`- … and ${left} more, in the table`] : [])].join('\n')
}

/** What was measured and what came of it, as a sentence. A reason may be a sentence already. */
function told(measured: string, result: ThresholdResult): string {
  const text = result.reason === undefined ? margin(result) : markdown(result.reason, 400)
  return `${measured}${text}${/[.?!]$/.test(text) ? '' : '.'}`
}

/** The table of thresholds; with a baseline, each beside what that measured. */
export function renderThresholds(results: readonly ThresholdResult[], compared: boolean): string {
  if (results.length === 0) return ''
  const comparison = (result: ThresholdResult): string[] =>
    compared
      ? [result.baseline === undefined ? '' : formatNumber(result.baseline, result.unit), changeText(result)]
      : []
  // A limit that is a number stands in the threshold already.
  const reckoned = results.some(({ threshold: { left, right } }) => left.kind !== 'number' && right.kind !== 'number')
  return table(
    [
      'State',
      'Threshold',
      ...(reckoned ? ['Limit'] : []),
      'Measured',
      ...(compared ? ['Baseline', 'Change'] : []),
      'Result',
      'Over',
    ],
    results.map((result) => {
      const { measured, limit } = measuredAndLimit(result)
      const over = [coverageText(result), result.decidedBy && `worse side: ${result.decidedBy}`]
        .filter(Boolean)
        .join('; ')
      const outcome = result.reason ?? [margin(result), result.note].filter(Boolean).join('; ')
      return [
        markOf(result),
        code(result.threshold.text, 200),
        ...(reckoned ? [limit && `${code(result.operator)} ${limit}`] : []),
        measured,
        ...comparison(result),
        markdown(outcome, 400),
        markdown(over),
      ]
    }),
  )
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
    subject.calls && isAbsence(subject.calls) ? `The far end is not known: ${markdown(subject.calls.reason, 500)}.` : ''
  return blocks([
    table(
      ['Calls', 'Near end: CallMeter', 'Far end: CallScaler'],
      rows.map(({ what, near, far }) => [markdown(what, 80), near, far]),
    ),
    why,
  ])
}

function renderPictures({ thresholds, baseline }: RunReport, subject: Subject, detail: Detail): string {
  if (detail.pictures === 0) return ''
  const all = distributionsOf(thresholds, subject, baseline?.subject)
  const isOfBroken = ({ limits }: Distribution): boolean => limits.some(({ result }) => isBroken(result))
  const broken = all.filter(isOfBroken)
  const others = all.filter((distribution) => !isOfBroken(distribution))
  // Where nothing broke, one picture shows that; the rest can be opened.
  const open = (broken.length > 0 ? broken : others.slice(0, 1)).slice(0, detail.pictures)
  const closed = [...broken, ...others].filter((one) => !open.includes(one)).slice(0, detail.pictures - open.length)
  const left = all.length - open.length - (detail.closedPictures ? closed.length : 0)
  const draw = (distribution: Distribution): string => renderHistogram(distribution, detail.copies)
  return blocks([
    ...open.map(draw),
    detail.closedPictures && closed.length > 0
      ? details(
          `${counted(closed.length, 'more picture')}: ${html(closed.map(({ metric }) => metric).join(', '))}`,
          blocks(closed.map(draw)),
        )
      : '',
    left > 0 && detail.closedPictures ? `${counted(left, 'more metric')} not drawn here.` : '',
  ])
}

/** Width of the bar for all endpoints, in characters. */
const OUTCOME_BAR = 20

function renderOutcomes({ measurements }: Subject): string {
  const counts = new Map<string | null, number>()
  for (const outcome of measurements.outcomes) counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
  const rows = [...counts].toSorted(
    ([a, n], [b, m]) => Number(endedWell(b)) - Number(endedWell(a)) || m - n || (a ?? '').localeCompare(b ?? ''),
  )
  if (rows.length === 0) return 'The run has no endpoints.'
  return table(
    ['Outcome', 'Endpoints', 'Share'],
    rows.map(([outcome, n]) => [
      `${endedWell(outcome) ? '🟩' : '🟥'} ${outcome ? code(outcome, 80) : 'not ended'}`,
      String(n),
      `${'█'.repeat(Math.max(1, Math.round((OUTCOME_BAR * n) / measurements.size)))} ${formatNumber((100 * n) / measurements.size, '%')}`,
    ]),
  )
}

/** Thresholds that can be asked of a group: those over endpoints without a condition of their own, the broken ones first. */
function forGroups(results: readonly ThresholdResult[]): ThresholdResult[] {
  const overEndpoints = ({ threshold }: ThresholdResult): boolean => {
    const { measured } = sidesOf(threshold)
    if (measured.kind === 'aggregate' || measured.kind === 'rate') return !measured.where
    return measured.kind === 'fact' && measured.name === 'success_rate' && !measured.where
  }
  const usable = results.filter((result) => overEndpoints(result) && result.measured !== undefined)
  return [...usable.filter(isBroken), ...usable.filter((result) => !isBroken(result))].slice(0, MAX_GROUP_COLUMNS)
}

function renderGroups({ count, groups }: ReturnType<typeof groupsOf>): string {
  if (groups.length === 0) return ''
  const columns = groups[0]?.results ?? []
  const rows = groups
    .slice(0, MAX_GROUPS)
    .map(({ name, endpoints, successRate, results }) => [
      name === null ? 'no group' : code(name, 80),
      String(endpoints),
      formatNumber(successRate, '%'),
      ...results.map((result) =>
        result.measured === undefined
          ? '–'
          : `${formatNumber(result.measured, result.unit)}${isBroken(result) ? ` ${markOf(result)}` : ''}`,
      ),
    ])
  const left = count - rows.length
  return blocks([
    table(
      ['Group', 'Endpoints', 'Success', ...columns.map(({ threshold }) => code(withoutSeverity(threshold), 80))],
      rows,
    ),
    left > 0 ? `${counted(left, 'more group')} left out.` : '',
  ])
}

function renderWorst(results: readonly ThresholdResult[], subject: Subject, most: number): string {
  const { count, endpoints } = worstEndpoints(results, subject, most)
  if (count === 0) return ''
  const metrics = endpoints[0]?.values.map(({ metric }) => metric) ?? []
  const grouped = endpoints.some(({ group }) => group !== null)
  const title =
    count > endpoints.length ? `The ${endpoints.length} worst of ${count} endpoints` : counted(count, 'endpoint')
  return details(
    `${title} that did not end well or ${count === 1 ? 'is' : 'are'} beyond a limit`,
    table(
      [
        'Endpoint',
        ...(grouped ? ['Group'] : []),
        'Outcome',
        'SIP status',
        'Phase',
        ...metrics.map((metric) => code(metric)),
      ],
      endpoints.map(({ id, group, outcome, sipStatus, phase, values }) => [
        code(id, 80),
        ...(grouped ? [group === null ? '' : code(group, 80)] : []),
        `${endedWell(outcome) ? '' : '🟥 '}${outcome ? code(outcome, 80) : 'not ended'}`,
        sipStatus === null ? '' : String(sipStatus),
        phase ? code(phase, 80) : '',
        ...values.map(({ value, unit, beyond }) =>
          Number.isNaN(value) ? '–' : beyond ? `<b>${formatNumber(value, unit)}</b>` : formatNumber(value, unit),
        ),
      ]),
    ),
  )
}

function renderMetrics(subject: Subject, baseline: Subject | undefined): string {
  const there = HEADLINE_METRICS.filter((metric) => subject.measurements.metrics.has(metric))
  if (there.length === 0) return ''
  // The tail that hurts: the lowest values where higher is better.
  const tail = (metric: string): string => (metricFacts(metric)?.better === 'higher' ? 'p5' : 'p95')
  const asked = there.map((metric) => ['avg', tail(metric), 'min', 'max'].map((by) => `${by}(${metric}) >= 0`))
  const results = evaluate(parseThresholds(asked.flat().join('\n')).thresholds, subject, baseline)
  const number = (value: number | undefined, result: ThresholdResult | undefined): string =>
    value === undefined ? '' : formatNumber(value, result?.unit ?? '')
  return table(
    ['Metric', 'Average', ...(baseline ? ['Baseline', 'Change'] : []), 'Worst 5 %', 'Least', 'Most', 'Meaning'],
    there.map((metric, i) => {
      const [average, worst, least, most] = results.slice(i * 4, i * 4 + 4)
      return [
        code(metric),
        number(average?.measured, average),
        ...(baseline && average ? [number(average.baseline, average), changeText(average)] : []),
        worst?.measured === undefined ? '' : `${tail(metric)}: ${number(worst.measured, worst)}`,
        number(least?.measured, least),
        number(most?.measured, most),
        metricFacts(metric)?.meaning ?? '',
      ]
    }),
  )
}
