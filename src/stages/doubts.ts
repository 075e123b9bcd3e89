// A run that somebody stops between two questions ends as COMPLETED, with every call that was hung up counted as a success. What gives it
// away is its length: every call lasts the test's configured duration, so a run cannot be shorter.
import type { CallMeter } from '../apis/callmeter/client.ts'
import { lengthsOfEarlierRuns } from './history.ts'
import type { Judgement } from '../model/verdict.ts'
import { fractionLostDoubt } from '../thresholds/fraction.ts'
import type { Scope } from '../apis/http/retry.ts'
import type { Run } from '../model/run.ts'
import type { Subject } from '../thresholds/evaluate.ts'
import { GOOD_OUTCOMES } from '../thresholds/catalogue.ts'

/** A run this much shorter than planned was not run to its end. */
const LEAST_SHARE = 0.9
/** Timestamps may be whole seconds. */
const TOLERANCE_SECONDS = 1

/** Whose length it is, and how long it was to be. */
export interface Length {
  projectId: string
  testId: string | undefined
  runId: string
  plannedSeconds: number | undefined
}

/**
 * What a run's length says against it: undefined where it is as long as planned, where nobody knows, or where earlier runs of the test were
 * as short, so that the plan means something else. `cancelled` where earlier runs were longer, `warned` where there are none to ask.
 */
export async function doubtAboutLength(
  length: Length,
  { durationSeconds, measurements }: Subject,
  scope: Scope,
  api: CallMeter,
): Promise<Judgement | undefined> {
  const { plannedSeconds } = length
  const someGood = measurements.outcomes.some((outcome) => outcome !== null && GOOD_OUTCOMES.includes(outcome))
  if (plannedSeconds === undefined || durationSeconds === undefined || !someGood) return undefined
  if (!tooShort(durationSeconds, plannedSeconds)) return undefined
  const lengths = (await lengthsOfEarlierRuns(length, scope, api)).map((ms) => ms / 1_000)
  const what = `The run ended after ${Math.round(durationSeconds)} s, though its calls were planned for ${Math.round(plannedSeconds)} s`
  if (lengths.length === 0) return { verdict: 'warned', reason: `${what}: it may have been stopped.` }
  // The longest, since an earlier run may have been stopped, too.
  if (tooShort(Math.max(...lengths), plannedSeconds)) return undefined
  return {
    verdict: 'cancelled',
    reason: `${what}, and earlier runs lasted as planned: it was stopped. Half a run proves nothing.`,
  }
}

/** Whether a completed run was shorter than its calls were planned for, as far as the API tells. */
export function endedEarly({ plannedSeconds, startedAt, completedAt }: Run): boolean {
  if (plannedSeconds === undefined || startedAt === undefined || completedAt === undefined) return false
  return tooShort((completedAt - startedAt) / 1_000, plannedSeconds)
}

function tooShort(seconds: number, planned: number): boolean {
  return seconds + TOLERANCE_SECONDS < LEAST_SHARE * planned
}

/** What is odd about what a run measured, a sentence each. */
export function doubtsAbout({ measurements }: Subject): string[] {
  return [fractionLostDoubt(measurements)].filter((doubt) => doubt !== undefined)
}
