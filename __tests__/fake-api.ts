// A CallMeter made by hand, and what else the tests of single stages need: time that passes only in sleeps, and a log that is kept.
import type { Page } from '../src/apis/http/paged-list.ts'
import type { CallMeter } from '../src/apis/callmeter/client.ts'
import type { Clock } from '../src/base/clock.ts'
import { FAILURE_KINDS, Failure, type FailureKind } from '../src/base/failure.ts'
import type { Log, Place } from '../src/base/log.ts'
import type { EndpointResult } from '../src/model/measurements.ts'
import type { Pace } from '../src/apis/http/pace.ts'
import type { Run } from '../src/model/run.ts'

/** Midday of an ordinary day, in ms. */
export const NOON = Date.UTC(2026, 2, 4, 12)

export const EVERY_KIND = FAILURE_KINDS

/** A question that was asked: its name, and its arguments without the scope. */
export type Call = [keyof CallMeter, ...unknown[]]

export interface FakeApi extends CallMeter {
  readonly calls: Call[]
  /** The scopes of the calls, at the same places. */
  readonly scopes: object[]
  /** The arguments of the calls of one name. */
  asked(name: keyof CallMeter): unknown[][]
}

/** A CallMeter that answers what it is told to, and takes note of every question. A question that it has no answer for is a bug. */
export function fakeApi(answers: Partial<CallMeter>): FakeApi {
  const calls: Call[] = []
  const scopes: object[] = []
  const noted =
    <Args extends unknown[], Answer>(name: keyof CallMeter, answer: ((...args: Args) => Promise<Answer>) | undefined) =>
    (...args: Args): Promise<Answer> => {
      calls.push([name, ...args.slice(0, -1)])
      scopes.push(args.at(-1) as object)
      return answer ? answer(...args) : Promise.reject(new Error(`${name} was not expected`))
    }
  return {
    calls,
    scopes,
    asked: (name) => calls.filter(([called]) => called === name).map(([, ...args]) => args),
    listProjects: noted('listProjects', answers.listProjects),
    listTests: noted('listTests', answers.listTests),
    triggerRun: noted('triggerRun', answers.triggerRun),
    getRun: noted('getRun', answers.getRun),
    listRuns: noted('listRuns', answers.listRuns),
    listEndpoints: noted('listEndpoints', answers.listEndpoints),
    stopRun: noted('stopRun', answers.stopRun),
    scarcity: answers.scarcity ?? (() => 1),
    serverNow: answers.serverNow ?? (() => NOON),
    serverClock: answers.serverClock ?? answers.serverNow ?? (() => NOON),
  }
}

/** A pace that never makes anybody wait. */
export const UNPACED: Pace = {
  turn: () => Promise.resolve(),
  answered: () => undefined,
  refused: () => undefined,
  scarcity: () => 1,
}

export function failure(kind: FailureKind, message = `It failed as ${kind}.`, advice?: string): Failure {
  return new Failure(kind, message, advice === undefined ? {} : { advice })
}

/** What a promise is rejected with; throws where it is not. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  const [outcome] = await Promise.allSettled([promise])
  if (outcome?.status === 'rejected') return outcome.reason
  throw new Error(`It was not rejected, but gave ${JSON.stringify(outcome?.value)}`)
}

export function run(status: string, rest: Partial<Run> = {}): Run {
  return { status, detail: { status }, ...rest }
}

/** An endpoint that succeeded, with nothing measured unless given. */
export function endpoint(id: string | undefined, rest: Partial<EndpointResult> = {}): EndpointResult {
  return {
    ...(id === undefined ? {} : { id }),
    group: null,
    phase: null,
    outcome: 'SUCCESS',
    sipStatus: null,
    readings: [],
    ...rest,
  }
}

/** One page of a list that is paged honestly. */
export function pageOf<T>(all: readonly T[], page: number, perPage: number): Page<T> {
  return {
    items: all.slice((page - 1) * perPage, page * perPage),
    total: all.length,
    totalPages: Math.ceil(all.length / perPage),
  }
}

/** Time that passes in sleeps alone. What is planned for a moment happens then, in the middle of a sleep if need be, and an abort ends the sleep. */
export function timeline(start: number, plan: readonly (readonly [at: number, happens: () => void])[] = []): Clock {
  let now = start
  const due = [...plan].toSorted(([a], [b]) => a - b)
  const happen = (): void => {
    while (due[0] && due[0][0] <= now) due.shift()?.[1]()
  }
  return {
    now: () => now,
    sleep: (ms, signal) => {
      const until = now + Math.max(0, ms)
      for (;;) {
        if (signal?.aborted || now >= until) return Promise.resolve()
        now = Math.min(until, due[0]?.[0] ?? until)
        happen()
      }
    },
  }
}

/** A line of the log. */
export interface Line {
  level: 'info' | 'notice' | 'warning' | 'error'
  message: string
  at: number
  place?: Place
}

/** A log that keeps its lines, with the time of each. */
export function keptLog(clock: Clock = timeline(NOON)): Log & { lines: Line[]; at(level: Line['level']): string[] } {
  const lines: Line[] = []
  const keep =
    (level: Line['level']) =>
    (message: string, place?: Place): void => {
      lines.push({ level, message, at: clock.now(), ...(place ? { place } : {}) })
    }
  return {
    lines,
    at: (level) => lines.filter((line) => line.level === level).map(({ message }) => message),
    info: keep('info'),
    notice: keep('notice'),
    warning: keep('warning'),
    error: keep('error'),
    group: (_, phase) => phase(),
  }
}
