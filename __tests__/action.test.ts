// Holds action.yml against the code behind it.
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { INPUTS } from '../src/inputs/inputs.ts'
import { readInputs } from '../src/inputs/read.ts'
import type { Reader } from '../src/inputs/reader.ts'
import { DEFAULT_THRESHOLDS } from '../src/inputs/thresholds.ts'
import { finalOutputs, reportOutputs, runOutputs } from '../src/report/outputs.ts'

interface ActionFile {
  inputs: Record<string, { description: string; required?: boolean; default?: string }>
  outputs: Record<string, { description: string }>
  runs: { using: string; main: string; post?: string }
}

const root = new URL('../', import.meta.url)
const action = parse(readFileSync(new URL('action.yml', root), 'utf8')) as ActionFile
const NO_FILES = { read: () => undefined }
const readme = readFileSync(new URL('README.md', root), 'utf8')

/** The table, where any name may be looked up, and what each reader says of a text. */
const readers: ReadonlyMap<string, Reader<unknown>> = new Map(Object.entries(INPUTS))
function problemsOf(name: string, text: string): string[] {
  const problems: string[] = []
  readers.get(name)?.(text, (message) => problems.push(message), NO_FILES)
  return problems
}

test('the code reads every input of action.yml, and no other', () => {
  expect(Object.keys(INPUTS)).toEqual(Object.keys(action.inputs))
})

test.each(Object.entries(action.inputs))('%s is accepted as action.yml leaves it', (name, { default: text = '' }) => {
  const needed = ['api-key', 'project']
  expect(problemsOf(name, text)).toEqual(needed.includes(name) ? [expect.stringMatching(/^is not set/)] : [])
})

test('the defaults of action.yml go together', () => {
  const given: Record<string, string> = { 'api-key': 'cmk_1', project: 'p', test: 't' }
  expect(() => readInputs((name) => given[name] ?? action.inputs[name]?.default ?? '', {}, NO_FILES)).not.toThrow()
})

test('what an input accepts is in its description', () => {
  const accepted = Object.keys(INPUTS).flatMap((name) =>
    problemsOf(name, 'x').flatMap((problem) => {
      const [, words] = /expected ([a-z, -]+?)(, or none alone)?\.$/.exec(problem) ?? []
      return words === undefined || words === 'true or false' ? [] : [{ name, words: words.split(', ') }]
    }),
  )
  expect(accepted.map(({ name }) => name)).toEqual(['missing-data', 'fail-on', 'stop-on', 'comment'])
  for (const { name, words } of accepted)
    for (const word of words)
      expect([name, action.inputs[name]?.description]).toEqual([name, expect.stringContaining(`\`${word}\``)])
  expect(action.inputs['thresholds']?.description).toContain(`\`${DEFAULT_THRESHOLDS}\``)
})

test('every output of action.yml is always set, and no other', () => {
  const report = { verdict: 'error', runs: [], startedAt: 0, endedAt: 0 } as const
  const set = Object.keys({ ...finalOutputs(report), ...runOutputs([]), ...reportOutputs({}) })
  expect(set.toSorted()).toEqual(Object.keys(action.outputs).toSorted())
})

test('every input and output is described in one sentence, and in the README', () => {
  for (const [name, { description }] of [...Object.entries(action.inputs), ...Object.entries(action.outputs)]) {
    expect(description).toMatch(/^[A-Z].*[^.]\.$/)
    expect(readme).toContain(`\`${name}\``)
  }
})

test('the files that the runner starts are there', () => {
  expect(action.runs.using).toBe('node24')
  for (const file of [action.runs.main, action.runs.post ?? 'none']) {
    expect([file, existsSync(new URL(file, root))]).toEqual([file, true])
  }
})
