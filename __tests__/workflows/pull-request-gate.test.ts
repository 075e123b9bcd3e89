// The scripts of examples/pull-request-gate.yml, in bash, with a `gh` that answers as it is told and notes what it was asked.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'
import { stepsOf } from './check.ts'

const STEPS = stepsOf(
  readFileSync(fileURLToPath(new URL('../../examples/pull-request-gate.yml', import.meta.url)), 'utf8'),
)
const TELEPHONY = String(STEPS.find(({ id }) => id === 'files')?.env?.['TELEPHONY'])
const GH = '#!/usr/bin/env bash\nprintf "%s\\n" "$@" >>"$ASKED"\nprintf "%s" "$ANSWER"\nexit "$STATUS"\n'

/** Runs the script of the step with this name or id. `answer` is what `gh` prints, with the status that it ends with. */
function run(step: string, env: Readonly<Record<string, string>>, answer = '', status = 0) {
  const folder = mkdtempSync(join(tmpdir(), 'pull-request-gate-'))
  const paths = { ASKED: join(folder, 'asked'), GITHUB_OUTPUT: join(folder, 'output') }
  for (const path of Object.values(paths)) writeFileSync(path, '')
  writeFileSync(join(folder, 'gh'), GH, { mode: 0o755 })
  const script = STEPS.find(({ id, name }) => id === step || name === step)?.run ?? ''
  const { status: code, stdout } = spawnSync('bash', ['-e', '-c', script], {
    encoding: 'utf8',
    env: {
      ...process.env,
      PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}`,
      GITHUB_REPOSITORY: 'o/r',
      ANSWER: answer,
      STATUS: String(status),
      ...paths,
      ...env,
    },
  })
  const [asked = '', output = ''] = [paths.ASKED, paths.GITHUB_OUTPUT].map((path) => readFileSync(path, 'utf8'))
  rmSync(folder, { recursive: true })
  return { code, stdout, asked, output }
}

test.each([
  ['docs/x.md\nREADME.md\n', 'false'],
  ['docs/x.md\nkamailio/kamailio.cfg\n', 'true'],
  ['docs/kamailio/x.md\n', 'false'],
  // The name that a file had before.
  ['docs/old.conf\nasterisk/old.conf\n', 'true'],
  ['.github/workflows/call-quality.yml\n', 'true'],
])('of the files %j it says telephony=%s', (files, telephony) => {
  const { code, output, asked } = run('files', { TELEPHONY, NUMBER: '7', COUNT: '2' }, files)
  expect({ code, output }).toEqual({ code: 0, output: `telephony=${telephony}\n` })
  expect(asked).toContain('repos/o/r/pulls/7/files')
})

test('more files than GitHub lists are telephony', () => {
  expect(run('files', { TELEPHONY, NUMBER: '7', COUNT: '3001' }, 'docs/x.md\n').output).toBe('telephony=true\n')
})

test('files that cannot be listed are no answer', () => {
  expect(run('files', { TELEPHONY, NUMBER: '7', COUNT: '1' }, '', 1)).toMatchObject({ code: 1, output: '' })
})

const COMMITS = { BASE: 'b'.repeat(40), HEAD: 'a'.repeat(40) }

test('the status of the base is carried forward with its link, and says that nothing was tested', () => {
  const link = 'https://github.com/o/r/actions/runs/1#callmeter-runs=t:r'
  const { code, asked } = run('Carry the status forward', COMMITS, link)
  expect(code).toBe(0)
  expect(asked).toContain(`repos/o/r/statuses/${COMMITS.HEAD}`)
  expect(asked).toContain(`target_url=${link}\n`)
  const [, description = ''] = /^description=(.*)$/m.exec(asked) ?? []
  expect(description).toMatch(/^Not tested: .* bbbbbbb$/)
  // GitHub takes no longer one.
  expect(description.length).toBeLessThanOrEqual(140)
})

test('a base that has not passed leaves nothing to carry forward', () => {
  const { code, asked, stdout } = run('Carry the status forward', COMMITS)
  expect({ code, posted: asked.includes('POST') }).toEqual({ code: 0, posted: false })
  expect(stdout).toContain('::notice::The base, bbbbbbb, has no passing status')
})

test.each([
  ['success', 'true', 0],
  ['success', '', 0],
  ['skipped', 'false', 0],
  // From a fork, or a list of files that could not be had.
  ['skipped', 'true', 1],
  ['skipped', '', 1],
  ['failure', 'true', 1],
  ['cancelled', 'true', 1],
])('a test that is %s, telephony=%s: ends with %d', (TESTED, telephony, code) => {
  expect(run('Decide', { TESTED, TELEPHONY: telephony }).code).toBe(code)
})
