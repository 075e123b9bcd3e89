import type { CallMeter } from '../apis/callmeter/client.ts'
import { Failure } from '../base/failure.ts'
import type { Scope } from '../apis/http/retry.ts'
import type { Run } from '../model/run.ts'

/** Most earlier runs that are looked at. */
const MAX_RUNS = 10

/**
 * How long the latest completed runs of a test were running, in ms, other than this one. None where the API does not tell: that runs are listed
 * is assumed, and nothing that matters depends on it, so it is asked once and without patience.
 */
export async function lengthsOfEarlierRuns(
  { projectId, testId, runId }: { projectId: string; testId: string | undefined; runId: string },
  scope: Scope,
  api: CallMeter,
): Promise<number[]> {
  if (testId === undefined) return []
  let runs: Run[]
  try {
    runs = (await api.listRuns(projectId, testId, 1, { ...scope, patienceMs: 0 })).items
  } catch (error) {
    if (!(error instanceof Failure) || error.kind === 'aborted') throw error
    return []
  }
  return runs
    .filter(
      (run) => run.id !== runId && run.status === 'COMPLETED' && (run.testId === undefined || run.testId === testId),
    )
    .flatMap(({ startedAt, completedAt }) =>
      startedAt === undefined || completedAt === undefined || completedAt < startedAt ? [] : [completedAt - startedAt],
    )
    .slice(0, MAX_RUNS)
}
