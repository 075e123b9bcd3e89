import { isDeepStrictEqual } from 'node:util'
import type { Clock } from '../../base/clock.ts'
import { formatDuration } from '../../base/duration.ts'
import { Failure } from '../../base/failure.ts'
import type { Log } from '../../base/log.ts'
import { readItems } from '../http/paged-list.ts'
import { OUTAGE_PATIENCE_MS, type Scope } from '../http/retry.ts'
import { counted } from '../../base/text.ts'
import { tallyCalls, underWay } from './calls.ts'
import type { CallTally } from '../../model/subject.ts'
import { type CallScaler, MAX_PAGES } from './client.ts'
import { type TrackingNumber, digitsOf } from './number.ts'

/**
 * How far the two ends of the window may be off, in ms. `Date` and `created_at` tell whole seconds, and an answer is under way for a while.
 * Anything longer could take in calls of another run.
 */
export const CLOCK_MARGIN_MS = 5_000
/** How long a tally must have stood unchanged to be taken as settled, in ms. How late calls may be listed is not documented. */
export const STEADY_MS = 15_000
/** The wait before the first reading, in ms: right after a run its last calls are hardly listed. */
const FIRST_WAIT_MS = 5_000
/** The wait before the second, in ms: a little longer than the tally must stand, so that a timer that is early costs no third. */
const SECOND_WAIT_MS = STEADY_MS + 1_000
/** Longest wait between two readings, in ms. Each is longer than the one before: what is late may be later still. */
const MAX_WAIT_MS = 30_000
const GROWTH = 1.5
/** What the last reading needs before the deadline, in ms. */
const LAST_READING_MS = 10_000

export interface CallsRequest {
  number: TrackingNumber
  /** When the first call may have come in and the last one, by CallScaler's clock (`serverNow`), in ms since the epoch. */
  from: number
  to: number
  /** How long to wait for the tally to settle, in ms. */
  settleMs: number
}

/** What CallScaler tells of the calls of a window. */
export interface CallsReading {
  /** Undefined where no call is listed: no evidence, not a count of zero. */
  tally: CallTally | undefined
  /** Whether the tally had stood unchanged for `STEADY_MS`, and no call was still under way, before the time was over. */
  steady: boolean
}

export interface SettleTools {
  api: CallScaler
  clock: Clock
  log: Log
}

/**
 * Reads the calls that a number received in a window, all of them, again and again until their tally has settled or the time is over. Where
 * none is listed, that is waited for until the end. A list that is less than the whole counts for nothing: it throws `incomplete` where no reading
 * with calls was whole. Throws as the client does.
 */
export async function readCalls(
  { number, from, to, settleMs }: CallsRequest,
  scope: Scope,
  { api, clock, log }: SettleTools,
): Promise<CallsReading> {
  const window = { from: from - CLOCK_MARGIN_MS, to: to + CLOCK_MARGIN_MS }
  const limit = Math.min(clock.now() + settleMs, scope.deadline - LAST_READING_MS)
  // Being asked to slow down is sat out until the deadline, which may be hours off.
  const bounded = { ...scope, deadline: Math.min(scope.deadline, limit + OUTAGE_PATIENCE_MS) }
  /** As the last whole reading had it, and since when. */
  let tally: CallTally | undefined
  let since = 0
  let waitMs = Math.min(FIRST_WAIT_MS, limit - clock.now())
  for (let nextMs = SECOND_WAIT_MS; ; nextMs = Math.min(nextMs * GROWTH, MAX_WAIT_MS)) {
    await clock.sleep(waitMs, scope.signal)
    if (scope.signal?.aborted) throw new Failure('aborted', 'The step was cancelled.')
    const asked = clock.now()
    const { items, lacking } = await readItems({
      read: (position) => api.listCalls(window, position, bounded),
      maxPages: MAX_PAGES,
      outOfTime: () => clock.now() >= bounded.deadline,
    })
    const now = tallyCalls(items, { ...window, number: digitsOf(number.phoneNumber) })
    if (lacking || !isDeepStrictEqual(now, tally)) since = clock.now()
    if (!lacking) tally = now
    const steady = tally !== undefined && underWay(tally) === 0 && asked - since >= STEADY_MS
    const leftMs = limit - clock.now()
    if (lacking && !tally && leftMs <= 0) {
      throw new Failure('incomplete', `The list of calls is not complete: ${lacking}.`, {
        advice: 'Increase `callscaler-settle`, or run again.',
      })
    }
    if (steady || leftMs <= 0) return { tally, steady }
    waitMs = Math.min(nextMs, leftMs)
    log.info(
      `${lacking ? `The list of calls is not complete: ${lacking}` : told(tally)}; reading again in ${formatDuration(waitMs)}`,
    )
  }
}

function told(tally: CallTally | undefined): string {
  if (!tally) return 'CallScaler lists no call to the number yet'
  const open = underWay(tally)
  return `CallScaler lists ${counted(tally.received, 'call')}, ${tally.answered} answered${open > 0 ? `, ${open} under way` : ''}`
}
