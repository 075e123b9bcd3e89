import { describe, expect, test } from '@jest/globals'
import type { PageData, PageRun } from '../../../src/report/page/model.ts'
import { pageData } from '../../../src/report/page/data.ts'
import { type ThresholdResult, evaluate, unjudged } from '../../../src/thresholds/evaluate.ts'
import { parseThresholds } from '../../../src/thresholds/parse.ts'
import { type Subject, missing } from '../../../src/model/subject.ts'
import { VERDICTS } from '../../../src/model/verdict.ts'
import { type Row, subjectOf, subjectWith } from '../../thresholds/rows.ts'
import { resultWith, runWith, stepWith, thresholdWith } from '../reports.ts'

const ROWS: Row[] = [
  { group: 'callers', sip: 200, metrics: { mos: { send: 4.4, receive: 3.2 }, jitter_ms: 12.345678, packets_lost: 4 } },
  { group: 'callers', sip: 200, metrics: { mos: { send: 4.2, receive: 3.8 }, jitter_ms: 40, packets_lost: 0 } },
  { group: 'agents', sip: 486, outcome: 'CALL_FAILED' },
  { outcome: null },
]

function judged(limits: string, subject: Subject, baseline?: Subject): ThresholdResult[] {
  return evaluate(parseThresholds(limits).thresholds, subject, baseline)
}

function runOf(limits: string, subject = subjectOf(ROWS), before?: Subject): PageRun {
  const run = runWith({
    subject,
    thresholds: judged(limits, subject, before),
    ...(before ? { baseline: { name: 'run r-0', subject: before } } : {}),
  })
  return only(pageData(stepWith({ runs: [run] })))
}

function only({ runs }: PageData): PageRun {
  const [run] = runs
  if (!run) throw new Error('the page has no run')
  return run
}

function metricOf({ metrics }: PageRun, name: string): PageRun['metrics'][number] | undefined {
  return metrics.find((metric) => metric.name === name)
}

describe('why endpoints failed', () => {
  test('is there in words, the most frequent first', () => {
    const refused: Row = { group: 'callers', outcome: 'REGISTRATION_FAILED', sip: 403 }
    const { failures } = runOf(
      'endpoints >= 1',
      subjectOf([refused, refused, { group: 'callers', sip: 200 }]),
      subjectOf([refused]),
    )
    expect(failures).toEqual([
      {
        who: '2 of 3 endpoints',
        group: 'callers',
        title: '403 Forbidden on REGISTER',
        what: 'the registrar recognizes the account and refuses it',
        place: 'Likely cause: credentials. Also in the baseline, at 1 endpoint.',
        look: expect.stringMatching(/^Check .*; then .*\.$/),
        source: 'RFC 3261, 21.4.4',
      },
    ])
  })
})

describe('several runs', () => {
  const { thresholds } = parseThresholds('avg(mos) >= 4')
  const earlier = [4.2, undefined, 3.9].map((value, i) => ({
    runId: `r${i}`,
    at: i * 86_400_000,
    values: [value === undefined ? missing('none') : { value, unit: '' as const }],
  }))
  const subject = { ...subjectWith('mos', [3.8]), run: { status: 'COMPLETED', createdAt: 3 * 86_400_000, detail: {} } }
  const run = runWith({
    subject,
    thresholds: evaluate(thresholds, subject, earlier),
    baseline: { name: 'the median of 3 earlier runs', runs: earlier },
    attempts: [
      { verdict: 'failed', reason: 'It broke.', runId: 'r8' },
      { verdict: 'error', reason: 'It was lost.' },
    ],
  })
  const page = only(pageData(stepWith({ runs: [run] })))

  test('are a course for each threshold, with the limit and this run last', () => {
    expect(page.baseline).toEqual({ name: 'the median of 3 earlier runs' })
    expect(page.thresholds[0]?.trend).toEqual({
      points: [
        { value: 4.2, text: '4.20', at: 0, good: true },
        { value: null, text: 'no value', at: 86_400_000 },
        { value: 3.9, text: '3.90', at: 2 * 86_400_000, good: false },
        { value: 3.8, text: '3.80', at: 3 * 86_400_000, good: false },
      ],
      limit: { value: 4, text: '4' },
      said: 'Breached in the last 2 runs that measured this, first on 3 January 1970.',
    })
  })

  test('of the test are all there, where a breach was to be confirmed', () => {
    expect(page.attempts).toEqual([
      { verdict: 'failed', heading: 'Call quality is not good enough', reason: 'It broke.', runId: 'r8' },
      { verdict: 'error', heading: 'The test could not be judged', reason: 'It was lost.' },
    ])
  })
})

