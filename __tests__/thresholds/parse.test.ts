import { describe, expect, test } from '@jest/globals'
import { METRICS } from '../../src/thresholds/catalogue.ts'
import { MAX_DEPTH } from '../../src/thresholds/cursor.ts'
import { MAX_LINE_LENGTH, MAX_THRESHOLDS, parseThresholds, swallowedThreshold } from '../../src/thresholds/parse.ts'
import { problemOf } from './rows.ts'

/** `marked` is what the mistake's span covers; where it is '' the span begins where the line ends. */
type Case = [line: string, marked: string, ...parts: string[]]

const END = ''

const mistakes = (name: string, rows: readonly Case[]): void =>
  describe(name, () => {
    test.each(rows)('%s', (line, marked, ...parts) => {
      const { start, end, message } = problemOf(line)
      expect(line.slice(start, end)).toBe(marked)
      expect(end).toBeGreaterThan(start)
      if (marked === END) expect(start).toBe(line.length)
      for (const part of parts) expect(message).toContain(part)
    })
  })

mistakes('comparisons', [
  ['avg(mos)', END, 'expected a comparison', '>=', 'the line ends here'],
  ['avg(mos) 4', '4', 'expected a comparison', 'not `4`'],
  ['success_rate = 99%', '=', 'write =='],
  ['avg(mos) > 1 > 2', '>', 'one comparison', 'two lines'],
  ['1 < avg(mos) < 5', '<', 'one comparison', 'two lines'],
  ['avg(mos) >=', END, 'expected a value', 'avg(mos)', 'the line ends here'],
  ['avg(mos) >= # nothing', '#', 'expected a value', 'the line ends here'],
  ['>= 4', '>=', 'expected a value', 'not `>=`'],
  ['avg(mos) >= 4 4', '4', 'the end of the line', 'not `4`'],
  ['avg(mos) >= 4 and avg(mos) <= 5', 'and', 'the end of the line', 'not `and`'],
  ['avg(mos) >= 4)', ')', 'the end of the line', 'not `)`'],
  ['avg(mos) ≥ 4', '≥', '`≥`', 'write >='],
  ['avg(mos) ≤ 4', '≤', 'write <='],
  ['avg(mos) ≠ 4', '≠', 'write !='],
  ['avg(mos) >= baseline − 1', '−', 'write -'],
  ['count(outcome = TIMEOUT && phase = RINGING) == 0', '&', 'write and'],
  ['count(outcome = TIMEOUT || phase = RINGING) == 0', '|', 'write or'],
  ['avg(mos) ~ 4', '~', '`~` has no meaning here'],
  ['avg(mos) >= 4 😀', '😀', '`😀` has no meaning here'],
])

mistakes('units', [
  ['p95(jitter_ms) < 30%', 'p95(jitter_ms) < 30%', 'a time', 'a percentage', 'jitter_ms is in milliseconds'],
  ['avg(mos) >= 4ms', 'avg(mos) >= 4ms', 'a number without a unit', 'a time', 'mos is a plain number'],
  ['avg(packets_lost) < 1%', 'avg(packets_lost) < 1%', 'packets_lost is in packets'],
  ['max(fraction_lost) < 10ms', 'max(fraction_lost) < 10ms', 'fraction_lost is in percent'],
  ['30% > p95(jitter_ms)', '30% > p95(jitter_ms)', 'jitter_ms is in milliseconds'],
  ['success_rate >= 99ms', 'success_rate >= 99ms', 'a percentage', 'a time'],
  ['duration < 10%', 'duration < 10%', 'a time', 'a percentage'],
  ['endpoints > 3s', 'endpoints > 3s', 'a number without a unit', 'a time'],
  ['count(outcome = TIMEOUT) < 5%', 'count(outcome = TIMEOUT) < 5%', 'rate(…) is a percentage'],
  ['rate(outcome = TIMEOUT) < 5ms', 'rate(outcome = TIMEOUT) < 5ms', 'a percentage'],
  ['avg(jiter_ms) < 30ms', 'avg(jiter_ms) < 30ms', 'numbers without a unit', 'did you mean jitter_ms'],
  ['run.summary.avgMos > 4s', 'run.summary.avgMos > 4s', 'numbers without a unit'],
  ['avg(mos) + 20% > 4', 'avg(mos) + 20%', 'only `baseline`', '* 1.2'],
  ['avg(mos) + avg(jitter_ms) > 4', 'avg(mos) + avg(jitter_ms)', 'cannot be compared, added or subtracted'],
  ['avg(jitter_ms) * avg(rtt_ms) > 4', 'avg(jitter_ms) * avg(rtt_ms)', 'a time cannot be multiplied by a time'],
  ['1 / avg(jitter_ms) > 4', '1 / avg(jitter_ms)', 'cannot be divided by a time'],
  ['avg(mos) >= baseline - 10ms', 'baseline - 10ms', 'a number without a unit', 'a time'],
  ['rate(mos < 3.5ms) < 5%', 'mos < 3.5ms', 'mos is a plain number'],
  ['rate(jitter_ms > 30%) < 5%', 'jitter_ms > 30%', 'jitter_ms is in milliseconds'],
  ['rate(jiter_ms > 30ms) < 5%', 'jiter_ms > 30ms', 'did you mean jitter_ms'],
  ['count(sip_status >= 500ms) == 0', 'sip_status >= 500ms', 'a number without a unit'],
  ['answer_rate >= 98ms', 'answer_rate >= 98ms', 'a percentage and a time'],
  ['received_calls >= 98%', 'received_calls >= 98%', 'a number without a unit and a percentage'],
  ['duration < 10h', '10h', '`h` is not a unit', '%, ms, s and m'],
  ['duration < 10min', '10min', '`min` is not a unit'],
  ['endpoints < 1e3', '1e', '`e` is not a unit'],
])

