import { describe, expect, test } from '@jest/globals'
import { doubtAboutLength, doubtsAbout, fractionLostDoubt, oneDirectionDoubt } from '../../src/stages/doubts.ts'
import type { Judgement } from '../../src/model/verdict.ts'
import type { Run } from '../../src/model/run.ts'
import { GOOD_OUTCOMES } from '../../src/model/outcomes.ts'
import { EVERY_KIND, type FakeApi, NOON, failure, fakeApi, keptLog, rejection, run, timeline } from '../fake-api.ts'
import { type Row, measurementsOf, subjectOf } from '../thresholds/rows.ts'
import { parseThresholds } from '../../src/thresholds/parse.ts'

const SCOPE = { deadline: NOON + 60_000 }
const HALF_RUN = expect.stringMatching(/^The run ended after 40 s.*planned for 100 s.*Partial runs are not judged\.$/)

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
  const subject = subjectOf(outcomes.map((outcome) => ({ outcome })))
  const length = { projectId: 'p1', testId, runId: 'r1', plannedSeconds: planned, mostSeconds: lasted }
  return { judgement: await doubtAboutLength(length, subject, SCOPE, api), api }
}

const earlier = (seconds: number, rest: Partial<Run> = {}): Run =>
  run('COMPLETED', { id: `old-${seconds}`, startedAt: NOON, completedAt: NOON + seconds * 1_000, ...rest })

