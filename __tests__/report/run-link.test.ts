import { expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { anyText } from '../any-text.ts'
import { linkRuns, runsOfLink } from '../../src/report/run-link.ts'

const PAGE = 'https://github.com/acme/voice/actions/runs/42/attempts/1'
const text = anyText(30).filter((id) => id.isWellFormed())

test('the runs of a step come back from its link, whatever their ids are', () => {
  const runs = fc.array(
    fc.record({ runId: text.filter(Boolean), testId: text.filter(Boolean) }, { requiredKeys: ['runId'] }),
    { maxLength: 5 },
  )
  fc.assert(
    fc.property(runs, (all) => {
      const link = linkRuns(PAGE, all)
      expect(link.split('#')[0]).toBe(PAGE)
      expect(new URL(link).href).toBe(link)
      expect(runsOfLink(link)).toEqual(all.map((run) => ({ ...run })))
    }),
  )
})

test('a link without runs, or with too many, is the page alone', () => {
  expect(linkRuns(PAGE, [])).toBe(PAGE)
  const many = Array.from({ length: 50 }, (_, i) => ({ runId: `7b0c1d2e-3f40-4152-8637-${i}`, testId: `t-${i}` }))
  expect(linkRuns(PAGE, many)).toBe(PAGE)
  expect(runsOfLink(linkRuns(PAGE, many.slice(0, 20)))).toHaveLength(20)
})

test('an id that no address can hold is left out', () => {
  expect(runsOfLink(linkRuns(PAGE, [{ runId: '\ud800' }, { runId: 'r', testId: 't' }]))).toEqual([
    { runId: 'r', testId: 't' },
  ])
  expect(linkRuns(PAGE, [{ runId: '\udc00' }])).toBe(PAGE)
})

test.each([
  '',
  'no address',
  PAGE,
  `${PAGE}#`,
  `${PAGE}#artifacts`,
  `${PAGE}#callmeter-runs=`,
  `${PAGE}#callmeter-runs=:`,
  `${PAGE}#callmeter-runs=test`,
  `${PAGE}#callmeter-runs=test:%E0%A4%A`,
  `${PAGE}#x-callmeter-runs=test:run`,
])('a link of others carries no runs: %j', (link) => {
  expect(runsOfLink(link)).toEqual([])
})
