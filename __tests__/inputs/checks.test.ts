import { describe, expect, test } from '@jest/globals'
import type { InputName } from '../../src/inputs/inputs.ts'
import { type Given, type Workspace, failureOf, read, wrongOf } from './given.ts'

describe('tests and runs', () => {
  test('neither is nothing to do', () => {
    expect(failureOf({ test: '' }).message).toContain('`test` is not set: give')
    expect(read({ test: '', 'run-id': 'r1' })['run-id']).toEqual(['r1'])
  })

  test('runs that are there are waited for, or there is nothing to do', () => {
    expect(failureOf({ 'run-id': 'r1', wait: 'false' }).message).toContain('`wait` is false, and with `run-id`')
    // What is neither true nor false is a mistake, but not this one.
    expect(wrongOf({ 'run-id': 'r1', wait: 'no' })).toEqual(['wait'])
    expect(read({ wait: 'false' }).wait).toBe(false)
  })
})

test('both sources of thresholds count towards the most', () => {
  const stated = (lines: number): string => 'endpoints > 1\n'.repeat(lines)
  const both = (lines: number): [Given, NodeJS.ProcessEnv, Workspace] => [
    { thresholds: stated(100), 'thresholds-file': 'more.txt' },
    {},
    { 'more.txt': stated(lines) },
  ]
  expect(read(...both(100)).thresholds).toHaveLength(200)
  expect(failureOf(...both(101)).message).toContain(
    '`thresholds` and `thresholds-file` contain 201 thresholds; at most 200 are',
  )
})

test('a threshold that compares with a baseline needs one, wherever it stands', () => {
  const given = { thresholds: 'endpoints > 1\navg(mos) >= baseline - 0.1', 'thresholds-file': 'more.txt' }
  const workspace = { 'more.txt': 'baseline * 2 > avg(mos)' }
  expect(failureOf(given, {}, workspace).problems.map(({ message }) => message)).toEqual([
    '`thresholds` line 2 compares with baseline, but `baseline` is not set: avg(mos) >= baseline - 0.1',
    '`thresholds-file` line 1 compares with baseline, but `baseline` is not set: baseline * 2 > avg(mos)',
  ])
  expect(read({ ...given, baseline: 'previous' }, {}, workspace).thresholds).toHaveLength(3)
})

test('spread needs several earlier runs', () => {
  const given = { thresholds: 'avg(mos) >= baseline - 3 * spread' }
  for (const baseline of ['previous', 'base-branch', 'r0', 'main/report.json'])
    expect(failureOf({ ...given, baseline, 'commit-status': 'quality' }).message).toMatch(
      /`thresholds` line 1 uses spread, which needs several earlier runs: set `baseline` to last 7/,
    )
  for (const baseline of ['last 7', 'history/*.json']) expect(read({ ...given, baseline }).thresholds).toHaveLength(1)
  expect(failureOf(given).message).toContain('compares with baseline, but `baseline` is not set')
})

test('base-branch needs a commit status to look for', () => {
  expect(failureOf({ baseline: 'base-branch' }).message).toMatch(
    /`baseline` is "base-branch".*`commit-status` is not set/,
  )
  expect(read({ baseline: 'base-branch', 'commit-status': 'callmeter/quality' }).baseline).toEqual({
    kind: 'base-branch',
  })
  expect(wrongOf({ baseline: 'base-branch', 'commit-status': 'a\nb' })).toEqual(['commit-status'])
})

describe('the far end', () => {
  const FAR_END = { 'callscaler-api-key': 'cs_key_0123456789abcdef', 'callscaler-number': '+15735551234' }
  const named = (given: Given, workspace: Workspace = {}): [InputName, string][] =>
    failureOf(given, {}, workspace).problems.map(({ input, message }) => [input, message])

  test('is asked with a key about a number', () => {
    expect(read({ ...FAR_END, 'callscaler-settle': '90s' })).toMatchObject({ ...FAR_END, 'callscaler-settle': 90_000 })
  })

  test.each<[InputName, InputName]>([
    ['callscaler-number', 'callscaler-api-key'],
    ['callscaler-api-key', 'callscaler-number'],
  ])('without %s is not asked at all', (missing, given) => {
    expect(named({ ...FAR_END, [missing]: '', thresholds: 'answer_rate >= 98%' })).toEqual([
      [missing, expect.stringContaining(`\`${missing}\` is not set`)],
    ])
    expect(failureOf({ [given]: FAR_END[given as keyof typeof FAR_END] }).message).not.toContain('cs_key_0')
  })

  test('that is not asked has no values: each threshold on it is a mistake, wherever it is used in it', () => {
    const stated = [
      'avg(mos) >= 4',
      'received_calls >= 50',
      'warn: 98% <= answer_rate',
      '0 >= -(missed_calls - voicemail_calls) * 2',
      '2 <= endpoints * 0.5 - answered_calls',
    ].join('\n')
    const problems = named({ thresholds: stated, 'thresholds-file': 'far.txt' }, { 'far.txt': '\nanswer_rate > 5' })
    expect(problems.map(([input, message]) => [input, /line \d/.exec(message)?.[0]])).toEqual([
      ['thresholds', 'line 2'],
      ['thresholds', 'line 3'],
      ['thresholds', 'line 4'],
      ['thresholds', 'line 5'],
      ['thresholds-file', 'line 2'],
    ])
    for (const [, message] of problems) expect(message).toContain('`callscaler-number` and `callscaler-api-key`')
    expect(read({ ...FAR_END, thresholds: stated }).thresholds).toHaveLength(5)
  })
})
