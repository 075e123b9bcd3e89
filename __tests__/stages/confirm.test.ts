import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { optional } from '../../src/base/fields.ts'
import type { Verdict } from '../../src/model/verdict.ts'
import type { Known } from '../../src/report/known.ts'
import { type Attempt, confirmed } from '../../src/stages/confirm.ts'
import { judgeThresholds } from '../../src/stages/judge.ts'
import type { ThresholdResult } from '../../src/thresholds/evaluate.ts'
import { run } from '../fake-api.ts'
import { resultWith, runWith, thresholdWith } from '../report/reports.ts'
import { subjectOf } from '../thresholds/rows.ts'

type State = ThresholdResult['state']

interface Ran {
  /** What became of each threshold. */
  states?: readonly State[]
  severities?: readonly ('fail' | 'warn')[]
  /** The verdict of a run that was not judged by its thresholds. */
  verdict?: Verdict
  status?: string
  known?: Partial<Known>
  took?: Took
  /** How many endpoints have values for the first threshold. */
  coverage?: { used: number; of: number }
}

/** How long a run was running, and planned for, in seconds. */
interface Took {
  seconds: number
  planned?: number
}

const SUBJECT = subjectOf([{}, {}])
const ENDED_BADLY = subjectOf([{}, { outcome: 'TIMEOUT' }])

/** A run of the test as `confirmed` gets to know it. */
function attempt(
  id: number,
  { states = ['held'], severities = [], verdict, status = 'COMPLETED', known, took, coverage }: Ran,
): Attempt {
  const runId = `r${id}`
  const thresholds = states.map((state, i) =>
    resultWith({
      state,
      measured: id,
      threshold: thresholdWith(`endpoints >= ${i + 1}`, severities[i]),
      ...(i === 0 && coverage ? { coverage } : {}),
    }),
  )
  const times = took && {
    startedAt: 0,
    completedAt: took.seconds * 1_000,
    ...optional({ plannedSeconds: took.planned }),
  }
  const subject = took ? { ...SUBJECT, run: run(status, times), durationSeconds: took.seconds } : SUBJECT
  const judgement = verdict
    ? { verdict, reason: `It is ${verdict}.` }
    : judgeThresholds(thresholds, SUBJECT.measurements, 'fail')
  const ended = { ended: 'terminal', run: run(status, { id: runId }), statuses: [], stoppedElsewhere: false } as const
  return {
    known: {
      task: { kind: 'test', project: { id: 'p', asked: 'p' }, asked: 't', test: { id: 't', listed: true } },
      started: { runId, evidence: 'named', at: 0, own: true },
      watched: ended,
      subject,
      thresholds,
      notes: [],
      ...known,
    },
    report: runWith({
      ...judgement,
      runId,
      status,
      thresholds,
      subject: known?.subject ?? SUBJECT,
      notes: [`note ${id}`],
    }),
  }
}

/** What comes of these runs, of which as many are made as are asked for. */
async function outcome(confirm: number, ...runs: Ran[]) {
  const said: string[] = []
  let made = 0
  const report = await confirmed(
    (before) => {
      expect(before).toHaveLength(made)
      const ran = runs[made++]
      if (!ran) throw new Error('one run too many')
      return Promise.resolve(attempt(made, ran))
    },
    { confirm, 'missing-data': 'fail' },
    (line) => said.push(line),
  )
  return { report, made, said, states: report.thresholds.map(({ state }) => state) }
}

const breached: Ran = { states: ['breached', 'held'] }
const held: Ran = { states: ['held', 'held'] }

describe('how often the test runs', () => {
  test.each<[string, number, Ran[], number]>([
    ['once where nothing is breached', 5, [held], 1],
    ['once where nothing is to be confirmed', 0, [breached], 1],
    ['again after a breach', 1, [breached, breached], 2],
    ['no further once it is refuted', 5, [breached, held], 2],
    ['as often as is asked for', 3, [breached, breached, breached, breached], 4],
    ['no further where another threshold breaks instead', 5, [breached, { states: ['held', 'breached'] }], 2],
    ['on while one of several breaches stands', 2, [{ states: ['breached', 'breached'] }, breached, breached], 3],
    ['once where a value is missing, too: that fails whatever comes', 5, [{ states: ['breached', 'missing'] }], 1],
    ['once where only a warning is breached', 5, [{ states: ['breached'], severities: ['warn'] }], 1],
    ['once where the run ended FAILED', 5, [{ ...breached, status: 'FAILED' }], 1],
    ['once where the run was cut short', 5, [{ ...breached, verdict: 'cancelled' }], 1],
    ['once where a threshold cannot be judged', 5, [{ states: ['breached', 'invalid'] }], 1],
    ['once where the run may be somebody else’s: another may be going', 5, [{ ...breached, known: { started: { runId: 'r1', evidence: 'presumed', at: 0, own: true } } }], 1],
    ['once where the run was only followed', 5, [{ ...breached, known: { started: { runId: 'r1', evidence: 'named', at: 0, own: false } } }], 1],
    ['no further where a confirming run tells nothing', 5, [breached, { verdict: 'timed-out', known: { subject: undefined } as never }], 2],
  ])('%s', async (_, confirm, runs, made) => {
    expect((await outcome(confirm, ...runs)).made).toBe(made)
  }) // prettier-ignore
})