describe('the verdict', () => {
  test.each([...VERDICTS, 'triggered'] as const)('%s has words without a sign before them', (verdict) => {
    const { heading, runs } = pageData(stepWith({ verdict, runs: [runWith({ verdict })] }))
    expect(heading).toMatch(/^[A-Z][a-z]/)
    expect(runs[0]?.heading).toBe(heading)
  })

  test('of a step without runs comes with its problem, line by line', () => {
    const data = pageData(stepWith({ verdict: 'error', problem: 'One input is wrong:\n  ^^^' }))
    expect(data).toEqual({
      verdict: 'error',
      heading: 'The test could not be judged',
      problem: 'One input is wrong:\n  ^^^',
      startedAt: 0,
      endedAt: 60_000,
      runs: [],
    })
  })
})

describe('a run', () => {
  test('of which little is known holds what there is, and JSON brings it back', () => {
    const data = pageData(stepWith({ runs: [runWith({ verdict: 'timed-out', thresholds: [] })] }))
    expect(only(data)).toEqual({
      verdict: 'timed-out',
      heading: 'The run took too long',
      reason: 'All 2 thresholds held over 4 endpoints.',
      notes: [],
      project: 'pbx',
      test: 'load',
      ended: false,
      statuses: [],
      thresholds: [],
      failures: [],
      metrics: [],
      leftOut: [],
    })
    expect(JSON.parse(JSON.stringify(data))).toEqual(data)
  })

  test('is linked by http and https alone', () => {
    const urls = [
      'https://x.example/r?a=1&b=2',
      'http://localhost:3000/r',
      'javascript:alert(1)',
      'data:text/html,x',
      'x',
    ]
    const runs = urls.map((runUrl) => runWith({ runId: 'r', runUrl }))
    expect(pageData(stepWith({ runs })).runs.map(({ runUrl }) => runUrl)).toEqual([
      'https://x.example/r?a=1&b=2',
      'http://localhost:3000/r',
      undefined,
      undefined,
      undefined,
    ])
  })

  test('tells its statuses, and whether the last one is final', () => {
    const statuses = [{ status: 'QUEUED', at: 1 }]
    const run = (status: string): PageRun => only(pageData(stepWith({ runs: [runWith({ status, statuses })] })))
    expect([run('COMPLETED').ended, run('RUNNING').ended, run('SOMETHING_NEW').ended]).toEqual([true, false, false])
    expect(run('RUNNING').statuses).toEqual(statuses)
  })

  test('tells which of its times the API reports, and which this step only saw', () => {
    const of = (times: object): unknown => {
      const subject = subjectOf([{}])
      const run = { ...subject.run, ...times }
      const { reported, running, queue } = only(
        pageData(stepWith({ runs: [runWith({ subject: { ...subject, run, durationSeconds: 60, queueSeconds: 5 } })] })),
      )
      return { reported, running, queue }
    }
    expect(of({})).toEqual({ running: { seconds: 60, polled: true }, queue: { seconds: 5, polled: true } })
    expect(of({ createdAt: 0, startedAt: 5_000 })).toEqual({
      reported: { startedAt: 5_000 },
      running: { seconds: 60, polled: true },
      queue: { seconds: 5 },
    })
    expect(of({ startedAt: 5_000, completedAt: 65_000 })).toEqual({
      reported: { startedAt: 5_000, endedAt: 65_000 },
      running: { seconds: 60 },
      queue: { seconds: 5, polled: true },
    })
  })

  test('has names of one line and bounded length', () => {
    const {
      reason,
      test: name,
      notes,
    } = only(
      pageData(
        stepWith({
          runs: [runWith({ reason: 'a\nb\u202Ec', test: { asked: 'x'.repeat(5_000) }, notes: ['\u0000note'] })],
        }),
      ),
    )
    expect([reason, name.length, notes]).toEqual(['a b c', 200, ['note']])
  })
})

