// How runs end, which is all that the schedule knows of them: a few at once, most as expected, the rest whenever. What is expected comes from the plan,
// and more and more from earlier runs of the test.

/** A stretch of ages within which a share of runs ends, evenly. Ages are in ms since the run began. */
export interface Stretch {
  from: number
  to: number
  share: number
}

/** How likely a run is to end at which age. The shares add up to 1. */
export interface EndModel {
  /** Share of runs that end at once: refused, misconfigured, out of workers. */
  atOnce: number
  expected: readonly Stretch[]
  /** Share of runs whose end nothing tells, and the age that half of them reach, in ms. */
  whenever: number
  medianMs: number
}

/** What is believed before any run was seen: shares of runs that end at once, and whenever, */
const PRIOR = { atOnce: 0.1, whenever: 0.045 } as const
/** and how many earlier runs that is worth. */
const PRIOR_RUNS = 0.5
/** The age that half of the runs reach which end at once, in ms. */
const AT_ONCE_MS = 1_000
/** The age that half of the runs reach of which nothing is known, in ms. */
const TYPICAL_MS = 700_000
/** Share of those that hang, and do not end by themselves. */
const NEVER = 0.1
/** Runs end within this share of their plan, either way, */
const SPREAD = 0.05
/** and take up to so much longer, in ms, to set up and to hang up. */
const SET_UP_MS = 2_000
/** Closest to its own length that an earlier run lets expect the next one, in ms: what a clock in whole seconds is good for. */
const CLOSEST_MS = 500

/** A model of a run by what is planned and how long earlier runs of its test were running; both may be unknown. In ms. */
export function endModel(plannedMs: number | undefined, earlierMs: readonly number[] = []): EndModel {
  const runs = PRIOR_RUNS + earlierMs.length
  const prior = PRIOR_RUNS / runs
  const asPlanned = plannedMs === undefined ? [] : [about(plannedMs, prior * (1 - PRIOR.atOnce - PRIOR.whenever))]
  const expected = [...asPlanned, ...likeEarlier(earlierMs, 1 / runs)]
  const atOnce = prior * PRIOR.atOnce
  const sorted = earlierMs.toSorted((a, b) => a - b)
  return {
    atOnce,
    expected,
    whenever: prior - atOnce - asPlanned.reduce((sum, { share }) => sum + share, 0),
    medianMs: Math.max(AT_ONCE_MS, plannedMs ?? sorted[sorted.length >> 1] ?? TYPICAL_MS),
  }
}

/** A model of a run all of whose endpoints are done: its end is a matter of moments. */
export const ALL_DONE: EndModel = { atOnce: 1, expected: [], whenever: 0, medianMs: AT_ONCE_MS }

/**
 * Share of runs that are still going at an age in ms. Runs that end at once, and whenever, do so by log-logistic distributions, of shape 1 and 2: without an
 * end, so that nothing is ever certain to be over.
 */
export function survival({ atOnce, expected, whenever, medianMs }: EndModel, age: number): number {
  let left = atOnce / (1 + age / AT_ONCE_MS) + whenever * (NEVER + (1 - NEVER) / (1 + (age / medianMs) ** 2))
  for (const { from, to, share } of expected)
    left += age <= from ? share : age >= to ? 0 : (share * (to - age)) / (to - from)
  return left
}

function about(ms: number, share: number): Stretch {
  return { from: (1 - SPREAD) * ms, to: (1 + SPREAD) * ms + SET_UP_MS, share }
}

/**
 * A stretch around each earlier run, as wide as the distance to its k-th nearest neighbour, k = √n: narrow where runs are alike, also in two places
 * (Breiman, Meisel and Purcell, "Variable kernel estimates of multivariate densities", 1977).
 */
function likeEarlier(lengths: readonly number[], share: number): Stretch[] {
  const k = Math.ceil(Math.sqrt(lengths.length))
  return lengths.map((length, i) => {
    const widest = about(length, share)
    const distances = lengths
      .flatMap((other, j) => (j === i ? [] : [Math.abs(other - length)]))
      .toSorted((a, b) => a - b)
    const near = Math.max(CLOSEST_MS, distances[k - 1] ?? Number.POSITIVE_INFINITY)
    return { from: Math.max(widest.from, length - near), to: Math.min(widest.to, length + near), share }
  })
}
