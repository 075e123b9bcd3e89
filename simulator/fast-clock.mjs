// Preload (`node --import`) that makes a process live in simulated time without knowing: the same time as clock.ts,
// from SIMULATOR_SPEED and SIMULATOR_EPOCH.
//
// Covered: Date, performance.now, setTimeout and setInterval (global, node:timers, node:timers/promises and promisified),
// scheduler.wait, AbortSignal.timeout, the idle timeouts of sockets and therefore of HTTP requests.
// Not covered: process.hrtime, performance.timeOrigin, time stamps of files, worker threads.
import { syncBuiltinESMExports } from 'node:module'
import { Socket } from 'node:net'
import timers from 'node:timers'
import timersPromises from 'node:timers/promises'
import { promisify } from 'node:util'

const speed = Number(process.env.SIMULATOR_SPEED ?? 1)
const epoch = Number(process.env.SIMULATOR_EPOCH ?? Date.now())
if (!(speed > 0) || !Number.isFinite(epoch)) throw new Error('SIMULATOR_SPEED and SIMULATOR_EPOCH must be numbers')

const RealDate = Date
const realDateNow = Date.now
const simulatedNow = () => Math.round(epoch + (realDateNow() - epoch) * speed)
// Up, so that no timer is early by more than Node's own resolution; anything but a positive number stays as it is.
const shorter = (delay) => (delay > 0 && Number.isFinite(Number(delay)) ? Math.ceil(delay / speed) : delay)

const FastDate = new Proxy(RealDate, {
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length === 0 ? [simulatedNow()] : args, newTarget),
  apply: () => new RealDate(simulatedNow()).toString(),
})
RealDate.now = simulatedNow
RealDate.prototype.constructor = FastDate
globalThis.Date = FastDate

const realPerformanceNow = performance.now.bind(performance)
performance.now = () => realPerformanceNow() * speed

const { setTimeout: realSetTimeout, setInterval: realSetInterval } = timers
const promises = { setTimeout: timersPromises.setTimeout, setInterval: timersPromises.setInterval }
const realWait = timersPromises.scheduler.wait.bind(timersPromises.scheduler)

// The real timer object is handed back, so ref, unref, hasRef, refresh and clearTimeout go on working.
const fastSetTimeout = (callback, delay, ...args) => realSetTimeout(callback, shorter(delay), ...args)
const fastSetInterval = (callback, delay, ...args) => realSetInterval(callback, shorter(delay), ...args)
timersPromises.setTimeout = (delay, ...rest) => promises.setTimeout(shorter(delay), ...rest)
timersPromises.setInterval = (delay, ...rest) => promises.setInterval(shorter(delay), ...rest)
timersPromises.scheduler.wait = (delay, ...rest) => realWait(shorter(delay), ...rest)
Object.defineProperty(fastSetTimeout, promisify.custom, { value: timersPromises.setTimeout })
globalThis.setTimeout = timers.setTimeout = fastSetTimeout
globalThis.setInterval = timers.setInterval = fastSetInterval

const realAbortTimeout = AbortSignal.timeout.bind(AbortSignal)
AbortSignal.timeout = (delay) => realAbortTimeout(shorter(delay))

const realSocketTimeout = Socket.prototype.setTimeout
Socket.prototype.setTimeout = function setSocketTimeout(delay, callback) {
  return realSocketTimeout.call(this, shorter(delay), callback)
}

syncBuiltinESMExports()
