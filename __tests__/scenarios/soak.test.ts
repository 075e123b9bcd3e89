import { expect, test } from '@jest/globals'
import { figuresText, isSound, soak } from '../../simulator/programs/soak.ts'

test('wherever it is killed, a step leaves no run going and has started none twice', async () => {
  const seed = Math.floor(Math.random() * 1e6)
  const failures: string[] = []
  const figures = await soak({
    seed,
    rounds: 8,
    onFailure: (line) => failures.push(line),
  })
  process.stdout.write(`soak, seed ${seed}: ${figuresText(figures)}`)

  expect([`seed ${seed}`, failures]).toEqual([`seed ${seed}`, []])
  expect(isSound(figures)).toBe(true)
})
