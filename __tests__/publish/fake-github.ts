// A GitHub made by hand, and a clock whose time passes only when a test says so.
import type { Clock } from '../../src/base/clock.ts'
import type { CommitStatus, CommitWithStatus, ConnectGitHub, GitHub, IssueComment } from '../../src/apis/github/api.ts'
import { openRepository } from '../../src/apis/github/repository.ts'
import { type GitHubContext, readContext } from '../../src/inputs/event.ts'
import type { PendingStatus } from '../../src/publish/pending-status.ts'
import { type StatusAndCommentInputs, openStatusAndComment } from '../../src/publish/status-and-comment.ts'
import { baseBranchOf } from '../../src/stages/base-branch.ts'
import { keptLog } from '../fake-api.ts'

/** A commit's hash out of one digit. */
export const sha = (digit: string): string => digit.repeat(40)

export const CONTEXT: GitHubContext = {
  owner: 'acme',
  repo: 'voice',
  sha: sha('a'),
  pull: { number: 7, fork: false },
  base: 'main',
  page: 'https://github.com/acme/voice/actions/runs/42/attempts/1',
  runNumber: 42,
  name: 'Call quality / quality',
  key: 'abc123',
}

/** A request: its name, and its arguments without the signal. */
type Call = [keyof GitHub, ...unknown[]]

export interface FakeGitHub extends GitHub {
  readonly calls: Call[]
  /** What was asked, without what else was said. */
  readonly asked: () => (keyof GitHub)[]
  readonly statuses: CommitStatus[]
  /** Of the token's user, oldest first. */
  readonly comments: { id: number; body: string }[]
  headSha: string
  branch: CommitWithStatus[] | undefined
  /** Called before a request takes effect: what it throws, or never answers, is what becomes of the request. */
  before: (name: keyof GitHub) => void | Promise<void>
  /** The same, after it has taken effect. */
  after: (name: keyof GitHub) => void | Promise<void>
}

/** A pull request with comments, so many on a page. */
export function fakeGitHub(bodies: readonly string[] = [], perPage = 100): FakeGitHub {
  const calls: Call[] = []
  const asking = async <T>(call: Call, work: () => T): Promise<T> => {
    calls.push(call)
    await fake.before(call[0])
    const done = work()
    await fake.after(call[0])
    return done
  }
  const shown = ({ id, body }: { id: number; body: string }): IssueComment => ({ id, body, url: `https://c/${id}` })
  const fake: FakeGitHub = {
    calls,
    asked: () => calls.map(([name]) => name),
    statuses: [],
    comments: bodies.map((body, i) => ({ id: i + 1, body })),
    headSha: CONTEXT.sha,
    branch: [],
    before: () => undefined,
    after: () => undefined,
    createStatus: (status) => asking(['createStatus', status], () => void fake.statuses.push(status)),
    listComments: (pull, before) =>
      asking(['listComments', pull, before], () => {
        const end = before === undefined ? fake.comments.length : Number(before)
        const start = Math.max(0, end - perPage)
        const comments = fake.comments.slice(start, end).map(shown)
        return { headSha: fake.headSha, comments, ...(start > 0 ? { before: String(start) } : {}) }
      }),
    createComment: (pull, body) =>
      asking(['createComment', pull], () => {
        const comment = { id: fake.comments.length + 1, body }
        fake.comments.push(comment)
        return shown(comment)
      }),
    updateComment: (id, body) =>
      asking(['updateComment', id], () => {
        const comment = fake.comments.find((known) => known.id === id)
        if (!comment) throw new Error(`no comment ${id}`)
        comment.body = body
        return shown(comment)
      }),
    listStatuses: (branch, context) => asking(['listStatuses', branch, context], () => fake.branch),
  }
  return fake
}

export interface HandClock extends Clock {
  /** Lets so many ms pass, and what was waiting for them happen. */
  pass: (ms: number) => Promise<void>
}

/** A clock that stands still until it is moved. */
export function handClock(): HandClock {
  let now = 0
  const waiting = new Set<{ at: number; end: () => void }>()
  return {
    now: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        const entry = { at: now + Math.max(0, ms), end: resolve }
        if (signal?.aborted) resolve()
        else waiting.add(entry)
        signal?.addEventListener('abort', () => {
          waiting.delete(entry)
          resolve()
        })
      }),
    pass: async (ms) => {
      now += ms
      for (const entry of waiting) {
        if (entry.at > now) continue
        waiting.delete(entry)
        entry.end()
      }
      await settled()
    },
  }
}

/** Waits until everything has happened that needs no time. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

export const ENV = {
  GITHUB_REPOSITORY: 'acme/voice',
  GITHUB_SHA: sha('f'),
  GITHUB_REF: 'refs/pull/7/merge',
  GITHUB_RUN_ID: '42',
  GITHUB_RUN_NUMBER: '42',
  GITHUB_EVENT_PATH: '/event.json',
}
export const pullFrom = (repository: string) => ({
  pull_request: {
    number: 7,
    head: { sha: CONTEXT.sha, repo: { full_name: repository } },
    base: { ref: 'main', repo: { full_name: 'acme/voice' } },
  },
})

export interface Options {
  inputs?: Partial<StatusAndCommentInputs & { 'github-token': string }>
  env?: NodeJS.ProcessEnv
  event?: object
  github?: FakeGitHub
  connect?: ConnectGitHub
  clock?: HandClock
}

/** Everything that can be reported. */
export const ALL = { comment: 'always', 'commit-status': 'callmeter/quality' } as const

/** A step in a workflow: what it reports to GitHub, and asks of it. */
export function open({ inputs = ALL, env = ENV, event = pullFrom('acme/voice'), ...rest }: Options = {}) {
  const { github = fakeGitHub(), clock = handClock() } = rest
  const cancel = new AbortController()
  const log = keptLog(clock)
  /** What the post step is left, as it changes. */
  const pending: (PendingStatus | undefined)[] = []
  const connections: Parameters<ConnectGitHub>[0][] = []
  const connect: ConnectGitHub = (options) => {
    connections.push(options)
    return rest.connect ? rest.connect(options) : Promise.resolve(github)
  }
  const all = { comment: 'never' as const, 'commit-status': '', 'github-token': 'ghs_token', ...inputs }
  const files = { read: () => JSON.stringify(event) }
  const context = readContext(env, files, ['project', 'test'], log.warning)
  const options = { token: all['github-token'], repository: context }
  const repository = openRepository(options, { clock, connect, log, signal: cancel.signal })
  const reports = openStatusAndComment(all, context, repository, { log, notePending: (status) => pending.push(status) })
  const baseRun = baseBranchOf(context, all['commit-status'], repository)
  return { reports, baseRun, pending, github, clock, log, connections, cancel: () => cancel.abort() }
}
