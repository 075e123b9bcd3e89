import { expect, test } from '@jest/globals'
import { DEMO_PROJECT, DEMO_TEST } from '../../../simulator/callmeter/account.ts'
import { endOf, runningFrom, stagesOf } from '../../../simulator/callmeter/life-cycle.ts'
import { callersOf, placedCalls } from '../../../simulator/callmeter/placed-calls.ts'
import { createRun, stopRun } from '../../../simulator/callmeter/run.ts'
import { HEALTHY, type Scenario } from '../../../simulator/callmeter/scenarios.ts'

const START = Date.UTC(2026, 10, 21)

const runOf = (changes: Partial<Scenario> = {}) =>
  createRun({
    seed: 1,
    number: 1,
    project: DEMO_PROJECT,
    test: DEMO_TEST,
    createdAt: START,
    scenario: { ...HEALTHY, ...changes },
  })

test('the callers are half of the endpoints', () => {
  expect(callersOf(runOf())).toBe(20)
  expect(callersOf(runOf({ endpoints: 5 }))).toBe(3)
})

test('each caller’s call reaches the far end when it connects, and lasts as long as its speech', () => {
  const run = runOf()
  const running = runningFrom(stagesOf(run))!
  const end = endOf(stagesOf(run))!
  expect(placedCalls(run, running)).toEqual([])
  expect(placedCalls(run, running + 3_000)).toHaveLength(11)
  expect(placedCalls(run, running + 3_000).every(({ endedAt }) => endedAt === null)).toBe(true)
  const calls = placedCalls(run, end)
  expect(calls.map(({ index }) => index)).toEqual(Array.from({ length: 20 }, (_, index) => index))
  expect(calls.map(({ begunAt, endedAt }) => endedAt! - begunAt)).toEqual(Array(20).fill(61_000))
})

test('a stop, or a failure of the run, ends what goes on', () => {
  const stopped = runOf()
  stopRun(stopped, 'api', START + 20_000)
  expect(Math.max(...placedCalls(stopped, START + 60_000).map(({ endedAt }) => endedAt!))).toBeLessThanOrEqual(
    START + 20_500,
  )
  const failed = runOf({ endStatus: 'FAILED' })
  const end = endOf(stagesOf(failed))!
  const calls = placedCalls(failed, end + 60_000)
  expect([calls.length, new Set(calls.map(({ endedAt }) => endedAt))]).toEqual([20, new Set([end])])
})

test('a run that never begins places none', () => {
  expect(placedCalls(runOf({ endStatus: 'CANNOT_RUN_FOR_NOW' }), START + 1e6)).toEqual([])
  expect(placedCalls(runOf({ stuckIn: 'QUEUED' }), START + 1e6)).toEqual([])
})
