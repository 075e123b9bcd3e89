// How long earlier runs of a test were running.
import type { CallMeter } from '../apis/callmeter/client.ts'
import { isSameId } from '../apis/http/fields.ts'
import type { Scope } from '../apis/http/retry.ts'
import { Failure } from '../base/failure.ts'
import { optional } from '../base/fields.ts'
import type { Run } from '../model/run.ts'

/** Most earlier runs that are looked at. */
const MAX_RUNS = 20

/** How long an earlier run was running, and was planned to, in ms. */
export interface RunLength {
  lengthMs: number
  plannedMs?: number
}

/** The latest runs of a test that completed, of those in a list, newest first; `runId` is not one of them. */
export function runLengths(runs: readonly Run[], { testId, runId }: { testId: string; runId?: string }): RunLength[] {
  return runs
    .filter(
      (run) =>
        run.status === 'COMPLETED' &&
        (runId === undefined || run.id !== runId) &&
        (run.testId === undefined || isSameId(run.testId, testId)),
    )
    .flatMap(({ startedAt, completedAt, plannedSeconds }) =>
      startedAt === undefined || completedAt === undefined || completedAt < startedAt
        ? []
        : [
            {
              lengthMs: completedAt - startedAt,
              ...optional({ plannedMs: plannedSeconds && plannedSeconds * 1_000 }),
            },
          ],
    )
    .slice(0, MAX_RUNS)
}

/**
 * As `runLengths`, of the test's list of runs. None where the API does not tell: that runs are listed is assumed, and nothing that matters depends on it,
 * so it is asked once and without patience.
 */
export async function readRunLengths(
  { projectId, testId, runId }: { projectId: string; testId: string | undefined; runId: string },
  scope: Scope,
  api: CallMeter,
): Promise<RunLength[]> {
  if (testId === undefined) return []
  try {
    const { items } = await api.listRuns(projectId, testId, 1, { ...scope, patienceMs: 0 })
    return runLengths(items, { testId, runId })
  } catch (error) {
    if (!(error instanceof Failure) || error.kind === 'aborted') throw error
    return []
  }
}

/** The lengths that earlier runs let expect of one of this plan, in ms: each took so much longer or shorter than its own. */
export function expectedLengths(earlier: readonly RunLength[], plannedMs: number | undefined): number[] {
  return earlier
    .map((run) => run.lengthMs + (plannedMs === undefined ? 0 : plannedMs - (run.plannedMs ?? plannedMs)))
    .filter((lengthMs) => lengthMs > 0)
}
