import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import { realClock } from '../time/clock.ts'
import type { Clock } from '../time/clock.ts'
import { openServer } from '../server/server.ts'
import type { Later } from '../time/delays.ts'
import type { Answer } from '../server/answer.ts'
import { createQueue, isAtPath } from '../server/faults.ts'
import type { FaultKind, FaultTurns } from '../server/faults.ts'
import { sendAnswer, sendFaulty, takesEffect } from '../server/faulty-answer.ts'
import type { SentStatus } from '../server/faulty-answer.ts'
import { answerGraphql, readGraphql } from './graphql.ts'
import { createLimits } from './limits.ts'
import type { LimitOptions, Limits } from './limits.ts'
import { notFound } from './problems.ts'
import { createRepository } from './repository.ts'
import type { Repository, RepositorySetup } from './repository.ts'
import { answerRest, matchRest } from './rest.ts'
import type { RestOperationId } from './rest.ts'
import { findToken } from './tokens.ts'
import type { Token } from './tokens.ts'
import { uuidFrom } from '../server/random.ts'

export interface GitHubOptions {
  /** Default: github.com, with REST at / and GraphQL at /graphql. GitHub Enterprise Server has /api/v3 and /api/graphql. */
  readonly style?: 'github.com' | 'enterprise'
  /** The only repository there is; default: the public acme/voice, whose branch main has one commit. */
  readonly repository?: RepositorySetup
  /** Default: the GITHUB_TOKEN of a workflow with `contents: read`, `pull-requests: write` and `statuses: write`. */
  readonly tokens?: readonly Token[]
  readonly limits?: LimitOptions
  /** Statuses that a commit takes of one context; default 1,000. */
  readonly statusesPerContext?: number
  /** Default: the machine's own. */
  readonly clock?: Clock
  /** Default: any free one. */
  readonly port?: number
}

export type GitHubOperation = RestOperationId | 'graphql'

/** What goes wrong: as with CallMeter, or one of GitHub's limits, on whose account nothing takes effect. */
export type GitHubFaultKind =
  | FaultKind
  /** The budget is used up; it is renewed in `resetSeconds` (default 60). 403, but 200 with errors for GraphQL. */
  | { kind: 'primary-limit'; resetSeconds?: number }
  /** Too much at once. `retryAfter`: seconds, default 60; null leaves the header out. */
  | { kind: 'secondary-limit'; status?: 403 | 429; retryAfter?: number | null }

/** Which requests it befalls. */
export interface GitHubFaultTarget extends FaultTurns {
  method?: string
  /** The path below the base, or what it matches. */
  path?: string | RegExp
  operation?: GitHubOperation
  /** The name of a GraphQL query. */
  operationName?: string
}

export type GitHubFault = GitHubFaultTarget & GitHubFaultKind

/** A request below the base and what became of it. */
export interface GitHubRequest {
  readonly method: string
  /** Below the base, without the query; /graphql for GraphQL. */
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  /** null where there is no such operation. */
  readonly operation: GitHubOperation | null
  /** The name of a GraphQL query. */
  readonly operationName: string | null
  /** As JSON, if it is; '' where there was none. */
  readonly body: unknown
  /** Of the token; null where it isn't known. */
  readonly author: string | null
  /** Simulated ms. */
  readonly at: number
  readonly headers: IncomingHttpHeaders
  status: SentStatus
}

export interface GitHubSimulator {
  /** What GITHUB_API_URL would be. */
  readonly url: string
  /** What GITHUB_GRAPHQL_URL would be. */
  readonly graphqlUrl: string
  /** The first one. */
  readonly token: string
  /** Oldest first. */
  readonly requests: readonly GitHubRequest[]
  /** To look at and to change. */
  readonly repository: Repository
  readonly addFault: (fault: GitHubFault) => void
  /** Simulated ms since 1970. */
  readonly now: () => number
  /** Stops listening and breaks every open connection. */
  readonly close: () => Promise<void>
}

const BASES = { 'github.com': ['', '/graphql'], enterprise: ['/api/v3', '/api/graphql'] } as const

const GITHUB_TOKEN: Token = {
  token: 'ghs_simulatedGitHubActionsTokenOfAWorkflow',
  author: 'github-actions[bot]',
  permissions: { contents: 'read', 'pull-requests': 'write', statuses: 'write' },
}