mistakes('names', [
  ['avrg(mos) >= 4', 'avrg', 'unknown function `avrg`', 'did you mean avg'],
  ['mean(mos) >= 4', 'mean', 'unknown function `mean`', 'median'],
  ['average(mos) >= 4', 'average', 'unknown function `average`', 'avg'],
  ['stdev(mos) < 4', 'stdev', 'did you mean stddev'],
  ['sucess_rate >= 99%', 'sucess_rate', 'unknown value `sucess_rate`', 'did you mean success_rate'],
  ['success-rate >= 99%', 'success', 'unknown value `success`', 'success_rate'],
  ['durration < 10s', 'durration', 'did you mean duration'],
  ['xyzzyplugh < 1', 'xyzzyplugh', 'expected', 'success_rate'],
  ['jitter_ms < 30', 'jitter_ms', 'measured by every endpoint', 'avg(jitter_ms)', 'p95(jitter_ms)'],
  ['mos.receive >= 4', 'mos.receive', 'avg(mos.receive)'],
  ['avg >= 4', 'avg', 'needs parentheses', 'avg(mos)'],
  ['p95 < 30ms', 'p95', 'needs parentheses', 'p95(jitter_ms)'],
  ['count == 0', 'count', 'needs parentheses', 'count(outcome = TIMEOUT)'],
  ['p100(jitter_ms) < 1', 'p100', 'not a percentile', 'p1 to p99'],
  ['p0(jitter_ms) < 1', 'p0', 'not a percentile'],
  ['p99.9999(jitter_ms) < 1', 'p99.9999', 'not a percentile', 'p99.999'],
  ['duration(where group = a) < 1', 'duration', 'takes no parentheses'],
  ['received_calls(where group = a) > 1', 'received_calls', 'takes no parentheses'],
  ['recieved_calls >= 50', 'recieved_calls', 'did you mean received_calls'],
  ['warning: avg(mos) >= 4', 'warning', '`warning:` is unknown', 'fail: or warn:'],
  ['error: avg(mos) >= 4', 'error', 'fail: or warn:'],
  ['warn avg(mos) >= 4', 'warn', 'unknown value `warn`'],
  ['avg(mos.send.receive) > 4', 'mos.send.receive', 'narrowed twice'],
  ['avg(mos.audio.video) > 4', 'mos.audio.video', 'narrowed twice'],
  ['avg(mos.min.max) > 4', 'mos.min.max', 'narrowed twice'],
])

