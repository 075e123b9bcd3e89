// Where the step starts: with post.ts, the only file that touches the process itself.
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as core from '@actions/core'
import { systemClock } from './base/clock.ts'
import { explain } from './base/failure.ts'
import { workspaceFiles } from './base/files.ts'
import { appendToSummary } from './base/job-summary.ts'
import type { Exchange, ExchangeOptions } from './apis/http/request.ts'
import { main } from './main.ts'

// A cancelled workflow sends SIGINT, and SIGTERM 7.5 s later. The step ends by itself then, so a second signal changes nothing.
const cancelled = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (!cancelled.signal.aborted) core.info(`${signal}: the workflow was cancelled.`)
    cancelled.abort()
  })
}

// Node's HTTP and TLS are a third of the start, and wrong inputs need neither.
function exchangeOnDemand(options: ExchangeOptions): Exchange {
  let exchange: Exchange | undefined
  return async (request, signal) => {
    const { httpExchange } = await import('./apis/http/exchange.ts')
    exchange ??= httpExchange(options)
    return exchange(request, signal)
  }
}

try {
  process.exitCode = await main({
    toolkit: { ...core, writeSummary: async (markdown) => appendToSummary(process.env.GITHUB_STEP_SUMMARY, markdown) },
    env: process.env,
    clock: systemClock,
    random: Math.random,
    exchange: exchangeOnDemand,
    // Loaded only when GitHub is told something, and bundled apart (see tools/build.ts): it is larger than all the rest.
    connect: async (options) =>
      (await import(/* webpackIgnore: true */ './apis/github/octokit.ts')).connectGitHub(options),
    files: workspaceFiles(process.env.GITHUB_WORKSPACE || process.cwd(), [
      process.env.RUNNER_TEMP,
      process.env.GITHUB_EVENT_PATH,
    ]),
    pageTemplate: () => readFileSync(join(dirname(fileURLToPath(import.meta.url)), 'report.html'), 'utf8'),
    signal: cancelled.signal,
  })
} catch (error) {
  core.setFailed(explain(error))
}

// A connection that nobody answers, to a proxy for one, can outlive its request and keep the process waiting. Everything is told by now.
setTimeout(() => process.exit(), 500).unref()
