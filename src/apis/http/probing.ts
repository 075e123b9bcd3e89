// Reads whose answers are looked at as they come, to tell how an API answers what nothing documents.
import { Failure } from '../../base/failure.ts'
import type { HttpAnswer } from './request.ts'
import { shownName } from './shape.ts'

/** Reads an address below the API's. Throws a `Failure`. */
export type Get = (purpose: string, path: string) => Promise<HttpAnswer>

/** An answer, or why there is none. Throws where the step was cancelled. */
export async function answerTo(get: Get, purpose: string, path: string): Promise<HttpAnswer | Failure> {
  try {
    return await get(purpose, path)
  } catch (error) {
    if (error instanceof Failure && error.kind !== 'aborted') return error
    throw error
  }
}

/** Why a read brought nothing, without the words of the error: they hold addresses and ids. */
export function whyNone({ kind }: Failure): string {
  return `The request ended as \`${kind}\`.`
}

/** What is known of a limit from the headers of answers, in a sentence. */
export function limitHeaders(
  answers: readonly HttpAnswer[],
  expected: readonly string[],
): { answered: 'as assumed' | 'differently' | 'not available'; reason: string } {
  const names = [...new Set(answers.flatMap(({ headers }) => Object.keys(headers)))]
  const there = expected.filter((name) => names.includes(name))
  const others = names
    .filter((name) => /rate-?limit/i.test(name) && !expected.includes(name))
    .map(shownName)
    .toSorted()
  if (there.length === expected.length) return { answered: 'as assumed', reason: `Answers have ${there.join(', ')}.` }
  if (there.length + others.length === 0)
    return { answered: 'not available', reason: 'No answer has a header about a rate limit.' }
  return { answered: 'differently', reason: `Answers have ${[...there, ...others].join(', ')}.` }
}

/** The headers that the pace reads. */
export const LIMIT_HEADERS = ['x-ratelimit-limit', 'x-ratelimit-remaining', 'x-ratelimit-reset'] as const
