// Ends the commit status of a step that was killed before it had a verdict.
import * as core from '@actions/core'
import type { ConnectGitHub } from '../apis/github/api.ts'
import { explainRefusal, inTime, openRepository } from '../apis/github/repository.ts'
import { systemClock } from '../base/clock.ts'
import { logTo } from '../base/log.ts'
import { plain } from '../base/text.ts'
import type { PendingStatus } from './pending-status.ts'

/** Sets a status that is pending to `error`. Where that cannot be done it warns. */
export async function endStatus(pending: PendingStatus, connect: ConnectGitHub): Promise<void> {
  const token = core.getInput('github-token')
  const log = logTo(core, token ? [token] : [])
  if (token) core.setSecret(token)
  const { sha, context, url, ...repository } = pending
  const description = 'The step was killed before it had a verdict'
  const tools = { clock: systemClock, connect, log, signal: new AbortController().signal }
  try {
    const github = openRepository({ token, repository }, tools)
    await github.within(async (until) => {
      const status = { sha, context, state: 'error', description, url } as const
      await inTime((await github.connect()).createStatus(status, until), until)
    })
    log.info(`Commit status "${plain(context, 80)}" on ${plain(sha, 7)}: error, ${description}`)
  } catch (error) {
    log.warning(
      `The commit status "${plain(context, 80)}" stays pending: ${explainRefusal(error, 'statuses', undefined)}`,
    )
  }
}
