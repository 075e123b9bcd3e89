// What GitHub is told of a step beside its log: the commit's status and the pull request's comment. None of it can change a verdict.
import type { Clock } from '../base/clock.ts'
import { openDeadline, unlessAborted } from '../base/deadline.ts'
import { Failure, explain, failedAs } from '../base/failure.ts'
import type { Files } from '../base/files.ts'
import type { NoticeInputs } from '../inputs/inputs.ts'
import type { Log } from '../base/log.ts'
import { STATES, describeStarted, describeVerdict } from '../report/commit-status.ts'
import type { KnownRun } from '../report/known.ts'
import type { StepReport } from '../report/report.ts'
import { plain } from '../base/text.ts'
import type { Absence } from '../model/subject.ts'
import type { CommitStatus, ConnectGitHub, GitHub } from '../apis/github/api.ts'
import { type BaseRun, baseRunOf } from '../stages/base-branch.ts'
import { outdateComment, writeComment } from './comment.ts'
import { type GitHubContext, readContext } from '../inputs/event.ts'
import { linkRuns } from '../report/run-link.ts'

/** How long GitHub may take for all that it is told at once, in ms. */
const ALLOWANCE_MS = 90_000
/** The same once the workflow is cancelled: GitHub itself leaves 7.5 s for everything, of which the stop of the run may take up to 6 s. */
const CANCELLED_ALLOWANCE_MS = { most: 3_000, least: 500, until: 5_000 }

export interface Notices {
  /** Tells that runs have started, once, in the background. */
  started(runs: readonly KnownRun[]): void
  /** Tells the verdict. `fails` is whether it fails the step. Never throws. */
  ended(report: StepReport, fails: boolean): Promise<void>
  /** The run of a test that the base branch passed with. Never throws. */
  baseRun(testId: string): Promise<BaseRun | Absence>
}

export interface NoticeTools {
  env: NodeJS.ProcessEnv
  files: Pick<Files, 'read'>
  clock: Clock
  connect: ConnectGitHub
  log: Log
  /** Aborts when the workflow is cancelled. */
  signal: AbortSignal
}

