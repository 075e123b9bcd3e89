// What the step has started, kept where the post step finds it even when this process dies: in the runner's state of the step.

/** A run that this step is responsible for. Ids are the API's. */
export interface LedgerEntry {
  projectId: string
  testId: string
  /** Missing while the answer to the trigger is outstanding. */
  runId?: string
  /** When it was triggered, in ms since the epoch by the server's clock. */
  since: number
}

/** The name under which the runner keeps the ledger: `STATE_callmeter_runs` in the post step. */
export const LEDGER_STATE = 'callmeter_runs'

/** One open page of the ledger. */
export interface LedgerPage {
  /** The run's id is known. */
  started(runId: string): void
  /** Nothing is left to stop: the run has ended, was stopped, was never started, or is meant to go on. */
  close(): void
}

export interface Ledger {
  /** Notes a run that is about to be started. Written before the request goes out. */
  open(entry: LedgerEntry): LedgerPage
}

/**
 * A ledger that saves its open pages with each change. Opening a page throws where it cannot be saved, since nothing has been started then;
 * later failures go to `onFailure`, since the run is more important than the note of it.
 */
export function openLedger(save: (name: string, value: string) => void, onFailure: (error: unknown) => void): Ledger {
  const pages = new Set<LedgerEntry>()
  const write = (): void => save(LEDGER_STATE, JSON.stringify([...pages]))
  const rewrite = (): void => {
    try {
      write()
    } catch (error) {
      onFailure(error)
    }
  }
  return {
    open: (entry) => {
      const page = { ...entry }
      pages.add(page)
      write()
      return {
        started: (runId) => {
          page.runId = runId
          rewrite()
        },
        close: () => {
          if (pages.delete(page)) rewrite()
        },
      }
    },
  }
}

/** The open pages that a step left behind; none where it left no ledger, or one that cannot be read. */
export function readLedger(state: string | undefined): LedgerEntry[] {
  if (!state) return []
  let pages: unknown
  try {
    pages = JSON.parse(state)
  } catch {
    return []
  }
  if (!Array.isArray(pages)) return []
  return pages.filter(
    (page: Partial<LedgerEntry> | null): page is LedgerEntry =>
      typeof page === 'object' &&
      page !== null &&
      typeof page.projectId === 'string' &&
      typeof page.testId === 'string' &&
      typeof page.since === 'number' &&
      (page.runId === undefined || typeof page.runId === 'string'),
  )
}
