import { describe, expect, test } from '@jest/globals'
import { holds } from '../../src/thresholds/comparison.ts'
import { parseThresholds } from '../../src/thresholds/parse.ts'
import { type Row, resultOf, subjectOf, subjectWith } from './rows.ts'

describe('of several directions and tracks the worse one counts', () => {
  test.each([
    ['higher is better', 'mos', { send: 4.2, receive: 3.1 }, 3.1, 'receive'],
    ['higher is better, the other way round', 'mos', { send: 3.1, receive: 4.2 }, 3.1, 'send'],
    ['lower is better', 'jitter_ms', { send: 5, receive: 9 }, 9, 'receive'],
    ['nearer zero is better', 'clock_drift_estimate', { send: 3, receive: -8 }, -8, 'receive'],
    ['nearer zero is better, the other sign', 'clock_drift_estimate', { send: 9, receive: -8 }, 9, 'send'],
    ['tracks', 'fraction_lost', { audio: 1, video: 4 }, 4, 'video'],
    [
      'tracks and directions',
      'fraction_lost',
      { audio: { send: 1, receive: 7 }, video: { send: 3 } },
      7,
      'audio.receive',
    ],
    ['directions above tracks', 'fraction_lost', { send: { audio: 1, video: 6 }, receive: 2 }, 6, 'video.send'],
    ['averages of directions', 'rtt_ms', { send: { avg: 80, max: 900 }, receive: { avg: 90 } }, 90, 'receive'],
    ['what is not a number measured nothing', 'jitter_ms', { send: null, receive: 4, audio: 'n/a' }, 4, undefined],
  ])('%s', (_, metric, value, worse, decidedBy) => {
    const result = resultOf(`avg(${metric}) == ${worse}`, subjectWith(metric, [value]))
    expect([result.state, result.measured, result.decidedBy]).toEqual(['held', worse, decidedBy])
  })

  test('for each endpoint by itself, and how often is told', () => {
    const subject = subjectWith('mos', [
      { send: 4, receive: 3 },
      { send: 2, receive: 4 },
      { send: 4, receive: 3.5 },
      { send: 4.4 },
      {},
    ])
    expect(resultOf('avg(mos) >= 3', subject)).toMatchObject({
      measured: (3 + 2 + 3.5 + 4.4) / 4,
      coverage: { used: 4, of: 5 },
      decidedBy: expect.stringMatching(/^(send|receive) \(2 of 4 endpoints\)$/),
    })
    // A minimum and a maximum are one endpoint's.
    expect(resultOf('min(mos) >= 3', subject)).toMatchObject({ measured: 2, decidedBy: 'send' })
    expect(resultOf('max(mos) >= 3', subject)).toMatchObject({ measured: 4.4, decidedBy: 'send' })
    expect(resultOf('avg(mos where mos > 3) >= 3', subject)).toMatchObject({
      measured: (3.5 + 4.4) / 2,
      coverage: { used: 2, of: 2 },
    })
  })

  test('narrowing takes the named one only', () => {
    const subject = subjectWith('fraction_lost', [
      { audio: { send: 1, receive: 2 }, video: { send: 3, receive: 4 } },
      { audio: { send: 5, receive: 6 } },
    ])
    const measured = (name: string): unknown[] => {
      const { measured: value, coverage, decidedBy } = resultOf(`avg(${name}) < 100`, subject)
      return [value, coverage?.used, decidedBy?.replace(/ .*/, '')]
    }
    expect(measured('fraction_lost')).toEqual([5, 2, 'video.receive'])
    expect(measured('fraction_lost.audio')).toEqual([4, 2, 'audio.receive'])
    expect(measured('fraction_lost.send')).toEqual([4, 2, 'video.send'])
    expect(measured('fraction_lost.video')).toEqual([4, 1, 'video.receive'])
    expect(measured('fraction_lost.video.send')).toEqual([3, 1, undefined])
    expect(measured('fraction_lost.send.audio')).toEqual([3, 2, undefined])
  })

  test('in conditions too', () => {
    const subject = subjectWith('mos', [{ send: 4.2, receive: 3.1 }, { send: 4, receive: 4 }, {}])
    expect(resultOf('count(mos < 3.5) == 1', subject)).toMatchObject({ state: 'held', coverage: { used: 2, of: 3 } })
    expect(resultOf('count(mos.send < 3.5) == 0', subject).state).toBe('held')
  })

  test('a metric is worse the other way when it spreads', () => {
    // stddev is of the worse values; smaller is better whatever the metric.
    const subject = subjectWith('mos', [
      { send: 4, receive: 3 },
      { send: 1, receive: 3 },
    ])
    expect(resultOf('stddev(mos) <= 1', subject)).toMatchObject({ measured: 1, better: 'lower' })
    expect(resultOf('avg(mos) >= 1', subject)).toMatchObject({ measured: 2, better: 'higher' })
  })
})

