// The runs of a test before the one that is judged, the newest first, each looked at until enough of them are fit to be compared with.
import type { CallMeterReader } from '../apis/callmeter/client.ts'
import { isSameId } from '../apis/http/fields.ts'
import { readItems } from '../apis/http/paged-list.ts'
import type { Scope } from '../apis/http/retry.ts'
import { Failure, explain } from '../base/failure.ts'
import { optional } from '../base/fields.ts'
import { inParallel } from '../base/parallel.ts'
import { type Absence, isAbsence, missing } from '../model/subject.ts'
import type { Run } from '../model/run.ts'
import { type RunFacts, factsOfRun } from './run-facts.ts'

/** Most pages of earlier runs that are looked through. */
const MAX_PAGES = 5
/** How many runs are looked at at once. */
const AT_ONCE = 4
/** How many runs may be read that turn out to be no measure, beside those that are asked for. */
const MAX_UNFIT = 20

/** Which run is judged, of which test, and what is known of it. */
export interface JudgedRun {
  projectId: string
  /** Empty where nobody tells. */
  testId: string
  runId: string
  facts: RunFacts
}

/** A run that was looked at: what is taken of it, or why it does not count, as it reads after its name. */
export type Looked<T> = { taken: T; why?: undefined } | { taken?: undefined; why: string }

/** How earlier runs are looked at. */
export interface EarlierRunRules<T> {
  /** Why a run of these facts does not count, as it reads after its name. */
  why: (facts: RunFacts) => string | undefined
  /** Whether the detail of each is needed, whatever the list tells. */
  needsDetail: boolean
  /** Whether one that cannot be read is left out; else its failure is thrown. */
  mayFail: boolean
  /** Reads what is taken of a run, and says where that speaks against it. */
  take: (run: Run) => Promise<Looked<T>>
}

/** A run as it is listed, and whether it stands behind the judged one, which is not known where that is not listed. */
interface Listed {
  run: Run
  isBehind: boolean | undefined
}

/**
 * The newest `count` earlier runs that count, and those between them that do not, by name and reason, the newest first. A list that cannot be read is
 * thrown as a failure, or told as missing.
 */
export async function findEarlierRuns<T>(
  { count, ...judged }: JudgedRun & { count: number },
  rules: EarlierRunRules<T>,
  scope: Scope,
  api: CallMeterReader,
): Promise<(Looked<T> & { run: Run })[] | Absence> {
  if (!judged.testId) return missing('the test of this run is unknown, and so are its earlier runs')
  const looked: (Looked<T> & { run: Run })[] = []
  const lacking = (): number => count - looked.filter(({ taken }) => taken !== undefined).length
  const isNew = ({ run }: Listed): boolean => !looked.some((one) => isSameId(one.run.id ?? '', run.id ?? ''))
  let toRead = count + MAX_UNFIT
  let wanted = count
  for (;;) {
    const isEnough = (facts: readonly RunFacts[]): boolean =>
      facts.filter((one) => rules.why(one) === undefined).length >= wanted
    const listed = await listEarlierRuns(judged, isEnough, scope, api)
    if (isAbsence(listed)) return listed
    const left = listed.runs.filter(isNew)
    while (left.length > 0 && toRead > 0 && lacking() > 0) {
      const next = left.splice(0, Math.min(AT_ONCE, toRead, lacking()))
      const found = await inParallel(next, AT_ONCE, (one) => look(one, listed.judged, rules, { scope, api }))
      toRead -= found.filter(({ wasRead }) => wasRead).length
      looked.push(...found)
    }
    if (listed.isAll || toRead === 0 || lacking() === 0) return looked
    wanted = looked.length + lacking()
  }
}

