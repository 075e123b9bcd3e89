import { describe, expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import {
  InputFailure,
  type InputName,
  type Inputs,
  apiKeyOf,
  describeLineProblem,
  lines,
  readInputs,
} from '../../src/inputs/read.ts'
import { parseThresholds } from '../../src/thresholds/parse.ts'

const KEY = 'cmk_0123456789abcdef'
const action = parse(readFileSync('action.yml', 'utf8')) as { inputs: Record<string, { default?: string }> }
const DEFAULTS = Object.fromEntries(
  Object.entries(action.inputs).map(([name, { default: text }]) => [name, text ?? '']),
)

type Given = Partial<Record<InputName, string>>
/** The workspace: files by path. */
type Workspace = Readonly<Record<string, string>>

function read(given: Given = {}, env: NodeJS.ProcessEnv = {}, workspace: Workspace = {}): Inputs {
  const all: Record<string, string> = { ...DEFAULTS, 'api-key': KEY, project: 'pbx', test: 'load', ...given }
  // As the toolkit gives them.
  return readInputs((name) => (all[name] ?? '').trim(), env, { read: (path) => workspace[path] })
}

function failureOf(given: Given, env: NodeJS.ProcessEnv = {}, workspace: Workspace = {}): InputFailure {
  try {
    read(given, env, workspace)
  } catch (error) {
    if (error instanceof InputFailure) return error
    throw error
  }
  throw new Error('The inputs were accepted.')
}

describe('inputs', () => {
  test('without any but the needed ones are the documented defaults', () => {
    expect(read()).toMatchObject({
      'api-key': KEY,
      project: 'pbx',
      test: ['load'],
      thresholds: [{ text: 'failed_endpoints == 0', severity: 'fail' }],
      'missing-data': 'fail',
      'fail-on': ['error', 'cancelled', 'timed-out', 'failed', 'not-run'],
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

  test('have no problem that is not theirs: every name is in action.yml', () => {
    expect(Object.keys(read()).filter((name) => !(name in action.inputs))).toEqual([])
  })

  const wrong: [InputName, string, string[]][] = [
    ['api-key', 'sk-live-123', ['cmk_']],
    ['project', '', ['not set', 'id, slug or name']],
    ['test', '', ['not set', 'id, slug or name']],
    ['thresholds', 'avg(mos) = 4', ['line 1, column 10', 'write ==']],
    ['missing-data', 'maybe', ['"maybe"', 'fail, warn, ignore']],
    ['fail-on', 'faild', ['"faild"', 'timed-out', 'none', 'Did you mean failed?']],
    ['wait', 'yes', ['"yes"', 'true and false']],
    ['timeout', '90', ['"90"', '90s, 15m or 1h30m']],
    ['summary', '1', ['"1"', 'true and false']],
    ['run-url', 'callmeter.io/{run}', ['"callmeter.io/{run}"', 'web address']],
    ['api-url', 'http://callmeter.io', ['"http://callmeter.io"', 'https', 'loopback']],
    ['callscaler-api-url', 'http://callscaler.com', ['"http://callscaler.com"', 'https', 'loopback']],
    ['callscaler-settle', '2h', ['"2h"', 'up to 1h']],
  ]

  test.each(wrong)('%s = %j is refused', (input, value, parts) => {
    const { problems, message, kind } = failureOf({ [input]: value })
    expect(kind).toBe('input')
    expect(problems.map((problem) => problem.input)).toEqual([input])
    for (const part of [`\`${input}\``, ...parts]) expect(message).toContain(part)
  })

  test('that are wrong are all told at once', () => {
    const { problems, message } = failureOf(Object.fromEntries(wrong.map(([input, value]) => [input, value])))
    expect(problems.map(({ input }) => input).toSorted()).toEqual(wrong.map(([input]) => input).toSorted())
    expect(message).toMatch(new RegExp(`^${wrong.length} inputs are wrong:\n- `))
    for (const [input, , parts] of wrong) for (const part of [input, ...parts]) expect(message).toContain(part)
  })
})

describe('the key', () => {
  test('is the input, else the environment, both trimmed', () => {
    expect(apiKeyOf(() => 'cmk_a', { CALLMETER_API_KEY: 'cmk_b' })).toBe('cmk_a')
    expect(apiKeyOf(() => '', { CALLMETER_API_KEY: ' cmk_b\n' })).toBe('cmk_b')
    expect(apiKeyOf(() => '', {})).toBe('')
    expect(read({ 'api-key': '' }, { CALLMETER_API_KEY: KEY })['api-key']).toBe(KEY)
  })

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
      const shown = failure.message.replaceAll('cmk_ and holds', '')
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
    ['', ['names nothing']],
    [',', ['names nothing']],
    ['timedout', ['"timedout"', 'Did you mean timed-out?']],
    ['faild, canceled', ['"faild"', 'Did you mean failed?', '"canceled"', 'Did you mean cancelled?']],
  ])('%j is refused', (text, parts) => {
    const failure = failureOf({ 'fail-on': text })
    for (const part of [...parts, 'error, cancelled, timed-out, failed, not-run, warned']) {
      expect(failure.message).toContain(part)
    }
    // Wrong input must not pass because it is wrong itself about what may pass.
    expect(failure.telling['fail-on']).toEqual(['error'])
  })

  test('is honoured when other inputs are wrong', () => {
    expect(failureOf({ timeout: 'soon', 'fail-on': 'none' }).telling['fail-on']).toEqual([])
    expect(failureOf({ timeout: 'soon', 'fail-on': 'failed' }).telling['fail-on']).toEqual(['failed'])
    expect(failureOf({ timeout: 'soon' }).telling['fail-on']).toContain('error')
  })
})

describe('api-url', () => {
  test.each([
    'https://callmeter.io/api/v1',
    'https://callmeter.example:8443',
    'http://localhost:3000/api/v1',
    'http://127.0.0.1:3000',
    'http://127.1.2.3',
    'http://[::1]:3000/x/',
  ])('%s is accepted', (url) => {
    expect(read({ 'api-url': url })['api-url'].href).toBe(new URL(url).href)
  })

  test.each([
    'http://callmeter.io/api/v1',
    'http://127.0.0.1.evil.example',
    'http://localhost.evil.example',
    'http://evil.example/localhost',
    'http://127.evil.example',
    'http://[::2]',
    'http://0.0.0.0',
    'http://10.0.0.1',
    'ftp://localhost',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'callmeter.io/api/v1',
    '//callmeter.io',
    'https://',
    '',
  ])('%j is refused', (url) => {
    const { message, problems } = failureOf({ 'api-url': url })
    expect(problems.map(({ input }) => input)).toEqual(['api-url'])
    expect(message).toContain('accepted are https addresses')
    expect(message).toContain(`"${url}"`)
  })

  test.each(['https://me:s3cret@callmeter.io', 'https://callmeter.io/?key=s3cret', 'https://callmeter.io/#s3cret'])(
    '%s is refused, and its secret not shown',
    (url) => {
      const { message } = failureOf({ 'api-url': url })
      expect(message).toContain('`api-url` holds credentials, a query or a fragment')
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
    expect(failureOf({ wait: text }).problems.map(({ input }) => input)).toEqual(['wait'])
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
    ['callmeter.io/{run}', ['accepted is a web address']],
    ['javascript:alert({run})', ['accepted is a web address']],
    ['https://callmeter.io/{id}/{run}', ['holds {id}', '{project}, {test} and {run}']],
    ['https://callmeter.io/{}/{run}', ['holds {}']],
    ['https://callmeter.io/{RUN}', ['{RUN}']],
  ])('%s is refused', (template, parts) => {
    const { message, problems } = failureOf({ 'run-url': template })
    expect(new Set(problems.map(({ input }) => input))).toEqual(new Set(['run-url']))
    for (const part of parts) expect(message).toContain(part)
  })
})

describe('thresholds', () => {
  test('are read in order; comments alone are none', () => {
    const { thresholds } = read({ thresholds: '# what good means\navg(mos) >= 4\n\nwarn: endpoints > 3 # few' })
    expect(thresholds.map(({ text, line, severity }) => [text, line, severity])).toEqual([
      ['avg(mos) >= 4', 2, 'fail'],
      ['warn: endpoints > 3', 4, 'warn'],
    ])
    expect(read({ thresholds: '# later' }).thresholds.map(({ text }) => text)).toEqual(['failed_endpoints == 0'])
  })

  test('that are wrong are all told, each with its line and the place marked', () => {
    const { message, problems } = failureOf({ thresholds: 'avrg(mos) >= 4\nendpoints > 1\n  p95(jitter_ms) < 30%' })
    expect(problems).toHaveLength(2)
    // The toolkit trims the whole input, not its lines.
    expect(message).toContain('line 1, column 1: `avrg` is no function')
    expect(message).toContain('    avrg(mos) >= 4\n    ^^^^\n')
    expect(message).toContain('line 3, column 3: ')
    expect(message).toContain('      p95(jitter_ms) < 30%\n      ^^^^^^^^^^^^^^^^^^^^')
  })
})

describe('the place of a mistake', () => {
  const problem = (line: string): string[] => {
    const [found] = parseThresholds(line).problems
    if (!found) throw new Error(`${line} has no mistake`)
    return describeLineProblem(found).split('\n')
  }

  test.each([
    ['avg(mos) = 4', '=', '='],
    ['avg(mos) >=', ' ', 'nothing: the line ends there'],
    ['\tavg(mos) =\t4', '=', '= after tabs'],
    [`avg(mos where group = "${'x'.repeat(400)}") = 4`, '=', '= far to the right'],
    [`avg(mos) = ${'4'.repeat(300)}`, '=', '= far to the left'],
    [`${'1 + '.repeat(60)}foo + ${'1 + '.repeat(60)}1 > endpoints`, 'foo', 'foo in the middle'],
  ])('in %j is marked', (line, marked) => {
    const [place = '', shown = '', caret = '', ...rest] = problem(line)
    expect(rest).toEqual([])
    expect(place).toMatch(/^line 1, column \d+: ./)
    const at = caret.indexOf('^')
    expect(caret).toMatch(/^ {4} *\^+$/)
    expect(shown.padEnd(caret.length).slice(at, caret.length)).toBe(marked)
    expect(shown.length).toBeLessThanOrEqual(104)
    const [found] = parseThresholds(line).problems
    expect(place).toContain(`column ${(found?.start ?? -1) + 1}:`)
  })

  test('beyond the longest line is still shown', () => {
    const [, shown = '', caret = ''] = problem(`endpoints > 0 #${'x'.repeat(5_000)}`)
    expect(shown.length).toBeLessThanOrEqual(104)
    expect(caret).toMatch(/^ +\^$/)
    expect(caret.length).toBeLessThanOrEqual(shown.length)
  })

  test('controls in a line move nothing', () => {
    const [, shown] = problem('avg(mos)\u202E = 4')
    expect(shown).toBe('    avg(mos)  = 4')
  })
})

test('lines of a text are trimmed and none is empty', () => {
  expect(lines(' a \r\n\n\t\r b\rc\n ')).toEqual(['a', 'b', 'c'])
  expect(lines('')).toEqual([])
})

describe('what GitHub is told', () => {
  test('base-branch needs a commit status to look for', () => {
    expect(failureOf({ baseline: 'base-branch' }).message).toContain('`commit-status` does not name one')
    expect(read({ baseline: 'base-branch', 'commit-status': 'callmeter/quality' }).baseline).toEqual({
      kind: 'base-branch',
    })
  })

  test.each(['a\nb', 'x'.repeat(256)])('a context that GitHub would not take is refused', (context) => {
    expect(failureOf({ 'commit-status': context }).problems.map(({ input }) => input)).toEqual(['commit-status'])
  })

  test('wrong inputs are told where the right ones say', () => {
    const { telling } = failureOf({ timeout: 'soon', comment: 'always', 'commit-status': 'a', 'github-token': 'ghs_1' })
    expect(telling).toMatchObject({ comment: 'always', 'commit-status': 'a', 'github-token': 'ghs_1', summary: true })
    expect(failureOf({ comment: 'sometimes', summary: 'perhaps' }).telling).toMatchObject({
      comment: 'never',
      summary: true,
    })
  })
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

  test.each(['cs_key_4711 0815', 'cs_key_4711\n0815', 'cs_key_ümlaut'])('%j is no key, and is not shown', (key) => {
    const { message, problems } = failureOf({ ...FAR_END, 'callscaler-api-key': key })
    expect(problems.map(({ input }) => input)).toEqual(['callscaler-api-key'])
    for (const part of key.split(/\s/)) expect(message).not.toContain(part)
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