describe('thresholds', () => {
  test('stand in the order of what broke', () => {
    const of = (state: string, severity: 'fail' | 'warn'): ThresholdResult =>
      resultWith({
        state: state as ThresholdResult['state'],
        threshold: thresholdWith(`${state} ${severity}`, severity),
      })
    const thresholds = [
      of('held', 'warn'),
      of('unheard of', 'fail'),
      of('missing', 'warn'),
      of('breached', 'warn'),
      of('held', 'fail'),
      of('missing', 'fail'),
      of('invalid', 'warn'),
      of('breached', 'fail'),
    ]
    const run = only(pageData(stepWith({ runs: [runWith({ thresholds })] })))
    expect(run.thresholds.map(({ text }) => text)).toEqual([
      'breached fail',
      'invalid warn',
      'missing fail',
      'breached warn',
      'missing warn',
      'unheard of fail',
      'held warn',
      'held fail',
    ])
    expect(run.thresholds.find(({ state }) => state === 'unheard of')?.result).toBe('not judged')
  })

  test('have their values in words, with what changed', () => {
    const before = subjectOf([{ metrics: { mos: 4, jitter_ms: 20 } }])
    const { thresholds } = runOf('avg(mos) >= 4\np95(jitter_ms) <= baseline + 20%', subjectOf(ROWS), before)
    expect(thresholds[0]).toEqual({
      text: 'avg(mos) >= 4',
      severity: 'fail',
      state: 'breached',
      result: 'breached by 0.50 (12.5 %)',
      operator: '>=',
      measured: '3.50',
      limit: '4',
      baseline: '4',
      change: { text: '−0.50 (−12.5 %)', better: false },
      coverage: '2 of 4 endpoints (without: 1 CALL_FAILED, 1 not ended)',
      decidedBy: 'receive (2 of 2 endpoints)',
    })
    expect(thresholds[1]?.change).toMatchObject({ better: false })
    expect(thresholds[1]?.limit).toBe('24 ms')
  })

  test('of values without size have the words alone', () => {
    const [result] = runOf(
      'max(jitter_ms) < 5ms',
      subjectOf([{ metrics: { jitter_ms: Number.POSITIVE_INFINITY } }]),
    ).thresholds
    expect(result?.measured).toBe('infinite')
  })

  test('that were not judged say so, and where they stand', () => {
    const [threshold] = unjudged(parseThresholds('avg(mos) >= 4').thresholds)
    if (!threshold) throw new Error('no threshold')
    const thresholds = [{ ...threshold, threshold: { ...threshold.threshold, file: 'quality.txt', line: 3 } }]
    expect(only(pageData(stepWith({ runs: [runWith({ thresholds })] }))).thresholds).toEqual([
      {
        text: 'avg(mos) >= 4',
        severity: 'fail',
        state: 'unjudged',
        result: 'not judged',
        operator: '>=',
        place: 'quality.txt:3',
      },
    ])
  })
})

describe('both ends', () => {
  const calls = { received: 2, answered: 1, missed: 0, voicemail: 0, busy: 0, failed: 0, unclassified: { odd: 1 } }

  test('stand beside each other, and what they disagree about leads the notes', () => {
    const subject = { ...subjectOf([...ROWS, {}]), calls }
    const run = only(pageData(stepWith({ runs: [runWith({ subject, notes: ['Attempt 1 could not run.'] })] })))
    expect(run.notes).toEqual([expect.stringMatching(/^The two ends disagree: /), 'Attempt 1 could not run.'])
    expect(run.ends).toEqual({
      rows: [
        { what: 'endpoints, received calls', near: '5 endpoints', far: '2 calls' },
        { what: 'succeeded, answered', near: '3 of 5 (60 %)', far: '1 of 2 (50 %)' },
        { what: 'missed', near: '', far: '0 of 2 (0 %)' },
        { what: 'unclassified: odd', near: '', far: '1 of 2 (50 %)' },
        { what: 'endpoints that failed', near: '2 of 5 (40 %)', far: '' },
      ],
    })
  })

  test('say why one of them says nothing', () => {
    const subject = { ...subjectOf(ROWS), calls: { kind: 'missing', reason: 'it would\nnot' } as const }
    const { ends, notes } = runOf('endpoints >= 1', subject)
    expect([ends?.unknown, ends?.rows[0]?.far, notes]).toEqual(['it would not', 'unknown', []])
  })

  test('are not there where nobody asked', () => {
    expect(runOf('endpoints >= 1')).not.toHaveProperty('ends')
  })
})

describe('endpoints', () => {
  test('stand in columns of distinct words', () => {
    expect(runOf('endpoints >= 1').endpoints).toEqual({
      size: 4,
      ids: ['1', '2', '3', '4'],
      groups: { words: ['callers', 'agents', null], at: [0, 0, 1, 2] },
      sipStatuses: { words: [200, 486, null], at: [0, 0, 1, 2] },
      outcomes: { words: ['SUCCESS', 'CALL_FAILED', null], at: [0, 0, 1, 2] },
      good: [true, false, false],
    })
  })
})

