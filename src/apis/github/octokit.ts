// GitHub's API through @actions/github, with octokit's own plugins for outages and rate limits. Loaded only when it is needed: it brings undici.
import { getOctokit } from '@actions/github'
import { retry } from '@octokit/plugin-retry'
import { throttling } from '@octokit/plugin-throttling'
import type { FailureKind } from '../../base/failure.ts'
import { plain } from '../../base/text.ts'
import type { CommentPage, CommitWithStatus, ConnectGitHub, GitHub, IssueComment } from './api.ts'

/** Longest wait that GitHub may ask for, in seconds; what would take longer is given up. */
const MAX_WAIT_S = 30
/** New tries after an outage. */
const RETRIES = 2
/** What is not tried again: the plugin's own list, and a rate limit, which is waited for elsewhere. */
const NO_RETRY = [400, 401, 403, 404, 410, 422, 429, 451]
/** Commits that one query looks at, and comments on a page: the most that GitHub gives. */
const PAGE = 100

const COMMENTS = `query comments($owner: String!, $repo: String!, $pull: Int!, $before: String) {
  repository(owner: $owner, name: $repo) {
    pullRequest(number: $pull) {
      headRefOid
      comments(last: ${PAGE}, before: $before) {
        nodes { databaseId body url viewerDidAuthor }
        pageInfo { hasPreviousPage startCursor }
      }
    }
  }
}`

const STATUSES = `query statuses($owner: String!, $repo: String!, $branch: String!, $context: String!) {
  repository(owner: $owner, name: $repo) {
    ref(qualifiedName: $branch) {
      target {
        ... on Commit {
          history(first: ${PAGE}) {
            nodes { oid status { context(name: $context) { state targetUrl createdAt } } }
          }
        }
      }
    }
  }
}`

interface CommentsAnswer {
  repository: {
    pullRequest: {
      headRefOid: string
      comments: {
        nodes: ({ databaseId: number; body: string; url: string; viewerDidAuthor: boolean } | null)[]
        pageInfo: { hasPreviousPage: boolean; startCursor: string | null }
      }
    } | null
  } | null
}

interface StatusesAnswer {
  repository: {
    ref: {
      target: {
        history?: {
          nodes: {
            oid: string
            status: { context: { state: string; targetUrl: string | null; createdAt: string } | null } | null
          }[]
        }
      } | null
    } | null
  } | null
}

/** The API at the address that the runner names, GitHub Enterprise Server's too. */
export const connectGitHub: ConnectGitHub = ({ token, owner, repo, onWait, fail }) => {
  const wait = (afterSeconds: number, _options: object, _octokit: object, retries: number): boolean => {
    const again = retries < 1 && afterSeconds <= MAX_WAIT_S
    if (again) onWait(`GitHub requires a wait of ${afterSeconds} s.`)
    return again
  }
  const silent = { debug: noLog, info: noLog, warn: noLog, error: noLog }
  const octokit = getOctokit(
    token,
    {
      log: silent,
      throttle: { onRateLimit: wait, onSecondaryRateLimit: wait },
      // Not as `request`, which would take the place of the runner's proxy.
      retry: { retries: RETRIES, doNotRetry: NO_RETRY },
    },
    retry,
    throttling,
  )
  const repository = { owner, repo }

  const attempt = async <T>(purpose: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      const { kind, why } = signal.aborted ? LATE : whatHappened(error)
      throw fail(kind, `Could not ${purpose}: ${why}.`, error)
    }
  }

  const query = <T>(text: string, variables: Record<string, unknown>, signal: AbortSignal): Promise<T | undefined> =>
    octokit.graphql<T | undefined>(text, { ...repository, ...variables, request: { signal } })

  const github: GitHub = {
    createStatus: ({ sha, context, state, description, url }, signal) =>
      attempt('report a commit status', signal, async () => {
        const status = { sha, context, state, description, target_url: url }
        const { data } = await octokit.rest.repos.createCommitStatus({ ...repository, ...status, request: { signal } })
        if (typeof data.id !== 'number') throw new Unreadable()
      }),
    listComments: (pull, before, signal) =>
      attempt(`read the comments of pull request ${pull}`, signal, async () =>
        commentPage(await query<CommentsAnswer>(COMMENTS, { pull, before: before ?? null }, signal)),
      ),
    createComment: (pull, body, signal) =>
      attempt(`comment on pull request ${pull}`, signal, async () => {
        // Tried once: after a lost answer the comment may be there all the same.
        const request = { signal, retries: 0 }
        const { data } = await octokit.rest.issues.createComment({ ...repository, issue_number: pull, body, request })
        return written(data, body)
      }),
    updateComment: (id, body, signal) =>
      attempt('update a comment', signal, async () => {
        const change = { comment_id: id, body, request: { signal } }
        const { data } = await octokit.rest.issues.updateComment({ ...repository, ...change })
        return written(data, body)
      }),
    listStatuses: (branch, context, signal) =>
      attempt(`read the statuses of branch ${plain(branch, 80)}`, signal, async () =>
        commitsOf(await query<StatusesAnswer>(STATUSES, { branch: `refs/heads/${branch}`, context }, signal)),
      ),
  }
  return Promise.resolve(github)
}

