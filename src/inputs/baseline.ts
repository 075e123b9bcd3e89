/** What the input `baseline` asks for. */
export type BaselineRequest =
  { kind: 'run'; runId: string } | { kind: 'file'; path: string } | { kind: 'previous' } | { kind: 'base-branch' }

/** The input's text as a request: `previous`, `base-branch`, a path (it ends in .json or holds a slash), else a run's id. Undefined where it is empty. */
export function parseBaseline(text: string): BaselineRequest | undefined {
  if (!text) return undefined
  if (text === 'previous' || text === 'base-branch') return { kind: text }
  return /\.json$|[\\/]/i.test(text) ? { kind: 'file', path: text } : { kind: 'run', runId: text }
}
