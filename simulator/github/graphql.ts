// GitHub's GraphQL API, as far as the action's queries go.
import { execute, GraphQLError, Kind, parse, Source, validate } from 'graphql'
import type { DocumentNode, GraphQLResolveInfo, SelectionSetNode } from 'graphql'
import type { Answer } from '../server/answer.ts'
import { problem } from './problems.ts'
import { latestStatuses } from './repository.ts'
import type { Comment, Commit, CommitStatus, PullRequest, Repository } from './repository.ts'
import { commentNode, commentPage } from './rest.ts'
import { createSchema } from './schema.ts'
import { may, NOT_ACCESSIBLE } from './tokens.ts'
import type { Scope, Token } from './tokens.ts'

/** What a request asks for; `null` where its body isn't JSON. */
export interface GraphqlRequest {
  readonly query: unknown
  readonly variables: Readonly<Record<string, unknown>>
  /** The name of the query, whether or not the request picks it by it. */
  readonly operationName: string | null
}

const SCHEMA = createSchema()
const LARGEST_PAGE = 100
const BRANCH_PREFIX = 'refs/heads/'

/** Reads the body of a request; null where it isn't JSON. */
export function readGraphql(body: string): GraphqlRequest | null {
  let fields: { query?: unknown; variables?: GraphqlRequest['variables'] | null; operationName?: string | null }
  try {
    fields = (JSON.parse(body) as typeof fields | null) ?? {}
  } catch {
    return null
  }
  const { query, variables, operationName } = fields
  return { query, variables: variables ?? {}, operationName: operationName ?? nameOf(query) }
}

function nameOf(query: unknown): string | null {
  const document = typeof query === 'string' ? tryParse(query) : null
  if (!document || document instanceof GraphQLError) return null
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION)
  return (operation && 'name' in operation && operation.name?.value) || null
}

function tryParse(query: string): DocumentNode | GraphQLError {
  try {
    return parse(new Source(query))
  } catch (error) {
    if (error instanceof GraphQLError) return error
    throw error
  }
}

/** Answers a request to the GraphQL API. Whatever is wrong with a query, the status is 200. */
export function answerGraphql(request: GraphqlRequest | null, token: Token, repository: Repository): Answer {
  if (request === null) return problem(400, 'Problems parsing JSON', 'https://docs.github.com/graphql')
  const { query, variables, operationName } = request
  if (typeof query !== 'string') {
    return { status: 200, body: { errors: [{ message: 'A query attribute must be specified and must be a string.' }] } }
  }
  const document = tryParse(query)
  if (document instanceof GraphQLError) return { status: 200, body: { errors: [showError(document)] } }
  const mistakes = validate(SCHEMA, document)
  if (mistakes.length > 0) return { status: 200, body: { errors: mistakes.map(showError) } }
  const result = execute({
    schema: SCHEMA,
    document,
    rootValue: { repository: findRepository(token, repository) },
    variableValues: variables,
    operationName,
  })
  if (result instanceof Promise) throw new Error('nothing here takes time')
  const { data, errors } = result
  return {
    status: 200,
    body: { ...(data !== undefined && { data }), ...(errors && { errors: errors.map(showError) }) },
  }
}

/** In the order in which GitHub has the fields. */
function showError({ extensions, path, locations, message }: GraphQLError): object {
  const { type, ...further } = extensions
  return {
    ...(type !== undefined && { type }),
    ...(path && { path }),
    ...(Object.keys(further).length > 0 && { extensions: further }),
    ...(locations && { locations }),
    message,
  }
}

function fail(type: string, message: string, further: object = {}): never {
  throw new GraphQLError(message, { extensions: { type, ...further } })
}

function findRepository(token: Token, repository: Repository) {
  const { owner, name, isPrivate, defaultBranch } = repository
  const require = (scopes: readonly Scope[]) => {
    if (!may(token, 'read', scopes, isPrivate)) fail('FORBIDDEN', NOT_ACCESSIBLE, { saml_failure: false })
  }
  const findRef = (branch: string) => {
    require(['contents'])
    const commits = repository.branch(branch)
    if (!commits) return null
    const target = () => commits[0] && showCommit(commits[0], commits, () => require(['statuses']))
    return { name: branch, prefix: BRANCH_PREFIX, target }
  }
  return (asked: { owner: string; name: string }) => {
    const same = `${asked.owner}/${asked.name}`.toLowerCase() === `${owner}/${name}`.toLowerCase()
    if (!same || !may(token, 'read', ['metadata'], isPrivate)) {
      fail('NOT_FOUND', `Could not resolve to a Repository with the name '${asked.owner}/${asked.name}'.`)
    }
    return {
      name,
      nameWithOwner: `${owner}/${name}`,
      isPrivate,
      defaultBranchRef: () => findRef(defaultBranch),
      ref: ({ qualifiedName }: { qualifiedName: string }) =>
        findRef(qualifiedName.startsWith(BRANCH_PREFIX) ? qualifiedName.slice(BRANCH_PREFIX.length) : qualifiedName),
      pullRequest: ({ number }: { number: number }) => {
        require(['pull-requests'])
        const pull = repository.pullRequest(number)
        if (!pull) fail('NOT_FOUND', `Could not resolve to a PullRequest with the number of ${number}.`)
        return showPullRequest(pull, token, repository)
      },
    }
  }
}

