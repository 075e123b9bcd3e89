import { describe, expect, test } from '@jest/globals'
import { openDeadline, unlessAborted } from '../../src/base/deadline.ts'
import { NOON, rejection, timeline } from '../fake-api.ts'

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** A clock whose sleeps end when they are told to. */
function handClock() {
  const sleeps: { ms: number; wake: () => void; signal: AbortSignal | undefined }[] = []
  return {
    sleeps,
    now: () => NOON,
    sleep: (ms: number, signal?: AbortSignal) =>
      new Promise<void>((wake) => {
        sleeps.push({ ms, wake, signal })
        signal?.addEventListener('abort', () => wake())
      }),
  }
}

describe('a deadline', () => {
  test('aborts when its time is over', async () => {
    const clock = handClock()
    const { signal, expireIn } = openDeadline(clock)
    expireIn(300)
    await settled()
    expect([clock.sleeps[0]?.ms, signal.aborted]).toEqual([300, false])
    clock.sleeps[0]?.wake()
    await settled()
    expect(signal.aborted).toBe(true)
  })

  test('of several times aborts at the first', async () => {
    const clock = handClock()
    const { signal, expireIn } = openDeadline(clock)
    for (const ms of [300, 100]) expireIn(ms)
    clock.sleeps[1]?.wake()
    await settled()
    expect(signal.aborted).toBe(true)
  })

  test('that is cleared does not abort, and nothing sleeps for it any more', async () => {
    const clock = handClock()
    const { signal, expireIn, expireAfter, clear } = openDeadline(clock)
    const other = new AbortController()
    expireIn(300)
    expireAfter(other.signal, () => 100)
    clear()
    other.abort()
    await settled()
    expect([signal.aborted, clock.sleeps.length, clock.sleeps[0]?.signal?.aborted]).toEqual([false, 1, true])
  })

  test.each([
    ['some time after another signal', false],
    ['some time after one that has aborted already', true],
  ])('aborts %s', async (_, before) => {
    const other = new AbortController()
    if (before) other.abort()
    const clock = handClock()
    const { signal, expireAfter } = openDeadline(clock)
    expireAfter(other.signal, () => 3_000)
    expect(clock.sleeps).toHaveLength(before ? 1 : 0)
    other.abort()
    expect([clock.sleeps.map(({ ms }) => ms), signal.aborted]).toEqual([[3_000], false])
    clock.sleeps[0]?.wake()
    await settled()
    expect(signal.aborted).toBe(true)
  })
})

describe('work that is raced against a signal', () => {
  const late = (): Error => new Error('late')
  const never = new Promise<never>(() => undefined)

  test('comes to what it comes to', async () => {
    const { signal } = new AbortController()
    const work = async () => {
      await settled()
      return 7
    }
    expect(await unlessAborted(work(), signal, late)).toBe(7)
    expect(await rejection(unlessAborted(Promise.reject(new Error('broken')), signal, late))).toEqual(
      new Error('broken'),
    )
  })

  test('is given up when the signal aborts, also where it had before', async () => {
    const deadline = openDeadline(timeline(NOON))
    deadline.expireIn(50)
    expect(await rejection(unlessAborted(never, deadline.signal, late))).toEqual(new Error('late'))
    expect(await rejection(unlessAborted(never, AbortSignal.abort(), late))).toEqual(new Error('late'))
  })
})
