// What of a check can be attached to a public issue: states, codes, names of fields and types. No sentence of a finding, since those name projects, tests and runs.
import type { CheckReport } from '../src/model/check.ts'

/** The form of the file. */
const VERSION = 1

/** The text of the file. `action` is the version of this action. */
export function publicCheck({ verdict, findings, assumptions }: CheckReport, action: string): string {
  const file = {
    version: VERSION,
    action,
    verdict,
    findings: findings.map(({ what, state, code }) => ({ what, state, code })),
    assumptions,
  }
  return `${JSON.stringify(file, null, 2)}\n`
}
