/** What a value is counted in. `''` is a number without a unit; `ms` and `s` are both times and convert into each other. */
export type Unit = '' | '%' | 'ms' | 's'

/** Which way a metric is better. */
export type Better = 'higher' | 'lower' | 'nearer-zero'

/** What is known of a metric. */
export interface MetricFacts {
  unit: Unit
  /** The unit as people write it, where `unit` has no name for it: `packets`, `ppm`. */
  label?: string
  /** Unknown where the vendor's documentation gives none: then no direction or track is the worse one. */
  better?: Better
  /** A few words for somebody who is not a voice engineer. */
  meaning: string
}

/** A count of what should not happen. */
const faults = (meaning: string): MetricFacts => ({ unit: '', better: 'lower', meaning })

/** The metrics that the vendor documents. Any other numeric key can be gated on too, without unit and better direction. */
export const METRICS: Readonly<Record<string, MetricFacts>> = {
  mos: { unit: '', better: 'higher', meaning: 'speech quality as people rate it, 1 to 5' },
  r_factor: { unit: '', better: 'higher', meaning: 'transmission quality, 0 to 100 (ITU-T G.107)' },
  jitter_ms: { unit: 'ms', better: 'lower', meaning: 'how unevenly packets arrive' },
  rtt_ms: { unit: 'ms', better: 'lower', meaning: 'time to the far end and back' },
  fraction_lost: { unit: '%', better: 'lower', meaning: 'packets that never arrived' },
  packets_lost: { unit: '', label: 'packets', better: 'lower', meaning: 'packets that never arrived' },
  clock_drift_estimate: { unit: '', label: 'ppm', better: 'nearer-zero', meaning: 'how fast the media clocks part' },
  clock_skew_estimate: { unit: '', label: 'ppm', better: 'nearer-zero', meaning: 'how far the media clocks are apart' },
  timestamp_jumps: faults('breaks in the media timestamps'),
  ssrc_switches: faults('changes of the media source'),
  srtp_decrypt_failures: faults('packets that could not be decrypted'),
  dtls_rehandshakes: faults('repeated key exchanges'),
  rtcp_sr_rr_interval_ms: { unit: 'ms', meaning: 'time between RTCP reports' },
  burst_density: { unit: '', better: 'lower', meaning: 'share of loss within bursts' },
  gap_density: { unit: '', better: 'lower', meaning: 'share of loss between bursts' },
  burst_duration: { unit: 'ms', better: 'lower', meaning: 'how long bursts of loss last' },
  gap_duration: { unit: 'ms', better: 'lower', meaning: 'how long the gaps between bursts last' },
  packets_sent: { unit: '', label: 'packets', meaning: 'packets sent' },
  packets_received: { unit: '', label: 'packets', meaning: 'packets received' },
  bytes_sent: { unit: '', label: 'bytes', meaning: 'bytes sent' },
  bytes_received: { unit: '', label: 'bytes', meaning: 'bytes received' },
  packets_sent_rate_ps: { unit: '', label: 'packets/s', meaning: 'packets sent per second' },
  packets_recv_rate_ps: { unit: '', label: 'packets/s', meaning: 'packets received per second' },
  bytes_sent_rate_bps: { unit: '', label: 'bit/s', meaning: 'media rate sent' },
  bytes_recv_rate_bps: { unit: '', label: 'bit/s', meaning: 'media rate received' },
  duplicate_packets: faults('packets that arrived twice'),
  out_of_order_packets: faults('packets that overtook one another'),
  sequence_number_resets: faults('restarts of the packet numbering'),
  sequence_number_gaps: faults('holes in the packet numbering'),
}

/** Metrics shown in a summary whether or not a threshold names them: the ones that the vendor's own dashboard leads with. */
export const HEADLINE_METRICS: readonly string[] = ['mos', 'jitter_ms', 'fraction_lost', 'rtt_ms']

/** What is known of a metric; undefined for a key that the catalogue does not have. */
export function metricFacts(metric: string): MetricFacts | undefined {
  return Object.hasOwn(METRICS, metric) ? METRICS[metric] : undefined
}

/** Values of a run as a whole. Those over endpoints take a `where`; those of the far end are CallScaler's. */
export const FACTS = {
  success_rate: { unit: '%', better: 'higher', over: 'endpoints', meaning: 'endpoints that succeeded' },
  failed_endpoints: {
    unit: '',
    better: 'lower',
    over: 'endpoints',
    meaning: 'endpoints that ended otherwise, or not at all',
  },
  endpoints: { unit: '', better: undefined, over: 'endpoints', meaning: 'endpoints that took part' },
  silent_calls: {
    unit: '',
    better: 'lower',
    over: 'endpoints',
    meaning: 'endpoints that succeeded and carried no media at all',
  },
  one_way_calls: {
    unit: '',
    better: 'lower',
    over: 'endpoints',
    meaning: 'endpoints that succeeded and carried media in one direction only',
  },
  asr: { unit: '%', better: 'higher', over: 'endpoints', meaning: 'answer-seizure ratio (ITU-T E.425)' },
  ner: { unit: '%', better: 'higher', over: 'endpoints', meaning: 'network effectiveness ratio (ITU-T E.425)' },
  ser: { unit: '%', better: 'higher', over: 'endpoints', meaning: 'session establishment ratio (RFC 6076, 4.6)' },
  seer: {
    unit: '%',
    better: 'higher',
    over: 'endpoints',
    meaning: 'session establishment effectiveness ratio (RFC 6076, 4.7)',
  },
  isa: { unit: '%', better: 'lower', over: 'endpoints', meaning: 'ineffective session attempts (RFC 6076, 4.8)' },
  duration: { unit: 's', better: undefined, over: 'run', meaning: 'time running' },
  queue_time: { unit: 's', better: 'lower', over: 'run', meaning: 'time waiting for capacity' },
  received_calls: { unit: '', better: 'higher', over: 'far end', meaning: 'calls that the number received' },
  answered_calls: { unit: '', better: 'higher', over: 'far end', meaning: 'of those, the answered ones' },
  missed_calls: { unit: '', better: 'lower', over: 'far end', meaning: 'of those, the ones that nobody answered' },
  voicemail_calls: { unit: '', better: undefined, over: 'far end', meaning: 'of those, the ones that voicemail took' },
  answer_rate: { unit: '%', better: 'higher', over: 'far end', meaning: 'answered calls of those received' },
} as const satisfies Record<
  string,
  { unit: Unit; better: Better | undefined; over: 'endpoints' | 'run' | 'far end'; meaning: string }
>

export type FactName = keyof typeof FACTS

type Over = (typeof FACTS)[FactName]['over']
type FactOver<O extends Over> = { [Name in FactName]: (typeof FACTS)[Name]['over'] extends O ? Name : never }[FactName]
/** Facts that are no matter of endpoints. */
export type RunFact = FactOver<'run' | 'far end'>

/** Whether a word names a fact. */
export function isFact(name: string): name is FactName {
  return Object.hasOwn(FACTS, name)
}

/** Whether a fact is over endpoints, of the run, or of the far end, for which CallScaler has to be asked. */
export function isFactOver<O extends Over>(over: O, name: FactName): name is FactOver<O> {
  return FACTS[name].over === over
}
