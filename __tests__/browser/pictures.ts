// Makes the pictures in docs/pictures: what people see of a run that passed, one that failed, and one that is worse than before. `npm run pictures`.
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import { DEMO_PROJECT, DEMO_TEST } from '../../simulator/callmeter/account.ts'
import { startSimulator } from '../../simulator/callmeter/callmeter.ts'
import { type StepResult, removeStep, runMain } from '../../simulator/runner/runner.ts'
import { createVirtualTime } from '../../simulator/time/virtual-time.ts'
import { SCENARIOS, type ScenarioName } from '../../simulator/callmeter/scenarios.ts'
import { githubPage } from './github-page.ts'

const FOLDER = fileURLToPath(new URL('../../docs/pictures/', import.meta.url))
const WIDTH = 1012
/** Height in pixels of the picture in the README: what is seen without scrolling. */
const FIRST_SCREEN = 1_165

interface Picture {
  name: string
  scenario: ScenarioName
  inputs?: Record<string, string>
}

const RELATIVE = `success_rate >= 99%
avg(mos) >= baseline - 0.1
p95(jitter_ms) <= max(baseline + 20%, 10ms)`

const PICTURES: readonly Picture[] = [
  { name: 'passed', scenario: 'healthy' },
  { name: 'causes', scenario: 'three-causes', inputs: { baseline: 'previous' } },
  { name: 'failed', scenario: 'failing-endpoints' },
  { name: 'regression', scenario: 'degraded', inputs: { baseline: 'previous' } },
  { name: 'trend', scenario: 'degraded', inputs: { baseline: 'last 10', thresholds: RELATIVE } },
]

const THRESHOLDS = `success_rate >= 99%
avg(mos) >= 4.0
p95(jitter_ms) < 30ms
warn: p95(rtt_ms) <= 250ms`

async function runStep({ scenario, inputs }: Picture): Promise<StepResult> {
  const time = createVirtualTime()
  const simulator = await startSimulator({ scenario: { ...SCENARIOS[scenario], history: 12 }, seed: 1, clock: time })
  try {
    return await runMain({
      inputs: {
        'api-key': simulator.key,
        'api-url': simulator.url,
        project: DEMO_PROJECT.slug,
        test: DEMO_TEST.slug,
        thresholds: THRESHOLDS,
        ...inputs,
      },
      time,
    })
  } finally {
    await simulator.close()
  }
}

mkdirSync(FOLDER, { recursive: true })
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
})
try {
  for (const picture of PICTURES) {
    const step = await runStep(picture)
    const path = (suffix: string): string => join(FOLDER, `${picture.name}${suffix}.png`)
    const summary = await browser.newPage({ viewport: { width: WIDTH, height: FIRST_SCREEN } })
    await summary.setContent(githubPage(step.summary, 'light'))
    await summary.evaluate('window.charts')
    await summary.screenshot({ path: path(''), fullPage: !['regression', 'causes'].includes(picture.name) })
    const report = await browser.newPage({ viewport: { width: WIDTH, height: FIRST_SCREEN } })
    const page = join(dirname(step.outputs['report-path'] ?? ''), 'report.html')
    await report.goto(pathToFileURL(page).href)
    await report.screenshot({ path: path('-report') })
    removeStep(step)
    process.stdout.write(`${picture.name}: ${path('')}\n`)
  }
} finally {
  await browser.close()
}
