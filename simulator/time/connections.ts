// The connections of one virtual time: what each end has sent, taken in and noticed, so that it can be told whether anything is still on its way.
import { subscribe } from 'node:diagnostics_channel'
import { Socket } from 'node:net'
import type { Server } from 'node:net'

/** One end of a connection, as it says itself. */
export interface End {
  /** Bytes over the wire. */
  readonly read: number
  readonly written: number
  /** Whether it has seen that the other end is gone. */
  readonly sawEnd: boolean
  readonly closed: boolean
  /** Whether it takes in what comes; an end that doesn't neither reads nor notices that the other is gone. */
  readonly reads: boolean
}

/** The end of a client. */
export interface ClientEnd extends End {
  /** Its own port. */
  readonly local: number
  /** The server's port. */
  readonly remote: number
}

export interface Connections {
  /** Takes note of all connections to a server, which listens already. */
  readonly serve: (server: Server) => void
  /**
   * What is on its way, in words; undefined where nothing is. `processes` are the clients that other processes tell of, by the names of the processes.
   * Throws where one of them is connected to a server that is not known.
   */
  readonly underWay: (processes: ReadonlyMap<string, readonly ClientEnd[]>) => string | undefined
  /** What the ends in this process have seen so far; changes whenever anything reaches one. */
  readonly seen: () => string
}

const CLIENTS = Symbol.for('callmeter/run-test: client sockets')

/**
 * Sockets of this process that connect to a server, wherever that is; the channel tells of them as they are made. They are kept once for a process, at
 * a class of Node's own: jest loads this module anew for each test file, and each subscription would stay.
 */
function clientSockets(): ReadonlySet<Socket> {
  const holder = Socket as typeof Socket & { [CLIENTS]?: Set<Socket> }
  const known = holder[CLIENTS]
  if (known) return known
  const clients = new Set<Socket>()
  holder[CLIENTS] = clients
  subscribe('net.client.socket', (message) => {
    const { socket } = message as { socket: Socket }
    clients.add(socket)
    socket.once('close', () => clients.delete(socket))
  })
  return clients
}

/** No connections yet, to no server. */
export function createConnections(): Connections {
  /** By the server's port, then by the client's. */
  const servers = new Map<number, Map<number, () => End>>()
  const clients = clientSockets()

  const ownClients = (): ClientEnd[] =>
    [...clients].filter(({ remotePort, destroyed }) => !destroyed && servers.has(remotePort ?? 0)).map(clientEnd)

  /** As `underWay`, of one client; notes which end of a server belongs to it. */
  const ofClient = (client: ClientEnd, from: string, claimed: Set<() => End>): string | undefined => {
    const { local, remote, closed } = client
    const port = servers.get(remote)
    if (!port) {
      if (closed) return undefined
      throw new Error(
        `${from} has a connection to port ${remote}, whose server does not live in this virtual time: serve(server)`,
      )
    }
    const server = port.get(local)
    if (server) claimed.add(server)
    return (server ? agree(client, server()) : closed) ? undefined : `a connection from ${from} to port ${remote}: ${JSON.stringify([client, server?.()])}` // prettier-ignore
  }

  return {
    serve: (server) => {
      const address = server.address()
      if (address === null || typeof address === 'string') throw new Error('a server must listen on a port first')
      // One that listens on the port of an earlier one finds that one's connections still open.
      const ends = servers.get(address.port) ?? new Map<number, () => End>()
      servers.set(address.port, ends)
      server.on('connection', (socket: Socket) => {
        if (socket.remotePort !== undefined) ends.set(socket.remotePort, serverEnd(socket))
      })
    },
    underWay: (processes) => {
      if ([...clients].some(({ connecting, destroyed }) => connecting && !destroyed))
        return 'a connection from this process that is being made'
      const claimed = new Set<() => End>()
      for (const [from, ends] of [['this process', ownClients()] as const, ...processes]) {
        for (const end of ends) {
          const what = ofClient(end, from, claimed)
          if (what !== undefined) return what
        }
      }
      for (const [port, ends] of servers) {
        for (const end of ends.values())
          if (!claimed.has(end) && !hasNoticed(end())) return `a connection to port ${port} from a process that is gone`
      }
      return undefined
    },
    seen: () => {
      const ends = [...servers.values()].flatMap((port) => [...port.values()])
      return JSON.stringify([ends.map((end) => end()), ownClients()])
    },
  }
}

/** Whether nothing is on its way between the two ends of a connection. */
function agree(client: End, server: End): boolean {
  if (client.closed || server.closed) return hasNoticed(client) && hasNoticed(server)
  return (client.written === server.read || !server.reads) && (server.written === client.read || !client.reads)
}

const hasNoticed = ({ closed, sawEnd, reads }: End): boolean => closed || sawEnd || !reads

/** What Node keeps of a socket, which has no other door. */
interface Handle {
  readonly bytesRead: number
  readonly bytesWritten: number
}
const handleOf = (socket: Socket): Handle | null | undefined => (socket as Socket & { _handle?: Handle | null })._handle

/** Whether a socket reads. Below TLS, `reading` is an accessor that asks the socket above; TLS always reads. */
const takesIn = (handle: Handle | null | undefined): boolean =>
  !handle || Object.getOwnPropertyDescriptor(handle, 'reading')?.value !== false

/** The handle is taken now: a TLS socket takes it away from the one below. */
function serverEnd(socket: Socket): () => End {
  const handle = handleOf(socket)
  return () => ({
    read: handle?.bytesRead ?? 0,
    written: handle?.bytesWritten ?? 0,
    closed: socket.destroyed,
    sawEnd: socket.readableEnded,
    reads: takesIn(handle),
  })
}

function clientEnd(socket: Socket): ClientEnd {
  const handle = handleOf(socket)
  return {
    local: socket.localPort ?? 0,
    remote: socket.remotePort ?? 0,
    read: handle?.bytesRead ?? 0,
    written: handle?.bytesWritten ?? 0,
    sawEnd: socket.readableEnded,
    closed: socket.destroyed,
    reads: takesIn(handle),
  }
}