function showPullRequest(pull: PullRequest, token: Token, repository: Repository): object {
  return {
    number: pull.number,
    title: pull.title,
    state: pull.state.toUpperCase(),
    locked: pull.isLocked,
    isCrossRepository: pull.headRepository !== `${repository.owner}/${repository.name}`,
    headRefName: pull.headRef,
    headRefOid: pull.head.oid,
    baseRefName: pull.base,
    comments: connection(
      pull.comments.map((comment) => [comment.id, comment]),
      (comment) => showComment(comment, pull, token, repository),
    ),
  }
}

function showComment(comment: Comment, pull: PullRequest, token: Token, repository: Repository): object {
  return {
    ...comment,
    id: commentNode(comment),
    databaseId: comment.id,
    fullDatabaseId: String(comment.id),
    author: showActor(comment.author),
    url: commentPage(repository, pull, comment),
    viewerDidAuthor: comment.author === token.author,
  }
}

/** In GraphQL, unlike REST, a bot's login is without the suffix. */
function showActor(login: string): object {
  const name = login.replace(/\[bot\]$/, '')
  return { __typename: name === login ? 'User' : 'Bot', login: name }
}

/** `branch`: from the newest commit on. `require` throws where the token may not see statuses. */
function showCommit(commit: Commit, branch: readonly Commit[], require: () => void): object {
  return {
    __typename: 'Commit',
    oid: commit.oid,
    committedDate: commit.committedDate,
    status: () => {
      require()
      return commit.statuses.length > 0 ? showStatus(latestStatuses(commit)) : null
    },
    history: connection(
      branch.slice(branch.indexOf(commit)).map((ancestor, index, { length }) => [index - length, ancestor]),
      (ancestor) => showCommit(ancestor, branch, require),
    ),
  }
}

function showStatus(contexts: readonly CommitStatus[]): object {
  const states = new Set(contexts.map(({ state }) => state))
  return {
    state: states.has('error') || states.has('failure') ? 'FAILURE' : states.has('pending') ? 'PENDING' : 'SUCCESS',
    contexts: contexts.map(showContext),
    context: ({ name }: { name: string }) => {
      const found = contexts.find(({ context }) => context.toLowerCase() === name.toLowerCase())
      return found ? showContext(found) : null
    },
  }
}

function showContext(status: CommitStatus): object {
  return { ...status, state: status.state.toUpperCase(), creator: showActor(status.creator) }
}

interface PageArguments {
  readonly first?: number | null
  readonly last?: number | null
  readonly after?: string | null
  readonly before?: string | null
}

const cursorOf = (key: number) => Buffer.from(`cursor:v2:${key}`).toString('base64')

function keyOf(cursor: string): number {
  const key = /^cursor:v2:(-?\d+)$/.exec(Buffer.from(cursor, 'base64').toString())?.[1]
  return key === undefined
    ? fail('INVALID_CURSOR_ARGUMENTS', `\`${cursor}\` does not appear to be a valid cursor.`)
    : Number(key)
}

/**
 * The resolver of a connection's field. `all` has its items under ascending keys, which an item keeps while others come
 * and go: a cursor stays valid.
 */
function connection<T>(all: readonly (readonly [key: number, item: T])[], show: (item: T) => object) {
  return (args: PageArguments, _context: unknown, info: GraphQLResolveInfo): object => {
    if (asksForPage(info)) refuseSize(args, info.fieldName)
    const after = typeof args.after === 'string' ? keyOf(args.after) : -Infinity
    const before = typeof args.before === 'string' ? keyOf(args.before) : Infinity
    let page = all.filter(([key]) => key > after && key < before)
    if (typeof args.first === 'number') page = page.slice(0, args.first)
    if (typeof args.last === 'number') page = args.last > 0 ? page.slice(-args.last) : []
    const edges = page.map(([key, item]) => ({ cursor: cursorOf(key), node: show(item) }))
    return {
      totalCount: all.length,
      edges,
      nodes: edges.map(({ node }) => node),
      pageInfo: {
        hasNextPage: page.length > 0 && page.at(-1) !== all.at(-1),
        hasPreviousPage: page.length > 0 && page[0] !== all[0],
        startCursor: edges[0]?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
      },
    }
  }
}

function refuseSize(args: PageArguments, field: string): void {
  if (typeof args.first !== 'number' && typeof args.last !== 'number') {
    fail(
      'MISSING_PAGINATION_BOUNDARIES',
      `You must provide a \`first\` or \`last\` value to properly paginate the \`${field}\` connection.`,
    )
  }
  for (const name of ['first', 'last'] as const) {
    const asked = args[name]
    if (typeof asked !== 'number' || asked <= LARGEST_PAGE) continue
    fail(
      'EXCESSIVE_PAGINATION',
      `Requesting ${asked} records on the \`${field}\` connection exceeds the \`${name}\` limit of ${LARGEST_PAGE} records.`,
    )
  }
}

/** A connection that is only counted needs no size of page. */
function asksForPage(info: GraphQLResolveInfo): boolean {
  const asks = (set: SelectionSetNode | undefined): boolean =>
    (set?.selections ?? []).some((selection) => {
      if (selection.kind === Kind.FIELD) return !['totalCount', '__typename'].includes(selection.name.value)
      if (selection.kind === Kind.INLINE_FRAGMENT) return asks(selection.selectionSet)
      return asks(info.fragments[selection.name.value]?.selectionSet)
    })
  return info.fieldNodes.some(({ selectionSet }) => asks(selectionSet))
}
