// Runs the built action as a process, as GitHub's runner would, against the simulator, in simulated time.
import { DEMO_KEY } from '../../simulator/account.ts'
import { type Simulator, startSimulator } from '../../simulator/callmeter.ts'
import type { Fault } from '../../simulator/faults.ts'
import { type StepOptions, type StepResult, runMain } from '../../simulator/runner.ts'
import { SCENARIOS, type Scenario, type ScenarioName } from '../../simulator/scenarios.ts'

/** Simulated seconds in a real one: fast, yet far from the action's own timeouts on a busy machine. */
const SPEED = 40

export interface GateOptions {
  scenario?: ScenarioName
  /** Differences from the scenario. Calls last 10 s unless the scenario, or this, says otherwise. */
  changes?: Partial<Scenario>
  seed?: number
  faults?: readonly Fault[]
  inputs?: Readonly<Record<string, string>>
  /** Beside what the runner gives. */
  step?: Partial<Omit<StepOptions, 'inputs' | 'speed' | 'epoch'>>
  /** Called with the simulator before the step starts. */
  before?: (simulator: Simulator) => void
}

export interface Gated extends StepResult {
  simulator: Simulator
  /** `GET /projects`, with ids replaced by what they stand for. */
  requests: string[]
  /** The `results` output. */
  results: {
    verdict: string
    problem?: string
    runs: {
      verdict: string
      reason: string
      thresholds: { threshold: string; state: string; measured: number | null }[]
    }[]
  }
}

/** One step from start to end. The simulator is closed, its journal stays readable. */
export async function gate({
  scenario = 'healthy',
  changes,
  seed,
  faults = [],
  inputs = {},
  step,
  before,
}: GateOptions): Promise<Gated> {
  const simulator = await startSimulator({
    scenario: { ...SCENARIOS[scenario], durationSeconds: 10, ...changes },
    seed: seed ?? 1,
    speed: SPEED,
  })
  try {
    for (const fault of faults) simulator.addFault(fault)
    before?.(simulator)
    const result = await runMain({
      ...step,
      inputs: {
        'api-key': DEMO_KEY,
        project: 'production-pbx',
        test: 'nightly-sip-load',
        'api-url': simulator.url,
        ...inputs,
      },
      speed: SPEED,
      epoch: simulator.epoch,
    })
    return {
      ...result,
      simulator,
      requests: requestsOf(simulator),
      results: JSON.parse(result.outputs.results ?? '{}') as Gated['results'],
    }
  } finally {
    await simulator.close()
  }
}

/** The journal as `METHOD path`, a run of equal lines as one: polls differ in number from machine to machine. */
export function requestsOf(simulator: Simulator): string[] {
  const lines = simulator.requests.map(
    ({ method, path }) => `${method} ${path.replaceAll(/\/(projects|tests|test-runs)\/[^/]+/g, '/$1/…')}`,
  )
  return lines.filter((line, i) => line !== lines[i - 1])
}

/** Everything a reader, or a later step, could see of a step. */
export function everythingShown(result: StepResult): string {
  return [
    result.log,
    result.summary,
    JSON.stringify(result.outputs),
    JSON.stringify(result.annotations),
    JSON.stringify(result.state),
  ].join('\n')
}
