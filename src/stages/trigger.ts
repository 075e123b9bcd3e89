import { type AdoptTools, findStartedRun } from '../cleanup/lost-run.ts'
import type { TriggeredRun } from '../apis/callmeter/answers.ts'
import { Failure, type FailureKind, explain, failedAs } from '../base/failure.ts'
import type { LedgerEntry } from '../cleanup/ledger.ts'
import type { Scope } from '../apis/http/retry.ts'
import { plain } from '../base/text.ts'

/** Failures after which a run may have been started although nobody said so. */
const AMBIGUOUS: readonly FailureKind[] = ['interrupted', 'server', 'unreadable', 'misshapen']

/** How the trigger's own request may end early. The scope's signal only keeps further tries from starting. */
export interface TriggerScope extends Scope {
  /** Breaks a request that is under way. Later than the scope's signal, so that an answer on its way is still taken in. */
  breakOff?: AbortSignal
}

/** Thrown where it cannot be told whether a run was started, so that nobody takes it for "none was". */
export class LostRun extends Failure {}

/**
 * Starts exactly one run. The request is sent again only after refusals that certainly had no effect. After any other failure the run is
 * looked for among the test's runs and adopted. Throws where none was started, and a `LostRun` where that cannot be told.
 */
export async function trigger(
  entry: LedgerEntry,
  idempotencyKey: string,
  scope: TriggerScope,
  tools: AdoptTools,
): Promise<TriggeredRun> {
  const { api, log } = tools
  try {
    return await api.triggerRun(entry.projectId, entry.testId, idempotencyKey, scope)
  } catch (error) {
    if (failedAs(error, 'not-found', 'not-offered')) {
      throw new Failure('input', error.message, {
        advice: 'Check `test` and `project`: there is no such test to run.',
        cause: error,
      })
    }
    if (!failedAs(error, ...AMBIGUOUS)) throw error
    if (scope.signal?.aborted)
      throw new LostRun(
        error.kind,
        `${error.message} A run may have been started all the same; the post step looks for it.`,
        { cause: error },
      )
    log.info(`${error.message} A run may have been started all the same; looking for it among the test's runs.`)
    return await adopted(error, entry, scope, tools)
  }
}

async function adopted(failure: Failure, entry: LedgerEntry, scope: Scope, tools: AdoptTools): Promise<TriggeredRun> {
  let reason = 'No run of the test was created since then, as far as the list of runs tells.'
  try {
    const run = await findStartedRun(entry, scope, tools)
    if (run?.id !== undefined) {
      tools.log.info(`Found run ${plain(run.id)}, created since the trigger: it is this step's.`)
      return { id: run.id, status: run.status }
    }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    reason = explain(error)
  }
  throw new LostRun(failure.kind, `${failure.message} ${reason}`, {
    advice: 'The test was not started a second time. Look at it in CallMeter, and stop a run that nobody waits for.',
    cause: failure,
  })
}
