// An API with its key, and all that its requests go through: exchange, pace, repetition, the log.
import { formatDuration } from '../../base/duration.ts'
import type { Log } from '../../base/log.ts'
import type { BearerApiOptions } from './bearer-api.ts'
import { createPace } from './pace.ts'
import type { Exchange, ExchangeOptions, Guidance } from './request.ts'
import type { RetryNotice, RetryTools } from './retry.ts'

/** What is known of an API before anything is asked of it. */
export interface Vendor extends Guidance {
  /** How many requests a minute its documentation grants. */
  limitPerMinute: number
}

export interface Connection {
  apiUrl: URL
  apiKey: string
  /** Words that must not be told beside the key: other keys. */
  secrets?: readonly string[]
}

export interface ConnectionTools extends Pick<RetryTools, 'clock' | 'random'> {
  exchange: (options: ExchangeOptions) => Exchange
  log: Log
}

/** What the client of a vendor's API needs. Each call begins a pace of its own. */
export function connectionTo(
  vendor: Vendor,
  { secrets = [], ...address }: Connection,
  { exchange, clock, random, log }: ConnectionTools,
): BearerApiOptions {
  return {
    ...address,
    clock,
    random,
    exchange: exchange({ secrets: [address.apiKey, ...secrets], clock, guidance: vendor }),
    pace: createPace(clock, random, vendor.limitPerMinute),
    onRetry: (notice) => log.info(retryLine(notice)),
  }
}

function retryLine({ failure, waitMs, sinceMs }: RetryNotice): string {
  const since = sinceMs > 0 ? `; it has been failing for ${formatDuration(sinceMs)}` : ''
  return `${failure.message} Trying again in ${formatDuration(waitMs)}${since}.`
}
