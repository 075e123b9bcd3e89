import { describe, expect, test } from '@jest/globals'
import { DEFAULT_THRESHOLDS, describeLineProblem, readThresholdsFile } from '../../src/inputs/thresholds.ts'
import { parseThresholds } from '../../src/thresholds/parse.ts'
import { failureOf, read } from './given.ts'

describe('thresholds', () => {
  test('are read in order', () => {
    const { thresholds } = read({ thresholds: '# what good means\navg(mos) >= 4\n\nwarn: endpoints > 3 # few' })
    expect(thresholds.map(({ text, line, severity }) => [text, line, severity])).toEqual([
      ['avg(mos) >= 4', 2, 'fail'],
      ['warn: endpoints > 3', 4, 'warn'],
    ])
  })

  test.each([
    ['# later', /`thresholds` contains only comments/],
    ['#\n # a\n\n', /contains only comments/],
    ['# good calls avg(mos) >= 4 success_rate >= 99%', /has `avg\(mos\) >= 4` in a comment: folded YAML/],
    ['avg(mos) >= 4 # most success_rate >= 99%', /has `success_rate >= 99%` in a comment: folded YAML/],
  ])('that are set, and hold none, are refused: %j', (thresholds, words) => {
    expect(failureOf({ thresholds }).message).toMatch(words)
  })

  test('that are blank are not set', () => {
    expect(read({ thresholds: ' \n ' }).thresholds.map(({ text }) => text)).toEqual([DEFAULT_THRESHOLDS])
  })

  test('that are wrong are all told, each with its line and the place marked', () => {
    const { message, problems } = failureOf({ thresholds: 'avrg(mos) >= 4\nendpoints > 1\n  p95(jitter_ms) < 30%' })
    expect(problems).toHaveLength(2)
    // The toolkit trims the whole input, not its lines.
    expect(message).toContain('line 1, column 1: unknown function `avrg`')
    expect(message).toContain('    avrg(mos) >= 4\n    ^^^^\n')
    expect(message).toContain('line 3, column 3: ')
    expect(message).toContain('      p95(jitter_ms) < 30%\n      ^^^^^^^^^^^^^^^^^^^^')
  })
})

test('the default is nobody’s line', () => {
  expect(read().thresholds.map(({ text, line }) => [text, line])).toEqual([[DEFAULT_THRESHOLDS, 0]])
})

describe('a file of thresholds', () => {
  const FILE = { 'thresholds-file': 'quality.txt' }

  test('adds to those of the workflow, and each names its file', () => {
    const { thresholds } = read({ ...FILE, thresholds: 'endpoints > 1' }, {}, { 'quality.txt': '#\navg(mos) >= 4' })
    expect(thresholds.map(({ text, line, file }) => [text, line, file])).toEqual([
      ['endpoints > 1', 1, undefined],
      ['avg(mos) >= 4', 2, 'quality.txt'],
    ])
  })

  test('with mistakes tells the place of each', () => {
    const { problems } = failureOf(FILE, {}, { 'quality.txt': 'endpoints > 1\n avg(mos) = 4\navrg(mos) > 4' })
    expect(problems.map(({ input, place }) => [input, place])).toEqual([
      ['thresholds-file', { file: 'quality.txt', line: 2, column: 11 }],
      ['thresholds-file', { file: 'quality.txt', line: 3, column: 1 }],
    ])
    expect(problems[0]?.message).toContain('`thresholds-file` "quality.txt", line 2, column 11: ')
  })

  test.each<[string, Record<string, string>, string]>([
    ['is not there', {}, 'is "quality.txt", and there is no such file in the workspace.'],
    ['holds none', { 'quality.txt': '# later' }, 'is "quality.txt", which contains no thresholds.'],
  ])('that %s is refused', (_, workspace, words) => {
    expect(failureOf(FILE, {}, workspace).problems).toEqual([
      { input: 'thresholds-file', message: expect.stringContaining(`\`thresholds-file\` ${words}`) },
    ])
  })

  test('that cannot be read is refused, too', () => {
    const told: string[] = []
    const refused = (): never => {
      throw new Error('it is outside of the workspace')
    }
    expect(readThresholdsFile('../x', (message) => told.push(message), { read: refused })).toEqual([])
    expect(told).toEqual(['is "../x", which cannot be read: Error: it is outside of the workspace'])
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
