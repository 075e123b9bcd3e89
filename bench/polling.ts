// How soon a step knows that its run has ended, and for how many requests: the action's own watch, client, pace and schedule in virtual time,
// beside the peers' published algorithms.
import { callMeter } from '../src/apis/callmeter/client.ts'
import { CALLMETER } from '../src/apis/callmeter/vendor.ts'
import type { Clock } from '../src/base/clock.ts'
import type { Exchange } from '../src/apis/http/request.ts'
import type { Log } from '../src/base/log.ts'
import { createPace } from '../src/apis/http/pace.ts'
import { watch } from '../src/stages/watch.ts'
import { createRandom, seededMath } from './random.ts'
import { markdownTable } from './table.ts'
import { inVirtualTime } from './virtual-time.ts'

/** What an answer takes, in ms. */
const LATENCY_MS = 100
const RUNS = 1_000

/** A shape of runs: what is planned, and the stretch in which they end, in seconds from the trigger. */
interface Shape {
  name: string
  planned?: number
  from: number
  to: number
}

const SHAPES: readonly Shape[] = [
  { name: 'on plan: planned 600 s, ends at 570–630', planned: 600, from: 570, to: 630 },
  { name: 'early: planned 600 s, ends at 200–400', planned: 600, from: 200, to: 400 },
  { name: 'overrun: planned 600 s, ends at 800–1,000', planned: 600, from: 800, to: 1_000 },
  { name: 'plan unknown, ends at 120–1,200', from: 120, to: 1_200 },
  { name: 'short: planned 30 s, ends at 29–33', planned: 30, from: 29, to: 33 },
  { name: 'long: planned 7,200 s, ends at 6,840–7,560', planned: 7_200, from: 6_840, to: 7_560 },
]

/** The peers' waits between an answer and the next question, in ms, by how many questions were asked. */
const PEERS: Readonly<Record<string, (asked: number) => number>> = {
  'every 2 s (k6)': () => 2_000,
  'every 5 s (Gatling, Datadog)': () => 5_000,
  'every 10 s (mabl)': () => 10_000,
  'Fibonacci to 7 s (TFC)': (asked) => Math.min(7, [1, 2, 3, 5][asked] ?? 7) * 1_000,
  'every 20 s': () => 20_000,
  'every 30 s (Device Farm)': () => 30_000,
}

interface Measured {
  requests: number
  latenessMs: number
}

export const silent: Log = {
  info: () => undefined,
  notice: () => undefined,
  warning: () => undefined,
  error: () => undefined,
  group: (_, phase) => phase(),
}

/** The tables, one for each shape; `goals` collects where a peer is a tenth better in both. */
export async function benchPolling(): Promise<string> {
  const tables: string[] = []
  const dominated: string[] = []
  for (const [i, shape] of SHAPES.entries()) {
    const random = createRandom(i + 1)
    const ends = Array.from({ length: RUNS }, () => (shape.from + (shape.to - shape.from) * random()) * 1_000)
    const own = summary(await ownRuns(shape, ends, random))
    const rows = [['run-test', ...shown(own)]]
    for (const [name, waits] of Object.entries(PEERS)) {
      const peer = summary(ends.map((end) => peerRun(waits, end)))
      rows.push([name, ...shown(peer)])
      if (peer.requests <= 0.9 * own.requests && peer.mean <= 0.9 * own.mean) dominated.push(`${name}, ${shape.name}`)
    }
    tables.push(
      `### ${shape.name[0]?.toUpperCase()}${shape.name.slice(1)}\n\n${markdownTable(['algorithm', 'requests', 'mean s late', 'p95', 'worst'], rows)}`,
    )
  }
  const verdict =
    dominated.length === 0
      ? 'No peer has both a tenth fewer requests and a tenth lower mean in any shape.'
      : `A peer is better in both by a tenth: ${dominated.join('; ')}.`
  return `${RUNS.toLocaleString('en')} runs a row, the end uniform in the range, ${LATENCY_MS} ms an answer. Requests are the trigger and the polls.\n\n${tables.join('\n\n')}\n\n${verdict}\n\n${await instantFailure()}`
}

/** How late a run that fails in its first seconds is known. */
async function instantFailure(): Promise<string> {
  const random = createRandom(99)
  const ends = Array.from({ length: RUNS }, () => 2_000 * random())
  const { mean, worst } = summary(await ownRuns({ name: '', planned: 600, from: 0, to: 2 }, ends, random))
  return `A run that fails within its first 2 s is known ${mean.toFixed(1)} s later on average, ${worst.toFixed(1)} s at worst.`
}

/** All runs of a shape, side by side in one virtual time: they share nothing but that. */
function ownRuns({ planned }: Shape, ends: readonly number[], random: () => number): Promise<Measured[]> {
  return seededMath(random, () =>
    inVirtualTime((clock) => Promise.all(ends.map((end) => ownRun(planned, end, clock, random)))),
  )
}

async function ownRun(
  planned: number | undefined,
  endMs: number,
  clock: Clock,
  random: () => number,
): Promise<Measured> {
  let requests = 1
  const exchange: Exchange = async () => {
    requests++
    await clock.sleep(LATENCY_MS / 2)
    const status = clock.now() >= endMs ? 'COMPLETED' : 'RUNNING'
    await clock.sleep(LATENCY_MS / 2)
    return {
      status: 200,
      headers: {},
      body: { data: { id: 'r', status, ...(planned === undefined ? {} : { durationSeconds: planned }) } },
    }
  }
  const api = callMeter({
    exchange,
    clock,
    random,
    pace: createPace(clock, random, CALLMETER.limit),
    apiUrl: new URL('https://callmeter.test/api/v1'),
    apiKey: 'cmk_bench',
  })
  await watch(
    { projectId: 'p', runId: 'r', triggeredAt: clock.now(), status: 'PENDING' },
    { deadline: 24 * 3_600_000 },
    { api, clock, log: silent, random, progress: () => undefined },
  )
  return { requests, latenessMs: clock.now() - endMs }
}

function peerRun(waits: (asked: number) => number, endMs: number): Measured {
  let now = 0
  for (let asked = 0; ; asked++) {
    now += waits(asked)
    const seen = now + LATENCY_MS / 2
    now += LATENCY_MS
    if (seen >= endMs) return { requests: asked + 2, latenessMs: now - endMs }
  }
}

function summary(runs: readonly Measured[]): { requests: number; mean: number; p95: number; worst: number } {
  const late = runs.map(({ latenessMs }) => latenessMs / 1_000).toSorted((a, b) => a - b)
  return {
    requests: runs.reduce((sum, { requests }) => sum + requests, 0) / runs.length,
    mean: late.reduce((a, b) => a + b, 0) / late.length,
    p95: late[Math.floor(0.95 * late.length)] ?? 0,
    worst: late[late.length - 1] ?? 0,
  }
}

function shown({ requests, mean, p95, worst }: ReturnType<typeof summary>): string[] {
  return [requests, mean, p95, worst].map((value) => value.toFixed(2))
}
