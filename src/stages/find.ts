// The first stage of a step: what the workflow names is looked up.
import type { Project, Test, FoundTest, Task } from '../model/task.ts'
import type { CallMeterReader } from '../apis/callmeter/client.ts'
import { Failure, type FailureKind, failedAs } from '../base/failure.ts'
import type { Log } from '../base/log.ts'
import { findNamed } from '../base/named.ts'
import { type PagedList, readItems } from '../apis/http/paged-list.ts'
import type { Scope } from '../apis/http/retry.ts'
import { plain } from '../base/text.ts'
import type { Inputs } from '../inputs/inputs.ts'

/** Most pages of projects or tests that are looked through. */
const MAX_PAGES = 100
/** How long the list of tests may be out of reach before it is done without, where ids are given, in ms: it is only assumed to exist. */
const TESTS_PATIENCE_MS = 30_000

/** How long it has to be said that there is no such list, where ids are given, in ms: once may be a fault of the moment. */
const NO_LIST_MS = 2_000

/** Failures that say that the API has no list of tests, or none that can be understood. */
const NO_SUCH_LIST: readonly FailureKind[] = ['not-found', 'not-offered', 'forbidden', 'rejected', 'misshapen']

/** The project that a workflow names by id, slug or name. Throws an `input` failure, with the nearest names, where there is none or several. */
export async function findProject(api: CallMeterReader, wanted: string, scope: Scope): Promise<Project> {
  const all = await readUntil(({ page }) => api.listProjects(page, scope), [wanted])
  return pick('project', wanted, all, 'Check `project`, and that the key belongs to the right organization.')
}

/**
 * The tests that a workflow names by id, slug or name, in its order. Where the API does not list tests, the texts are taken as ids.
 * Throws an `input` failure where the list lacks one of them, has several of a name, or where two texts mean the same test.
 */
export async function findTests(
  api: CallMeterReader,
  projectId: string,
  wanted: readonly string[],
  scope: Scope,
): Promise<FoundTest[]> {
  let all: Test[]
  try {
    const impatient = wanted.every(looksLikeId)
      ? { ...scope, patienceMs: TESTS_PATIENCE_MS, refusalMs: NO_LIST_MS }
      : scope
    all = await readUntil(({ page }) => api.listTests(projectId, page, impatient), wanted)
  } catch (error) {
    // Nothing documents this list, so no trouble with it is a reason not to test; a refused key is, and a name that may be one.
    if (!(error instanceof Failure) || failedAs(error, 'key-refused', 'aborted', 'rate-limited')) throw error
    if (!wanted.every(looksLikeId) && !failedAs(error, ...NO_SUCH_LIST)) throw error
    return wanted.map((id) => ({ id, listed: false }))
  }
  const found = wanted.map((name) => ({ ...pick('test', name, all, 'Check `test`.'), listed: true }))
  const twice = found.findIndex(({ id }, i) => found.findIndex((other) => other.id === id) !== i)
  if (twice >= 0)
    throw new Failure('input', `"${plain(wanted[twice] ?? '', 80)}" is a test that \`test\` already lists.`, {
      advice: 'List each test once.',
    })
  return found
}

/** Whether a text is of the form that ids have: a UUID or a number. */
function looksLikeId(text: string): boolean {
  return /^([\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}|\d+)$/i.test(text)
}

/** Reads pages until there is an item with each id or slug, else all of them. */
async function readUntil<T extends Project>(read: PagedList<T>['read'], wanted: readonly string[]): Promise<T[]> {
  const { items } = await readItems({ read, maxPages: MAX_PAGES, trusting: true }, (all) =>
    wanted.every((name) => all.some(({ id, slug }) => id === name || slug === name)),
  )
  return items
}

function pick<T extends Project>(what: 'project' | 'test', wanted: string, all: readonly T[], advice: string): T {
  return findNamed(all, wanted, {
    what,
    ways: [
      ({ id }) => id === wanted,
      ({ slug }) => slug === wanted,
      ({ name }) => name === wanted,
      ({ name }) => name?.toLowerCase() === wanted.toLowerCase(),
    ],
    identity: ({ id }) => id,
    names: ({ slug, name, id }) => [slug, name, id],
    shown: ({ slug, name, id }) => `"${plain(slug ?? name ?? id, 60)}"`,
    several: (found) => {
      const ids = found.map(({ id }) => plain(id, 60))
      return new Failure('input', `Several ${what}s are called "${plain(wanted, 80)}": ${ids.join(', ')}.`, {
        code: 'unknown-name',
        advice: `Give \`${what}\` as an id.`,
      })
    },
    none: (instead) =>
      new Failure('input', `There is no ${what} "${plain(wanted, 80)}". ${instead}`, { code: 'unknown-name', advice }),
  })
}

export type FindInputs = Pick<Inputs, 'project' | 'test' | 'run-id'>

/** What the workflow names: tests to start, or runs to follow, each once. */
export async function findTasks(inputs: FindInputs, api: CallMeterReader, scope: Scope, log: Log): Promise<Task[]> {
  const found = await findProject(api, inputs.project, scope)
  const project = { asked: inputs.project, ...found }
  log.info(`Project ${project.name ?? project.id} (${project.id})`)
  if (inputs['run-id'].length > 0)
    return inputs['run-id'].map((runId) => ({ kind: 'run', project, asked: runId, runId }))
  const tests = await findTests(api, project.id, inputs.test, scope)
  for (const { name, id } of tests) log.info(`Test ${name ?? id} (${id})`)
  if (tests.some(({ listed }) => !listed)) log.info('The API does not list tests, so `test` is taken as an id.')
  return tests.map((test, i) => ({ kind: 'test', project, asked: inputs.test[i] ?? test.id, test }))
}