mistakes('the larger and the smaller', [
  ['avg(mos) >= max(baseline)', ')', 'expected a comma and another value', 'max(baseline + 20%, 10ms)'],
  ['avg(mos) >= min(4)', ')', 'expected a comma and another value'],
  ['avg(mos) >= max(spread)', ')', 'expected a comma'],
  ['avg(mos) >= max()', ')', 'expected a metric'],
  ['avg(mos) >= max(4,)', ')', 'expected a value'],
  ['avg(mos) >= max(4, 5', '', 'to close max('],
  ['avg(mos) >= max(4; 5)', ';', '`;` has no meaning'],
  ['avg(mos) >= max(jitter_ms, 4)', 'jitter_ms', 'measured by every endpoint', 'avg(jitter_ms)'],
  ['avg(mos) >= max(4, 30ms)', 'avg(mos) >= max(4, 30ms)', 'mos is a plain number'],
  ['avg(mos) >= max(4%, 30ms)', 'max(4%, 30ms)', 'a percentage and a time'],
  ['p95(jitter_ms) <= max(baseline + 20%, 10%)', 'max(baseline + 20%, 10%)', 'a time and a percentage'],
  ['success_rate >= max(0.99, baseline)', '0.99', 'write 99%'],
  ['1 - max(success_rate, answer_rate) <= 0.5', '1', 'this is in percent'],
  ['max(1, 2) >= 3', 'max(1, 2) >= 3', 'nothing is measured here'],
  ['max(baseline, avg(mos)) >= baseline', 'max(baseline, avg(mos)) >= baseline', 'on one side only'],
  ['spread >= baseline', 'spread >= baseline', 'on one side only'],
  ['spread <= 4', 'spread <= 4', 'nothing is measured'],
])

mistakes('conditions', [
  ['count(outcome = TIMEOT) == 0', 'TIMEOT', '`TIMEOT` is not a documented outcome', 'did you mean TIMEOUT', 'quotes'],
  ['count(outcome = FROBNICATED) == 0', 'FROBNICATED', 'expected SUCCESS', 'OSERROR'],
  ['count(phase = RINGIN) == 0', 'RINGIN', 'not a documented phase', 'did you mean RINGING'],
  ['count(outcome > TIMEOUT) == 0', '>', 'outcome is a word and has no order', '= or !='],
  ['count(group = 5) == 0', '5', 'a word or a quoted text after group =', 'not `5`'],
  ['count(group = ) == 0', ')', 'a word or a quoted text', 'not `)`'],
  ['count(group = call-centre) == 0', 'call-', 'in quotes', '"call-'],
  ['count(mos) == 0', ')', 'a comparison', 'after mos', 'not `)`'],
  ['count(mos < bad) == 0', 'bad', 'expected a number after mos', 'not `bad`'],
  ['count(mos < "3.5") == 0', '"3.5"', 'expected a number after mos'],
  ['count(mos < -) == 0', ')', 'expected a number after mos'],
  ['count(sip_status = OK) == 0', 'OK', 'expected a number after sip_status'],
  ['count() == 0', ')', 'expected a condition', 'outcome = TIMEOUT', 'not `)`'],
  ['count(3 > mos) == 0', '3', 'expected a condition'],
  ['count(mos < 3 and) == 0', ')', 'expected a condition'],
  ['count(not) == 0', ')', 'expected a condition'],
  ['rate(mos < 3 where) == 0', ')', 'expected a condition'],
  ['success_rate(group = agents) > 5', 'group', 'expected where', 'success_rate(where'],
  ['success_rate() > 5', ')', 'expected where'],
  ['avg() > 4', ')', 'expected a metric', 'avg(jitter_ms)'],
  ['avg(where group = a) > 4', 'where', 'expected a metric before where'],
  ['avg(mos group = a) > 4', 'group', 'expected ) to close avg(', 'not `group`'],
])

mistakes('what is not closed', [
  ['count(group = "agents) == 0', '"agents) == 0', 'quoted text has no end'],
  ['count(group = \'agents") == 0', '\'agents") == 0', 'quoted text has no end'],
  ['avg(mos >= 4', '>=', 'expected ) to close avg(', 'not `>=`'],
  ['avg(mos', END, 'expected ) to close avg(', 'the line ends here'],
  ['(avg(mos) + 1 >= 4', '>=', 'expected ) to close the parenthesis'],
  ['count((mos < 3 and mos > 2) == 0', '==', 'expected ) to close count('],
  ['success_rate(where group = a >= 4', '>=', 'expected ) to close success_rate('],
])

mistakes('comparisons that mean nothing', [
  ['4 >= 3', '4 >= 3', 'nothing is measured', 'success_rate'],
  ['baseline >= 3', 'baseline >= 3', 'nothing is measured'],
  ['-(1 + 2) < 4', '-(1 + 2) < 4', 'nothing is measured'],
  ['baseline <= baseline + 1', 'baseline <= baseline + 1', 'one side only'],
  ['avg(mos) - baseline > baseline', 'avg(mos) - baseline > baseline', 'one side only'],
])

