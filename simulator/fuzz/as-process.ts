// A step as the runner starts it: the built action as a process, over HTTP, in exact time.
import { once } from 'node:events'
import { type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { removeStep, runMain } from '../runner/runner.ts'
import { createVirtualTime } from '../time/virtual-time.ts'
import { type FuzzApi, fuzzApi, toldOf } from './api.ts'
import type { Seen } from './oracle.ts'
import type { Plan } from './plan.ts'
import { inputsFor } from './step.ts'

/** Plays one step against the server of a plan. `action` is the folder of the built action. */
export async function playAsProcess(plan: Plan, action?: string): Promise<{ api: FuzzApi; seen: Seen }> {
  const time = createVirtualTime()
  const start = time.now()
  const api = fuzzApi(plan, start)
  const server = createServer((request, response) => {
    const reply = api.ask(request.method ?? '', request.url ?? '', time.now())
    request.resume()
    if (reply.is === 'hang') return
    time.after(reply.afterMs, () => {
      if (reply.is === 'reset') response.socket?.resetAndDestroy()
      else response.writeHead(reply.status, reply.headers).end(reply.text)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  time.serve(server)
  try {
    const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`
    const result = await runMain({ inputs: inputsFor(plan, apiUrl), time, ...(action ? { action } : {}) })
    const seen: Seen = {
      told: toldOf(result.outputs.results),
      outputs: result.outputs,
      exitCode: result.exitCode,
      text: [result.log, result.stderr, result.summary, ...Object.values(result.outputs)].join('\n'),
      tookMs: time.now() - start,
      endedAt: time.now(),
    }
    removeStep(result)
    return { api, seen }
  } finally {
    await closed(server)
  }
}

async function closed(server: Server): Promise<void> {
  const end = once(server, 'close')
  server.close()
  server.closeAllConnections()
  await end
}
