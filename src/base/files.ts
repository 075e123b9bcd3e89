import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** The files of the workspace, as far as the action needs them. Paths are relative to the workspace, or absolute. */
export interface Files {
  /** The text of a file; undefined where there is none. Throws where it cannot be read or is larger than `maxBytes`. */
  read(path: string, maxBytes: number): string | undefined
  /**
   * Writes files into a directory, all or none of which are there already. Where another step's are, they go to the first of `directory-2`,
   * `directory-3` … that has none. Returns their absolute paths, by name.
   */
  writeReports(directory: string, files: Readonly<Record<string, string>>): Record<string, string>
}

/** Most report directories beside one another. */
const MAX_DIRECTORIES = 1_000

/** Files below `workspace`. */
export function workspaceFiles(workspace: string): Files {
  return {
    read: (path, maxBytes) => {
      const full = resolve(workspace, path)
      if (!existsSync(full)) return undefined
      const { size } = statSync(full)
      if (size > maxBytes) throw new Error(`it is ${size} bytes long, and at most ${maxBytes} are read`)
      return readFileSync(full, 'utf8')
    },
    writeReports: (directory, files) => {
      const names = Object.keys(files)
      for (let n = 1; n <= MAX_DIRECTORIES; n++) {
        const folder = resolve(workspace, n === 1 ? directory : `${directory.replace(/[\\/]+$/, '')}-${n}`)
        mkdirSync(folder, { recursive: true })
        if (names.some((name) => existsSync(join(folder, name))) || !claimed(join(folder, names[0] ?? ''), files))
          continue
        for (const name of names.slice(1)) writeFileSync(join(folder, name), files[name] ?? '')
        return Object.fromEntries(names.map((name) => [name, join(folder, name)]))
      }
      throw new Error(`there are ${MAX_DIRECTORIES} report directories already`)
    },
  }
}

/** Writes the first file unless it exists, in one step: steps of a job may run in parallel. */
function claimed(path: string, files: Readonly<Record<string, string>>): boolean {
  try {
    writeFileSync(path, Object.values(files)[0] ?? '', { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}
