// Thresholds as the workflow states them: in the input, or in a file of the workspace.
import type { Files } from '../base/files.ts'
import { plain } from '../base/text.ts'
import { type LineProblem, parseThresholds, swallowedThreshold } from '../thresholds/parse.ts'
import type { Threshold } from '../thresholds/syntax.ts'
import type { NoteProblem } from './reader.ts'

/** What is judged where the workflow states no threshold. */
export const DEFAULT_THRESHOLDS = 'failed_endpoints == 0'

/** Largest file of thresholds that is read, in bytes. */
const MAX_THRESHOLDS_BYTES = 1024 * 1024

/** The thresholds of a text, one a line. */
export function readThresholds(text: string, problem: NoteProblem): readonly Threshold[] {
  const { thresholds, problems } = parseThresholds(text)
  for (const found of problems) problem(describeLineProblem(found))
  const swallowed = swallowedThreshold(text)
  if (swallowed !== undefined)
    problem(
      `has \`${plain(swallowed, 80)}\` in a comment: folded YAML (\`>\`) joins all lines to one, and # makes a comment of the rest. Write \`|\`.`,
    )
  else if (text.trim() && thresholds.length + problems.length === 0)
    problem('contains only comments. Leave it out for the default, failed_endpoints == 0.')
  return thresholds
}

/** The thresholds of a file; each wrong line has its place there. */
export function readThresholdsFile(
  path: string,
  problem: NoteProblem,
  files: Pick<Files, 'read'>,
): readonly Threshold[] {
  if (!path) return []
  const file = plain(path, 200)
  let text: string | undefined
  try {
    text = files.read(path, MAX_THRESHOLDS_BYTES)
  } catch (error) {
    problem(`is "${file}", which cannot be read: ${plain(String(error))}`)
    return []
  }
  if (text === undefined) {
    problem(`is "${file}", and there is no such file in the workspace. Is there a checkout step before this one?`)
    return []
  }
  const { thresholds, problems } = parseThresholds(text)
  for (const found of problems)
    problem(`"${file}", ${describeLineProblem(found)}`, { file: path, line: found.line, column: found.start + 1 })
  if (thresholds.length + problems.length === 0) problem(`is "${file}", which contains no thresholds.`)
  return thresholds.map((threshold) => ({ ...threshold, file: path }))
}

/** What is judged: the thresholds that are stated, else the default one, whose line is 0, since the workflow did not write it. */
export function orDefault(stated: readonly Threshold[]): readonly Threshold[] {
  return stated.length > 0
    ? stated
    : parseThresholds(DEFAULT_THRESHOLDS).thresholds.map((threshold) => ({ ...threshold, line: 0 }))
}

/** Most of a line that is shown around a mistake. */
const SHOWN_LINE = 100

/** A mistake in a threshold with its place marked: line and column, the line itself, a caret below it. */
export function describeLineProblem({ line, start, end, message, text }: LineProblem): string {
  const from = Math.max(0, Math.min(start - SHOWN_LINE / 2, text.length - SHOWN_LINE))
  const shown = text.slice(from, from + SHOWN_LINE).replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ')
  const caret = ' '.repeat(start - from) + '^'.repeat(Math.max(1, Math.min(end - start, from + SHOWN_LINE - start)))
  return `line ${line}, column ${start + 1}: ${message}\n    ${shown}\n    ${caret}`
}
