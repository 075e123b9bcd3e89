// Starts simulator/programs/server.ts, which outlives this step. It needs nothing to be installed, and the runner's own Node can read it.
import { spawn } from 'node:child_process'
import { appendFileSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

/** How long the simulator may take to start, in ms. */
const PATIENCE_MS = 30_000

const {
  INPUT_SCENARIO: scenario = '',
  INPUT_SPEED: speed = '',
  RUNNER_TEMP = '',
  GITHUB_OUTPUT = '',
  GITHUB_STATE = '',
} = process.env
const path = join(RUNNER_TEMP, 'simulator.log')
const log = openSync(path, 'w')
const child = spawn(
  process.execPath,
  [
    fileURLToPath(new URL('../../../simulator/programs/server.ts', import.meta.url)),
    '--port',
    '0',
    '--scenario',
    scenario,
    '--speed',
    speed,
  ],
  { detached: true, windowsHide: true, stdio: ['ignore', log, log] },
)
child.unref()

const words = await said()
const outputs = ['api-url', 'api-key', 'project', 'test'].map((name) => {
  const value = new RegExp(`^ +${name} +(\\S+)`, 'm').exec(words)?.[1] ?? ''
  return `${name}=${value}\n`
})
process.stdout.write(words)
appendFileSync(GITHUB_OUTPUT, outputs.join(''))
appendFileSync(GITHUB_STATE, `${outputs[0]}pid=${child.pid}\n`)

/** What the simulator says once it listens. */
async function said() {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await setTimeout(100)) {
    const text = readFileSync(path, 'utf8')
    if (text.includes('Ctrl+C stops it')) return text
    if (child.exitCode !== null) break
  }
  throw new Error(`The simulator did not start:\n${readFileSync(path, 'utf8')}`)
}
