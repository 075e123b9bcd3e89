// Generated from openapi.yaml by `npm run wire`. Change the description, not this file.

/**
 * One page shows the run's id as `testRunId`, another as `id`.
 */
export type TriggeredRun = {
  [k: string]: unknown
} & {
  testRunId?: string | number
  id?: string | number
  status?: string
  [k: string]: unknown
}
/**
 * A number; statistics such as `avg`, `min`, `max`, `p95`; `send` and `receive` (also `recv`); `audio` and `video`; nested in any order.
 */
export type MetricValue =
  | number
  | null
  | {
      [k: string]: MetricValue
    }

/**
 * Every thing that openapi.yaml describes, by name.
 */
export interface CallMeterWire {
  Pagination: Pagination
  Project: Project
  Test: Test
  TriggeredRun: TriggeredRun
  Run: Run
  Endpoint: Endpoint
  MetricValue: MetricValue
}
export interface Pagination {
  page: number
  perPage: number
  total: number
  totalPages: number
  [k: string]: unknown
}
export interface Project {
  id: string | number
  slug?: string
  name?: string
  testCount?: number
  probeCount?: number
  registrarCount?: number
  [k: string]: unknown
}
export interface Test {
  id: string | number
  name?: string
  slug?: string
  /**
   * How long each call lasts.
   */
  durationSeconds?: number
  endpointCount?: number
  [k: string]: unknown
}
export interface Run {
  /**
   * `testRunId` elsewhere.
   */
  id?: string | number
  testRunId?: string | number
  name?: string
  /**
   * PENDING, QUEUED, RUNNING, STOPPING; terminal: COMPLETED, FAILED, CANNOT_RUN_FOR_NOW. Other pages name Created and Dispatching, so any other status is taken as not terminal.
   */
  status: string
  /**
   * ISO 8601.
   */
  createdAt?: string
  testId?: string | number
  /**
   * ISO 8601.
   */
  startedAt?: string
  /**
   * ISO 8601.
   */
  completedAt?: string
  /**
   * The planned length of the calls.
   */
  durationSeconds?: number
  endpointCount?: number
  completedEndpoints?: number
  failureReason?: string
  /**
   * The `Idempotency-Key` of the request that started it.
   */
  idempotencyKey?: string
  /**
   * The run's page in the web application.
   */
  url?: string
  summary?: {
    [k: string]: unknown
  }
  [k: string]: unknown
}
/**
 * Any further numeric field, or object of numbers, is taken as a metric.
 */
export interface Endpoint {
  id?: string | number
  group?: string
  endpointPhase?: string
  /**
   * Null until the endpoint ends.
   */
  endpointOutcome?: string | null
  /**
   * Read where `endpointOutcome` is missing.
   */
  outcome?: string | null
  sipStatusCode?: number | null
  metrics?: {
    [k: string]: MetricValue
  }
  [k: string]: unknown
}
