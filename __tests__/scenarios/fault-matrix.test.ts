import { readFileSync } from 'node:fs'
import { afterAll, expect, test } from '@jest/globals'
import { runStatuses } from './every-status.ts'
import { CELLS, CORE_CELLS, PHASES, nameOf, readTable, runMatrix } from './fault-matrix.ts'
import { splitTable } from './ownership-matrix.ts'

const text = readFileSync(new URL('../../docs/fault-matrix.md', import.meta.url), 'utf8')
const expected = readTable(splitTable(text).faults)
const { results, end } = runMatrix(CORE_CELLS)
/** Some of those that mean something; CI looks at all. */
const SOME_STATUSES = ['400', '401', '403', '404', '409', '429', '451', '501', '503']
const statuses = runStatuses(SOME_STATUSES.map(Number))

afterAll(() => Promise.all([end, statuses.end]))

test('the table has the cells that there are, at least 60, and each run of the tests looks at all phases', () => {
  expect([...expected.keys()]).toEqual(CELLS.map(nameOf))
  expect(CELLS.length).toBeGreaterThanOrEqual(60)
  expect(new Set(CORE_CELLS.map(({ phase }) => phase))).toEqual(new Set(Object.keys(PHASES)))
})

test.each(CORE_CELLS.map(nameOf))('%s', async (cell) => {
  const { broken, ...behaviour } = (await results.get(cell)) ?? { broken: ['it was not run'] }
  expect(broken).toEqual([])
  expect(behaviour).toEqual(expected.get(cell))
})

test.each(SOME_STATUSES)('%s, once on every read, changes no verdict', async (status) => {
  expect(await statuses.results.get(status)).toEqual({ broken: [] })
})
