import { setImmediate } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import { inParallel } from '../../src/base/parallel.ts'
import { rejection } from '../fake-api.ts'

/** Work that ends only when told to, and that keeps account of itself. */
function workshop() {
  const started: number[] = []
  const open = new Map<number, { resolve: (result: string) => void; reject: (error: unknown) => void }>()
  let most = 0
  return {
    started,
    most: () => most,
    work: (item: string, index: number): Promise<string> => {
      started.push(index)
      const pending = Promise.withResolvers<string>()
      open.set(index, pending)
      most = Math.max(most, open.size)
      return pending.promise.then(() => `${item}${index}`)
    },
    finish: async (index: number) => {
      open.get(index)?.resolve('')
      open.delete(index)
      await setImmediate()
    },
    fail: async (index: number, error: unknown) => {
      open.get(index)?.reject(error)
      open.delete(index)
      await setImmediate()
    },
  }
}

const ITEMS = ['a', 'b', 'c', 'd', 'e']

test('results are in the order of the list, whatever order the work ends in', async () => {
  const { work, finish } = workshop()
  const all = inParallel(ITEMS, 5, work)
  for (const index of [3, 0, 4, 2, 1]) await finish(index)
  expect(await all).toEqual(['a0', 'b1', 'c2', 'd3', 'e4'])
})

test('no more than the limit is under way, and a place that gets free is taken', async () => {
  const { work, finish, started, most } = workshop()
  const all = inParallel(ITEMS, 2, work)
  expect(started).toEqual([0, 1])
  await finish(1)
  expect(started).toEqual([0, 1, 2])
  await finish(2)
  expect(started).toEqual([0, 1, 2, 3])
  for (const index of [0, 3, 4]) await finish(index)
  expect(await all).toEqual(['a0', 'b1', 'c2', 'd3', 'e4'])
  expect(most()).toBe(2)
})

test('a limit of one is one after the other', async () => {
  const { work, finish, most } = workshop()
  const all = inParallel(ITEMS, 1, work)
  for (const index of ITEMS.keys()) await finish(index)
  await all
  expect(most()).toBe(1)
})

test.each([1, 4, 1_000])('a limit of %i is no trouble for an empty list, or a short one', async (limit) => {
  const echo = (item: string): Promise<string> => Promise.resolve(item)
  expect(await inParallel([], limit, echo)).toEqual([])
  expect(await inParallel(['a', 'b'], limit, echo)).toEqual(['a', 'b'])
})

test('the first failure is the failure of all, and nothing new is begun after it', async () => {
  const { work, fail, finish, started } = workshop()
  const outcome = rejection(inParallel(ITEMS, 2, work))
  const bug = new Error('broken')
  await fail(0, bug)
  expect(await outcome).toBe(bug)
  await finish(1)
  expect(started).toEqual([0, 1])
})
