// What evaluating thresholds costs, beside a plain loop over the same numbers in the same process.
import type { Measurements, Series } from '../src/model/measurements.ts'
import { evaluate } from '../src/thresholds/evaluate.ts'
import type { Subject } from '../src/model/subject.ts'
import { parseThresholds } from '../src/thresholds/parse.ts'
import { createRandom } from './random.ts'
import { markdownTable } from './table.ts'

export const METRICS = 60
const THRESHOLDS = 50
const ROUNDS = 7

/** The table, for 1,000, 10,000 and 100,000 endpoints with 60 metrics in both directions, 50 thresholds of every kind. */
export function benchThresholds(): string {
  const rows = [1_000, 10_000, 100_000].map((size) => {
    const subject = subjectOf(size)
    const { thresholds } = parseThresholds(lines())
    const evaluated = fastest(() => evaluate(thresholds, subject).length)
    const plain = fastest(() => plainLoop(subject.measurements))
    return [
      size.toLocaleString('en'),
      evaluated.toFixed(1),
      plain.toFixed(1),
      (evaluated / plain).toFixed(1),
      ((1e6 * evaluated) / (size * THRESHOLDS)).toFixed(0),
    ]
  })
  return markdownTable(['endpoints', 'ms', 'plain loop, ms', 'ratio', 'ns per endpoint and threshold'], rows)
}

/** A run of so many endpoints, with random values. */
export function subjectOf(size: number): Subject {
  const random = createRandom(1)
  const metrics = new Map<string, Series[]>()
  for (let m = 0; m < METRICS; m++) {
    const metric = ['mos', 'jitter_ms', 'rtt_ms', 'fraction_lost'][m] ?? `metric_${m}`
    // The catalogue does not know the further ones, so they have one direction.
    const directions = m < 4 ? (['send', 'receive'] as const) : (['receive'] as const)
    metrics.set(
      metric,
      directions.map((direction) => ({
        metric,
        direction,
        values: Float64Array.from({ length: size }, () => 100 * random()),
      })),
    )
  }
  const measurements: Measurements = {
    size,
    ids: Array.from({ length: size }, (_, i) => String(i)),
    groups: Array.from({ length: size }, (_, i) => (i % 2 ? 'callers' : 'receivers')),
    phases: Array.from({ length: size }, () => 'CLOSED'),
    outcomes: Array.from({ length: size }, () => (random() < 0.98 ? 'SUCCESS' : 'TIMEOUT')),
    sipStatuses: Array.from({ length: size }, () => 200),
    metrics,
  }
  return { run: { status: 'COMPLETED', detail: {} }, measurements }
}

/** Thresholds of every kind. */
export function lines(): string {
  const forms = [
    (m: string) => `avg(${m}) >= 0`,
    (m: string) => `p95(${m}) < 100`,
    (m: string) => `stddev(${m}) < 100`,
    (m: string) => `rate(${m} < 3) <= 90%`,
    (m: string) => `max(${m} where group = "callers" and outcome = SUCCESS) <= 100`,
  ]
  return Array.from({ length: THRESHOLDS }, (_, i) =>
    (forms[i % forms.length] as (m: string) => string)(`metric_${4 + (i % (METRICS - 4))}`),
  ).join('\n')
}

/** The same numbers once through for each threshold: compare, add, find the largest. */
function plainLoop({ metrics, size }: Measurements): number {
  let found = 0
  for (let t = 0; t < THRESHOLDS; t++) {
    const values = metrics.get(`metric_${4 + (t % (METRICS - 4))}`)?.[0]?.values ?? new Float64Array()
    let [sum, most] = [0, 0]
    for (let i = 0; i < size; i++) {
      const value = values[i] ?? 0
      sum += value
      if (value > most) most = value
    }
    found += sum + most
  }
  return found
}

/** The fastest of several rounds, in ms: what the work costs when nothing else runs. */
export function fastest(work: () => number): number {
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now()
    work()
    best = Math.min(best, performance.now() - start)
  }
  return best
}
