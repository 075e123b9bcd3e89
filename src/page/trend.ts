// How thresholds went over earlier runs: a small picture for each, with the limit and this run in it.
import type { PageRun, PageThreshold, PageTrend } from '../report/page/model.ts'
import { type Child, el, foreign, setAttributes } from './dom.ts'
import { formatDay } from './words.ts'

/** Size of a picture, in its own units, and the room around what is drawn. */
const [WIDTH, HEIGHT, ROOM] = [260, 84, 10]
const RADIUS = 3.5

/** A picture for each threshold that has a history; undefined where none has. */
export function trends({ thresholds }: PageRun): Child {
  const cards = thresholds.flatMap((threshold) => (threshold.trend ? [card(threshold, threshold.trend)] : []))
  return cards.length > 0 && el('ul', { class: 'trends' }, ...cards)
}

function card({ text, measured }: PageThreshold, trend: PageTrend): HTMLElement {
  const { points, limit, said } = trend
  const earlier = points.length - 1
  const words = [
    `${earlier} earlier ${earlier === 1 ? 'run' : 'runs'}, then this one: ${points.map((point) => point.text).join(', ')}.`,
    limit ? `Limit ${limit.text}.` : '',
  ]
  return el(
    'li',
    { class: 'trend' },
    el('code', {}, foreign(text)),
    picture(trend, words.filter(Boolean).join(' ')),
    el(
      'p',
      { class: 'small' },
      el('strong', {}, measured ?? ''),
      ` in this run${limit ? `, limit ${limit.text}` : ''}. `,
      said !== '' && foreign(said),
    ),
  )
}

function picture({ points, limit }: PageTrend, label: string): SVGElement {
  const known = points.flatMap(({ value }) => (value === null ? [] : [value]))
  const shown = limit ? [...known, limit.value] : known
  const [least, most] = [Math.min(...shown), Math.max(...shown)]
  const span = most - least || 1
  const x = (place: number): number => ROOM + (place * (WIDTH - 2 * ROOM)) / Math.max(1, points.length - 1)
  const y = (value: number): number =>
    most === least ? HEIGHT / 2 : HEIGHT - ROOM - ((value - least) * (HEIGHT - 2 * ROOM)) / span
  const line = points
    .flatMap(({ value }, place) => (value === null ? [] : [`${x(place).toFixed(1)},${y(value).toFixed(1)}`]))
    .join(' ')
  const svg = shape('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': label })
  if (limit) svg.append(shape('line', { class: 'limit', x1: 0, x2: WIDTH, y1: y(limit.value), y2: y(limit.value) }))
  svg.append(shape('polyline', { class: 'course', points: line }))
  for (const [place, { value, text, at, good }] of points.entries()) {
    if (value === null) continue
    const isLast = place === points.length - 1
    const tone = good === false ? 'outside' : 'within'
    const spot = shape('circle', {
      class: isLast ? `${tone} own` : tone,
      cx: x(place),
      cy: y(value),
      r: isLast ? RADIUS + 1.5 : RADIUS,
    })
    const tip = shape('title', {})
    tip.textContent = [isLast ? 'this run' : at === undefined ? '' : formatDay(at), text].filter(Boolean).join(': ')
    spot.append(tip)
    svg.append(spot)
  }
  return svg
}

function shape(name: string, attributes: Parameters<typeof setAttributes>[1]): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name)
  setAttributes(element, attributes)
  return element
}