describe('a metric whose better direction is unknown', () => {
  const subject = subjectOf([
    {
      metrics: {
        packets_sent: { send: 100, receive: 90 },
        packets_received: { audio: { send: 1, receive: 2 }, video: { send: 3, receive: 4 } },
        frobs: { send: { max: 5 }, receive: { max: 6 } },
        alone: { send: 7 },
        plain: 8,
      },
    },
  ])

  test.each([
    ['avg(packets_sent) > 0', ['packets_sent.send', 'packets_sent.receive']],
    ['count(packets_sent > 95) == 0', ['packets_sent.send', 'packets_sent.receive']],
    ['avg(mos where packets_sent > 95) > 0', []],
    ['avg(frobs) > 0', ['frobs.send.max', 'frobs.receive.max']],
    ['avg(frobs.max) > 0', ['frobs.send.max', 'frobs.receive.max']],
    ['avg(packets_received) > 0', ['packets_received.audio.send', 'packets_received.video.receive']],
    ['avg(packets_received.audio) > 0', ['packets_received.audio.send', 'packets_received.audio.receive']],
    ['avg(packets_received.send) > 0', ['packets_received.audio.send', 'packets_received.video.send']],
  ])('must be narrowed: %s', (line, ways) => {
    const { state, measured, reason = '' } = resultOf(line, subject)
    expect(state).toBe('invalid')
    expect(measured).toBeUndefined()
    for (const way of ways) expect(reason).toMatch(new RegExp(`\\b${way.replaceAll('.', '\\.')}(?![.\\w])`))
  })

  test('the names that a refusal proposes are understood and measured', () => {
    for (const name of ['packets_sent', 'frobs', 'frobs.max', 'packets_received', 'packets_received.audio']) {
      const { reason = '' } = resultOf(`avg(${name}) > 0`, subject)
      const proposed = (reason.split('write ')[1] ?? '').match(/[\w.]+\.[\w.]+/g) ?? []
      expect(proposed.length).toBeGreaterThan(1)
      const lines = proposed.map((way) => `avg(${way}) > 0`)
      expect(parseThresholds(lines.join('\n')).problems.map(({ message }) => message)).toEqual([])
      expect(lines.map((line) => resultOf(line, subject).state)).toEqual(lines.map(() => 'held'))
    }
  })

  test.each(['avg(packets_sent.send) == 100', 'avg(alone) == 7', 'avg(plain) == 8', 'avg(frobs.send) == 5'])(
    'needs no more than that: %s',
    (line) => {
      expect(resultOf(line, subject).state).toBe('held')
    },
  )
})

