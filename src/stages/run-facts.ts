// What is known of a run that others are compared with, wherever it comes from: this step, the list of runs, or a report.json.
import { optional } from '../base/fields.ts'
import { type Run, type StatusChange, mostSeconds, timesOf } from '../model/run.ts'
import type { Known } from '../report/known.ts'

/** What is known of a run. What nobody tells is missing. */
export interface RunFacts {
  status: string
  /** In ms since the epoch. */
  createdAt?: number
  /** Planned length of the calls, in seconds. */
  plannedSeconds?: number
  /** How long it was running, in seconds: at least, and at most. The two differ where only polling tells. */
  leastSeconds?: number
  mostSeconds?: number
  /** How many endpoints the API says it has; it may count otherwise than its rows do. */
  endpointCount?: number
  /** How many endpoints were read. */
  size?: number
}

/** The facts of a run that the API, or a report, tells of. */
export function factsOfRun(
  run: Run,
  {
    size,
    statuses = [],
    plannedSeconds,
  }: { size?: number; statuses?: readonly StatusChange[]; plannedSeconds?: number } = {},
): RunFacts {
  const { status, createdAt, endpointCount } = run
  return {
    status,
    ...optional({
      createdAt,
      plannedSeconds: longest([run.plannedSeconds, plannedSeconds]),
      leastSeconds: timesOf(run, statuses).durationSeconds,
      mostSeconds: mostSeconds(run, statuses),
      endpointCount,
      size,
    }),
  }
}

/** The facts of the run that is judged, or was before it. */
export function factsOfKnown({ task, started, watched, subject }: Known): RunFacts {
  const run = subject?.run ?? watched?.run
  const statuses = watched?.statuses ?? []
  const triggeredAt = started?.own ? started.at : undefined
  const ofTest = task.kind === 'test' ? task.test.plannedSeconds : undefined
  return {
    status: run?.status ?? 'unknown',
    ...optional({
      createdAt: run?.createdAt,
      // A run may tell its own length as its plan, so the test's counts, too.
      plannedSeconds: longest([run?.plannedSeconds, ofTest]),
      leastSeconds: subject?.durationSeconds ?? (run && timesOf(run, statuses, triggeredAt).durationSeconds),
      mostSeconds: run && mostSeconds(run, statuses, triggeredAt),
      endpointCount: run?.endpointCount,
      size: subject?.measurements.size,
    }),
  }
}

/** Longest plan that can be one, in seconds: a week. */
const LONGEST_PLAN_SECONDS = 7 * 24 * 3_600

function longest(plans: readonly (number | undefined)[]): number | undefined {
  const known = plans.filter((seconds = 0) => seconds > 0 && seconds <= LONGEST_PLAN_SECONDS).map(Number)
  return known.length === 0 ? undefined : Math.max(...known)
}
