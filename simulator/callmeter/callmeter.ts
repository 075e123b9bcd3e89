import type { IncomingMessage } from 'node:http'
import { DEMO_KEY, DEMO_PROJECT, DEMO_TEST, DEMO_VIEWER_KEY } from './account.ts'
import type { Project, Test } from './account.ts'
import { answerOperation } from './answers.ts'
import { realClock } from '../time/clock.ts'
import type { Clock } from '../time/clock.ts'
import { answerControl } from './control.ts'
import { openServer } from '../server/server.ts'
import { inCasing, problem } from './envelope.ts'
import type { Answer } from '../server/answer.ts'
import { createQueue } from '../server/faults.ts'
import { carryOut, sendAnswer } from '../server/faulty-answer.ts'
import type { Reply } from '../server/faulty-answer.ts'
import { recordOf } from '../server/requests.ts'
import type { Imitation, RecordedRequest } from '../server/requests.ts'
import type { Fault } from './faults.ts'
import type { SimulatedRun } from './journal.ts'
import { matchOperation } from './operations.ts'
import { callersOf, placedCalls } from './placed-calls.ts'
import { uuidFrom } from '../server/random.ts'
import { createRateLimit } from '../server/rate-limit.ts'
import { createHistory, createRun, statusOf, stopRun } from './run.ts'
import type { Run } from './run.ts'
import { resolveScenario } from './scenarios.ts'
import type { Scenario, ScenarioName } from './scenarios.ts'
import { wireIds } from './wire-ids.ts'
import type { WireIds } from './wire-ids.ts'

export interface SimulatorOptions {
  /** A scenario's name, or changes of the healthy one. */
  readonly scenario?: ScenarioName | Partial<Scenario>
  readonly seed?: number
  /** Default: the machine's own. */
  readonly clock?: Clock
  /** How long each answer takes, in ms of simulated time; default 0. */
  readonly latencyMs?: () => number
  /** Default: any free one. */
  readonly port?: number
  /** Of each key, in simulated time; default 120. */
  readonly requestsPerMinute?: number
  readonly key?: string
  readonly viewerKey?: string
  /** Keys of others who may do as much as that of `key`. */
  readonly otherKeys?: readonly string[]
}

export interface Simulator extends Imitation<Fault> {
  readonly key: string
  readonly scenario: Scenario
  /** The time it lives in. */
  readonly clock: Clock
  /** Oldest first, without the history. */
  readonly runs: readonly SimulatedRun[]
  /** Someone else starts a run, of the demo test unless another test's id is given. */
  readonly startElsewhere: (testId?: string) => SimulatedRun
  /** Someone presses Stop Test in the dashboard; false where the run has ended or is being stopped. */
  readonly pressStop: (runId: string) => boolean
}

const BASE_PATH = '/api/v1'

