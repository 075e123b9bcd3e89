import type { Inputs } from '../inputs/read.ts'
import type { RunReport } from '../report/report.ts'
import { setRunUrl } from '../report/run-url.ts'
import type { Scope } from '../apis/http/retry.ts'
import type { Run } from '../model/run.ts'
import { stop } from '../cleanup/stop.ts'
import type { Started, Task, TaskTools } from './step.ts'
import { plain } from '../base/text.ts'
import { type Watched, watch } from './watch.ts'

/** How long asking for a stop may take, in ms: after a cancel GitHub leaves 7.5 s for everything, the summary included. */
const STOP_ALLOWANCE_MS = { cancelled: 3_000, 'timed-out': 60_000 } as const

/** Watches the run to its end, and stops it where the step gives up on it. */
export async function follow(
  report: RunReport,
  task: Task,
  { runId, status, at, own, page }: Started,
  inputs: Inputs,
  scope: Scope,
  tools: TaskTools,
): Promise<Watched> {
  const { api, clock, log, signal, onRun } = tools
  const { project } = task
  const planned = task.kind === 'test' ? task.test.plannedSeconds : undefined
  let watched: Watched
  try {
    watched = await log.group('Wait for the run to end', () =>
      watch(
        {
          projectId: project.id,
          runId,
          ...(task.kind === 'test' ? { testId: task.test.id } : {}),
          triggeredAt: at,
          ...(status ? { status } : {}),
          ...(planned === undefined ? {} : { plannedSeconds: planned }),
        },
        scope,
        tools,
      ),
    )
  } catch (error) {
    // Out of reach or refused: the run may be as healthy as ever, so it is left alone, and the report says so.
    if (!signal.aborted) page.close()
    throw error
  }
  takeOver(report, watched, inputs['run-url'], own)
  if (!own && watched.run) log.info(followedRun(watched.run))
  onRun(report)
  const { ended } = watched
  if (ended === 'timed-out' || ended === 'cancelled') {
    const allowance = STOP_ALLOWANCE_MS[ended]
    const wanted = inputs['stop-on'].includes(ended)
    const stopped =
      wanted &&
      (await stop(project.id, runId, { deadline: clock.now() + allowance, patienceMs: allowance }, { api, log }))
    if (!stopped) report.notes = [...report.notes, `The run ${plain(runId)} was not stopped and may still be going.`]
    // What could not be stopped now is left to the post step.
    if (stopped || !wanted) page.close()
  } else page.close()
  return watched
}

/** Which run it is that was followed: an old one must not be taken for today's. */
function followedRun({ name, testId, createdAt }: Run): string {
  const created =
    createdAt === undefined ? 'at a time that the API does not tell' : `at ${new Date(createdAt).toISOString()}`
  return `The run that was followed is of test ${plain(name ?? testId ?? 'unknown')}, created ${created}.`
}

function takeOver(report: RunReport, { run, statuses }: Watched, runUrlTemplate: string, own: boolean): void {
  report.statuses = statuses
  const status = run?.status ?? statuses[statuses.length - 1]?.status
  if (status) report.status = status
  if (run?.plannedSeconds !== undefined) report.plannedSeconds = run.plannedSeconds
  if (!own)
    report.test = {
      ...report.test,
      ...(run?.testId === undefined ? {} : { id: run.testId }),
      ...(run?.name === undefined ? {} : { name: run.name }),
    }
  setRunUrl(report, runUrlTemplate, run?.url)
}
