// One step of a round of the soak test: its start, its end, its post step.
import { once } from 'node:events'
import type { ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { DEMO_TEST } from '../callmeter/account.ts'
import type { Simulator } from '../callmeter/callmeter.ts'
import type { SimulatedRun } from '../callmeter/journal.ts'
import { cancelStep, hasEnded } from '../runner/process.ts'
import { removeStep, runPost, startMain } from '../runner/runner.ts'
import type { StepOptions, StepResult } from '../runner/runner.ts'
import type { RecordedRequest } from '../server/requests.ts'
import type { VirtualTime } from '../time/virtual-time.ts'
import type { StepPlan } from './soak-plan.ts'

/** When a step whose moment never comes is ended all the same, in ms. */
const LATEST_MS = 120_000

/** What a step lives in. Its API key is its own, so that its requests can be told from another's. */
export interface Surroundings {
  readonly time: VirtualTime
  readonly simulator: Simulator
  readonly key: string
  /** The folder of the built action. */
  readonly action: string
  readonly seed: number
}

/** A step that has ended, and its post step has. */
export interface PlayedStep {
  readonly key: string
  readonly main: StepResult
  readonly post: StepResult
  /** The ids of the runs that had been stopped when the step ended. */
  readonly stoppedBefore: readonly string[]
}

/** Starts a step, ends it as planned, and runs its post step. */
export async function playStep(plan: StepPlan, surroundings: Surroundings): Promise<PlayedStep> {
  const { time, simulator, key, action, seed } = surroundings
  const options: StepOptions = {
    inputs: {
      'api-key': key,
      'api-url': simulator.url,
      project: 'production-pbx',
      test: DEMO_TEST.id,
      timeout: plan.way === 'by itself' ? '2m' : '30m',
      // Where calls are good there is nothing to confirm.
      thresholds: 'success_rate >= 50%\navg(mos) >= 4.2',
      confirm: '2',
    },
    time,
    seed,
    action,
  }
  if (plan.startMs > 0) await time.sleep(plan.startMs)
  const { child, ended } = startMain(options)
  if (plan.way !== 'by itself') {
    await momentOf(plan, surroundings, child)
    await end(plan, time, child)
  }
  const main = await time.pass(ended)
  const stoppedBefore = simulator.runs.filter(({ stoppedBy }) => stoppedBy === 'api').map(({ id }) => id)
  const post = await runPost(options, main)
  removeStep(main)
  return { key, main, post, stoppedBefore }
}

/** The requests that came with that key. */
export function requestsOf(key: string, { requests }: Simulator): RecordedRequest[] {
  return requests.filter(({ headers }) => headers.authorization === `Bearer ${key}`)
}

const isTrigger = ({ method, path }: RecordedRequest): boolean => method === 'POST' && path.endsWith('/run')

/** The runs that the triggers with that key started: each run has the idempotency key of the request that made it. */
export function runsOf(key: string, simulator: Simulator): SimulatedRun[] {
  const triggers = requestsOf(key, simulator).filter(isTrigger)
  return simulator.runs.filter(({ idempotencyKey }) =>
    triggers.some(({ headers }) => headers['idempotency-key'] === idempotencyKey),
  )
}

/** Waits for the moment of the plan, the end of the process, or the latest moment. */
async function momentOf(
  { moment, request, delayMs }: StepPlan,
  { time, simulator, key }: Surroundings,
  child: ChildProcess,
): Promise<void> {
  if (moment === 'while it works') {
    await Promise.race([sleep(delayMs), once(child, 'exit')])
    return
  }
  const latest = time.now() + LATEST_MS
  const over = () => hasEnded(child)
  const come = (): boolean => {
    switch (moment) {
      case 'ms after its start':
        return true
      case 'the trigger arrives':
        return requestsOf(key, simulator).some(isTrigger)
      case 'a request arrives':
        return requestsOf(key, simulator).length >= request
      case 'a run exists':
        return runsOf(key, simulator).length > 0
    }
  }
  await time.until('the moment', () => come() || over() || time.now() >= latest)
  if (!over()) await time.sleep(delayMs)
}

async function end({ way, betweenMs }: StepPlan, time: VirtualTime, child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return
  switch (way) {
    case 'by itself':
      return
    case 'as GitHub does':
      return time.pass(cancelStep(child, time))
    case 'as GitHub does, in a hurry':
      return time.pass(cancelStep(child, time, { sigtermAfterMs: betweenMs, killAfterMs: betweenMs }))
    case 'SIGINT':
    case 'SIGTERM':
    case 'SIGKILL':
      child.kill(way)
  }
}
