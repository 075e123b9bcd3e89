// Kills the step at random moments, lets the post step follow, and counts the runs that are left: `npm run soak -- --help`.
import { once } from 'node:events'
import type { ChildProcess } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { DEMO_TEST } from './account.ts'
import { startSimulator } from './callmeter.ts'
import type { Simulator } from './callmeter.ts'
import { readNumber, runProgram, UsageError } from './command-line.ts'
import type { Fault } from './faults.ts'
import { isTerminal } from './life-cycle.ts'
import { randomFrom } from './random.ts'
import type { Random } from './random.ts'
import { cancelStep, removeStep, runMain, runPost } from './runner.ts'
import type { StepOptions, StepResult } from './runner.ts'
import { SCENARIOS } from './scenarios.ts'
import type { Scenario } from './scenarios.ts'

/** Simulated seconds in a real one: slow enough that a cancelled step's few seconds are real time on a busy machine. */
const SPEED = 20
/** GitHub's waits after SIGINT and after SIGTERM, in ms. */
const [SIGTERM_AFTER_MS, KILL_AFTER_MS] = [7_500, 2_500]
/** Real ms after which a step whose moment never comes is killed all the same. */
const LATEST_MS = 4_000

export interface SoakOptions {
  readonly seed: number
  readonly rounds: number
  /** Real ms after which no further round begins. */
  readonly limitMs: number
  readonly atOnce?: number
  /** Called with each round that went wrong. */
  readonly onFailure?: (line: string) => void
}

export interface SoakFigures {
  readonly rounds: number
  /** Rounds after which nothing was left going. */
  readonly stopped: number
  /** Rounds with more than one run. */
  readonly duplicates: number
  /** Rounds whose post step failed, or said nothing. */
  readonly brokenPosts: number
  readonly runs: {
    readonly none: number
    readonly byStep: number
    readonly byPost: number
    readonly endedAlone: number
  }
  /** How the processes ended: by which signal, or with which verdict. */
  readonly ends: Readonly<Record<string, number>>
  readonly seconds: number
}

const SCENARIOS_USED: Readonly<Record<string, Partial<Scenario>>> = {
  'long calls': { durationSeconds: 600 },
  'short calls': { durationSeconds: 2, endpoints: 4, queueSeconds: 1 },
  'stuck in the queue': { stuckIn: 'QUEUED' },
  'stuck running': { stuckIn: 'RUNNING' },
  'documented fields only': { ...SCENARIOS.bare, durationSeconds: 600 },
  snake_case: { casing: 'snake', durationSeconds: 600 },
  'the run id as id': { idField: 'id', durationSeconds: 600 },
  'earlier runs': { history: 5, durationSeconds: 600 },
  'never enough capacity': { endStatus: 'CANNOT_RUN_FOR_NOW' },
}

const TRIGGER_FAULTS: readonly (Fault | null)[] = [
  null,
  null,
  null,
  { kind: 'slow', seconds: 1 },
  { kind: 'slow', seconds: 4 },
  { kind: 'slow', seconds: 45 },
  { kind: 'hang', applied: true },
  { kind: 'hang' },
  { kind: 'reset-after' },
  { kind: 'reset-before' },
  { kind: 'cut' },
  { kind: 'html' },
  { kind: 'empty' },
  { kind: 'status', status: 502, applied: true },
  { kind: 'status', status: 429, retryAfter: 5 },
]

const OTHER_FAULTS: readonly (Fault | null)[] = [
  null,
  null,
  null,
  null,
  { operation: 'listRuns', kind: 'status', status: 503 },
  { operation: 'listRuns', kind: 'slow', seconds: 3 },
  { operation: 'stopRun', kind: 'status', status: 500 },
  { operation: 'stopRun', kind: 'reset-after' },
  { operation: 'stopRun', kind: 'hang' },
  { operation: 'getRun', kind: 'hang' },
]

