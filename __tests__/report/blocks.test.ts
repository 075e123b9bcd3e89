import { describe, expect, test } from '@jest/globals'
import { renderAttempts, renderCapacity } from '../../src/report/blocks.ts'
import { subjectOf } from '../thresholds/rows.ts'
import { resultWith, runWith, stepWith, thresholdWith } from './reports.ts'

describe('the runs of a test', () => {
  const attempts = [
    { verdict: 'failed', reason: 'It broke.', runId: 'r1', runUrl: 'https://callmeter.example/r1' },
    { verdict: 'error', reason: 'It was lost.' },
    { verdict: 'passed', reason: 'It held.', runId: 'r3' },
  ] as const

  test('are told side by side, with what each measured of what broke', () => {
    const thresholds = [
      resultWith({
        threshold: thresholdWith('avg(mos) >= 4'),
        state: 'unconfirmed',
        runs: [
          { runId: 'r1', state: 'breached', measured: 3.9 },
          { runId: 'r3', state: 'held', measured: 4.1 },
        ],
      }),
      resultWith({ runs: [{ runId: 'r1', state: 'held' }, { runId: 'r3', state: 'held' }] }),
    ] // prettier-ignore
    const lines = renderAttempts(runWith({ attempts, thresholds })).split('\n')
    expect(lines[0]).toBe('| Run of the test | Verdict | <code>avg\\(mos\\) &gt;= 4</code> |')
    expect(lines.slice(2)).toEqual([
      '| 1. <a href="https://callmeter.example/r1"><code>r1</code></a> | ❌ failed | ❌ 3.90 |',
      '| 2. no run | 💥 error | – |',
      '| 3. <code>r3</code> | ✅ passed | ✅ 4.10 |',
    ])
  })

  test('are not told of a single one', () => {
    expect(renderAttempts(runWith())).toBe('')
    expect(renderAttempts(runWith({ attempts: attempts.slice(0, 1) }))).toBe('')
  })
})

describe('the largest load that held', () => {
  const load = (name: string, verdict: 'passed' | 'warned' | 'failed' | 'not-run', size?: number) =>
    runWith({
      verdict,
      test: { asked: name },
      ...(size === undefined
        ? { notStarted: true as const }
        : { subject: subjectOf(Array.from({ length: size }, () => ({}))) }),
    })

  test.each([
    [
      [load('100', 'passed', 1), load('200', 'warned', 2), load('400', 'failed', 4), load('800', 'not-run'), load('1600', 'not-run')],
      'The largest that held: <b>200</b> (2 endpoints). The first that did not: <b>400</b> (4 endpoints). Not started after it: 2 tests.',
    ],
    [[load('100', 'failed', 1), load('200', 'not-run')], 'None held. The first that did not: <b>100</b> (1 endpoint). Not started after it: 1 test.'],
    [[load('100', 'passed', 1), load('200', 'passed', 2)], 'The largest that held: <b>200</b> (2 endpoints).'],
    // One that failed for another reason says nothing of what comes after it.
    [[load('100', 'passed', 1), load('200', 'failed', 2), load('400', 'passed', 4)], 'The largest that held: <b>100</b> (1 endpoint). The first that did not: <b>200</b> (2 endpoints).'],
  ])('%#', (runs, words) => {
    expect(renderCapacity(stepWith({ failFast: true, runs }))).toBe(words)
    expect(renderCapacity(stepWith({ runs }))).toBe('')
  }) // prettier-ignore
})
