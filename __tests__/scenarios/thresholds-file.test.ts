import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { newFolder } from '../folders.ts'
import { gate } from './gate.ts'

function workspaceWith(lines: string): string {
  const folder = newFolder('thresholds')
  writeFileSync(join(folder, 'quality.txt'), lines)
  return folder
}

test('a breached line is annotated at its file and line', async () => {
  const folder = workspaceWith(
    '# what good means\n\navg(mos) >= 4.0   # people notice below\nwarn: p95(jitter_ms) < 30ms\nsuccess_rate >= 99%\n',
  )
  const step = await gate({
    scenario: 'degraded',
    step: { workspace: folder },
    inputs: { 'thresholds-file': 'quality.txt' },
  })

  expect(step.outputs.verdict).toBe('failed')
  expect(step.annotations.slice(1)).toMatchObject([
    {
      level: 'error',
      message: expect.stringContaining('avg(mos) >= 4.0: measured 3.'),
      properties: { file: 'quality.txt', line: '3' },
    },
    {
      level: 'warning',
      message: expect.stringContaining('p95(jitter_ms) < 30ms'),
      properties: { file: 'quality.txt', line: '4' },
    },
  ])
})

test('a wrong line is annotated at its place, before any request', async () => {
  const step = await gate({
    step: { workspace: workspaceWith('avg(mos) >= 4\n  avg(mos) => 4\nmos > 3') },
    inputs: { 'thresholds-file': 'quality.txt' },
  })

  expect([step.outputs.verdict, step.simulator.requests.length]).toEqual(['error', 0])
  expect(step.annotations.slice(0, 2)).toMatchObject([
    { level: 'error', properties: { file: 'quality.txt', line: '2', col: '12' } },
    { level: 'error', properties: { file: 'quality.txt', line: '3', col: '1' } },
  ])
  expect(step.log).toMatch(/ {4} {2}avg\(mos\) => 4\n {4} {11}\^/)
})

test('thresholds of the workflow and of the file are judged together', async () => {
  const step = await gate({
    step: { workspace: workspaceWith('avg(mos) >= 4') },
    inputs: { thresholds: 'endpoints == 40', 'thresholds-file': 'quality.txt' },
  })
  expect(step.results.runs[0]?.thresholds.map(({ threshold }) => threshold)).toEqual([
    'endpoints == 40',
    'avg(mos) >= 4',
  ])
})

test('a file that is not there, or holds nothing, is a mistake', async () => {
  const absent = await gate({ inputs: { 'thresholds-file': 'quality.txt' } })
  expect(absent.log).toContain('there is no such file in the workspace. Is there a checkout step')
  const empty = await gate({
    step: { workspace: workspaceWith('# later\n') },
    inputs: { 'thresholds-file': 'quality.txt' },
  })
  expect([empty.outputs.verdict, empty.log]).toEqual(['error', expect.stringContaining('contains no thresholds')])
})

test('fraction_lost that looks like a share is warned of, not converted', async () => {
  const step = await gate({ scenario: 'fraction-lost', inputs: { thresholds: 'max(fraction_lost) < 5%' } })
  expect(step.summary).toMatch(/fraction\\_lost .*shares? from 0 to 1|fraction\\_lost lie between 0 and 1/)
  const percent = await gate({ inputs: { thresholds: 'max(fraction_lost) < 5%' } })
  expect(percent.summary).not.toMatch(/from 0 to 1|between 0 and 1/)
})
