// What really happened in a run of a random server, and what a gate on it must say. Reckoned here from the rows alone, with none of the action's code.
import { type Random, uuidFrom } from '../server/random.ts'

/** One endpoint of the run, as it was. */
export interface TrueEndpoint {
  readonly id: string
  readonly outcome: string
  readonly metrics: Readonly<Record<string, number>>
}

/** A limit on the run, with what it comes to. */
export interface TrueThreshold {
  readonly text: string
  /** Undefined where there is no value. */
  readonly holds: boolean | undefined
}

export interface Truth {
  readonly status: 'COMPLETED' | 'FAILED' | 'CANNOT_RUN_FOR_NOW'
  readonly endpoints: readonly TrueEndpoint[]
  readonly thresholds: readonly TrueThreshold[]
  /** The verdict that a step must come to where nothing stands in its way. */
  readonly verdict: 'passed' | 'failed' | 'run-failed' | 'not-run'
}

/** Where the run's own end decides. */
const VERDICTS: Partial<Record<string, 'run-failed' | 'not-run'>> = {
  FAILED: 'run-failed',
  CANNOT_RUN_FOR_NOW: 'not-run',
}

const FAILURES = ['TIMEOUT', 'CALL_FAILED', 'REGISTRATION_FAILED', 'NEGOTIATION_FAILED'] as const
const GOOD = ['SUCCESS', 'SUCCESS', 'SUCCESS', 'COMPLETED_WITH_WARNINGS'] as const

export const pick = <T>(random: Random, values: readonly T[]): T => values[Math.floor(random() * values.length)] as T
export const chance = (random: Random, share: number): boolean => random() < share
export const between = (random: Random, least: number, most: number): number => least + random() * (most - least)
export const whole = (random: Random, least: number, most: number): number =>
  Math.floor(between(random, least, most + 1))

/** Draws a run and its thresholds. */
export function drawTruth(random: Random, seed: string): Truth {
  const count = whole(random, 1, 60)
  const failing = pick(random, [0, 0, 0, 0.05, 0.3, 1])
  const quality = pick(random, [4.3, 4.3, 3.9, 3])
  const endpoints = Array.from({ length: count }, (_, i): TrueEndpoint => {
    const outcome = chance(random, failing) ? pick(random, FAILURES) : pick(random, GOOD)
    const measured = GOOD.includes(outcome as 'SUCCESS') || chance(random, 0.3)
    const metrics = {
      mos: rounded(between(random, quality - 0.4, quality + 0.15)),
      jitter_ms: rounded(between(random, 1, 40)),
      rtt_ms: rounded(between(random, 10, 300)),
    }
    return { id: uuidFrom('fuzz', seed, i), outcome, metrics: measured ? metrics : {} }
  })
  const status = pick(random, ['COMPLETED', 'COMPLETED', 'COMPLETED', 'COMPLETED', 'COMPLETED', 'COMPLETED', 'COMPLETED', 'FAILED', 'CANNOT_RUN_FOR_NOW'] as const) // prettier-ignore
  const thresholds = Array.from({ length: whole(random, 1, 3) }, () => drawThreshold(random, endpoints))
  const passes = status === 'COMPLETED' && thresholds.every(({ holds }) => holds === true)
  return { status, endpoints, thresholds, verdict: VERDICTS[status] ?? (passes ? 'passed' : 'failed') }
}

const rounded = (value: number): number => Math.round(value * 1_000) / 1_000
const isGood = ({ outcome }: TrueEndpoint): boolean => outcome === 'SUCCESS' || outcome === 'COMPLETED_WITH_WARNINGS'

/** A limit near what there is, never so near that rounding could decide. */
function drawThreshold(random: Random, endpoints: readonly TrueEndpoint[]): TrueThreshold {
  const metric = pick(random, ['mos', 'jitter_ms', 'rtt_ms'])
  const values = endpoints.flatMap(({ metrics }) => metrics[metric] ?? [])
  const good = endpoints.filter(isGood).length
  const timeouts = endpoints.filter(({ outcome }) => outcome === 'TIMEOUT').length
  const [name, value] = pick<[string, number | undefined]>(random, [
    ['success_rate', (100 * good) / endpoints.length],
    ['failed_endpoints', endpoints.length - good],
    ['endpoints', endpoints.length],
    ['count(outcome = TIMEOUT)', timeouts],
    [`avg(${metric})`, values.length === 0 ? undefined : values.reduce((a, b) => a + b, 0) / values.length],
    [`min(${metric})`, values.length === 0 ? undefined : Math.min(...values)],
    [`max(${metric})`, values.length === 0 ? undefined : Math.max(...values)],
    [`sum(${metric})`, values.length === 0 ? undefined : values.reduce((a, b) => a + b, 0)],
  ])
  const limit = rounded(Math.max(0, (value ?? 3) + pick(random, [-1, -0.1, -0.01, 0.01, 0.1, 1]) * (name.includes('mos') ? 0.5 : 5))) // prettier-ignore
  const unit = name === 'success_rate' ? '%' : ''
  const atLeast = chance(random, 0.5)
  const holds = value === undefined ? undefined : atLeast ? value >= limit : value <= limit
  // So near only rounding would decide.
  if (value !== undefined && Math.abs(value - limit) < 1e-6) return { text: 'endpoints >= 1', holds: true }
  return { text: `${name} ${atLeast ? '>=' : '<='} ${limit}${unit}`, holds }
}
