// Holds action-types.yml against action.yml and the code that reads the inputs.
import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { INPUTS } from '../src/inputs/inputs.ts'
import type { Reader } from '../src/inputs/reader.ts'
import { VERDICTS } from '../src/model/verdict.ts'

/** The type of an input or output, in the form of github-actions-typing. */
interface Typing {
  type: 'string' | 'boolean' | 'integer' | 'float' | 'enum' | 'list'
  'allowed-values'?: string[]
  separator?: string
  'list-item'?: Typing
}

const read = (name: string): unknown => parse(readFileSync(new URL(`../${name}`, import.meta.url), 'utf8'))
const action = read('action.yml') as Record<'inputs' | 'outputs', Record<string, { default?: string }>>
const types = read('action-types.yml') as Record<'inputs' | 'outputs', Record<string, Typing>>
const readers: ReadonlyMap<string, Reader<unknown>> = new Map(Object.entries(INPUTS))

function problemsOf(name: string, text: string): string[] {
  const problems: string[] = []
  readers.get(name)?.(text, (problem) => problems.push(problem), { read: () => undefined })
  return problems
}

/** A value of the type, as a generated workflow would write it. */
function written({ type, separator = '', 'allowed-values': allowed = [], 'list-item': item }: Typing): string[] {
  if (type === 'list' && item)
    return [
      ...written(item),
      written(item)
        .filter((word) => word !== 'none')
        .join(separator),
    ]
  return { boolean: ['true', 'false'], integer: ['1'], float: ['1.5'], enum: allowed, string: [], list: [] }[type]
}

test('every input and output has a type, in their order, and nothing else has', () => {
  expect(Object.keys(types)).toEqual(['inputs', 'outputs'])
  expect(Object.keys(types.inputs)).toEqual(Object.keys(action.inputs))
  expect(Object.keys(types.outputs)).toEqual(Object.keys(action.outputs))
})

test.each(Object.entries({ ...types.inputs, ...types.outputs }))('the type of %s is whole', (_, typing) => {
  for (const each of typing['list-item'] ? [typing, typing['list-item']] : [typing]) {
    expect(['string', 'boolean', 'integer', 'float', 'enum', 'list']).toContain(each.type)
    expect(each['allowed-values'] !== undefined).toBe(each.type === 'enum')
    expect([each.separator !== undefined, each['list-item'] !== undefined]).toEqual(Array(2).fill(each.type === 'list'))
  }
})

const closed = Object.entries(types.inputs).filter(([, typing]) => written(typing).some(Boolean))

test.each(closed)('%s takes every value of its type', (name, typing) => {
  for (const value of written(typing)) expect([value, problemsOf(name, value)]).toEqual([value, []])
})

test('an input with a closed set of values has them all as its type', () => {
  const found = Object.keys(types.inputs).flatMap((name) =>
    problemsOf(name, 'x').flatMap((problem) => {
      const [, words, none] = /expected ([a-z, -]+?)(, or none alone)?\.$/.exec(problem) ?? []
      if (words === undefined) return []
      const expected = [...words.replace('true or false', 'true, false').split(', '), ...(none ? ['none'] : [])]
      const typing = types.inputs[name]
      const typed =
        typing?.type === 'boolean' ? ['true', 'false'] : (typing?.['list-item'] ?? typing)?.['allowed-values']
      return [{ name, expected: expected.toSorted(), typed: typed?.toSorted() }]
    }),
  )
  expect(found.length).toBeGreaterThan(6)
  for (const { name, expected, typed } of found) expect([name, typed]).toEqual([name, expected])
})

test('the verdicts are those of the code', () => {
  expect(types.outputs['verdict']?.['allowed-values']?.toSorted()).toEqual([...VERDICTS, 'triggered'].toSorted())
})
