import { describe, expect, test } from '@jest/globals'
import { Failure, type FailureKind } from '../../src/base/failure.ts'
import type { ConnectGitHub } from '../../src/apis/github/api.ts'
import type { NoticeInputs } from '../../src/inputs/inputs.ts'
import { openNotices } from '../../src/publish/notices.ts'
import { linkRuns } from '../../src/report/run-link.ts'
import { failure, keptLog } from '../fake-api.ts'
import { runWith, stepWith } from '../report/reports.ts'
import { CONTEXT, type FakeGitHub, type HandClock, fakeGitHub, handClock, settled, sha } from './fake-github.ts'

const RUN = runWith({ runId: 'run-1', test: { asked: 'load', id: 'test-1' } })
const PASSED = stepWith({ runs: [RUN] })
const FAILED = stepWith({ verdict: 'failed', runs: [{ ...RUN, verdict: 'failed' }] })
const TRIGGERED = stepWith({ verdict: 'triggered', runs: [{ ...RUN, verdict: 'triggered' }] })

const ENV = {
  GITHUB_REPOSITORY: 'acme/voice',
  GITHUB_SHA: sha('f'),
  GITHUB_REF: 'refs/pull/7/merge',
  GITHUB_RUN_ID: '42',
  GITHUB_RUN_NUMBER: '42',
  GITHUB_EVENT_PATH: '/event.json',
}
const pullFrom = (repository: string) => ({
  pull_request: {
    number: 7,
    head: { sha: CONTEXT.sha, repo: { full_name: repository } },
    base: { ref: 'main', repo: { full_name: 'acme/voice' } },
  },
})

interface Options {
  inputs?: Partial<NoticeInputs>
  env?: NodeJS.ProcessEnv
  event?: object
  github?: FakeGitHub
  connect?: ConnectGitHub
  clock?: HandClock
}

const ALL = { comment: 'always', 'commit-status': 'callmeter/quality' } as const

function open({ inputs = ALL, env = ENV, event = pullFrom('acme/voice'), ...rest }: Options = {}) {
  const { github = fakeGitHub(), clock = handClock() } = rest
  const cancel = new AbortController()
  const log = keptLog(clock)
  const connections: Parameters<ConnectGitHub>[0][] = []
  const connect: ConnectGitHub = (options) => {
    connections.push(options)
    return rest.connect ? rest.connect(options) : Promise.resolve(github)
  }
  const all: NoticeInputs = {
    comment: 'never',
    'commit-status': '',
    'github-token': 'ghs_token',
    project: 'project',
    test: ['test'],
    'run-id': [],
    ...inputs,
  }
  const files = { read: () => JSON.stringify(event) }
  const notices = openNotices(all, { env, files, clock, connect, log, signal: cancel.signal })
  return { notices, github, clock, log, connections, cancel: () => cancel.abort() }
}

const hang = () => new Promise<never>(() => undefined)
const only = (name: string, then: () => void | Promise<void>) => (asked: string) =>
  asked === name ? then() : undefined
const statesOf = ({ statuses }: FakeGitHub) => statuses.map(({ state }) => state)

describe('what is not asked for', () => {
  test('is not told, and octokit is not even loaded', async () => {
    const { notices, connections, log } = open({ inputs: {} })
    notices.started([RUN])
    await notices.ended(FAILED, true)
    expect([connections, log.lines]).toEqual([[], []])
  })

  test('a comment without a pull request is nothing but a line in the log', async () => {
    const { notices, connections, log } = open({ inputs: { comment: 'always' }, event: {} })
    notices.started([RUN])
    await notices.ended(PASSED, false)
    expect(connections).toEqual([])
    expect(log.lines.map(({ level, message }) => [level, message])).toEqual([
      ['info', 'This workflow does not run for a pull request, so there is nothing to comment on.'],
    ])
  })
})

