import { describe, expect, test } from '@jest/globals'
import { evaluate } from '../../src/thresholds/evaluate.ts'
import { parseThresholds } from '../../src/thresholds/parse.ts'
import { resultOf, subjectOf } from './rows.ts'

// Worse sides: mos 4.2, 4.0, –, 3.5, –; fraction_lost 1, 0.5, –, 2, –.
const RUN = subjectOf(
  [
    {
      group: 'agents',
      phase: 'CLOSED',
      sip: 200,
      metrics: {
        mos: { send: 4.4, receive: 4.2 },
        jitter_ms: 10,
        rtt_ms: { avg: 100, max: 150 },
        fraction_lost: { audio: { send: 0, receive: 1 }, video: { send: 0.25, receive: 0.5 } },
      },
    },
    {
      group: 'agents',
      phase: 'CLOSED',
      sip: 200,
      outcome: 'COMPLETED_WITH_WARNINGS',
      metrics: {
        mos: { send: 4, receive: 4.1 },
        jitter_ms: 20,
        rtt_ms: { avg: 120, max: 300 },
        fraction_lost: { audio: { send: 0.5, receive: 0 } },
      },
    },
    { group: 'agents', phase: 'RINGING', sip: 408, outcome: 'TIMEOUT', metrics: { jitter_ms: 60 } },
    {
      group: "Berlin's trunk",
      phase: 'CLOSED',
      sip: 200,
      metrics: {
        mos: { send: 3.5, receive: 3.7 },
        jitter_ms: 30,
        rtt_ms: { avg: 80, max: 90 },
        fraction_lost: { audio: { send: 2, receive: 1.5 } },
      },
    },
    { group: "Berlin's trunk", phase: 'CALLING', sip: 503, outcome: 'CALL_FAILED', metrics: { jitter_ms: 40 } },
  ],
  {
    durationSeconds: 90,
    queueSeconds: 6,
    run: { status: 'COMPLETED', detail: { summary: { avgMos: 3.95, by: { hour: [1, 7] } }, retries: 2 } },
    calls: { received: 50, answered: 45, missed: 2, voicemail: 1, busy: 1, failed: 0, unclassified: { odd: 1 } },
  },
)

// Worse sides: mos 4.0; jitter 40; success_rate 75.
const BASELINE = subjectOf(
  [
    { group: 'agents', metrics: { mos: { send: 4.2, receive: 4 }, jitter_ms: 40 } },
    { group: 'agents', metrics: { mos: { send: 4, receive: 4.5 }, jitter_ms: 40 } },
    { group: 'agents', metrics: { mos: { send: 4, receive: 4 }, jitter_ms: 40 } },
    { group: 'agents', outcome: 'TIMEOUT' },
  ],
  {
    durationSeconds: 100,
    run: { status: 'COMPLETED', detail: { summary: { avgMos: 4 } } },
    calls: { received: 50, answered: 46, missed: 4, voicemail: 0, busy: 0, failed: 0, unclassified: {} },
  },
)

type Case = [line: string, measured: number, limit: number, state: 'held' | 'breached']

const cases = (name: string, rows: readonly Case[]): void =>
  describe(name, () => {
    test.each(rows)('%s', (line, measured, limit, state) => {
      const result = resultOf(line, RUN, BASELINE)
      expect(result).toMatchObject({ state })
      expect(result.measured).toBeCloseTo(measured, 9)
      expect(result.limit).toBeCloseTo(limit, 9)
    })
  })

