// Evaluates thresholds against a saved report.json, without a run and without a network.
//   npm run thresholds -- --report report.json 'avg(mos) >= 4.2' 'p95(jitter_ms) < 30ms'
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { explain } from '../src/base/failure.ts'
import { describeLineProblem } from '../src/inputs/thresholds.ts'
import { judgeThresholds } from '../src/stages/judge.ts'
import { HEADINGS, thresholdLine } from '../src/report/phrases.ts'
import { type RecordedRun, readReportFile } from '../src/stages/recorded-runs.ts'
import { evaluate } from '../src/thresholds/evaluate.ts'
import { parseThresholds } from '../src/thresholds/parse.ts'

const USAGE = `Evaluates thresholds against a saved report.json.

  npm run thresholds -- --report FILE [--baseline FILE] 'LINE' ['LINE' …]

  --report FILE      the report.json of a step
  --baseline FILE    another one, which \`baseline\` stands for

A line may hold several thresholds, one under the other. Exits with 1 where the verdict would be worse than warned.
`

function run(): number {
  const { values, positionals } = parseArgs({
    options: { report: { type: 'string' }, baseline: { type: 'string' }, help: { type: 'boolean' } },
    allowPositionals: true,
  })
  if (values.help || !values.report || positionals.length === 0) {
    process.stdout.write(USAGE)
    return values.help ? 0 : 2
  }
  const { thresholds, problems } = parseThresholds(positionals.join('\n'))
  for (const problem of problems) process.stdout.write(`${describeLineProblem(problem)}\n`)
  if (problems.length > 0) return 2

  const runs = recorded(values.report)
  const baselines = values.baseline === undefined ? [] : recorded(values.baseline)
  let worst = 0
  for (const { subject, runId, testId } of runs) {
    process.stdout.write(`Run ${runId ?? 'without id'}\n`)
    if (!subject) {
      process.stdout.write('  has no results.\n')
      worst = 1
      continue
    }
    const baseline = (baselines.find((other) => other.testId === testId) ?? baselines[0])?.subject
    const results = evaluate(thresholds, subject, baseline)
    for (const result of results) process.stdout.write(`  ${thresholdLine(result)}\n`)
    const { verdict, reason } = judgeThresholds(results, subject.measurements, 'fail')
    process.stdout.write(`  ${HEADINGS[verdict]}. ${reason}\n`)
    if (verdict !== 'passed' && verdict !== 'warned') worst = 1
  }
  return worst
}

function recorded(path: string): RecordedRun[] {
  return readReportFile(readFileSync(path, 'utf8'), path)
}

try {
  process.exitCode = run()
} catch (error) {
  process.stderr.write(`${error instanceof Error && 'code' in error ? error.message : explain(error)}\n`)
  process.exitCode = 2
}
