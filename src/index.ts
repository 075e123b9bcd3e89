// Where the action starts: the only file that touches the process itself.
import * as core from '@actions/core'
import { systemClock } from './clock.ts'
import { explain } from './failure.ts'
import { workspaceFiles } from './files.ts'
import { httpExchange } from './http.ts'
import { main } from './main.ts'

try {
  process.exitCode = await main({
    toolkit: { ...core, writeSummary: async (markdown) => void (await core.summary.addRaw(markdown).write()) },
    env: process.env,
    clock: systemClock,
    random: Math.random,
    exchange: httpExchange,
    files: workspaceFiles(process.env.GITHUB_WORKSPACE || process.cwd()),
  })
} catch (error) {
  core.setFailed(explain(error))
}