cases('aggregates', [
  ['avg(mos) >= 3.9', 3.9, 3.9, 'held'],
  ['min(mos) >= 3.6', 3.5, 3.6, 'breached'],
  ['max(mos) > 4.2', 4.2, 4.2, 'breached'],
  ['sum(mos) < 12', 11.7, 12, 'held'],
  ['median(mos) >= 4', 4, 4, 'held'],
  ['median(jitter_ms) <= 29ms', 30, 29, 'breached'],
  ['stddev(jitter_ms) < 18ms', 17.204650534085253, 18, 'held'],
  ['p1(jitter_ms) < 10.5', 10.4, 10.5, 'held'],
  ['p25(mos) >= 3.75', 3.75, 3.75, 'held'],
  ['p50(jitter_ms) == 30', 30, 30, 'held'],
  ['p95(jitter_ms) < 30ms', 56, 30, 'breached'],
  ['p99(jitter_ms) <= 60ms', 59.2, 60, 'held'],
  ['p99.9(jitter_ms) <= 60ms', 59.92, 60, 'held'],
  ['p0.5(jitter_ms) != 10', 10.2, 10, 'held'],
])

cases('metrics narrowed with dots', [
  ['avg(mos.receive) >= 4', 4, 4, 'held'],
  ['avg(mos.recv) >= 4', 4, 4, 'held'],
  ['max(mos.send) >= 4', 4.4, 4, 'held'],
  ['max(fraction_lost) <= 2%', 2, 2, 'held'],
  ['max(fraction_lost.video) < 1%', 0.5, 1, 'held'],
  ['max(fraction_lost.audio.send) < 1%', 2, 1, 'breached'],
  ['max(fraction_lost.audio.receive) < 1.6%', 1.5, 1.6, 'held'],
  ['max(fraction_lost.receive.video) < 1%', 0.5, 1, 'held'],
  ['avg(rtt_ms) <= 100ms', 100, 100, 'held'],
  ['avg(rtt_ms.avg) <= 100ms', 100, 100, 'held'],
  ['max(rtt_ms.max) <= 299ms', 300, 299, 'breached'],
  ['avg(rtt_ms.max) <= 180ms', 180, 180, 'held'],
])

cases('names in any spelling of theirs', [
  ['AVG(MOS) >= 3.9', 3.9, 3.9, 'held'],
  ['max(jitterMs) <= 60', 60, 60, 'held'],
  ['P95(Jitter_Ms)<=56ms', 56, 56, 'held'],
  ['Success_Rate >= 60%', 60, 60, 'held'],
  ['COUNT(OUTCOME = timeout AND NOT GROUP = "Berlin\'s trunk" WHERE Sip_Status > 0) == 1', 1, 1, 'held'],
])

cases('counts and rates', [
  ['count(outcome = TIMEOUT) == 1', 1, 1, 'held'],
  ['rate(outcome = TIMEOUT) <= 10%', 20, 10, 'breached'],
  ['rate(mos < 3.6) <= 20%', 20, 20, 'held'],
  ['rate(sip_status >= 500) < 20%', 20, 20, 'breached'],
  ['count(outcome != SUCCESS) <= 3', 3, 3, 'held'],
  ['count(mos >= 0) == 3', 3, 3, 'held'],
])

cases('where', [
  ['avg(mos where group = "agents" and outcome = SUCCESS) >= 4.2', 4.2, 4.2, 'held'],
  ['avg(mos where group = "agents") >= 4.1', 4.1, 4.1, 'held'],
  ['max(rtt_ms.max where group = agents) < 200ms', 300, 200, 'breached'],
  ['p50(jitter_ms where sip_status = 200) <= 20', 20, 20, 'held'],
  ['rate(outcome = TIMEOUT where group = agents) < 33%', 100 / 3, 33, 'breached'],
  ['count(mos < 3.6 where group != agents) == 1', 1, 1, 'held'],
  ['success_rate(where group = agents) >= 66%', 200 / 3, 66, 'held'],
  ['failed_endpoints(where group = agents) == 1', 1, 1, 'held'],
  ['endpoints(where mos >= 3.6) >= 2', 2, 2, 'held'],
])

