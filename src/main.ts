import { callMeter } from './callmeter/client.ts'
import type { Clock } from './clock.ts'
import { conduct } from './conduct.ts'
import { formatDuration } from './duration.ts'
import { explain } from './failure.ts'
import { type Exchange, type ExchangeOptions } from './http.ts'
import { InputFailure, type InputName, type Inputs, apiKeyOf, readInputs } from './inputs.ts'
import { type Log, type LogToolkit, logTo } from './log.ts'
import { finalOutputs, runOutputs } from './report/outputs.ts'
import { HEADINGS } from './report/phrases.ts'
import type { RunReport, StepReport } from './report/report.ts'
import { renderSummary } from './report/summary.ts'
import { findProject, findTest } from './target.ts'
import { type Verdict, worst } from './verdict.ts'

/** Sent with every request. */
const USER_AGENT = 'callmeter-run-test/1'

/** The slice of `@actions/core` that the step needs. */
export interface Toolkit extends LogToolkit {
  getInput(name: string): string
  setSecret(secret: string): void
  setOutput(name: string, value: string): void
  /** Appends to the job summary. */
  writeSummary(markdown: string): Promise<void>
}

/** Everything that the step takes from outside. */
export interface World {
  toolkit: Toolkit
  env: NodeJS.ProcessEnv
  clock: Clock
  /** From 0 to below 1. */
  random: () => number
  exchange: (options: ExchangeOptions) => Exchange
}

/** The whole step: inputs → trigger → watch → evaluate → report. Returns the exit code; throws only on a bug. */
export async function main(world: World): Promise<number> {
  const { toolkit, env, clock } = world
  const startedAt = clock.now()
  const input = (name: InputName): string => toolkit.getInput(name)
  const log = logTo(toolkit)
  const key = apiKeyOf(input, env)
  if (key) toolkit.setSecret(key)

  let inputs: Inputs
  try {
    inputs = readInputs(input, env)
  } catch (error) {
    if (!(error instanceof InputFailure)) throw error
    const report: StepReport = { verdict: 'error', runs: [], problem: explain(error), startedAt, endedAt: clock.now() }
    return publish(report, { 'fail-on': error.failOn, summary: true }, toolkit, log)
  }
  const report = await runTests(inputs, world, log)
  return publish({ ...report, startedAt, endedAt: clock.now() }, inputs, toolkit, log)
}

type Outcome = Pick<StepReport, 'verdict' | 'runs' | 'problem'>

async function runTests(inputs: Inputs, { toolkit, env, clock, random, exchange }: World, log: Log): Promise<Outcome> {
  const api = callMeter({
    apiUrl: inputs['api-url'],
    apiKey: inputs['api-key'],
    exchange: exchange({ userAgent: USER_AGENT, secrets: [inputs['api-key']], clock }),
    clock,
    onRetry: ({ failure, waitMs, sinceMs }) =>
      log.info(
        `${failure.message} Trying again in ${formatDuration(waitMs)}${sinceMs > 0 ? `; it has been failing for ${formatDuration(sinceMs)}` : ''}.`,
      ),
  })
  try {
    const scope = { deadline: clock.now() + inputs.timeout }
    const { project, test } = await log.group('Find the test', async () => {
      const foundProject = await findProject(api, inputs.project, scope)
      const foundTest = await findTest(api, foundProject.id, inputs.test, scope)
      log.info(
        `Project ${foundProject.name ?? foundProject.id} (${foundProject.id}), test ${foundTest.name ?? foundTest.id} (${foundTest.id})`,
      )
      if (!foundTest.listed) log.info('The API does not list tests, so `test` is taken as an id.')
      return { project: foundProject, test: foundTest }
    })
    const onRun = (run: RunReport): void => setOutputs(toolkit, runOutputs([run]))
    const run = await conduct(project, test, inputs.test, idempotencyKey(env), inputs, {
      api,
      clock,
      log,
      random,
      onRun,
    })
    return { verdict: worst([run.verdict]), runs: [run] }
  } catch (error) {
    return { verdict: 'error', runs: [], problem: explain(error) }
  }
}

/** The same for every try of one step, different for every other step, job, attempt and run of a workflow. */
function idempotencyKey(env: NodeJS.ProcessEnv): string {
  return [env.GITHUB_REPOSITORY, env.GITHUB_RUN_ID, env.GITHUB_RUN_ATTEMPT, env.GITHUB_JOB, env.GITHUB_ACTION]
    .map((part) => encodeURIComponent(part ?? ''))
    .join('/')
}

/** Tells everything first and fails last. Returns the exit code. */
async function publish(
  report: StepReport,
  { 'fail-on': failOn, summary }: Pick<Inputs, 'fail-on' | 'summary'>,
  toolkit: Toolkit,
  log: Log,
): Promise<number> {
  if (report.runs.length === 0) setOutputs(toolkit, runOutputs([]))
  setOutputs(toolkit, finalOutputs(report))
  if (summary)
    await toolkit
      .writeSummary(renderSummary(report))
      .catch((error: unknown) => log.warning(`The job summary could not be written: ${String(error)}`))

  const fails = failOn.includes(report.verdict)
  const line = `${HEADINGS[report.verdict]}. ${report.problem ?? report.runs.map(({ reason }) => reason).join('\n')}`
  tell(report.verdict, fails, log)(line)
  return fails ? 1 : 0
}

/** How loudly a verdict is told: as an error where it fails the step, never as less than a warning where it is no pass. */
function tell(verdict: Verdict, fails: boolean, log: Log): (line: string) => void {
  if (fails) return log.error
  return verdict === 'passed' || verdict === 'triggered' ? log.info : log.warning
}

function setOutputs(toolkit: Toolkit, outputs: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(outputs)) toolkit.setOutput(name, value)
}
