// `npm run matrix`: writes docs/fault-matrix.md from what happens. Read the difference before you commit it: the table is the expectation.
// `npm run matrix -- --check`: fails where the table and what happens differ, and writes nothing.
import { readFileSync, writeFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import type { Pool } from './cell-pool.ts'
import { STATUSES, runStatuses } from './every-status.ts'
import { CELLS, nameOf, readTable, runMatrix, writeTable } from './fault-matrix.ts'
import { readOwnership, runOwnership, splitTable, writeOwnership } from './ownership-matrix.ts'
import { OWNERSHIP_CASES } from './run-ownership.ts'

const path = new URL('../../docs/fault-matrix.md', import.meta.url)
const check = process.argv.includes('--check')
const expected = check ? splitTable(readFileSync(path, 'utf8')) : undefined
const complain = (what: string): void => {
  process.stderr.write(`${what}\n`)
  process.exitCode = 1
}

/** What happens in those cells, held against the table where that is asked for. */
async function observe<T extends { readonly broken: readonly string[] }>(
  names: readonly string[],
  { results, end }: Pool<T>,
  table: ReadonlyMap<string, object> | undefined,
): Promise<Map<string, T>> {
  const observed = new Map<string, T>()
  for (const name of names) {
    const result = await results.get(name)
    if (!result) continue
    observed.set(name, result)
    const { broken, ...behaviour } = result
    for (const what of broken) complain(`${name}: ${what}`)
    if (table && !isDeepStrictEqual(behaviour, table.get(name))) {
      complain(`${name}: ${JSON.stringify(behaviour)}, but the table says ${JSON.stringify(table.get(name))}`)
    }
  }
  await end
  return observed
}

const from = Date.now()
const faults = await observe(CELLS.map(nameOf), runMatrix(), expected && readTable(expected.faults))
const whose = OWNERSHIP_CASES.map(({ what }) => what)
const ownership = await observe(whose, runOwnership(), expected && readOwnership(expected.ownership))
const statuses = await observe(STATUSES.map(String), runStatuses(), undefined)
if (!check) writeFileSync(path, `${writeTable(faults)}\n${writeOwnership(ownership)}`)
process.stdout.write(
  `${faults.size + ownership.size} cells, and ${statuses.size} statuses on every read, in ${Math.round((Date.now() - from) / 1_000)} s${check ? ' compared with' : ':'} docs/fault-matrix.md\n`,
)
