// The commit status that a step has set to pending, kept in the runner's state of the step: where the process dies, nobody else would ever end it.
import { isObject } from '../base/fields.ts'

/** A commit status that is pending. */
export interface PendingStatus {
  owner: string
  repo: string
  sha: string
  context: string
  url: string
}

/** The name under which the runner keeps it: `STATE_callmeter_status` in the post step. */
export const PENDING_STATUS_STATE = 'callmeter_status'

/** What a step left pending; undefined where it left nothing, or what it saved cannot be read. */
export function readPendingStatus(state: string | undefined): PendingStatus | undefined {
  if (!state) return undefined
  try {
    const status: unknown = JSON.parse(state)
    return isPendingStatus(status) ? status : undefined
  } catch {
    return undefined
  }
}

function isPendingStatus(status: unknown): status is PendingStatus {
  return (
    isObject(status) &&
    ['owner', 'repo', 'sha', 'context', 'url'].every((name) => typeof status[name] === 'string' && status[name] !== '')
  )
}
