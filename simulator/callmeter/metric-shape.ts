import type { BothDirections, Measured, Statistics } from './measurement.ts'
import type { Scenario } from './scenarios.ts'

/** A metric's value in an answer, as MetricValue of openapi.yaml. */
export type MetricValue = number | null | { [name: string]: MetricValue }

type Shape = Exclude<Scenario['metricShape'], 'mixed'>
type Shaping = Pick<Scenario, 'metricShape' | 'metricCasing' | 'fractionLostAs'>

const inShape: Record<Shape, (value: BothDirections) => MetricValue> = {
  directions: ({ send, receive }) => ({ send: { ...send }, receive: { ...receive } }),
  number: ({ receive }) => receive.avg,
  statistics: ({ receive }) => ({ ...receive }),
  tracks: ({ send, receive }) => ({ audio: { send: { ...send }, receive: { ...receive } } }),
}

// One for each metric that has directions; a metric keeps its shape for all endpoints of a run.
const mixed: Record<string, (value: BothDirections) => MetricValue> = {
  mos: ({ send, receive }) => ({ send: { audio: { ...send } }, receive: { audio: { ...receive } } }),
  r_factor: inShape.statistics,
  jitter_ms: inShape.tracks,
  rtt_ms: inShape.number,
  fraction_lost: ({ send, receive }) => ({ send: send.avg, recv: receive.avg }),
}

/** The measured values as an answer of the scenario carries them. */
export function shapeMetrics(measured: Measured, shaping: Shaping): Record<string, MetricValue> {
  return Object.fromEntries(
    Object.entries(measured).map(([key, value]) => [inCasing(key, shaping), shapeValue(key, value, shaping)]),
  )
}

/** The same keys, each with `value`: what a failed endpoint may carry. */
export function blankMetrics(measured: Measured, shaping: Shaping, value: 0 | null): Record<string, MetricValue> {
  return Object.fromEntries(Object.keys(measured).map((key) => [inCasing(key, shaping), value]))
}

function shapeValue(
  key: string,
  value: number | BothDirections,
  { metricShape, fractionLostAs }: Shaping,
): MetricValue {
  if (typeof value === 'number') return value
  const scaled =
    key === 'fraction_lost' && fractionLostAs === 'fraction'
      ? { send: asFractions(value.send), receive: asFractions(value.receive) }
      : value
  if (metricShape !== 'mixed') return inShape[metricShape](scaled)
  return (mixed[key] ?? inShape.directions)(scaled)
}

const asShare = (percent: number) => Number((percent / 100).toFixed(6))

function asFractions({ avg, min, max, p95 }: Statistics): Statistics {
  return { avg: asShare(avg), min: asShare(min), max: asShare(max), p95: asShare(p95) }
}

function inCasing(key: string, { metricCasing }: Shaping): string {
  return metricCasing === 'camel' ? key.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()) : key
}
