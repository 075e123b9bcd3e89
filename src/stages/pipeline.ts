// One test, from its trigger to its verdict: the stages in their order. Each returns what it found out, and is told only what it needs.
import { optional } from '../base/fields.ts'
import type { Inputs } from '../inputs/inputs.ts'
import type { Task } from '../model/task.ts'
import type { Judgement } from '../model/verdict.ts'
import type { Started, Watched } from '../model/watched.ts'
import { type Known, knownRun } from '../report/known.ts'
import { type RunReport, reportOf } from '../report/report.ts'
import { unjudged } from '../thresholds/evaluate.ts'
import { stopIfGivenUp } from '../cleanup/stop.ts'
import { nextAttempt, waitForAttempt } from './attempts.ts'
import { type BaselineInputs, readBaseline } from './baseline.ts'
import { type Attempt, confirmed } from './confirm.ts'
import { doubtsAbout } from './doubts.ts'
import { askFarEnd } from './far-end.ts'
import {
  LEFT_ALONE,
  NEVER_SEEN,
  evaluateThresholds,
  doubtLength,
  judgeEnd,
  judgeFailure,
  judgeResults,
} from './judge.ts'
import { readSubject } from './results.ts'
import type { StageTools } from './tools.ts'
import { type TriggerInputs, heldTo, start } from './trigger.ts'
import { watchToEnd } from './watch.ts'

/** How long reading the results may take once the run has ended, in ms. */
const RESULTS_ALLOWANCE_MS = 10 * 60_000

/** The inputs that say what is done with one test. */
export type TestInputs = TriggerInputs &
  BaselineInputs &
  Pick<Inputs, 'timeout' | 'not-run-retries' | 'callscaler-settle' | 'missing-data' | 'confirm'>

/** Adds what a stage found out to what is known. */
type Learn = <Before extends Known, Facts extends Partial<Known>>(known: Before, facts: Facts) => Before & Facts

/** Runs a test, or follows a run, and judges it; again where a breach is to be confirmed. Never throws: whatever goes wrong is in the report. */
export function runTest(task: Task, inputs: TestInputs, tools: StageTools): Promise<RunReport> {
  return confirmed((before) => runOnce(task, before, inputs, tools), inputs, tools.log.info)
}

async function runOnce(
  task: Task,
  before: readonly Attempt[],
  inputs: TestInputs,
  tools: StageTools,
): Promise<Attempt> {
  const begin: Known = {
    task,
    thresholds: inputs.wait ? unjudged(inputs.thresholds) : [],
    notes: [],
    // Earlier runs are read once, and none of this step is one.
    ...optional({ baseline: before[0]?.known.baseline }),
  }
  let latest = begin
  const learn: Learn = (known, facts) => {
    const more = { ...known, ...facts, notes: [...known.notes, ...(facts.notes ?? [])] }
    latest = more
    if (facts.started ?? facts.watched) tools.events.run(knownRun(more, inputs['run-url']))
    return more
  }
  let judgement: Judgement
  try {
    judgement = await judged({ begin, starts: before.length * STARTS_EACH }, inputs, tools, learn)
  } catch (error) {
    const { notes, ...failed } = judgeFailure(error, latest, tools.world.signal.aborted)
    learn(latest, { notes })
    judgement = failed
  }
  return { known: latest, report: reportOf(latest, judgement, inputs['run-url']) }
}

/** More than one run of a test can be started over with `not-run-retries`. */
const STARTS_EACH = 100

async function judged(
  { begin, starts }: { begin: Known; starts: number },
  inputs: TestInputs,
  tools: StageTools,
  learn: Learn,
): Promise<Judgement> {
  const ended = await toItsEnd({ begin, starts }, inputs, tools, learn)
  if (!ended) return LEFT_ALONE
  const { run } = ended.watched
  const end = judgeEnd(ended.watched, inputs.timeout)
  if (!run || (end && end.verdict !== 'run-failed')) return end ?? NEVER_SEEN

  const { clock, signal } = tools.world
  const scope = { deadline: clock.now() + RESULTS_ALLOWANCE_MS, signal }
  const measured = learn(ended, await readSubject(ended, run, scope, tools))
  const asked = learn(measured, { subject: await askFarEnd(measured, inputs['callscaler-settle'], tools) })
  const doubted = learn(asked, { notes: doubtsAbout(asked.subject, inputs.thresholds, tools.log) })
  const compared = learn(doubted, await readBaseline(doubted, inputs, scope, tools))
  return tools.log.group('Judge the thresholds', async () => {
    const evaluated = learn(compared, evaluateThresholds(compared, inputs.thresholds, tools.log))
    if (end) return end
    return judgeResults(
      learn(evaluated, await doubtLength(evaluated, scope, tools.apis.callMeter)),
      inputs['missing-data'],
    )
  })
}

/** Starts the test and watches its run, again where it could not run; undefined where nothing is to wait for the run. */
async function toItsEnd(
  { begin, starts }: { begin: Known; starts: number },
  inputs: TestInputs,
  tools: StageTools,
  learn: Learn,
): Promise<(Known & { started: Started; watched: Watched }) | undefined> {
  const { task } = begin
  const deadline = tools.world.clock.now() + inputs.timeout
  let known = begin
  for (let attempt = 1; ; attempt++) {
    const going = await start(task, { attempt, start: starts + attempt, deadline }, inputs, tools)
    const started = learn(known, { started: going.started })
    if (!inputs.wait && going.started.own) return undefined
    const watched = learn(started, { watched: await watchToEnd(task, going, deadline, tools) })
    const held = learn(watched, { started: heldTo(watched.watched, going, tools.log) })
    const ended = learn(held, { notes: await stopIfGivenUp(held, going, inputs['stop-on'], tools) })
    const next = nextAttempt(ended, { attempt, deadline }, inputs['not-run-retries'], tools.world)
    if (!next) return ended
    known = learn(ended, { notes: [next.note] })
    await waitForAttempt(ended, next, deadline, tools)
  }
}
