import type { TriggeredRun } from './callmeter/answers.ts'
import type { CallMeter } from './callmeter/client.ts'
import { Failure, failedAs } from './failure.ts'
import type { Scope } from './retry.ts'

/** What was asked for, and by whom. */
export interface TriggerRequest {
  projectId: string
  testId: string
  /** The same for every try of one step, different for every other. */
  idempotencyKey: string
}

/**
 * Starts exactly one run. Throws where none was started, and where it cannot be told whether one was.
 */
export async function trigger(
  api: CallMeter,
  { projectId, testId, idempotencyKey }: TriggerRequest,
  scope: Scope,
): Promise<TriggeredRun> {
  try {
    return await api.triggerRun(projectId, testId, idempotencyKey, scope)
  } catch (error) {
    if (failedAs(error, 'interrupted', 'server', 'unreadable', 'misshapen')) {
      throw new Failure(error.kind, `${error.message} A run may have been started all the same.`, {
        advice: 'Look at the test in CallMeter and stop a run that nobody waits for.',
        cause: error,
      })
    }
    if (failedAs(error, 'not-found'))
      throw new Failure('input', error.message, {
        advice: 'Check `test` and `project`: no such test was found.',
        cause: error,
      })
    throw error
  }
}
