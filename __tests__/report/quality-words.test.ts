import { expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { mosFromR } from '../../simulator/callmeter/e-model.ts'
import { qualityWords } from '../../src/report/quality-words.ts'

test.each<[string, number, string | undefined]>([
  ['mos', 4.41, 'users are very satisfied (ITU-T G.107, narrowband)'],
  ['mos', 4.34, 'users are very satisfied (ITU-T G.107, narrowband)'],
  ['mos', 4.1, 'users are satisfied (ITU-T G.107, narrowband)'],
  ['mos', 3.74, 'some users are dissatisfied (ITU-T G.107, narrowband)'],
  ['mos', 3.2, 'many users are dissatisfied (ITU-T G.107, narrowband)'],
  ['mos', 2.6, 'nearly all users are dissatisfied (ITU-T G.107, narrowband)'],
  ['mos', 1, 'not recommended (ITU-T G.107, narrowband)'],
  ['r_factor', 90, 'users are very satisfied (ITU-T G.107)'],
  ['r_factor', 89.9, 'users are satisfied (ITU-T G.107)'],
  ['r_factor', 80, 'users are satisfied (ITU-T G.107)'],
  ['r_factor', 70, 'some users are dissatisfied (ITU-T G.107)'],
  ['r_factor', 60, 'many users are dissatisfied (ITU-T G.107)'],
  ['r_factor', 50, 'nearly all users are dissatisfied (ITU-T G.107)'],
  ['r_factor', 49.9, 'not recommended (ITU-T G.107)'],
  ['r_factor', 93.2, 'users are very satisfied (ITU-T G.107)'],
  ['r_factor', 82, 'users are satisfied (ITU-T G.107)'],
  ['rtt_ms', 80, 'about 90 to 140 ms from mouth to ear: most uses are not affected (ITU-T G.114)'],
  ['rtt_ms', 100, 'about 100 to 150 ms from mouth to ear: most uses are not affected (ITU-T G.114)'],
  ['rtt_ms', 699, 'about 400 to 450 ms from mouth to ear: above what networks are planned for (ITU-T G.114)'],
  ['rtt_ms', 690, 'about 395 to 445 ms from mouth to ear: people begin to talk at the same time (ITU-T G.114)'],
  ['rtt_ms', -1, undefined],
  ['mos', 0.99, undefined],
  ['mos', 5.01, undefined],
  ['mos', 3.59999, 'some users are dissatisfied (ITU-T G.107, narrowband)'],
  ['mos', 3.594, 'many users are dissatisfied (ITU-T G.107, narrowband)'],
  ['r_factor', -1, undefined],
  ['rtt_ms', 150, 'about 125 to 175 ms from mouth to ear: near what is noticed (ITU-T G.114)'],
  ['rtt_ms', 300, 'about 200 to 250 ms from mouth to ear: people begin to talk at the same time (ITU-T G.114)'],
  ['rtt_ms', 900, 'about 500 to 550 ms from mouth to ear: above what networks are planned for (ITU-T G.114)'],
  ['jitter_ms', 30, undefined],
  ['mos', Number.NaN, undefined],
])('%s %d: %s', (metric, value, words) => {
  expect(qualityWords(metric, value)).toBe(words)
})

test('a MOS is in the band of the rating that it comes from', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 93.2, noNaN: true }), (r) => {
      // The bands of MOS are rounded to hundredths.
      fc.pre([50, 60, 70, 80, 90].every((edge) => Math.abs(r - edge) > 0.3))
      const bare = (text = ''): string => text.replace(/ \(.*/, '')
      expect(bare(qualityWords('mos', mosFromR(r)))).toBe(bare(qualityWords('r_factor', r)))
    }),
  )
})
