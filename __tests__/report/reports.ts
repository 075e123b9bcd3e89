// Reports made by hand, for the tests of what is made from them.
import type { RunReport, StepReport } from '../../src/report/report.ts'
import type { Threshold } from '../../src/thresholds/syntax.ts'
import type { ThresholdResult } from '../../src/thresholds/evaluate.ts'

/** A threshold of which only the text matters. */
export function thresholdWith(text: string, severity: Threshold['severity'] = 'fail'): Threshold {
  const at = { start: 0, end: 1 }
  return {
    severity,
    left: { kind: 'fact', name: 'endpoints', ...at },
    operator: '>=',
    right: { kind: 'number', value: 1, unit: '', ...at },
    text,
    line: 1,
  }
}

export function resultWith(rest: Partial<ThresholdResult> = {}): ThresholdResult {
  return { threshold: thresholdWith('endpoints >= 1'), state: 'held', operator: '>=', unit: '', ...rest }
}

export function runWith(rest: Partial<RunReport> = {}): RunReport {
  return {
    verdict: 'passed',
    reason: 'All 2 thresholds held over 4 endpoints.',
    project: { asked: 'pbx' },
    test: { asked: 'load' },
    statuses: [],
    thresholds: [],
    notes: [],
    ...rest,
  }
}

export function stepWith(rest: Partial<StepReport> = {}): StepReport {
  return { verdict: 'passed', runs: [], startedAt: 0, endedAt: 60_000, ...rest }
}
