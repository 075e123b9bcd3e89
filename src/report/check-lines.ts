// What a check found, in lines of the log and in words for the summary.
import { counted, plain } from '../base/text.ts'
import type { Answered, Assumption, CheckReport, Finding, FindingState } from '../model/check.ts'
import type { CheckVerdict } from '../model/verdict.ts'

/** The verdict of a check as a heading. */
export const CHECK_HEADINGS: Readonly<Record<CheckVerdict, string>> = {
  checked: '🔍 Checked, with no problem found',
  error: '💥 A run would end in an error',
  cancelled: '🚫 The check was cancelled',
}

/** The state of a finding as a sign. */
export const STATE_MARKS: Readonly<Record<FindingState, string>> = {
  problem: '💥',
  warning: '⚠️',
  unknown: '❔',
  ok: '✅',
  'not set': '–',
}

/** How a part of an API answered, as a sign. */
export const ANSWER_MARKS: Readonly<Record<Answered, string>> = {
  'as assumed': '✅',
  differently: '❗',
  'not available': '❔',
  'not probed': '–',
}

/** What a finding is about: the part, and of several tests which. */
export function findingName({ what, of }: Finding): string {
  return of === undefined ? what : `${what} of ${plain(of, 80)}`
}

/** A finding in one line of the log: `✅ ok: project: Project Production PBX is listed.` */
export function findingLine(finding: Finding): string {
  return `${STATE_MARKS[finding.state]} ${finding.state}: ${findingName(finding)}: ${plain(finding.reason, 800)}`
}

/** A part of an API in one line of the log. */
export function assumptionLine({ api, what, answered, reason }: Assumption): string {
  return `${ANSWER_MARKS[answered]} ${answered}: ${api}, ${what}: ${reason}`
}

/** The verdict on everything, with how many findings are in which state, in a line. */
export function verdictLine({ verdict, findings, problem }: CheckReport): string {
  if (problem !== undefined) return `${CHECK_HEADINGS[verdict]}. ${problem}`
  const count = (state: FindingState): number => findings.filter((finding) => finding.state === state).length
  const [problems, warnings, unknown] = [count('problem'), count('warning'), count('unknown')]
  const parts = [
    problems > 0 ? counted(problems, 'problem') : 'Nothing was started',
    warnings > 0 ? counted(warnings, 'warning') : '',
    unknown > 0 ? `${unknown} unknown` : '',
  ]
  return `${CHECK_HEADINGS[verdict]}. ${parts.filter(Boolean).join(', ')}.`
}
