import { describe, expect, test } from '@jest/globals'
import type { Verdict } from '../../src/model/verdict.ts'
import { renderAttempts, renderCapacity } from '../../src/report/blocks.ts'
import type { RunReport } from '../../src/report/report.ts'
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
  const load = (name: string, verdict: Verdict, size?: number, status = 'COMPLETED') =>
    runWith({
      verdict,
      status,
      test: { asked: name },
      ...(size === undefined ? {} : { subject: subjectOf(Array.from({ length: size }, () => ({}))) }),
    })
  const waiting = (name: string) => ({ ...load(name, 'not-run'), notStarted: true as const })

  test.each<[string, RunReport[], string]>([
    [
      'is the one before the first that failed',
      [load('100', 'passed', 1), load('200', 'warned', 2), load('400', 'failed', 4), waiting('800'), waiting('1600')],
      'The largest that passed: <b>200</b> (2 endpoints). The first that did not: <b>400</b> (4 endpoints). Not started, since another had failed the step: 2 tests.',
    ],
    [
      'is none where the first failed',
      [load('100', 'failed', 1), waiting('200')],
      'The first that did not: <b>100</b> (1 endpoint). Not started, since another had failed the step: 1 test.',
    ],
    [
      'is the last where all held',
      [load('100', 'passed', 1), load('200', 'passed', 2)],
      'The largest that passed: <b>200</b> (2 endpoints).',
    ],
    [
      'is called the last where loads do not grow',
      [load('a', 'passed', 40), load('b', 'passed', 4), load('c', 'failed', 4)],
      'The last that passed: <b>b</b> (4 endpoints). The first that did not: <b>c</b> (4 endpoints).',
    ],
    [
      'is not told where one held after one that did not',
      [load('a', 'failed', 1), load('b', 'passed', 2), waiting('c')],
      'Not started, since another had failed the step: 1 test.',
    ],
    [
      'is not told of tests that went at the same time',
      [load('a', 'passed', 1), load('b', 'failed', 2), load('c', 'passed', 4)],
      '',
    ],
    [
      'leaves open what was not measured',
      [load('a', 'passed', 1), load('b', 'cancelled'), waiting('c')],
      'The largest that passed: <b>a</b> (1 endpoint). Not measured: <b>b</b>. Not started, since another had failed the step: 1 test.',
    ],
    [
      'leaves open what CallMeter could not finish',
      [load('a', 'passed', 1), load('b', 'failed', 2, 'FAILED')],
      'The largest that passed: <b>a</b> (1 endpoint). Not measured: <b>b</b> (2 endpoints).',
    ],
  ])('%s', (_, runs, words) => {
    expect(renderCapacity(stepWith({ failFast: ['failed', 'error'], runs }))).toBe(words)
    expect(renderCapacity(stepWith({ runs }))).toBe('')
  })

  test('did not warn where a warning fails the step', () => {
    const runs = [load('a', 'passed', 1), load('b', 'warned', 2), waiting('c')]
    expect(renderCapacity(stepWith({ failFast: ['warned'], runs }))).toBe(
      'The largest that passed: <b>a</b> (1 endpoint). The first that did not: <b>b</b> (2 endpoints). Not started, since another had failed the step: 1 test.',
    )
  }) // prettier-ignore
})
