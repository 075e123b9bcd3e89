// How a metric is spread over the endpoints.
import { inWords } from '../base/text.ts'
import type { PageMetric } from '../report/page/model.ts'
import { type Bins, binned } from './bins.ts'
import { el, foreign, heading, lazyDetails, legendItem, on, scrollingTable, setAttributes } from './dom.ts'
import { type Chart, type Pen, type Picture, createPlot, dashed, labelBeside } from './plot.ts'
import { average, quantile } from './statistics.ts'
import { createTip } from './tip.ts'
import { type View, endpointLimit, isFiltered, isWithin, leadingLimit, valuesAt } from './view.ts'
import { axisLabel, countOf, formatCount, formatTick, formatValue, limitLabel, sideWord, unitWords } from './words.ts'

const HISTOGRAM_HEIGHT = 210
const HISTOGRAM_PAPER_WIDTH = 320

/** A histogram of a metric over the endpoints that the filters let through. */
export function histogram(level: number, metric: PageMetric, view: View): Chart {
  const plot = createPlot(HISTOGRAM_HEIGHT, HISTOGRAM_PAPER_WIDTH)
  const tip = createTip()
  const picture = el('div', { class: 'picture', role: 'img' }, plot.element, tip.element)
  const figures = el('p', { class: 'figures' })
  const legend = el('ul', { class: 'legend' })
  let bins: Bins | undefined
  const table = lazyDetails('Show as a table', () => bins && binTable(metric, bins))

  on(picture, {
    pointermove: (event) => point(event),
    pointerdown: (event) => point(event),
    pointerleave: () => tip.hide(),
  })
  const point = (event: PointerEvent): void => {
    const spot = plot.pointed(event)
    const bar =
      spot && bins ? bins.edges.findIndex((edge, i) => spot.x >= edge && spot.x < (bins?.edges[i + 1] ?? edge)) : -1
    if (!bins || bar < 0) return tip.hide()
    const middle = ((bins.edges[bar] ?? 0) + (bins.edges[bar + 1] ?? 0)) / 2
    const total = (bins.within[bar] ?? 0) + (bins.outside[bar] ?? 0)
    const limit = endpointLimit(metric)
    tip.show(plot.place(middle, total), [
      el('strong', {}, rangeOf(bins, bar, metric)),
      countOf(total, 'endpoint'),
      limit && bins.outside[bar] ? `${formatCount(bins.outside[bar])} ${sideWord(limit)} the limit` : undefined,
      metric.baseline ? `baseline: ${formatCount(bins.baseline[bar] ?? 0)}` : undefined,
    ])
  }

  const update = (): void => {
    const values = valuesAt(metric, view.places).toSorted()
    const limit = endpointLimit(metric)
    const before = Float64Array.from(metric.baseline ?? [])
    bins = values.length > 0 ? binned(values, before, leadingLimit(metric)) : undefined
    const outside = limit ? values.filter((value) => !isWithin(value, limit)).length : 0
    const [first, ...rest] = summaryOf(metric, values, view.places.length, outside)
    const text = [first, ...rest].join(', ')
    figures.replaceChildren(el('strong', {}, first), ...rest.map((part) => el('span', {}, part)))
    picture.hidden = !bins
    table.element.hidden = !bins
    setAttributes(picture, { 'aria-label': `Histogram of ${metric.name}: ${text}.` })
    legend.replaceChildren(...legendOf(metric, values.length, outside, isFiltered(view)))
    if (bins) plot.show(drawing(metric, bins, before.length > 0 ? values.length / before.length : 0))
    table.stale()
  }
  const meaning = [metric.meaning, metric.sides && `for each endpoint, the worse of ${inWords(metric.sides)}`].filter(
    (part) => part !== undefined,
  )
  const element = el(
    'figure',
    { class: 'card chart' },
    el(
      'figcaption',
      {},
      heading(level, { class: 'mono' }, foreign(metric.name)),
      meaning.length > 0 && el('p', { class: 'small' }, meaning.join('; ')),
      metric.inWords !== undefined && el('p', { class: 'small' }, `On average: ${metric.inWords}.`),
    ),
    figures,
    picture,
    legend,
    table.element,
  )
  update()
  return { element, update, remove: plot.remove }
}

/** What the chart shows, in a few words each; what matters most stands first. */
function summaryOf(metric: PageMetric, sorted: Float64Array, of: number, outside: number): string[] {
  if (sorted.length === 0) return [of === 0 ? 'No endpoint matches the filters.' : 'No endpoint has a value.']
  const say = (value: number): string => formatValue(value, metric)
  const limit = endpointLimit(metric)
  const parts = [
    limit
      ? `${formatCount(outside)} of ${countOf(sorted.length, 'endpoint')} ${sideWord(limit)} the limit of ${limit.text}`
      : countOf(sorted.length, 'endpoint'),
    `average ${say(average(sorted))}`,
    `median ${say(quantile(sorted, 0.5))}`,
    `from ${say(sorted[0] ?? 0)} to ${say(sorted.at(-1) ?? 0)}`,
    sorted.length < of ? `${formatCount(of - sorted.length)} without a value` : '',
  ]
  return parts.filter(Boolean)
}

function legendOf(metric: PageMetric, count: number, outside: number, filtered: boolean): HTMLElement[] {
  const limit = endpointLimit(metric)
  const items = [
    legendItem('swatch-bar', limit ? `within the limit (${formatCount(count - outside)})` : 'endpoints'),
    ...(limit ? [legendItem('swatch-outside', `${sideWord(limit)} the limit (${formatCount(outside)})`)] : []),
    ...metric.limits.map((own) =>
      legendItem('swatch-limit', `limit ${own.text}: `, el('code', {}, foreign(own.threshold))),
    ),
  ]
  const before = metric.baseline?.length ?? 0
  if (before === 0) return items
  const scaled = before !== count ? ', scaled to the same total' : ''
  const unfiltered = filtered ? ', not filtered' : ''
  return [...items, legendItem('swatch-baseline', `baseline (${countOf(before, 'endpoint')}${scaled}${unfiltered})`)]
}

