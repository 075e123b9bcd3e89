import { expect, test } from '@jest/globals'
import { freshSeed } from '../../../simulator/server/random.ts'

test('the same SEED of the environment draws the same seed, another one another', () => {
  const [one, same, other] = ['6f1c', '6f1c', '6f1d'].map((SEED) => freshSeed({ SEED }))
  expect(one).toBe(same)
  expect(one).not.toBe(other)
  expect(Number.isInteger(one) && one! >= 0 && one! < 1_000_000).toBe(true)
})

test('without one, seeds differ', () => {
  expect(new Set(Array.from({ length: 20 }, () => freshSeed({}))).size).toBeGreaterThan(10)
})
