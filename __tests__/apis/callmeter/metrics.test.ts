import { expect, test } from '@jest/globals'
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
  ['4', []],
  [[1, 2], []],
  [{ send: null, receive: '4' }, []],
  ['1.0', []],
  ['NaN', []],
  ['Infinity', []],
  ['', []],
  [true, []],
  [[5], []],
  [{}, []],
  [{ avg: '1' }, []],
])('%j is read as %j', (value, expected) => {
  expect(readMetric('m', value)).toEqual(expected.map((reading) => ({ metric: 'm', ...reading })))
})

test('nesting deeper than any known form is left out, not followed', () => {
  let value: unknown = 1
  for (let i = 0; i < 1_000; i++) value = { deeper: value }
  expect(readMetric('m', value)).toEqual([])
})
