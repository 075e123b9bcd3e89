import { expect, test } from '@jest/globals'
import { drawPlan } from '../../simulator/programs/soak-plan.ts'
import { figuresText, isSound, soak } from '../../simulator/programs/soak.ts'
import { freshSeed, randomFrom } from '../../simulator/server/random.ts'

const ROUNDS = 8

/** A seed of which some rounds have one step and some have two. */
function drawSeed(seed = freshSeed()): number {
  const steps = Array.from({ length: ROUNDS }, (_, index) => drawPlan(randomFrom('soak', seed, index + 1)).steps.length)
  return new Set(steps).size === 2 ? seed : drawSeed(seed + 1)
}

test('wherever it is killed, alone or beside another, a step leaves no run going, starts none twice and stops no stranger', async () => {
  const seed = drawSeed()
  const failures: string[] = []
  const figures = await soak({
    seed,
    rounds: ROUNDS,
    onFailure: (line) => failures.push(line),
  })
  process.stdout.write(`soak, seed ${seed}: ${figuresText(figures)}`)

  expect([`seed ${seed}`, failures]).toEqual([`seed ${seed}`, []])
  expect(figures.pairs).toBeGreaterThan(0)
  expect(figures.pairs).toBeLessThan(ROUNDS)
  expect(isSound(figures)).toBe(true)
})
