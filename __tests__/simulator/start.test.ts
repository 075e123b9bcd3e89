import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from '@jest/globals'

// A repository of its own, so that no test installs anything in this one.
let repository: string

const install = `import { mkdirSync, symlinkSync, copyFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
if (process.env.NPM_FAILS) {
  process.stderr.write('npm error no network')
  process.exit(1)
}
const windows = process.platform === 'win32'
const node = windows ? 'node_modules/node/bin/node.exe' : 'node_modules/.bin/node'
mkdirSync(dirname(node), { recursive: true })
;(windows ? copyFileSync : symlinkSync)(process.execPath, node)
writeFileSync('node_modules/.package-lock.json', process.argv.slice(2).join(' '))
`

beforeEach(() => {
  repository = mkdtempSync(join(tmpdir(), 'callmeter-start-'))
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(repository, name)), { recursive: true })
    writeFileSync(join(repository, name), text)
  }
  write('package-lock.json', '{}')
  write('npm.mjs', install)
  write(
    'simulator/programs/demo.ts',
    'process.stdout.write(`demo ${process.argv.slice(2).join(" ")}`)\nprocess.exitCode = 5 as number\n',
  )
  copyFileSync(
    fileURLToPath(new URL('../../simulator/start.mjs', import.meta.url)),
    join(repository, 'simulator', 'start.mjs'),
  )
})

afterEach(() => rmSync(repository, { recursive: true, force: true }))

function start(env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(repository, 'simulator', 'start.mjs'), '--scenario', 'degraded'],
    { encoding: 'utf8', env: { ...process.env, npm_execpath: join(repository, 'npm.mjs'), ...env } },
  )
  return { status, stdout, stderr }
}

test('installs what is missing, once, then runs the demo with its arguments and ends as it does', () => {
  expect(start()).toEqual({
    status: 5,
    stdout: 'Installing the development tools (npm ci), once…\ndemo --scenario degraded',
    stderr: '',
  })
  expect(start()).toMatchObject({ status: 5, stdout: 'demo --scenario degraded' })
})

test('installs again when package-lock.json is newer', () => {
  start()
  const later = Date.now() / 1000 + 60
  utimesSync(join(repository, 'package-lock.json'), later, later)
  rmSync(join(repository, 'node_modules', '.bin'), { recursive: true, force: true })
  expect(start().stdout).toContain('npm ci')
})

test('shows what npm said when it fails, and runs nothing', () => {
  expect(start({ NPM_FAILS: '1' })).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('npm ci failed.\nnpm error no network'),
    stdout: expect.not.stringContaining('demo'),
  })
})
