import { describe, expect, test } from '@jest/globals'
import {
  type Reader,
  apiKey,
  boolean,
  callScalerKey,
  choice,
  choices,
  integer,
  lines,
  required,
  statusContext,
} from '../../src/inputs/reader.ts'
import { KEY, failureOf, read, wrongOf } from './given.ts'

/** What a reader makes of a text, and what it says is wrong with it. */
function outcome<T>(reader: Reader<T>, text: string): [value: T, ...problems: string[]] {
  const problems: string[] = []
  const value = reader(text, (message) => problems.push(message), { read: () => undefined })
  return [value, ...problems]
}

describe('a reader', () => {
  test.each<[string, Reader<unknown>, string, unknown[]]>([
    ['required', required('the name'), 'a', ['a']],
    ['required', required('the name'), '', ['', 'is not set: give the name.']],
    ['choice', choice('one', 'two'), 'TWO', ['two']],
    ['choice', choice('one', 'two'), 'three', ['one', 'is "three"; expected one, two.']],
    ['choices', choices('one', 'two'), 'two one', [['one', 'two']]],
    ['choices', choices('one', 'two'), 'two x', [['one'], 'contains "x"; expected one, two, or none alone.']],
    ['choices', choices('one', 'two'), '', [['one'], 'is empty; expected one, two, or none alone.']],
    ['boolean', boolean, 'FALSE', [false]],
    ['boolean', boolean, 'nope', [true, 'is "nope"; expected true or false.']],
    ['integer', integer(1, 20), '1', [1]],
    ['integer', integer(1, 20), '20', [20]],
    ['integer', integer(1, 20), '0', [0, 'is "0"; expected whole numbers from 1 to 20.']],
    ['integer', integer(1, 20), '21', [21, 'is "21"; expected whole numbers from 1 to 20.']],
    ['integer', integer(1, 20), '2.0', [Number.NaN, 'is "2.0"; expected whole numbers from 1 to 20.']],
    ['integer', integer(1, 20), '', [Number.NaN, 'is ""; expected whole numbers from 1 to 20.']],
    ['apiKey', apiKey, 'x', ['x', expect.stringMatching(/^is not a CallMeter API key: a key starts with cmk_/)]],
    ['callScalerKey', callScalerKey, 'a b', ['a b', expect.stringMatching(/^contains spaces or other characters/)]],
    ['statusContext', statusContext, 'x'.repeat(255), ['x'.repeat(255)]],
    ['statusContext', statusContext, 'a 😀', ['', expect.stringMatching(/^is "a 😀"; expected one line .* 255/)]],
  ])('%s: %#', (_, reader, text, expected) => {
    expect(outcome(reader, text)).toEqual(expected)
  })
})

describe('the key', () => {
  test('that is missing is told with both ways to give it', () => {
    expect(failureOf({ 'api-key': '' }).message).toMatch(/`api-key` is not set.*CALLMETER_API_KEY/)
  })

  test.each([
    'hunter2-secret',
    'cmk_',
    'cmk_4711 0815',
    'cmk_4711\n0815',
    'CMK_0123',
    'Bearer cmk_0123456789',
    'cmk_ümlaut',
  ])('%j is refused without being shown', (key) => {
    for (const failure of [failureOf({ 'api-key': key }), failureOf({ 'api-key': '' }, { CALLMETER_API_KEY: key })]) {
      expect(failure.problems.map(({ input }) => input)).toEqual(['api-key'])
      const shown = failure.message.replaceAll('cmk_ and contains', '')
      for (const part of key.split(/\s/)) expect(shown).not.toContain(part)
    }
  })

  test('is in no message about other inputs', () => {
    const { message, problems } = failureOf({
      project: '',
      test: 'a\nb',
      timeout: 'soon',
      'fail-on': 'x',
      thresholds: 'bad',
      'api-url': 'ftp://x',
    })
    expect(problems.length).toBeGreaterThanOrEqual(5)
    expect(message).not.toContain(KEY)
  })

  test.each(['cs_key_4711 0815', 'cs_key_4711\n0815', 'cs_key_ümlaut'])(
    'of CallScaler: %j is refused without being shown',
    (key) => {
      const { message, problems } = failureOf({ 'callscaler-number': '+15735551234', 'callscaler-api-key': key })
      expect(problems.map(({ input }) => input)).toEqual(['callscaler-api-key'])
      for (const part of key.split(/\s/)) expect(message).not.toContain(part)
    },
  )
})

describe('fail-on', () => {
  test.each([
    ['none', []],
    ['NONE', []],
    ['failed', ['failed']],
    ['warned, failed', ['failed', 'warned']],
    ['Failed\nTIMED-OUT,error', ['error', 'timed-out', 'failed']],
    ['failed,failed', ['failed']],
    [' , failed , ', ['failed']],
    [
      'error cancelled timed-out failed not-run warned',
      ['error', 'cancelled', 'timed-out', 'failed', 'not-run', 'warned'],
    ],
  ])('%j is %j', (text, verdicts) => {
    expect(read({ 'fail-on': text })['fail-on']).toEqual(verdicts)
  })

  test.each([
    ['passed', ['"passed"']],
    ['triggered', ['"triggered"']],
    ['none, failed', ['"none"']],
    ['', ['is empty']],
    [',', ['is empty']],
    ['timedout', ['"timedout"', 'Did you mean timed-out?']],
    ['faild, canceled', ['"faild"', 'Did you mean failed?', '"canceled"', 'Did you mean cancelled?']],
  ])('%j is refused', (text, parts) => {
    const failure = failureOf({ 'fail-on': text })
    for (const part of [...parts, 'error, cancelled, timed-out, failed, run-failed, not-run, warned']) {
      expect(failure.message).toContain(part)
    }
    // Wrong input must not pass because it is wrong itself about what may pass.
    expect(failure.inputs['fail-on']).toEqual(['error'])
  })

  test('is honoured when other inputs are wrong', () => {
    expect(failureOf({ timeout: 'soon', 'fail-on': 'none' }).inputs['fail-on']).toEqual([])
    expect(failureOf({ timeout: 'soon', 'fail-on': 'failed' }).inputs['fail-on']).toEqual(['failed'])
    expect(failureOf({ timeout: 'soon' }).inputs['fail-on']).toContain('error')
  })
})

