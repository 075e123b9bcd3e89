// What the stages of one test work with.
import type { CallMeter } from '../apis/callmeter/client.ts'
import type { FarEnd } from '../apis/callscaler/far-end.ts'
import type { Log } from '../base/log.ts'
import type { JobRuns } from '../cleanup/job-runs.ts'
import type { OpenRuns } from '../cleanup/open-runs.ts'
import type { KnownRun } from '../report/known.ts'
import type { World } from '../world.ts'
import type { BaseRun } from './base-branch.ts'
import type { Progress } from './progress.ts'
import type { Absence } from '../model/subject.ts'

export interface StageTools {
  world: Pick<World, 'clock' | 'random' | 'env' | 'files' | 'signal'>
  log: Log
  apis: {
    callMeter: CallMeter
    /** Missing if the workflow names no tracking number. */
    farEnd?: FarEnd
    /** The run of a test that the base branch passed with. */
    baseRun: (testId: string) => Promise<BaseRun | Absence>
  }
  /** What may be left going when this process dies, and whose it is. */
  cleanup: { openRuns: OpenRuns; jobRuns: JobRuns }
  events: {
    /** Called as soon as the run's id is known, and when more becomes known of it. */
    run: (run: KnownRun) => void
    /** Takes how far the run is while it is waited for. */
    progress: (progress: Progress) => void
  }
}
