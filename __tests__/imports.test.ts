// The rules of .oxlintrc.json that keep the code layout: imports go down the floors, in no circle, and what is pure imports nothing that does I/O.
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, test } from '@jest/globals'
import { newFolder } from './folders.ts'

const oxlint = join(dirname(createRequire(import.meta.url).resolve('oxlint/package.json')), 'bin/oxlint')

/** What is wrong with made-up sources: `file rule`, sorted. */
function problemsOf(sources: Readonly<Record<string, string>>): string[] {
  const folder = newFolder('imports-')
  copyFileSync('.oxlintrc.json', join(folder, '.oxlintrc.json'))
  for (const [path, text] of Object.entries(sources)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const { stdout, stderr } = spawnSync(process.execPath, [oxlint, '--format', 'json'], {
    cwd: folder,
    encoding: 'utf8',
  })
  if (!stdout.startsWith('{')) throw new Error(`oxlint said ${stdout}${stderr}`)
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { filename: string; code: string }[] }
  return diagnostics.map(({ filename, code }) => `${filename} ${code}`).toSorted()
}

/** Sources that import a type, or a value, from one another, each from the next. */
const imports = (from: string, to: string, what: 'import type' | 'import' = 'import'): Record<string, string> => ({
  [from]: `${what} { thing } from '${to}'\nexport const other = thing\n`,
})
const thing = (path: string): Record<string, string> => ({ [path]: 'export const thing = 1\n' })

test('imports that go down are fine', () => {
  expect(
    problemsOf({
      ...thing('src/base/clock.ts'),
      ...imports('src/model/run.ts', '../base/text.ts'),
      ...thing('src/base/text.ts'),
      ...imports('src/thresholds/units.ts', '../model/run.ts'),
      ...imports('src/report/phrases.ts', '../thresholds/units.ts'),
      ...imports('src/apis/callmeter/client.ts', '../http/retry.ts'),
      ...imports('src/apis/http/retry.ts', '../../base/clock.ts'),
      ...imports('src/stages/judge.ts', '../report/phrases.ts'),
    }),
  ).toEqual([])
})

test.each(['import', 'import type'] as const)('a circle of files is found, by %s', (what) => {
  const a = { 'src/stages/a.ts': `${what} { b } from './b.ts'\nexport type a = typeof b\n` }
  const b = { 'src/stages/b.ts': `${what} { c } from './c.ts'\nexport const b = 1\nexport type x = typeof c\n` }
  const c = { 'src/stages/c.ts': `${what} { a } from './a.ts'\nexport const c = 1\nexport type y = a\n` }
  expect(problemsOf({ ...a, ...b, ...c })).toContainEqual(
    expect.stringMatching(/^src\/stages\/\w\.ts import\(no-cycle\)$/),
  )
})

test.each([
  ['src/base/text.ts', '../model/run.ts'],
  ['src/model/run.ts', '../thresholds/units.ts'],
  ['src/thresholds/units.ts', '../report/phrases.ts'],
  ['src/report/phrases.ts', '../stages/judge.ts'],
  ['src/report/summary/run.ts', '../../apis/callmeter/answers.ts'],
  ['src/apis/http/retry.ts', '../callmeter/client.ts'],
  ['src/apis/callmeter/client.ts', '../callscaler/client.ts'],
  ['src/apis/github/api.ts', '../http/retry.ts'],
  ['src/inputs/read.ts', '../apis/callmeter/client.ts'],
  ['src/cleanup/stop.ts', '../stages/judge.ts'],
  ['src/publish/comment.ts', '../stages/judge.ts'],
  ['src/stages/judge.ts', '../publish/comment.ts'],
  ['src/thresholds/units.ts', 'node:fs'],
  ['src/model/run.ts', '@actions/core'],
  ['src/report/phrases.ts', 'node:path'],
  ['src/report/phrases.ts', '../base/clock.ts'],
])('%s must not import %s', (from, to) => {
  const target = to.startsWith('.') ? thing(join(dirname(from), to)) : {}
  for (const what of ['import', 'import type'] as const)
    expect(problemsOf({ ...imports(from, to, what), ...target })).toContain(`${from} eslint(no-restricted-imports)`)
})

test('more than four parameters, or 300 lines, are too many', () => {
  const many = 'export function many(a: 1, b: 1, c: 1, d: 1, e: 1): unknown {\n  return [a, b, c, d, e]\n}\n'
  expect(problemsOf({ 'src/stages/a.ts': many })).toEqual(['src/stages/a.ts eslint(max-params)'])
  const long = 'export {}\n'.repeat(301)
  expect(problemsOf({ 'src/stages/a.ts': long })).toContain('src/stages/a.ts eslint(max-lines)')
})