describe('api-url', () => {
  test('is accepted', () => {
    expect(read({ 'api-url': 'http://[::1]:3000/x/' })['api-url'].href).toBe('http://[::1]:3000/x/')
  })

  test.each(['http://callmeter.io/api/v1', 'ftp://localhost', 'callmeter.io/api/v1', 'https://', ''])(
    '%j is refused',
    (url) => {
      const { message, problems } = failureOf({ 'api-url': url })
      expect(problems.map(({ input }) => input)).toEqual(['api-url'])
      expect(message).toContain('expected https addresses')
      expect(message).toContain(`"${url}"`)
    },
  )

  test.each(['https://me:s3cret@callmeter.io', 'https://callmeter.io/?key=s3cret', 'https://callmeter.io/#s3cret'])(
    '%s is refused, and its secret not shown',
    (url) => {
      const { message } = failureOf({ 'api-url': url })
      expect(message).toContain('`api-url` contains credentials, a query or a fragment')
      expect(message).not.toContain('s3cret')
    },
  )

  test.each(['http://me:s3cret@callmeter.io', 'ftp://me:s3cret@localhost'])(
    '%s is refused for its scheme, and its secret not shown either',
    (url) => {
      expect(failureOf({ 'api-url': url }).message).not.toContain('s3cret')
    },
  )
})

describe('timeout', () => {
  test.each([
    ['90s', 90_000],
    ['15m', 900_000],
    ['1h30m', 5_400_000],
    ['120h', 432_000_000],
  ])('%s is %d ms', (text, ms) => {
    expect(read({ timeout: text }).timeout).toBe(ms)
  })

  test.each(['0s', '120h1s', '9999999999999999h', '-1m', '60', '60 m', 'one hour', '0.0001s'])(
    '%j is refused',
    (text) => {
      expect(failureOf({ timeout: text }).message).toContain('up to 120h')
    },
  )
})

describe('true and false', () => {
  test.each(['true', 'True', 'TRUE'])('%s is yes', (text) => {
    expect(read({ wait: text, summary: text })).toMatchObject({ wait: true, summary: true })
  })
  test.each(['false', 'False', 'FALSE'])('%s is no', (text) => {
    expect(read({ wait: text, summary: text })).toMatchObject({ wait: false, summary: false })
  })
  test.each(['yes', 'no', 'on', '1', '0', 'tRUE', ''])('%j is neither', (text) => {
    expect(wrongOf({ wait: text })).toEqual(['wait'])
  })
})

test.each(['fail', 'Warn', 'IGNORE'])('missing-data may be written %s', (text) => {
  expect(read({ 'missing-data': text })['missing-data']).toBe(text.toLowerCase())
})

describe('run-url', () => {
  test.each([
    'https://callmeter.io/runs/{run}',
    'https://callmeter.io/p/{project}/t/{test}/r/{run}#top',
    'http://internal/{run}',
  ])('%s is accepted', (template) => {
    expect(read({ 'run-url': template })['run-url']).toBe(template)
  })

  test.each([
    ['https://callmeter.io/runs', ['lacks {run}']],
    ['callmeter.io/{run}', ['expected a web address']],
    ['javascript:alert({run})', ['expected a web address']],
    ['https://callmeter.io/{id}/{run}', ['contains {id}', '{project}, {test} and {run}']],
    ['https://callmeter.io/{}/{run}', ['contains {}']],
    ['https://callmeter.io/{RUN}', ['{RUN}']],
  ])('%s is refused', (template, parts) => {
    const { message, problems } = failureOf({ 'run-url': template })
    expect(new Set(problems.map(({ input }) => input))).toEqual(new Set(['run-url']))
    for (const part of parts) expect(message).toContain(part)
  })
})

describe('tests and runs', () => {
  test.each(['test', 'run-id'] as const)('%s names each once, and not too many', (input) => {
    const many = Array.from({ length: 51 }, (_, i) => `n${i}`)
    expect(read({ [input]: many.slice(1).join('\n') })[input]).toEqual(many.slice(1))
    expect(failureOf({ [input]: many.join('\n') }).message).toContain(
      `\`${input}\` contains 51 names; at most 50 are allowed.`,
    )
    expect(failureOf({ [input]: 'a\nb\n a' }).message).toContain(`\`${input}\` contains "a" twice.`)
  })
})

test('lines of a text are trimmed and none is empty', () => {
  expect(lines(' a \r\n\n\t\r b\rc\n ')).toEqual(['a', 'b', 'c'])
  expect(lines('')).toEqual([])
})

test.each(['a\nb', 'x'.repeat(256)])('a context that GitHub would not take is refused', (context) => {
  expect(wrongOf({ 'commit-status': context })).toEqual(['commit-status'])
})
