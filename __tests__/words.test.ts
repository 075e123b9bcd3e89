// The texts of the sources use the terms that Vale checks in the pages.
import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { wordProblems } from './words/check.ts'

const root = new URL('../', import.meta.url)
const filesIn = (folder: string, name: RegExp): string[] =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => name.test(path))
    .toSorted()

const SOURCES = [...filesIn('src', /\.ts$/), ...filesIn('fan-out', /^(?!.*from-src).*\.mjs$/), 'docs/tables.ts']

test.each(SOURCES)('%s says it in the terms of .github/styles', (path) => {
  expect(wordProblems(readFileSync(new URL(path, root), 'utf8'))).toEqual([])
})

describe('the check', () => {
  test.each([
    ["const a = 'x'\nthrow new Error('The API tells nothing.')", ['2: "tells": write "reports"']],
    ['log.info(`${n} runs are looked at`)', ['1: "looked at": write "checked, evaluated"']],
    ["const advice: string = 'Where the key is wrong, replace it.'", ['1: "Where ": write "If, When"']],
    ["const advice = 'You can easily replace the key.'", ['1: "easily": leave it out']],
  ])('finds what %j says otherwise', (source, problems) => {
    expect(wordProblems(source)).toEqual(problems)
  })

  test.each([
    "import { told } from './told.ts'",
    "const kind = 'asked'",
    "const a = 'where group = 1, untold and masked'",
  ])('takes %j', (source) => {
    expect(wordProblems(source)).toEqual([])
  })
})
