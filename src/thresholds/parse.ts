import { checkSides } from './check.ts'
import { type Cursor, cursor, found, isSign } from './cursor.ts'
import { parseValue } from './parse-value.ts'
import { OPERATORS, type Threshold, isOperator } from './syntax.ts'
import { type Span, SyntaxProblem, tokens } from './tokens.ts'

/** Longest line, in characters. */
export const MAX_LINE_LENGTH = 1_000
/** Most thresholds of one step. */
export const MAX_THRESHOLDS = 200

/** A mistake in a line of thresholds. */
export interface LineProblem extends Span {
  /** From 1. */
  line: number
  message: string
  /** The whole line as it was written. */
  text: string
}

/** The thresholds of a text with one a line, and every mistake in it; blank lines and comments (`#`) are passed over. */
export function parseThresholds(text: string): { thresholds: Threshold[]; problems: LineProblem[] } {
  const thresholds: Threshold[] = []
  const problems: LineProblem[] = []
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  for (const [i, line] of lines.entries()) {
    if (/^\s*(#|$)/.test(line)) continue
    const whole = { line: i + 1, text: line, start: 0, end: Math.min(line.length, MAX_LINE_LENGTH) }
    if (thresholds.length + problems.length >= MAX_THRESHOLDS) {
      problems.push({ ...whole, message: `at most ${MAX_THRESHOLDS} thresholds are allowed` })
      break
    }
    try {
      thresholds.push({ ...parseLine(line), line: i + 1 })
    } catch (error) {
      if (!(error instanceof SyntaxProblem)) throw error
      problems.push({ ...whole, ...error.span, message: error.message })
    }
  }
  return { thresholds, problems }
}

/** Most words of a comment that are looked at. */
const MAX_COMMENT_WORDS = 40

/**
 * The threshold that stands in the comment of a text's only line: folded YAML (`>`) joins all lines to one, and a comment swallows what follows it.
 * Undefined where there is none.
 */
export function swallowedThreshold(text: string): string | undefined {
  const [line = '', ...others] = text.trim().split(/\r\n|\r|\n/)
  const comment = /#(.*)$/.exec(line)?.[1]?.trim()
  if (!comment || others.length > 0) return undefined
  const words = comment.split(/\s+/).slice(0, MAX_COMMENT_WORDS)
  return words
    .flatMap((_, from) => words.map((__, i) => words.slice(from, words.length - i).join(' ')))
    .find((part) => {
      try {
        return parseLine(part).text !== ''
      } catch (error) {
        if (!(error instanceof SyntaxProblem)) throw error
        return false
      }
    })
}

/** One threshold. Throws a `SyntaxProblem` that says what was expected, and where. */
export function parseLine(line: string): Omit<Threshold, 'line'> {
  if (line.length > MAX_LINE_LENGTH) {
    throw new SyntaxProblem(`a threshold may be ${MAX_LINE_LENGTH} characters long`, {
      start: MAX_LINE_LENGTH,
      end: MAX_LINE_LENGTH + 1,
    })
  }
  const parser = cursor(tokens(line))
  const severity = parseSeverity(parser)
  const left = parseValue(parser)
  const sign = parser.next()
  const operator = sign.text
  if (!isOperator(operator) || sign.kind !== 'sign') {
    const hint =
      operator === '='
        ? isSign(parser.peek(), '>')
          ? 'write >= to compare'
          : 'write == to compare'
        : `expected a comparison (${OPERATORS.join(' ')})${found(sign)}`
    throw new SyntaxProblem(hint, sign)
  }
  const right = parseValue(parser)
  const rest = parser.next()
  if (rest.kind !== 'end') {
    const second = isOperator(rest.text)
      ? 'a threshold has one comparison; write two lines'
      : `expected the end of the line${found(rest)}`
    throw new SyntaxProblem(second, rest)
  }
  const last = parser.last()
  checkSides(left, operator, right)
  return { severity, left, operator, right, text: line.slice(0, last.end).trim() }
}

function parseSeverity(parser: Cursor): 'fail' | 'warn' {
  const [word, colon] = [parser.peek(), parser.peek(1)]
  if (word.kind !== 'word' || colon.text !== ':') return 'fail'
  const name = word.text.toLowerCase()
  if (name !== 'warn' && name !== 'fail')
    throw new SyntaxProblem(`\`${word.text}:\` is unknown; a line starts with fail: or warn:, or with neither`, word)
  parser.next()
  parser.next()
  return name
}
