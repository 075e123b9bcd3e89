// Which rule to hold a run against earlier ones catches a change, and how often it is red for noise alone: against a model of runs whose truth is known.
import { mean, quantileSorted } from 'd3-array'
import { middle, spreadOf } from '../src/thresholds/reference.ts'
import { createRandom } from './random.ts'
import { markdownTable } from './table.ts'

/** Runs of each kind, unchanged and changed. */
const RUNS = 20_000
/** Earlier runs that are known: few, and many. */
const [FEW, MANY] = [7, 20]

/** How `avg(mos)` of one run comes about: `before` is how many runs ago it was, 0 for the one that is judged. */
type Draw = (random: () => number, before: number) => number

/** A system and a change of it. */
export interface Scenario {
  name: string
  unchanged: Draw
  changed: Draw
}

/** What some of the newest earlier runs come to. */
interface Past {
  mean: number
  deviation: number
  median: number
  spread: number
  interquartile: number
}

/** What is known of the runs before one. */
interface Known {
  newest: number
  few: Past
  many: Past
}

export interface Rule {
  name: string
  /** The rule as people would write it, and its parameter. */
  text: string
  parameter: number
  /** How far a run lies on the bad side of what it is compared with, in what the parameter is counted in: red beyond the parameter. */
  badness: (own: number, known: Known) => number
  /** Whether a second run has to be red, too. */
  confirmed?: true
}

const normal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
/** Student's t of two degrees of freedom: now and then a run lies far from all others. */
const heavy = (random: () => number): number =>
  normal(random) / Math.sqrt((normal(random) ** 2 + normal(random) ** 2) / 2)

const ENDPOINTS = 40
/** Of a mean over endpoints that each differ by 0.15. */
const WITHIN = 0.15 / Math.sqrt(ENDPOINTS)

const usual =
  (between = 0.05): Draw =>
  (random) =>
    4.2 + between * normal(random) + WITHIN * normal(random)
const below =
  (draw: Draw, drop: number | ((before: number) => number)): Draw =>
  (random, before) =>
    draw(random, before) - (typeof drop === 'number' ? (before === 0 ? drop : 0) : drop(before))
const tails: Draw = (random) => 4.2 + 0.03 * heavy(random) + WITHIN * normal(random)
/** In one run of five an endpoint has a call of MOS 1.5. */
const bad: Draw = (random) => usual()(random, 0) - (random() < 0.2 ? (4.2 - 1.5) / ENDPOINTS : 0)
/** One of the earlier runs was an outage. */
const outage: Draw = (random, before) => usual()(random, before) - (before === 3 ? 0.8 : 0)
const drift = (before: number): number => 0.05 * Math.max(0, FEW - before)

export const SCENARIOS: readonly Scenario[] = [
  { name: 'Noise of 0.05 between runs, a drop of 0.2', unchanged: usual(), changed: below(usual(), 0.2) },
  { name: 'The same, a drift of 0.05 a run over seven runs', unchanged: usual(), changed: below(usual(), drift) },
  { name: 'Heavy tails: now and then a run far off, a drop of 0.2', unchanged: tails, changed: below(tails, 0.2) },
  { name: 'One bad endpoint of 40 in a fifth of the runs, a drop of 0.2', unchanged: bad, changed: below(bad, 0.2) },
  { name: 'An outage among the earlier runs, a drop of 0.2', unchanged: outage, changed: below(outage, 0.2) },
  { name: 'Noise of 0.1 between runs, a drop of 0.4', unchanged: usual(0.1), changed: below(usual(0.1), 0.4) },
]

/** Bencher's standard deviation is the population's, its quartiles are of type 7. Source: its documentation and sources, 2025. */
function pastOf(runs: readonly number[]): Past {
  const sorted = [...runs].toSorted((a, b) => a - b)
  const quantile = (share: number): number => quantileSorted(sorted, share) ?? Number.NaN
  const own = mean(runs) ?? Number.NaN
  return {
    mean: own,
    deviation: Math.sqrt(runs.reduce((sum, value) => sum + (value - own) ** 2, 0) / runs.length),
    median: middle(runs),
    spread: spreadOf(runs),
    interquartile: quantile(0.75) - quantile(0.25),
  }
}

type Measure = Rule['badness']
const previous: Measure = (own, { newest }) => newest - own
const tolerance: Measure = (own, { newest }) => (100 * (newest - own)) / newest
const ofMedian: Measure = (own, { few }) => few.median - own
const inSpreads =
  (span: 'few' | 'many'): Measure =>
  (own, { [span]: past }) =>
    (past.median - own) / past.spread
/** In spreads, and never within 0.1, which nobody hears. */
const floored =
  (span: 'few' | 'many'): Measure =>
  (own, known) =>
    known[span].median - own > 0.1 ? inSpreads(span)(own, known) : Number.NEGATIVE_INFINITY
const studentT =
  (span: 'few' | 'many'): Measure =>
  (own, { [span]: past }) =>
    (past.mean - own) / past.deviation
const quartiles =
  (span: 'few' | 'many'): Measure =>
  (own, { [span]: past }) =>
    (past.median - own) / past.interquartile

/** The quantiles of Student's t with 6 and 19 degrees of freedom at 0.98, Bencher's example of a boundary. Source: SciPy, `stats.t.ppf`. */
const T_098 = { few: 2.6122418469, many: 2.2046987 }
const CONFIRMED = { confirmed: true } as const

