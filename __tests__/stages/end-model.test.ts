import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { ALL_DONE, type EndModel, endModel, survival } from '../../src/stages/end-model.ts'

const s = (seconds: number): number => seconds * 1_000

/** Share of runs that end between two ages, in s. */
function ending(model: EndModel, from: number, to: number): number {
  return survival(model, s(from)) - survival(model, s(to))
}

describe('a run of planned length', () => {
  const model = endModel(s(600))

  test('ends around its plan, mostly', () => {
    expect(ending(model, 570, 632)).toBeGreaterThan(0.7)
    expect(ending(model, 20, 500)).toBeLessThan(0.05)
  })

  test('may end at once, and whenever', () => {
    expect(ending(model, 0, 10)).toBeGreaterThan(0.05)
    expect(survival(model, s(3_600))).toBeGreaterThan(0)
  })
})

test('a run of which nothing is known ends in minutes, not in a moment', () => {
  const model = endModel(undefined)
  expect(model.expected).toEqual([])
  expect(ending(model, 120, 3_600)).toBeGreaterThan(0.7)
})

test('of a run whose endpoints are all done nothing is expected but the end', () => {
  expect(survival(ALL_DONE, s(4))).toBeLessThan(0.25)
})

describe('earlier runs', () => {
  test('that were alike leave little doubt', () => {
    const lengths = Array.from({ length: 20 }, (_, i) => s(604 + (i - 9.5) / 10))
    const model = endModel(s(600), lengths)
    expect(ending(model, 602, 606)).toBeGreaterThan(0.9)
    expect(model.atOnce).toBeLessThan(endModel(s(600)).atOnce / 10)
  })

  test('that ended in two places are expected in both', () => {
    const lengths = Array.from({ length: 20 }, (_, i) => s((i % 2 ? 300 : 604) + i / 20))
    const model = endModel(s(600), lengths)
    for (const at of [300, 604]) expect(ending(model, at - 2, at + 3)).toBeGreaterThan(0.4)
    expect(ending(model, 330, 560)).toBeLessThan(0.05)
  })

  test('take the place of a plan that nobody tells', () => {
    expect(ending(endModel(undefined, [s(100), s(101), s(102)]), 95, 110)).toBeGreaterThan(0.7)
  })

  test('of which there is one say hardly more than a plan', () => {
    const [stretch] = endModel(undefined, [s(600)]).expected
    expect(stretch?.from).toBe(s(570))
    expect(stretch?.to).toBe(s(632))
  })
})

test('whatever is known, the share of runs that are going falls from one towards none, and never reaches it', () => {
  const ms = fc.double({ min: 1, max: 1e9, noNaN: true })
  fc.assert(
    fc.property(
      fc.option(ms, { nil: undefined }),
      fc.array(ms, { maxLength: 20 }),
      fc.array(ms),
      (planned, earlier, ages) => {
        const model = endModel(planned, earlier)
        expect(survival(model, 0)).toBeCloseTo(1, 9)
        const going = ages.toSorted((a, b) => a - b).map((age) => survival(model, age))
        for (const [i, share] of going.entries()) {
          expect(share).toBeGreaterThan(0)
          expect(share).toBeLessThanOrEqual((going[i - 1] ?? 1) + 1e-9)
        }
      },
    ),
  )
})
