import { getOctokit } from '@actions/github'
import { describe, expect, test } from '@jest/globals'
import { retry } from '@octokit/plugin-retry'
import { throttling } from '@octokit/plugin-throttling'
import { startGitHub } from '../../../simulator/github/github.ts'
import type { GitHubOptions, GitHubSimulator } from '../../../simulator/github/github.ts'
import { createVirtualTime, START } from '../../../simulator/time/virtual-time.ts'
import type { VirtualTime } from '../../../simulator/time/virtual-time.ts'
import { installTimers, warmUp } from '../../virtual-timers.ts'

const OURS = { owner: 'acme', repo: 'voice' }
const SHA = 'ffac537e6cbbf934b08745a378932722df287a53'
const PULL = { number: 7, headRef: 'better-jitter', head: { oid: SHA } }

/** Runs `work` with a simulator, in virtual time, of a repository with a pull request, and with an octokit for it, and closes it. */
async function withGitHub(
  options: Omit<GitHubOptions, 'clock'>,
  work: (github: GitHubSimulator, octokit: ReturnType<typeof getOctokit>, time: VirtualTime) => Promise<void>,
): Promise<void> {
  const time = createVirtualTime()
  const github = await startGitHub({ repository: { pullRequests: [PULL] }, ...options, clock: time })
  const uninstall = installTimers(time)
  try {
    await work(github, getOctokit(github.token, { baseUrl: github.url, log: SILENT }), time)
  } finally {
    uninstall()
    await github.close()
  }
}

// octokit warns of what the tests provoke.
const SILENT = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

const withoutTimers = installTimers(createVirtualTime())
await warmUp(fetch)
await warmUp((baseUrl) => getOctokit('x', { baseUrl, log: SILENT }).request('GET /'))
withoutTimers()

type Json = any // oxlint-disable-line typescript/no-explicit-any -- whatever the test expects it to be

/** How a request fails. */
async function failureOf(request: Promise<unknown>): Promise<{ status?: number; message: string; response?: Json }> {
  return request.then(
    () => {
      throw new Error('it did not fail')
    },
    (error: Error) => error,
  )
}

const token = (permissions: object, author = 'github-actions[bot]') => ({ token: 'ghs_other', author, permissions })
const bodies = (count: number) => Array.from({ length: count }, (_, index) => ({ body: `comment ${index + 1}` }))

async function raw(
  github: GitHubSimulator,
  path: string,
  init: { method?: string; body?: string } = {},
): Promise<{ response: Response; body: Json }> {
  const headers = { authorization: `Bearer ${github.token}` }
  const response = await fetch(github.url + path, { ...init, headers })
  return { response, body: await response.json() }
}

async function query(
  github: GitHubSimulator,
  text: string,
  variables: object = {},
  authorization = `token ${github.token}`,
) {
  const response = await fetch(github.graphqlUrl, {
    method: 'POST',
    headers: { authorization },
    body: JSON.stringify({ query: text, variables }),
  })
  const body: Json = await response.json()
  return { status: response.status, headers: response.headers, body }
}

const inRepository = (fields: string) => `{ repository(owner: "acme", name: "voice") { ${fields} } }`

