// `npm run matrix`: writes docs/fault-matrix.md from what happens. Read the difference before you commit it: the table is the expectation.
// `npm run matrix -- --check`: fails where the table and what happens differ, and writes nothing.
import { readFileSync, writeFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { CELLS, type Observed, nameOf, readTable, runMatrix, writeTable } from './fault-matrix.ts'

const path = new URL('../../docs/fault-matrix.md', import.meta.url)
const check = process.argv.includes('--check')
const expected = check ? readTable(readFileSync(path, 'utf8')) : undefined
const complain = (what: string): void => {
  process.stderr.write(`${what}\n`)
  process.exitCode = 1
}

const from = Date.now()
const { results, end } = runMatrix()
const observed = new Map<string, Observed>()
for (const cell of CELLS) {
  const name = nameOf(cell)
  const result = await results.get(name)
  if (!result) continue
  observed.set(name, result)
  const { broken, ...behaviour } = result
  for (const what of broken) complain(`${name}: ${what}`)
  if (expected && !isDeepStrictEqual(behaviour, expected.get(name))) {
    complain(`${name}: ${JSON.stringify(behaviour)}, but the table says ${JSON.stringify(expected.get(name))}`)
  }
}
await end
if (!check) writeFileSync(path, writeTable(observed))
process.stdout.write(
  `${observed.size} cells in ${Math.round((Date.now() - from) / 1_000)} s${check ? ' compared with' : ':'} docs/fault-matrix.md\n`,
)
