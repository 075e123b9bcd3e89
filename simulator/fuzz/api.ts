// A random server: what it answers to a request at a moment. It lives in no process of its own, so that it can be asked in many ways.
import { isObject } from '../../src/base/fields.ts'
import { uuidFrom } from '../server/random.ts'
import type { Asked, Mishap, Plan } from './plan.ts'

export const KEY = 'cmk_f0dd1e5f0dd1e5f0dd1e5f0dd1e5f0dd'
export const PROJECT = 'c3d4e5f6-a7b8-4012-8def-123456789012'
export const TEST = '7b0c1d2e-3f40-4152-8637-48596a7b8c9d'

/** An answer, after some ms. */
export interface FuzzAnswer {
  readonly is: 'answer'
  readonly afterMs: number
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
}

/** What becomes of a request. */
export type Reply =
  FuzzAnswer | { readonly is: 'reset'; readonly afterMs: number } | { readonly is: 'hang'; readonly afterMs: number }

/** A run that somebody started. */
export interface FuzzRun {
  readonly id: string
  readonly at: number
  readonly own: boolean
  stoppedAt?: number
}

export interface FuzzApi {
  /** Takes a request in; path and query as in the URL. */
  readonly ask: (method: string, path: string, now: number) => Reply
  readonly runs: readonly FuzzRun[]
  readonly requests: number
  /** Whether the run has neither ended nor been stopped by then. */
  readonly isGoing: (run: FuzzRun, now: number) => boolean
}

const JSON_TYPE = { 'content-type': 'application/json' }

