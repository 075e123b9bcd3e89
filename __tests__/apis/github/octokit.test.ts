// The real adapter against the simulator, in virtual time. Each test has modules of its own: addresses and proxies are read when they are loaded,
// and the throttling plugin spaces all writes of a process.
import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, type Socket, connect as connectTo } from 'node:net'
import { describe, expect, jest, test } from '@jest/globals'
import {
  type GitHubFault,
  type GitHubOptions,
  type GitHubSimulator,
  startGitHub,
} from '../../../simulator/github/github.ts'
import { START, type VirtualTime, createVirtualTime } from '../../../simulator/time/virtual-time.ts'
import { Failure, type FailureKind } from '../../../src/base/failure.ts'
import type { CommitStatus, GitHub } from '../../../src/apis/github/api.ts'
import { installTimers } from '../../virtual-timers.ts'

const SHA = '1'.repeat(40)
const STATUS: CommitStatus = {
  sha: SHA,
  context: 'callmeter/quality',
  state: 'success',
  description: 'Passed',
  url: 'https://github.com/acme/voice/actions/runs/1#callmeter-runs=t:r',
}
const NEVER = new AbortController().signal

interface Connected {
  github: GitHub
  simulator: GitHubSimulator
  time: VirtualTime
  /** What the step's log was told. */
  waits: string[]
}

/** Uses the adapter with a repository that has a pull request. */
async function connected(
  { env = {}, ...options }: Omit<GitHubOptions, 'clock'> & { env?: Readonly<Record<string, string>> },
  use: (connection: Connected) => Promise<void>,
): Promise<void> {
  const time = createVirtualTime()
  const repository = { pullRequests: [{ number: 7, head: { oid: SHA } }] }
  const simulator = await startGitHub({ repository, ...options, clock: time })
  const uninstall = installTimers(time)
  const before = { ...process.env }
  try {
    Object.assign(process.env, { GITHUB_API_URL: simulator.url, ...env })
    jest.resetModules()
    const { connectGitHub } = await import('../../../src/apis/github/octokit.ts')
    const waits: string[] = []
    const github = await connectGitHub({
      token: simulator.token,
      owner: 'acme',
      repo: 'voice',
      onWait: (line) => waits.push(line),
      fail: (kind, message, cause) => new Failure(kind, message, { cause }),
    })
    await time.pass(use({ github, simulator, time, waits }))
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name]
    Object.assign(process.env, before)
    uninstall()
    await simulator.close()
  }
}

/** How a request fails. */
async function failureOf(request: Promise<unknown>): Promise<Failure> {
  const error: unknown = await request.then(
    () => 'it did not fail',
    (reason: unknown) => reason,
  )
  if (error instanceof Failure) return error
  throw new Error(`no failure: ${String(error)}`)
}

const sent = ({ simulator }: Connected) => simulator.requests.map(({ status }) => status)
/** What became of the requests, and the seconds until they came. */
const sentAt = ({ simulator }: Connected) => simulator.requests.map(({ status, at }) => [status, (at - START) / 1000])
const ours = { author: 'github-actions[bot]' }

describe('what is asked of GitHub', () => {
  test.each(['github.com', 'enterprise'] as const)('is all there at %s', async (style) => {
    await connected({ style }, async ({ github, simulator }) => {
      await github.createStatus(STATUS, NEVER)
      expect(simulator.repository.commit(SHA)?.statuses).toMatchObject([
        { context: STATUS.context, state: 'success', description: 'Passed', targetUrl: STATUS.url },
      ])
      const made = await github.createComment(7, 'first', NEVER)
      expect(made).toMatchObject({ body: 'first', url: expect.stringContaining('#issuecomment-') })
      expect(await github.updateComment(made.id, 'second', NEVER)).toEqual({ ...made, body: 'second' })
      expect(await github.listComments(7, undefined, NEVER)).toEqual({
        headSha: SHA,
        comments: [{ ...made, body: 'second' }],
      })
      simulator.repository.push('main', { oid: SHA, statuses: [] })
      const commits = await github.listStatuses('main', STATUS.context, NEVER)
      expect(commits).toMatchObject([
        { sha: SHA, status: { state: 'SUCCESS', url: STATUS.url } },
        { sha: expect.stringMatching(/^\w{40}$/) },
      ])
      expect(commits?.[1]).not.toHaveProperty('status')
      expect(await github.listStatuses('no such branch', 'x', NEVER)).toBeUndefined()
    })
  })

  test('comments come newest page first, and only the token’s own', async () => {
    const comments = Array.from({ length: 205 }, (_, i) => ({ body: `${i}`, ...(i % 100 === 3 ? ours : {}) }))
    await connected({ repository: { pullRequests: [{ number: 7, comments }] } }, async ({ github }) => {
      const pages: string[][] = []
      let before: string | undefined
      do {
        const page = await github.listComments(7, before, NEVER)
        pages.push(page.comments.map(({ body }) => body))
        before = page.before
      } while (before !== undefined)
      expect(pages).toEqual([['203'], ['103'], ['3']])
    })
  })
})

