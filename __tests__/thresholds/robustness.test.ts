import { describe, expect, test } from '@jest/globals'
import { collectMeasurements } from '../../src/model/measurements.ts'
import { evaluate } from '../../src/thresholds/evaluate.ts'
import type { Subject } from '../../src/model/subject.ts'
import { parseThresholds } from '../../src/thresholds/parse.ts'
import { subjectOf } from './rows.ts'

const SEED = 20_261_121
/** CI tries ten times as many. */
const INPUTS = Number(process.env['ROBUSTNESS_INPUTS'] ?? 10_000)

/** Mulberry32: small, fast and the same everywhere. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

const VALID = [
  'success_rate >= 99%',
  'avg(mos) >= 4.0',
  'p95(jitter_ms) < 30ms',
  'warn: p95(rtt_ms) <= baseline + 20%',
  'fail: avg(mos where group = "agents" and outcome = SUCCESS) >= baseline - 0.1 # why',
  'count(not (outcome = TIMEOUT or sip_status >= 500) where mos.receive < 3.5) == 0',
  'rate(fraction_lost.audio.send > 2% where phase != CLOSED) <= 5%',
  'run.summary.avgMos * 1.2 > avg(mos)',
  '(failed_endpoints + 1) / endpoints * 100 < --3',
  'duration <= 15m',
  'baseline * 120% >= queue_time + 0.2s',
  'stddev(clock_drift_estimate.video) != -1.5',
  'median(packets_sent) > 0',
  'p95(jitter_ms) <= max(baseline + 20%, 10ms)',
  'avg(mos) >= min(baseline - 3 * spread, 4.0, max(3, avg(mos.send)))',
]
const TOKENS = [
  'avg', 'p95', 'p99.9', 'min', 'stddev', 'count', 'rate', 'success_rate', 'failed_endpoints', 'endpoints', 'duration', 'run.', 'run.a',
  'mos', 'jitter_ms', 'mos.receive', 'packets_sent', 'nothing', 'where', 'and', 'or', 'not', 'outcome', 'group', 'phase', 'sip_status',
  'SUCCESS', 'TIMEOUT', 'agents', '"agents"', "'a b'", '"', "'", 'baseline', 'spread', 'max', 'max(', ', ', 'warn', 'fail', ':', '(', ')', '((', '))', ',', '.', '+', '-', '*', '/',
  '>=', '>', '<=', '<', '==', '=', '!=', '!', '#', '%', '0', '1', '4.0', '.5', '99%', '30ms', '0.2s', '15m', '1e9', '9'.repeat(320), '20%', ' ', '  ', '\t',
  '\n', '\r\n', '\u00A0', '≥', '😀', '\u0000', '\uD800', '__proto__', 'constructor', 'ﬀ', 'İ',
] // prettier-ignore

function inputs(random: () => number): (i: number) => string {
  const upTo = (n: number): number => Math.floor(random() * n)
  const pick = (list: readonly string[]): string => list[upTo(list.length)] ?? ''
  const unicode = (): string =>
    String.fromCharCode(...Array.from({ length: upTo(40) }, () => (random() < 0.7 ? 32 + upTo(95) : upTo(65_536))))
  const soup = (): string => Array.from({ length: upTo(25) }, () => pick(TOKENS)).join(random() < 0.5 ? ' ' : '')
  /** One to four changes of characters or tokens. */
  const mutant = (): string => {
    let text = pick(VALID)
    for (let changes = 1 + upTo(4); changes > 0; changes--) {
      const at = upTo(text.length + 1)
      const cut = random() < 0.5 ? upTo(8) : 0
      const put = random() < 0.6 ? pick(TOKENS) : random() < 0.3 ? pick(VALID) : unicode().slice(0, 2)
      text = text.slice(0, at) + put + text.slice(at + cut)
    }
    return text
  }
  /** The words of a valid line with some of them exchanged: most of these are understood. */
  const relative = (): string =>
    pick(VALID).replaceAll(/[A-Za-z_][\w.]*|[<>=!]=?|\d+(\.\d+)?/g, (word) => (random() < 0.15 ? pick(TOKENS) : word))
  const makers = [unicode, soup, mutant, mutant, relative, relative]
  return (i) => makers[i % makers.length]?.() ?? ''
}

