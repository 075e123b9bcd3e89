// Sockets in virtual time, of a process that is preloaded with virtual-clock.mjs: their idle timeouts, and what each has carried.
import net from 'node:net'
import { isPending, virtualSetTimeout } from './virtual-timers.mjs'

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
    if (timer && isPending(timer)) timer.refresh()
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

/** What this process knows of each of its connections. */
export const connections = () => [...sockets].flatMap(connectionOf)

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
