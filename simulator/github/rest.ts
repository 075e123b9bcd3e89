// Answers of GitHub's REST API to the requests that the action makes, as docs.github.com/rest describes them.
import type { Answer } from '../server/answer.ts'
import { positive } from '../server/requests.ts'
import type { Query } from '../server/requests.ts'
import { invalid, notFound, problem } from './problems.ts'
import type { FieldProblem } from './problems.ts'
import { STATUS_STATES } from './repository.ts'
import type { Comment, CommitStatus, PullRequest, Repository } from './repository.ts'
import { matchRest } from './rest-operations.ts'
import { may, NOT_ACCESSIBLE } from './tokens.ts'
import type { Token } from './tokens.ts'

/** A request that a token was found for. */
export interface RestRequest {
  readonly method: string
  /** Below the API's base. */
  readonly path: string
  readonly query: Query
  readonly body: string
  readonly token: Token
}

export interface RestContext {
  readonly repository: Repository
  /** The API's base, for the addresses in answers. */
  readonly url: string
  readonly statusesPerContext: number
}

// Source: docs.github.com, "Using pagination in the REST API" and "List issue comments".
const LARGEST_PER_PAGE = 100
const DEFAULT_PER_PAGE = 30
const LONGEST_DESCRIPTION = 140
const LONGEST_CONTEXT = 255
/** What GitHub's refusal names. Measured, github.com takes 262,144 bytes: stay within both. */
const LONGEST_BODY = 65_536
const SERVER = 'https://github.com'
const LOCKING = 'https://docs.github.com/articles/locking-conversations/'

/** Answers a request to the REST API. */
export function answerRest(request: RestRequest, context: RestContext): Answer {
  const { repository } = context
  const matched = matchRest(request.method, request.path, repository)
  if (!matched) return notFound()
  const wanted = matched.method === 'GET' ? 'read' : 'write'
  const permissions = matched.scopes.map((scope) => `${scope.replace('-', '_')}=${wanted}`).join('; ')
  const answer = answerMatched(request, matched, wanted, context)
  const { scopes } = request.token
  const told = scopes ? { 'x-oauth-scopes': scopes.join(', ') } : {}
  return { ...answer, headers: { 'x-accepted-github-permissions': permissions, ...told, ...answer.headers } }
}

function answerMatched(
  request: RestRequest,
  { operation, values, scopes, page }: NonNullable<ReturnType<typeof matchRest>>,
  wanted: 'read' | 'write',
  context: RestContext,
): Answer {
  const { repository } = context
  const { token } = request
  const same = (a: string | undefined, b: string) => a?.toLowerCase() === b.toLowerCase()
  const visible = may(token, 'read', ['metadata'], repository.isPrivate)
  if (!visible || !same(values.owner, repository.owner) || !same(values.repo, repository.name)) return notFound(page)
  if (!may(token, wanted, scopes, repository.isPrivate)) return problem(403, NOT_ACCESSIBLE, page)

  const body = wanted === 'write' ? parseBody(request.body) : {}
  if (body === 'not-json') return problem(400, 'Problems parsing JSON')
  if (body === 'no-object') return problem(400, 'Body should be a JSON object')
  const pullRequest = repository.pullRequest(Number(values.number))

  switch (operation) {
    case 'getRepository':
      return { status: 200, body: showRepository(context, token) }
    case 'listCommits': {
      const commits = repository.branch(request.query.sha ?? repository.defaultBranch)
      const perPage = Math.min(LARGEST_PER_PAGE, positive(request.query.per_page, DEFAULT_PER_PAGE))
      return commits
        ? { status: 200, body: commits.slice(0, perPage).map(({ oid }) => ({ sha: oid })) }
        : notFound(page)
    }
    case 'listStatuses': {
      const commit = repository.commit(values.sha ?? '')
      const base = `${repositoryUrl(context.url, repository)}/statuses/${values.sha}`
      return commit
        ? { status: 200, body: commit.statuses.toReversed().map((status) => showStatus(status, base)) }
        : notFound(page)
    }
    case 'createStatus':
      return createStatus(values.sha ?? '', body, { creator: token.author, page }, context)
    case 'getPullRequest':
      return pullRequest ? { status: 200, body: showPullRequest(pullRequest, context) } : notFound(page)
    case 'listComments':
      return pullRequest ? listComments(pullRequest, request, context) : notFound(page)
    case 'createComment': {
      if (!pullRequest) return notFound(page)
      if (pullRequest.isLocked) return problem(403, 'Unable to create comment because issue is locked.', LOCKING)
      const refusal = refuseCommentBody(body, page)
      if (refusal) return refusal
      const { id } = repository.addComment(pullRequest.number, { author: token.author, body: String(body.body) })
      return showComment(id, 201, context)
    }
    case 'updateComment': {
      const id = Number(values.id)
      if (!repository.comment(id)) return notFound(page)
      const refusal = refuseCommentBody(body, page)
      if (refusal) return refusal
      repository.editComment(id, { body: String(body.body) })
      return showComment(id, 200, context)
    }
  }
}

