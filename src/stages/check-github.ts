// What a step would tell GitHub, and ask of it: looked at by reading alone. None of it can end a run in `error`.
import type { CommitWithStatus } from '../apis/github/api.ts'
import { type GitHubReader, MAX_COMMITS } from '../apis/github/reader.ts'
import { type Permission, explainRefusal } from '../apis/github/repository.ts'
import { Failure } from '../base/failure.ts'
import type { GitHubContext } from '../inputs/event.ts'
import type { Inputs } from '../inputs/inputs.ts'
import type { Finding } from '../model/check.ts'
import { type Absence, isAbsence, missing } from '../model/subject.ts'
import { type BaseRun, baseRunOf } from './base-branch.ts'

export type GitHubCheckInputs = Pick<Inputs, 'comment' | 'commit-status'>

/** Where in GitHub the step runs, and what can be read of it; undefined where this is no workflow, or there is no token. */
export interface GitHubPlace {
  context: GitHubContext | undefined
  reader: GitHubReader | undefined
  /** Whether the workflow was started by the pull request itself, whose token reads alone where it is from a fork. */
  isOfPull: boolean
}

/** Whether the commit status and the comment could be written, as far as reading tells. Throws only where the step was cancelled. */
export async function checkGitHub(
  { comment, 'commit-status': statusContext }: GitHubCheckInputs,
  place: GitHubPlace,
): Promise<Finding[]> {
  const { context } = place
  const status: Finding = statusContext
    ? await permissionFinding('commit-status', 'statuses', place, (reader, { sha }) => reader.readStatuses(sha))
    : { what: 'commit-status', state: 'not set', reason: 'No commit status is requested.' }
  if (comment === 'never')
    return [status, { what: 'comment', state: 'not set', reason: 'No pull request comment is requested.' }]
  if (context && !context.pull) {
    const reason = 'This workflow does not run for a pull request, so there is nothing to comment on.'
    return [status, { what: 'comment', state: 'not set', reason }]
  }
  const written = await permissionFinding('comment', 'pull-requests', place, (reader, { pull }) =>
    reader.readComments(pull?.number ?? 0),
  )
  return [status, written]
}

/** What is known of a permission to write: nothing proves it but writing, so a successful read leaves it unknown. */
async function permissionFinding(
  what: 'commit-status' | 'comment',
  permission: Permission,
  { context, reader, isOfPull }: GitHubPlace,
  read: (reader: GitHubReader, context: GitHubContext) => Promise<void>,
): Promise<Finding> {
  const lacking = (why: string): Finding => ({ what, state: 'warning', reason: `It would not be written: ${why}` })
  if (!context) return lacking('this is no workflow of GitHub.')
  if (!reader) return lacking('`github-token` is empty.')
  const fork = context.pull?.fork
  if (fork && isOfPull) return lacking('the token of a pull request from a fork may only read.')
  try {
    await read(reader, context)
    if (await reader.mayWrite()) return { what, state: 'ok', reason: 'The scopes of the token allow to write it.' }
    const reason = `The token can read it; whether it has the permission \`${permission}: write\` only shows when it is written.`
    return { what, state: 'unknown', reason }
  } catch (error) {
    if (!(error instanceof Failure) || error.kind === 'aborted') throw error
    return lacking(explainRefusal(error, permission, fork))
  }
}

/** How the run of a test that the base branch passed with is had by reading alone. The branch is looked at once. */
export function baseRunByReading(
  statusContext: string,
  { context, reader }: GitHubPlace,
): (testId: string) => Promise<BaseRun | Absence> {
  let commits: Promise<CommitWithStatus[]> | undefined
  return async (testId) => {
    if (!context?.base) return missing('this workflow does not run for a branch')
    if (!reader) return missing('the base branch could not be read: `github-token` is empty')
    try {
      commits ??= reader.listStatuses(context.base, statusContext)
      const found = await commits
      const run = baseRunOf(found, { branch: context.base, context: statusContext, own: context.sha }, testId)
      return isAbsence(run) && found.length >= MAX_COMMITS
        ? missing(`${run.reason}; a run checks more commits than this`)
        : run
    } catch (error) {
      if (!(error instanceof Failure) || error.kind === 'aborted') throw error
      const why = explainRefusal(error, 'contents', context.pull?.fork).replace(/\.$/, '')
      return missing(`the base branch could not be read: ${why}`)
    }
  }
}
