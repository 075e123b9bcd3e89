import { expect, test } from '@jest/globals'
import { DEMO_VIEWER_KEY } from '../../simulator/callmeter/account.ts'
import { everythingShown, gate } from './gate.ts'

test('all wrong inputs are listed at once, before any request', async () => {
  const step = await gate({
    inputs: {
      'api-key': 'sk-not-a-callmeter-key',
      project: '',
      thresholds: 'avg(mos) >= 4.0\navrg(mos) >= 4\njitter_ms < 30ms\np95(jitter_ms) < 30%',
      'missing-data': 'maybe',
      'fail-on': 'failed, timedout',
      wait: 'yes',
      timeout: 'soon',
      'api-url': 'http://callmeter.io/api/v1',
      'run-url': 'https://callmeter.example/run',
    },
  })

  expect([step.exitCode, step.outputs.verdict]).toEqual([1, 'error'])
  expect(step.simulator.requests).toEqual([])
  for (const words of [
    '`api-key` is not a CallMeter API key',
    '`project` is not set',
    '`thresholds` line 2, column 1',
    '`thresholds` line 3, column 1',
    '`thresholds` line 4, column 1',
    '`missing-data` is "maybe"; expected fail, warn, ignore',
    '`fail-on` contains "timedout"',
    'Did you mean timed-out?',
    '`wait` is "yes"',
    '`timeout` is "soon"',
    '`api-url` is "http://callmeter.io/api/v1"',
    '`run-url` is "https://callmeter.example/run", which lacks {run}',
  ]) {
    expect(step.log).toContain(words)
  }
  expect(everythingShown(step)).not.toContain('sk-not-a-callmeter-key')
  expect(step.summary).toContain('avrg')
})

test('a wrong key is an error that says what to do, asked once', async () => {
  const step = await gate({ inputs: { 'api-key': 'cmk_00000000000000000000000000000000' } })

  expect([step.exitCode, step.outputs.verdict]).toEqual([1, 'error'])
  expect(step.requests).toEqual(['GET /projects'])
  expect(step.log).toMatch(/answered 401 UNAUTHORIZED.*request .*check `api-key` and its secret/)
  // The same code wherever a person or a later step looks.
  expect(step.log).toContain('troubleshooting.md#key-refused')
  expect(step.summary).toContain('troubleshooting.md#key-refused')
  expect(JSON.parse(step.outputs.results ?? '')).toMatchObject({ verdict: 'error', code: 'key-refused' })
})

test('a key whose role may not start tests is an error that says which role may', async () => {
  const step = await gate({ inputs: { 'api-key': DEMO_VIEWER_KEY } })

  expect(step.outputs.verdict).toBe('error')
  expect(step.log).toMatch(/403.*Tester or higher/)
  expect(step.simulator.runs).toEqual([])
})

test('an unknown project or test names the nearest', async () => {
  const project = await gate({ inputs: { project: 'prodution-pbx' } })
  expect([project.exitCode, project.outputs.verdict]).toEqual([1, 'error'])
  expect(project.log).toMatch(/no project "prodution-pbx"\. Did you mean .*production-pbx/)

  const other = await gate({ inputs: { test: 'nightly-sip-laod' } })
  expect(other.log).toMatch(/no test "nightly-sip-laod"\. Did you mean .*nightly-sip-load/)
  expect(other.simulator.runs).toEqual([])
})

test('project and test may be given by name or id', async () => {
  const step = await gate({ inputs: { project: 'Production PBX', test: 'Nightly SIP load', wait: 'false' } })
  expect(step.outputs.verdict).toBe('triggered')

  const byId = await gate({
    inputs: {
      project: 'c3d4e5f6-a7b8-9012-cdef-123456789012',
      test: '7b0c1d2e-3f40-4152-8637-48596a7b8c9d',
      wait: 'false',
    },
  })
  expect(byId.outputs.verdict).toBe('triggered')
})
