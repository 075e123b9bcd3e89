import type { Clock } from './clock.ts'

/** Runs `work` after `seconds` of simulated time, unless the simulator is closed first. */
export type Later = (seconds: number, work: () => void) => void

/** What is to happen later, and how to call all of it off. */
export function createDelays(clock: Clock): { later: Later; cancelAll: () => void } {
  const timers = new Set<NodeJS.Timeout>()
  return {
    later: (seconds, work) => {
      const timer = setTimeout(() => {
        timers.delete(timer)
        work()
      }, clock.realMs(seconds))
      timers.add(timer)
    },
    cancelAll: () => {
      for (const timer of timers) clearTimeout(timer)
      timers.clear()
    },
  }
}
