import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { type Bin, type Distribution, distributionsOf, lookedAt } from '../../../src/report/analysis/distribution.ts'
import type { ThresholdResult } from '../../../src/thresholds/evaluate.ts'
import { holds } from '../../../src/thresholds/comparison.ts'
import type { Operator } from '../../../src/thresholds/syntax.ts'
import { type Row, resultOf, subjectOf, subjectWith } from '../../thresholds/rows.ts'

const SEED = 20_261_122
/** Most bins whose names fit below a chart. */
const MOST = 9

/** The picture that one threshold gets of these values of its metric. */
function drawn(line: string, values: readonly unknown[], before?: readonly unknown[]): Distribution {
  const metric = /\(([a-z_]+)/.exec(line)?.[1] ?? ''
  const subject = subjectWith(metric, values)
  const baseline = before && subjectWith(metric, before)
  const [picture] = distributionsOf([resultOf(line, subject, baseline)], subject, baseline)
  if (!picture) throw new Error(`${line} has no picture`)
  return picture
}

const takesUpper = (operator: Operator): boolean => operator === '<=' || operator === '>'

/** Whether a value belongs to a bin, said anew: of its two edges it has the one on its own side of the limit, and the outermost are open. */
function has(value: number, place: number, bins: readonly Bin[], operator: Operator): boolean {
  const { from = 0, to = 0 } = bins[place] ?? {}
  const above = place === 0 || (takesUpper(operator) ? value > from : value >= from)
  const below = place === bins.length - 1 || (takesUpper(operator) ? value <= to : value < to)
  return above && below
}

const endpointsOf = ({ bins }: Distribution): number => bins.reduce((sum, { endpoints }) => sum + endpoints, 0)
const edgesOf = ({ bins }: Distribution): number[] => [...bins.map(({ from }) => from), bins.at(-1)?.to ?? Number.NaN]
/** Endpoints within the limit and beyond it, as the bins have it. */
function sides({ bins }: Distribution): { within: number; beyond: number; unsided: number } {
  const sum = (good: boolean | undefined): number =>
    bins.filter((bin) => bin.good === good).reduce((total, { endpoints }) => total + endpoints, 0)
  return { within: sum(true), beyond: sum(false), unsided: sum(undefined) }
}

describe('a limit parts the endpoints as the threshold does', () => {
  test.each<[string, number[], number, number]>([
    ['min(mos) >= 4', [3, 3.5, 4, 4, 4.5], 3, 2],
    ['min(mos) > 4', [3, 3.5, 4, 4, 4.5], 1, 4],
    ['max(mos) <= 4', [3, 3.5, 4, 4, 4.5], 4, 1],
    ['max(mos) < 4', [3, 3.5, 4, 4, 4.5], 2, 3],
    // Of counts, most are 0, and that is good.
    ['max(packets_lost) <= 0', [0, 0, 0, 1, 2], 3, 2],
    ['max(packets_lost) < 1', [0, 0, 0, 1, 2], 3, 2],
    ['min(packets_sent) > 0', [0, 0, 500, 501], 2, 2],
    ['min(packets_sent) >= 1', [0, 0, 1, 501], 2, 2],
    // Values of one kind only, at the limit and beside it.
    ['min(mos) >= 4', [4, 4, 4], 3, 0],
    ['min(mos) > 4', [4, 4, 4], 0, 3],
    ['max(mos) <= 4', [4, 4, 4], 3, 0],
    ['max(mos) < 4', [4, 4, 4], 0, 3],
    ['min(mos) >= 4', [3.9, 3.9], 0, 2],
    ['min(mos) >= 4', [4.1, 4.1], 2, 0],
    // Single endpoints.
    ['min(mos) >= 4', [4], 1, 0],
    ['min(mos) > 4', [4], 0, 1],
    ['max(jitter_ms) <= 0', [0], 1, 0],
    // Nothing but zeros, and a limit that is less than a whole number away.
    ['max(fraction_lost) < 0.4%', [0, 0], 2, 0],
    ['min(clock_drift_estimate) >= 0.4', [0, 0], 0, 2],
    ['max(jitter_ms) < 30ms', [29.999], 1, 0],
    // Below zero.
    ['min(clock_drift_estimate) >= -5', [-20, -5, 0, 5], 3, 1],
    ['max(clock_drift_estimate) < -5', [-20, -5, 0, 5], 1, 3],
    ['max(clock_drift_estimate) <= -5', [-20.5, -5.25, -5], 3, 0],
    // Values and limits that binary fractions cannot hold.
    ['min(mos) >= 0.3', [0.1, 0.2, 0.3, 0.7], 2, 2],
    ['max(mos) <= 4.1', [3.9, 4, 4.1, 4.2, 4.3], 3, 2],
    ['max(fraction_lost) < 0.7%', [0.1, 0.6, 0.7, 0.8], 2, 2],
    // What no value comes near.
    ['min(mos) >= 1', [4.2, 4.3, 4.4], 3, 0],
    ['max(jitter_ms) < 5ms', [200, 300], 0, 2],
  ])('%s over %j: %i within it, %i beyond', (line, values, within, beyond) => {
    expect(sides(drawn(line, values))).toEqual({ within, beyond, unsided: 0 })
  })

  test.each<[string, number[], number]>([
    ['min(mos) >= 3.75', [3, 4, 5], 3.75],
    ['max(jitter_ms) < 33ms', [10, 20, 30, 40], 33],
    ['max(packets_lost) <= 0', [0, 1, 2], 0],
    ['max(rtt_ms) <= 0.2s', [150, 250], 200],
    ['min(clock_drift_estimate) > -7', [-10, 10], -7],
    // Not among the values, but not far from them either.
    ['min(mos) >= 4', [4.1, 4.2, 4.3], 4],
    ['max(jitter_ms) < 30ms', [15, 20, 25], 30],
  ])('%s over %j is an edge', (line, values, limit) => {
    expect(edgesOf(drawn(line, values))).toContain(limit)
  })

  test('however few lie beyond it, and however far: what breached a threshold is not painted as good', () => {
    const scores = Array.from({ length: 199 }, (_, i) => 4.3 + (i % 20) / 100)
    expect(sides(drawn('min(mos) >= 3.5', [...scores, 1]))).toEqual({ within: 199, beyond: 1, unsided: 0 })
    const times = Array.from({ length: 300 }, (_, i) => 10 + (i % 20) / 2)
    expect(sides(drawn('max(jitter_ms) < 100ms', [...times, 250]))).toEqual({ within: 300, beyond: 1, unsided: 0 })
    expect(sides(drawn('max(jitter_ms) < 5ms', [...times, 3]))).toEqual({ within: 1, beyond: 300, unsided: 0 })
  })

  test('however many digits it has: a baseline’s values do', () => {
    const values = [3.612_345_678_956_7, 3.712_345_678_956_7, 3.812_345_678_956_7]
    expect(sides(drawn('min(mos) >= baseline + 0.1', values, values))).toMatchObject({ within: 2, beyond: 1 })
    expect(sides(drawn('max(mos) <= baseline - 0.05', values, values))).toMatchObject({ within: 2, beyond: 1 })
  })

  test.each(['==', '!='])('%s has no sides', (operator) => {
    const picture = drawn(`max(packets_lost) ${operator} 2`, [0, 1, 2, 3])
    expect(sides(picture)).toEqual({ within: 0, beyond: 0, unsided: 4 })
    expect(picture.limits).toMatchObject([{ operator, value: 2 }])
  })

  test.each(['avg', 'median', 'p5'])('of %s is none for single endpoints, and has no sides', (by) => {
    const picture = drawn(`${by}(mos) >= 4`, [3, 4, 5])
    expect(sides(picture)).toEqual({ within: 0, beyond: 0, unsided: 3 })
    expect(picture.limits).toMatchObject([{ operator: '>=', value: 4, each: false }])
    expect(edgesOf(picture)).toContain(4)
  })

  test('for each endpoint parts them, also where another comes first', () => {
    const own = subjectWith('mos', [3, 4.2, 5])
    const results = ['avg(mos) >= 4.5', 'min(mos) >= 4'].map((line) => resultOf(line, own))
    const [picture] = distributionsOf(results, own, undefined)
    expect(picture?.limits.map(({ value }) => value)).toEqual([4, 4.5])
    expect(picture && sides(picture)).toEqual({ within: 2, beyond: 1, unsided: 0 })
  })

  test.each([
    ['min(mos) >= 4', true],
    ['min(mos) <= 4', false],
    ['max(mos) < 4', true],
    ['max(mos) > 4', false],
    ['rate(mos < 3.5) <= 5%', true],
  ])('of %s is for each endpoint: %s', (line, each) => {
    expect(lookedAt(resultOf(line, subjectWith('mos', [3, 4, 5])))?.limit?.each).toBe(each)
  })

  test('of which there is none has no sides', () => {
    expect(sides(drawn('sum(packets_lost) <= 3', [0, 1, 2]))).toEqual({ within: 0, beyond: 0, unsided: 3 })
  })
})

describe('bins', () => {
  test('are equal, round and at most so many that their names fit', () => {
    const picture = drawn(
      'avg(jitter_ms) < 30ms',
      Array.from({ length: 60 }, (_, i) => i),
    )
    expect(picture.bins).toHaveLength(6)
    expect(picture.bins.map(({ from, to }) => to - from)).toEqual(picture.bins.map(() => 10))
    expect(picture.bins.map(({ endpoints }) => endpoints)).toEqual(picture.bins.map(() => 10))
    expect(edgesOf(picture)).toEqual(Array.from({ length: 7 }, (_, i) => i * 10))
    expect(picture).toMatchObject({ openBelow: false, openAbove: false })
  })

  test('that are outermost are open where a few endpoints lie far out', () => {
    const core = Array.from({ length: 300 }, (_, i) => 100 + (i % 100) / 10)
    const picture = drawn('avg(rtt_ms) < 105ms', [...core, 5_000, -4_000])
    expect(picture).toMatchObject({ openBelow: true, openAbove: true, endpoints: 302 })
    expect(edgesOf(picture)[0]).toBeGreaterThan(90)
    expect(edgesOf(picture).at(-1)).toBeLessThan(120)
    expect(endpointsOf(picture)).toBe(302)
    expect(picture.bins.at(-1)?.endpoints).toBeGreaterThan(
      drawn('avg(rtt_ms) < 105ms', core).bins.at(-1)?.endpoints ?? 0,
    )
    const above = drawn('avg(rtt_ms) < 105ms', [...core, 5_000])
    expect(above).toMatchObject({ openBelow: false, openAbove: true })
  })

  test('leave out what is no number, and say so by the number of endpoints', () => {
    const picture = drawn('avg(mos) >= 4', [4, Number.NaN, Number.POSITIVE_INFINITY, 3, Number.NEGATIVE_INFINITY, null])
    expect(picture.endpoints).toBe(2)
    expect(endpointsOf(picture)).toBe(2)
    expect(edgesOf(picture).every(Number.isFinite)).toBe(true)
  })

  test('are not made where no endpoint has a number, or none the metric', () => {
    for (const rows of [
      [{ metrics: { mos: Number.NaN } }, { metrics: { mos: Number.POSITIVE_INFINITY } }],
      [{ metrics: { jitter_ms: 3 } }],
      [],
    ] satisfies Row[][]) {
      const subject = subjectOf(rows)
      expect(distributionsOf([resultOf('avg(mos) >= 4', subject)], subject, undefined)).toEqual([])
    }
  })

  test.each<[string, number[]]>([
    ['next to nothing', [1e-310, 2e-310]],
    ['next to nothing beside one number', [5e-324, 1]],
    ['all there is', [-9.9e20, -1e20, 1e20, 9.9e20]],
    ['from one end to the other', [-9.99e20, 1e20]],
    ['from the lowest end to nothing', [-9.99e20, 1]],
    ['one digit in seventeen', [1e16, 1e16 + 2]],
    ['nothing', [0, -0, 0]],
  ])('are few where the values span %s', (_, values) => {
    const picture = drawn('max(strange) >= 3', values)
    expect(picture.bins.length).toBeLessThanOrEqual(MOST)
    expect(endpointsOf(picture)).toBe(values.length)
    expect(
      edgesOf(picture).every((edge, i, edges) => Number.isFinite(edge) && edge > (edges[i - 1] ?? -Infinity)),
    ).toBe(true)
  })

  test('count the worse direction of each endpoint', () => {
    const picture = drawn('min(mos) >= 4', [
      { send: 4.4, receive: 3 },
      { send: 3.9, receive: 4.4 },
    ])
    expect(sides(picture)).toMatchObject({ within: 0, beyond: 2 })
    expect(endpointsOf(picture)).toBe(2)
  })
})

describe('a baseline', () => {
  test('is counted in the same bins', () => {
    const picture = drawn('avg(mos) >= baseline - 0.5', [3, 3.1, 4.4], [4, 4.1, 4.2, 4.9])
    expect(picture).toMatchObject({ endpoints: 3, baselineEndpoints: 4 })
    expect(picture.bins.reduce((sum, { baseline = 0 }) => sum + baseline, 0)).toBe(4)
    expect(picture.bins.filter(({ baseline = 0 }) => baseline > 0).every(({ to }) => to > 4)).toBe(true)
    // The bins reach as far as both do.
    expect(edgesOf(picture)[0]).toBeLessThanOrEqual(3)
    expect(edgesOf(picture).at(-1)).toBeGreaterThanOrEqual(4.9)
    expect(picture).toMatchObject({ openBelow: false, openAbove: false })
  })

  test('that there is not is not counted', () => {
    const picture = drawn('avg(mos) >= 4', [3, 4])
    expect(picture).not.toHaveProperty('baselineEndpoints')
    for (const bin of picture.bins) expect(bin).not.toHaveProperty('baseline')
  })
})

describe('pictures', () => {
  const subject = subjectOf([
    { metrics: { mos: 4.2, jitter_ms: 10, packets_lost: 0, shown: 7 } },
    { metrics: { mos: 3.2, jitter_ms: 50, packets_lost: 3, shown: 8 } },
  ])
  const of = (...lines: string[]): Distribution[] =>
    distributionsOf(
      lines.map((line) => resultOf(line, subject)),
      subject,
      undefined,
    )

  test('are one for each metric, those of broken thresholds first, else in the order of the thresholds', () => {
    const pictures = of(
      'max(shown) <= 9',
      'avg(mos) >= 3',
      'success_rate >= 1%',
      'max(jitter_ms) < 30ms',
      'min(mos) >= 4',
    )
    expect(pictures.map(({ metric }) => metric)).toEqual(['jitter_ms', 'mos', 'shown'])
  })

  test('have all limits of their metric, the first broken one first, and it is the one that parts them', () => {
    const [picture] = of('avg(mos) >= 3', 'min(mos) >= 4', 'warn: max(mos) < 5')
    expect(picture?.limits.map(({ operator, value }) => `${operator} ${value}`)).toEqual(['>= 4', '>= 3', '< 5'])
    expect(picture?.limits[0]?.result).toMatchObject({ state: 'breached', threshold: { text: 'min(mos) >= 4' } })
    expect(picture && sides(picture)).toMatchObject({ within: 1, beyond: 1 })
  })

  test('say what is known of their metric', () => {
    expect(of('max(jitter_ms) < 30ms', 'max(packets_lost) <= 0', 'max(shown) <= 9', 'avg(mos) >= 4')).toMatchObject([
      { metric: 'jitter_ms', unit: 'ms', label: 'ms', better: 'lower', meaning: 'how unevenly packets arrive' },
      { metric: 'packets_lost', unit: '', label: 'packets', better: 'lower' },
      { metric: 'mos', unit: '', label: '', better: 'higher' },
      { metric: 'shown', unit: 'unknown', label: '', meaning: '' },
    ])
    expect(of('max(shown) <= 9')[0]).not.toHaveProperty('better')
  })

  test('part no endpoints by a limit that is not for them', () => {
    const two = subjectOf([
      { group: 'agents', metrics: { mos: 4.4 } },
      { group: 'sales', metrics: { mos: 2 } },
    ])
    const line = 'avg(mos where group = "agents") >= 4'
    const [picture] = distributionsOf([resultOf(line, two)], two, undefined)
    // Either only the endpoints after `where` are shown, or all of them without sides.
    expect(picture && sides(picture).beyond).toBe(0)
  })

  test('are of the metric as it is narrowed', () => {
    const both = subjectOf([{ metrics: { mos: { send: 4, receive: 3 } } }])
    const results = ['avg(mos.send) >= 3', 'avg(mos) >= 1'].map((line) => resultOf(line, both))
    expect(distributionsOf(results, both, undefined).map(({ metric, bins }) => [metric, bins[0]?.from])).toEqual([
      ['mos.send', 4],
      ['mos', 3],
    ])
  })
})

describe('what a threshold says of single endpoints', () => {
  const rows: Row[] = [
    { group: 'agents', metrics: { mos: 4.2, jitter_ms: 10, rtt_ms: 100, r_factor: 90, packets_lost: 0 } },
    { outcome: 'TIMEOUT', metrics: { mos: 3.2, jitter_ms: 50, rtt_ms: 300, r_factor: 70, packets_lost: 3 } },
  ]
  const subject = subjectOf(rows, { run: { status: 'COMPLETED', detail: { avgMos: 4 } }, durationSeconds: 60 })
  const limitOf = (line: string): string | undefined => {
    const looked = lookedAt(resultOf(line, subject, subject))
    if (!looked) return undefined
    const { metric } = looked.name
    return looked.limit ? `${metric} ${looked.limit.operator} ${looked.limit.value}` : metric
  }

  test.each([
    ['avg(mos) >= 4', 'mos >= 4'],
    ['4 <= avg(mos)', 'mos >= 4'],
    ['p95(rtt_ms) < 0.2s', 'rtt_ms < 200'],
    ['median(r_factor) > 80', 'r_factor > 80'],
    ['avg(mos) >= baseline - 0.5', 'mos >= 3.2'],
    // Of many, these make a number that no single one could have.
    ['sum(packets_lost) <= 3', 'packets_lost'],
    ['stddev(jitter_ms) < 5ms', 'jitter_ms'],
    // A share of the endpoints: few shall be bad, or many good.
    ['rate(mos < 3.5) <= 5%', 'mos >= 3.5'],
    ['rate(mos < 3.5) < 5%', 'mos >= 3.5'],
    ['5% >= rate(mos <= 3.5)', 'mos > 3.5'],
    ['rate(mos >= 4) >= 95%', 'mos >= 4'],
    ['rate(mos > 4) > 95%', 'mos > 4'],
    ['95% <= rate(jitter_ms < 30ms)', 'jitter_ms < 30'],
    ['count(rtt_ms > 0.2s) < 3', 'rtt_ms <= 200'],
    ['count(jitter_ms >= 30ms) <= 0', 'jitter_ms < 30'],
    ['count(packets_lost != 0) <= 1', 'packets_lost == 0'],
    // None at all is the fewest there can be.
    ['count(mos < 3.5) == 0', 'mos >= 3.5'],
    ['rate(jitter_ms > 30ms) == 0%', 'jitter_ms <= 30'],
    // Nothing about the value of one metric.
    ['rate(outcome = TIMEOUT) <= 1%', undefined],
    ['rate(mos < 3 and jitter_ms > 5ms) <= 1%', undefined],
    ['success_rate >= 99%', undefined],
    ['duration <= 5m', undefined],
    ['avg(mos) * 2 >= 8', undefined],
    // Here the metric is what something else is held against.
    ['run.avgMos <= avg(mos)', 'mos'],
  ])('%s: %s', (line, limit) => {
    expect(limitOf(line)).toBe(limit)
  })
})

describe(`against a naive count, seed ${SEED}`, () => {
  const grid = (min: number, max: number, by: number): fc.Arbitrary<number> =>
    fc.integer({ min, max }).map((n) => n / by)
  const some = (value: fc.Arbitrary<number>): fc.Arbitrary<number[]> =>
    fc.array(value, { minLength: 1, maxLength: 40, size: 'max' })
  /** So many that a few of them are left out of what the bins span. */
  const tailed = fc
    .tuple(
      fc.array(grid(100, 400, 10), { minLength: 101, maxLength: 110 }),
      fc.array(grid(0, 50_000, 10), { maxLength: 3 }),
    )
    .map(([core, tail]) => [...core, ...tail])
  const KINDS: readonly [string, fc.Arbitrary<number[]>][] = [
    ['counts', some(grid(0, 20, 1))],
    ['scores', some(grid(100, 500, 100))],
    ['values on both sides of zero', some(grid(-500, 500, 10))],
    ['close values', some(fc.integer({ min: 0, max: 50 }).map((n) => 4 + n / 1e7))],
    ['times with a long tail', tailed],
    ['fractions with endless digits', some(grid(1, 5_000, 977))],
    [
      'all that can be measured',
      some(fc.double({ min: -1e21, max: 1e21, minExcluded: true, maxExcluded: true, noNaN: true })),
    ],
    ['next to nothing', some(fc.double({ min: -1e-290, max: 1e-290, noNaN: true }))],
  ]
  const operators = fc.constantFrom<Operator>('>=', '>', '<=', '<')
  const [least, most] = ['min(strange) >= 0', 'max(strange) <= 0'].map((line) =>
    resultOf(line, subjectWith('strange', [1])),
  ) as [ThresholdResult, ThresholdResult]

  test.each(KINDS)('%s', (_, values) => {
    const noise = fc.array(fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY), { maxLength: 2 })
    const baselines = fc.option(values, { nil: undefined })
    const check = (
      own: number[],
      not: number[],
      before: number[] | undefined,
      operator: Operator,
      limit: number,
    ): void => {
      const subject = subjectWith('strange', [...own, ...not])
      const result: ThresholdResult = { ...(operator.startsWith('>') ? least : most), operator, limit }
      const [picture] = distributionsOf([result], subject, before && subjectWith('strange', before))
      const bins = picture?.bins ?? []
      const counts = (list: readonly number[]): number[] =>
        bins.map((__, i) => list.filter((one) => has(one, i, bins, operator)).length)
      const upright = bins.every(({ from, to }, i) => from < to && from === (bins[i - 1]?.to ?? from))
      expect([upright, bins.length > 0, bins.length <= MOST]).toEqual([true, true, true])
      expect(bins.map(({ endpoints }) => endpoints)).toEqual(counts(own))
      if (before) expect(bins.map(({ baseline }) => baseline)).toEqual(counts(before))
      expect([picture?.endpoints, picture?.baselineEndpoints]).toEqual([own.length, before?.length])

      const sideOf = (one: number): boolean | undefined => bins.find((__, i) => has(one, i, bins, operator))?.good
      expect(own.filter((one) => sideOf(one) !== holds(one, operator, limit))).toEqual([])
      const [first, last] = [bins[0]?.from ?? 0, bins.at(-1)?.to ?? 0]
      const all = [...own, ...(before ?? [])]
      expect([picture?.openBelow, picture?.openAbove]).toEqual([
        all.some((one) => (takesUpper(operator) ? one <= first : one < first)),
        all.some((one) => (takesUpper(operator) ? one > last : one >= last)),
      ])
    }
    fc.assert(
      fc.property(values, noise, baselines, operators, values, fc.nat(), (own, not, before, operator, others, pick) => {
        // A value that is there, one that may not be, or one that parts the last value from another.
        const [one = 0, other = 0, last = 0] = [own[pick % own.length], others[0], own.at(-1)]
        check(own, not, before, operator, [one, other, Math.round(50 * (one + last)) / 100][pick % 3] ?? 0)
      }),
      // What fails is as long as it was found: making it shorter takes minutes.
      { seed: SEED, numRuns: 150, endOnFailure: true },
    )
  })
})
