import * as core from '@actions/core'
import { type FoundRun, type LostRunTools, evidenceOf, findStartedRun } from './lost-run.ts'
import { jobRunsIn } from './job-runs.ts'
import { openCallMeter } from '../apis/callmeter/client.ts'
import type { Scope } from '../apis/http/retry.ts'
import { systemClock } from '../base/clock.ts'
import { Failure, explain } from '../base/failure.ts'
import { httpExchange } from '../apis/http/exchange.ts'
import { apiKeyOf, apiUrlOf } from '../inputs/connection.ts'
import type { OpenRun } from './open-runs.ts'
import { logTo } from '../base/log.ts'
import { leftGoing, presumedGoing, stop } from './stop.ts'
import { plain } from '../base/text.ts'

/** How long all of it may take, in ms. GitHub gives all post steps of a cancelled job five minutes. */
const ALLOWANCE_MS = 120_000

/** Stops the runs that a step left behind, the ones whose id never arrived included, and says what became of each. Throws only on a bug. */
export async function stopOpenRuns(left: readonly OpenRun[], env: NodeJS.ProcessEnv): Promise<void> {
  const input = (name: string): string => core.getInput(name)
  const key = apiKeyOf(input, env)
  const log = logTo(core, key ? [key] : [])
  if (key) core.setSecret(key)
  const apiUrl = apiUrlOf(input('api-url'))
  if (!key || !apiUrl) {
    const runs = left.map(({ runId, testId }) =>
      runId === undefined ? `a run of test ${plain(testId, 80)}` : `run ${plain(runId, 80)}`,
    )
    log.warning(
      `${runs.join(', ')} may still be running and cannot be stopped from here: \`api-key\` or \`api-url\` is missing.`,
    )
    return
  }
  const clock = systemClock
  const api = openCallMeter({ apiUrl, apiKey: key }, { exchange: httpExchange, clock, random: Math.random, log })
  const scope = { deadline: clock.now() + ALLOWANCE_MS, patienceMs: ALLOWANCE_MS }
  await stopEach(left, scope, { api, clock, log, jobRuns: jobRunsIn(env.RUNNER_TEMP) })
}

/** Stops the runs that are known to be the step's own, one after the other, and names those that are not, or that are to be left alone. */
export async function stopEach(left: readonly OpenRun[], scope: Scope, tools: LostRunTools): Promise<void> {
  for (const entry of left) {
    const run = await knownOrFound(entry, scope, tools)
    if (!run) continue
    if (run.evidence === 'presumed') tools.log.warning(presumedGoing(run.id))
    else if (entry.leave) tools.log.warning(leftGoing(run.id))
    else await stop(entry.projectId, run.id, scope, tools)
  }
}

type FoundOrKnown = Pick<FoundRun, 'id' | 'evidence'>

/** Which run an entry is about, as far as that can be told; what cannot is warned of. */
async function knownOrFound(entry: OpenRun, scope: Scope, tools: LostRunTools): Promise<FoundOrKnown | undefined> {
  const { log } = tools
  const known = await knownRun(entry, scope, tools)
  if (known) return known
  log.info(
    `The step ended before it knew the id of the run that it had requested (test ${plain(entry.testId)}); looking for it.`,
  )
  try {
    const run = await findStartedRun(entry, scope, tools)
    if (!run)
      log.warning(
        `A run of the test ${plain(entry.testId)} may still be running, though none that can be this step's is listed, so nothing was stopped: check the test in CallMeter.`,
      )
    return run
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    log.warning(`A run of the test ${plain(entry.testId)} may still be running. ${explain(error)}`)
    return undefined
  }
}

/** The run whose id the step knew; undefined where it knew none, or what it knew is somebody else's. */
async function knownRun(entry: OpenRun, scope: Scope, { api, log }: LostRunTools): Promise<FoundOrKnown | undefined> {
  const { runId, presumed, testId } = entry
  if (runId === undefined) return undefined
  if (presumed) return { id: runId, evidence: 'presumed' }
  // A followed run is the workflow's own word.
  if (testId === '') return { id: runId, evidence: 'named' }
  try {
    return { id: runId, evidence: await evidenceOf({ ...entry, runId }, false, scope, api) }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    log.info(error.message)
    return undefined
  }
}
