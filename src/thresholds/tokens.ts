/** Where something stands in a line: columns from 0, the end exclusive. */
export interface Span {
  start: number
  end: number
}

export type Token = Span &
  (
    | { kind: 'number'; digits: string; unit: string; text: string }
    | { kind: 'word'; text: string }
    | { kind: 'string'; text: string }
    | { kind: 'sign'; text: string }
    | { kind: 'end'; text: '' }
  )

/** A place in a line that cannot be understood. Kept apart from `Failure`: it becomes part of one, with all lines' errors together. */
export class SyntaxProblem extends Error {
  readonly span: Span

  constructor(message: string, { start, end }: Span) {
    super(message)
    this.span = { start, end }
  }
}

const SPACE = /[ \t\u00A0]+/y
const NUMBER = /(\d+(?:\.\d+)?|\.\d+)(%|[A-Za-z]+)?/y
const WORD = /[A-Za-z_]\w*(?:\.\w+)*/y
const STRING = /"([^"]*)"|'([^']*)'/y
const SIGN = />=|<=|==|!=|[<>=+\-*/():,]/y
/** Signs that people write where the language has another. */
const FOREIGN: Readonly<Record<string, string>> = {
  '≥': '>=',
  '≤': '<=',
  '≠': '!=',
  '−': '-',
  '–': '-',
  '×': '*',
  '÷': '/',
  '&': 'and',
  '|': 'or',
  '!': 'not',
}

/** The tokens of one line, the last of kind `end`. Throws a `SyntaxProblem` at a sign that the language does not have. */
export function tokens(line: string): Token[] {
  const found: Token[] = []
  let at = 0
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    return pattern.exec(line)
  }
  while (at < line.length) {
    const start = at
    let hit = match(SPACE)
    if (hit) {
      at += hit[0].length
      continue
    }
    if (line[at] === '#') break
    if ((hit = match(NUMBER))) {
      at += hit[0].length
      found.push({ kind: 'number', digits: hit[1] ?? '', unit: hit[2] ?? '', text: hit[0], start, end: at })
    } else if ((hit = match(WORD))) {
      at += hit[0].length
      found.push({ kind: 'word', text: hit[0], start, end: at })
    } else if ((hit = match(STRING))) {
      at += hit[0].length
      found.push({ kind: 'string', text: hit[1] ?? hit[2] ?? '', start, end: at })
    } else if ((hit = match(SIGN))) {
      at += hit[0].length
      found.push({ kind: 'sign', text: hit[0], start, end: at })
    } else {
      const sign = String.fromCodePoint(line.codePointAt(at) ?? 0)
      if (sign === '"' || sign === "'")
        throw new SyntaxProblem('this quoted text has no end', { start, end: line.length })
      const instead = Object.hasOwn(FOREIGN, sign) ? `; write ${FOREIGN[sign]}` : ''
      throw new SyntaxProblem(`\`${sign}\` has no meaning here${instead}`, { start, end: start + sign.length })
    }
  }
  found.push({ kind: 'end', text: '', start: at, end: at + 1 })
  return found
}
