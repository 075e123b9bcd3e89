import type { Answer } from '../server/answer.ts'

// What GitHub's answers point to.
const DOCUMENTATION = 'https://docs.github.com/rest'

/** What is wrong with one field of a request's body. */
export interface FieldProblem {
  readonly resource: string
  readonly code: string
  readonly field?: string
  readonly message: string
}

/** `{ message, documentation_url, status }`, as GitHub's REST API answers what goes wrong. */
export function problem(status: number, message: string, page = ''): Answer {
  const documentation = page.startsWith('https:') ? page : DOCUMENTATION + page
  return { status, body: { message, documentation_url: documentation, status: String(status) } }
}

/** 422 for a body that was understood and isn't valid. */
export function invalid(errors: readonly FieldProblem[], page: string): Answer {
  const { status, body } = problem(422, 'Validation Failed', page)
  return { status, body: { ...body, errors } }
}

export const notFound = (page?: string): Answer => problem(404, 'Not Found', page)
