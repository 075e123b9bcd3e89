import { describe, expect, test } from '@jest/globals'
import type { CommitWithStatus } from '../../src/apis/github/api.ts'
import { baseRunOf } from '../../src/stages/base-branch.ts'
import { linkRuns } from '../../src/report/run-link.ts'
import { failure } from '../fake-api.ts'
import { CONTEXT, ENV, fakeGitHub, open, sha } from '../publish/fake-github.ts'

const OWN = { branch: 'main', context: 'callmeter/quality', own: sha('0') }

function commit(digit: string, state?: string, runs: readonly string[] = [`test:run-${digit}`]): CommitWithStatus {
  const linked = runs.map((run) => ({ testId: run.split(':')[0] ?? '', runId: run.split(':')[1] ?? '' }))
  return {
    sha: sha(digit),
    ...(state ? { status: { state, url: linkRuns('https://github.com/x', linked), at: '2026-03-04T12:00:00Z' } } : {}),
  }
}

const found = (commits: readonly CommitWithStatus[] | undefined, testId = 'test', branch = OWN) => {
  const answer = baseRunOf(commits, branch, testId)
  return 'reason' in answer ? answer.reason : `${answer.runId} of ${answer.where}`
}

test('the newest commit that passed has the run', () => {
  const commits = [commit('1'), commit('2', 'FAILURE'), commit('3', 'SUCCESS'), commit('4', 'SUCCESS')]
  expect(found(commits)).toBe('run-3 of main at 3333333')
})

test.each(['PENDING', 'ERROR', 'FAILURE', 'EXPECTED', 'success', ''])('%j is no pass', (state) => {
  expect(found([commit('1', state), commit('2', 'SUCCESS')])).toBe('run-2 of main at 2222222')
})

test('the own commit is never the baseline, though it passed before', () => {
  expect(found([commit('0', 'SUCCESS'), commit('1', 'SUCCESS')])).toBe('run-1 of main at 1111111')
  expect(found([commit('0', 'SUCCESS')])).toMatch(/^none of the newest 0 commits of main/)
})

test('of several tests, the run is the one of this test', () => {
  const both = [commit('1', 'SUCCESS', ['a:run-a', 'b:run-b'])]
  expect([found(both, 'a'), found(both, 'b')]).toEqual(['run-a of main at 1111111', 'run-b of main at 1111111'])
  expect(found(both, 'c')).toMatch(/refers to no run of this test$/)
  // Without the test's id, which of the two it is cannot be told.
  expect(found(both, '')).toMatch(/refers to no run of this test$/)
})

test('a single run without its test, or for a test that is not known, is taken', () => {
  expect(found([commit('1', 'SUCCESS', [':run-x'])])).toBe('run-x of main at 1111111')
  expect(found([commit('1', 'SUCCESS', ['a:run-a'])], '')).toBe('run-a of main at 1111111')
  expect(found([commit('1', 'SUCCESS', ['a:run-a'])], 'b')).toMatch(/refers to no run of this test$/)
})

test('why there is none is said', () => {
  expect(found(undefined)).toBe('the repository has no branch main')
  expect(found([commit('1'), commit('2')])).toBe(
    'none of the newest 2 commits of main has a passing status "callmeter/quality"',
  )
  expect(found([commit('1', 'PENDING'), commit('2', 'ERROR'), commit('3')])).toBe(
    'none of the newest 3 commits of main has a passing status "callmeter/quality"; 2 have it in another state',
  )
  expect(found([commit('1', 'SUCCESS', [])])).toBe(
    'the status "callmeter/quality" on main at 1111111 refers to no CallMeter run',
  )
})

test('names of branches and contexts stay one line', () => {
  const hostile = { ...OWN, branch: 'a\n::error::x', context: `${'long '.repeat(100)}\r` }
  for (const reason of [found(undefined, 'test', hostile), found([], 'test', hostile)]) {
    expect(reason).not.toMatch(/[\r\n]/)
    expect(reason.length).toBeLessThan(300)
  }
})

describe('the run of the base branch', () => {
  const url = linkRuns('https://github.com/x', [
    { runId: 'run-a', testId: 'a' },
    { runId: 'run-b', testId: 'b' },
  ])
  const passing = { state: 'SUCCESS', url, at: '2026-03-04T12:00:00Z' }
  const asked = { 'commit-status': 'callmeter/quality' }

  test('is asked for once, however many tests want theirs', async () => {
    const github = fakeGitHub()
    github.branch = [
      { sha: CONTEXT.sha, status: { ...passing, url: '' } },
      { sha: sha('b'), status: passing },
    ]
    const { baseRun } = open({ github, inputs: asked })
    expect(await Promise.all([baseRun('a'), baseRun('b')])).toEqual([
      { runId: 'run-a', where: 'main at bbbbbbb' },
      { runId: 'run-b', where: 'main at bbbbbbb' },
    ])
    expect(github.calls).toEqual([['listStatuses', 'main', 'callmeter/quality']])
  })

  test.each([
    ['forbidden', /^the base branch could not be read: .* `contents: read` and `statuses: read`$/],
    ['key-refused', /Check `github-token`$/],
    ['server', /^the base branch could not be read: It failed as server$/],
  ] as const)('(%s) is missing where it cannot be read, and why is said', async (kind, words) => {
    const github = fakeGitHub()
    github.before = () => {
      throw failure(kind)
    }
    const { baseRun, log } = open({ github, inputs: asked })
    expect(await baseRun('a')).toEqual({ kind: 'missing', reason: expect.stringMatching(words) })
    expect(log.at('warning')).toEqual([])
  })

  test('is missing where the workflow runs for no branch', async () => {
    const { baseRun, connections } = open({ inputs: asked, event: {}, env: { ...ENV, GITHUB_REF: 'refs/tags/v1' } })
    expect(await baseRun('a')).toEqual({ kind: 'missing', reason: 'this workflow does not run for a branch' })
    expect(connections).toEqual([])
  })
})
