import { type Span, SyntaxProblem, type Token } from './tokens.ts'

/** Deepest nesting of parentheses, `not` and minus signs. */
export const MAX_DEPTH = 50

/** A walk over tokens; the `end` token is never passed. */
export interface Cursor {
  peek(ahead?: number): Token
  next(): Token
  /** The last token before the end. */
  last(): Token
  /** Runs `parse` one level deeper; throws beyond `MAX_DEPTH`. */
  nested<T>(at: Span, parse: () => T): T
}

/** A walk from the first of a line's tokens. */
export function cursor(list: readonly Token[]): Cursor {
  const end = list[list.length - 1] as Token
  let place = 0
  let depth = 0
  const peek = (ahead = 0): Token => list[place + ahead] ?? end
  return {
    peek,
    next: () => {
      const token = peek()
      if (token.kind !== 'end') place++
      return token
    },
    last: () => list[list.length - 2] ?? end,
    nested: (at, parse) => {
      if (++depth > MAX_DEPTH) throw new SyntaxProblem(`this is nested more than ${MAX_DEPTH} levels deep`, at)
      const result = parse()
      depth--
      return result
    },
  }
}

/** Whether a token is one of these signs. */
export function isSign(token: Token, ...signs: string[]): boolean {
  return token.kind === 'sign' && signs.includes(token.text)
}

/** Whether a token is this word, in capitals or not. */
export function isWord(token: Token, word: string): boolean {
  return token.kind === 'word' && token.text.toLowerCase() === word
}

/** The next token, which must be this sign; throws a `SyntaxProblem` where it is another. */
export function expectSign(parser: Cursor, sign: string, purpose: string): Token {
  const token = parser.next()
  if (!isSign(token, sign)) throw new SyntaxProblem(`expected ${sign} ${purpose}${found(token)}`, token)
  return token
}

/** What stands there instead, as it reads after what was expected. */
export function found(token: Token): string {
  return token.kind === 'end' ? ', but the line ends here' : `, not \`${token.text}\``
}
