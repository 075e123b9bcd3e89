// The workflows, the examples and the actions: valid by GitHub's own language service, and by the rules in workflows/check.ts.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { readInputs } from '../src/inputs/read.ts'
import { VERSIONS } from '../tools/linters.ts'
import { type ActionFile, pinProblems, problemsOf, stepsOf } from './workflows/check.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const filesIn = (folder: string, pattern: RegExp): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((path) => pattern.test(path))
    .toSorted()

const WORKFLOWS = filesIn('.github/workflows', /\.yml$/)
const EXAMPLES = filesIn('examples', /\.yml$/)
const ACTIONS = ['action.yml', ...filesIn('.github/actions', /action\.yml$/), ...filesIn('fan-out', /action\.yml$/)]

/** What stands under `with`. */
type Given = Readonly<Record<string, string>>

const actionFiles = new Map<string, ActionFile>()
function actionAt(path: string): ActionFile {
  const known = actionFiles.get(path) ?? (parse(read(join(path, 'action.yml'))) as ActionFile)
  actionFiles.set(path, known)
  return known
}

/** What GitHub's language service says of texts, each as if it stood at the path. */
function diagnosed(documents: readonly (readonly [path: string, text: string])[]): string[][] {
  const { stdout, stderr } = spawnSync(process.execPath, [join(root, '__tests__/workflows/validate.ts')], {
    encoding: 'utf8',
    input: JSON.stringify(documents),
  })
  expect(stderr.replaceAll(/.*(ExperimentalWarning|--trace-warnings).*\n/g, '')).toBe('')
  return JSON.parse(stdout) as string[][]
}

const GATE = read('examples/pull-request-gate.yml')
const E2E = read('.github/workflows/e2e.yml')
const REGIONS = read('examples/regions.yml')
const NIGHTLY = read('examples/nightly.yml')
const FAIL_OVER = read('examples/fail-over.yml')

/** A text with a mistake in it. */
function swap(text: string, from: string | RegExp, to: string): string {
  const swapped = text.replace(from, () => to)
  if (swapped === text) throw new Error(`there is no ${String(from)}`)
  return swapped
}

test('GitHub takes every workflow, example and action, and no mistake', () => {
  const mistakes = [
    [swap(GATE, 'thresholds:', 'treshold:'), /Invalid action input 'treshold'/],
    [swap(GATE, / +project: .*\n/, ''), /Missing required input `project`/],
    [swap(GATE, 'timeout-minutes', 'timeout'), /Unexpected value 'timeout'/],
    [swap(GATE, "!= 'dependabot[bot]'", '=!'), /Unexpected symbol/],
    [swap(E2E, 'steps.run.outcome', 'steps.ran.outcome'), /Context access might be invalid: ran/],
    [swap(E2E, 'needs: fan-out', 'needs: fan-in'), /fan-in/],
    [swap(REGIONS, 'max-parallel: 3', 'max-paralel: 3'), /max-paralel/],
    [swap(NIGHTLY, 'queue: max', 'queue: maximum'), /Unexpected value 'maximum'/],
    [swap(NIGHTLY, 'timezone:', 'time-zone:'), /Unexpected value 'time-zone'/],
    [swap(FAIL_OVER, 'background: true', 'background: yes please'), /Unexpected value 'yes please'/],
    [swap(FAIL_OVER, 'cancel: load', 'cancel: lod'), /unknown step ID 'lod'/],
    [swap(FAIL_OVER, 'wait: calls', 'wait: call'), /unknown step ID 'call'/],
  ] as const
  const good = [...WORKFLOWS, ...EXAMPLES, ...ACTIONS]
  const found = diagnosed([
    ...good.map((path) => [path, read(path)] as const),
    ...mistakes.map(([text]) => ['.github/workflows/x.yml', text] as const),
  ])
  expect(Object.fromEntries(good.map((path, i) => [path, found[i]]))).toEqual(
    Object.fromEntries(good.map((path) => [path, []])),
  )
  for (const [i, [, expected]] of mistakes.entries()) expect(found[good.length + i]?.join('\n') ?? '').toMatch(expected)
})

test.each([...WORKFLOWS, ...EXAMPLES])('%s keeps to the rules', (path) => {
  expect(problemsOf(read(path), EXAMPLES.includes(path), actionAt)).toEqual([])
})