describe('metrics', () => {
  test('have one value for each endpoint: the worse side, six digits, null for none', () => {
    const run = runOf('endpoints >= 1')
    expect(metricOf(run, 'mos')).toEqual({
      name: 'mos',
      unit: '',
      better: 'higher',
      meaning: 'speech quality as people rate it, 1 to 5',
      inWords: 'many users are dissatisfied (ITU-T G.107, narrowband)',
      named: false,
      sides: ['send', 'receive'],
      values: [3.2, 3.8, null, null],
      limits: [],
    })
    expect(metricOf(run, 'jitter_ms')?.values).toEqual([12.3457, 40, null, null])
    expect(metricOf(run, 'packets_lost')?.label).toBe('packets')
  })

  test('that a threshold names lead, in the order of what broke; then the headline ones', () => {
    const limits = 'max(packets_lost) <= 9\navg(mos.send) >= 4.9\nrate(jitter_ms > 30ms where mos.receive < 5) <= 1%'
    const { metrics } = runOf(limits)
    expect(metrics.map(({ name, named }) => `${name}${named ? ' *' : ''}`)).toEqual([
      'mos.send *',
      'jitter_ms *',
      'mos.receive *',
      'packets_lost *',
      'mos',
    ])
    expect(metrics[0]?.values).toEqual([4.4, 4.2, null, null])
  })

  test('of the baseline are there without ids and without gaps', () => {
    const before = subjectOf([{ metrics: { mos: { send: 4.1, receive: 4.3 } } }, {}, { metrics: { mos: 4.25 } }])
    const run = runOf('avg(mos) >= baseline - 1', subjectOf(ROWS), before)
    expect(run.baseline).toEqual({ name: 'run r-0', endpoints: 3 })
    expect(metricOf(run, 'mos')?.baseline).toEqual([4.1, 4.25])
    expect(metricOf(run, 'jitter_ms')).not.toHaveProperty('baseline')
  })

  test('without a size are null, and a metric of which nothing is left is not there', () => {
    const run = runOf(
      'endpoints >= 1',
      subjectOf([{ metrics: { a: Number.POSITIVE_INFINITY, b: 1e-9 } }, { metrics: { b: Number.NEGATIVE_INFINITY } }]),
    )
    expect(run.metrics).toMatchObject([{ name: 'b', unit: '', values: [1e-9, null] }])
  })

  test('of which it is not known which side is worse are only there where they are narrowed', () => {
    const subject = subjectOf([{ metrics: { odd: { send: 1, receive: 2 } } }])
    expect(runOf('avg(odd.send) > 0', subject).metrics.map(({ name }) => name)).toEqual(['odd.send'])
  })
})

describe('the size', () => {
  const names = Array.from({ length: 30 }, (_, i) => `m_${String(i).padStart(2, '0')}`)
  const subject = subjectOf(
    Array.from({ length: 200 }, (_, i) => ({
      metrics: Object.fromEntries(['mos', 'rtt_ms', ...names].map((name) => [name, i / 7])),
    })),
  )

  test('stays within bounds: metrics that no threshold names are left out from the end, and named', () => {
    const run = runWith({ subject, thresholds: judged('avg(m_29) > 1', subject) })
    const data = pageData(stepWith({ runs: [run, run] }), 50_000)
    expect(JSON.stringify(data).length).toBeLessThan(51_000)
    for (const { metrics, leftOut } of data.runs) {
      const shown = metrics.map(({ name }) => name)
      expect(shown.slice(0, 4)).toEqual(['m_29', 'mos', 'rtt_ms', 'm_00'])
      expect([...shown.slice(3), ...leftOut]).toEqual(names.slice(0, -1))
      expect(leftOut.length).toBeGreaterThan(5)
    }
    const [one = 0, two = 0] = data.runs.map(({ metrics }) => metrics.length)
    expect(Math.abs(one - two)).toBeLessThan(2)
  })

  test('does not cost a metric that a threshold names, or a headline one', () => {
    const thresholds = judged(names.map((name) => `avg(${name}) >= 0`).join('\n'), subject)
    const { metrics, leftOut } = only(pageData(stepWith({ runs: [runWith({ subject, thresholds })] }), 1_000))
    expect(metrics.map(({ name }) => name)).toEqual([...names, 'mos', 'rtt_ms'])
    expect(leftOut).toEqual([])
  })

  test('is large enough for everything in the usual case', () => {
    expect(only(pageData(stepWith({ runs: [runWith({ subject })] }))).metrics).toHaveLength(32)
  })
})