describe('the commit status', () => {
  test('is pending from the start, then the verdict, on the head commit, with the run behind the page', async () => {
    const { notices, github, connections, log } = open({ inputs: { 'commit-status': 'callmeter/quality' } })
    notices.started([RUN])
    // Only the first tells something new.
    notices.started([RUN, RUN])
    await settled()
    await notices.ended(FAILED, true)
    const url = linkRuns('https://github.com/acme/voice/actions/runs/42', [{ runId: 'run-1', testId: 'test-1' }])
    expect(github.statuses).toMatchObject([
      { sha: CONTEXT.sha, context: 'callmeter/quality', state: 'pending', url, description: 'Running · run run-1' },
      { sha: CONTEXT.sha, context: 'callmeter/quality', state: 'failure', url },
    ])
    expect(connections).toMatchObject([{ token: 'ghs_token', owner: 'acme', repo: 'voice' }])
    expect(log.at('info')).toEqual([
      expect.stringMatching(/^Commit status "callmeter\/quality" on aaaaaaa: pending, /),
      expect.stringMatching(/^Commit status "callmeter\/quality" on aaaaaaa: failure, /),
    ])
    expect(JSON.stringify([log.lines, github.calls])).not.toContain('ghs_token')
  })

  test('of a run that is left to itself stays pending', async () => {
    const { notices, github } = open({ inputs: { 'commit-status': 'x' } })
    notices.started([RUN])
    await notices.ended(TRIGGERED, false)
    expect(statesOf(github)).toEqual(['pending'])
  })

  test('of a step that started nothing is the verdict alone', async () => {
    const { notices, github } = open({ inputs: { 'commit-status': 'x' } })
    await notices.ended(stepWith({ verdict: 'error', problem: 'An input is wrong.' }), true)
    expect(github.statuses).toMatchObject([{ state: 'error', description: 'Could not be judged: An input is wrong' }])
  })

  test('comes in order: the verdict waits for what was told before', async () => {
    const github = fakeGitHub()
    let answer = (): void => undefined
    github.before = () => (github.calls.length === 1 ? new Promise((resolve) => (answer = resolve)) : undefined)
    const { notices } = open({ github, inputs: { 'commit-status': 'x' } })
    notices.started([RUN])
    const ended = notices.ended(PASSED, false)
    await settled()
    expect(github.asked()).toHaveLength(1)
    answer()
    await ended
    expect(statesOf(github)).toEqual(['pending', 'success'])
  })
})

describe('the comment', () => {
  test.each([
    ['always', PASSED, false, 1],
    ['always', FAILED, true, 1],
    ['on-failure', PASSED, false, 0],
    ['on-failure', FAILED, true, 1],
    // With fail-on: none nothing fails.
    ['on-failure', FAILED, false, 0],
  ] as const)('with %s: %#', async (comment, report, fails, expected) => {
    const { notices, github, log } = open({ inputs: { comment } })
    notices.started([RUN])
    await notices.ended(report, fails)
    expect([github.comments.length, github.statuses, log.at('warning')]).toEqual([expected, [], []])
  })

  test('of a step that follows other runs each time stays one', async () => {
    const github = fakeGitHub()
    for (const id of ['run-1', 'run-2'])
      await open({ github, inputs: { comment: 'always', test: [], 'run-id': [id] } }).notices.ended(PASSED, false)
    expect(github.comments).toHaveLength(1)
  })

  test('on an older commit is outdated as soon as runs have started', async () => {
    const github = fakeGitHub()
    github.headSha = sha('1')
    const event = { pull_request: { ...pullFrom('acme/voice').pull_request, head: { sha: sha('1') } } }
    await open({ github, event }).notices.ended(FAILED, true)
    github.headSha = CONTEXT.sha
    open({ github }).notices.started([RUN])
    await settled()
    expect(github.comments[0]?.body).toMatch(/Outdated: this is about commit <code>1111111<\/code>/)
  })
})

