// Finding a run whose start was never confirmed: the request went out, the answer did not come back.
import type { CallMeter } from '../apis/callmeter/client.ts'
import { readItems } from '../apis/http/paged-list.ts'
import type { Scope } from '../apis/http/retry.ts'
import type { Clock } from '../base/clock.ts'
import { Failure, explain } from '../base/failure.ts'
import type { Log } from '../base/log.ts'
import { plain } from '../base/text.ts'
import type { Run } from '../model/run.ts'
import type { Evidence } from '../model/watched.ts'
import { gradeOf, isNamed, standingOf } from './evidence.ts'
import type { JobRuns } from './job-runs.ts'
import type { NamedRun, OpenRun } from './open-runs.ts'

/** How long a run is looked for that may have been started, in ms. A gateway that gave up may pass the request on a little later. */
export const LOOK_FOR_MS = 60_000
/** How long it is looked on once there is one, in ms, so that a second one shows: then neither is taken. */
export const LOOK_ON_MS = 15_000
const LOOK_EVERY_MS = 5_000
const MAX_PAGES = 3

export interface LostRunTools {
  api: CallMeter
  jobRuns: JobRuns
  clock: Clock
  log: Log
}

/** A run that was found, and how surely it is the one. */
export interface FoundRun {
  id: string
  status: string
  evidence: Evidence
}

/**
 * The only run of the test that may be the one. Undefined where none appears in time. Throws `incomplete` where there are several, naming them:
 * which is this step's cannot be told, so none is touched. Throws where runs cannot be listed.
 */
export async function findStartedRun(lost: OpenRun, scope: Scope, tools: LostRunTools): Promise<FoundRun | undefined> {
  const { clock, log } = tools
  const until = Math.min(clock.now() + LOOK_FOR_MS, scope.deadline)
  let foundAt: number | undefined
  for (;;) {
    const [run, ...others] = await possibleRuns(lost, scope, tools)
    if (run && others.length > 0) throw severalRuns([run, ...others])
    const now = clock.now()
    if (run) foundAt ??= now
    const end = foundAt === undefined ? until : Math.min(foundAt + LOOK_ON_MS, scope.deadline)
    if (now + LOOK_EVERY_MS > end || scope.signal?.aborted) return run && confirmed(run, lost, scope, tools)
    log.info(
      run
        ? `Run ${plain(run.id ?? '', 80)} may be the one; looking on for ${LOOK_EVERY_MS / 1_000} s, in case there is another`
        : `No run of the test since then can be seen yet; reading again in ${LOOK_EVERY_MS / 1_000} s`,
    )
    await clock.sleep(LOOK_EVERY_MS, scope.signal)
  }
}

/** A run that was found in the list, held against its own detail. */
async function confirmed(
  listed: Run,
  lost: OpenRun,
  scope: Scope,
  { api, jobRuns }: LostRunTools,
): Promise<FoundRun | undefined> {
  const id = listed.id ?? ''
  const detail = await api.getRun(lost.projectId, id, scope)
  if (standingOf({ ...listed, ...detail }, lost, jobRuns.isTaken) !== 'possible') return undefined
  return { id, status: detail.status, evidence: isNamed(detail, lost) ? 'named' : 'presumed' }
}

/**
 * How surely the run that the answer to a trigger names is the one: its own detail has to agree. `answered` where that cannot be read yet.
 * Throws `misshapen` where the detail says that it is somebody else's.
 */
export async function evidenceOf(named: NamedRun, atOnce: boolean, scope: Scope, api: CallMeter): Promise<Evidence> {
  let detail: Run
  try {
    detail = await api.getRun(named.projectId, named.runId, { ...scope, patienceMs: 0 })
  } catch (error) {
    if (error instanceof Failure) return 'answered'
    throw error
  }
  const grade = gradeOf(detail, named, atOnce)
  if (grade === "another's") throw anothers(named.runId)
  return grade
}

/** What is made of an answer that names a run of somebody else. */
export function anothers(runId: string): Failure {
  return new Failure(
    'misshapen',
    `Could not start the test: the answer names run ${plain(runId, 80)}, which is another's.`,
  )
}

function severalRuns(runs: readonly Run[]): Failure {
  const candidates = runs.map(
    ({ id, createdAt }) =>
      `${plain(id ?? '', 80)} (${createdAt === undefined ? 'time unknown' : new Date(createdAt).toISOString()})`,
  )
  return new Failure(
    'incomplete',
    `Several runs of the test were started in the same moment: ${candidates.slice(0, 10).join(', ')}. Which of them is this step's is unknown.`,
    { advice: 'Check them in CallMeter, and stop the one that nobody waits for.' },
  )
}

/** The runs that may be the one, as the list has them. */
async function possibleRuns(lost: OpenRun, scope: Scope, { api, jobRuns }: LostRunTools): Promise<Run[]> {
  const isPossible = (run: Run): boolean => standingOf(run, lost, jobRuns.isTaken) === 'possible'
  try {
    const { items } = await readItems(
      {
        read: ({ page }) => api.listRuns(lost.projectId, lost.testId, page, scope),
        maxPages: MAX_PAGES,
        trusting: true,
      },
      // Newest first is assumed; a page with other runs ends the search either way.
      (runs) => !runs.every(isPossible),
    )
    return items.filter(isPossible)
  } catch (error) {
    if (!(error instanceof Failure) || error.kind === 'aborted') throw error
    throw new Failure(
      error.kind,
      `The test's runs cannot be listed to see whether one was started: ${explain(error)}`,
      { cause: error },
    )
  }
}

/** How long the list of runs may be out of reach before a start goes on without it, in ms: that it exists is assumed. */
const BEFORE_PATIENCE_MS = 10_000

/** The newest runs that there are before a start, their ids, and whether those are all; nothing where they cannot be listed. */
export async function runsBefore(
  { projectId, testId }: Pick<OpenRun, 'projectId' | 'testId'>,
  scope: Scope,
  { api, clock }: Pick<LostRunTools, 'api' | 'clock'>,
): Promise<Pick<OpenRun, 'before' | 'beforeIsAll'> & { runs?: readonly Run[] }> {
  const deadline = Math.min(scope.deadline, clock.now() + BEFORE_PATIENCE_MS)
  try {
    const soon = { ...scope, deadline, patienceMs: BEFORE_PATIENCE_MS, refusalMs: 0 }
    const { items, totalPages } = await api.listRuns(projectId, testId, 1, soon)
    const before = items.flatMap(({ id }) => (id === undefined ? [] : [id]))
    return { runs: items, before, ...(totalPages !== undefined && totalPages <= 1 ? { beforeIsAll: true } : {}) }
  } catch (error) {
    if (!(error instanceof Failure) || error.kind === 'aborted') throw error
    return {}
  }
}
