import type { FailureCode } from '../base/failure.ts'

/** Every way a step can end, worst first. With several runs the worst counts. */
export const VERDICTS = [
  'error',
  'cancelled',
  'timed-out',
  'failed',
  'run-failed',
  'not-run',
  'warned',
  'passed',
] as const

/** How a run, or the step, ended. `triggered` stands for a run that was started and left alone (`wait: false`). */
export type Verdict = (typeof VERDICTS)[number] | 'triggered'

/** How a step ended that looked at what a run needs, and started none (`check-only: true`). */
export type CheckVerdict = 'checked' | 'error' | 'cancelled'

/** The worst of several verdicts. None at all is an `error`: a step that judged nothing must not pass. */
export function worst(verdicts: readonly Verdict[]): Verdict {
  for (const verdict of VERDICTS.filter((v) => v !== 'passed')) if (verdicts.includes(verdict)) return verdict
  if (verdicts.includes('triggered')) return 'triggered'
  return verdicts.length > 0 ? 'passed' : 'error'
}

/** A verdict, and why. */
export interface Judgement {
  verdict: Verdict
  /** Why, in one sentence. */
  reason: string
  /** What went wrong, where something failed. */
  code?: FailureCode
}

/** The worse of two judgements, with both reasons where they differ. */
export function worseOf(a: Judgement, b: Judgement): Judgement {
  const verdict = worst([a.verdict, b.verdict])
  const [first, second] = a.verdict === verdict ? [a, b] : [b, a]
  return { ...first, reason: second.verdict === 'passed' ? first.reason : `${first.reason} ${second.reason}` }
}
