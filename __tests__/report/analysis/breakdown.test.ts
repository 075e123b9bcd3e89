import { describe, expect, test } from '@jest/globals'
import { culpritsOf, groupsOf, worstEndpoints } from '../../../src/report/analysis/breakdown.ts'
import type { ThresholdResult } from '../../../src/thresholds/evaluate.ts'
import type { Subject } from '../../../src/model/subject.ts'
import { type Row, resultOf, subjectOf } from '../../thresholds/rows.ts'

/** As many endpoints of one kind. */
const times = (n: number, row: Row): Row[] => Array.from({ length: n }, () => row)
const results = (subject: Subject, ...lines: string[]): ThresholdResult[] =>
  lines.map((line) => resultOf(line, subject))

describe('groups', () => {
  const subject = subjectOf([
    ...times(3, { group: 'good', metrics: { mos: 4.4 } }),
    ...times(2, { group: 'flaky', metrics: { mos: 4.4 } }),
    ...times(2, { group: 'flaky', outcome: 'TIMEOUT' }),
    ...times(4, { group: 'bad', metrics: { mos: 3 } }),
    { metrics: { mos: 4.4 } },
  ])
  const lines = ['avg(mos) >= 4', 'success_rate >= 90%']

  test('are each held against the thresholds by itself, those that break most first, then by success and name', () => {
    const { groups } = groupsOf(results(subject, ...lines), subject)
    expect(
      groups.map(({ name, endpoints, successRate, results: own }) => [
        name,
        endpoints,
        successRate,
        own.map(({ measured, state }) => `${measured} ${state}`),
      ]),
    ).toEqual([
      ['flaky', 4, 50, ['4.4 held', '50 breached']],
      ['bad', 4, 100, ['3 breached', '100 held']],
      [null, 1, 100, ['4.4 held', '100 held']],
      ['good', 3, 100, ['4.4 held', '100 held']],
    ])
    expect(groups[0]?.results.map(({ coverage }) => coverage)).toEqual([
      { used: 2, of: 4, without: [{ outcome: 'TIMEOUT', endpoints: 2 }] },
      { used: 4, of: 4 },
    ])
  })

  test('that break more thresholds come before those where fewer endpoints succeeded', () => {
    const rows: Row[] = [
      ...times(2, { group: 'silent', outcome: 'TIMEOUT', metrics: { mos: 5, jitter_ms: 1 } }),
      ...times(2, { group: 'noisy', metrics: { mos: 1, jitter_ms: 99 } }),
    ]
    const own = subjectOf(rows)
    const broken = results(own, 'avg(mos) >= 4', 'max(jitter_ms) < 30ms', 'success_rate >= 90%')
    expect(groupsOf(broken, own).groups.map(({ name }) => name)).toEqual(['noisy', 'silent'])
  })

  test('are told apart by their order in the alphabet where nothing else does', () => {
    const own = subjectOf(['c', 'a', 'b'].map((group) => ({ group })))
    expect(groupsOf([], own).groups.map(({ name }) => name)).toEqual(['a', 'b', 'c'])
  })

  test.each<[string, Row[]]>([
    ['no endpoints', []],
    ['no groups', times(3, {})],
    ['one group', times(3, { group: 'all' })],
  ])('are none with %s', (_, rows) => {
    expect(groupsOf([], subjectOf(rows)).groups).toEqual([])
  })

  test('have no value where none of their endpoints has one', () => {
    const own = subjectOf([{ group: 'a', metrics: { mos: 4 } }, { group: 'b' }])
    const { groups } = groupsOf(results(own, 'avg(mos) >= 3'), own)
    expect(groups.map(({ name, results: [result] }) => [name, result?.state, result?.measured])).toEqual([
      ['a', 'held', 4],
      ['b', 'missing', undefined],
    ])
  })

  test('keep every direction and track, and which is the worse', () => {
    const own = subjectOf([
      { group: 'a', metrics: { mos: { send: 4.4, receive: 3 } } },
      { group: 'b', metrics: { mos: { send: 2, receive: 4.4 } } },
    ])
    const { groups } = groupsOf(results(own, 'avg(mos) >= 4'), own)
    expect(groups.map(({ name, results: [result] }) => [name, result?.measured, result?.decidedBy])).toEqual([
      ['a', 3, 'receive'],
      ['b', 2, 'send'],
    ])
  })

  test('are held against what the whole run is held against, or not at all: never are they unclear for lack of a baseline', () => {
    const own = subjectOf([
      { group: 'a', metrics: { mos: 3 } },
      { group: 'b', metrics: { mos: 4.4 } },
    ])
    const before = subjectOf([{ metrics: { mos: 4.3 } }])
    const { groups } = groupsOf([resultOf('avg(mos) >= baseline - 0.1', own, before)], own)
    expect(groups).toHaveLength(2)
    expect(groups.flatMap(({ results: all }) => all.map(({ state }) => state))).not.toContain('invalid')
  })

  test('are neither good nor bad where the whole run has no limit to be held against', () => {
    const own = subjectOf([
      { group: 'a', metrics: { clock_drift_estimate: -3 } },
      { group: 'b', metrics: { clock_drift_estimate: 3 } },
    ])
    const { groups } = groupsOf(results(own, 'avg(clock_drift_estimate) <= baseline'), own)
    expect(groups.flatMap(({ results: all }) => all.map(({ state }) => state))).not.toContain('breached')
  })
})

