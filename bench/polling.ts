// How soon a step knows that its run has ended, and for how many requests: the action's own watch, client, pace and schedule in virtual time,
// beside the peers' published algorithms.
import { callMeter } from '../src/apis/callmeter/client.ts'
import { CALLMETER } from '../src/apis/callmeter/vendor.ts'
import type { Clock } from '../src/base/clock.ts'
import type { Exchange } from '../src/apis/http/request.ts'
import { createPace } from '../src/apis/http/pace.ts'
import { watch } from '../src/stages/watch.ts'
import { createRandom, seededMath } from './random.ts'
import { silent } from './silent.ts'
import { LATENCY_MS, type Measured } from './step.ts'
import { formerRun } from './former-schedule.ts'
import { markdownTable } from './table.ts'
import { inVirtualTime } from './virtual-time.ts'

const RUNS = 2_000

/** A shape of runs: what is planned, when they end from the trigger, and how many earlier ones are known; in seconds. */
interface Shape {
  name: string
  planned?: number
  ends: (random: () => number) => number
  earlier?: number
}

const within =
  (from: number, to: number) =>
  (random: () => number): number =>
    from + (to - from) * random()
const normal =
  (mean: number, deviation: number) =>
  (random: () => number): number =>
    mean + deviation * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
const either =
  (share: number, one: (random: () => number) => number, other: (random: () => number) => number) =>
  (random: () => number): number =>
    random() < share ? one(random) : other(random)

/** What the constants of the schedule were set on. */
const SHAPES: readonly Shape[] = [
  { name: 'on plan: planned 600 s, ends at 570–630', planned: 600, ends: within(570, 630) },
  { name: 'early: planned 600 s, ends at 200–400', planned: 600, ends: within(200, 400) },
  { name: 'overrun: planned 600 s, ends at 800–1,000', planned: 600, ends: within(800, 1_000) },
  { name: 'plan unknown, ends at 120–1,200', ends: within(120, 1_200) },
  { name: 'short: planned 30 s, ends at 29–33', planned: 30, ends: within(29, 33) },
  { name: 'long: planned 7,200 s, ends at 6,840–7,560', planned: 7_200, ends: within(6_840, 7_560) },
  {
    name: 'known: planned 600 s, ends 4 ± 1 s later (normal), 20 earlier runs',
    planned: 600,
    ends: normal(604, 1),
    earlier: 20,
  },
]

