import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { HEADINGS, TROUBLESHOOTING } from '../../../src/report/phrases.ts'
import type { RunReport } from '../../../src/report/report.ts'
import { renderSummary } from '../../../src/report/summary/summary.ts'
import { evaluate } from '../../../src/thresholds/evaluate.ts'
import type { Subject } from '../../../src/model/subject.ts'
import { parseThresholds } from '../../../src/thresholds/parse.ts'
import type { Threshold } from '../../../src/thresholds/syntax.ts'
import { VERDICTS } from '../../../src/model/verdict.ts'
import { type Row, subjectOf } from '../../thresholds/rows.ts'
import { chartsOf } from '../charts.ts'
import { resultWith, runWith, stepWith, thresholdWith } from '../reports.ts'

const HOSTILE = [
  'a | b || c \\| d \\',
  '</td></tr><script>alert(1)</script>',
  'line\nbreak\r\n| x | y |\n## heading',
  '`code` ```',
  '@octocat https://evil.example www.evil.example',
  '![x](https://evil.example/x.png) [y](javascript:alert(1))',
  '\u202Etxt.exe\u0000\u001B[31m\u2028',
  '<!-- --> &lt; &amp; &#124;',
  '\uD800',
  '',
]

/** Tables of the Markdown: of each row, how many pipes stand in it that are not escaped. */
function tablesOf(summary: string): number[][] {
  const tables: number[][] = []
  let inside = false
  for (const line of summary.split('\n')) {
    if (line.startsWith('|')) {
      if (!inside) tables.push([])
      tables.at(-1)?.push((line.replaceAll(/\\./g, '').match(/\|/g) ?? []).length)
    }
    inside = line.startsWith('|')
  }
  return tables
}

/** The run of these endpoints, held against these lines. */
function judged(lines: string, subject: Subject, rest: Partial<RunReport> = {}): RunReport {
  const { thresholds, problems } = parseThresholds(lines)
  if (problems.length > 0) throw new Error(JSON.stringify(problems))
  return runWith({ subject, thresholds: evaluate(thresholds, subject, rest.baseline?.subject), ...rest })
}

/** A threshold on a metric whose name no text of thresholds could hold. */
function thresholdOf(metric: string): Threshold {
  const at = { start: 0, end: 1 }
  return { ...thresholdWith(metric), left: { kind: 'aggregate', by: 'max', of: { metric }, ...at } }
}

function hostileRun(text: string): RunReport {
  const bare = subjectOf(
    [
      {
        group: text,
        phase: text,
        outcome: text || null,
        metrics: { mos: { send: 4, receive: 3 }, jitter_ms: 30, [`x${text}`]: 1 },
      },
      { outcome: 'TIMEOUT', group: 'other', metrics: { rtt_ms: 80, mos: 3.3 } },
    ],
    { durationSeconds: 90, queueSeconds: 3, run: { status: text, detail: {} } },
  )
  const subject = { ...bare, measurements: { ...bare.measurements, ids: [text, `${text}${text}`] } }
  const lines =
    'avg(mos) >= 4\navg(mso) > 1\nwarn: count(group = "nobody") == 0\nmax(jitter_ms) < 20ms\nfailed_endpoints == 0'
  const run = judged(lines, subject, { baseline: { name: text, subject } })
  return {
    ...run,
    verdict: 'failed',
    reason: text,
    project: { asked: text, name: text },
    test: { asked: text },
    runId: text,
    runUrl: `https://x.example/${text}`,
    status: text,
    thresholds: [
      ...run.thresholds,
      resultWith({ state: 'missing', threshold: thresholdWith(text), reason: text }),
      resultWith({ measured: 3, limit: 4, decidedBy: text, coverage: { used: 1, of: 2 } }),
      resultWith({ state: 'breached', measured: 1, limit: 0, operator: '<', threshold: thresholdOf(`x${text}`) }),
      resultWith({ state: 'breached', measured: 3, limit: 4, baseline: 2, threshold: thresholdWith(text) }),
    ],
    notes: [text, text],
  }
}

const rendered = (text: string): string =>
  renderSummary(stepWith({ verdict: 'failed', runs: [hostileRun(text)] }), text)
