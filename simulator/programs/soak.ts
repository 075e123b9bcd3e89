// Kills steps at random moments, alone and beside another job's, lets their post steps follow, and counts what is left: `npm run soak -- --help`.
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { inParallel } from '../../src/base/parallel.ts'
import { freshSeed, randomFrom } from '../server/random.ts'
import { builtAction, readNumber, runProgram } from './command-line.ts'
import { drawPlan } from './soak-plan.ts'
import { playRound } from './soak-round.ts'
import type { Round, StepOutcome } from './soak-round.ts'

export interface SoakOptions {
  readonly seed: number
  readonly rounds: number
  /** Real ms after which no further round begins; default: none. */
  readonly limitMs?: number
  /** Called with each round that went wrong. */
  readonly onFailure?: (line: string) => void
}

export interface SoakFigures {
  readonly rounds: number
  /** Rounds in which a second step, of another job, started the same test. */
  readonly pairs: number
  /** Rounds after which nothing was left going but what was named as perhaps somebody else's. */
  readonly stopped: number
  /** Runs that were left going and that no step or post step named. */
  readonly unnamed: number
  /** Steps of which a trigger started more than one run, or that started more than they may. */
  readonly duplicates: number
  /** Runs that a step or post step asked to stop although another step's trigger started them. */
  readonly strangersStopped: number
  /** Runs that another step's trigger started and that a step took for its own: with the word that they are presumed, and without. */
  readonly strangersPresumed: number
  readonly strangersUnsaid: number
  /** Steps whose post step failed, or said nothing. */
  readonly brokenPosts: number
  /** Steps by what stopped their run. */
  readonly runs: Readonly<Record<StepOutcome['stoppedBy'], number>>
  /** How the processes ended: by which signal, or with which verdict. */
  readonly ends: Readonly<Record<string, number>>
  readonly seconds: number
}

/** Most runs of one step: the first, and those that confirm a breach. */
const MOST_RUNS = 3

/** Rounds that are played at once. */
const AT_ONCE = 4

/** Plays rounds until there were as many as asked for, or the time is up. */
export async function soak({ seed, rounds, limitMs = Infinity, onFailure }: SoakOptions): Promise<SoakFigures> {
  const from = Date.now()
  const action = snapshot()
  const played: Round[] = []
  const play = async (number: number): Promise<void> => {
    if (Date.now() - from >= limitMs) return
    const plan = drawPlan(randomFrom('soak', seed, number))
    const round = await playRound(plan, number, action)
    played.push(round)
    if (!isSound(figuresOf([round], 0)))
      onFailure?.(`round ${number}: ${JSON.stringify(round)} of ${JSON.stringify(plan)}`)
  }
  try {
    const numbers = Array.from({ length: rounds }, (_, index) => index + 1)
    await inParallel(numbers, AT_ONCE, play)
  } finally {
    rmSync(action, { recursive: true, force: true })
  }
  return figuresOf(played, Math.round((Date.now() - from) / 1_000))
}

function figuresOf(rounds: readonly Round[], seconds: number): SoakFigures {
  const steps = rounds.flatMap((round) => round.steps)
  const sum = (count: (step: StepOutcome) => number): number => steps.reduce((total, step) => total + count(step), 0)
  const runs = { none: 0, step: 0, post: 0, alone: 0 }
  const ends: Record<string, number> = {}
  for (const { stoppedBy, end } of steps) {
    runs[stoppedBy] += 1
    ends[end] = (ends[end] ?? 0) + 1
  }
  return {
    rounds: rounds.length,
    pairs: rounds.filter((round) => round.steps.length > 1).length,
    stopped: rounds.filter(({ going }) => going.length === 0).length,
    unnamed: rounds.reduce((total, { unnamed }) => total + unnamed.length, 0),
    duplicates: steps.filter((step) => step.runsOfOne > 1 || step.runs > MOST_RUNS).length,
    strangersStopped: sum((step) => step.strangersStopped.length),
    strangersPresumed: sum((step) => step.strangersPresumed.length),
    strangersUnsaid: sum((step) => step.strangersUnsaid.length),
    brokenPosts: steps.filter(({ postFailed }) => postFailed).length,
    runs,
    ends,
    seconds,
  }
}

/** A copy of the built action, so that a build in the meantime is no failure of it. */
function snapshot(): string {
  const folder = mkdtempSync(join(tmpdir(), 'soak-action-'))
  const built = builtAction()
  for (const name of ['action.yml', 'dist']) cpSync(join(built, name), join(folder, name), { recursive: true })
  return folder
}

/** The figures in words. */
export function figuresText(figures: SoakFigures): string {
  const { rounds, pairs, stopped, duplicates, brokenPosts, ends, seconds } = figures
  const { none, step, post, alone } = figures.runs
  const how = Object.entries(ends)
    .toSorted(([, a], [, b]) => b - a)
    .map(([name, count]) => `${name} ${count}`)
  return `${stopped} of ${rounds} stopped, ${duplicates} duplicates, ${brokenPosts} broken post steps, in ${seconds} s
  with a second step ${pairs}: ${figures.strangersStopped} strangers stopped, ${figures.strangersUnsaid} judged as own without a word, ${figures.strangersPresumed} as presumed
  left going and named by nobody ${figures.unnamed}
  no run ${none}, stopped by the step ${step}, by its post step ${post}, ended by itself ${alone}
  processes ended as: ${how.join(', ')}
`
}

/** Whether every round went as it should, and there was one. */
export function isSound({ rounds, stopped, ...figures }: SoakFigures): boolean {
  const { unnamed, duplicates, strangersStopped, strangersUnsaid, brokenPosts } = figures
  const wrong = [unnamed, duplicates, strangersStopped, strangersUnsaid, brokenPosts]
  return rounds > 0 && stopped === rounds && wrong.every((count) => count === 0)
}

const HELP = `Starts the built action, in half of the rounds two jobs that start the same test, kills it at random moments, runs its post step,
and counts what is left.

  node simulator/programs/soak.ts [options]

  --rounds N     default 200
  --seed N       default: drawn, or by the environment's SEED
  --seconds N    no round begins later than that, default: no limit
  --help
`

async function program(): Promise<void> {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string' },
      seed: { type: 'string' },
      seconds: { type: 'string' },
    },
  })
  const rounds = readNumber('rounds', values.rounds, 200, 1)
  const seed = readNumber('seed', values.seed, freshSeed(), 0)
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

if (import.meta.main) await runProgram(HELP, program)
