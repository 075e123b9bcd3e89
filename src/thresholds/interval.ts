// What a share of few things leaves open.

/** How many of some things are counted. `of` is at least 1. */
export interface Proportion {
  hits: number
  of: number
}

/** The shares, in percent, that so few things cannot tell from the one that was measured. */
export interface Interval extends Proportion {
  low: number
  high: number
}

/** The standard normal deviate of a two-sided 95 %. */
const Z = 1.959963984540054

/**
 * The 95 % interval of a share. Source: Wilson (1927), as Brown, Cai and DasGupta (2001) recommend it for few things; it stays within 0 and 100, and has a
 * width where none or all are counted, too. It takes the things for independent of one another: endpoints that share a network are not quite, so what it
 * leaves open is the least that is open.
 */
export function wilsonInterval({ hits, of }: Proportion): Interval {
  const share = hits / of
  const square = Z ** 2 / of
  const centre = (share + square / 2) / (1 + square)
  const half = (Z / (1 + square)) * Math.sqrt((share * (1 - share)) / of + square / (4 * of))
  // Rounding must not leave out what is certain.
  const low = hits === 0 ? 0 : Math.max(0, centre - half)
  const high = hits === of ? 1 : Math.min(1, centre + half)
  return { hits, of, low: 100 * low, high: 100 * high }
}
