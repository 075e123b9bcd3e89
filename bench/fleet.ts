// Many jobs on one key: each starts a test, waits for its end and reads four pages of results, all within one rate limit. The action's own
// client, pace, schedule and results stage in virtual time, against the simulator's rate limit.
import { createRateLimit } from '../simulator/server/rate-limit.ts'
import { callMeter } from '../src/apis/callmeter/client.ts'
import { CALLMETER } from '../src/apis/callmeter/vendor.ts'
import type { Clock } from '../src/base/clock.ts'
import { Failure } from '../src/base/failure.ts'
import type { Exchange } from '../src/apis/http/request.ts'
import { createPace } from '../src/apis/http/pace.ts'
import { readResults } from '../src/stages/results.ts'
import { watch } from '../src/stages/watch.ts'
import { silent } from './polling.ts'
import { createRandom, seededMath } from './random.ts'
import { markdownTable } from './table.ts'
import { inVirtualTime } from './virtual-time.ts'

const LIMIT_A_MINUTE = 120
const LATENCY_MS = 100
const PAGES = 4
const PER_PAGE = 100
const PLANNED_S = 600
/** From the first job's start to the last's, where they are spread, in ms. */
const SPREAD_MS = 30 * 60_000

interface Job {
  startMs: number
  /** How long its run takes from the trigger, in ms. */
  lengthMs: number
}

interface Verdict {
  endedMs: number
  knownMs: number
}

/** The table: fleets of 1 to 300 jobs, started together and spread over half an hour. */
export async function benchFleets(sizes: readonly number[] = [1, 10, 100, 300]): Promise<string> {
  const rows: (string | number)[][] = []
  for (const together of [true, false]) {
    for (const size of sizes) {
      const random = createRandom(size + (together ? 0 : 1_000))
      const jobs = Array.from({ length: size }, (_, i) => ({
        startMs: together ? 0 : (SPREAD_MS * i) / size,
        lengthMs: (570 + 60 * random()) * 1_000,
      }))
      const { verdicts, requests, refused } = await seededMath(random, () =>
        inVirtualTime((clock) => runFleet(jobs, clock, random)),
      )
      const bound = lastVerdictAtBest(jobs)
      const late = verdicts.map(({ endedMs, knownMs }) => (knownMs - endedMs) / 1_000)
      const last = Math.max(...verdicts.map(({ knownMs }) => knownMs))
      rows.push([
        `${size}, ${together ? 'together' : 'spread'}`,
        `${verdicts.length} of ${size}`,
        (requests / size).toFixed(1),
        `${((100 * refused) / requests).toFixed(1)} %`,
        (late.reduce((a, b) => a + b, 0) / late.length).toFixed(0),
        Math.max(...late).toFixed(0),
        (last / 1_000).toFixed(0),
        (bound / 1_000).toFixed(0),
        (last / bound).toFixed(2),
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
  const frontier = `Of jobs that start in the same second nobody can know of the others before a refusal: of 300, the first minute takes ${LIMIT_A_MINUTE} and refuses ${300 - LIMIT_A_MINUTE}, and those that it took are refused with their first poll. That is one refusal a job, over a tenth of the nine requests that a job can make within 1.5 times the bound, so fewer than 5 % are out of reach there; sending less after a refusal lowers the share, and makes the last verdict later. What is above that share, and all of it where the jobs are spread, is the pace's own: it cannot see the others, and finds out how much it may send by sending too much.`
  return `${LIMIT_A_MINUTE} requests a minute for all, runs of 570–630 s, ${PAGES} pages of results each. The bound is the last verdict of a scheduler that knows every end and wastes no request: trigger, one poll and the pages.\n\n${markdownTable(head, rows)}\n\n${frontier}`
}

async function runFleet(
  jobs: readonly Job[],
  clock: Clock,
  random: () => number,
): Promise<{ verdicts: Verdict[]; requests: number; refused: number }> {
  const limit = createRateLimit(LIMIT_A_MINUTE)
  let [requests, refused] = [0, 0]
  const results = await Promise.all(
    jobs.map(async (job): Promise<Verdict | undefined> => {
      let endsMs = Number.POSITIVE_INFINITY
      const exchange: Exchange = async ({ method, url, purpose }) => {
        requests++
        await clock.sleep(LATENCY_MS / 2)
        const retryAfter = limit('key', clock.now())
        await clock.sleep(LATENCY_MS / 2)
        if (retryAfter > 0) {
          refused++
          throw new Failure('rate-limited', `Could not ${purpose}.`, { retryAfterMs: retryAfter * 1_000 })
        }
        if (method === 'POST') endsMs = clock.now() + job.lengthMs
        return {
          status: 200,
          headers: {},
          body: method === 'POST' ? { data: { id: 'r', status: 'PENDING' } } : answer(url, clock.now() >= endsMs),
        }
      }
      await clock.sleep(job.startMs)
      const api = callMeter({
        exchange,
        clock,
        random,
        pace: createPace(clock, random, CALLMETER.limit),
        apiUrl: new URL('https://callmeter.test/api/v1'),
        apiKey: 'cmk_bench',
      })
      const scope = { deadline: 24 * 3_600_000 }
      try {
        const { id, status } = await api.triggerRun('p', 't', 'key', scope)
        const tools = { api, clock, log: silent, random, progress: () => undefined }
        const { run } = await watch(
          { projectId: 'p', runId: id, triggeredAt: clock.now(), status: status ?? 'PENDING' },
          scope,
          tools,
        )
        if (!run) return undefined
        await readResults({ projectId: 'p', runId: id, run }, scope, tools)
        return { endedMs: endsMs, knownMs: clock.now() }
      } catch (error) {
        if (error instanceof Failure) return undefined
        throw error
      }
    }),
  )
  return { verdicts: results.filter((verdict) => verdict !== undefined), requests, refused }
}

function answer(url: URL, ended: boolean): unknown {
  if (!url.pathname.endsWith('/endpoints')) {
    return {
      data: {
        id: 'r',
        status: ended ? 'COMPLETED' : 'RUNNING',
        durationSeconds: PLANNED_S,
        endpointCount: PAGES * PER_PAGE,
      },
    }
  }
  const page = Number(url.searchParams.get('page'))
  const data = Array.from({ length: PER_PAGE }, (_, i) => ({
    id: `${page}-${i}`,
    endpointOutcome: 'SUCCESS',
    metrics: { mos: 4.2 },
  }))
  return { data, meta: { pagination: { page, perPage: PER_PAGE, total: PAGES * PER_PAGE, totalPages: PAGES } } }
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
