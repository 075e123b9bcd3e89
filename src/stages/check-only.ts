// Everything that a run needs, looked at without starting anything. All requests go over an exchange that only reads, and no part of an API that changes
// anything is opened.
import { probeCallMeter } from '../apis/callmeter/assumptions.ts'
import { callMeterReader } from '../apis/callmeter/client.ts'
import { CALLMETER } from '../apis/callmeter/vendor.ts'
import { probeCallScaler } from '../apis/callscaler/assumptions.ts'
import { callScaler } from '../apis/callscaler/client.ts'
import { type NumberList, findNumber } from '../apis/callscaler/number.ts'
import { CALLSCALER } from '../apis/callscaler/vendor.ts'
import { githubReader } from '../apis/github/reader.ts'
import { bearerApi } from '../apis/http/bearer-api.ts'
import { type Vendor, connectionTo } from '../apis/http/connection.ts'
import type { Get } from '../apis/http/probing.ts'
import { readingOnly } from '../apis/http/reading.ts'
import type { Scope } from '../apis/http/retry.ts'
import { Failure, codeOf, explain, failedAs } from '../base/failure.ts'
import type { Log } from '../base/log.ts'
import { plain } from '../base/text.ts'
import { apiUrlOf } from '../inputs/connection.ts'
import type { GitHubContext } from '../inputs/event.ts'
import type { Inputs } from '../inputs/inputs.ts'
import { type Assumption, type CheckReport, type Finding, checkReport } from '../model/check.ts'
import type { FoundTest, Project } from '../model/task.ts'
import type { World } from '../world.ts'
import { checkBaselineFile } from './baseline.ts'
import { type GitHubPlace, baseRunByReading, checkGitHub } from './check-github.ts'
import { type TaskCheckTools, checkRun, checkTest } from './check-task.ts'
import { findProject, findTests } from './find.ts'

/** How long an outage of what a run does not depend on is sat out, in ms, and how long all of it may take. */
const [SIDE_PATIENCE_MS, SIDE_ALLOWANCE_MS] = [15_000, 90_000]
/** How long a refusal of what may not be there has to stand, in ms: once may be a fault of the moment. */
const REFUSAL_MS = 2_000

export interface CheckTools {
  world: Pick<World, 'clock' | 'random' | 'env' | 'files' | 'signal' | 'exchange'>
  log: Log
  /** Where in GitHub the step runs; undefined where this is no workflow. */
  context: GitHubContext | undefined
}

/** Looks at everything that the inputs need, and says what it found. Never throws for what it finds; starts, stops and writes nothing. */
export async function checkOnly(inputs: Inputs, tools: CheckTools): Promise<CheckReport> {
  const { clock, signal } = tools.world
  const scope: Scope = { deadline: clock.now() + inputs.timeout, signal }
  try {
    const place = placeOf(inputs, scope, tools)
    const { findings, assumptions } = await checkCallMeter(inputs, place, scope, tools)
    const far = await checkFarEnd(inputs, scope, tools)
    const github = await checkGitHub(inputs, place)
    return checkReport([...findings, ...far.findings, ...github], [...assumptions, ...far.assumptions])
  } catch (error) {
    if (!failedAs(error, 'aborted')) throw error
    return {
      verdict: 'cancelled',
      findings: [],
      assumptions: [],
      problem: 'The workflow was cancelled during the check.',
    }
  }
}

interface Found {
  findings: Finding[]
  assumptions: Assumption[]
}

/** What an API needs of the step, over an exchange that only reads. */
function connect(
  vendor: Vendor,
  { apiUrl, apiKey }: { apiUrl: URL; apiKey: string },
  inputs: Inputs,
  tools: CheckTools,
) {
  const secrets = [inputs['api-key'], inputs['callscaler-api-key'], inputs['github-token']].filter(Boolean)
  const { world, log } = tools
  return connectionTo(
    vendor,
    { apiUrl, apiKey, secrets },
    { ...world, log, exchange: (options) => readingOnly(world.exchange(options)) },
  )
}

