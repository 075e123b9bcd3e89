/** Every way a step can end, worst first. With several runs the worst counts. */
export const VERDICTS = ['error', 'cancelled', 'timed-out', 'failed', 'not-run', 'warned', 'passed'] as const

/** How a run, or the step, ended. `triggered` stands for a run that was started and left alone (`wait: false`). */
export type Verdict = (typeof VERDICTS)[number] | 'triggered'

/** The worst of several verdicts. None at all is an `error`: a step that judged nothing must not pass. */
export function worst(verdicts: readonly Verdict[]): Verdict {
  for (const verdict of VERDICTS.filter((v) => v !== 'passed')) if (verdicts.includes(verdict)) return verdict
  if (verdicts.includes('triggered')) return 'triggered'
  return verdicts.length > 0 ? 'passed' : 'error'
}
