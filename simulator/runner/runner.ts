// An imitation of GitHub's runner, as far as a JavaScript action can tell.
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { inputVariable, readActionFile, resolveDefault } from './action-file.ts'
import type { ActionFile } from './action-file.ts'
import { parseFileCommands } from './file-commands.ts'
import { realClock } from '../time/clock.ts'
import type { Clock } from '../time/clock.ts'
import { createJobLog } from './job-log.ts'
import type { Annotation } from './job-log.ts'
import type { VirtualTime } from '../time/virtual-time.ts'

/** What the file behind GITHUB_EVENT_PATH holds; of a pull request, these parts end up in variables too. */
export interface EventPayload {
  readonly pull_request?: {
    readonly number?: number
    readonly base?: { readonly ref?: string }
    readonly head?: { readonly ref?: string }
  }
  readonly [name: string]: unknown
}

export interface StepOptions {
  /** What stands under `with:`. */
  readonly inputs: Readonly<Record<string, string>>
  /** Variables beside the runner's own; of this process's, the step sees PATH and HOME only. */
  readonly env?: Readonly<Record<string, string>>
  /** Values of `secrets.…`, masked in the log from the start. */
  readonly secrets?: readonly string[]
  /** The step lives in this virtual time; without it, in the machine's. */
  readonly time?: VirtualTime
  /** By how much the step's clock is ahead of the virtual time, in ms; default 0. */
  readonly clockAheadMs?: number
  /** What the step's Math.random is drawn from in virtual time; default 1. */
  readonly seed?: number
  /** A folder; default: a new empty one. */
  readonly workspace?: string
  /** Default: a push. */
  readonly event?: { readonly name: string; readonly payload: EventPayload }
  /** What `${{ github.token }}` stands for; default: nothing. */
  readonly githubToken?: string
  /** The folder of action.yml; default: this repository. */
  readonly action?: string
  /** Ms after which the process is killed, so that nothing waits for ever; default: the six hours that GitHub gives a job. */
  readonly killAfterMs?: number
  /** State of an earlier phase of the step. */
  readonly state?: Readonly<Record<string, string>>
  /** Takes each line of the log as GitHub would show it, with its line feed. */
  readonly onOutput?: (text: string) => void
}

export interface StepResult {
  readonly exitCode: number | null
  readonly signal: string | null
  /** As the step wrote them, secrets and all. */
  readonly stdout: string
  readonly stderr: string
  /** As GitHub would show it: commands carried out, secrets as ***. */
  readonly log: string
  readonly outputs: Readonly<Record<string, string>>
  readonly state: Readonly<Record<string, string>>
  readonly summary: string
  readonly workspace: string
  /** Holds everything of this step's: command files, RUNNER_TEMP, the workspace unless one was given. */
  readonly folder: string
  readonly annotations: readonly Annotation[]
  readonly masks: readonly string[]
  /** The environment that the step saw. */
  readonly env: Readonly<Record<string, string>>
}

/** The id of the step; run-test's own, so that a test can look for files named after it. */
const STEP_ID = '__callmeter_run-test'

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url))
const COMPILE_CACHE = fileURLToPath(new URL('../../node_modules/.cache/callmeter-run-test', import.meta.url))
const VIRTUAL_CLOCK = new URL('../time/virtual-clock.mjs', import.meta.url).href

/** GitHub's waits after SIGINT and after SIGTERM, in ms. Source: actions/runner, ProcessInvoker. */
export const SIGTERM_AFTER_MS = 7_500
export const KILL_AFTER_MS = 2_500
const JOB_LIMIT_MS = 6 * 60 * 60_000

// Source: GitHub's documentation, "Adding a job summary".
const LARGEST_SUMMARY = 1024 * 1024

/** A process of the step, just started. */
export interface Phase {
  readonly child: ChildProcess
  /** Settles when the process and its streams have ended. */
  readonly ended: Promise<StepResult>
}

/** Starts the action's `main`. The step's folder stays until `removeStep`. */
export function startMain(options: StepOptions): Phase {
  const action = readActionFile(options.action ?? REPOSITORY)
  const folder = mkdtempSync(join(tmpdir(), 'callmeter-step-'))
  return startPhase(options, action, action.main, folder)
}

/** Runs the action's `main` to its end. */
export async function runMain(options: StepOptions): Promise<StepResult> {
  return inTime(startMain(options).ended, options)
}

/** Runs the action's `post` as the runner does after `main`, however that ended: same inputs, same workspace, its state. */
export async function runPost(options: StepOptions, main: StepResult): Promise<StepResult> {
  const action = readActionFile(options.action ?? REPOSITORY)
  if (action.post === null) throw new Error('action.yml has no post')
  const { folder, workspace, state } = main
  const given = { ...options, workspace, state: { ...state, ...options.state } }
  return inTime(startPhase(given, action, action.post, folder).ended, options)
}

