import { expect, test } from '@jest/globals'
import { DEMO_PROJECT } from '../../simulator/callmeter/account.ts'
import { gate } from './gate.ts'

const [other, third] = DEMO_PROJECT.tests.filter(({ slug }) => slug !== 'nightly-sip-load')
const names = ['nightly-sip-load', other?.slug ?? '', third?.slug ?? '']

test('several tests run side by side, with one verdict, and outputs in their order', async () => {
  const step = await gate({ inputs: { test: names.join('\n'), thresholds: 'avg(mos) >= 4.0' } })

  expect([step.exitCode, step.outputs.verdict]).toEqual([0, 'passed'])
  const runs = step.simulator.runs
  const byTest = names.map(
    (name) => runs.find(({ testId }) => testId === DEMO_PROJECT.tests.find(({ slug }) => slug === name)?.id)?.id,
  )
  expect(step.outputs['run-id']?.split('\n')).toEqual(byTest)
  expect(step.outputs.status?.split('\n')).toEqual(['COMPLETED', 'COMPLETED', 'COMPLETED'])
  expect(step.results.runs).toHaveLength(3)
  // A row for each, then the detail of each.
  for (const name of [other?.name, third?.name]) expect(step.summary.split(name ?? '').length).toBeGreaterThan(2)
  // All were started before the first had ended.
  const posts = step.simulator.requests.filter(({ method }) => method === 'POST').map(({ at }) => at)
  expect(Math.max(...posts) - Math.min(...posts)).toBeLessThan(10_000)
})

test('max-parallel is kept to', async () => {
  const step = await gate({ inputs: { test: names.join('\n'), 'max-parallel': '1' } })

  expect(step.outputs.verdict).toBe('passed')
  const created = step.simulator.runs.map(({ createdAt }) => createdAt).toSorted((a, b) => a - b)
  for (const [i, at] of created.slice(1).entries()) expect(at - (created[i] ?? 0)).toBeGreaterThan(10_000)
})

test('the trouble of one test does not lose the results of the others, and the worst verdict counts', async () => {
  const step = await gate({
    inputs: { test: names.join('\n'), thresholds: 'avg(mos) >= 4.0' },
    faults: [{ path: new RegExp(`/tests/${other?.id ?? ''}/run$`), kind: 'status', status: 403 }],
  })

  expect([step.exitCode, step.outputs.verdict]).toEqual([1, 'error'])
  expect(step.results.runs.map(({ verdict }) => verdict)).toEqual(['passed', 'error', 'passed'])
  expect(step.outputs['run-id']?.split('\n')[1]).toBe('')
  expect(step.log).toMatch(/^\[.*\] ✅ avg\(mos\) >= 4\.0/m)
})

test('fail-on looks at every run: a worse companion does not hide the verdict that was to fail the step', async () => {
  const step = await gate({
    scenario: 'degraded',
    inputs: { test: names.slice(0, 2).join('\n'), thresholds: 'avg(mos) >= 4.0', 'fail-on': 'failed' },
    faults: [{ path: new RegExp(`/tests/${other?.id ?? ''}/run$`), kind: 'status', status: 403 }],
  })

  expect(step.results.runs.map(({ verdict }) => verdict)).toEqual(['failed', 'error'])
  expect([step.outputs.verdict, step.exitCode]).toEqual(['error', 1])
})

test('one test named twice is a mistake, by its name and its slug too', async () => {
  const step = await gate({ inputs: { test: 'nightly-sip-load\nNightly SIP load' } })
  expect([step.outputs.verdict, step.simulator.runs.length]).toEqual(['error', 0])
})
