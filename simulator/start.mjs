// `npm start`: works on Node 20 with nothing installed. Installs what is missing, then runs demo.ts on Node 24.
import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const path = (relative) => fileURLToPath(new URL(`../${relative}`, import.meta.url))
const windows = process.platform === 'win32'
const node24 = path(windows ? 'node_modules/node/bin/node.exe' : 'node_modules/.bin/node')
// npm writes this file last of all, so it is also a sign that the installation went to its end.
const installed = path('node_modules/.package-lock.json')

function isCurrent() {
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(path('package-lock.json')).mtimeMs
}

function install() {
  process.stdout.write('Installing the development tools (npm ci), once…\n')
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const npm = process.env.npm_execpath
  const options = { cwd: path('.'), encoding: 'utf8' }
  const { status, stdout, stderr, error } = npm
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: windows })
  if (status === 0) return true
  process.stderr.write(`npm ci failed.\n${stdout ?? ''}${stderr ?? ''}${error ? `${error.message}\n` : ''}`)
  return false
}

// Ctrl+C is for the demo, which cancels its step; this process only waits for it.
process.on('SIGINT', () => {})

if (isCurrent() || install()) {
  const { status } = spawnSync(node24, [path('simulator/programs/demo.ts'), ...process.argv.slice(2)], {
    stdio: 'inherit',
  })
  process.exitCode = status ?? 1
} else {
  process.exitCode = 1
}
