// Whether one run can be measured by another: the one place that holds what is known of two runs against each other.
import { formatDuration } from '../base/duration.ts'
import { counted, plain } from '../base/text.ts'
import { tooShort } from '../model/run.ts'
import type { RunFacts } from './run-facts.ts'

/** Planned lengths this much apart are of two plans; less apart they may be lengths that a run tells as its plan. */
const PLAN_TOLERANCE = 0.1

/** Why a run is no measure for another, as it reads after its name; undefined where it is: it ran to its end, by the same plan, with as many endpoints. */
export function whyNotComparable(run: RunFacts, other: RunFacts): string | undefined {
  return whyNotWhole(run, other) ?? whyOtherPlan(run, other) ?? whyOtherSize(run, other, (a, b) => a !== b)
}

/** Why a run cannot refute what another one broke; a larger one can. */
export function whyWeaker(run: RunFacts, other: RunFacts): string | undefined {
  return whyNotWhole(run, other) ?? whyOtherPlan(run, other) ?? whyOtherSize(run, other, (a, b) => a < b)
}

/**
 * Why a run was not run to its end. Where nobody tells its plan, the other's is taken. A plan that the other run did not come to either means something
 * else, or is not known: then a run that took half as long is too short.
 */
export function whyNotWhole(run: RunFacts, other: RunFacts): string | undefined {
  if (run.status !== 'COMPLETED') return `is ${plain(run.status, 40)}`
  const { mostSeconds } = run
  if (mostSeconds === undefined) return undefined
  const plan = run.plannedSeconds ?? other.plannedSeconds
  const isKept = other.plannedSeconds === undefined || !tooShort(other.mostSeconds ?? Infinity, other.plannedSeconds)
  if (plan !== undefined && isKept) return tooShort(mostSeconds, plan) ? 'was cut short' : undefined
  const length = other.leastSeconds
  return length !== undefined && (mostSeconds + 1) * 2 < length
    ? `lasted ${formatDuration(mostSeconds * 1_000)} instead of ${formatDuration(length * 1_000)}`
    : undefined
}

function whyOtherPlan({ plannedSeconds: a }: RunFacts, { plannedSeconds: b }: RunFacts): string | undefined {
  return a && b && Math.abs(a - b) > PLAN_TOLERANCE * Math.max(a, b)
    ? `was planned for ${formatDuration(a * 1_000)} instead of ${formatDuration(b * 1_000)}`
    : undefined
}

function whyOtherSize(
  run: RunFacts,
  other: RunFacts,
  isOther: (size: number, whole: number) => boolean,
): string | undefined {
  // Counts of one kind are held against each other: the API may count otherwise than its rows.
  const counts = [
    [run.endpointCount || undefined, other.endpointCount],
    [run.size, other.size],
  ]
  const apart = counts.find(([a, b]) => a !== undefined && b && isOther(a, b))
  return apart && `has ${counted(apart[0] ?? 0, 'endpoint')} instead of ${apart[1]}`
}
