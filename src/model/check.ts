// What a step finds that looks at everything a run needs, and starts none.
import type { FailureCode } from '../base/failure.ts'
import type { CheckVerdict } from './verdict.ts'

/** What is looked at. */
export type CheckedPart =
  | 'inputs'
  | 'api-key'
  | 'key-role'
  | 'project'
  | 'test'
  | 'run-id'
  | 'thresholds'
  | 'baseline'
  | 'commit-status'
  | 'comment'
  | 'far-end'

/**
 * What became known of a part. `problem`: a run would end in `error`. `warning`: a run would start, and lack something. `unknown`: reading cannot tell;
 * it is never `ok`. `not set`: the workflow does not ask for it.
 */
export const FINDING_STATES = ['problem', 'warning', 'unknown', 'ok', 'not set'] as const

export type FindingState = (typeof FINDING_STATES)[number]

/** One thing that was looked at. */
export interface Finding {
  what: CheckedPart
  /** Which of several it is: the test, as the workflow names it. */
  of?: string
  state: FindingState
  /** Why, in one sentence. */
  reason: string
  /** What is wrong, where something failed. */
  code?: FailureCode
}

/** How a part of an API that nothing documents answered. `not probed`: only a request that changes something could tell. */
export type Answered = 'as assumed' | 'differently' | 'not available' | 'not probed'

/** A field, by the types that are assumed of it and those that came; one of the two is missing where nothing is assumed, or nothing came. */
export interface FieldTypes {
  field: string
  assumed?: string
  came?: string
}

/** A part of an API that nothing documents, or on which its pages disagree. Holds names of fields and types alone, never a value: it may be made public. */
export interface Assumption {
  api: 'CallMeter' | 'CallScaler'
  /** Such as `list-tests`. */
  what: string
  answered: Answered
  /** Why, in one sentence. */
  reason: string
  fields?: readonly FieldTypes[]
}

/** Everything that the log, the summary and the outputs of a check are made from. */
export interface CheckReport {
  verdict: CheckVerdict
  findings: readonly Finding[]
  assumptions: readonly Assumption[]
  /** What ended the check before anything could be looked at. */
  problem?: string
  /** What went wrong first. */
  code?: FailureCode
}

/** The report on what was found: `error` where a run would end in it. */
export function checkReport(findings: readonly Finding[], assumptions: readonly Assumption[]): CheckReport {
  const first = findings.find(({ state }) => state === 'problem')
  const code = first?.code
  return { verdict: first ? 'error' : 'checked', findings, assumptions, ...(code ? { code } : {}) }
}
