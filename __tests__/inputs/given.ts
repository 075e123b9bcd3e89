// Inputs as a workflow gives them, beside the defaults of action.yml.
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { InputName, Inputs } from '../../src/inputs/inputs.ts'
import { InputFailure, readInputs } from '../../src/inputs/read.ts'

export const KEY = 'cmk_0123456789abcdef'
const action = parse(readFileSync('action.yml', 'utf8')) as { inputs: Record<string, { default?: string }> }

export type Given = Partial<Record<InputName, string>>
/** The workspace: files by path. */
export type Workspace = Readonly<Record<string, string>>

/** What the action takes the inputs for. Throws as it does. */
export function read(given: Given = {}, env: NodeJS.ProcessEnv = {}, workspace: Workspace = {}): Inputs {
  const needed: Given = { 'api-key': KEY, project: 'pbx', test: 'load' }
  // Trimmed, as the toolkit gives them.
  const input = (name: InputName): string => (given[name] ?? needed[name] ?? action.inputs[name]?.default ?? '').trim()
  return readInputs(input, env, { read: (path) => workspace[path] })
}

/** What the action says of wrong inputs. */
export function failureOf(given: Given, env: NodeJS.ProcessEnv = {}, workspace: Workspace = {}): InputFailure {
  try {
    read(given, env, workspace)
  } catch (error) {
    if (error instanceof InputFailure) return error
    throw error
  }
  throw new Error('The inputs were accepted.')
}

/** The inputs that are wrong, once for each problem. */
export function wrongOf(given: Given, env: NodeJS.ProcessEnv = {}, workspace: Workspace = {}): InputName[] {
  return failureOf(given, env, workspace).problems.map(({ input }) => input)
}
