// A test that could not run for now is started again, after a wait that grows.
import { formatDuration } from '../base/duration.ts'
import { Failure } from '../base/failure.ts'
import { plain } from '../base/text.ts'
import type { Started } from '../model/watched.ts'
import type { Known } from '../report/known.ts'
import type { StageTools } from './tools.ts'

/** First and longest wait before a test that could not run is started again, in ms. */
const FIRST_RETRY_MS = 30_000
const MAX_RETRY_MS = 5 * 60_000

/** The status of a run that could not run, so that nothing of it goes on. */
const COULD_NOT_RUN = 'CANNOT_RUN_FOR_NOW'

/** A test's attempt, from 1. */
export interface Attempt {
  attempt: number
  /** Which start of the test it is within the step, over all runs that confirm another. */
  start: number
  /** When the last try may start, and the run has to have ended, in ms since the epoch. */
  deadline: number
}

/** A further attempt: how long to wait for it, and what is said of it. */
export interface NextAttempt {
  waitMs: number
  line: string
  note: string
}

/** The attempt after this one; undefined where the run could run, or there are no retries, or is no time, left. */
export function nextAttempt(
  { task, started, watched }: Known,
  { attempt, deadline }: Omit<Attempt, 'start'>,
  retries: number,
  { clock, random }: Pick<StageTools['world'], 'clock' | 'random'>,
): NextAttempt | undefined {
  const waitMs = Math.min(FIRST_RETRY_MS * 2 ** (attempt - 1), MAX_RETRY_MS) * (0.75 + 0.5 * random())
  // Of a presumed run another may be going, so nothing more is started.
  const isOwn = task.kind === 'test' && started?.evidence === 'named'
  const couldNotRun = isOwn && watched?.run?.status === COULD_NOT_RUN
  if (!couldNotRun || attempt > retries || clock.now() + waitMs >= deadline) return undefined
  return {
    waitMs,
    line: `CallMeter could not run the test for now; starting it again in ${formatDuration(waitMs)} (attempt ${attempt + 1} of ${retries + 1})`,
    note: `Attempt ${attempt} could not run (run ${plain(started?.runId ?? '')}).`,
  }
}

/**
 * Waits for a further attempt, and says so. Throws `aborted` where the workflow is cancelled meanwhile, and `incomplete` where the run before goes
 * after all: nothing more is started then.
 */
export async function waitForAttempt(
  { task, started }: Known & { started: Started },
  { waitMs, line }: NextAttempt,
  deadline: number,
  { log, apis, world: { clock, signal } }: Pick<StageTools, 'log' | 'apis' | 'world'>,
): Promise<void> {
  log.info(line)
  await clock.sleep(waitMs, signal)
  if (signal.aborted) throw new Failure('aborted', 'The workflow was cancelled between two attempts.')
  const { status } = await apis.callMeter.getRun(task.project.id, started.runId, { deadline, signal })
  if (status === COULD_NOT_RUN) return
  throw new Failure(
    'incomplete',
    `CallMeter reported that it could not run the test, but its run ${plain(started.runId)} is ${plain(status)}, so the test is not started again.`,
    { advice: 'Check the run in CallMeter, and stop it if nobody waits for it.' },
  )
}
