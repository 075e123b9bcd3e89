import { plain } from '../base/text.ts'
import type { NoteProblem } from './reader.ts'

/** What the input `baseline` asks for. */
export type BaselineRequest =
  | { kind: 'run'; runId: string }
  | { kind: 'file'; path: string }
  | { kind: 'previous' }
  | { kind: 'base-branch' }
  /** The newest so many earlier runs. */
  | { kind: 'last'; count: number }
  /** All report.json files that a pattern matches. */
  | { kind: 'files'; pattern: string }

/** Fewest and most earlier runs that can be asked for. */
const LEAST = 3
const MOST = 50

/**
 * The input's text as a request: `previous`, `base-branch`, `last N`, a pattern (it holds `*`, `?`, `[` or `{`), a path (it ends in .json or holds a slash),
 * else a run's id. Undefined where it is empty.
 */
export function parseBaseline(text: string, problem: NoteProblem): BaselineRequest | undefined {
  if (!text) return undefined
  if (text === 'previous' || text === 'base-branch') return { kind: text }
  if (/^last(\s|\d|$)/i.test(text)) {
    const count = Number(/^last\s*(\d{1,4})$/i.exec(text)?.[1])
    if (!(count >= LEAST && count <= MOST))
      problem(`is "${plain(text, 80)}"; expected last ${LEAST} to last ${MOST}, such as last 7.`)
    return { kind: 'last', count }
  }
  if (/[*?[{]/.test(text)) return { kind: 'files', pattern: text }
  return /\.json$|[\\/]/i.test(text) ? { kind: 'file', path: text } : { kind: 'run', runId: text }
}

/** Whether several runs are asked for. */
export function asksForSeveral({ kind }: BaselineRequest): boolean {
  return kind === 'last' || kind === 'files'
}
