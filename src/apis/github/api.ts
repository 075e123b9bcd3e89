// What this action asks of GitHub. octokit.ts carries it out.
import type { Failure, FailureKind } from '../../base/failure.ts'

export interface CommitStatus {
  sha: string
  context: string
  state: 'pending' | 'success' | 'failure' | 'error'
  /** At most 140 characters. */
  description: string
  url: string
}

export interface IssueComment {
  id: number
  body: string
  url: string
}

/** A page of a pull request's comments, the newest page first. */
export interface CommentPage {
  /** The pull request's newest commit. */
  headSha: string
  /** Those that this token's user wrote. */
  comments: readonly IssueComment[]
  /** Where the page before this one begins; undefined where there is none. */
  before?: string
}

/** A commit with the status of one context, as far as it has one. */
export interface CommitWithStatus {
  sha: string
  status?: { state: string; url: string; at: string }
}

/** Each throws a `Failure` where it cannot be done. All end when the signal aborts. */
export interface GitHub {
  createStatus(status: CommitStatus, signal: AbortSignal): Promise<void>
  listComments(pull: number, before: string | undefined, signal: AbortSignal): Promise<CommentPage>
  createComment(pull: number, body: string, signal: AbortSignal): Promise<IssueComment>
  updateComment(id: number, body: string, signal: AbortSignal): Promise<IssueComment>
  /** The newest commits of a branch, newest first; undefined where there is no such branch. One request. */
  listStatuses(branch: string, context: string, signal: AbortSignal): Promise<CommitWithStatus[] | undefined>
}

/** Opens the API for one repository. Loads what it needs for that first. */
export type ConnectGitHub = (options: {
  token: string
  owner: string
  repo: string
  /** Takes a line when a request has to wait. */
  onWait: (line: string) => void
  /** Makes what is thrown: octokit.ts is bundled apart, and a class of its own would not be the one that is known elsewhere. */
  fail: (kind: FailureKind, message: string, cause: unknown) => Failure
}) => Promise<GitHub>
