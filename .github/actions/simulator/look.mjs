// What became of the runs, when the job and all later post steps are through.
import assert from 'node:assert/strict'

const {
  STATE_pid: pid = '',
  'STATE_api-url': url = '',
  INPUT_RUNS: count = '',
  'INPUT_AT-THE-END': expected = '',
} = process.env

/** @type {Record<string, (run: { status: string, stoppedBy?: string }) => boolean>} */
const EXPECTED = {
  ended: ({ status, stoppedBy }) => !stoppedBy && /^(COMPLETED|FAILED|CANNOT_RUN_FOR_NOW)$/.test(status),
  stopped: ({ stoppedBy }) => stoppedBy === 'api',
  going: ({ status, stoppedBy }) => !stoppedBy && /^(PENDING|QUEUED|RUNNING)$/.test(status),
}

if (url) {
  const response = await fetch(new URL('/_simulator/runs', url))
  const { runs } = /** @type {{ runs: { id: string, status: string, stoppedBy?: string }[] }} */ (await response.json())
  for (const { id, status, stoppedBy } of runs)
    process.stdout.write(`Run ${id}: ${status}${stoppedBy ? `, stopped by ${stoppedBy}` : ''}\n`)
  try {
    assert.equal(runs.length, Number(count), 'how many runs there are')
    const asExpected = EXPECTED[expected]
    assert.ok(asExpected, `at-the-end is ${expected}`)
    for (const run of runs) assert.ok(asExpected(run), `run ${run.id} is not ${expected}`)
  } catch (error) {
    process.stdout.write(`::error::${error instanceof Error ? error.message.split('\n')[0] : String(error)}\n`)
    process.exitCode = 1
  }
  process.kill(Number(pid))
}
