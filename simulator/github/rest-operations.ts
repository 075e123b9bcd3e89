// The operations of GitHub's REST API that the action uses, as docs.github.com/rest describes them.
import { matchPath } from '../server/routes.ts'
import type { Repository } from './repository.ts'
import type { Scope } from './tokens.ts'

const REST_OPERATIONS = [
  {
    operation: 'getRepository',
    method: 'GET',
    template: '/repos/{owner}/{repo}',
    scopes: ['metadata'],
    page: '/repos/repos#get-a-repository',
  },
  {
    operation: 'listCommits',
    method: 'GET',
    template: '/repos/{owner}/{repo}/commits',
    scopes: ['contents'],
    page: '/commits/commits#list-commits',
  },
  {
    operation: 'listStatuses',
    method: 'GET',
    template: '/repos/{owner}/{repo}/commits/{sha}/statuses',
    scopes: ['statuses'],
    page: '/commits/statuses#list-commit-statuses-for-a-reference',
  },
  {
    operation: 'createStatus',
    method: 'POST',
    template: '/repos/{owner}/{repo}/statuses/{sha}',
    scopes: ['statuses'],
    page: '/commits/statuses#create-a-commit-status',
  },
  {
    operation: 'listComments',
    method: 'GET',
    template: '/repos/{owner}/{repo}/issues/{number}/comments',
    scopes: ['issues', 'pull-requests'],
    page: '/issues/comments#list-issue-comments',
  },
  {
    operation: 'createComment',
    method: 'POST',
    template: '/repos/{owner}/{repo}/issues/{number}/comments',
    scopes: ['issues', 'pull-requests'],
    page: '/issues/comments#create-an-issue-comment',
  },
  {
    operation: 'updateComment',
    method: 'PATCH',
    template: '/repos/{owner}/{repo}/issues/comments/{id}',
    scopes: ['issues', 'pull-requests'],
    page: '/issues/comments#update-an-issue-comment',
  },
  {
    operation: 'getPullRequest',
    method: 'GET',
    template: '/repos/{owner}/{repo}/pulls/{number}',
    scopes: ['pull-requests'],
    page: '/pulls/pulls#get-a-pull-request',
  },
] as const satisfies readonly RestOperation[]

interface RestOperation {
  readonly operation: string
  readonly method: 'GET' | 'PATCH' | 'POST'
  readonly template: string
  /** One of them will do. */
  readonly scopes: readonly Scope[]
  readonly page: string
}

export type RestOperationId = (typeof REST_OPERATIONS)[number]['operation']

/** The REST operation behind a request. */
export function matchRest(method: string, path: string, { id, owner, name }: Repository) {
  // Links to further pages name a repository by its id.
  const named = path.replace(`/repositories/${id}/`, `/repos/${owner}/${name}/`)
  for (const known of REST_OPERATIONS) {
    const values = known.method === method ? matchPath(known.template, named) : null
    if (values) return { ...known, values }
  }
  return null
}
