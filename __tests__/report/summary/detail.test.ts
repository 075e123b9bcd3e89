import { describe, expect, test } from '@jest/globals'
import { HEADINGS } from '../../../src/report/phrases.ts'
import type { RunReport, StepReport } from '../../../src/report/report.ts'
import { MAX_SUMMARY_BYTES, renderSummary } from '../../../src/report/summary/summary.ts'
import { evaluate } from '../../../src/thresholds/evaluate.ts'
import type { Subject } from '../../../src/model/subject.ts'
import { parseThresholds } from '../../../src/thresholds/parse.ts'
import { VERDICTS } from '../../../src/model/verdict.ts'
import { type Row, subjectOf } from '../../thresholds/rows.ts'
import { chartsOf } from '../charts.ts'
import { runWith, stepWith } from '../reports.ts'

/** Above this, GitHub drops a summary whole. */
const GITHUB = 1_048_576

const metrics = ['one', 'two', 'three', 'four', 'five'].map((name) => `metric_${name}`)
/** Fifty thresholds over five metrics, of which about half are broken. */
const FIFTY = [
  'max(M) <= 80',
  'min(M) >= 0',
  'rate(M > 80) <= 5%',
  'warn: max(M) < 90',
  ...[1, 2, 3].flatMap((n) => [`max(M) <= ${n}00`, `min(M) >= ${n}`]),
]
  .flatMap((line) => metrics.map((name) => line.replace('M', name)))
  .join('\n')

function judged(lines: string, subject: Subject, rest: Partial<RunReport> = {}): RunReport {
  const thresholds = evaluate(parseThresholds(lines).thresholds, subject, rest.baseline?.subject)
  return runWith({ verdict: 'failed', subject, thresholds, ...rest })
}

/** Endpoints in groups, every tenth of which failed, with a value from 0 to 100 of each metric. */
function fleet(size: number, groups: number, named: (i: number) => string): Row[] {
  return Array.from({ length: size }, (_, i) => ({
    group: named(i % groups),
    outcome: i % 10 === 0 ? 'TIMEOUT' : 'SUCCESS',
    sip: 200,
    phase: named(i),
    metrics: Object.fromEntries(metrics.map((name, m) => [name, (i * (m + 7)) % 101])),
  }))
}

const leftOut = (summary: string): string =>
  /^Left out, because GitHub shows at most 1 MiB: (.*)\.$/m.exec(summary)?.[1] ?? ''

/** What there is in a summary, by the words that stand for it where it is left out. */
function contents(summary: string): Record<string, boolean> {
  return {
    charts: chartsOf(summary).length > 0,
    'charts of what moved': summary.includes('more chart'),
    text: summary.includes('Show as text'),
    groups: summary.includes('| Group | Endpoints |'),
    'worst endpoints': summary.includes('that failed or'),
    metrics: summary.includes('Metrics of the run'),
    'thresholds that passed': summary.includes('| ✅ <code>'),
    everything: summary.includes('| ❌ <code>'),
  }
}

test('10,000 endpoints and 50 thresholds are told of in full', () => {
  const subject = subjectOf(fleet(10_000, 40, (i) => `a group of endpoints with an ordinary name, number ${i}`))
  const summary = renderSummary(stepWith({ verdict: 'failed', runs: [judged(FIFTY, subject)] }))
  expect(Buffer.byteLength(summary)).toBeLessThan(GITHUB / 10)
  expect(leftOut(summary)).toBe('')
})

