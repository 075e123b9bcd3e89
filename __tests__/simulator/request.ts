import { DEMO_PROJECT, DEMO_TEST } from '../../simulator/account.ts'
import { startSimulator } from '../../simulator/callmeter.ts'
import type { Simulator, SimulatorOptions } from '../../simulator/callmeter.ts'

/** Paths below /api/v1. */
export const RUNS = `/projects/${DEMO_PROJECT.id}/test-runs`
export const TRIGGER = `/projects/${DEMO_PROJECT.id}/tests/${DEMO_TEST.id}/run`

export interface Reply {
  readonly status: number
  readonly headers: Headers
  readonly body: any // oxlint-disable-line typescript/no-explicit-any -- whatever the test expects it to be
}

/** Runs `work` with a simulator that is closed afterwards. */
export async function withSimulator(
  options: SimulatorOptions,
  work: (simulator: Simulator) => Promise<void>,
): Promise<void> {
  const simulator = await startSimulator(options)
  try {
    await work(simulator)
  } finally {
    await simulator.close()
  }
}

/** Sends a request with the simulator's key and reads the answer as JSON. */
export async function send(
  simulator: Simulator,
  method: string,
  path: string,
  headers: Record<string, string> = { authorization: `Bearer ${simulator.key}` },
): Promise<Reply> {
  const response = await fetch(simulator.url + path, { method, headers })
  return { status: response.status, headers: response.headers, body: await response.json() }
}

/** Triggers the demo test; answers the run's id. */
export async function trigger(simulator: Simulator): Promise<string> {
  const { body } = await send(simulator, 'POST', TRIGGER)
  return String(body.data.testRunId)
}
