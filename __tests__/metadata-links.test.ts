// Addresses of this repository's own pages that stand in YAML, where the check of pages does not see them.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'
import { checkLinks } from '../docs/links.ts'

const root = new URL('../', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8')
const filesIn = (folder: string, name: RegExp): string[] =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => name.test(path))

const OWN = /https:\/\/github\.com\/callmeter\/run-test\/blob\/[^\s'"`)]+/g
const PAGES = ['README.md', 'CHANGELOG.md', ...filesIn('.github', /\.md$/), ...filesIn('docs', /\.md$/)]

test.each(filesIn('.github', /\.yml$/).filter((path) => new RegExp(OWN).test(read(path))))(
  'the addresses in %s lead to pages and headings that are there',
  (path) => {
    const links = (read(path).match(OWN) ?? []).map((address) => `[x](${address})`).join('\n')
    const pages = new Map([...PAGES.map((page) => [page, read(page)] as const), ['links.md', links] as const])
    const { dead } = checkLinks(pages, (file) => existsSync(fileURLToPath(new URL(file, root))))
    expect(dead.filter(({ file }) => file === 'links.md')).toEqual([])
    expect(links).not.toBe('')
  },
)
