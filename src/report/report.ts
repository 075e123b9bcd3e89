import type { Baseline } from '../stages/baseline.ts'
import type { StatusChange } from '../stages/watch.ts'
import type { Subject, ThresholdResult } from '../thresholds/evaluate.ts'
import type { Verdict } from '../model/verdict.ts'

/** What is known of one run when the step is over with it. It is filled as the run goes on, so that whatever happens can be told. */
export interface RunReport {
  verdict: Verdict
  /** Why, in one sentence. */
  reason: string
  project: { asked: string; id?: string; name?: string }
  test: { asked: string; id?: string; name?: string }
  runId?: string
  /** The run's page; missing where neither the API nor the workflow says where it is. */
  runUrl?: string
  /** The status last seen. */
  status?: string
  statuses: readonly StatusChange[]
  /** Planned length of the calls, in seconds. */
  plannedSeconds?: number
  /** What the thresholds were held against; missing where no results were read. */
  subject?: Subject
  thresholds: readonly ThresholdResult[]
  /** What `baseline` stood for; missing where the workflow names none, or it could not be had. */
  baseline?: Baseline
  /** What else the reader should know, a sentence each. */
  notes: readonly string[]
}

/** Everything that the step's log, summary, outputs and reports are made from. */
export interface StepReport {
  verdict: Verdict
  runs: readonly RunReport[]
  /** What ended the step before there was any run to report on. */
  problem?: string
  /** In ms since the epoch. */
  startedAt: number
  endedAt: number
}
