import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { DEMO_KEY } from '../../simulator/callmeter/account.ts'
import { newFolder } from '../folders.ts'
import { REPORTS, gate } from './gate.ts'

const LINES = 'avg(mos) >= baseline - 0.1\np95(jitter_ms) <= baseline + 20%'
const workspace = (): string => newFolder('baseline')

test('a degraded run is worse than the previous one, and the summary shows both and the change', async () => {
  const step = await gate({
    scenario: 'degraded',
    changes: { history: 3 },
    inputs: { baseline: 'previous', thresholds: LINES },
  })

  expect([step.outputs.verdict, step.exitCode]).toEqual(['failed', 1])
  expect(step.results.runs[0]?.thresholds.map(({ state }) => state)).toEqual(['breached', 'breached'])
  expect(step.log).toContain('The baseline is the previous run ')
  expect(step.summary).toMatch(/\| Baseline \| Change \|/)
  expect(step.summary).toMatch(/<code>mos<\/code> \| 3\.\d\d \| 4\.\d\d \| 🔴 −0\.\d\d \(−1\d\.\d %\)/)
})

test('a run like the previous one passes', async () => {
  const step = await gate({ changes: { history: 1 }, inputs: { baseline: 'previous', thresholds: LINES } })
  expect(step.outputs.verdict).toBe('passed')
})

test('the baseline may be a run id, or the report.json of an earlier step', async () => {
  const folder = workspace()
  const first = await gate({ inputs: REPORTS, step: { workspace: folder } })
  const second = await gate({
    scenario: 'degraded',
    // Another run.
    seed: 2,
    step: { workspace: folder },
    inputs: { ...REPORTS, baseline: 'callmeter-report/report.json', thresholds: LINES },
  })
  expect(second.outputs.verdict).toBe('failed')
  expect(second.log).toContain(`baseline 4.3`)
  // The first step's report is still what it was.
  expect([first, second].map(({ outputs }) => outputs['report-path'])).toEqual([
    join(folder, 'callmeter-report', 'report.json'),
    join(folder, 'callmeter-report-2', 'report.json'),
  ])

  let runId = ''
  const third = await gate({
    changes: { history: 1 },
    before: (simulator) => void (runId = simulator.startElsewhere().id),
    inputs: { baseline: 'will be known', thresholds: LINES },
  })
  expect(runId).not.toBe('')
  expect(third.log).toContain('No baseline: the baseline could not be read')
})

test('the median of the last runs is the baseline, each read once, and the summary says which they are', async () => {
  const lines = 'avg(mos) >= baseline - 3 * spread\np95(jitter_ms) <= max(baseline + 20%, 10ms)'
  const step = await gate({
    scenario: 'degraded',
    changes: { history: 9 },
    inputs: { baseline: 'last 7', thresholds: lines },
  })
  expect(step.outputs.verdict).toBe('failed')
  expect(step.log).toMatch(/The baseline is the median of 7 earlier runs.*: (?:[0-9a-f-]{36}, ){6}[0-9a-f-]{36}\./)
  expect(step.summary).toMatch(/compared with the median of 7 earlier runs/)
  expect(step.results.runs[0]?.thresholds.map(({ state }) => state)).toEqual(['breached', 'breached'])

  const alike = await gate({ changes: { history: 9 }, inputs: { baseline: 'last 7', thresholds: lines } })
  expect(alike.outputs.verdict).toBe('passed')
})

test('too few earlier runs are missing data, and how many there are is said', async () => {
  const step = await gate({
    changes: { history: 2 },
    inputs: { baseline: 'last 7', thresholds: LINES, 'missing-data': 'warn' },
  })
  expect(step.outputs.verdict).toBe('warned')
  expect(step.log).toContain('there are 2 earlier runs to compare with, and 3 are needed')
})

test('the reports of earlier steps are a history, and cost no request', async () => {
  const folder = workspace()
  for (const seed of [1, 2, 3]) await gate({ seed, inputs: REPORTS, step: { workspace: folder } })
  writeFileSync(join(folder, 'callmeter-report-2', 'other.json'), 'not json')
  const next = { seed: 4, step: { workspace: folder } }
  const step = await gate({ ...next, inputs: { baseline: 'callmeter-report*/*.json', thresholds: LINES } })
  const without = await gate({ ...next, inputs: { thresholds: 'avg(mos) >= 4' } })
  expect(step.log).toMatch(/The baseline is the median of 3 earlier runs/)
  expect(step.log).toContain('other.json is not a report.json that can be read: it is not JSON')
  expect(step.outputs.verdict).toBe('passed')
  expect(step.requests.length).toBe(without.requests.length)
})