const WAYS = ['SIGINT', 'SIGTERM', 'SIGKILL', 'as GitHub does', 'as GitHub does, in a hurry'] as const
const MOMENTS = ['ms after its start', 'the trigger arrives', 'a request arrives', 'a run exists'] as const

/** One round, as drawn. */
interface Plan {
  readonly scenario: string
  readonly trigger: Fault | null
  readonly other: Fault | null
  readonly way: (typeof WAYS)[number]
  readonly moment: (typeof MOMENTS)[number]
  /** Which request, where that is the moment. */
  readonly request: number
  /** Real ms after the moment. */
  readonly delayMs: number
  /** Real ms between the signals of one in a hurry. */
  readonly betweenMs: number
}

function draw(random: Random): Plan {
  const among = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const moment = among(MOMENTS)
  const trigger = among(TRIGGER_FAULTS)
  return {
    scenario: among(Object.keys(SCENARIOS_USED)),
    trigger: trigger && { ...trigger, operation: 'triggerRun' },
    other: among(OTHER_FAULTS),
    way: among(WAYS),
    moment,
    request: 1 + Math.floor(random() * 8),
    delayMs: Math.floor(random() * (moment === 'ms after its start' ? 800 : random() < 0.5 ? 3 : 150)),
    betweenMs: Math.floor(random() * 60),
  }
}

interface Round {
  readonly runs: number
  readonly going: readonly string[]
  readonly stoppedBy: 'step' | 'post' | null
  readonly postFailed: boolean
  readonly end: string
}

