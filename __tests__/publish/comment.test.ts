import { describe, expect, test } from '@jest/globals'
import type { FailureKind } from '../../src/base/failure.ts'
import { outdateComment, writeComment } from '../../src/publish/comment.ts'
import type { GitHubContext } from '../../src/inputs/event.ts'
import { failure, keptLog, rejection } from '../fake-api.ts'
import { runWith, stepWith } from '../report/reports.ts'
import { CONTEXT, type FakeGitHub, fakeGitHub, sha } from './fake-github.ts'

const [OLDEST, OLDER, NEWER] = [sha('1'), sha('2'), sha('3')]
const never = new AbortController().signal

/** This step on a commit, in a run of the workflow. */
const at = (commit: string, runNumber = 1): GitHubContext => ({ ...CONTEXT, sha: commit, runNumber })

/** Writes the comment of a step that passed. */
async function write(github: FakeGitHub, own = at(NEWER), wanted = true, signal = never): Promise<string[]> {
  const log = keptLog()
  const report = stepWith({ runs: [runWith({ reason: `About ${own.sha.slice(0, 7)}.` })] })
  await writeComment(report, wanted, { github, context: own, pull: 7, log }, signal)
  return log.at('info')
}

const outdate = (github: FakeGitHub, own: GitHubContext) => outdateComment(github, own, 7, never)

/** A GitHub with the comment of an earlier step, and its head there. */
async function withComment(own: GitHubContext, head = own.sha): Promise<FakeGitHub> {
  const github = fakeGitHub()
  github.headSha = own.sha
  await write(github, own)
  github.headSha = head
  github.calls.length = 0
  return github
}

const bodies = ({ comments }: FakeGitHub) => comments.map(({ body }) => body)
const aboutOf = (github: FakeGitHub) => bodies(github).map((body) => /About (\w+)\./.exec(body)?.[1])
const isOutdated = (github: FakeGitHub) => bodies(github).map((body) => body.includes('Outdated'))

describe('the comment of a step', () => {
  test('is made once, and then updated in place', async () => {
    const github = fakeGitHub()
    github.headSha = OLDER
    expect(await write(github, at(OLDER))).toEqual(['Commented on pull request 7: https://c/1'])
    github.headSha = NEWER
    expect(await write(github, at(NEWER))).toEqual(['Updated the comment on pull request 7: https://c/1'])
    expect([aboutOf(github), isOutdated(github)]).toEqual([['3333333'], [false]])
    expect(github.asked()).toEqual(['listComments', 'createComment', 'listComments', 'updateComment'])
  })

  test('is found again among any number of others', async () => {
    const github = fakeGitHub([], 2)
    github.headSha = NEWER
    await write(github)
    for (let i = 0; i < 9; i++) github.comments.push({ id: 10 + i, body: `other ${i}` })
    await write(github)
    expect(github.comments).toHaveLength(10)
    expect(github.asked().filter((name) => name === 'listComments')).toHaveLength(1 + 5)
  })

  test('is its own: that of another workflow, job, step or set of tests stays', async () => {
    const github = await withComment(at(NEWER))
    await write(github, { ...at(NEWER), key: 'def456' })
    expect(github.comments).toHaveLength(2)
    await write(github)
    expect(github.comments).toHaveLength(2)
  })

  test('is not what quotes it: other actions write in the same name', async () => {
    const github = await withComment(at(NEWER))
    const quoting = bodies(github).flatMap((body) => [`Quote: ${body}`, `> ${body}`, `\`\`\`\n${body}\n\`\`\``])
    github.comments.splice(0, 1, ...quoting.map((body, i) => ({ id: 50 + i, body })))
    await write(github)
    expect(bodies(github).slice(0, 3)).toEqual(quoting)
    expect(github.comments).toHaveLength(4)
  })

  test('is not made where it is not wanted, but is kept up to date', async () => {
    const none = fakeGitHub()
    expect(await write(none, at(NEWER), false)).toEqual([])
    expect(none.asked()).toEqual(['listComments'])

    const github = await withComment(at(OLDER), NEWER)
    await write(github, at(NEWER), false)
    expect(aboutOf(github)).toEqual(['3333333'])
  })

  test('says so where a newer commit is there', async () => {
    const github = await withComment(at(OLDER), NEWER)
    await write(github, at(OLDER))
    expect([aboutOf(github), isOutdated(github)]).toEqual([['2222222'], [true]])
    expect(bodies(github)[0]).toMatch(/commit <code>2222222<\/code>, and <code>3333333<\/code> is newer/)
  })
})

