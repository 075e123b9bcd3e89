// Steps whose processes a test can signal or kill while they run, and the post step after them.
import type { ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { DEMO_KEY, DEMO_TEST } from '../../simulator/account.ts'
import { type RecordedRequest, type Simulator, startSimulator } from '../../simulator/callmeter.ts'
import type { Fault } from '../../simulator/faults.ts'
import { type StepOptions, type StepResult, cancelStep, removeStep, runMain, runPost } from '../../simulator/runner.ts'
import { SCENARIOS, type Scenario, type ScenarioName } from '../../simulator/scenarios.ts'

/** Slow enough that the 3 s which a cancelled step gives its last requests are long on a busy machine, too. */
export const SPEED = 4

/** GitHub's waits after SIGINT and after SIGTERM, in ms. */
const SIGTERM_AFTER_MS = 7_500
const KILL_AFTER_MS = 2_500

/** Longest wait for anything, in real ms. */
const PATIENCE_MS = 30_000

export interface WorldOptions {
  scenario?: ScenarioName
  /** Differences from the scenario. Calls last 10 s unless the scenario, or this, says otherwise. */
  changes?: Partial<Scenario>
  speed?: number
  seed?: number
  faults?: readonly Fault[]
}

export interface LiveStep {
  child: ChildProcess
  /** Settles with the end of the process. */
  ended: Promise<StepResult>
  /** Cancels it as GitHub does, its waits in simulated time. Answers how long the process took to end, in simulated ms. */
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
  simulator: Simulator
  /** Starts a step of the job. */
  start: (inputs?: Readonly<Record<string, string>>, step?: Partial<StepOptions>) => Promise<LiveStep>
  /** Waits until so many requests of that kind have arrived. */
  arrived: (method: string, path: RegExp, count?: number) => Promise<void>
  /** Waits until something is so. */
  until: (what: string, isSo: () => boolean) => Promise<void>
}

export const TRIGGER = /\/run$/
export const STOP = /\/stop$/
export const POLL = /\/test-runs\/[^/]+$/
export const RESULTS = /\/endpoints$/
export const RUNS = /\/test-runs$/

/** A simulator and the steps that run against it. Everything that was started is ended afterwards. */
export async function inWorld<T>(options: WorldOptions, use: (world: World) => Promise<T>): Promise<T> {
  const speed = options.speed ?? SPEED
  const simulator = await startSimulator({
    scenario: { ...SCENARIOS[options.scenario ?? 'healthy'], durationSeconds: 10, endpoints: 8, ...options.changes },
    seed: options.seed ?? 1,
    speed,
  })
  for (const fault of options.faults ?? []) simulator.addFault(fault)
  const children: ChildProcess[] = []
  const results: Promise<StepResult>[] = []
  const world: World = {
    simulator,
    start: async (inputs = {}, step = {}) => {
      const all: StepOptions = {
        ...step,
        inputs: stepInputs(simulator, inputs),
        speed,
        epoch: simulator.epoch,
      }
      let child: ChildProcess | undefined
      const ended = runMain({ ...all, onStart: (started) => (child = started) })
      results.push(ended)
      // runMain starts the process before it first awaits.
      if (!child) throw new Error('the process was not started')
      children.push(child)
      return liveStep(child, ended, all, simulator)
    },
    arrived: async (method, path, count = 1) => {
      const there = () => requestsTo(simulator, method, path).length >= count
      const over = () => children.every(({ exitCode, signalCode }) => exitCode !== null || signalCode !== null)
      const what = `${count} ${method} ${String(path)}`
      await until(what, () => there() || over())
      if (!there()) throw new Error(`every process ended before ${what}`)
    },
    until,
  }
  try {
    return await use(world)
  } finally {
    for (const child of children) child.kill('SIGKILL')
    for (const result of await Promise.allSettled(results)) {
      if (result.status === 'fulfilled') removeStep(result.value)
    }
    await simulator.close()
  }
}

/** The inputs of a step of the demo's test, by its id. */
export function stepInputs(simulator: Simulator, inputs: Readonly<Record<string, string>>): Record<string, string> {
  return {
    'api-key': DEMO_KEY,
    project: 'production-pbx',
    test: DEMO_TEST.id,
    'api-url': simulator.url,
    ...inputs,
  }
}

function liveStep(
  child: ChildProcess,
  ended: Promise<StepResult>,
  options: StepOptions,
  simulator: Simulator,
): LiveStep {
  return {
    child,
    ended,
    cancel: async () => {
      const from = simulator.now()
      await cancelStep(child, SIGTERM_AFTER_MS / simulator.speed, KILL_AFTER_MS / simulator.speed)
      const tookMs = simulator.now() - from
      return { result: await ended, tookMs }
    },
    kill: (signal) => {
      child.kill(signal)
      return ended
    },
    post: async (changes = {}) => {
      const main = await ended
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

async function until(what: string, isSo: () => boolean): Promise<void> {
  const from = Date.now()
  while (!isSo()) {
    if (Date.now() - from > PATIENCE_MS) throw new Error(`waited ${PATIENCE_MS} ms in vain for ${what}`)
    await sleep(2)
  }
}