const renderedTwice = (text: string): string =>
  renderSummary(stepWith({ verdict: 'failed', runs: [hostileRun(text), { ...hostileRun(text), verdict: 'passed' }] }))

/** The tags that a summary writes, in the only form of each. */
const TAG = /^<(?:\/?(?:code|sub|b|details|summary)|br|\/a|a href="https?:[^"<>\s|]*")>$/

/** What must not be in a summary, whatever names it is made of. */
function harm(summary: string): string[] {
  const controls = summary.replaceAll('\n', '').match(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202E\uFEFF]/gu) ?? []
  const charts = chartsOf(summary).flatMap(({ strange }) => strange)
  const fences = (summary.match(/^ *(?:`{3,}|~{3,}).*$/gm) ?? []).filter((line, i) => line !== FENCES[i % 4])
  const prose = summary.replaceAll(/^```(?:mermaid|text)\n[\s\S]*?\n```$/gm, '').replaceAll('&#64;<!-- -->', '&#64;')
  const tags = prose.match(/<[^>]*>?/g) ?? []
  // Within a tag nothing is a link of its own, and what can be opened has a line of HTML: only mentions are looked for there.
  const text = prose.replaceAll(/<a href="[^"]*">/g, '')
  const links = text.replaceAll(/^<details><summary>[^<>]*<\/summary>$/gm, '').match(/\]\(|https?:\/\/|www\./gi) ?? []
  const mentions = text.match(/@\w/g) ?? []
  return [
    ...tags.filter((tag) => !TAG.test(tag)),
    ...crossed(tags),
    ...controls,
    ...links,
    ...mentions,
    ...charts,
    ...fences,
  ]
}

/** Each chart has its copy as text. */
const FENCES = ['```mermaid', '```', '```text', '```']

/** Tags that close what is not open, or stay open. */
function crossed(tags: readonly string[]): string[] {
  const open: string[] = []
  const wrong: string[] = []
  for (const tag of tags) {
    const [, end, name = ''] = /^<(\/?)(\w+)/.exec(tag) ?? []
    if (name === 'br') continue
    if (!end) open.push(name)
    else if (open.pop() !== name) wrong.push(tag)
  }
  return [...wrong, ...open]
}

test.each([
  ['<b onclick="x">', '<details open>', '<sub >', '<BR>', '<br/>', '<summary class="x">', '<a href="javascript:x">'],
  ['<script>', '<img src="x">', '</td>', '<!-- -->', '<a href="https://x.example" target="_blank">', '<i>', '<'],
  ['<b>', '</sub>', '<details><summary></details></summary>'],
  ['@octocat', 'https://evil.example', '[x](y)', '\u202E', '```', '~~~', '```mermaid\nx-axis\n```'],
])('what harms is found: %j …', (...harmful) => {
  for (const text of harmful) expect([text, harm(`a ${text}\n${text}\n`).length > 0]).toEqual([text, true])
})

describe('hostile names', () => {
  test.each(HOSTILE)('%j breaks no table and makes no tag, link or line', (text) => {
    const summary = rendered(text)
    const tables = tablesOf(summary)
    // Thresholds, outcomes, groups, worst endpoints and metrics.
    expect(tables).toHaveLength(5)
    expect(tables.map((rows) => new Set(rows).size)).toEqual(tables.map(() => 1))
    expect(harm(summary)).toEqual([])
    expect(summary.match(/^#.*/gm)).toEqual(['## CallMeter: ❌ Call quality is not good enough'])
    expect(chartsOf(summary)).toHaveLength(3)
    expect(harm(renderedTwice(text))).toEqual([])
    expect(renderedTwice(text).match(/^#{1,2} .*/gm)).toEqual(['## CallMeter: ❌ Call quality is not good enough'])
  })

  test('of any kind break nothing', () => {
    const text = fc.oneof(
      fc
        .array(fc.constantFrom(...HOSTILE, '|', '\\', '`', '<', '\n', '&', '@a', '"', "'"), { maxLength: 12 })
        .map((parts) => parts.join('')),
      fc
        .array(fc.integer({ min: 0, max: 0x1_ff_ff }), { maxLength: 40 })
        .map((points) => String.fromCodePoint(...points)),
    )
    fc.assert(
      fc.property(text, (name) => {
        const summary = rendered(name)
        expect(tablesOf(summary).filter((rows) => new Set(rows).size !== 1)).toEqual([])
        expect(harm(summary)).toEqual([])
      }),
      { numRuns: 100 },
    )
  })
})

describe('the summary', () => {
  const subject = subjectOf(
    [
      { group: 'agents', metrics: { mos: { send: 4.4, receive: 3.2 }, jitter_ms: 20 } },
      { group: 'agents', metrics: { mos: { send: 4.4, receive: 3.8 }, jitter_ms: 40 } },
      { group: 'sales', outcome: 'TIMEOUT', sip: 408, phase: 'RINGING' },
      { group: 'sales', outcome: null },
    ],
    { durationSeconds: 90, queueSeconds: 3 },
  )
  const bad = judged(
    'avg(mos) >= 4\nwarn: p95(jitter_ms) < 30ms\nsuccess_rate >= 50%\navg(rtt_ms) < 1s\navg(mos.send) >= avg(mos)',
    subject,
    {
      verdict: 'failed',
      reason: 'Bad.',
      test: { asked: 'load', name: 'Nightly load' },
      runId: 'r-1',
      runUrl: 'https://x.example/r-1?a=1&b=2',
      status: 'COMPLETED',
      notes: ['Watch out.'],
    },
  )
  const good = judged('avg(mos) >= 3\nmax(jitter_ms) < 50ms', subject)

  test('of a run says what broke, then thresholds, outcomes, pictures, groups, the worst endpoints and metrics', () => {
    const summary = renderSummary(stepWith({ verdict: 'failed', runs: [bad] }))
    const parts = [
      '## CallMeter: ❌ Call quality is not good enough\n\nBad.\n',
      '> ⚠️ Watch out.',
      '- ❌ <code>avg\\(mos\\) &gt;= 4</code>: measured <b>3.50</b>, breached by 0.50 (12.5 %). That means: many users are dissatisfied (ITU-T G.107, narrowband).',
      '- ⚠️ <code>warn: p95\\(jitter\\_ms\\) &lt; 30ms</code>: measured <b>39 ms</b>, breached by 9 ms (30 %).',
      '- ❔ <code>avg\\(rtt\\_ms\\) &lt; 1s</code>: the run has no metric rtt\\_ms.',
      '<sub>test Nightly load of pbx · run <a href="https://x.example/r-1?a=1&amp;b=2"><code>r-1</code></a> · <code>COMPLETED</code> · 4 endpoints · ran for 1 min 30 s · queued for 3 s</sub>',
      '| Threshold | Limit | Measured | Result | Endpoints |',
      '| ❌ <code>avg\\(mos\\) &gt;= 4</code> | <code>&gt;=</code> 4 | 3.50 | breached by 0.50 \\(12.5 %\\) | 2 of 4; worse side: receive \\(2 of 2 endpoints\\) |',
      '| ⚠️ <code>warn: p95\\(jitter\\_ms\\) &lt; 30ms</code> |',
      '| ❔ <code>avg\\(rtt\\_ms\\) &lt; 1s</code> |  |  |',
      '| ✅ <code>success\\_rate &gt;= 50%</code> |',
      '| ✅ <code>avg\\(mos.send\\) &gt;= avg\\(mos\\)</code> | <code>&gt;=</code> 3.50 | 4.40 |',
      '| 🟩 <code>SUCCESS</code> | 2 | ██████████ 50 % |',
      '| 🟥 not ended | 1 | █████ 25 % |',
      '| 🟥 <code>TIMEOUT</code> | 1 | █████ 25 % |',
      '**mos**: speech quality',
      '**jitter\\_ms**: how unevenly packets arrive',
      '| Group | Endpoints | Success | <code>avg\\(mos\\) &gt;= 4</code> | <code>p95\\(jitter\\_ms\\) &lt; 30ms</code> | <code>success\\_rate &gt;= 50%</code> | <code>avg\\(mos.send\\) &gt;= avg\\(mos\\)</code> |',
      '| <code>agents</code> | 2 | 100 % | 3.50 ❌ | 39 ms ⚠️ | 100 % | 4.40 |',
      '| <code>sales</code> | 2 | 0 % | – | – | 0 % ❌ | – |',
      '<details><summary>4 endpoints that failed or are outside a breached limit</summary>',
      '| Endpoint | Group | Outcome | SIP status | Phase | <code>mos</code> | <code>jitter\\_ms</code> |',
      '| <code>3</code> | <code>sales</code> | 🟥 <code>TIMEOUT</code> | 408 | <code>RINGING</code> | – | – |',
      '| <code>4</code> | <code>sales</code> | 🟥 not ended |  |  | – | – |',
      '| <code>2</code> | <code>agents</code> | <code>SUCCESS</code> |  |  | <b>3.80</b> | <b>40 ms</b> |',
      '| <code>1</code> | <code>agents</code> | <code>SUCCESS</code> |  |  | <b>3.20</b> | 20 ms |',
      '<details><summary>Metrics of the run</summary>',
      '| <code>mos</code> | 3.50 | p5: 3.23 | 3.20 | 3.80 | speech quality as people rate it, 1 to 5; many users are dissatisfied (ITU-T G.107, narrowband) |',
      '| <code>jitter\\_ms</code> | 30 ms | p95: 39 ms | 20 ms | 40 ms | how unevenly packets arrive |',
    ]
    expect(parts.filter((part) => !summary.includes(part))).toEqual([])
    const places = parts.map((part) => summary.indexOf(part))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(harm(summary)).toEqual([])
  })

  test('of a run whose far end was asked says first what the ends disagree about, and shows both', () => {
    const calls = { received: 3, answered: 1, missed: 1, voicemail: 0, busy: 0, failed: 0, unclassified: { 'a|b': 1 } }
    const run = judged(
      'answer_rate >= 98%\nwarn: received_calls >= 4',
      { ...subject, calls },
      { verdict: 'failed', reason: 'Bad.' },
    )
    const summary = renderSummary(stepWith({ verdict: 'failed', runs: [run] }))
    const parts = [
      '❌ Call quality is not good enough\n\n⚠️ <b>The two ends disagree: CallMeter saw 2 of ',
      '</b>\n\nBad.\n',
      '- ❌ <code>answer\\_rate &gt;= 98%</code>: measured <b>33.3 %</b>',
      '| Calls | Near end: CallMeter | Far end: CallScaler |',
      '| endpoints, received calls | 4 endpoints | 3 calls |',
      '| succeeded, answered | 2 of 4 (50 %) | 1 of 3 (33.3 %) |',
      '| missed |  | 1 of 3 (33.3 %) |',
      '| unclassified: a\\|b |  | 1 of 3 (33.3 %) |',
      '| endpoints that failed | 2 of 4 (50 %) |  |',
      '| Threshold | Measured | Result |',
    ]
    expect(parts.filter((part) => !summary.includes(part))).toEqual([])
    const places = parts.map((part) => summary.indexOf(part))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    // No group, and no endpoint, is behind what the far end says.
    expect(summary).not.toMatch(/affected|moves it most/)
    expect(/\| Group[\s\S]*?\n\n/.exec(summary)?.[0]).not.toMatch(/answer|received/)
    expect(harm(summary)).toEqual([])
  })

  test('of a run whose far end could not be asked shows the near end, and why', () => {
    const calls = { kind: 'missing', reason: 'CallScaler could not be read: <b>no</b> | connection' } as const
    const summary = renderSummary(
      stepWith({ runs: [judged('avg(mos) >= 3\nwarn: answer_rate >= 98%', { ...subject, calls })] }),
    )
    expect(summary).toMatch(/\| endpoints, received calls \| 4 endpoints \| unknown \|/)
    expect(summary).toContain('The far end is unknown: CallScaler could not be read: ')
    expect(summary).not.toContain('disagree')
    expect(harm(summary)).toEqual([])
    expect(renderSummary(stepWith({ runs: [good] }))).not.toMatch(/CallScaler|Far end/)
  })

  test('of a run with a baseline says how everything changed, and since when it is broken', () => {
    const before = subjectOf([{ metrics: { mos: 4.3, jitter_ms: 20 } }])
    const run = judged('avg(mos) >= 4\nmax(jitter_ms) < 50ms\navg(mos) >= baseline - 0.1', subject, {
      verdict: 'failed',
      baseline: { name: 'run 7', subject: before },
    })
    const summary = renderSummary(stepWith({ verdict: 'failed', runs: [run] }))
    for (const part of [
      ' · 4 endpoints · ran for 1 min 30 s · queued for 3 s<br>compared with run 7</sub>',
      'New since the baseline, which measured 4.30. That means: many users are dissatisfied (ITU-T G.107, narrowband).',
      'The baseline measured 4.30. That means: many users are dissatisfied (ITU-T G.107, narrowband).',
      '| Threshold | Limit | Measured | Baseline | Result | Endpoints |',
      '| 3.50 | 4.30, 🔴 −0.80 (−18.6 %) |',
      '🟪 baseline, 1 endpoint',
      '| Metric | Average | Baseline | Change | Worst 5 % | Least | Most | Meaning |',
    ])
      expect(summary).toContain(part)
    // A group is held against the same limit; it does not lack the baseline.
    expect(/\| Group[\s\S]*?\n\n/.exec(summary)?.[0]).not.toContain('💥')
  })

  test('of a run that is good draws only what moved, where it can be opened', () => {
    const summary = renderSummary(stepWith({ runs: [good] }))
    expect(summary).not.toMatch(/^- (?!🟥)/mu)
    expect(chartsOf(summary)).toEqual([])
    // No limit is calculated, so the column for it is left out.
    expect(summary).toContain('| Threshold | Measured | Result | Endpoints |')
    const before = subjectOf([{ metrics: { mos: 3.5, jitter_ms: 20 } }])
    const against = { baseline: { name: 'run 7', subject: before } }
    const moved = renderSummary(stepWith({ runs: [judged('avg(mos) >= 3\nmax(jitter_ms) < 50ms', subject, against)] }))
    expect(moved.indexOf('**jitter\\_ms**')).toBeGreaterThan(
      moved.indexOf('<details><summary>1 chart: jitter_ms</summary>'),
    )
    expect(chartsOf(moved)).toHaveLength(1)
  })

  test('draws a chart of each breach in the open, and names the endpoints without a value once', () => {
    const summary = renderSummary(stepWith({ verdict: 'failed', runs: [bad] }))
    expect(chartsOf(summary).map(({ title }) => title)).toEqual(['mos', 'jitter_ms in ms'])
    expect(summary.match(/without a value: 1 TIMEOUT, 1 not ended/g)).toHaveLength(1)
  })

  test('of a run in which all succeeded says that in a line, and has no table of outcomes', () => {
    const all = renderSummary(stepWith({ runs: [judged('avg(mos) >= 3', subjectOf([{ metrics: { mos: 4 } }]))] }))
    expect(all).toContain('1 endpoint, all succeeded')
    expect(all).not.toContain('| Outcome |')
  })

  test('tells of five broken thresholds, and how many more there are', () => {
    const lines = (n: number): string =>
      Array.from({ length: n }, (_, i) => `min(mos) >= ${(4 + i / 10).toFixed(1)}`).join('\n')
    const told = (n: number): string[] =>
      renderSummary(stepWith({ runs: [judged(lines(n), subject)] })).match(/^- (?!🟥).*/gmu) ?? []
    expect(told(5)).toHaveLength(5)
    expect(told(8)).toHaveLength(6)
    expect(told(8)[5]).toBe('- … and 3 more, in the table')
  })

  test('says why there is no value, once, also where only the limit is missing', () => {
    const missing = judged('avg(mos) >= baseline - 0.1\navg(mso) >= 4', subject, { verdict: 'error' })
    const told = renderSummary(stepWith({ runs: [missing] })).match(/^- (?!🟥).*/gmu) ?? []
    expect(told[0]).toContain('the input \\`baseline\\` is not set')
    expect(told[1]).toContain('the run has no metric mso. Did you mean mos?')
    expect(told.filter((line) => /\.\.|affected/.test(line))).toEqual([])
  })

  test('draws at most eight charts', () => {
    const names = Array.from({ length: 12 }, (_, i) => `m_${String.fromCharCode(97 + i)}`)
    const many = subjectOf([{ metrics: Object.fromEntries(names.map((name) => [name, 1])) }])
    const line = (name: string, i: number): string => `max(${name}) <= ${i === 2 ? 1 : 0}`
    const summary = renderSummary(stepWith({ runs: [judged(names.map(line).join('\n'), many)] }))
    expect(chartsOf(summary).map(({ title }) => title)).toEqual(names.filter((name) => name !== 'm_c').slice(0, 8))
  })

  test('holds groups against five thresholds, the broken ones first, and says how many groups it leaves out', () => {
    const rows: Row[] = Array.from({ length: 32 }, (_, i) => ({ group: `g${i}`, metrics: { mos: 3.5 } }))
    const lines = [
      'rate(mos < 3) <= 5%',
      'min(mos) >= 1',
      'max(mos) <= 5',
      'median(mos) >= 1',
      'avg(mos) >= 4',
      'success_rate >= 1%',
    ]
    const summary = renderSummary(
      stepWith({ runs: [judged(['duration < 60m', ...lines, 'endpoints > 1'].join('\n'), subjectOf(rows))] }),
    )
    const columns = /\| Group \| Endpoints \| Success \| (.*) \|/.exec(summary)?.[1]?.split(' | ')
    expect(columns?.map((column) => column.replaceAll(/<\/?code>|\\/g, ''))).toEqual([
      'avg(mos) &gt;= 4',
      'rate(mos &lt; 3) &lt;= 5%',
      'min(mos) &gt;= 1',
      'max(mos) &lt;= 5',
      'median(mos) &gt;= 1',
    ])
    expect(summary.match(/^\| <code>g\d+<\/code> \| 1 \|/gm)).toHaveLength(30)
    expect(summary).toContain('\n2 more groups left out.\n')
  })

  test('asks no group what a threshold asks of the whole run, or of others', () => {
    const lines = 'duration <= 60m\navg(mos where group = "agents") >= 3\nsuccess_rate(where group = "agents") >= 1%'
    const summary = renderSummary(stepWith({ runs: [judged(lines, subject)] }))
    expect(summary).toContain('| Group | Endpoints | Success |\n')
  })

  test('shows the twenty worst endpoints, and says of how many', () => {
    const rows: Row[] = Array.from({ length: 25 }, () => ({ outcome: 'TIMEOUT' }))
    const summary = renderSummary(stepWith({ runs: [judged('success_rate >= 99%', subjectOf(rows))] }))
    expect(summary).toContain(
      '<summary>The 20 worst of 25 endpoints that failed or are outside a breached limit</summary>',
    )
    expect(summary.match(/^\| <code>\d+<\/code> \| 🟥 <code>TIMEOUT<\/code> \|/gm)).toHaveLength(20)
    const one = renderSummary(stepWith({ runs: [judged('success_rate >= 99%', subjectOf(rows.slice(0, 1)))] }))
    expect(one).toContain('<summary>1 endpoint that failed or is outside a breached limit</summary>')
    const none = renderSummary(stepWith({ runs: [judged('success_rate >= 99%', subjectOf([{}]))] }))
    expect(none).not.toContain('failed')
  })

  test('says where every endpoint is, where there is such a report', () => {
    const footer = '<sub>Every endpoint: <code>out/a\\_b/report.html</code></sub>\n'
    expect(renderSummary(stepWith({ runs: [good] }), 'out/a_b/report.html').endsWith(footer)).toBe(true)
    expect(renderSummary(stepWith({ runs: [good] }))).not.toContain('report.html')
  })

  test('of a run of which little is known says what there is', () => {
    const summary = renderSummary(
      stepWith({ verdict: 'timed-out', runs: [runWith({ verdict: 'timed-out', runId: 'r' })] }),
    )
    expect(summary).toContain('<sub>test load of pbx · run <code>r</code></sub>')
    expect(summary).not.toMatch(/undefined|null|NaN|endpoints?<|ran for|href|details|\|/)
    expect(renderSummary(stepWith({ runs: [runWith()] }))).toContain('<sub>test load of pbx · no run</sub>')
  })

  test('of a run whose thresholds were not judged breaks none of them', () => {
    const run = judged('avg(mos) >= 4\nrate(mos < 3.5) <= 5%', subject, { verdict: 'cancelled' })
    const thresholds = run.thresholds.map(({ threshold, operator }) =>
      resultWith({ threshold, operator, state: 'unjudged' }),
    )
    const summary = renderSummary(stepWith({ verdict: 'cancelled', runs: [{ ...run, thresholds }] }))
    expect(summary).toContain('| – <code>avg\\(mos\\) &gt;= 4</code> |  | not judged |  |')
    expect(summary).not.toMatch(/^- (?!🟥)|breached by|undefined|NaN/mu)
  })

  test('of a run that failed in CallMeter shows thresholds as information, without sentences of their own', () => {
    const run = judged('avg(mos) >= 4', subject, { verdict: 'run-failed', status: 'FAILED' })
    const summary = renderSummary(stepWith({ verdict: 'run-failed', runs: [run] }))
    expect(summary).toContain('For information only, these thresholds')
    expect(summary).not.toMatch(/^- ❌|That means/mu)
    expect(summary).toContain('| ❌ <code>avg')
    expect(renderSummary(stepWith({ verdict: 'run-failed', runs: [{ ...run, thresholds: [] }] }))).not.toContain(
      'For information',
    )
  })

  test('of a run without endpoints says so', () => {
    const empty = subjectOf([])
    const summary = renderSummary(stepWith({ verdict: 'failed', runs: [judged('avg(mos) >= 4', empty)] }))
    expect(summary).toContain('The run has no endpoints.')
    expect(summary).not.toMatch(/NaN|undefined|mermaid|details/)
  })

  test('of several runs has a row for each, then those that are not good, and the good ones to be opened', () => {
    const names = { one: 'passed', two: 'failed', three: 'triggered', four: 'warned' } as const
    const runs = Object.entries(names).map(([name, verdict]) =>
      runWith({ test: { asked: 't', name }, verdict, reason: `Because of ${name}.`, runId: `r-${name}` }),
    )
    const summary = renderSummary(stepWith({ verdict: 'failed', runs }), 'out/report.html')
    expect(tablesOf(summary)).toEqual([[5, 5, 5, 5, 5, 5]])
    for (const {
      verdict,
      reason,
      runId,
      test: { name },
    } of runs)
      expect(summary).toContain(`| ${name} | ${HEADINGS[verdict]} | ${reason} | <code>${runId}</code> |`)
    expect(summary.match(/^(?:###|<details>).*/gm)).toEqual([
      '<details><summary>✅ one</summary>',
      '### two',
      '<details><summary>🚀 three</summary>',
      '### four',
    ])
    const places = runs.map(({ reason }) => summary.lastIndexOf(reason))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    // No run has results, so the page shows no endpoint.
    expect(summary).not.toContain('report.html')
    expect(harm(summary)).toEqual([])
  })

  test('of no run at all has the verdict', () => {
    expect(renderSummary(stepWith({ verdict: 'error' }))).toMatch(/^## CallMeter: 💥/)
  })

  test('of a problem shows it line by line, whatever it holds', () => {
    const summary = renderSummary(
      stepWith({ verdict: 'error', problem: 'Two inputs are wrong:\n- <a>\n``` | b\n  ^^' }),
    )
    expect(summary).toContain('💥')
    expect(summary).toMatch(/^- <a>$/m)
    const fences = summary.match(/^`{3,}$/gm) ?? []
    expect(fences).toEqual(['````', '````'])
  })

  test.each([...VERDICTS, 'triggered'] as const)('of %s ends with where to look on, if it is an error', (verdict) => {
    const link = `What to do: <a href="${TROUBLESHOOTING}">troubleshooting</a>\n`
    for (const step of [
      stepWith({ verdict, runs: [runWith({ verdict })] }),
      stepWith({ verdict, problem: 'It is so.' }),
    ])
      expect(renderSummary(step).endsWith(link)).toBe(verdict === 'error')
  })

  test.each([...VERDICTS, 'triggered'] as const)('has a heading for %s', (verdict) => {
    expect(renderSummary(stepWith({ verdict }))).toMatch(/^## CallMeter: \S+/)
  })
})
