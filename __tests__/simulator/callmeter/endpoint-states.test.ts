import { describe, expect, test } from '@jest/globals'
import { DEMO_PROJECT, DEMO_TEST } from '../../../simulator/callmeter/account.ts'
import { metricsOf } from '../../../simulator/callmeter/endpoint-metrics.ts'
import { endpointStates, readableStates } from '../../../simulator/callmeter/endpoint-states.ts'
import { endOf, runningFrom, stagesOf } from '../../../simulator/callmeter/life-cycle.ts'
import { createHistory, createRun, statusOf, stopRun } from '../../../simulator/callmeter/run.ts'
import type { Run } from '../../../simulator/callmeter/run.ts'
import { HEALTHY, SCENARIOS } from '../../../simulator/callmeter/scenarios.ts'
import type { Scenario } from '../../../simulator/callmeter/scenarios.ts'

const START = Date.UTC(2026, 10, 21)

function runOf(changes: Partial<Scenario> = {}, seed = 1, number = 1): Run {
  const scenario = { ...HEALTHY, ...changes }
  return createRun({ seed, number, project: DEMO_PROJECT, test: DEMO_TEST, createdAt: START, scenario })
}

const endOfRun = (run: Run) => endOf(stagesOf(run))!
const runningOf = (run: Run) => runningFrom(stagesOf(run))!
const countBy = (values: unknown[]) =>
  Object.fromEntries(
    [...new Set(values)].map((value) => [String(value), values.filter((other) => other === value).length]),
  )
const outcomes = (run: Run, at: number) => countBy(endpointStates(run, at).map(({ outcome }) => outcome))

const shown = (failedMetrics: Scenario['failedMetrics']) => {
  const run = runOf({ outcomes: { TIMEOUT: 40 }, failedMetrics })
  return metricsOf(run, endpointStates(run, endOfRun(run))[0]!)
}

const late = (resultsDelayMode: Scenario['resultsDelayMode'], secondsAfterEnd: number) => {
  const run = runOf({ resultsDelaySeconds: 10, resultsDelayMode })
  return readableStates(run, endOfRun(run) + secondsAfterEnd * 1000)
}

const measured = (seed: number, number: number) => {
  const run = runOf(SCENARIOS['failing-endpoints'], seed, number)
  return endpointStates(run, endOfRun(run)).map((state) => [state.outcome, metricsOf(run, state)])
}

