/** What is known when the next question is due. Times are in ms. */
export interface Knowledge {
  /** Since the run was triggered. */
  sinceTrigger: number
  /** Until the expected end; negative once it is overdue; undefined while nothing is known of it. */
  untilExpectedEnd?: number
  /** A number from 0 to below 1. */
  random: number
}

/** Shortest and longest time between two questions, in ms. */
export const MIN_GAP_MS = 1_000
export const MAX_GAP_MS = 15_000

/**
 * How long to wait before the run is asked for again, in ms. Soon after the trigger, when a run is refused or fails at once; then sparsely;
 * densely around the expected end.
 */
export function nextPoll({ sinceTrigger, untilExpectedEnd, random }: Knowledge): number {
  const young = sinceTrigger / 3
  const near = untilExpectedEnd === undefined ? MAX_GAP_MS : Math.abs(untilExpectedEnd) / 3
  const gap = Math.min(Math.max(young, MIN_GAP_MS), Math.max(near, MIN_GAP_MS), MAX_GAP_MS)
  return gap * (0.75 + 0.5 * random)
}
