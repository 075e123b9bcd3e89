// What the stages have found out about one test so far. Each adds to it, and none changes what is there.
import { optional } from '../base/fields.ts'
import type { Judgement } from '../model/verdict.ts'
import { runUrl } from '../model/run-url.ts'
import type { Task } from '../model/task.ts'
import type { Started, Watched } from '../model/watched.ts'
import type { Subject, Absence } from '../model/subject.ts'
import type { ThresholdResult } from '../thresholds/evaluate.ts'
import type { EarlierRun } from '../thresholds/reference.ts'

/** A baseline that was found: its name for people, and the run, or what each of several measured, the oldest first; `leftOut` tells which do not count. */
export type Baseline =
  | { name: string; subject: Subject; runs?: undefined }
  | { name: string; runs: readonly EarlierRun[]; leftOut?: string; subject?: undefined }

/** Everything that is known of one test. What a stage has not come to is missing. */
export interface Known {
  task: Task
  started?: Started
  watched?: Watched
  /** What the run measured. */
  subject?: Subject
  /** What `baseline` stands for, or why it could not be had; missing where the workflow names none. */
  baseline?: Baseline | Absence
  thresholds: readonly ThresholdResult[]
  /** What the run's length says against it. */
  doubt?: Judgement
  /** What else the reader should know, a sentence each. */
  notes: readonly string[]
}

/** Which run it is, as others than its own stages need to know. */
export interface KnownRun {
  runId?: string
  /** Missing where neither the API nor the workflow says where it is. */
  runUrl?: string
  test: { asked: string; id?: string; name?: string }
}

/** Which run it is. `template` is the workflow's `run-url`. A run that was not started here is of the test that it names itself. */
export function knownRun({ task, started, watched }: Known, template: string): KnownRun {
  const run = watched?.run
  const [id, name] = task.kind === 'test' ? [task.test.id, task.test.name] : [run?.testId, run?.name]
  const runId = started?.runId
  const address = { project: task.project.id, test: id ?? '', run: runId ?? '' }
  const url = runId === undefined ? undefined : runUrl(template, address, run?.url)
  return { ...optional({ runId, runUrl: url }), test: { asked: task.asked, ...optional({ id, name }) } }
}

/** Planned length of the calls in seconds: as the run itself says, else as its test does. */
export function plannedSecondsOf({ task, watched }: Known): number | undefined {
  return watched?.run?.plannedSeconds ?? (task.kind === 'test' ? task.test.plannedSeconds : undefined)
}