describe('statistics', () => {
  test.each([
    ['the average before others', { avg: 5, max: 9, p95: 8 }, 'jitter_ms', 5],
    ['mean is average', { mean: 5, maximum: 9 }, 'jitter_ms', 5],
    ['a named one', { avg: 5, max: 9 }, 'jitter_ms.max', 9],
    ['the only one there is', { p95: 8 }, 'jitter_ms', 8],
    ['a plain number before a statistic', { audio: 5, p95: 8 }, 'jitter_ms', 5],
    ['percentiles by name', { audio: { p95: 8, p99: 9 } }, 'jitter_ms.audio.p99', 9],
    ['the worse of the directions of one statistic', { send: { max: 3 }, receive: { max: 7 } }, 'jitter_ms.max', 7],
    ['statistics above directions', { max: { send: 3, receive: 7 }, avg: { send: 1, receive: 2 } }, 'jitter_ms.max', 7],
    ['an unusual one', { jitterBufferMs: { peak: 4 } }, 'jitter_ms.jitter_buffer_ms_peak', 4],
  ])('%s', (_, value, name, expected) => {
    expect(resultOf(`avg(${name}) == ${expected}`, subjectWith('jitter_ms', [value]))).toMatchObject({
      state: 'held',
      measured: expected,
    })
  })

  test('with none of them usual, the threshold must say which', () => {
    const { state, reason } = resultOf('avg(jitter_ms) < 5', subjectWith('jitter_ms', [{ p50: 3, p95: 8 }]))
    expect(state).toBe('invalid')
    expect(reason).toContain('jitter_ms.p50')
    expect(reason).toContain('jitter_ms.p95')
  })

  test('with a track or a direction that has none of them, the threshold must say which', () => {
    for (const odd of [
      { audio: { avg: 9 }, video: { p95: 40 } },
      { send: { avg: 9 }, receive: { p95: 40 } },
    ]) {
      expect(resultOf('avg(jitter_ms) < 30', subjectWith('jitter_ms', [odd]))).toMatchObject({ state: 'invalid' })
    }
    const subject = subjectWith('jitter_ms', [{ audio: { avg: 9 }, video: { p95: 40 } }])
    expect(resultOf('avg(jitter_ms.audio) < 30', subject)).toMatchObject({ measured: 9 })
    expect(resultOf('avg(jitter_ms.video.p95) < 30', subject)).toMatchObject({ measured: 40 })
  })

  test('endpoints may have different forms', () => {
    const subject = subjectWith('jitter_ms', [4, { avg: 6, max: 50 }, { send: 1, receive: 8 }, { audio: { send: 2 } }])
    expect(resultOf('avg(jitter_ms) == 5', subject)).toMatchObject({ state: 'held', coverage: { used: 4, of: 4 } })
  })
})

