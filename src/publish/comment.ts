// The one comment of this step on a pull request: found again, updated in place, and never one for an older commit over one for a newer.
import { failedAs } from '../base/failure.ts'
import type { Log } from '../base/log.ts'
import { type CommentFrame, markOutdated, renderComment } from '../report/comment.ts'
import type { StepReport } from '../report/report.ts'
import type { GitHub, IssueComment } from '../apis/github/api.ts'
import type { GitHubContext } from '../inputs/event.ts'

/** Most pages of comments that are looked through, of 100 each. */
const MAX_PAGES = 100

/** The comment of this step, and what it is about. */
interface Found {
  comment?: IssueComment & About
  /** The pull request's newest commit. */
  headSha: string
}

/** The commit that a comment is about, and the number of the workflow run: of two commits, neither of them the head, it tells the newer. */
type About = Pick<GitHubContext, 'sha' | 'runNumber'>

/** At the start alone: comments of other actions, of the same author, may quote one of ours. */
const MARK = /^<!-- callmeter\/run-test ([0-9a-f]+) ([0-9a-f]+) (\d+) -->/

function markOf({ key, sha, runNumber }: Pick<GitHubContext, 'key'> & About): string {
  return `<!-- callmeter/run-test ${key} ${sha} ${runNumber} -->`
}

async function find(github: GitHub, pull: number, key: string, signal: AbortSignal): Promise<Found> {
  let before: string | undefined
  let headSha = ''
  for (let page = 0; page < MAX_PAGES; page++) {
    const found = await github.listComments(pull, before, signal)
    headSha = found.headSha
    for (const comment of found.comments) {
      const [, itsKey, sha, runNumber] = MARK.exec(comment.body) ?? []
      if (itsKey === key && sha) return { comment: { ...comment, sha, runNumber: Number(runNumber) }, headSha }
    }
    before = found.before
    if (before === undefined) break
  }
  return { headSha }
}

/** When this commit's test has begun: a comment on an older commit says from now on that it is outdated. */
export async function outdateComment(
  github: GitHub,
  context: GitHubContext,
  pull: number,
  signal: AbortSignal,
): Promise<void> {
  const { comment, headSha } = await find(github, pull, context.key, signal)
  if (!comment || comment.sha === context.sha || headSha !== context.sha) return
  const { sha, runNumber } = comment
  const body = markOutdated(comment.body, markOf({ key: context.key, sha, runNumber }), sha, context.sha)
  if (body !== comment.body) await github.updateComment(comment.id, body, signal)
}

/** Writes the report into this step's comment. A new one is made only where it is `wanted`. */
export async function writeComment(
  report: StepReport,
  wanted: boolean,
  { github, context, pull, log }: { github: GitHub; context: GitHubContext; pull: number; log: Log },
  signal: AbortSignal,
): Promise<void> {
  const { comment, headSha } = await find(github, pull, context.key, signal)
  if (comment && isNewer(comment, context, headSha)) {
    log.info(`The comment on pull request ${pull} is about a newer commit, so it stays as it is.`)
    return
  }
  if (!comment && !wanted) return
  const frame: CommentFrame = {
    mark: markOf(context),
    sha: context.sha,
    page: context.page,
    name: context.name,
    ...(headSha === context.sha ? {} : { newer: headSha }),
  }
  const body = renderComment(report, frame)
  const written = comment
    ? await github.updateComment(comment.id, body, signal)
    : await createOnce({ github, pull, key: context.key }, body, signal)
  log.info(`${comment ? 'Updated the comment' : 'Commented'} on pull request ${pull}: ${written.url}`)
}

function isNewer(comment: About, own: About, headSha: string): boolean {
  if (comment.sha === own.sha || headSha === own.sha) return false
  return comment.sha === headSha || comment.runNumber > own.runNumber
}

/** Makes a comment. After a lost answer it is looked for before it is made again. */
async function createOnce(
  { github, pull, key }: { github: GitHub; pull: number; key: string },
  body: string,
  signal: AbortSignal,
): Promise<IssueComment> {
  try {
    return await github.createComment(pull, body, signal)
  } catch (error) {
    if (!failedAs(error, 'server', 'interrupted', 'unreadable') || signal.aborted) throw error
    const { comment } = await find(github, pull, key, signal)
    return comment ?? (await github.createComment(pull, body, signal))
  }
}
