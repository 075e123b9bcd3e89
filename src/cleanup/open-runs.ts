// The runs that this step has to see to their end, kept where the post step finds them even when this process dies: in the runner's state of the step.

/** A run that is not known to be over. Ids are the API's. */
export interface OpenRun {
  projectId: string
  testId: string
  /** Missing while the answer to the trigger is outstanding. */
  runId?: string
  /** Whether the run was only found, and may be somebody else's. It is never stopped then. */
  presumed?: true
  /** Whether the workflow wants it left alone whatever happens. */
  leave?: true
  /** When the request went out, and when it was over, in ms since the epoch by the server's clock; missing where that cannot be told. */
  since?: number
  until?: number
  /** When the request went out by this machine's clock, in ms since the epoch. */
  askedAt?: number
  /** The ids of the test's newest runs before, and whether those were all; missing where they could not be listed. */
  before?: readonly string[]
  beforeIsAll?: true
  /** The idempotency key of the request. */
  key?: string
}

/** A run whose id is known. */
export type NamedRun = OpenRun & { runId: string }

/** The name under which the runner keeps them: `STATE_callmeter_runs` in the post step. */
export const OPEN_RUNS_STATE = 'callmeter_runs'

/** What becomes of an open run. */
export interface OpenRunEntry {
  /** More is known of the run: when it was asked for, which it is. */
  learn(facts: Partial<OpenRun>): void
  /** Nothing is left to stop: the run has ended, was stopped, was never started, or is meant to go on. */
  close(): void
}

export interface OpenRuns {
  /** Saves a run that is about to be started. Written before the request goes out. */
  open(run: OpenRun): OpenRunEntry
}

/**
 * Saves the open runs with each change. Opening one throws if it cannot be saved, since nothing has been started then; later failures go to
 * `onFailure`, since the run is more important than the note of it.
 */
export function openRunsIn(save: (name: string, value: string) => void, onFailure: (error: unknown) => void): OpenRuns {
  const runs = new Map<number, OpenRun>()
  let opened = 0
  const write = (): void => save(OPEN_RUNS_STATE, JSON.stringify([...runs.values()]))
  const rewrite = (): void => {
    try {
      write()
    } catch (error) {
      onFailure(error)
    }
  }
  return {
    open: (run) => {
      const place = opened++
      runs.set(place, { ...run })
      write()
      return {
        learn: (facts) => {
          const known = runs.get(place)
          if (!known) return
          runs.set(place, { ...known, ...facts })
          rewrite()
        },
        close: () => {
          if (runs.delete(place)) rewrite()
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
  return runs.filter(isOpenRun)
}

function isOpenRun(run: Partial<OpenRun> | null): run is OpenRun {
  if (typeof run !== 'object' || run === null) return false
  const isText = (value: unknown): boolean => typeof value === 'string'
  const maybe = (value: unknown, type: string): boolean => value === undefined || typeof value === type
  return (
    isText(run.projectId) &&
    isText(run.testId) &&
    maybe(run.runId, 'string') &&
    maybe(run.key, 'string') &&
    maybe(run.since, 'number') &&
    maybe(run.until, 'number') &&
    maybe(run.askedAt, 'number') &&
    (run.before === undefined || (Array.isArray(run.before) && run.before.every(isText)))
  )
}
