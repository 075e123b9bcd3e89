// Every endpoint as a point between two metrics.
import { clamp } from '../base/clamp.ts'
import type { PageEndpoints, PageMetric } from '../report/page/model.ts'
import {
  type Child,
  el,
  foreign,
  labelledSelect,
  lazyDetails,
  legendItem,
  on,
  option,
  scrollingTable,
  setAttributes,
} from './dom.ts'
import { type Chart, type Pen, type Picture, createPlot, dashed, labelBeside } from './plot.ts'
import { createTip } from './tip.ts'
import { type View, endedWell, groupAt, leadingLimit, outcomeAt, valueAt, valuesOf, wordAt } from './view.ts'
import { axisLabel, columnWriter, countOf, formatCount, formatValue, limitLabel } from './words.ts'

const SCATTER_HEIGHT = 360
const SCATTER_PAPER_WIDTH = 660
/** How near a pointer must be to a point, in pixels. */
const REACH = 24
/** Most points of the table that stands for the chart. */
const MAX_ROWS = 200

/** The metrics of the axes. */
type Axes = readonly [across: PageMetric, up: PageMetric]

/** The chart with its two selects. A slider over it goes from point to point, for the keyboard and for screen readers. */
export function scatter(view: View): Chart {
  const { metrics } = view.run
  const plot = createPlot(SCATTER_HEIGHT, SCATTER_PAPER_WIDTH)
  const tip = createTip()
  const ring = el('div', { class: 'ring', 'aria-hidden': 'true', hidden: true })
  const image = el('div', { class: 'picture', role: 'img' }, plot.element)
  const slider = el('div', { class: 'slider', role: 'slider', tabindex: 0, 'aria-label': 'Endpoint in the chart', 'aria-valuemin': 1 }) // prettier-ignore
  const stage = el('div', { class: 'stage-of-points' }, image, ring, tip.element, slider)
  const said = el('p', { class: 'figures' })
  const legend = el('ul', { class: 'legend' })
  const options = (): HTMLOptionElement[] => metrics.map(({ name }, i) => option(String(i), name))
  const choice = { x: labelledSelect('X axis', options()), y: labelledSelect('Y axis', options()) }
  ;[choice.x.select.value, choice.y.select.value] = firstPair(view)

  /** The points from left to right, as places of endpoints. */
  let order: Int32Array = new Int32Array()
  let axes: Axes | undefined
  let current = -1
  const table = lazyDetails('Show as a table', () => axes && pointTable(view, axes, order))

  const leave = (): void => {
    tip.hide()
    ring.hidden = true
  }
  const choose = (index: number): void => {
    const place = order[index]
    if (place === undefined || !axes) return
    current = index
    const lines = describe(view.endpoints, place, axes)
    setAttributes(slider, { 'aria-valuenow': index + 1, 'aria-valuetext': lines.map(({ text }) => text).join(', ') })
    const at = plot.place(valueAt(axes[0], place), valueAt(axes[1], place))
    ring.hidden = false
    ring.style.transform = `translate(${at.left}px, ${at.top}px)`
    tip.show(
      at,
      lines.map(({ shown }) => shown),
    )
  }
  const point = (event: PointerEvent): void => {
    const nearest = nearestPoint(event)
    if (nearest < 0) leave()
    else choose(nearest)
  }
  const nearestPoint = (event: PointerEvent): number => {
    const spot = plot.pointed(event)
    if (!spot || !axes) return -1
    const [xs, ys] = [valuesOf(axes[0]), valuesOf(axes[1])]
    const [at, zero, one] = [plot.place(spot.x, spot.y), plot.place(0, 0), plot.place(1, 1)]
    let [nearest, least] = [-1, REACH ** 2]
    order.forEach((place, index) => {
      const left = zero.left + (xs[place] ?? 0) * (one.left - zero.left) - at.left
      const top = zero.top + (ys[place] ?? 0) * (one.top - zero.top) - at.top
      const distance = left ** 2 + top ** 2
      if (distance < least) [nearest, least] = [index, distance]
    })
    return nearest
  }
  on(slider, {
    pointermove: point,
    pointerdown: point,
    pointerleave: leave,
    blur: leave,
    focus: () => {
      // A pointer chooses for itself.
      if (slider.matches(':focus-visible')) choose(Math.max(0, current))
    },
    keydown: (event) => {
      const next = stepped(event.key, current, order.length)
      if (next === undefined) return
      event.preventDefault()
      choose(next)
    },
  })

  const update = (): void => {
    const [across, up] = [metrics[Number(choice.x.select.value)], metrics[Number(choice.y.select.value)]]
    if (!across || !up) return
    axes = [across, up]
    const [xs, ys] = [valuesOf(across), valuesOf(up)]
    order = view.places.filter((place) => !Number.isNaN(xs[place]) && !Number.isNaN(ys[place]))
    order.sort((a, b) => (xs[a] ?? 0) - (xs[b] ?? 0))
    current = -1
    leave()
    const bad = order.filter((place) => !endedWell(view.endpoints, place)).length
    const without = view.places.length - order.length
    said.textContent =
      order.length === 0
        ? 'No endpoint that matches the filters has both values.'
        : [countOf(order.length, 'endpoint'), `${formatCount(bad)} of them failed`, without > 0 && `${formatCount(without)} without both values`].filter(Boolean).join(' · ') // prettier-ignore
    setAttributes(image, {
      'aria-label': `${up.name} over ${across.name}, a point for each endpoint. ${said.textContent}`,
    })
    setAttributes(slider, {
      'aria-valuemax': Math.max(1, order.length),
      'aria-valuenow': 1,
      'aria-valuetext': 'no endpoint selected',
    })
    legend.replaceChildren(
      legendItem('swatch-point', `succeeded (${formatCount(order.length - bad)})`),
      legendItem('swatch-triangle', `failed (${formatCount(bad)})`),
      legendItem('swatch-limit', 'limit'),
    )
    stage.hidden = order.length === 0
    table.element.hidden = order.length === 0
    if (order.length > 0) plot.show(points(view, axes, order))
    table.stale()
  }
  for (const { select } of [choice.x, choice.y]) on(select, { change: update })
  const element = el(
    'figure',
    { class: 'card chart' },
    el('figcaption', { class: 'fields' }, choice.y.field, choice.x.field),
    said,
    stage,
    legend,
    el('p', { class: 'small hint' }, 'Hover over the chart, or press the arrow keys, to see each endpoint.'),
    table.element,
  )
  update()
  return { element, update, remove: plot.remove }
}

