import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import * as fc from 'fast-check'
import { readRun } from '../../src/apis/callmeter/answers.ts'
import { writeReportFile } from '../../src/report/report-json.ts'
import { readReportFile } from '../../src/stages/recorded-runs.ts'
import type { RunReport } from '../../src/report/report.ts'
import { evaluate } from '../../src/thresholds/evaluate.ts'
import type { Subject } from '../../src/model/subject.ts'
import { parseThresholds } from '../../src/thresholds/parse.ts'
import { type Row, subjectOf } from '../thresholds/rows.ts'
import { resultWith, runWith, stepWith, thresholdWith } from './reports.ts'

const SCHEMA = JSON.parse(readFileSync(new URL('../../docs/report.schema.json', import.meta.url), 'utf8')) as object
const obeysSchema = new Ajv2020({ strict: false, validateFormats: false }).compile(SCHEMA)

const DETAIL = { id: 'r1', status: 'COMPLETED', durationSeconds: 60, summary: { avgMos: 4.2, nested: { deep: 0.1 } } }
/** The largest double below what is too large to be measured. */
const LARGEST = 1e21 - 2 ** 17
const ROWS: Row[] = [
  {
    group: 'agents',
    phase: 'CLOSED',
    sip: 200,
    metrics: { mos: { send: 4.1, receive: 3.9 }, odd_one: 7, rtt_ms: { avg: 20, max: 80 } },
  },
  {
    group: 'callers "x"',
    outcome: 'TIMEOUT',
    sip: 503,
    metrics: { mos: { audio: { send: 2 }, video: { send: 3.3 } }, rtt_ms: Number.NaN },
  },
  { outcome: null, metrics: { jitter_ms: LARGEST, odd_one: -LARGEST } },
  { outcome: 'COMPLETED_WITH_WARNINGS', metrics: { mos: 1 / 3, jitter_ms: 1e-300, fraction_lost: 2 ** 60 } },
]
const SUBJECT: Subject = subjectOf(ROWS, { run: readRun(DETAIL), durationSeconds: 61.5, queueSeconds: 0 })
const CALLS = { received: 5, answered: 1, missed: 1, voicemail: 0, busy: 0, failed: 0, unclassified: {} }

/** What is had of a run that was written and read again. */
function reread(subject: Subject, rest: Partial<RunReport> = {}): Subject {
  const text = writeReportFile(stepWith({ runs: [runWith({ status: 'COMPLETED', ...rest, subject })] }))
  const [run] = readReportFile(text, 'report.json')
  if (!run?.subject) throw new Error('The run was read without results.')
  return run.subject
}

const LINES = `
  avg(mos) >= 3
  min(mos.receive) >= 3
  p95(mos.audio.send) >= 3
  max(mos.video) >= 3
  avg(mos where group = "agents") >= 4
  count(sip_status >= 500) <= 0
  rate(outcome = TIMEOUT) <= 10%
  rate(phase = CLOSED) > 10%
  success_rate >= 99%
  success_rate(where group = 'callers "x"') >= 99%
  failed_endpoints == 0
  endpoints == 4
  duration <= 90s
  queue_time == 0s
  max(jitter_ms) < 30ms
  min(jitter_ms) < 30ms
  avg(odd_one) > 0
  min(odd_one) > 0
  max(rtt_ms) < 100ms
  max(rtt_ms.max) < 50ms
  stddev(fraction_lost) < 1%
  sum(fraction_lost) < 1%
  avg(no_such_metric) > 0
  run.summary.avgMos >= 4
  run.summary.nested.deep * 2 < 1
  run.durationSeconds >= 60
  run.missing >= 1
  avg(mos) >= baseline - 1
  max(jitter_ms) <= baseline + 20%
  run.summary.avgMos >= baseline`
const { thresholds: THRESHOLDS, problems } = parseThresholds(LINES)

describe('a run that was written and read again', () => {
  test('is judged by sensible thresholds here', () => {
    expect(problems).toEqual([])
    const states = new Set(evaluate(THRESHOLDS, SUBJECT, SUBJECT).map(({ state }) => state))
    expect([...states].toSorted()).toEqual(['breached', 'held', 'missing'])
  })

  test('gives every threshold the same result, as the run and as the baseline', () => {
    const again = reread(SUBJECT)
    const expected = evaluate(THRESHOLDS, SUBJECT, SUBJECT)
    expect(evaluate(THRESHOLDS, again, SUBJECT)).toEqual(expected)
    expect(evaluate(THRESHOLDS, SUBJECT, again)).toEqual(expected)
    expect(evaluate(THRESHOLDS, reread(again), again)).toEqual(expected)
  })

  test('has the same measurements, run and times', () => {
    expect(reread(SUBJECT)).toEqual(SUBJECT)
  })

  test('has no times where there were none', () => {
    const without = subjectOf(ROWS, { run: readRun(DETAIL) })
    expect(reread(without)).toEqual(without)
    expect(reread(without)).not.toHaveProperty('durationSeconds')
  })

  test.each<[string, NonNullable<Subject['calls']>]>([
    [
      'has what the far end said, whatever its statuses are called',
      { ...CALLS, unclassified: { odd: 2, ['__proto__']: 1 } },
    ],
    ['has why the far end said nothing', { kind: 'missing', reason: 'CallScaler could not be asked' }],
  ])('%s', (_, calls) => {
    const subject = { ...SUBJECT, calls }
    expect(reread(subject)).toEqual(subject)
    obeysSchema(JSON.parse(writeReportFile(stepWith({ runs: [runWith({ subject })] }))))
    expect(obeysSchema.errors ?? []).toEqual([])
    const { thresholds } = parseThresholds('received_calls >= 4\nanswer_rate >= baseline - 2\nmissed_calls == 0')
    expect(evaluate(thresholds, reread(subject), reread(subject))).toEqual(evaluate(thresholds, subject, subject))
  })

  test('without endpoints has none', () => {
    const empty = subjectOf([], { run: readRun(DETAIL) })
    expect(reread(empty)).toEqual(empty)
  })

  test('has its numbers to the last bit, whatever they are', () => {
    // -0 is the one number that JSON does not tell from another; no comparison does either.
    const number = fc.double({ min: -LARGEST, max: LARGEST }).filter((value) => !Object.is(value, -0))
    const metric = fc.dictionary(
      fc.constantFrom('mos', 'jitter_ms', 'odd_one', '__proto__', 'constructor'),
      fc.option(number, { nil: null }),
    )
    const row: fc.Arbitrary<Row> = fc.record({
      group: fc.string({ unit: 'grapheme' }),
      outcome: fc.constantFrom('SUCCESS', 'TIMEOUT', null),
      metrics: metric,
    })
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        const subject = subjectOf(rows, { run: readRun(DETAIL) })
        expect(reread(subject)).toEqual(subject)
      }),
      { numRuns: 200 },
    )
  })
})

