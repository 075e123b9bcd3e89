// Evaluates thresholds against a saved report.json, without a run and without a network.
//   npm run thresholds -- --report report.json 'avg(mos) >= 4.2' 'p95(jitter_ms) < 30ms'
//   npm run thresholds -- --suggest monday.json tuesday.json wednesday.json
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { Failure, explain } from '../src/base/failure.ts'
import { describeLineProblem } from '../src/inputs/thresholds.ts'
import { judgeThresholds } from '../src/stages/judge.ts'
import { HEADINGS, thresholdLine } from '../src/report/phrases.ts'
import { type RecordedRun, readReportFile } from '../src/stages/recorded-runs.ts'
import { counted } from '../src/base/text.ts'
import { evaluate, measuredSides } from '../src/thresholds/evaluate.ts'
import { LEAST_RUNS_FOR_SPREAD } from '../src/thresholds/reference.ts'
import { suggest } from './suggest.ts'
import { parseThresholds } from '../src/thresholds/parse.ts'

const USAGE = `Evaluates thresholds against a saved report.json.

  npm run thresholds -- --report FILE [--baseline FILE …] 'LINE' ['LINE' …]
  npm run thresholds -- --suggest FILE [FILE …]

  --report FILE      the report.json of a step
  --baseline FILE    another one, which \`baseline\` stands for; given several times, their median
  --suggest          limits that all of these runs would have held with room, as lines to paste

A line may hold several thresholds, one under the other. Exits with 1 where the verdict would be worse than warned.
`

function run(): number {
  const { values, positionals } = parseArgs({
    options: {
      report: { type: 'string' },
      baseline: { type: 'string', multiple: true },
      suggest: { type: 'boolean' },
      help: { type: 'boolean' },
    },
    allowPositionals: true,
  })
  if (values.suggest && positionals.length > 0) return suggestFrom(positionals)
  if (values.help || !values.report || positionals.length === 0) {
    process.stdout.write(USAGE)
    return values.help ? 0 : 2
  }
  const { thresholds, problems } = parseThresholds(positionals.join('\n'))
  for (const problem of problems) process.stdout.write(`${describeLineProblem(problem)}\n`)
  if (problems.length > 0) return 2

  const runs = recorded(values.report)
  const baselines = (values.baseline ?? []).map(recorded)
  let worst = 0
  for (const { subject, runId, testId } of runs) {
    process.stdout.write(`Run ${runId ?? 'without id'}\n`)
    if (!subject) {
      process.stdout.write('  has no results.\n')
      worst = 1
      continue
    }
    const before = baselines.flatMap((all) => (all.find((other) => other.testId === testId) ?? all[0])?.subject ?? [])
    const earlier = before.map((one) => ({ values: measuredSides(thresholds, one) }))
    const results = evaluate(thresholds, subject, before.length > 1 ? earlier : before[0])
    for (const result of results) process.stdout.write(`  ${thresholdLine(result)}\n`)
    const { verdict, reason } = judgeThresholds(results, subject.measurements, 'fail')
    process.stdout.write(`  ${HEADINGS[verdict]}. ${reason}\n`)
    if (verdict !== 'passed' && verdict !== 'warned') worst = 1
  }
  return worst
}

/** Writes what the runs of these files would have held. */
function suggestFrom(paths: readonly string[]): number {
  const subjects = paths
    .flatMap(recorded)
    .flatMap(({ subject, status }) => (subject && (status ?? 'COMPLETED') === 'COMPLETED' ? [subject] : []))
  if (subjects.length === 0) {
    process.stdout.write('None of these files has a run that completed.\n')
    return 1
  }
  const { fixed, relative } = suggest(subjects)
  process.stdout.write(
    `# Limits that ${counted(subjects.length, 'run')} would have held with room. Look at each: a limit should be what you need, not what you have.\n${fixed.join('\n')}\n`,
  )
  if (relative.length > 0)
    process.stdout.write(
      `\n# The same beside the runs before, with the input baseline: last 7\n${relative.join('\n')}\n`,
    )
  else
    process.stdout.write(
      `\n# With ${LEAST_RUNS_FOR_SPREAD} runs or more, limits beside earlier runs are suggested, too.\n`,
    )
  return 0
}

/** The runs in a file. Throws a `Failure` that says what to do if it cannot be read. */
function recorded(path: string): RecordedRun[] {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const why = { ENOENT: 'there is no such file', EISDIR: 'it is a folder', EACCES: 'it may not be read' }[code]
    throw new Failure('input', `Could not read ${path}: ${why ?? explain(error)}.`, {
      advice: 'Give the path of the report.json that a step wrote, by default callmeter-report/report.json.',
    })
  }
  return readReportFile(text, path)
}

try {
  process.exitCode = run()
} catch (error) {
  process.stderr.write(
    `${error instanceof Error && !(error instanceof Failure) && 'code' in error ? error.message : explain(error)}\n`,
  )
  process.exitCode = 2
}
