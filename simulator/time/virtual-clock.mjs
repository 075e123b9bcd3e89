// Preload (`node --import`) that makes a process live in virtual time: its clock stands still until virtual-time.ts, in the process that started
// it, says over the IPC channel what time it is. After each such message the process answers once it is idle: nothing runs, no file and no name is
// being looked up, and every timer that was due has run. The answer says when its next timer is due, and how many bytes each of its connections and
// streams has carried, so that the other side can tell whether anything is still on its way.
//
// Covered: Date, performance.now, process.hrtime and uptime, setTimeout and setInterval (global, node:timers, node:timers/promises and promisified),
// scheduler.wait, AbortSignal.timeout, the idle timeouts of sockets and therefore of HTTP requests. Math.random is drawn from a seed.
// Not covered: performance.timeOrigin, time stamps of files, worker threads, thread-pool work without a request (zlib and crypto with callbacks).
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'
import timers from 'node:timers'
import timersPromises from 'node:timers/promises'
import { promisify } from 'node:util'

// `from`: the virtual time at the start. `ahead`: by how much this process's clock is wrong. Both in ms. `seed`: of Math.random.
const { from, ahead = 0, seed = 1 } = JSON.parse(process.env.SIMULATOR_CLOCK ?? 'null') ?? {}
if (!Number.isFinite(from) || !process.send)
  throw new Error('virtual-clock.mjs needs SIMULATOR_CLOCK and an IPC channel')
delete process.env.SIMULATOR_CLOCK

let now = from
const { setImmediate: realSetImmediate, setTimeout: realSetTimeout } = timers

// --- Dates and clocks

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

// --- Timers

const LONGEST_MS = 2 ** 31 - 1
const pending = new Map()
let created = 0

class VirtualTimeout {
  constructor(callback, delay, args, repeats) {
    if (typeof callback !== 'function') throw new TypeError('The "callback" argument must be of type function')
    const ms = Number(delay)
    this.id = ++created
    // Bounds and rounding are Node's own.
    this.ms = ms >= 1 && ms <= LONGEST_MS ? Math.trunc(ms) : 1
    this.call = () => callback.apply(this, args)
    this.repeats = repeats
    this.referenced = true
    this.refresh()
  }
  refresh() {
    this.order = ++created
    this.at = now + this.ms
    pending.set(this.id, this)
    stayAlive()
    return this
  }
  ref() {
    this.referenced = true
    stayAlive()
    return this
  }
  unref() {
    this.referenced = false
    stayAlive()
    return this
  }
  hasRef() {
    return this.referenced
  }
  close() {
    pending.delete(this.id)
    stayAlive()
    return this
  }
  [Symbol.toPrimitive]() {
    return this.id
  }
  [Symbol.dispose]() {
    this.close()
  }
}

/** The channel keeps the process alive exactly as long as a timer would. */
function stayAlive() {
  const wanted = [...pending.values()].some((timer) => timer.referenced)
  if (wanted) process.channel?.ref()
  else process.channel?.unref()
}

const first = () =>
  [...pending.values()].reduce(
    (soonest, timer) =>
      !soonest || timer.at < soonest.at || (timer.at === soonest.at && timer.order < soonest.order) ? timer : soonest,
    undefined,
  )

/** Runs what is due, each timer in a turn of its own, as Node does. */
function runDue(done) {
  const timer = first()
  if (!timer || timer.at > now) {
    done()
    return
  }
  // The turn is taken first, so that what a callback throws ends the process and nothing else.
  realSetImmediate(() => runDue(done))
  if (timer.repeats) timer.refresh()
  else timer.close()
  timer.call()
}

const virtualSetTimeout = (callback, delay, ...args) => new VirtualTimeout(callback, delay, args, false)
const virtualSetInterval = (callback, delay, ...args) => new VirtualTimeout(callback, delay, args, true)
const virtualClear = (timer) => {
  if (timer instanceof VirtualTimeout) timer.close()
  else if (timer !== null && timer !== undefined) pending.get(Number(timer))?.close()
}
const aborted = (signal) => Object.assign(new Error('The operation was aborted', { cause: signal.reason }), { name: 'AbortError', code: 'ABORT_ERR' }) // prettier-ignore
const wait = (delay, value, { signal, ref = true } = {}) =>
  new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(aborted(signal))
      return
    }
    const timer = virtualSetTimeout(() => {
      signal?.removeEventListener('abort', stop)
      resolve(value)
    }, delay)
    const stop = () => {
      timer.close()
      reject(aborted(signal))
    }
    if (!ref) timer.unref()
    signal?.addEventListener('abort', stop, { once: true })
  })
timersPromises.setTimeout = wait
timersPromises.setInterval = async function* ticks(delay, value, options) {
  for (;;) yield await wait(delay, value, options)
}
timersPromises.scheduler.wait = (delay, options) => wait(delay, undefined, options)
Object.defineProperty(virtualSetTimeout, promisify.custom, { value: wait })
globalThis.setTimeout = timers.setTimeout = virtualSetTimeout
globalThis.setInterval = timers.setInterval = virtualSetInterval
globalThis.clearTimeout = timers.clearTimeout = virtualClear
globalThis.clearInterval = timers.clearInterval = virtualClear

