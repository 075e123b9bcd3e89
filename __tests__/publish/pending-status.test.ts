import { expect, test } from '@jest/globals'
import { readPendingStatus } from '../../src/publish/pending-status.ts'

const STATUS = { owner: 'acme', repo: 'voice', sha: 'a1', context: 'callmeter/quality', url: 'https://github.com/' }

test('what a step left pending is read as it was saved', () => {
  expect(readPendingStatus(JSON.stringify(STATUS))).toEqual(STATUS)
})

test.each([
  undefined,
  '',
  'no json',
  'null',
  '[]',
  '7',
  '{}',
  JSON.stringify({ ...STATUS, sha: 7 }),
  JSON.stringify({ ...STATUS, sha: '' }),
])('%j is nothing', (state) => {
  expect(readPendingStatus(state)).toBeUndefined()
})
