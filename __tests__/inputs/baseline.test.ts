import { expect, test } from '@jest/globals'
import { type BaselineRequest, asksForSeveral, parseBaseline } from '../../src/inputs/baseline.ts'

test.each<[string, BaselineRequest | undefined]>([
  ['', undefined],
  ['previous', { kind: 'previous' }],
  ['base-branch', { kind: 'base-branch' }],
  ['report.json', { kind: 'file', path: 'report.json' }],
  ['last 7', { kind: 'last', count: 7 }],
  ['last 3', { kind: 'last', count: 3 }],
  ['Last  50', { kind: 'last', count: 50 }],
  ['history/*/report.json', { kind: 'files', pattern: 'history/*/report.json' }],
  ['history-[0-9].json', { kind: 'files', pattern: 'history-[0-9].json' }],
  ['lastly', { kind: 'run', runId: 'lastly' }],
  ['REPORT.JSON', { kind: 'file', path: 'REPORT.JSON' }],
  ['main/report', { kind: 'file', path: 'main/report' }],
  ['C:\\reports\\main', { kind: 'file', path: 'C:\\reports\\main' }],
  ['7b0c58d4-0000-4000-8000-000000000000', { kind: 'run', runId: '7b0c58d4-0000-4000-8000-000000000000' }],
  ['clx1abc2def3ghi4jkl5', { kind: 'run', runId: 'clx1abc2def3ghi4jkl5' }],
])('baseline: %j', (text, request) => {
  const problems: string[] = []
  expect(parseBaseline(text, (message) => problems.push(message))).toEqual(request)
  expect(problems).toEqual([])
})

test.each(['last', 'last 2', 'last 51', 'last 0', 'last seven', 'last 7 runs', 'last7.5', 'last -3', 'last 99999'])(
  'baseline: %j is refused, with what is accepted',
  (text) => {
    const problems: string[] = []
    parseBaseline(text, (message) => problems.push(message))
    expect(problems).toEqual([`is "${text}"; expected last 3 to last 50, such as last 7.`])
  },
)

test('several runs are asked for by their number or a pattern alone', () => {
  const several = ['last 7', 'a/*.json', 'previous', 'base-branch', 'a.json', 'r0'].map((text) =>
    asksForSeveral(parseBaseline(text, () => undefined)!),
  )
  expect(several).toEqual([true, true, false, false, false, false])
})
