import { randomUUID } from 'node:crypto'
import { annotate, explain, input, setOutput } from '../runner.mjs'
import { jobMinutes, planLegs } from './legs.mjs'

try {
  // Artifacts of one workflow run share their names, and a workflow may call fan-out.yml more than once.
  const prefix = `callmeter-${randomUUID().slice(0, 8)}`
  const legs = planLegs({ project: input('project'), tests: input('tests'), targets: input('targets'), prefix })
  setOutput('legs', JSON.stringify(legs))
  setOutput('artifacts', `${prefix}-*`)
  setOutput('minutes', String(jobMinutes(input('timeout'))))
  process.stdout.write(
    `${legs.length} legs\n${legs.map(({ artifact, test }) => `${artifact}: ${JSON.stringify(test)}\n`).join('')}`,
  )
} catch (error) {
  annotate('error', explain(error))
  process.exitCode = 1
}
