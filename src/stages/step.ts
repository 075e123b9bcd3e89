// All tests of a step: looked up, run side by side, and the worst verdict counts.
import { prefixed } from '../base/log.ts'
import { inParallel } from '../base/parallel.ts'
import { codeOf, explain, failedAs } from '../base/failure.ts'
import type { Inputs } from '../inputs/inputs.ts'
import type { Task } from '../model/task.ts'
import { type Verdict, worst } from '../model/verdict.ts'
import { plain } from '../base/text.ts'
import type { Known, KnownRun } from '../report/known.ts'
import { type RunReport, type StepReport, reportOf } from '../report/report.ts'
import { checkBaselineFile } from './baseline.ts'
import { type FindInputs, findTasks } from './find.ts'
import { type TestInputs, runTest } from './pipeline.ts'
import { PROGRESS_EVERY_MS, progressBoard, progressLine } from './progress.ts'
import type { StageTools } from './tools.ts'

export type StepInputs = FindInputs & TestInputs & Pick<Inputs, 'max-parallel' | 'fail-fast' | 'fail-on'>

/** What became of all tests. */
export type Outcome = Pick<StepReport, 'verdict' | 'runs' | 'problem' | 'code' | 'failFast'>

/** Finds what the workflow names and runs it. `onRuns` takes the runs that are known by then, in the order of the inputs. */
export async function runStep(
  inputs: StepInputs,
  tools: Omit<StageTools, 'events'>,
  onRuns: (runs: readonly (KnownRun | undefined)[]) => void,
): Promise<Outcome> {
  const { log, apis, world } = tools
  let tasks: Task[]
  try {
    checkBaselineFile(inputs.baseline, world.files)
    const scope = { deadline: world.clock.now() + inputs.timeout, signal: world.signal }
    tasks = await log.group('Find the test', async () => {
      const found = await findTasks(inputs, apis.callMeter, scope, log)
      await apis.farEnd?.findNumber(scope)
      return found
    })
  } catch (error) {
    if (failedAs(error, 'aborted'))
      return { verdict: 'cancelled', runs: [], problem: 'The workflow was cancelled before anything was started.' }
    return { verdict: 'error', runs: [], problem: explain(error), code: codeOf(error) }
  }
  const several = tasks.length > 1
  const known: (KnownRun | undefined)[] = tasks.map(() => undefined)
  const board = progressBoard(tasks.length, PROGRESS_EVERY_MS, world.clock, log)
  // Calls to one number cannot be told apart by the test that placed them.
  const parallel = apis.farEnd ? 1 : inputs['max-parallel']
  if (apis.farEnd && several) log.info('The tests run one after the other, so that their calls can be distinguished.')
  let failed: { name: string; verdict: Verdict } | undefined
  const runs = await inParallel(tasks, parallel, async (task, i) => {
    const name = nameOf(task)
    if (failed !== undefined && inputs['fail-fast'] && task.kind === 'test') {
      board.done(name)
      return notStarted(task, failed, inputs['run-url'])
    }
    const events: StageTools['events'] = {
      run: (run) => {
        known[i] = run
        onRuns(known)
      },
      progress: (progress) => (several ? board.update(name, progress) : log.info(progressLine(progress))),
    }
    const report = await runTest(task, inputs, { ...tools, events, log: several ? prefixed(log, name) : log })
    board.done(name)
    if (inputs['fail-on'].includes(report.verdict)) failed ??= { name, verdict: report.verdict }
    return report
  })
  const started = runs.filter((run) => !run.notStarted)
  return {
    verdict: worst(started.map(({ verdict }) => verdict)),
    runs,
    ...(inputs['fail-fast'] && several ? { failFast: inputs['fail-on'] } : {}),
  }
}

/** What is said of a test that was not started, since another had failed the step. */
function notStarted(task: Task, { name, verdict }: { name: string; verdict: Verdict }, template: string): RunReport {
  const reason = `Not started: \`fail-fast\` is true, and ${plain(name, 100)} had ended as \`${verdict}\`.`
  const known: Known = { task, thresholds: [], notes: [] }
  return { ...reportOf(known, { verdict: 'not-run', reason }, template), notStarted: true }
}

function nameOf(task: Task): string {
  return task.kind === 'test' ? (task.test.name ?? task.asked) : task.asked
}
