// What a step is made of, and what each stage of it works with.
import type { BaselineTools } from './baseline.ts'
import type { Project } from '../apis/callmeter/answers.ts'
import type { CallMeter } from '../apis/callmeter/client.ts'
import type { Claims } from '../cleanup/claims.ts'
import type { Clock } from '../base/clock.ts'
import type { FarEnd } from './far-end.ts'
import type { Files } from '../base/files.ts'
import type { Ledger, LedgerPage } from '../cleanup/ledger.ts'
import type { Log } from '../base/log.ts'
import type { Progress } from './progress.ts'
import type { RunReport } from '../report/report.ts'
import type { FoundTest } from './find.ts'

/** What is run and judged: a test that is to be started, or a run that exists. */
export type Task = { project: Project; asked: string } & (
  { kind: 'test'; test: FoundTest } | { kind: 'run'; runId: string }
)

export interface TaskTools {
  api: CallMeter
  clock: Clock
  log: Log
  files: Pick<Files, 'read'>
  /** The run of a test that the base branch passed with. */
  baseRun: BaselineTools['baseRun']
  /** Missing where the workflow names no tracking number. */
  farEnd?: FarEnd
  random: () => number
  /** Aborts when the workflow is cancelled. */
  signal: AbortSignal
  ledger: Ledger
  claims: Claims
  env: NodeJS.ProcessEnv
  /** Takes what is known of the run's progress while it is waited for. */
  progress: (progress: Progress) => void
  /** Called as soon as the run's id is known, and when more becomes known of it. */
  onRun: (report: RunReport) => void
}

/** A run that is being followed. */
export interface Started {
  runId: string
  status?: string
  /** When it was triggered, by this machine's clock. */
  at: number
  /** Whether this step triggered it. */
  own: boolean
  page: LedgerPage
}
