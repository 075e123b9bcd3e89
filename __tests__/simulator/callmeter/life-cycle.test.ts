import { describe, expect, test } from '@jest/globals'
import { runningSeconds, stageAt, stagesOf } from '../../../simulator/callmeter/life-cycle.ts'
import type { RunCourse } from '../../../simulator/callmeter/life-cycle.ts'
import { HEALTHY, SCENARIOS } from '../../../simulator/callmeter/scenarios.ts'
import type { Scenario } from '../../../simulator/callmeter/scenarios.ts'

const START = Date.UTC(2026, 10, 21)

function course(changes: Partial<Scenario> = {}, stop: RunCourse['stop'] = null): RunCourse {
  const scenario = { ...HEALTHY, ...changes }
  return { createdAt: START, endStatus: scenario.endStatus, scenario, stop }
}

/** Statuses with the simulated seconds since the trigger. */
const seen = (run: RunCourse) => stagesOf(run).map(({ status, from }) => [status, (from - START) / 1000])

const stopAt = (seconds: number) => ({ at: START + seconds * 1000, by: 'api' as const })

describe('the life of a run', () => {
  test('is pending, queued, running for set-up, call and teardown, then completed', () => {
    expect(seen(course())).toEqual([
      ['PENDING', 0],
      ['QUEUED', 1.2],
      ['RUNNING', 6.2],
      ['COMPLETED', 6.2 + 1 + 4 + 60 + 2],
    ])
  })

  test('waits for INVITEs that time out when calls are shorter than that', () => {
    expect(runningSeconds({ ...HEALTHY, durationSeconds: 10, outcomes: { TIMEOUT: 1 } })).toBe(1 + 4 + 32 + 2)
  })

  test('ends early as FAILED, and without running as CANNOT_RUN_FOR_NOW', () => {
    const failed = seen(course(SCENARIOS.failed))
    expect(failed.map(([status]) => status)).toEqual(['PENDING', 'QUEUED', 'RUNNING', 'FAILED'])
    expect(failed[3]![1]).toBeLessThan(40)
    expect(seen(course(SCENARIOS['cannot-run'])).map(([status]) => status)).toEqual([
      'PENDING',
      'QUEUED',
      'CANNOT_RUN_FOR_NOW',
    ])
  })

  test.each([
    ['stuck-queued', 'QUEUED'],
    ['stuck-running', 'RUNNING'],
  ] as const)('never leaves its status when %s', (name, status) => {
    expect(stageAt(stagesOf(course(SCENARIOS[name])), START + 1e9).status).toBe(status)
  })

  test('has the undocumented statuses in their places', () => {
    expect(seen(course(SCENARIOS['unknown-status'])).map(([status]) => status)).toEqual([
      'PENDING',
      'Created',
      'QUEUED',
      'Dispatching',
      'RUNNING',
      'FINALIZING',
      'COMPLETED',
    ])
  })

  test('is stopping for a while when stopped, from any status', () => {
    expect(seen(course({}, stopAt(20))).slice(2)).toEqual([
      ['RUNNING', 6.2],
      ['STOPPING', 20],
      ['COMPLETED', 24],
    ])
    expect(seen(course({ stopEndStatus: 'FAILED' }, stopAt(0)))).toEqual([
      ['PENDING', 0],
      ['STOPPING', 0],
      ['FAILED', 4],
    ])
    expect(seen(course(SCENARIOS['stuck-queued'], stopAt(50))).at(-1)).toEqual(['COMPLETED', 54])
  })

  test('is not touched by a stop after its end', () => {
    expect(stagesOf(course({}, { at: START + 1e6, by: 'dashboard' }))).toEqual(stagesOf(course()))
  })
})
