import { measuredBy } from './endpoint-metrics.ts'
import { endpointStates } from './endpoint-states.ts'
import type { Run } from './run.ts'

/** The figures of the dashboard's run page: the success rate in percent, and means over the endpoints that had a call. */
export function summarize(run: Run, at: number): Record<string, number> {
  const states = endpointStates(run, at)
  const calls = states.flatMap((state) =>
    state.callSeconds === null ? [] : [measuredBy(run, state, state.callSeconds)],
  )
  const successes = states.filter(
    ({ outcome }) => outcome === 'SUCCESS' || outcome === 'COMPLETED_WITH_WARNINGS',
  ).length
  const mean = (key: string) => {
    const values = calls
      .map((call) => call[key] ?? 0)
      .map((value) => (typeof value === 'number' ? value : value.receive.avg))
    return Number((values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(3))
  }
  return {
    totalEndpoints: states.length,
    successfulEndpoints: successes,
    ...(states.length > 0 && { successRate: Number(((100 * successes) / states.length).toFixed(2)) }),
    ...(calls.length > 0 && {
      avgMos: mean('mos'),
      avgJitterMs: mean('jitter_ms'),
      avgPacketLoss: mean('fraction_lost'),
      avgRttMs: mean('rtt_ms'),
      avgSetupTimeMs: mean('call_setup_time_ms'),
    }),
  }
}
