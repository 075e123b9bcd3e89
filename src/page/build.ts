// Development only: makes the template of report.html, one file with everything in it but the data.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire, stripTypeScriptTypes } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compileFunction } from 'node:vm'

const here = fileURLToPath(new URL('.', import.meta.url))
const uplot = dirname(createRequire(import.meta.url).resolve('uplot/package.json'))

/** The template, the same for the same sources. Its policy allows its own script and style by their hashes, and no request at all. */
export function pageTemplate(): string {
  const read = (path: string): string => readFileSync(path, 'utf8').replaceAll('\r\n', '\n')
  // MIT asks for its text in every copy, and a report is one.
  const licence = `/*!\n${read(join(uplot, 'LICENSE')).trim()}\n*/`
  const script = `${licence}\n${read(join(uplot, 'dist/uPlot.iife.min.js')).trim()}\n${linked(join(here, 'main.ts'), read)}`
  const style = `${licence}\n${read(join(uplot, 'dist/uPlot.min.css')).trim()}\n${read(join(here, 'page.css')).trim()}\n`
  return read(join(here, 'page.html'))
    .replace(/(?<=<style>)[^<]*(?=<\/style>)/, () => inElement(style, 'style'))
    .replace(/(?<=<script>)[^<]*(?=<\/script>)/, () => inElement(script, 'script'))
    .replace('STYLE-HASH', hash(style))
    .replace('SCRIPT-HASH', hash(script))
}

/**
 * A module and all that it imports as one script: the sources in the order of their imports, without types, imports and exports. No bundler
 * does this without a runtime of its own, and ncc's looks at `import.meta.url`, which fails where a page is shown from a blob.
 */
function linked(entry: string, read: (path: string) => string): string {
  const done = new Set<string>()
  const parts: string[] = []
  const add = (path: string): void => {
    if (done.has(path)) return
    done.add(path)
    const code = stripTypeScriptTypes(read(path)).replaceAll(IMPORT, (statement, from: string) => {
      if (/\bas\b/.test(statement)) throw new Error(`${path} renames what it imports, and one script cannot`)
      if (from.startsWith('.')) add(join(dirname(path), from))
      else if (from !== 'uplot') throw new Error(`${path} imports ${from}, which the page does not have`)
      return ''
    })
    // Types leave blanks behind.
    const tidy = code.replaceAll(/^export (?=(async )?function|const)/gm, '').replaceAll(/[ \t]+$/gm, '')
    parts.push(tidy.replaceAll(/\n{3,}/g, '\n\n').trim())
  }
  add(entry)
  // In a block of strict code a name that two modules declare is a mistake, and so is an import or export that is left.
  const script = `'use strict'\n{\n${parts.join('\n\n')}\n}\n`
  compileFunction(script)
  return script
}

/** An import statement as prettier writes it, with what it imports from. */
const IMPORT = /^import\s[^'"]*?from '([^']+)'\n/gm

function inElement(text: string, element: string): string {
  if (/<\/(script|style)|<!--/i.test(text)) throw new Error(`The page's ${element} would end its own element.`)
  return text
}

function hash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}
