import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { type Distribution, distributionsOf } from '../../../src/report/analysis/distribution.ts'
import { renderHistogram } from '../../../src/report/summary/histogram.ts'
import { resultOf, subjectWith } from '../../thresholds/rows.ts'
import { chartOf, copyOf, drawn } from '../charts.ts'

const SEED = 20_261_123

/** The picture that one threshold gets of these values of its metric. */
function pictureOf(line: string, values: readonly number[], before?: readonly number[]): Distribution {
  const metric = /\(([a-z_]+)/.exec(line)?.[1] ?? ''
  const subject = subjectWith(metric, values)
  const baseline = before && subjectWith(metric, before)
  const [picture] = distributionsOf([resultOf(line, subject, baseline)], subject, baseline)
  if (!picture) throw new Error(`${line} has no picture`)
  return picture
}

const legendOf = (markdown: string): string => /<sub>(.*)<\/sub>/.exec(markdown)?.[1] ?? ''
const BLUE = '#5795cc'
const RED = '#cf222e'
const PURPLE = '#8250df'

describe('the chart', () => {
  const values = [3.1, 3.1, 3.6, 4.1, 4.1, 4.1, 4.3, 4.4]

  test('has a blue bar for each bin within the limit, a red one for each outside it, none for an empty one, and a gap at the limit', () => {
    const picture = pictureOf('min(mos) >= 4', values)
    const chart = chartOf(renderHistogram(picture, false))
    expect(chart.strange).toEqual([])
    expect(chart.palette).toEqual([BLUE, RED])
    const [green, red] = chart.bars
    const limit = chart.names.indexOf('limit')
    expect(picture.bins.findIndex(({ from }) => from === 4)).toBe(limit)
    const withoutGap = (bars?: readonly number[]): boolean[] => drawn(bars).toSpliced(limit, 1)
    expect(withoutGap(green)).toEqual(picture.bins.map(({ good, endpoints }) => good === true && endpoints > 0))
    expect(withoutGap(red)).toEqual(picture.bins.map(({ good, endpoints }) => good === false && endpoints > 0))
    expect([drawn(green)[limit], drawn(red)[limit]]).toEqual([false, false])
    // What is not drawn ends far below the axis: at 0, it would show as a stub.
    expect(
      chart.bars
        .flat()
        .filter((value) => value <= 0)
        .every((value) => value <= -chart.top),
    ).toBe(true)
    expect(red?.reduce((sum, value) => sum + Math.max(0, value), 0)).toBe(37.5)
    expect(green?.reduce((sum, value) => sum + Math.max(0, value), 0)).toBe(62.5)
    expect(chart.names).toHaveLength(picture.bins.length + 1)
    expect(chart.title).toBe('mos')
  })

  test('has bars of one colour where there are no sides', () => {
    for (const line of ['sum(mos) >= 1', 'max(mos) != 3', 'avg(mos) >= 4', 'p95(mos) >= 4', 'median(mos) >= 4']) {
      const chart = chartOf(renderHistogram(pictureOf(line, values), false))
      expect([chart.palette, chart.bars.length]).toEqual([[BLUE], 1])
      expect(drawn(chart.bars[0]).filter(Boolean).length).toBeGreaterThan(2)
    }
  })

  test('has a line for the baseline, in percent of its own endpoints', () => {
    const chart = chartOf(renderHistogram(pictureOf('min(mos) >= 4', values, [4.1, 4.1, 4.1, 3.1]), false))
    expect(chart.palette).toEqual([BLUE, RED, PURPLE])
    expect(chart.line).toHaveLength(chart.names.length)
    // Between the bins beside it, the line crosses the gap.
    const limit = chart.names.indexOf('limit')
    expect(chart.line?.[limit]).toBe(((chart.line?.[limit - 1] ?? 0) + (chart.line?.[limit + 1] ?? 0)) / 2)
    expect(chart.line?.toSpliced(limit, 1).filter((value) => value > 0)).toEqual([25, 75])
    const plain = chartOf(renderHistogram(pictureOf('sum(mos) >= 4', values, [4.1]), false))
    expect([plain.palette, plain.line?.filter((value) => value > 0)]).toEqual([[BLUE, PURPLE], [100]])
    expect(chartOf(renderHistogram(pictureOf('avg(mos) >= 4', values), false)).line).toBeUndefined()
  })

  test.each([
    [[1], 100],
    [Array.from({ length: 10 }, (_, i) => i), 25],
    [[0, 0, 0, 1], 85],
  ])('of %j ends at %i %%, a round number above the highest bar', (list, top) => {
    expect(chartOf(renderHistogram(pictureOf('sum(strange) >= 1', list), false)).top).toBe(top)
  })

  test('shows every bin that has an endpoint, however many there are', () => {
    const picture = pictureOf('min(mos) >= 4', [3.95, 4.2])
    const bins = picture.bins.map((bin) => ({
      ...bin,
      endpoints: bin.endpoints === 1 && bin.good ? 199_999 : bin.endpoints,
    }))
    const chart = chartOf(renderHistogram({ ...picture, bins, endpoints: 200_000 }, false))
    expect(drawn(chart.bars[1]).filter(Boolean)).toHaveLength(1)
  })

  test('names its axis with the unit', () => {
    const title = (line: string): string => chartOf(renderHistogram(pictureOf(line, [1, 2]), false)).title
    expect(title('max(jitter_ms) < 30ms')).toBe('jitter_ms in ms')
    expect(title('max(packets_lost) <= 0')).toBe('packets_lost in packets')
    expect(title('max(strange) <= 0')).toBe('strange')
  })
})

describe('the names of bins', () => {
  const namesOf = (line: string, values: readonly number[]): string[] =>
    chartOf(renderHistogram(pictureOf(line, values), false)).names

  test('are their edges', () => {
    expect(namesOf('max(jitter_ms) < 30ms', [10, 20, 30, 49])).toEqual(['10–20', '20–30', 'limit', '30–40', '40–50'])
  })

  test.each<[string, string, (i: number) => number]>([
    ['scores that hardly differ', 'avg(mos) >= 4.405', (i) => 4.401 + i / 3_000],
    ['large numbers that hardly differ', 'avg(strange) >= 1000', (i) => 1_000 + i / 100],
    ['small numbers', 'avg(burst_density) <= 1', (i) => i / 1e6],
    ['long numbers', 'avg(bytes_sent) >= 1', (i) => 12_345_678_901 + i],
    ['huge numbers', 'avg(strange) >= 1', (i) => 1e15 + i * 1e10],
  ])('are different ones: Mermaid would draw bars of one name over one another, %s', (_, line, value) => {
    const names = namesOf(
      line,
      Array.from({ length: 30 }, (__, i) => value(i)),
    )
    expect(new Set(names).size).toBe(names.length)
  })

  test.each<[string, RegExp, RegExp]>([
    ['avg(rtt_ms) < 105ms', /^< \d+$/, /^≥ \d+$/],
    ['avg(rtt_ms) >= 105ms', /^< \d+$/, /^≥ \d+$/],
    // The edge belongs to the lower bin here: 110 is not in `≥ 110`.
    ['avg(rtt_ms) <= 105ms', /^≤ \d+$/, /^> \d+$/],
    ['avg(rtt_ms) > 105ms', /^≤ \d+$/, /^> \d+$/],
  ])('of open bins say what they take: %s', (line, first, last) => {
    const names = namesOf(line, [...Array.from({ length: 300 }, (_, i) => 100 + (i % 11)), -4_000, 5_000])
    expect(names[0]).toMatch(first)
    expect(names.at(-1)).toMatch(last)
  })
})

describe('the copy as text', () => {
  test('has a line for each bin, as long as its share, and the limit where the sides meet', () => {
    const picture = pictureOf('max(jitter_ms) < 20ms', [10, 10, 10, 10, 16, 16, 22])
    expect(copyOf(renderHistogram(picture, true))).toEqual([
      '   ms',
      '10–12 │████████████████████████████████████████ 57.1 %',
      '12–14 │ –',
      '14–16 │ –',
      '16–18 │████████████████████ 28.6 %',
      '18–20 │ –',
      '──────┼── limit: < 20 ms ──',
      '20–22 │ –',
      '22–24 │██████████ 14.3 %',
    ])
  })

  test('tells the baseline beside each bin', () => {
    const lines = copyOf(renderHistogram(pictureOf('avg(mos) >= 4', [3, 4.5], [4.5, 4.5, 4.5, 4.5]), true))
    expect(lines[0]).toBe('3–3.5 │████████████████████████████████████████ 50 %  (baseline –)')
    expect(lines.filter((line) => line.includes('limit'))).toEqual(['──────┼── limit: >= 4 ──'])
    expect(lines.at(-1)).toMatch(/ 50 % {2}\(baseline 100 %\)$/)
  })

  test('has no limit where there is none, or every endpoint is on one side of it', () => {
    for (const line of ['sum(mos) >= 1', 'avg(mos) >= 1'])
      expect(copyOf(renderHistogram(pictureOf(line, [3, 4.5]), true)).join('\n')).not.toContain('limit')
  })

  test('shows a share that is too small for a bar as a number', () => {
    const values = [...Array.from({ length: 999 }, () => 4.4), 3]
    const lines = copyOf(renderHistogram(pictureOf('min(mos) >= 4', values), true))
    expect(lines.filter((line) => line.includes('0.1 %') || line.includes('0.10 %'))).toHaveLength(1)
  })

  test('is left out where it is not asked for', () => {
    expect(renderHistogram(pictureOf('avg(mos) >= 4', [3, 4]), false)).not.toMatch(/details|```text/)
  })
})

describe('heading and legend', () => {
  test('say what the metric is, and what colours and the line mean', () => {
    const picture = pictureOf('min(mos) >= 4', [3, 4.5], [4, 4, 4.5])
    const markdown = renderHistogram(picture, true)
    expect(markdown.split('\n')[0]).toBe('**mos**: speech quality as people rate it, 1 to 5')
    expect(legendOf(markdown)).toBe(
      'limit <code>&gt;= 4</code>, 🟥 outside it · 2 endpoints · 🟪 baseline, 3 endpoints',
    )
  })

  test('name further limits, and say that bins are open', () => {
    const subject = subjectWith('mos', [...Array.from({ length: 200 }, (_, i) => 4 + (i % 10) / 10), 90])
    const results = ['avg(mos) >= 4.5', 'warn: min(mos) >= 3.5', 'max(mos) < 4.7'].map((line) =>
      resultOf(line, subject),
    )
    const [picture] = distributionsOf(results, subject, undefined)
    expect(legendOf(picture ? renderHistogram(picture, false) : '')).toBe(
      'limit <code>&lt; 4.70</code>, 🟥 outside it · more limits: <code>&gt;= 4.50</code>, <code>&gt;= 3.50</code> · 201 endpoints · the outermost bars include all values outside the axis',
    )
  })

  test('say nothing of colours where there are no sides', () => {
    expect(legendOf(renderHistogram(pictureOf('avg(mos) >= 4', [3, 5]), false))).toBe(
      'limit <code>&gt;= 4</code> · 2 endpoints',
    )
    expect(legendOf(renderHistogram(pictureOf('sum(strange) >= 1', [1, 2]), false))).toBe('2 endpoints')
    expect(legendOf(renderHistogram(pictureOf('max(strange) == 1', [1, 2]), false))).not.toMatch(/🟩|🟥/)
  })

  test('count one endpoint as one, and no baseline where it has none with a value', () => {
    expect(legendOf(renderHistogram(pictureOf('sum(strange) >= 1', [1], [1]), false))).toBe(
      '1 endpoint · 🟪 baseline, 1 endpoint',
    )
    expect(renderHistogram(pictureOf('sum(strange) >= 1', [1], []), false)).not.toMatch(/baseline|\n {2}line /)
  })
})

const HOSTILE = [
  '"] --> 5\n  bar [100]\n%%{init: {"securityLevel": "loose"}}%%',
  '```\n</code><script>alert(1)</script>',
  '%%{init: {}}%%',
  '%%%% comment',
  '--- title: x ---',
  'x"; click A callback "y"',
  '#35; &quot; &#34; &lt;b&gt;',
  '\\" \\n',
  '| a | b |',
  '${x} `y` [z](javascript:alert(1)) @octocat #1',
  '\u202Etxt\u0000\u001B[31m\u2028\uD800',
  '𝐀'.repeat(60),
  'ß'.repeat(400),
  '',
]

describe('a hostile name', () => {
  const around = pictureOf('min(mos) >= 4', [3, 4.5], [4])

  test.each(HOSTILE)('%j makes nothing but a name', (metric) => {
    const markdown = renderHistogram({ ...around, metric, label: 'ms' }, true)
    const chart = chartOf(markdown)
    expect(chart.strange).toEqual([])
    expect([chart.bars.length, chart.line?.length]).toEqual([2, around.bins.length + 1])
    expect(chart.title.length).toBeLessThanOrEqual(80)
    expect(chart.title).not.toMatch(/%%|[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202E]/u)
    expect(markdown.match(/^```.*$/gm)).toEqual(['```mermaid', '```', '```text', '```'])
    expect(markdown.split('\n')[0]).toMatch(/^\*\*[^<>]*\*\*: speech quality/)
  })
})

describe(`pictures of any values, seed ${SEED}`, () => {
  const lines = [
    'avg(strange) >= 4',
    'max(strange) <= 0',
    'max(strange) < 1000',
    'min(strange) > -3',
    'sum(strange) > 0',
  ]
  const values = fc.oneof(
    fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 40 }),
    fc.array(fc.double({ min: -1e4, max: 1e4, noNaN: true }), { minLength: 1, maxLength: 40 }),
    fc.array(
      fc.integer({ min: 0, max: 200 }).map((n) => 3.9 + n / 1e4),
      { minLength: 1, maxLength: 40 },
    ),
  )

  test('are drawn with as many bars as there are bins with endpoints, each with a name of its own', () => {
    fc.assert(
      fc.property(fc.constantFrom(...lines), values, fc.option(values, { nil: undefined }), (line, own, before) => {
        const picture = pictureOf(line, own, before)
        const markdown = renderHistogram(picture, true)
        const chart = chartOf(markdown)
        const filled = picture.bins.filter(({ endpoints }) => endpoints > 0).length
        expect(chart.strange).toEqual([])
        expect(chart.bars.flatMap((bars) => drawn(bars)).filter(Boolean)).toHaveLength(filled)
        expect(chart.bars.flat().every((value) => value <= chart.top)).toBe(true)
        expect(new Set(chart.names).size).toBe(chart.names.length)
        expect(chart.names.filter((name) => name !== 'limit')).toHaveLength(picture.bins.length)
        expect(copyOf(markdown).filter((text) => /│█|│[▏▎▍▌▋▊▉]/.test(text))).toHaveLength(filled)
      }),
      { seed: SEED, numRuns: 150, endOnFailure: true },
    )
  })
})
