// When to ask next: by one law. Where runs end at a hazard h(t), and a question is worth c ms of lateness, questions are cheapest together with the lateness
// they leave at a distance of √(2c/h); so the next is due once ∫√(h/2c) dt reaches one (Barlow and Proschan, "Mathematical Theory of Reliability", 1965,
// chapter 4.3: inspection; Keller, "Optimum checking schedules for systems subject to random failure", 1974). Measured in docs/benchmarks.md.
import { ALL_DONE, type EndModel, survival } from './end-model.ts'

/** What is known when the next question is due. Times are in ms. */
export interface Knowledge {
  /** Since the run was triggered. */
  sinceTrigger: number
  /** Since it began to run; undefined while it waits, or its status is unknown. */
  running?: number
  ends: EndModel
  /** Since every endpoint was seen to be done. */
  allDone?: number
  /** How many times slower than its limit the API may be asked, at least 1: others share the rate limit of the key. */
  scarcity: number
  /** From 0 to below 1. */
  random: number
}

/** What a question is worth where requests are plenty, in ms of lateness. */
const QUESTION_MS = 72
/** Shortest distance between two questions, in ms. */
export const MIN_GAP_MS = 700
/** Share of the distance by which it varies either way, so that jobs do not keep step. */
const JITTER = 0.1
/** Until so long after the trigger, in ms, a question is the first. */
const FIRST_MS = 350
/** Share of runs that are said to wait and are running. */
const STALE = 0.1
/** Longest distance, in ms. */
const MAX_GAP_MS = 24 * 3_600_000

/** How long to wait before the run is asked for again, in ms. */
export function nextPoll({ sinceTrigger, running, ends, allDone, scarcity, random }: Knowledge): number {
  // A distance that is to grow with the scarcity takes a price that grows with its square.
  const price = QUESTION_MS * scarcity ** 2
  // The first question comes at any moment of its distance, so that jobs that start together are apart from then on.
  const due = sinceTrigger < FIRST_MS ? 0.3 + 0.7 * random : 1 - JITTER + 2 * JITTER * random
  const gap =
    allDone !== undefined
      ? distance(ALL_DONE, allDone, price, due)
      : distance(running === undefined ? waiting(ends, sinceTrigger) : ends, running ?? sinceTrigger, price, due)
  return Math.min(Math.max(gap, MIN_GAP_MS * due), MAX_GAP_MS)
}

/** From an age on, the time in ms in which ∫√(h/2c) dt comes to `due`. */
function distance(ends: EndModel, age: number, price: number, due: number): number {
  const edges = ends.expected.flatMap(({ from, to }) => [from, to]).toSorted((a, b) => a - b)
  let left = due
  let [at, going] = [age, survival(ends, age)]
  while (at - age < MAX_GAP_MS) {
    // Between edges the density changes slowly, on the scale of the age: it is taken for even, and then the integral is exact.
    const next = Math.min(edges.find((edge) => edge > at) ?? Number.POSITIVE_INFINITY, at + (at + 1_000) / 32)
    const then = survival(ends, next)
    const density = (going - then) / (next - at)
    // ∫√(f/S) dt of an even f from S₀ to S₁ is 2(√S₀ - √S₁)/√f.
    const reach = 2 / Math.sqrt(2 * price * density)
    const gained = density > 0 ? reach * (Math.sqrt(going) - Math.sqrt(then)) : 0
    if (gained >= left) return at + (going - (Math.sqrt(going) - left / reach) ** 2) / density - age
    left -= gained
    ;[at, going] = [next, then]
  }
  return MAX_GAP_MS
}

/**
 * A model of a run that has been waiting for some ms: it may begin within as long again, with all of its length before it; or it runs, and its status is a stale
 * one.
 */
function waiting(ends: EndModel, ms: number): EndModel {
  const expected = ends.expected.flatMap(({ from, to, share }) => [
    { from: from + ms, to: to + 2 * ms, share: (1 - STALE) * share },
    { from, to, share: STALE * share },
  ])
  return { ...ends, expected }
}
