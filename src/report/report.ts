import type { FailureCode } from '../base/failure.ts'
import { optional } from '../base/fields.ts'
import type { Judgement, Verdict } from '../model/verdict.ts'
import type { StatusChange } from '../model/run.ts'
import { type Subject, isAbsence } from '../model/subject.ts'
import type { ThresholdResult } from '../thresholds/evaluate.ts'
import { type Baseline, type Known, type KnownRun, knownRun, plannedSecondsOf } from './known.ts'

/** What is told of one test when the step is over with it. */
export interface RunReport extends Judgement, KnownRun {
  project: { asked: string; id?: string; name?: string }
  /** Whether the run was only found, and may be somebody else's. */
  presumed?: true
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
  /** Every run of the test, where a breach had to be confirmed: the report is that of the last one that was judged. */
  attempts?: readonly AttemptReport[]
  /** Whether the test was not started, since another one had failed the step. */
  notStarted?: true
}

/** What is told of each of several runs of one test. */
export type AttemptReport = Judgement & Pick<RunReport, 'runId' | 'runUrl' | 'status' | 'presumed'>

/** Everything that the step's log, summary, outputs and reports are made from. */
export interface StepReport {
  verdict: Verdict
  runs: readonly RunReport[]
  /** What ended the step before there was any run to report on. */
  problem?: string
  /** What kind of problem that is. */
  code?: FailureCode
  /** Where no further test was to be started once one had failed the step: the verdicts that fail it. */
  failFast?: readonly Verdict[]
  /** In ms since the epoch. */
  startedAt: number
  endedAt: number
}

/** Said of a verdict on a run that may be somebody else's. */
const PRESUMED = "It is presumed, not certain, that this is the step's own run."

/** The report on one test: all that is known of it, and the verdict. `template` is the workflow's `run-url`. */
export function reportOf(known: Known, judgement: Judgement, template: string): RunReport {
  const { task, started, watched, subject, baseline, thresholds, notes } = known
  const statuses = watched?.statuses ?? []
  const presumed = started?.evidence === 'presumed' || undefined
  return {
    ...judgement,
    reason: presumed ? `${judgement.reason} ${PRESUMED}` : judgement.reason,
    project: task.project,
    ...knownRun(known, template),
    statuses,
    thresholds,
    notes,
    ...optional({
      presumed,
      status: watched?.run?.status ?? statuses[statuses.length - 1]?.status ?? started?.status,
      plannedSeconds: plannedSecondsOf(known),
      subject,
      baseline: baseline && !isAbsence(baseline) ? baseline : undefined,
    }),
  }
}

/** Whether a run breached a threshold that only another run of the test held: the step passes by that one, and this one is no measure for others. */
export function brokeWhatOthersHeld({ runId, thresholds }: RunReport): boolean {
  return thresholds.some(
    ({ state, threshold, runs }) =>
      state === 'unconfirmed' &&
      threshold.severity === 'fail' &&
      runs?.find((run) => run.runId === runId)?.state === 'breached',
  )
}

/** The test's name, as the API gives it or the workflow asked for it. */
export function nameOf({ test }: RunReport): string {
  return test.name ?? test.asked
}

/** Whether the endpoints of a run were read, so that a report shows them. */
export function hasResults({ runs }: Pick<StepReport, 'runs'>): boolean {
  return runs.some(({ subject }) => subject !== undefined)
}
