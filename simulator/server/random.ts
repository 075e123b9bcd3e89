import { createHash } from 'node:crypto'

/** Draws the next number from 0 (inclusive) to 1 (exclusive). */
export type Random = () => number

/** A stream of numbers that is the same for the same labels. Source: mulberry32, by T. Ettinger (public domain). */
export function randomFrom(...labels: (string | number)[]): Random {
  let state = createHash('sha256').update(labels.join('\n')).digest().readUInt32LE(0)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/**
 * A seed below a million for what is drawn anew each time. Where the environment's `SEED` is set, always the one that belongs to it, so that
 * the same sources are tried against the same servers, moments and worlds however often they are.
 */
export function freshSeed(env: Readonly<Record<string, string | undefined>> = process.env): number {
  const draw = env.SEED ? randomFrom('seed', env.SEED) : Math.random
  return Math.floor(draw() * 1_000_000)
}

/** A factor around 1 whose logarithm is normal with standard deviation `spread`, kept within 2.5 deviations. Source: Box and Muller, 1958. */
export function factorAroundOne(random: Random, spread: number): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random()))
  const normal = radius * Math.cos(2 * Math.PI * random())
  return Math.exp(spread * Math.max(-2.5, Math.min(2.5, normal)))
}

/** The numbers 0 to `length` - 1 in a random order. Source: Fisher and Yates. */
export function shuffledIndexes(random: Random, length: number): number[] {
  const indexes = Array.from({ length }, (_, index) => index)
  for (let last = length - 1; last > 0; last -= 1) {
    const chosen = Math.floor(random() * (last + 1))
    const held = indexes[last]!
    indexes[last] = indexes[chosen]!
    indexes[chosen] = held
  }
  return indexes
}

/** A UUID (version 4 in form) that is the same for the same labels. */
export function uuidFrom(...labels: (string | number)[]): string {
  const digits = createHash('sha256').update(labels.join('\n')).digest('hex')
  const variant = '89ab'[parseInt(digits.charAt(16), 16) % 4]
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-${variant}${digits.slice(17, 20)}-${digits.slice(20, 32)}`
}
