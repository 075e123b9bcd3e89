// What the vendor's pages contradict one another on: either way must give the same verdict.
import { expect, test } from '@jest/globals'
import { gate } from './gate.ts'

const thresholds =
  'avg(mos) >= 4.0\np95(jitter_ms.receive) < 30ms\nsuccess_rate >= 99%\ncount(outcome = SUCCESS) == 40\nmax(fraction_lost) < 5%'

test.each([
  ['the run id as id', 'run-id-as-id', {}],
  ['snake_case fields', 'snake-case', {}],
  ['camelCase metric keys', 'healthy', { metricCasing: 'camel' }],
  ['documented fields only', 'bare', {}],
  ['tracks and directions', 'healthy', { metricShape: 'tracks' }],
] as const)('%s', async (_, scenario, changes) => {
  const step = await gate({ scenario, changes, inputs: { thresholds } })

  expect([step.outputs.verdict, step.exitCode]).toEqual(['passed', 0])
  expect(step.results.runs[0]?.thresholds.map(({ state }) => state)).toEqual(['held', 'held', 'held', 'held', 'held'])
})

test.each(['number', 'statistics', 'mixed'] as const)(
  'metrics in the shape "%s" can be gated on',
  async (metricShape) => {
    const good = await gate({
      changes: { metricShape },
      inputs: { thresholds: 'avg(mos) >= 4.0\np95(jitter_ms) < 30ms' },
    })
    expect(good.outputs.verdict).toBe('passed')

    const bad = await gate({
      scenario: 'degraded',
      changes: { metricShape },
      inputs: { thresholds: 'avg(mos) >= 4.0\np95(jitter_ms) < 30ms' },
    })
    expect(bad.results.runs[0]?.thresholds.map(({ state }) => state)).toEqual(['breached', 'breached'])
  },
)

test('an API without a list of tests takes the test as an id', async () => {
  const step = await gate({
    changes: { without: ['listTests'] },
    inputs: { test: '7b0c1d2e-3f40-4152-8637-48596a7b8c9d' },
  })

  expect(step.outputs.verdict).toBe('passed')
  expect(step.log).toContain('does not list tests')
})

test('every endpoint is read, from all pages', async () => {
  const step = await gate({ changes: { endpoints: 230 }, inputs: { thresholds: 'endpoints == 230' } })

  expect(step.outputs.verdict).toBe('passed')
  const pages = step.simulator.requests.filter(({ path }) => path.endsWith('/endpoints')).map(({ query }) => query.page)
  expect(pages).toEqual(['1', '2', '3'])
})
