// GitHub's API for the repository of this workflow: opened only when something is to be reported or asked, and never waited for without end.
import { clamp } from '../../base/clamp.ts'
import type { Clock } from '../../base/clock.ts'
import { openDeadline, unlessAborted } from '../../base/deadline.ts'
import { Failure, explain, failedAs } from '../../base/failure.ts'
import type { Log } from '../../base/log.ts'
import type { ConnectGitHub, GitHub } from './api.ts'

/** How long GitHub may take for all that it is asked at once, in ms. */
const ALLOWANCE_MS = 90_000
/** The same once the workflow is cancelled: GitHub itself leaves 7.5 s for everything, of which the stop of the run may take up to 6 s. */
const CANCELLED_ALLOWANCE_MS = { most: 3_000, least: 500, until: 5_000 }

/** Which repository, and in whose name it is asked. */
export interface RepositoryOptions {
  token: string
  /** Undefined where this is no workflow of GitHub. */
  repository: { owner: string; repo: string } | undefined
}

export interface RepositoryTools {
  clock: Clock
  connect: ConnectGitHub
  log: Log
  /** Aborts when the workflow is cancelled. */
  signal: AbortSignal
}

export interface Repository {
  /** The API. Throws a `Failure` where there is no workflow, or no token. */
  connect(): Promise<GitHub>
  /** Does work that ends when its signal aborts: after 90 s, or sooner where the workflow is cancelled. */
  within<T>(work: (until: AbortSignal) => Promise<T>): Promise<T>
}

/** The repository's API, not opened yet. */
export function openRepository({ token, repository }: RepositoryOptions, tools: RepositoryTools): Repository {
  const { clock, log, signal } = tools
  let cancelledAt: number | undefined
  signal.addEventListener('abort', () => (cancelledAt = clock.now()), { once: true })
  let connected: Promise<GitHub> | undefined
  return {
    connect: () => {
      if (!repository)
        throw new Failure('input', 'This is not a GitHub workflow: GITHUB_REPOSITORY and GITHUB_SHA are not set.')
      if (!token) throw new Failure('key-refused', '`github-token` is empty.')
      connected ??= tools.connect({
        token,
        ...repository,
        onWait: (line) => log.info(line),
        fail: (kind, message, cause) => new Failure(kind, message, { cause }),
      })
      return connected
    },
    within: async (work) => {
      const deadline = openDeadline(clock)
      deadline.expireIn(ALLOWANCE_MS)
      deadline.expireAfter(signal, () => {
        const now = clock.now()
        const { most, least, until } = CANCELLED_ALLOWANCE_MS
        return clamp((cancelledAt ?? now) + until - now, least, most)
      })
      try {
        return await work(deadline.signal)
      } finally {
        deadline.clear()
      }
    },
  }
}

/** What work comes to, unless the signal aborts first: a request that waits for its turn would not notice. */
export function inTime<T>(work: Promise<T>, until: AbortSignal): Promise<T> {
  return unlessAborted(work, until, () => new Failure('interrupted', 'GitHub did not answer in time.'))
}

/** A permission of a workflow's token, by the name it has under `permissions:`. */
export type Permission = 'statuses' | 'pull-requests' | 'contents'

const LEVELS: Readonly<Record<Permission, string>> = {
  statuses: 'permission `statuses: write`',
  'pull-requests': 'permission `pull-requests: write`',
  contents: 'permissions `contents: read` and `statuses: read`',
}

/** An error of GitHub's in words, with the permission that the token may lack. `fork` is whether the pull request is from one. */
export function explainRefusal(error: unknown, permission: Permission, fork: boolean | undefined): string {
  const said = explain(error)
  if (failedAs(error, 'key-refused')) return `${said} Check \`github-token\`.`
  if (!failedAs(error, 'forbidden', 'not-found')) return said
  const forked = fork
    ? ' The token of a pull request from a fork is read-only, whatever permissions the workflow sets.'
    : ''
  return `${said} Give the job the ${LEVELS[permission]}.${forked}`
}
