import { readFileSync } from 'node:fs'
import { afterAll, expect, test } from '@jest/globals'
import { readOwnership, runOwnership, splitTable } from './ownership-matrix.ts'
import { OWNERSHIP_CASES } from './run-ownership.ts'

const { ownership } = splitTable(readFileSync(new URL('../../docs/fault-matrix.md', import.meta.url), 'utf8'))
const expected = readOwnership(ownership)
const { results, end } = runOwnership()
const names = OWNERSHIP_CASES.map(({ what }) => what)

afterAll(() => end)

test('the table has the cases that there are, each once', () => {
  expect([...expected.keys()]).toEqual(names)
  expect(new Set(names).size).toBe(names.length)
})

test.each(names)('%s', async (what) => {
  const { broken, ...behaviour } = (await results.get(what)) ?? { broken: ['it was not run'] }
  expect(broken).toEqual([])
  expect(behaviour).toEqual(expected.get(what))
})
