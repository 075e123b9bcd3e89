// A run that somebody stops between two questions ends as COMPLETED, with every call that was hung up counted as a success. What gives it
// away is its length: every call lasts the test's configured duration, so a run cannot be shorter.
import { endedWell } from '../model/outcomes.ts'
import { tooShort } from '../model/run.ts'
import type { Subject } from '../model/subject.ts'
import type { CallMeter } from '../apis/callmeter/client.ts'
import type { Scope } from '../apis/http/retry.ts'
import { lengthsOfEarlierRuns } from './history.ts'
import type { Judgement } from '../model/verdict.ts'
import { fractionLostDoubt } from '../thresholds/fraction.ts'

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
  if (plannedSeconds === undefined || durationSeconds === undefined || !measurements.outcomes.some(endedWell))
    return undefined
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

/** What is odd about what a run measured, a sentence each. */
export function doubtsAbout({ measurements }: Subject): string[] {
  return [fractionLostDoubt(measurements)].filter((doubt) => doubt !== undefined)
}
