// Several earlier runs as a baseline: each is read once, and of it is kept what it measured of each threshold.
import type { CallMeter } from '../apis/callmeter/client.ts'
import { isSameId } from '../apis/http/fields.ts'
import type { Scope } from '../apis/http/retry.ts'
import { Failure, explain } from '../base/failure.ts'
import { optional } from '../base/fields.ts'
import type { Files } from '../base/files.ts'
import { inParallel } from '../base/parallel.ts'
import { counted, plain } from '../base/text.ts'
import type { Run } from '../model/run.ts'
import { type Absence, type Subject, isAbsence, missing } from '../model/subject.ts'
import type { Baseline } from '../report/known.ts'
import { measuredSides } from '../thresholds/evaluate.ts'
import { type EarlierRun, LEAST_RUNS } from '../thresholds/reference.ts'
import { type Threshold, partsOf } from '../thresholds/syntax.ts'
import { type JudgedRun, listEarlierRuns, whyNotCounted } from './earlier-runs.ts'
import { MAX_BASELINE_BYTES, type RecordedRun, readReportFile } from './recorded-runs.ts'

/** Most runs of a history, and most files that are looked at for them. */
const MAX_RUNS = 50
const MAX_FILES = 500
/** How many runs are read at once. */
const AT_ONCE = 4
/** Most runs that are named of those that do not count. */
const MAX_NAMED = 5

/** The run that is judged, and the thresholds that it is judged by. */
export interface HistoryTarget extends JudgedRun {
  /** The test as the workflow names it. */
  asked: string
  subject: Pick<Subject, 'run' | 'measurements'>
  thresholds: readonly Threshold[]
}

/** Reads one earlier run: its detail, where that has to be read, and its results. */
export type ReadEarlier = (run: Run, withDetail: boolean, scope: Scope) => Promise<Subject>

/** A run that was looked at: kept, or why it does not count, in words; one that is only shown is both. */
type Looked = { kept: EarlierRun; why?: string } | { kept?: undefined; why: string }

/** The newest so many earlier runs of the test that completed whole. A failure of the list of runs is thrown. */
export async function lastRuns(
  count: number,
  target: HistoryTarget,
  scope: Scope,
  { api, read }: { api: CallMeter; read: ReadEarlier },
): Promise<Baseline | Absence> {
  const { subject, thresholds } = target
  const now = { run: subject.run }
  const isGood = (run: Run): boolean => whyNotCounted({ run }, now) === undefined
  const listed = await listEarlierRuns(target, (runs) => runs.filter(isGood).length >= count, scope, api)
  if (!listed) return missing('the list of runs broke off before this run came by, so earlier ones cannot be told')
  const oldest = listed.filter(isGood)[count - 1] ?? listed.at(-1)
  const looked = listed.slice(0, oldest ? listed.indexOf(oldest) + 1 : 0)
  const needsDetail = thresholds.some(({ left, right }) =>
    [...partsOf(left), ...partsOf(right)].some(({ kind }) => kind === 'run'),
  )
  const found = await inParallel(looked, AT_ONCE, async (run): Promise<Looked> => {
    const name = `run ${plain(run.id ?? '', 80)}`
    const why = whyNotCounted({ run }, now)
    if (why !== undefined) return { why: `${name} ${why}` }
    try {
      const isBare = run.completedAt === undefined || run.startedAt === undefined
      return keptOrNot(name, await read(run, needsDetail || isBare, scope), target, run)
    } catch (error) {
      if (!(error instanceof Failure) || error.kind === 'aborted') throw error
      return { why: `${name} could not be read: ${explain(error).replace(/\.$/, '')}` }
    }
  })
  return historyOf(found.toReversed())
}

