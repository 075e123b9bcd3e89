// One run in the job summary: why it failed first, then what was measured, then where to look.
import { countsOf } from '../../base/counts.ts'
import { code, counted, html, markdown } from '../../base/text.ts'
import { endedWell } from '../../model/outcomes.ts'
import { type Subject, isAbsence } from '../../model/subject.ts'
import { HEADLINE_METRICS, metricFacts } from '../../thresholds/catalogue.ts'
import type { ThresholdResult } from '../../thresholds/evaluate.ts'
import { type Measurer, measurer } from '../../thresholds/measure.ts'
import { type Aggregate, sidesOf, withoutSeverity } from '../../thresholds/syntax.ts'
import { unitOfMetric } from '../../thresholds/units.ts'
import { groupsOf, worstEndpoints } from '../analysis/breakdown.ts'
import { type Distribution, distributionsOf, heldLast } from '../analysis/distribution.ts'
import {
  allSucceeded,
  renderAttempts,
  renderBrokenThresholds,
  renderDisagreement,
  renderEnds,
  renderFacts,
  renderFailures,
  renderThresholds,
} from '../blocks.ts'
import { blocks, details, table } from '../markdown.ts'
import { formatNumber } from '../numbers.ts'
import { changeText, hasMoved, isBroken, markOf } from '../phrases.ts'
import { qualityWords } from '../quality-words.ts'
import type { RunReport } from '../report.ts'
import type { Detail } from './detail.ts'
import { renderHistogram } from './histogram.ts'
import { renderTrends } from './trend.ts'

/** Most columns of thresholds in the table of groups, and most rows. */
const MAX_GROUP_COLUMNS = 5
const MAX_GROUPS = 30

/** What stands above the thresholds of a run that failed in CallMeter. */
const INFORMATION =
  'For information only, these thresholds were evaluated on what was measured. They do not decide the verdict.'

/** Everything about one run, in as much detail as asked for. */
export function renderRun(run: RunReport, detail: Detail): string {
  const { subject, thresholds, baseline } = run
  const broken = thresholds.filter(isBroken)
  const isInformation = run.verdict === 'run-failed' && subject !== undefined && thresholds.length > 0
  return blocks([
    subject ? renderDisagreement(subject) : '',
    markdown(run.reason, 1_000),
    run.notes.map((note) => `> ⚠️ ${markdown(note, 500)}`).join('\n>\n'),
    renderFailures(run, 'folded'),
    isInformation ? INFORMATION : subject ? renderBrokenThresholds(thresholds, subject) : '',
    renderAttempts(run),
    `<sub>${renderFacts(run)}${baseline ? `<br>compared with ${markdown(baseline.name, 200)}` : ''}</sub>`,
    subject ? renderEnds(subject) : '',
    renderThresholds(heldLast(detail.thresholds === 'all' ? thresholds : broken), baseline !== undefined),
    subject ? renderTrends(thresholds, subject, detail) : '',
    subject && !allSucceeded(subject) ? renderOutcomes(subject) : '',
    subject ? renderPictures(run, subject, detail) : '',
    subject && detail.groups ? renderGroups(groupsOf(forGroups(thresholds), subject)) : '',
    subject && detail.worst > 0 ? renderWorst(thresholds, subject, detail.worst) : '',
    subject && detail.metrics ? details('Metrics of the run', renderMetrics(subject, baseline?.subject)) : '',
  ])
}

function renderPictures({ thresholds, baseline }: RunReport, subject: Subject, detail: Detail): string {
  if (detail.pictures === 0) return ''
  const all = distributionsOf(thresholds, subject, baseline?.subject)
  const isOf =
    (worth: (result: ThresholdResult) => boolean) =>
    ({ limits }: Distribution) =>
      limits.some(({ result }) => worth(result))
  const broken = all.filter(isOf(isBroken))
  const moved = all.filter((one) => !broken.includes(one) && isOf(hasMoved)(one))
  const open = broken.slice(0, detail.pictures)
  // What held and did not move is drawn on the page.
  const closed = [...broken, ...moved].filter((one) => !open.includes(one)).slice(0, detail.pictures - open.length)
  const left = broken.length + moved.length - open.length - (detail.closedPictures ? closed.length : 0)
  const draw = (distribution: Distribution): string => renderHistogram(distribution, detail.copies)
  return blocks([
    ...open.map(draw),
    detail.closedPictures && closed.length > 0
      ? details(
          `${counted(closed.length, open.length > 0 ? 'more chart' : 'chart')}: ${html(closed.map(({ metric }) => metric).join(', '))}`,
          blocks(closed.map(draw)),
        )
      : '',
    left > 0 && detail.closedPictures ? `${counted(left, 'more metric')} not drawn here.` : '',
  ])
}

/** Width of the bar for all endpoints, in characters. */
const OUTCOME_BAR = 20

function renderOutcomes({ measurements }: Subject): string {
  const rows = [...countsOf(measurements.outcomes)].toSorted(
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
  return heldLast(usable).slice(0, MAX_GROUP_COLUMNS)
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
    `${title} that failed or ${count === 1 ? 'is' : 'are'} outside a breached limit`,
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
  const [measure, measureBaseline] = [measurer(subject), baseline && measurer(baseline)]
  const rows = there.map((metric) => {
    const { better, meaning = '' } = metricFacts(metric) ?? {}
    const unit = unitOfMetric({ metric })
    // The tail that hurts: the lowest values where higher is better.
    const tail = better === 'higher' ? 5 : 95
    const value = (by: Aggregate, on: Measurer = measure): number | undefined => {
      const found = on({ kind: 'aggregate', by, p: tail, of: { metric } })
      return isAbsence(found) ? undefined : found.value
    }
    const text = (found: number | undefined): string => (found === undefined ? '' : formatNumber(found, unit))
    const [average, worst] = [value('avg'), value('percentile')]
    const before = measureBaseline && average !== undefined ? value('avg', measureBaseline) : undefined
    return [
      code(metric),
      text(average),
      ...(baseline ? [text(before), changeText({ measured: average, baseline: before, unit, better })] : []),
      worst === undefined ? '' : `p${tail}: ${text(worst)}`,
      text(value('min')),
      text(value('max')),
      [meaning, average === undefined ? undefined : qualityWords(metric, average)].filter(Boolean).join('; '),
    ]
  })
  const compared = baseline ? ['Baseline', 'Change'] : []
  return table(['Metric', 'Average', ...compared, 'Worst 5 %', 'Least', 'Most', 'Meaning'], rows)
}
