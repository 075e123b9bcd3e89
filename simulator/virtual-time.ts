// Virtual time, shared by this process and those that it starts with virtual-clock.mjs. It stands still until everybody is done: every process is
// idle, every byte that one side of a connection wrote was read by the other, every signal was taken, every process that is to end has ended. Only
// then does it leap, to the next moment at which a timer is due. So nothing that happens can depend on how busy the machine is.
//
// It moves only while somebody waits for it (`until`, `sleep`, `pass`): what a test does between two waits happens in one moment.
import type { ChildProcess } from 'node:child_process'
import { subscribe } from 'node:diagnostics_channel'
import type { Server, Socket } from 'node:net'
// Not the global ones, which a test may have made virtual.
import { setImmediate, setTimeout } from 'node:timers'
import type { Clock } from './clock.ts'

/** The virtual time at which it begins unless told otherwise: 2 November 2026, 03:00 UTC. */
export const START = Date.UTC(2026, 10, 2, 3)

export interface VirtualTime extends Clock {
  /** Lets time pass until something is so. Throws where nothing is left that could make it so, or `limitMs` have passed (default: a day). */
  until(what: string, isSo: () => boolean, limitMs?: number): Promise<void>
  /** Lets `ms` pass. */
  sleep(ms: number): Promise<void>
  /** Waits, while time stands still, until everybody is done. */
  settled(): Promise<void>
  /** Lets time pass until the promise settles. */
  pass<T>(promise: Promise<T>): Promise<T>
  /** A process with virtual-clock.mjs and an IPC channel, just started; time waits for it until it has ended. */
  attach(child: ChildProcess): void
}

export interface VirtualTimeOptions {
  start?: number
  /** For those who want to see time pass: it moves by at most `stepMs` at once, and waits before each step. */
  pace?: { stepMs: number; wait: () => Promise<void> }
}

/** One side of a connection, as it says itself. */
interface Side {
  readonly read: number
  readonly written: number
  /** Whether it has seen that the other side is gone. */
  readonly sawEnd: boolean
  readonly closed: boolean
  /** Whether it takes in what comes; a side that doesn't neither reads nor notices an end. */
  readonly reads: boolean
}

interface Connection extends Side {
  readonly local: number
  readonly remote: number
}

/** What a process answers when it is idle. */
interface Report {
  readonly next: number | null
  readonly connections: readonly (Connection | { readonly connecting: true })[]
  readonly signals: Readonly<Record<string, number>>
  readonly stdout: number
  readonly stderr: number
}

interface Member {
  readonly child: ChildProcess
  report: Report | undefined
  /** Whether its streams are closed, too. */
  over: boolean
  /** How often it must have taken each signal, the last ones sent included. */
  readonly expected: Map<string, number>
  /** Tells the time, runs what is due where asked to, and resolves once the process is idle or over. */
  readonly tell: (time: number, run: boolean) => Promise<void>
}

interface Waiter {
  readonly what: string
  readonly isSo: () => boolean
  readonly limit: number
  readonly resolve: () => void
  readonly reject: (error: Error) => void
}

interface Timer {
  readonly at: number
  readonly work: () => void
}

const DAY_MS = 24 * 60 * 60_000
/** Rounds in a row in which nothing changed although something is under way, before that is taken for a mistake of the test. */
const STUCK_ROUNDS = 3_000
/** From this round on, ms of real time between two. */
const PATIENT_ROUND = 50
const ROUND_MS = 2

/** Sockets of this process that connect to a server, wherever that is; the channel tells of them as they are made. */
const clients = new Set<Socket>()
subscribe('net.client.socket', (message) => {
  const { socket } = message as { socket: Socket }
  clients.add(socket)
  socket.once('close', () => clients.delete(socket))
})

/** How many turns of the event loop what this process takes in may need until all that follows from it has been done; libraries take up to three. */
const TURNS = 4

/** Lets this process take in what the kernel has for it. */
async function turn(): Promise<void> {
  for (let i = 0; i < TURNS; i++) await new Promise((done) => setImmediate(done))
}

