// The post step: stops what the step itself could not, because it was killed. It never fails the job. Nearly always there is nothing to do,
// so what is needed for more is loaded only then.
import { OPEN_RUNS_STATE, readOpenRuns } from './cleanup/open-runs.ts'

try {
  const left = readOpenRuns(process.env[`STATE_${OPEN_RUNS_STATE}`])
  if (left.length === 0) process.stdout.write('Nothing to do: no run of this step is left to be stopped.\n')
  else await (await import('./cleanup/cleanup.ts')).stopOpenRuns(left, process.env)
} catch (error) {
  process.stdout.write(`::warning::The post step failed: ${String(error).replaceAll(/[\r\n]+/g, ' ')}\n`)
}

// A connection that nobody answers must not keep the job waiting.
setTimeout(() => process.exit(), 500).unref()
