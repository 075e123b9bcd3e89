// What GitHub is told of a step beside its log: the commit's status and the pull request's comment. None of it can change a verdict.
import type { CommitStatus, GitHub } from '../apis/github/api.ts'
import { type Permission, type Repository, explainRefusal, inTime } from '../apis/github/repository.ts'
import { failedAs } from '../base/failure.ts'
import { optional } from '../base/fields.ts'
import type { Log } from '../base/log.ts'
import { plain } from '../base/text.ts'
import type { GitHubContext } from '../inputs/event.ts'
import type { Inputs } from '../inputs/inputs.ts'
import { STATES, describeStarted, describeVerdict } from '../report/commit-status.ts'
import type { KnownRun } from '../report/known.ts'
import { type RunReport, type StepReport, brokeWhatOthersHeld } from '../report/report.ts'
import { linkRuns } from '../report/run-link.ts'
import type { PendingStatus } from './pending-status.ts'

export type StatusAndCommentInputs = Pick<Inputs, 'comment' | 'commit-status'>

export interface StatusAndComment {
  /** Reports that runs have started, once, in the background. */
  started(runs: readonly KnownRun[]): void
  /** Reports the verdict. `fails` is whether it fails the step. Never throws. */
  ended(report: StepReport, fails: boolean): Promise<void>
}

export interface StatusAndCommentTools {
  log: Log
  /** Keeps the status that is about to be pending for the post step, and forgets it once it is not left to that. */
  notePending: (status: PendingStatus | undefined) => void
}

/** What may be reported to GitHub. `context` is undefined where this is no workflow of GitHub. */
export function openStatusAndComment(
  { comment, 'commit-status': statusContext }: StatusAndCommentInputs,
  context: GitHubContext | undefined,
  { connect, within }: Repository,
  { log, notePending }: StatusAndCommentTools,
): StatusAndComment {
  const refused = new Set<Permission>()
  const warned = new Set<string>()
  /** Does one thing, and warns where it cannot be done; what was refused once is not tried again. */
  const attempt = async (
    failure: string,
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
      const warning = `${failure}: ${explainRefusal(error, permission, context?.pull?.fork)}`
      if (!warned.has(warning)) log.warning(warning)
      warned.add(warning)
    }
  }
  const setStatus = (
    state: CommitStatus['state'],
    description: () => string,
    runs: () => readonly KnownRun[],
    until: AbortSignal,
  ): Promise<void> =>
    attempt(
      `The commit status "${plain(statusContext, 80)}" was not set`,
      'statuses',
      until,
      async ({ owner, repo, sha, page }) => {
        const linked = runs().flatMap(({ runId, test }) =>
          runId === undefined ? [] : [{ runId, ...optional({ testId: test.id }) }],
        )
        const described = description()
        const url = linkRuns(page, linked)
        const status = { sha, context: statusContext, state, description: described, url }
        if (state === 'pending') notePending({ owner, repo, sha, context: statusContext, url })
        await (await connect()).createStatus(status, until)
        log.info(`Commit status "${plain(statusContext, 80)}" on ${sha.slice(0, 7)}: ${state}, ${described}`)
      },
    )
  const onComment = (
    until: AbortSignal,
    work: (github: GitHub, pull: number, own: GitHubContext) => Promise<void>,
  ): Promise<void> =>
    attempt('The pull request comment was not written', 'pull-requests', until, async (own) => {
      if (own.pull) await work(await connect(), own.pull.number, own)
    })
  if (comment !== 'never' && context && !context.pull)
    log.info('This workflow does not run for a pull request, so there is nothing to comment on.')

  let background: Promise<void> | undefined
  return {
    started: (runs) => {
      background ??= within(async (until) => {
        if (statusContext)
          await setStatus(
            'pending',
            () => describeStarted(runs),
            () => runs,
            until,
          )
        if (comment !== 'never')
          await onComment(until, async (github, pull, own) => {
            const { outdateComment } = await import('./comment.ts')
            await outdateComment(github, own, pull, until)
          })
      })
    },
    ended: (step, fails) =>
      within(async (until) => {
        await background
        const state = STATES[step.verdict]
        // From here on it is this step's: a status whose answer gets lost may be set, and is not set again to something else.
        if (statusContext) notePending(undefined)
        // Pending is what it is already where runs were left to themselves.
        // What the status links is a baseline for others.
        const good = (): RunReport[] => step.runs.filter((run) => !brokeWhatOthersHeld(run))
        if (statusContext && !(state === 'pending' && background))
          await setStatus(state, () => describeVerdict(step), good, until)
        if (comment !== 'never') {
          const wanted = comment === 'always' || fails
          await onComment(until, async (github, pull, own) => {
            const { writeComment } = await import('./comment.ts')
            await writeComment(step, wanted, { github, context: own, pull, log }, until)
          })
        }
      }),
  }
}