/** The server of a plan, for a step that starts at `start`. */
export function fuzzApi(plan: Plan, start: number): FuzzApi {
  const { shape, truth, lies } = plan
  const lying = new Set(lies)
  const idOf = (id: string): string | number => (shape.ids === 'number' ? Number.parseInt(id.slice(0, 8), 16) : id)
  const name = (key: string): string =>
    shape.keys === 'snake' ? key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) : key
  const fields = (all: Readonly<Record<string, unknown>>): Record<string, unknown> =>
    Object.fromEntries(Object.entries(all).flatMap(([key, value]) => (value === undefined ? [] : [[name(key), value]])))
  const old: FuzzRun = { id: uuidFrom('fuzz old', plan.seed), at: start - 86_400_000, own: false }
  const runs: FuzzRun[] = [old]
  const later = plan.strangers.map((at, i): FuzzRun => ({ id: uuidFrom('fuzz stranger', plan.seed, i), at: start + at, own: false })) // prettier-ignore
  const isLate = (i: number): boolean => i % 4 !== 0
  // That values of endpoints which failed are on the way, and of no others, nobody can know.
  const areLate = truth.endpoints.some(
    ({ outcome }, i) => isLate(i) && ['SUCCESS', 'COMPLETED_WITH_WARNINGS'].includes(outcome),
  )
  const counts = new Map<Asked, number>()
  const used = new Map<Mishap, number>()
  const told = new Set<string>()
  let requests = 0

  const there = (now: number): FuzzRun[] => [...runs, ...later.filter(({ at }) => at <= now)]
  const endOf = ({ at }: FuzzRun): number =>
    at + plan.queueMs + (truth.status === 'CANNOT_RUN_FOR_NOW' ? 0 : plan.runMs)
  const statusOf = (run: FuzzRun, now: number): string => {
    if (run === old) return 'COMPLETED'
    if (run.stoppedAt !== undefined) return now < run.stoppedAt + 2_000 ? 'STOPPING' : 'COMPLETED'
    if (now < run.at + Math.min(1_000, plan.queueMs)) return 'PENDING'
    if (now < run.at + plan.queueMs) return 'QUEUED'
    return now < endOf(run) ? 'RUNNING' : truth.status
  }
  const once = (lie: string): boolean => !told.has(lie) && told.add(lie) !== undefined
  const detail = (run: FuzzRun, now: number): Record<string, unknown> => {
    let status = statusOf(run, now)
    if (run.own && status === 'RUNNING') {
      if (lying.has('says COMPLETED once too early') && once('completed')) status = 'COMPLETED'
      else if (lying.has('says CANNOT_RUN_FOR_NOW once') && once('cannot')) status = 'CANNOT_RUN_FOR_NOW'
    }
    const ended = ['COMPLETED', 'FAILED'].includes(statusOf(run, now))
    const iso = (ms: number): string => new Date(ms).toISOString()
    return fields({
      id: idOf(run.id),
      name: shape.echo === 'field' ? `run for ${KEY}` : 'Nightly',
      status,
      testId: idOf(TEST),
      createdAt: shape.times === 'none' ? undefined : iso(run.at),
      startedAt: shape.times === 'all' && now >= run.at + plan.queueMs ? iso(run.at + plan.queueMs) : undefined,
      completedAt: shape.times === 'all' && ended ? iso(run === old ? run.at + plan.runMs : endOf(run)) : undefined,
      durationSeconds: plan.runMs / 1_000,
      endpointCount: shape.counted === 'run' ? truth.endpoints.length : shape.counted === 'zero' ? 0 : undefined,
    })
  }
  const rows = (run: FuzzRun, now: number): Record<string, unknown>[] => {
    const since = now - endOf(run)
    if (since < plan.rowsMs && truth.status === 'COMPLETED' && run !== old)
      return truth.endpoints.slice(0, Math.floor(truth.endpoints.length / 2)).map((_, i) => row(run, i, since))
    return truth.endpoints.map((_, i) => row(run, i, since))
  }
  const row = (run: FuzzRun, i: number, since: number): Record<string, unknown> => {
    const { id, outcome, metrics } = truth.endpoints[i] ?? { id: '', outcome: 'SUCCESS', metrics: {} }
    const late = areLate && since < plan.rowsMs + plan.valuesMs && run !== old && isLate(i)
    const values = late ? {} : shape.values === 'avg' ? Object.fromEntries(Object.entries(metrics).map(([key, avg]) => [key, { avg }])) : metrics // prettier-ignore
    return {
      ...fields({
        id: shape.ids === 'none' ? undefined : lying.has('ids collide') ? idOf(uuidFrom('fuzz', plan.seed, i % 5)) : idOf(id),
        endpointOutcome: outcome,
        endpointPhase: 'CLOSED',
        testRunId: idOf(run.id),
        createdAt: undefined,
      }),
      index: i,
      ...(shape.metrics === 'below' ? { metrics: values } : values),
    } // prettier-ignore
  }

  const list = (all: readonly unknown[], query: URLSearchParams): object => {
    const page = Number(query.get('page') ?? '1')
    const size = Math.min(shape.perPage, Number(query.get('perPage') ?? '25'))
    const at = lying.has('ignores the page') ? 0 : lying.has('pages from 0') ? page : page - 1
    // Where nothing says how many there are, an empty page is the end.
    const dropped = lying.has('drops a page') && page === 2 && shape.pagination !== 'none'
    let items = dropped ? [] : all.slice(at * size, (at + 1) * size)
    if (lying.has('shuffles rows')) items = items.toReversed()
    if (lying.has('repeats rows')) items = [...items, ...items.slice(0, 1)]
    const total = lying.has('total zero') ? 0 : lying.has('total too small') ? Math.min(3, all.length) : all.length
    const totalPages = Math.ceil(all.length / size) + (lying.has('too many pages') ? 2 : 0)
    const pagination = { page, [name('perPage')]: size, total, [name('totalPages')]: totalPages }
    if (shape.pagination === 'none') return { data: items }
    return shape.pagination === 'top' ? { data: items, pagination } : { data: items, meta: { pagination } }
  }

  /** What an honest server would answer, once the request has taken effect. */
  const answer = (asked: Asked, path: string, query: URLSearchParams, now: number): [number, object] => {
    const id = /\/test-runs\/([^/]+)/.exec(path)?.[1] ?? ''
    const run = there(now).find((one) => String(idOf(one.id)) === decodeURIComponent(id))
    const test = fields({ id: idOf(TEST), slug: 'nightly', name: 'Nightly', durationSeconds: plan.runMs / 1_000, endpointCount: shape.counted === 'test' ? truth.endpoints.length : undefined }) // prettier-ignore
    switch (asked) {
      case 'projects':
        return [200, list([fields({ id: PROJECT, slug: 'production-pbx', name: 'Production' })], query)]
      case 'tests':
        return shape.tests === 'missing' ? [404, { error: { code: 'NOT_FOUND' } }] : [200, list([test], query)]
      case 'runs': {
        if (shape.list === 'missing') return [404, { error: { code: 'NOT_FOUND' } }]
        const lag = shape.list === 'late' ? 6_000 : 0
        const shown = there(now).filter(({ at }) => at + lag <= now)
        return [
          200,
          list(
            shown.toSorted((a, b) => b.at - a.at).map((one) => detail(one, now)),
            query,
          ),
        ]
      }
      case 'run':
        return run ? [200, { data: detail(run, now) }] : [404, { error: { code: 'NOT_FOUND' } }]
      case 'endpoints':
        return run ? [200, list(rows(run, now), query)] : [404, { error: { code: 'NOT_FOUND' } }]
      case 'stop':
        if (run) run.stoppedAt ??= now
        return [202, { data: {} }]
      case 'trigger': {
        const own: FuzzRun = { id: uuidFrom('fuzz own', plan.seed, runs.length), at: now, own: true }
        runs.push(own)
        const named = idOf(lying.has('names an old run') ? old.id : own.id)
        const both = { testRunId: named, id: named }
        const chosen = shape.answer === 'both' ? both : { [shape.answer]: named }
        return [202, { data: { ...fields(chosen), status: 'PENDING' } }]
      }
    }
  }

  return {
    runs,
    get requests() {
      return requests
    },
    isGoing: (run, now) => !['COMPLETED', 'FAILED', 'CANNOT_RUN_FOR_NOW', 'STOPPING'].includes(statusOf(run, now)),
    ask: (method, address, now) => {
      requests++
      const { pathname, searchParams } = new URL(address, 'http://fuzz')
      const asked = askedOf(method, pathname)
      if (!asked) return { is: 'answer', afterMs: 0, status: 404, headers: JSON_TYPE, text: '{}' }
      const number = counts.get(asked) ?? 0
      counts.set(asked, number + 1)
      const mishap = plan.mishaps.find((one) => one.asked === asked && number >= one.after && (used.get(one) ?? 0) < one.count) // prettier-ignore
      if (mishap) used.set(mishap, (used.get(mishap) ?? 0) + 1)
      const { kind, applied = true } = mishap ?? {}
      const lost = kind && kind.is !== 'slow' && kind.is !== 'other-run'
      const [status, body] = asked === 'trigger' && lost && !applied ? [202, {}] : answer(asked, pathname, searchParams, now) // prettier-ignore
      const headers = { ...JSON_TYPE, ...dateHeader(plan, start, now), ...(shape.echo === 'header' ? { 'x-echo': KEY } : {}) } // prettier-ignore
      const afterMs = plan.latencyMs + (kind?.is === 'slow' ? kind.seconds * 1_000 : 0)
      const text = JSON.stringify(kind?.is === 'other-run' ? { data: detail(old, now) } : body)
      if (kind?.is === 'reset' || kind?.is === 'hang') return { is: kind.is, afterMs }
      if (kind?.is === 'html') return { is: 'answer', afterMs, status: 200, headers: { 'content-type': 'text/html' }, text: '<html>' } // prettier-ignore
      if (kind?.is === 'cut')
        return { is: 'answer', afterMs, status: 200, headers, text: text.slice(0, text.length / 2) }
      if (kind?.is === 'empty') return { is: 'answer', afterMs, status: 200, headers, text: '' }
      if (kind?.is === 'status') {
        const wait = kind.retryAfter === undefined ? {} : { 'retry-after': String(kind.retryAfter) }
        const error = {
          error: { code: `STATUS_${kind.status}`, message: shape.echo === 'field' ? `key ${KEY}` : 'no' },
        }
        return { is: 'answer', afterMs, status: kind.status, headers: { ...headers, ...wait }, text: JSON.stringify(error) } // prettier-ignore
      }
      return { is: 'answer', afterMs, status, headers, text }
    },
  }
}

