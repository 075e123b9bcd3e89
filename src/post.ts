// The post step: stops and ends what the step itself could not, because it was killed. It never fails the job. Nearly always there is nothing to do,
// so what is needed for more is loaded only then.
import type { ConnectGitHub } from './apis/github/api.ts'
import { OPEN_RUNS_STATE, readOpenRuns } from './cleanup/open-runs.ts'
import { PENDING_STATUS_STATE, readPendingStatus } from './publish/pending-status.ts'

/** Beside the post step's own folder in dist/, since both steps share it. */
const OCTOKIT = '../apis/github/octokit.js'

const connect: ConnectGitHub = async (options) => {
  const address = new URL(OCTOKIT, import.meta.url).href
  const { connectGitHub } = (await import(/* webpackIgnore: true */ address)) as { connectGitHub: ConnectGitHub }
  return connectGitHub(options)
}

try {
  const left = readOpenRuns(process.env[`STATE_${OPEN_RUNS_STATE}`])
  const pending = readPendingStatus(process.env[`STATE_${PENDING_STATUS_STATE}`])
  if (left.length === 0) process.stdout.write('Nothing to do: no run of this step is left to be stopped.\n')
  else await (await import('./cleanup/cleanup.ts')).stopOpenRuns(left, process.env)
  if (pending) await (await import('./publish/end-status.ts')).endStatus(pending, connect)
} catch (error) {
  process.stdout.write(`::warning::The post step failed: ${String(error).replaceAll(/[\r\n]+/g, ' ')}\n`)
}

// A connection that nobody answers must not keep the job waiting.
setTimeout(() => process.exit(), 500).unref()