describe('50 runs with 50 thresholds each and names as long as they can be', () => {
  // Each of these takes the most room that a character can take.
  const long = '@'.repeat(400)
  const rows = fleet(4, 3, (i) => `${i}${long}`).map((row) => ({ ...row, metrics: { ...row.metrics, mos: 4 } }))
  const one = judged(FIFTY, subjectOf(rows), {
    test: { asked: long },
    project: { asked: long },
    reason: long.repeat(3),
    runId: long,
    runUrl: `https://x.example/${'|'.repeat(300)}`,
    status: long,
    notes: [long, long],
  })
  const report: StepReport = stepWith({ verdict: 'failed', runs: Array.from({ length: 50 }, () => one) })

  test('stay below what GitHub shows, and say what is left out', () => {
    const summary = renderSummary(report)
    expect(MAX_SUMMARY_BYTES).toBeLessThan(GITHUB)
    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(MAX_SUMMARY_BYTES)
    expect(leftOut(summary)).not.toBe('')
    expect(summary).toContain(HEADINGS.failed)
    expect(summary.match(/^\| (?:&#64;|…)/gm)?.length).toBe(50)
  })
})

describe('a summary that is too large', () => {
  const rows = fleet(6, 3, (i) => `group ${i}`).map((row) => ({ ...row, metrics: { ...row.metrics, mos: 4 } }))
  const runs = ['failed', 'passed'].map((verdict) =>
    judged('min(mos) >= 3\nmax(metric_one) <= 20\nmin(metric_two) >= -9', subjectOf(rows), {
      verdict: verdict as 'failed' | 'passed',
      baseline: { name: 'run 7', subject: subjectOf([{ metrics: { metric_two: 500 } }]) },
    }),
  )
  const report = stepWith({ verdict: 'failed', runs })
  /** From everything to next to nothing, each a byte too large for the one after it. */
  const steps: string[] = []
  for (let max = Number.POSITIVE_INFINITY; steps.length < 20; max = Buffer.byteLength(steps.at(-1) ?? '') - 1) {
    const step = renderSummary(report, '', max)
    if (step === steps.at(-1)) break
    steps.push(step)
  }

  test('becomes smaller step by step', () => {
    const sizes = steps.map((step) => Buffer.byteLength(step))
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
    expect(steps.length).toBe(7)
    expect(steps.every((step) => step.startsWith(`## CallMeter: ${HEADINGS.failed}\n`))).toBe(true)
  })

  test('leaves out what is needed least first, and never has again what it left out', () => {
    const all = steps.map(contents)
    const names = Object.keys(all[0] ?? {})
    expect(all[0]).toEqual(Object.fromEntries(names.map((name) => [name, true])))
    const gone = names.map((name) => all.findIndex((step) => !step[name]))
    expect(Object.fromEntries(names.map((name, i) => [name, gone[i]]))).toEqual({
      'charts of what moved': 1,
      text: 1,
      charts: 2,
      groups: 3,
      'worst endpoints': 3,
      metrics: 3,
      'thresholds that passed': 4,
      everything: 5,
    })
    for (const [i, name] of names.entries()) expect(all.slice(gone[i]).filter((step) => step[name])).toEqual([])
    // The table of all runs, with the reason of each, outlives everything else.
    expect(steps.map((step) => step.includes('| load | ❌'))).toEqual([true, true, true, true, true, true, false])
  })

  test('says at each step all that it left out', () => {
    expect(leftOut(steps[0] ?? '')).toBe('')
    for (const step of steps.slice(1, -1)) {
      const there = contents(step)
      const said = leftOut(step)
      const unsaid = Object.keys(there).filter((name) => !there[name] && !said.includes(name))
      // Where there are no pictures, there are none as text either; where there is nothing, it need not be listed.
      const implied = there.everything
        ? ['charts of what moved', ...(there.charts ? [] : ['text'])]
        : Object.keys(there)
      expect([said, unsaid.filter((name) => !implied.includes(name))]).toEqual([said, []])
      expect(said).not.toBe('')
    }
  })

  test('is never larger than asked for', () => {
    const full = Buffer.byteLength(steps[0] ?? '')
    for (let max = 200; max < full; max *= 2)
      expect(Buffer.byteLength(renderSummary(report, 'callmeter-report/report.html', max))).toBeLessThanOrEqual(max)
  })

  test.each([...VERDICTS, 'triggered'] as const)('has the verdict %s however little room there is', (verdict) => {
    const plain = stepWith({ verdict, runs: [runWith(), runWith()] })
    for (const max of [0, 1, 100])
      expect(renderSummary(plain, 'callmeter-report/report.html', max)).toContain(HEADINGS[verdict])
    const problem = renderSummary(stepWith({ verdict, problem: 'No.\n'.repeat(500) }), '', 300)
    expect(problem).toContain(HEADINGS[verdict])
    expect(Buffer.byteLength(problem)).toBeLessThanOrEqual(300)
  })
})