describe('a refusal', () => {
  const none = { token: 'ghs_may_nothing', author: 'github-actions[bot]' }
  const closed = { isPrivate: true, pullRequests: [{ number: 7, head: { oid: SHA } }] }

  test('for want of a permission is told apart, over REST and GraphQL', async () => {
    await connected({ tokens: [none], repository: closed }, async (connection) => {
      const { github } = connection
      for (const request of [
        github.createStatus(STATUS, NEVER),
        github.listComments(7, undefined, NEVER),
        github.listStatuses('main', 'x', NEVER),
      ]) {
        const { kind, message } = await failureOf(request)
        expect([kind, message]).toEqual(['forbidden', expect.stringContaining('Resource not accessible')])
      }
      expect(sent(connection)).toEqual([403, 200, 200])
    })
  })

  test('of a locked conversation is no matter of permissions', async () => {
    await connected({}, async ({ github, simulator }) => {
      simulator.repository.lock(7)
      expect(await failureOf(github.createComment(7, 'x', NEVER))).toMatchObject({
        kind: 'rejected',
        message: expect.stringContaining('locked'),
      })
    })
  })

  const refusals: [string, GitHubFault, (github: GitHub) => Promise<unknown>, FailureKind][] = [
    ['401', { kind: 'status', status: 401 }, (github) => github.createStatus(STATUS, NEVER), 'key-refused'],
    ['401 of GraphQL', { kind: 'status', status: 401 }, (github) => github.listComments(7, undefined, NEVER), 'key-refused'],
    ['404', { kind: 'status', status: 404 }, (github) => github.updateComment(1, 'x', NEVER), 'not-found'],
    ['no such pull request', { kind: 'slow', seconds: 0 }, (github) => github.listComments(8, undefined, NEVER), 'not-found'],
    ['422', { kind: 'slow', seconds: 0 }, (github) => github.createStatus({ ...STATUS, description: 'x'.repeat(141) }, NEVER), 'rejected'],
    ['a secondary limit that is too long', { kind: 'secondary-limit', retryAfter: 60 }, (github) => github.createStatus(STATUS, NEVER), 'rate-limited'],
    ['a secondary limit as 429', { kind: 'secondary-limit', status: 429, retryAfter: 60 }, (github) => github.createStatus(STATUS, NEVER), 'rate-limited'],
    ['a secondary limit without Retry-After', { kind: 'secondary-limit', retryAfter: null }, (github) => github.createStatus(STATUS, NEVER), 'rate-limited'],
    ['a primary limit', { kind: 'primary-limit' }, (github) => github.createStatus(STATUS, NEVER), 'rate-limited'],
    ['a primary limit of GraphQL', { kind: 'primary-limit' }, (github) => github.listStatuses('main', 'x', NEVER), 'rate-limited'],
  ] // prettier-ignore
  test('is not tried again', async () => {
    await connected({}, async ({ github, simulator, waits }) => {
      for (const [i, [name, fault, ask, kind]] of refusals.entries()) {
        simulator.addFault(fault)
        const failure = await failureOf(ask(github))
        expect([name, failure.kind, simulator.requests.length]).toEqual([name, kind, i + 1])
      }
      expect(waits).toEqual([])
    })
  })

  test('by a limit that is short is waited for, once, and the log says so', async () => {
    await connected({}, async (connection) => {
      const { github, simulator, waits } = connection
      simulator.addFault({ kind: 'secondary-limit', retryAfter: 7 })
      await github.createComment(7, 'x', NEVER)
      expect(waits).toEqual(['GitHub requires a wait of 7 s.'])
      simulator.addFault({ kind: 'secondary-limit', retryAfter: 7, count: 2 })
      expect(await failureOf(github.createStatus(STATUS, NEVER))).toMatchObject({ kind: 'rate-limited' })
      // The plugin lets a second pass between two writes.
      expect(sentAt(connection)).toEqual([
        [403, 0],
        [201, 7],
        [403, 8],
        [403, 15],
      ])
    })
  })
})

