import { expect, test } from '@jest/globals'
import { Failure } from '../../src/base/failure.ts'
import { type Naming, findNamed } from '../../src/base/named.ts'
import { rejection } from '../fake-api.ts'

interface Thing {
  id: string
  name?: string
  kind?: string
}

const find = (things: readonly Thing[], wanted: string, rest: Partial<Naming<Thing>> = {}): Thing =>
  findNamed(things, wanted, {
    what: 'thing',
    ways: [({ id }) => id === wanted, ({ name }) => name === wanted],
    identity: ({ id }) => id,
    names: ({ name, id }) => [name, id],
    shown: ({ id }) => `<${id}>`,
    several: (found) => new Failure('input', `Several: ${found.map(({ id }) => id).join(' ')}`),
    none: (instead) => new Failure('input', instead),
    ...rest,
  })
const refusal = async (...args: Parameters<typeof find>): Promise<unknown> =>
  ((await rejection((async () => find(...args))())) as Failure).message

const things = (n: number, rest: Partial<Thing> = {}): Thing[] =>
  Array.from({ length: n }, (_, i) => ({ id: `number-${i}`, ...rest }))

test('the first way in which any item is meant decides', async () => {
  const all = [{ id: '1', name: 'a' }, { id: 'a' }, { id: '2', name: 'b' }, { id: '3', name: 'b' }]
  expect(find(all, 'a')).toEqual({ id: 'a' })
  expect(find(all.slice(0, 1), 'a')).toEqual({ id: '1', name: 'a' })
  expect(await refusal(all, 'b')).toBe('Several: 2 3')
  // A better way that means several is not passed over for a worse one that means one.
  const ways: Naming<Thing>['ways'] = [({ name }) => name === 'b', ({ id }) => id === 'b']
  expect(await refusal([...all, { id: 'b' }], 'b', { ways })).toBe('Several: 2 3')
})

test('items of one identity are one', () => {
  const all = things(3, { name: 'a', kind: 'k' })
  expect(find(all, 'a', { identity: ({ kind = '' }) => kind }).id).toBe('number-0')
})

test('of very many that are meant, ten are named', async () => {
  expect(await refusal(things(30, { name: 'a' }), 'a')).toBe(
    `Several: ${things(10)
      .map(({ id }) => id)
      .join(' ')}`,
  )
})

test.each<[string, Thing[], string]>([
  ['nmae', [{ id: '1', name: 'name' }, { id: '2' }], 'Did you mean name?'],
  ['zzzzzzzz', things(1), 'There is <number-0>.'],
  ['zzzzzzzz', things(3), 'There are <number-0>, <number-1>, <number-2>.'],
  ['zzzzzzzz', things(8), 'There are <number-0>, <number-1>, <number-2>, <number-3>, <number-4> and 3 more.'],
  ['zzzzzzzz', [], 'The key sees no things at all.'],
])('for %s, which none of them is, it is told what there is', async (wanted, all, instead) => {
  expect(await refusal(all, wanted)).toBe(instead)
})

test('a near name is told without what could be a command', async () => {
  expect(await refusal([{ id: '1', name: 'na\n::me' }], 'na::me')).not.toContain('\n')
})
