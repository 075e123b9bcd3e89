// The simulator as a program: `npm run simulator -- --help`.
import { parseArgs } from 'node:util'
import { DEMO_PROJECT, DEMO_TEST, DEMO_VIEWER_KEY } from '../callmeter/account.ts'
import { startSimulator } from '../callmeter/callmeter.ts'
import { realClock } from '../time/clock.ts'
import { readNumber, readScenario, runProgram, scenarioLines } from './command-line.ts'
import { SCENARIOS } from '../callmeter/scenarios.ts'

const HELP = `Imitates the CallMeter API on 127.0.0.1.

  node simulator/programs/server.ts [options]

  --port N                  default 8080; 0 takes any free one
  --scenario NAME           default healthy
  --seed N                  default 1; the same seed gives the same results
  --speed N                 simulated seconds in a real one, default 1
  --history N               earlier runs of the demo test, default 3
  --requests-per-minute N   of each key, in simulated time, default 120
  --help

Scenarios:
${scenarioLines()}
While it runs:
  POST /_simulator/faults          {"operation": "getRun", "kind": "status", "status": 503, "count": 3}
                                   also "path" or "pattern", "method", "after"; kinds: simulator/server/faults.ts
  GET  /_simulator/requests        every request so far
  GET  /_simulator/runs            every run so far
  POST /_simulator/runs/ID/stop    as Stop Test in the dashboard
`

async function serve(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      scenario: { type: 'string', default: 'healthy' },
      seed: { type: 'string' },
      speed: { type: 'string' },
      history: { type: 'string' },
      'requests-per-minute': { type: 'string' },
    },
  })
  const name = readScenario(values.scenario)
  const history = readNumber('history', values.history, 3, 0)
  const speed = readNumber('speed', values.speed, 1, 0.001)
  const simulator = await startSimulator({
    scenario: { ...SCENARIOS[name], history },
    port: readNumber('port', values.port, 8080, 0),
    seed: readNumber('seed', values.seed, 1, 0),
    clock: realClock(speed),
    requestsPerMinute: readNumber('requests-per-minute', values['requests-per-minute'], 120, 1),
  })
  process.stdout.write(`CallMeter simulator: scenario ${name}, ${speed} simulated seconds in each real one

  api-url     ${simulator.url}
  api-key     ${simulator.key}
  viewer key  ${DEMO_VIEWER_KEY}
  project     ${DEMO_PROJECT.slug}  ${DEMO_PROJECT.id}
  test        ${DEMO_TEST.slug}  ${DEMO_TEST.id}

Ctrl+C stops it.
`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void simulator.close())
}

await runProgram(HELP, serve)
