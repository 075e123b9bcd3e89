import { describe, expect, test } from '@jest/globals'
import type { CommitWithStatus } from '../../src/apis/github/api.ts'
import { type GitHubReader, MAX_COMMITS } from '../../src/apis/github/reader.ts'
import { linkRuns } from '../../src/report/run-link.ts'
import { type GitHubPlace, baseRunByReading, checkGitHub } from '../../src/stages/check-github.ts'
import { failure, rejection } from '../fake-api.ts'
import { CONTEXT, sha } from '../publish/fake-github.ts'

const ASKED = { comment: 'always', 'commit-status': 'quality' } as const
const READER: GitHubReader = {
  mayWrite: () => Promise.resolve(false),
  readStatuses: () => Promise.resolve(),
  readComments: () => Promise.resolve(),
  listStatuses: () => Promise.resolve([]),
}
const place = (reader: Partial<GitHubReader> = {}, rest: Partial<GitHubPlace> = {}): GitHubPlace => ({
  context: CONTEXT,
  reader: { ...READER, ...reader },
  isOfPull: true,
  ...rest,
})
const statesOf = async (inputs: Parameters<typeof checkGitHub>[0], where: GitHubPlace) =>
  (await checkGitHub(inputs, where)).map(({ what, state }) => [what, state])

describe('what would be written', () => {
  test('is not looked at where nothing is asked for', async () => {
    const none = { comment: 'never', 'commit-status': '' } as const
    const reader = { readStatuses: () => Promise.reject(new Error('asked')), readComments: () => Promise.reject(new Error('asked')) } // prettier-ignore
    expect(await statesOf(none, place(reader))).toEqual([
      ['commit-status', 'not set'],
      ['comment', 'not set'],
    ])
  })

  test.each<[what: string, where: GitHubPlace, status: string, comment: string]>([
    ['stays unknown after a successful read', place(), 'unknown', 'unknown'],
    ['is ok where an answer says so', place({ mayWrite: () => Promise.resolve(true) }), 'ok', 'ok'],
    ['is refused where reading is', place({ readStatuses: () => Promise.reject(failure('forbidden')) }), 'warning', 'unknown'],
    ['is refused where the repository is', place({ mayWrite: () => Promise.reject(failure('server')) }), 'warning', 'warning'],
    ['is nothing without a token', place({}, { reader: undefined }), 'warning', 'warning'],
    ['is nothing outside of a workflow', place({}, { context: undefined }), 'warning', 'warning'],
    ['is refused for a fork', place({}, { context: { ...CONTEXT, pull: { number: 7, fork: true } } }), 'warning', 'warning'],
    ['is unknown for a fork whose pull request did not start it', place({}, { context: { ...CONTEXT, pull: { number: 7, fork: true } }, isOfPull: false }), 'unknown', 'unknown'],
  ])('%s', async (_, where, status, comment) => {
    expect(await statesOf(ASKED, where)).toEqual([['commit-status', status], ['comment', comment]])
  }) // prettier-ignore

  test('is no comment without a pull request', async () => {
    const { pull: _, ...context } = CONTEXT
    expect(await statesOf(ASKED, place({}, { context }))).toEqual([
      ['commit-status', 'unknown'],
      ['comment', 'not set'],
    ])
  })

  test.each<[what: string, where: GitHubPlace, reason: string]>([
    ['nothing tells', place(), 'The token can read it; whether it has the permission `pull-requests: write` only shows when it is written.'],
    ['an answer tells', place({ mayWrite: () => Promise.resolve(true) }), 'The scopes of the token allow to write it.'],
    ['there is no token', place({}, { reader: undefined }), 'It would not be written: `github-token` is empty.'],
    ['there is no workflow', place({}, { context: undefined }), 'It would not be written: this is no workflow of GitHub.'],
    ['it is a fork', place({}, { context: { ...CONTEXT, pull: { number: 7, fork: true } } }), 'It would not be written: the token of a pull request from a fork may only read.'],
  ])('it is said that %s', async (_, where, reason) => {
    expect((await checkGitHub(ASKED, where))[1]?.reason).toBe(reason)
  }) // prettier-ignore

  test('the comments that are read are the pull request’s', async () => {
    const pulls: number[] = []
    await checkGitHub(ASKED, place({ readComments: (pull) => Promise.resolve(void pulls.push(pull)) }))
    expect(pulls).toEqual([7])
  })

  test('a refusal names the permission', async () => {
    const [status] = await checkGitHub(ASKED, place({ readStatuses: () => Promise.reject(failure('forbidden')) }))
    expect(status?.reason).toContain('Give the job the permission `statuses: write`')
  })

  test('a cancelled step ends it', async () => {
    const cancelled = place({ readStatuses: () => Promise.reject(failure('aborted')) })
    expect(await rejection(checkGitHub(ASKED, cancelled))).toMatchObject({ kind: 'aborted' })
  })
})

describe('the run of the base branch', () => {
  const passed = (digit: string): CommitWithStatus => ({
    sha: sha(digit),
    status: { state: 'SUCCESS', url: linkRuns('https://x.test', [{ runId: 'r1', testId: 't1' }]), at: '' },
  })
  const found = (commits: CommitWithStatus[]) =>
    baseRunByReading('quality', place({ listStatuses: () => Promise.resolve(commits) }))('t1')

  test('is that behind the newest passing status, read once for all tests', async () => {
    let asked = 0
    const baseRun = baseRunByReading('quality', place({ listStatuses: () => (asked++, Promise.resolve([passed('b')])) })) // prettier-ignore
    expect(await baseRun('t1')).toEqual({ runId: 'r1', where: 'main at bbbbbbb' })
    expect(await baseRun('other')).toMatchObject({ kind: 'missing' })
    expect(asked).toBe(1)
  })

  test('that is further back than a check reads is said so', async () => {
    const none = { sha: sha('c') }
    expect(await found([none])).toMatchObject({ reason: expect.not.stringContaining('a run looks at more') })
    expect(await found(Array.from({ length: MAX_COMMITS }, () => none))).toMatchObject({ reason: expect.stringMatching(/a run checks more commits than this$/) }) // prettier-ignore
  })

  test('is not looked for after a cancel, and hides no bug', async () => {
    for (const error of [failure('aborted'), new TypeError('bug')])
      expect(await rejection(baseRunByReading('q', place({ listStatuses: () => Promise.reject(error) }))('t1'))).toBe(error) // prettier-ignore
  })

  test.each([
    ['a branch', place({}, { context: undefined }), /does not run for a branch/],
    ['a token', place({}, { reader: undefined }), /`github-token` is empty/],
    ['a permission', place({ listStatuses: () => Promise.reject(failure('not-found')) }), /`contents: read`/],
  ])('without %s is missing', async (_, where, reason) => {
    expect(await baseRunByReading('quality', where)('t1')).toMatchObject({ kind: 'missing', reason: expect.stringMatching(reason) }) // prettier-ignore
  })
})
