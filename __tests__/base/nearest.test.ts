import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { anyText } from '../any-text.ts'
import { didYouMean, nearest, suggest } from '../../src/base/nearest.ts'

const METRICS = ['mos', 'r_factor', 'jitter_ms', 'rtt_ms', 'fraction_lost', 'packets_lost']

describe('the nearest names', () => {
  test.each([
    ['mso', ['mos']],
    ['MOS', ['mos']],
    ['jiter_ms', ['jitter_ms']],
    ['jitter', ['jitter_ms']],
    ['Jitter MS', ['jitter_ms']],
    ['jitter-ms', ['jitter_ms']],
    ['_lost', ['fraction_lost', 'packets_lost']],
    ['packet_loss', ['packets_lost']],
    ['bandwidth', []],
    ['x', []],
    ['', []],
  ])('of %j are %j', (text, expected) => {
    expect(nearest(text, METRICS)).toEqual(expected)
  })

  test('come nearest first, each once and no more than asked for', () => {
    expect(nearest('abcdefgh', ['abcdefxy', 'abcdefgx', 'abcdefgx', 'zzz'])).toEqual(['abcdefgx', 'abcdefxy'])
    expect(nearest('abcdefgh', ['abcdefga', 'abcdefgb', 'abcdefgc', 'abcdefgd'])).toHaveLength(3)
    expect(nearest('abcdefgh', ['abcdefga', 'abcdefgb', 'abcdefgc', 'abcdefgd'], 1)).toEqual(['abcdefga'])
  })

  test('begin with the very same, before those that only hold it', () => {
    expect(nearest('Nightly_Load', ['nightly-load-2', 'nightly-load-3', 'nightly-load-4', 'nightly-load'])[0]).toBe(
      'nightly-load',
    )
  })

  test('of anything are candidates, and a candidate is nearest to itself', () => {
    fc.assert(
      fc.property(anyText(100), fc.array(fc.string()), (text, candidates) => {
        const found = nearest(text, candidates)
        expect(found.every((name) => candidates.includes(name))).toBe(true)
        expect(found.length).toBeLessThanOrEqual(3)
      }),
    )
    for (const metric of METRICS) expect(nearest(metric, METRICS)[0]).toBe(metric)
  })

  test('of a long text cost little: only how it begins is compared', () => {
    const start = 'ab'.repeat(50)
    const [same, near] = [`${start}${'x'.repeat(10_000)}`, 'ba'.repeat(10_000)]
    const found = nearest(start.repeat(2_000), [near, 'c'.repeat(10_000), same])
    expect(found.map((name) => name.length)).toEqual([same.length, near.length])
  })
})

test.each([
  ['mso', ' Did you mean mos?'],
  ['_lost', ' Did you mean fraction_lost or packets_lost?'],
  ['bandwidth', ''],
])('"did you mean" for %s is %j', (text, expected) => {
  expect(didYouMean(text, METRICS)).toBe(expected)
})

test.each([
  ['mso', '; did you mean mos?'],
  ['_lost', '; did you mean fraction_lost or packets_lost?'],
  ['bandwidth', '; expected mos, r_factor, jitter_ms, rtt_ms, fraction_lost, packets_lost.'],
])('what is suggested for %s is %j', (text, expected) => {
  expect(suggest(text, METRICS)).toBe(expected)
})

test('"did you mean" names up to three', () => {
  expect(didYouMean('abcd', ['abce', 'abcf', 'abcg', 'abch'])).toBe(' Did you mean abce, abcf or abcg?')
})
