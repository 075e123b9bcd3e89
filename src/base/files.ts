// The files of the workspace. What a path names may be a link to anywhere, a device, or a pipe that nobody writes to: only regular files within are read,
// and nothing is written outside.
import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  globSync,
  mkdirSync,
  openSync,
  readSync,
  realpathSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'

/** The files of the workspace, as far as the action needs them. Paths are relative to the workspace, or absolute. */
export interface Files {
  /**
   * The text of a file; undefined where there is none. Throws where it cannot be read, is no regular file within, or is larger than `maxBytes`.
   */
  read(path: string, maxBytes: number): string | undefined
  /** The paths of files that a pattern matches, in order, as `read` takes them; of more than `most` the last ones, which of dated names are the newest. */
  list(pattern: string, most: number): string[]
  /**
   * Writes files into a directory, all or none of which are there already. Where another step's are, they go to the first of `directory-2`,
   * `directory-3` … that has none. Returns their absolute paths, by name. Throws where the directory is not within.
   */
  writeReports(directory: string, files: Readonly<Record<string, string>>): Record<string, string>
}

/** Most report directories beside one another. */
const MAX_DIRECTORIES = 1_000

/** Files below `workspace`, or below one of `also`: the runner's own folder, or a single file of the runner's. */
export function workspaceFiles(workspace: string, also: readonly (string | undefined)[] = []): Files {
  const places = [workspace, ...also].flatMap((place) => (place && existsSync(place) ? [realpathSync(place)] : []))
  /** Throws unless the path, without links in it, lies within. */
  const within = (real: string): string => {
    if (places.some((place) => real === place || real.startsWith(place.endsWith(sep) ? place : place + sep)))
      return real
    throw new Error('it lies outside the workspace and the runner’s temporary folder')
  }
  return {
    read: (path, maxBytes) => {
      const full = resolve(workspace, path)
      return existsSync(full) ? readRegular(within(realpathSync(full)), maxBytes) : undefined
    },
    list: (pattern, most) => globSync(pattern, { cwd: workspace }).toSorted().slice(-most),
    writeReports: (directory, files) => {
      const names = Object.keys(files)
      for (let n = 1; n <= MAX_DIRECTORIES; n++) {
        const folder = resolve(workspace, n === 1 ? directory : `${directory.replace(/[\\/]+$/, '')}-${n}`)
        within(realpathSync(nearestThere(folder)))
        mkdirSync(folder, { recursive: true })
        if (names.some((name) => existsSync(join(folder, name))) || !claimed(join(folder, names[0] ?? ''), files))
          continue
        for (const name of names.slice(1)) writeNew(join(folder, name), files[name] ?? '')
        return Object.fromEntries(names.map((name) => [name, join(folder, name)]))
      }
      throw new Error(`there are ${MAX_DIRECTORIES} report directories already`)
    },
  }
}

/** The text of a regular file. Opening never waits for somebody at the other end, and no more is read than may be there, whatever its size is said to be. */
function readRegular(path: string, maxBytes: number): string {
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0))
  try {
    const stat = fstatSync(file)
    if (!stat.isFile()) throw new Error('it is not a regular file')
    if (stat.size > maxBytes) throw new Error(`it is ${stat.size} bytes long, and at most ${maxBytes} are read`)
    const chunks: Buffer[] = []
    let size = 0
    for (;;) {
      const chunk = Buffer.alloc(Math.min(maxBytes + 1 - size, Math.max(stat.size + 1, CHUNK_BYTES)))
      const read = readSync(file, chunk)
      if (read === 0) return Buffer.concat(chunks).toString('utf8')
      chunks.push(chunk.subarray(0, read))
      size += read
      if (size > maxBytes) throw new Error(`it is longer than the ${maxBytes} bytes that are read`)
    }
  } finally {
    closeSync(file)
  }
}

const CHUNK_BYTES = 64 * 1024

/** The folder, or the nearest one above it that is there. */
function nearestThere(folder: string): string {
  const above = dirname(folder)
  return existsSync(folder) || above === folder ? folder : nearestThere(above)
}

/** Writes a file that is not there yet: a link in its place is not followed. */
function writeNew(path: string, text: string): void {
  writeFileSync(path, text, { flag: 'wx' })
}

/** Writes the first file unless it exists, in one step: steps of a job may run in parallel. */
function claimed(path: string, files: Readonly<Record<string, string>>): boolean {
  try {
    writeNew(path, Object.values(files)[0] ?? '')
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}
