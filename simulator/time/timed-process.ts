// A process that lives in virtual time, with virtual-clock.mjs: what it says of itself, and what it must have noticed.
import type { ChildProcess } from 'node:child_process'
import type { Socket } from 'node:net'
import type { ClientEnd } from './connections.ts'

export interface TimedProcess {
  readonly name: string
  /** Whether the process and its streams have ended. */
  readonly isOver: () => boolean
  /** When its next timer is due; infinity where it has none. */
  readonly next: () => number
  /** Its ends of connections, as it told of them last. */
  readonly clients: () => readonly ClientEnd[]
  /** What it must notice yet, or this process of it, in words; undefined where that is nothing. */
  readonly underWay: () => string | undefined
  /** Says what time it is, has it run what is due where `run` is set, and resolves once the process is idle or over. */
  readonly tell: (time: number, run: boolean) => Promise<void>
}

/** What a process answers when it is idle. */
interface State {
  readonly next: number | null
  readonly connections: readonly (ClientEnd | { readonly connecting: true })[]
  readonly signals: Readonly<Record<string, number>>
  readonly stdout: number
  readonly stderr: number
}

/** The process, just started. From now on its `kill` is noted. */
export function timedProcess(child: ChildProcess): TimedProcess {
  const name = `process ${child.pid}`
  let state: State | undefined
  let over = false
  /** How often it must have taken each signal, the last ones sent included. */
  const expected = new Map<string, number>()
  let turns = 0
  let answered: (() => void) | undefined

  child.on('message', (message) => {
    const answer = message as { turn: number; state: string }
    if (answer.turn !== turns) return
    state = JSON.parse(answer.state) as State
    answered?.()
  })
  const end = (): void => {
    over = true
    answered?.()
  }
  child.once('close', end)
  child.once('error', end)
  const kill = child.kill.bind(child)
  child.kill = (signal = 'SIGTERM') => {
    expected.set(String(signal), (state?.signals[signal] ?? 0) + 1)
    return kill(signal)
  }

  return {
    name,
    isOver: () => over,
    next: () => state?.next ?? Number.POSITIVE_INFINITY,
    clients: () =>
      (state?.connections ?? []).filter((connection): connection is ClientEnd => !('connecting' in connection)),
    underWay: () => {
      if (!state) return `the start of ${name}`
      const { signals, connections, stdout, stderr } = state
      const untaken = [...expected].find(([signal, count]) => (signals[signal] ?? 0) < count)
      if (untaken) return `${untaken[0]} for ${name}`
      if (stdout !== (child.stdout as Socket).bytesRead) return `output of ${name}`
      if (stderr !== (child.stderr as Socket).bytesRead) return `error output of ${name}`
      return connections.some((connection) => 'connecting' in connection)
        ? `a connection from ${name} that is being made`
        : undefined
    },
    tell: (time, run) =>
      new Promise((resolve) => {
        if (over) {
          resolve()
          return
        }
        answered = resolve
        turns += 1
        // A process that is ending no longer listens; its end is then what is waited for.
        if (child.connected) child.send({ turn: turns, time, run }, () => undefined)
      }),
  }
}
