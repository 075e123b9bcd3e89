import { openCallMeter } from './apis/callmeter/client.ts'
import { openCallScaler } from './apis/callscaler/client.ts'
import { type FarEnd, farEndOf } from './apis/callscaler/far-end.ts'
import { openRepository } from './apis/github/repository.ts'
import { explain } from './base/failure.ts'
import { type Log, logTo } from './base/log.ts'
import { plain } from './base/text.ts'
import { jobRunsIn } from './cleanup/job-runs.ts'
import { openRunsIn } from './cleanup/open-runs.ts'
import { apiKeyOf } from './inputs/connection.ts'
import { readContext } from './inputs/event.ts'
import type { InputName, Inputs, PublishInputs } from './inputs/inputs.ts'
import { InputFailure, readInputs } from './inputs/read.ts'
import { DEFAULT_THRESHOLDS } from './inputs/thresholds.ts'
import { PENDING_STATUS_STATE } from './publish/pending-status.ts'
import { type StatusAndCommentTools, openStatusAndComment } from './publish/status-and-comment.ts'
import { attempt, publish, setOutputs } from './publish/publish.ts'
import type { KnownRun } from './report/known.ts'
import { runOutputs } from './report/outputs.ts'
import type { StepReport } from './report/report.ts'
import { baseBranchOf } from './stages/base-branch.ts'
import { runStep } from './stages/step.ts'
import type { StageTools } from './stages/tools.ts'
import type { World } from './world.ts'

/** The whole step: inputs → its tests → report. Returns the exit code; throws only on a bug. */
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
    const report: StepReport = {
      verdict: 'error',
      runs: [],
      problem: explain(error),
      code: error.code,
      startedAt,
      endedAt: clock.now(),
    }
    return publish(report, error.inputs, { world, log, github: openGitHub(error.inputs, world, log).statusAndComment })
  }
  if (!inputs.thresholds.some(({ line }) => line > 0))
    log.info(`No thresholds are stated: ${DEFAULT_THRESHOLDS} is judged.`)
  const { statusAndComment: github, baseRun } = openGitHub(inputs, world, log)
  const outputs = (runs: readonly (KnownRun | undefined)[]): void => {
    github.started(runs.filter((run) => run !== undefined))
    void attempt('The outputs could not be set', log, () => setOutputs(toolkit, runOutputs(runs)))
  }
  const report = await runStep(inputs, openTools(inputs, baseRun, world, log), outputs)
  return publish({ ...report, startedAt, endedAt: clock.now() }, inputs, { world, log, github })
}

/** The APIs that the inputs name, and what the post step is left. */
function openTools(
  inputs: Inputs,
  baseRun: StageTools['apis']['baseRun'],
  world: World,
  log: Log,
): Omit<StageTools, 'events'> {
  const tools = { ...world, log }
  const [key, otherKey] = [inputs['api-key'], inputs['callscaler-api-key']]
  const callMeter = openCallMeter({ apiUrl: inputs['api-url'], apiKey: key, secrets: [otherKey] }, tools)
  const number = inputs['callscaler-number']
  const farEnd = (): FarEnd => {
    const api = openCallScaler({ apiUrl: inputs['callscaler-api-url'], apiKey: otherKey, secrets: [key] }, tools)
    return farEndOf(number, { api, clock: world.clock, log })
  }
  const openRuns = openRunsIn(
    (name, value) => world.toolkit.saveState(name, value),
    (error) => log.warning(`What was started could not be noted for the post step: ${plain(String(error))}`),
  )
  return {
    world,
    log,
    apis: { callMeter, baseRun, ...(number ? { farEnd: farEnd() } : {}) },
    cleanup: { openRuns, jobRuns: jobRunsIn(world.env.RUNNER_TEMP) },
  }
}

/** What is reported to GitHub, and asked of it. */
function openGitHub(inputs: PublishInputs, world: World, log: Log) {
  const context = readContext(world.env, world.files, [inputs.project, ...inputs.test], log.warning)
  const repository = openRepository({ token: inputs['github-token'], repository: context }, { ...world, log })
  const notePending: StatusAndCommentTools['notePending'] = (status) =>
    void attempt('The commit status could not be noted for the post step', log, () =>
      world.toolkit.saveState(PENDING_STATUS_STATE, status ? JSON.stringify(status) : ''),
    )
  return {
    statusAndComment: openStatusAndComment(inputs, context, repository, { log, notePending }),
    baseRun: baseBranchOf(context, inputs['commit-status'], repository),
  }
}