/** What they were not set on. */
const OTHER_SHAPES: readonly Shape[] = [
  {
    name: 'two ends: planned 600 s, half at 300 ± 3, half at 604 ± 1 s (normal), 20 earlier runs',
    planned: 600,
    ends: either(0.5, normal(300, 3), normal(604, 1)),
    earlier: 20,
  },
  { name: 'known without a plan: ends at 180 ± 2 s (normal), 5 earlier runs', ends: normal(180, 2), earlier: 5 },
  { name: 'slow set-up: planned 120 s, ends 8 ± 3 s later (normal)', planned: 120, ends: normal(128, 3) },
  {
    name: 'one in ten breaks: planned 900 s, ends at 890–915, else anywhere before',
    planned: 900,
    ends: either(0.1, within(2, 890), within(890, 915)),
  },
  {
    name: 'plan unknown, ends at 300 s times or by up to 4, evenly on a scale of factors',
    ends: (random) => 300 * 4 ** (2 * random() - 1),
  },
  { name: 'very long: planned 28,800 s, ends at 28,700–29,000', planned: 28_800, ends: within(28_700, 29_000) },
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

/** The tables, one for each shape, and whether a peer is a tenth better in both figures anywhere. */
export async function benchPolling(): Promise<string> {
  const dominated: string[] = []
  const tables = async (shapes: readonly Shape[], seed: number): Promise<string> => {
    const parts: string[] = []
    for (const [i, shape] of shapes.entries()) parts.push(await shapeTable(shape, createRandom(seed + i), dominated))
    return parts.join('\n\n')
  }
  const tuned = await tables(SHAPES, 1)
  const others = await tables(OTHER_SHAPES, 1_001)
  const verdict =
    dominated.length === 0
      ? 'No peer has both a tenth fewer requests and a tenth lower mean in any shape.'
      : `A peer is better in both by a tenth: ${dominated.join('; ')}.`
  return [
    `${RUNS.toLocaleString('en')} runs a row, the end uniform in the range unless said, ${LATENCY_MS} ms an answer. Requests are the trigger and the polls, and, if earlier runs are known, the list of them. "Before" is the schedule with six branches and eleven constants that this one replaced.`,
    tuned,
    verdict,
    await instantFailure(),
    'The constants were set on the shapes above. The ones below, with seeds of their own, had no part in that.',
    others,
  ].join('\n\n')
}

async function shapeTable(shape: Shape, random: () => number, dominated: string[]): Promise<string> {
  const runs = Array.from({ length: RUNS }, () => shape.ends(random) * 1_000)
  // Each run has earlier ones of its own, as every test has.
  const earlier = runs.map(() => Array.from({ length: shape.earlier ?? 0 }, () => shape.ends(random) * 1_000))
  const own = summary(await ownRuns({ ...shape, ends: runs, earlier }, random))
  const before = summary(runs.map((end, i) => formerRun(shape.planned, end, earlier[i] ?? [], random)))
  const rows = [
    ['run-test', ...shown(own)],
    ['before', ...shown(before)],
  ]
  for (const [name, waits] of Object.entries(PEERS)) {
    const peer = summary(runs.map((end) => peerRun(waits, end)))
    rows.push([name, ...shown(peer)])
    if (peer.requests <= 0.9 * own.requests && peer.mean <= 0.9 * own.mean) dominated.push(`${name}, ${shape.name}`)
  }
  const title = `${shape.name[0]?.toUpperCase() ?? ''}${shape.name.slice(1)}`
  return `### ${title}\n\n${markdownTable(['algorithm', 'requests', 'mean s late', 'p95', 'worst'], rows)}`
}

/** How late a run that fails in its first seconds is known. */
async function instantFailure(): Promise<string> {
  const random = createRandom(99)
  const ends = Array.from({ length: RUNS }, () => 2_000 * random())
  const { mean, worst } = summary(await ownRuns({ planned: 600, ends, earlier: [] }, random))
  return `A run that fails within its first 2 s is known ${mean.toFixed(1)} s later on average, ${worst.toFixed(1)} s at worst.`
}

/** Runs with when they end and the lengths of earlier ones, in ms. */
interface Runs {
  planned?: number
  ends: readonly number[]
  earlier: readonly (readonly number[])[]
}

/** All runs of a shape, side by side in one virtual time: they share nothing but that. */
function ownRuns(runs: Runs, random: () => number): Promise<Measured[]> {
  return seededMath(random, () =>
    inVirtualTime((clock) => Promise.all(runs.ends.map((_, i) => ownRun(runs, i, clock, random)))),
  )
}

async function ownRun(
  { planned, ends, earlier }: Runs,
  i: number,
  clock: Clock,
  random: () => number,
): Promise<Measured> {
  const endMs = ends[i] ?? 0
  const lengths = earlier[i] ?? []
  let requests = lengths.length > 0 ? 2 : 1
  const exchange: Exchange = async () => {
    requests++
    await clock.sleep(LATENCY_MS / 2)
    const status = clock.now() >= endMs ? 'COMPLETED' : 'RUNNING'
    await clock.sleep(LATENCY_MS / 2)
    return {
      status: 200,
      headers: {},
      body: {
        data: {
          id: 'r',
          status,
          completedAt: '2026-01-01T00:00:00Z',
          ...(planned === undefined ? {} : { durationSeconds: planned }),
        },
      },
    }
  }
  const api = callMeter({
    exchange,
    clock,
    random,
    pace: createPace(clock, random, CALLMETER.limitPerMinute),
    apiUrl: new URL('https://callmeter.test/api/v1'),
    apiKey: 'cmk_bench',
  })
  await watch(
    {
      projectId: 'p',
      runId: 'r',
      triggeredAt: clock.now(),
      status: 'PENDING',
      earlier: lengths.map((lengthMs) => ({ lengthMs })),
    },
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
