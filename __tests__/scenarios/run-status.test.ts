import { expect, test } from '@jest/globals'
import { gate } from './gate.ts'

test('a FAILED run is run-failed, with its reason and what was measured until then', async () => {
  const step = await gate({ scenario: 'failed' })

  expect([step.exitCode, step.outputs.verdict, step.outputs.status]).toEqual([1, 'run-failed', 'FAILED'])
  expect(step.summary).toContain('CallMeter ended the run as FAILED')
  expect(step.summary).not.toContain('Call quality is not good enough')
})

test('a FAILED run stays run-failed when its results cannot be read', async () => {
  const step = await gate({
    scenario: 'failed',
    faults: [{ operation: 'listEndpoints', kind: 'status', status: 404, count: Infinity }],
  })

  expect(step.outputs.verdict).toBe('run-failed')
  expect(step.summary).toContain('The results could not be read')
})

test('CANNOT_RUN_FOR_NOW is not-run: nothing was measured, no results are asked for', async () => {
  const step = await gate({ scenario: 'cannot-run' })

  expect([step.exitCode, step.outputs.verdict, step.outputs.status]).toEqual([1, 'not-run', 'CANNOT_RUN_FOR_NOW'])
  expect(step.requests).not.toContain('GET /projects/…/test-runs/…/endpoints')
  expect(step.outputs['success-rate']).toBe('')
})

test('a run that does not end within the timeout is timed-out', async () => {
  const step = await gate({ scenario: 'stuck-queued', inputs: { timeout: '45s' } })

  expect([step.exitCode, step.outputs.verdict, step.outputs.status]).toEqual([1, 'timed-out', 'QUEUED'])
  expect(step.summary).toContain('had not ended within 45 s')
})

test('a run that somebody stops in CallMeter is cancelled, however it ends then', async () => {
  for (const stopEndStatus of ['COMPLETED', 'FAILED'] as const) {
    const step = await gate({
      scenario: 'dashboard-stop',
      changes: { durationSeconds: 60, stopEndStatus, stopSeconds: 20 },
    })
    expect([step.exitCode, step.outputs.verdict]).toEqual([1, 'cancelled'])
  }
})

test('an unknown status is said and waited out', async () => {
  const step = await gate({ scenario: 'unknown-status' })

  expect([step.exitCode, step.outputs.verdict]).toEqual([0, 'passed'])
  expect(step.annotations.some(({ level, message }) => level === 'warning' && message.includes('does not know'))).toBe(
    true,
  )
})

test('results that arrive late are waited for', async () => {
  for (const resultsDelayMode of ['absent', 'trickle', 'null-outcomes'] as const) {
    const step = await gate({ scenario: 'late-results', changes: { resultsDelaySeconds: 20, resultsDelayMode } })
    expect([resultsDelayMode, step.outputs.verdict, step.outputs['success-rate']]).toEqual([
      resultsDelayMode,
      'passed',
      '100',
    ])
  }
})

test('results that never arrive are no pass', async () => {
  const step = await gate({
    changes: { bare: true, resultsDelaySeconds: 10_000, resultsDelayMode: 'absent' },
    inputs: { thresholds: 'failed_endpoints == 0' },
  })

  expect([step.exitCode, step.outputs.verdict]).toEqual([1, 'failed'])
  expect(step.summary).toContain('The run has no endpoints')
})

test('wait: false starts the run, sets the outputs and asks for nothing more than whether it is the one', async () => {
  const step = await gate({ inputs: { wait: 'false' } })

  expect([step.exitCode, step.outputs.verdict]).toEqual([0, 'triggered'])
  expect(step.outputs['run-id']).toBe(step.simulator.runs[0]?.id)
  expect(step.requests.slice(-2)).toEqual(['POST /projects/…/tests/…/run', 'GET /projects/…/test-runs/…'])
  expect(step.log).toContain('thresholds are not evaluated')
})