describe('what is refused', () => {
  const refusing = (kind: FailureKind, name: string) => {
    const github = fakeGitHub()
    github.before = only(name, () => {
      throw failure(kind, 'Could not: GitHub answered 403.')
    })
    return github
  }

  test.each(['forbidden', 'not-found'] as const)(
    '(%s) is one warning that names the permission, and not tried again',
    async (kind) => {
      const github = refusing(kind, 'createStatus')
      const { notices, log } = open({ github, inputs: { 'commit-status': 'x' } })
      notices.started([RUN])
      await notices.ended(FAILED, true)
      expect(log.at('warning')).toEqual([
        'The commit status "x" was not set: Could not: GitHub answered 403. Give the job the permission `statuses: write`.',
      ])
      expect(github.asked()).toEqual(['createStatus'])
    },
  )

  test('of one kind does not keep the other from being told; of a fork the warning says why', async () => {
    const github = refusing('forbidden', 'createComment')
    const { notices, log } = open({ github, event: pullFrom('someone/voice') })
    notices.started([RUN])
    await notices.ended(FAILED, true)
    expect(log.at('warning')).toEqual([
      expect.stringMatching(
        /^The pull request comment was not written: .*`pull-requests: write`.* from a fork may only read/,
      ),
    ])
    expect(statesOf(github)).toEqual(['pending', 'failure'])
  })

  test('for the token names the input, and no permission', async () => {
    const { notices, log } = open({ github: refusing('key-refused', 'createStatus'), inputs: { 'commit-status': 'x' } })
    await notices.ended(PASSED, false)
    expect(log.at('warning')).toEqual([expect.stringMatching(/Check `github-token`\.$/)])
    expect(log.at('warning')[0]).not.toContain('permission')
  })

  test.each([
    ['without a token', { inputs: { ...ALL, 'github-token': '' } }, '`github-token` is empty.'],
    ['outside of a workflow', { env: {} }, 'This is no workflow of GitHub'],
    ['without the bundle', { connect: () => Promise.reject(new Error('Cannot find module')) }, 'Cannot find module'],
  ] as const)('%s is one warning for each', async (_, options, words) => {
    const { notices, log } = open(options)
    notices.started([RUN])
    await notices.ended(FAILED, true)
    expect(log.at('warning')).toEqual([
      expect.stringMatching(/^The commit status "callmeter\/quality" was not set: /),
      expect.stringMatching(/^The pull request comment was not written: /),
    ])
    for (const warning of log.at('warning')) expect(warning).toContain(words)
  })
})

describe('an outage', () => {
  test.each(['server', 'interrupted', 'rate-limited', 'unreadable', 'rejected'] as const)(
    '(%s) is one warning for each, and what comes later is tried all the same',
    async (kind) => {
      const github = fakeGitHub()
      github.before = () => {
        throw failure(kind)
      }
      const { notices, log } = open({ github })
      notices.started([RUN])
      await notices.ended(FAILED, true)
      expect(github.asked()).toEqual(['createStatus', 'listComments', 'createStatus', 'listComments'])
      expect(log.at('warning')).toHaveLength(2)
      expect(log.at('warning').join()).not.toContain('permission')
    },
  )

  test('that passes leaves nothing but a warning', async () => {
    const github = fakeGitHub()
    github.before = () => {
      if (github.calls.length === 1) throw failure('server')
    }
    const { notices } = open({ github, inputs: { 'commit-status': 'x' } })
    notices.started([RUN])
    await notices.ended(PASSED, false)
    expect(statesOf(github)).toEqual(['success'])
  })

  test('a report that cannot be told is a warning, and no unhandled rejection', async () => {
    const broken = new Proxy(RUN, {
      get: (run, name) => {
        if (name === 'runId') throw new Error('broken')
        return Reflect.get(run, name) as unknown
      },
    })
    const { notices, log } = open()
    notices.started([broken])
    await settled()
    await notices.ended(stepWith({ runs: [broken] }), false)
    expect(log.at('warning').length).toBeGreaterThan(0)
  })

  test('without an answer ends after 90 s', async () => {
    const github = fakeGitHub()
    github.before = hang
    const { notices, clock, log } = open({ github })
    notices.started([RUN])
    await clock.pass(89_999)
    expect(log.lines).toEqual([])
    await clock.pass(1)
    let over = false
    const ended = notices.ended(FAILED, true).then(() => (over = true))
    await clock.pass(89_999)
    expect(over).toBe(false)
    await clock.pass(1)
    await ended
    expect(log.at('warning')).toEqual([
      'The commit status "callmeter/quality" was not set: GitHub did not answer in time.',
      'The pull request comment was not written: GitHub did not answer in time.',
    ])
    expect(log.at('info')).toEqual([])
  })
})