/** Starts an imitation of GitHub's API, for one repository, on 127.0.0.1. */
export async function startGitHub(options: GitHubOptions = {}): Promise<GitHubSimulator> {
  const { style = 'github.com', tokens = [GITHUB_TOKEN], statusesPerContext = 1000 } = options
  const [restBase, graphqlPath] = BASES[style]
  const clock = options.clock ?? realClock()
  const limits = createLimits(options.limits ?? {}, style === 'enterprise')
  const repository = createRepository(options.repository ?? {}, clock.now)
  const faults = createQueue<GitHubFault, [request: GitHubRequest]>(
    (fault, { method, path, operation, operationName }) =>
      (fault.method === undefined || fault.method === method) &&
      (fault.operation === undefined || fault.operation === operation) &&
      (fault.operationName === undefined || fault.operationName === operationName) &&
      isAtPath(fault, path),
  )
  const requests: GitHubRequest[] = []
  let url = ''

  const handle = (request: IncomingMessage, response: ServerResponse, body: string, later: Later): void => {
    // A client in simulated time would take the real date for a wrong clock.
    response.setHeader('date', new Date(clock.now()).toUTCString())
    response.setHeader('x-github-request-id', uuidFrom('github', requests.length).toUpperCase())
    const address = new URL(request.url ?? '/', 'http://127.0.0.1')
    const method = request.method ?? 'GET'
    const isGraphql = method === 'POST' && address.pathname === graphqlPath
    if (!isGraphql && !address.pathname.startsWith(`${restBase}/`)) {
      sendAnswer(response, notFound())
      return
    }
    const path = isGraphql ? '/graphql' : address.pathname.slice(restBase.length)
    const graphql = isGraphql ? readGraphql(body) : null
    const matched = isGraphql ? { operation: 'graphql' as const } : matchRest(method, path, repository)
    const token = findToken(tokens, request.headers.authorization, isGraphql)
    const isKnown = 'token' in token
    const record: GitHubRequest = {
      method,
      path,
      query: Object.fromEntries(address.searchParams),
      operation: matched?.operation ?? null,
      operationName: graphql?.operationName ?? null,
      body: parsed(body),
      author: isKnown ? token.author : null,
      at: clock.now(),
      headers: request.headers,
      status: 'none',
    }
    requests.push(record)

    const counted = limits.count({
      token: isKnown ? token.token : null,
      resource: isGraphql ? 'graphql' : 'core',
      writes: !isGraphql && method !== 'GET',
      at: record.at,
    })
    for (const [name, value] of Object.entries(counted.headers)) response.setHeader(name, value)
    const answer = (): Answer => {
      if (!isKnown) return token
      if (counted.refusal) return counted.refusal
      return isGraphql
        ? answerGraphql(graphql, token, repository)
        : answerRest(
            { method, path, query: address.searchParams, body, token },
            { repository, url: url + restBase, statusesPerContext },
          )
    }
    const fault = faults.take(record)
    const sent = fault && plainFault(fault, isGraphql, limits, record.at)
    const worked = sent && !takesEffect(sent) ? null : answer()
    if (sent) record.status = sendFaulty(response, sent, worked, clock, later)
    else if (worked) record.status = sendAnswer(response, worked)
  }

  const { port, close } = await openServer({
    clock,
    port: options.port,
    handle: (request, response, later) => {
      const done = clock.hold()
      void readBody(request)
        .then(
          (body) => handle(request, response, body, later),
          // The client is gone.
          () => response.destroy(),
        )
        .finally(done)
    },
  })
  url = `http://127.0.0.1:${port}`

  return {
    url: url + restBase,
    graphqlUrl: url + graphqlPath,
    token: tokens[0]?.token ?? '',
    requests,
    repository,
    addFault: faults.add,
    now: clock.now,
    close,
  }
}

/** GitHub's own faults as answers, and GitHub's words where a status comes without a body. */
function plainFault(fault: GitHubFault, isGraphql: boolean, limits: Limits, now: number): FaultKind {
  if (fault.kind === 'primary-limit') {
    const reset = now + (fault.resetSeconds ?? 60) * 1000
    return { kind: 'status', ...limits.exhausted(isGraphql ? 'graphql' : 'core', reset) }
  }
  if (fault.kind === 'secondary-limit') {
    const { retryAfter = 60, status } = fault
    return { kind: 'status', ...limits.secondary(retryAfter, status) }
  }
  if (fault.kind !== 'status') return fault
  return { body: { message: fault.status >= 500 ? 'Server Error' : `Simulated ${fault.status}` }, ...fault }
}

async function readBody(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request.setEncoding('utf8')) text += String(chunk)
  return text
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
