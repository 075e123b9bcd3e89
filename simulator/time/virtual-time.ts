// Virtual time, shared by this process and those that it starts with virtual-clock.mjs. It stands still until everybody is done: every process is
// idle, every byte that one side of a connection wrote was read by the other, every signal was taken, every process that is to end has ended. Only
// then does it leap, to the next moment at which a timer is due. So nothing that happens can depend on how busy the machine is.
//
// It moves only while somebody waits for it (`until`, `sleep`, `pass`): what a test does between two waits happens in one moment.
import type { ChildProcess } from 'node:child_process'
// Not the global ones, which a test may have made virtual.
import { setImmediate, setTimeout } from 'node:timers'
import type { Clock } from './clock.ts'
import { createConnections } from './connections.ts'
import { timedProcess } from './timed-process.ts'
import type { TimedProcess } from './timed-process.ts'

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
  const processes: TimedProcess[] = []
  const connections = createConnections()
  let held = 0
  let running = false

  const living = (): TimedProcess[] => processes.filter(({ isOver }) => !isOver())

  /** What is under way, in words; undefined where everything is still. */
  const underWay = (): string | undefined => {
    if (held > 0) return 'a request that is being handled'
    for (const one of living()) {
      const what = one.underWay()
      if (what !== undefined) return what
    }
    return connections.underWay(new Map(living().map(({ name, clients }) => [name, clients()])))
  }

  const tellAll = (except?: TimedProcess): Promise<unknown> =>
    Promise.all(living().flatMap((one) => (one === except ? [] : [one.tell(now, false)])))

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
        const seen = connections.seen()
        await turn()
        if (underWay() === undefined && connections.seen() === seen) return
        continue
      }
      await tellAll()
      same = what === before ? same + 1 : 0
      before = what
      if (same > STUCK_ROUNDS) throw new Error(`Time stands still for ever because of ${what}.`)
      if (round > PATIENT_ROUND) await new Promise((done) => setTimeout(done, ROUND_MS))
    }
  }

  const next = (): number => Math.min(...[...timers].map(({ at }) => at), ...living().map((one) => one.next()))

  /** Moves time to `at` and lets everybody do what is due then, one after the other. */
  const leap = async (at: number): Promise<void> => {
    now = at
    const due = living().filter((one) => one.next() <= now)
    await tellAll(due[0])
    for (const one of due) {
      await one.tell(now, true)
      await settle()
    }
    for (let timer = dueTimer(timers, now); timer; timer = dueTimer(timers, now)) {
      timers.delete(timer)
      timer.work()
      await settle()
    }
  }

  /** Ends a wait that nothing can fulfil any more, or that has lasted too long by `at`; false where there is none. */
  const giveUp = (at: number): boolean => {
    const late = [...waiters].find(({ limit }) => at === Number.POSITIVE_INFINITY || limit < at)
    if (!late) return false
    waiters.delete(late)
    const { what, limit } = late
    late.reject(
      new Error(
        at === Number.POSITIVE_INFINITY
          ? `Nothing is left that could happen, and this is waited for: ${what}.`
          : `Waited until ${new Date(limit).toISOString()} of virtual time in vain for ${what}.`,
      ),
    )
    return true
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
      if (giveUp(at)) continue
      if (pace && now + pace.stepMs < at) {
        await pace.wait()
        await leap(now + pace.stepMs)
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
    serve: connections.serve,
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
    attach: (child) => void processes.push(timedProcess(child)),
  }
  return time
}

function dueTimer(timers: ReadonlySet<Timer>, now: number): Timer | undefined {
  let soonest: Timer | undefined
  for (const timer of timers) if (timer.at <= now && (!soonest || timer.at < soonest.at)) soonest = timer
  return soonest
}
