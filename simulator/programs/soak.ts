// Kills the step at random moments, lets the post step follow, and counts the runs that are left: `npm run soak -- --help`.
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { inParallel } from '../../src/base/parallel.ts'
import { randomFrom } from '../server/random.ts'
import { builtAction, readNumber, runProgram } from './command-line.ts'
import { drawPlan } from './soak-plan.ts'
import { playRound } from './soak-round.ts'

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
  /** Rounds after which nothing was left going but what was named as perhaps somebody else's. */
  readonly stopped: number
  /** Rounds with more than one run. */
  readonly duplicates: number
  /** Rounds whose post step failed, or said nothing. */
  readonly brokenPosts: number
  /** Rounds by what stopped their run. */
  readonly runs: Readonly<Record<'none' | 'step' | 'post' | 'alone', number>>
  /** How the processes ended: by which signal, or with which verdict. */
  readonly ends: Readonly<Record<string, number>>
  readonly seconds: number
}

/** Rounds that are played at once. */
const AT_ONCE = 4

/** Plays rounds until there were as many as asked for, or the time is up. */
export async function soak({ seed, rounds, limitMs = Infinity, onFailure }: SoakOptions): Promise<SoakFigures> {
  const from = Date.now()
  const action = snapshot()
  const counts = { rounds: 0, stopped: 0, duplicates: 0, brokenPosts: 0 }
  const runs = { none: 0, step: 0, post: 0, alone: 0 }
  const ends: Record<string, number> = {}
  const play = async (number: number): Promise<void> => {
    if (Date.now() - from >= limitMs) return
    const plan = drawPlan(randomFrom('soak', seed, number))
    const round = await playRound(plan, number, action)
    counts.rounds += 1
    if (round.going.length === 0) counts.stopped += 1
    if (round.runs > 1) counts.duplicates += 1
    if (round.postFailed) counts.brokenPosts += 1
    runs[round.runs === 0 ? 'none' : (round.stoppedBy ?? 'alone')] += 1
    ends[round.end] = (ends[round.end] ?? 0) + 1
    if (round.going.length > 0 || round.runs > 1 || round.postFailed)
      onFailure?.(`round ${number}: ${JSON.stringify(round)} of ${JSON.stringify(plan)}`)
  }
  try {
    const numbers = Array.from({ length: rounds }, (_, index) => index + 1)
    await inParallel(numbers, AT_ONCE, play)
  } finally {
    rmSync(action, { recursive: true, force: true })
  }
  return { ...counts, runs, ends, seconds: Math.round((Date.now() - from) / 1_000) }
}

/** A copy of the built action, so that a build in the meantime is no failure of it. */
function snapshot(): string {
  const folder = mkdtempSync(join(tmpdir(), 'soak-action-'))
  const built = builtAction()
  for (const name of ['action.yml', 'dist']) cpSync(join(built, name), join(folder, name), { recursive: true })
  return folder
}

/** The figures in words. */
export function figuresText({ rounds, stopped, duplicates, brokenPosts, runs, ends, seconds }: SoakFigures): string {
  const { none, step, post, alone } = runs
  const how = Object.entries(ends)
    .toSorted(([, a], [, b]) => b - a)
    .map(([name, count]) => `${name} ${count}`)
  return `${stopped} of ${rounds} stopped, ${duplicates} duplicates, ${brokenPosts} broken post steps, in ${seconds} s
  no run ${none}, stopped by the step ${step}, by its post step ${post}, ended by itself ${alone}
  processes ended as: ${how.join(', ')}
`
}

/** Whether every round went as it should, and there was one. */
export function isSound({ rounds, stopped, duplicates, brokenPosts }: SoakFigures): boolean {
  return rounds > 0 && stopped === rounds && duplicates === 0 && brokenPosts === 0
}

const HELP = `Starts the built action, kills it at random moments, runs its post step, and counts what is left.

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
    },
  })
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

if (import.meta.main) await runProgram(HELP, program)
