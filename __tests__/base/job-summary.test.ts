import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { summary } from '@actions/core'
import { afterEach, expect, test } from '@jest/globals'
import { appendToSummary } from '../../src/base/job-summary.ts'
import { newFolder } from '../folders.ts'

afterEach(() => {
  delete process.env.GITHUB_STEP_SUMMARY
})

test('what is there already stays', () => {
  const path = join(newFolder('summary-'), 'summary.md')
  writeFileSync(path, '# Of another step\n')
  appendToSummary(path, '## 💥 Ours\n')
  expect(readFileSync(path, 'utf8')).toBe('# Of another step\n## 💥 Ours\n')
})

test.each([undefined, '', join(newFolder('summary-'), 'gone', 'summary.md')])(
  'where the file is %j it fails as @actions/core does',
  async (path) => {
    if (path !== undefined) process.env.GITHUB_STEP_SUMMARY = path
    const { message } = await summary
      .addRaw('text')
      .write()
      .then(
        () => new Error('it was written'),
        (error: unknown) => error as Error,
      )
    expect(() => appendToSummary(path, 'text')).toThrow(new Error(message))
  },
)
