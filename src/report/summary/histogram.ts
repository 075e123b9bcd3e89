// A distribution as a picture: a Mermaid chart, and the same in plain characters for where no chart is drawn.
import { code, counted, markdown } from '../../base/text.ts'
import type { Bin, Distribution, Limit } from '../analysis/distribution.ts'
import { formatNumber } from '../numbers.ts'
import { blocks, details } from '../markdown.ts'
import { BAR, BASELINE, OUTSIDE, xyChart } from './chart.ts'

/** The chart with a heading and a legend; with `copy`, also as text. */
export function renderHistogram(distribution: Distribution, copy: boolean): string {
  const { metric, meaning } = distribution
  return blocks([
    `**${markdown(metric)}**${meaning ? `: ${meaning}` : ''}`,
    renderChart(distribution),
    `<sub>${legend(distribution)}</sub>`,
    copy ? details('Show as text', renderText(distribution)) : '',
  ])
}

function legend({ limits, unit, endpoints, baselineEndpoints, bins, openBelow, openAbove }: Distribution): string {
  const [main, ...others] = limits
  const texts = new Set(others.map((limit) => limitText(limit, unit)))
  const more = [...texts].filter((text) => !main || text !== limitText(main, unit))
  const sided = bins.some(({ good }) => good !== undefined)
  return [
    main ? `limit ${code(limitText(main, unit))}${sided ? ', 🟥 outside it' : ''}` : '',
    more.length > 0 ? `more limits: ${more.map((text) => code(text)).join(', ')}` : '',
    counted(endpoints, 'endpoint'),
    baselineEndpoints === undefined ? '' : `🟪 baseline, ${counted(baselineEndpoints, 'endpoint')}`,
    openBelow || openAbove ? 'the outermost bars include all values outside the axis' : '',
  ]
    .filter(Boolean)
    .join(' · ')
}

function limitText({ operator, value }: Limit, unit: Distribution['unit']): string {
  return `${operator} ${formatNumber(value, unit)}`
}

/** A Mermaid `xychart`: one bar for each bin in percent of the endpoints, those outside the limit in red, a gap at the limit, and the baseline as a line. */
function renderChart(distribution: Distribution): string {
  const { metric, label, bins, endpoints, baselineEndpoints } = distribution
  // One endpoint of very many is still there.
  const share = (count: number, of: number): number =>
    count === 0 ? 0 : Math.max(0.01, Number(((100 * count) / of).toFixed(2)))
  const shares = bins.map((bin) => share(bin.endpoints, endpoints))
  const before =
    baselineEndpoints === undefined ? undefined : bins.map((bin) => share(bin.baseline ?? 0, baselineEndpoints))
  const sided = bins.some(({ good }) => good !== undefined)
  const bars = sided
    ? [shares.map((value, i) => (bins[i]?.good ? value : 0)), shares.map((value, i) => (bins[i]?.good ? 0 : value))]
    : [shares]
  const drawn = bars.map((values) => values.map((value) => (value === 0 ? null : value)))
  const palette = [...(sided ? [BAR, OUTSIDE] : [BAR]), ...(before ? [BASELINE] : [])]
  const gap = limitPlace(distribution)
  const top = Math.min(100, Math.ceil((Math.max(...shares, ...(before ?? []), 1) * 1.1) / 5) * 5)
  return xyChart({
    height: 260,
    palette,
    x: { title: label ? `${metric} in ${label}` : metric, names: withGap(binNames(distribution), gap, LIMIT_NAME) },
    y: { title: 'endpoints in %', from: 0, to: top },
    bars: drawn.map((values) => withGap(values, gap, null)),
    lines: before ? [withGap(before, gap, gap === undefined ? 0 : average(before.slice(gap - 1, gap + 1)))] : [],
  })
}

/** What stands below the gap; the legend says which limit that is. */
const LIMIT_NAME = 'limit'

/** Between which bins the first limit lies, as the place of the one above it; undefined if it is no edge between two. */
function limitPlace({ bins, limits: [main] }: Distribution): number | undefined {
  const place = main ? bins.findIndex(({ from }) => from === main.value) : -1
  return place > 0 ? place : undefined
}

function withGap<T>(values: readonly T[], gap: number | undefined, inside: NoInfer<T>): T[] {
  return gap === undefined ? [...values] : [...values.slice(0, gap), inside, ...values.slice(gap)]
}

function average(values: readonly number[]): number {
  return Number((values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(2))
}

/** What each bin is called: its edges, with a sign where it takes all that lies beyond. Each has a name of its own, or Mermaid would draw one over another. */
function binNames({ bins, openBelow, openAbove, takesUpper }: Distribution): string[] {
  const edges = distinct([...bins.map(({ from }) => from), bins[bins.length - 1]?.to ?? 0])
  return bins.map((_, i) => {
    const [from, to] = [edges[i] ?? '', edges[i + 1] ?? '']
    if (i === 0 && openBelow) return `${takesUpper ? '≤' : '<'} ${to}`
    if (i === bins.length - 1 && openAbove) return `${takesUpper ? '>' : '≥'} ${from}`
    return `${from}–${to}`
  })
}

/** Most digits that a number has. */
const MAX_DIGITS = 17

/** Ascending numbers as short as they can be while they look different. */
function distinct(numbers: readonly number[]): string[] {
  for (let digits = 3; digits < MAX_DIGITS; digits++) {
    const texts = numbers.map((value) => String(Number(value.toPrecision(digits))))
    if (new Set(texts).size === numbers.length) return texts
  }
  return numbers.map(String)
}

/** Width of the longest bar in text, in characters. */
const TEXT_BAR = 40

function renderText(distribution: Distribution): string {
  const { bins, endpoints, baselineEndpoints, label } = distribution
  const names = binNames(distribution)
  const width = Math.max(...names.map(({ length }) => length))
  const most = Math.max(...bins.map((bin) => bin.endpoints), 1)
  const lines = bins.flatMap((bin, i) => {
    const name = (names[i] ?? '').padStart(width)
    const before =
      baselineEndpoints === undefined ? '' : `  (baseline ${percent(bin.baseline ?? 0, baselineEndpoints)})`
    const line = `${name} │${bar(bin.endpoints / most)} ${percent(bin.endpoints, endpoints)}${before}`
    return [...limitLine(bins[i - 1], bin, distribution, width), line.trimEnd()]
  })
  return [
    '```text',
    ...(label ? [`${' '.repeat(Math.max(0, width - label.length))}${label}`] : []),
    ...lines,
    '```',
  ].join('\n')
}

function limitLine(before: Bin | undefined, bin: Bin, { limits: [main], unit }: Distribution, width: number): string[] {
  if (!main || !before || bin.from !== main.value) return []
  return [`${'─'.repeat(width)}─┼── limit: ${limitText(main, unit)} ──`]
}

function bar(share: number): string {
  const eighths = Math.round(share * TEXT_BAR * 8)
  return '█'.repeat(Math.floor(eighths / 8)) + ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'][eighths % 8]
}

function percent(count: number, of: number): string {
  return count === 0 ? '–' : formatNumber((100 * count) / of, '%')
}
