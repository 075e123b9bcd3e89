// Kills the step at random moments, lets the post step follow, and counts the runs that are left: `npm run soak -- --help`.
import { once } from 'node:events'
import type { ChildProcess } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { DEMO_TEST } from '../callmeter/account.ts'
import { startSimulator } from '../callmeter/callmeter.ts'
import type { Simulator } from '../callmeter/callmeter.ts'
import { readNumber, runProgram, UsageError } from './command-line.ts'
import type { Fault } from '../callmeter/faults.ts'
import { isTerminal } from '../callmeter/life-cycle.ts'
import { randomFrom } from '../server/random.ts'
import type { Random } from '../server/random.ts'
import { cancelStep, removeStep, runPost, startMain } from '../runner/runner.ts'
import type { StepOptions, StepResult } from '../runner/runner.ts'
import { SCENARIOS } from '../callmeter/scenarios.ts'
import type { Scenario } from '../callmeter/scenarios.ts'
import { createVirtualTime } from '../time/virtual-time.ts'
import type { VirtualTime } from '../time/virtual-time.ts'

export interface SoakOptions {
  readonly seed: number
  readonly rounds: number
  /** Real ms after which no further round begins; default: none. */
  readonly limitMs?: number
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
/** At the last of them the machine chooses: somewhere in what a process does while no simulated time passes, which no seed repeats. */
const MOMENTS = [
  'ms after its start',
  'the trigger arrives',
  'a request arrives',
  'a run exists',
  'while it works',
] as const

/** One round, as drawn. */
interface Plan {
  readonly scenario: string
  readonly trigger: Fault | null
  readonly other: Fault | null
  readonly way: (typeof WAYS)[number]
  readonly moment: (typeof MOMENTS)[number]
  /** Which request, where that is the moment. */
  readonly request: number
  /** Ms after the moment; real ones while it works. */
  readonly delayMs: number
  /** Ms between the signals of one in a hurry. */
  readonly betweenMs: number
}

/** Longest time that an answer takes, in ms. */
const LATENCY_MS = 150
/** About how long a process works before nothing but time is left to do, in real ms. */
const WORK_MS = 400
/** When a step whose moment never comes is ended all the same, in ms. */
const LATEST_MS = 120_000

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
    delayMs: Math.floor(random() * longestDelay(moment, random)),
    betweenMs: Math.floor(random() * 1_000),
  }
}

function longestDelay(moment: Plan['moment'], random: Random): number {
  if (moment === 'ms after its start') return 1_500
  if (moment === 'while it works') return WORK_MS
  return random() < 0.5 ? LATENCY_MS / 10 : 4_000
}

interface Round {
  readonly runs: number
  readonly going: readonly string[]
  readonly stoppedBy: 'step' | 'post' | null
  readonly postFailed: boolean
  readonly end: string
}

async function playRound(plan: Plan, seed: number, action: string): Promise<Round> {
  const time = createVirtualTime()
  const random = randomFrom('latency', seed)
  const simulator = await startSimulator({
    seed,
    clock: time,
    latencyMs: () => Math.ceil(random() * LATENCY_MS),
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
  const over = () => child.exitCode !== null || child.signalCode !== null
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
  if (child.exitCode !== null || child.signalCode !== null) return
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

/** Plays rounds until there were as many as asked for, or the time is up. */
export async function soak({
  seed,
  rounds,
  limitMs = Infinity,
  atOnce = 4,
  onFailure,
}: SoakOptions): Promise<SoakFigures> {
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
  const root = fileURLToPath(new URL('../..', import.meta.url))
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

  node simulator/programs/soak.ts [options]

  --rounds N     default 200
  --seed N       default: drawn
  --seconds N    no round begins later than that, default: no limit
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
  if (!existsSync(fileURLToPath(new URL('../../dist/index.js', import.meta.url)))) {
    throw new UsageError('There is no dist/index.js: npm run build')
  }
  const rounds = readNumber('rounds', values.rounds, 200, 1)
  const seed = readNumber('seed', values.seed, Math.floor(Math.random() * 1e6), 0)
  const seconds = readNumber('seconds', values.seconds, Infinity, 1)
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