const inTime = <T>(promise: Promise<T>, { time }: StepOptions): Promise<T> => (time ? time.pass(promise) : promise)

/** Deletes everything that the step left behind, except a workspace that was given. */
export function removeStep(step: StepResult): void {
  rmSync(step.folder, { recursive: true, force: true })
}

/**
 * Cancels a step as GitHub does: SIGINT, SIGTERM after 7.5 s, the kill 2.5 s later. Resolves when the process has ended.
 * Source: actions/runner, ProcessInvoker.
 */
export async function cancelStep(
  child: ChildProcess,
  clock: Pick<Clock, 'after'>,
  { sigtermAfterMs = SIGTERM_AFTER_MS, killAfterMs = KILL_AFTER_MS } = {},
): Promise<void> {
  const ended = new Promise<true>((done) => {
    if (child.exitCode !== null || child.signalCode !== null) done(true)
    else child.once('exit', () => done(true))
  })
  const endsWithin = async (ms: number): Promise<boolean> => {
    let cancel = (): void => undefined
    const late = new Promise<false>((done) => {
      cancel = clock.after(ms, () => done(false))
    })
    return Promise.race([ended, late]).finally(() => cancel())
  }
  child.kill('SIGINT')
  if (await endsWithin(sigtermAfterMs)) return
  child.kill('SIGTERM')
  if (await endsWithin(killAfterMs)) return
  child.kill('SIGKILL')
  await ended
}

function startPhase(options: StepOptions, action: ActionFile, script: string, folder: string): Phase {
  const actionFolder = resolve(options.action ?? REPOSITORY)
  const workspace = options.workspace ?? join(folder, 'workspace')
  const temp = join(folder, 'temp')
  // Each phase has command files of its own.
  const files = mkdtempSync(join(folder, 'file-commands-'))
  for (const path of [workspace, temp]) mkdirSync(path, { recursive: true })
  const commandFiles = Object.fromEntries(
    ['OUTPUT', 'STATE', 'STEP_SUMMARY', 'ENV', 'PATH'].map((name) => [
      `GITHUB_${name}`,
      join(files, name.toLowerCase()),
    ]),
  )
  for (const path of Object.values(commandFiles)) writeFileSync(path, '')

  const env = {
    ...inherited(),
    ...runnerVariables(options, folder, workspace, temp),
    ...commandFiles,
    ...inputVariables(options, action),
    ...Object.fromEntries(Object.entries(options.state ?? {}).map(([name, value]) => [`STATE_${name}`, value])),
    ...options.env,
  }
  const log = createJobLog([...(options.secrets ?? []), ...(options.githubToken ? [options.githubToken] : [])])
  const shown: string[] = []
  const show = (line: string) => {
    const text = log.take(line)
    if (text === null) return
    shown.push(text)
    options.onOutput?.(`${text}\n`)
  }
  warnOfUnknownInputs(options, action, show)

  const { child, ended } = startProcess(join(actionFolder, script), env, workspace, options, show)
  const read = (name: string) => readFileSync(commandFiles[name] ?? '', 'utf8')
  const result = (how: Ended): StepResult => ({
    ...how,
    outputs: parseFileCommands(read('GITHUB_OUTPUT')),
    state: parseFileCommands(read('GITHUB_STATE')),
    summary: keptSummary(read('GITHUB_STEP_SUMMARY'), show),
    log: shown.map((line) => `${line}\n`).join(''),
    workspace,
    folder,
    annotations: log.annotations,
    masks: log.masks,
    env,
  })
  return { child, ended: ended.then(result) }
}

/** What of this process's environment a runner's process has too; without SystemRoot nothing runs on Windows. */
function inherited(): Record<string, string> {
  return Object.fromEntries(
    ['PATH', 'HOME', 'SystemRoot'].flatMap((name) => {
      const value = process.env[name]
      return value === undefined ? [] : [[name, value] as const]
    }),
  )
}

