// What of a repository can be read with GitHub's REST API by GET alone, so that looking at a token's permissions changes nothing: GraphQL's queries, which
// a run asks with, are sent as POST.
import type { IncomingHttpHeaders } from 'node:http'
import { type Fields, isObject } from '../../base/fields.ts'
import type { CommitWithStatus } from './api.ts'

/** Reads an address below the API's. Throws a `Failure`. */
export type GitHubGet = (purpose: string, path: string) => Promise<{ headers: IncomingHttpHeaders; body: unknown }>

/** Each throws a `Failure` where it cannot be read. */
export interface GitHubReader {
  /** Whether an answer says that the token may write commit statuses and comments. Of a workflow's own token none does. */
  mayWrite(): Promise<boolean>
  /** Reads one status of a commit. */
  readStatuses(sha: string): Promise<void>
  /** Reads one comment of a pull request. */
  readComments(pull: number): Promise<void>
  /** The newest commits of a branch, newest first, each with its newest status of the context, up to the first that passed. */
  listStatuses(branch: string, context: string): Promise<CommitWithStatus[]>
}

/** How many of a branch's newest commits are read: each is a request of its own, where a run reads a hundred at once. */
export const MAX_COMMITS = 20

/** The repository, read with `get`. */
export function githubReader({ owner, repo }: { owner: string; repo: string }, get: GitHubGet): GitHubReader {
  const base = `/repos/${encodeURIComponent(owner)}/${encodeURIComponent(repo)}`
  return {
    mayWrite: async () => {
      const { headers, body } = await get('read the repository', base)
      return writesBy(headers['x-oauth-scopes'], isObject(body) ? body : {})
    },
    readStatuses: async (sha) => {
      await get('read the statuses of the commit', `${base}/commits/${encodeURIComponent(sha)}/statuses?per_page=1`)
    },
    readComments: async (pull) => {
      await get(`read the comments of pull request ${pull}`, `${base}/issues/${pull}/comments?per_page=1`)
    },
    listStatuses: async (branch, context) => {
      const query = new URLSearchParams({ sha: branch, per_page: String(MAX_COMMITS) }).toString()
      const { body } = await get('read the commits of the branch', `${base}/commits?${query}`)
      const found: CommitWithStatus[] = []
      for (const { sha } of objectsOf(body)) {
        if (typeof sha !== 'string') continue
        const path = `${base}/commits/${encodeURIComponent(sha)}/statuses?per_page=100`
        const statuses = objectsOf((await get('read the statuses of a commit', path)).body)
        const newest = statuses.find((status) => isSameContext(status.context, context))
        found.push({ sha, ...(newest ? { status: statusOf(newest) } : {}) })
        if (found.at(-1)?.status?.state === 'SUCCESS') break
      }
      return found
    },
  }
}

/** Whether a classic token may write: answers tell its scopes, and what its user may do. Of any other token no answer tells what it was granted. */
function writesBy(scopes: string | string[] | undefined, { permissions }: Fields): boolean {
  if (typeof scopes !== 'string') return false
  const granted = scopes.split(',').map((scope) => scope.trim())
  const mayPush = isObject(permissions) && permissions.push === true
  return mayPush && granted.includes('repo')
}

function statusOf({ state, target_url: url, created_at: at }: Fields): NonNullable<CommitWithStatus['status']> {
  const text = (value: unknown): string => (typeof value === 'string' ? value : '')
  return { state: text(state).toUpperCase(), url: text(url), at: text(at) }
}

function isSameContext(told: unknown, asked: string): boolean {
  return typeof told === 'string' && told.toLowerCase() === asked.toLowerCase()
}

function objectsOf(body: unknown): Fields[] {
  return Array.isArray(body) ? body.filter((row): row is Fields => isObject(row)) : []
}
