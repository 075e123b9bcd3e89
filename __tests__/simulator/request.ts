import { DEMO_PROJECT, DEMO_TEST } from '../../simulator/callmeter/account.ts'
import { startSimulator } from '../../simulator/callmeter/callmeter.ts'
import type { Simulator, SimulatorOptions } from '../../simulator/callmeter/callmeter.ts'
import { createVirtualTime } from '../../simulator/time/virtual-time.ts'
import type { VirtualTime, VirtualTimeOptions } from '../../simulator/time/virtual-time.ts'
import { warmUp } from '../virtual-timers.ts'

await warmUp(fetch)

/** Paths below /api/v1. */
export const RUNS = `/projects/${DEMO_PROJECT.id}/test-runs`
export const TRIGGER = `/projects/${DEMO_PROJECT.id}/tests/${DEMO_TEST.id}/run`

export interface Reply {
  readonly status: number
  readonly headers: Headers
  readonly body: any // oxlint-disable-line typescript/no-explicit-any -- whatever the test expects it to be
}

/** Runs `work` with a simulator in virtual time, which is closed afterwards. */
export async function withSimulator(
  { start, ...options }: Omit<SimulatorOptions, 'clock'> & VirtualTimeOptions,
  work: (simulator: Simulator, time: VirtualTime) => Promise<void>,
): Promise<void> {
  const time = createVirtualTime({ ...(start && { start }) })
  const simulator = await startSimulator({ ...options, clock: time })
  try {
    await work(simulator, time)
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
