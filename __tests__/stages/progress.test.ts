import { expect, test } from '@jest/globals'
import type { Log } from '../../src/base/log.ts'
import { type Progress, progressBoard, progressLine } from '../../src/stages/progress.ts'
import { virtualClock } from '../virtual-clock.ts'

const RUNNING: Progress = {
  status: 'RUNNING',
  inStatusMs: 130_000,
  done: 35,
  of: 100,
  leftMs: 50_000,
  untilTimeoutMs: 720_000,
}

test('a line says the status, endpoints done, time left, and when the step gives up', () => {
  expect(progressLine(RUNNING)).toBe(
    'RUNNING for 2 min 10 s · 35 of 100 endpoints done · about 50 s left · 12 min until the timeout',
  )
  expect(progressLine({ status: 'QUEUED', inStatusMs: 5_000, untilTimeoutMs: 60_000 })).toBe(
    'QUEUED for 5 s · 1 min until the timeout',
  )
  expect(progressLine({ ...RUNNING, leftMs: -1 })).toContain('the calls should be over')
})

test('several runs share one compact line, no more often than asked', async () => {
  const lines: string[] = []
  const log = { info: (line: string) => lines.push(line) } as unknown as Log
  const clock = virtualClock()
  const board = progressBoard(3, 30_000, clock, log)
  board.update('nightly', RUNNING)
  board.update('trunk', { status: 'QUEUED', inStatusMs: 1, untilTimeoutMs: 1 })
  expect(lines).toEqual([])
  await clock.sleep(30_000)
  board.update('nightly', RUNNING)
  board.update('nightly', RUNNING)
  board.done('nightly')
  await clock.sleep(30_000)
  board.update('trunk', { status: 'RUNNING', inStatusMs: 1, untilTimeoutMs: 1 })
  expect(lines).toEqual([
    '0 of 3 tests over · nightly: RUNNING, 35/100, about 50 s left · trunk: QUEUED',
    '1 of 3 tests over · trunk: RUNNING',
  ])
})
