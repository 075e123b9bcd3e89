// What a single 429 costs a step that nobody competes with: the request that was refused, and the verdict.
import { createRandom, seededMath } from './random.ts'
import { type Grant, type RequestOf, type Verdict, playStep } from './step.ts'
import { markdownTable } from './table.ts'
import { inVirtualTime } from './virtual-time.ts'

const STEPS = 200
const RUN = { plannedS: 600, pages: 4 }
const RETRY_AFTER_S = [0, 1, 2, 60]

/** Which request is refused: the nth of its kind, or the first after a moment, in ms. */
interface Place {
  name: string
  of: RequestOf
  after?: number
  nth?: number
}

const PLACES: readonly Place[] = [
  { name: 'trigger', of: 'trigger' },
  { name: 'first poll', of: 'poll' },
  { name: 'first poll after 570 s, when the end is expected', of: 'poll', after: 570_000 },
  { name: 'rows, second page', of: 'rows', nth: 2 },
]

interface Cost {
  /** How much later than asked the request went out again, in ms. */
  repeatMs: number
  /** How much later than without the refusal the verdict was known, beyond what was asked for, in ms. */
  verdictMs: number
}

/** The table: places and `Retry-After`. */
export async function benchRefusals(): Promise<string> {
  const rows: string[][] = []
  for (const [p, place] of PLACES.entries()) {
    for (const seconds of RETRY_AFTER_S) {
      const random = createRandom(100 * p + seconds + 1)
      const costs: Cost[] = []
      for (let i = 0; i < STEPS; i++) costs.push(await costOf(place, seconds * 1_000, random))
      const repeats = costs.map(({ repeatMs }) => repeatMs)
      rows.push([
        place.name,
        String(seconds),
        ...[mean(repeats), Math.max(...repeats)].map(inSeconds),
        inSeconds(mean(costs.map(({ verdictMs }) => verdictMs))),
      ])
    }
  }
  const head = ['refused', 'Retry-After, s', 'repeated: mean s after it', 'worst', 'verdict: mean s later']
  return `One job alone, runs of 570–630 s planned for 600 s, ${RUN.pages} pages of results, ${STEPS} steps a row. The verdict is compared with the same step without the refusal, from the end of the run or from when requests were allowed again, whichever is later.\n\n${markdownTable(head, rows)}`
}

async function costOf(place: Place, retryAfterMs: number, random: () => number): Promise<Cost> {
  const [seed, lengthMs] = [Math.floor(1e9 * random()), (570 + 60 * random()) * 1_000]
  let [count, refusedAt, repeatedAt] = [0, Number.NaN, Number.NaN]
  const grant: Grant = (of, now) => {
    if (!Number.isNaN(refusedAt)) {
      if (of === place.of && Number.isNaN(repeatedAt)) repeatedAt = now
      return undefined
    }
    if (of !== place.of || now < (place.after ?? 0) || ++count < (place.nth ?? 1)) return undefined
    refusedAt = now
    return retryAfterMs
  }
  const refused = await play(lengthMs, grant, seed)
  const alone = await play(lengthMs, () => undefined, seed)
  const soonest = refusedAt + retryAfterMs
  const verdictMs =
    place.of === 'rows'
      ? lateness(refused) - lateness(alone) - retryAfterMs
      : lateness(refused, soonest) - lateness(alone)
  return { repeatMs: repeatedAt - soonest, verdictMs }
}

function play(lengthMs: number, grant: Grant, seed: number): Promise<Verdict | undefined> {
  const random = createRandom(seed)
  return seededMath(random, () => inVirtualTime((clock) => playStep({ ...RUN, lengthMs }, grant, clock, random)))
}

/** From the end of the run, or from when asking was allowed again. */
function lateness(verdict: Verdict | undefined, soonest = Number.NEGATIVE_INFINITY): number {
  return verdict ? verdict.knownMs - Math.max(verdict.endedMs, soonest) : Number.NaN
}

function mean(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length
}

function inSeconds(ms: number): string {
  return (ms / 1_000).toFixed(2)
}