describe('commit statuses', () => {
  const create = (octokit: ReturnType<typeof getOctokit>, changes: object = {}) =>
    octokit.rest.repos.createCommitStatus({ ...OURS, sha: SHA, state: 'success', context: 'CallMeter', ...changes })

  test('are created, in the name of the token', () =>
    withGitHub({}, async (github, octokit) => {
      const { status, data } = await create(octokit, { description: 'good', target_url: 'https://callmeter.io/r/1' })
      expect(status).toBe(201)
      expect(data).toMatchObject({
        url: `${github.url}/repos/acme/voice/statuses/${SHA}`,
        state: 'success',
        context: 'CallMeter',
        description: 'good',
        target_url: 'https://callmeter.io/r/1',
        creator: { login: 'github-actions[bot]', type: 'Bot' },
      })
      expect(github.repository.commit(SHA)!.statuses).toMatchObject([{ state: 'success', context: 'CallMeter' }])
      await create(octokit, { context: undefined })
      expect(github.repository.commit(SHA)!.statuses[1]).toMatchObject({ context: 'default', description: null })
    }))

  test.each([
    [{ state: 'cancelled' }, 'state', 'state is not included in the list'],
    [{ description: 'x'.repeat(141) }, 'description', 'description is too long (maximum is 140 characters)'],
    [{ description: 'good 🎉' }, 'description', "description doesn't accept 4-byte Unicode"],
    [{ context: 'x'.repeat(256) }, 'context', 'context is too long (maximum is 255 characters)'],
    [{ target_url: 'callmeter.io' }, 'target_url', 'target_url must use http(s) scheme'],
  ])('%j is refused', (changes, field, message) =>
    withGitHub({}, async (github, octokit) => {
      const error = await failureOf(create(octokit, changes))
      expect(error.status).toBe(422)
      expect(error.response.data).toEqual({
        message: 'Validation Failed',
        errors: [{ resource: 'Status', code: 'custom', field, message }],
        documentation_url: 'https://docs.github.com/rest/commits/statuses#create-a-commit-status',
        status: '422',
      })
      expect(github.repository.commit(SHA)!.statuses).toEqual([])
    }),
  )

  test('have descriptions of up to 140 characters, whatever their bytes', () =>
    withGitHub({}, async (_github, octokit) => {
      expect((await create(octokit, { description: '✓'.repeat(140) })).status).toBe(201)
    }))

  test('need a commit', () =>
    withGitHub({}, async (_github, octokit) => {
      const sha = '0'.repeat(40)
      const error = await failureOf(create(octokit, { sha }))
      expect([error.status, error.response.data.message]).toEqual([422, `No commit found for SHA: ${sha}`])
    }))

  test('have a limit for each commit and context', () =>
    withGitHub({ statusesPerContext: 2 }, async (_github, octokit) => {
      await create(octokit)
      await create(octokit, { context: 'callmeter' })
      const error = await failureOf(create(octokit))
      expect(error.response.data.errors).toEqual([
        {
          resource: 'Status',
          code: 'custom',
          message: 'This SHA and context has reached the maximum number of statuses.',
        },
      ])
      expect((await create(octokit, { context: 'another' })).status).toBe(201)
    }))
})

