// `npm run matrix`: writes docs/fault-matrix.md from what happens. Read the difference before you commit it: the table is the expectation.
import { writeFileSync } from 'node:fs'
import { type Observed, nameOf, CELLS, runMatrix, writeTable } from './fault-matrix.ts'

const from = Date.now()
const { results, end } = runMatrix()
const observed = new Map<string, Observed>()
for (const cell of CELLS) {
  const result = await results.get(nameOf(cell))
  if (!result) continue
  observed.set(nameOf(cell), result)
  for (const what of result.broken) {
    process.stderr.write(`${nameOf(cell)}: ${what}\n`)
    process.exitCode = 1
  }
}
await end
const path = new URL('../../docs/fault-matrix.md', import.meta.url)
writeFileSync(path, writeTable(observed))
process.stdout.write(`${observed.size} cells in ${Math.round((Date.now() - from) / 1_000)} s: docs/fault-matrix.md\n`)
