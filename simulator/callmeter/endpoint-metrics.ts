import type { EndpointState } from './endpoint-states.ts'
import { measureCall } from './measurement.ts'
import type { Measured } from './measurement.ts'
import { blankMetrics, shapeMetrics } from './metric-shape.ts'
import type { MetricValue } from './metric-shape.ts'
import { randomFrom } from '../server/random.ts'
import type { Run } from './run.ts'

/** What an endpoint measures in a call of `seconds`; the same for the same seed, test, number of the run and endpoint. */
export function measuredBy(run: Run, state: EndpointState, seconds: number): Measured {
  const random = randomFrom('call', run.seed, run.test.id, run.number, state.index)
  return measureCall(random, run.scenario[state.group], run.scenario.spread, seconds)
}

/** The endpoint's metrics as the scenario shows them; null where it shows none. */
export function metricsOf(run: Run, state: EndpointState): Record<string, MetricValue> | null {
  const { scenario } = run
  if (state.callSeconds !== null) return shapeMetrics(measuredBy(run, state, state.callSeconds), scenario)
  if (state.outcome === null || scenario.failedMetrics === 'none') return null
  const unmeasured = measuredBy(run, state, scenario.durationSeconds)
  return blankMetrics(unmeasured, scenario, scenario.failedMetrics === 'zero' ? 0 : null)
}
