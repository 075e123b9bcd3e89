// What no step may do, whatever the server does.
import { type FuzzApi, KEY, type Told } from './api.ts'
import type { Plan } from './plan.ts'

/** What is seen of a step that has ended. */
export interface Seen {
  readonly told: Told
  readonly outputs: Readonly<Record<string, string>>
  readonly exitCode: number | null
  /** Everything that a person can read: log, summary, outputs. */
  readonly text: string
  /** How long it took, in ms of virtual time. */
  readonly tookMs: number
  /** When it ended. */
  readonly endedAt: number
}

/** Longest that a step may take beyond its timeout: finding, patience and the results have times of their own. */
const BEYOND_TIMEOUT_MS = 40 * 60_000
const MOST_REQUESTS = 600

/** The id that the server gives a run. */
const shownId = ({ shape }: Plan, id: string): string =>
  shape.ids === 'number' ? String(Number.parseInt(id.slice(0, 8), 16)) : id

/** What a step broke, in words; empty where it broke nothing. */
export function violations(plan: Plan, api: FuzzApi, seen: Seen, timeoutMs: number): string[] {
  const { truth, benign } = plan
  const { told, text } = seen
  const verdict = seen.outputs.verdict ?? 'none'
  const broken: string[] = []
  const never = (what: string, isSo: boolean): void => {
    if (isSo) broken.push(what)
  }
  const own = api.runs.filter((run) => run.own)
  const [judged] = told.runs
  const isOwn = judged?.run !== undefined && own.some(({ id }) => shownId(plan, id) === judged.run)
  const green = verdict === 'passed' || verdict === 'warned'
  const known = isOwn || !judged?.presumed
  never('green although the truth does not pass', green && known && truth.verdict !== 'passed')
  never('green on another run without a word', green && !isOwn && !judged?.presumed)
  never('green on a part of the endpoints', green && isOwn && judged?.endpoints !== truth.endpoints.length)
  never('red although the truth passes', ['failed', 'run-failed'].includes(verdict) && known && truth.verdict === 'passed')
  never('another verdict than the truth’s', benign && verdict !== truth.verdict && !(truth.verdict === 'passed' && green))
  never('more runs than one, and those that confirm a breach', own.length > 1 + plan.confirm)
  never('an exit code that the verdict does not explain', green !== (seen.exitCode === 0))
  never('a bug that shows', /Internal error/.test(text))
  never('the key shows', text.includes(KEY))
  never('it takes too long', seen.tookMs > (1 + plan.confirm) * (timeoutMs + BEYOND_TIMEOUT_MS))
  never('too many requests', api.requests > (1 + plan.confirm) * MOST_REQUESTS)
  never(
    'a run is left going without a word',
    own.some((run) => api.isGoing(run, seen.endedAt) && !text.includes(shownId(plan, run.id))) &&
      !/may still be running|may be going|not started a second time/.test(text),
  )
  return broken
} // prettier-ignore
