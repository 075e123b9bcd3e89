// One step in virtual time: it starts a test, waits for its end and reads the results, with the action's own client, pace, schedule and stages.
import { callMeter } from '../src/apis/callmeter/client.ts'
import { CALLMETER } from '../src/apis/callmeter/vendor.ts'
import { createPace } from '../src/apis/http/pace.ts'
import type { Exchange } from '../src/apis/http/request.ts'
import type { Clock } from '../src/base/clock.ts'
import { Failure } from '../src/base/failure.ts'
import { readResults } from '../src/stages/results.ts'
import { watch } from '../src/stages/watch.ts'
import { silent } from './silent.ts'

/** What an answer takes, in ms. */
export const LATENCY_MS = 100
const PER_PAGE = 100

/** What watching one run took. */
export interface Measured {
  requests: number
  latenessMs: number
}

/** A run that a step starts: how long it takes from the trigger, what it is planned to take, and the pages of its results. */
export interface PlayedRun {
  lengthMs: number
  plannedS: number
  pages: number
}

/** When a run ended, and when the step had its results, in ms. */
export interface Verdict {
  endedMs: number
  knownMs: number
}

/** What a request is for. */
export type RequestOf = 'trigger' | 'poll' | 'rows'

/** How long a request at a moment is told to wait, in ms; undefined where it is answered. */
export type Grant = (of: RequestOf, now: number) => number | undefined

/** Plays a step; undefined where it has no verdict. */
export async function playStep(
  run: PlayedRun,
  grant: Grant,
  clock: Clock,
  random: () => number,
): Promise<Verdict | undefined> {
  let endsMs = Number.POSITIVE_INFINITY
  const exchange: Exchange = async ({ method, url, purpose }) => {
    const of = method === 'POST' ? 'trigger' : url.pathname.endsWith('/endpoints') ? 'rows' : 'poll'
    await clock.sleep(LATENCY_MS / 2)
    const retryAfterMs = grant(of, clock.now())
    await clock.sleep(LATENCY_MS / 2)
    if (retryAfterMs !== undefined) throw new Failure('rate-limited', `Could not ${purpose}.`, { retryAfterMs })
    if (of === 'trigger') endsMs = clock.now() + run.lengthMs
    const body = { trigger: { data: { id: 'r', status: 'PENDING' } }, poll: detail(run, clock.now() >= endsMs) }
    return { status: 200, headers: {}, body: of === 'rows' ? page(run, url) : body[of] }
  }
  const api = callMeter({
    exchange,
    clock,
    random,
    pace: createPace(clock, random, CALLMETER.limitPerMinute),
    apiUrl: new URL('https://callmeter.test/api/v1'),
    apiKey: 'cmk_bench',
  })
  const scope = { deadline: 24 * 3_600_000 }
  try {
    const { id, status } = await api.triggerRun('p', 't', 'key', scope)
    const tools = { api, clock, log: silent, random, progress: () => undefined }
    const request = { projectId: 'p', runId: id, triggeredAt: clock.now(), status: status ?? 'PENDING' }
    const watched = await watch(request, scope, tools)
    if (!watched.run) return undefined
    await readResults({ projectId: 'p', runId: id, run: watched.run, wasSeenGoing: true }, scope, tools)
    return { endedMs: endsMs, knownMs: clock.now() }
  } catch (error) {
    if (error instanceof Failure) return undefined
    throw error
  }
}

function detail({ plannedS, pages }: PlayedRun, ended: boolean): unknown {
  const status = ended ? 'COMPLETED' : 'RUNNING'
  const completedAt = ended ? { completedAt: '2026-01-01T00:00:00Z' } : {}
  return { data: { id: 'r', status, ...completedAt, durationSeconds: plannedS, endpointCount: pages * PER_PAGE } }
}

function page({ pages }: PlayedRun, url: URL): unknown {
  const number = Number(url.searchParams.get('page'))
  const data = Array.from({ length: PER_PAGE }, (_, i) => ({
    id: `${number}-${i}`,
    endpointOutcome: 'SUCCESS',
    metrics: { mos: 4.2 },
  }))
  return { data, meta: { pagination: { page: number, perPage: PER_PAGE, total: pages * PER_PAGE, totalPages: pages } } }
}
