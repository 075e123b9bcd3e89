// Steps whose processes a test can signal or kill while they run, and the post step after them, in virtual time.
import type { ChildProcess } from 'node:child_process'
import { DEMO_KEY, DEMO_TEST } from '../../simulator/callmeter/account.ts'
import type { SimulatedRun } from '../../simulator/callmeter/journal.ts'
import { type Simulator, startSimulator } from '../../simulator/callmeter/callmeter.ts'
import type { Fault } from '../../simulator/callmeter/faults.ts'
import { isTerminal } from '../../simulator/callmeter/life-cycle.ts'
import { cancelStep } from '../../simulator/runner/process.ts'
import {
  type Phase,
  type StepOptions,
  type StepResult,
  removeStep,
  runPost,
  startMain,
} from '../../simulator/runner/runner.ts'
import type { RecordedRequest } from '../../simulator/server/requests.ts'
import { SCENARIOS, type Scenario, type ScenarioName } from '../../simulator/callmeter/scenarios.ts'
import { type VirtualTime, createVirtualTime } from '../../simulator/time/virtual-time.ts'

export interface WorldOptions {
  scenario?: ScenarioName
  /** Differences from the scenario. Calls last 4 s unless the scenario, or this, says otherwise. */
  changes?: Partial<Scenario>
  seed?: number
  faults?: readonly Fault[]
  /** Default: a new one. */
  time?: VirtualTime
}

export interface LiveStep {
  child: ChildProcess
  /** Lets time pass until the process has ended. */
  readonly ended: Promise<StepResult>
  /** What the process has written so far. */
  shown: () => string
  /** Cancels it as GitHub does. Answers how long the process took to end, in ms. */
  cancel: () => Promise<{ result: StepResult; tookMs: number }>
  /** Sends a signal, and answers how the process ended. */
  kill: (signal: NodeJS.Signals) => Promise<StepResult>
  /** The post step, as the runner starts it after `main` however that ended. */
  post: (changes?: Partial<StepOptions>) => Promise<Post>
}

export interface Post extends StepResult {
  /** What it asked for. */
  requests: readonly RecordedRequest[]
}

export interface World {
  time: VirtualTime
  simulator: Simulator
  /** Starts a step of the job, and lets it do what it can without time passing. */
  start: (inputs?: Readonly<Record<string, string>>, step?: Partial<StepOptions>) => Promise<LiveStep>
  /** Lets time pass until so many requests of that kind have arrived, and everybody has done what follows at once. */
  arrived: (method: string, path: RegExp, count?: number) => Promise<void>
  /** Lets time pass until something is so. */
  until: VirtualTime['until']
}

export const TRIGGER = /\/run$/
export const STOP = /\/stop$/
export const POLL = /\/test-runs\/[^/]+$/
export const RESULTS = /\/endpoints$/
export const RUNS = /\/test-runs$/

/** A simulator and the steps that run against it. Everything that was started is ended afterwards. */
export async function inWorld<T>(options: WorldOptions, use: (world: World) => Promise<T>): Promise<T> {
  const { scenario = 'healthy', changes, seed = 1, faults = [], time = createVirtualTime() } = options
  const simulator = await startSimulator({
    scenario: { ...SCENARIOS[scenario], durationSeconds: 4, endpoints: 8, ...changes },
    seed,
    clock: time,
  })
  for (const fault of faults) simulator.addFault(fault)
  const phases: Phase[] = []
  const world: World = {
    time,
    simulator,
    start: async (inputs = {}, step = {}) => {
      const all: StepOptions = { ...step, inputs: stepInputs(simulator, inputs), time }
      const phase = startMain(all)
      phases.push(phase)
      const live = liveStep(phase, all, time, simulator)
      await time.settled()
      return live
    },
    arrived: async (method, path, count = 1) => {
      const there = () => requestsTo(simulator, method, path).length >= count
      const over = () => phases.every(({ child }) => child.exitCode !== null || child.signalCode !== null)
      const what = `${count} ${method} ${String(path)}`
      await time.until(what, () => there() || over())
      if (!there()) throw new Error(`every process ended before ${what}`)
    },
    until: time.until,
  }
  try {
    return await use(world)
  } finally {
    for (const { child } of phases) child.kill('SIGKILL')
    for (const result of await Promise.allSettled(phases.map(({ ended }) => ended))) {
      if (result.status === 'fulfilled') removeStep(result.value)
    }
    await simulator.close()
  }
}

/** The inputs of a step of the demo's test, by its id. It writes no reports unless told to: most tests are about something else. */
export function stepInputs(simulator: Simulator, inputs: Readonly<Record<string, string>>): Record<string, string> {
  return {
    'api-key': DEMO_KEY,
    project: 'production-pbx',
    test: DEMO_TEST.id,
    'api-url': simulator.url,
    'report-directory': '',
    ...inputs,
  }
}

function liveStep({ child, ended }: Phase, options: StepOptions, time: VirtualTime, simulator: Simulator): LiveStep {
  let shown = ''
  child.stdout?.on('data', (chunk) => (shown += String(chunk)))
  return {
    child,
    get ended() {
      return time.pass(ended)
    },
    shown: () => shown,
    cancel: async () => {
      const from = time.now()
      await time.pass(cancelStep(child, time))
      const tookMs = time.now() - from
      return { result: await time.pass(ended), tookMs }
    },
    kill: (signal) => {
      child.kill(signal)
      return time.pass(ended)
    },
    post: async (changes = {}) => {
      const main = await time.pass(ended)
      const before = simulator.requests.length
      const result = await runPost({ ...options, ...changes }, main)
      return { ...result, requests: simulator.requests.slice(before) }
    },
  }
}

/** The requests of that kind so far. */
export function requestsTo(simulator: Simulator, method: string, path: RegExp): RecordedRequest[] {
  return simulator.requests.filter((request) => request.method === method && path.test(request.path))
}

/** The runs that have neither ended nor been told to. */
export function stillGoing(simulator: Simulator): string[] {
  return simulator.runs
    .filter((run) => !['COMPLETED', 'FAILED', 'CANNOT_RUN_FOR_NOW', 'STOPPING'].includes(run.status()))
    .map(({ id }) => id)
}

/** Lets time pass, a second at a time, until the run has ended. */
export async function untilOver({ time }: World, run: SimulatedRun | undefined): Promise<void> {
  if (!run) throw new Error('there is no run')
  while (!isTerminal(run.status())) await time.sleep(1_000)
}
