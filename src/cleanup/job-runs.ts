// Which runs belong to which step of a job. Steps may run side by side and start the same test, so a step that looks for a run whose id it
// never got must not take another's. The runner's temporary folder is the one place that all steps of a job share, and no other job.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The runs that the steps of a job have taken. */
export interface JobRuns {
  /** Takes a run for one test of this step. False where another has it: of this step, or of another step of the job. */
  take(runId: string): boolean
  /** Whether the run has been taken, by a test of this step or by another step of the job. */
  isTaken(runId: string): boolean
}

/** An id in the form in which two are the same: the case of letters tells none apart. */
const keyOf = (runId: string): string => runId.toLowerCase()

/** The job's runs, below `folder` (RUNNER_TEMP). Without one, or where it cannot be written to, every run is free. */
export function jobRunsIn(folder: string | undefined): JobRuns {
  const own = new Set<string>()
  const takeOnce = (runId: string): boolean => !own.has(keyOf(runId)) && own.add(keyOf(runId)) !== undefined
  if (!folder) return { take: takeOnce, isTaken: (runId) => own.has(keyOf(runId)) }
  const runs = join(folder, 'callmeter-run-test')
  const fileOf = (runId: string): string => join(runs, createHash('sha256').update(keyOf(runId)).digest('hex'))
  return {
    take: (runId) => {
      if (own.has(keyOf(runId))) return false
      try {
        mkdirSync(runs, { recursive: true })
        writeFileSync(fileOf(runId), '', { flag: 'wx' })
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
      }
      return takeOnce(runId)
    },
    isTaken: (runId) => own.has(keyOf(runId)) || existsSync(fileOf(runId)),
  }
}
