// `npm run thresholds` as a person calls it.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from '@jest/globals'
import { parseThresholds } from '../../src/thresholds/parse.ts'
import { writeReportFile } from '../../src/report/report-json.ts'
import { runWith, stepWith } from '../report/reports.ts'
import { subjectOf } from '../thresholds/rows.ts'

const folder = mkdtempSync(join(tmpdir(), 'try-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const program = fileURLToPath(new URL('../../tools/thresholds.ts', import.meta.url))

function report(name: string, mos: readonly number[]): string {
  const path = join(folder, name)
  const subject = subjectOf(mos.map((value) => ({ metrics: { mos: value } })))
  writeFileSync(path, writeReportFile(stepWith({ runs: [runWith({ runId: 'r1', status: 'COMPLETED', subject })] })))
  return path
}

function call(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' })
}

const today = report('today.json', [4, 3])
const before = report('before.json', [4.2, 4.2])

test('lines that hold are shown with what was measured, and end with 0', () => {
  const { status, stdout } = call('--report', today, 'avg(mos) >= 3.5', 'max(mos) < 5')
  expect([status, stdout]).toEqual([
    0,
    expect.stringMatching(/✅ avg\(mos\) >= 3\.5: measured 3\.50.*\n.*✅ max\(mos\) < 5/),
  ])
})

test('a breached line ends with 1, a baseline may be another report', () => {
  const { status, stdout } = call('--report', today, '--baseline', before, 'avg(mos) >= baseline - 0.1')
  expect([status, stdout]).toEqual([1, expect.stringContaining('baseline 4.20, limit 4.10, breached by 0.60')])
})

test('a wrong line, file or call ends with 2 and says what is wrong', () => {
  expect(call('--report', today, 'avg(mso) >= 4\navrg(mos) > 4')).toMatchObject({
    status: 2,
    stdout: expect.stringContaining('line 2, column 1: unknown function `avrg`; did you mean avg?'),
  })
  expect(call('--report', join(folder, 'none.json'), 'avg(mos) >= 4')).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(
      /^Could not read .*none\.json: there is no such file\. Give the path of the report\.json that a step wrote/,
    ),
  })
  expect(call('avg(mos) >= 4')).toMatchObject({
    status: 2,
    stdout: expect.stringContaining('npm run thresholds -- --report FILE'),
  })
})

test('several baselines are their median', () => {
  const others = [4.4, 4.0].flatMap((mos, i) => ['--baseline', report(`other-${i}.json`, [mos, mos])])
  const { stdout } = call('--report', today, '--baseline', before, ...others, 'avg(mos) >= baseline - 0.1')
  expect(stdout).toContain('baseline 4.20, limit 4.10, breached by 0.60')
})

test('limits are suggested from runs, with the reason for each, and every one can be pasted', () => {
  const week = [4.31, 4.28, 4.33, 4.3, 4.29].map((mos, i) => report(`night-${i}.json`, [mos, mos + 0.02, mos - 0.02]))
  const { status, stdout } = call('--suggest', ...week)
  expect(status).toBe(0)
  expect(stdout).toContain('success_rate >= 65%  # 5 runs: 100 %; room 35 %, one endpoint of 3')
  expect(stdout).toContain('avg(mos) >= 4.15  # 5 runs: 4.28 to 4.33; room 0.13, less is not heard')
  expect(stdout).toContain('avg(mos) >= baseline - max(3 * spread, 0.1)')
  expect(parseThresholds(stdout).problems).toEqual([])
  // They hold on the runs that they came from.
  const fixed = (stdout.split('\n\n')[0] ?? '').split('\n').filter((line) => !line.startsWith('#'))
  for (const path of week) expect(call('--report', path, ...fixed).status).toBe(0)
  expect(call('--suggest', week[0]!).stdout).toContain('With 5 runs or more')
})
