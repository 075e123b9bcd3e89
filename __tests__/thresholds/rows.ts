// Small runs made by hand, for the tests of everything that is held against measurements.
import { readMetric } from '../../src/apis/callmeter/metrics.ts'
import { type Measurements, collectMeasurements } from '../../src/model/measurements.ts'
import type { Run } from '../../src/model/run.ts'
import { type ThresholdResult, evaluate } from '../../src/thresholds/evaluate.ts'
import type { Subject } from '../../src/model/subject.ts'
import { type LineProblem, parseThresholds } from '../../src/thresholds/parse.ts'

/** One endpoint. What is not given it does not have, but it ended in SUCCESS; a metric's value is in any form that the API may use. */
export interface Row {
  group?: string
  phase?: string
  /** null: not ended. */
  outcome?: string | null
  sip?: number
  metrics?: Record<string, unknown>
}

export function measurementsOf(rows: readonly Row[]): Measurements {
  const builder = collectMeasurements()
  for (const { group = null, phase = null, outcome = 'SUCCESS', sip = null, metrics = {} } of rows) {
    const readings = Object.entries(metrics).flatMap(([metric, value]) => readMetric(metric, value))
    builder.add({ group, phase, outcome, sipStatus: sip, readings })
  }
  return builder.build()
}

export function subjectOf(rows: readonly Row[], rest: Partial<Omit<Subject, 'measurements'>> = {}): Subject {
  const run: Run = { status: 'COMPLETED', detail: {} }
  return { run, ...rest, measurements: measurementsOf(rows) }
}

/** One endpoint for each value of one metric. */
export function subjectWith(metric: string, values: readonly unknown[]): Subject {
  return subjectOf(values.map((value) => ({ metrics: { [metric]: value } })))
}

/** The result of one line that must be understood. */
export function resultOf(line: string, subject: Subject, baseline?: Parameters<typeof evaluate>[2]): ThresholdResult {
  const { thresholds, problems } = parseThresholds(line)
  if (problems.length > 0) throw new Error(`${line}: ${problems.map(({ message }) => message).join('; ')}`)
  const [result] = evaluate(thresholds, subject, baseline)
  if (!result) throw new Error(`${line} states no threshold`)
  return result
}

/** What is wrong with one line, which must be the only thing that is. */
export function problemOf(line: string): LineProblem {
  const { thresholds, problems } = parseThresholds(line)
  const [problem] = problems
  if (!problem || problems.length > 1 || thresholds.length > 0) throw new Error(`${line} is not one mistake`)
  return problem
}
