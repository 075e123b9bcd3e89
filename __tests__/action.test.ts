// Holds action.yml against the code behind it.
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { InputFailure, readInputs } from '../src/inputs/read.ts'
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

test('the code reads every input of action.yml, and no other', () => {
  const read = new Set<string>()
  try {
    readInputs(
      (name) => {
        read.add(name)
        return ''
      },
      {},
      NO_FILES,
    )
  } catch (error) {
    expect(error).toBeInstanceOf(InputFailure)
  }
  expect([...read].toSorted()).toEqual(Object.keys(action.inputs).toSorted())
})

test('the defaults of action.yml are good inputs', () => {
  const given: Record<string, string> = { 'api-key': 'cmk_1', project: 'p', test: 't' }
  expect(() => readInputs((name) => given[name] ?? action.inputs[name]?.default ?? '', {}, NO_FILES)).not.toThrow()
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
