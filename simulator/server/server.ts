import { once } from 'node:events'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createDelays } from '../time/delays.ts'
import type { Later } from '../time/delays.ts'
import type { Clock } from '../time/clock.ts'

/** A server that listens. */
export interface Opened {
  readonly port: number
  /** Stops listening, breaks every open connection, and calls off what was to happen later. */
  readonly close: () => Promise<void>
}

export interface ServerOptions {
  readonly clock: Clock
  /** Default: any free one. */
  readonly port?: number | undefined
  /** Answers a request; what it does later goes through `later`. */
  readonly handle: (request: IncomingMessage, response: ServerResponse, later: Later) => void
}

/** Opens a server on 127.0.0.1 that lives in that time. */
export async function openServer({ clock, port, handle }: ServerOptions): Promise<Opened> {
  const { later, cancelAll } = createDelays(clock)
  const server = createServer((request, response) => handle(request, response, later))
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