describe('the verdict', () => {
  test('of one run is that run’s, with nothing added', async () => {
    const { report } = await outcome(2, held)
    expect([report.verdict, report.attempts]).toEqual(['passed', undefined])
  })

  test('of a breach in every run is failed, with what each measured', async () => {
    const { report, states, said } = await outcome(2, breached, breached, breached)
    expect([report.verdict, report.runId, states]).toEqual(['failed', 'r3', ['breached', 'held']])
    expect(report.reason).toBe('1 threshold breached: endpoints >= 1. Confirmed by 3 runs.')
    expect(report.thresholds[0]?.runs).toEqual(
      [1, 2, 3].map((n) => ({ runId: `r${n}`, state: 'breached', measured: n })),
    )
    expect(report.attempts?.map(({ runId, verdict }) => [runId, verdict])).toEqual([['r1', 'failed'], ['r2', 'failed'], ['r3', 'failed']]) // prettier-ignore
    expect(report.notes).toEqual(['Run 1 of the test: note 1', 'Run 2 of the test: note 2', 'note 3'])
    expect(said).toEqual([
      'Breached: endpoints >= 1 (measured 1). The test runs again to confirm that (run 2 of at most 3).',
      'Breached: endpoints >= 1 (measured 2). The test runs again to confirm that (run 3 of at most 3).',
    ])
  })

  test('of a breach that is refuted is a warning, whichever run refutes it', async () => {
    const { report, states } = await outcome(2, breached, held)
    expect([report.verdict, states]).toEqual(['warned', ['unconfirmed', 'held']])
    expect(report.reason).toBe('1 threshold breached and not confirmed: endpoints >= 1.')
    const other = await outcome(2, breached, { states: ['held', 'breached'] })
    expect([other.report.verdict, other.states]).toEqual(['warned', ['unconfirmed', 'unconfirmed']])
  })

  test('takes a missing value for no refutation', async () => {
    const { report, states } = await outcome(1, breached, { states: ['missing', 'held'] })
    expect([report.verdict, states]).toEqual(['failed', ['breached', 'held']])
  })

  test.each<[string, Took, Took, string | undefined]>([
    ['than planned', { seconds: 60, planned: 60 }, { seconds: 20, planned: 60 }, 'It was cut short.'],
    ['than the first, of which no plan is known', { seconds: 60 }, { seconds: 3 }, 'It lasted 3 s instead of 1 min.'],
    ['than the first, that was too short itself', { seconds: 20, planned: 30 }, { seconds: 2, planned: 30 }, 'It lasted 2 s instead of 20 s.'],
    ['by another plan', { seconds: 60, planned: 60 }, { seconds: 3, planned: 3 }, 'It was planned for 3 s instead of 1 min.'],
    ['not so', { seconds: 60, planned: 60 }, { seconds: 60, planned: 60 }, undefined],
    ['no more than the first was', { seconds: 20, planned: 30 }, { seconds: 19, planned: 30 }, undefined],
    ['not by so much where no plan is known', { seconds: 60 }, { seconds: 40 }, undefined],
  ])('takes a run that was shorter %s for no refutation', async (_, first, second, why) => {
    const { report, states } = await outcome(1, { ...breached, took: first }, { ...held, took: second })
    expect([report.verdict, states[0]]).toEqual(why === undefined ? ['warned', 'unconfirmed'] : ['failed', 'breached'])
    if (why !== undefined)
      expect(report.reason).toBe(
        `1 threshold breached: endpoints >= 1. The confirming run is inconclusive: ${why}`,
      )
  }) // prettier-ignore

  test('is not refuted by a first run that was shorter than the one that broke it', async () => {
    const { report, states } = await outcome(
      1,
      { states: ['breached', 'held'], took: { seconds: 20 } },
      { states: ['held', 'breached'], took: { seconds: 60 } },
    )
    expect([report.verdict, states]).toEqual(['failed', ['unconfirmed', 'breached']])
    expect(report.reason).toBe(
      '1 threshold breached: endpoints >= 2. Run 1 of the test does not refute it: It lasted 20 s instead of 1 min.',
    )
  })

  test('carries what was doubted of each run', async () => {
    const doubt = (reason: string) => ({ verdict: 'warned', reason }) as const
    const { report } = await outcome(
      1,
      { ...breached, known: { doubt: doubt('It was short.') } },
      { ...held, known: { doubt: doubt('It was short, too.') } },
    )
    expect(report.verdict).toBe('warned')
    expect(report.reason).toContain('Run 1 of the test: It was short.')
    expect(report.reason).toContain(' It was short, too.')
  })

  test.each<[string, Ran, string]>([
    ['without a value', { states: ['missing', 'held'] }, 'It has no value for it.'],
    ['with values of fewer endpoints', { ...held, coverage: { used: 1, of: 4 } }, 'It has values of 1 endpoint instead of 4.'],
    ['of which fewer endpoints succeeded', { ...held, known: { subject: ENDED_BADLY } }, '1 endpoint succeeded instead of 2.'],
  ])('takes a run %s for no refutation, says so, and goes on', async (_, second, why) => {
    const first: Ran = { ...breached, coverage: { used: 4, of: 4 } }
    const { report, made, states } = await outcome(1, first, second)
    expect([report.verdict, states[0], made]).toEqual(['failed', 'breached', 2])
    expect(report.reason).toContain('1 threshold breached: endpoints >= 1')
    expect(report.reason).toContain(` Run 2 of the test does not refute it: ${why}`)
    expect(report.reason).not.toContain('Confirmed')
    const more = await outcome(2, first, second, { ...held, coverage: { used: 4, of: 4 } })
    expect([more.report.verdict, more.made]).toEqual(['warned', 3])
  }) // prettier-ignore

  test('takes a run with some values less for a refutation', async () => {
    const { report } = await outcome(
      1,
      { ...breached, coverage: { used: 40, of: 40 } },
      { ...held, coverage: { used: 36, of: 40 } },
    )
    expect(report.verdict).toBe('warned')
  })

  test('says nothing of confirmation where what fails is a missing value alone', async () => {
    const { report } = await outcome(1, breached, { states: ['held', 'missing'] })
    expect([report.verdict, report.reason]).toEqual(['failed', '1 threshold without a value: endpoints >= 2.'])
  })

  test.each<[string, Partial<Known>, string]>([
    [
      "may be somebody else's",
      { started: { runId: 'r2', evidence: 'presumed', at: 0, own: true } },
      "It may be somebody else's.",
    ],
    ['has fewer endpoints', { subject: subjectOf([{}]) }, 'It has 1 endpoint instead of 2.'],
  ])('takes a run that %s for no refutation, and for no confirmation, and says so', async (_, known, why) => {
    const refuting = await outcome(1, breached, { ...held, known })
    expect([refuting.report.verdict, refuting.states]).toEqual(['failed', ['breached', 'held']])
    expect(refuting.report.reason).toBe(
      `1 threshold breached: endpoints >= 1. The confirming run is inconclusive: ${why}`,
    )
    // The outputs are the run's that measures.
    expect(refuting.report.runId).toBe('r1')
    const confirming = await outcome(1, breached, { ...breached, known })
    expect(confirming.report.verdict).toBe('failed')
    expect(confirming.report.reason).not.toContain('Confirmed')
  })

  test.each<[Verdict, Verdict]>([
    ['timed-out', 'timed-out'],
    ['error', 'error'],
    ['cancelled', 'cancelled'],
    ['not-run', 'failed'],
  ])('where the confirming run ends %s is %s: the breach stands', async (verdict, worse) => {
    const { report, states } = await outcome(1, breached, { verdict, known: { subject: undefined } as never })
    expect([report.verdict, states]).toEqual([worse, ['breached', 'held']])
    expect(report.reason).toBe(
      `1 threshold breached: endpoints >= 1. The confirming run is inconclusive: It is ${verdict}.`,
    )
    // The outputs are the run's that was judged.
    expect(report.runId).toBe('r1')
    expect(report.attempts).toHaveLength(2)
  })

  test('is never failed by a threshold that held in a whole run, and never passed where one was breached', async () => {
    const state = fc.constantFrom<State>('held', 'breached', 'missing')
    const runs = fc.array(fc.array(state, { minLength: 2, maxLength: 2 }), { minLength: 6, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(runs, fc.integer({ min: 0, max: 5 }), async (states, confirm) => {
        const { report, made } = await outcome(confirm, ...states.map((one): Ran => ({ states: one })))
        const played = states.slice(0, made)
        expect(made).toBeLessThanOrEqual(confirm + 1)
        for (const [i, result] of report.thresholds.entries()) {
          const seen = played.map((one) => one[i])
          const expected = !seen.includes('breached') ? seen.at(-1) : seen.includes('held') ? 'unconfirmed' : 'breached'
          expect(result.state).toBe(expected)
        }
        if (report.verdict === 'passed') expect(played.flat()).not.toContain('breached')
      }),
      { numRuns: 300 },
    )
  })
})
