// The far end's witness: what CallScaler says of the calls that a run placed. It never loses what CallMeter says: where it cannot be asked,
// its values are missing data.
import { type Absence, type CallTally, missing } from '../../model/subject.ts'
import { type TrackingNumber, findNumber } from './number.ts'
import { type SettleTools, readCalls } from './settle.ts'
import { formatDuration } from '../../base/duration.ts'
import { Failure, explain, failedAs } from '../../base/failure.ts'
import type { Scope } from '../http/retry.ts'
import { counted, plain } from '../../base/text.ts'

/** How long an outage of CallScaler is sat out, in ms: before a run it must not hold it up, after a run its answer is worth a wait. */
const PATIENCE_BEFORE_MS = 15_000
const PATIENCE_AFTER_MS = 90_000
/** How long looking the number up may take before a run, in ms: enough for a rate limit to be whole again, which is sat out beside any outage. */
const LOOKUP_ALLOWANCE_MS = 75_000
/** How long reading the calls may take beyond the time that they have to settle, in ms. */
const READING_ALLOWANCE_MS = 3 * 60_000

/** When calls may have come in, by this machine's clock, in ms since the epoch. */
export interface CallWindow {
  from: number
  to: number
}

export interface FarEnd {
  /** Looks the number up. Throws an `input` failure where there is none or several of it; an outage is left for later, and said. */
  findNumber(scope: Scope): Promise<void>
  /** The calls of a window, once they have settled; or why they cannot be had. Throws only where the step was cancelled. */
  callsOf(window: CallWindow, settleMs: number, scope: Pick<Scope, 'signal'>): Promise<CallTally | Absence>
}

/** The far end behind the tracking number that the workflow names. */
export function farEndOf(wanted: string, { api, clock, log }: SettleTools): FarEnd {
  let number: TrackingNumber | undefined
  const find = async (scope: Scope): Promise<TrackingNumber> => {
    if (number) return number
    const list = await api.listNumbers(scope)
    try {
      number = findNumber(list, wanted)
      return number
    } catch (error) {
      // What could not be read of the list may hold the number.
      if (!list.lacking || !failedAs(error, 'input')) throw error
      throw new Failure('incomplete', error.message, error.advice === undefined ? {} : { advice: error.advice })
    }
  }
  const judged: CallWindow[] = []
  return {
    findNumber: async (scope) => {
      try {
        const deadline = Math.min(scope.deadline, clock.now() + LOOKUP_ALLOWANCE_MS)
        const { phoneNumber, name } = await find({ ...scope, deadline, patienceMs: PATIENCE_BEFORE_MS })
        log.info(`Tracking number ${plain(phoneNumber, 40)}${name ? ` (${plain(name, 80)})` : ''}`)
      } catch (error) {
        if (!(error instanceof Failure) || error.kind === 'input' || error.kind === 'aborted') throw error
        log.warning(`CallScaler cannot be read now; trying again after the run: ${explain(error)}`)
      }
    },
    callsOf: async ({ from, to }, settleMs, { signal }) => {
      // Runs that are followed may have run at the same time. A baseline, which need not settle, may be one of them.
      if (settleMs > 0 && judged.some((other) => other.from < to && from < other.to)) {
        log.warning('Runs of this step overlapped in time, so each also counts the calls of the others.')
        return missing('the run overlapped another run of this step, so their calls cannot be distinguished')
      }
      if (settleMs > 0) judged.push({ from, to })
      const deadline = clock.now() + settleMs + READING_ALLOWANCE_MS
      const scope: Scope = { deadline, patienceMs: PATIENCE_AFTER_MS, ...(signal ? { signal } : {}) }
      try {
        const known = await find(scope)
        // Calls are dated by CallScaler's clock, which need not agree with this machine's.
        const ahead = api.serverNow() - clock.now()
        const window = { from: from + ahead, to: to + ahead }
        const { tally, steady } = await readCalls({ number: known, ...window, settleMs }, scope, { api, clock, log })
        if (!tally) {
          const waited = settleMs > 0 ? ` within ${formatDuration(settleMs)}` : ''
          return missing(
            `CallScaler listed no call to ${plain(known.phoneNumber, 40)}${waited}, which is no evidence either way`,
          )
        }
        if (!steady && settleMs > 0)
          log.warning('The calls at the far end were still changing when `callscaler-settle` was over.')
        log.info(`The number received ${counted(tally.received, 'call')} and answered ${tally.answered}.`)
        return tally
      } catch (error) {
        if (!(error instanceof Failure) || error.kind === 'aborted') throw error
        log.warning(`The far end could not be read: ${explain(error)}`)
        return missing(`CallScaler could not be read: ${explain(error).replace(/\.$/, '')}`)
      }
    },
  }
}
