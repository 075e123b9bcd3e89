// Many jobs on one key: each starts a test, waits for its end and reads four pages of results, all within one rate limit. The action's own
// client, pace, schedule and results stage in virtual time, against the simulator's rate limit.
import { createRateLimit } from '../simulator/server/rate-limit.ts'
import type { Clock } from '../src/base/clock.ts'
import { createRandom, seededMath } from './random.ts'
import { type Grant, LATENCY_MS, type Verdict, playStep } from './step.ts'
import { markdownTable } from './table.ts'
import { inVirtualTime } from './virtual-time.ts'

const LIMIT_A_MINUTE = 120
const PAGES = 4
const PLANNED_S = 600
/** Fleets of each size, each with seeds of its own; the figures are their means, and the worst of all. */
const FLEETS = 5
/** From the first job's start to the last's, where they are spread, in ms. */
const SPREAD_MS = 30 * 60_000

interface Job {
  startMs: number
  /** How long its run takes from the trigger, in ms. */
  lengthMs: number
}

/** The table: fleets of 1 to 300 jobs, started together and spread over half an hour. */
export async function benchFleets(sizes: readonly number[] = [1, 10, 100, 300]): Promise<string> {
  const rows: (string | number)[][] = []
  for (const together of [true, false]) {
    for (const size of sizes) {
      const fleets: Measured[] = []
      for (let fleet = 0; fleet < FLEETS; fleet++) fleets.push(await measureFleet(size, together, fleet))
      const mean = (of: (one: Measured) => number): number => fleets.reduce((sum, one) => sum + of(one), 0) / FLEETS
      rows.push([
        `${size}, ${together ? 'together' : 'spread'}`,
        `${mean((one) => one.verdicts)} of ${size}`,
        mean((one) => one.requests / size).toFixed(1),
        `${mean((one) => (100 * one.refused) / one.requests).toFixed(1)} %`,
        mean((one) => one.meanLateS).toFixed(0),
        Math.max(...fleets.map(({ worstLateS }) => worstLateS)).toFixed(0),
        mean((one) => one.lastS).toFixed(0),
        mean((one) => one.boundS).toFixed(0),
        mean((one) => one.lastS / one.boundS).toFixed(2),
      ])
    }
  }
  const head = [
    'jobs',
    'verdicts',
    'requests a job',
    '429',
    'mean s late',
    'worst',
    'last verdict, s',
    'bound, s',
    'ratio',
  ]
  const frontier =
    'The share of 429s and the last verdict pull against each other. A job learns of the others only by being refused, so one refusal per job is the minimum if the limit is used up: 6 % of the 17 requests that each of 300 spread jobs makes. Higher prices after a single refusal lower the share, and a lone job that meets one 429 pays for it with delay; so does spreading what was refused over the whole of the backlog, with a later last verdict. The pace takes the earlier verdict, since a refused request uses up nothing of the limit.'
  return `${LIMIT_A_MINUTE} requests a minute for all, runs of 570–630 s, ${PAGES} pages of results each. The bound is the last verdict of a scheduler that knows every end and wastes no request: trigger, one poll and the pages.\n\n${markdownTable(head, rows)}\n\n${frontier}`
}

interface Measured {
  verdicts: number
  requests: number
  refused: number
  meanLateS: number
  worstLateS: number
  lastS: number
  boundS: number
}

async function measureFleet(size: number, together: boolean, fleet: number): Promise<Measured> {
  const random = createRandom(size + (together ? 0 : 1_000) + 10_000 * fleet)
  const jobs = Array.from({ length: size }, (_, i) => ({
    startMs: together ? 0 : (SPREAD_MS * i) / size,
    lengthMs: (570 + 60 * random()) * 1_000,
  }))
  const { verdicts, requests, refused } = await seededMath(random, () =>
    inVirtualTime((clock) => runFleet(jobs, clock, random)),
  )
  const late = verdicts.map(({ endedMs, knownMs }) => (knownMs - endedMs) / 1_000)
  return {
    verdicts: verdicts.length,
    requests,
    refused,
    meanLateS: late.reduce((a, b) => a + b, 0) / late.length,
    worstLateS: Math.max(...late),
    lastS: Math.max(...verdicts.map(({ knownMs }) => knownMs)) / 1_000,
    boundS: lastVerdictAtBest(jobs) / 1_000,
  }
}

async function runFleet(
  jobs: readonly Job[],
  clock: Clock,
  random: () => number,
): Promise<{ verdicts: Verdict[]; requests: number; refused: number }> {
  const limit = createRateLimit(LIMIT_A_MINUTE)
  let [requests, refused] = [0, 0]
  const grant: Grant = (_, now) => {
    requests++
    const waitMs = 1_000 * limit('key', now)
    if (waitMs <= 0) return undefined
    refused++
    return waitMs
  }
  const results = await Promise.all(
    jobs.map(async ({ startMs, lengthMs }) => {
      await clock.sleep(startMs)
      return playStep({ lengthMs, plannedS: PLANNED_S, pages: PAGES }, grant, clock, random)
    }),
  )
  return { verdicts: results.filter((verdict) => verdict !== undefined), requests, refused }
}

/** When the last verdict can be known at best: every request that is due is sent at once while the minute has room, else in the next. */
function lastVerdictAtBest(jobs: readonly Job[]): number {
  let [windowFrom, inWindow] = [Number.NEGATIVE_INFINITY, 0]
  const send = (dueMs: number): number => {
    let at = dueMs
    if (at >= windowFrom + 60_000) [windowFrom, inWindow] = [at, 0]
    else if (inWindow >= LIMIT_A_MINUTE) {
      at = windowFrom + 60_000
      ;[windowFrom, inWindow] = [at, 0]
    }
    inWindow++
    return Math.max(at, windowFrom) + LATENCY_MS
  }
  const due = jobs.map(({ startMs, lengthMs }) => ({ at: startMs, left: PAGES + 2, lengthMs }))
  let last = 0
  for (;;) {
    const open = due.filter(({ left }) => left > 0)
    if (open.length === 0) return last
    const next = open.reduce((a, b) => (b.at < a.at ? b : a))
    const done = send(Math.max(next.at, windowFrom))
    next.left--
    next.at = next.left === PAGES + 1 ? done + next.lengthMs : done
    last = Math.max(last, done)
  }
}
