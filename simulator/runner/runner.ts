// An imitation of GitHub's runner, as far as a JavaScript action can tell.
import type { ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readActionFile } from './action-file.ts'
import type { ActionFile } from './action-file.ts'
import { parseFileCommands } from './file-commands.ts'
import { createJobLog } from './job-log.ts'
import type { Annotation } from './job-log.ts'
import { startProcess } from './process.ts'
import type { Ended, ProcessOptions } from './process.ts'
import { stepVariables } from './variables.ts'
import type { VariableOptions } from './variables.ts'

export interface StepOptions extends ProcessOptions, VariableOptions {
  /** Values of `secrets.…`, masked in the log from the start. */
  readonly secrets?: readonly string[]
  /** A folder; default: a new empty one. */
  readonly workspace?: string
  /** The folder of action.yml; default: this repository. */
  readonly action?: string
  /** Takes each line of the log as GitHub would show it, with its line feed. */
  readonly onOutput?: (text: string) => void
}

export interface StepResult extends Ended {
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

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url))

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

  const eventPath = join(folder, 'event.json')
  writeFileSync(eventPath, JSON.stringify(options.event?.payload ?? {}))
  const env = stepVariables(options, action, {
    ...commandFiles,
    GITHUB_EVENT_PATH: eventPath,
    GITHUB_WORKSPACE: workspace,
    RUNNER_TEMP: temp,
    RUNNER_TOOL_CACHE: join(folder, 'tool-cache'),
  })
  const log = createJobLog([...(options.secrets ?? []), ...(options.githubToken ? [options.githubToken] : [])])
  const shown: string[] = []
  const show = (line: string) => {
    const text = log.take(line)
    if (text === null) return
    shown.push(text)
    options.onOutput?.(`${text}\n`)
  }
  warnOfUnknownInputs(options, action, show)

  const { child, ended } = startProcess(join(actionFolder, script), { ...options, env, workspace, show })
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
