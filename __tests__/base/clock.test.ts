import { afterEach, expect, test } from '@jest/globals'
import { systemClock } from '../../src/base/clock.ts'

const { now } = Date
afterEach(() => {
  Date.now = now
})

test('the time is the machine’s', () => {
  expect(Math.abs(systemClock.now() - Date.now())).toBeLessThan(60_000)
})

test.each([2, -1])('a machine’s clock that is set anew by %i h in the meantime changes nothing', (hours) => {
  const before = systemClock.now()
  Date.now = () => now() + hours * 3_600_000
  expect(systemClock.now() - before).toBeGreaterThanOrEqual(0)
  expect(systemClock.now() - before).toBeLessThan(60_000)
})

test('a sleep ends at once where its signal aborts', async () => {
  const controller = new AbortController()
  const sleep = systemClock.sleep(3_600_000, controller.signal)
  controller.abort()
  await expect(sleep).resolves.toBeUndefined()
  await expect(systemClock.sleep(3_600_000, controller.signal)).resolves.toBeUndefined()
})
