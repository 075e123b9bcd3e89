// What a repository holds, as far as the simulator's answers show it. No wire names here.
import { createHash } from 'node:crypto'

export const STATUS_STATES = ['error', 'failure', 'pending', 'success'] as const
export type StatusState = (typeof STATUS_STATES)[number]

export interface CommitStatus {
  readonly id: number
  readonly context: string
  readonly state: StatusState
  readonly description: string | null
  readonly targetUrl: string | null
  readonly creator: string
  /** ISO 8601, whole seconds, like every date here. */
  readonly createdAt: string
}

export interface Commit {
  readonly oid: string
  readonly committedDate: string
  /** Oldest first. */
  readonly statuses: readonly CommitStatus[]
}

export interface Comment {
  readonly id: number
  readonly author: string
  readonly body: string
  readonly createdAt: string
  readonly updatedAt: string
  readonly isMinimized: boolean
}

export interface PullRequest {
  readonly number: number
  readonly title: string
  readonly state: 'open' | 'closed' | 'merged'
  readonly isLocked: boolean
  readonly head: Commit
  readonly headRef: string
  /** owner/name. */
  readonly headRepository: string
  readonly base: string
  /** Oldest first. */
  readonly comments: readonly Comment[]
}

export type NewStatus = Pick<CommitStatus, 'state'> & Partial<Omit<CommitStatus, 'id' | 'state'>>
export type NewComment = Pick<Comment, 'body'> & Partial<Pick<Comment, 'author' | 'createdAt' | 'isMinimized'>>
export interface NewCommit {
  /** Default: one that no other commit has. */
  readonly oid?: string
  /** Default: now; in a branch that is set up, an hour before the next newer one. */
  readonly committedDate?: string
  /** Oldest first. */
  readonly statuses?: readonly NewStatus[]
}

export interface NewPullRequest {
  readonly number: number
  readonly title?: string
  readonly state?: PullRequest['state']
  readonly isLocked?: boolean
  /** The head branch, a new one unless the repository has it; default: pull-NUMBER. */
  readonly headRef?: string
  /** The head commit, where the branch is a new one. */
  readonly head?: NewCommit
  /** owner/name of a fork that the head is in. */
  readonly fork?: string
  /** Default: the default branch. */
  readonly base?: string
  /** The oid of refs/pull/NUMBER/merge, which takes statuses too. */
  readonly mergeCommit?: string
  /** Oldest first. */
  readonly comments?: readonly NewComment[]
}

export interface RepositorySetup {
  readonly owner?: string
  readonly name?: string
  readonly isPrivate?: boolean
  readonly defaultBranch?: string
  /** Newest commit first; default: a default branch with one commit. */
  readonly branches?: Readonly<Record<string, readonly NewCommit[]>>
  readonly pullRequests?: readonly NewPullRequest[]
}

/** A repository to look at and to change, with no regard to tokens and limits. */
export interface Repository {
  readonly id: number
  readonly owner: string
  readonly name: string
  readonly isPrivate: boolean
  readonly defaultBranch: string
  /** Newest first; undefined where there is no such branch. */
  readonly branch: (name: string) => readonly Commit[] | undefined
  readonly commit: (oid: string) => Commit | undefined
  readonly pullRequest: (number: number) => PullRequest | undefined
  readonly comment: (id: number) => { comment: Comment; pullRequest: PullRequest } | undefined
  /** Someone pushes a commit, to a new branch if need be. */
  readonly push: (branch: string, commit?: NewCommit) => Commit
  /** Someone pushes a new head commit, wherever the head branch is. */
  readonly pushToPullRequest: (number: number, commit?: NewCommit) => Commit
  readonly addStatus: (oid: string, status: NewStatus) => CommitStatus
  readonly addComment: (number: number, comment: NewComment) => Comment
  readonly editComment: (id: number, changes: Partial<Pick<Comment, 'body' | 'isMinimized'>>) => Comment
  readonly deleteComment: (id: number) => void
  readonly lock: (number: number) => void
}

type Writable<T> = { -readonly [K in keyof T]: T[K] }
type StoredCommit = Omit<Commit, 'statuses'> & { readonly statuses: CommitStatus[] }
interface StoredPullRequest extends Omit<Writable<PullRequest>, 'comments'> {
  readonly comments: Writable<Comment>[]
  readonly commits: StoredCommit[]
}

const HOUR_MS = 3_600_000
// The ids of real comments and statuses have outgrown 32 bits.
const FIRST_ID = 3_400_000_001

