// What the pages show to be copied must be right.
import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { type ActionFile, withTables } from '../../docs/tables.ts'
import { parseThresholds } from '../../src/thresholds/parse.ts'

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const action = parse(read('action.yml')) as ActionFile
const PAGES = [
  'README.md',
  ...readdirSync(new URL('../../docs', import.meta.url)).map((name) => `docs/${name}`),
].filter((path) => path.endsWith('.md'))
const blocks = (text: string, language: string): string[] =>
  [...text.matchAll(/^( *)```(\S*)\n([\s\S]*?)^ *```$/gm)]
    .filter(([, , name]) => name === language)
    .map(([, indent = '', , content = '']) => content.replaceAll(new RegExp(`^${indent}`, 'gm'), ''))

describe('the cookbook', () => {
  const [, cookbook = ''] = read('docs/thresholds.md').split('## Cookbook')
  const recipes = blocks(cookbook, '')

  test('has recipes', () => {
    expect(recipes.length).toBeGreaterThanOrEqual(4)
  })

  test.each(recipes)('has thresholds that can be read: %j', (text) => {
    const { thresholds, problems } = parseThresholds(text)
    expect(problems).toEqual([])
    expect(thresholds.length).toBeGreaterThanOrEqual(2)
  })
})

test('the example thresholds can be read', () => {
  const [, section = ''] = read('docs/thresholds.md').split(/^## (?:Examples|The language)$/m)
  const lines = [...section.matchAll(/^\| `([^`]+)` +\|/gm)].map(([, line = '']) => line)
  expect(lines.length).toBeGreaterThanOrEqual(10)
  expect(parseThresholds(lines.join('\n')).problems).toEqual([])
})

/** The steps that use this action, in whatever a page shows. */
function stepsOf(shown: unknown): Record<string, unknown>[] {
  if (typeof shown !== 'object' || shown === null) return []
  const { uses, with: given } = shown as { uses?: unknown; with?: Record<string, unknown> }
  const own = typeof uses === 'string' && uses.startsWith('callmeter/run-test@') && given ? [given] : []
  return [...own, ...Object.values(shown).flatMap(stepsOf)]
}

test.each(PAGES)('%s shows only inputs that there are, and thresholds that can be read', (path) => {
  for (const block of blocks(read(path), 'yaml')) {
    for (const given of stepsOf(parse(block))) {
      expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(given)))
      if (typeof given.thresholds === 'string') expect(parseThresholds(given.thresholds).problems).toEqual([])
    }
  }
})

describe('a generated part', () => {
  const page = (name: string): string => `# A\n\n<!-- generated: ${name} -->\nSTALE\n<!-- /generated -->\n\nZ\n`

  test.each(['inputs-test', 'outputs', 'verdicts', 'headings', 'metrics', 'facts'])(
    '%s is a table, and the rest stays',
    (name) => {
      const made = withTables(page(name), action)
      expect(made).not.toContain('STALE')
      expect(made).toMatch(/^# A\n\n<!-- generated: [\w-]+ -->\n\n\| .*\n(\|.*\n)+\n<!-- \/generated -->\n\nZ\n$/)
    },
  )

  test('says which verdicts fail the step by default', () => {
    const made = withTables(page('verdicts'), action)
    expect(made).toMatch(/^\| `failed` \|.*\| fails \|$/m)
    expect(made).toMatch(/^\| `warned` \|.*\| passes \|$/m)
  })

  test('says which commit status and heading a verdict has', () => {
    const made = withTables(page('headings'), action)
    expect(made).toMatch(/^\| `failed` \| `failure` \| ❌/m)
    expect(made).toMatch(/^\| `triggered` \| `pending` \| 🚀/m)
  })

  test('of inputs has each of them in one group', () => {
    const [, shown = ''] = withTables(read('README.md'), action).split(/^## (?:Inputs|Outputs)$/m)
    for (const name of Object.keys(action.inputs))
      expect([name, shown.split(`\n| \`${name}\``).length - 1]).toEqual([name, 1])
    const more = { ...action, inputs: { ...action.inputs, weather: { description: 'The weather.' } } }
    expect(() => withTables(page('inputs-test'), more)).toThrow('"weather" is in 0 groups of inputs; expected 1.')
  })

  test('that nobody knows is a mistake', () => {
    expect(() => withTables(page('weather'), action)).toThrow('weather')
  })
})
