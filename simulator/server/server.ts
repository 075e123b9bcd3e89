import { once } from 'node:events'
import { createServer } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { createDelays } from '../time/delays.ts'
import type { Clock } from '../time/clock.ts'
import type { Reply } from './faulty-answer.ts'

/** A server that listens. */
export interface Opened {
  readonly port: number
  /** Stops listening, breaks every open connection, and calls off what was to happen later. */
  readonly close: () => Promise<void>
}

export interface ServerOptions {
  readonly clock: Clock
  /** What its own clock says, in simulated ms; default: that time. */
  readonly now?: () => number
  /** Default: any free one. */
  readonly port?: number | undefined
  /** Answers a request. */
  readonly handle: (request: IncomingMessage, reply: Reply) => void
}

/** Opens a server on 127.0.0.1 that lives in that time. */
export async function openServer({ clock, now = clock.now, port, handle }: ServerOptions): Promise<Opened> {
  const { later, cancelAll } = createDelays(clock)
  const server = createServer((request, response) => {
    // A client in simulated time would take the real date for a wrong clock.
    response.setHeader('date', new Date(now()).toUTCString())
    handle(request, { response, clock, later })
  })
  // A kept connection that closes just as it is used again would be one more fault, unasked for, and no limit here may see the machine's time.
  server.keepAliveTimeout = 0
  server.headersTimeout = 0
  server.requestTimeout = 0
  server.listen(port ?? 0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('not listening on a port')
  clock.serve(server)
  return {
    port: address.port,
    close: async () => {
      cancelAll()
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}
