// How numbers, times and names are written on the page.
import { formatNumber } from '../report/numbers.ts'
import type { PageLimit, PageMetric } from '../report/page/model.ts'

/** `10,000`. */
export function formatCount(n: number): string {
  return n.toLocaleString('en')
}

/** `1 endpoint`, `10,000 endpoints`. */
export function countOf(n: number, noun: string): string {
  return `${formatCount(n)} ${noun}${n === 1 ? '' : 's'}`
}

/** A share in percent, never rounded to all or nothing where it is not. */
export function formatShare(part: number, of: number): string {
  if (of === 0) return '–'
  const share = (100 * part) / of
  if (part > 0 && share < 0.1) return '< 0.1 %'
  if (part < of && share > 99.9) return '> 99.9 %'
  return `${share.toFixed(part === 0 || part === of ? 0 : 1)} %`
}

/** A value of a metric with its unit: `28.4 ms`, `12 packets`. */
export function formatValue(value: number, { unit, label }: Pick<PageMetric, 'unit' | 'label'>): string {
  return label ? `${formatNumber(value, unit)} ${label}` : formatNumber(value, unit)
}

/** What a metric is counted in, for an axis or the head of a column; empty where it is a plain number. */
export function unitWords({ unit, label }: Pick<PageMetric, 'unit' | 'label'>): string {
  return label ?? unit
}

/** A metric's name with its unit, for an axis. */
export function axisLabel(metric: PageMetric): string {
  const unit = unitWords(metric)
  return unit ? `${metric.name} in ${unit}` : metric.name
}

/** Writes values of one column: all with as many decimals, so that they can be compared by eye, and without the unit. */
export function columnWriter(values: Float64Array): (value: number) => string {
  let [most, whole] = [0, true]
  for (const value of values) {
    if (Number.isNaN(value)) continue
    most = Math.max(most, Math.abs(value))
    whole &&= Number.isInteger(value)
  }
  const places = whole ? 0 : most >= 1_000 ? 0 : most >= 10 ? 1 : most >= 1 ? 2 : most >= 0.01 ? 4 : 6
  return (value) =>
    Number.isNaN(value) ? '–' : Math.abs(value) >= 1e15 ? value.toExponential(3) : value.toFixed(places)
}

const OPERATOR_SIGNS: Readonly<Record<string, string>> = { '>=': '≥', '<=': '≤', '!=': '≠', '==': '=' }

/** A comparison with its sign: `≥ 4`. */
export function withOperator(operator: string, text: string): string {
  return `${OPERATOR_SIGNS[operator] ?? operator} ${text}`
}

/** A limit as it stands in a chart: `avg ≥ 4`; `limit 3.5` where it is one for endpoints that are counted. */
export function limitLabel({ by, operator, text }: PageLimit): string {
  return by === undefined ? `limit ${text}` : `${by} ${withOperator(operator, text)}`
}

/** On which side of a limit a value is that does not satisfy it. */
export function sideWord({ operator }: Pick<PageLimit, 'operator'>): 'below' | 'above' | 'outside' {
  return operator.startsWith('>') ? 'below' : operator.startsWith('<') ? 'above' : 'outside'
}

/** A number for an axis. */
export function formatTick(value: number): string {
  const size = Math.abs(value)
  if (size >= 1e9 || (size > 0 && size < 1e-4)) return value.toExponential(1).replace('.0e', 'e')
  return Number(value.toPrecision(6)).toLocaleString('en', { maximumFractionDigits: 6 })
}

/** Day, time and zone as they are where the page is read: `22 Nov 2026, 00:55:15 UTC`. */
export function formatMoment(ms: number): string {
  return new Date(ms).toLocaleString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
  })
}

/** `22 Nov 2026`. */
export function formatDay(ms: number): string {
  return new Date(ms).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })
}

/** `00:55:15`. */
export function formatClock(ms: number): string {
  return new Date(ms).toLocaleTimeString('en-GB')
}

/** Orders names as people do: `agent-9` before `agent-10`. */
export const inNaturalOrder = new Intl.Collator('en', { numeric: true }).compare