/** The runs of all report.json files that a pattern matches, as far as they are of the test. */
export function recordedHistory(
  pattern: string,
  target: HistoryTarget,
  files: Pick<Files, 'read' | 'list'>,
): Baseline | Absence {
  const paths = files.list(pattern, MAX_FILES)
  if (paths.length === 0) return historyOf([{ why: `no file matches ${plain(pattern, 120)}` }])
  const ids = new Set([target.runId.toLowerCase()])
  const found = paths.flatMap((path): Looked[] => {
    const name = plain(path, 120)
    try {
      const text = files.read(path, MAX_BASELINE_BYTES)
      const same = text === undefined ? [] : readReportFile(text, path).filter((run) => isOfTest(run, target))
      const fresh = same.filter(({ runId }) => runId === undefined || !ids.has(runId.toLowerCase()))
      for (const { runId } of fresh) if (runId !== undefined) ids.add(runId.toLowerCase())
      if (fresh.length > 0) return fresh.map((run) => recorded(name, run, target))
      return same.length > 0 ? [] : [{ why: `${name} has no run of this test` }]
    } catch (error) {
      // The message of a Failure names the file.
      const why = plain(error instanceof Error ? error.message : String(error)).replace(/\.$/, '')
      return [{ why: error instanceof Failure ? why : `${name} cannot be read: ${why}` }]
    }
  })
  const at = ({ kept }: Looked): number => kept?.at ?? 0
  return historyOf(found.toSorted((a, b) => at(a) - at(b)))
}

function isOfTest({ testId, testAsked }: RecordedRun, target: HistoryTarget): boolean {
  return testId === undefined ? testAsked === target.asked : isSameId(testId, target.testId)
}

/** Verdicts on runs that were not run to their end, or not read whole. */
const UNSOUND: readonly string[] = ['cancelled', 'timed-out', 'error', 'not-run']

function recorded(
  name: string,
  { runId, status, verdict, subject, at, breached }: RecordedRun,
  target: HistoryTarget,
): Looked {
  if (verdict !== undefined && UNSOUND.includes(verdict)) return { why: `${name} was judged ${verdict}` }
  if (!subject)
    return {
      why: `${name} ${status === undefined || status === 'COMPLETED' ? 'has no results' : `is ${plain(status, 40)}`}`,
    }
  const looked = keptOrNot(name, subject, target, optional({ id: runId, createdAt: at }))
  // What the gate itself found bad must not become what is good by coming often enough.
  return looked.kept && breached ? { kept: { ...looked.kept, apart: true }, why: `${name} broke a threshold` } : looked
}

/** What a run measured of each threshold, unless it is of another plan. */
function keptOrNot(
  name: string,
  subject: Subject,
  { subject: now, thresholds }: HistoryTarget,
  { id, createdAt }: Pick<Run, 'id' | 'createdAt'>,
): Looked {
  const sized = { run: now.run, size: now.measurements.size }
  const why = whyNotCounted({ run: subject.run, size: subject.measurements.size }, sized)
  if (why !== undefined) return { why: `${name} ${why}` }
  const values = measuredSides(thresholds, subject).map((found) =>
    isAbsence(found) ? found : { value: found.value, unit: found.unit },
  )
  const at = createdAt ?? subject.run.createdAt ?? subject.run.startedAt ?? subject.run.completedAt
  return { kept: { values, ...optional({ runId: id, at }) } }
}

/** The history of runs that were looked at, the oldest first. */
function historyOf(looked: readonly Looked[]): Baseline {
  const runs = looked.flatMap(({ kept }) => kept ?? []).slice(-MAX_RUNS)
  const others = looked.flatMap(({ why }) => why ?? [])
  const more = others.length > MAX_NAMED ? ` And ${others.length - MAX_NAMED} more.` : ''
  return {
    name: historyName(runs.filter(({ apart }) => !apart)),
    runs,
    ...(others.length > 0 ? { leftOut: `${others.slice(0, MAX_NAMED).join('; ')}.${more}` } : {}),
  }
}

function historyName(runs: readonly EarlierRun[]): string {
  const days = [runs[0]?.at, runs.at(-1)?.at].map((at) =>
    at === undefined ? '' : new Date(at).toISOString().slice(0, 10),
  )
  const [first = '', last = ''] = days
  const when = first && last ? (first === last ? ` of ${first}` : ` from ${first} to ${last}`) : ''
  return `${runs.length < LEAST_RUNS ? '' : 'the median of '}${counted(runs.length, 'earlier run')}${when}`
}
