import { expect, test } from '@jest/globals'
import { type BaselineRequest, parseBaseline } from '../../src/inputs/baseline.ts'

test.each<[string, BaselineRequest | undefined]>([
  ['', undefined],
  ['previous', { kind: 'previous' }],
  ['base-branch', { kind: 'base-branch' }],
  ['report.json', { kind: 'file', path: 'report.json' }],
  ['REPORT.JSON', { kind: 'file', path: 'REPORT.JSON' }],
  ['main/report', { kind: 'file', path: 'main/report' }],
  ['C:\\reports\\main', { kind: 'file', path: 'C:\\reports\\main' }],
  ['7b0c58d4-0000-4000-8000-000000000000', { kind: 'run', runId: '7b0c58d4-0000-4000-8000-000000000000' }],
  ['clx1abc2def3ghi4jkl5', { kind: 'run', runId: 'clx1abc2def3ghi4jkl5' }],
])('baseline: %j', (text, request) => {
  expect(parseBaseline(text)).toEqual(request)
})