/** Sets up a repository. `now` is in ms. */
export function createRepository(setup: RepositorySetup, now: () => number): Repository {
  const { owner = 'acme', name = 'voice', isPrivate = false, defaultBranch = 'main' } = setup
  const branches = new Map<string, StoredCommit[]>()
  const commits = new Map<string, StoredCommit>()
  const pullRequests = new Map<number, StoredPullRequest>()
  let ids = FIRST_ID
  const dated = (ms = now()) => `${new Date(ms).toISOString().slice(0, 19)}Z`

  const newStatus = (status: NewStatus): CommitStatus => ({
    context: 'default',
    description: null,
    targetUrl: null,
    creator: 'octocat',
    createdAt: dated(),
    ...status,
    id: ids++,
  })
  const newComment = (comment: NewComment): Writable<Comment> => {
    const createdAt = comment.createdAt ?? dated()
    return { author: 'octocat', isMinimized: false, ...comment, createdAt, updatedAt: createdAt, id: ids++ }
  }
  const newCommit = (commit: NewCommit, ms?: number): StoredCommit => {
    const stored = {
      oid: commit.oid ?? createHash('sha1').update(`${owner}/${name} ${commits.size}`).digest('hex'),
      committedDate: commit.committedDate ?? dated(ms),
      statuses: (commit.statuses ?? []).map(newStatus),
    }
    // One commit in several branches is one commit.
    const known = commits.get(stored.oid)
    if (known) return known
    commits.set(stored.oid, stored)
    return stored
  }
  const newPullRequest = (pull: NewPullRequest): StoredPullRequest => {
    const { number, headRef = `pull-${number}`, fork } = pull
    const existing = fork === undefined ? branches.get(headRef) : undefined
    const own = existing ?? [newCommit(pull.head ?? {})]
    if (fork === undefined) branches.set(headRef, own)
    if (pull.mergeCommit !== undefined) newCommit({ oid: pull.mergeCommit })
    return {
      number,
      title: pull.title ?? `Pull request ${number}`,
      state: pull.state ?? 'open',
      isLocked: pull.isLocked ?? false,
      commits: own,
      get head() {
        return own[0]!
      },
      headRef,
      headRepository: fork ?? `${owner}/${name}`,
      base: pull.base ?? defaultBranch,
      comments: (pull.comments ?? []).map(newComment),
    }
  }

  for (const [branch, list] of Object.entries(setup.branches ?? { [defaultBranch]: [{}] })) {
    const newest = now()
    branches.set(
      branch,
      list.map((commit, index) => newCommit(commit, newest - index * HOUR_MS)),
    )
  }
  for (const pull of setup.pullRequests ?? []) pullRequests.set(pull.number, newPullRequest(pull))

  const knownPullRequest = (number: number): StoredPullRequest => {
    const pull = pullRequests.get(number)
    if (!pull) throw new Error(`no pull request ${number}`)
    return pull
  }
  const findComment = (id: number) => {
    for (const pullRequest of pullRequests.values()) {
      const comment = pullRequest.comments.find((candidate) => candidate.id === id)
      if (comment) return { comment, pullRequest }
    }
    return undefined
  }
  const knownComment = (id: number) => {
    const found = findComment(id)
    if (!found) throw new Error(`no comment ${id}`)
    return found
  }
  const prepend = (list: StoredCommit[], commit: NewCommit): Commit => {
    const stored = newCommit(commit)
    list.unshift(stored)
    return stored
  }

  return {
    id: 1_300_192,
    owner,
    name,
    isPrivate,
    defaultBranch,
    branch: (branch) => branches.get(branch),
    commit: (oid) => commits.get(oid),
    pullRequest: (number) => pullRequests.get(number),
    comment: findComment,
    push: (branch, commit = {}) => {
      const list = branches.get(branch) ?? []
      branches.set(branch, list)
      return prepend(list, commit)
    },
    pushToPullRequest: (number, commit = {}) => prepend(knownPullRequest(number).commits, commit),
    addStatus: (oid, status) => {
      const commit = commits.get(oid)
      if (!commit) throw new Error(`no commit ${oid}`)
      const added = newStatus(status)
      commit.statuses.push(added)
      return added
    },
    addComment: (number, comment) => {
      const added = newComment(comment)
      knownPullRequest(number).comments.push(added)
      return added
    },
    editComment: (id, changes) => Object.assign(knownComment(id).comment, changes, { updatedAt: dated() }),
    deleteComment: (id) => {
      const { comment, pullRequest } = knownComment(id)
      pullRequest.comments.splice(pullRequest.comments.indexOf(comment), 1)
    },
    lock: (number) => {
      knownPullRequest(number).isLocked = true
    },
  }
}

/** The newest status of each context, in the order in which the contexts first had one. A context's case doesn't count. */
export function latestStatuses(commit: Commit): CommitStatus[] {
  const latest = new Map(commit.statuses.map((status) => [status.context.toLowerCase(), status]))
  return [...latest.values()]
}
