// Time that passes only when everything waits: timers fire in order, as fast as the machine can.
import type { Clock } from '../src/base/clock.ts'

interface Timer {
  at: number
  order: number
  run: () => void
}

/** Makes the process's timers virtual until `work` is done. Virtual time begins at 0. */
export async function inVirtualTime<T>(work: (clock: Clock) => Promise<T>): Promise<T> {
  const real = { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout }
  const queue = createQueue()
  let now = 0
  let order = 0
  const timers = new Map<number, Timer>()
  const set = (run: () => void, ms = 0): number => {
    const timer = { at: now + Math.max(0, ms), order: order++, run }
    timers.set(timer.order, timer)
    queue.push(timer)
    return timer.order
  }
  const clear = (id: number | undefined): void => void (id !== undefined && timers.delete(id))
  Object.assign(globalThis, { setTimeout: set, clearTimeout: clear })
  const clock: Clock = {
    now: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        const id = set(resolve, ms)
        signal?.addEventListener(
          'abort',
          () => {
            clear(id)
            resolve()
          },
          { once: true },
        )
      }),
  }
  try {
    let done = false
    const result = work(clock).finally(() => {
      done = true
    })
    result.catch(() => undefined)
    for (;;) {
      // Everything that can go on without time passing does so first.
      await new Promise((resolve) => setImmediate(resolve))
      if (done) break
      const next = queue.pop()
      if (!next) throw new Error('everything waits, and no timer is set')
      if (!timers.delete(next.order)) continue
      now = next.at
      next.run()
      // Timers of the same moment need no round of their own.
      for (let same = queue.peek(); same?.at === now; same = queue.peek()) {
        queue.pop()
        if (timers.delete(same.order)) same.run()
      }
    }
    return await result
  } finally {
    Object.assign(globalThis, real)
  }
}

/** A heap of timers, soonest first. */
function createQueue(): { push: (timer: Timer) => void; pop: () => Timer | undefined; peek: () => Timer | undefined } {
  const heap: Timer[] = []
  const before = (a: Timer, b: Timer): boolean => a.at < b.at || (a.at === b.at && a.order < b.order)
  const swap = (i: number, j: number): void => {
    const held = heap[i] as Timer
    heap[i] = heap[j] as Timer
    heap[j] = held
  }
  return {
    peek: () => heap[0],
    push: (timer) => {
      heap.push(timer)
      for (let i = heap.length - 1; i > 0;) {
        const parent = (i - 1) >> 1
        if (!before(heap[i] as Timer, heap[parent] as Timer)) break
        swap(i, parent)
        i = parent
      }
    },
    pop: () => {
      const top = heap[0]
      const last = heap.pop()
      if (heap.length > 0 && last) {
        heap[0] = last
        for (let i = 0; ;) {
          const [l, r] = [2 * i + 1, 2 * i + 2]
          let least = i
          if (l < heap.length && before(heap[l] as Timer, heap[least] as Timer)) least = l
          if (r < heap.length && before(heap[r] as Timer, heap[least] as Timer)) least = r
          if (least === i) break
          swap(i, least)
          i = least
        }
      }
      return top
    },
  }
}
