// What report.html shows, in a form that JSON can hold: src/page/ reads it in a browser.

/** The whole page. Times are in ms since the epoch. */
export interface PageData {
  verdict: string
  /** The verdict in words. */
  heading: string
  /** What ended the step before there was any run. May have several lines. */
  problem?: string
  startedAt: number
  endedAt: number
  runs: readonly PageRun[]
}

/** One run. */
export interface PageRun {
  verdict: string
  heading: string
  /** Why, in one sentence. */
  reason: string
  notes: readonly string[]
  project: string
  test: string
  runId?: string
  /** http or https. */
  runUrl?: string
  /** The status last seen. */
  status?: string
  /** Whether a run with that status changes no more. */
  ended: boolean
  statuses: readonly { status: string; at: number }[]
  plannedSeconds?: number
  /** The run's start and end as the API reports them. */
  reported?: { startedAt?: number; endedAt?: number }
  running?: PageDuration
  queue?: PageDuration
  /** What matters most stands first. */
  thresholds: readonly PageThreshold[]
  /** `endpoints` is missing where it is several runs. */
  baseline?: { name: string; endpoints?: number }
  /** Why endpoints failed, the most frequent first. */
  failures: readonly PageFailure[]
  /** Every run of the test, where a breach was to be confirmed. */
  attempts?: readonly { verdict: string; heading: string; reason: string; runId?: string }[]
  /** The near end beside the far end; missing where that was not asked. `unknown` is why it said nothing. */
  ends?: { rows: readonly { what: string; near: string; far: string }[]; unknown?: string }
  /** Missing where no results were read. */
  endpoints?: PageEndpoints
  /** First those that a threshold names, then the headline ones. */
  metrics: readonly PageMetric[]
  /** Metrics that were measured and are not in the page, because it would be too large for a browser. */
  leftOut: readonly string[]
}

/** How long a run ran or waited; `polled` where the API does not report it, and this step measured it by polling. */
export interface PageDuration {
  seconds: number
  polled?: true
}

/** One threshold and what came of it. Its values are written out. */
export interface PageThreshold {
  text: string
  severity: 'fail' | 'warn'
  /** `held`, `breached`, `missing`, `invalid`, `unjudged`, `unconfirmed`; the page takes any other for one that was not judged. */
  state: string
  /** The state in words, with the distance to the limit where there is one: `breached by 0.39 (9.8 %)`. */
  result: string
  operator: string
  measured?: string
  limit?: string
  baseline?: string
  /** Against the baseline; `better` is missing where nobody knows which way is. */
  change?: { text: string; better?: boolean }
  /** How many endpoints it rests on, in words. */
  coverage?: string
  /** Which direction or track was the worse one. */
  decidedBy?: string
  /** What so few endpoints leave open. */
  interval?: string
  reason?: string
  note?: string
  /** How it went over the runs of the baseline; missing where they are not several. */
  trend?: PageTrend
  /** `quality.txt:3`, where it stands in a file. */
  place?: string
}

/** Endpoints that failed alike, in words. */
export interface PageFailure {
  who: string
  group?: string
  title: string
  what: string
  place: string
  look: string
  source?: string
}

/** A threshold over several runs, the oldest first and this one last. */
export interface PageTrend {
  /** `value` is null where a run has none; `good` tells on which side of today's limit it is. Times are in ms since the epoch. */
  points: readonly { value: number | null; text: string; at?: number; good?: boolean }[]
  limit?: { value: number; text: string }
  /** Since when it is breached, and whether its level shifted, in sentences. */
  said: string
}

/** A word, or number, for each endpoint: `words[at[i]]`. */
export interface PageColumn<T> {
  words: readonly (T | null)[]
  at: readonly number[]
}

/** The endpoints by column: place `i` of every list belongs to the same one. A column is missing where no endpoint has it. */
export interface PageEndpoints {
  size: number
  ids: readonly string[]
  groups?: PageColumn<string>
  phases?: PageColumn<string>
  sipStatuses?: PageColumn<number>
  /** null: not ended. */
  outcomes: PageColumn<string>
  /** For each of the outcomes' words whether it is a success. */
  good: readonly boolean[]
}

/** A metric, one value for each endpoint. */
export interface PageMetric {
  /** As a threshold names it: `fraction_lost.audio.send`. */
  name: string
  unit: '' | '%' | 'ms' | 's'
  /** The unit in words where `unit` has none: `packets`. */
  label?: string
  meaning?: string
  /** What its average means to people. */
  inWords?: string
  better?: 'higher' | 'lower' | 'nearer-zero'
  /** Whether a threshold names it. */
  named: boolean
  /** The directions or tracks of which the worse one counts for each endpoint. */
  sides?: readonly string[]
  /** null where an endpoint has none. At most six significant digits. */
  values: readonly (number | null)[]
  /** What the baseline's endpoints measured, in no order. */
  baseline?: readonly number[]
  limits: readonly PageLimit[]
}

/** A limit on an aggregate of a metric, or on the endpoints that are counted by it. */
export interface PageLimit {
  operator: '>=' | '>' | '<=' | '<' | '==' | '!='
  value: number
  /** The value with its unit. */
  text: string
  threshold: string
  /** What has the limit: `avg`, `p95`; missing where endpoints are counted. */
  by?: string
  /** Whether the limit is one for each endpoint: only then is an endpoint on its other side worth a mark. */
  each?: true
}
