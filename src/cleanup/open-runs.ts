// The runs that this step has to see to their end, kept where the post step finds them even when this process dies: in the runner's state of the step.

/** A run that is not known to be over. Ids are the API's. */
export interface OpenRun {
  projectId: string
  testId: string
  /** Missing while the answer to the trigger is outstanding. */
  runId?: string
  /** When it was triggered, in ms since the epoch by the server's clock. */
  since: number
}

/** The name under which the runner keeps them: `STATE_callmeter_runs` in the post step. */
export const OPEN_RUNS_STATE = 'callmeter_runs'

/** What becomes of an open run. */
export interface OpenRunEntry {
  /** The run's id is known. */
  started(runId: string): void
  /** Nothing is left to stop: the run has ended, was stopped, was never started, or is meant to go on. */
  close(): void
}

export interface OpenRuns {
  /** Saves a run that is about to be started. Written before the request goes out. */
  open(run: OpenRun): OpenRunEntry
}

/** The entry of a run that the workflow wants left alone whatever happens: nothing is saved. */
export const NO_ENTRY: OpenRunEntry = { started: () => undefined, close: () => undefined }

/**
 * Saves the open runs with each change. Opening one throws if it cannot be saved, since nothing has been started then; later failures go to
 * `onFailure`, since the run is more important than the note of it.
 */
export function openRunsIn(save: (name: string, value: string) => void, onFailure: (error: unknown) => void): OpenRuns {
  const runs = new Set<OpenRun>()
  const write = (): void => save(OPEN_RUNS_STATE, JSON.stringify([...runs]))
  const rewrite = (): void => {
    try {
      write()
    } catch (error) {
      onFailure(error)
    }
  }
  return {
    open: (opened) => {
      const run = { ...opened }
      runs.add(run)
      write()
      return {
        started: (runId) => {
          run.runId = runId
          rewrite()
        },
        close: () => {
          if (runs.delete(run)) rewrite()
        },
      }
    },
  }
}

/** The open runs that a step left behind; none where it saved none, or what it saved cannot be read. */
export function readOpenRuns(state: string | undefined): OpenRun[] {
  if (!state) return []
  let runs: unknown
  try {
    runs = JSON.parse(state)
  } catch {
    return []
  }
  if (!Array.isArray(runs)) return []
  return runs.filter(
    (run: Partial<OpenRun> | null): run is OpenRun =>
      typeof run === 'object' &&
      run !== null &&
      typeof run.projectId === 'string' &&
      typeof run.testId === 'string' &&
      typeof run.since === 'number' &&
      (run.runId === undefined || typeof run.runId === 'string'),
  )
}
