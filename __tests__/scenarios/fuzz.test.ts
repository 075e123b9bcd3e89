// A few random servers in each run of the tests; CI plays more of them, and people as many as they like: `npm run fuzz`.
import { beforeAll, expect, test } from '@jest/globals'
import { playAsProcess } from '../../simulator/fuzz/as-process.ts'
import { fuzz, fuzzText } from '../../simulator/programs/fuzz.ts'
import { freshSeed } from '../../simulator/server/random.ts'

const seed = String(freshSeed())
beforeAll(() => void process.stdout.write(`fuzz, seed ${seed}\n`))

test('against random servers the built action breaks no promise', async () => {
  const figures = await fuzz(playAsProcess, { seed, limitMs: 60_000, most: 8, atOnce: 4 })
  expect([...figures.broken]).toEqual([])
  expect(figures.servers).toBe(8)
  expect(fuzzText(figures)).toContain('nothing was broken')
}, 120_000)
