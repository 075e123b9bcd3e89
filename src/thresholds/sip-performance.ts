// Shares of calls by the final status of their INVITE, as RFC 6076 and ITU-T E.425 define them. A call is an endpoint with a final status that is not of its
// registration; calls whose INVITE was never answered have none, and are left out.
import type { Measurements } from '../model/measurements.ts'
import type { Proportion } from './interval.ts'

export type SipMetric = 'asr' | 'ner' | 'ser' | 'seer' | 'isa'

interface Definition {
  /** Calls that are counted, and those that are no part of the whole. */
  counts: (status: number) => boolean
  leavesOut?: (status: number) => boolean
}

const isAnswered = (status: number): boolean => status >= 200 && status < 300
const isRedirected = (status: number): boolean => status >= 300 && status < 400

const DEFINITIONS: Readonly<Record<SipMetric, Definition>> = {
  /** Answer-seizure ratio. Source: ITU-T E.425. */
  asr: { counts: isAnswered },
  /** Network effectiveness ratio: answers, and what the called side is the reason of: busy, no answer, rejected. Source: ITU-T E.425; which
   * SIP statuses these are is RFC 3398's mapping of causes. The vendor counts 486 and 603 alone. */
  ner: { counts: (status) => isAnswered(status) || [480, 486, 487, 600, 603, 607].includes(status) },
  /** Session establishment ratio. Source: RFC 6076, 4.6. */
  ser: { counts: isAnswered, leavesOut: isRedirected },
  /** Session establishment effectiveness ratio. Source: RFC 6076, 4.7. */
  seer: {
    counts: (status) => isAnswered(status) || [480, 486, 600, 603].includes(status),
    leavesOut: (status) => isRedirected(status) || [401, 402, 407].includes(status),
  },
  /** Ineffective session attempts: the network's failures. Source: RFC 6076, 4.8. */
  isa: { counts: (status) => [408, 500, 503, 504].includes(status) },
}

/** Whether a fact is one of these shares. */
export function isSipMetric(name: string): name is SipMetric {
  return Object.hasOwn(DEFINITIONS, name)
}

/** Whether a share counts a call with this end otherwise than one that was answered. */
export function tellsFromAnswered(name: SipMetric, outcome: string | null, status: number | null): boolean {
  const final = finalStatus(outcome, status)
  const { counts, leavesOut } = DEFINITIONS[name]
  return final !== undefined && ((leavesOut?.(final) ?? false) || counts(final) !== counts(200))
}

/** The share of some endpoints' calls; `calls` is how many have a final status. `of` is 0 where none counts as part of the whole. */
export function sipShare(
  name: SipMetric,
  places: Uint32Array,
  { outcomes, sipStatuses }: Measurements,
): Proportion & { calls: number } {
  const { counts, leavesOut } = DEFINITIONS[name]
  let [calls, hits, of] = [0, 0, 0]
  for (const place of places) {
    const status = finalStatus(outcomes[place] ?? null, sipStatuses[place] ?? null)
    if (status === undefined) continue
    calls++
    if (leavesOut?.(status)) continue
    of++
    if (counts(status)) hits++
  }
  return { calls, hits, of }
}

/** The final status of an endpoint's INVITE; undefined where there is none. The status of one that failed to register, or to hang up, is of another request; that of one whose
 * own machine failed says nothing of the system. */
function finalStatus(outcome: string | null, status: number | null): number | undefined {
  if (outcome === 'REGISTRATION_FAILED' || outcome === 'OSERROR') return undefined
  if (outcome === 'TEARDOWN_ERROR') return 200
  return status !== null && status >= 200 && status < 700 ? status : undefined
}
