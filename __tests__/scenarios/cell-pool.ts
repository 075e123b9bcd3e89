// Many cells, each a step or two of the built action.
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Cells under way: the promise of each, by its name, and when all are over. */
export interface Pool<T> {
  readonly results: ReadonlyMap<string, Promise<T>>
  readonly end: Promise<void>
}

/** Carries out cells in their order, `atOnce` at a time; each is given the folder of an action that no build changes. */
export function runCells<T>(cells: ReadonlyMap<string, (action: string) => Promise<T>>, atOnce = 4): Pool<T> {
  const folder = mkdtempSync(join(tmpdir(), 'fault-matrix-'))
  // A copy of the built action, so that a build in the meantime changes no cell.
  const root = fileURLToPath(new URL('../..', import.meta.url))
  for (const name of ['action.yml', 'dist']) cpSync(join(root, name), join(folder, name), { recursive: true })
  const waiting: (() => Promise<unknown>)[] = []
  const results = new Map<string, Promise<T>>()
  for (const [name, run] of cells) {
    const result = new Promise<T>((done, failed) => {
      waiting.push(() => run(folder).then(done, failed))
    })
    // Whoever asks for it is told; a failure that nobody has asked for yet ends no process.
    result.catch(() => undefined)
    results.set(name, result)
  }
  const worker = async (): Promise<void> => {
    for (let work = waiting.shift(); work; work = waiting.shift()) await work()
  }
  const end = Promise.all(Array.from({ length: atOnce }, worker)).then(() =>
    rmSync(folder, { recursive: true, force: true }),
  )
  return { results, end }
}
