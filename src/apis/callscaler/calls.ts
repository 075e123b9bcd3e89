import { countsOf } from '../../base/counts.ts'
import { plain } from '../../base/text.ts'
import type { CallTally } from '../../model/subject.ts'

/** A call as CallScaler tells of it. */
export interface Call {
  id: string
  /** When it came in, by CallScaler's clock, in ms since the epoch. */
  createdAt: number
  /** In lower case with hyphens: `no-answer`; empty where there is none. */
  status: string
  /** The digits of the tracking number with its country code; empty where an outbound call has none. */
  number: string
  direction?: 'inbound' | 'outbound'
  durationSeconds?: number
}

/** Which calls count. */
export interface Counted {
  /** The digits of the tracking number with its country code. */
  number: string
  /** First and last moment, by CallScaler's clock, in ms since the epoch. */
  from: number
  to: number
}

type Kind = Exclude<keyof CallTally, 'received' | 'unclassified'>

/** The statuses of both editions. */
const KINDS: ReadonlyMap<string, Kind> = new Map([
  ['answered', 'answered'],
  ['completed', 'answered'],
  ['missed', 'missed'],
  ['no-answer', 'missed'],
  ['voicemail', 'voicemail'],
  ['busy', 'busy'],
  ['failed', 'failed'],
])

/** Statuses of calls that are not over. Assumed: Twilio's, whose final ones are those of the newer edition. */
const UNDER_WAY: readonly string[] = ['initiated', 'queued', 'ringing', 'in-progress']

/** Most names of unclassified statuses; further ones count under `OTHERS`. */
const MAX_NAMES = 20
const OTHERS = 'others'
/** The name of calls that have no status. */
const NO_STATUS = 'no status'

/**
 * Counts a number's inbound calls of a window, each id once: a later row takes the place of an earlier one, because statuses settle. A call
 * whose direction is not told is taken as inbound. Undefined where there is no such call: that is no evidence, not a count of zero.
 */
export function tallyCalls(calls: Iterable<Call>, { number, from, to }: Counted): CallTally | undefined {
  const latest = new Map([...calls].map((call) => [call.id, call]))
  const tally: CallTally = { received: 0, answered: 0, missed: 0, voicemail: 0, busy: 0, failed: 0, unclassified: {} }
  const others: string[] = []
  for (const call of latest.values()) {
    if (call.number !== number || call.direction === 'outbound' || call.createdAt < from || call.createdAt > to)
      continue
    tally.received += 1
    const kind = KINDS.get(call.status)
    if (kind) tally[kind] += 1
    else others.push(plain(call.status, 40) || NO_STATUS)
  }
  return tally.received === 0 ? undefined : { ...tally, unclassified: named(countsOf(others)) }
}

/** How many of the calls are not over yet, by their status. */
export function underWay({ unclassified }: CallTally): number {
  return UNDER_WAY.reduce((sum, status) => sum + (unclassified[status] ?? 0), 0)
}

/** The most frequent names first; those beyond the most that are named count together. */
function named(counts: ReadonlyMap<string, number>): Record<string, number> {
  const sorted = [...counts].toSorted(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
  const shown = new Map(sorted.slice(0, MAX_NAMES))
  const rest = sorted.slice(MAX_NAMES).reduce((sum, [, count]) => sum + count, 0)
  if (rest > 0) shown.set(OTHERS, (shown.get(OTHERS) ?? 0) + rest)
  return Object.fromEntries(shown)
}
