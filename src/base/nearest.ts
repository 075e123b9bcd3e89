import { distance } from 'fastest-levenshtein'
import { inWords } from './text.ts'

/** Longest text that is compared; the cost grows with the square of it. */
const MAX_LENGTH = 100

/** Up to so many characters a word is short. */
const SHORT = 5

/** Up to `most` of the candidates that `text` may be a slip of, nearest first. Case, `-`, `_` and spaces do not count. */
export function nearest(text: string, candidates: Iterable<string>, most = 3): string[] {
  const fold = (word: string): string =>
    word
      .slice(0, MAX_LENGTH)
      .toLowerCase()
      .replaceAll(/[-_\s]+/g, ' ')
  const wanted = fold(text)
  const edits = (candidate: string): number => {
    const folded = fold(candidate)
    if (folded === wanted) return 0
    const part = Math.min(wanted.length, folded.length) >= 3 && (folded.includes(wanted) || wanted.includes(folded))
    return part ? 1 : distance(wanted, folded)
  }
  const near = [...new Set(candidates)]
    .map((candidate) => ({ candidate, edits: edits(candidate) }))
    // Two edits are a swap of neighbours, the commonest slip of all.
    .filter(
      (found) => found.edits <= Math.max(2, wanted.length / 3) && (found.edits === 0 || found.edits < wanted.length),
    )
    .toSorted((a, b) => a.edits - b.edits)
  // Of a short word many are two edits away: where one is nearer, it is meant.
  const isShort = wanted.length <= SHORT && near[0] !== undefined
  return near
    .filter((found) => !isShort || found.edits <= Math.max(1, near[0]?.edits ?? 0))
    .slice(0, most)
    .map((found) => found.candidate)
}

/** ` Did you mean A, B or C?`, or nothing where no candidate is near. */
export function didYouMean(text: string, candidates: Iterable<string>): string {
  const found = nearest(text, candidates)
  return found.length === 0 ? '' : ` Did you mean ${inWords(found, ' or ')}?`
}

/** `; did you mean A or B?`, or the first of the candidates where none is near. */
export function suggest(name: string, candidates: readonly string[]): string {
  const near = nearest(name, candidates)
  return near.length > 0 ? `; did you mean ${near.join(' or ')}?` : `; expected ${candidates.slice(0, 12).join(', ')}.`
}
