// One round of the soak test: a step, its end, its post step, and what is left.
import { once } from 'node:events'
import type { ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { DEMO_TEST } from '../callmeter/account.ts'
import { startSimulator } from '../callmeter/callmeter.ts'
import type { Simulator } from '../callmeter/callmeter.ts'
import { isTerminal } from '../callmeter/life-cycle.ts'
import { cancelStep, hasEnded } from '../runner/process.ts'
import { removeStep, runPost, startMain } from '../runner/runner.ts'
import type { StepOptions, StepResult } from '../runner/runner.ts'
import { randomFrom } from '../server/random.ts'
import { createVirtualTime } from '../time/virtual-time.ts'
import type { VirtualTime } from '../time/virtual-time.ts'
import { LATENCY_MS, SOAK_SCENARIOS } from './soak-plan.ts'
import type { Plan } from './soak-plan.ts'

/** When a step whose moment never comes is ended all the same, in ms. */
const LATEST_MS = 120_000

/** What came of a round. */
export interface Round {
  readonly runs: number
  /** The runs that were left going and that neither the step nor its post step named. */
  readonly going: readonly string[]
  readonly stoppedBy: 'step' | 'post' | null
  /** Whether the post step failed, or said nothing. */
  readonly postFailed: boolean
  /** How the process ended: by which signal, or with which verdict. */
  readonly end: string
}

/** Plays a round with the action in that folder; what is left to chance is drawn from the seed. */
export async function playRound(plan: Plan, seed: number, action: string): Promise<Round> {
  const time = createVirtualTime()
  const random = randomFrom('latency', seed)
  const simulator = await startSimulator({
    seed,
    clock: time,
    latencyMs: () => Math.ceil(random() * LATENCY_MS),
    scenario: { ...SOAK_SCENARIOS[plan.scenario] },
  })
  try {
    for (const fault of [plan.trigger, plan.other]) if (fault) simulator.addFault(fault)
    const options: StepOptions = {
      inputs: {
        'api-key': simulator.key,
        'api-url': simulator.url,
        project: 'production-pbx',
        test: DEMO_TEST.id,
        timeout: '30m',
      },
      time,
      seed,
      action,
    }
    const { child, ended } = startMain(options)
    await momentOf(plan, time, simulator, child)
    await end(plan, time, child)
    const main = await time.pass(ended)

    const stopsBefore = simulator.runs.filter(({ stoppedBy }) => stoppedBy === 'api').length
    const post = await runPost(options, main)
    removeStep(main)
    // A stop gives a run its end only after a while.
    await time.sleep(60_000)
    const stopped = simulator.runs.some(({ stoppedBy }) => stoppedBy === 'api')
    return {
      runs: simulator.runs.length,
      going: simulator.runs
        .filter((run) => !isTerminal(run.status()))
        .map(({ id }) => id)
        .filter((id) => !`${main.stdout}${post.stdout}`.includes(`${id} is only presumed`)),
      stoppedBy: stopsBefore > 0 ? 'step' : stopped ? 'post' : null,
      postFailed: post.exitCode !== 0 || post.stdout.trim() === '',
      end: endOf(main),
    }
  } finally {
    await simulator.close()
  }
}

const endOf = ({ signal, outputs, exitCode }: StepResult) => signal ?? outputs.verdict ?? `exit code ${exitCode}`

/** Waits for the moment of the plan, the end of the process, or the latest moment. */
async function momentOf(
  { moment, request, delayMs }: Plan,
  time: VirtualTime,
  simulator: Simulator,
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
        return simulator.requests.some(({ method, path }) => method === 'POST' && path.endsWith('/run'))
      case 'a request arrives':
        return simulator.requests.length >= request
      case 'a run exists':
        return simulator.runs.length > 0
    }
  }
  await time.until('the moment', () => come() || over() || time.now() >= latest)
  if (!over()) await time.sleep(delayMs)
}

async function end({ way, betweenMs }: Plan, time: VirtualTime, child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return
  switch (way) {
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
