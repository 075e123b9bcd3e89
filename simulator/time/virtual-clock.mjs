// Preload (`node --import`) that makes a process live in virtual time: its clock stands still until virtual-time.ts, in the process that started
// it, says over the IPC channel what time it is. After each such message the process answers once it is idle: nothing runs, no file and no name is
// being looked up, and every timer that was due has run. The answer says when its next timer is due, and how many bytes each of its connections and
// streams has carried, so that the other side can tell whether anything is still on its way.
//
// Covered: Date, performance.now, process.hrtime and uptime, setTimeout and setInterval (global, node:timers, node:timers/promises and promisified),
// scheduler.wait, AbortSignal.timeout, the idle timeouts of sockets and therefore of HTTP requests. Math.random is drawn from a seed.
// Not covered: performance.timeOrigin, time stamps of files, worker threads, thread-pool work without a request (zlib and crypto with callbacks).
import { syncBuiltinESMExports } from 'node:module'
import { connections } from './client-sockets.mjs'
import { whenIdle } from './idle.mjs'
import { first, moveTo, now, runDue, stayAlive } from './virtual-timers.mjs'

// `from`: the virtual time at the start. `ahead`: by how much this process's clock is wrong. Both in ms. `seed`: of Math.random.
const { from, ahead = 0, seed = 1 } = JSON.parse(process.env.SIMULATOR_CLOCK ?? 'null') ?? {}
if (!Number.isFinite(from) || !process.send)
  throw new Error('virtual-clock.mjs needs SIMULATOR_CLOCK and an IPC channel')
delete process.env.SIMULATOR_CLOCK
moveTo(from)

const RealDate = Date
const wallClock = () => now + ahead
const VirtualDate = new Proxy(RealDate, {
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length === 0 ? [wallClock()] : args, newTarget),
  apply: () => new RealDate(wallClock()).toString(),
})
RealDate.now = wallClock
RealDate.prototype.constructor = VirtualDate
globalThis.Date = VirtualDate

const nanoseconds = () => BigInt(now - from) * 1_000_000n
const hrtime = (since) => {
  const passed = nanoseconds() - (since ? BigInt(since[0]) * 1_000_000_000n + BigInt(since[1]) : 0n)
  return [Number(passed / 1_000_000_000n), Number(passed % 1_000_000_000n)]
}
performance.now = () => now - from
process.hrtime = Object.assign(hrtime, { bigint: nanoseconds })
process.uptime = () => (now - from) / 1000

// Mulberry32, so that a step with the same seed does the same at the same times.
let drawn = seed >>> 0
Math.random = () => {
  drawn = (drawn + 0x6d2b79f5) >>> 0
  let mixed = Math.imul(drawn ^ (drawn >>> 15), drawn | 1)
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
}

// Signals that a handler took.
const signals = {}
const realEmit = process.emit
process.emit = function emit(name, ...args) {
  if (typeof name === 'string' && name.startsWith('SIG')) signals[name] = (signals[name] ?? 0) + 1
  return realEmit.call(this, name, ...args)
}

const state = () =>
  JSON.stringify({
    next: first()?.at ?? null,
    connections: connections(),
    signals,
    stdout: process.stdout.bytesWritten,
    stderr: process.stderr.bytesWritten,
  })

process.on('message', ({ turn, time, run }) => {
  moveTo(time)
  const answer = () => whenIdle(state, (text) => process.send({ turn, state: text }, undefined, undefined, () => {}))
  if (run) runDue(answer)
  else answer()
})
// Whoever keeps the time is gone: no timer would ever run again.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))
stayAlive()

syncBuiltinESMExports()
