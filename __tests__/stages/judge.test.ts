import { describe, expect, test } from '@jest/globals'
import { type MissingData, judgeEnd, judgeThresholds } from '../../src/stages/judge.ts'
import type { Run } from '../../src/model/run.ts'
import { evaluate } from '../../src/thresholds/evaluate.ts'
import { parseThresholds } from '../../src/thresholds/parse.ts'
import type { Verdict } from '../../src/model/verdict.ts'
import type { Watched } from '../../src/model/watched.ts'
import { subjectOf } from '../thresholds/rows.ts'

const RUN = subjectOf([
  { metrics: { mos: 4, packets_sent: { send: 1, receive: 2 } } },
  { metrics: { mos: 4, packets_sent: { send: 1, receive: 2 } } },
])
const EMPTY = subjectOf([])

const LINES = {
  held: 'avg(mos) >= 4',
  breached: 'avg(mos) >= 4.5',
  missing: 'p95(jitter_ms) < 30ms',
  invalid: 'avg(packets_sent) > 0',
  'warn held': 'warn: min(mos) >= 4',
  'warn breached': 'warn: min(mos) >= 4.2',
  'warn missing': 'warn: avg(rtt_ms) < 100ms',
  'warn invalid': 'warn: max(packets_sent) > 0',
} as const
type Line = keyof typeof LINES

const judged = (lines: readonly Line[], missingData: MissingData, subject = RUN) => {
  const { thresholds } = parseThresholds(lines.map((line) => LINES[line]).join('\n'))
  return judgeThresholds(evaluate(thresholds, subject), subject.measurements, missingData)
}

