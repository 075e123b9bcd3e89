// Development only: bundles lib/, which tsc has written, into dist/. `npm run build`.
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createRequire } from 'node:module'

interface Bundle {
  code: string
  assets: Record<string, { source: string | Buffer }>
}
type Ncc = (
  input: string,
  options: { externals: Record<string, string>; license: string; quiet: boolean; cache: false },
) => Promise<Bundle>

const ncc = createRequire(import.meta.url)('@vercel/ncc') as Ncc
const root = fileURLToPath(new URL('..', import.meta.url))
const dist = join(root, 'dist')

// undici is four fifths of the bundle and two fifths of the start, and nothing here uses what @actions/http-client wants it for.
const STAND_IN = 'no-undici.js'

rmSync(dist, { recursive: true, force: true })
for (const [entry, folder] of [
  ['index.js', dist],
  ['post.js', join(dist, 'post')],
] as const) {
  const { code, assets } = await ncc(join(root, 'lib', entry), {
    externals: { undici: `./${STAND_IN}` },
    license: 'licenses.txt',
    quiet: true,
    cache: false,
  })
  const files: Record<string, string | Buffer> = { 'index.js': code, 'package.json': '{ "type": "module" }\n' }
  for (const [name, { source }] of Object.entries(assets)) files[name] = source
  for (const [name, source] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), source)
  }
  copyFileSync(join(root, 'lib', STAND_IN), join(folder, STAND_IN))
}