/** Speech quality over what most likely spoils it, or the two leading metrics. */
function firstPair({ run: { metrics } }: View): [string, string] {
  const mos = metrics.findIndex(({ name }) => name === 'mos')
  return mos > 0 ? ['0', String(mos)] : ['1', '0']
}

/** Where a key leads to; undefined for a key that leads nowhere. */
function stepped(key: string, current: number, count: number): number | undefined {
  const leap = Math.max(1, Math.round(count / 20))
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: current + 1,
    ArrowUp: current + 1,
    ArrowLeft: current - 1,
    ArrowDown: current - 1,
    PageUp: current + leap,
    PageDown: current - leap,
    Home: 0,
    End: count - 1,
  }
  const next = steps[key]
  return next === undefined || count === 0 ? undefined : clamp(next, 0, count - 1)
}

function describe(endpoints: PageEndpoints, place: number, [across, up]: Axes): { text: string; shown: Child }[] {
  const status = wordAt(endpoints.sipStatuses, place)
  const id = endpoints.ids[place] ?? ''
  const value = (metric: PageMetric): string => `${metric.name} ${formatValue(valueAt(metric, place), metric)}`
  const about = [
    ...(endpoints.groups ? [groupAt(endpoints, place)] : []),
    outcomeAt(endpoints, place),
    ...(status === null ? [] : [`SIP ${status}`]),
    value(up),
    ...(across === up ? [] : [value(across)]),
  ]
  return [{ text: id, shown: el('strong', {}, foreign(id)) }, ...about.map((text) => ({ text, shown: foreign(text) }))]
}

