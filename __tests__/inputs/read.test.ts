import { describe, expect, test } from '@jest/globals'
import type { InputName } from '../../src/inputs/inputs.ts'
import { KEY, failureOf, read, wrongOf } from './given.ts'

describe('inputs', () => {
  test('without any but the needed ones are the documented defaults', () => {
    expect(read()).toMatchObject({
      'api-key': KEY,
      project: 'pbx',
      test: ['load'],
      thresholds: [{ text: 'failed_endpoints == 0', severity: 'fail' }],
      'missing-data': 'fail',
      'fail-on': ['error', 'cancelled', 'timed-out', 'failed', 'run-failed', 'not-run'],
      wait: true,
      timeout: 3_600_000,
      summary: true,
      'run-url': '',
      'api-url': new URL('https://callmeter.io/api/v1'),
      'callscaler-api-key': '',
      'callscaler-number': '',
      'callscaler-api-url': new URL('https://callscaler.com/api/v1'),
      'callscaler-settle': 120_000,
    })
  })

  const wrong: [InputName, string, string[]][] = [
    ['api-key', 'sk-live-123', ['cmk_']],
    ['project', '', ['not set', 'id, slug or name']],
    ['test', '', ['not set', 'id, slug or name']],
    ['thresholds', 'avg(mos) = 4', ['line 1, column 10', 'write ==']],
    ['missing-data', 'maybe', ['"maybe"', 'fail, warn, ignore']],
    ['fail-on', 'faild', ['"faild"', 'timed-out', 'none', 'Did you mean failed?']],
    ['wait', 'yes', ['"yes"', 'true or false']],
    ['timeout', '90', ['"90"', '90s, 15m or 1h30m']],
    ['summary', '1', ['"1"', 'true or false']],
    ['run-url', 'callmeter.io/{run}', ['"callmeter.io/{run}"', 'web address']],
    ['api-url', 'http://callmeter.io', ['"http://callmeter.io"', 'https', 'loopback']],
    ['callscaler-api-url', 'http://callscaler.com', ['"http://callscaler.com"', 'https', 'loopback']],
    ['callscaler-settle', '2h', ['"2h"', 'up to 1h']],
  ]

  test.each(wrong)('%s = %j is refused', (input, value, parts) => {
    const { problems, message, kind } = failureOf({ [input]: value })
    expect(kind).toBe('input')
    expect(message).toMatch(/^An input is wrong:\n- /)
    expect(problems[0]).not.toHaveProperty('place')
    expect(problems.map((problem) => problem.input)).toEqual([input])
    for (const part of [`\`${input}\``, ...parts]) expect(message).toContain(part)
  })

  test('that are wrong are all told at once', () => {
    const { problems, message } = failureOf(Object.fromEntries(wrong.map(([input, value]) => [input, value])))
    expect(problems.map(({ input }) => input).toSorted()).toEqual(wrong.map(([input]) => input).toSorted())
    expect(message).toMatch(new RegExp(`^${wrong.length} inputs are wrong:\n- `))
    for (const [input, , parts] of wrong) for (const part of [input, ...parts]) expect(message).toContain(part)
  })

  test('that are wrong are told of in the order of action.yml, whichever rule they break', () => {
    expect(
      wrongOf({ test: '', 'run-id': 'r1\nr1', wait: 'false', 'api-key': '', thresholds: 'bad', timeout: 'soon' }),
    ).toEqual(['api-key', 'run-id', 'thresholds', 'wait', 'timeout'])
  })
})

test('the key may be given by the environment', () => {
  expect(read({ 'api-key': '' }, { CALLMETER_API_KEY: KEY })['api-key']).toBe(KEY)
})

test('thresholds are those of the workflow, then those of the file, where they have their places', () => {
  const given = { thresholds: 'endpoints > 1', 'thresholds-file': 'more.txt' }
  expect(read(given, {}, { 'more.txt': 'endpoints > 2' }).thresholds).toMatchObject([
    { text: 'endpoints > 1' },
    { text: 'endpoints > 2', file: 'more.txt' },
  ])
  expect(failureOf(given, {}, { 'more.txt': 'bad' }).problems).toMatchObject([
    { input: 'thresholds-file', place: { file: 'more.txt', line: 1 } },
  ])
})

test('wrong inputs are told where the right ones say', () => {
  const { inputs } = failureOf({ timeout: 'soon', comment: 'always', 'commit-status': 'a', 'github-token': 'ghs_1' })
  expect(inputs).toMatchObject({ comment: 'always', 'commit-status': 'a', 'github-token': 'ghs_1', summary: true })
  expect(failureOf({ comment: 'sometimes', summary: 'perhaps', 'commit-status': 'a\nb' }).inputs).toMatchObject({
    comment: 'never',
    summary: true,
    'commit-status': '',
  })
})

test('where runs are followed, no test counts', () => {
  expect(read({ 'run-id': 'r1\nr2' })).toMatchObject({ test: [], 'run-id': ['r1', 'r2'] })
  expect(failureOf({ 'run-id': 'r1', timeout: 'soon' }).inputs.test).toEqual([])
})
