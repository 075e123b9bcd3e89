import type { Measure } from '../thresholds/units.ts'

/** Most decimals that a number is shown with. */
const MAX_DECIMALS = 6

/** Decimals that say enough about a number of this unit and size: mouth-to-ear quality in hundredths, times in tenths. */
function decimals(value: number, unit: Measure): number {
  if (Number.isInteger(value)) return 0
  const size = Math.abs(value)
  if (unit === 'ms' || unit === 's') return size >= 100 ? 0 : size >= 1 ? 1 : 3
  if (unit === '%') return size >= 1 ? 1 : 2
  return size >= 1_000 ? 0 : size >= 1 ? 2 : 4
}

const UNIT_TEXT: Readonly<Record<Measure, string>> = { '': '', bare: '', unknown: '', '%': ' %', ms: ' ms', s: ' s' }

/** A number with its unit, as a person would write it: `4.31`, `28.4 ms`, `97.5 %`. */
export function formatNumber(value: number, unit: Measure): string {
  return written(value, unit, decimals(value, unit))
}

/**
 * Numbers that stand side by side, with enough decimals that different numbers look different: a measured 3.9996 must not read as the
 * 4.00 that it failed to reach.
 */
export function formatTogether(values: readonly number[], unit: Measure): string[] {
  const enough = Math.max(...values.map((value) => decimals(value, unit)))
  const distinct = new Set(values).size
  for (let places = enough; places < MAX_DECIMALS; places++) {
    const texts = values.map((value) =>
      written(value, unit, Number.isInteger(value) ? Math.min(places, decimals(value, unit)) : places),
    )
    if (new Set(texts.map((text) => Number.parseFloat(text))).size === distinct) return texts
  }
  return values.map((value) => exact(value, unit))
}

/** A number with all of its digits. */
function exact(value: number, unit: Measure): string {
  return Number.isFinite(value) ? `${value}${UNIT_TEXT[unit]}` : written(value, unit, 0)
}

/** The distance between two numbers, with the precision that they are shown with. */
export function formatDifference(difference: number, values: readonly number[], unit: Measure): string {
  const places = Math.max(...values.map((value) => decimals(value, unit)))
  const text = written(difference, unit, places)
  return Number.parseFloat(text) === 0 ? exact(Number(difference.toPrecision(3)), unit) : text
}

function written(value: number, unit: Measure, places: number): string {
  if (Number.isNaN(value)) return 'not a number'
  if (!Number.isFinite(value)) return value > 0 ? 'infinite' : '-infinite'
  const text = Math.abs(value) >= 1e15 ? value.toExponential(3) : value.toFixed(places)
  return `${text.replace(/^-(0(\.0+)?)$/, '$1')}${UNIT_TEXT[unit]}`
}