test.each(ACTIONS)('what %s starts is there', (path) => {
  const { runs } = actionAt(join(path, '..'))
  expect(pinProblems(read(path), false)).toEqual([])
  expect(runs.using).toBe('node24')
  for (const file of [runs.main, runs.post])
    if (file !== undefined) expect([file, existsSync(join(root, path, '..', file))]).toEqual([file, true])
})

test('all is there', () => {
  const names = ['ci', 'codeql', 'e2e', 'fan-out', 'lint-workflows', 'rebuild-dist', 'release']
  expect(WORKFLOWS).toEqual(names.map((name) => `.github/workflows/${name}.yml`))
  expect(EXAMPLES).toHaveLength(7)
})

test('an action has the same commit everywhere', () => {
  const commits = new Map<string, Set<string>>()
  for (const path of [...WORKFLOWS, ...EXAMPLES])
    for (const [, action = '', pin = ''] of read(path).matchAll(/uses: ([\w-]+\/[\w-]+)[\w/-]*@([0-9a-f]{40} # \S+)/g))
      commits.set(action, (commits.get(action) ?? new Set()).add(pin))
  expect([...commits].filter(([, pins]) => pins.size > 1)).toEqual([])
  expect(commits.size).toBeGreaterThan(5)
})

test('the linters are told of every example', () => {
  for (const path of EXAMPLES) expect(read('.github/workflows/lint-workflows.yml').split(path)).toHaveLength(3)
})

test('the linters have the same versions here and on GitHub', () => {
  const [, actionlint] = /rhysd\/actionlint:([\d.]+)@/.exec(read('.github/workflows/lint-workflows.yml')) ?? []
  const [, zizmor] = /version: ([\d.]+)/.exec(read('.github/workflows/lint-workflows.yml')) ?? []
  expect({ actionlint, zizmor }).toEqual({ actionlint: VERSIONS.actionlint, zizmor: VERSIONS.zizmor })
})

test('ci and e2e have a gate', () => {
  for (const name of ['ci', 'e2e']) expect(parse(read(`.github/workflows/${name}.yml`))).toHaveProperty('jobs.gate')
})

test('the defaults of fan-out.yml are those of the action, and a leg is given every input that fan-out.yml has', () => {
  interface FanOut {
    on: { workflow_call: { inputs: Record<string, { default?: string | number }> } }
    jobs: { leg: { steps: { uses?: string; with?: Record<string, string> }[] } }
  }
  const { on, jobs } = parse(read('.github/workflows/fan-out.yml')) as FanOut
  const { inputs = {} } = actionAt('')
  // One comment about all legs is written by the verdict.
  const leg = Object.keys(on.workflow_call.inputs).filter((name) => Object.hasOwn(inputs, name) && name !== 'comment')
  const given = jobs.leg.steps.find(({ uses }) => uses === './.callmeter-run-test')?.with ?? {}
  for (const name of leg.filter((each) => each !== 'max-parallel')) {
    expect([name, given[name]]).toEqual([
      name,
      expect.stringContaining(name === 'project' ? 'leg.project' : `inputs.${name}`),
    ])
    const own = on.workflow_call.inputs[name]?.default
    expect([name, String(own ?? '')]).toEqual([name, String(inputs[name]?.default ?? '')])
  }
  expect(leg).toEqual(expect.arrayContaining(['thresholds', 'baseline', 'timeout', 'fail-on', 'commit-status']))
})

test('what the examples give to the action are good inputs', () => {
  const steps = EXAMPLES.flatMap((path) => stepsOf(read(path)).filter(({ uses }) => uses === 'callmeter/run-test@v1'))
  const { with: fanOut } = (parse(REGIONS) as { jobs: { regions: { with: Given } } }).jobs.regions
  const legs = (JSON.parse(fanOut['targets'] ?? '') as Given[]).map((leg) => ({
    with: {
      'api-key': 'cmk_1',
      ...fanOut,
      ...leg,
      thresholds: `${fanOut['thresholds']}\n${leg['thresholds'] ?? ''}`,
    },
  }))
  expect([steps.length, legs.length]).toEqual([8, 3])
  for (const { with: given = {} } of [...steps, ...legs] as { with?: Given }[]) {
    const input = (name: string): string => {
      const text = String(given[name] ?? actionAt('').inputs?.[name]?.default ?? '').trim()
      return text.replaceAll(/\$\{\{.*?\}\}/g, (expression) => (/CALLMETER/.test(expression) ? 'cmk_1' : 'x'))
    }
    expect(() => readInputs(input, {}, { read: () => undefined })).not.toThrow()
  }
})

test('rebuild-dist.yml takes every file that is built, and no others', () => {
  const [, pattern = ''] = /grep -vE '(.+)'/.exec(read('.github/workflows/rebuild-dist.yml')) ?? []
  const isTaken = new RegExp(pattern)
  for (const path of ['fan-out/from-src.mjs', ...filesIn('dist', /\.\w+$/)]) expect(`./${path}`).toMatch(isTaken)
  for (const path of [
    './../x.js',
    './.git/x.js',
    './x.js',
    './dist/../x.js',
    './dist/.js',
    './dist/index.js/x',
    './dist/index.sh',
    './dist/a/index.js',
    './dist/index.js\n',
    './fan-out/runner.mjs',
    './fan-out/from-src.mjs/x',
  ])
    expect(path).not.toMatch(isTaken)
})

test.each<[string, string, string]>([
  ['a job without permissions', swap(GATE, /    permissions:\n(      .*\n)+/, ''), 'job changes: no permissions'],
  [
    'a time zone that there is not',
    swap(NIGHTLY, 'Europe/Berlin', 'Europe/Berlinn'),
    'there is no time zone Europe/Berlinn',
  ],
  [
    'a queue that is cancelled',
    swap(NIGHTLY, 'queue: max', 'queue: max\n  cancel-in-progress: true'),
    'runs that wait are cancelled',
  ],
  [
    'a step that nobody waits for',
    swap(FAIL_OVER, 'wait: calls', 'wait: load'),
    'job fail-over: nothing waits for calls',
  ],
  [
    'an output that is read too early',
    swap(FAIL_OVER, 'run: ./fail-over.sh', 'run: ./fail-over.sh\n        if: steps.calls.outputs.run-id'),
    'job fail-over: an output of calls is read before anything waits for it',
  ],
  ['a workflow without permissions', swap(GATE, 'permissions: {}\n', ''), 'no permissions at the top'],
  ['a workflow that writes', swap(GATE, 'permissions: {}', 'permissions: write-all'), 'every job may write'],
  ['a job without an end', swap(GATE, / +timeout-minutes.*\n/, ''), 'job changes: no timeout-minutes'],
  ['a workflow without concurrency', swap(GATE, /concurrency:\n(  .*\n)+/, ''), 'no concurrency'],
  [
    'a tag for a pin',
    swap(GATE, /upload-artifact@.*/, 'upload-artifact@v7'),
    'actions/upload-artifact@v7 is not pinned by a commit',
  ],
  ['a pin without a version', swap(GATE, / # v7.*/, ''), expect.stringMatching(/has no version behind it/) as never],
  ['a branch of the action', swap(GATE, 'run-test@v1', 'run-test@main'), 'callmeter/run-test@main is not ./'],
  [
    'a token left behind',
    swap(E2E, 'persist-credentials: false', 'fetch-depth: 0'),
    'job passed: a checkout that leaves the token behind',
  ],
  [
    'a value in a script',
    swap(E2E, '[ "$VERDICT" = passed ]', '[ ${{ github.head_ref }} ]'),
    'job passed: an expression within run: ${{ github.head_ref }}',
  ],
  [
    'an own action with a wrong input',
    swap(E2E, 'scenario:', 'scenery:'),
    'job failed: ./.github/actions/simulator has no input scenery',
  ],
  [
    'an output that there is not',
    swap(E2E, 'outputs.verdict', 'outputs.verdikt'),
    'job passed: steps.run.outputs.verdikt is no output of ./',
  ],
  ['a job that the gate forgets', swap(E2E, 'timed-out, cancelled,', 'timed-out,'), 'the gate does not need cancelled'],
])('the rules find %s', (_, text, expected) => {
  expect(problemsOf(text, text.includes('Keep the reports'), actionAt)).toContainEqual(expected)
})
