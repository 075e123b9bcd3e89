import { expect, test } from '@jest/globals'
import { mutationsOf } from '../../tools/mutations.ts'

const changes = (source: string): string[] =>
  mutationsOf(source).map(({ start, end, text }) => source.slice(0, start) + text + source.slice(end))

test.each([
  ['a === b', ['a !== b']],
  ['a < b', ['a <= b', 'a >= b']],
  ['a && b', ['a || b']],
  ['const x = a ?? 0', ['const x = a && 0', 'const x = a ?? 1']],
  ['x = !a', ['x = a']],
  ['i++', ['i--']],
  ['x += 7', ['x -= 7', 'x += (7 + 1)']],
  ['if (a) b', ['if (true) b', 'if (false) b']],
  ["f('a', true)", [';', "f('', true)", "f('a', false)"]],
  ['const t = `a${b}`', ['const t = ``']],
  ['const l = [a]', ['const l = []']],
  ['const l = a.filter(f).some(g)', ['const l = a.some(g)', 'const l = a.filter(f).every(g)']],
])('%s', (source, expected) => {
  expect(changes(source)).toEqual(expected)
})

test('leaves types, imports and names alone that every object has', () => {
  const source = "import { a } from 'b'\nconst c = a.toString() as unknown as 'd' | 5\ntype E = 1 | 'f'\n"
  expect(mutationsOf(source)).toEqual([])
})

test('tells where a change is, and shows it in a line', () => {
  expect(mutationsOf('a()\n\nconst x =\n  b\n  === c')).toEqual([
    { start: 0, end: 3, text: ';', line: 1, from: 'a()', to: ';' },
    { start: 21, end: 24, text: '!==', line: 5, from: '===', to: '!==' },
  ])
})
