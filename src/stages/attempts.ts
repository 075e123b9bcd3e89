// A test that could not run for now is started again, after a wait that grows.
import { formatDuration } from '../base/duration.ts'
import { Failure } from '../base/failure.ts'
import { plain } from '../base/text.ts'
import type { Known } from '../report/known.ts'
import type { StageTools } from './tools.ts'

/** First and longest wait before a test that could not run is started again, in ms. */
const FIRST_RETRY_MS = 30_000
const MAX_RETRY_MS = 5 * 60_000

/** A test's attempt, from 1. */
export interface Attempt {
  attempt: number
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
  { attempt, deadline }: Attempt,
  retries: number,
  { clock, random }: Pick<StageTools['world'], 'clock' | 'random'>,
): NextAttempt | undefined {
  const waitMs = Math.min(FIRST_RETRY_MS * 2 ** (attempt - 1), MAX_RETRY_MS) * (0.75 + 0.5 * random())
  // Of a presumed run another may be going, so nothing more is started.
  const isOwn = task.kind === 'test' && started?.evidence === 'named'
  const couldNotRun = isOwn && watched?.run?.status === 'CANNOT_RUN_FOR_NOW'
  if (!couldNotRun || attempt > retries || clock.now() + waitMs >= deadline) return undefined
  return {
    waitMs,
    line: `CallMeter could not run the test for now; starting it again in ${formatDuration(waitMs)} (attempt ${attempt + 1} of ${retries + 1})`,
    note: `Attempt ${attempt} could not run (run ${plain(started?.runId ?? '')}).`,
  }
}

/** Waits for a further attempt, and says so. Throws `aborted` where the workflow is cancelled meanwhile. */
export async function waitForAttempt(
  { waitMs, line }: NextAttempt,
  { log, world: { clock, signal } }: Pick<StageTools, 'log' | 'world'>,
): Promise<void> {
  log.info(line)
  await clock.sleep(waitMs, signal)
  if (signal.aborted) throw new Failure('aborted', 'The workflow was cancelled between two attempts.')
}
