import { describe, expect, test } from '@jest/globals'
import { readContext } from '../../src/inputs/event.ts'
import { sha } from '../publish/fake-github.ts'

const ENV = {
  GITHUB_REPOSITORY: 'acme/voice',
  GITHUB_SHA: sha('f'),
  GITHUB_REF: 'refs/heads/feature/x',
  GITHUB_EVENT_PATH: '/event.json',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_RUN_ID: '4242',
  GITHUB_RUN_ATTEMPT: '2',
  GITHUB_RUN_NUMBER: '17',
  GITHUB_WORKFLOW: 'Call quality',
  GITHUB_JOB: 'quality',
  GITHUB_ACTION: '__callmeter_run-test',
}
const PULL = {
  number: 7,
  head: { sha: sha('a'), repo: { full_name: 'acme/voice' } },
  base: { ref: 'release/2', repo: { full_name: 'acme/voice' } },
}

function read(event: unknown, env: object = {}, asked: readonly string[] = ['project', 'test']) {
  const text = typeof event === 'string' ? event : JSON.stringify(event)
  return readContext(
    { ...ENV, ...env },
    { read: (path) => (path === '/event.json' ? text : undefined) },
    asked,
    () => undefined,
  )
}

describe('the commit and its branches', () => {
  test('of a pull request are its head, not the merge commit, and its base', () => {
    expect(read({ pull_request: PULL }, { GITHUB_REF: 'refs/pull/7/merge' })).toMatchObject({
      owner: 'acme',
      repo: 'voice',
      sha: sha('a'),
      pull: { number: 7, fork: false },
      base: 'release/2',
    })
  })

  test('of a push are the commit and the branch pushed to', () => {
    const context = read({ ref: 'refs/heads/feature/x' })
    expect(context).toMatchObject({ sha: sha('f'), base: 'feature/x' })
    expect(context).not.toHaveProperty('pull')
  })

  test('of a tag are the commit, and no branch', () => {
    expect(read({}, { GITHUB_REF: 'refs/tags/v1' })).not.toHaveProperty('base')
  })

  test('of a merge queue are its commit, and the branch that it is to go to', () => {
    const event = { merge_group: { base_ref: 'refs/heads/main', head_sha: sha('f') } }
    const GITHUB_REF = 'refs/heads/gh-readonly-queue/main/pr-7-0123'
    expect(read(event, { GITHUB_REF })).toMatchObject({ sha: sha('f'), base: 'main' })
  })

  test('of a workflow after another one are the commit that the other ran for', () => {
    const event = { workflow_run: { head_sha: sha('c') } }
    expect(read(event, { GITHUB_REF: 'refs/heads/main' })).toMatchObject({ sha: sha('c'), base: 'main' })
  })

  test.each([
    ['another repository', { ...PULL, head: { ...PULL.head, repo: { full_name: 'someone/voice' } } }, true],
    ['one that is gone', { ...PULL, head: { ...PULL.head, repo: null } }, true],
    ['the same', PULL, false],
    ['one that nobody tells', { number: 7 }, false],
  ])('a head in %s', (_, pull, fork) => {
    expect(read({ pull_request: pull })?.pull).toEqual({ number: 7, fork })
  })

  test.each([
    '',
    '{',
    'null',
    '5',
    '[]',
    '{"pull_request": null}',
    '{"pull_request": {"number": "7"}}',
    '{"pull_request": 5, "workflow_run": "x", "merge_group": {"base_ref": 5}}',
    '{"workflow_run": {"head_sha": {}}}',
  ])('are those of the variables where the event is %j', (event) => {
    const context = read(event)
    expect(context).toMatchObject({ sha: sha('f'), base: 'feature/x' })
    expect(context).not.toHaveProperty('pull')
  })

  test.each<[string, () => string | undefined, RegExp]>([
    ['cannot be read', () => { throw new Error('it is not a regular file') }, /\(it is not a regular file\)/],
    ['is not there', () => undefined, /\(there is no such file\)/],
    ['is not JSON', () => 'pull_request', /\(Unexpected token/],
    ['is not an object', () => '[7]', /\(it is not an object\)/],
  ])('are those of the variables where the event %s, and that is warned of', (_, answer, words) => {
    const warnings: string[] = []
    expect(readContext(ENV, { read: answer }, [], (text) => warnings.push(text))?.sha).toBe(sha('f'))
    expect(warnings).toEqual([expect.stringMatching(words)])
    expect(warnings[0]).toMatch(/counts as no pull request/)
  }) // prettier-ignore

  test('are those of the variables where there is no event, and that is nothing to warn of', () => {
    const warnings: string[] = []
    const { GITHUB_EVENT_PATH: _, ...rest } = ENV
    expect(readContext(rest, { read: () => '{}' }, [], (text) => warnings.push(text))?.sha).toBe(sha('f'))
    expect(readContext(ENV, { read: () => '{}' }, [], (text) => warnings.push(text))?.sha).toBe(sha('f'))
    expect(warnings).toEqual([])
  })
})

test.each([{ GITHUB_REPOSITORY: undefined }, { GITHUB_REPOSITORY: 'acme' }, { GITHUB_SHA: '' }])(
  'without %j it is no workflow',
  (env) => {
    expect(read({}, env)).toBeUndefined()
  },
)

test('the page is this attempt of the run, on the server that the runner names', () => {
  expect(read({})?.page).toBe('https://github.com/acme/voice/actions/runs/4242/attempts/2')
  const env = { GITHUB_SERVER_URL: 'https://github.example', GITHUB_RUN_ATTEMPT: '' }
  expect(read({}, env)?.page).toBe('https://github.example/acme/voice/actions/runs/4242')
})

describe('the key', () => {
  const keyOf = (env: object = {}, asked?: readonly string[]) => read({}, env, asked)?.key

  test('is the same in every run of a step, on every commit', () => {
    const later = {
      GITHUB_SHA: sha('b'),
      GITHUB_RUN_ID: '9',
      GITHUB_RUN_NUMBER: '9',
      GITHUB_RUN_ATTEMPT: '9',
      GITHUB_REF: 'x',
    }
    expect(keyOf(later)).toBe(keyOf())
    expect(read({ pull_request: PULL })?.key).toBe(keyOf())
    expect(keyOf()).toMatch(/^[0-9a-f]{20}$/)
  })

  test('differs with the workflow, the job, the step and what is asked for', () => {
    const keys = [
      keyOf(),
      keyOf({ GITHUB_WORKFLOW: 'Other' }),
      keyOf({ GITHUB_JOB: 'other' }),
      keyOf({ GITHUB_ACTION: '__callmeter_run-test_2' }),
      keyOf({}, ['project', 'other']),
      keyOf({}, ['project', 'test', 'other']),
      keyOf({}, ['projecttest']),
      keyOf({ GITHUB_WORKFLOW: 'Call qualityquality', GITHUB_JOB: '' }),
    ]
    expect(new Set(keys).size).toBe(keys.length)
  })
})

test('the run number is a number, whatever the runner says', () => {
  expect(['17', '', 'x', undefined].map((number) => read({}, { GITHUB_RUN_NUMBER: number })?.runNumber)).toEqual([
    17, 0, 0, 0,
  ])
})

test('the name is the workflow and the job, in one line', () => {
  expect(read({})?.name).toBe('Call quality / quality')
  const { name } = read({}, { GITHUB_WORKFLOW: `a\n::error::${'b'.repeat(200)}`, GITHUB_JOB: '' }) ?? {}
  expect(name).toMatch(/^a ::error::b+…$/)
  expect(name?.length).toBeLessThanOrEqual(80)
})
