// The outputs of a check. Every one is set, so that a workflow never reads an older step's; those of runs and of reports are empty.
import { plain } from '../base/text.ts'
import type { Assumption, CheckReport, Finding } from '../model/check.ts'
import { MAX_RESULTS_BYTES, reportOutputs, runOutputs } from './outputs.ts'

/** All outputs of the step. */
export function checkOutputs(report: CheckReport): Record<string, string> {
  return {
    verdict: report.verdict,
    ...runOutputs([]),
    status: '',
    'success-rate': '',
    'failed-thresholds': '',
    ...reportOutputs({}),
    results: resultsJson(report),
  }
}

/** Everything that was found as JSON; without the fields of the API's parts, and then without the last findings, where that is too much. */
function resultsJson({ verdict, findings, assumptions, problem, code }: CheckReport): string {
  const head = { verdict, code, problem: problem === undefined ? undefined : plain(problem, 2_000), runs: [] }
  const found = findings.map(findingJson)
  const whole = JSON.stringify({ ...head, findings: found, assumptions })
  if (Buffer.byteLength(whole) <= MAX_RESULTS_BYTES) return whole
  const bare = assumptions.map(({ fields: _fields, ...assumption }: Assumption) => assumption)
  for (let count = found.length; ; count = Math.floor(count / 2)) {
    const short = { ...head, truncated: true, findings: found.slice(0, count), assumptions: bare }
    const text = JSON.stringify(short)
    if (Buffer.byteLength(text) <= MAX_RESULTS_BYTES || count === 0) return text
  }
}

function findingJson({ what, of, state, reason, code }: Finding): object {
  return { what, of: of === undefined ? undefined : plain(of, 200), state, reason: plain(reason, 800), code }
}