describe('baseline', () => {
  // "The other side's expression, measured on the baseline": here the other side measures nothing, so this would compare
  // the run with a constant and hold whatever became worse.
  test.each([
    'avg(mos) - baseline >= -0.1',
    '-0.1 <= avg(mos) - baseline',
    'avg(mos) / baseline >= 0.9',
    'baseline - avg(mos) <= 0.1',
    '5 > baseline + avg(mos)',
  ])('needs a measured value on the other side: %s', (line) => {
    const { thresholds, problems } = parseThresholds(line)
    expect(thresholds.map(({ text }) => text)).toEqual([])
    expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining('baseline')])
  })
})

describe('limits', () => {
  // 10 ** 308 minutes are within reach of a number, but the seconds that are reckoned with are not.
  test.each([
    ['digits', 'endpoints <', `1${'0'.repeat(400)}`],
    ['minutes', 'duration <', `1${'0'.repeat(308)}m`],
  ])('a number may not have too many %s', (_, before, number) => {
    const { start, end, message } = problemOf(`${before} ${number}`)
    expect([start, end]).toEqual([before.length + 1, before.length + 1 + number.length])
    expect(message).toContain('too large')
  })

  const nested = (depth: number, open: string, inner: string, close: string): string =>
    `${open.repeat(depth)}${inner}${close.repeat(depth)}`

  test.each([
    ['parentheses', (depth: number) => `${nested(depth, '(', 'endpoints', ')')} > 0`, '('],
    ['minus signs', (depth: number) => `${nested(depth, '-', 'endpoints', '')} > 0`, '-'],
    ['not', (depth: number) => `count(${nested(depth, 'not ', 'mos > 3', '')}) > 0`, 'not'],
    ['parentheses of conditions', (depth: number) => `count(${nested(depth, '(', 'mos > 3', ')')}) > 0`, '('],
  ])('%s nest as deeply as allowed and no deeper', (_, line, marked) => {
    expect(parseThresholds(line(MAX_DEPTH))).toMatchObject({ thresholds: [{ severity: 'fail' }], problems: [] })
    const { start, end, message } = problemOf(line(MAX_DEPTH + 1))
    expect(line(MAX_DEPTH + 1).slice(start, end)).toBe(marked)
    expect(message).toContain(`more than ${MAX_DEPTH} levels`)
  })

  test('siblings are not nesting', () => {
    const line = `${Array.from({ length: MAX_DEPTH + 10 }, () => '(1)').join('+')} < endpoints`
    expect(parseThresholds(line).problems).toEqual([])
  })

  test('a line may be as long as allowed and no longer', () => {
    const fits = 'endpoints > 0'.padEnd(MAX_LINE_LENGTH)
    expect(parseThresholds(fits)).toMatchObject({ thresholds: [{ text: 'endpoints > 0' }], problems: [] })
    expect(problemOf(`${fits} `)).toMatchObject({ start: MAX_LINE_LENGTH, message: expect.stringContaining('1000') })
  })

  test('thresholds may be as many as allowed; what lies beyond is one mistake', () => {
    const lines = Array.from({ length: MAX_THRESHOLDS }, (_, i) => `endpoints > ${i}\n# comment`)
    expect(parseThresholds(lines.join('\n'))).toMatchObject({ problems: [] })
    const { thresholds, problems } = parseThresholds([...lines, 'endpoints > 0', 'avg(', 'avg('].join('\n'))
    expect(thresholds).toHaveLength(MAX_THRESHOLDS)
    expect(problems).toMatchObject([
      { line: 2 * MAX_THRESHOLDS + 1, message: expect.stringContaining(`at most ${MAX_THRESHOLDS}`) },
    ])
  })
})

test('every mistake of a text is told at once, with its line as written', () => {
  const text = '# comment\navg(mos) >= 4\n\n  avg(mos) = 4\r\nendpoints > 0\n\tsucess_rate > 1 # why\r'
  const { thresholds, problems } = parseThresholds(text)
  expect(thresholds.map(({ line }) => line)).toEqual([2, 5])
  expect(problems).toMatchObject([
    { line: 4, start: 11, end: 12, text: '  avg(mos) = 4' },
    { line: 6, start: 1, end: 12, text: '\tsucess_rate > 1 # why' },
  ])
})

