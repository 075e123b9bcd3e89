// What a step tells on GitHub: a commit status and a comment, which never change what the step is.
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from '@jest/globals'
import { DEMO_KEY, DEMO_TEST } from '../../simulator/callmeter/account.ts'
import {
  type GitHubFault,
  type GitHubOptions,
  type GitHubSimulator,
  startGitHub,
} from '../../simulator/github/github.ts'
import type { StepOptions } from '../../simulator/runner/runner.ts'
import { type VirtualTime, createVirtualTime } from '../../simulator/time/virtual-time.ts'
import { type GateOptions, type Gated, everythingShown, gate, ofGitHub } from './gate.ts'
import { STOP, TRIGGER, inWorld } from './live-step.ts'

/** The runner's GITHUB_SHA: of a pull request, its merge commit. */
const MERGE = 'ffac537e6cbbf934b08745a378932722df287a53'
const HEAD = '1'.repeat(40)
const NEWER = '2'.repeat(40)
const CONTEXT = 'callmeter/quality'
const PAGE = 'https://github.com/acme/voice/actions/runs/4242424242/attempts/1'
/** Longest time between SIGINT and SIGTERM, in ms. */
const UNTIL_SIGTERM_MS = 7_500
const ASKED = { comment: 'always', 'commit-status': CONTEXT }