describe('there is no doubt, and nothing is asked', () => {
  test.each<[string, Setting]>([
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

describe('where nobody knows what was planned, runs that were all more than twice as long take its place', () => {
  const unplanned = async (lasted: number, ...lengths: number[]) =>
    (
      await doubt({
        planned: undefined,
        lasted,
        runs: lengths.map((seconds, i) => earlier(seconds, { id: `old${i}` })),
      })
    ).judgement

  test('then it was stopped', async () => {
    expect(await unplanned(12, 300, 301, 299)).toEqual({
      verdict: 'cancelled',
      reason:
        'The run ended after 12 s, and the 3 runs before it lasted 299 s or longer: it was stopped. Partial runs are not judged.',
    })
  })

  test.each([[12], [12, 300, 300], [12, 300, 300, 20], [150, 300, 300, 300], [400, 300, 300, 300]])(
    'else nothing is known: %j',
    async (...lengths) => {
      const [lasted = 0, ...before] = lengths
      expect(await unplanned(lasted, ...before)).toBeUndefined()
    },
  )
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

describe('the unit of fraction_lost', () => {
  const of = (...metrics: Record<string, unknown>[]): string | undefined =>
    fractionLostDoubt(measurementsOf(metrics.map((values): Row => ({ metrics: values }))))

  /** An endpoint that lost so many of a thousand packets, and what it says of it. */
  const lost = (packets: number, fraction: unknown): Record<string, unknown> => ({
    fraction_lost: fraction,
    packets_lost: packets,
    packets_received: 1_000 - packets,
  })

  const SUSPICION =
    /^All values of fraction_lost lie between 0 and 1 .*Nothing was converted\. If it is a share, write limits as shares/
  const TOLD =
    /^The values of fraction_lost are shares from 0 to 1, judging by the packet counts.*Nothing was converted\. Write limits as shares/

  describe('it looks like percent', () => {
    test.each<[string, Record<string, unknown>[]]>([
      ['where there is none', [{ mos: 4 }]],
      ['where there are no endpoints', []],
      ['where no endpoint has a value', [{ fraction_lost: null }, {}]],
      ['where nothing was lost', [{ fraction_lost: 0 }, { fraction_lost: 0 }]],
      ['where one value is above 1', [{ fraction_lost: 0.2 }, { fraction_lost: 1.01 }]],
      ['where all are above 1', [{ fraction_lost: 3 }, { fraction_lost: 12 }]],
      ['where only one direction is above 1', [{ fraction_lost: { send: 0.2, receive: 4 } }]],
      ['where values make no sense', [{ fraction_lost: -0.5 }]],
    ])('%s', (_, metrics) => {
      expect(of(...metrics)).toBeUndefined()
    })

    test('where the packet counts say that a healthy call lost so little', () => {
      expect(of(lost(5, 0.5), lost(2, 0.2), lost(0, 0))).toBeUndefined()
      expect(of(lost(10, 1))).toBeUndefined()
    })

    test('where the packet counts of most endpoints say so', () => {
      expect(of(lost(5, 0.5), lost(3, 0.3), lost(4, 0.004))).toBeUndefined()
    })

    test('where the fraction is of the last second, and the counts of the whole call', () => {
      expect(of(lost(5, 0.9), lost(5, 0.2))).toBeUndefined()
    })
  })

  describe('it is a share', () => {
    test.each<[string, Record<string, unknown>[]]>([
      ['of each endpoint', [lost(5, 0.005), lost(20, 0.02), lost(0, 0)]],
      ['of most endpoints', [lost(5, 0.005), lost(20, 0.02), lost(4, 0.4)]],
      ['of the whole', [lost(500, 0.5)]],
      ['of all packets', [lost(1_000, 1)]],
      ['of the worse direction', [lost(30, { send: 0.01, receive: 0.03 })]],
      [
        'of the only endpoint that tells',
        [lost(20, 0.02), { fraction_lost: 0.01 }, { packets_lost: 7, packets_received: 1 }],
      ],
    ])('%s, judging by the packet counts', (_, metrics) => {
      expect(of(...metrics)).toMatch(TOLD)
    })
  })

  describe('it may be either', () => {
    test.each<[string, Record<string, unknown>[]]>([
      ['where there are no packet counts', [{ fraction_lost: 0.02 }, { fraction_lost: 0 }]],
      ['where packets are counted on one side only', [{ fraction_lost: 0.02, packets_lost: 20 }]],
      ['where no packet was lost by count', [lost(0, 0.02)]],
      [
        'where the counts are of other endpoints',
        [{ fraction_lost: 0.02 }, { packets_lost: 20, packets_received: 980 }],
      ],
      ['where the counts of as many endpoints say one as the other', [lost(20, 0.02), lost(5, 0.5)]],
      [
        'where the counts are in several directions that do not agree',
        [{ fraction_lost: 0.02, packets_lost: 20, packets_received: { send: 1, receive: 980 } }],
      ],
      ['at the value that is the whole as a share', [{ fraction_lost: 1 }]],
    ])('%s', (_, metrics) => {
      expect(of(...metrics)).toMatch(SUSPICION)
    })

    test('and the largest value is told, shortly', () => {
      expect(of({ fraction_lost: 0.012345678 }, { fraction_lost: 0.001 })).toContain('(the largest is 0.0123)')
    })
  })
})

describe('values in one direction only', () => {
  const both = { metrics: { mos: { send: 4.3, receive: 4.1 } } }
  const one = { metrics: { mos: { send: 4.35, receive: null } } }
  const doubtOf = (...rows: Row[]): string | undefined => oneDirectionDoubt(measurementsOf(rows))

  test('are told of, where others have both', () => {
    expect(doubtOf(both, one, both, one)).toMatch(/^2 of 4 endpoints succeeded and have values of mos in one direction/)
    expect(
      doubtOf(both, { metrics: { packets_received: { send: 5 } } }, { metrics: { packets_received: { receive: 5 } } }),
    ).toMatch(/^2 of 3 .*packets_received/)
  })

  test('are nothing to tell of where no endpoint has both, or those that lack one failed', () => {
    expect(doubtOf(one, one)).toBeUndefined()
    expect(doubtOf(both, { ...one, outcome: 'TIMEOUT' })).toBeUndefined()
    expect(doubtOf(both, both)).toBeUndefined()
    expect(doubtOf({ metrics: { mos: 4 } })).toBeUndefined()
    expect(doubtOf()).toBeUndefined()
  })
})

test('what a reader must know is in the log, too, and a reason for a failure of a completed run is part of it', () => {
  const log = keptLog(timeline(NOON))
  const limits = parseThresholds('rate(fraction_lost > 1) <= 5%').thresholds
  const of = subjectOf([
    { metrics: { fraction_lost: 0.4, mos: { send: 4, receive: 4 } } },
    { metrics: { mos: { send: 4 } } },
  ])
  const doubts = doubtsAbout({ ...of, run: run('COMPLETED', { failureReason: 'two workers were lost' }) }, limits, log)
  expect(doubts).toEqual([
    expect.stringMatching(/says of the completed run: two workers were lost/),
    expect.stringMatching(/fraction_lost/),
    expect.stringMatching(/in one direction only/),
  ])
  expect(log.at('warning')).toEqual(doubts)
  expect(doubtsAbout({ ...subjectOf([{}]), run: run('FAILED', { failureReason: 'no' }) }, limits, log)).toEqual([])
  // Without a limit on it, fraction_lost is not a reader's first concern.
  const others = parseThresholds('avg(mos) >= 4').thresholds
  expect(doubtsAbout({ ...of, run: run('COMPLETED') }, others, log)).toEqual([
    expect.stringMatching(/in one direction only/),
  ])
})
