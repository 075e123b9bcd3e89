// What the summary and the report files cost, beside writing the run's numbers as JSON and nothing else.
import { readFileSync } from 'node:fs'
import { pageData } from '../src/report/page/data.ts'
import { renderPage } from '../src/report/page/page.ts'
import { writeReportFile } from '../src/report/report-json.ts'
import type { StepReport } from '../src/report/report.ts'
import { renderSummary } from '../src/report/summary/summary.ts'
import { evaluate } from '../src/thresholds/evaluate.ts'
import { parseThresholds } from '../src/thresholds/parse.ts'
import { markdownTable } from './table.ts'
import { METRICS, fastest, lines, subjectOf } from './thresholds.ts'

const ENDPOINTS = 10_000

/** The table, for 10,000 endpoints with 60 metrics and 50 thresholds. */
export function benchReports(): string {
  const report = reportOn(ENDPOINTS)
  const { measurements } = report.runs[0]?.subject ?? {}
  const columns = [...(measurements?.metrics.values() ?? [])].flat().map(({ values }) => [...values])
  const template = readFileSync(new URL('../dist/report.html', import.meta.url), 'utf8')
  const data = pageData(report)
  const floor = fastest(() => JSON.stringify({ ...measurements, metrics: columns }).length)
  const work: [string, () => string][] = [
    ['report.json', () => writeReportFile(report)],
    ['report.html: what it shows', () => JSON.stringify(pageData(report))],
    ['report.html: the page itself', () => renderPage(data, template)],
    ['the summary', () => renderSummary(report)],
  ]
  const rows = work.map(([name, make]) => {
    const ms = fastest(() => make().length)
    return [name, (make().length / 1e6).toFixed(2), ms.toFixed(0), (ms / floor).toFixed(1)]
  })
  const head = ['what', 'million characters', 'ms', 'ratio']
  return `${ENDPOINTS.toLocaleString('en')} endpoints with ${METRICS} metrics; the ratio is to \`JSON.stringify\` of their numbers, ${floor.toFixed(0)} ms.\n\n${markdownTable(head, rows)}`
}

function reportOn(size: number): StepReport {
  const subject = subjectOf(size)
  const thresholds = evaluate(parseThresholds(lines()).thresholds, subject)
  return {
    verdict: 'passed',
    startedAt: 0,
    endedAt: 600_000,
    runs: [
      {
        verdict: 'passed',
        reason: 'All thresholds hold.',
        project: { asked: 'p' },
        test: { asked: 't' },
        runId: 'r',
        status: 'COMPLETED',
        statuses: [],
        subject,
        thresholds,
        notes: [],
      },
    ],
  }
}
