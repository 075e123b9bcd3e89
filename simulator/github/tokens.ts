import type { Answer } from '../server/answer.ts'
import { problem } from './problems.ts'

/** A permission's name, as in a workflow's `permissions:`. */
export type Scope = 'contents' | 'issues' | 'metadata' | 'pull-requests' | 'statuses'
export type Access = 'none' | 'read' | 'write'

/** A token that GitHub knows. */
export interface Token {
  readonly token: string
  /** Whom it acts as, such as github-actions[bot]. */
  readonly author: string
  /** What isn't named is 'none', but `metadata` is 'read': without that, a private repository is not there. */
  readonly permissions?: Readonly<Partial<Record<Scope, Access>>>
  /** Those of a classic personal access token, which answers tell; missing for any other. */
  readonly scopes?: readonly string[]
  /** The token of a workflow that a fork's pull request started: reads what it says, writes nothing. */
  readonly fork?: boolean
}

/** What GitHub says to a GitHub App's token, GITHUB_TOKEN among them, that may not do something. */
export const NOT_ACCESSIBLE = 'Resource not accessible by integration'

const LEVELS: readonly Access[] = ['none', 'read', 'write']

/** The token that a request presents, or the refusal of one that GitHub doesn't know. */
export function findToken(
  tokens: readonly Token[],
  authorization: string | undefined,
  graphql: boolean,
): Token | Answer {
  if (authorization === undefined) {
    return graphql
      ? problem(
          401,
          'This endpoint requires you to be authenticated.',
          'https://docs.github.com/graphql/guides/forming-calls-with-graphql#authenticating-with-graphql',
        )
      : problem(401, 'Requires authentication')
  }
  const presented = /^(?:bearer|token) (\S+)$/i.exec(authorization)?.[1]
  const known = tokens.find(({ token }) => token === presented)
  return known ?? problem(401, 'Bad credentials', graphql ? 'https://docs.github.com/graphql' : '')
}

/** Whether the token may do as much in one of the scopes. Everyone may read what is public. */
export function may(token: Token, wanted: 'read' | 'write', scopes: readonly Scope[], isPrivate: boolean): boolean {
  if (wanted === 'read' && !isPrivate) return true
  return scopes.some((scope) => {
    const granted = token.permissions?.[scope] ?? (scope === 'metadata' ? 'read' : 'none')
    return !(token.fork && wanted === 'write') && LEVELS.indexOf(granted) >= LEVELS.indexOf(wanted)
  })
}