/** A new time of its own. */
export function createVirtualTime({ start = START, pace }: VirtualTimeOptions = {}): VirtualTime {
  let now = start
  const timers = new Set<Timer>()
  const waiters = new Set<Waiter>()
  const members: Member[] = []
  /** By the server's port, then by the client's. */
  const servers = new Map<number, Map<number, () => Side>>()
  let held = 0
  let running = false

  const living = () => members.filter(({ over }) => !over)

  /** What is under way, in words; undefined where everything is still. */
  const underWay = (): string | undefined => {
    if (held > 0) return 'a request that is being handled'
    if ([...clients].some(({ connecting, destroyed }) => connecting && !destroyed))
      return 'a connection from this process that is being made'
    const named = new Map<Member | undefined, Connection[]>([[undefined, ownClients()]])
    for (const member of living()) {
      const { child, report, expected } = member
      if (!report) return `the start of process ${child.pid}`
      for (const [signal, count] of expected)
        if ((report.signals[signal] ?? 0) < count) return `${signal} for process ${child.pid}`
      if (report.stdout !== (child.stdout as Socket).bytesRead) return `output of process ${child.pid}`
      if (report.stderr !== (child.stderr as Socket).bytesRead) return `error output of process ${child.pid}`
      if (report.connections.some((connection) => 'connecting' in connection))
        return `a connection from process ${child.pid} that is being made`
      named.set(member, report.connections as Connection[])
    }
    const claimed = new Set<() => Side>()
    for (const [member, connections] of named) {
      for (const connection of connections) {
        const { local, remote, closed } = connection
        const from = member ? `process ${member.child.pid}` : 'this process'
        const port = servers.get(remote)
        if (!port) {
          if (closed) continue
          throw new Error(`${from} has a connection to port ${remote}, whose server does not live in this virtual time: serve(server)`) // prettier-ignore
        }
        const side = port.get(local)
        if (side) claimed.add(side)
        if (side ? !agree(connection, side()) : !closed)
          return `a connection from ${from} to port ${remote}: ${JSON.stringify([connection, side?.()])}`
      }
    }
    for (const [port, connections] of servers) {
      for (const side of connections.values()) {
        const { closed, sawEnd, reads } = side()
        if (!claimed.has(side) && !closed && !sawEnd && reads)
          return `a connection to port ${port} from a process that is gone`
      }
    }
    return undefined
  }

  const tellAll = (except?: Member): Promise<unknown> =>
    Promise.all(living().flatMap((member) => (member === except ? [] : [member.tell(now, false)])))

  /** The ends of connections to this time's servers that are in this process. */
  const ownClients = (): Connection[] =>
    [...clients].filter(({ remotePort, destroyed }) => !destroyed && servers.has(remotePort ?? 0)).map(connectionOf)

  /** What this process's own ends of all connections have seen so far. */
  const ownEnds = (): string => {
    const sides = [...servers.values()].flatMap((port) => [...port.values()])
    return JSON.stringify([sides.map((side) => side()), ownClients()])
  }

  /** Waits, while time stands still, until everybody is idle and nothing is under way. */
  const settle = async (): Promise<void> => {
    let before: string | undefined
    let same = 0
    for (let round = 1; ; round++) {
      await turn()
      // What a process said last holds until something reaches it, and that would be seen as under way.
      const what = underWay()
      if (what === undefined) {
        // What reached this process in that turn may have consequences in the next.
        const seen = ownEnds()
        await turn()
        if (underWay() === undefined && ownEnds() === seen) return
        continue
      }
      await tellAll()
      same = what === before ? same + 1 : 0
      before = what
      if (same > STUCK_ROUNDS) throw new Error(`Time stands still for ever because of ${what}.`)
      if (round > PATIENT_ROUND) await new Promise((done) => setTimeout(done, ROUND_MS))
    }
  }

  const next = (): number =>
    Math.min(
      ...[...timers].map(({ at }) => at),
      ...living().map(({ report }) => report?.next ?? Number.POSITIVE_INFINITY),
    )

  /** Moves time to `at` and lets everybody do what is due then, one after the other. */
  const leap = async (at: number): Promise<void> => {
    now = at
    const due = living().filter(({ report }) => (report?.next ?? Number.POSITIVE_INFINITY) <= now)
    await tellAll(due[0])
    for (const member of due) {
      await member.tell(now, true)
      await settle()
    }
    for (let timer = dueTimer(timers, now); timer; timer = dueTimer(timers, now)) {
      timers.delete(timer)
      timer.work()
      await settle()
    }
  }

  const run = async (): Promise<void> => {
    while (waiters.size > 0) {
      await settle()
      const done = [...waiters].filter(({ isSo }) => isSo())
      for (const waiter of done) {
        waiters.delete(waiter)
        waiter.resolve()
      }
      // Whoever waited acts now, before time goes on.
      if (done.length > 0) {
        await turn()
        continue
      }
      const at = next()
      if (pace && now + pace.stepMs < at) {
        await pace.wait()
        await leap(now + pace.stepMs)
        continue
      }
      const late = [...waiters].find(({ limit }) => at === Number.POSITIVE_INFINITY || limit < at)
      if (late) {
        waiters.delete(late)
        late.reject(
          new Error(
            at === Number.POSITIVE_INFINITY
              ? `Nothing is left that could happen, and this is waited for: ${late.what}.`
              : `Waited until ${new Date(late.limit).toISOString()} of virtual time in vain for ${late.what}.`,
          ),
        )
      } else await leap(at)
    }
    // Here, not in a later turn: whoever waits next must find out that nobody drives.
    running = false
  }

  const drive = (): void => {
    if (running) return
    running = true
    run().catch((error: unknown) => {
      running = false
      for (const waiter of waiters) waiter.reject(error as Error)
      waiters.clear()
    })
  }

  const until: VirtualTime['until'] = (what, isSo, limitMs = DAY_MS) =>
    new Promise((resolve, reject) => {
      waiters.add({ what, isSo, limit: now + limitMs, resolve, reject })
      drive()
    })

  const time: VirtualTime = {
    now: () => now,
    after: (ms, work) => {
      const timer = { at: now + Math.max(0, Math.ceil(ms)), work }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    serve: (server) => serve(server, servers),
    hold: () => {
      held += 1
      return () => void (held -= 1)
    },
    until,
    settled: () => until('everybody to be done', () => true),
    sleep: async (ms) => {
      let over = false
      time.after(ms, () => (over = true))
      await until(`${ms} ms to pass`, () => over)
    },
    pass: async (promise) => {
      let settled = false
      const mark = () => void (settled = true)
      promise.then(mark, mark)
      await until('a promise to settle', () => settled, Number.POSITIVE_INFINITY)
      return promise
    },
    attach: (child) => void members.push(join(child)),
  }
  return time
}

/** Whether nothing is on its way between the two ends of a connection. */
function agree(client: Side, server: Side): boolean {
  if (client.closed || server.closed) return hasNoticed(client) && hasNoticed(server)
  return (client.written === server.read || !server.reads) && (server.written === client.read || !client.reads)
}

const hasNoticed = ({ closed, sawEnd, reads }: Side): boolean => closed || sawEnd || !reads

function dueTimer(timers: ReadonlySet<Timer>, now: number): Timer | undefined {
  let soonest: Timer | undefined
  for (const timer of timers) if (timer.at <= now && (!soonest || timer.at < soonest.at)) soonest = timer
  return soonest
}

interface Handle {
  readonly bytesRead: number
  readonly bytesWritten: number
}

/** What Node keeps of a socket, which has no other door. */
type WithHandle = Socket & { _handle?: Handle | null }

/** Whether a socket reads. Below TLS, `reading` is an accessor that asks the socket above; TLS always reads. */
const takesIn = (handle: Handle | null | undefined): boolean =>
  !handle || Object.getOwnPropertyDescriptor(handle, 'reading')?.value !== false

function serve(server: Server, servers: Map<number, Map<number, () => Side>>): void {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('a server must listen on a port first')
  // One that listens on the port of an earlier one finds that one's connections still open.
  const connections = servers.get(address.port) ?? new Map<number, () => Side>()
  servers.set(address.port, connections)
  server.on('connection', (socket: WithHandle) => {
    const handle = socket._handle
    const from = socket.remotePort
    if (from === undefined || !handle) return
    connections.set(from, () => ({
      read: handle.bytesRead,
      written: handle.bytesWritten,
      closed: socket.destroyed,
      sawEnd: socket.readableEnded,
      reads: takesIn(handle),
    }))
  })
}

function connectionOf(socket: WithHandle): Connection {
  const { localPort = 0, remotePort = 0, readableEnded, destroyed } = socket
  return {
    local: localPort,
    remote: remotePort,
    read: socket._handle?.bytesRead ?? 0,
    written: socket._handle?.bytesWritten ?? 0,
    sawEnd: readableEnded,
    closed: destroyed,
    reads: takesIn(socket._handle),
  }
}

function join(child: ChildProcess): Member {
  let turns = 0
  let answered: (() => void) | undefined
  const member: Member = {
    child,
    report: undefined,
    over: false,
    expected: new Map(),
    tell: (time, run) =>
      new Promise((resolve) => {
        if (member.over) {
          resolve()
          return
        }
        answered = resolve
        turns += 1
        // A process that is ending no longer listens; its end is then what is waited for.
        if (child.connected) child.send({ turn: turns, time, run }, () => undefined)
      }),
  }
  child.on('message', (message) => {
    const { turn: number, state } = message as { turn: number; state: string }
    if (number !== turns) return
    member.report = JSON.parse(state) as Report
    answered?.()
  })
  const end = () => {
    member.over = true
    answered?.()
  }
  child.once('close', end)
  child.once('error', end)
  const kill = child.kill.bind(child)
  child.kill = (signal = 'SIGTERM') => {
    const name = String(signal)
    member.expected.set(name, (member.report?.signals[name] ?? 0) + 1)
    return kill(signal)
  }
  return member
}
