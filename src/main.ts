import { callMeter } from './callmeter/client.ts'
import type { Clock } from './clock.ts'
import { conduct } from './conduct.ts'
import { formatDuration } from './duration.ts'
import { explain } from './failure.ts'
import type { Files } from './files.ts'
import { type Exchange, type ExchangeOptions } from './http.ts'
import { InputFailure, type InputName, type Inputs, apiKeyOf, readInputs } from './inputs.ts'
import { type Log, type LogToolkit, logTo } from './log.ts'
import { annotationsOf } from './report/annotations.ts'
import { finalOutputs, runOutputs } from './report/outputs.ts'
import { HEADINGS } from './report/phrases.ts'
import { writeReportFile } from './report/report-file.ts'
import type { RunReport, StepReport } from './report/report.ts'
import { renderSummary } from './report/summary.ts'
import { findProject, findTest } from './target.ts'
import { plain } from './text.ts'
import { worst } from './verdict.ts'

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
  files: Files
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
    inputs = readInputs(input, env, world.files)
  } catch (error) {
    if (!(error instanceof InputFailure)) throw error
    for (const { message, place } of error.problems) {
      if (place) log.error(message, { file: place.file, startLine: place.line, startColumn: place.column })
    }
    const report: StepReport = { verdict: 'error', runs: [], problem: explain(error), startedAt, endedAt: clock.now() }
    return publish(report, { 'fail-on': error.failOn, summary: true, 'report-directory': '' }, world, log)
  }
  const report = await runTests(inputs, world, log)
  return publish({ ...report, startedAt, endedAt: clock.now() }, inputs, world, log)
}

type Outcome = Pick<StepReport, 'verdict' | 'runs' | 'problem'>

async function runTests(
  inputs: Inputs,
  { toolkit, env, clock, random, exchange, files }: World,
  log: Log,
): Promise<Outcome> {
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
      files,
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

/**
 * Tells everything first and fails last. Nothing that goes wrong while telling changes the verdict. Returns the exit code.
 */
async function publish(
  report: StepReport,
  inputs: Pick<Inputs, 'fail-on' | 'summary' | 'report-directory'>,
  { toolkit, files }: World,
  log: Log,
): Promise<number> {
  if (report.runs.length === 0) setOutputs(toolkit, runOutputs([]))
  setOutputs(toolkit, { ...finalOutputs(report), ...writeReports(report, inputs['report-directory'], files, log) })
  if (inputs.summary) {
    await toolkit
      .writeSummary(renderSummary(report))
      .catch((error: unknown) => log.warning(`The job summary could not be written: ${plain(String(error))}`))
  }
  const fails = inputs['fail-on'].includes(report.verdict)
  if (report.verdict === 'passed' || report.verdict === 'triggered') {
    log.info(`${HEADINGS[report.verdict]}. ${report.runs.map(({ reason }) => reason).join('\n')}`)
  }
  for (const { level, message, file, line } of annotationsOf(report, fails)) {
    log[level](message, file === undefined ? {} : { file, ...(line === undefined ? {} : { startLine: line }) })
  }
  return fails ? 1 : 0
}

/** Writes the report files and returns the outputs that say where they are, empty where there are none. */
function writeReports(report: StepReport, directory: string, files: Files, log: Log): Record<string, string> {
  if (!directory) return { 'report-path': '' }
  try {
    const paths = files.writeReports(directory, { 'report.json': writeReportFile(report) })
    return { 'report-path': paths['report.json'] ?? '' }
  } catch (error) {
    log.warning(`The reports could not be written to ${plain(directory)}: ${plain(String(error))}`)
    return { 'report-path': '' }
  }
}

function setOutputs(toolkit: Toolkit, outputs: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(outputs)) toolkit.setOutput(name, value)
}
