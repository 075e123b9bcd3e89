// Runs the built action as a process, as GitHub's runner would, against the simulators, in virtual time.
import { afterAll } from '@jest/globals'
import { DEMO_KEY } from '../../simulator/callmeter/account.ts'
import { type Simulator, startSimulator } from '../../simulator/callmeter/callmeter.ts'
import {
  type CallScalerOptions,
  type CallScalerSimulator,
  startCallScaler,
} from '../../simulator/callscaler/callscaler.ts'
import type { Fault } from '../../simulator/callmeter/faults.ts'
import type { GitHubSimulator } from '../../simulator/github/github.ts'
import { type StepOptions, type StepResult, removeStep, runMain } from '../../simulator/runner/runner.ts'
import { SCENARIOS, type Scenario, type ScenarioName } from '../../simulator/callmeter/scenarios.ts'
import { type VirtualTime, createVirtualTime } from '../../simulator/time/virtual-time.ts'

export interface GateOptions {
  scenario?: ScenarioName
  /** Differences from the scenario. Calls last 4 s unless the scenario, or this, says otherwise. */
  changes?: Partial<Scenario>
  seed?: number
  faults?: readonly Fault[]
  /** Where the step finds GitHub's API, and whose token it has; without it, nothing listens there. */
  github?: GitHubSimulator
  /** A CallScaler whose number the test dials, which the step is to ask. */
  callscaler?: Omit<CallScalerOptions, 'callmeter'>
  /** Of all simulators and the step; default: a new one. */
  time?: VirtualTime
  inputs?: Readonly<Record<string, string>>
  /** Beside what the runner gives. */
  step?: Partial<Omit<StepOptions, 'inputs' | 'time'>>
  /** Called with the simulators before the step starts. */
  before?: (simulator: Simulator, callscaler: CallScalerSimulator | undefined) => void
}

export interface Gated extends StepResult {
  simulator: Simulator
  /** Where it was asked for. */
  callscaler: CallScalerSimulator | undefined
  /** `GET /projects`, with ids replaced by what they stand for. */
  requests: string[]
  /** The `results` output. */
  results: {
    verdict: string
    problem?: string
    runs: {
      verdict: string
      reason: string
      attempts?: { run: string | null; verdict: string }[]
      thresholds: { threshold: string; state: string; measured: number | null }[]
    }[]
  }
}

/** The inputs of a step that writes its reports. */
export const REPORTS = { 'report-directory': 'callmeter-report' }

const finished: StepResult[] = []
afterAll(() => finished.splice(0).forEach(removeStep))

/** One step from start to end, which writes no reports unless told to: most tests are about something else. The simulators are closed, their journals stay readable; its files go when the tests of the file are over. */
export async function gate({
  scenario = 'healthy',
  changes,
  seed = 1,
  faults = [],
  github,
  callscaler: far,
  time = createVirtualTime(),
  inputs = {},
  step,
  before,
}: GateOptions): Promise<Gated> {
  const simulator = await startSimulator({
    scenario: { ...SCENARIOS[scenario], durationSeconds: 4, ...changes },
    seed,
    clock: time,
  })
  let callscaler: CallScalerSimulator | undefined
  try {
    callscaler = far && (await startCallScaler({ callmeter: simulator, ...far }))
    for (const fault of faults) simulator.addFault(fault)
    before?.(simulator, callscaler)
    const result = await runMain({
      ...step,
      ...(github ? ofGitHub(github, step?.env) : {}),
      inputs: {
        'api-key': DEMO_KEY,
        project: 'production-pbx',
        test: 'nightly-sip-load',
        'api-url': simulator.url,
        'report-directory': '',
        ...(callscaler ? ofCallScaler(callscaler) : {}),
        ...inputs,
      },
      time,
    })
    finished.push(result)
    return {
      ...result,
      simulator,
      callscaler,
      requests: requestsOf(simulator),
      results: JSON.parse(result.outputs.results ?? '{}') as Gated['results'],
    }
  } finally {
    await callscaler?.close()
    await simulator.close()
  }
}

/** The inputs of a step that asks that CallScaler. */
export function ofCallScaler({ url, key, number }: CallScalerSimulator): Record<string, string> {
  return { 'callscaler-api-key': key, 'callscaler-api-url': url, 'callscaler-number': number }
}

/** What a runner gives a step of that GitHub. */
export function ofGitHub(
  { url, graphqlUrl, token }: GitHubSimulator,
  env: StepOptions['env'],
): Pick<StepOptions, 'env' | 'githubToken'> {
  return { env: { GITHUB_API_URL: url, GITHUB_GRAPHQL_URL: graphqlUrl, ...env }, githubToken: token }
}

/** The journal as `METHOD path`, a run of equal lines as one: how often a status is polled is the point of other tests. */
export function requestsOf(simulator: Simulator): string[] {
  const lines = simulator.requests.map(({ method, path }) => `${method} ${withoutIds(path)}`)
  return lines.filter((line, i) => line !== lines[i - 1])
}

/** The journal with its times, a line each: `+12.345 GET /projects/…/test-runs/… 200`. Seconds are counted from the first request. */
export function timetable({ requests }: Simulator): string {
  const from = requests[0]?.at ?? 0
  return requests
    .map(
      ({ at, method, path, status }) => `+${((at - from) / 1000).toFixed(3)} ${method} ${withoutIds(path)} ${status}`,
    )
    .join('\n')
}

const withoutIds = (path: string): string => path.replaceAll(/\/(projects|tests|test-runs)\/[^/]+/g, '/$1/…')

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
