// Bundles lib/, which tsc has written, into dist/, and what fan-out/ has of src/. `npm run build`.
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createRequire } from 'node:module'
import { fanOutModule } from './fan-out.ts'
import { licenseTexts } from './licenses.ts'
import { pageTemplate } from './page.ts'

interface Bundle {
  code: string
  assets: Record<string, { source: string | Buffer }>
}
type Ncc = (
  input: string,
  options: { externals: Record<string, string>; quiet: boolean; cache: false },
) => Promise<Bundle>

const ncc = createRequire(import.meta.url)('@vercel/ncc') as Ncc
const root = fileURLToPath(new URL('..', import.meta.url))
const dist = join(root, 'dist')

// undici is four fifths of the bundle and two fifths of the start, and only GitHub's API needs what @actions/http-client wants it for: it is a
// bundle of its own, loaded when it is asked for, and undici is in that one alone. What @actions/core brings for ID tokens and for running programs loads
// Node's HTTP, TLS and child processes, a third of the start, and is not used at all; its job summary loads fs/promises. One file stands in for all of it.
const STAND_IN = 'not-bundled.js'
const NOT_BUNDLED = ['undici', './oidc-utils.js', './summary.js', '@actions/exec']

// ncc goes by what stands in an import, whoever imports it.
const lib = join(root, 'lib')
for (const file of readdirSync(lib, { recursive: true, encoding: 'utf8' }))
  if (file.endsWith('.js') && /['"]\.\/(oidc-utils|summary)\.js['"]/.test(readFileSync(join(lib, file), 'utf8')))
    throw new Error(`${file} imports what has a stand-in: it needs another name`)

rmSync(dist, { recursive: true, force: true })
const without = Object.fromEntries(NOT_BUNDLED.map((request) => [request, `./${STAND_IN}`]))
for (const [entry, folder, name, externals] of [
  ['index.js', dist, 'index.js', without],
  ['post.js', join(dist, 'post'), 'index.js', without],
  // index.js imports it by the name that it has in the sources.
  ['apis/github/octokit.js', join(dist, 'apis/github'), 'octokit.js', {}],
] as [string, string, string, Record<string, string>][]) {
  const { code, assets } = await ncc(join(root, 'lib', entry), {
    externals,
    quiet: true,
    cache: false,
  })
  const files: Record<string, string | Buffer> = { [name]: code, 'package.json': '{ "type": "module" }\n' }
  for (const [asset, { source }] of Object.entries(assets)) files[asset] = source
  for (const [file, source] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), source)
  }
  if (externals === without) copyFileSync(join(root, 'lib/apis/http', STAND_IN), join(folder, STAND_IN))
}
writeFileSync(join(dist, 'report.html'), await pageTemplate())
writeFileSync(join(dist, 'licenses.txt'), licenseTexts(root))
writeFileSync(join(root, 'fan-out/from-src.mjs'), await fanOutModule())
