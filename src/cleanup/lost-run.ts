// Finding a run whose start was never confirmed: the request went out, the answer did not come back.
import type { CallMeter } from '../apis/callmeter/client.ts'
import type { JobRuns } from './job-runs.ts'
import type { Clock } from '../base/clock.ts'
import { Failure, explain } from '../base/failure.ts'
import type { OpenRun } from './open-runs.ts'
import type { Log } from '../base/log.ts'
import { readItems } from '../apis/http/paged-list.ts'
import type { Scope } from '../apis/http/retry.ts'
import type { Run } from '../model/run.ts'
import { plain } from '../base/text.ts'

/** How long a run is looked for that may have been started, in ms. A gateway that gave up may pass the request on a little later. */
export const LOOK_FOR_MS = 60_000
const LOOK_EVERY_MS = 5_000
/** The server's clock is known to a second, from the `Date` header, and may differ between its machines by as much. */
const CLOCK_TOLERANCE_MS = 2_000
const MAX_PAGES = 3

export interface LostRunTools {
  api: CallMeter
  jobRuns: JobRuns
  clock: Clock
  log: Log
}

/**
 * The one run of the test that was created since the trigger. Undefined where none appears in time. Throws `incomplete` where there are
 * several, naming them: which is this step's cannot be told, so none is touched. Throws where runs cannot be listed.
 */
export async function findStartedRun(
  run: OpenRun,
  scope: Scope,
  { api, jobRuns, clock, log }: LostRunTools,
): Promise<Run | undefined> {
  const until = Math.min(clock.now() + LOOK_FOR_MS, scope.deadline)
  for (;;) {
    const recent = await runsSince(run, scope, api)
    const found = recent.filter(({ id }) => id !== undefined && !jobRuns.takenElsewhere(id))
    if (found.length > 1) {
      const candidates = found.map(
        ({ id, createdAt }) =>
          `${plain(id ?? '', 80)} (${createdAt === undefined ? 'time unknown' : new Date(createdAt).toISOString()})`,
      )
      throw new Failure(
        'incomplete',
        `Several runs of the test were started in the same moment: ${candidates.slice(0, 10).join(', ')}. Which of them is this step's cannot be told.`,
        {
          advice: 'Look at them in CallMeter and stop the one that nobody waits for.',
        },
      )
    }
    if (found[0] || clock.now() + LOOK_EVERY_MS > until || scope.signal?.aborted) return found[0]
    log.info(`No run of the test since then can be seen yet; looking again in ${LOOK_EVERY_MS / 1_000} s`)
    await clock.sleep(LOOK_EVERY_MS, scope.signal)
  }
}

/** The test's runs since it was triggered. */
async function runsSince({ projectId, testId, since }: OpenRun, scope: Scope, api: CallMeter): Promise<Run[]> {
  const isRecent = (run: Run): boolean =>
    run.id !== undefined &&
    (run.testId === undefined || run.testId === testId) &&
    run.createdAt !== undefined &&
    run.createdAt >= since - CLOCK_TOLERANCE_MS
  try {
    const { items } = await readItems(
      {
        read: ({ page }) => api.listRuns(projectId, testId, page, scope),
        maxPages: MAX_PAGES,
        trusting: true,
      },
      // Newest first is assumed; a page with other runs ends the search either way.
      (runs) => !runs.every(isRecent),
    )
    return items.filter(isRecent)
  } catch (error) {
    if (!(error instanceof Failure) || error.kind === 'aborted') throw error
    throw new Failure(
      error.kind,
      `The test's runs cannot be listed to see whether one was started: ${explain(error)}`,
      { cause: error },
    )
  }
}