function runnerVariables(
  options: StepOptions,
  folder: string,
  workspace: string,
  temp: string,
): Record<string, string> {
  const { name, payload } = options.event ?? { name: 'push', payload: {} }
  const eventPath = join(folder, 'event.json')
  writeFileSync(eventPath, JSON.stringify(payload))
  const pull = payload.pull_request
  return {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION: STEP_ID,
    GITHUB_ACTION_REPOSITORY: 'callmeter/run-test',
    GITHUB_ACTION_REF: 'v1',
    GITHUB_ACTOR: 'octocat',
    // Nothing listens there: a step that should stay away from GitHub is found out.
    GITHUB_API_URL: 'http://127.0.0.1:9',
    GITHUB_BASE_REF: pull?.base?.ref ?? '',
    GITHUB_EVENT_NAME: name,
    GITHUB_EVENT_PATH: eventPath,
    GITHUB_HEAD_REF: pull?.head?.ref ?? '',
    GITHUB_JOB: 'quality',
    GITHUB_REF: pull ? `refs/pull/${pull.number ?? 1}/merge` : 'refs/heads/main',
    GITHUB_REF_NAME: pull ? `${pull.number ?? 1}/merge` : 'main',
    GITHUB_REPOSITORY: 'acme/voice',
    GITHUB_REPOSITORY_OWNER: 'acme',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_ID: '4242424242',
    GITHUB_RUN_NUMBER: '42',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_SHA: 'ffac537e6cbbf934b08745a378932722df287a53',
    GITHUB_WORKFLOW: 'Call quality',
    GITHUB_WORKSPACE: workspace,
    RUNNER_ARCH: process.arch === 'arm64' ? 'ARM64' : 'X64',
    RUNNER_ENVIRONMENT: 'self-hosted',
    RUNNER_NAME: 'imitation',
    RUNNER_OS: { darwin: 'macOS', win32: 'Windows' }[process.platform as string] ?? 'Linux',
    RUNNER_TEMP: temp,
    RUNNER_TOOL_CACHE: join(folder, 'tool-cache'),
  }
}

function inputVariables({ inputs, githubToken = '' }: StepOptions, action: ActionFile): Record<string, string> {
  const declared = Object.entries(action.inputs).map(([name, value]) => [
    name,
    resolveDefault(value ?? '', githubToken),
  ])
  const values: [string, string][] = [...declared, ...Object.entries(inputs)].map(([name = '', value = '']) => [
    inputVariable(name),
    value,
  ])
  return Object.fromEntries(values)
}

const quoted = (names: string[]) => names.map((name) => `'${name}'`).join(', ')

function warnOfUnknownInputs({ inputs }: StepOptions, action: ActionFile, show: (line: string) => void): void {
  const known = Object.keys(action.inputs)
  const lowerCase = new Set(known.map((name) => name.toLowerCase()))
  const unknown = Object.keys(inputs).filter((name) => !lowerCase.has(name.toLowerCase()))
  if (unknown.length > 0) show(`::warning::Unexpected input(s) ${quoted(unknown)}, valid inputs are [${quoted(known)}]`)
}

function keptSummary(summary: string, show: (line: string) => void): string {
  const size = Buffer.byteLength(summary)
  if (size <= LARGEST_SUMMARY) return summary
  const kilobytes = Math.ceil(size / 1024)
  show(`::error::$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k, got ${kilobytes}k`)
  return ''
}

type Ended = Pick<StepResult, 'exitCode' | 'signal' | 'stdout' | 'stderr'>

function startProcess(
  script: string,
  env: Readonly<Record<string, string>>,
  workspace: string,
  { time, clockAheadMs, seed, killAfterMs = JOB_LIMIT_MS }: StepOptions,
  show: (line: string) => void,
): { child: ChildProcess; ended: Promise<Ended> } {
  const virtual = time && {
    SIMULATOR_CLOCK: JSON.stringify({ from: time.now(), ahead: clockAheadMs, seed }),
    // A test run starts hundreds of processes.
    NODE_COMPILE_CACHE: COMPILE_CACHE,
  }
  const child = spawn(process.execPath, [...(time ? ['--import', VIRTUAL_CLOCK] : []), script], {
    cwd: workspace,
    env: { ...env, ...virtual },
    stdio: ['ignore', 'pipe', 'pipe', ...(time ? ['ipc' as const] : [])],
  })
  const { stdout: out, stderr: trouble } = child
  if (!out || !trouble) throw new Error('the process has no streams')
  time?.attach(child)
  const exited = new Promise<Pick<Ended, 'exitCode' | 'signal'>>((done, failed) => {
    child.once('error', failed)
    child.once('exit', (exitCode, signal) => done({ exitCode, signal }))
  })
  const stdout = collect(out, show)
  const stderr = collect(trouble, show)
  const spare = (time ?? realClock()).after(killAfterMs, () => {
    child.kill('SIGKILL')
    // A grandchild may hold the pipes open for longer.
    out.destroy()
    trouble.destroy()
  })
  const ended = Promise.all([exited, stdout, stderr]).then(([how, ...[said, wrong]]) => ({
    ...how,
    stdout: said,
    stderr: wrong,
  }))
  return { child, ended: ended.finally(spare) }
}

/** Shows a stream line by line, as it comes; answers all of it at its end. */
function collect(stream: Readable, show: (line: string) => void): Promise<string> {
  let text = ''
  stream.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
  })
  const lines = createInterface({ input: stream, crlfDelay: Infinity }).on('line', show)
  // A stream that is destroyed closes without ending, which readline doesn't notice.
  stream.once('close', () => lines.close())
  return new Promise((done) => {
    lines.once('close', () => done(text))
  })
}
