// The runs of several report.json files as a baseline. One run may stand in several files: as it was started, as it was followed, as it was judged again.
import { isSameId } from '../apis/http/fields.ts'
import { Failure } from '../base/failure.ts'
import { optional } from '../base/fields.ts'
import type { Files } from '../base/files.ts'
import { plain } from '../base/text.ts'
import type { Baseline } from '../report/known.ts'
import type { EarlierRun } from '../thresholds/reference.ts'
import { type HistoryTarget, historyOf, kept } from './baseline-history.ts'
import { whyNotComparable } from './comparable.ts'
import type { Looked } from './earlier-runs.ts'
import { MAX_BASELINE_BYTES, type RecordedRun, readReportFile } from './recorded-runs.ts'
import { factsOfRun } from './run-facts.ts'

/** Most files that are looked at. */
const MAX_FILES = 500

/** Verdicts on runs that were not run to their end, or not read whole. */
const UNSOUND: readonly string[] = ['cancelled', 'timed-out', 'error', 'run-failed', 'not-run']

/** What one file tells of a run, kept small: what is taken of it, or why it does not count. */
type FileRun = Looked<EarlierRun> & Pick<RecordedRun, 'runId' | 'at' | 'breached'> & { file: string }

/** The runs of all report.json files that a pattern matches, as far as they are of the test. */
export function recordedHistory(pattern: string, target: HistoryTarget, files: Pick<Files, 'read' | 'list'>): Baseline {
  const all = files.list(pattern, MAX_FILES + 1)
  if (all.length === 0) return historyOf({ good: [], leftOut: [`no file matches ${plain(pattern, 120)}`] })
  const found = all.slice(-MAX_FILES).map((path) => readFile(path, target, files))
  const records = found.flatMap((one) => one.runs)
  const byRun = Map.groupBy(records, (record) => record.runId?.toLowerCase() ?? record)
  const runs = [...byRun.values()].map(together).toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0))
  return historyOf({
    good: runs.flatMap(({ taken, why }) => (taken && why === undefined ? taken : [])),
    apart: runs.flatMap(({ taken, why }) => (taken && why !== undefined ? taken : [])),
    leftOut: [
      ...(all.length > MAX_FILES ? [`of more than ${MAX_FILES} files the first by name were not read`] : []),
      ...found.flatMap(({ why }) => why ?? []),
      ...runs.flatMap(({ why }) => why ?? []),
    ],
  })
}

/** The runs of this test in one file, but for the judged one, or why there are none. */
function readFile(
  path: string,
  target: HistoryTarget,
  files: Pick<Files, 'read'>,
): { runs: readonly FileRun[]; why?: string } {
  const file = plain(path, 120)
  try {
    const text = files.read(path, MAX_BASELINE_BYTES)
    const same = text === undefined ? [] : readReportFile(text, path).filter((run) => isOfTest(run, target))
    if (same.length === 0) return { runs: [], why: `${file} has no run of this test` }
    const others = same.filter(({ runId }) => runId === undefined || !isSameId(runId, target.runId))
    const runs = others.map((run): FileRun => {
      const { runId, at, breached } = run
      return { file, breached, ...optional({ runId, at }), ...look(run, target) }
    })
    return { runs }
  } catch (error) {
    // The message of a Failure names the file.
    const why = plain(error instanceof Error ? error.message : String(error)).replace(/\.$/, '')
    return { runs: [], why: error instanceof Failure ? why : `${file} cannot be read: ${why}` }
  }
}

function isOfTest({ testId, testAsked }: RecordedRun, { testId: own, asked }: HistoryTarget): boolean {
  return testId === undefined ? testAsked === asked : isSameId(testId, own)
}

/** What is taken of a recorded run, or why it does not count, as it reads after the file's name. */
function look(
  { runId, status, verdict, subject, at, ...run }: RecordedRun,
  { facts, thresholds }: HistoryTarget,
): Looked<EarlierRun> {
  if (runId === undefined) return { why: 'contains no run id, so it may be a copy of another' }
  if (verdict !== undefined && UNSOUND.includes(verdict)) return { why: `was judged ${verdict}` }
  if (status !== undefined && status !== 'COMPLETED') return { why: `is ${plain(status, 40)}` }
  if (!subject) return { why: 'has no results' }
  if (at !== undefined && facts.createdAt !== undefined && at > facts.createdAt) return { why: 'is of a later run' }
  const why = whyNotComparable(factsOfRun(subject.run, { size: subject.measurements.size, ...run }), facts)
  return why === undefined
    ? { taken: kept(subject, thresholds, { id: runId, ...optional({ createdAt: at }) }) }
    : { why }
}

/**
 * What is taken of a run, by the first record of it that counts. Where any record says that the run broke a threshold, that is told beside it: what the gate
 * itself found bad must not become what is good by coming often enough.
 */
function together(records: readonly FileRun[]): { at?: number; taken?: EarlierRun; why?: string } {
  const [first] = records
  const fit = records.find(({ taken }) => taken !== undefined)
  const broken = records.find(({ breached }) => breached)
  const why = fit ? broken && `${broken.file} breached a threshold` : first && `${first.file} ${first.why ?? ''}`
  return optional({ at: (fit ?? first)?.at, taken: fit?.taken, why })
}
