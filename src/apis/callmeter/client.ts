import { type BearerApi, type BearerApiOptions, bearerApi } from '../http/bearer-api.ts'
import { type Connection, type ConnectionTools, connectionTo } from '../http/connection.ts'
import { Failure } from '../../base/failure.ts'
import { optional } from '../../base/fields.ts'
import type { EndpointResult } from '../../model/measurements.ts'
import type { Page } from '../http/paged-list.ts'
import { PASSING, type Scope, WITHOUT_EFFECT, persist } from '../http/retry.ts'
import type { Run } from '../../model/run.ts'
import { plain } from '../../base/text.ts'
import type { Project, Test } from '../../model/task.ts'
import {
  type TriggeredRun,
  readEndpointOf,
  readOne,
  readPage,
  readProject,
  readRun,
  readRunOf,
  readTest,
  readTriggeredRun,
} from './answers.ts'
import { CALLMETER } from './vendor.ts'

/** Rows asked for on each page. Assumed to be the most that the API gives; whatever size comes back is followed. */
export const PER_PAGE = 100

/** What this action reads of CallMeter: nothing here starts, stops or changes anything. Reads are repeated while the API is out of reach; each throws a `Failure` when they are not to be had. */
export interface CallMeterReader {
  listProjects(page: number, scope: Scope): Promise<Page<Project>>
  /** Assumed to exist. */
  listTests(projectId: string, page: number, scope: Scope): Promise<Page<Test>>
  /** An answer that is about another run is misshapen; `hold` may throw for what else it must be. */
  getRun(projectId: string, runId: string, scope: Scope & { hold?: (run: Run) => void }): Promise<Run>
  /** Newest first. Assumed to exist. */
  listRuns(projectId: string, testId: string, page: number, scope: Scope): Promise<Page<Run>>
  listEndpoints(projectId: string, runId: string, page: number, scope: Scope): Promise<Page<EndpointResult>>
  /** How many times slower than its limit it may be asked, at least 1. */
  scarcity(): number
  /** The server's clock, from its last answer, in ms since the epoch; this machine's where it never said. */
  serverNow(): number
  /** The same; undefined where it cannot be told. */
  serverClock(): number | undefined
}

/** Everything this action asks of CallMeter. */
export interface CallMeter extends CallMeterReader {
  /**
   * Starts a run. Repeated only after refusals that are certain to have had no effect; any other failure leaves open whether a run was started.
   */
  triggerRun(
    projectId: string,
    testId: string,
    idempotencyKey: string,
    scope: Scope & { breakOff?: AbortSignal; onSend?: () => void },
  ): Promise<TriggeredRun>
  /** Asks for a run to be stopped; asking twice does no harm. Assumed to exist. */
  stopRun(projectId: string, runId: string, scope: Scope): Promise<void>
}

/** CallMeter at an address with a key, with a pace of its own; repeated requests are told in the log. */
export function openCallMeter(connection: Connection, tools: ConnectionTools): CallMeter {
  return callMeter(connectionTo(CALLMETER, connection, tools))
}

/** The API at `apiUrl`, asked over `exchange`. A stop never waits for the pace. */
export function callMeter(options: BearerApiOptions): CallMeter {
  const { pace } = options
  const api = bearerApi(options)
  const { ask } = api
  return {
    ...callMeterReader(options, api),
    triggerRun: (projectId, testId, idempotencyKey, scope) =>
      persist(
        async () => {
          await pace.turn(scope)
          const path = `${project(projectId)}/tests/${segment(testId)}/run`
          const headers = { 'idempotency-key': idempotencyKey }
          scope.onSend?.()
          const answer = await ask(
            { method: 'POST', purpose: 'start the test', path, headers },
            { deadline: Number.POSITIVE_INFINITY, ...optional({ signal: scope.breakOff }) },
          )
          return readOne(answer.body, 'the started run', readTriggeredRun)
        },
        WITHOUT_EFFECT,
        scope,
        options,
      ),
    stopRun: async (projectId, runId, scope) => {
      const request = { method: 'POST', purpose: 'stop the run', path: `${run(projectId, runId)}/stop` } as const
      await persist(() => ask(request, scope), PASSING, scope, options)
    },
  }
}

/** The reading part of the API alone. */
export function callMeterReader(options: BearerApiOptions, api: BearerApi = bearerApi(options)): CallMeterReader {
  const { pace } = options
  const { read, serverNow, serverClock } = api
  const list = <T>(
    { what, path, query = {} }: { what: string; path: string; query?: Record<string, string> },
    page: number,
    scope: Scope,
    row: (row: unknown) => T,
  ): Promise<Page<T>> => {
    const search = new URLSearchParams({ ...query, page: String(page), perPage: String(PER_PAGE) })
    return read(`read ${what}, page ${page}`, `${path}?${search.toString()}`, scope, (body) =>
      readPage(body, what, row),
    )
  }

  return {
    listProjects: (page, scope) => list({ what: 'the list of projects', path: '/projects' }, page, scope, readProject),
    listTests: (projectId, page, scope) =>
      list({ what: 'the list of tests', path: `${project(projectId)}/tests` }, page, scope, readTest),
    getRun: (projectId, runId, scope) =>
      read('read the run', run(projectId, runId), scope, (body) =>
        readOne(body, 'the run', (data) => {
          const detail = readRunOf(data, runId)
          scope.hold?.(detail)
          return detail
        }),
      ),
    listRuns: (projectId, testId, page, scope) =>
      list(
        { what: "the test's runs", path: `${project(projectId)}/test-runs`, query: { testId } },
        page,
        scope,
        readRun,
      ),
    listEndpoints: (projectId, runId, page, scope) =>
      list({ what: "the run's endpoints", path: `${run(projectId, runId)}/endpoints` }, page, scope, (row) =>
        readEndpointOf(row, runId),
      ),
    scarcity: () => pace.scarcity(),
    serverNow,
    serverClock,
  }
}

function project(projectId: string): string {
  return `/projects/${segment(projectId)}`
}

function run(projectId: string, runId: string): string {
  return `${project(projectId)}/test-runs/${segment(runId)}`
}

/** An opaque id as one segment of a path. Throws an `input` failure where it can be none. Dots alone would climb in the path, whatever they are encoded as. */
export function segment(id: string): string {
  if (/^\.{0,2}$/.test(id) || !id.isWellFormed()) throw new Failure('input', `"${plain(id)}" is not a valid id.`)
  return encodeURIComponent(id)
}
