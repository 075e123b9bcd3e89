// What a failure means and where it is likely to lie: the form of the rules, and what they have in common.

/** Where a failure is likely to lie. */
export type Place =
  | 'test definition'
  | 'credentials'
  | 'system under test'
  | 'network and NAT'
  | 'media and codecs'
  | 'far end'
  | 'CallMeter'
  | 'unknown'

/** What an endpoint that failed tells of itself. */
export interface Failure {
  /** null: it has not ended. */
  outcome: string | null
  phase: string | null
  sipStatus: number | null
}

export interface Rule {
  /** Which outcomes it is about: a status alone does not tell which request it answered. */
  outcomes: readonly (string | null)[]
  /** Which of their failures; what is missing may be anything. `none` among the statuses is an endpoint without one. */
  statuses?: readonly (number | 'none')[]
  phases?: readonly string[]
  /** Statuses of calls of the same run, one of which there has to be. */
  beside?: readonly number[]
  place: Place
  /** What happened, as it reads after the status and the method. */
  what: string
  /** The first two things to look at. */
  look: readonly [string, string]
  source: string
}

/** The outcomes that are about the INVITE of a call. */
export const CALL = ['CALL_FAILED', 'TIMEOUT'] as const

/** All codes of one hundred, for those that no rule names by itself. */
export const hundred = (first: number): number[] => Array.from({ length: 100 }, (_, i) => first * 100 + i)

/** What is looked at first for more than one rule. */
export const ACCOUNT = 'user name, password and realm of the accounts in the test'
export const TRACE = 'a trace at the system under test: what it receives and what it sends'
