// What to check first if a metric is outside its limit: the likely next step, as context beside a breach. No verdict rests on it.

/** The first things to check, by metric, with the document that names the cause. */
const CHECKS: Readonly<Record<string, string>> = {
  mos: 'packet loss, jitter and delay of the same calls, then the codec and transcoding (ITU-T G.107)',
  r_factor: 'packet loss, jitter and delay of the same calls, then the codec and transcoding (ITU-T G.107)',
  jitter_ms: 'queues on the path and QoS marking, then the CPU of media servers (RFC 3550, RFC 8837)',
  fraction_lost: 'congested or faulty links and rate limits on the path, then the CPU of media servers (RFC 3550)',
  packets_lost: 'congested or faulty links and rate limits on the path, then the CPU of media servers (RFC 3550)',
  burst_density: 'outages and route changes on the path at the time of the loss (RFC 3611)',
  burst_duration: 'outages and route changes on the path at the time of the loss (RFC 3611)',
  rtt_ms: 'the route of media and its relays, then queues on the path (ITU-T G.114)',
  out_of_order_packets: 'load balancing of single packets over several paths (RFC 3550)',
  srtp_decrypt_failures: 'keys and crypto suites of both sides, and what a border controller rewrites (RFC 3711)',
  dtls_rehandshakes: 'NAT bindings and address changes during calls (RFC 5763)',
  ssrc_switches: 'transfers, re-INVITEs and media servers that restart a stream (RFC 3550)',
  call_setup_time_ms: 'DNS, database lookups and load of the proxies, and retransmitted INVITEs in a trace (RFC 3261)',
}

/** What to check first if a metric is breached, as it reads after "Check"; undefined for metrics without such words. */
export function metricChecks(metric: string): string | undefined {
  return Object.hasOwn(CHECKS, metric) ? CHECKS[metric] : undefined
}
