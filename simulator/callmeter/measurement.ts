import { delayImpairment, G711_WITH_CONCEALMENT, lossImpairment, mosFromR, rFactor } from './e-model.ts'
import { factorAroundOne } from '../server/random.ts'
import type { Random } from '../server/random.ts'
import type { Impairment, Legs } from './scenarios.ts'

/** One value's course over the seconds of a call. */
export interface Statistics {
  readonly avg: number
  readonly min: number
  readonly max: number
  readonly p95: number
}

/** A metric that is measured in both directions. */
export interface BothDirections {
  readonly send: Statistics
  readonly receive: Statistics
}

/** What one endpoint measured, by metric key. Percentages are 0 to 100. */
export type Measured = Record<string, number | BothDirections>

const PACKETS_A_SECOND = 50 // 20 ms of speech in each
const BYTES_A_PACKET = 172 // 160 of G.711, 12 of RTP header
const PACKETISATION_MS = 20

// How much better the best second of a call is than its mean, and so on: impairments are multiplied by these.
const BEST_SECOND = 0.5
const GOOD_SECOND = 0.6
const BAD_SECOND = 1.5
const WORST_SECOND = 2.2

/** The de-jitter buffer's depth in ms: five times the jitter, within 40 to 160 ms, as adaptive buffers do. */
function bufferMs(jitterMs: number): number {
  return Math.max(40, Math.min(160, 5 * jitterMs))
}

/** R as the listener at the end of one leg hears it. */
export function rOfLeg({ delayMs, jitterMs, lossPercent, burstRatio }: Impairment): number {
  const buffer = bufferMs(jitterMs)
  // Packets later than the buffer is deep are lost too; lateness is taken as exponential with the jitter as its mean.
  const latePercent = jitterMs > 0 ? 100 * Math.exp(-buffer / jitterMs) : 0
  const mouthToEar = delayMs + buffer + PACKETISATION_MS
  return rFactor(
    delayImpairment(mouthToEar),
    lossImpairment(Math.min(100, lossPercent + latePercent), burstRatio, G711_WITH_CONCEALMENT),
  )
}

const round = (value: number, digits: number) => Number(value.toFixed(digits))

function worsened(leg: Impairment, factor: number): Impairment {
  return {
    ...leg,
    delayMs: leg.delayMs * factor,
    jitterMs: leg.jitterMs * factor,
    lossPercent: leg.lossPercent * factor,
  }
}

function statistics(value: (factor: number) => number, digits: number, better: 'higher' | 'lower'): Statistics {
  const [low, high, p95] =
    better === 'lower' ? [BEST_SECOND, WORST_SECOND, BAD_SECOND] : [WORST_SECOND, BEST_SECOND, GOOD_SECOND]
  return {
    avg: round(value(1), digits),
    min: round(value(low), digits),
    max: round(value(high), digits),
    p95: round(value(p95), digits),
  }
}

/** Everything that one endpoint measures in a call of `seconds`. The PBX passes the media on, so each leg has its own impairments. */
export function measureCall(random: Random, means: Legs, spread: number, seconds: number): Measured {
  const vary = (leg: Impairment): Impairment => ({
    delayMs: leg.delayMs * factorAroundOne(random, spread),
    jitterMs: leg.jitterMs * factorAroundOne(random, spread),
    lossPercent: Math.min(100, leg.lossPercent * factorAroundOne(random, spread)),
    burstRatio: leg.burstRatio,
  })
  const send = vary(means.send)
  const receive = vary(means.receive)
  const both = (value: (leg: Impairment, factor: number) => number, digits: number, better: 'higher' | 'lower') => ({
    send: statistics((factor) => value(send, factor), digits, better),
    receive: statistics((factor) => value(receive, factor), digits, better),
  })
  const roundTrip = send.delayMs + receive.delayMs + 2

  const sent = Math.round(seconds * PACKETS_A_SECOND)
  const lost = Math.round((sent * receive.lossPercent) / 100)
  const received = sent - lost
  const lossShare = receive.lossPercent / 100
  // Mean loss burst under random loss is 1 / (1 - p) packets; BurstR multiplies it. Source: G.107, clause 7.5.
  const burstPackets = receive.burstRatio / (1 - Math.min(0.99, lossShare))
  const trying = 8 + roundTrip * factorAroundOne(random, 0.2)
  const ringing = trying + 120 * factorAroundOne(random, 0.3)
  const setUp = ringing + 400 * factorAroundOne(random, 0.25)
  const rare = (chance: number) => (random() < chance ? 1 : 0)

  return {
    mos: both((leg, factor) => mosFromR(rOfLeg(worsened(leg, factor))), 3, 'higher'),
    r_factor: both((leg, factor) => rOfLeg(worsened(leg, factor)), 2, 'higher'),
    jitter_ms: both((leg, factor) => leg.jitterMs * factor, 2, 'lower'),
    rtt_ms: both((_leg, factor) => roundTrip * (0.8 + 0.2 * factor), 2, 'lower'),
    fraction_lost: both((leg, factor) => Math.min(100, leg.lossPercent * factor), 4, 'lower'),
    packets_lost: lost,
    packets_sent: sent,
    packets_received: received,
    bytes_sent: sent * BYTES_A_PACKET,
    bytes_received: received * BYTES_A_PACKET,
    packets_sent_rate_ps: PACKETS_A_SECOND,
    packets_recv_rate_ps: round(PACKETS_A_SECOND * (1 - lossShare), 2),
    bytes_sent_rate_bps: PACKETS_A_SECOND * BYTES_A_PACKET * 8,
    bytes_recv_rate_bps: round(PACKETS_A_SECOND * BYTES_A_PACKET * 8 * (1 - lossShare), 0),
    // Plausible figures for the rest; no model stands behind them.
    burst_density: round(Math.min(1, lossShare * 4 * receive.burstRatio), 4),
    gap_density: round(lossShare / 2, 4),
    burst_duration: round(burstPackets * PACKETISATION_MS, 1),
    gap_duration: round(PACKETISATION_MS / Math.max(0.001, lossShare), 1),
    clock_drift_estimate: round((random() - 0.5) * 20, 2),
    clock_skew_estimate: round((random() - 0.5) * 10, 2),
    rtcp_sr_rr_interval_ms: round(5000 * factorAroundOne(random, 0.02), 0),
    duplicate_packets: rare(0.05),
    out_of_order_packets: Math.round(receive.jitterMs / 10),
    sequence_number_gaps: Math.round(lost / burstPackets),
    timestamp_jumps: 0,
    ssrc_switches: 0,
    time_to_trying_ms: round(trying, 1),
    time_to_ringing_ms: round(ringing, 1),
    post_dial_delay_ms: round(ringing, 1),
    call_setup_time_ms: round(setUp, 1),
    call_duration_ms: Math.round(seconds * 1000),
  }
}
