// What an action needs of GitHub's runner, in plain node: this folder has no dependencies.
import { appendFileSync } from 'node:fs'
import { randomUUID } from 'node:crypto'

/** @param {string} name As in action.yml. */
export function input(name) {
  return (process.env[`INPUT_${name.toUpperCase()}`] ?? '').trim()
}

/** @param {string} name @param {string} value */
export function setOutput(name, value) {
  const end = `end-${randomUUID()}`
  appendFileSync(process.env.GITHUB_OUTPUT ?? '', `${name}<<${end}\n${value}\n${end}\n`)
}

/** @param {string} markdown */
export function appendSummary(markdown) {
  appendFileSync(process.env.GITHUB_STEP_SUMMARY ?? '', markdown)
}

/**
 * Shows an annotation. Nothing in the message can end it, or become a command of its own.
 * @param {'error' | 'warning' | 'notice'} level @param {string} message
 */
export function annotate(level, message) {
  const data = message.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
  process.stdout.write(`::${level}::${data}\n`)
}

/** @param {unknown} error */
export function explain(error) {
  return error instanceof Error ? error.message : String(error)
}
