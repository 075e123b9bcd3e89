import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { trendText } from '../../../src/report/phrases.ts'
import { chanceOfChange, levelsApart, trendOf } from '../../../src/report/analysis/trend.ts'
import { type EarlierRun, middle } from '../../../src/thresholds/reference.ts'
import { randomFrom } from '../../../simulator/server/random.ts'
import { missing } from '../../../src/model/subject.ts'
import { STATISTICS_CASES } from '../../thresholds/statistics-cases.ts'
import { resultOf, subjectWith } from '../../thresholds/rows.ts'

describe('a change', () => {
  test.each(STATISTICS_CASES.change)('of a $kind series is as clear as pyhomogeneity says: $k', (found) => {
    const { k, p } = chanceOfChange(found.values)
    expect(k).toBe(found.k)
    // It counts orders that are clearer, and this one those that are as clear, too: in short series that is a part.
    expect(p).toBeGreaterThan(found.p - 0.04)
    if (found.values.length >= 20 && found.kind !== 'ties') expect(p).toBeLessThan(found.p + 0.06)
  })

  test.each(STATISTICS_CASES.change)('of a $kind series begins where ruptures has it: $split', (found) => {
    const cost = (place: number): number =>
      [found.values.slice(0, place), found.values.slice(place)]
        .map((side) => side.reduce((sum, value) => sum + Math.abs(value - middle(side)), 0))
        .reduce((a, b) => a + b)
    const place = levelsApart(found.values)
    // Of places that are as good it may take another.
    if (place !== found.split) expect(cost(place)).toBeCloseTo(cost(found.split), 9)
  })

  test('is told by ranks alone, whichever way is up', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 8, maxLength: 20 }), (values) => {
        const found = chanceOfChange(values)
        expect(found.p > 0 && found.p <= 1).toBe(true)
        expect(chanceOfChange(values.map((value) => 7 + 3 * value))).toEqual(found)
        expect(chanceOfChange(values.map((value) => -value)).k).toBe(found.k)
        const place = levelsApart(values)
        expect(place >= 3 && place <= values.length - 3).toBe(true)
      }),
      { numRuns: 50 },
    )
  })

  test('is seen by chance about as often as it says', () => {
    const random = randomFrom('no change', 1)
    const seen = Array.from({ length: 300 }, () => chanceOfChange(Array.from({ length: 12 }, random)).p)
    const share = seen.filter((p) => p <= 0.05).length / seen.length
    expect(share).toBeGreaterThan(0.01)
    expect(share).toBeLessThan(0.09)
  })
})

const DAY = 86_400_000
const trend = (line: string, earlier: readonly (number | undefined)[], mine: number) => {
  const runs = earlier.map((value, i): EarlierRun => ({
    runId: `r${i}`,
    at: i * DAY,
    values: [value === undefined ? missing('none') : { value, unit: '' }],
  }))
  return trendOf(resultOf(line, subjectWith('mos', [mine]), runs), earlier.length * DAY)
}

describe('since when', () => {
  test.each<[string, (number | undefined)[], number, object]>([
    ['a breach is new', [4.2, 4.1, 4.3], 3.9, { runs: 1, firstAt: 3 * DAY, whole: false }],
    ['it is the third in a row', [3.9, 4.1, 3.8, 3.9], 3.9, { runs: 3, firstAt: 2 * DAY, whole: false }],
    ['all that are known are breached', [3.9, 3.8], 3.9, { runs: 3, firstAt: 0, whole: true }],
    ['a run without a value is passed over', [4.2, 3.8, undefined, 3.9], 3.9, { runs: 3, firstAt: DAY, whole: false }],
    ['this run holds', [3.8, 3.9], 4.1, { runs: 0, whole: false }],
  ])('%s', (_, earlier, mine, breached) => {
    expect(trend('avg(mos) >= 4', earlier, mine)?.breached).toEqual(breached)
  })

  test.each<[string, string]>([
    ['avg(mos) >= 4', 'Breached in the last 2 runs that measured this, first on 3 January 1970.'],
    [
      'avg(mos) >= baseline - 0.2',
      "By today's limit breached in the last 2 runs that measured this, first on 3 January 1970.",
    ],
  ])('%s is told of as %s', (line, words) => {
    expect(trendText(trend(line, [4.3, 4.2, 3.9], 3.8)!)).toBe(words)
    expect(trendText(trend(line, [4.3, 4.2, 4.2], 3.8)!)).toMatch(/^New: the last run that measured this /)
    expect(trendText(trend(line, [4.3, 4.2, 4.2], 4.2)!)).toBe('')
  })

  test('is not asked of what another run refuted, nor of what is no number', () => {
    const runs = [3.9, 3.8].map((value): EarlierRun => ({ values: [{ value, unit: '' }] }))
    const result = resultOf('avg(mos) >= 4', subjectWith('mos', [3.9]), runs)
    expect(trendOf({ ...result, state: 'unconfirmed' })?.breached.runs).toBe(0)
    expect(trendOf({ ...result, measured: Number.NaN })).toBeUndefined()
    expect(trendOf({ ...result, limit: Number.POSITIVE_INFINITY })).not.toHaveProperty('limit')
  })

  test('is asked of no threshold without a history or a value', () => {
    expect(trend('avg(mos) >= 4', [], 4)).toBeUndefined()
    expect(trendOf(resultOf('avg(mos) >= 4', subjectWith('mos', [4])))).toBeUndefined()
    expect(trend('avg(rtt_ms) >= 4', [4, 4], 4)).toBeUndefined()
  })
})

describe('a level', () => {
  const OLD = [4.3, 4.31, 4.29, 4.3, 4.32]

  test('that shifted and stayed is named with the run that it began with', () => {
    expect(trend('avg(mos) >= 3', [...OLD, 4.01, 4.0, 3.99], 4.02)?.shift).toEqual({
      place: 5,
      at: 5 * DAY,
      before: 4.3,
      since: expect.closeTo(4.005, 9),
    })
  })

  test('is looked for from eight runs on', () => {
    expect(trend('avg(mos) >= 3', [4.3, 4.31, 4.29, 4.3, 4.0, 4.01, 3.99], 4.02)?.shift?.place).toBe(4)
    expect(trend('avg(mos) >= 3', [4.3, 4.31, 4.29, 4.3, 4.0, 4.01], 4.02)?.shift).toBeUndefined()
  })

  test.each<[string, number[], number]>([
    // Five and three of eight: one order in twenty by chance is as clear.
    ['that chance would make', [4.3, 4.31, 4.29, 4.3, 4.32, 4.0, 4.01], 4.02],
    ['with a value that is none', [4.3, Number.NEGATIVE_INFINITY, 4.29, 4.3, 4.32, 4.0, 4.01, 4.0], 4.02],
    ['of too few runs', [4.3, 4.3, 4.31, 4.0, 4.0, 4.01], 4.0],
    ['that was an outlier', [...OLD, 3.2, 4.3, 4.31], 4.29],
    ['that only this run has', [...OLD, 4.3, 4.31], 3.5],
    ['that differs by less than the runs differ', [4.3, 4.2, 4.35, 4.25, 4.18, 4.28, 4.15, 4.22], 4.12],
    ['that does not change', [4, 4, 4, 4, 4, 4, 4, 4], 4],
  ])('%s is not', (_, earlier, mine) => {
    expect(trend('avg(mos) >= 3', earlier, mine)?.shift).toBeUndefined()
  })
})