/** Looks at one run: by what the list tells, else by its detail, and takes what is wanted of it. */
async function look<T>(
  { run: row, isBehind }: Listed,
  judged: JudgedRun,
  rules: EarlierRunRules<T>,
  { scope, api }: { scope: Scope; api: CallMeterReader },
): Promise<Looked<T> & { run: Run; wasRead: boolean }> {
  const byList = rules.why(factsOfRun(row))
  if (byList !== undefined) return { run: row, why: byList, wasRead: false }
  try {
    const isBare = [row.createdAt, row.startedAt, row.completedAt].includes(undefined)
    const { projectId } = judged
    const run = rules.needsDetail || isBare ? { ...row, ...(await api.getRun(projectId, row.id ?? '', scope)) } : row
    const why = whyNotEarlier(run, judged, isBehind) ?? rules.why(factsOfRun(run))
    return { run, wasRead: true, ...(why === undefined ? await rules.take(run) : { why }) }
  } catch (error) {
    if (!(error instanceof Failure) || error.kind === 'aborted' || !rules.mayFail) throw error
    return { run: row, why: `could not be read: ${explain(error).replace(/\.$/, '')}`, wasRead: true }
  }
}

/** Why a run is no earlier one of the test; undefined where it is for certain. */
function whyNotEarlier(
  { testId, createdAt }: Run,
  judged: JudgedRun,
  isBehind: boolean | undefined,
): string | undefined {
  if (testId !== undefined && !isSameId(testId, judged.testId)) return 'is of another test'
  const isEarlier = wasEarlier(createdAt, judged.facts.createdAt, isBehind)
  if (isEarlier) return undefined
  return isEarlier === undefined ? 'may have been started later' : 'was started later'
}

/** Whether a run was created before the judged one: by their times, and where these do not tell, by their places in the list. Undefined: nobody tells. */
function wasEarlier(
  at: number | undefined,
  own: number | undefined,
  isBehind: boolean | undefined,
): boolean | undefined {
  return at === undefined || own === undefined || at === own ? isBehind : at < own
}

/**
 * The listed runs of the test that may be earlier than the judged one, the newest first, read until so many of them count by what the list tells, or the list
 * ends; and the judged run, with what the list adds to it. That the list is of this test alone, and newest first, is assumed; both are looked at again. Missing
 * where the list breaks off before the judged run has come by: a run in it may be a later one.
 */
async function listEarlierRuns(
  judged: JudgedRun,
  isEnough: (counting: readonly RunFacts[]) => boolean,
  scope: Scope,
  api: CallMeterReader,
): Promise<{ runs: Listed[]; isAll: boolean; judged: JudgedRun } | Absence> {
  const { projectId, testId, runId, facts } = judged
  const placeIn = (runs: readonly Run[]): number => runs.findIndex(({ id }) => isSameId(id ?? '', runId))
  const withTime = (runs: readonly Run[]): JudgedRun => {
    const createdAt = facts.createdAt ?? runs[placeIn(runs)]?.createdAt
    return { ...judged, facts: { ...facts, ...optional({ createdAt }) } }
  }
  const earlierIn = (runs: readonly Run[]): Listed[] => {
    const [place, now] = [placeIn(runs), withTime(runs)]
    const earlier = runs.flatMap((run, i): Listed[] => {
      const isBehind = place < 0 ? undefined : i > place
      const isOther = run.testId !== undefined && !isSameId(run.testId, testId)
      const isLater = wasEarlier(run.createdAt, now.facts.createdAt, isBehind) === false
      return run.id === undefined || i === place || isOther || isLater ? [] : [{ run, isBehind }]
    })
    // A list that does not tell all times can only be in its own order.
    if (earlier.some(({ run }) => run.createdAt === undefined)) return earlier
    return earlier.toSorted((a, b) => (b.run.createdAt ?? 0) - (a.run.createdAt ?? 0))
  }
  let isAll = true
  const { items, brokenOff } = await readItems(
    { read: ({ page }) => api.listRuns(projectId, testId, page, scope), maxPages: MAX_PAGES, trusting: true },
    (runs) => {
      isAll = placeIn(runs) < 0 || !isEnough(earlierIn(runs).map(({ run }) => factsOfRun(run)))
      return !isAll
    },
  )
  if (brokenOff !== undefined && placeIn(items) < 0)
    return missing('the list of runs ended before this run, so earlier runs are unknown')
  return { runs: earlierIn(items), isAll, judged: withTime(items) }
}
