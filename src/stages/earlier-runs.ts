// The earlier runs of a test, and which of them another run can be compared with.
import type { CallMeter } from '../apis/callmeter/client.ts'
import { isSameId } from '../apis/http/fields.ts'
import { readItems } from '../apis/http/paged-list.ts'
import type { Scope } from '../apis/http/retry.ts'
import { formatDuration } from '../base/duration.ts'
import { counted, plain } from '../base/text.ts'
import { type Run, endedEarly } from '../model/run.ts'

/** Most pages of earlier runs that are looked through. */
const MAX_PAGES = 5

/** Planned lengths this much apart are of two plans; less apart they may be lengths that a run tells as its plan. */
const PLAN_TOLERANCE = 0.1

/** A run, and how many endpoints it has where that was read. */
export interface SizedRun {
  run: Pick<Run, 'status' | 'plannedSeconds' | 'startedAt' | 'completedAt' | 'endpointCount'>
  size?: number
}

/** Why an earlier run is nothing to compare with, as it reads after its name; undefined where it is. */
export function whyNotCounted(earlier: SizedRun, now: SizedRun): string | undefined {
  const { run } = earlier
  if (run.status !== 'COMPLETED') return `is ${plain(run.status, 40)}`
  if (endedEarly(run)) return 'was cut short'
  const [then, today] = [run.plannedSeconds, now.run.plannedSeconds]
  if (then && today && Math.abs(then - today) > PLAN_TOLERANCE * Math.max(then, today))
    return `was planned for ${formatDuration(then * 1_000)} instead of ${formatDuration(today * 1_000)}`
  // Counts of one kind are held against each other: the API may count otherwise than its rows.
  for (const [before, since] of [[run.endpointCount, now.run.endpointCount], [earlier.size, now.size]])
    if (before && since !== undefined && before !== since) return `has ${counted(before, 'endpoint')} instead of ${since}`
  return undefined
} // prettier-ignore

/** Which run is judged, of which test. */
export interface JudgedRun {
  projectId: string
  testId: string
  runId: string
}

/**
 * The runs of the test before this one, the newest first, read until there are enough of them or the list ends. That the list is of this test alone, and
 * newest first, is assumed; both are looked at again here. Undefined where the list breaks off before this run has come by: a run in it may be a later one.
 */
export async function listEarlierRuns(
  { projectId, testId, runId }: JudgedRun,
  isEnough: (runs: readonly Run[]) => boolean,
  scope: Scope,
  api: CallMeter,
): Promise<Run[] | undefined> {
  const ownIn = (runs: readonly Run[]): Run | undefined => runs.find(({ id }) => isSameId(id ?? '', runId))
  const earlierIn = (runs: readonly Run[]): Run[] => {
    const own = ownIn(runs)
    return runs
      .filter(
        (run) =>
          run.id !== undefined &&
          run !== own &&
          (run.testId === undefined || isSameId(run.testId, testId)) &&
          !(own?.createdAt !== undefined && run.createdAt !== undefined && run.createdAt > own.createdAt),
      )
      .toSorted((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0))
  }
  const { items, brokenOff } = await readItems(
    { read: ({ page }) => api.listRuns(projectId, testId, page, scope), maxPages: MAX_PAGES, trusting: true },
    (runs) => ownIn(runs) !== undefined && isEnough(earlierIn(runs)),
  )
  return brokenOff === undefined ? earlierIn(items) : undefined
}
