import { describe, expect, test } from '@jest/globals'
import { jobRunsIn } from '../../src/cleanup/job-runs.ts'
import { LOOK_FOR_MS } from '../../src/cleanup/lost-run.ts'
import { Failure, type FailureKind, explain } from '../../src/base/failure.ts'
import { heldTo, trigger } from '../../src/stages/trigger.ts'
import type { Run } from '../../src/model/run.ts'
import { EVERY_KIND, NOON, failure, fakeApi, keptLog, rejection, run, timeline } from '../fake-api.ts'

const ENTRY = { projectId: 'p1', testId: 't1', key: 'key-1', since: NOON }
const AMBIGUOUS: readonly FailureKind[] = ['interrupted', 'server', 'unreadable', 'too-large', 'misshapen']
const NO_SUCH_TEST: readonly FailureKind[] = ['not-found', 'not-offered']
const MINE = run('PENDING', { id: 'mine', createdAt: NOON + 300 })
const OLD = run('COMPLETED', { id: 'old', createdAt: NOON - 60_000 })

/** Triggers over an API whose answer fails; `list` gives the runs that there are by then, or fails too. */
function setUp(failed: unknown, list?: () => Run[], { cancelled = false } = {}) {
  const controller = new AbortController()
  const clock = timeline(NOON)
  const log = keptLog(clock)
  const api = fakeApi({
    triggerRun: () => {
      if (cancelled) controller.abort()
      return failed === undefined ? Promise.resolve({ id: 'r1', status: 'PENDING' }) : Promise.reject(failed)
    },
    ...(list ? { listRuns: () => new Promise((resolve) => resolve({ items: list() })) } : {}),
    getRun: (_, id) => Promise.resolve(run('PENDING', { id })),
  })
  const scope = { deadline: NOON + 3_600_000, signal: controller.signal }
  return {
    api,
    log,
    clock,
    scope,
    go: () => trigger({ run: ENTRY }, scope, { api, clock, log, jobRuns: jobRunsIn(undefined) }),
  }
}

test('an answer is taken as it is; where nothing is known of before, its own detail is asked for', async () => {
  const { go, api, scope } = setUp(undefined)
  expect(await go()).toMatchObject({ asked: { runId: 'r1' }, status: 'PENDING', evidence: 'named' })
  expect(api.calls).toEqual([
    ['triggerRun', 'p1', 't1', 'key-1'],
    ['getRun', 'p1', 'r1'],
  ])
  expect(api.scopes[0]).toMatchObject(scope)
})

test.each(NO_SUCH_TEST)('%s is a mistake of the workflow', async (kind) => {
  const { go, api } = setUp(failure(kind, 'Could not start the test: 404.'))
  const error = await rejection(go())
  expect(error).toMatchObject({ kind: 'input', message: 'Could not start the test: 404.' })
  expect(explain(error)).toContain('`test`')
  expect(api.calls).toHaveLength(1)
})

test('a conflict may come of the same request sent on twice: a run is looked for, and where there is none, the refusal stands', async () => {
  const refusal = failure('conflict')
  expect(await setUp(refusal, () => [MINE, OLD]).go()).toMatchObject({ asked: { runId: 'mine' }, evidence: 'presumed' })
  const error = await rejection(setUp(refusal, () => [OLD]).go())
  expect(error).toMatchObject({
    kind: 'conflict',
    cause: refusal,
    message: expect.stringMatching(/^It failed as conflict\. .*may still be running/),
  })
})

test.each(EVERY_KIND.filter((kind) => ![...AMBIGUOUS, 'conflict'].includes(kind) && !NO_SUCH_TEST.includes(kind)))(
  '%s had no effect for certain, and is passed on as it is',
  async (kind) => {
    const refusal = failure(kind)
    const { go, api } = setUp(refusal)
    const error = await rejection(go())
    expect(error).toBe(refusal)
    expect(api.calls).toHaveLength(1)
  },
)

test('a bug is passed on as it is', async () => {
  const bug = new TypeError('x is not a function')
  const { go, api } = setUp(bug)
  expect(await rejection(go())).toBe(bug)
  expect(api.calls).toHaveLength(1)
})

