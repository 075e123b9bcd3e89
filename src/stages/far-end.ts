// The far end is asked what became of the calls that a run placed.
import type { CallTally, Subject, Absence } from '../model/subject.ts'
import type { CallWindow } from '../apis/callscaler/far-end.ts'
import type { Run } from '../model/run.ts'
import type { Started, Watched } from '../model/watched.ts'
import { disagreementOf } from '../report/analysis/ends.ts'
import { asksFarEnd, mentionsBaseline, type Threshold } from '../thresholds/syntax.ts'
import type { StageTools } from './tools.ts'

/**
 * When a run's calls may have come in: by the run's own times, which a server tells whose clock is `ahead` ms ahead of this machine's; else from
 * when this step triggered it to when it was seen ended. Undefined where neither is known.
 */
export function callWindow(
  { startedAt, createdAt, completedAt }: Pick<Run, 'startedAt' | 'createdAt' | 'completedAt'>,
  ahead: number,
  triggeredAt: number | undefined,
  endedAt: number | undefined,
): CallWindow | undefined {
  const began = startedAt ?? createdAt
  const from = began === undefined ? triggeredAt : began - ahead
  const to = completedAt === undefined ? endedAt : completedAt - ahead
  return from === undefined || to === undefined || to < from ? undefined : { from, to }
}

/** What the run measured, with what the far end says of its calls where it is asked. `settleMs` is how long they may take to settle. */
export async function askFarEnd(
  { started, watched, subject }: { started: Started; watched: Watched; subject: Subject },
  settleMs: number,
  { world, log, apis }: StageTools,
): Promise<Subject> {
  const { farEnd, callMeter } = apis
  if (!farEnd) return subject
  const { at, own } = started
  const { statuses } = watched
  // A followed run that had ended before it was looked at ended nobody knows when, and until now other runs' calls may have come in.
  const endedAt = own || statuses.length > 1 ? statuses[statuses.length - 1]?.at : undefined
  const window = callWindow(subject.run, callMeter.serverNow() - world.clock.now(), own ? at : undefined, endedAt)
  const calls: CallTally | Absence = window
    ? await log.group('Ask the far end', () => farEnd.callsOf(window, settleMs, { signal: world.signal }))
    : {
        kind: 'missing',
        reason: 'the API does not report when the run ran, so its calls cannot be distinguished from others',
      }
  const disagreement = disagreementOf({ ...subject, calls })
  if (disagreement) log.warning(disagreement)
  return { ...subject, calls }
}

/** How the calls of a baseline's run are had, which have settled long ago; undefined where no threshold compares with them. */
export function callsOfBaseline(
  thresholds: readonly Threshold[],
  { world, apis: { farEnd, callMeter } }: StageTools,
): ((run: Run) => Promise<CallTally | Absence>) | undefined {
  const wanted = thresholds.some(
    ({ left, right }) => (asksFarEnd(left) || asksFarEnd(right)) && (mentionsBaseline(left) || mentionsBaseline(right)),
  )
  if (!farEnd || !wanted) return undefined
  return (run) => {
    const window = callWindow(run, callMeter.serverNow() - world.clock.now(), undefined, undefined)
    return window
      ? farEnd.callsOf(window, 0, { signal: world.signal })
      : Promise.resolve({ kind: 'missing', reason: 'the API does not report when that run ran' })
  }
}