/** A scope for what a run does not depend on: looked at soon, or not at all. */
function aside(scope: Scope, { world }: CheckTools): Scope {
  const deadline = Math.min(scope.deadline, world.clock.now() + SIDE_ALLOWANCE_MS)
  return { ...scope, deadline, patienceMs: SIDE_PATIENCE_MS, refusalMs: REFUSAL_MS }
}

async function checkCallMeter(inputs: Inputs, place: GitHubPlace, scope: Scope, tools: CheckTools): Promise<Found> {
  const options = connect(CALLMETER, { apiUrl: inputs['api-url'], apiKey: inputs['api-key'] }, inputs, tools)
  const { world, log } = tools
  const api = callMeterReader(options)
  const file = baselineFileFindings(inputs, tools)
  let project: Project
  try {
    project = await log.group('Find the project', () => findProject(api, inputs.project, scope))
  } catch (error) {
    if (!(error instanceof Failure) || error.kind === 'aborted') throw error
    return { findings: [...notFound(error, inputs), ...file], assumptions: [] }
  }
  const findings: Finding[] = [
    { what: 'api-key', state: 'ok', reason: 'CallMeter accepts it.' },
    ...(inputs.test.length > 0 ? [KEY_ROLE] : []),
    { what: 'project', state: 'ok', reason: `Project ${plain(project.name ?? project.id, 80)} is listed.` },
  ]
  const asked = { ...project, asked: inputs.project }
  const baseRun = baseRunByReading(inputs['commit-status'], place)
  const checking: TaskCheckTools = { api, baseRun, clock: world.clock, files: world.files, log }
  const several = inputs.test.length + inputs['run-id'].length > 1
  const add = (name: string, found: readonly Finding[]): void => {
    // What is wrong with a baseline file is said once, and as what it is.
    const shown = found.filter(({ what }) => what !== 'baseline' || file.length === 0)
    findings.push(...shown.map((finding) => (several ? { ...finding, of: name } : finding)))
  }

  const tests = await testsOf(inputs, project.id, scope, api)
  for (const { name, test } of tests) {
    if ('state' in test) add(name, [test])
    else add(name, await checkTest({ kind: 'test', project: asked, asked: name, test }, inputs, scope, checking))
  }
  for (const runId of inputs['run-id'])
    add(runId, await checkRun({ kind: 'run', project: asked, asked: runId, runId }, inputs, scope, checking))

  const first = tests.map(({ test }) => test).find((test): test is FoundTest => !('state' in test))
  const [runId] = inputs['run-id']
  const get = getOf(options, aside(scope, tools))
  const account = { projectId: project.id, ...(first ? { testId: first.id } : {}), ...(runId ? { runId } : {}) }
  const assumptions = await log.group('Probe what the API does not document', () => probeCallMeter(account, get))
  return { findings: [...findings, ...file], assumptions }
}

const KEY_ROLE: Finding = {
  what: 'key-role',
  state: 'unknown',
  reason: 'Whether its role may run tests only shows when one is started: Tester or higher is needed.',
}

function getOf(options: Parameters<typeof bearerApi>[0], scope: Scope): Get {
  const { get } = bearerApi(options)
  return (purpose, path) => get(purpose, path, scope)
}

/** What is said where the project cannot be found: what depends on it was not looked at. */
function notFound(error: Failure, inputs: Inputs): Finding[] {
  const wrong = { state: 'problem', reason: explain(error), code: codeOf(error) } as const
  const isName = failedAs(error, 'input')
  const why = isName ? 'the project is not found' : 'the list of projects cannot be read'
  const unread = { state: 'unknown', reason: `Not checked: ${why}.` } as const
  const name: Finding = isName ? { what: 'project', ...wrong } : { what: 'project', ...unread }
  return [
    isName ? { what: 'api-key', state: 'ok', reason: 'CallMeter accepts it.' } : { what: 'api-key', ...wrong },
    name,
    { what: inputs['run-id'].length > 0 ? 'run-id' : 'test', ...unread },
    { what: 'thresholds', ...unread },
    ...(inputs.baseline ? [{ what: 'baseline', ...unread } as const] : []),
  ]
}

