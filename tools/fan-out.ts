import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Plugin, build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Leaves out every module that nothing is used of: none of src/ does anything by being imported. */
const withoutUnused: Plugin = {
  name: 'without unused modules',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\./ }, ({ path, resolveDir }) => ({ path: join(resolveDir, path), sideEffects: false })),
}

/** The text of fan-out/from-src.mjs: what from-src.mts names, out of src/, as one module without types. */
export async function fanOutModule(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'fan-out/from-src.mts')],
    // Names of files in comments are relative to it.
    absWorkingDir: root,
    banner: { js: '// Made out of from-src.mts by `npm run build`.' },
    bundle: true,
    charset: 'utf8',
    format: 'esm',
    plugins: [withoutUnused],
    write: false,
  })
  return outputFiles.map(({ text }) => text).join('')
}
