// A simulator behind a server that speaks TLS and passes everything on.
import { once } from 'node:events'
import { type Server, type Socket, connect } from 'node:net'
import { type TLSSocket, createServer as createTlsServer } from 'node:tls'
import type { World } from './live-step.ts'

/** In PEM. */
export interface Pair {
  key: string | Buffer
  cert: string | Buffer
}

export interface TlsServer {
  port: number
  /** New connections are shown this certificate. */
  show: (pair: Pair) => void
  close: () => Promise<void>
}

/** How the connections of some requests break: once the request has taken effect, and in place of its answer. */
export interface Breaking {
  /** The first lines of the requests. */
  requests: RegExp
  /** So many of them. */
  count: number
  how: (raw: Socket) => void
}

/** Starts it in front of the world's simulator, on `localhost`. */
export async function startTls({ simulator, time }: World, shown: Pair, breaking?: Breaking): Promise<TlsServer> {
  const behind = Number(new URL(simulator.url).port)
  const sockets = new Set<Socket>()
  /** The sockets below TLS, by the client's port. */
  const raws = new Map<number | undefined, Socket>()
  let left = breaking?.count ?? 0
  const server = createTlsServer(shown, (inside: TLSSocket) => {
    const outside = connect(behind, '127.0.0.1')
    const raw = raws.get(inside.remotePort)
    let breaks = false
    if (breaking && raw) {
      inside.on('data', (chunk: Buffer) => {
        breaks ||= left > 0 && breaking.requests.test(chunk.toString('latin1').split('\r\n')[0] ?? '')
      })
    }
    passOn(sockets, inside, outside, () => {
      if (!breaks || !breaking || !raw) return true
      left -= 1
      breaking.how(raw)
      return false
    })
  })
  server.on('connection', (raw: Socket) => void raws.set(raw.remotePort, raw))
  server.on('tlsClientError', (_, socket) => socket.destroy())
  server.listen(0, 'localhost')
  await once(server, 'listening')
  time.serve(server)
  return {
    port: portOf(server),
    show: (other) => server.setSecureContext(other),
    close: () => closeAll(server, sockets),
  }
}

/** Passes on what either side says, until one of them ends, or `answers` says that what comes from outside is not passed on. */
export function passOn(sockets: Set<Socket>, inside: Socket, outside: Socket, answers = (): boolean => true): void {
  for (const [socket, other] of [
    [inside, outside],
    [outside, inside],
  ] as const) {
    sockets.add(socket)
    socket.on('error', () => other.destroy())
    socket.on('close', () => other.destroy())
  }
  inside.pipe(outside)
  outside.on('data', (chunk) => {
    if (answers()) inside.write(chunk)
    else outside.destroy()
  })
  outside.on('end', () => inside.end())
}

export async function closeAll(server: Server, sockets: Set<Socket>): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  for (const socket of sockets) socket.destroy()
  await closed
}

export function portOf(server: { address: Server['address'] }): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('not listening on a port')
  return address.port
}
