// The run behind the newest passing status of a branch: what `baseline: base-branch` stands for.
import { counted, plain } from '../base/text.ts'
import type { Absence } from '../model/subject.ts'
import type { CommitWithStatus, GitHub } from '../apis/github/api.ts'
import { type Repository, explainRefusal, inTime } from '../apis/github/repository.ts'
import type { GitHubContext } from '../inputs/event.ts'
import { type LinkedRun, runsOfLink } from '../report/run-link.ts'

/** A run that passed, and where. */
export interface BaseRun {
  runId: string
  /** `main at 0a1b2c3`. */
  where: string
}

/** How the run of a test that the base branch passed with is had. The branch is looked at once, however many tests want it. */
export function baseBranchOf(
  context: Pick<GitHubContext, 'base' | 'sha' | 'pull'> | undefined,
  statusContext: string,
  { connect, within }: Repository,
): (testId: string) => Promise<BaseRun | Absence> {
  let commits: ReturnType<GitHub['listStatuses']> | undefined
  return async (testId) => {
    if (!context?.base) return { kind: 'missing', reason: 'this workflow does not run for a branch' }
    const { base, sha, pull } = context
    try {
      return await within(async (until) => {
        const github = await connect()
        commits ??= github.listStatuses(base, statusContext, until)
        const found = await inTime(commits, until)
        return baseRunOf(found, { branch: base, context: statusContext, own: sha }, testId)
      })
    } catch (error) {
      const why = explainRefusal(error, 'contents', pull?.fork).replace(/\.$/, '')
      return { kind: 'missing', reason: `the base branch could not be read: ${why}` }
    }
  }
}

/** Of the branch's newest commits, the run of the test behind the newest passing status; or why there is none. `own` is the commit tested. */
export function baseRunOf(
  commits: readonly CommitWithStatus[] | undefined,
  { branch, context, own }: { branch: string; context: string; own: string },
  testId: string,
): BaseRun | Absence {
  const [name, status] = [plain(branch, 80), plain(context, 80)]
  const missing = (reason: string): Absence => ({ kind: 'missing', reason })
  if (!commits) return missing(`the repository has no branch ${name}`)
  const others = commits.filter(({ sha }) => sha !== own)
  const passed = others.find((commit) => commit.status?.state === 'SUCCESS')
  if (!passed?.status) {
    const some = others.filter((commit) => commit.status).length
    return missing(
      `none of the newest ${counted(others.length, 'commit')} of ${name} has a passing status "${status}"${some > 0 ? `; ${some} have it in another state` : ''}`,
    )
  }
  const runs = runsOfLink(passed.status.url)
  const where = `${name} at ${passed.sha.slice(0, 7)}`
  if (runs.length === 0) return missing(`the status "${status}" on ${where} refers to no CallMeter run`)
  const run = ofTest(runs, testId)
  return run ? { runId: run.runId, where } : missing(`the status "${status}" on ${where} refers to no run of this test`)
}

function ofTest(runs: readonly LinkedRun[], testId: string): LinkedRun | undefined {
  const [only] = runs
  const known = runs.find((run) => run.testId === testId)
  return known ?? (runs.length === 1 && (only?.testId === undefined || testId === '') ? only : undefined)
}
