import { describe, expect, test } from '@jest/globals'
import { Failure, type FailureKind } from '../../src/base/failure.ts'
import { linkRuns, runsOfLink } from '../../src/report/run-link.ts'
import { failure } from '../fake-api.ts'
import { resultWith, runWith, stepWith } from '../report/reports.ts'
import { CONTEXT, type FakeGitHub, ALL, fakeGitHub, open, pullFrom, settled, sha } from './fake-github.ts'

const RUN = runWith({ runId: 'run-1', test: { asked: 'load', id: 'test-1' } })
const PASSED = stepWith({ runs: [RUN] })
const FAILED = stepWith({ verdict: 'failed', runs: [{ ...RUN, verdict: 'failed' }] })
const TRIGGERED = stepWith({ verdict: 'triggered', runs: [{ ...RUN, verdict: 'triggered' }] })

const hang = () => new Promise<never>(() => undefined)
const only = (name: string, then: () => void | Promise<void>) => (asked: string) =>
  asked === name ? then() : undefined
const statesOf = ({ statuses }: FakeGitHub) => statuses.map(({ state }) => state)

describe('what is not asked for', () => {
  test('is not told, and octokit is not even loaded', async () => {
    const { reports, connections, log } = open({ inputs: {} })
    reports.started([RUN])
    await reports.ended(FAILED, true)
    expect([connections, log.lines]).toEqual([[], []])
  })

  test('a comment without a pull request is nothing but a line in the log', async () => {
    const { reports, connections, log } = open({ inputs: { comment: 'always' }, event: {} })
    reports.started([RUN])
    await reports.ended(PASSED, false)
    expect(connections).toEqual([])
    expect(log.lines.map(({ level, message }) => [level, message])).toEqual([
      ['info', 'This workflow does not run for a pull request, so there is nothing to comment on.'],
    ])
  })
})

