import { expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { collectMeasurements } from '../../../src/model/measurements.ts'
import { DIRECTIONS, STATISTICS, type SeriesName, printSeriesName, snakeCase } from '../../../src/model/series.ts'
import { readEndpoint } from '../../../src/apis/callmeter/answers.ts'
import { readMetric } from '../../../src/apis/callmeter/metrics.ts'

test.each([
  [4, [{ value: 4 }]],
  [
    { avg: 4, p95: 5 },
    [
      { statistic: 'avg', value: 4 },
      { statistic: 'p95', value: 5 },
    ],
  ],
  [
    { mean: 4, maximum: 5 },
    [
      { statistic: 'avg', value: 4 },
      { statistic: 'max', value: 5 },
    ],
  ],
  [
    { send: 1, recv: 2 },
    [
      { direction: 'send', value: 1 },
      { direction: 'receive', value: 2 },
    ],
  ],
  [{ audio: { receive: { max: 3 } } }, [{ track: 'audio', direction: 'receive', statistic: 'max', value: 3 }]],
  [{ max: { receive: { audio: 3 } } }, [{ track: 'audio', direction: 'receive', statistic: 'max', value: 3 }]],
  [{ receive: { p95: { video: 3 } } }, [{ track: 'video', direction: 'receive', statistic: 'p95', value: 3 }]],
  [null, []],
  [[1, 2], []],
  // A number that is written as text is one.
  ['4', [{ value: 4 }]],
  [' -1.5e1 ', [{ value: -15 }]],
  [{ send: null, receive: '4' }, [{ direction: 'receive', value: 4 }]],
  ['4,2', []],
  ['0x10', []],
  ['4 ms', []],
  ['NaN', []],
  ['Infinity', []],
  ['', []],
  [true, []],
  [[5], []],
  [{}, []],
  [{ avg: '1' }, [{ statistic: 'avg', value: 1 }]],
])('%j is read as %j', (value, expected) => {
  expect(readMetric('m', value)).toEqual(
    expected.map(({ value: number, ...name }) => ({ series: { metric: 'm', ...name }, value: number })),
  )
})

test('nesting deeper than any known form is left out, not followed', () => {
  let value: unknown = 1
  for (let i = 0; i < 1_000; i++) value = { deeper: value }
  expect(readMetric('m', value)).toEqual([])
})

/** What a metric's value holds, named anew for each number: what `readMetric` remembers must make no difference. */
function namedAnew(name: SeriesName, value: unknown, depth = 0): [string, number][] {
  if (typeof value === 'number' || value === '4') return [[printSeriesName(name), Number(value)]]
  if (typeof value !== 'object' || value === null || Array.isArray(value) || depth >= 6) return []
  return Object.entries(value).flatMap(([raw, inner]) => {
    const key = raw
      .replaceAll(/([a-z\d])([A-Z])/g, '$1_$2')
      .replaceAll(/[^A-Za-z\d]+/g, '_')
      .toLowerCase()
    const direction = Object.hasOwn(DIRECTIONS, key) ? DIRECTIONS[key] : undefined
    const statistic = (Object.hasOwn(STATISTICS, key) && STATISTICS[key]) || key
    if (direction && !name.direction) return namedAnew({ ...name, direction }, inner, depth + 1)
    if ((key === 'audio' || key === 'video') && !name.track) return namedAnew({ ...name, track: key }, inner, depth + 1)
    const before = name.statistic ? `${name.statistic}_` : ''
    return namedAnew({ ...name, statistic: `${before}${statistic}` }, inner, depth + 1)
  })
}

const KEY = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('send', 'recv', 'audio', 'video', 'avg', 'Mean', 'p95', 'maxValue', 'max-value', '__proto__') },
  { weight: 1, arbitrary: fc.string({ maxLength: 120 }) },
) // prettier-ignore
const { nested } = fc.letrec<{ nested: unknown }>((tie) => ({
  nested: fc.oneof(
    { depthSize: 'small' },
    fc.double({ min: -1e9, max: 1e9, noNaN: true }),
    fc.constantFrom(null, '4', true, [1]),
    fc.array(fc.tuple(KEY, tie('nested')), { maxLength: 5 }).map((entries) => Object.fromEntries(entries)),
  ),
}))

test('rows of one shape, and rows that differ from it, are read as if each were the first', () => {
  const metrics = fc.dictionary(fc.constantFrom('mos', 'jitterMs', 'rtt_ms', 'x'), nested)
  fc.assert(
    fc.property(fc.array(metrics, { minLength: 1, maxLength: 8 }), (rows) => {
      const builder = collectMeasurements()
      const expected = new Map<string, (number | undefined)[]>()
      for (const [i, row] of rows.entries()) {
        const numbers = Object.entries(row).flatMap(([key, value]) => namedAnew({ metric: snakeCase(key) }, value))
        const isTwofold = numbers.some(([name, value]) =>
          numbers.some(([other, its]) => other === name && its !== value),
        )
        const add = (): unknown => builder.add(readEndpoint({ id: String(i), metrics: row }))
        if (isTwofold) {
          expect(add).toThrow(/has several values for/)
          return
        }
        add()
        for (const [name, value] of numbers) {
          const column = expected.get(name) ?? rows.map(() => undefined)
          column[i] = value
          expected.set(name, column)
        }
      }
      const columns = [...builder.build().metrics.values()].flat()
      const read = columns.map(
        (series) =>
          [
            printSeriesName(series),
            [...series.values].map((value) => (Number.isNaN(value) ? undefined : value)),
          ] as const,
      )
      expect(new Map(read)).toEqual(expected)
    }),
    { numRuns: 500 },
  )
})

test('names without end are read as they are, and not remembered', () => {
  for (let i = 0; i < 30_000; i++)
    expect(readMetric(`m${i % 7}`, { [`key${i}`]: i })).toEqual([
      { series: { metric: `m${i % 7}`, statistic: `key${i}` }, value: i },
    ])
})