/** Opens GitHub's API only when something is to be told or asked. */
export function openNotices(inputs: NoticeInputs, tools: NoticeTools): Notices {
  const { env, files, clock, log, signal } = tools
  const { comment, 'commit-status': statusContext, 'github-token': token } = inputs
  const context = readContext(env, files, [inputs.project, ...inputs.test])
  let cancelledAt: number | undefined
  signal.addEventListener('abort', () => (cancelledAt = clock.now()), { once: true })
  let connected: Promise<GitHub> | undefined
  const connect = (): Promise<GitHub> => {
    if (!context)
      throw new Failure('input', 'This is no workflow of GitHub: GITHUB_REPOSITORY and GITHUB_SHA are not set.')
    if (!token) throw new Failure('key-refused', '`github-token` is empty.')
    const { owner, repo } = context
    connected ??= tools.connect({
      token,
      owner,
      repo,
      onWait: (line) => log.info(line),
      fail: (kind, message, cause) => new Failure(kind, message, { cause }),
    })
    return connected
  }
  const refused = new Set<Permission>()
  const warned = new Set<string>()
  /** Does one thing, and warns where it cannot be done; what was refused once is not tried again. */
  const tell = async (
    what: string,
    permission: Permission,
    until: AbortSignal,
    work: (context: GitHubContext) => Promise<void>,
  ): Promise<void> => {
    if (refused.has(permission)) return
    try {
      // What is missing is said by connect.
      if (!context) await connect()
      else await inTime(work(context), until)
    } catch (error) {
      if (failedAs(error, 'forbidden', 'not-found', 'key-refused', 'input')) refused.add(permission)
      const warning = `${what}: ${adviceFor(error, permission, context)}`
      if (!warned.has(warning)) log.warning(warning)
      warned.add(warning)
    }
  }
  const report = (
    state: CommitStatus['state'],
    describe: () => string,
    runs: readonly KnownRun[],
    until: AbortSignal,
  ): Promise<void> =>
    tell(`The commit status "${plain(statusContext, 80)}" was not set`, 'statuses', until, async ({ sha, page }) => {
      const linked = runs.flatMap(({ runId, test }) =>
        runId === undefined ? [] : [{ runId, ...(test.id === undefined ? {} : { testId: test.id }) }],
      )
      const description = describe()
      const github = await connect()
      await github.createStatus({ sha, context: statusContext, state, description, url: linkRuns(page, linked) }, until)
      log.info(`Commit status "${plain(statusContext, 80)}" on ${sha.slice(0, 7)}: ${state}, ${description}`)
    })
  const onComment = (
    until: AbortSignal,
    work: (github: GitHub, pull: number, own: GitHubContext) => Promise<void>,
  ): Promise<void> =>
    tell('The pull request comment was not written', 'pull-requests', until, async (own) => {
      if (own.pull) await work(await connect(), own.pull.number, own)
    })
  if (comment !== 'never' && context && !context.pull)
    log.info('This workflow does not run for a pull request, so there is nothing to comment on.')

  let background: Promise<void> | undefined
  /** Asked for once, however many tests want it. */
  let commits: ReturnType<GitHub['listStatuses']> | undefined
  return {
    started: (runs) => {
      background ??= within(ALLOWANCE_MS, async (until) => {
        if (statusContext) await report('pending', () => describeStarted(runs), runs, until)
        if (comment !== 'never') await onComment(until, (github, pull, own) => outdateComment(github, own, pull, until))
      })
    },
    ended: (step, fails) =>
      within(ALLOWANCE_MS, async (until) => {
        await background
        const state = STATES[step.verdict]
        // Pending is what it is already where runs were left to themselves.
        if (statusContext && !(state === 'pending' && background))
          await report(state, () => describeVerdict(step), step.runs, until)
        if (comment !== 'never') {
          const wanted = comment === 'always' || fails
          await onComment(until, (github, pull, own) =>
            writeComment(step, wanted, { github, context: own, pull, log }, until),
          )
        }
      }),
    baseRun: async (testId) => {
      const missing = (reason: string): Absence => ({ kind: 'missing', reason })
      if (!context?.base) return missing('this workflow runs for no branch')
      const { base, sha } = context
      try {
        return await within(ALLOWANCE_MS, async (until) => {
          const github = await connect()
          commits ??= github.listStatuses(base, statusContext, until)
          const found = await inTime(commits, until)
          return baseRunOf(found, { branch: base, context: statusContext, own: sha }, testId)
        })
      } catch (error) {
        return missing(
          `the base branch could not be looked at: ${adviceFor(error, 'contents', context).replace(/\.$/, '')}`,
        )
      }
    },
  }

  /** Does work that ends when its signal aborts: after so many ms, or sooner where the workflow is cancelled. */
  async function within<T>(ms: number, work: (until: AbortSignal) => Promise<T>): Promise<T> {
    const deadline = openDeadline(clock)
    deadline.expireIn(ms)
    deadline.expireAfter(signal, () => {
      const now = clock.now()
      const { most, least, until } = CANCELLED_ALLOWANCE_MS
      return Math.max(least, Math.min(most, (cancelledAt ?? now) + until - now))
    })
    try {
      return await work(deadline.signal)
    } finally {
      deadline.clear()
    }
  }
}

/** What work comes to, unless the signal aborts first: a request that waits for its turn would not notice. */
function inTime<T>(work: Promise<T>, until: AbortSignal): Promise<T> {
  return unlessAborted(work, until, () => new Failure('interrupted', 'GitHub did not answer in time.'))
}

/** A permission of a workflow's token, by the name it has under `permissions:`. */
type Permission = 'statuses' | 'pull-requests' | 'contents'

const LEVELS: Readonly<Record<Permission, string>> = {
  statuses: 'permission `statuses: write`',
  'pull-requests': 'permission `pull-requests: write`',
  contents: 'permissions `contents: read` and `statuses: read`',
}

function adviceFor(error: unknown, permission: Permission, context: GitHubContext | undefined): string {
  const said = explain(error)
  if (failedAs(error, 'key-refused')) return `${said} Check \`github-token\`.`
  if (!failedAs(error, 'forbidden', 'not-found')) return said
  const fork = context?.pull?.fork
    ? ' The token of a pull request from a fork may only read, whatever the workflow asks for.'
    : ''
  return `${said} Give the job the ${LEVELS[permission]}.${fork}`
}
