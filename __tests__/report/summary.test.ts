import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { renderSummary } from '../../src/report/summary.ts'
import { evaluate } from '../../src/thresholds/evaluate.ts'
import { parseThresholds } from '../../src/thresholds/parse.ts'
import { VERDICTS } from '../../src/verdict.ts'
import { subjectOf } from '../thresholds/rows.ts'
import { resultWith, runWith, stepWith, thresholdWith } from './reports.ts'

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

const rendered = (text: string): string => {
  const subject = subjectOf(
    [
      { group: text, outcome: text || null, metrics: { mos: { send: 4, receive: 3 }, jitter_ms: 30, [`x${text}`]: 1 } },
      { outcome: 'TIMEOUT', metrics: { rtt_ms: 80 } },
    ],
    { durationSeconds: 90, queueSeconds: 3, run: { status: text, detail: {} } },
  )
  const { thresholds } = parseThresholds('avg(mos) >= 4\navg(mso) > 1\nwarn: count(group = "nobody") == 0')
  return renderSummary(
    stepWith({
      verdict: 'failed',
      runs: [
        runWith({
          verdict: 'failed',
          reason: text,
          project: { asked: text, name: text },
          test: { asked: text },
          runId: text,
          runUrl: `https://x.example/${text}`,
          status: text,
          subject,
          thresholds: [
            ...evaluate(thresholds, subject),
            resultWith({ state: 'missing', threshold: thresholdWith(text), reason: text }),
            resultWith({ measured: 3, limit: 4, decidedBy: text, coverage: { used: 1, of: 2 } }),
          ],
          notes: [text, text],
        }),
      ],
    }),
  )
}

/** What must not be in a summary, whatever names it is made of. */
function harm(summary: string): string[] {
  const tags = (summary.match(/<[^>]*>?/g) ?? []).filter(
    (tag) => !/^<(\/?code|\/a|a href="https?:[^"<>\s|]*")>$/.test(tag),
  )
  const controls = summary.replaceAll('\n', '').match(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202E\uFEFF]/gu) ?? []
  // Within a tag nothing is a link of its own.
  const links = summary.replaceAll(/<a href="[^"]*">/g, '').match(/\]\(|https?:\/\/|@\w|www\./gi) ?? []
  return [...tags, ...controls, ...links]
}

describe('hostile names', () => {
  test.each(HOSTILE)('%j breaks no table and makes no tag, link or line', (text) => {
    const summary = rendered(text)
    const tables = tablesOf(summary)
    expect(tables.length).toBeGreaterThanOrEqual(4)
    expect(tables.map((rows) => new Set(rows).size)).toEqual(tables.map(() => 1))
    expect(harm(summary)).toEqual([])
    expect(summary.match(/^#.*/gm)).toEqual(['## CallMeter: ❌ Call quality is not good enough'])
  })

  test('of any kind break nothing', () => {
    const text = fc.oneof(
      fc
        .array(fc.constantFrom(...HOSTILE, '|', '\\', '`', '<', '\n', '&', '@a', '"', "'"), { maxLength: 12 })
        .map((parts) => parts.join('')),
      fc.string({ unit: 'binary', maxLength: 40 }),
    )
    fc.assert(
      fc.property(text, (name) => {
        const summary = rendered(name)
        expect(tablesOf(summary).filter((rows) => new Set(rows).size !== 1)).toEqual([])
        expect(harm(summary)).toEqual([])
      }),
      { numRuns: 200 },
    )
  })
})

describe('the summary', () => {
  test('of a run shows thresholds, outcomes, metrics and facts', () => {
    const subject = subjectOf(
      [
        { metrics: { mos: { send: 4.4, receive: 3.2 }, jitter_ms: 20 } },
        { metrics: { mos: { send: 4.4, receive: 3.8 }, jitter_ms: 40 } },
        { outcome: 'TIMEOUT' },
        { outcome: null },
      ],
      { durationSeconds: 90, queueSeconds: 3 },
    )
    const { thresholds } = parseThresholds(
      'avg(mos) >= 4\nwarn: p95(jitter_ms) < 30ms\nsuccess_rate >= 50%\navg(rtt_ms) < 1s',
    )
    const summary = renderSummary(
      stepWith({
        verdict: 'failed',
        runs: [
          runWith({
            verdict: 'failed',
            reason: 'Bad.',
            test: { asked: 'load', name: 'Nightly load' },
            runId: 'r-1',
            runUrl: 'https://x.example/r-1?a=1&b=2',
            status: 'COMPLETED',
            subject,
            thresholds: evaluate(thresholds, subject),
            notes: ['Watch out.'],
          }),
        ],
      }),
    )
    for (const part of [
      '## CallMeter: ❌ Call quality is not good enough',
      '> ⚠️ Watch out.',
      '| ❌ | <code>avg\\(mos\\) &gt;= 4</code> | <code>&gt;=</code> 4 | 3.50 |',
      'breached by 0.50 \\(12.5 %\\)',
      '2 of 4 endpoints; worse side: receive \\(2 of 2 endpoints\\)',
      '| ⚠️ | <code>warn: p95\\(jitter\\_ms\\) &lt; 30ms</code>',
      '| ✅ | <code>success\\_rate &gt;= 50%</code>',
      '| ❔ | <code>avg\\(rtt\\_ms\\) &lt; 1s</code> |  |  |',
      '| <code>SUCCESS</code> | 2 | 50 % |',
      '| <code>TIMEOUT</code> | 1 | 25 % |',
      '| not ended | 1 | 25 % |',
      '| <code>mos</code> | 3.50 |',
      '| <code>jitter\\_ms</code> | 30 ms |',
      '| Test | Nightly load |',
      '| Run | <a href="https://x.example/r-1?a=1&amp;b=2"><code>r-1</code></a> |',
      '| Endpoints | 4 endpoints |',
      '| Ran for | 1 min 30 s |',
      '| Waited for | 3 s |',
    ]) {
      expect(summary).toContain(part)
    }
    // What ended well stands first, what did not end last of its number.
    expect(summary.indexOf('<code>SUCCESS</code>')).toBeLessThan(summary.indexOf('<code>TIMEOUT</code>'))
  })

  test('of a run of which little is known says what there is', () => {
    const summary = renderSummary(
      stepWith({ verdict: 'timed-out', runs: [runWith({ verdict: 'timed-out', runId: 'r' })] }),
    )
    expect(summary).toContain('| Run | <code>r</code> |')
    expect(summary).not.toMatch(/undefined|null|NaN|Endpoints|Ran for|href/)
  })

  test('of a run without endpoints says so', () => {
    const summary = renderSummary(stepWith({ verdict: 'failed', runs: [runWith({ subject: subjectOf([]) })] }))
    expect(summary).toContain('The run has no endpoints.')
    expect(summary).not.toMatch(/NaN|undefined/)
  })

  test('of several runs has a section for each', () => {
    const runs = ['one', 'two', 'three'].map((name) =>
      runWith({ test: { asked: name }, reason: `Because of ${name}.` }),
    )
    const summary = renderSummary(stepWith({ verdict: 'warned', runs }))
    expect(runs.map(({ reason }) => summary.indexOf(reason))).toEqual(
      runs.map(({ reason }) => summary.indexOf(reason)).toSorted((a, b) => a - b),
    )
    // One for all of them, then one each.
    expect(tablesOf(summary)).toHaveLength(4)
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

  test.each([...VERDICTS, 'triggered'] as const)('has a heading for %s', (verdict) => {
    expect(renderSummary(stepWith({ verdict }))).toMatch(/^## CallMeter: \S+/)
  })
})
