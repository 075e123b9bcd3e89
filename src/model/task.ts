// What a step runs: tests that it starts, or runs that exist.

export interface Project {
  id: string
  slug?: string
  name?: string
}

export interface Test {
  id: string
  slug?: string
  name?: string
  /** Planned length of the calls, in seconds. */
  plannedSeconds?: number
  endpointCount?: number
}

/** A test as far as it is known: its id at least. */
export interface FoundTest extends Test {
  /** Whether the API listed it; where it did not, the id is the workflow's word for it. */
  listed: boolean
}

/** What each task has: the project, and what the workflow calls the two. */
interface Named {
  project: Project & { asked: string }
  asked: string
}

/** A test that is to be started. */
export interface TestTask extends Named {
  kind: 'test'
  test: FoundTest
}

/** A run that exists, and is to be followed. */
export interface RunTask extends Named {
  kind: 'run'
  runId: string
}

/** What is run and judged. */
export type Task = TestTask | RunTask
