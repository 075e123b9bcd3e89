// Generated from openapi.yaml by `npm run wire`. Change the description, not this file.

/**
 * Every thing that openapi.yaml describes, by name.
 */
export interface CallScalerWire {
  Pagination: Pagination
  TrackingNumber: TrackingNumber
  Call: Call
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