AbortSignal.timeout = (delay) => {
  const controller = new AbortController()
  const reason = new DOMException('The operation was aborted due to timeout', 'TimeoutError')
  virtualSetTimeout(() => controller.abort(reason), delay).unref()
  return controller.signal
}

// --- Sockets: idle timeouts, and what each has carried

const { Socket } = net
const idleTimers = new WeakMap()
Socket.prototype.setTimeout = function setSocketTimeout(delay, callback) {
  if (this.destroyed) return this
  this.timeout = delay
  idleTimers.get(this)?.close()
  idleTimers.delete(this)
  if (delay > 0) {
    const timer = virtualSetTimeout(() => this._onTimeout(), delay).unref()
    idleTimers.set(this, timer)
    if (callback) this.once('timeout', callback)
  } else if (callback) this.removeListener('timeout', callback)
  return this
}
// Node calls it with all that a socket reads and writes.
Socket.prototype._unrefTimer = function refreshIdleTimers() {
  for (let socket = this; socket; socket = socket._parent) {
    const timer = idleTimers.get(socket)
    if (timer && pending.has(timer.id)) timer.refresh()
  }
}
// Between the addresses of a name, Node waits in real time.
net.setDefaultAutoSelectFamilyAttemptTimeout(60_000)

const realDestroy = Socket.prototype._destroy
Socket.prototype._destroy = function destroy(...args) {
  idleTimers.get(this)?.close()
  return realDestroy.apply(this, args)
}

const sockets = new Set()
const ports = new WeakMap()
const realConnect = Socket.prototype.connect
Socket.prototype.connect = function connect(...args) {
  sockets.add(this)
  this.once('connect', () => {
    ports.set(this, { local: this.localPort, remote: this.remotePort })
  })
  this.once('close', () => sockets.delete(this))
  return realConnect.apply(this, args)
}

/** What both ends of a connection must agree on before it is still: of TLS, the bytes that go over the wire. */
function connectionOf(socket) {
  const own = ports.get(socket)
  if (!own) return socket.destroyed ? [] : [{ connecting: true }]
  const handle = socket._handle?._parent ?? socket._handle
  const { destroyed: closed } = socket
  const read = handle?.bytesRead ?? 0
  const written = handle?.bytesWritten ?? 0
  // Of TLS, `reading` is an accessor; TLS always reads.
  const reads = !handle || Object.getOwnPropertyDescriptor(handle, 'reading')?.value !== false
  return [{ ...own, read, written, closed, sawEnd: closed || socket.readableEnded, reads }]
}

// --- Signals that a handler took

const signals = {}
const realEmit = process.emit
process.emit = function emit(name, ...args) {
  if (typeof name === 'string' && name.startsWith('SIG')) signals[name] = (signals[name] ?? 0) + 1
  return realEmit.call(this, name, ...args)
}

// --- Idle

// Promises of V8's own threads, which no list of requests knows.
let compiling = 0
for (const name of ['compile', 'instantiate']) {
  const real = WebAssembly[name]
  WebAssembly[name] = (...args) => {
    compiling += 1
    return real.apply(WebAssembly, args).finally(() => (compiling -= 1))
  }
}

// A turn of the event loop that keeps nobody alive: a process with nothing left to do ends, and never takes it. An unreferenced immediate alone would
// wait for the next event, and a message alone could be delivered in the same turn; a message wakes the loop, and the immediate ends the turn.
const waking = new MessageChannel()
const taken = []
waking.port2.on('message', () => realSetImmediate(taken.shift()).unref())
waking.port2.unref()
const nextTurn = (work) => {
  taken.push(work)
  waking.port1.postMessage(null)
}

// A write or a shutdown that waits for the other side is no work of this process: what it has sent is counted there.
const isWork = (resource) => /^(FSReq|GetAddrInfoReq|GetNameInfoReq|QueryReq|TCPConnect|PipeConnect|FileHandleClose|CloseReq|Immediate)/.test(resource) // prettier-ignore
/**
 * A process is idle when in so many turns one after the other it has nothing to do, and nothing reaches it. One that has come to its end takes no
 * second turn.
 */
const QUIET_TURNS = 3
/** After so many turns of work, ms of real time between two. */
const PATIENT_TURN = 50
const TURN_MS = 1

const state = () =>
  JSON.stringify({
    next: first()?.at ?? null,
    connections: [...sockets].flatMap(connectionOf),
    signals,
    stdout: process.stdout.bytesWritten,
    stderr: process.stderr.bytesWritten,
  })

/** Answers with the state of the process once it is idle. */
function whenIdle(answer) {
  let turns = 0
  let quiet = 0
  let before
  const look = () => {
    const found = state()
    const works = compiling > 0 || process.getActiveResourcesInfo().some(isWork)
    quiet = works ? 0 : found === before ? quiet + 1 : 1
    before = found
    if (quiet === QUIET_TURNS) answer(found)
    else if (quiet > 0 || ++turns < PATIENT_TURN) nextTurn(look)
    else realSetTimeout(() => nextTurn(look), TURN_MS).unref()
  }
  nextTurn(look)
}

process.on('message', ({ turn, time, run }) => {
  now = time
  const answer = () => whenIdle((text) => process.send({ turn, state: text }, undefined, undefined, () => {}))
  if (run) runDue(answer)
  else answer()
})
// Whoever keeps the time is gone: no timer would ever run again.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))
stayAlive()

syncBuiltinESMExports()