type Fields = Readonly<Record<string, unknown>>

function parseBody(text: string): Fields | 'not-json' | 'no-object' {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : 'no-object'
  } catch {
    return 'not-json'
  }
}

function refuseCommentBody({ body }: Fields, page: string): Answer | null {
  if (typeof body !== 'string') return problem(422, 'Invalid request.\n\n"body" wasn\'t supplied.', page)
  const refuse = (message: string) =>
    invalid([{ resource: 'IssueComment', code: 'unprocessable', field: 'data', message }], page)
  if (body.trim() === '') return refuse('Body cannot be blank')
  if (characters(body) > LONGEST_BODY) return refuse(`Body is too long (maximum is ${LONGEST_BODY} characters)`)
  return null
}

function createStatus(
  sha: string,
  fields: Fields,
  { creator, page }: { creator: string; page: string },
  { repository, url, statusesPerContext }: RestContext,
): Answer {
  const commit = repository.commit(sha)
  if (!commit) return problem(422, `No commit found for SHA: ${sha}`, page)
  const label = typeof fields.context === 'string' ? fields.context : 'default'
  const description = typeof fields.description === 'string' ? fields.description : null
  const targetUrl = typeof fields.target_url === 'string' ? fields.target_url : null
  const state = STATUS_STATES.find((known) => known === fields.state)

  const problems: FieldProblem[] = []
  const refuse = (field: string, message: string) =>
    problems.push({ resource: 'Status', code: 'custom', field, message: `${field} ${message}` })
  if (!state) refuse('state', 'is not included in the list')
  for (const [field, text, longest] of [
    ['description', description, LONGEST_DESCRIPTION],
    ['context', label, LONGEST_CONTEXT],
  ] as const) {
    if (text === null) continue
    if (characters(text) > longest) refuse(field, `is too long (maximum is ${longest} characters)`)
    if (/[\u{10000}-\u{10FFFF}]/u.test(text)) refuse(field, "doesn't accept 4-byte Unicode")
  }
  if (targetUrl !== null && !/^https?:\/\//i.test(targetUrl)) refuse('target_url', 'must use http(s) scheme')
  const already = commit.statuses.filter((status) => status.context.toLowerCase() === label.toLowerCase()).length
  if (already >= statusesPerContext) {
    const message = 'This SHA and context has reached the maximum number of statuses.'
    problems.push({ resource: 'Status', code: 'custom', message })
  }
  if (!state || problems.length > 0) return invalid(problems, page)
  const added = repository.addStatus(sha, { context: label, state, description, targetUrl, creator })
  return { status: 201, body: showStatus(added, `${repositoryUrl(url, repository)}/statuses/${sha}`) }
}

/** As GitHub counts them: an emoji is one. */
function characters(text: string): number {
  return Array.from(text).length
}

function listComments(pull: PullRequest, { query }: RestRequest, context: RestContext): Answer {
  const perPage = Math.min(LARGEST_PER_PAGE, positive(query.per_page, DEFAULT_PER_PAGE))
  const page = positive(query.page, 1)
  const last = Math.max(1, Math.ceil(pull.comments.length / perPage))
  const link = (to: number, relation: string) => {
    const target = new URL(`${context.url}/repositories/${context.repository.id}/issues/${pull.number}/comments`)
    for (const [name, value] of Object.entries(query)) target.searchParams.set(name, value)
    target.searchParams.set('page', String(to))
    return `<${target.href}>; rel="${relation}"`
  }
  const links = [
    ...(page > 1 ? [link(page - 1, 'prev')] : []),
    ...(page < last ? [link(page + 1, 'next'), link(last, 'last')] : []),
    ...(page > 1 ? [link(1, 'first')] : []),
  ]
  return {
    status: 200,
    body: pull.comments
      .slice((page - 1) * perPage, page * perPage)
      .map((comment) => commentBody(comment, pull, context)),
    ...(links.length > 0 && { headers: { link: links.join(', ') } }),
  }
}

/** Of a workflow's token GitHub tells no scopes, and nothing of what it may write. */
function showRepository({ repository, url }: RestContext, { scopes }: Token): object {
  const { id, owner, name, isPrivate, defaultBranch } = repository
  return {
    id,
    url: repositoryUrl(url, repository),
    full_name: `${owner}/${name}`,
    private: isPrivate,
    default_branch: defaultBranch,
    permissions: { admin: false, push: scopes?.includes('repo') === true, pull: true },
  }
}

const repositoryUrl = (url: string, { owner, name }: Repository) => `${url}/repos/${owner}/${name}`

/** The page of a comment. */
export function commentPage({ owner, name }: Repository, pull: PullRequest, comment: Comment): string {
  return `${SERVER}/${owner}/${name}/pull/${pull.number}#issuecomment-${comment.id}`
}

/** A comment's id in GraphQL. */
export const commentNode = (comment: Comment): string => `IC_kwDOABPW${comment.id.toString(36)}`

function showComment(id: number, status: number, context: RestContext): Answer {
  const { comment, pullRequest } = context.repository.comment(id)!
  return { status, body: commentBody(comment, pullRequest, context) }
}

function commentBody(comment: Comment, pull: PullRequest, { repository, url }: RestContext): object {
  const base = `${repositoryUrl(url, repository)}/issues`
  return {
    url: `${base}/comments/${comment.id}`,
    html_url: commentPage(repository, pull, comment),
    issue_url: `${base}/${pull.number}`,
    id: comment.id,
    node_id: commentNode(comment),
    user: showUser(comment.author),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    body: comment.body,
  }
}

function showStatus(status: CommitStatus, url: string): object {
  return {
    url,
    id: status.id,
    state: status.state,
    description: status.description,
    target_url: status.targetUrl,
    context: status.context,
    created_at: status.createdAt,
    updated_at: status.createdAt,
    creator: showUser(status.creator),
  }
}

function showPullRequest(pull: PullRequest, { repository, url }: RestContext): object {
  const fullName = `${repository.owner}/${repository.name}`
  return {
    url: `${repositoryUrl(url, repository)}/pulls/${pull.number}`,
    html_url: `${SERVER}/${fullName}/pull/${pull.number}`,
    number: pull.number,
    title: pull.title,
    state: pull.state === 'open' ? 'open' : 'closed',
    merged: pull.state === 'merged',
    locked: pull.isLocked,
    comments: pull.comments.length,
    head: {
      ref: pull.headRef,
      sha: pull.head.oid,
      repo: { full_name: pull.headRepository, fork: pull.headRepository !== fullName },
    },
    base: {
      ref: pull.base,
      sha: repository.branch(pull.base)?.[0]?.oid,
      repo: { full_name: fullName, fork: false },
    },
  }
}

function showUser(login: string): object {
  return { login, type: login.endsWith('[bot]') ? 'Bot' : 'User', html_url: `${SERVER}/${login}` }
}