/** Each test that the workflow names, or what is wrong with it. */
async function testsOf(
  { test: names }: Inputs,
  projectId: string,
  scope: Scope,
  api: ReturnType<typeof callMeterReader>,
): Promise<{ name: string; test: FoundTest | Finding }[]> {
  const find = async (wanted: readonly string[]): Promise<(FoundTest | Finding)[]> => {
    try {
      return wanted.length === 0 ? [] : await findTests(api, projectId, wanted, scope)
    } catch (error) {
      if (!(error instanceof Failure) || error.kind === 'aborted') throw error
      // Of several names each is looked up by itself, to tell which of them is wrong.
      if (error.kind === 'input' && wanted.length > 1) {
        const found = []
        for (const name of wanted) found.push(...(await find([name])))
        return found.some((one) => 'state' in one) ? found : wanted.map(() => problemWith(error))
      }
      return wanted.map(() => problemWith(error))
    }
  }
  const found = await find(names)
  return names.flatMap((name, i) => (found[i] ? [{ name, test: found[i] }] : []))
}

function problemWith(error: Failure): Finding {
  return { what: 'test', state: 'problem', reason: explain(error), code: codeOf(error) }
}

/** A baseline file that is no report ends a run in `error` before anything is started. */
function baselineFileFindings({ baseline }: Inputs, { world }: CheckTools): Finding[] {
  try {
    checkBaselineFile(baseline, world.files)
    return []
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return [{ what: 'baseline', state: 'problem', reason: explain(error), code: codeOf(error) }]
  }
}

/** Whether the far end can be asked, and how its API answers. */
async function checkFarEnd(inputs: Inputs, scope: Scope, tools: CheckTools): Promise<Found> {
  const { 'callscaler-number': number, 'callscaler-api-key': apiKey } = inputs
  const what = 'far-end'
  if (!number) return { findings: [{ what, state: 'not set', reason: 'The far end is not used.' }], assumptions: [] }
  const options = connect(CALLSCALER, { apiUrl: inputs['callscaler-api-url'], apiKey }, inputs, tools)
  const within = aside(scope, tools)
  let list: NumberList
  try {
    list = await callScaler(options).listNumbers(within)
  } catch (error) {
    if (!(error instanceof Failure) || error.kind === 'aborted') throw error
    const reason = `CallScaler cannot be read now; its values are missing if it cannot be read after the run: ${explain(error)}`
    return { findings: [{ what, state: 'warning', reason, code: codeOf(error) }], assumptions: [] }
  }
  const assumptions = await probeCallScaler(getOf(options, within))
  try {
    const { phoneNumber } = findNumber(list, number)
    const reason = `CallScaler accepts the key, and lists ${plain(phoneNumber, 40)}.`
    return { findings: [{ what, state: 'ok', reason }], assumptions }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    // What could not be read of the list may hold the number.
    const state = list.lacking ? 'unknown' : 'problem'
    return { findings: [{ what, state, reason: explain(error), code: codeOf(error) }], assumptions }
  }
}

/** GitHub's API, as guidance for its errors. Its limit is by the hour; this one only spreads the few requests of a check. */
const GITHUB: Vendor = {
  name: 'GitHub',
  urlInput: 'GITHUB_API_URL',
  advice: {},
  limitPerMinute: 120,
}

function placeOf(inputs: Inputs, scope: Scope, tools: CheckTools): GitHubPlace {
  const { context, world } = tools
  const token = inputs['github-token']
  const apiUrl = apiUrlOf(world.env.GITHUB_API_URL || 'https://api.github.com')
  const isOfPull = world.env.GITHUB_EVENT_NAME === 'pull_request'
  if (!context || !token || !apiUrl) return { context, reader: undefined, isOfPull }
  const { get } = bearerApi(connect(GITHUB, { apiUrl, apiKey: token }, inputs, tools))
  const reader = githubReader(context, (purpose, path) => get(purpose, path, aside(scope, tools)))
  return { context, reader, isOfPull }
}
