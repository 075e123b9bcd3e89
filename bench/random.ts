/** Numbers from 0 to below 1, the same for the same seed (Park and Miller's minimal standard generator). */
export function createRandom(seed: number): () => number {
  let state = (Math.abs(Math.trunc(seed)) * 7_919 + 12_345) % 2_147_483_647 || 1
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return (state - 1) / 2_147_483_646
  }
}

/** Runs `work` with `Math.random` replaced, for what draws from it (the retry library's jitter). */
export async function seededMath<T>(random: () => number, work: () => Promise<T>): Promise<T> {
  const own = Math.random
  Math.random = random
  try {
    return await work()
  } finally {
    Math.random = own
  }
}