describe('the worst endpoints', () => {
  const subject = subjectOf([
    { metrics: { mos: 4.4, jitter_ms: 10 } },
    { metrics: { mos: 3.9, jitter_ms: 10 } },
    { metrics: { mos: 3, jitter_ms: 10 } },
    { outcome: 'TIMEOUT', metrics: { mos: 4.4, jitter_ms: 10 } },
    { metrics: { mos: 3.9, jitter_ms: 90 } },
    { outcome: null },
    { outcome: 'CALL_FAILED', sip: 486, phase: 'RINGING', group: 'agents', metrics: { mos: 2 } },
    { metrics: { mos: 4, jitter_ms: 29.9 } },
  ])
  const own = results(subject, 'avg(mos) >= 4', 'max(jitter_ms) < 30ms')

  test('are those that failed, then those furthest beyond limits, then in their own order', () => {
    const { count, endpoints } = worstEndpoints(own, subject, 20)
    expect(count).toBe(6)
    expect(endpoints.map(({ id }) => id)).toEqual(['7', '4', '6', '5', '3', '2'])
  })

  test('are compared by how far they are beyond a limit as a share of it, at most a hundredfold for each limit', () => {
    const four = subjectOf([
      { metrics: { mos: 3, rtt_ms: 100 } },
      { metrics: { mos: 4, rtt_ms: 1_100 } },
      { metrics: { mos: 3.5, rtt_ms: 1_200 } },
      { metrics: { mos: 4, rtt_ms: 1e9 } },
      { metrics: { mos: 0, rtt_ms: 1e8 } },
    ])
    const { endpoints } = worstEndpoints(results(four, 'avg(mos) >= 4', 'max(rtt_ms) <= 1000ms'), four, 9)
    expect(endpoints.map(({ id }) => id)).toEqual(['5', '4', '3', '1', '2'])
  })

  test('are no more than asked for, and how many there are is still said', () => {
    const { count, endpoints } = worstEndpoints(own, subject, 2)
    expect([count, endpoints.map(({ id }) => id)]).toEqual([6, ['7', '4']])
    expect(worstEndpoints(own, subject, 0)).toEqual({ count: 6, endpoints: [] })
  })

  test('are told with everything that is known of them', () => {
    const [first, , third, fourth] = worstEndpoints(own, subject, 20).endpoints
    expect(first).toEqual({
      id: '7',
      group: 'agents',
      outcome: 'CALL_FAILED',
      phase: 'RINGING',
      sipStatus: 486,
      values: [
        { metric: 'mos', value: 2, unit: '', beyond: true },
        { metric: 'jitter_ms', value: Number.NaN, unit: 'ms', beyond: false },
      ],
    })
    expect(third).toMatchObject({ id: '6', group: null, outcome: null, sipStatus: null, phase: null })
    expect(fourth?.values.map(({ value, beyond }) => [value, beyond])).toEqual([
      [3.9, true],
      [90, true],
    ])
  })

  test('are none where every endpoint is good', () => {
    const good = subjectOf(times(3, { metrics: { mos: 4.4 } }))
    expect(worstEndpoints(results(good, 'avg(mos) >= 4', 'success_rate >= 99%'), good, 20)).toEqual({
      count: 0,
      endpoints: [],
    })
  })

  test.each([
    ['avg(mos) >= 4', ['3']],
    ['avg(mos) > 4', ['3', '2']],
    ['max(mos) <= 4', ['1']],
    ['max(mos) < 4', ['1', '2']],
    ['rate(mos < 4) <= 5%', ['3']],
    ['rate(mos >= 4) >= 95%', ['3']],
    ['count(mos < 4) == 0', ['3']],
    ['stddev(mos) < 0.1', []],
    ['sum(mos) > 100', []],
  ])('by %s are %j', (line, ids) => {
    const three = subjectOf([4.5, 4, 3].map((mos) => ({ metrics: { mos } })))
    expect(worstEndpoints(results(three, line), three, 9).endpoints.map(({ id }) => id)).toEqual(ids)
  })

  test('are not those that a threshold leaves out', () => {
    const two = subjectOf([
      { group: 'agents', metrics: { mos: 4.4 } },
      { group: 'sales', metrics: { mos: 2 } },
    ])
    expect(worstEndpoints(results(two, 'avg(mos where group = "agents") >= 4'), two, 9).count).toBe(0)
  })

  test('are reckoned over four metrics at most, those of broken thresholds first, and one limit of each', () => {
    const names = ['a_one', 'b_two', 'c_three', 'd_four', 'e_five']
    const many = subjectOf([{ metrics: Object.fromEntries(names.map((name) => [name, 10])) }])
    const held = names.map((name) => `max(${name}) <= 10`)
    const { endpoints } = worstEndpoints(results(many, ...held, 'max(e_five) < 5', 'max(e_five) < 9'), many, 9)
    expect(endpoints[0]?.values.map(({ metric, beyond }) => [metric, beyond])).toEqual([
      ['e_five', true],
      ['a_one', false],
      ['b_two', false],
      ['c_three', false],
    ])
  })

  test('are outside any of the breached limits on a metric, and not outside those that hold', () => {
    const three = subjectOf([3, 3.9, 4.5, 4.2].map((mos) => ({ metrics: { mos } })))
    const lines = ['avg(mos) >= 4', 'max(mos) < 4.4', 'min(mos) >= 2']
    const { count, endpoints } = worstEndpoints(results(three, ...lines), three, 9)
    expect([count, endpoints.map(({ id }) => id)]).toEqual([3, ['1', '2', '3']])
    expect(worstEndpoints(results(three, 'avg(mos) >= 3', 'min(mos) >= 2'), three, 9).count).toBe(0)
  })

  test('count an infinite value as beyond any limit, and none at all as within', () => {
    const odd = subjectOf([{ metrics: { mos: 3 } }, { metrics: { mos: Number.NEGATIVE_INFINITY } }, {}])
    expect(worstEndpoints(results(odd, 'min(mos) >= 4'), odd, 9)).toMatchObject({
      count: 2,
      endpoints: [{ id: '2' }, { id: '1' }],
    })
  })
})

