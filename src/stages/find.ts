// The first stage of a step: what the workflow names is looked up.
import type { Page, Project, Test } from '../apis/callmeter/answers.ts'
import type { CallMeter } from '../apis/callmeter/client.ts'
import { Failure, failedAs } from '../base/failure.ts'
import type { Log } from '../base/log.ts'
import { didYouMean } from '../base/nearest.ts'
import type { Scope } from '../apis/http/retry.ts'
import { plain } from '../base/text.ts'
import type { Inputs } from '../inputs/inputs.ts'
import type { FoundTest, Task } from '../model/task.ts'

/** Most pages of projects or tests that are looked through. */
const MAX_PAGES = 100
/** How long the list of tests may be out of reach before its absence is taken as given, in ms: it is only assumed to exist. */
const TESTS_PATIENCE_MS = 30_000

interface Named {
  id: string
  slug?: string
  name?: string
}

/** The project that a workflow names by id, slug or name. Throws an `input` failure, with the nearest names, where there is none or several. */
export async function findProject(api: CallMeter, wanted: string, scope: Scope): Promise<Project> {
  const all = await readUntil((page) => api.listProjects(page, scope), [wanted])
  return pick('project', wanted, all, 'Check `project`, and that the key belongs to the right organisation.')
}

/**
 * The tests that a workflow names by id, slug or name, in its order. Where the API does not list tests, the texts are taken as ids.
 * Throws an `input` failure where the list lacks one of them, has several of a name, or where two texts mean the same test.
 */
export async function findTests(
  api: CallMeter,
  projectId: string,
  wanted: readonly string[],
  scope: Scope,
): Promise<FoundTest[]> {
  let all: Test[]
  try {
    const read = (page: number): Promise<Page<Test>> =>
      api.listTests(projectId, page, { ...scope, patienceMs: TESTS_PATIENCE_MS })
    all = await readUntil(read, wanted)
  } catch (error) {
    // Nothing documents this list, so no trouble with it is a reason not to test. A refused key is.
    if (!(error instanceof Failure) || failedAs(error, 'key-refused', 'aborted', 'rate-limited')) throw error
    return wanted.map((id) => ({ id, listed: false }))
  }
  const found = wanted.map((name) => ({ ...pick('test', name, all, 'Check `test`.'), listed: true }))
  const twice = found.findIndex(({ id }, i) => found.findIndex((other) => other.id === id) !== i)
  if (twice >= 0)
    throw new Failure('input', `"${plain(wanted[twice] ?? '', 80)}" means a test that \`test\` names already.`, {
      advice: 'Name each test once.',
    })
  return found
}

/** Reads pages until one has an item with that id or slug, else all of them. */
async function readUntil<T extends Named>(
  read: (page: number) => Promise<Page<T>>,
  wanted: readonly string[],
): Promise<T[]> {
  const all: T[] = []
  for (let page = 1; page <= MAX_PAGES; page++) {
    const { items, pagination } = await read(page)
    // Pages that shift while they are read bring an item twice.
    all.push(...items.filter(({ id }) => !all.some((known) => known.id === id)))
    const found = wanted.every((name) => all.some(({ id, slug }) => id === name || slug === name))
    if (found || items.length === 0 || !pagination || page >= pagination.totalPages) break
  }
  return all
}

function pick<T extends Named>(what: 'project' | 'test', wanted: string, all: readonly T[], advice: string): T {
  const by = [
    ({ id }: T) => id === wanted,
    ({ slug }: T) => slug === wanted,
    ({ name }: T) => name === wanted,
    ({ name }: T) => name?.toLowerCase() === wanted.toLowerCase(),
  ]
  for (const matches of by) {
    const [found, ...others] = all.filter((item) => matches(item))
    if (found && others.length === 0) return found
    if (found) {
      const ids = [found, ...others].map(({ id }) => plain(id, 60)).slice(0, 10)
      throw new Failure('input', `Several ${what}s are called "${plain(wanted, 80)}": ${ids.join(', ')}.`, {
        advice: `Give \`${what}\` as an id.`,
      })
    }
  }
  const names = all.flatMap(({ slug, name, id }) => [slug, name, id].filter((text) => text !== undefined))
  const near = didYouMean(wanted, names)
  const first = all.slice(0, 5).map(({ slug, name, id }) => `"${plain(slug ?? name ?? id, 60)}"`)
  const there =
    near ||
    (first.length > 0
      ? ` There ${all.length === 1 ? 'is' : 'are'} ${first.join(', ')}${all.length > 5 ? ` and ${all.length - 5} more` : ''}.`
      : ` The key sees no ${what}s at all.`)
  throw new Failure('input', `There is no ${what} "${plain(wanted, 80)}". ${plain(there)}`, { advice })
}

export type FindInputs = Pick<Inputs, 'project' | 'test' | 'run-id'>

/** What the workflow names: tests to start, or runs to follow, each once. */
export async function findTasks(inputs: FindInputs, api: CallMeter, scope: Scope, log: Log): Promise<Task[]> {
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
