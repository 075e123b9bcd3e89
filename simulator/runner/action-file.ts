import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

/** What the runner reads in an action.yml. */
export interface ActionFile {
  /** Default of each declared input; null where it has none. */
  readonly inputs: Readonly<Record<string, string | null>>
  readonly main: string
  readonly post: string | null
}

interface ActionYaml {
  inputs?: Record<string, { default?: unknown } | null>
  runs: { using: string; main: string; post?: string }
}

/** Reads action.yml, or action.yaml, of a JavaScript action in `folder`. */
export function readActionFile(folder: string): ActionFile {
  const text = readText(folder)
  const read = known.get(text) ?? readAction(text)
  known.set(text, read)
  return read
}

/** By their text: parsing takes longer than anything else that a runner does before it starts a process. */
const known = new Map<string, ActionFile>()

function readAction(text: string): ActionFile {
  const { inputs = {}, runs }: ActionYaml = parse(text)
  if (!/^node\d+$/.test(runs.using)) throw new Error(`runs.using is '${runs.using}', not a JavaScript action`)
  const defaults = Object.entries(inputs).map(([name, input]) => [name, asText(input?.default)] as const)
  return { inputs: Object.fromEntries(defaults), main: runs.main, post: runs.post ?? null }
}

/** The environment variable of an input: upper case, spaces as underscores, dashes kept. Source: @actions/core, getInput. */
export function inputVariable(name: string): string {
  return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`
}

/** An input's default with `${{ github.token }}` filled in, the one expression that is known here. */
export function resolveDefault(value: string, githubToken: string): string {
  const resolved = value.replaceAll(/\$\{\{\s*github\.token\s*\}\}/g, () => githubToken)
  if (resolved.includes('${{'))
    throw new Error(`the default '${value}' has an expression that the imitation doesn't know`)
  return resolved
}

function readText(folder: string): string {
  try {
    return readFileSync(join(folder, 'action.yml'), 'utf8')
  } catch {
    return readFileSync(join(folder, 'action.yaml'), 'utf8')
  }
}

function asText(value: unknown): string | null {
  if (value === undefined || value === null) return null
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value)
  throw new Error(`an input's default must be a plain value, not ${JSON.stringify(value)}`)
}
