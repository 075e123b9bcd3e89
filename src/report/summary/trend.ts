// How thresholds went over earlier runs, as pictures: a Mermaid chart of some, and a line of text for each.
import { code, counted, markdown } from '../../base/text.ts'
import type { Subject } from '../../model/subject.ts'
import type { ThresholdResult } from '../../thresholds/evaluate.ts'
import { withoutSeverity } from '../../thresholds/syntax.ts'
import { heldLast } from '../analysis/distribution.ts'
import { type Trend, trendOf } from '../analysis/trend.ts'
import { blocks, details, table } from '../markdown.ts'
import { formatNumber } from '../numbers.ts'
import { isBroken, markOf, shiftText, startOf, trendText } from '../phrases.ts'
import type { Detail } from './detail.ts'
import { BAR, LIMIT, quoted, xyChart } from './chart.ts'

type Drawn = { result: ThresholdResult; trend: Trend }

/** The trend of every threshold over the runs of the baseline; empty where there is none. What broke is drawn first, and in the open. */
export function renderTrends(thresholds: readonly ThresholdResult[], subject: Subject, { pictures }: Detail): string {
  const at = startOf(subject)
  const all = heldLast(thresholds).flatMap((result): Drawn[] => {
    const trend = trendOf(result, at)
    return trend ? [{ result, trend }] : []
  })
  if (all.length === 0) return ''
  // What neither broke nor moved to another level has its line in the table.
  const drawn = all.filter(({ result, trend }) => isBroken(result) || trend.shift).slice(0, pictures)
  const open = drawn.filter(({ result }) => isBroken(result)).slice(0, 1)
  const runs = Math.max(...all.map(({ trend }) => trend.values.length))
  return blocks([
    ...open.map(renderTrend),
    details(
      `Trend of ${counted(all.length, 'threshold')} over ${counted(runs, 'run')}`,
      blocks([renderTable(all), ...drawn.filter((one) => !open.includes(one)).map(renderTrend)]),
    ),
  ])
}

/** A line for each threshold: its values from the oldest to this run, by height, and what is to be said of them. */
function renderTable(all: readonly Drawn[]): string {
  return table(
    ['State', 'Threshold', 'Oldest run → this run', 'Since'],
    all.map(({ result, trend }) => [
      markOf(result),
      code(result.threshold.text, 200),
      `${heights(trend)} ${formatNumber(result.measured ?? Number.NaN, result.unit)}`,
      markdown([trendText(trend), shiftText(trend, result.unit)].filter(Boolean).join(' ')),
    ]),
  )
}

const HEIGHTS = '▁▂▃▄▅▆▇█'

/** The values as bars of text, the least as the lowest; a run without a value as a space. */
function heights({ values }: Trend): string {
  const known = values.flatMap(({ value }) => (value !== undefined && Number.isFinite(value) ? [value] : []))
  const [least, most] = [Math.min(...known), Math.max(...known)]
  return values
    .map(({ value }) => {
      if (value === undefined || !Number.isFinite(value)) return ' '
      const share = most > least ? (value - least) / (most - least) : 0.5
      return HEIGHTS[Math.round(share * (HEIGHTS.length - 1))] ?? ' '
    })
    .join('')
}

/** The chart of one threshold: its values as a line, and the limit as another. */
function renderTrend({ result, trend }: Drawn): string {
  const values = trend.values.flatMap(({ value }) => (value !== undefined && Number.isFinite(value) ? [value] : []))
  const shown = trend.limit === undefined ? values : [...values, trend.limit]
  const [least, most] = [Math.min(...shown), Math.max(...shown)]
  const room = (most - least) * 0.15 || Math.abs(most) * 0.05 || 1
  const [bottom, top] = [rounded(least - room), rounded(most + room)]
  const lines = [values, ...(trend.limit === undefined ? [] : [values.map(() => trend.limit ?? 0)])]
  const last = values.length - 1
  return blocks([
    `**${markdown(withoutSeverity(result.threshold))}** over ${values.length === trend.values.length ? '' : `${values.length} of `}${counted(trend.values.length, 'run')}`,
    xyChart({
      height: 220,
      palette: [BAR, LIMIT],
      x: { title: 'runs before this one', names: values.map((_, i) => (i === last ? 'now' : String(last - i))) },
      y: { title: quoted(formatUnit(result)), from: bottom, to: top },
      bars: [],
      lines,
    }),
    `<sub>🟦 measured${trend.limit === undefined ? '' : ` · ⬜ limit ${code(`${result.operator} ${formatNumber(trend.limit, result.unit)}`)}`}</sub>`,
  ])
}

function formatUnit({ unit }: ThresholdResult): string {
  return unit === 'bare' || unit === 'unknown' || unit === '' ? 'value' : `in ${unit}`
}

function rounded(value: number): number {
  return Number(value.toPrecision(4))
}