describe('missing data', () => {
  const subject = subjectOf([
    { group: 'agents', metrics: { mos: 4, jitter_ms: { send: 3 } } },
    { group: 'trunk', metrics: { rtt_ms: 80 }, outcome: 'TIMEOUT' },
  ])

  test.each([
    ['avg(mso) > 3', ['no metric mso', 'Did you mean mos?', 'jitter_ms']],
    ['avg(jitter_ms.receive) < 3', ['no receive', 'send']],
    ['avg(jitter_ms.send.p95) < 3', ['no send.p95', 'send']],
    ['avg(mos where group = trunk) > 3', ['none of 1 endpoints has a value for mos']],
    ['avg(rtt_ms where mos > 3) < 3', ['none of 1 endpoints has a value for rtt_ms']],
    ['avg(mos where mos > 4.5) > 3', ['no endpoint satisfies the condition after where']],
    ['success_rate(where mos > 4.5) == 100', ['no endpoint satisfies']],
    ['count(mos > 1 where outcome = CALL_FAILED) >= 0', ['no endpoint satisfies']],
    ['count(mso > 3) == 0', ['Did you mean mos?']],
    ['success_rate(where mso > 3) == 0', ['Did you mean mos?']],
    ['count(not mso > 3) == 0', ['Did you mean mos?']],
    ['count(mos > 3 and mso > 3) == 0', ['Did you mean mos?']],
    ['count(mos > 3 or mso > 3) == 1', ['Did you mean mos?']],
    // A slip in the name of a group would count nothing for ever.
    ['count(group = agent) == 0', ['no endpoint is in group "agent"', '"agents"', '"trunk"']],
    ['count(group != agent) == 2', ['no endpoint is in group "agent"']],
    ['count(not group = Agents) == 2', ['no endpoint is in group "Agents"']],
    ['avg(mos where group = agent) > 3', ['no endpoint is in group "agent"']],
    ['count(phase = CLOSED) == 0', ['no endpoint has a phase']],
    ['count(sip_status >= 500) == 0', ['no endpoint has a SIP status']],
    ['count(mos < 3 where group = trunk) == 0', ['none of 1 endpoints has what the condition requires']],
    ['rate(not mos < 3 where group = trunk) == 0', ['none of 1 endpoints']],
    ['duration < 5m', ['duration']],
    ['queue_time < 5m', ['queue_time']],
    ['run.summary.avgMos > 3', ['run.summary.avgMos is not there', 'run.total', 'run.nested.deep']],
    ['run.name == 3', ['run.name is not a number', 'run.total']],
    ['run.nested == 3', ['run.nested is not a number']],
    ['run.toString.length == 0', ['run.toString.length is not there']],
    ['avg(mos) > avg(r_factor)', ['no metric r_factor']],
    ['avg(mos) + avg(r_factor) > 3', ['no metric r_factor']],
    ['-avg(mso) < 3', ['Did you mean mos?']],
  ] as [string, string[]][])('%s', (line, parts) => {
    const detail = { name: 'x', total: 2, nested: { deep: 1 }, list: [3] }
    const { state, measured, reason } = resultOf(line, { ...subject, run: { status: 'COMPLETED', detail } })
    expect(state).toBe('missing')
    // Of two measured sides the left one may be known.
    expect(measured).toBe(line === 'avg(mos) > avg(r_factor)' ? 4 : undefined)
    for (const part of parts) expect(reason).toContain(part)
  })

  test('names from the server cannot break out of a reason', () => {
    const hostile = subjectOf([{ group: 'a\n::error::x\u202E', metrics: { 'x\n::error::y': 1 } }])
    const reasons = ['avg(mos) > 1', 'count(group = b) == 0'].map((line) => resultOf(line, hostile).reason ?? '')
    expect(reasons.filter((reason) => /[\n\u202E]/.test(reason) || reason === '')).toEqual([])
  })

  test('a long list of names is cut short and says so', () => {
    const metrics = Object.fromEntries(Array.from({ length: 45 }, (_, i) => [`m_${i}`, i]))
    const { reason = '' } = resultOf('avg(zzz) > 1', subjectOf([{ metrics }]))
    expect(reason.match(/m_\d+/g)).toHaveLength(30)
    expect(reason).toContain('and 15 more')
  })
})

describe('coverage', () => {
  const subject = subjectOf([
    { group: 'a', metrics: { mos: 4 } },
    { group: 'a', outcome: null },
    { group: 'b', metrics: { mos: 2 }, outcome: 'TIMEOUT' },
    { metrics: {} },
  ])

  test.each([
    ['avg(mos) >= 3', 3, { used: 2, of: 4 }],
    ['avg(mos where group = a) >= 3', 4, { used: 1, of: 2 }],
    ['count(mos < 3) == 1', 1, { used: 2, of: 4 }],
    // Of all endpoints, not of those with a value.
    ['rate(mos < 3) == 25', 25, { used: 2, of: 4 }],
    ['rate(mos < 3 where group = b) == 100', 100, { used: 1, of: 1 }],
    ['count(outcome = TIMEOUT) == 1', 1, { used: 3, of: 4 }],
    ['success_rate == 50', 50, { used: 4, of: 4 }],
    ['failed_endpoints == 2', 2, { used: 4, of: 4 }],
    ['endpoints == 4', 4, { used: 4, of: 4 }],
    ['1 <= avg(mos)', 3, { used: 2, of: 4 }],
    ['avg(mos) - 1 >= 2', 2, { used: 2, of: 4 }],
    ['1 + avg(mos) >= 2', 4, { used: 2, of: 4 }],
  ] as [string, number, object][])('%s', (line, measured, coverage) => {
    expect(resultOf(line, subject)).toMatchObject({ state: 'held', measured, coverage })
  })

  test('is not told where nothing is over endpoints', () => {
    expect(resultOf('duration < 90', { ...subject, durationSeconds: 5 })).not.toHaveProperty('coverage')
  })
})

