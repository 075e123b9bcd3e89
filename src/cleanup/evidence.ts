// Whose run it is. The answer to a trigger names a run; where that answer got lost, a run is only found, and what is known speaks against it or not.
import type { Run } from '../model/run.ts'
import { isSameId } from '../apis/http/fields.ts'
import { REQUEST_TIMEOUT_MS } from '../apis/http/request.ts'
import type { NamedRun, OpenRun } from './open-runs.ts'

/** By how much sooner than the request a run may seem to have been created, in ms: times may be whole seconds. */
const EARLY_MS = 1_000
/** By how much later than the request's end, in ms: the server's clock is known to a second, and a gateway may pass a request on late. */
const LATE_MS = 5_000

/** By how much a run has to be older than its request to be taken for an old one by a clock that is not the server's, in ms. */
const OLD_MS = 30 * 60_000

/** What speaks against a run; `possible` where nothing does. */
export type Standing = 'possible' | 'there-before' | 'taken' | 'other-test' | 'other-key' | 'other-time' | 'no-evidence'

/** Whether a run may be the one that a lost trigger started. `isTaken` tells of the runs that other tests and steps of the job have. */
export function standingOf(run: Run, lost: OpenRun, isTaken: (runId: string) => boolean): Standing {
  const { id } = run
  if (id === undefined) return 'no-evidence'
  if (lost.before?.some((known) => isSameId(known, id))) return 'there-before'
  if (isTaken(id)) return 'taken'
  if (lost.testId !== '' && !isSameId(run.testId, lost.testId)) return 'other-test'
  if (run.idempotencyKey !== undefined && lost.key !== undefined) return isNamed(run, lost) ? 'possible' : 'other-key'
  // What was over before it was asked for is somebody else's, whatever its creation is said to be.
  if (lost.since !== undefined && run.completedAt !== undefined && run.completedAt < lost.since - EARLY_MS)
    return 'other-time'
  if (lost.since !== undefined && run.createdAt !== undefined) {
    const end = lost.until ?? lost.since + REQUEST_TIMEOUT_MS
    return run.createdAt >= lost.since - EARLY_MS && run.createdAt <= end + LATE_MS ? 'possible' : 'other-time'
  }
  // Without a time only a list that was whole before tells that a run is new.
  return lost.beforeIsAll ? 'possible' : 'no-evidence'
}

/**
 * What the detail of a run says of it that the answer to a trigger has named; `another's` where it is somebody else's. `atOnce`: it was read right
 * after that answer, so that a run which was just started cannot have completed.
 */
export function gradeOf(detail: Run, named: NamedRun, atOnce: boolean): 'named' | 'presumed' | "another's" {
  const standing = standingOf({ ...detail, id: named.runId }, named, () => false)
  if (standing === 'other-key' || standing === 'other-test' || standing === 'there-before') return "another's"
  // Where the server's clock is not known, this machine's tells an old run from a new one.
  const { since, askedAt } = named
  const told = detail.createdAt ?? detail.completedAt
  if (since === undefined && askedAt !== undefined && told !== undefined && told < askedAt - OLD_MS) return 'presumed'
  if (standing === 'no-evidence') return atOnce && detail.status === 'COMPLETED' && !named.before ? 'presumed' : 'named'
  // A run that is new is the one, whatever its times are said to be; an empty list tells nothing, since it may be late.
  return standing === 'other-time' && !(named.beforeIsAll && named.before?.length) ? 'presumed' : 'named'
}

/** Whether the API itself says that a run was started by this very request. The one place for what else it may tell some day. */
export function isNamed({ idempotencyKey }: Run, { key }: OpenRun): boolean {
  return key !== undefined && idempotencyKey === key
}
