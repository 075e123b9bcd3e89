// The E-model, ITU-T Recommendation G.107 (06/2015), with every parameter that is not named here at its default.

/** How a codec takes loss: equipment impairment factor Ie and packet-loss robustness Bpl. Source: ITU-T G.113, Appendix I. */
export interface CodecRobustness {
  readonly ie: number
  readonly bpl: number
}

/** G.711 with packet-loss concealment. Source: ITU-T G.113, Appendix I. */
export const G711_WITH_CONCEALMENT: CodecRobustness = { ie: 0, bpl: 25.1 }

/** G.729A with voice activity detection. Source: ITU-T G.113, Appendix I. */
export const G729A: CodecRobustness = { ie: 11, bpl: 19 }

/** Ro - Is at default values: the basic signal-to-noise ratio less the simultaneous impairments. Source: G.107, table 2 and clause 7.7. */
const RO_LESS_IS = 93.2

/**
 * Id, the impairment by delay, from the absolute one-way delay in ms. Source: G.107, equation 7-27 and those below it, with
 * the sensitivity sT = 1 and the minimum perceivable delay mT = 100 ms. Echo is taken as cancelled: Idte = Idle = 0, Id = Idd.
 */
export function delayImpairment(oneWayDelayMs: number): number {
  if (oneWayDelayMs <= 100) return 0
  const x = Math.log2(oneWayDelayMs / 100)
  return 25 * ((1 + x ** 6) ** (1 / 6) - 3 * (1 + (x / 3) ** 6) ** (1 / 6) + 2)
}

/**
 * Ie-eff, the impairment by the codec and by loss: Ie + (95 - Ie) * Ppl / (Ppl / BurstR + Bpl). Source: G.107, clause 7.5.
 * `lossPercent` is Ppl; `burstRatio` is BurstR: the mean length of loss bursts over that under random loss (1 = random).
 */
export function lossImpairment(lossPercent: number, burstRatio: number, codec: CodecRobustness): number {
  return codec.ie + ((95 - codec.ie) * lossPercent) / (lossPercent / burstRatio + codec.bpl)
}

/** R = Ro - Is - Id - Ie-eff + A, kept within 0 to 100; `advantage` is A. Source: G.107, equation 7-1. */
export function rFactor(idImpairment: number, ieEffImpairment: number, advantage = 0): number {
  return Math.max(0, Math.min(100, RO_LESS_IS - idImpairment - ieEffImpairment + advantage))
}

/** MOS from R: 1 + 0.035 R + R (R - 60) (100 - R) 7e-6, 1 below R = 0 and 4.5 above 100. Source: G.107, Annex B, equation B-4. */
export function mosFromR(r: number): number {
  if (r <= 0) return 1
  if (r >= 100) return 4.5
  // Just above R = 0 the polynomial falls a little below 1, which no listener can say.
  return Math.max(1, 1 + 0.035 * r + r * (r - 60) * (100 - r) * 7e-6)
}