cases('conditions', [
  ['count(outcome = SUCCESS) == 2', 2, 2, 'held'],
  ['count(outcome == success) == 2', 2, 2, 'held'],
  ["count(outcome = 'TIMEOUT') == 1", 1, 1, 'held'],
  ['count(group = "Berlin\'s trunk") == 2', 2, 2, 'held'],
  ['count(group != agents) == 2', 2, 2, 'held'],
  ['count(phase = CLOSED) == 3', 3, 3, 'held'],
  ['count(phase != closed) == 2', 2, 2, 'held'],
  ['count(sip_status = 408) == 1', 1, 1, 'held'],
  ['count(sip_status == 408) == 1', 1, 1, 'held'],
  ['count(sip_status != 200) == 2', 2, 2, 'held'],
  ['count(sip_status < 408) == 3', 3, 3, 'held'],
  ['count(sip_status <= 408) == 4', 4, 4, 'held'],
  ['count(sip_status > 408) == 1', 1, 1, 'held'],
  ['count(jitter_ms >= 30ms) == 3', 3, 3, 'held'],
  ['count(jitter_ms >= 0.03s) == 3', 3, 3, 'held'],
  ['count(jitter_ms > -1) == 5', 5, 5, 'held'],
  ['count(fraction_lost.audio.receive > 0.5%) == 2', 2, 2, 'held'],
  ['count(rtt_ms.max > 100 and rtt_ms.max < 200) == 1', 1, 1, 'held'],
  ['count(outcome = TIMEOUT or outcome = CALL_FAILED) == 2', 2, 2, 'held'],
  ['count(not outcome = SUCCESS) == 3', 3, 3, 'held'],
  ['count(not not outcome = SUCCESS) == 2', 2, 2, 'held'],
  // and binds closer than or, not closer than either.
  ['count(outcome = TIMEOUT or group = agents and sip_status = 200) == 3', 3, 3, 'held'],
  ['count((outcome = TIMEOUT or group = agents) and sip_status = 200) == 2', 2, 2, 'held'],
  ['count(not outcome = SUCCESS and group = agents) == 2', 2, 2, 'held'],
  ['count(not (outcome = SUCCESS and group = agents)) == 4', 4, 4, 'held'],
  ['count(((sip_status = 200))) == 3', 3, 3, 'held'],
])

cases('values of the run as a whole', [
  ['success_rate >= 99%', 60, 99, 'breached'],
  ['success_rate >= 60', 60, 60, 'held'],
  ['failed_endpoints == 0', 2, 0, 'breached'],
  ['endpoints == 5', 5, 5, 'held'],
  ['duration <= 1.5m', 90, 90, 'held'],
  ['duration < 90s', 90, 90, 'breached'],
  ['queue_time <= 6s', 6, 6, 'held'],
  ['queue_time <= 5000ms', 6, 5, 'breached'],
  ['run.summary.avgMos >= 3.9', 3.95, 3.9, 'held'],
  ['run.retries < 2', 2, 2, 'breached'],
  ['run.summary.by.hour.1 == 7', 7, 7, 'held'],
])

cases('the larger and the smaller of values', [
  ['p95(jitter_ms) <= max(baseline + 20%, 60ms)', 56, 60, 'held'],
  ['p95(jitter_ms) <= max(10ms, baseline + 20%)', 56, 48, 'breached'],
  ['avg(mos) >= min(baseline, 3.8)', 3.9, 3.8, 'held'],
  ['max(avg(mos), 4.5) >= 4', 4.5, 4, 'held'],
  ['min(success_rate, 99%) >= 60%', 60, 60, 'held'],
  ['duration <= max(0.1m, 120s, 5s)', 90, 120, 'held'],
  ['p50(jitter_ms) < max(duration, 1ms)', 30, 90_000, 'held'],
  ['MAX(1, 2, 3) < avg(mos)', 3.9, 3, 'held'],
  ['avg(mos) >= max(min(baseline, 9), 1) - 0.1', 3.9, 3.9, 'held'],
  // With one metric they are over the endpoints.
  ['max(mos where group = agents) > 4', 4.2, 4, 'held'],
])

