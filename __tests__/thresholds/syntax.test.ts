import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { OUTCOMES, PHASES } from '../../src/model/outcomes.ts'
import { parseLine } from '../../src/thresholds/parse.ts'
import { SyntaxProblem } from '../../src/thresholds/tokens.ts'
import {
  type Condition,
  type Value,
  asksFarEnd,
  measuresSomething,
  mentionsBaseline,
  partsOf,
} from '../../src/thresholds/syntax.ts'
import type { SeriesName } from '../../src/model/series.ts'
import { printCondition, printThreshold } from './print.ts'

/** Takes the places off; `text` is one only in a threshold, for in a condition it is what is compared with. */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare)
  if (typeof value !== 'object' || value === null) return value
  const dropped = 'severity' in value ? ['start', 'end', 'text', 'line'] : ['start', 'end']
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !dropped.includes(key))
      .map(([key, inner]) => [key, bare(inner)]),
  )
}

const AT = { start: 0, end: 0 }
const operator = fc.constantFrom('>=', '>', '<=', '<', '==', '!=')
const equality = fc.constantFrom('==', '!=')

/** Numbers that can be written without an exponent, never minus zero. */
const magnitude = fc.oneof(
  fc.nat(),
  fc.double({ min: 1e-20, max: 1e21, noNaN: true }),
  fc.constantFrom(0, 0.1, 1e-7, 2 ** 60, 1e21, 1 / 3),
)
const number = fc.tuple(magnitude, fc.boolean()).map(([size, negative]) => (negative && size !== 0 ? -size : size))

const narrowed = (metrics: readonly string[]): fc.Arbitrary<SeriesName> =>
  fc.record(
    {
      metric: fc.constantFrom(...metrics),
      track: fc.constantFrom('audio', 'video'),
      direction: fc.constantFrom('send', 'receive'),
      statistic: fc.constantFrom('avg', 'max', 'p95', 'peak_hold', '0_9'),
    },
    { requiredKeys: ['metric'] },
  )

const text = fc
  .tuple(fc.string({ unit: 'grapheme', maxLength: 12 }), fc.constantFrom('"', "'"))
  .map(([written, quote]) => written.replaceAll(quote, '').replaceAll(/[\r\n]/g, ' '))

const UNITS = {
  plain: ['mos', 'r_factor', 'packets_sent', 'timestamp_jumps'],
  share: ['fraction_lost'],
  time: ['jitter_ms', 'rtt_ms', 'gap_duration'],
  unknown: ['frobs', '_odd', 'a1', 'constructor'],
} as const
type Family = keyof typeof UNITS

const literalUnit: Readonly<Record<Family, readonly ('' | '%' | 'ms')[]>> = {
  plain: [''],
  share: ['', '%'],
  time: ['', 'ms'],
  unknown: [''],
}

const metricCondition = fc.constantFrom<Family>('plain', 'share', 'time', 'unknown').chain((family) =>
  fc.record({
    kind: fc.constant('metric' as const),
    of: narrowed(UNITS[family]),
    operator,
    value: number,
    unit: fc.constantFrom(...literalUnit[family]),
  }),
)

const { condition } = fc.letrec<{ condition: Condition; comparison: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    tie('comparison'),
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      left: tie('condition'),
      right: tie('condition'),
      ...constantSpan(),
    }),
    fc.record({ kind: fc.constant('not' as const), condition: tie('condition'), ...constantSpan() }),
  ),
  comparison: fc
    .oneof(
      fc.record({
        kind: fc.constant('text' as const),
        property: fc.constantFrom('outcome' as const, 'phase' as const),
        operator: equality,
        text: fc.oneof(
          fc.constantFrom<string>(...OUTCOMES, ...PHASES),
          text.map((t) => t.toUpperCase()),
        ),
      }),
      fc.record({
        kind: fc.constant('text' as const),
        property: fc.constant('group' as const),
        operator: equality,
        text,
      }),
      fc.record({ kind: fc.constant('status' as const), operator, value: number }),
      metricCondition,
    )
    .map((comparison) => ({ ...comparison, ...AT })),
}))

function constantSpan(): { start: fc.Arbitrary<number>; end: fc.Arbitrary<number> } {
  return { start: fc.constant(0), end: fc.constant(0) }
}

const rank = fc.oneof(fc.integer({ min: 1, max: 99 }), fc.constantFrom(0.1, 99.9, 99.999, 12.5))
const where = fc.option(condition, { nil: undefined, freq: 3 })