describe('the file', () => {
  const step = stepWith({
    verdict: 'failed',
    startedAt: Date.UTC(2026, 2, 4, 12),
    endedAt: Date.UTC(2026, 2, 4, 13),
    runs: [
      runWith({
        verdict: 'failed',
        runId: 'r1',
        runUrl: 'https://callmeter.test/r1',
        status: 'COMPLETED',
        plannedSeconds: 60,
        project: { asked: 'pbx', id: 'p1', name: 'PBX' },
        test: { asked: 'load', id: 't1', name: 'Load' },
        statuses: [{ status: 'RUNNING', at: Date.UTC(2026, 2, 4, 12, 1) }],
        thresholds: [
          ...evaluate(THRESHOLDS, SUBJECT, SUBJECT),
          resultWith({
            unit: 'bare',
            measured: Number.NaN,
            limit: Number.POSITIVE_INFINITY,
            baseline: Number.NEGATIVE_INFINITY,
          }),
          resultWith({
            unit: 'unknown',
            threshold: { ...thresholdWith('x >= 1', 'warn'), file: 'voice.txt', line: 7 },
            reason: 'x',
          }),
        ],
        notes: ['One.'],
        baseline: { name: 'run r0', subject: SUBJECT },
        subject: SUBJECT,
      }),
      runWith({ verdict: 'not-run' }),
    ],
  })

  test.each([
    ['with everything in it', step],
    [
      'compared with several runs, confirmed, and not started',
      stepWith({
        verdict: 'failed',
        runs: [
          runWith({
            verdict: 'failed',
            baseline: {
              name: 'the median of 2 earlier runs',
              runs: [{ values: [] }, { runId: 'r0', at: 5, values: [] }],
            },
            attempts: [
              {
                verdict: 'failed',
                reason: 'It broke.',
                runId: 'r1',
                runUrl: 'https://callmeter.test/r1',
                status: 'COMPLETED',
              },
              { verdict: 'error', reason: 'It was lost.', code: 'run-lost', presumed: true },
            ],
            thresholds: [
              resultWith({
                state: 'unconfirmed',
                spread: 0.1,
                history: [{ value: 4 }, {}, { value: Number.NaN }],
                interval: { hits: 1, of: 2, low: 9.5, high: 90.5 },
                runs: [{ runId: 'r1', state: 'breached', measured: Number.POSITIVE_INFINITY }, { state: 'missing' }],
              }),
            ],
          }),
          runWith({ verdict: 'not-run', notStarted: true }),
        ],
      }),
    ],
    ['without runs', stepWith({ verdict: 'error', problem: 'The key was refused.' })],
  ])('is of the form that is promised: %s', (_, report) => {
    obeysSchema(JSON.parse(writeReportFile(report)))
    expect(obeysSchema.errors ?? []).toEqual([])
  })

  test('tells which run of which test each is', () => {
    expect(readReportFile(writeReportFile(step), 'report.json')).toEqual([
      {
        runId: 'r1',
        testId: 't1',
        testAsked: 'load',
        status: 'COMPLETED',
        breached: true,
        verdict: 'failed',
        at: step.runs[0]?.statuses[0]?.at,
        statuses: step.runs[0]?.statuses,
        plannedSeconds: 60,
        subject: SUBJECT,
      },
      { testAsked: 'load', at: step.startedAt, statuses: [], breached: false, verdict: 'not-run' },
    ])
  })

  test('has numbers that JSON lacks as words, and times in ISO 8601', () => {
    const { runs, startedAt } = JSON.parse(writeReportFile(step)) as {
      startedAt: string
      runs: { thresholds: Record<string, unknown>[]; statuses: unknown[] }[]
    }
    expect(startedAt).toBe('2026-03-04T12:00:00.000Z')
    expect(runs[0]?.statuses).toEqual([{ status: 'RUNNING', at: '2026-03-04T12:01:00.000Z' }])
    expect(runs[0]?.thresholds.at(-2)).toMatchObject({
      measured: 'NaN',
      limit: 'Infinity',
      baseline: '-Infinity',
      unit: '',
    })
    expect(runs[0]?.thresholds.at(-1)).toMatchObject({ file: 'voice.txt', line: 7, severity: 'warn', reason: 'x' })
  })
})
