import { expect, test } from '@jest/globals'
import { DEMO_KEY } from '../../simulator/callmeter/account.ts'
import { everythingShown, gate } from './gate.ts'

test('a healthy run passes, and every output is set', async () => {
  const step = await gate({
    inputs: {
      thresholds: 'avg(mos) >= 4.0\np95(jitter_ms) < 30ms\nsuccess_rate >= 99%',
      'run-url': 'https://callmeter.example/p/{project}/r/{run}',
    },
  })

  expect(step.exitCode).toBe(0)
  const [run] = step.simulator.runs
  expect(step.simulator.runs).toHaveLength(1)
  expect(step.outputs).toMatchObject({
    verdict: 'passed',
    'run-id': run?.id,
    'run-url': `https://callmeter.example/p/c3d4e5f6-a7b8-9012-cdef-123456789012/r/${run?.id ?? ''}`,
    status: 'COMPLETED',
    'success-rate': '100',
    'failed-thresholds': '0',
  })
  expect(step.results.runs[0]?.thresholds.map(({ state }) => state)).toEqual(['held', 'held', 'held'])
  expect(step.annotations).toEqual([])
})

test('the requests are the ones needed: two pages of projects, the tests, the runs before, one trigger, polls, the results', async () => {
  const { requests, simulator } = await gate({})

  expect(requests).toEqual([
    'GET /projects',
    'GET /projects/…/tests',
    'GET /projects/…/test-runs',
    'POST /projects/…/tests/…/run',
    'GET /projects/…/test-runs/…',
    'GET /projects/…/test-runs/…/endpoints',
  ])
  expect(simulator.requests.filter(({ method }) => method === 'POST')).toHaveLength(1)
  expect(new Set(simulator.requests.map(({ headers }) => headers.authorization))).toEqual(
    new Set([`Bearer ${DEMO_KEY}`]),
  )
})

test('the log has a group for each phase and a line for each change of status', async () => {
  const { log, stdout } = await gate({})

  const phases = [
    'Find the test',
    'Start the test',
    'Wait for the run to end',
    'Read the results',
    'Judge the thresholds',
  ]
  expect(stdout.match(/^::group::.*$/gm)).toEqual(phases.map((phase) => `::group::${phase}`))
  for (const status of ['PENDING', 'QUEUED', 'RUNNING', 'COMPLETED'])
    expect(log).toMatch(new RegExp(`^${status} after `, 'm'))
})

test('a long run is told of at least every 30 s, with the time left', async () => {
  const { log } = await gate({ changes: { durationSeconds: 150 } })

  const progress = log.match(/^RUNNING for .*about .* left · .* until the timeout$/gm) ?? []
  expect(progress.length).toBeGreaterThanOrEqual(4)
})

test('the summary says the verdict, every threshold, the outcomes, the metrics and the facts of the run', async () => {
  const { summary, outputs } = await gate({ inputs: { thresholds: 'avg(mos) >= 4.0\nwarn: success_rate >= 99%' } })

  expect(summary).toMatch(/^## CallMeter: ✅ Call quality is good$/m)
  expect(summary).toContain('<code>avg\\(mos\\) &gt;= 4.0</code>')
  expect(summary).toContain('<code>success\\_rate &gt;= 99%</code>'.replace('success', 'warn: success'))
  expect(summary).toContain('40 endpoints, all succeeded')
  expect(summary).toMatch(/^\| <code>mos<\/code> \| 4\.\d\d? \|/m)
  expect(summary).toContain('Production PBX')
  expect(summary).toContain(outputs['run-id'])
})

test('the key is masked first and shows nowhere, even when the API repeats it', async () => {
  const echo = { error: { code: 'BUSY', message: `key ${DEMO_KEY} is busy` } }
  const step = await gate({
    faults: [{ operation: 'listEndpoints', kind: 'status', status: 409, body: echo, count: Infinity }],
  })

  expect(step.masks).toEqual([DEMO_KEY])
  expect(step.stdout.indexOf('::add-mask::')).toBe(0)
  expect(step.outputs.verdict).toBe('error')
  expect(everythingShown(step)).toContain('*** is busy')
  expect(everythingShown(step)).not.toContain(DEMO_KEY)
  expect(step.stdout.replace(`::add-mask::${DEMO_KEY}`, '')).not.toContain(DEMO_KEY)
})

test('the key may come from the environment', async () => {
  const step = await gate({ inputs: { 'api-key': '' }, step: { env: { CALLMETER_API_KEY: DEMO_KEY } } })

  expect(step.outputs.verdict).toBe('passed')
  expect(step.masks).toEqual([DEMO_KEY])
})

test('without a summary none is written', async () => {
  expect((await gate({ inputs: { summary: 'false' } })).summary).toBe('')
})
