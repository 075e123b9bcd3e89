// A failure pattern in sentences, the same wherever it is shown.
import { counted } from '../../base/text.ts'
import type { FailurePattern } from './patterns.ts'

/** Most patterns that are shown in the open. */
export const MOST_SHOWN = 3

/** How many failed: `12 of 40 endpoints in group callers`. `name` writes a group. */
export function whoFailed({ endpoints, of, group }: FailurePattern, name: (group: string) => string): string {
  return `${endpoints} of ${counted(of, 'endpoint')}${group === undefined ? '' : ` in group ${name(group)}`}`
}

/** Where it is likely to lie, and whether that is new. */
export function placeText({ place, inBaseline }: FailurePattern): string {
  const where = `Likely cause: ${place}.`
  if (inBaseline === undefined) return where
  return `${where} ${inBaseline === 0 ? 'New since the baseline.' : `Also in the baseline, at ${counted(inBaseline, 'endpoint')}.`}`
}

/** What to look at, in a sentence. */
export function lookText({ look }: FailurePattern): string {
  return `Check ${look.join('; then ')}.`
}

/** All of it in one line of text. */
export function patternLine(pattern: FailurePattern): string {
  return `${whoFailed(pattern, (group) => `"${group}"`)}: ${pattern.title}: ${pattern.what}. ${placeText(pattern)} ${lookText(pattern)}`
}
