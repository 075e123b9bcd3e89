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
  if (state.callSeconds !== null) {
    const shown = shapeMetrics(
      slowed(measuredBy(run, state, state.callSeconds), 1 + scenario.slowing * state.index),
      scenario,
    )
    return state.index < scenario.deaf ? deafened(shown) : shown
  }
  if (state.outcome === null || scenario.failedMetrics === 'none') return null
  const unmeasured = measuredBy(run, state, scenario.durationSeconds)
  return blankMetrics(unmeasured, scenario, scenario.failedMetrics === 'zero' ? 0 : null)
}

/** Times of setting up that are longer by a factor. */
function slowed(measured: Measured, factor: number): Measured {
  const isSetUp = (key: string): boolean =>
    key.startsWith('time_to_') || key === 'call_setup_time_ms' || key === 'post_dial_delay_ms'
  return Object.fromEntries(
    Object.entries(measured).map(([key, value]) => [
      key,
      typeof value === 'number' && isSetUp(key) ? Number((value * factor).toFixed(1)) : value,
    ]),
  )
}

/** The same where no packet arrived: counts of what was received are 0, and that direction has no quality. */
function deafened(shown: Record<string, MetricValue>): Record<string, MetricValue> {
  return Object.fromEntries(
    Object.entries(shown).map(([key, value]): [string, MetricValue] => {
      if (/received|recv/i.test(key)) return [key, 0]
      return [
        key,
        typeof value === 'object' && value !== null && 'receive' in value ? { ...value, receive: null } : value,
      ]
    }),
  )
}