function askedOf(method: string, path: string): Asked | undefined {
  if (method === 'POST') return path.endsWith('/stop') ? 'stop' : path.endsWith('/run') ? 'trigger' : undefined
  if (path.endsWith('/projects')) return 'projects'
  if (path.endsWith('/tests')) return 'tests'
  if (path.endsWith('/test-runs')) return 'runs'
  return path.endsWith('/endpoints') ? 'endpoints' : /\/test-runs\/[^/]+$/.test(path) ? 'run' : undefined
}

function dateHeader({ shape: { date } }: Plan, start: number, now: number): Record<string, string> {
  if (date === 'missing') return {}
  const at = date === 'fixed' ? start - 60_000 : date === 'hours off' ? now + 5 * 3_600_000 : now
  return { date: new Date(at).toUTCString() }
}

/** The fields of what a step says of its runs. */
export interface Told {
  readonly verdict: string
  readonly runs: readonly { readonly run: string | null; readonly verdict: string; readonly presumed: boolean; readonly endpoints: number | undefined }[]
} // prettier-ignore

/** The output `results`, as far as it can be read. */
export function toldOf(results: string | undefined): Told {
  const parsed: unknown = JSON.parse(results ?? '{}')
  const told = isObject(parsed) ? parsed : {}
  const runs = Array.isArray(told.runs) ? told.runs.filter(isObject) : []
  return {
    verdict: String(told.verdict),
    runs: runs.map(({ run, verdict, presumed, endpoints }) => ({
      run: typeof run === 'string' ? run : null,
      verdict: String(verdict),
      presumed: presumed === true,
      endpoints: typeof endpoints === 'number' ? endpoints : undefined,
    })),
  }
}
