// Holds workflows and actions against GitHub's own language service: `node validate.ts <documents.json`, where a document is a path and a text.
// Writes what is wrong with each, as a list of lists of `line: message`. A process of its own, because the service imports JSON in a way that
// neither Node nor, for much longer, jest takes by itself.
import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import type { ActionsMetadataProvider } from '@actions/languageservice'
import { parse } from 'yaml'
import { ownAction } from './check.ts'

registerHooks({
  resolve: (specifier, context, next) => {
    const found = next(specifier, context)
    return specifier.endsWith('.json') ? { ...found, importAttributes: { type: 'json' } } : found
  },
})
const { validate } = await import('@actions/languageservice')
const { FeatureFlags } = await import('@actions/expressions')
const { TextDocument } = await import('vscode-languageserver-textdocument')

const read = (path: string): string =>
  readFileSync(join(fileURLToPath(new URL('../..', import.meta.url)), path), 'utf8')

const actionsMetadataProvider: ActionsMetadataProvider = {
  fetchActionMetadata: async ({ owner, name, ref, path: folder = '' }) => {
    const own = ownAction(`${owner}/${name}${folder && `/${folder}`}@${ref}`)
    // Of other actions nothing is known here.
    return { name, description: '', ...(own === undefined ? {} : (parse(read(join(own, 'action.yml'))) as object)) }
  },
}
const fileProvider = {
  getFileContent: async ({ path }: { path: string }) => ({ name: path, content: read(path) }),
}

// GitHub has had steps in the background since June 2026; the service still takes them for an experiment.
const featureFlags = new FeatureFlags({ allowBackgroundSteps: true })

/** Errors and warnings; what is less is advice. */
const WARNING = 2

const documents = JSON.parse(await text(process.stdin)) as [path: string, text: string][]
const found: string[][] = []
for (const [i, [path, content]] of documents.entries()) {
  // The service keeps what it has read by its name.
  const document = TextDocument.create(`file:///${i}/${path}`, 'yaml', 1, content)
  const diagnostics = await validate(document, { actionsMetadataProvider, fileProvider, featureFlags })
  found.push(
    diagnostics
      .filter(({ severity = 1 }) => severity <= WARNING)
      .map(({ range, message }) => `${range.start.line + 1}: ${typeof message === 'string' ? message : message.value}`),
  )
}
process.stdout.write(JSON.stringify(found))
