import type { IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import type { SimulatedRun } from './journal.ts'
import type { Answer } from '../server/answer.ts'
import type { RecordedRequest } from '../server/requests.ts'
import { faultFromJson } from './faults.ts'
import type { Fault } from './faults.ts'

/** What can be seen and done from outside while a simulator runs. */
export interface Controls {
  readonly requests: readonly RecordedRequest[]
  readonly runs: readonly SimulatedRun[]
  readonly addFault: (fault: Fault) => void
  readonly pressStop: (runId: string) => boolean
}

/** Answers a request below /_simulator, where neither keys nor limits nor faults apply. */
export async function answerControl(request: IncomingMessage, controls: Controls): Promise<Answer> {
  try {
    const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname
    const route = `${request.method} ${path}`
    const stopped = /^POST \/_simulator\/runs\/([^/]+)\/stop$/.exec(route)?.[1]
    if (stopped !== undefined) return { status: 200, body: { stopped: controls.pressStop(stopped) } }
    switch (route) {
      case 'GET /_simulator/requests':
        return { status: 200, body: { requests: controls.requests.map(withoutKey) } }
      case 'GET /_simulator/runs':
        return { status: 200, body: { runs: controls.runs.map((run) => ({ ...run, status: run.status() })) } }
      case 'POST /_simulator/faults':
        controls.addFault(faultFromJson(await text(request)))
        return { status: 201, body: { added: true } }
      default:
        return { status: 404, body: { error: `no ${route}` } }
    }
  } catch (error) {
    return { status: 400, body: { error: error instanceof Error ? error.message : String(error) } }
  }
}

// Someone may try the simulator with a key that is real.
function withoutKey(request: RecordedRequest): RecordedRequest {
  const { authorization, ...headers } = request.headers
  return { ...request, headers: authorization === undefined ? headers : { ...headers, authorization: '***' } }
}