const small = subjectOf(
  [
    {
      group: 'agents',
      sip: 200,
      phase: 'CLOSED',
      metrics: { mos: { send: 4, receive: 3 }, jitter_ms: 5, packets_sent: 1 },
    },
    { group: 'agents', sip: 486, outcome: 'TIMEOUT', metrics: { mos: 4, rtt_ms: { avg: 3, max: 9 } } },
    { outcome: null, metrics: { fraction_lost: { audio: { send: 1 } }, packets_sent: { send: 1, receive: 2 } } },
  ],
  { durationSeconds: 60, run: { status: 'COMPLETED', detail: { a: 1, summary: { avgMos: 4 } } } },
)
const empty: Subject = { ...small, measurements: collectMeasurements().build() }

describe(`${INPUTS} random and mutated inputs, seed ${SEED}`, () => {
  test('never throw, are all answered, and never hold on a run without endpoints', () => {
    const next = inputs(randomFrom(SEED))
    const offences: unknown[] = []
    const states = { held: 0, breached: 0, missing: 0, invalid: 0, refused: 0 }
    for (let i = 0; i < INPUTS; i++) {
      const text = next(i)
      try {
        const { thresholds, problems } = parseThresholds(text)
        states.refused += problems.length
        for (const problem of problems) {
          const fits = problem.start >= 0 && problem.end > problem.start && problem.message !== ''
          if (!fits || problem.line < 1) offences.push({ text, problem })
        }
        if (thresholds.length === 0) continue
        for (const { state, measured, reason } of [
          ...evaluate(thresholds, small),
          ...evaluate(thresholds, small, small),
          ...evaluate(thresholds, small, empty),
        ]) {
          if (state === 'unjudged' || state === 'unconfirmed') offences.push({ text, state })
          else states[state]++
          const lacks = state === 'held' || state === 'breached' ? measured === undefined : !reason
          if (lacks) offences.push({ text, state, measured, reason })
        }
        for (const { state, measured } of [...evaluate(thresholds, empty), ...evaluate(thresholds, empty, small)])
          if (state !== 'missing' && state !== 'invalid') offences.push({ text, state, measured })
      } catch (error) {
        offences.push({ text, error })
      }
    }
    expect(offences.slice(0, 5)).toEqual([])
    // Inputs that never get anywhere would show nothing.
    expect(Object.entries(states).filter(([, n]) => n < INPUTS / 100)).toEqual([])
  })
})

test.each([
  ['a line of opening parentheses', '('.repeat(999)],
  ['a line of minus signs', `${'-'.repeat(900)}endpoints > 0`],
  ['a line of not', `count(${'not '.repeat(240)}mos > 1) > 0`],
  ['a long sum', `${'1+'.repeat(490)}endpoints > 0`],
  ['a long chain of conditions', `count(${'mos>1 or '.repeat(108)}mos>1)>0`],
  ['a long name', `avg(${'a'.repeat(980)}) > 0`],
  ['a name of many parts', `avg(mos${'.a'.repeat(480)}) > 0`],
  ['a name of many words', `${'a_'.repeat(495)} > 0`],
  ['many spaces', `endpoints${' '.repeat(980)}> 0`],
  ['many quotes', '"'.repeat(999)],
  ['many digits', `endpoints > ${'1'.repeat(980)}`],
  ['many points', '.1'.repeat(490)],
])('%s is answered at once', (_, line) => {
  const { thresholds, problems } = parseThresholds(Array.from({ length: 20 }, () => line).join('\n'))
  expect(thresholds.length + problems.length).toBe(20)
  const results = evaluate(thresholds, small)
  expect(results).toHaveLength(thresholds.length)
})

test('a text of a million lines is not read further than the number of thresholds that is allowed', () => {
  const { thresholds, problems } = parseThresholds('avg(mos) >= 4\n'.repeat(1_000_000))
  expect([thresholds.length, problems.length]).toEqual([200, 1])
})
