import { expect, test } from '@jest/globals'
import { withoutUnavailable } from '../../src/model/unavailable.ts'
import { subjectOf } from '../thresholds/rows.ts'

const valuesOf = (metric: string, values: readonly unknown[]) => {
  const { measurements } = subjectOf(values.map((value) => ({ metrics: { [metric]: value } })))
  const { measurements: cleaned, notes } = withoutUnavailable(measurements)
  return { left: (cleaned.metrics.get(metric) ?? []).map(({ values: all }) => [...all]), notes, measurements, cleaned }
}

test('a MOS of 127 is none, and neither is any above 5: they are left out, and that is told', () => {
  const { left, notes } = valuesOf('mos', [4.2, 127, 41, 5, 0, 1])
  expect(left).toEqual([[4.2, Number.NaN, Number.NaN, 5, 0, 1]])
  expect(notes).toEqual([
    '2 values of mos can be none (the largest is 127) and were left out: 127 stands for unavailable (RFC 3611).',
  ])
})

test('in each direction for itself', () => {
  const { left, notes } = valuesOf('mos', [{ send: 4, receive: 127 }, { send: 4.1, receive: 4 }])
  expect(left).toEqual([[4, 4.1], [Number.NaN, 4]])
  expect(notes[0]).toMatch(/^1 value of mos .* was left out/)
}) // prettier-ignore

test('an R factor of 127 is none; one above 100 is of wideband', () => {
  expect(valuesOf('r_factor', [93, 127, 110]).left).toEqual([[93, Number.NaN, 110]])
})

test('where all can be values they stay as they are', () => {
  for (const [metric, values] of [['mos', [4.4, 1]], ['jitter_ms', [127]], ['packets_lost', [127]]] as const) {
    const { notes, cleaned, measurements } = valuesOf(metric, values)
    expect(notes).toEqual([])
    expect(cleaned).toBe(measurements)
  }
}) // prettier-ignore
