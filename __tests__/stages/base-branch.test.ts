import { expect, test } from '@jest/globals'
import type { CommitWithStatus } from '../../src/apis/github/api.ts'
import { baseRunOf } from '../../src/stages/base-branch.ts'
import { linkRuns } from '../../src/report/run-link.ts'
import { sha } from '../publish/fake-github.ts'

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
  expect(found(both, 'c')).toMatch(/names no run of this test$/)
  // Without the test's id, which of the two it is cannot be told.
  expect(found(both, '')).toMatch(/names no run of this test$/)
})

test('a single run without its test, or for a test that is not known, is taken', () => {
  expect(found([commit('1', 'SUCCESS', [':run-x'])])).toBe('run-x of main at 1111111')
  expect(found([commit('1', 'SUCCESS', ['a:run-a'])], '')).toBe('run-a of main at 1111111')
  expect(found([commit('1', 'SUCCESS', ['a:run-a'])], 'b')).toMatch(/names no run of this test$/)
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
    'the status "callmeter/quality" on main at 1111111 names no run of CallMeter',
  )
})

test('names of branches and contexts stay one line', () => {
  const hostile = { ...OWN, branch: 'a\n::error::x', context: `${'long '.repeat(100)}\r` }
  for (const reason of [found(undefined, 'test', hostile), found([], 'test', hostile)]) {
    expect(reason).not.toMatch(/[\r\n]/)
    expect(reason.length).toBeLessThan(300)
  }
})
