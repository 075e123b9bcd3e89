// One round of the soak test: its steps, their post steps, and what is left.
import { countsOf } from '../../src/base/counts.ts'
import { DEMO_KEY } from '../callmeter/account.ts'
import { startSimulator } from '../callmeter/callmeter.ts'
import type { Simulator } from '../callmeter/callmeter.ts'
import { isTerminal } from '../callmeter/life-cycle.ts'
import type { StepResult } from '../runner/runner.ts'
import { randomFrom } from '../server/random.ts'
import { createVirtualTime } from '../time/virtual-time.ts'
import { LATENCY_MS, SOAK_SCENARIOS } from './soak-plan.ts'
import type { Plan } from './soak-plan.ts'
import { playStep, requestsOf, runsOf } from './soak-step.ts'
import type { PlayedStep } from './soak-step.ts'

/** The keys of the first and the second step, of the same account. */
const KEYS = [DEMO_KEY, 'cmk_5ec0de5e5ec0de5e5ec0de5e5ec0de5e'] as const

/** What came of a step. */
export interface StepOutcome {
  /** How many runs it started, and how many the one trigger did that started most: each is to start one. */
  readonly runs: number
  readonly runsOfOne: number
  /** What stopped its run; `none` where it has none. */
  readonly stoppedBy: 'none' | 'step' | 'post' | 'alone'
  /** The runs that it or its post step asked to stop although another step's trigger started them. */
  readonly strangersStopped: readonly string[]
  /** The runs that another step's trigger started, and that its output `run-id` names: with the word that they are presumed, and without. */
  readonly strangersPresumed: readonly string[]
  readonly strangersUnsaid: readonly string[]
  /** Whether the post step failed, or said nothing. */
  readonly postFailed: boolean
  /** How the process ended: by which signal, or with which verdict. */
  readonly end: string
}

/** What came of a round. */
export interface Round {
  readonly steps: readonly StepOutcome[]
  /** The runs that were left going without a word that they may be, and may be somebody else's. */
  readonly going: readonly string[]
  /** Those of them that no step or post step as much as named. */
  readonly unnamed: readonly string[]
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
    key: KEYS[0],
    otherKeys: [KEYS[1]],
  })
  try {
    for (const fault of plan.faults) simulator.addFault(fault)
    const played = await Promise.all(
      plan.steps.map((step, index) =>
        playStep(step, { time, simulator, action, key: KEYS[index]!, seed: 2 * seed + index }),
      ),
    )
    // A stop gives a run its end only after a while.
    await time.sleep(60_000)
    const texts = played.flatMap(({ main, post }) => [main.stdout, post.stdout])
    const lines = texts.join('\n').split('\n')
    const going = simulator.runs
      .filter((run) => !isTerminal(run.status()))
      .map(({ id }) => id)
      .filter((id) => !lines.some((line) => line.includes(id) && /only presumed|Several runs/.test(line)))
    return {
      steps: played.map((step) => outcomeOf(step, simulator)),
      going,
      unnamed: going.filter((id) => !texts.some((text) => text.includes(id))),
    }
  } finally {
    await simulator.close()
  }
}

function outcomeOf(step: PlayedStep, simulator: Simulator): StepOutcome {
  const { key, main, post, stoppedBefore } = step
  const own = runsOf(key, simulator)
  const strangers = simulator.runs.filter((run) => !own.includes(run)).map(({ id }) => id)
  const stops = requestsOf(key, simulator).filter(({ method, path }) => method === 'POST' && path.endsWith('/stop'))
  const named = new Set(main.outputs['run-id']?.split('\n'))
  const judged = strangers.filter((id) => named.has(id))
  const stopped = own.some(({ stoppedBy }) => stoppedBy === 'api')
  const inStep = own.some(({ id }) => stoppedBefore.includes(id))
  return {
    runs: own.length,
    runsOfOne: Math.max(0, ...countsOf(own.map(({ idempotencyKey }) => idempotencyKey)).values()),
    stoppedBy: own.length === 0 ? 'none' : inStep ? 'step' : stopped ? 'post' : 'alone',
    strangersStopped: strangers.filter((id) => stops.some(({ path }) => path.includes(id))),
    strangersPresumed: judged.filter((id) => isSaid(id, main)),
    strangersUnsaid: judged.filter((id) => !isSaid(id, main)),
    postFailed: post.exitCode !== 0 || post.stdout.trim() === '',
    end: main.signal ?? main.outputs.verdict ?? `exit code ${main.exitCode}`,
  }
}

/** Whether a step said that a run is only presumed to be its own: in its results, or, where it was killed before there were any, in its log. */
function isSaid(runId: string, { outputs: { results }, stdout }: StepResult): boolean {
  if (results !== undefined) return results.includes('presumed')
  return stdout.includes(`Run ${runId} is presumed`)
}