/** Values of one family of units, so that they go together; with `baseline` among them where asked for. */
function valueOf(family: Family, withBaseline: boolean): fc.Arbitrary<Value> {
  const optional = (value: object, scope: Condition | undefined): Value =>
    ({ ...value, ...AT, ...(scope ? { where: scope } : {}) }) as Value
  const aggregate = fc
    .tuple(
      fc.oneof(
        fc.constantFrom('avg', 'min', 'max', 'sum', 'median', 'stddev').map((by) => ({ by })),
        rank.map((p) => ({ by: 'percentile', p })),
      ),
      narrowed(UNITS[family]),
      where,
    )
    .map(([by, of, scope]) => optional({ kind: 'aggregate', ...by, of }, scope))
  const facts = {
    plain: fc.oneof(
      fc.tuple(condition, where).map(([of, scope]) => optional({ kind: 'count', condition: of }, scope)),
      fc
        .tuple(fc.constantFrom('endpoints', 'failed_endpoints'), where)
        .map(([name, scope]) => optional({ kind: 'fact', name }, scope)),
    ),
    share: fc.oneof(
      fc.tuple(condition, where).map(([of, scope]) => optional({ kind: 'rate', condition: of }, scope)),
      where.map((scope) => optional({ kind: 'fact', name: 'success_rate' }, scope)),
    ),
    time: fc.constantFrom('duration', 'queue_time').map((name) => optional({ kind: 'fact', name }, undefined)),
    unknown: fc
      .array(fc.constantFrom('summary', 'avgMos', '0', 'a_b', 'Baseline', 'where'), { minLength: 1, maxLength: 4 })
      .map((path) => optional({ kind: 'run', path }, undefined)),
  }[family]
  const literal = (unit: '' | '%' | 'ms'): fc.Arbitrary<Value> =>
    number.map((value): Value => ({ kind: 'number', value, unit, ...AT }))
  const leaf = fc.oneof(
    { arbitrary: aggregate, weight: 3 },
    { arbitrary: facts, weight: 2 },
    ...literalUnit[family].map((unit) => ({ arbitrary: literal(unit), weight: 1 })),
    ...(withBaseline
      ? [
          {
            arbitrary: fc.constantFrom('baseline' as const, 'spread' as const).map((kind): Value => ({ kind, ...AT })),
            weight: 4,
          },
        ]
      : []),
  )
  const { value } = fc.letrec<{ value: Value; leaf: Value }>((tie) => ({
    leaf,
    value: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      tie('leaf'),
      fc
        .tuple(fc.constantFrom('+', '-'), tie('value'), tie('value'))
        .map(([sign, left, right]) => arithmetic(sign, left, right)),
      fc
        .tuple(fc.constantFrom('+', '-'), tie('value'), literal('%'))
        .map(([sign, left, right]) =>
          mentionsBaseline(left) || family === 'share' ? arithmetic(sign, left, right) : left,
        ),
      fc
        .tuple(fc.constantFrom('*', '/'), tie('value'), fc.oneof(literal(''), literal('%')))
        .map(([sign, left, right]) => arithmetic(sign, left, right)),
      fc
        .tuple(fc.constantFrom('max' as const, 'min' as const), fc.array(tie('value'), { minLength: 2, maxLength: 3 }))
        .map(([by, of]): Value => ({ kind: 'extreme', by, of, ...AT })),
      // A minus before a number is part of the number.
      tie('value').map((inner): Value => (inner.kind === 'number' ? inner : { kind: 'negative', value: inner, ...AT })),
    ),
  }))
  return value
}

function arithmetic(sign: string, left: Value, right: Value): Value {
  const isShare =
    (sign === '+' || sign === '-') && right.kind === 'number' && right.unit === '%' && mentionsBaseline(left)
  return { kind: 'arithmetic', sign, left, right, ...(isShare ? { relative: true } : {}), ...AT } as Value
}

const threshold = fc
  .constantFrom<Family>('plain', 'share', 'time', 'unknown')
  .chain((family) =>
    fc.tuple(
      valueOf(family, false).filter(measuresSomething),
      valueOf(family, true),
      operator,
      fc.constantFrom('fail' as const, 'warn' as const),
      fc.boolean(),
    ),
  )
  .map(([measured, other, comparison, severity, turned]) => ({
    severity,
    operator: comparison,
    left: turned ? other : measured,
    right: turned ? measured : other,
  }))

/** `success_rate >= 0.99` and the like, which are refused as slips. */
const isSlip = (line: string): boolean => {
  try {
    return !parseLine(line)
  } catch (error) {
    return error instanceof SyntaxProblem && error.message.startsWith('this is in percent')
  }
}

