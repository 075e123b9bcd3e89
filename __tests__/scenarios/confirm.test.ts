import { describe, expect, test } from '@jest/globals'
import { DEMO_PROJECT } from '../../simulator/callmeter/account.ts'
import { gate } from './gate.ts'

const LINES = 'avg(mos) >= 4.2\nsuccess_rate >= 99%'
const TESTS = DEMO_PROJECT.tests
  .slice(0, 2)
  .map(({ slug }) => slug)
  .join('\n')
const triggers = (requests: readonly { method: string; path: string }[]): number =>
  requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/run')).length

describe('confirm', () => {
  test('a breach that a second run refutes is a warning, with what each run measured', async () => {
    const step = await gate({ scenario: 'degraded-once', inputs: { confirm: '2', thresholds: LINES } })
    expect([step.outputs.verdict, step.exitCode]).toEqual(['warned', 0])
    expect(triggers(step.simulator.requests)).toBe(2)
    expect(step.results.runs[0]?.reason).toMatch(/^1 threshold breached and not confirmed: avg\(mos\) >= 4\.2\./)
    expect(step.results.runs[0]?.thresholds).toMatchObject([{ state: 'unconfirmed' }, { state: 'held' }])
    expect(step.log).toMatch(
      /Breached: avg\(mos\) >= 4\.2 \(measured 3\.\d\d\)\. The test runs again to confirm that \(run 2 of at most 3\)\./,
    )
    // The outputs are the deciding run's.
    expect(step.outputs['run-id']).toBe(step.simulator.runs[1]?.id)
    const ids = step.simulator.runs.map(({ id }) => id)
    expect(step.results.runs[0]?.attempts?.map(({ run, verdict }) => [run, verdict])).toEqual([
      [ids[0], 'failed'],
      [ids[1], 'passed'],
    ])
    expect(step.outputs['failed-thresholds']).toBe('0')
  })

  test('a breach in every run fails, after as many runs as are asked for', async () => {
    const step = await gate({ scenario: 'degraded', inputs: { confirm: '1', thresholds: LINES } })
    expect([step.outputs.verdict, step.exitCode]).toEqual(['failed', 1])
    expect(triggers(step.simulator.requests)).toBe(2)
    expect(step.results.runs[0]?.reason).toMatch(/^1 threshold breached: avg\(mos\) >= 4\.2\. Confirmed by 2 runs\.$/)
  })

  test('a run that holds is not confirmed, and neither is one without a breach', async () => {
    const good = await gate({ inputs: { confirm: '3', thresholds: LINES } })
    const warned = await gate({ scenario: 'degraded', inputs: { confirm: '3', thresholds: 'warn: avg(mos) >= 4.2' } })
    const lacking = await gate({
      scenario: 'degraded',
      inputs: { confirm: '3', thresholds: `${LINES}\navg(nothing) > 1` },
    })
    const broken = await gate({ scenario: 'failed', inputs: { confirm: '3', thresholds: LINES } })
    expect(
      [good, warned, lacking, broken].map(({ outputs, simulator }) => [outputs.verdict, triggers(simulator.requests)]),
    ).toEqual([
      ['passed', 1],
      ['warned', 1],
      ['failed', 1],
      ['run-failed', 1],
    ])
  })

  test('each run has a key and a timeout of its own', async () => {
    const step = await gate({
      scenario: 'degraded-once',
      changes: { queueSeconds: 20 },
      inputs: { confirm: '1', thresholds: LINES, timeout: '40s' },
    })
    const posts = step.simulator.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/run'))
    const keys = posts.map(({ headers }) => headers['idempotency-key'])
    expect(keys).not.toContain(undefined)
    expect(new Set(keys).size).toBe(2)
    expect(step.outputs.verdict).toBe('warned')
  })

  test('where the run that is to confirm it comes to no end, the breach stands, and the run is stopped', async () => {
    let runs = (): number => 0
    const step = await gate({
      scenario: 'degraded',
      before: (simulator) => void (runs = () => simulator.runs.length),
      inputs: { confirm: '2', thresholds: LINES, timeout: '60s' },
      faults: [
        {
          operation: 'getRun',
          count: Infinity,
          kind: 'altered',
          alter: (answer) => ({
            ...answer,
            body: JSON.parse(
              JSON.stringify(answer.body).replace('COMPLETED', runs() > 1 ? 'RUNNING' : 'COMPLETED'),
            ) as object,
          }),
        },
      ],
    })
    expect([step.outputs.verdict, step.exitCode]).toEqual(['timed-out', 1])
    expect(step.results.runs[0]?.reason).toMatch(
      /^1 threshold breached.*inconclusive: The run had not ended within 1 min/,
    )
    expect(
      step.simulator.requests
        .filter(({ path }) => path.endsWith('/stop'))
        .map(({ path }) => path.includes(step.simulator.runs[1]?.id ?? 'none')),
    ).toEqual([true])
  })

  test('the baseline is read once, and is never the first run of the step', async () => {
    const step = await gate({
      scenario: 'degraded',
      changes: { history: 3 },
      inputs: { confirm: '2', baseline: 'previous', thresholds: 'avg(mos) >= baseline - 0.1' },
    })
    expect(step.outputs.verdict).toBe('failed')
    expect(triggers(step.simulator.requests)).toBe(3)
    expect(step.log.match(/The baseline is the previous run/g)).toHaveLength(1)
    expect(step.results.runs[0]?.thresholds).toMatchObject([{ state: 'breached' }])
  })
})

describe('fail-fast', () => {
  test('no further test is started once one has failed the step', async () => {
    const step = await gate({
      scenario: 'degraded',
      inputs: { test: TESTS, 'max-parallel': '1', 'fail-fast': 'true', thresholds: LINES },
    })
    expect([step.outputs.verdict, step.exitCode]).toEqual(['failed', 1])
    expect(triggers(step.simulator.requests)).toBe(1)
    expect(step.results.runs.map(({ verdict, reason }) => [verdict, reason.slice(0, 12)])).toEqual([
      ['failed', '1 threshold '],
      ['not-run', 'Not started:'],
    ])
    expect(step.outputs['run-id']?.split('\n')).toEqual([step.simulator.runs[0]?.id, ''])
  })

  test('tests that hold are followed by the next', async () => {
    const step = await gate({
      inputs: { test: TESTS, 'max-parallel': '1', 'fail-fast': 'true', thresholds: LINES },
    })
    expect(step.outputs.verdict).toBe('passed')
    expect(triggers(step.simulator.requests)).toBe(2)
  })
})
