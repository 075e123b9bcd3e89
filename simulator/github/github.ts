import { text } from 'node:stream/consumers'
import { realClock } from '../time/clock.ts'
import type { Clock } from '../time/clock.ts'
import { openServer } from '../server/server.ts'
import type { Answer } from '../server/answer.ts'
import { createQueue } from '../server/faults.ts'
import type { FaultKind, FaultTarget } from '../server/faults.ts'
import { carryOut, sendAnswer } from '../server/faulty-answer.ts'
import type { Reply } from '../server/faulty-answer.ts'
import { recordOf } from '../server/requests.ts'
import type { Imitation, RecordedRequest } from '../server/requests.ts'
import { answerGraphql, readGraphql } from './graphql.ts'
import { createLimits } from './limits.ts'
import type { LimitOptions, Limits } from './limits.ts'
import { notFound } from './problems.ts'
import { createRepository } from './repository.ts'
import type { Repository, RepositorySetup } from './repository.ts'
import { matchRest } from './rest-operations.ts'
import type { RestOperationId } from './rest-operations.ts'
import { answerRest } from './rest.ts'
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
export interface GitHubFaultTarget extends FaultTarget {
  operation?: GitHubOperation
  /** The name of a GraphQL query. */
  operationName?: string
}

export type GitHubFault = GitHubFaultTarget & GitHubFaultKind

/** A request, whose path is /graphql for GraphQL, and what became of it. */
export interface GitHubRequest extends RecordedRequest {
  /** null where there is no such operation. */
  readonly operation: GitHubOperation | null
  /** The name of a GraphQL query. */
  readonly operationName: string | null
  /** As JSON, if it is; '' where there was none. */
  readonly body: unknown
  /** Of the token; null where it isn't known. */
  readonly author: string | null
}

/** Its `url` is what GITHUB_API_URL would be. */
export interface GitHubSimulator extends Imitation<GitHubFault, GitHubRequest> {
  /** What GITHUB_GRAPHQL_URL would be. */
  readonly graphqlUrl: string
  /** The first one. */
  readonly token: string
  /** To look at and to change. */
  readonly repository: Repository
}

/** Of REST, and of GraphQL, which is at /graphql below it. */
const BASES = { 'github.com': ['', ''], enterprise: ['/api/v3', '/api'] } as const

const GITHUB_TOKEN: Token = {
  token: 'ghs_simulatedGitHubActionsTokenOfAWorkflow',
  author: 'github-actions[bot]',
  permissions: { contents: 'read', 'pull-requests': 'write', statuses: 'write' },
}

/** Starts an imitation of GitHub's API, for one repository, on 127.0.0.1. */
export async function startGitHub(options: GitHubOptions = {}): Promise<GitHubSimulator> {
  const { style = 'github.com', tokens = [GITHUB_TOKEN], statusesPerContext = 1000 } = options
  const [restBase, graphqlBase] = BASES[style]
  const clock = options.clock ?? realClock()
  const limits = createLimits(options.limits ?? {}, style === 'enterprise')
  const repository = createRepository(options.repository ?? {}, clock.now)
  const faults = createQueue<GitHubFault>()
  const requests: GitHubRequest[] = []
  let url = ''

  const handle = (arrived: RecordedRequest, isGraphql: boolean, body: string, reply: Reply): void => {
    const { method, path, query, at, headers } = arrived
    const graphql = isGraphql ? readGraphql(body) : null
    const matched = isGraphql ? { operation: 'graphql' as const } : matchRest(method, path, repository)
    const token = findToken(tokens, headers.authorization, isGraphql)
    const isKnown = 'token' in token
    const record: GitHubRequest = {
      ...arrived,
      operation: matched?.operation ?? null,
      operationName: graphql?.operationName ?? null,
      body: parsed(body),
      author: isKnown ? token.author : null,
    }
    requests.push(record)

    const counted = limits.count({
      token: isKnown ? token.token : null,
      resource: isGraphql ? 'graphql' : 'core',
      writes: !isGraphql && method !== 'GET',
      at,
    })
    for (const [name, value] of Object.entries(counted.headers)) reply.response.setHeader(name, value)
    const answer = (): Answer => {
      if (!isKnown) return token
      if (counted.refusal) return counted.refusal
      if (isGraphql) return answerGraphql(graphql, token, repository)
      return answerRest({ method, path, query, body, token }, { repository, url: url + restBase, statusesPerContext })
    }
    const fault = faults.take(record)
    record.status = carryOut(fault && plainFault(fault, isGraphql, limits, at), answer, reply)()
  }

  const { port, close } = await openServer({
    clock,
    port: options.port,
    handle: (request, reply) => {
      const done = clock.hold()
      void text(request)
        .then(
          (body) => {
            reply.response.setHeader('x-github-request-id', uuidFrom('github', requests.length).toUpperCase())
            const below = recordOf(request, graphqlBase, clock.now())
            const isGraphql = below?.method === 'POST' && below.path === '/graphql'
            const arrived = isGraphql ? below : recordOf(request, restBase, clock.now())
            if (arrived) handle(arrived, isGraphql, body, reply)
            else sendAnswer(reply.response, notFound())
          },
          // The client is gone.
          () => reply.response.destroy(),
        )
        .finally(done)
    },
  })
  url = `http://127.0.0.1:${port}`

  return {
    url: url + restBase,
    graphqlUrl: `${url}${graphqlBase}/graphql`,
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

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return body
  }
}
