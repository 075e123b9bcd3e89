import type { Clock } from './clock.ts'

/** Runs `work` after `seconds` of simulated time, unless the simulator is closed first. */
export type Later = (seconds: number, work: () => void) => void

/** What is to happen later, and how to call all of it off. */
export function createDelays(clock: Clock): { later: Later; cancelAll: () => void } {
  const cancels = new Set<() => void>()
  return {
    later: (seconds, work) => {
      const cancel = clock.after(seconds * 1000, () => {
        cancels.delete(cancel)
        work()
      })
      cancels.add(cancel)
    },
    cancelAll: () => {
      for (const cancel of cancels) cancel()
      cancels.clear()
    },
  }
}
