// Where in GitHub this step runs: the repository, the commit that is tested, the pull request, and the page of the workflow run.
import { createHash } from 'node:crypto'
import { type Fields, isObject, optional } from '../base/fields.ts'
import type { Files } from '../base/files.ts'
import { plain } from '../base/text.ts'

export interface GitHubContext {
  owner: string
  repo: string
  /** The commit that is tested: of a pull request its head, not the merge commit that GITHUB_SHA names. */
  sha: string
  /** The pull request that the workflow runs for. */
  pull?: { number: number; fork: boolean }
  /** The pull request's base branch; without one, the branch that the workflow runs on. */
  base?: string
  /** The page of this workflow run. */
  page: string
  /** Grows from run to run of one workflow, and stays when a run is repeated; 0 where it is not known. */
  runNumber: number
  /** This step among all steps, as people know it: `Deploy / quality`. */
  name: string
  /** This step among all steps, in a form that a comment can carry. */
  key: string
}

/** Largest event file that is read, in bytes: GitHub's own limit for an event. */
const MAX_EVENT_BYTES = 25 * 1024 * 1024

/**
 * The context from the runner's variables and the event's file; undefined where this is no workflow. `asked` is what tells this step from
 * the other legs of a matrix, which share workflow, job and step. `warn` takes why the event cannot be read.
 */
export function readContext(
  env: NodeJS.ProcessEnv,
  files: Pick<Files, 'read'>,
  asked: readonly string[],
  warn: (text: string) => void,
): GitHubContext | undefined {
  const [owner = '', repo = ''] = (env.GITHUB_REPOSITORY ?? '').split('/')
  const sha = env.GITHUB_SHA ?? ''
  if (!owner || !repo || !sha) return undefined
  const event = readEvent(env.GITHUB_EVENT_PATH, files, warn)
  const pull = pullOf(event)
  const head = pull?.sha ?? commitOf(event)
  const base = pull?.base ?? queuedFor(event) ?? branchOf(env.GITHUB_REF)
  const step = [env.GITHUB_WORKFLOW ?? '', env.GITHUB_JOB ?? '', env.GITHUB_ACTION ?? '', ...asked]
  const attempt = env.GITHUB_RUN_ATTEMPT ? `/attempts/${env.GITHUB_RUN_ATTEMPT}` : ''
  return {
    owner,
    repo,
    sha: head ?? sha,
    ...optional({ pull: pull && { number: pull.number, fork: pull.fork }, base }),
    page: `${env.GITHUB_SERVER_URL || 'https://github.com'}/${owner}/${repo}/actions/runs/${env.GITHUB_RUN_ID ?? ''}${attempt}`,
    runNumber: Number(env.GITHUB_RUN_NUMBER) || 0,
    name: [env.GITHUB_WORKFLOW, env.GITHUB_JOB]
      .filter(Boolean)
      .map((part) => plain(part ?? '', 80))
      .join(' / '),
    key: createHash('sha256').update(step.join('\0')).digest('hex').slice(0, 20),
  }
}

function fieldsOf(value: unknown): Fields {
  return isObject(value) ? value : {}
}

/** The event that started the workflow; empty where there is none, or it cannot be read, which is warned of. */
function readEvent(path: string | undefined, files: Pick<Files, 'read'>, warn: (text: string) => void): Fields {
  if (!path) return {}
  let why = 'there is no such file'
  try {
    const text = files.read(path, MAX_EVENT_BYTES)
    const event: unknown = text === undefined ? undefined : JSON.parse(text)
    if (isObject(event)) return event
    if (text !== undefined) why = 'it is not an object'
  } catch (error) {
    why = plain(error instanceof Error ? error.message : String(error), 120)
  }
  warn(
    `The event at GITHUB_EVENT_PATH cannot be read (${why}), so this counts as no pull request: there is no comment, and a commit status goes to GITHUB_SHA.`,
  )
  return {}
}

function pullOf(event: Fields): { number: number; sha?: string; base?: string; fork: boolean } | undefined {
  const pull = fieldsOf(event.pull_request)
  const { number } = pull
  if (typeof number !== 'number') return undefined
  const [head, base] = [fieldsOf(pull.head), fieldsOf(pull.base)]
  const [from, to] = [fieldsOf(head.repo).full_name, fieldsOf(base.repo).full_name]
  return {
    number,
    ...optional({ sha: textOf(head.sha), base: textOf(base.ref) }),
    // The head's repository is gone where a fork was deleted.
    fork: to !== undefined && from !== to,
  }
}

/** The commit of a workflow that another one started: GITHUB_SHA is then the newest of the default branch. */
function commitOf(event: Fields): string | undefined {
  return textOf(fieldsOf(event.workflow_run).head_sha)
}

/** Where a merge queue's commit is to go to; GITHUB_REF is then a branch of the queue's own. */
function queuedFor(event: Fields): string | undefined {
  return branchOf(fieldsOf(event.merge_group).base_ref)
}

function branchOf(ref: unknown): string | undefined {
  return typeof ref === 'string' ? /^refs\/heads\/(.+)$/.exec(ref)?.[1] : undefined
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