describe('a completed run', () => {
  // What is stated, then the verdict with missing-data: fail, warn and ignore.
  const table: [Line[], Verdict, Verdict, Verdict][] = [
    [['held'], 'passed', 'passed', 'passed'],
    [['held', 'warn held'], 'passed', 'passed', 'passed'],
    [['warn held'], 'passed', 'passed', 'passed'],
    [['breached'], 'failed', 'failed', 'failed'],
    [['held', 'breached'], 'failed', 'failed', 'failed'],
    [['held', 'warn breached'], 'warned', 'warned', 'warned'],
    [['warn breached'], 'warned', 'warned', 'warned'],
    [['breached', 'warn breached'], 'failed', 'failed', 'failed'],
    [['missing'], 'failed', 'warned', 'failed'],
    [['held', 'missing'], 'failed', 'warned', 'passed'],
    [['held', 'warn missing'], 'warned', 'warned', 'passed'],
    [['warn missing'], 'warned', 'warned', 'failed'],
    [['missing', 'warn missing'], 'failed', 'warned', 'failed'],
    [['missing', 'breached'], 'failed', 'failed', 'failed'],
    [['missing', 'warn breached'], 'failed', 'warned', 'warned'],
    [['missing', 'warn held'], 'failed', 'warned', 'passed'],
    [['warn missing', 'breached'], 'failed', 'failed', 'failed'],
    [['warn missing', 'warn breached'], 'warned', 'warned', 'warned'],
    [['invalid'], 'error', 'error', 'error'],
    [['held', 'warn invalid'], 'error', 'error', 'error'],
    [['breached', 'missing', 'invalid'], 'error', 'error', 'error'],
  ]
  test.each(table)('with %j: %s, %s or %s', (lines, fail, warn, ignore) => {
    const verdicts = (['fail', 'warn', 'ignore'] as const).map((missingData) => judged(lines, missingData).verdict)
    expect(verdicts).toEqual([fail, warn, ignore])
    const turned = (['fail', 'warn', 'ignore'] as const).map(
      (missingData) => judged(lines.toReversed(), missingData).verdict,
    )
    expect(turned).toEqual(verdicts)
  })

  test('without endpoints never passes, whatever is stated', () => {
    const stated = [...table.map(([lines]) => lines), []]
    const passed = stated.flatMap((lines) =>
      (['fail', 'warn', 'ignore'] as const)
        .map((missingData) => ({ lines, missingData, ...judged(lines, missingData, EMPTY) }))
        .filter(({ verdict }) => verdict === 'passed'),
    )
    expect(passed).toEqual([])
  })

  test('of which nothing was judged never passes', () => {
    const verdicts = (['fail', 'warn', 'ignore'] as const).map((missingData) => judged([], missingData).verdict)
    expect(verdicts).not.toContain('passed')
  })

  test.each([
    [['held'], 'fail', 'The threshold passed; the run has 2 endpoints.'],
    [['held', 'warn held'], 'fail', 'All 2 thresholds passed; the run has 2 endpoints.'],
    [
      ['held', 'missing'],
      'ignore',
      'The threshold passed; the run has 2 endpoints. 1 threshold without a value was left out.',
    ],
    [
      ['held', 'missing', 'warn missing'],
      'ignore',
      'The threshold passed; the run has 2 endpoints. 2 thresholds without a value were left out.',
    ],
    [['breached', 'held'], 'fail', '1 threshold breached: avg(mos) >= 4.5.'],
    [
      ['breached', 'missing'],
      'fail',
      '1 threshold breached: avg(mos) >= 4.5; 1 threshold without a value: p95(jitter_ms) < 30ms.',
    ],
    [['breached', 'missing'], 'warn', '1 threshold breached: avg(mos) >= 4.5.'],
    [['missing'], 'fail', '1 threshold without a value: p95(jitter_ms) < 30ms.'],
    [['warn breached'], 'fail', '1 warning threshold breached: min(mos) >= 4.2.'],
    [
      ['warn breached', 'warn missing'],
      'fail',
      '1 warning threshold breached: min(mos) >= 4.2; 1 threshold without a value: avg(rtt_ms) < 100ms.',
    ],
    [['warn breached', 'warn missing'], 'ignore', '1 warning threshold breached: min(mos) >= 4.2.'],
    [['held', 'missing'], 'warn', '1 threshold without a value: p95(jitter_ms) < 30ms.'],
    [
      ['missing'],
      'ignore',
      'No threshold found a value, so nothing was judged. missing-data: ignore leaves out single thresholds, not all.',
    ],
    [['invalid', 'held'], 'fail', '1 threshold cannot be evaluated: avg(packets_sent) > 0.'],
  ] as [Line[], MissingData, string][])('says why: %j with %s', (lines, missingData, reason) => {
    expect(judged(lines, missingData).reason).toBe(reason)
  })

  test('says on how few endpoints a threshold that held rests', () => {
    const subject = subjectOf([
      { metrics: { mos: 4, rtt_ms: 50 } },
      { metrics: { mos: 4, rtt_ms: 50 } },
      { metrics: { mos: 4, jitter_ms: 5, rtt_ms: 50 } },
      { metrics: { mos: 4 } },
    ])
    const lines = ['held', 'warn missing', 'missing'] as const
    expect(judged(lines, 'fail', subject)).toEqual({
      verdict: 'passed',
      reason: 'All 3 thresholds passed; the run has 4 endpoints. The lowest coverage is 1 of 4 endpoints.',
    })
    expect(judged(['held', 'warn missing'], 'fail', subject).reason).toContain(
      'The lowest coverage is 3 of 4 endpoints.',
    )
  })

  test('says that there were no endpoints', () => {
    for (const missingData of ['fail', 'warn', 'ignore'] as const)
      expect(judged(['held'], missingData, EMPTY).reason).toContain('no endpoints')
  })

  test('names a few thresholds, not all, each on one line', () => {
    const text = Array.from({ length: 9 }, (_, i) => `avg(mos where group != "${'x'.repeat(300)}${i}") > 1`).join('\n')
    const results = evaluate(parseThresholds(text).thresholds, RUN)
    const { reason } = judgeThresholds(results, RUN.measurements, 'fail')
    expect(reason).toContain('9 thresholds without a value')
    expect(reason).toContain('and 6 more')
    expect(reason.length).toBeLessThan(600)
  })
})