describe('an older commit’s step', () => {
  test('leaves the comment on the newest commit alone', async () => {
    const github = await withComment(at(NEWER, 1))
    // Even in a later run: an old one that is started again has the higher number.
    expect(await write(github, at(OLDER, 2))).toEqual([
      'The comment on pull request 7 is about a newer commit, so it stays as it is.',
    ])
    expect([aboutOf(github), github.asked()]).toEqual([['3333333'], ['listComments']])
  })

  test('leaves the comment on a newer commit alone that is not the newest either', async () => {
    const github = await withComment(at(OLDER, 2), NEWER)
    await write(github, at(OLDEST, 1))
    expect(aboutOf(github)).toEqual(['2222222'])
    // And the other way round.
    const other = await withComment(at(OLDEST, 1), NEWER)
    await write(other, at(OLDER, 2))
    expect([aboutOf(other), isOutdated(other)]).toEqual([['2222222'], [true]])
  })

  test('is none where the pull request was set back to it', async () => {
    const github = await withComment(at(NEWER, 2), OLDER)
    await write(github, at(OLDER, 1))
    expect([aboutOf(github), isOutdated(github)]).toEqual([['2222222'], [false]])
  })

  test('is none where it is of the same commit', async () => {
    const github = await withComment(at(NEWER, 5))
    await write(github, at(NEWER, 4))
    expect(github.asked()).toEqual(['listComments', 'updateComment'])
  })
})

describe('a comment that an answer was lost of', () => {
  const lost = ['server', 'interrupted', 'unreadable'] as const

  test.each(lost)('is found again where it is there (%s)', async (kind) => {
    const github = fakeGitHub()
    github.after = (name) => {
      if (name === 'createComment') throw failure(kind)
    }
    expect(await write(github)).toEqual(['Commented on pull request 7: https://c/1'])
    expect(github.comments).toHaveLength(1)
  })

  test.each(lost)('is made again where it is not there, once (%s)', async (kind) => {
    const github = fakeGitHub()
    let times = 0
    github.before = (name) => {
      if (name === 'createComment' && times++ < 1) throw failure(kind)
    }
    await write(github)
    expect(github.comments).toHaveLength(1)
    expect(github.asked()).toEqual(['listComments', 'createComment', 'listComments', 'createComment'])

    times = -5
    github.comments.length = 0
    expect(await rejection(write(github))).toMatchObject({ kind })
    expect(times).toBe(-3)
  })

  test.each<FailureKind>(['forbidden', 'rate-limited', 'rejected', 'not-found', 'key-refused'])(
    'was refused where it was refused (%s)',
    async (kind) => {
      const github = fakeGitHub()
      github.before = (name) => {
        if (name === 'createComment') throw failure(kind)
      }
      expect(await rejection(write(github))).toMatchObject({ kind })
      expect(github.asked()).toEqual(['listComments', 'createComment'])
    },
  )

  test('is left to itself where time is out', async () => {
    const github = fakeGitHub()
    const late = new AbortController()
    github.after = (name) => {
      if (name !== 'createComment') return
      late.abort()
      throw failure('interrupted')
    }
    expect(await rejection(write(github, at(NEWER), true, late.signal))).toMatchObject({ kind: 'interrupted' })
    expect(github.asked()).toEqual(['listComments', 'createComment'])
  })
})

describe('when the test of a new commit begins', () => {
  test('the comment on an older one says so, once, and keeps what it says', async () => {
    const github = await withComment(at(OLDER), NEWER)
    await outdate(github, at(NEWER, 2))
    await outdate(github, at(NEWER, 3))
    expect(github.asked()).toEqual(['listComments', 'updateComment', 'listComments'])
    expect([aboutOf(github), isOutdated(github)]).toEqual([['2222222'], [true]])
    expect(bodies(github)[0]?.split('Outdated')).toHaveLength(2)
    // It is still found, and its note goes with what it was about.
    await write(github, at(NEWER, 2))
    expect([aboutOf(github), isOutdated(github)]).toEqual([['3333333'], [false]])
  })

  test('the note is not taken for there because a name looks like it', async () => {
    const github = fakeGitHub()
    github.headSha = OLDER
    const report = stepWith({ problem: 'No test "<!-- outdated -->", and <!-- callmeter/run-test abc123 0 0 -->' })
    await writeComment(report, true, { github, context: at(OLDER), pull: 7, log: keptLog() }, never)
    github.headSha = NEWER
    await outdate(github, at(NEWER))
    expect(isOutdated(github)).toEqual([true])
  })

  test.each([
    ['on the same commit', at(OLDER), OLDER, at(OLDER)],
    ['on the newest commit, where this one is not that', at(NEWER), NEWER, at(OLDER)],
    ['where yet a newer commit is there', at(OLDEST), NEWER, at(OLDER)],
  ])('a comment %s stays as it is', async (_, commented, head, own) => {
    const github = await withComment(commented, head)
    await outdate(github, own)
    expect(github.asked()).toEqual(['listComments'])
  })

  test('there may be none', async () => {
    const github = fakeGitHub(['someone else’s'])
    await outdate(github, CONTEXT)
    expect(bodies(github)).toEqual(['someone else’s'])
  })
})
