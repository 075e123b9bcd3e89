// What lets code of this process live in virtual time.
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { VirtualTime } from '../simulator/time/virtual-time.ts'

/**
 * Gives this test file, and the libraries that it has loaded, the timers and the date of virtual time, which waits while WebAssembly is compiled.
 * Answers how to take all that away again.
 */
export function installTimers(time: VirtualTime): () => void {
  const { compile, instantiate } = WASM
  const passed = passedIn(time)
  const replaced = [
    [globalThis, timersIn(time)],
    [Date, { now: time.now }],
    [performance, { now: passed }],
    [process, { uptime: () => passed() / 1_000 }],
    [WASM, { compile: held(time, compile), instantiate: held(time, instantiate) }],
  ] as const
  const restored = replaced.map(([target, changes]) => {
    const before = Object.fromEntries(Object.keys(changes).map((name) => [name, Reflect.get(target, name)]))
    Object.assign(target, changes)
    return () => Object.assign(target, before)
  })
  return () => {
    for (const restore of restored) restore()
  }
}

type Work = (...args: unknown[]) => Promise<unknown>

const { WebAssembly: WASM } = globalThis as unknown as { WebAssembly: { compile: Work; instantiate: Work } }

/** Such work is done by threads that virtual time does not see. */
function held(time: VirtualTime, work: Work): Work {
  return (...args) => work(...args).finally(time.hold())
}

/** Milliseconds of virtual time, counted from when this process really began, as Date is. */
function passedIn(time: VirtualTime): () => number {
  const began = Math.round(Date.now() - performance.now())
  return () => time.now() - began
}

function timersIn(time: VirtualTime) {
  const { clearTimeout: clearReal } = globalThis
  const closers = new WeakMap<object, () => void>()
  const create =
    (repeats: boolean) =>
    (work: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) => {
      let cancel: () => void
      const run = (): void => {
        if (repeats) start()
        work(...args)
      }
      // Node makes at least 1 ms of it. No time at all keeps times round for those who compare them.
      const start = (): void => void (cancel = time.after(ms, run))
      const timer = {
        ref: () => timer,
        unref: () => timer,
        hasRef: () => false,
        refresh: () => {
          cancel()
          start()
          return timer
        },
      }
      closers.set(timer, () => cancel())
      start()
      return timer
    }
  // Some were made before, and are real.
  const clear = (timer?: NodeJS.Timeout): void => {
    const close = timer && closers.get(timer)
    if (close) close()
    else clearReal(timer)
  }
  return { setTimeout: create(false), setInterval: create(true), clearTimeout: clear, clearInterval: clear }
}

/** Lets a library load what it loads at its first request, by one to `url`: that takes real time, for which virtual time would not wait. */
export async function warmUp(ask: (url: string) => Promise<unknown>): Promise<void> {
  const server = createServer((_, response) => response.end()).listen(0, '127.0.0.1')
  await once(server, 'listening')
  await ask(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  server.closeAllConnections()
  server.close()
  await once(server, 'close')
}
