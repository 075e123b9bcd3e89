import { describe, expect, test } from '@jest/globals'
import { doubtAboutLength } from '../../src/stages/doubts.ts'
import type { Judgement } from '../../src/model/verdict.ts'
import type { Run } from '../../src/model/run.ts'
import { GOOD_OUTCOMES } from '../../src/model/outcomes.ts'
import { EVERY_KIND, type FakeApi, NOON, failure, fakeApi, rejection, run } from '../fake-api.ts'
import { subjectOf } from '../thresholds/rows.ts'

const SCOPE = { deadline: NOON + 60_000 }
const HALF_RUN = expect.stringMatching(/^The run ended after 40 s.*planned for 100 s.*Half a run proves nothing\.$/)

interface Setting {
  planned?: number | undefined
  lasted?: number | undefined
  outcomes?: readonly (string | null)[]
  testId?: string | undefined
  /** The list of runs, or what it fails with. */
  runs?: readonly Run[] | Error
}

/** A run of 40 s that was planned for 100 s, unless said otherwise. */
async function doubt(setting: Setting = {}) {
  const { planned, lasted, outcomes, testId, runs } = {
    planned: 100,
    lasted: 40,
    outcomes: ['SUCCESS'],
    testId: 't1',
    runs: [],
    ...setting,
  }
  const api: FakeApi = fakeApi({
    listRuns: () => (runs instanceof Error ? Promise.reject(runs) : Promise.resolve({ items: [...runs] })),
  })
  const subject = subjectOf(
    outcomes.map((outcome) => ({ outcome })),
    lasted === undefined ? {} : { durationSeconds: lasted },
  )
  const length = { projectId: 'p1', testId, runId: 'r1', plannedSeconds: planned }
  return { judgement: await doubtAboutLength(length, subject, SCOPE, api), api }
}

const earlier = (seconds: number, rest: Partial<Run> = {}): Run =>
  run('COMPLETED', { id: `old-${seconds}`, startedAt: NOON, completedAt: NOON + seconds * 1_000, ...rest })

describe('there is no doubt, and nothing is asked', () => {
  test.each<[string, Setting]>([
    ['where nobody knows what was planned', { planned: undefined }],
    ['where nobody knows how long it was', { lasted: undefined }],
    ['where no endpoint did well, so that the calls may never have begun', { outcomes: ['TIMEOUT', 'CALL_FAILED'] }],
    ['where no endpoint ended', { outcomes: [null, null] }],
    ['where there are no endpoints', { outcomes: [] }],
    ['where it was as long as planned', { lasted: 100 }],
    ['where it was longer', { lasted: 3_000 }],
    ['where it was nine tenths of it', { lasted: 90 }],
    ['where whole seconds are all that is amiss', { lasted: 89 }],
    ['where nothing was planned', { planned: 0, lasted: 0 }],
  ])('%s', async (_, setting) => {
    const { judgement, api } = await doubt({ ...setting, runs: [earlier(100)] })
    expect(judgement).toBeUndefined()
    expect(api.calls).toEqual([])
  })
})

test.each(GOOD_OUTCOMES)('one endpoint that ended as %s is enough to ask', async (outcome) => {
  expect((await doubt({ outcomes: ['TIMEOUT', outcome] })).judgement).toBeDefined()
})

test('just below nine tenths and a second is too short', async () => {
  expect((await doubt({ lasted: 88.9 })).judgement).toMatchObject({ verdict: 'warned' })
})

describe('a short run warns where there are no earlier runs to ask', () => {
  const short: Judgement = {
    verdict: 'warned',
    reason: 'The run ended after 40 s, though its calls were planned for 100 s: it may have been stopped.',
  }

  test('because there are none', async () => {
    const { judgement, api } = await doubt()
    expect(judgement).toEqual(short)
    expect(api.calls).toEqual([['listRuns', 'p1', 't1', 1]])
  })

  test('because nobody knows which test it was', async () => {
    const { judgement, api } = await doubt({ testId: undefined })
    expect(judgement).toEqual(short)
    expect(api.calls).toEqual([])
  })

  test.each(EVERY_KIND.filter((kind) => kind !== 'aborted'))(
    'because the list of runs is not to be had (%s)',
    async (kind) => {
      expect((await doubt({ runs: failure(kind) })).judgement).toEqual(short)
    },
  )

  test.each<[string, Run]>([
    ['is this run itself', earlier(100, { id: 'r1' })],
    ['failed', { ...earlier(100), status: 'FAILED' }],
    ['is going', { ...earlier(100), status: 'RUNNING' }],
    ['is of another test', earlier(100, { testId: 't2' })],
    ['has no times', run('COMPLETED', { id: 'old' })],
    ['has no start', run('COMPLETED', { id: 'old', completedAt: NOON })],
    ['has no end', run('COMPLETED', { id: 'old', startedAt: NOON })],
    ['ended before it began', earlier(-100)],
  ])('because the only other run %s', async (_, other) => {
    expect((await doubt({ runs: [other] })).judgement).toEqual(short)
  })
})

describe('earlier runs decide', () => {
  test.each<[string, number[]]>([
    ['all', [100, 101, 99]],
    ['most', [100, 40, 101]],
    ['one, and the others were stopped too,', [40, 100, 41]],
    ['the only one', [95]],
  ])('%s were as long as planned: it was stopped', async (_, lengths) => {
    const { judgement } = await doubt({ runs: lengths.map((seconds) => earlier(seconds)) })
    expect(judgement).toEqual({ verdict: 'cancelled', reason: HALF_RUN })
  })

  test.each<[string, number[]]>([
    ['all', [40, 41, 39]],
    ['the only one', [40]],
  ])('%s were as short: the plan means something else', async (_, lengths) => {
    expect((await doubt({ runs: lengths.map((seconds) => earlier(seconds)) })).judgement).toBeUndefined()
  })

  test('those of the test by name, and those that name none', async () => {
    const { judgement } = await doubt({ runs: [earlier(100, { testId: 't1' }), earlier(40, { testId: 't2' })] })
    expect(judgement).toMatchObject({ verdict: 'cancelled' })
  })
})

test('the list of runs is asked for once and without patience: nothing that matters depends on it', async () => {
  const { api } = await doubt()
  expect(api.scopes).toEqual([{ ...SCOPE, patienceMs: 0 }])
})

test('a cancel and a bug are passed on', async () => {
  const cancel = failure('aborted')
  expect(await rejection(doubt({ runs: cancel }))).toBe(cancel)
  const bug = new TypeError('x is not a function')
  expect(await rejection(doubt({ runs: bug }))).toBe(bug)
})