function rangeOf(bins: Bins, bar: number, metric: PageMetric): string {
  const [from = 0, to = 0] = [bins.edges[bar], bins.edges[bar + 1]]
  const unit = unitWords(metric)
  const said = (text: string): string => (unit ? `${text} ${unit}` : text)
  const last = bar === bins.edges.length - 2
  if (bins.openBelow && bar === 0) return said(`less than ${formatTick(to)}`)
  if (bins.openAbove && last) return said(`${formatTick(from)} or more`)
  return said(bins.whole ? formatTick((from + to) / 2) : `${formatTick(from)} to ${formatTick(to)}`)
}

function binTable(metric: PageMetric, bins: Bins): HTMLElement {
  const limit = endpointLimit(metric)
  return scrollingTable(
    `Histogram of ${metric.name} as a table`,
    [
      { head: 'Value' },
      { head: 'Endpoints', number: true },
      ...(limit ? [{ head: 'Outside the limit', number: true }] : []),
      ...(metric.baseline ? [{ head: 'Baseline', number: true }] : []),
    ],
    bins.within.map((within, bar) => [
      rangeOf(bins, bar, metric),
      formatCount(within + (bins.outside[bar] ?? 0)),
      ...(limit ? [formatCount(bins.outside[bar] ?? 0)] : []),
      ...(metric.baseline ? [formatCount(bins.baseline[bar] ?? 0)] : []),
    ]),
  )
}

/** `scale`: how many endpoints one of the baseline's stands for, so that both have the same area. */
function drawing(metric: PageMetric, bins: Bins, scale: number): Picture {
  const { edges, within, outside, baseline } = bins
  const highest = Math.max(1, ...within.map((n, i) => Math.max(n + (outside[i] ?? 0), (baseline[i] ?? 0) * scale)))
  return {
    x: { min: edges[0] ?? 0, max: edges.at(-1) ?? 1, label: axisLabel(metric) },
    y: { min: 0, max: highest * 1.12, label: 'endpoints', whole: true },
    paint: (pen) => {
      bars(pen, bins, 'within', pen.palette.bar)
      bars(pen, bins, 'outside', hatched(pen))
      if (scale > 0) outline(pen, bins, scale)
      limitLines(pen, metric)
    },
  }
}

/** Those outside the limit stand on those within it. */
function bars(pen: Pen, bins: Bins, side: 'within' | 'outside', fill: string | CanvasPattern): void {
  const gap = pen.size(1)
  pen.context.fillStyle = fill
  bins[side].forEach((count, i) => {
    if (count === 0) return
    const from = side === 'outside' ? (bins.within[i] ?? 0) : 0
    const [left, right] = [pen.x(bins.edges[i] ?? 0), pen.x(bins.edges[i + 1] ?? 0)]
    const [bottom, top] = [pen.y(from), pen.y(from + count)]
    // One endpoint among thousands must still be seen.
    const height = Math.max(bottom - top, pen.size(2))
    pen.context.fillRect(left + gap / 2, bottom - height, Math.max(gap, right - left - gap), height)
  })
}

/** Red alone would not tell the two kinds of bars apart on paper, or for every eye. */
function hatched({ context, palette: { bad, 'bad-soft': soft }, size }: Pen): string | CanvasPattern {
  const tile = document.createElement('canvas')
  const side = Math.round(size(6))
  tile.width = side
  tile.height = side
  const brush = tile.getContext('2d')
  if (!brush) return bad
  brush.fillStyle = bad
  brush.fillRect(0, 0, side, side)
  brush.strokeStyle = soft
  brush.lineWidth = size(1.2)
  brush.beginPath()
  for (const shift of [-side, 0, side]) {
    brush.moveTo(shift - 1, side + 1)
    brush.lineTo(shift + side + 1, -1)
  }
  brush.stroke()
  return context.createPattern(tile, 'repeat') ?? bad
}

function outline(pen: Pen, { edges, baseline }: Bins, scale: number): void {
  const { context, palette } = pen
  context.strokeStyle = palette.baseline
  context.lineWidth = pen.size(1.75)
  context.beginPath()
  context.moveTo(pen.x(edges[0] ?? 0), pen.y(0))
  baseline.forEach((count, i) => {
    context.lineTo(pen.x(edges[i] ?? 0), pen.y(count * scale))
    context.lineTo(pen.x(edges[i + 1] ?? 0), pen.y(count * scale))
  })
  context.lineTo(pen.x(edges.at(-1) ?? 0), pen.y(0))
  context.stroke()
}

/** A dashed line for each limit that is in sight, an arrow towards each that is not; their values stand below one another. */
function limitLines(pen: Pen, { limits }: PageMetric): void {
  const { left, top, width, height } = pen
  const right = left + width
  for (const { value } of limits) dashed(pen, [pen.x(value), top], [pen.x(value), top + height])
  limits.forEach((limit, i) => {
    const { value } = limit
    const label = limitLabel(limit)
    const x = pen.x(value)
    const middle = top + pen.size(11 + 16 * (i % 5))
    if (x < left) labelBeside(pen, `← ${label}`, [left, middle])
    else if (x > right) labelBeside(pen, `${label} →`, [right, middle], 'left')
    else labelBeside(pen, label, [x, middle], limits.some((other) => other.value > value) ? 'left' : 'right')
  })
}