cases('baseline', [
  ['p95(jitter_ms) <= baseline + 20%', 56, 48, 'breached'],
  ['p95(jitter_ms) <= baseline + 40%', 56, 56, 'held'],
  ['avg(mos) >= baseline - 0.1', 3.9, 3.9, 'held'],
  ['avg(mos) >= baseline', 3.9, 4, 'breached'],
  ['avg(mos) >= baseline * 0.9', 3.9, 3.6, 'held'],
  ['avg(mos) >= baseline - 5%', 3.9, 3.8, 'held'],
  ['baseline - 0.1 <= avg(mos)', 3.9, 3.9, 'held'],
  ['success_rate >= baseline', 60, 75, 'breached'],
  ['success_rate >= baseline - 20%', 60, 60, 'held'],
  ['avg(mos where group = agents) >= baseline + 0.1', 4.1, 4.1, 'held'],
  ['avg(mos) + 1 >= baseline', 4.9, 5, 'breached'],
  ['duration <= baseline - 10000ms', 90, 90, 'held'],
  ['run.summary.avgMos >= baseline - 0.05', 3.95, 3.95, 'held'],
  ['avg(jitter_ms) < (baseline + 50%) / 2', 32, 30, 'breached'],
])

cases('the far end', [
  ['received_calls >= 50', 50, 50, 'held'],
  ['answered_calls > 45', 45, 45, 'breached'],
  ['missed_calls <= 2', 2, 2, 'held'],
  ['voicemail_calls == 0', 1, 0, 'breached'],
  ['warn: answer_rate >= 98%', 90, 98, 'breached'],
  ['answer_rate >= 90', 90, 90, 'held'],
  ['98% <= answer_rate', 90, 98, 'breached'],
  ['received_calls >= endpoints * 0.5', 50, 2.5, 'held'],
  ['received_calls - answered_calls - missed_calls - voicemail_calls == 2', 2, 2, 'held'],
  ['answered_calls / received_calls >= 0.9', 0.9, 0.9, 'held'],
  ['-answered_calls <= 0', -45, 0, 'held'],
  ['answer_rate >= baseline - 2', 90, 90, 'held'],
  ['answer_rate >= baseline', 90, 92, 'breached'],
  ['answer_rate >= success_rate', 90, 60, 'held'],
  ['received_calls >= baseline - 10%', 50, 45, 'held'],
])

cases('arithmetic', [
  ['failed_endpoints / endpoints <= 0.4', 0.4, 0.4, 'held'],
  ['failed_endpoints <= endpoints * 40%', 2, 2, 'held'],
  ['100 - success_rate <= 40', 40, 40, 'held'],
  ['max(jitter_ms) - min(jitter_ms) <= 50ms', 50, 50, 'held'],
  ['max(jitter_ms) + 0.5s <= 560ms', 560, 560, 'held'],
  ['duration + queue_time <= 96', 96, 96, 'held'],
  ['2 + 3 * 4 == endpoints + 9', 14, 14, 'held'],
  ['(2 + 3) * 4 == endpoints * 4', 20, 20, 'held'],
  ['endpoints - 3 - 2 == 0', 0, 0, 'held'],
  ['endpoints / 2 / 2.5 == 1', 1, 1, 'held'],
  ['-endpoints == -5', -5, -5, 'held'],
  ['--endpoints == - -5', 5, 5, 'held'],
  ['endpoints - -1 == 6', 6, 6, 'held'],
  ['-(endpoints + 1) < 0', -6, 0, 'held'],
  ['avg(rtt_ms) / avg(jitter_ms) >= 3', 3.125, 3, 'held'],
  ['run.retries / run.summary.avgMos < 1', 2 / 3.95, 1, 'held'],
])

cases('the measured side on the right', [
  ['3.9 <= avg(mos)', 3.9, 3.9, 'held'],
  ['4 < avg(mos)', 3.9, 4, 'breached'],
  ['99% <= success_rate', 60, 99, 'breached'],
  ['30ms > p95(jitter_ms)', 56, 30, 'breached'],
  ['0 >= failed_endpoints', 2, 0, 'breached'],
  ['5 == endpoints', 5, 5, 'held'],
  ['4 != endpoints', 5, 4, 'held'],
])