describe('the endpoints of a run', () => {
  test('are half callers, half receivers, with ids of their own', () => {
    const run = runOf()
    const states = endpointStates(run, endOfRun(run))
    expect(countBy(states.map(({ group }) => group))).toEqual({ callers: 20, receivers: 20 })
    expect(new Set(states.map(({ id }) => id)).size).toBe(40)
    expect(states.every(({ callSeconds }) => callSeconds === 60)).toBe(true)
  })

  test('go through their phases with a null outcome until they end', () => {
    const run = runOf()
    expect(endpointStates(run, runningOf(run) - 1)).toEqual([])
    const early = endpointStates(run, runningOf(run) + 3000)
    expect(new Set(early.map(({ phase }) => phase))).toEqual(new Set(['INITIALIZING', 'CALLING', 'INCALL']))
    expect(outcomes(run, runningOf(run) + 3000)).toEqual({ null: 40 })
    expect(outcomes(run, endOfRun(run))).toEqual({ SUCCESS: 40 })
  })

  test('fail as the scenario says, with SIP codes that fit', () => {
    const run = runOf(SCENARIOS['failing-endpoints'])
    expect(outcomes(run, endOfRun(run))).toEqual({ SUCCESS: 34, TIMEOUT: 3, CALL_FAILED: 2, REGISTRATION_FAILED: 1 })
    for (const { outcome, sipStatusCode } of endpointStates(run, endOfRun(run))) {
      const fitting = new Map<string | null, number[]>([
        ['SUCCESS', [200]],
        ['TIMEOUT', [408]],
        ['CALL_FAILED', [486, 503]],
        ['REGISTRATION_FAILED', [403]],
      ])
      expect(fitting.get(outcome)).toContain(sipStatusCode)
    }
  })

  test('carry nulls, zeros or no metrics where they failed', () => {
    expect(shown('null')).toMatchObject({ mos: null, jitter_ms: null })
    expect(shown('zero')).toMatchObject({ mos: 0, jitter_ms: 0 })
    expect(shown('none')).toBeNull()
  })

  test('of a failed run are lost or never heard of again', () => {
    const run = runOf(SCENARIOS.failed)
    expect(outcomes(run, endOfRun(run))).toEqual({ OSERROR: 20, null: 20 })
  })

  test('of a stopped run have shorter calls, and those that had not begun are missing', () => {
    const run = runOf()
    expect(stopRun(run, 'api', runningOf(run) + 4500)).toBe(true)
    const states = endpointStates(run, endOfRun(run))
    expect(states).toHaveLength(36)
    expect(states[0]).toMatchObject({ outcome: 'SUCCESS', callSeconds: 2.5 })
    expect(states.at(-1)).toMatchObject({ outcome: 'CALL_FAILED', sipStatusCode: 487, callSeconds: null })
    expect(stopRun(run, 'api', runningOf(run) + 5000)).toBe(false)
  })

  test('of a run that is stuck all end but one', () => {
    expect(outcomes(runOf(SCENARIOS['stuck-running']), START + 1e9)).toEqual({ SUCCESS: 39, null: 1 })
  })

  test('become readable late: not at all, one after the other, or without outcomes', () => {
    expect(late('absent', 9.9)).toHaveLength(0)
    expect(late('trickle', 5)).toHaveLength(20)
    expect(late('null-outcomes', 9.9).filter(({ outcome }) => outcome === null)).toHaveLength(40)
    for (const mode of ['absent', 'trickle', 'null-outcomes'] as const) {
      expect(countBy(late(mode, 10).map(({ outcome }) => outcome))).toEqual({ SUCCESS: 40 })
    }
  })

  test('measure the same with the same seed, and something else with another or in the next run', () => {
    expect(measured(7, 1)).toEqual(measured(7, 1))
    expect(measured(7, 1)).not.toEqual(measured(8, 1))
    expect(measured(7, 1)).not.toEqual(measured(7, 2))
    const [order, otherOrder] = [7, 8].map((seed) => measured(seed, 1).map(([outcome]) => outcome))
    expect(order).not.toEqual(otherOrder)
    expect(new Set(measured(7, 1).map((row) => JSON.stringify(row))).size).toBeGreaterThan(34)
  })
})

describe('a run', () => {
  test('shows a stop that was planned for the dashboard only once its time has come', () => {
    const run = runOf(SCENARIOS['dashboard-stop'])
    expect(statusOf(run, runningOf(run) + 29_999)).toBe('RUNNING')
    expect(statusOf(run, runningOf(run) + 30_000)).toBe('STOPPING')
    expect(statusOf(run, runningOf(run) + 34_000)).toBe('COMPLETED')
  })

  test('ends as the scenario says only so many times', () => {
    const scenario = { ...SCENARIOS['cannot-run'], endStatusRuns: 2 }
    expect([1, 2, 3].map((number) => runOf(scenario, 1, number).endStatus)).toEqual([
      'CANNOT_RUN_FOR_NOW',
      'CANNOT_RUN_FOR_NOW',
      'COMPLETED',
    ])
  })

  test('has healthy, completed ones before it in the history, whatever becomes of itself', () => {
    const history = createHistory(1, START, { ...SCENARIOS.failed, history: 3 })
    expect(history.map((run) => statusOf(run, START))).toEqual(['COMPLETED', 'COMPLETED', 'COMPLETED'])
    expect(history.map((run) => outcomes(run, START))).toEqual(Array.from({ length: 3 }, () => ({ SUCCESS: 40 })))
    expect(new Set(history.map(({ id }) => id)).size).toBe(3)
    expect(createHistory(1, START, { ...HEALTHY, history: 3 }).map(({ id }) => id)).toEqual(history.map(({ id }) => id))
  })
})