export const RULES: readonly Rule[] = [
  { name: 'previous', text: 'baseline - 0.1', parameter: 0.1, badness: previous },
  { name: 'a tolerance of the previous run, as others have it', text: '2.5 %', parameter: 2.5, badness: tolerance },
  { name: 'last 7', text: 'baseline - 0.1', parameter: 0.1, badness: ofMedian },
  { name: 'last 7', text: 'baseline - 3 * spread', parameter: 3, badness: inSpreads('few') },
  { name: 'last 7', text: 'baseline - max(3 * spread, 0.1)', parameter: 3, badness: floored('few') },
  { name: 'last 20', text: 'baseline - 3 * spread', parameter: 3, badness: inSpreads('many') },
  { name: 'Bencher, t-test of 7', text: 'boundary 0.98', parameter: T_098.few, badness: studentT('few') },
  { name: 'Bencher, t-test of 20', text: 'boundary 0.98', parameter: T_098.many, badness: studentT('many') },
  { name: 'Bencher, IQR of 7', text: 'multiplier 2', parameter: 2, badness: quartiles('few') },
  { name: 'Bencher, IQR of 20', text: 'multiplier 2', parameter: 2, badness: quartiles('many') },
  { name: 'previous, confirm: 1', text: 'baseline - 0.1', parameter: 0.1, badness: previous, ...CONFIRMED },
  { name: 'last 7, confirm: 1', text: 'baseline - 0.1', parameter: 0.1, badness: ofMedian, ...CONFIRMED },
  { name: 'last 7, confirm: 1', text: 'baseline - 3 * spread', parameter: 3, badness: inSpreads('few'), ...CONFIRMED },
  { name: 'last 20, confirm: 1', text: 'baseline - 3 * spread', parameter: 3, badness: inSpreads('many'), ...CONFIRMED },
  { name: 'last 20, confirm: 1', text: 'baseline - max(3 * spread, 0.1)', parameter: 3, badness: floored('many'), ...CONFIRMED },
] // prettier-ignore

/** How bad each of many runs is by each rule, in rising order: from that everything can be read, for any parameter. */
export interface Badness {
  unchanged: Float64Array
  changed: Float64Array
}

/** Draws the runs of a scenario, the same ones for every rule. */
export function badnessOf(scenario: Scenario, rules: readonly Rule[], runs = RUNS): Badness[] {
  const random = createRandom(20_261_125)
  const found = rules.map(() => ({ unchanged: new Float64Array(runs), changed: new Float64Array(runs) }))
  for (const kind of ['unchanged', 'changed'] as const) {
    for (let i = 0; i < runs; i++) {
      const draw = scenario[kind]
      const own = draw(random, 0)
      const again = draw(random, 0)
      const earlier = Array.from({ length: MANY }, (_, n) => draw(random, n + 1))
      const known = { newest: earlier[0] ?? 0, few: pastOf(earlier.slice(0, FEW)), many: pastOf(earlier) }
      for (const [n, { badness, confirmed }] of rules.entries()) {
        const first = badness(own, known)
        found[n]![kind][i] = confirmed ? Math.min(first, badness(again, known)) : first
      }
    }
  }
  for (const one of found) for (const kind of ['unchanged', 'changed'] as const) one[kind].sort()
  return found
}

/** The share of runs that are red, in percent, where badness in rising order has to be beyond the parameter. */
export function redShare(badness: Float64Array, parameter: number): number {
  let [low, high] = [0, badness.length]
  while (low < high) {
    const half = (low + high) >> 1
    if ((badness[half] ?? 0) > parameter) high = half
    else low = half + 1
  }
  return (100 * (badness.length - low)) / badness.length
}

/** The share of unchanged runs that are red where the parameter is such that this share of changed ones is caught, in percent. */
export function falseRedsAt(caught: number, { unchanged, changed }: Badness): number {
  const place = Math.floor((1 - caught / 100) * changed.length)
  const parameter = changed[place] ?? 0
  return Number.isFinite(parameter) ? redShare(unchanged, parameter - 1e-12) : Number.NaN
}

/** The tables: each rule as it is written, and tuned so that it catches as much as the previous run alone. */
export function benchNoise(): string {
  const intro = `${RUNS.toLocaleString('en')} unchanged and as many changed runs of each kind, ${ENDPOINTS} endpoints, \`avg(mos)\`. Runs are drawn one by one: endpoints of one run share a network, so a statistic counts runs. "Tuned" has the parameter of each rule such that it catches as much as \`previous\` does as written; – if it cannot. Bencher's rules are as its documentation has them, on the same runs.`
  const tables = SCENARIOS.map((scenario) => {
    const all = badnessOf(scenario, RULES)
    const caught = redShare(all[0]!.changed, RULES[0]!.parameter)
    const rows = RULES.map(({ name, text, parameter }, i) => {
      const tuned = falseRedsAt(caught, all[i]!)
      return [
        name,
        text,
        redShare(all[i]!.unchanged, parameter).toFixed(1),
        redShare(all[i]!.changed, parameter).toFixed(1),
        Number.isNaN(tuned) ? '–' : tuned.toFixed(1),
      ]
    })
    const head = ['against', 'limit', 'false red %', 'caught %', `tuned to ${caught.toFixed(0)} % caught: false red %`]
    return `### ${scenario.name}\n\n${markdownTable(head, rows)}`
  })
  return [intro, ...tables].join('\n\n')
}