/** Starts an imitation of the CallMeter API on 127.0.0.1. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const { seed = 1, key = DEMO_KEY, viewerKey = DEMO_VIEWER_KEY, otherKeys = [] } = options
  const keys = new Set([key, viewerKey, ...otherKeys])
  const scenario = resolveScenario(options.scenario)
  const clock = options.clock ?? realClock()
  const limit = createRateLimit(options.requestsPerMinute ?? 120)
  const faults = createQueue<Fault>()

  const requests: RecordedRequest[] = []
  const runs: SimulatedRun[] = []
  const started: Run[] = []
  const ids = wireIds(scenario.ids)
  const history = createHistory(seed, clock.now(), scenario)

  const start = (project: Project, test: Test, idempotencyKey: string | null): Run => {
    const known =
      scenario.idempotent && idempotencyKey !== null && started.find((run) => run.idempotencyKey === idempotencyKey)
    if (known) return known
    const run = createRun({
      seed,
      number: started.length + 1,
      project,
      test,
      createdAt: clock.now(),
      scenario,
      idempotencyKey,
    })
    started.push(run)
    runs.push(present(run, clock, ids))
    return run
  }
  const pressStop = (runId: string): boolean => {
    const run = started.find(({ id }) => id === ids.own(runId))
    if (!run) throw new Error(`no run ${runId}`)
    return stopRun(run, 'dashboard', clock.now())
  }

  /** The answer of a service that works. */
  const answer = ({ method, headers, ...told }: RecordedRequest): Answer => {
    const { path, query } = ids.ownAll(told)
    const requestId = uuidFrom('request', seed, requests.length)
    const presented = /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1]
    if (presented === undefined || !keys.has(presented)) {
      return problem(401, 'UNAUTHORIZED', 'Invalid or expired API key', requestId)
    }
    const wait = limit(presented, clock.now())
    if (wait > 0) {
      const refusal = problem(429, 'RATE_LIMITED', 'Too many requests', requestId)
      return { ...refusal, headers: { 'retry-after': String(wait) } }
    }
    const matched = matchOperation(method, path)
    if (matched === 'path') return problem(404, 'NOT_FOUND', 'Route not found', requestId)
    if (matched === 'method') return problem(405, 'METHOD_NOT_ALLOWED', `${method} is not allowed here`, requestId)
    if (presented === viewerKey && method === 'POST') {
      return problem(403, 'FORBIDDEN', 'The role of this key may not run tests', requestId)
    }
    const idempotencyKey = headers['idempotency-key']
    return answerOperation(
      { scenario, runs: [...started.toReversed(), ...history], startRun: start },
      {
        ...matched,
        query,
        requestId,
        at: clock.now(),
        idempotencyKey: typeof idempotencyKey === 'string' ? idempotencyKey : null,
      },
    )
  }

  const handle = (request: IncomingMessage, reply: Reply): void => {
    // What a client sends is never read: no operation has a body.
    request.resume()
    const record = recordOf(request, BASE_PATH, clock.now())
    if (!record) {
      sendAnswer(reply.response, problem(404, 'NOT_FOUND', 'Route not found', uuidFrom('request', seed, 'outside')))
      return
    }
    requests.push(record)

    const matched = matchOperation(record.method, record.path)
    const fault = faults.take({ ...record, operation: typeof matched === 'string' ? null : matched.operation })
    const work = (): Answer => {
      const plain = answer(record)
      return { ...plain, body: ids.tellAll(inCasing(plain.body, scenario.casing)) }
    }
    const sent = carryOut(fault, work, reply)
    const send = (): void => void (record.status = sent())
    const latencyMs = options.latencyMs?.() ?? 0
    if (latencyMs > 0) reply.later(latencyMs / 1000, send)
    else send()
  }

  const { port, close } = await openServer({
    clock,
    port: options.port,
    handle: (request, reply) => {
      if (!request.url?.startsWith('/_simulator/')) return handle(request, reply)
      void answerControl(request, { requests, runs, addFault: faults.add, pressStop }).then((controlled) =>
        sendAnswer(reply.response, controlled),
      )
    },
  })

  return {
    url: `http://127.0.0.1:${port}${BASE_PATH}`,
    key,
    scenario,
    clock,
    requests,
    runs,
    addFault: faults.add,
    startElsewhere: (testId = DEMO_TEST.id) => {
      const test = DEMO_PROJECT.tests.find(({ id }) => id === testId)
      if (!test) throw new Error(`no test ${testId} in the demo project`)
      start(DEMO_PROJECT, test, null)
      return runs.at(-1)!
    },
    pressStop,
    now: clock.now,
    close,
  }
}

function present(run: Run, clock: Clock, { tell }: WireIds): SimulatedRun {
  return {
    id: tell(run.id),
    testId: tell(run.test.id),
    createdAt: run.createdAt,
    ...(run.idempotencyKey !== null && { idempotencyKey: run.idempotencyKey }),
    // A stop that the scenario has planned is not yet one.
    get stoppedBy() {
      return run.stop && run.stop.at <= clock.now() ? run.stop.by : undefined
    },
    status: () => statusOf(run, clock.now()),
    callers: callersOf(run),
    calls: () => placedCalls(run, clock.now()),
  }
}