function pointTable({ endpoints }: View, [across, up]: Axes, order: Int32Array): HTMLElement {
  const [writeX, writeY] = [columnWriter(valuesOf(across)), columnWriter(valuesOf(up))]
  const table = scrollingTable(
    `${up.name} over ${across.name} as a table`,
    [
      { head: 'Endpoint' },
      { head: 'Outcome' },
      { head: foreign(up.name), number: true },
      { head: foreign(across.name), number: true },
    ],
    Array.from(order.subarray(0, MAX_ROWS), (place) => [
      foreign(endpoints.ids[place] ?? ''),
      foreign(outcomeAt(endpoints, place)),
      writeY(valueAt(up, place)),
      writeX(valueAt(across, place)),
    ]),
  )
  const more = order.length - MAX_ROWS
  return more > 0
    ? el(
        'div',
        {},
        table,
        el(
          'p',
          { class: 'small' },
          `The first ${MAX_ROWS} of ${countOf(order.length, 'endpoint')}. The table of endpoints below lists all of them.`,
        ),
      )
    : table
}

function points({ endpoints }: View, [across, up]: Axes, order: Int32Array): Picture {
  const [xs, ys] = [valuesOf(across), valuesOf(up)]
  return {
    x: { ...rangeAround(across, xs, order), label: axisLabel(across) },
    y: { ...rangeAround(up, ys, order), label: axisLabel(up) },
    paint: (pen) => {
      const many = order.length > 2_000
      const size = pen.size(many ? 2.5 : order.length > 400 ? 3 : 4)
      const { context, palette } = pen
      for (const good of [true, false]) {
        context.fillStyle = good ? palette.bar : palette.bad
        context.globalAlpha = good ? (many ? 0.4 : 0.75) : 0.95
        for (const place of order) {
          if (endedWell(endpoints, place) !== good) continue
          const [x, y] = [pen.x(xs[place] ?? 0), pen.y(ys[place] ?? 0)]
          // Each by itself, so that where many are the colour is deeper.
          context.beginPath()
          if (good) {
            context.arc(x, y, size, 0, 2 * Math.PI)
          } else {
            context.moveTo(x, y - size * 1.4)
            context.lineTo(x + size * 1.3, y + size)
            context.lineTo(x - size * 1.3, y + size)
          }
          context.fill()
        }
      }
      context.globalAlpha = 1
      crossLimits(pen, across, up)
    },
  }
}

function crossLimits(pen: Pen, across: PageMetric, up: PageMetric): void {
  const { left, top, width, height } = pen
  const [limitX, limitY] = [leadingLimit(across), leadingLimit(up)]
  const x = limitX ? pen.x(limitX.value) : -1
  const y = limitY ? pen.y(limitY.value) : -1
  if (limitX && x >= left && x <= left + width) {
    dashed(pen, [x, top], [x, top + height])
    labelBeside(pen, limitLabel(limitX), [x, top + height - pen.size(11)])
  }
  if (limitY && y >= top && y <= top + height) {
    dashed(pen, [left, y], [left + width, y])
    labelBeside(pen, limitLabel(limitY), [left + width, Math.max(top + pen.size(9), y - pen.size(10))])
  }
}

function rangeAround(metric: PageMetric, values: Float64Array, order: Int32Array): { min: number; max: number } {
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const place of order) {
    const value = values[place] ?? 0
    min = Math.min(min, value)
    max = Math.max(max, value)
  }
  const limit = leadingLimit(metric)?.value
  const reach = max - min || Math.abs(max) / 10 || 1
  if (limit !== undefined && limit < min && min - limit <= reach) min = limit
  if (limit !== undefined && limit > max && limit - max <= reach) max = limit
  const room = (max - min || reach) * 0.06
  return { min: min - room, max: max + room }
}
