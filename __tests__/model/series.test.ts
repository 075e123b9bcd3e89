import { expect, test } from '@jest/globals'
import { printSeriesName, snakeCase } from '../../src/model/series.ts'

test.each([
  ['jitterMs', 'jitter_ms'],
  ['jitter_ms', 'jitter_ms'],
  ['rFactor', 'r_factor'],
  ['MOS', 'mos'],
  ['a.b c', 'a_b_c'],
])('%s is %s in snake_case', (name, expected) => {
  expect(snakeCase(name)).toBe(expected)
})

test.each([
  [{ metric: 'mos' }, 'mos'],
  [{ metric: 'mos', direction: 'send' }, 'mos.send'],
  [{ metric: 'mos', direction: 'send', track: 'audio', statistic: 'p95' }, 'mos.audio.send.p95'],
  [{ metric: 'mos', statistic: 'max' }, 'mos.max'],
] as const)('the name of %j is %s', (name, key) => {
  expect(printSeriesName(name)).toBe(key)
})
