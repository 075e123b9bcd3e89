// What a start costs, as a ratio to starting Node with nothing to do: both alternate within one run, so that a busy machine slows both.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { markdownTable } from './table.ts'

const ROUNDS = 31

/** The table: the step up to the report of its wrong inputs, and the post step that has nothing to do. */
export function benchStart(): string {
  const file = (path: string): string => fileURLToPath(new URL(`../dist/${path}`, import.meta.url))
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  // The input's default: the step writes its reports of wrong inputs, too.
  const env: NodeJS.ProcessEnv = {
    PATH: process.env.PATH,
    GITHUB_WORKSPACE: folder,
    'INPUT_REPORT-DIRECTORY': 'callmeter-report',
  }
  for (const name of ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY']) {
    env[name] = join(folder, name)
    writeFileSync(env[name], '')
  }
  const commands: [string, string[]][] = [
    ['node -e 0', ['-e', '0']],
    ['dist/index.js to its input error, reports written', [file('index.js')]],
    ['dist/post/index.js with nothing to do', [file('post/index.js')]],
  ]
  const times = commands.map((): number[] => [])
  for (let round = 0; round < ROUNDS; round++) {
    for (const [i, [, args]] of commands.entries()) {
      const start = performance.now()
      spawnSync(process.execPath, args, { env, stdio: 'ignore' })
      times[i]?.push(performance.now() - start)
    }
  }
  const medians = times.map((list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? Number.NaN)
  const rows = commands.map(([name], i) => [
    name,
    (medians[i] ?? 0).toFixed(0),
    ((medians[i] ?? 0) / (medians[0] ?? 1)).toFixed(2),
  ])
  return `Median of ${ROUNDS} starts each, alternating.\n\n${markdownTable(['what', 'ms', 'ratio'], rows)}`
}
