// Runs whose failures have a known cause: the report names it, and nothing else.
import { expect, test } from '@jest/globals'
import type { ScenarioName } from '../../simulator/callmeter/scenarios.ts'
import { gate } from './gate.ts'

interface Told {
  runs: { failures?: { title: string; place: string; endpoints: number; group?: string }[] }[]
}

const TRUTHS: [ScenarioName, (readonly [title: string, place: string, endpoints: number])[]][] = [
  ['credentials', [['403 Forbidden on REGISTER', 'credentials', 6], ['401 Unauthorized on REGISTER', 'credentials', 3], ['407 Proxy Authentication Required on REGISTER', 'credentials', 3]]],
  ['overload', [['503 Service Unavailable on INVITE', 'system under test', 9], ['408 Request Timeout on INVITE', 'system under test', 3]]],
  ['codec', [['488 Not Acceptable Here on INVITE', 'media and codecs', 7], ['606 Not Acceptable on INVITE', 'media and codecs', 3]]],
  ['dead-workers', [['OSERROR', 'CallMeter', 10]]],
  ['nat', [['408 Request Timeout on BYE', 'network and NAT', 2]]],
  ['three-causes', [['403 Forbidden on REGISTER', 'credentials', 8], ['488 Not Acceptable Here on INVITE', 'media and codecs', 5], ['503 Service Unavailable on INVITE', 'system under test', 3]]],
] // prettier-ignore

test.each(TRUTHS)('%s', async (scenario, truth) => {
  const step = await gate({ scenario, inputs: { thresholds: 'success_rate >= 99%' } })
  const { runs } = step.results as unknown as Told
  const failures = runs[0]?.failures ?? []
  const places = new Set(truth.map(([, place]) => place))
  expect(new Set(failures.map(({ place }) => place))).toEqual(places)
  expect(failures.reduce((sum, { endpoints }) => sum + endpoints, 0)).toBe(truth.reduce((sum, [, , n]) => sum + n, 0))
  for (const [title] of truth) expect(failures.map((one) => one.title)).toContain(title)
  // It stands above the thresholds.
  expect(step.summary.indexOf('Likely cause')).toBeLessThan(step.summary.indexOf('| Threshold |'))
})

test('endpoints that hear nothing succeed in signalling: they are told of unasked, and counted', async () => {
  const step = await gate({
    scenario: 'nat',
    inputs: { thresholds: 'one_way_calls == 0\nsilent_calls == 0\nasr >= 99%' },
  })
  expect(step.outputs.verdict).toBe('failed')
  expect(step.results.runs[0]?.thresholds.map(({ state, measured }) => [state, measured])).toEqual([
    ['breached', 7],
    ['held', 0],
    ['held', 100],
  ])
  expect(step.log).toMatch(/Of 38 endpoints that succeeded, 7 carried media in one direction only \(one_way_calls\)/)
})

test('under overload it takes ever longer to set up a call', async () => {
  const step = await gate({
    scenario: 'overload',
    inputs: { thresholds: 'isa <= 1%\nmax(call_setup_time_ms) <= 3 * min(call_setup_time_ms)' },
  })
  expect(step.results.runs[0]?.thresholds.map(({ state }) => state)).toEqual(['breached', 'breached'])
})
