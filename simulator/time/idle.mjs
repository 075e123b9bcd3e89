// Whether the process that is preloaded with virtual-clock.mjs has anything to do.
import { realSetImmediate, realSetTimeout } from './virtual-timers.mjs'

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

/** Answers with the state of the process once it is idle. `state` tells it as text, which changes whenever anything reaches the process. */
export function whenIdle(state, answer) {
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