const folder = mkdtempSync(join(tmpdir(), 'pull-request-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Uses a repository with a pull request, in a time of its own, and closes it. */
async function withPull<T>(
  options: GitHubOptions,
  use: (github: GitHubSimulator, time: VirtualTime) => Promise<T>,
): Promise<T> {
  const time = createVirtualTime()
  const github = await startGitHub({
    clock: time,
    ...options,
    repository: { pullRequests: [{ number: 7, head: { oid: HEAD }, mergeCommit: MERGE }], ...options.repository },
  })
  try {
    return await use(github, time)
  } finally {
    await github.close()
  }
}

/** The event of the pull request, with its head at that commit. */
function pullEvent(sha = HEAD, from = 'acme/voice'): NonNullable<StepOptions['event']> {
  const pull = {
    number: 7,
    head: { ref: 'pull-7', sha, repo: { full_name: from } },
    base: { ref: 'main', repo: { full_name: 'acme/voice' } },
  }
  return { name: 'pull_request', payload: { pull_request: pull } }
}

/** A step of the pull request's workflow. */
function step(
  github: GitHubSimulator,
  time: VirtualTime,
  { step: more, ...options }: GateOptions = {},
): Promise<Gated> {
  return gate({
    time,
    github,
    changes: { durationSeconds: 3 },
    ...options,
    step: { event: pullEvent(), ...more },
  })
}

const commentsOf = (github: GitHubSimulator) => github.repository.pullRequest(7)?.comments ?? []
const statusesOf = (github: GitHubSimulator, sha: string) => github.repository.commit(sha)?.statuses ?? []
const warningsOf = ({ annotations }: Gated) =>
  annotations.filter(({ level }) => level === 'warning').map(({ message }) => message)
/** What must not differ, whatever GitHub answers. */
const essence = ({ exitCode, summary, outputs }: Gated) => {
  const others = Object.entries(outputs).filter(([name]) => !name.endsWith('-path'))
  return { exitCode, summary, outputs: Object.fromEntries(others) }
}

test.concurrent(
  'a cancelled workflow ends in time, though CallMeter is slow and GitHub does not answer at all',
  async () => {
    const faults = [
      { operation: 'triggerRun', kind: 'slow', seconds: 2 },
      { operation: 'stopRun', kind: 'hang', count: Infinity },
    ] as const
    await withPull({}, async (github, time) => {
      github.addFault({ kind: 'hang', count: Infinity })
      await inWorld({ time, faults }, async (world) => {
        const live = await world.start(ASKED, { event: pullEvent(), ...ofGitHub(github, {}) })
        await world.arrived('POST', TRIGGER)
        const { result, tookMs } = await live.cancel()
        expect(tookMs).toBeLessThan(UNTIL_SIGTERM_MS)
        expect([result.signal, result.exitCode, result.outputs.verdict]).toEqual([null, 1, 'cancelled'])
        expect(world.simulator.requests.some(({ path }) => STOP.test(path))).toBe(true)
      })
    })
  },
)

test.concurrent.each([
  ['is ended by the post step', undefined],
  ['stays pending where GitHub refuses that, and a warning says so', 403],
])('the status of a step that is killed %s', async (_, status) => {
  await withPull({}, async (github, time) => {
    await inWorld({ time, changes: { durationSeconds: 600 } }, async (world) => {
      const live = await world.start({ 'commit-status': CONTEXT }, { event: pullEvent(), ...ofGitHub(github, {}) })
      await world.until('the status', () => statusesOf(github, HEAD).length === 1)
      await live.kill('SIGKILL')
      if (status) github.addFault({ operation: 'createStatus', kind: 'status', status, count: Infinity })
      const post = await live.post()
      expect([post.exitCode, world.simulator.runs[0]?.stoppedBy]).toEqual([0, 'api'])
      const states = statusesOf(github, HEAD).map(({ state, description }) => [state, description])
      if (status) {
        expect(states).toHaveLength(1)
        expect(post.annotations.map(({ message }) => message)).toEqual([
          expect.stringMatching(/stays pending: .*statuses: write/),
        ])
      } else expect(states.slice(1)).toEqual([['error', 'The step was killed before it had a verdict']])
    })
  })
})

test.concurrent('the post step leaves the status of a step alone that told its verdict', async () => {
  await withPull({}, async (github, time) => {
    await inWorld({ time }, async (world) => {
      const live = await world.start({ 'commit-status': CONTEXT }, { event: pullEvent(), ...ofGitHub(github, {}) })
      await live.ended
      const post = await live.post()
      expect(post.log).toBe('Nothing to do: no run of this step is left to be stopped.\n')
      expect(statusesOf(github, HEAD).map(({ state }) => state)).toEqual(['pending', 'success'])
    })
  })
})

test.concurrent('a comment and a status tell of a step, and the next commit’s step takes both up', async () => {
  const copied = `<!-- callmeter/run-test 0000000000 ${HEAD} 1 -->`
  await withPull({}, async (github, time) => {
    // Someone else's comments never count, whatever stands in them.
    for (let i = 0; i < 150; i++) github.repository.addComment(7, { body: `${copied} #${i}` })
    // The comment is made all the same.
    github.addFault({ operation: 'createComment', kind: 'reset-after' })
    const inputs = { 'commit-status': CONTEXT, thresholds: 'avg(mos) >= 4.0' }
    const first = await step(github, time, { scenario: 'degraded', inputs: { ...inputs, comment: 'on-failure' } })
    const runId = first.outputs['run-id'] ?? ''

    expect([first.outputs.verdict, warningsOf(first), first.stderr]).toEqual(['failed', [], ''])
    expect(statusesOf(github, MERGE)).toEqual([])
    const link = `${PAGE}#callmeter-runs=${DEMO_TEST.id}:${runId}`
    expect(statusesOf(github, HEAD)).toMatchObject([
      { context: CONTEXT, state: 'pending', description: `Running · run ${runId}`, targetUrl: link },
      { context: CONTEXT, state: 'failure', targetUrl: link },
    ])
    expect(statusesOf(github, HEAD)[1]?.description).toMatch(
      new RegExp(String.raw`^Failed: avg\(mos\) >= 4\.0 measured 3\.\d+ · run ${runId}$`),
    )
    const [comment, ...more] = commentsOf(github).filter(({ author }) => author !== 'octocat')
    expect(more).toEqual([])
    expect(comment?.body).toMatch(/### CallMeter: ❌/)
    expect(comment?.body).toContain(`<a href="${PAGE}">Full report</a> · Call quality / quality`)
    expect(comment?.body).not.toContain('Outdated')
    expect(first.log).toContain(`#issuecomment-${comment?.id}`)

    github.repository.pushToPullRequest(7, { oid: NEWER })
    const second = await step(github, time, {
      inputs: { ...inputs, comment: 'on-failure' },
      step: { event: pullEvent(NEWER), env: { GITHUB_RUN_NUMBER: '43' } },
    })
    expect([second.outputs.verdict, warningsOf(second)]).toEqual(['passed', []])
    expect(statusesOf(github, NEWER).map(({ state }) => state)).toEqual(['pending', 'success'])
    const edits = github.requests.filter(({ operation }) => operation === 'updateComment')
    expect(edits.map(({ body }) => (body as { body: string }).body)).toEqual([
      expect.stringMatching(/Outdated: this is about commit <code>1111111<\/code>[^]*### CallMeter: ❌/),
      expect.stringMatching(/^(?![^]*Outdated)[^]*### CallMeter: ✅/),
    ])
    expect(commentsOf(github).map(({ id }) => id)).toHaveLength(151)

    // Neither the key nor the token is shown, or told to GitHub.
    const sent = JSON.stringify(github.requests.map(({ body, path, query }) => [body, path, query]))
    for (const secret of [DEMO_KEY, github.token]) {
      for (const text of [everythingShown(first), everythingShown(second), sent]) expect(text).not.toContain(secret)
      expect(first.masks).toContain(secret)
    }
  })
})

test.concurrent('GitHub Enterprise Server: the baseline is the newest run that passed on the base branch', async () => {
  const status = (state: 'success' | 'failure', run: string) => ({
    state,
    context: CONTEXT,
    targetUrl: `https://github.example/acme/voice/actions/runs/1#callmeter-runs=${DEMO_TEST.id}:${run}`,
  })
  await withPull({ style: 'enterprise' }, async (github, time) => {
    const result = await step(github, time, {
      inputs: { ...ASKED, baseline: 'base-branch', thresholds: 'avg(mos) >= baseline - 0.5' },
      before: (simulator) => {
        const { id } = simulator.startElsewhere()
        const passed = github.repository.push('main', { statuses: [status('failure', 'x'), status('success', id)] })
        github.repository.push('main', { statuses: [status('success', 'x'), status('failure', 'x')] })
        github.repository.push('main', { oid: HEAD })
        expect(passed.oid).toMatch(/^\w{40}$/)
      },
    })
    const [, , passed] = github.repository.branch('main') ?? []
    const [other, own] = result.simulator.runs.map(({ id }) => id)

    expect([result.outputs.verdict, warningsOf(result)]).toEqual(['passed', []])
    expect(result.log).toContain(`The baseline is run ${other}, which passed on main at ${passed?.oid.slice(0, 7)}`)
    expect(github.requests.filter(({ operationName }) => operationName === 'statuses')).toHaveLength(1)
    expect(statusesOf(github, HEAD).map(({ state }) => state)).toEqual(['pending', 'success'])
    expect(statusesOf(github, HEAD)[1]?.description).toContain(own)
    expect(commentsOf(github)).toHaveLength(1)
    expect(new Set(github.requests.map(({ status: sent }) => sent))).toEqual(new Set([200, 201]))
  })
})

test.concurrent('a token that may not write is one warning for each, and nothing else changes', async () => {
  // Without the file, loading octokit would fail.
  const action = join(folder, 'action')
  for (const name of ['action.yml', 'dist'])
    cpSync(fileURLToPath(new URL(`../../${name}`, import.meta.url)), join(action, name), {
      recursive: true,
      filter: (path) => !path.endsWith('octokit.js'),
    })
  const tokens = [{ token: 'ghs_ofAFork', author: 'github-actions[bot]', permissions: {}, fork: true }]
  await withPull({ tokens }, async (github, time) => {
    const [plain, fork] = await Promise.all([
      withPull({}, async (unasked, own) => {
        const result = await step(unasked, own, { step: { action } })
        expect(unasked.requests).toEqual([])
        return result
      }),
      step(github, time, { inputs: ASKED, step: { event: pullEvent(HEAD, 'someone/voice') } }),
    ])
    expect(plain.annotations).toEqual([])
    expect(essence(fork)).toEqual(essence(plain))
    expect(fork.outputs.verdict).toBe('passed')
    expect(warningsOf(fork)).toEqual([
      expect.stringMatching(/^The commit status "callmeter\/quality" was not set: .*`statuses: write`.* fork /),
      expect.stringMatching(/^The pull request comment was not written: .*`pull-requests: write`.* fork /),
    ])
    expect(fork.annotations).toHaveLength(2)
    expect([commentsOf(github), statusesOf(github, HEAD)]).toEqual([[], []])
  })
})

const OUTAGES: [string, GitHubFault][] = [
  ['fails at everything', { kind: 'status', status: 502, count: Infinity }],
  ['never answers', { kind: 'hang', count: Infinity }],
]
test.concurrent.each(OUTAGES)('no verdict depends on GitHub where it %s', async (_, fault) => {
  await withPull({}, async (github, time) => {
    github.addFault(fault)
    const result = await step(github, time, {
      scenario: 'degraded',
      inputs: { ...ASKED, thresholds: 'avg(mos) >= 4.0', 'fail-on': 'error' },
    })
    expect([result.outputs.verdict, result.exitCode]).toEqual(['failed', 0])
    const told = warningsOf(result).map((message) => /^The [a-z ]+/.exec(message)?.[0].trim())
    expect(told).toEqual(expect.arrayContaining(['The commit status', 'The pull request comment was not written']))
    expect(result.log).not.toMatch(/Internal error/)
  })
})

test.concurrent('a cancelled workflow sets the status to error', async () => {
  await withPull({}, async (github, time) => {
    await inWorld({ time, changes: { durationSeconds: 600 } }, async (world) => {
      const live = await world.start(ASKED, { event: pullEvent(), ...ofGitHub(github, {}) })
      await world.until('the status', () => statusesOf(github, HEAD).length === 1)
      const { result, tookMs } = await live.cancel()
      expect(tookMs).toBeLessThan(UNTIL_SIGTERM_MS)
      expect([result.exitCode, result.outputs.verdict]).toEqual([1, 'cancelled'])
      expect(statusesOf(github, HEAD).map(({ state }) => state)).toEqual(['pending', 'error'])
      expect(statusesOf(github, HEAD)[1]?.description).toContain(result.outputs['run-id'])
    })
  })
})
