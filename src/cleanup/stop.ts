import type { CallMeter } from '../apis/callmeter/client.ts'
import type { Clock } from '../base/clock.ts'
import { openDeadline } from '../base/deadline.ts'
import { Failure, explain, failedAs } from '../base/failure.ts'
import type { Log } from '../base/log.ts'
import type { Scope } from '../apis/http/retry.ts'
import { isTerminal } from '../model/run.ts'
import type { Evidence } from '../model/watched.ts'
import { plain } from '../base/text.ts'
import { evidenceOf } from './lost-run.ts'
import type { NamedRun, OpenRunEntry } from './open-runs.ts'

/**
 * Asks CallMeter to stop a run, and says how that went: in the log, as a warning where the run may still be running. Returns whether the run
 * is over or being stopped. Never throws for a failure of the API.
 */
export async function stop(
  projectId: string,
  runId: string,
  scope: Scope,
  { api, log }: { api: CallMeter; log: Log },
): Promise<boolean> {
  try {
    await api.stopRun(projectId, runId, scope)
    log.info(`CallMeter takes the stop of run ${plain(runId)}.`)
    return true
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    if (
      failedAs(error, 'rejected', 'conflict', 'not-found', 'not-offered') &&
      (await hasEnded(projectId, runId, scope, api))
    ) {
      log.info(`Run ${plain(runId)} has ended already, or is being stopped.`)
      return true
    }
    const why = failedAs(error, 'not-found', 'not-offered') ? 'The API offers no way to stop a run.' : explain(error)
    log.warning(`Run ${plain(runId)} could not be stopped and may still be running: stop it in CallMeter. ${why}`)
    return false
  }
}

async function hasEnded(projectId: string, runId: string, scope: Scope, api: CallMeter): Promise<boolean> {
  try {
    const { status } = await api.getRun(projectId, runId, scope)
    return isTerminal(status) || status === 'STOPPING'
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return false
  }
}

/** How long asking for a stop may take, in ms: after a cancel GitHub leaves 7.5 s for everything, the summary included. */
const STOP_ALLOWANCE_MS = { cancelled: 3_000, 'timed-out': 60_000 } as const

/** A run that is no longer watched. */
export interface Unwatched {
  task: { project: { id: string } }
  started: { runId: string; evidence: Evidence }
  watched: { ended: string }
}

/** A run that is going, as far as anybody knows. */
export interface Going {
  entry: OpenRunEntry
  /** What was asked for, to hold the run's detail to; missing of a followed run. */
  asked?: NamedRun
}

export interface StopTools {
  world: { clock: Clock; signal: AbortSignal }
  log: Log
  apis: { callMeter: CallMeter }
}

/** Stops a run that the step gives up on, if the workflow wants that. Returns what the reader should know of it. */
export async function stopIfGivenUp(
  { task, started: { runId, evidence }, watched: { ended } }: Unwatched,
  { entry, asked }: Going,
  stopOn: readonly string[],
  { world: { clock, signal }, log, apis }: StopTools,
): Promise<string[]> {
  if (ended !== 'timed-out' && ended !== 'cancelled') {
    entry.close()
    return []
  }
  const allowance = STOP_ALLOWANCE_MS[ended]
  const wanted = stopOn.includes(ended)
  const breakOff = openDeadline(clock)
  if (ended === 'timed-out') breakOff.expireAfter(signal, () => STOP_ALLOWANCE_MS.cancelled)
  const scope = { deadline: clock.now() + allowance, patienceMs: allowance, signal: breakOff.signal }
  const unread = wanted && asked && evidence === 'answered'
  if (evidence === 'presumed' || (unread && !(await isOwn(asked, clock, apis.callMeter)))) {
    log.warning(presumedGoing(runId))
    return [presumedGoing(runId)]
  }
  const stopped = wanted && (await stop(task.project.id, runId, scope, { api: apis.callMeter, log }))
  breakOff.clear()
  // What could not be stopped now is left to the post step.
  if (stopped || !wanted) entry.close()
  return stopped
    ? [`CallMeter accepted the stop of run ${plain(runId, 80)}, or the run had ended.`]
    : [
        wanted
          ? `The stop of run ${plain(runId)} was not confirmed, so it may still be running.`
          : `The run ${plain(runId)} was not stopped and may still be running.`,
      ]
}

/** How long a stop waits for the detail of a run that no detail was read of, in ms: the stop itself needs the rest of its time. */
const LOOK_FIRST_MS = 1_000

/** Whether the detail of a run, of which only the answer to the trigger is known, does not say that it is somebody else's. */
async function isOwn(asked: NamedRun, clock: Clock, api: CallMeter): Promise<boolean> {
  try {
    return (await evidenceOf(asked, false, { deadline: clock.now() + LOOK_FIRST_MS }, api)) !== 'presumed'
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return false
  }
}

/** What is said of a run that is left going on purpose. */
export function leftGoing(runId: string): string {
  return `The run ${plain(runId, 80)} may still be running: the workflow wants it left alone.`
}

/** What is said of a run that may be going, and may be somebody else's. */
export function presumedGoing(runId: string): string {
  return `The run ${plain(runId, 80)} is only presumed to be this step's, so it was not stopped: it may still be running, or another that was started. Check the test in CallMeter, and stop any run that nobody waits for.`
}
