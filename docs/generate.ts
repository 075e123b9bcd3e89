// `npm run docs`: writes the parts of the pages that come from the code. `npm run docs -- --check` compares them, and looks for codes of errors
// that troubleshooting.md does not explain, or explains though no error has them, and dead links. `npm run docs -- --links` lists the links that lead outside.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { parse } from 'yaml'
import { FAILURE_CODES } from '../src/base/failure.ts'
import { TROUBLESHOOTING } from '../src/report/phrases.ts'
import { gapsPicture } from './gaps.ts'
import { noisePicture } from './noise.ts'
import { checkLinks } from './links.ts'
import { type ActionFile, withTables } from './tables.ts'
import { compareWithPage } from './troubleshooting.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const filesIn = (folder: string, name: RegExp, deep = true): string[] =>
  readdirSync(join(root, folder), { recursive: deep, encoding: 'utf8' })
    .map((path) => join(folder, path).replaceAll('\\', '/'))
    .filter((path) => name.test(path) && existsSync(join(root, path)))
    .toSorted()

const check = process.argv.includes('--check')
const problems: string[] = []
const pages = [...filesIn('.', /\.md$/, false), ...filesIn('docs', /\.md$/), ...filesIn('.github', /\.md$/)]
const action = parse(read('action.yml')) as ActionFile
const options = { ...(await resolveConfig(join(root, 'README.md'))), parser: 'markdown' }
for (const page of pages) {
  const old = read(page)
  if (!old.includes('<!-- generated:')) continue
  const made = await format(withTables(old, action), options)
  if (made === old) continue
  if (check) problems.push(`${page} is not what the code says: run \`npm run docs\`.`)
  else {
    writeFileSync(join(root, page), made)
    process.stdout.write(`Wrote ${page}\n`)
  }
}

for (const [name, picture, source] of [
  ['gaps', gapsPicture, 'the schedule says'],
  ['noise', noisePicture, 'the model of runs says'],
] as const) {
  const path = `docs/pictures/${name}.svg`
  const made = picture()
  if (existsSync(join(root, path)) && readFileSync(join(root, path), 'utf8') === made) continue
  if (check) problems.push(`${path} is not what ${source}: run \`npm run docs\`.`)
  else {
    writeFileSync(join(root, path), made)
    process.stdout.write(`Wrote ${path}\n`)
  }
}

const texts = new Map([...pages, ...filesIn('examples', /\.md$/)].map((page) => [page, read(page)]))
// The address that errors name is a link, too.
const { dead, outside } = checkLinks(new Map([...texts, ['src/report/phrases.ts', `[](${TROUBLESHOOTING})`]]), (path) =>
  existsSync(join(root, path)),
)
if (process.argv.includes('--links')) process.stdout.write(`${outside.join('\n')}\n`)
if (check) {
  problems.push(
    ...compareWithPage(FAILURE_CODES, read('docs/troubleshooting.md')),
    ...dead.map(({ file, line, target, why }) => `${file}:${line}: dead link ${target}: ${why}`),
  )
  for (const problem of problems) process.stderr.write(`${problem}\n`)
  process.stdout.write(
    `${pages.length} pages, ${FAILURE_CODES.length} codes of errors, ${problems.length} problems; ${outside.length} links lead outside and were not followed.\n`,
  )
  if (problems.length > 0) process.exitCode = 1
}
