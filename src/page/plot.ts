// A chart: uPlot gives axes, grid and scales, and what is in it is painted by whoever shows a picture.
import uPlot from 'uplot'
import { el } from './dom.ts'
import { type Palette, currentPalette, isPrinting, onPalette } from './palette.ts'
import { formatTick } from './words.ts'

/** A chart that can be drawn anew, and taken away. */
export interface Chart {
  element: HTMLElement
  update: () => void
  remove: () => void
}

export interface PlotAxis {
  min: number
  max: number
  label: string
  /** Ticks at whole numbers only. */
  whole?: boolean
}

/** What painters paint with. Lengths and places are in pixels of the canvas. */
export interface Pen {
  context: CanvasRenderingContext2D
  palette: Palette
  /** A place on an axis. */
  x: (value: number) => number
  y: (value: number) => number
  /** A length that is `n` on the screen. */
  size: (n: number) => number
  left: number
  top: number
  width: number
  height: number
}

/** A place on the canvas, in pixels from its left and its top. */
type Point = readonly [x: number, y: number]

export interface Picture {
  x: PlotAxis
  y: PlotAxis
  paint: (pen: Pen) => void
}

export interface Plot {
  /** Holds the chart. */
  element: HTMLElement
  show: (picture: Picture) => void
  /** Where a pointer is: as values, and as pixels within the plotting area. Undefined outside of it. */
  pointed: (event: PointerEvent) => Spot | undefined
  /** Pixels within `element` for a pair of values. */
  place: (x: number, y: number) => { left: number; top: number }
  remove: () => void
}

export interface Spot {
  x: number
  y: number
}

const FONT = '12px system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif'
/** Distances between ticks at whole numbers. */
const WHOLE = [1, 1e3, 1e6].flatMap((size) => [1, 2, 5, 10, 20, 50, 100, 200, 500].map((step) => step * size))

/** An empty chart, `height` pixels high and as wide as there is room; on paper `paperWidth` wide. */
export function createPlot(height: number, paperWidth: number): Plot {
  const element = el('div', { class: 'plot' })
  element.style.height = `${height}px`
  let [chart, current]: [uPlot | undefined, Picture | undefined] = [undefined, undefined]
  const width = (): number => (isPrinting() ? paperWidth : element.clientWidth)

  const draw = (): void => {
    chart?.destroy()
    chart = current && width() > 0 ? drawn(current, element, width(), height) : undefined
  }
  const resized = new ResizeObserver(() => {
    if (isPrinting() || (chart && chart.width === width())) return
    if (chart) chart.setSize({ width: width(), height })
    else draw()
  })
  resized.observe(element)
  const endPalette = onPalette(draw)

  return {
    element,
    show: (picture) => {
      current = picture
      draw()
    },
    pointed: (event) => {
      if (!chart) return undefined
      const { left, top, width: across, height: down } = chart.over.getBoundingClientRect()
      const [x, y] = [event.clientX - left, event.clientY - top]
      if (x < 0 || y < 0 || x > across || y > down) return undefined
      return { x: chart.posToVal(x, 'x'), y: chart.posToVal(y, 'y') }
    },
    place: (x, y) => ({
      left: (chart?.over.offsetLeft ?? 0) + (chart?.valToPos(x, 'x') ?? 0),
      top: (chart?.over.offsetTop ?? 0) + (chart?.valToPos(y, 'y') ?? 0),
    }),
    remove: () => {
      resized.disconnect()
      endPalette()
      chart?.destroy()
    },
  }
}

function drawn({ x, y, paint }: Picture, host: HTMLElement, width: number, height: number): uPlot {
  const colours = currentPalette()
  const axis = ({ label, whole }: PlotAxis, own: uPlot.Axis): uPlot.Axis => ({
    stroke: colours.muted,
    font: FONT,
    label,
    labelFont: FONT,
    labelSize: 18,
    values: (_, splits) => splits.map(formatTick),
    grid: { stroke: colours.line, width: 1 },
    ticks: { show: false },
    border: { show: true, stroke: colours.line, width: 1 },
    ...(whole ? { incrs: WHOLE } : {}),
    ...own,
  })
  const widest = (_: uPlot, values: string[] | null): number =>
    14 + 7 * Math.max(2, ...(values ?? []).map((value) => value.length))
  const options: uPlot.Options = {
    width,
    height,
    padding: [8, 12, 0, 0],
    legend: { show: false },
    cursor: { show: false },
    scales: { x: { time: false, range: [x.min, x.max] }, y: { range: [y.min, y.max] } },
    series: [{}, { paths: () => null, points: { show: false } }],
    axes: [axis(x, { size: 26, space: 56, grid: { show: false } }), axis(y, { size: widest, space: 32 })],
    hooks: {
      draw: [
        (chart) => {
          const { left, top, width: across, height: down } = chart.bbox
          const context = chart.ctx
          context.save()
          context.beginPath()
          context.rect(left, top, across, down)
          context.clip()
          paint({
            context,
            palette: colours,
            x: (value) => chart.valToPos(value, 'x', true),
            y: (value) => chart.valToPos(value, 'y', true),
            size: (n) => n * devicePixelRatio,
            left,
            top,
            width: across,
            height: down,
          })
          context.restore()
        },
      ],
    },
  }
  return new uPlot(options, [[x.min, x.max], [y.min, y.max]], host) // prettier-ignore
}

/** A line that stands for a limit. */
export function dashed({ context, palette: { limit }, size }: Pen, from: Point, to: Point): void {
  context.strokeStyle = limit
  context.lineWidth = size(1.5)
  context.setLineDash([size(5), size(4)])
  context.beginPath()
  context.moveTo(...from)
  context.lineTo(...to)
  context.stroke()
  context.setLineDash([])
}

/** Text beside a line at `x`, on the side that is asked for if there is room, on a ground that keeps it legible over bars. */
export function labelBeside(pen: Pen, text: string, [x, middle]: Point, side: 'left' | 'right' = 'right'): void {
  const { context, palette, left, width } = pen
  context.font = `600 ${pen.size(11)}px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif`
  context.textBaseline = 'middle'
  context.textAlign = 'left'
  const wide = context.measureText(text).width
  const gap = pen.size(5)
  const fitsRight = x + 2 * gap + wide <= left + width
  const fitsLeft = x - 2 * gap - wide >= left
  const start = fitsRight && (side === 'right' || !fitsLeft) ? x + gap : x - gap - wide
  context.fillStyle = palette.surface
  context.globalAlpha = 0.85
  context.fillRect(start - gap / 2, middle - pen.size(8), wide + gap, pen.size(15))
  context.globalAlpha = 1
  context.fillStyle = palette.text
  context.fillText(text, start, middle)
}
