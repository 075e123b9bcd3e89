import { expect, test } from '@jest/globals'
import { type SizedRun, whyNotCounted } from '../../src/stages/earlier-runs.ts'

const NOW: SizedRun = { run: { status: 'COMPLETED', plannedSeconds: 60, endpointCount: 40 }, size: 40 }
const earlier = (run: Partial<SizedRun['run']>, size?: number): SizedRun => ({
  run: { status: 'COMPLETED', ...run },
  ...(size === undefined ? {} : { size }),
})

test.each<[SizedRun, string | undefined]>([
  [earlier({}), undefined],
  [earlier({ plannedSeconds: 60, endpointCount: 40 }, 40), undefined],
  // A run may tell its own length as its plan.
  [earlier({ plannedSeconds: 57.2 }), undefined],
  [earlier({ plannedSeconds: 65 }), undefined],
  [earlier({ endpointCount: 0 }), undefined],
  [earlier({ status: 'FAILED' }), 'is FAILED'],
  [earlier({ status: 'RUNNING' }), 'is RUNNING'],
  [earlier({ plannedSeconds: 60, startedAt: 0, completedAt: 20_000 }), 'was cut short'],
  [earlier({ plannedSeconds: 600 }), 'was planned for 10 min instead of 1 min'],
  [earlier({ plannedSeconds: 30 }), 'was planned for 30 s instead of 1 min'],
  [earlier({ endpointCount: 20 }), 'has 20 endpoints instead of 40'],
  [earlier({}, 39), 'has 39 endpoints instead of 40'],
])('%j: %s', (run, why) => {
  expect(whyNotCounted(run, NOW)).toBe(why)
})

test('what nobody tells of this run is not held against others', () => {
  expect(
    whyNotCounted(earlier({ plannedSeconds: 600, endpointCount: 7 }, 9), { run: { status: 'COMPLETED' } }),
  ).toBeUndefined()
})
