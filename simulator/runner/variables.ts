// The environment that GitHub's runner gives to a step of a JavaScript action.
import { inputVariable, resolveDefault } from './action-file.ts'
import type { ActionFile } from './action-file.ts'

/** What the file behind GITHUB_EVENT_PATH holds; of a pull request, these parts end up in variables too. */
export interface EventPayload {
  readonly pull_request?: {
    readonly number?: number
    readonly base?: { readonly ref?: string }
    readonly head?: { readonly ref?: string }
  }
  readonly [name: string]: unknown
}

export interface VariableOptions {
  /** What stands under `with:`. */
  readonly inputs: Readonly<Record<string, string>>
  /** Variables beside the runner's own; of this process's, the step sees PATH and HOME only. */
  readonly env?: Readonly<Record<string, string>>
  /** Default: a push. */
  readonly event?: { readonly name: string; readonly payload: EventPayload }
  /** What `${{ github.token }}` stands for; default: nothing. */
  readonly githubToken?: string
  /** State of an earlier phase of the step. */
  readonly state?: Readonly<Record<string, string>>
}

/** The id of the step; run-test's own, so that a test can look for files named after it. */
const STEP_ID = '__callmeter_run-test'

/** All variables of a step. `paths` are those that lead to its files and folders. */
export function stepVariables(
  options: VariableOptions,
  action: ActionFile,
  paths: Readonly<Record<string, string>>,
): Record<string, string> {
  return {
    ...inherited(),
    ...runnerVariables(options),
    ...paths,
    ...inputVariables(options, action),
    ...Object.fromEntries(Object.entries(options.state ?? {}).map(([name, value]) => [`STATE_${name}`, value])),
    ...options.env,
  }
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

function runnerVariables({ event }: VariableOptions): Record<string, string> {
  const pull = event?.payload.pull_request
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
    GITHUB_EVENT_NAME: event?.name ?? 'push',
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
    RUNNER_ARCH: process.arch === 'arm64' ? 'ARM64' : 'X64',
    RUNNER_ENVIRONMENT: 'self-hosted',
    RUNNER_NAME: 'imitation',
    RUNNER_OS: { darwin: 'macOS', win32: 'Windows' }[process.platform as string] ?? 'Linux',
  }
}

function inputVariables({ inputs, githubToken = '' }: VariableOptions, action: ActionFile): Record<string, string> {
  const defaults = Object.entries(action.inputs).map(([name, value]) => [
    inputVariable(name),
    resolveDefault(value ?? '', githubToken),
  ])
  const given = Object.entries(inputs).map(([name, value]) => [inputVariable(name), value])
  return Object.fromEntries([...defaults, ...given])
}
