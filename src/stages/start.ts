import { idempotencyKey } from './idempotency-key.ts'
import type { Clock } from '../base/clock.ts'
import { Failure } from '../base/failure.ts'
import type { Inputs } from '../inputs/read.ts'
import type { Ledger, LedgerPage } from '../cleanup/ledger.ts'
import type { RunReport } from '../report/report.ts'
import { setRunUrl } from '../report/run-url.ts'
import type { Scope } from '../apis/http/retry.ts'
import type { Started, Task, TaskTools } from './step.ts'
import { plain } from '../base/text.ts'
import { LostRun, trigger } from './trigger.ts'

/** How long an answer to the trigger that is on its way is waited for after a cancel, in ms. */
const ANSWER_ALLOWANCE_MS = 3_000

/** Triggers the test, or takes up the run that the workflow names. */
export async function start(
  report: RunReport,
  task: Task,
  attempt: number,
  inputs: Inputs,
  scope: Scope,
  tools: TaskTools,
): Promise<Started> {
  const { api, clock, log, onRun, signal, env } = tools
  const { project } = task
  if (task.kind === 'run') {
    const page = openPage(
      { projectId: project.id, testId: '', runId: task.runId, since: api.serverNow() },
      inputs,
      tools,
    )
    known(report, task.runId, inputs, onRun)
    return { runId: task.runId, at: clock.now(), own: false, page }
  }
  const { test } = task
  return log.group('Start the test', async () => {
    if (signal.aborted) throw new Failure('aborted', 'The workflow was cancelled before the test was started.')
    const entry = { projectId: project.id, testId: test.id, since: api.serverNow() }
    const page = openPage(entry, inputs, tools)
    const breakOff = breakOffAfter(signal, clock)
    try {
      const run = await trigger(
        entry,
        idempotencyKey(env, test.id, attempt),
        { ...scope, breakOff: breakOff.signal },
        tools,
      )
      page.started(run.id)
      tools.claims.take(run.id)
      known(report, run.id, inputs, onRun)
      log.info(`Started run ${plain(run.id)}${report.runUrl ? `: ${report.runUrl}` : ''}`)
      if (!inputs.wait) log.info('wait is false: the run is left to itself, and thresholds are not looked at.')
      return { runId: run.id, ...(run.status ? { status: run.status } : {}), at: clock.now(), own: true, page }
    } catch (error) {
      // Only of a run that may exist does the post step have to know.
      if (!(error instanceof LostRun)) page.close()
      throw error
    } finally {
      breakOff.clear()
    }
  })
}

/** Notes a run for the post step, unless the workflow wants it left alone whatever happens. */
function openPage(entry: Parameters<Ledger['open']>[0], inputs: Inputs, { ledger }: TaskTools): LedgerPage {
  const leftAlone = !inputs.wait || !inputs['stop-on'].includes('cancelled')
  return leftAlone ? { started: () => undefined, close: () => undefined } : ledger.open(entry)
}

/** A signal that aborts some time after the step's own: an answer to the trigger that is on its way tells which run to stop. */
function breakOffAfter(signal: AbortSignal, clock: Clock): { signal: AbortSignal; clear: () => void } {
  const late = new AbortController()
  const done = new AbortController()
  const onAbort = (): void => void clock.sleep(ANSWER_ALLOWANCE_MS, done.signal).then(() => late.abort())
  signal.addEventListener('abort', onAbort, { once: true })
  return {
    signal: late.signal,
    clear: () => {
      signal.removeEventListener('abort', onAbort)
      done.abort()
    },
  }
}

function known(report: RunReport, runId: string, inputs: Inputs, onRun: TaskTools['onRun']): void {
  report.runId = runId
  setRunUrl(report, inputs['run-url'])
  onRun(report)
}
