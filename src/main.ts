import { openRepository } from './apis/github/repository.ts'
import { type FailureCode, explain } from './base/failure.ts'
import { type Log, logTo } from './base/log.ts'
import { redact, textsChanged } from './base/secrets.ts'
import { apiKeyOf } from './inputs/connection.ts'
import { readContext } from './inputs/event.ts'
import type { InputName, Inputs, PublishInputs } from './inputs/inputs.ts'
import { InputFailure, readInputs } from './inputs/read.ts'
import { DEFAULT_THRESHOLDS } from './inputs/thresholds.ts'
import { type Finding, checkReport } from './model/check.ts'
import { PENDING_STATUS_STATE } from './publish/pending-status.ts'
import { type StatusAndCommentTools, openStatusAndComment } from './publish/status-and-comment.ts'
import { attempt, publish, setOutputs } from './publish/publish.ts'
import type { KnownRun } from './report/known.ts'
import { runOutputs } from './report/outputs.ts'
import type { StepReport } from './report/report.ts'
import { baseBranchOf } from './stages/base-branch.ts'
import type { World } from './world.ts'

/** The whole step: inputs → its tests → report. Returns the exit code; throws only on a bug. */
export async function main(world: World): Promise<number> {
  const { toolkit, env, clock } = world
  const startedAt = clock.now()
  const input = (name: InputName): string => toolkit.getInput(name)
  const secrets = [apiKeyOf(input, env), input('callscaler-api-key'), input('github-token')].filter(Boolean)
  const log = logTo(toolkit, secrets)
  for (const secret of secrets) toolkit.setSecret(secret)
  // The runner masks its log alone.
  const clean = <Report>(report: Report): Report => textsChanged(report, (text) => redact(text, secrets))

  let inputs: Inputs
  try {
    inputs = readInputs(input, env, world.files)
  } catch (error) {
    if (!(error instanceof InputFailure)) throw error
    for (const { message, place } of error.problems) {
      if (place) log.error(message, { file: place.file, startLine: place.line, startColumn: place.column })
    }
    if (error.inputs['check-only']) {
      const findings = error.problems.map(({ message }) => wrongInput(message, error.code))
      const check = { ...checkReport(findings, []), problem: explain(error) }
      const { publishCheck } = await import('./publish/publish-check.ts')
      return publishCheck(clean(check), error.inputs, { toolkit, log })
    }
    const report: StepReport = {
      verdict: 'error',
      runs: [],
      problem: explain(error),
      code: error.code,
      startedAt,
      endedAt: clock.now(),
    }
    return publish(clean(report), error.inputs, {
      world,
      log,
      github: openGitHub(error.inputs, world, log).statusAndComment,
    })
  }
  if (!inputs.thresholds.some(({ line }) => line > 0))
    log.info(`No thresholds are set: ${DEFAULT_THRESHOLDS} is evaluated.`)
  if (inputs['check-only']) {
    // Nothing that could write is opened, and what looks is given reads alone.
    const context = readContext(env, world.files, [inputs.project, ...inputs.test], log.warning)
    const [{ checkOnly }, { publishCheck }] = await Promise.all([
      import('./stages/check-only.ts'),
      import('./publish/publish-check.ts'),
    ])
    return publishCheck(clean(await checkOnly(inputs, { world, log, context })), inputs, { toolkit, log })
  }
  const { statusAndComment: github, baseRun } = openGitHub(inputs, world, log)
  const outputs = (runs: readonly (KnownRun | undefined)[]): void => {
    github.started(runs.filter((run) => run !== undefined))
    void attempt('The outputs could not be set', log, () => setOutputs(toolkit, runOutputs(runs)))
  }
  // What a step needs that runs tests is loaded once its inputs are right.
  const [{ openTools }, { runStep }] = await Promise.all([import('./stages/open-tools.ts'), import('./stages/step.ts')])
  const report = await runStep(inputs, openTools(inputs, baseRun, world, log), outputs)
  return publish(clean({ ...report, startedAt, endedAt: clock.now() }), inputs, { world, log, github })
}

/** A wrong input as a check finds it. */
function wrongInput(message: string, code: FailureCode): Finding {
  return { what: 'inputs', state: 'problem', reason: message, code }
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
