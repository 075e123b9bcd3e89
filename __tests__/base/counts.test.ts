import { expect, test } from '@jest/globals'
import { countsOf, mostFrequent } from '../../src/base/counts.ts'

test('counts stand in the order in which the values come first', () => {
  expect([...countsOf(['b', 'a', null, 'b'])]).toEqual([
    ['b', 2],
    ['a', 1],
    [null, 1],
  ])
  expect(countsOf([]).size).toBe(0)
})

test('the most frequent value is the first of those that come as often', () => {
  expect(mostFrequent(['a', 'b', 'c', 'c', 'b'])).toEqual(['b', 2])
  expect(mostFrequent([])).toBeUndefined()
})