describe('the commit status', () => {
  test('is kept for the post step from before it is pending until the verdict is about to be told', async () => {
    const asked: (readonly unknown[])[] = []
    const github = fakeGitHub()
    const { reports, pending } = open({ inputs: { 'commit-status': 'callmeter/quality' }, github })
    github.before = (name) => void asked.push([name, pending.length])
    reports.started([RUN])
    await settled()
    const url = linkRuns('https://github.com/acme/voice/actions/runs/42', [{ runId: 'run-1', testId: 'test-1' }])
    expect(pending).toEqual([{ owner: 'acme', repo: 'voice', sha: CONTEXT.sha, context: 'callmeter/quality', url }])
    await reports.ended(PASSED, false)
    expect(pending.slice(1)).toEqual([undefined])
    expect(asked).toEqual([['createStatus', 1], ['createStatus', 2]])
  }) // prettier-ignore

  test('links no run that broke what only another run of the test held: it is no baseline', async () => {
    const state = 'unconfirmed' as const
    const runs = (own: 'held' | 'breached') => [{ runId: 'run-0', state: 'held' as const }, { runId: 'run-1', state: own }]
    for (const own of ['held', 'breached'] as const) {
      const github = fakeGitHub()
      const { reports } = open({ inputs: { 'commit-status': 'callmeter/quality' }, github })
      const thresholds = [resultWith({ state, runs: runs(own) })]
      await reports.ended(stepWith({ verdict: 'warned', runs: [{ ...RUN, verdict: 'warned', thresholds }] }), false)
      expect(runsOfLink(github.statuses[0]?.url ?? '')).toHaveLength(own === 'held' ? 1 : 0)
    }
  }) // prettier-ignore

  test('that is pending on purpose is nothing to end, and neither is one that is not asked for', async () => {
    const { reports, pending } = open({ inputs: { 'commit-status': 'callmeter/quality' } })
    reports.started([RUN])
    await reports.ended(TRIGGERED, false)
    expect(pending.at(-1)).toBeUndefined()
    const other = open({ inputs: { comment: 'always' } })
    other.reports.started([RUN])
    await other.reports.ended(PASSED, false)
    expect(other.pending).toEqual([])
  })

  test('is pending from the start, then the verdict, on the head commit, with the run behind the page', async () => {
    const { reports, github, connections, log } = open({ inputs: { 'commit-status': 'callmeter/quality' } })
    reports.started([RUN])
    // Only the first tells something new.
    reports.started([RUN, RUN])
    await settled()
    await reports.ended(FAILED, true)
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
    const { reports, github } = open({ inputs: { 'commit-status': 'x' } })
    reports.started([RUN])
    await reports.ended(TRIGGERED, false)
    expect(statesOf(github)).toEqual(['pending'])
  })

  test('of a step that started nothing is the verdict alone', async () => {
    const { reports, github } = open({ inputs: { 'commit-status': 'x' } })
    await reports.ended(stepWith({ verdict: 'error', problem: 'An input is wrong.' }), true)
    expect(github.statuses).toMatchObject([{ state: 'error', description: 'Could not be judged: An input is wrong' }])
  })

  test('comes in order: the verdict waits for what was told before', async () => {
    const github = fakeGitHub()
    let answer = (): void => undefined
    github.before = () => (github.calls.length === 1 ? new Promise((resolve) => (answer = resolve)) : undefined)
    const { reports } = open({ github, inputs: { 'commit-status': 'x' } })
    reports.started([RUN])
    const ended = reports.ended(PASSED, false)
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
    const { reports, github, log } = open({ inputs: { comment } })
    reports.started([RUN])
    await reports.ended(report, fails)
    expect([github.comments.length, github.statuses, log.at('warning')]).toEqual([expected, [], []])
  })

  test('on an older commit is outdated as soon as runs have started', async () => {
    const github = fakeGitHub()
    github.headSha = sha('1')
    const event = { pull_request: { ...pullFrom('acme/voice').pull_request, head: { sha: sha('1') } } }
    await open({ github, event }).reports.ended(FAILED, true)
    github.headSha = CONTEXT.sha
    open({ github }).reports.started([RUN])
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
      const { reports, log } = open({ github, inputs: { 'commit-status': 'x' } })
      reports.started([RUN])
      await reports.ended(FAILED, true)
      expect(log.at('warning')).toEqual([
        'The commit status "x" was not set: Could not: GitHub answered 403. Give the job the permission `statuses: write`.',
      ])
      expect(github.asked()).toEqual(['createStatus'])
    },
  )

  test('of one kind does not keep the other from being told; of a fork the warning says why', async () => {
    const github = refusing('forbidden', 'createComment')
    const { reports, log } = open({ github, event: pullFrom('someone/voice') })
    reports.started([RUN])
    await reports.ended(FAILED, true)
    expect(log.at('warning')).toEqual([
      expect.stringMatching(
        /^The pull request comment was not written: .*`pull-requests: write`.* from a fork is read-only/,
      ),
    ])
    expect(statesOf(github)).toEqual(['pending', 'failure'])
  })

  test('for the token names the input, and no permission', async () => {
    const { reports, log } = open({ github: refusing('key-refused', 'createStatus'), inputs: { 'commit-status': 'x' } })
    await reports.ended(PASSED, false)
    expect(log.at('warning')).toEqual([expect.stringMatching(/Check `github-token`\.$/)])
    expect(log.at('warning')[0]).not.toContain('permission')
  })

  test.each([
    ['without a token', { inputs: { ...ALL, 'github-token': '' } }, '`github-token` is empty.'],
    ['outside of a workflow', { env: {} }, 'This is not a GitHub workflow'],
    ['without the bundle', { connect: () => Promise.reject(new Error('Cannot find module')) }, 'Cannot find module'],
  ] as const)('%s is one warning for each', async (_, options, words) => {
    const { reports, log } = open(options)
    reports.started([RUN])
    await reports.ended(FAILED, true)
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
      const { reports, log } = open({ github })
      reports.started([RUN])
      await reports.ended(FAILED, true)
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
    const { reports } = open({ github, inputs: { 'commit-status': 'x' } })
    reports.started([RUN])
    await reports.ended(PASSED, false)
    expect(statesOf(github)).toEqual(['success'])
  })

  test('a report that cannot be told is a warning, and no unhandled rejection', async () => {
    const broken = new Proxy(RUN, {
      get: (run, name) => {
        if (name === 'runId') throw new Error('broken')
        return Reflect.get(run, name) as unknown
      },
    })
    const { reports, log } = open()
    reports.started([broken])
    await settled()
    await reports.ended(stepWith({ runs: [broken] }), false)
    expect(log.at('warning').length).toBeGreaterThan(0)
  })

  test('without an answer ends after 90 s', async () => {
    const github = fakeGitHub()
    github.before = hang
    const { reports, clock, log } = open({ github })
    reports.started([RUN])
    await clock.pass(89_999)
    expect(log.lines).toEqual([])
    await clock.pass(1)
    let over = false
    const ended = reports.ended(FAILED, true).then(() => (over = true))
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
    const { reports, clock, cancel } = open({ github })
    reports.started([RUN])
    await settled()
    github.before = hang
    cancel()
    await clock.pass(afterMs)
    const from = clock.now()
    const ended = reports.ended(CANCELLED, true).then(() => clock.now() - from)
    for (let i = 0; i < 100; i++) await clock.pass(100)
    return ended
  }

  test('sets the status to error where GitHub answers', async () => {
    const { reports, github, cancel } = open()
    reports.started([RUN])
    await settled()
    cancel()
    await reports.ended(CANCELLED, true)
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
    const { reports, baseRun, clock, cancel, log } = open({ github })
    const ended = reports.ended(PASSED, false)
    const base = baseRun('test-1')
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
    const { baseRun, clock, cancel } = open({ github })
    cancel()
    const base = baseRun('test-1')
    await clock.pass(3_000)
    expect(await base).toHaveProperty('reason')
  })
})

test('what octokit throws is of the class that is known here', async () => {
  const { reports, connections } = open({ inputs: { 'commit-status': 'x' } })
  await reports.ended(PASSED, false)
  const thrown = connections[0]?.fail('forbidden', 'No.', 'cause')
  expect(thrown).toBeInstanceOf(Failure)
  expect(thrown).toMatchObject({ kind: 'forbidden', message: 'No.', cause: 'cause' })
})
