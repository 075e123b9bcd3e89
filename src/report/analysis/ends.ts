// The near end beside the far end: what CallMeter saw of its endpoints, and what CallScaler says of the number's calls.
import { counted } from '../../base/text.ts'
import { endedWell } from '../../model/outcomes.ts'
import { type Subject, isAbsence } from '../../model/subject.ts'
import { formatNumber } from '../numbers.ts'

/** One line of the comparison; empty where an end has nothing to say. */
export interface EndsRow {
  what: string
  near: string
  far: string
}

/** By how many points the shares of the two ends may differ before that is said first. */
const AGREEMENT_POINTS = 1

/** The comparison; undefined where the far end was not asked. */
export function endsOf({ measurements, calls }: Subject): EndsRow[] | undefined {
  if (!calls) return undefined
  const { size, outcomes } = measurements
  const good = outcomes.filter(endedWell).length
  const row = (what: string, near: string, far: string): EndsRow => ({ what, near, far })
  if (isAbsence(calls))
    return [
      row('endpoints, received calls', counted(size, 'endpoint'), 'unknown'),
      row('succeeded, answered', share(good, size), 'unknown'),
    ]
  const { received, answered, missed, voicemail, busy, failed, unclassified } = calls
  const rest: [string, number][] = [
    ['missed', missed],
    ['voicemail', voicemail],
    ['busy', busy],
    ['failed', failed],
    ...Object.entries(unclassified).map(([name, n]): [string, number] => [`unclassified: ${name}`, n]),
  ]
  return [
    row('endpoints, received calls', counted(size, 'endpoint'), counted(received, 'call')),
    row('succeeded, answered', share(good, size), share(answered, received)),
    ...rest.filter(([name, n]) => n > 0 || name === 'missed').map(([name, n]) => row(name, '', share(n, received))),
    ...(size > good ? [row('endpoints that failed', share(size - good, size), '')] : []),
  ]
}

/** What the two ends disagree about, in a sentence; undefined where they agree, or one of them is not known. */
export function disagreementOf({ measurements, calls }: Subject): string | undefined {
  const { size, outcomes } = measurements
  if (!calls || isAbsence(calls) || size === 0 || calls.received === 0) return undefined
  const good = outcomes.filter(endedWell).length
  const [near, far] = [(100 * good) / size, (100 * calls.answered) / calls.received]
  if (Math.abs(near - far) < AGREEMENT_POINTS) return undefined
  const atNear = `${good} of its ${counted(size, 'endpoint')} succeed (${formatNumber(near, '%')})`
  const atFar = `${calls.answered} of the ${counted(calls.received, 'call')} that it received (${formatNumber(far, '%')})`
  return `The two ends disagree: CallMeter saw ${atNear}, and the number answered ${atFar}.`
}

function share(n: number, of: number): string {
  return of === 0 ? String(n) : `${n} of ${of} (${formatNumber((100 * n) / of, '%')})`
}
