// What a check reads of a repository by GET.
import { expect, test } from '@jest/globals'
import { type GitHubOptions, startGitHub } from '../../../simulator/github/github.ts'
import { createVirtualTime } from '../../../simulator/time/virtual-time.ts'
import { installTimers, warmUp } from '../../virtual-timers.ts'

const withoutTimers = installTimers(createVirtualTime())
await warmUp(fetch)
withoutTimers()

const [FIRST, SECOND] = ['a'.repeat(40), 'b'.repeat(40)]
const REPOSITORY = {
  branches: { main: [{ oid: SECOND }, { oid: FIRST, statuses: [{ context: 'q', state: 'pending' }, { context: 'q', state: 'success' }] }] },
} as const // prettier-ignore

/** What some paths of the repository are answered with. */
async function answers(options: GitHubOptions, paths: readonly string[]) {
  const time = createVirtualTime()
  const github = await startGitHub({ repository: REPOSITORY, ...options, clock: time })
  const uninstall = installTimers(time)
  try {
    const got = []
    for (const path of paths) {
      const headers = { authorization: `Bearer ${github.token}` }
      const response = await fetch(`${github.url}/repos/acme/voice${path}`, { headers })
      got.push({ status: response.status, scopes: response.headers.get('x-oauth-scopes'), body: await response.json() }) // prettier-ignore
    }
    return got
  } finally {
    uninstall()
    await github.close()
  }
}

test('the repository, and what a classic token may do, are told; of another token nothing is', async () => {
  const classic = { token: 'ghp_1', author: 'octocat', scopes: ['repo', 'gist'] }
  expect(await answers({ tokens: [classic] }, [''])).toMatchObject([
    { status: 200, scopes: 'repo, gist', body: { full_name: 'acme/voice', permissions: { push: true } } },
  ])
  expect(await answers({}, [''])).toMatchObject([{ status: 200, scopes: null, body: { permissions: { push: false } } }])
})

test('commits come newest first, and statuses, too', async () => {
  const [commits, one, statuses, missing, noCommit] = await answers({}, ['/commits?sha=main', '/commits?per_page=1', `/commits/${FIRST}/statuses`, '/commits?sha=nope', '/commits/nope/statuses']) // prettier-ignore
  expect(commits?.body).toEqual([{ sha: SECOND }, { sha: FIRST }])
  expect(one?.body).toEqual([{ sha: SECOND }])
  expect(statuses?.body).toMatchObject([{ state: 'success' }, { state: 'pending' }])
  expect([missing?.status, noCommit?.status]).toEqual([404, 404])
})

test('a private repository wants the permission to read', async () => {
  const tokens = [{ token: 'ghs_1', author: 'bot', permissions: { contents: 'read' } }] as const
  const repository = { ...REPOSITORY, isPrivate: true }
  const got = await answers({ tokens, repository }, ['', '/commits', `/commits/${FIRST}/statuses`])
  expect(got.map(({ status }) => status)).toEqual([200, 200, 403])
})
