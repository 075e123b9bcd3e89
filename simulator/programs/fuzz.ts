// Random servers against the action, and an oracle that knows the truth of each run: `npm run fuzz -- --help`.
import { parseArgs } from 'node:util'
import { playAsProcess } from '../fuzz/as-process.ts'
import type { FuzzApi } from '../fuzz/api.ts'
import { playInProcess } from '../fuzz/in-process.ts'
import { type Seen, violations } from '../fuzz/oracle.ts'
import { type Plan, drawPlan } from '../fuzz/plan.ts'
import { TIMEOUT_MS } from '../fuzz/step.ts'
import { freshSeed } from '../server/random.ts'
import { builtAction, readNumber, runProgram } from './command-line.ts'

/** Plays one step against the server of a plan. */
export type Play = (plan: Plan) => Promise<{ api: FuzzApi; seen: Seen }>

export interface FuzzFigures {
  readonly servers: number
  /** Servers of which all that goes wrong passes. */
  readonly benign: number
  /** By what was broken, the seeds of the servers. */
  readonly broken: ReadonlyMap<string, readonly string[]>
  readonly verdicts: ReadonlyMap<string, number>
  readonly seconds: number
}

export interface FuzzOptions {
  readonly seed: string
  /** Real ms after which no further server is drawn, and most servers. */
  readonly limitMs: number
  readonly most: number
  readonly atOnce: number
  readonly onBroken?: (plan: Plan, broken: readonly string[], seen: Seen) => void
}

/** Plays until the time is up, or there were as many as asked for. The servers are those of `seed/0`, `seed/1` and so on. */
export async function fuzz(play: Play, { seed, limitMs, most, atOnce, onBroken }: FuzzOptions): Promise<FuzzFigures> {
  const from = Date.now()
  const broken = new Map<string, string[]>()
  const verdicts = new Map<string, number>()
  let benign = 0
  const one = async (number: number): Promise<void> => {
    const plan = drawPlan(`${seed}/${number}`)
    if (plan.benign) benign++
    const { api, seen } = await play(plan)
    const found = violations(plan, api, seen, TIMEOUT_MS)
    const verdict = seen.outputs.verdict ?? 'none'
    verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1)
    for (const what of found) broken.set(what, [...(broken.get(what) ?? []), plan.seed])
    if (found.length > 0) onBroken?.(plan, found, seen)
  }
  const played = await Promise.all(
    Array.from({ length: atOnce }, async (_, first) => {
      let count = 0
      for (let number = first; number < most && Date.now() - from < limitMs; number += atOnce) {
        await one(number)
        count++
      }
      return count
    }),
  )
  const servers = played.reduce((sum, count) => sum + count, 0)
  return { servers, benign, broken, verdicts, seconds: Math.round((Date.now() - from) / 1_000) }
}

/** The figures in words. */
export function fuzzText({ servers, benign, broken, verdicts, seconds }: FuzzFigures): string {
  const how = [...verdicts].toSorted((a, b) => b[1] - a[1]).map(([verdict, count]) => `${verdict} ${count}`)
  const found = [...broken].map(
    ([what, seeds]) => `  ${what}: ${seeds.length}, first ${seeds.slice(0, 3).join(', ')}\n`,
  )
  return `${servers} servers (${benign} of which all that goes wrong passes) in ${seconds} s: ${how.join(', ')}
${found.length === 0 ? '  nothing was broken\n' : found.join('')}`
}

const HELP = `Draws random servers (forms of answers, pages, times, faults, lies) and plays a step of the action against each.

  node simulator/programs/fuzz.ts [options]

  --minutes N    default 1
  --servers N    at most so many, default: no limit
  --seed S       default: drawn, or by the environment's SEED
  --process      the built action as a process, over HTTP; default: in this process
  --only S/N     that one server, with all that the step said
  --help
`

async function program(): Promise<void> {
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string' },
      servers: { type: 'string' },
      seed: { type: 'string' },
      process: { type: 'boolean', default: false },
      only: { type: 'string' },
    },
  })
  const action = values.process ? builtAction() : ''
  const play: Play = values.process ? (plan) => playAsProcess(plan, action) : playInProcess
  if (values.only !== undefined) {
    const plan = drawPlan(values.only)
    const { api, seen } = await play(plan)
    const { truth, ...server } = plan
    process.stdout.write(`${JSON.stringify({ ...server, endpoints: truth.endpoints.length, status: truth.status, thresholds: truth.thresholds, verdict: truth.verdict }, undefined, 1)}\n${seen.text}\n${violations(plan, api, seen, TIMEOUT_MS).join('\n')}\n`) // prettier-ignore
    return
  }
  const seed = values.seed ?? String(freshSeed())
  process.stdout.write(`seed ${seed}\n`)
  const figures = await fuzz(play, {
    seed,
    limitMs: readNumber('minutes', values.minutes, 1, 0) * 60_000,
    most: readNumber('servers', values.servers, Number.POSITIVE_INFINITY, 1),
    // Virtual time of this process is one for all that is in it.
    atOnce: values.process ? 4 : 1,
    onBroken: (plan, broken) => process.stdout.write(`${plan.seed}: ${broken.join('; ')}\n`),
  })
  process.stdout.write(fuzzText(figures))
  if (figures.broken.size > 0) process.exitCode = 1
}

if (import.meta.main) await runProgram(HELP, program)