describe('conditions know three answers', () => {
  // mos: yes (> 3), no, unknown; jitter likewise, in all nine combinations.
  const subject = subjectOf(
    [4, 2, undefined].flatMap((mos) =>
      [4, 2, undefined].map((jitter): Row => ({
        metrics: {
          ...(mos === undefined ? {} : { mos }),
          ...(jitter === undefined ? {} : { jitter_ms: jitter }),
        },
      })),
    ),
  )

  test.each([
    ['mos > 3', 3, 6],
    ['not mos > 3', 3, 6],
    ['not not mos > 3', 3, 6],
    ['mos > 3 and jitter_ms > 3', 1, 6], // unknown: Y?, ?Y, ??
    ['not (mos > 3 and jitter_ms > 3)', 5, 6],
    ['mos > 3 or jitter_ms > 3', 5, 6], // unknown: N?, ?N, ??
    ['not (mos > 3 or jitter_ms > 3)', 1, 6],
    ['mos > 3 and not mos > 3', 0, 6],
    ['mos > 3 or not mos > 3', 6, 6],
    ['mos != 3', 6, 6],
    ['not mos = 3', 6, 6],
  ])('%s', (condition, yes, known) => {
    expect(resultOf(`count(${condition}) == ${yes}`, subject)).toMatchObject({
      state: 'held',
      measured: yes,
      coverage: { used: known, of: 9 },
    })
  })

  test('what is unknown is not selected by where, nor by its opposite', () => {
    expect(resultOf('endpoints(where mos > 3) == 3', subject).state).toBe('held')
    expect(resultOf('endpoints(where not mos > 3) == 3', subject).state).toBe('held')
  })

  test.each([
    ['outcome', { outcome: null }, 'outcome = TIMEOUT', 'outcome != TIMEOUT'],
    ['group', {}, 'group = a', 'group != a'],
    ['phase', {}, 'phase = CLOSED', 'phase != CLOSED'],
    ['sip_status', {}, 'sip_status = 200', 'sip_status != 200'],
  ] as [string, Row, string, string][])(
    'an endpoint without %s satisfies no comparison on it',
    (_, without, equal, unequal) => {
      const rows: Row[] = [without, { group: 'a', phase: 'CLOSED', sip: 200, outcome: 'TIMEOUT' }]
      for (const condition of [equal, `not ${unequal}`]) {
        expect(resultOf(`count(${condition}) == 1`, subjectOf(rows)).state).toBe('held')
      }
      for (const condition of [unequal, `not ${equal}`]) {
        expect(resultOf(`count(${condition}) == 0`, subjectOf(rows)).state).toBe('held')
      }
    },
  )
})

describe('a comparison', () => {
  const OPERATORS = ['>=', '>', '<=', '<', '==', '!='] as const

  test('holds by what it says', () => {
    const table = [
      [1, 2],
      [2, 2],
      [3, 2],
    ].map(([value = 0, limit = 0]) => OPERATORS.filter((operator) => holds(value, operator, limit)))
    expect(table).toEqual([
      ['<=', '<', '!='],
      ['>=', '<=', '=='],
      ['>=', '>', '!='],
    ])
  })

  test('is satisfied by neither NaN nor an infinity, on either side', () => {
    const odd = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
    const held = odd.flatMap((value) =>
      [0, ...odd].flatMap((other) =>
        OPERATORS.filter((operator) => holds(value, operator, other) || holds(other, operator, value)),
      ),
    )
    expect(held).toEqual([])
  })
})