test('a key in the name of a file, or in what it holds, reaches no report', async () => {
  const folder = workspace()
  await gate({ inputs: { ...REPORTS, 'report-directory': 'history' }, step: { workspace: folder } })
  const report = readFileSync(join(folder, 'history', 'report.json'), 'utf8')
  writeFileSync(join(folder, 'history', `a-${DEMO_KEY}.json`), report.replace(/"id": "[0-9a-f-]{36}"/, `"id": "k-${DEMO_KEY}"`))
  writeFileSync(join(folder, 'history', `${DEMO_KEY}.json`), 'not json')
  const inputs = { ...REPORTS, baseline: 'history/*.json', thresholds: LINES, 'missing-data': 'warn' }
  const step = await gate({ seed: 2, step: { workspace: folder }, inputs })
  const reports = readdirSync(join(folder, 'callmeter-report')).map((name) => readFileSync(join(folder, 'callmeter-report', name), 'utf8'))
  expect(step.summary).toContain('not a report.json that can be read')
  const page = join(folder, 'callmeter-report', 'report.html')
  expect([step.outputs['html-path'], step.log]).toEqual([page, expect.stringContaining(`Report with every endpoint: ${page}`)])
  for (const text of [step.summary, JSON.stringify(step.outputs), ...reports]) {
    expect(text).not.toContain(DEMO_KEY)
    expect(text.replaceAll('\\_', '_')).not.toContain(DEMO_KEY)
  }
}) // prettier-ignore

test('report.json holds to its schema for every verdict', async () => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false })
  const validate = ajv.compile(
    JSON.parse(readFileSync(new URL('../../docs/report.schema.json', import.meta.url), 'utf8')) as object,
  )
  const steps = await Promise.all([
    gate({ inputs: { ...REPORTS, thresholds: 'avg(mos) >= 4' } }),
    gate({
      scenario: 'degraded',
      changes: { history: 1 },
      inputs: { ...REPORTS, baseline: 'previous', thresholds: `${LINES}\nwarn: avg(nothing) > 1` },
    }),
    gate({ scenario: 'failing-endpoints', inputs: REPORTS }),
    gate({ scenario: 'cannot-run', inputs: REPORTS }),
    gate({ scenario: 'stuck-queued', inputs: { ...REPORTS, timeout: '10s' } }),
    gate({ inputs: { ...REPORTS, wait: 'false' } }),
    gate({ inputs: { ...REPORTS, project: 'no-such-project' } }),
  ])
  expect(steps.map(({ outputs }) => outputs.verdict)).toEqual([
    'passed',
    'failed',
    'failed',
    'not-run',
    'timed-out',
    'triggered',
    'error',
  ])
  for (const { outputs } of steps) {
    const report = JSON.parse(readFileSync(outputs['report-path'] ?? '', 'utf8')) as { verdict: string }
    expect(validate(report) ? [] : validate.errors).toEqual([])
    expect(report.verdict).toBe(outputs.verdict)
  }
})

test('no earlier run is missing data', async () => {
  const step = await gate({ inputs: { baseline: 'previous', thresholds: 'avg(mos) >= baseline - 0.1' } })
  expect(step.outputs.verdict).toBe('failed')
  expect(step.log).toContain('there is no earlier run of this test that completed')

  const ignored = await gate({
    inputs: { baseline: 'previous', thresholds: 'avg(mos) >= baseline - 0.1\navg(mos) >= 4', 'missing-data': 'ignore' },
  })
  expect(ignored.outputs.verdict).toBe('passed')
})

test('a run without a list of earlier runs keeps its own results', async () => {
  const step = await gate({
    changes: { without: ['listRuns'] },
    inputs: { baseline: 'previous', thresholds: 'avg(mos) >= 4' },
  })
  expect(step.outputs.verdict).toBe('passed')
  expect(step.summary).toContain('There is nothing to compare with')
})

test('a baseline file that is no report is an error before anything is started', async () => {
  const folder = workspace()
  writeFileSync(join(folder, 'old.json'), '{"version": 99}')
  const step = await gate({ step: { workspace: folder }, inputs: { baseline: 'old.json', thresholds: LINES } })
  expect([step.outputs.verdict, step.simulator.runs.length]).toEqual(['error', 0])
  expect(step.log).toContain('its version is 99, and 1 is known')
})

test('a threshold with baseline needs the input', async () => {
  const step = await gate({ inputs: { thresholds: LINES } })
  expect([step.outputs.verdict, step.simulator.requests.length]).toEqual(['error', 0])
  expect(step.log).toContain('`baseline` is not set')
})
