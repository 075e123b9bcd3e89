// Runs one test file against one source again and again, each time with another mutation. A process of its own, because a mutant may never come back.
import { readFileSync } from 'node:fs'
import { registerHooks, stripTypeScriptTypes } from 'node:module'
import { fileURLToPath } from 'node:url'
import { resetState, run } from 'jest-circus'
import type { Mutation } from './mutations.ts'

/** What the parent asks for: `tests` (file addresses) with the mutation of `source`, or with none. */
export interface Order {
  readonly number: number
  readonly source: string
  readonly tests: readonly string[]
  readonly mutation?: Mutation
}

/** How that went. */
export interface Outcome {
  readonly number: number
  readonly passed: number
  /** The first thing that went wrong. */
  readonly failure?: string
}

const ROOT = new URL('..', import.meta.url).href
const GLOBALS = new URL('mutants-globals.ts', import.meta.url).href

let order: Order | undefined

// Each order has modules of its own: what a module does when it is loaded may be mutated, too.
registerHooks({
  resolve: (specifier, context, next) => {
    if (specifier === '@jest/globals') return { url: GLOBALS, shortCircuit: true }
    const resolved = next(specifier, context)
    const own =
      resolved.url.startsWith(ROOT) && !resolved.url.includes('/node_modules/') && !resolved.url.includes('/tools/')
    return own && order ? { ...resolved, url: `${resolved.url.split('?')[0]}?order=${order.number}` } : resolved
  },
  load: (url, context, next) => {
    const { mutation, source } = order ?? {}
    if (!mutation || url.split('?')[0] !== source) return next(url, context)
    const text = readFileSync(fileURLToPath(url), 'utf8')
    const mutated = text.slice(0, mutation.start) + mutation.text + text.slice(mutation.end)
    return { format: 'module', source: stripTypeScriptTypes(mutated), shortCircuit: true }
  },
})

async function carryOut({ number, tests }: Order): Promise<Outcome> {
  resetState()
  try {
    for (const test of tests) await import(`${test}?order=${number}`)
    const { testResults, unhandledErrors } = await run()
    const failed = testResults.find(({ errors }) => errors.length > 0)
    const failure = failed ? failed.testPath.slice(1).join(' › ') : unhandledErrors[0]
    return { number, passed: testResults.length, ...(failure === undefined ? {} : { failure }) }
  } catch (error) {
    return { number, passed: 0, failure: `the module cannot be loaded: ${String(error)}` }
  }
}

// A promise that a mutant leaves alone is no reason to end.
process.on('unhandledRejection', () => undefined)
process.on('uncaughtException', () => undefined)
process.on('message', (message) => {
  order = message as Order
  void carryOut(order).then((outcome) => process.send?.(outcome))
})
process.on('disconnect', () => process.exit())