function noLog(): void {
  // The step's own log tells what matters.
}

/** Thrown where an answer that says that all is well is none of GitHub's: octokit hands over whatever came, even nothing. */
class Unreadable extends Error {
  override readonly name = 'Unreadable'
}

function written({ id, html_url: url }: { id: number; html_url: string }, body: string): IssueComment {
  if (typeof id !== 'number' || typeof url !== 'string') throw new Unreadable()
  return { id, body, url }
}

function commentPage(answer: CommentsAnswer | undefined): CommentPage {
  const found = answer?.repository?.pullRequest
  if (!found) throw new Unreadable()
  const { nodes, pageInfo } = found.comments
  const comments: IssueComment[] = nodes
    .filter((node) => node?.viewerDidAuthor === true)
    .map((node) => ({ id: node?.databaseId ?? 0, body: node?.body ?? '', url: node?.url ?? '' }))
  return {
    headSha: found.headRefOid,
    comments,
    ...(pageInfo.hasPreviousPage && pageInfo.startCursor ? { before: pageInfo.startCursor } : {}),
  }
}

function commitsOf(answer: StatusesAnswer | undefined): CommitWithStatus[] | undefined {
  if (!answer?.repository) throw new Unreadable()
  return answer.repository.ref?.target?.history?.nodes.map(({ oid, status }) => {
    const context = status?.context
    return {
      sha: oid,
      ...(context ? { status: { state: context.state, url: context.targetUrl ?? '', at: context.createdAt } } : {}),
    }
  })
}

/** What octokit throws, as far as it tells something. A GraphQL error has no status, and is of a type. */
interface Thrown {
  status?: unknown
  message?: unknown
  errors?: readonly { type?: unknown; message?: unknown }[]
  /** Where the throttling plugin puts the whole GraphQL answer. */
  data?: { errors?: Thrown['errors'] }
  /** Missing where no answer came; octokit makes up the status 500 then. */
  response?: { headers?: Readonly<Record<string, unknown>> }
}

interface Happened {
  kind: FailureKind
  why: string
}

const LATE: Happened = { kind: 'interrupted', why: 'GitHub did not answer in time' }

function whatHappened(error: unknown): Happened {
  const { status, message, data, errors = data?.errors, response } = (error ?? {}) as Thrown
  const said = (text: unknown): string => plain(String(text), 300).replace(/\.$/, '')
  if (Array.isArray(errors) && errors.length > 0) {
    const [first] = errors as NonNullable<Thrown['errors']>
    return { kind: kindOfType(first?.type), why: `GitHub answered "${said(first?.message)}"` }
  }
  // An answer of any other form trips octokit itself, too.
  if (typeof status !== 'number') return { kind: 'unreadable', why: "GitHub's answer cannot be understood" }
  const words = said(message)
  if (!response) return { kind: 'interrupted', why: `GitHub could not be reached (${words})` }
  return { kind: kindOfStatus(status, words, response.headers), why: `GitHub answered ${status} "${words}"` }
}

function kindOfStatus(status: number, said: string, headers: Readonly<Record<string, unknown>> = {}): FailureKind {
  if (status === 401) return 'key-refused'
  // Both of GitHub's rate limits come as 403, too.
  if (status === 429) return 'rate-limited'
  if (status === 403) {
    if (headers['x-ratelimit-remaining'] === '0' || headers['retry-after'] !== undefined || /rate limit/i.test(said))
      return 'rate-limited'
    // No permission helps where the conversation is closed.
    return /\bis locked\b/i.test(said) ? 'rejected' : 'forbidden'
  }
  if (status === 404) return 'not-found'
  return status >= 500 ? 'server' : 'rejected'
}

function kindOfType(type: unknown): FailureKind {
  if (type === 'FORBIDDEN' || type === 'INSUFFICIENT_SCOPES') return 'forbidden'
  if (type === 'NOT_FOUND') return 'not-found'
  // The older and the newer name.
  return type === 'RATE_LIMITED' || type === 'RATE_LIMIT' ? 'rate-limited' : 'rejected'
}
