import { checkBaselineFile } from './stages/baseline.ts'
import { type CallMeter, callMeter } from './apis/callmeter/client.ts'
import { CALLSCALER, RATE_LIMIT, callScaler } from './apis/callscaler/client.ts'
import { claimsIn } from './cleanup/claims.ts'
import { conduct } from './stages/pipeline.ts'
import { formatDuration } from './base/duration.ts'
import { explain, failedAs } from './base/failure.ts'
import { type FarEnd, farEndOf } from './stages/far-end.ts'
import { type Notices, openNotices } from './publish/notices.ts'
import { DEFAULT_THRESHOLDS, InputFailure, type InputName, type Inputs, apiKeyOf, readInputs } from './inputs/read.ts'
import { openLedger } from './cleanup/ledger.ts'
import { type Log, logTo, prefixed } from './base/log.ts'
import { createPace } from './apis/http/pace.ts'
import { inParallel } from './base/parallel.ts'
import { progressBoard, progressLine } from './stages/progress.ts'
import { attempt, publish, setOutputs } from './publish/publish.ts'
import { runOutputs } from './report/outputs.ts'
import type { RunReport, StepReport } from './report/report.ts'
import type { RetryNotice, Scope } from './apis/http/retry.ts'
import { findProject, findTests } from './stages/find.ts'
import type { Task } from './stages/step.ts'
import { plain } from './base/text.ts'
import { worst } from './model/verdict.ts'
import type { World } from './world.ts'
import { PROGRESS_EVERY_MS } from './stages/watch.ts'

/** The whole step: inputs → trigger → watch → evaluate → report. Returns the exit code; throws only on a bug. */
export async function main(world: World): Promise<number> {
  const { toolkit, env, clock } = world
  const startedAt = clock.now()
  const input = (name: InputName): string => toolkit.getInput(name)
  const log = logTo(toolkit)
  for (const secret of [apiKeyOf(input, env), input('callscaler-api-key'), input('github-token')])
    if (secret) toolkit.setSecret(secret)

  let inputs: Inputs
  try {
    inputs = readInputs(input, env, world.files)
  } catch (error) {
    if (!(error instanceof InputFailure)) throw error
    for (const { message, place } of error.problems) {
      if (place) log.error(message, { file: place.file, startLine: place.line, startColumn: place.column })
    }
    const report: StepReport = { verdict: 'error', runs: [], problem: explain(error), startedAt, endedAt: clock.now() }
    return publish(report, error.telling, openNotices(error.telling, { ...world, log }), world, log)
  }
  if (!inputs.thresholds.some(({ line }) => line > 0))
    log.info(`No thresholds are stated: ${DEFAULT_THRESHOLDS} is judged.`)
  const notices = openNotices(inputs, { ...world, log })
  const report = await runAll(inputs, notices, world, log)
  return publish({ ...report, startedAt, endedAt: clock.now() }, inputs, notices, world, log)
}

type Outcome = Pick<StepReport, 'verdict' | 'runs' | 'problem'>

async function runAll(inputs: Inputs, notices: Notices, world: World, log: Log): Promise<Outcome> {
  const { toolkit, env, clock, random, exchange, files, signal } = world
  const api = callMeter({
    apiUrl: inputs['api-url'],
    apiKey: inputs['api-key'],
    exchange: exchange({ secrets: secretsOf(inputs), clock }),
    clock,
    random,
    pace: createPace(clock, random),
    onRetry: (notice) => log.info(retryLine(notice)),
  })
  const farEnd = inputs['callscaler-number'] ? openFarEnd(inputs, world, log) : undefined
  const claims = claimsIn(env.RUNNER_TEMP)
  const ledger = openLedger(
    (name, value) => toolkit.saveState(name, value),
    (error) => log.warning(`What was started could not be noted for the post step: ${plain(String(error))}`),
  )
  let tasks: Task[]
  try {
    checkBaselineFile(inputs.baseline, files)
    const scope: Scope = { deadline: clock.now() + inputs.timeout, signal }
    tasks = await log.group('Find the test', async () => {
      const found = await findTasks(inputs, api, scope, log)
      await farEnd?.findNumber(scope)
      return found
    })
  } catch (error) {
    if (failedAs(error, 'aborted'))
      return { verdict: 'cancelled', runs: [], problem: 'The workflow was cancelled before anything was started.' }
    return { verdict: 'error', runs: [], problem: explain(error) }
  }
  const latest: RunReport[] = []
  const board = progressBoard(tasks.length, PROGRESS_EVERY_MS, clock, log)
  // Calls to one number cannot be told apart by the test that placed them.
  const parallel = farEnd ? 1 : inputs['max-parallel']
  if (farEnd && tasks.length > 1) log.info('The tests run one after the other, so that their calls can be told apart.')
  const runs = await inParallel(tasks, parallel, async (task, i) => {
    const name = task.kind === 'test' ? (task.test.name ?? task.asked) : task.asked
    const several = tasks.length > 1
    const report = await conduct(task, inputs, {
      api,
      clock,
      log: several ? prefixed(log, name) : log,
      files,
      baseRun: notices.baseRun,
      ...(farEnd ? { farEnd } : {}),
      random,
      signal,
      ledger,
      claims,
      env,
      progress: (progress) => (several ? board.update(name, progress) : log.info(progressLine(progress))),
      onRun: (run) => {
        latest[i] = run
        notices.started(latest.filter((known) => known !== undefined))
        const known = runOutputs(Array.from(tasks, (_, j) => latest[j]))
        void attempt('The outputs could not be set', log, () => setOutputs(toolkit, known))
      },
    })
    board.done(name)
    return report
  })
  return { verdict: worst(runs.map(({ verdict }) => verdict)), runs }
}

function secretsOf({ 'api-key': key, 'callscaler-api-key': other }: Inputs): string[] {
  return [key, other].filter(Boolean)
}

function openFarEnd(inputs: Inputs, { clock, random, exchange }: World, log: Log): FarEnd {
  const api = callScaler({
    apiUrl: inputs['callscaler-api-url'],
    apiKey: inputs['callscaler-api-key'],
    exchange: exchange({ secrets: secretsOf(inputs), clock, guidance: CALLSCALER }),
    clock,
    random,
    pace: createPace(clock, random, RATE_LIMIT),
    onRetry: (notice) => log.info(retryLine(notice)),
  })
  return farEndOf(inputs['callscaler-number'], { api, clock, log })
}

/** What the workflow names: tests to start, or runs to follow, each once. */
async function findTasks(inputs: Inputs, api: CallMeter, scope: Scope, log: Log): Promise<Task[]> {
  const project = await findProject(api, inputs.project, scope)
  log.info(`Project ${project.name ?? project.id} (${project.id})`)
  if (inputs['run-id'].length > 0)
    return inputs['run-id'].map((runId) => ({ kind: 'run', project, asked: runId, runId }))
  const tests = await findTests(api, project.id, inputs.test, scope)
  for (const { name, id } of tests) log.info(`Test ${name ?? id} (${id})`)
  if (tests.some(({ listed }) => !listed)) log.info('The API does not list tests, so `test` is taken as an id.')
  return tests.map((test, i) => ({ kind: 'test', project, asked: inputs.test[i] ?? test.id, test }))
}

function retryLine({ failure, waitMs, sinceMs }: RetryNotice): string {
  const since = sinceMs > 0 ? `; it has been failing for ${formatDuration(sinceMs)}` : ''
  return `${failure.message} Trying again in ${formatDuration(waitMs)}${since}.`
}