describe('a cancelled workflow', () => {
  const CANCELLED = stepWith({ verdict: 'cancelled', runs: [{ ...RUN, verdict: 'cancelled' }] })

  /** Tells of a cancelled step, so many ms after the cancel, and answers how long that takes where GitHub does not answer. */
  async function told(afterMs: number, github = fakeGitHub()): Promise<number> {
    const { notices, clock, cancel } = open({ github })
    notices.started([RUN])
    await settled()
    github.before = hang
    cancel()
    await clock.pass(afterMs)
    const from = clock.now()
    const ended = notices.ended(CANCELLED, true).then(() => clock.now() - from)
    for (let i = 0; i < 100; i++) await clock.pass(100)
    return ended
  }

  test('sets the status to error where GitHub answers', async () => {
    const { notices, github, cancel } = open()
    notices.started([RUN])
    await settled()
    cancel()
    await notices.ended(CANCELLED, true)
    expect(statesOf(github)).toEqual(['pending', 'error'])
    expect(github.comments).toHaveLength(1)
  })

  test('waits for GitHub only as long as GitHub waits for it', async () => {
    expect(await told(0)).toBe(3_000)
    expect(await told(2_000)).toBe(3_000)
    expect(await told(4_000)).toBe(1_000)
    expect(await told(6_000)).toBe(500)
  })

  test('shortens what is under way', async () => {
    const github = fakeGitHub()
    github.before = hang
    const { notices, clock, cancel, log } = open({ github })
    const ended = notices.ended(PASSED, false)
    const base = notices.baseRun('test-1')
    await clock.pass(20_000)
    cancel()
    await clock.pass(3_000)
    await ended
    expect(await base).toMatchObject({ reason: expect.stringContaining('GitHub did not answer in time') })
    expect(log.at('warning')).toHaveLength(2)
  })

  test('shortens what begins after it, too', async () => {
    const github = fakeGitHub()
    github.before = hang
    const { notices, clock, cancel } = open({ github })
    cancel()
    const base = notices.baseRun('test-1')
    await clock.pass(3_000)
    expect(await base).toHaveProperty('reason')
  })
})

describe('the run of the base branch', () => {
  const url = linkRuns('https://github.com/x', [
    { runId: 'run-a', testId: 'a' },
    { runId: 'run-b', testId: 'b' },
  ])
  const passing = { state: 'SUCCESS', url, at: '2026-03-04T12:00:00Z' }
  const asked = { 'commit-status': 'callmeter/quality' }

  test('is asked for once, however many tests want theirs', async () => {
    const github = fakeGitHub()
    github.branch = [
      { sha: CONTEXT.sha, status: { ...passing, url: '' } },
      { sha: sha('b'), status: passing },
    ]
    const { notices } = open({ github, inputs: asked })
    expect(await Promise.all([notices.baseRun('a'), notices.baseRun('b')])).toEqual([
      { runId: 'run-a', where: 'main at bbbbbbb' },
      { runId: 'run-b', where: 'main at bbbbbbb' },
    ])
    expect(github.calls).toEqual([['listStatuses', 'main', 'callmeter/quality']])
  })

  test.each([
    ['forbidden', /^the base branch could not be looked at: .* `contents: read` and `statuses: read`$/],
    ['key-refused', /Check `github-token`$/],
    ['server', /^the base branch could not be looked at: It failed as server$/],
  ] as const)('(%s) is missing where it cannot be read, and why is said', async (kind, words) => {
    const github = fakeGitHub()
    github.before = () => {
      throw failure(kind)
    }
    const { notices, log } = open({ github, inputs: asked })
    expect(await notices.baseRun('a')).toEqual({ kind: 'missing', reason: expect.stringMatching(words) })
    expect(log.at('warning')).toEqual([])
  })

  test('is missing where the workflow runs for no branch', async () => {
    const { notices, connections } = open({ inputs: asked, event: {}, env: { ...ENV, GITHUB_REF: 'refs/tags/v1' } })
    expect(await notices.baseRun('a')).toEqual({ kind: 'missing', reason: 'this workflow runs for no branch' })
    expect(connections).toEqual([])
  })
})

test('what octokit throws is of the class that is known here', async () => {
  const { notices, connections } = open({ inputs: { 'commit-status': 'x' } })
  await notices.ended(PASSED, false)
  const thrown = connections[0]?.fail('forbidden', 'No.', 'cause')
  expect(thrown).toBeInstanceOf(Failure)
  expect(thrown).toMatchObject({ kind: 'forbidden', message: 'No.', cause: 'cause' })
})
