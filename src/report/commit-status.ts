// A step as a commit status: one word for GitHub, and one line for people.
import { plain } from '../base/text.ts'
import type { ThresholdResult } from '../thresholds/evaluate.ts'
import { withoutSeverity } from '../thresholds/syntax.ts'
import type { Verdict } from '../model/verdict.ts'
import { isBroken, measuredAndLimit } from './phrases.ts'
import type { KnownRun } from './known.ts'
import type { StepReport } from './report.ts'

/** Longest description that GitHub takes, in characters. */
const MAX_DESCRIPTION = 140

/** The state for a verdict. A run that was left to itself stays pending, until another step follows it. */
export const STATES: Readonly<Record<Verdict, 'pending' | 'success' | 'failure' | 'error'>> = {
  passed: 'success',
  warned: 'success',
  failed: 'failure',
  'run-failed': 'error',
  'not-run': 'error',
  'timed-out': 'error',
  cancelled: 'error',
  error: 'error',
  triggered: 'pending',
}

const WORDS: Readonly<Record<Verdict, string>> = {
  passed: 'Passed',
  warned: 'Passed with warnings',
  failed: 'Failed',
  'run-failed': 'The run failed in CallMeter',
  'not-run': 'Not run',
  'timed-out': 'Timed out',
  cancelled: 'Cancelled',
  error: 'Could not be judged',
  triggered: 'Started, not waited for',
}

/** The description while runs are going. */
export function describeStarted(runs: readonly KnownRun[]): string {
  return withRun('Running', runs)
}

/** The description of a step that is over. */
export function describeVerdict({ verdict, runs, problem }: StepReport): string {
  const [only] = runs
  if (runs.length > 1) {
    const good = runs.filter((run) => run.verdict === verdict).length
    return cut(`${WORDS[verdict]}: ${good} of ${runs.length} tests`)
  }
  const broken = only && brokenFor(verdict, only.thresholds)
  const why = broken ? `${withoutSeverity(broken.threshold)} ${measuredWords(broken)}` : (problem ?? only?.reason ?? '')
  return withRun(`${WORDS[verdict]}: ${why.replaceAll('\n', ' ')}`, runs)
}

/** The broken threshold that tells most of a verdict that thresholds decided: one of those that fail the step, and a breach before a missing value. */
function brokenFor(verdict: Verdict, results: readonly ThresholdResult[]): ThresholdResult | undefined {
  if (verdict !== 'failed' && verdict !== 'warned') return undefined
  const broken = results.filter(
    (result) => isBroken(result) && (verdict === 'warned' || result.threshold.severity === 'fail'),
  )
  return broken.find(({ state }) => state === 'breached') ?? broken[0]
}

function measuredWords(result: ThresholdResult): string {
  const { measured } = measuredAndLimit(result)
  return measured ? `measured ${measured}` : 'found no value'
}

/** The text with the run's id behind it, which is never cut. */
function withRun(text: string, runs: readonly KnownRun[]): string {
  const [only] = runs
  const id = runs.length === 1 && only?.runId ? ` · run ${cut(only.runId, 60)}` : ''
  return `${cut(text, MAX_DESCRIPTION - id.length).replace(/[.:]+$/, '')}${id}`
}

/** GitHub refuses characters of four bytes here, emoji for one. */
function cut(text: string, most = MAX_DESCRIPTION): string {
  return plain(text.replaceAll(/[\u{10000}-\u{10FFFF}]/gu, ' '), most)
}