describe('comments', () => {
  test('come in pages, of which octokit reads all', () =>
    withGitHub({}, async (github, octokit) => {
      for (const comment of bodies(350)) github.repository.addComment(7, comment)
      const all = await octokit.paginate(octokit.rest.issues.listComments, { ...OURS, issue_number: 7, per_page: 100 })
      expect(all.map(({ body }) => body)).toEqual(bodies(350).map(({ body }) => body))
      expect(github.requests.map(({ path, query: { page } }) => [path, page])).toEqual([
        ['/repos/acme/voice/issues/7/comments', undefined],
        ['/repositories/1300192/issues/7/comments', '2'],
        ['/repositories/1300192/issues/7/comments', '3'],
        ['/repositories/1300192/issues/7/comments', '4'],
      ])
      expect(new Set(github.requests.map(({ operation }) => operation))).toEqual(new Set(['listComments']))
    }))

  test('are 30 a page and at most 100, with links to where there is something', () =>
    withGitHub({}, async (github) => {
      for (const comment of bodies(130)) github.repository.addComment(7, comment)
      const list = (search: string) => raw(github, `/repos/acme/voice/issues/7/comments${search}`)
      const links = ({ response }: { response: Response }) =>
        Array.from((response.headers.get('link') ?? '').matchAll(/[?&]page=(\d+)[^>]*>; rel="(\w+)"/g), (found) =>
          found.slice(1).join(' '),
        )
      const first = await list('')
      expect([first.body.length, links(first)]).toEqual([30, ['2 next', '5 last']])
      const middle = await list('?page=2&per_page=50')
      expect(middle.body[0].body).toBe('comment 51')
      expect(links(middle)).toEqual(['1 prev', '3 next', '3 last', '1 first'])
      const large = await list('?per_page=101')
      expect([large.body.length, links(large)]).toEqual([100, ['2 next', '2 last']])
      const beyond = await list('?per_page=100&page=9')
      expect([beyond.body, links(beyond)]).toEqual([[], ['8 prev', '1 first']])
      github.repository.deleteComment(first.body[0].id)
      expect((await list('')).body[0].body).toBe('comment 2')
    }))

  test('on one page come without links', () =>
    withGitHub({}, async (github) => {
      const { response, body } = await raw(github, '/repos/Acme/VOICE/issues/7/comments')
      expect([body, response.headers.get('link')]).toEqual([[], null])
    }))

  test('are created and changed', () =>
    withGitHub({}, async (github, octokit) => {
      const created = await octokit.rest.issues.createComment({ ...OURS, issue_number: 7, body: 'first' })
      const { id } = created.data
      expect(created.status).toBe(201)
      expect(created.data).toMatchObject({
        url: `${github.url}/repos/acme/voice/issues/comments/${id}`,
        html_url: `https://github.com/acme/voice/pull/7#issuecomment-${id}`,
        user: { login: 'github-actions[bot]' },
        body: 'first',
      })
      expect(created.data.created_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
      const changed = await octokit.rest.issues.updateComment({ ...OURS, comment_id: id, body: 'second' })
      expect([changed.status, changed.data.body]).toEqual([200, 'second'])
      expect(github.repository.pullRequest(7)!.comments).toMatchObject([{ id, body: 'second' }])
      github.repository.deleteComment(id)
      expect((await failureOf(octokit.rest.issues.updateComment({ ...OURS, comment_id: id, body: 'x' }))).status).toBe(
        404,
      )
    }))

  test('have up to 65,536 characters, of which an emoji is one', () =>
    withGitHub({}, async (github, octokit) => {
      const body = `${'x'.repeat(65_535)}🎉`
      const { data } = await octokit.rest.issues.createComment({ ...OURS, issue_number: 7, body })
      for (const request of [
        octokit.rest.issues.createComment({ ...OURS, issue_number: 7, body: `${body}x` }),
        octokit.rest.issues.updateComment({ ...OURS, comment_id: data.id, body: `${body}x` }),
      ]) {
        const error = await failureOf(request)
        expect(error.status).toBe(422)
        expect(error.response.data.errors).toEqual([
          {
            resource: 'IssueComment',
            code: 'unprocessable',
            field: 'data',
            message: 'Body is too long (maximum is 65536 characters)',
          },
        ])
      }
      expect(github.repository.pullRequest(7)!.comments).toMatchObject([{ body }])
    }))

  test.each([
    ['{"body": " "}', 422, 'Validation Failed'],
    ['{}', 422, 'Invalid request.\n\n"body" wasn\'t supplied.'],
    ['{"body"', 400, 'Problems parsing JSON'],
    ['[]', 400, 'Body should be a JSON object'],
  ])('%s is refused', (body, status, message) =>
    withGitHub({}, async (github) => {
      const refused = await raw(github, '/repos/acme/voice/issues/7/comments', { method: 'POST', body })
      expect([refused.response.status, refused.body.message]).toEqual([status, message])
    }),
  )

  test('cannot be created where the conversation is locked', () =>
    withGitHub({}, async (github, octokit) => {
      github.repository.lock(7)
      const error = await failureOf(octokit.rest.issues.createComment({ ...OURS, issue_number: 7, body: 'x' }))
      expect(error.status).toBe(403)
      expect(error.message).toContain('Unable to create comment because issue is locked.')
    }))
})

describe('a pull request', () => {
  test('shows its head, base and state', () =>
    withGitHub({}, async (github, octokit) => {
      const get = async () => (await octokit.rest.pulls.get({ ...OURS, pull_number: 7 })).data
      expect(await get()).toMatchObject({
        number: 7,
        state: 'open',
        head: { sha: SHA, ref: 'better-jitter', repo: { full_name: 'acme/voice', fork: false } },
        base: { ref: 'main', sha: github.repository.branch('main')![0]!.oid },
      })
      const pushed = github.repository.pushToPullRequest(7)
      expect((await get()).head.sha).toBe(pushed.oid)
      expect(github.repository.branch('better-jitter')!.map(({ oid }) => oid)).toEqual([pushed.oid, SHA])
    }))

  test('of a fork has its head elsewhere, and its commits take statuses', () =>
    withGitHub(
      {
        repository: {
          pullRequests: [{ ...PULL, fork: 'stranger/voice', state: 'merged', mergeCommit: '1'.repeat(40) }],
        },
      },
      async (github, octokit) => {
        const { data } = await octokit.rest.pulls.get({ ...OURS, pull_number: 7 })
        expect(data).toMatchObject({
          state: 'closed',
          merged: true,
          head: { repo: { full_name: 'stranger/voice', fork: true } },
        })
        expect(github.repository.branch('better-jitter')).toBeUndefined()
        for (const sha of [SHA, '1'.repeat(40)]) {
          await octokit.rest.repos.createCommitStatus({ ...OURS, sha, state: 'pending' })
        }
        expect(await failureOf(octokit.rest.pulls.get({ ...OURS, pull_number: 8 }))).toMatchObject({ status: 404 })
      },
    ))
})

describe('GraphQL', () => {
  const COMMENTS = `query Sticky($before: String) {
    repository(owner: "acme", name: "voice") {
      pullRequest(number: 7) {
        headRefOid baseRefName state isCrossRepository
        comments(last: 100, before: $before) {
          totalCount
          nodes { id databaseId fullDatabaseId body viewerDidAuthor url isMinimized author { __typename login } }
          pageInfo { hasPreviousPage hasNextPage startCursor endCursor }
        }
      }
    }
  }`

  test('reads comments from the newest back', () =>
    withGitHub({}, async (github, octokit) => {
      const own = github.repository.addComment(7, { author: 'github-actions[bot]', body: 'sticky', isMinimized: true })
      for (const comment of bodies(250)) github.repository.addComment(7, comment)
      const first: Json = await octokit.graphql(COMMENTS)
      const { comments, ...rest } = first.repository.pullRequest
      expect(rest).toEqual({ headRefOid: SHA, baseRefName: 'main', state: 'OPEN', isCrossRepository: false })
      expect(comments).toMatchObject({ totalCount: 251, pageInfo: { hasPreviousPage: true, hasNextPage: false } })
      expect([comments.nodes[0].body, comments.nodes[99].body]).toEqual(['comment 151', 'comment 250'])
      expect(comments.nodes[0]).toMatchObject({
        viewerDidAuthor: false,
        author: { __typename: 'User', login: 'octocat' },
      })

      // What others write or delete meanwhile moves nothing.
      github.repository.addComment(7, { body: 'late' })
      github.repository.deleteComment(comments.nodes[0].databaseId)
      const second: Json = await octokit.graphql(COMMENTS, { before: comments.pageInfo.startCursor })
      expect(second.repository.pullRequest.comments.nodes.at(-1).body).toBe('comment 150')
      const { startCursor } = second.repository.pullRequest.comments.pageInfo
      const third: Json = await octokit.graphql(COMMENTS, { before: startCursor })
      expect(third.repository.pullRequest.comments.pageInfo.hasPreviousPage).toBe(false)
      expect(third.repository.pullRequest.comments.nodes[0]).toEqual({
        id: expect.stringMatching(/^IC_/),
        databaseId: own.id,
        fullDatabaseId: String(own.id),
        body: 'sticky',
        viewerDidAuthor: true,
        url: `https://github.com/acme/voice/pull/7#issuecomment-${own.id}`,
        isMinimized: true,
        // Without [bot], unlike in REST.
        author: { __typename: 'Bot', login: 'github-actions' },
      })
      // More than 32 bits, as real ids have.
      expect(own.id).toBeGreaterThan(2 ** 31)
      expect(github.requests).toHaveLength(3)
      for (const request of github.requests)
        expect(request).toMatchObject({ operation: 'graphql', operationName: 'Sticky' })
    }))

  const HISTORY = `query Baseline($after: String) {
    repository(owner: "acme", name: "voice") {
      ref(qualifiedName: "refs/heads/main") {
        target {
          oid
          ... on Commit {
            history(first: 2, after: $after) {
              nodes {
                oid committedDate
                status {
                  state
                  context(name: "CallMeter") { context state description targetUrl createdAt }
                  contexts { context state }
                }
              }
              pageInfo { hasNextPage endCursor }
            }
          }
        }
      }
    }
  }`

  test('reads the statuses of the commits of a branch, newest first', () =>
    withGitHub(
      {
        repository: {
          branches: {
            main: [
              { oid: 'a'.repeat(40) },
              {
                oid: 'b'.repeat(40),
                statuses: [
                  { context: 'callmeter', state: 'pending', createdAt: '2026-11-20T10:00:00Z' },
                  { context: 'CallMeter', state: 'error', description: 'bad', createdAt: '2026-11-20T10:05:00Z' },
                  { context: 'build', state: 'success' },
                ],
              },
              {
                oid: 'c'.repeat(40),
                statuses: [{ context: 'CallMeter', state: 'success', targetUrl: 'https://c.io/3' }],
              },
            ],
          },
        },
      },
      async (github, octokit) => {
        const read = async (after: string | null) => {
          const { repository }: Json = await octokit.graphql(HISTORY, { after })
          return repository.ref.target
        }
        const { oid, history } = await read(null)
        expect(oid).toBe('a'.repeat(40))
        expect(history.nodes[0]).toMatchObject({ oid, status: null })
        expect(history.nodes[1].status).toEqual({
          state: 'FAILURE',
          context: {
            context: 'CallMeter',
            state: 'ERROR',
            description: 'bad',
            targetUrl: null,
            createdAt: '2026-11-20T10:05:00Z',
          },
          contexts: [
            { context: 'CallMeter', state: 'ERROR' },
            { context: 'build', state: 'SUCCESS' },
          ],
        })
        expect(Date.parse(history.nodes[0].committedDate) - Date.parse(history.nodes[1].committedDate)).toBe(3_600_000)
        expect(history.pageInfo.hasNextPage).toBe(true)

        // Someone pushes between the pages.
        const pushed = github.repository.push('main')
        github.repository.addStatus(pushed.oid, { context: 'CallMeter', state: 'success' })
        const rest = (await read(history.pageInfo.endCursor)).history
        expect(rest.nodes).toMatchObject([
          { oid: 'c'.repeat(40), status: { state: 'SUCCESS', context: { targetUrl: 'https://c.io/3' } } },
        ])
        expect(rest.pageInfo.hasNextPage).toBe(false)
        expect((await read(null)).history.nodes[0]).toMatchObject({ oid: pushed.oid, status: { state: 'SUCCESS' } })
      },
    ))

  test('finds branches by either name, the default branch, and no branch', () =>
    withGitHub({}, async (github) => {
      const { body } = await query(
        github,
        inRepository(
          'a: ref(qualifiedName: "main") { name prefix } b: defaultBranchRef { name } c: ref(qualifiedName: "x") { name }',
        ),
      )
      expect(body).toEqual({
        data: { repository: { a: { name: 'main', prefix: 'refs/heads/' }, b: { name: 'main' }, c: null } },
      })
    }))

  test.each([
    [
      '{ repository(owner: "acme", name: "x") { name } }',
      { repository: null },
      'NOT_FOUND',
      ['repository'],
      "Could not resolve to a Repository with the name 'acme/x'.",
    ],
    [
      inRepository('pullRequest(number: 999) { state }'),
      { repository: { pullRequest: null } },
      'NOT_FOUND',
      ['repository', 'pullRequest'],
      'Could not resolve to a PullRequest with the number of 999.',
    ],
    [
      inRepository('pullRequest(number: 7) { state comments(first: 101) { nodes { body } } }'),
      { repository: { pullRequest: null } },
      'EXCESSIVE_PAGINATION',
      ['repository', 'pullRequest', 'comments'],
      'Requesting 101 records on the `comments` connection exceeds the `first` limit of 100 records.',
    ],
    [
      `${inRepository('pullRequest(number: 7) { c: comments { ...all } }')} fragment all on IssueCommentConnection { nodes { id } }`,
      { repository: { pullRequest: null } },
      'MISSING_PAGINATION_BOUNDARIES',
      ['repository', 'pullRequest', 'c'],
      'You must provide a `first` or `last` value to properly paginate the `comments` connection.',
    ],
    [
      inRepository('pullRequest(number: 7) { comments(first: 1, after: "") { nodes { id } } }'),
      { repository: { pullRequest: null } },
      'INVALID_CURSOR_ARGUMENTS',
      ['repository', 'pullRequest', 'comments'],
      '`` does not appear to be a valid cursor.',
    ],
  ])('%s is answered 200 with an error', (text, data, type, path, message) =>
    withGitHub({}, async (github) => {
      const { status, body } = await query(github, text)
      expect(status).toBe(200)
      expect(body).toEqual({ data, errors: [{ type, path, locations: [expect.any(Object)], message }] })
    }),
  )

  test('counts a connection without a size of page', () =>
    withGitHub({}, async (github) => {
      const { body } = await query(github, inRepository('pullRequest(number: 7) { comments { totalCount } }'))
      expect(body.data.repository.pullRequest.comments).toEqual({ totalCount: 0 })
    }))

  test.each([
    ['{ repository(', 'Syntax Error'],
    [inRepository('nothing'), 'Cannot query field "nothing"'],
    [null, 'A query attribute must be specified'],
  ])('%s is answered 200 with errors and no data', (text, message) =>
    withGitHub({}, async (github) => {
      const { status, body } = await query(github, text as string)
      expect([status, Object.keys(body)]).toEqual([200, ['errors']])
      expect(body.errors[0].message).toContain(message)
    }),
  )
})

describe('tokens', () => {
  const OPERATIONS = [
    ['POST', `/repos/acme/voice/statuses/${SHA}`, { state: 'success' }, 'statuses=write'],
    ['POST', '/repos/acme/voice/issues/7/comments', { body: 'x' }, 'issues=write; pull_requests=write'],
    ['GET', '/repos/acme/voice/issues/7/comments', undefined, 'issues=read; pull_requests=read'],
    ['GET', '/repos/acme/voice/pulls/7', undefined, 'pull_requests=read'],
  ] as const

  const send = (github: GitHubSimulator, authorization?: string) =>
    Promise.all(
      OPERATIONS.map(async ([method, path, body, accepted]) => {
        const response = await fetch(github.url + path, {
          method,
          ...(authorization !== undefined && { headers: { authorization } }),
          ...(body && { body: JSON.stringify(body) }),
        })
        if (response.status !== 401) expect(response.headers.get('x-accepted-github-permissions')).toBe(accepted)
        return { status: response.status, body: (await response.json()) as Json }
      }),
    )
  const statuses = async (github: GitHubSimulator, authorization = 'token ghs_other') =>
    (await send(github, authorization)).map(({ status }) => status)

  test('that GitHub does not know, and none, are refused', () =>
    withGitHub({}, async (github) => {
      for (const { status, body } of await send(github, 'token ghs_other')) {
        expect([status, body]).toEqual([
          401,
          { message: 'Bad credentials', documentation_url: 'https://docs.github.com/rest', status: '401' },
        ])
      }
      expect((await send(github))[0]!.body.message).toBe('Requires authentication')
      const { status, body, headers } = await query(github, inRepository('name'), {}, 'token ghs_other')
      expect([status, body.message, body.documentation_url]).toEqual([
        401,
        'Bad credentials',
        'https://docs.github.com/graphql',
      ])
      // Not that a limit was reached.
      expect([headers.get('x-ratelimit-limit'), headers.get('x-ratelimit-remaining')]).toEqual(['0', '0'])
    }))

  test('may write what their permissions say, and read what is public', () =>
    withGitHub({ tokens: [token({ issues: 'write', statuses: 'read' })] }, async (github) => {
      const answers = await send(github, 'bearer ghs_other')
      expect(answers.map(({ status }) => status)).toEqual([403, 201, 200, 200])
      expect(answers[0]!.body).toEqual({
        message: 'Resource not accessible by integration',
        documentation_url: 'https://docs.github.com/rest/commits/statuses#create-a-commit-status',
        status: '403',
      })
    }))

  test('of a fork write nothing, whatever the workflow says', () =>
    withGitHub(
      { tokens: [{ ...token({ 'pull-requests': 'write', statuses: 'write' }), fork: true }] },
      async (github) => {
        expect(await statuses(github)).toEqual([403, 403, 200, 200])
      },
    ))

  test('read a private repository as far as their permissions go', () =>
    withGitHub(
      {
        repository: {
          isPrivate: true,
          pullRequests: [PULL],
          branches: { main: [{ oid: SHA, statuses: [{ state: 'success' }] }] },
        },
        tokens: [token({ issues: 'read', contents: 'read' })],
      },
      async (github) => {
        expect(await statuses(github)).toEqual([403, 403, 200, 403])
        const { status, body } = await query(
          github,
          inRepository(
            'pullRequest(number: 7) { state } ref(qualifiedName: "main") { target { oid ... on Commit { status { state } } } }',
          ),
          {},
          'token ghs_other',
        )
        const forbidden = {
          type: 'FORBIDDEN',
          extensions: { saml_failure: false },
          locations: [expect.any(Object)],
          message: 'Resource not accessible by integration',
        }
        expect([status, body]).toEqual([
          200,
          {
            data: { repository: { pullRequest: null, ref: { target: { oid: SHA, status: null } } } },
            errors: [
              { ...forbidden, path: ['repository', 'pullRequest'] },
              { ...forbidden, path: ['repository', 'ref', 'target', 'status'] },
            ],
          },
        ])
      },
    ))

  test('without any access do not see a private repository', () =>
    withGitHub(
      {
        repository: { isPrivate: true, pullRequests: [PULL] },
        tokens: [token({ metadata: 'none', statuses: 'write' })],
      },
      async (github) => {
        expect(await statuses(github)).toEqual([404, 404, 404, 404])
        const { body } = await query(github, inRepository('name'), {}, 'token ghs_other')
        expect(body).toMatchObject({ data: { repository: null }, errors: [{ type: 'NOT_FOUND' }] })
      },
    ))

  test('act as their authors', () =>
    withGitHub(
      {
        tokens: [token({ issues: 'write' }, 'my-app[bot]'), { token: 'ghp_mine', author: 'octocat', permissions: {} }],
      },
      async (github, octokit) => {
        await octokit.rest.issues.createComment({ ...OURS, issue_number: 7, body: 'x' })
        const text = inRepository('pullRequest(number: 7) { comments(first: 1) { nodes { viewerDidAuthor } } }')
        const didAuthor = async (authorization: string) =>
          (await query(github, text, {}, authorization)).body.data.repository.pullRequest.comments.nodes[0]
            .viewerDidAuthor
        expect([await didAuthor('token ghs_other'), await didAuthor('token ghp_mine')]).toEqual([true, false])
        expect(github.requests.map(({ author }) => author)).toEqual(['my-app[bot]', 'my-app[bot]', 'octocat'])
      },
    ))
})

describe('the rate limit', () => {
  const LIST = '/repos/acme/voice/issues/7/comments'

  test('is told in headers, and REST and GraphQL have one each', () =>
    withGitHub({ limits: { requestsPerHour: 2 } }, async (github, _, time) => {
      await time.sleep(4000)
      const budget = ({ headers }: { headers: Headers }) =>
        ['limit', 'remaining', 'used', 'resource'].map((name) => headers.get(`x-ratelimit-${name}`))
      expect(budget((await raw(github, LIST)).response)).toEqual(['2', '1', '1', 'core'])
      const last = (await raw(github, '/repos/acme/voice/pulls/99')).response
      expect([last.status, ...budget(last)]).toEqual([404, '2', '0', '2', 'core'])
      const refused = await raw(github, LIST)
      expect([refused.response.status, ...budget(refused.response)]).toEqual([403, '2', '0', '2', 'core'])
      expect(refused.body.message).toMatch(/^API rate limit exceeded/)
      expect(Number(refused.response.headers.get('x-ratelimit-reset')) * 1000 - START).toBe(3_604_000)

      expect(budget(await query(github, inRepository('name')))).toEqual(['2', '1', '1', 'graphql'])
      await query(github, inRepository('name'))
      const { status, body, headers } = await query(github, inRepository('name'))
      expect([status, ...budget({ headers })]).toEqual([200, '2', '0', '2', 'graphql'])
      expect(body).toEqual({
        errors: [
          { type: 'RATE_LIMIT', code: 'graphql_rate_limit', message: expect.stringContaining('API rate limit') },
        ],
      })
    }))

  test('is renewed after an hour', () =>
    withGitHub({ limits: { requestsPerHour: 1 } }, async (github, _, time) => {
      for (const ms of [0, 3_599_999, 1, 3_599_999, 1]) {
        await time.sleep(ms)
        await raw(github, LIST)
      }
      expect(github.requests.map(({ status }) => status)).toEqual([200, 403, 200, 403, 200])
    }))

  test('of writes is a secondary one, with Retry-After', () =>
    withGitHub({ limits: { writesPerMinute: 1, secondaryStatus: 429 } }, async (github, _, time) => {
      const post = () => raw(github, LIST, { method: 'POST', body: '{"body": "x"}' })
      expect((await post()).response.status).toBe(201)
      await time.sleep(4000)
      const { response, body } = await post()
      expect([response.status, response.headers.get('x-ratelimit-remaining')]).toEqual([429, '998'])
      expect(response.headers.get('retry-after')).toBe('56')
      expect(body.message).toMatch(/^You have exceeded a secondary rate limit\. /)
      expect((await raw(github, LIST)).body).toHaveLength(1)
    }))

  test('is what the throttling plugin sees', () =>
    withGitHub({}, async (github, _, time) => {
      const seen: [string, number, string][] = []
      const record =
        (kind: string) =>
        (retryAfter: number, { url, method }: { url: string; method: string }) => {
          seen.push([kind, retryAfter, url])
          return method === 'GET'
        }
      const octokit = getOctokit(
        github.token,
        {
          baseUrl: github.url,
          log: SILENT,
          throttle: {
            id: github.url,
            onRateLimit: record('primary'),
            onSecondaryRateLimit: record('secondary'),
          },
        },
        throttling,
      )
      github.addFault({ operation: 'createComment', kind: 'secondary-limit', retryAfter: 7 })
      const refused = octokit.rest.issues.createComment({ ...OURS, issue_number: 7, body: 'x' })
      expect((await time.pass(failureOf(refused))).status).toBe(403)
      github.addFault({ operation: 'getPullRequest', kind: 'secondary-limit', status: 429, retryAfter: null })
      github.addFault({ operation: 'getPullRequest', kind: 'primary-limit', resetSeconds: 5 })
      await time.pass(octokit.rest.pulls.get({ ...OURS, pull_number: 7 }))
      expect(seen).toEqual([
        ['secondary', 7, expect.stringContaining('/issues/{issue_number}/comments')],
        // The plugin's own default.
        ['secondary', 60, expect.stringContaining('/pulls/')],
        // The plugin adds one.
        ['primary', 6, expect.stringContaining('/pulls/')],
      ])
      expect(github.repository.pullRequest(7)!.comments).toEqual([])
      expect(github.requests.map(({ status, at }) => [status, at - START])).toEqual([
        [403, 0],
        [429, 0],
        [403, 60_000],
        [200, 66_000],
      ])
    }))
})

describe('faults', () => {
  test('befall requests by operation and query, in turn', () =>
    withGitHub({}, async (github) => {
      github.addFault({ operationName: 'Second', kind: 'status', status: 502, count: 2, after: 1 })
      const sent: number[] = []
      for (const name of ['Second', 'First', 'Second', 'Second', 'Second']) {
        const { status } = await query(github, `query ${name} ${inRepository('name')}`)
        sent.push(status)
      }
      expect(sent).toEqual([200, 200, 502, 502, 200])
    }))

  test('of the passing kind are survived by the retry plugin', () =>
    withGitHub({}, async (github, _, time) => {
      const octokit = getOctokit(github.token, { baseUrl: github.url, log: SILENT }, retry)
      github.addFault({ operation: 'listComments', kind: 'status', status: 502 })
      github.addFault({ operation: 'listComments', kind: 'reset-before' })
      expect((await time.pass(octokit.rest.issues.listComments({ ...OURS, issue_number: 7 }))).data).toEqual([])
      expect(github.requests.map(({ status, at }) => [status, at - START])).toEqual([
        [502, 0],
        ['reset', 1000],
        [200, 5000],
      ])
    }))

  test('can hide that a comment was created', () =>
    withGitHub({}, async (github, octokit) => {
      const create = (body: string) => octokit.rest.issues.createComment({ ...OURS, issue_number: 7, body })
      github.addFault({ operation: 'createComment', kind: 'reset-after' })
      github.addFault({ operation: 'createComment', kind: 'status', status: 503, applied: true })
      github.addFault({ operation: 'createComment', kind: 'status', status: 503 })
      expect(await failureOf(create('a'))).toMatchObject({ status: 500 })
      expect((await failureOf(create('b'))).response.data).toEqual({ message: 'Server Error' })
      await failureOf(create('c'))
      expect(github.repository.pullRequest(7)!.comments.map(({ body }) => body)).toEqual(['a', 'b'])
    }))

  test('make answers late and unreadable', () =>
    withGitHub({}, async (github, _, time) => {
      github.addFault({ path: /pulls/, kind: 'slow', seconds: 3 })
      github.addFault({ path: /pulls/, kind: 'html' })
      expect((await time.pass(raw(github, '/repos/acme/voice/pulls/7'))).response.status).toBe(200)
      expect(time.now() - START).toBe(3000)
      await expect(raw(github, '/repos/acme/voice/pulls/7')).rejects.toThrow('JSON')
    }))
})

describe('GitHub Enterprise Server', () => {
  test('has its API elsewhere, where octokit finds it, and no limits', () =>
    withGitHub({ style: 'enterprise' }, async (github, octokit) => {
      expect([github.url, github.graphqlUrl].map((url) => new URL(url).pathname)).toEqual(['/api/v3', '/api/graphql'])
      for (const comment of bodies(3)) github.repository.addComment(7, comment)
      const all = await octokit.paginate(octokit.rest.issues.listComments, { ...OURS, issue_number: 7, per_page: 2 })
      expect(all).toHaveLength(3)
      const { headers, data } = await octokit.rest.pulls.get({ ...OURS, pull_number: 7 })
      expect(headers['x-ratelimit-limit']).toBeUndefined()
      expect(data.url).toBe(`${github.url}/repos/acme/voice/pulls/7`)
      expect(await octokit.graphql(inRepository('name'))).toEqual({ repository: { name: 'voice' } })
      expect(github.requests.map(({ path }) => path)).toEqual([
        '/repos/acme/voice/issues/7/comments',
        '/repositories/1300192/issues/7/comments',
        '/repos/acme/voice/pulls/7',
        '/graphql',
      ])
      expect((await fetch(new URL('/repos/acme/voice/pulls/7', github.url))).status).toBe(404)
    }))

  test('can have limits', () =>
    withGitHub({ style: 'enterprise', limits: { requestsPerHour: 1 } }, async (github) => {
      await query(github, inRepository('name'))
      const { body } = await query(github, inRepository('name'))
      expect(body.errors).toMatchObject([{ type: 'RATE_LIMITED' }])
    }))
})

test('the journal holds every request below the base', () =>
  withGitHub({}, async (github) => {
    await raw(github, '/repos/acme/voice/issues/7/comments?page=2', { method: 'POST', body: '{"body": "x"}' })
    await raw(github, '/user')
    await query(github, `query Name ${inRepository('name')}`, { a: 1 })
    expect(github.requests).toMatchObject([
      {
        method: 'POST',
        path: '/repos/acme/voice/issues/7/comments',
        query: { page: '2' },
        operation: 'createComment',
        operationName: null,
        body: { body: 'x' },
        author: 'github-actions[bot]',
        status: 201,
      },
      { method: 'GET', path: '/user', operation: null, body: '', status: 404 },
      {
        method: 'POST',
        path: '/graphql',
        operation: 'graphql',
        operationName: 'Name',
        body: { variables: { a: 1 } },
        status: 200,
      },
    ])
  }))

test('a repository has one commit on its default branch unless told otherwise', async () => {
  const github = await startGitHub()
  try {
    expect(github.repository.branch('main')).toMatchObject([
      { oid: expect.stringMatching(/^[0-9a-f]{40}$/), statuses: [] },
    ])
    expect(() => github.repository.addComment(7, { body: 'x' })).toThrow('no pull request 7')
    expect(() => github.repository.addStatus(SHA, { state: 'success' })).toThrow(`no commit ${SHA}`)
    expect(() => github.repository.deleteComment(1)).toThrow('no comment 1')
  } finally {
    await github.close()
  }
})
