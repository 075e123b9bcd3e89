import { describe, expect, test } from '@jest/globals'
import {
  delayImpairment,
  G711_WITH_CONCEALMENT,
  G729A,
  lossImpairment,
  mosFromR,
  rFactor,
} from '../../../simulator/callmeter/e-model.ts'

describe('the E-model', () => {
  test('is 93.2 and MOS 4.41 with everything at its default', () => {
    expect(rFactor(0, 0)).toBe(93.2)
    expect(mosFromR(93.2)).toBeCloseTo(4.41, 2)
  })

  // G.107, Annex B, table B.1.
  test.each([
    [90, 4.34],
    [80, 4.03],
    [70, 3.6],
    [60, 3.1],
    [50, 2.58],
  ])('gives the tabulated MOS of R = %d', (r, mos) => {
    expect(Math.abs(mosFromR(r) - mos)).toBeLessThan(0.01)
  })

  test('keeps MOS within 1 to 4.5 and never lets it fall with R', () => {
    expect([mosFromR(-5), mosFromR(0), mosFromR(100), mosFromR(120)]).toEqual([1, 1, 4.5, 4.5])
    const course = Array.from({ length: 1001 }, (_, index) => mosFromR(index / 10))
    expect(course.every((mos, index) => mos >= (course[index - 1] ?? 1))).toBe(true)
  })

  test('leaves delays up to 100 ms alone, then takes off what equation 7-27 says', () => {
    expect(delayImpairment(0)).toBe(0)
    expect(delayImpairment(100)).toBe(0)
    expect(delayImpairment(140)).toBeCloseTo(0.054, 4)
    // X = 1 and X = 2, worked out by hand.
    expect(delayImpairment(200)).toBeCloseTo(25 * (2 ** (1 / 6) - 3 * (730 / 729) ** (1 / 6) + 2), 9)
    expect(delayImpairment(400)).toBeCloseTo(24.07, 2)
  })

  test('takes loss off by codec, and more where it comes in bursts', () => {
    expect(lossImpairment(0, 1, G729A)).toBe(11)
    expect(lossImpairment(2, 1, G729A)).toBeCloseTo(11 + (84 * 2) / 21, 9)
    expect(lossImpairment(1, 1, G711_WITH_CONCEALMENT)).toBeCloseTo(95 / 26.1, 9)
    expect(lossImpairment(5, 2, G711_WITH_CONCEALMENT)).toBeCloseTo((95 * 5) / 27.6, 9)
  })

  test('keeps R within 0 to 100 and adds the advantage factor', () => {
    expect(rFactor(80, 40)).toBe(0)
    expect(rFactor(20, 0, 10)).toBeCloseTo(83.2, 9)
    expect(rFactor(0, 0, 20)).toBe(100)
  })
})
