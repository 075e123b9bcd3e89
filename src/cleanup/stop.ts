import type { CallMeter } from '../apis/callmeter/client.ts'
import { Failure, explain, failedAs } from '../base/failure.ts'
import type { Log } from '../base/log.ts'
import type { Scope } from '../apis/http/retry.ts'
import { isTerminal } from '../model/run.ts'
import { plain } from '../base/text.ts'

/**
 * Asks CallMeter to stop a run, and says how that went: in the log, as a warning where the run may still be going. Returns whether the run
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
    if (failedAs(error, 'rejected', 'not-found', 'not-offered') && (await hasEnded(projectId, runId, scope, api))) {
      log.info(`Run ${plain(runId)} has ended already, or is being stopped.`)
      return true
    }
    const why = failedAs(error, 'not-found', 'not-offered') ? 'The API offers no way to stop a run.' : explain(error)
    log.warning(`Run ${plain(runId)} could not be stopped and may still be going: stop it in CallMeter. ${why}`)
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
