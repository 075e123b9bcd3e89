// When to ask next: sparsely where an end is unlikely, densely where it is likely. For an end that is certain to lie in a stretch of time,
// questions at even distances find it soonest for their number; so there is one distance before the expected stretch, a smaller one in it,
// and one that grows again once it is overdue. Measured in docs/benchmarks.md.

/** When a run is expected to end, in ms from its start. */
export interface Expectation {
  from: number
  to: number
}

/** What is known when the next question is due. Times are in ms. */
export interface Knowledge {
  /** Since the run was triggered. */
  sinceTrigger: number
  /** Since it began to run; undefined while it waits, or its status is unknown. */
  running?: number
  expected?: Expectation
  /** Whether every endpoint is done, so that the end is a matter of moments. */
  allDone?: boolean
  /** Shortest distance that the pace allows, 0 while there is plenty: others share the rate limit of the key. */
  leastGap: number
  /** From 0 to below 1. */
  random: number
}

/** Shortest distance between two questions, in ms. */
export const MIN_GAP_MS = 800
/** Longest distance while nothing is known of the end, in ms. */
const UNKNOWN_GAP_MS = 12_000
/** Early on, the distance is this share of the time that has passed. */
const YOUNG_GROWTH = 1.5
/** Before the expected stretch: a share of its beginning, within bounds in ms. */
const SPARSE_SHARE = 0.1
const SPARSE_MIN_MS = 5_000
const SPARSE_MAX_MS = 120_000
/** Questions within the expected stretch, with a longest distance in ms. */
const DENSE_QUESTIONS = 29
const DENSE_MAX_MS = 10_000
/** How the distance grows once the run is overdue, in ms for each ms. */
const OVERDUE_GROWTH = 0.06
/** Share of the distance by which it varies either way, so that jobs do not keep step. */
const JITTER = 0.1

/** A planned length means an end within a twentieth of it either way. Set-up and hanging up take a few seconds more. */
export function expectedFromPlan(plannedMs: number): Expectation {
  return { from: 0.95 * plannedMs, to: 1.05 * plannedMs + 2_000 }
}

/** Earlier runs mean an end between the shortest and the longest of them, with some room; undefined where there are none. */
export function expectedFromHistory(lengthsMs: readonly number[]): Expectation | undefined {
  if (lengthsMs.length === 0) return undefined
  return { from: 0.97 * Math.min(...lengthsMs), to: 1.03 * Math.max(...lengthsMs) + 2_000 }
}

/** How long to wait before the run is asked for again, in ms. */
export function nextPoll(knowledge: Knowledge): number {
  const { sinceTrigger, running, expected, allDone, leastGap, random } = knowledge
  // The first question comes at a random moment of its second, so that jobs that start together are apart from then on.
  if (sinceTrigger < MIN_GAP_MS / 2) return Math.max((0.4 + 0.8 * random) * 1_000, leastGap * random)
  const jitter = 1 - JITTER + 2 * JITTER * random
  if (allDone) return Math.max(MIN_GAP_MS, leastGap) * jitter
  const elapsed = running ?? sinceTrigger
  // A run that is refused, or fails at once, does so in its first seconds.
  const young = Math.max(1_000, YOUNG_GROWTH * elapsed)
  if (running === undefined || !expected) return Math.max(Math.min(young, UNKNOWN_GAP_MS), leastGap) * jitter

  const { from, to } = expected
  const dense = Math.max(clamp((to - from) / DENSE_QUESTIONS, MIN_GAP_MS, DENSE_MAX_MS), leastGap)
  // Where there is only one question to spend on the whole stretch, its end is where the answer is worth most.
  const aim = leastGap > (to - from) / 2 ? to : from
  if (elapsed >= aim) return (dense + Math.max(0, elapsed - to) * OVERDUE_GROWTH) * jitter
  const sparse = Math.max(Math.min(young, clamp(SPARSE_SHARE * from, SPARSE_MIN_MS, SPARSE_MAX_MS)), leastGap)
  // The last question before the stretch falls on its beginning, anywhere within one dense distance.
  return elapsed + sparse * 1.5 >= aim ? Math.max(MIN_GAP_MS, aim - elapsed + dense * (random - 0.5)) : sparse * jitter
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most)
}
