// Runs the committed action against the simulator, as GitHub's runner would: `npm start`.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { DEMO_PROJECT, DEMO_TEST } from '../callmeter/account.ts'
import { startSimulator } from '../callmeter/callmeter.ts'
import { startCallScaler } from '../callscaler/callscaler.ts'
import { builtAction, readNumber, readScenario, runProgram, scenarioLines, UsageError } from './command-line.ts'
import { runningSeconds } from '../callmeter/life-cycle.ts'
import { cancelStep } from '../runner/process.ts'
import { runPost, startMain } from '../runner/runner.ts'
import type { StepOptions, StepResult } from '../runner/runner.ts'
import { SCENARIOS } from '../callmeter/scenarios.ts'
import type { Scenario } from '../callmeter/scenarios.ts'
import { createVirtualTime } from '../time/virtual-time.ts'

const THRESHOLDS = `avg(mos) >= 4.0
p95(jitter_ms) < 30ms
success_rate >= 99%
warn: p95(rtt_ms) <= 250ms`

/** What the far end must have seen of the test's 20 calls. */
const FAR_END_THRESHOLDS = `received_calls >= 20
answer_rate >= 98%`

/** Simulated seconds that a run which never ends is waited for. */
const TIMEOUT_SECONDS = 15 * 60
/** Real seconds that the longest wait may take; the rest of the demo comes on top. */
const REAL_SECONDS = 12
const LEAST_SPEED = 30
/** Real ms between two steps of the time that passes. */
const STEP_REAL_MS = 50

const HELP = `Runs the action against an imitation of CallMeter, on this machine.

  npm start -- [options]

  --scenario NAME        default healthy
  --seed N               default 1; the same seed gives the same results
  --speed N              simulated seconds in a real one; default: so that it ends in under 20 s
  --input NAME=VALUE     an input of the action, in place of the demo's own; may be repeated
  --help

Scenarios:
${scenarioLines()}`

async function demonstrate(): Promise<void> {
  const { values } = parseArgs({
    options: {
      scenario: { type: 'string', default: 'healthy' },
      seed: { type: 'string' },
      speed: { type: 'string' },
      input: { type: 'string', multiple: true, default: [] },
    },
  })
  const name = readScenario(values.scenario)
  const scenario = { ...SCENARIOS[name], history: 3 }
  const seed = readNumber('seed', values.seed, 1, 0)
  const speed = readNumber('speed', values.speed, demoSpeed(scenario), 0.001)
  const given = Object.fromEntries(values.input.map(readInput))
  const action = builtAction()
  const time = createVirtualTime({
    pace: { stepMs: Math.ceil(speed * STEP_REAL_MS), wait: () => sleep(STEP_REAL_MS) },
  })
  const simulator = await startSimulator({ scenario, seed, clock: time })
  const callscaler = name === 'far-end' ? await startCallScaler({ callmeter: simulator }) : undefined
  try {
    const inputs = {
      'api-key': simulator.key,
      'api-url': simulator.url,
      project: DEMO_PROJECT.slug,
      // Slugs and names can only be looked up where the API lists tests.
      test: scenario.without.includes('listTests') ? DEMO_TEST.id : DEMO_TEST.slug,
      thresholds: callscaler ? `${THRESHOLDS}\n${FAR_END_THRESHOLDS}` : THRESHOLDS,
      ...(callscaler
        ? {
            'callscaler-api-key': callscaler.key,
            'callscaler-api-url': callscaler.url,
            'callscaler-number': callscaler.number,
          }
        : {}),
      timeout: `${TIMEOUT_SECONDS}s`,
      ...given,
    }
    process.stdout.write(`Scenario ${name}: ${scenario.description}. ${speed} simulated seconds in each real one.\n\n`)
    const options: StepOptions = {
      inputs,
      action,
      time,
      seed,
      secrets: [inputs['api-key'], ...(callscaler ? [callscaler.key] : [])],
      onOutput: (text) => process.stdout.write(text),
    }
    const { child, ended } = startMain(options)
    process.once('SIGINT', () => void cancelStep(child, time))
    const main = await time.pass(ended)
    await runPost(options, main)
    report(main)
  } finally {
    await callscaler?.close()
    await simulator.close()
  }
}

function demoSpeed(scenario: Scenario): number {
  const seconds = scenario.stuckIn === null ? scenario.queueSeconds + runningSeconds(scenario) : TIMEOUT_SECONDS
  return Math.max(LEAST_SPEED, Math.ceil(seconds / REAL_SECONDS))
}

function readInput(text: string): [string, string] {
  const equals = text.indexOf('=')
  if (equals < 1) throw new UsageError(`--input takes NAME=VALUE, not '${text}'.`)
  return [text.slice(0, equals), text.slice(equals + 1).replaceAll(String.raw`\n`, '\n')]
}

function report(step: StepResult): void {
  const summary = join(step.folder, 'summary.md')
  writeFileSync(summary, step.summary)
  const outputs = Object.entries(step.outputs).map(([name, value]) => `  ${name} = ${value}\n`)
  process.stdout.write(`\nOutputs:\n${outputs.join('')}\nJob summary: ${summary}\nWorkspace:   ${step.workspace}\n`)
  // The runner knows a step that died of a signal only as failed.
  process.exitCode = step.exitCode ?? 1
}

await runProgram(HELP, demonstrate)
