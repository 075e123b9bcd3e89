// Whether texts use the terms of .github/styles, by the rules that Vale reads for the pages.
import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { tokTypes, tokenizer } from 'acorn'
import { parse } from 'yaml'

/** A rule of Vale, as far as it is used here. */
interface Style {
  /** What to write, by pattern. */
  swap?: Readonly<Record<string, string>>
  /** Patterns of what to leave out. */
  tokens?: readonly string[]
}

/** Text of a source that people may read, with its line, counted from 1. */
interface Text {
  text: string
  line: number
}

interface Rule {
  pattern: RegExp
  advice: string
}

const STYLES = ['Terms', 'Wordiness']

const rules: readonly Rule[] = STYLES.flatMap((name) => {
  const file = new URL(`../../.github/styles/CallMeter/${name}.yml`, import.meta.url)
  const { swap = {}, tokens = [] } = parse(readFileSync(file, 'utf8')) as Style
  return [
    ...Object.entries(swap).map(([words, instead]) => ({ pattern: whole(words), advice: `write "${instead}"` })),
    ...tokens.map((words) => ({ pattern: whole(words), advice: 'leave it out' })),
  ]
})

/** A pattern as Vale takes it: of whole words, in any case. */
function whole(words: string): RegExp {
  return new RegExp(`\\b(?:${words})\\b`, 'gi')
}

/** The strings and parts of templates of a source in TypeScript or JavaScript. A text without a blank is a name, not a sentence. */
function textsOf(source: string): Text[] {
  const script = stripTypeScriptTypes(source)
  const tokens = [...tokenizer(script, { ecmaVersion: 'latest', sourceType: 'module', locations: true })]
  return tokens
    .filter(({ type }) => type === tokTypes.string || type === tokTypes.template)
    .map(({ start, end, loc }) => ({ text: script.slice(start, end), line: loc?.start.line ?? 0 }))
    .filter(({ text }) => text.includes(' '))
}

/** What the texts of a source say otherwise than the rules want: line, words and advice, a line each. */
export function wordProblems(source: string): string[] {
  return textsOf(source).flatMap(({ text, line }) =>
    rules.flatMap(({ pattern, advice }) =>
      [...text.matchAll(pattern)].map(([words]) => `${line}: "${words}": ${advice}`),
    ),
  )
}
