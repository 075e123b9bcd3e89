// Generated from openapi.yaml by `npm run wire`. Change the description, not this file.

/**
 * Every shape that openapi.yaml describes, by name.
 */
export interface CallScalerWire {
  ErrorAnswer: ErrorAnswer
  Pagination: Pagination
  TrackingNumber: TrackingNumber
  NumberList: NumberList
  NumbersAnswer: NumbersAnswer
  Call: Call
  CallList: CallList
  CallsAnswer: CallsAnswer
}
export interface ErrorAnswer {
  /**
   * Older edition; newer edition, where `rate_limit_exceeded` is documented by both.
   */
  error?:
    | {
        /**
         * The HTTP status again.
         */
        code?: string
        message?: string
        [k: string]: unknown
      }
    | string
  /**
   * Sometimes beside an `error` word.
   */
  message?: string
  /**
   * Seconds, in a 429.
   */
  retry_after?: number
  [k: string]: unknown
}
/**
 * Newer edition; in some examples flat in `data`.
 */
export interface Pagination {
  total?: number
  has_more?: boolean
  next_cursor?: string | null
  limit?: number
  offset?: number
  [k: string]: unknown
}
export interface TrackingNumber {
  /**
   * A UUID.
   */
  id: string | number
  /**
   * As `+15735551234`.
   */
  phone_number: string
  /**
   * `name` elsewhere.
   */
  friendly_name?: string | null
  name?: string | null
  status?: string
  /**
   * ISO 8601 in UTC.
   */
  created_at?: string
  [k: string]: unknown
}
export interface NumberList {
  numbers: TrackingNumber[]
  total?: number
  [k: string]: unknown
}
export interface NumbersAnswer {
  data: NumberList
  [k: string]: unknown
}
export interface Call {
  /**
   * A UUID.
   */
  id: string | number
  /**
   * ISO 8601 in UTC. Whether it is when the call came in is not told; it is taken so.
   */
  created_at: string
  /**
   * answered, missed, voicemail; or completed, no-answer, voicemail, busy, failed. That a call still going on has another one, or none, is assumed.
   */
  status?: string | null
  /**
   * inbound or outbound. Where it is not told, a call to the number is taken as inbound.
   */
  direction?: string | null
  /**
   * As `+15735551234`. That an outbound call can be without is assumed.
   */
  tracking_number: string
  caller_number?: string | null
  duration_seconds?: number | null
  recording_url?: string | null
  recording_duration?: number | null
  cost_cents?: number | null
  [k: string]: unknown
}
export interface CallList {
  calls: Call[]
  /**
   * How many calls the filters leave, on all pages.
   */
  total?: number
  /**
   * Newer edition only.
   */
  has_more?: boolean
  /**
   * Newer edition only.
   */
  next_cursor?: string | null
  /**
   * Newer edition only.
   */
  limit?: number
  /**
   * Newer edition only.
   */
  offset?: number
  pagination?: Pagination
  [k: string]: unknown
}
export interface CallsAnswer {
  data: CallList
  [k: string]: unknown
}
