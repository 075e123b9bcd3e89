// Timers in virtual time, of a process that is preloaded with virtual-clock.mjs.
import timers from 'node:timers'
import timersPromises from 'node:timers/promises'
import { promisify } from 'node:util'

export const { setImmediate: realSetImmediate, setTimeout: realSetTimeout } = timers

/** The virtual time, in ms since 1970. */
export let now = 0
/** Moves time; whoever does lets run what is due. */
export const moveTo = (time) => {
  now = time
}

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

/** Whether a timer has yet to run, or to run again. */
export const isPending = ({ id }) => pending.has(id)

/** The channel keeps the process alive exactly as long as a timer would. */
export function stayAlive() {
  const wanted = [...pending.values()].some((timer) => timer.referenced)
  if (wanted) process.channel?.ref()
  else process.channel?.unref()
}

/** The timer that is due next; undefined where there is none. */
export const first = () =>
  [...pending.values()].reduce(
    (soonest, timer) =>
      !soonest || timer.at < soonest.at || (timer.at === soonest.at && timer.order < soonest.order) ? timer : soonest,
    undefined,
  )

/** Runs what is due, each timer in a turn of its own, as Node does. */
export function runDue(done) {
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

export const virtualSetTimeout = (callback, delay, ...args) => new VirtualTimeout(callback, delay, args, false)
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
