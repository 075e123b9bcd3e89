import { describe, expect, test } from '@jest/globals'
import { MAX_COMMITS, githubReader } from '../../../src/apis/github/reader.ts'
import { failure, rejection } from '../../fake-api.ts'

interface Answer {
  headers?: Record<string, string>
  body?: unknown
}

/** A reader over answers by path, below the repository; a path that has none is a bug. */
function setUp(answers: Record<string, Answer>) {
  const paths: string[] = []
  const reader = githubReader({ owner: 'acme', repo: 'voice' }, (_, path) => {
    const below = path.replace('/repos/acme/voice', '')
    paths.push(below)
    const { headers = {}, body = [] } = answers[below] ?? {}
    return below in answers ? Promise.resolve({ headers, body }) : Promise.reject(failure('not-found'))
  })
  return { reader, paths }
}

test('owner and name are put into the path as what they are', async () => {
  const paths: string[] = []
  const reader = githubReader({ owner: 'a/b', repo: '..?' }, (_, path) => {
    paths.push(path)
    return Promise.resolve({ headers: {}, body: {} })
  })
  await reader.readStatuses('x/y')
  expect(paths).toEqual(['/repos/a%2Fb/..%3F/commits/x%2Fy/statuses?per_page=1'])
})

describe('whether a token may write', () => {
  const pushing = { permissions: { push: true } }
  test.each([
    ['a classic token of somebody who may push', { headers: { 'x-oauth-scopes': 'gist, repo' }, body: pushing }, true],
    ['one of somebody who may not', { headers: { 'x-oauth-scopes': 'repo' }, body: { permissions: { push: false } } }, false],
    ['one without the scope', { headers: { 'x-oauth-scopes': 'repo:status_, gist' }, body: pushing }, false],
    ['a token of which no answer tells, though its user may push', { body: pushing }, false],
    ['an answer that is no repository', { headers: { 'x-oauth-scopes': 'repo' }, body: null }, false],
  ])('%s', async (_, answer, may) => {
    expect(await setUp({ '': answer }).reader.mayWrite()).toBe(may)
  }) // prettier-ignore
})

test('statuses and comments are read by one row', async () => {
  const [statuses, comments] = ['/commits/abc/statuses?per_page=1', '/issues/7/comments?per_page=1']
  const { reader, paths } = setUp({ [statuses]: {}, [comments]: {} })
  await reader.readStatuses('abc')
  await reader.readComments(7)
  expect(paths).toEqual([statuses, comments])
  expect(await rejection(reader.readStatuses('other'))).toMatchObject({ kind: 'not-found' })
})

describe('the newest commits of a branch', () => {
  const list = `/commits?sha=release%2F1&per_page=${MAX_COMMITS}`
  const of = (sha: string): string => `/commits/${sha}/statuses?per_page=100`
  const status = (state: string, context = 'Quality') => ({ context, state, target_url: 'https://x.test', created_at: 'then' }) // prettier-ignore

  test('have their newest status of the context, up to the first that passed', async () => {
    const { reader, paths } = setUp({
      [list]: { body: [null, { sha: 5 }, { sha: 'a' }, { sha: 'b' }, { sha: 'c' }] },
      [of('a')]: { body: [status('success', 'other'), { ...status('pending'), target_url: null, created_at: 5 }] },
      [of('b')]: { body: [status('success'), status('failure')] },
    })
    expect(await reader.listStatuses('release/1', 'quality')).toEqual([
      { sha: 'a', status: { state: 'PENDING', url: '', at: '' } },
      { sha: 'b', status: { state: 'SUCCESS', url: 'https://x.test', at: 'then' } },
    ])
    expect(paths).toEqual([list, of('a'), of('b')])
  })

  test('that are no list are none', async () => {
    expect(await setUp({ [list]: { body: { message: 'odd' } } }).reader.listStatuses('release/1', 'quality')).toEqual(
      [],
    )
  })
})