describe('who is behind a breach', () => {
  const rows: Row[] = [
    ...times(5, { group: 'agents', metrics: { mos: 4.4 } }),
    ...times(3, { group: 'sales', metrics: { mos: 3 } }),
    { group: 'agents', metrics: { mos: 3 } },
    { group: 'agents' },
    { group: 'agents', outcome: 'TIMEOUT' },
  ]
  const subject = subjectOf(rows)
  const behind = (line: string, of: Subject = subject, baseline?: Subject) =>
    culpritsOf(resultOf(line, of, baseline), of)

  test.each([
    ['min(mos) >= 4', 4],
    ['min(mos) > 4.4', 9],
    ['rate(mos < 3.5) <= 5%', 4],
    ['count(mos < 3.5) <= 1', 4],
    ['count(mos < 3.5) == 0', 4],
    ['rate(mos >= 4) >= 95%', 4],
  ])('%s: the %i endpoints that are beyond the limit themselves', (line, endpoints) => {
    expect(behind(line)).toMatchObject({ endpoints, of: 11 })
  })

  test.each([
    ['rate(mos < 3.5 where group = "agents") <= 5%', 1],
    ['count(mos < 3.5 where group = "sales") == 0', 3],
    ['min(mos where group = "sales") >= 4', 3],
    ['max(mos where mos < 4) <= 2', 4],
  ])('%s: the %i that satisfy its condition and are outside the limit', (line, endpoints) => {
    expect(behind(line)).toMatchObject({ endpoints, of: 11 })
  })

  test('is told by what most of them share: their group', () => {
    expect(behind('min(mos) >= 4')).toEqual({
      endpoints: 4,
      of: 11,
      mostly: { property: 'group', value: 'sales', endpoints: 3 },
    })
  })

  test('is not told by a group that holds no more than half of them, or that everybody is in', () => {
    const even = subjectOf([
      ...times(2, { group: 'a', metrics: { mos: 3 } }),
      ...times(2, { group: 'b', metrics: { mos: 3 } }),
    ])
    expect(behind('min(mos) >= 4', even)).toEqual({ endpoints: 4, of: 4 })
    const all = subjectOf(times(3, { group: 'a', metrics: { mos: 3 } }))
    expect(behind('min(mos) >= 4', all)).toEqual({ endpoints: 3, of: 3 })
    const none = subjectOf([...times(3, { metrics: { mos: 3 } }), { group: 'a', metrics: { mos: 4.4 } }])
    expect(behind('min(mos) >= 4', none)).toEqual({ endpoints: 3, of: 4 })
  })

  test.each(['success_rate >= 99%', 'failed_endpoints == 0', '0 >= failed_endpoints'])(
    '%s: those that failed, by how they ended where no group stands out',
    (line) => {
      const mixed = subjectOf([
        {},
        ...times(2, { outcome: 'TIMEOUT' }),
        { outcome: 'CALL_FAILED' },
        { outcome: null },
        { outcome: 'TIMEOUT' },
      ])
      expect(behind(line, mixed)).toEqual({
        endpoints: 5,
        of: 6,
        mostly: { property: 'outcome', value: 'TIMEOUT', endpoints: 3 },
      })
      expect(behind(line)).toMatchObject({ endpoints: 1, mostly: { property: 'group', value: 'agents' } })
    },
  )

  test.each([
    'duration <= 1s',
    'sum(mos) >= 1000',
    'stddev(mos) < 0.1',
    'rate(outcome = TIMEOUT) <= 1%',
    'avg(mso) >= 4',
    'avg(mos) >= 4',
    'median(mos) >= 4.4',
    'p5(mos) >= 4',
    'success_rate(where group = "agents") >= 99%',
  ])('%s is not about single endpoints', (line) => {
    expect(behind(line)).toBeUndefined()
  })

  test('is nobody where the value is that of the whole but of no single endpoint', () => {
    const good = subjectOf(times(3, { metrics: { mos: 4.4 } }))
    expect(behind('success_rate <= 50%', good)).toBeUndefined()
  })

  test.each(['success_rate >= baseline', 'rate(mos < 3.5) <= baseline + 1'])(
    'is nobody where %s lacks the baseline: nothing was breached',
    (line) => {
      expect(behind(line)).toBeUndefined()
    },
  )

  test.each(['avg(mos where group = "agents") >= 4.4', 'rate(mos < 3.5 where group = "agents") <= 5%'])(
    'is none of those that %s leaves out',
    (line) => {
      // Either only the endpoints after `where`, or nothing said.
      const found = behind(line)
      expect([undefined, 1]).toContain(found?.endpoints)
      expect(found?.mostly?.value).not.toBe('sales')
    },
  )
})