cases('values on both sides', [
  ['avg(mos.receive) >= avg(mos.send)', 4, 11.9 / 3, 'held'],
  ['max(rtt_ms) < duration', 120, 90_000, 'held'],
  ['queue_time < avg(rtt_ms)', 6, 0.1, 'breached'],
])

cases('numbers and units', [
  ['endpoints == 5', 5, 5, 'held'],
  ['endpoints >= 0.5', 5, 0.5, 'held'],
  ['endpoints >= .5', 5, 0.5, 'held'],
  ['endpoints > -4.25', 5, -4.25, 'held'],
  ['endpoints < 0000010.50', 5, 10.5, 'held'],
  ['success_rate <= 60.5%', 60, 60.5, 'held'],
  ['max(fraction_lost) <= 2', 2, 2, 'held'],
  ['p95(jitter_ms) < 60', 56, 60, 'held'],
  ['p95(jitter_ms) < 0.2s', 56, 200, 'held'],
  ['p95(jitter_ms) < 15m', 56, 900_000, 'held'],
  ['duration < 15m', 90, 900, 'held'],
  ['duration < 90', 90, 90, 'breached'],
  ['duration < 90001ms', 90, 90.001, 'held'],
])

describe('comparisons', () => {
  test.each([
    ['>=', [false, true, true]],
    ['>', [false, false, true]],
    ['<=', [true, true, false]],
    ['<', [true, false, false]],
    ['==', [false, true, false]],
    ['!=', [true, false, true]],
  ])('5 endpoints %s 6, 5, 4', (operator, expected) => {
    const left = [6, 5, 4].map((limit) => resultOf(`endpoints ${operator} ${limit}`, RUN).state === 'held')
    expect(left).toEqual(expected)
    // The same with the sides exchanged: 6, 5, 4 against 5 endpoints.
    const right = [6, 5, 4].map((limit) => resultOf(`${limit} ${operator} endpoints`, RUN).state === 'held')
    expect(right).toEqual(expected.toReversed())
  })
})

describe('lines', () => {
  test('may be blank or comments, end in any way and begin with fail: or warn:', () => {
    const text = [
      '# what good means',
      '',
      '   \t  # indented',
      '  fail: success_rate >= 60%   # most of them',
      'WARN : avg(mos)>=4.5#no space',
      'warn:count(group = "a # b") == 0 # the first # is quoted',
      '\tmax(jitter_ms)\t<=\u00A060ms  ',
    ].join('\r\n')
    const { thresholds, problems } = parseThresholds(`${text}\r# old Mac\r`)
    expect(problems).toEqual([])
    expect(thresholds.map(({ severity, text: written, line }) => [severity, written, line])).toEqual([
      ['fail', 'fail: success_rate >= 60%', 4],
      ['warn', 'WARN : avg(mos)>=4.5', 5],
      ['warn', 'warn:count(group = "a # b") == 0', 6],
      ['fail', 'max(jitter_ms)\t<=\u00A060ms', 7],
    ])
    expect(evaluate(thresholds, RUN).map(({ state }) => state)).toEqual(['held', 'breached', 'missing', 'held'])
  })

  test.each(['', '\n', '  \n\t\r\n', '# only a comment', '#'])('%j states no threshold and is no mistake', (text) => {
    expect(parseThresholds(text)).toEqual({ thresholds: [], problems: [] })
  })

  test('may stand in a file that begins with a byte order mark', () => {
    const { thresholds, problems } = parseThresholds('\uFEFFavg(mos) >= 4\r\n')
    expect(problems.map(({ message }) => message)).toEqual([])
    expect(thresholds.map(({ text }) => text)).toEqual(['avg(mos) >= 4'])
  })

  test('the example of the documentation is understood', () => {
    const example = 'success_rate >= 99%\navg(mos) >= 4.0\np95(jitter_ms) < 30ms\nwarn: p95(rtt_ms) <= baseline + 20%\n'
    const { thresholds, problems } = parseThresholds(example)
    expect(problems).toEqual([])
    expect(thresholds.map(({ severity }) => severity)).toEqual(['fail', 'fail', 'fail', 'warn'])
  })
})
