import { expect, test } from '@jest/globals'
import { gate } from './gate.ts'

const STRICT = 'avg(mos) >= 4.0\np95(jitter_ms) < 30ms\nsuccess_rate >= 99%'

test('a degraded run fails, and the breached thresholds are named', async () => {
  const step = await gate({ scenario: 'degraded', inputs: { thresholds: STRICT } })

  expect(step.exitCode).toBe(1)
  expect(step.outputs).toMatchObject({ verdict: 'failed', status: 'COMPLETED', 'failed-thresholds': '2' })
  expect(step.annotations.map(({ level }) => level)).toEqual(['error', 'error', 'error'])
  expect(step.annotations[0]?.message).toContain('2 thresholds breached: avg(mos) >= 4.0, p95(jitter_ms) < 30ms')
  expect(step.annotations[1]?.message).toMatch(
    /avg\(mos\) >= 4.0: measured 3\.\d\d, breached by 0\.\d\d \(\d\.\d %\), 40 endpoints, worse side receive/,
  )
  expect(step.summary).toContain('❌ Call quality is not good enough')
})

test('a breached warning passes with a warning', async () => {
  const step = await gate({
    scenario: 'degraded',
    inputs: { thresholds: 'warn: avg(mos) >= 4.0\nsuccess_rate >= 99%' },
  })

  expect(step.exitCode).toBe(0)
  expect(step.outputs).toMatchObject({ verdict: 'warned', 'failed-thresholds': '0' })
  expect(new Set(step.annotations.map(({ level }) => level))).toEqual(new Set(['warning']))
})

test('fail-on may hold warned, and may be none', async () => {
  const warned = await gate({
    scenario: 'degraded',
    inputs: { thresholds: 'warn: avg(mos) >= 4.0', 'fail-on': 'warned, failed' },
  })
  expect([warned.exitCode, warned.outputs.verdict]).toEqual([1, 'warned'])

  const failed = await gate({ scenario: 'degraded', inputs: { thresholds: STRICT, 'fail-on': 'none' } })
  expect([failed.exitCode, failed.outputs.verdict]).toEqual([0, 'failed'])
  expect(new Set(failed.annotations.map(({ level }) => level))).toEqual(new Set(['warning']))
})

test('a COMPLETED run with failed endpoints fails by default', async () => {
  const step = await gate({ scenario: 'failing-endpoints' })

  expect(step.exitCode).toBe(1)
  expect(step.outputs).toMatchObject({ verdict: 'failed', status: 'COMPLETED' })
  expect(Number(step.outputs['success-rate'])).toBeLessThan(100)
  expect(step.results.runs[0]?.thresholds).toMatchObject([{ threshold: 'failed_endpoints == 0', state: 'breached' }])
  expect(step.summary).toMatch(/TIMEOUT/)
})

test.each([
  ['fail', 'failed', 1],
  ['warn', 'warned', 0],
  ['ignore', 'passed', 0],
] as const)('a metric that the run lacks, with missing-data: %s, ends in %s', async (policy, verdict, exitCode) => {
  const step = await gate({ inputs: { thresholds: 'avg(mso) >= 4.0\nsuccess_rate >= 99%', 'missing-data': policy } })

  expect([step.outputs.verdict, step.exitCode]).toEqual([verdict, exitCode])
  expect(step.log).toMatch(/no metric mso\. Did you mean .*mos.*It has .*jitter_ms/)
})

test('where the API does not tell, a number of the run is missing data', async () => {
  const step = await gate({ scenario: 'bare', inputs: { thresholds: 'run.summary.avgMos >= 4' } })

  expect(step.outputs.verdict).toBe('failed')
  expect(step.log).toContain('run.summary.avgMos is not there')
})

test('endpoints that failed, where no threshold covers that, are warned of', async () => {
  const step = await gate({ scenario: 'failing-endpoints', inputs: { thresholds: 'p95(jitter_ms) < 30ms' } })

  expect(step.outputs.verdict).toBe('passed')
  expect(step.annotations).toMatchObject([
    { level: 'warning', message: expect.stringContaining('failed, and no threshold covers that') },
  ])
  expect(step.summary).toMatch(/lowest coverage is \d+ of 40 endpoints/)
})

test('a share where a percentage is meant is refused, since it would hold for nearly everything', async () => {
  const step = await gate({
    inputs: { thresholds: 'success_rate >= 0.99\nrate(outcome = SUCCESS) >= .95\nmax(fraction_lost) <= 0.5' },
  })

  expect([step.outputs.verdict, step.simulator.requests.length]).toEqual(['error', 0])
  expect(step.log).toContain(
    'line 1, column 17: this is in percent, and 0.99 would be 0.99 percent: write 99%, or 0.99% if that is meant',
  )
  expect(step.log).toContain('write 95%')
  expect(step.log).not.toContain('line 3')
})

test('the default is told where nothing is stated', async () => {
  const step = await gate({ inputs: { thresholds: ' \n' } })
  expect(step.log).toContain('No thresholds are set: failed_endpoints == 0 is evaluated.')
})