describe('an outage', () => {
  test('that passes is sat out', async () => {
    await connected({}, async (connection) => {
      const { github, simulator } = connection
      simulator.addFault({ kind: 'status', status: 502 })
      simulator.addFault({ kind: 'reset-before' })
      await github.createStatus(STATUS, NEVER)
      simulator.addFault({ kind: 'status', status: 503 })
      await github.listComments(7, undefined, NEVER)
      expect(sentAt(connection)).toEqual([
        [502, 0],
        ['reset', 1],
        [201, 5],
        [503, 5],
        [200, 6],
      ])
    })
  })

  test('that lasts is a failure: what GitHub answered, or that it could not be reached', async () => {
    await connected({}, async (connection) => {
      const { github, simulator } = connection
      simulator.addFault({ kind: 'status', status: 503, count: 3 })
      expect(await failureOf(github.listComments(7, undefined, NEVER))).toMatchObject({
        kind: 'server',
        message: expect.stringContaining('GitHub answered 503'),
      })
      simulator.addFault({ kind: 'reset-before', count: 3 })
      expect(await failureOf(github.createStatus(STATUS, NEVER))).toMatchObject({
        kind: 'interrupted',
        message: expect.stringMatching(/GitHub could not be reached \(.+\)\.$/),
      })
      expect(sentAt(connection)).toEqual([
        [503, 0],
        [503, 1],
        [503, 5],
        ['reset', 5],
        ['reset', 6],
        ['reset', 10],
      ])
    })
  })

  test('never makes a comment twice, and always tells that it may be there', async () => {
    const faults: GitHubFault[] = [
      { kind: 'status', status: 500 },
      { kind: 'reset-after' },
      { kind: 'cut' },
      { kind: 'html' },
      { kind: 'empty' },
    ]
    await connected({}, async ({ github, simulator }) => {
      for (const [i, fault] of faults.entries()) {
        simulator.addFault(fault)
        const { kind } = await failureOf(github.createComment(7, 'x', NEVER))
        const expected = ['server', 'interrupted', 'unreadable', 'unreadable', 'unreadable'][i]
        expect([fault.kind, kind, simulator.requests.length]).toEqual([fault.kind, expected, i + 1])
      }
    })
  })

  test('with answers that are none is told as such', async () => {
    await connected({}, async ({ github, simulator }) => {
      const { id } = simulator.repository.addComment(7, { body: 'x' })
      for (const kind of ['html', 'cut', 'null'] as const) {
        for (const ask of [
          () => github.createStatus(STATUS, NEVER),
          () => github.updateComment(id, 'x', NEVER),
          () => github.listComments(7, undefined, NEVER),
          () => github.listStatuses('main', 'x', NEVER),
        ]) {
          simulator.addFault(kind === 'null' ? { kind: 'status', status: 200, body: 'null' } : { kind })
          const failure = await failureOf(ask())
          expect([kind, failure.kind]).toEqual([kind, 'unreadable'])
          expect(failure.message).toMatch(/: GitHub's answer cannot be understood\.$/)
        }
      }
    })
  })

  test('of an answer that never comes ends with the signal', async () => {
    await connected({}, async ({ github, simulator, time }) => {
      simulator.addFault({ kind: 'hang', count: Infinity })
      const late = new AbortController()
      const failure = failureOf(github.listComments(7, undefined, late.signal))
      await time.sleep(60_000)
      late.abort()
      expect(await failure).toMatchObject({ kind: 'interrupted', message: expect.stringContaining('in time') })
    })
  })
})

test('the way leads through the runner’s proxy, which never sees the token', async () => {
  const heads: string[] = []
  let port = 0
  const proxy = createServer()
  const sockets = new Set<Socket>()
  proxy.on('connection', (socket: Socket) => void sockets.add(socket))
  proxy.on('connect', ({ url, headers }, inside: Socket) => {
    heads.push(`${url} ${JSON.stringify(headers)}`)
    const outside = connectTo(port, '127.0.0.1', () => {
      inside.write('HTTP/1.1 200 Connection established\r\n\r\n')
      inside.pipe(outside).pipe(inside)
    })
    sockets.add(outside)
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  const env = {
    GITHUB_API_URL: 'http://github.test/api/v3',
    http_proxy: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
  }
  try {
    await connected({ style: 'enterprise', env }, async ({ github, simulator, time }) => {
      time.serve(proxy)
      port = Number(new URL(simulator.url).port)
      await github.createStatus(STATUS, NEVER)
      expect((await github.listComments(7, undefined, NEVER)).headSha).toBe(SHA)
      expect(heads.length).toBeGreaterThan(0)
      for (const head of heads) {
        expect(head).toMatch(/^github\.test:80 /)
        expect(head).not.toContain(simulator.token)
      }
    })
  } finally {
    for (const socket of sockets) socket.destroy()
    proxy.close()
  }
})