describe('the end of a run', () => {
  const run = (status: string, rest: Partial<Run> = {}): Run => ({ status, detail: {}, ...rest })
  const watched = (rest: Partial<Watched>): Watched => ({
    ended: 'terminal',
    statuses: [],
    stoppedElsewhere: false,
    run: run('COMPLETED'),
    ...rest,
  })

  test.each([
    ['completed', {}, undefined, []],
    ['failed', { run: run('FAILED') }, 'run-failed', ['FAILED']],
    ['failed with a reason', { run: run('FAILED', { failureReason: 'No agents.' }) }, 'run-failed', [': No agents: ']],
    ['could not run', { run: run('CANNOT_RUN_FOR_NOW') }, 'not-run', ['capacity, billing', 'Nothing was measured']],
    [
      'could not run for a reason',
      { run: run('CANNOT_RUN_FOR_NOW', { failureReason: 'Out of credit.' }) },
      'not-run',
      [': Out of credit. Nothing was measured.'],
    ],
    ['timed out', { ended: 'timed-out', run: run('RUNNING') }, 'timed-out', ['within 1 h', 'RUNNING']],
    [
      'timed out with counts',
      { ended: 'timed-out', run: run('RUNNING', { completedEndpoints: 39, endpointCount: 40 }) },
      'timed-out',
      ['RUNNING, with 39 of 40 endpoints done.'],
    ],
    [
      'timed out with counts that cannot be',
      { ended: 'timed-out', run: run('RUNNING', { completedEndpoints: 99, endpointCount: 40 }) },
      'timed-out',
      ['status was RUNNING.'],
    ],
    ['timed out unseen', { ended: 'timed-out', run: undefined }, 'timed-out', ['unknown']],
    ['cancelled with the workflow', { ended: 'cancelled', run: run('RUNNING') }, 'cancelled', ['workflow']],
    ['left stopping', { ended: 'stopping', run: run('STOPPING') }, 'cancelled', ['stopped the run', 'Partial runs']],
    ['seen stopping, then completed', { stoppedElsewhere: true }, 'cancelled', ['stopped the run']],
    ['seen stopping, then failed', { stoppedElsewhere: true, run: run('FAILED') }, 'cancelled', ['stopped the run']],
    [
      'seen stopping, then out of time',
      { stoppedElsewhere: true, ended: 'timed-out', run: run('STOPPING') },
      'cancelled',
      ['stopped the run'],
    ],
    [
      'cancelled with the workflow while it was stopping',
      { stoppedElsewhere: true, ended: 'cancelled', run: run('STOPPING') },
      'cancelled',
      ['workflow'],
    ],
  ] as [string, Partial<Watched>, Verdict | undefined, string[]][])('%s', (_, rest, verdict, parts) => {
    const { run: seen, ...others } = watched(rest)
    const judgement = judgeEnd({ ...others, ...(seen ? { run: seen } : {}) }, 3_600_000)
    expect(judgement?.verdict).toBe(verdict)
    for (const part of parts) expect(judgement?.reason).toContain(part)
  })

  test('text of the server stays on its line', () => {
    const reason = 'x\n::error::y\u202E'
    const judgements = [
      judgeEnd(watched({ run: run('FAILED', { failureReason: reason }) }), 3_600_000),
      judgeEnd(watched({ run: run('CANNOT_RUN_FOR_NOW', { failureReason: reason }) }), 3_600_000),
      judgeEnd(watched({ ended: 'timed-out', run: run('A\n::error::B') }), 3_600_000),
    ]
    expect(judgements.filter((judgement) => !judgement || /[\n\u202E]/.test(judgement.reason))).toEqual([])
  })
})
