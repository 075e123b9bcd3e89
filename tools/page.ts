// Makes the template of report.html, one file with everything in it but the data.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Plugin, build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const page = join(root, 'src/page')
const uplot = dirname(createRequire(import.meta.url).resolve('uplot/package.json'))

/** The template, the same for the same sources. Its policy allows its own script and style by their hashes, and no request at all. */
export async function pageTemplate(): Promise<string> {
  const read = (path: string): string => readFileSync(path, 'utf8').replaceAll('\r\n', '\n')
  // MIT asks for its text in every copy, and a report is one.
  const licence = `/*!\n${read(join(uplot, 'LICENSE')).trim()}\n*/`
  const script = `${licence}\n${read(join(uplot, 'dist/uPlot.iife.min.js')).trim()}\n${await bundled(join(page, 'main.ts'))}`
  const style = `${licence}\n${read(join(uplot, 'dist/uPlot.min.css')).trim()}\n${read(join(page, 'page.css')).trim()}\n`
  return read(join(page, 'page.html'))
    .replace(/(?<=<style>)[^<]*(?=<\/style>)/, () => inElement(style, 'style'))
    .replace(/(?<=<script>)[^<]*(?=<\/script>)/, () => inElement(script, 'script'))
    .replace('STYLE-HASH', hash(style))
    .replace('SCRIPT-HASH', hash(script))
}

/** uPlot as its makers minify it, which declares a global name: unminified it would make every report half as large again. */
const minifiedUplot: Plugin = {
  name: 'minified uPlot',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^uplot$/ }, ({ path }) => ({ path, namespace: 'global' }))
    onLoad({ filter: /.*/, namespace: 'global' }, () => ({ contents: 'export default uPlot' }))
  },
}

/** A module and all that it imports as one script, which can be read: it is not minified. */
async function bundled(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    // Names of files in comments are relative to it.
    absWorkingDir: root,
    bundle: true,
    format: 'iife',
    charset: 'utf8',
    plugins: [minifiedUplot],
    write: false,
  })
  return outputFiles.map(({ text }) => text).join('')
}

function inElement(text: string, element: string): string {
  if (/<\/(script|style)|<!--/i.test(text)) throw new Error(`The page's ${element} would end its own element.`)
  return text
}

function hash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}