async function playRound(plan: Plan, seed: number, action: string): Promise<Round> {
  const simulator = await startSimulator({
    seed,
    speed: SPEED,
    scenario: { ...SCENARIOS.healthy, ...SCENARIOS_USED[plan.scenario] },
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
      speed: SPEED,
      epoch: simulator.epoch,
      action,
    }
    let child: ChildProcess | undefined
    const ended = runMain({ ...options, onStart: (started) => (child = started) })
    if (!child) throw new Error('the process was not started')
    await momentOf(plan, simulator, child)
    await end(plan, child)
    const main = await ended

    const stopsBefore = simulator.runs.filter(({ stoppedBy }) => stoppedBy === 'api').length
    const post = await runPost(options, main)
    removeStep(main)
    await settled(simulator)
    const stopped = simulator.runs.some(({ stoppedBy }) => stoppedBy === 'api')
    return {
      runs: simulator.runs.length,
      going: simulator.runs.filter((run) => !isTerminal(run.status())).map(({ id }) => id),
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
async function momentOf({ moment, request, delayMs }: Plan, simulator: Simulator, child: ChildProcess): Promise<void> {
  const from = Date.now()
  const over = () => child.exitCode !== null || child.signalCode !== null || Date.now() - from > LATEST_MS
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
  while (!come() && !over()) await sleep(1)
  if (delayMs > 0) await sleep(delayMs)
}

async function end({ way, betweenMs }: Plan, child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  switch (way) {
    case 'as GitHub does':
      return cancelStep(child, SIGTERM_AFTER_MS / SPEED, KILL_AFTER_MS / SPEED)
    case 'as GitHub does, in a hurry':
      return cancelStep(child, betweenMs, betweenMs)
    case 'SIGINT':
    case 'SIGTERM':
    case 'SIGKILL':
      child.kill(way)
      await exited
  }
}

/** Waits, in simulated time, until no run is on its way to the end that a stop gave it. */
async function settled(simulator: Simulator): Promise<void> {
  const until = simulator.now() + 60_000
  while (simulator.runs.some((run) => run.status() === 'STOPPING') && simulator.now() < until) await sleep(2)
}

/** Plays rounds until there were as many as asked for, or the time is up. */
export async function soak({ seed, rounds, limitMs, atOnce = 6, onFailure }: SoakOptions): Promise<SoakFigures> {
  const from = Date.now()
  const action = snapshot()
  const counts = { rounds: 0, stopped: 0, duplicates: 0, brokenPosts: 0 }
  const runs = { none: 0, byStep: 0, byPost: 0, endedAlone: 0 }
  const ends: Record<string, number> = {}
  let next = 1
  const worker = async (): Promise<void> => {
    while (next <= rounds && Date.now() - from < limitMs) {
      const number = next
      next += 1
      const plan = draw(randomFrom('soak', seed, number))
      const round = await playRound(plan, number, action)
      counts.rounds += 1
      if (round.going.length === 0) counts.stopped += 1
      if (round.runs > 1) counts.duplicates += 1
      if (round.postFailed) counts.brokenPosts += 1
      runs[round.runs === 0 ? 'none' : round.stoppedBy === null ? 'endedAlone' : round.stoppedBy === 'step' ? 'byStep' : 'byPost'] += 1 // prettier-ignore
      ends[round.end] = (ends[round.end] ?? 0) + 1
      if (round.going.length > 0 || round.runs > 1 || round.postFailed) {
        onFailure?.(`round ${number}: ${JSON.stringify(round)} of ${JSON.stringify(plan)}`)
      }
    }
  }
  try {
    await Promise.all(Array.from({ length: atOnce }, worker))
  } finally {
    rmSync(action, { recursive: true, force: true })
  }
  return { ...counts, runs, ends, seconds: Math.round((Date.now() - from) / 1_000) }
}

/** A copy of the built action, so that a build in the meantime is no failure of it. */
function snapshot(): string {
  const folder = mkdtempSync(join(tmpdir(), 'soak-action-'))
  const root = fileURLToPath(new URL('..', import.meta.url))
  for (const name of ['action.yml', 'dist']) cpSync(join(root, name), join(folder, name), { recursive: true })
  return folder
}

/** The figures in words. */
export function figuresText({ rounds, stopped, duplicates, brokenPosts, runs, ends, seconds }: SoakFigures): string {
  const { none, byStep, byPost, endedAlone } = runs
  const how = Object.entries(ends)
    .toSorted(([, a], [, b]) => b - a)
    .map(([name, count]) => `${name} ${count}`)
  return `${stopped} of ${rounds} stopped, ${duplicates} duplicates, ${brokenPosts} broken post steps, in ${seconds} s
  no run ${none}, stopped by the step ${byStep}, by its post step ${byPost}, ended by itself ${endedAlone}
  processes ended as: ${how.join(', ')}
`
}

/** Whether every round went as it should, and there was one. */
export function isSound({ rounds, stopped, duplicates, brokenPosts }: SoakFigures): boolean {
  return rounds > 0 && stopped === rounds && duplicates === 0 && brokenPosts === 0
}

const help = `Starts the built action, kills it at random moments, runs its post step, and counts what is left.

  node simulator/soak.ts [options]

  --rounds N     default 200
  --seed N       default: drawn
  --seconds N    no round begins later than that, default 170
  --help
`

async function program(): Promise<void> {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string' },
      seed: { type: 'string' },
      seconds: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(help)
    return
  }
  if (!existsSync(fileURLToPath(new URL('../dist/index.js', import.meta.url)))) {
    throw new UsageError('There is no dist/index.js: npm run build')
  }
  const rounds = readNumber('rounds', values.rounds, 200, 1)
  const seed = readNumber('seed', values.seed, Math.floor(Math.random() * 1e6), 0)
  const seconds = readNumber('seconds', values.seconds, 170, 1)
  process.stdout.write(`seed ${seed}\n`)
  const figures = await soak({
    seed,
    rounds,
    limitMs: seconds * 1_000,
    onFailure: (line) => process.stdout.write(`${line}\n`),
  })
  process.stdout.write(figuresText(figures))
  if (figures.rounds < rounds) process.stdout.write(`  the time was up after ${figures.rounds} of ${rounds} rounds\n`)
  if (!isSound(figures)) process.exitCode = 1
}

if (import.meta.main) await runProgram(program)
