// Several earlier runs as a baseline: each is read once, and of it is kept what it measured of each threshold.
import type { CallMeterReader } from '../apis/callmeter/client.ts'
import type { Scope } from '../apis/http/retry.ts'
import { optional } from '../base/fields.ts'
import { counted, plain } from '../base/text.ts'
import type { Run } from '../model/run.ts'
import { type Absence, type Subject, isAbsence, missing } from '../model/subject.ts'
import type { Baseline } from '../report/known.ts'
import { measuredSides } from '../thresholds/evaluate.ts'
import { type EarlierRun, LEAST_RUNS } from '../thresholds/reference.ts'
import { type Threshold, partsOf } from '../thresholds/syntax.ts'
import { whyNotComparable } from './comparable.ts'
import { type JudgedRun, findEarlierRuns } from './earlier-runs.ts'
import { factsOfRun } from './run-facts.ts'

/** Most runs of a history. */
const MAX_RUNS = 50
/** Most runs that are named of those that do not count. */
const MAX_NAMED = 5

/** The run that is judged, and the thresholds that it is judged by. */
export interface HistoryTarget extends JudgedRun {
  /** The test as the workflow names it. */
  asked: string
  thresholds: readonly Threshold[]
}

/** Reads what an earlier run measured. */
export type ReadEarlier = (run: Run, scope: Scope) => Promise<Subject>

/** The newest so many earlier runs of the test that completed whole. A failure of the list of runs is thrown. */
export async function lastRuns(
  count: number,
  target: HistoryTarget,
  scope: Scope,
  { api, read }: { api: CallMeterReader; read: ReadEarlier },
): Promise<Baseline | Absence> {
  const { facts, thresholds } = target
  const needsDetail = thresholds.some(({ left, right }) =>
    [...partsOf(left), ...partsOf(right)].some(({ kind }) => kind === 'run'),
  )
  const found = await findEarlierRuns<EarlierRun>(
    { ...target, count },
    {
      why: (earlier) => whyNotComparable(earlier, facts),
      needsDetail,
      mayFail: true,
      take: async (run) => {
        const subject = await read(run, scope)
        const why = whyNotComparable(factsOfRun(run, { size: subject.measurements.size }), facts)
        return why === undefined ? { taken: kept(subject, thresholds, optional({ id: run.id })) } : { why }
      },
    },
    scope,
    api,
  )
  if (isAbsence(found)) return found
  const oldestFirst = found.toReversed()
  return historyOf({
    good: oldestFirst.flatMap(({ taken }) => taken ?? []),
    leftOut: oldestFirst.flatMap(({ run, why }) => (why === undefined ? [] : `run ${plain(run.id ?? '', 80)} ${why}`)),
  })
}

/** What a run measured of each threshold. A value that is no number, such as 0 divided by 0, is none. */
export function kept(
  subject: Subject,
  thresholds: readonly Threshold[],
  { id, createdAt }: Pick<Run, 'id' | 'createdAt'>,
): EarlierRun {
  const values = measuredSides(thresholds, subject).map((found) => {
    if (isAbsence(found)) return found
    const { value, unit } = found
    return Number.isFinite(value) ? { value, unit } : missing(`it measured ${value}`)
  })
  const { run } = subject
  return { values, ...optional({ runId: id, at: createdAt ?? run.createdAt ?? run.startedAt ?? run.completedAt }) }
}

/** Runs that were looked at, the oldest first: those that count, those that are only shown, and why others are left out. */
export interface LookedAt {
  good: readonly EarlierRun[]
  apart?: readonly EarlierRun[]
  leftOut: readonly string[]
}

/** The history of runs that were looked at: the newest that count, and what is shown beside them. */
export function historyOf({ good, apart = [], leftOut }: LookedAt): Baseline {
  const counting = good.slice(-MAX_RUNS)
  const since = counting[0]?.at ?? Number.NEGATIVE_INFINITY
  const beside = apart.filter(({ at = since }) => at >= since).slice(-MAX_RUNS)
  const shown = beside.map((run): EarlierRun => ({ ...run, apart: true }))
  const more = leftOut.length > MAX_NAMED ? ` And ${leftOut.length - MAX_NAMED} more.` : ''
  return {
    name: historyName(counting),
    runs: [...counting, ...shown].toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0)),
    ...(leftOut.length > 0 ? { leftOut: `${leftOut.slice(0, MAX_NAMED).join('; ')}.${more}` } : {}),
  }
}

function historyName(runs: readonly EarlierRun[]): string {
  const days = [runs[0]?.at, runs.at(-1)?.at].map((at) =>
    at === undefined ? '' : new Date(at).toISOString().slice(0, 10),
  )
  const [first = '', last = ''] = days
  const when = first && last ? (first === last ? ` of ${first}` : ` from ${first} to ${last}`) : ''
  const places = (runs[0]?.values ?? []).map((_, i) => i)
  const isTaken = places.some(
    (i) => runs.filter(({ values }) => values[i] && !isAbsence(values[i])).length >= LEAST_RUNS,
  )
  return `${isTaken ? 'the median of ' : ''}${counted(runs.length, 'earlier run')}${when}`
}