describe('a metric that the catalogue does not have', () => {
  test.each(['avg(mso) >= 4', 'p95(dscp_rewrites.send) < 3', 'rate(mso < 3) <= 5%'])('is understood: %s', (line) => {
    expect(parseThresholds(line).problems).toEqual([])
  })

  test('is never the cause of a message that contradicts itself', () => {
    // A number of endpoints is a number without a unit, and those go with a value of unknown unit, as the message says itself.
    const { problems } = parseThresholds('endpoints == run.endpointCount')
    expect(problems.map(({ message }) => message)).toEqual([])
  })
})

test('every metric of the catalogue can be compared with a plain number and, if it is a time, with seconds', () => {
  const lines = Object.entries(METRICS).flatMap(([metric, { unit }]) => [
    `avg(${metric}) >= 0`,
    ...(unit === 'ms' ? [`p95(${metric}) < 0.5s`, `rate(${metric} > 20ms) <= 5%`] : []),
    ...(unit === '%' ? [`max(${metric}) < 1%`] : []),
  ])
  expect(lines.length).toBeGreaterThanOrEqual(Object.keys(METRICS).length)
  expect(parseThresholds(lines.join('\n'))).toMatchObject({ problems: [] })
})

test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'])(
  '%s is a name like any other',
  (name) => {
    expect(problemOf(`${name} > 1`).message).toContain(`unknown value \`${name}\``)
    expect(problemOf(`${name}(mos) > 1`).message).toContain(`unknown function \`${name}\``)
    expect(problemOf(`endpoints > 1${name.replaceAll('_', '')}`).message).toContain('is not a unit')
    expect(problemOf(`count(outcome = ${name}) > 1`).message).toContain('is not a documented outcome')
    expect(parseThresholds(`avg(${name}) > 1\ncount(${name} > 1) > 1`).problems).toEqual([])
  },
)

describe('a percentage that is taken for a share is refused', () => {
  test.each([
    ['success_rate >= 0.99', '0.99', 'write 99%, or 0.99% if that is meant'],
    ['success_rate >= 1', '1', 'write 100%, or 1% if that is meant'],
    ['success_rate > 1', '1', '100%'],
    ['success_rate == 1', '1', '100%'],
    ['1 <= success_rate', '1', '100%'],
    ['rate(mos >= 4) >= 1', '1', '100%'],
    ['answer_rate >= 1', '1', '100%'],
    ['rate(outcome = TIMEOUT) <= 0.05', '0.05', '5%'],
    ['1 - success_rate <= 0.05', '1', '100%'],
    ['1 - success_rate <= 5%', '1', '100%'],
    ['(1 - rate(mos > 3)) * 2 < 9', '1', '100%'],
    ['success_rate * 100 >= 99', '100', 'leave out the 100'],
    ['100 * success_rate >= 99', '100', 'leave out the 100'],
  ])('%s', (line, marked, words) => {
    const { message, start, end } = problemOf(line)
    expect(message).toMatch(/^this is in percent/)
    expect(message).toContain(words)
    expect(line.slice(start, end)).toBe(marked)
  })

  test.each([
    'success_rate >= 99',
    'success_rate == 100',
    'success_rate >= 1%',
    'rate(outcome = TIMEOUT) <= 1',
    'rate(outcome = TIMEOUT) == 0',
    '1 >= rate(outcome = TIMEOUT)',
    '100 - success_rate <= 0.5',
    'success_rate / 100 >= 0.99',
    'success_rate >= baseline - 0.5',
    'success_rate <= baseline + 1',
    'endpoints * 0.5 <= 100',
    'avg(mos) >= 1',
  ])('%s is none', (line) => {
    expect(parseThresholds(line).problems).toEqual([])
  })
})

describe('a threshold in the comment of the only line', () => {
  test.each([
    ['success_rate >= 99% # of all avg(mos) >= 4', 'avg(mos) >= 4'],
    ['# what good means success_rate >= 99% avg(mos) >= 4', 'success_rate >= 99%'],
    ['  avg(mos) >= 4 #warn: p95(jitter_ms) < 30ms', 'warn: p95(jitter_ms) < 30ms'],
  ])('was swallowed: %s', (text, swallowed) => {
    expect(swallowedThreshold(text)).toBe(swallowed)
  })

  test.each([
    'avg(mos) >= 4 # as people rate it',
    'avg(mos) >= 4',
    '# later',
    '',
    'avg(mos) >= 4\n# avg(mos) >= 4.2 next year',
    '# avg(mos) >= 4.2 next year\navg(mos) >= 4',
    `avg(mos) >= 4 # ${'mos '.repeat(400)}`,
  ])('was not: %s', (text) => {
    expect(swallowedThreshold(text)).toBeUndefined()
  })
})