describe.each(AMBIGUOUS)('after %s', (kind) => {
  test('the run that was started nevertheless is adopted', async () => {
    const { go, api, log } = setUp(failure(kind), () => [MINE, OLD])
    expect(await go()).toMatchObject({ asked: { runId: 'mine' }, status: 'PENDING', evidence: 'presumed' })
    expect(api.asked('triggerRun')).toHaveLength(1)
    expect(log.at('info').join('\n')).toMatch(/It failed as .*may have been started/)
    expect(log.at('info').join('\n')).toContain('Found run mine')
  })

  test('a run that appears late is adopted', async () => {
    const clock = timeline(NOON)
    const api = fakeApi({
      triggerRun: () => Promise.reject(failure(kind)),
      listRuns: () => Promise.resolve({ items: clock.now() < NOON + 30_000 ? [OLD] : [MINE, OLD] }),
      getRun: (_, id) => Promise.resolve(run('PENDING', { id })),
    })
    const tools = { api, clock, jobRuns: jobRunsIn(undefined), log: keptLog(clock) }
    expect(await trigger({ run: ENTRY }, { deadline: NOON + 3_600_000 }, tools)).toMatchObject({
      asked: { runId: 'mine' },
    })
    expect(api.asked('triggerRun')).toHaveLength(1)
  })

  test.each<[string, () => Run[], RegExp]>([
    ['no run', () => [OLD], /contains no run of the test that was created since then/],
    ['several runs', () => [MINE, { ...MINE, id: 'other' }], /Several runs .*mine .*other /],
    ['no list', () => { throw failure('not-offered', 'There is no list.') }, /There is no list\./],
    ['no list for now', () => { throw failure('server', 'Down.') }, /Down\./],
    ['a cancel in the search', () => { throw failure('aborted', 'Told to end.') }, /Told to end\./],
  ])('%s to adopt is a lost run, and the test is not started twice', async (_, list, why) => {
    const cause = failure(kind, 'The answer got lost.')
    const { go, api, clock } = setUp(cause, list)
    const error = await rejection(go())
    expect(error).toMatchObject({ kind: 'run-lost', cause })
    expect(explain(error)).toMatch(why)
    expect(explain(error)).toMatch(/^The answer got lost\. .*not started a second time/)
    expect(api.asked('triggerRun')).toHaveLength(1)
    expect(clock.now() - NOON).toBeLessThanOrEqual(LOOK_FOR_MS)
  }) // prettier-ignore

  test('a cancel is a lost run, and nothing is looked for', async () => {
    const { go, api } = setUp(failure(kind, 'Broken off.'), () => [MINE], { cancelled: true })
    const error = await rejection(go())
    expect(error).toMatchObject({ kind: 'run-lost' })
    expect((error as Failure).message).toMatch(/^Broken off\. A run may have been started nevertheless/)
    expect(api.calls).toEqual([['triggerRun', 'p1', 't1', 'key-1']])
  })

  test('a bug in the search is passed on as it is', async () => {
    const bug = new TypeError('x is not a function')
    const { go } = setUp(failure(kind), () => {
      throw bug
    })
    expect(await rejection(go())).toBe(bug)
  })
})

test('a run is named in the log on one line of ordinary characters', async () => {
  const { go, log } = setUp(failure('server'), () => [{ ...MINE, id: 'r1\n::set-output name=verdict::passed' }])
  await go()
  for (const { message } of log.lines) expect(message).not.toContain('\n')
})

describe('an answer that names a run which cannot be the one', () => {
  test.each<[string, readonly string[] | undefined, readonly string[]]>([
    ['was there before', ['r1', 'old'], []],
    ['another test of the step has', undefined, ['r1']],
  ])('because it %s, is no answer: the own run is looked for', async (_, before, taken) => {
    const clock = timeline(NOON)
    const api = fakeApi({
      triggerRun: () => Promise.resolve({ id: 'r1', status: 'PENDING' }),
      listRuns: () => Promise.resolve({ items: [MINE, { ...OLD, id: 'r1' }] }),
      getRun: (__, id) => Promise.resolve(run('PENDING', { id })),
    })
    const jobRuns = jobRunsIn(undefined)
    for (const id of taken) jobRuns.take(id)
    const log = keptLog(clock)
    const request = { run: { ...ENTRY, ...(before ? { before } : {}) } }
    const found = await trigger(request, { deadline: NOON + 3_600_000 }, { api, clock, jobRuns, log })
    expect(found).toMatchObject({ asked: { runId: 'mine' }, evidence: 'presumed' })
    expect(log.at('info').join('\n')).toMatch(/the answer names run r1, which /)
    expect(api.asked('triggerRun')).toHaveLength(1)
  })
})

describe('a run that was only answered for is held to its detail once it was watched', () => {
  const asked = { ...ENTRY, runId: 'r1' }
  const held = (statuses: readonly string[], detail: Partial<Run>, changes: object = {}) => {
    const clock = timeline(NOON)
    const log = keptLog(clock)
    const started = { runId: 'r1', evidence: 'answered' as const, status: 'PENDING', at: NOON, own: true }
    const watched = {
      ended: 'terminal' as const,
      run: run('COMPLETED', { id: 'r1', ...detail }),
      statuses: statuses.map((status) => ({ status, at: NOON })),
      stoppedElsewhere: false,
    }
    const entry = { learn: () => undefined, close: () => undefined }
    return { evidence: () => heldTo(watched, { started, entry, asked: { ...asked, ...changes } }, log).evidence, log }
  }

  test.each<[string, readonly string[], Partial<Run>, string]>([
    ['that was seen going', ['PENDING', 'RUNNING', 'COMPLETED'], {}, 'named'],
    ['of a time that fits', ['PENDING', 'COMPLETED'], { createdAt: NOON + 300 }, 'named'],
    ['that was over when it was first seen, without a time', ['PENDING', 'COMPLETED'], {}, 'presumed'],
    ['of another time', ['PENDING', 'RUNNING', 'COMPLETED'], { createdAt: NOON - 3_600_000 }, 'presumed'],
  ])('one %s is', (_, statuses, detail, evidence) => {
    const one = held(statuses, detail)
    expect(one.evidence()).toBe(evidence)
    expect(one.log.at('warning')).toHaveLength(evidence === 'presumed' ? 1 : 0)
  })

  test('one of another test, or with another key, is a lost run', () => {
    for (const detail of [{ testId: 't2' }, { idempotencyKey: 'other' }])
      expect(() => held(['PENDING', 'COMPLETED'], detail).evidence()).toThrow(
        /which is another's.*may still be running/,
      )
  })
})