describe('a printed threshold', () => {
  test('is read as the same threshold', () => {
    fc.assert(
      fc.property(threshold, (tree) => {
        const line = printThreshold(tree)
        fc.pre(line.length <= 1_000 && !isSlip(line))
        expect(bare(parseLine(line))).toEqual(bare(tree))
      }),
      { numRuns: 2_000 },
    )
  })

  test('is printed the same again', () => {
    fc.assert(
      fc.property(threshold, (tree) => {
        const line = printThreshold(tree)
        fc.pre(line.length <= 1_000 && !isSlip(line))
        expect(printThreshold(parseLine(line))).toBe(line)
      }),
      { numRuns: 500 },
    )
  })

  test.each([
    ['avg(mos)>=4', 'avg(mos) >= 4'],
    ['FAIL: P95( jitterMs )<30ms', 'p95(jitter_ms) < 30ms'],
    ['warn : success_rate ( where group=agents ) >= 99 # most', 'warn: success_rate(where group = "agents") >= 99'],
    ['duration <= 15m', 'duration <= 900000ms'],
    ['endpoints > .5', 'endpoints > 0.5'],
    ['((endpoints)) - (1 - 2) > 0', 'endpoints - (1 - 2) > 0'],
    ['(endpoints - 1) - 2 > 0', 'endpoints - 1 - 2 > 0'],
    ['(endpoints + 1) * 2 > 0', '(endpoints + 1) * 2 > 0'],
    ['-(endpoints + 1) > - 3', '-(endpoints + 1) > -3'],
    ['avg(mos.recv.audio.max) > 1', 'avg(mos.audio.receive.max) > 1'],
    [
      'count((mos < 1 or mos > 2) and not (mos = 3 or mos = 4)) > 0',
      'count((mos < 1 or mos > 2) and not (mos == 3 or mos == 4)) > 0',
    ],
    ['count(mos < 1 and (mos > 2 and mos = 3)) > 0', 'count(mos < 1 and (mos > 2 and mos == 3)) > 0'],
    [`count(group = 'say "hi"') > 0`, `count(group = 'say "hi"') > 0`],
    ['avg(mos) < 1000000000000000000000000', 'avg(mos) < 1000000000000000000000000'],
    ['avg(mos) >= (baseline + 5%)', 'avg(mos) >= baseline + 5%'],
  ])('%s', (line, expected) => {
    expect(printThreshold(parseLine(line))).toContain(expected)
    expect(bare(parseLine(printThreshold(parseLine(line))))).toEqual(bare(parseLine(line)))
  })

  test('keeps a number however small', () => {
    const line = `avg(mos) > 0.${'0'.repeat(150)}25`
    expect(bare(parseLine(printThreshold(parseLine(line))))).toEqual(bare(parseLine(line)))
  })
})

test('a condition is printed by itself as within a threshold', () => {
  const line = 'count(not outcome = TIMEOUT and (sip_status >= 500 or fraction_lost.audio > 2%)) > 0'
  const { left } = parseLine(line)
  expect(left.kind === 'count' ? printCondition(left.condition) : '').toBe(
    'not outcome = "TIMEOUT" and (sip_status >= 500 or fraction_lost.audio > 2%)',
  )
})

describe('the parts of a value', () => {
  const partsOfLeft = (line: string): string[] => partsOf(parseLine(line).left).map(({ kind }) => kind)

  test('are itself and everything in it, as it is written', () => {
    expect(
      partsOfLeft('-(endpoints - 1) * p95(mos.send where group = "a" or not sip_status = 200) / run.x > 0'),
    ).toEqual([
      'arithmetic',
      'arithmetic',
      'negative',
      'arithmetic',
      'fact',
      'number',
      'aggregate',
      'or',
      'text',
      'not',
      'status',
      'run',
    ])
    expect(partsOfLeft('rate(mos < 3 and jitter_ms > 5ms where phase = CLOSED) > 0')).toEqual([
      'rate',
      'and',
      'metric',
      'metric',
      'text',
    ])
    expect(partsOfLeft('success_rate(where mos > 1) > 0')).toEqual(['fact', 'metric'])
    expect(partsOfLeft('baseline + 5% < avg(mos)')).toEqual(['arithmetic', 'baseline', 'number'])
  })

  test.each([
    ['received_calls - missed_calls > 0', true],
    ['2 * -answer_rate > -300', true],
    ['success_rate(where group = "answer_rate") > 0', false],
    ['duration > 0', false],
  ])('%s asks the far end: %s', (line, asks) => {
    expect(asksFarEnd(parseLine(line).left)).toBe(asks)
  })
})

describe('places', () => {
  test('cover what they say, whatever stands around', () => {
    const line = '  warn:  (avg(mos where group = "a b") - 1) * 2  >=  -3 # x'
    const { left, right, text: written } = parseLine(line)
    expect(line.slice(left.start, left.end)).toBe('(avg(mos where group = "a b") - 1) * 2')
    expect(line.slice(right.start, right.end)).toBe('-3')
    expect(written).toBe('warn:  (avg(mos where group = "a b") - 1) * 2  >=  -3')
  })
})
