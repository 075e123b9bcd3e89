// The licences of what dist/ bundles, which each of them wants to be kept with it.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

interface LockedPackage {
  version?: string
  license?: string
  dev?: boolean
}

/**
 * Name, version and licence text of every package that is needed at run time, by the lock file. ncc's own list keeps only what the last chunk of a
 * bundle holds.
 */
export function licenseTexts(root: string): string {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, LockedPackage>
  }
  const parts = Object.entries(packages)
    .filter(([path, { dev }]) => path !== '' && !dev)
    .map(([path, { version = '', license = 'unknown' }]) => {
      const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
      const folder = join(root, path)
      const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.|$)/i.test(entry))
      const text = file ? readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim() : license
      return `${name} ${version} (${license})\n\n${text}`
    })
  return `${[...new Set(parts)].toSorted().join(`\n\n${'-'.repeat(80)}\n\n`)}\n`
}
