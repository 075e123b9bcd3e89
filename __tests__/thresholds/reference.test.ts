import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { isAbsence, missing } from '../../src/model/subject.ts'
import { type EarlierRun, historyReference, middle, spreadOf } from '../../src/thresholds/reference.ts'
import { STATISTICS_CASES } from './statistics-cases.ts'
import { resultOf, subjectWith } from './rows.ts'

test.each(STATISTICS_CASES.middle)(
  'the median and the spread of $values are as in SciPy',
  ({ values, median, spread }) => {
    expect(middle(values)).toBeCloseTo(median, 12)
    expect(spreadOf(values)).toBeCloseTo(spread, 12)
  },
)

const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 5, maxLength: 50 })

test('a spread moves with no shift, grows with the scale, and no single value makes it', () => {
  fc.assert(
    fc.property(
      values,
      fc.integer({ min: -1_000, max: 1_000 }),
      fc.double({ min: -1e9, max: 1e9, noNaN: true }),
      (all, by, wild) => {
        const spread = spreadOf(all)
        expect(spread).toBeGreaterThanOrEqual(0)
        expect(spreadOf(all.map((value) => value + by))).toBeCloseTo(spread, 5)
        expect(spreadOf(all.map((value) => 2 * value))).toBeCloseTo(2 * spread, 5)
        const [least, most] = [Math.min(...all), Math.max(...all)]
        expect(middle([...all.slice(1), wild])).toBeGreaterThanOrEqual(least)
        expect(middle([...all.slice(1), wild])).toBeLessThanOrEqual(most)
        expect(spreadOf([...all.slice(1), wild])).toBeLessThanOrEqual(1.4826 * 2 * (most - least))
      },
    ),
  )
})

/** Earlier runs that measured these values; undefined where one has none. */
const runs = (...measured: (number | undefined)[]): EarlierRun[] =>
  measured.map((value, i) => ({
    runId: `r${i}`,
    at: i,
    values: [value === undefined ? missing('it is not there') : { value, unit: '' as const }],
  }))
const now = subjectWith('mos', [4])
const history = (line: string, ...measured: (number | undefined)[]) => resultOf(line, now, runs(...measured))

describe('several runs as a baseline', () => {
  test('are their median, and how far apart they lie', () => {
    const result = history('avg(mos) >= baseline - 3 * spread', 4.0, 4.4, 4.1, 4.2, 4.3)
    expect(result).toMatchObject({ baseline: 4.2, state: 'held', measured: 4 })
    expect(result.spread).toBeCloseTo(0.14826, 12)
    expect(result.limit).toBeCloseTo(4.2 - 3 * 0.14826, 12)
    expect(result.history).toEqual([4.0, 4.4, 4.1, 4.2, 4.3].map((value, i) => ({ runId: `r${i}`, at: i, value })))
  })

  test('that are even in number have the mean of the two in the middle', () => {
    expect(history('avg(mos) >= baseline', 4, 4.1, 4.3, 9).baseline).toBeCloseTo(4.2, 12)
  })

  test.each<[string, (number | undefined)[], string]>([
    ['avg(mos) >= baseline', [], 'there are 0 earlier runs to compare with, and 3 are needed'],
    ['avg(mos) >= baseline', [4], 'there is 1 earlier run to compare with, and 3 are needed'],
    ['avg(mos) >= baseline', [4, 4.1], 'there are 2 earlier runs to compare with, and 3 are needed'],
    ['avg(mos) >= baseline', [4, undefined, 4.1, undefined], '2 of 4 earlier runs have a value, and 3 are needed'],
    ['avg(mos) >= baseline', [undefined, undefined, 4], '1 of 3 earlier runs has a value, and 3 are needed'],
    ['avg(mos) >= baseline - 3 * spread', [4, 4, 4, 4], 'there are 4 earlier runs to compare with, and 5 are needed'],
    ['avg(mos) >= baseline - spread', [4, 4, 4, 4, undefined], '4 of 5 earlier runs have a value, and 5 are needed'],
    ['avg(mos) >= 4 - spread', [4, 4, 4, 4], 'there are 4 earlier runs to compare with, and 5 are needed'],
  ])('%s with %j is missing data', (line, measured, reason) => {
    const result = history(line, ...measured)
    expect(result).toMatchObject({ state: 'missing', reason })
    expect(result.history).toHaveLength(measured.length)
  })

  test('count only where nothing speaks against them, and are all in the history', () => {
    const [first, ...others] = runs(9, 4.1, 4.2, 4.3)
    const result = resultOf('avg(mos) >= baseline - 0.3', now, [{ ...first!, apart: true }, ...others])
    expect(result).toMatchObject({ baseline: 4.2, state: 'held' })
    expect(result.history?.map(({ value }) => value)).toEqual([9, 4.1, 4.2, 4.3])
  })

  test('are shown beside a threshold that needs none of them, and never keep it from being judged', () => {
    expect(history('avg(mos) >= 3.9')).toMatchObject({ state: 'held', history: [] })
    expect(history('avg(mos) >= 3.9', 4.1, 4.2, 4.3)).toMatchObject({ state: 'held', baseline: 4.2 })
  })

  test('some of which have no value are told of where a threshold is relative', () => {
    const note = 'baseline of 3 runs: 1 of 4 have no value'
    expect(history('avg(mos) >= baseline - 1', 4, undefined, 4.1, 4.2)).toMatchObject({ state: 'held', note })
    expect(history('avg(mos) >= 3', 4, undefined, 4.1, 4.2)).not.toHaveProperty('note')
  })

  test('that all measured the same have no spread, and the reader is told', () => {
    const result = history('avg(mos) >= baseline - 3 * spread', 4.2, 4.2, 4.2, 4.2, 4.1)
    expect(result).toMatchObject({ state: 'breached', spread: 0, note: expect.stringContaining('the spread is 0') })
    expect(history('avg(mos) >= min(baseline - 3 * spread, 3.9)', 4.2, 4.2, 4.2, 4.2, 4.1).state).toBe('held')
  })

  test('one of which measured something infinite hold nothing by it', () => {
    const result = history('avg(mos) >= baseline - spread', -Infinity, -Infinity, -Infinity, -Infinity, 4)
    expect(result.state).toBe('breached')
  })
})

test('one run alone has no spread', () => {
  expect(resultOf('avg(mos) >= 4 - spread', now, now)).toMatchObject({
    state: 'missing',
    reason: expect.stringContaining('needs several earlier runs'),
  })
})

test('of runs without a value nothing is made up', () => {
  const { baseline, spread } = historyReference([missing('a'), missing('b')])
  expect([isAbsence(baseline), isAbsence(spread)]).toEqual([true, true])
})
