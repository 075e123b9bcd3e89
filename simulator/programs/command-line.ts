import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isScenarioName, SCENARIOS } from '../callmeter/scenarios.ts'
import type { ScenarioName } from '../callmeter/scenarios.ts'

/** A command line that can't be obeyed; its message is for the person who wrote it. */
export class UsageError extends Error {}

/** The scenarios with their descriptions, one a line. */
export function scenarioLines(): string {
  const width = Math.max(...Object.keys(SCENARIOS).map((name) => name.length))
  return Object.entries(SCENARIOS)
    .map(([name, { description }]) => `  ${name.padEnd(width)}  ${description}\n`)
    .join('')
}

/** The scenario that `name` names. */
export function readScenario(name: string): ScenarioName {
  if (isScenarioName(name)) return name
  throw new UsageError(`There is no scenario '${name}'. There are:\n${scenarioLines()}`)
}

/** The number that `text` writes, at least `least`; `fallback` where there is no text. */
export function readNumber(option: string, text: string | undefined, fallback: number, least: number): number {
  if (text === undefined) return fallback
  const value = Number(text)
  if (text.trim() !== '' && Number.isFinite(value) && value >= least) return value
  throw new UsageError(`--${option} takes a number of at least ${least}, not '${text}'.\n`)
}

/** The folder of the built action. Throws where it isn't built. */
export function builtAction(): string {
  const folder = fileURLToPath(new URL('../..', import.meta.url))
  if (!existsSync(join(folder, 'dist/index.js'))) throw new UsageError('There is no dist/index.js: npm run build')
  return folder
}

/** Runs a program, or shows its help. A command line that it can't obey ends it with 2 and the message, without a stack. */
export async function runProgram(help: string, program: () => Promise<void>): Promise<void> {
  try {
    if (process.argv.includes('--help')) process.stdout.write(help)
    else await program()
  } catch (error) {
    if (!isUsageError(error)) throw error
    process.stderr.write(error.message.replace(/\n*$/, '\n'))
    process.exitCode = 2
  }
}

function isUsageError(error: unknown): error is Error {
  if (error instanceof UsageError) return true
  // parseArgs of node:util has codes of its own.
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_')
}
