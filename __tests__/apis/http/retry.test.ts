import { describe, expect, test } from '@jest/globals'
import { Failure, type FailureKind } from '../../../src/base/failure.ts'
import { optional } from '../../../src/base/fields.ts'
import {
  OF_READS,
  OUTAGE_PATIENCE_MS,
  PASSING,
  REFUSAL_PATIENCE_MS,
  type RetryNotice,
  type Scope,
  WITHOUT_EFFECT,
  persist,
} from '../../../src/apis/http/retry.ts'
import { virtualClock } from '../../virtual-clock.ts'

const REFUSALS = OF_READS.filter((kind) => !PASSING.includes(kind))
const NEVER: Scope = { deadline: Number.POSITIVE_INFINITY }

/** Attempts that fail until a point of virtual time. */
function failingUntil(ms: number, kind: FailureKind, retryAfterMs?: number) {
  const clock = virtualClock()
  const at: number[] = []
  const attempt = (): Promise<string> => {
    at.push(clock.now())
    return clock.now() < ms
      ? Promise.reject(new Failure(kind, 'no', retryAfterMs === undefined ? {} : { retryAfterMs }))
      : Promise.resolve('yes')
  }
  return { clock, at, attempt }
}

test.each(PASSING.filter((kind) => kind !== 'misshapen'))('an outage of five minutes (%s) is sat out', async (kind) => {
  const { clock, at, attempt } = failingUntil(OUTAGE_PATIENCE_MS - 1, kind)
  await expect(persist(attempt, PASSING, NEVER, { clock, random: Math.random })).resolves.toBe('yes')
  expect(at.length).toBeLessThan(60)
})

test('a longer outage ends with the last failure', async () => {
  const { clock, attempt } = failingUntil(Number.POSITIVE_INFINITY, 'server')
  await expect(persist(attempt, PASSING, NEVER, { clock, random: Math.random })).rejects.toMatchObject({
    kind: 'server',
  })
  expect(clock.now()).toBeGreaterThanOrEqual(OUTAGE_PATIENCE_MS)
  expect(clock.now()).toBeLessThan(OUTAGE_PATIENCE_MS + 30_000)
})

test.each(['input', 'aborted', 'incomplete', 'run-lost'] as const)('%s is not tried again', async (kind) => {
  const { clock, at, attempt } = failingUntil(10, kind)
  await expect(persist(attempt, OF_READS, NEVER, { clock, random: Math.random })).rejects.toMatchObject({ kind })
  expect(at).toEqual([0])
})

describe.each(REFUSALS)('a refusal (%s)', (kind) => {
  test.each([0, 0.5, 0.999])('of a moment is sat out (draws of %d)', async (draw) => {
    const { clock, attempt } = failingUntil(REFUSAL_PATIENCE_MS - 1, kind)
    await expect(persist(attempt, OF_READS, NEVER, { clock, random: () => draw })).resolves.toBe('yes')
  })

  test.each([0, 0.5, 0.999])('that stands is believed, after few tries (draws of %d)', async (draw) => {
    const { clock, at, attempt } = failingUntil(Number.POSITIVE_INFINITY, kind)
    await expect(persist(attempt, OF_READS, NEVER, { clock, random: () => draw })).rejects.toMatchObject({ kind })
    expect(at.at(-1)).toBe(REFUSAL_PATIENCE_MS)
    expect(at.length).toBeLessThan(9)
  })

  test('is believed at once of what is only assumed to exist, unless it is of the key, and by a write', async () => {
    for (const [kinds, scope] of [[OF_READS, { ...NEVER, refusalMs: 0 }], [PASSING, NEVER]] as const) {
      if (kinds === OF_READS && kind === 'key-refused') continue
      const { clock, at, attempt } = failingUntil(10, kind)
      await expect(persist(attempt, kinds, scope, { clock, random: Math.random })).rejects.toMatchObject({ kind })
      expect(at).toEqual([0])
    }
  }) // prettier-ignore
})

/** Attempts that fail one after the other, with a kind and the wait that is asked for, and then succeed. */
function failing(...kinds: readonly (readonly [FailureKind, number?])[]) {
  const clock = virtualClock()
  const rest = [...kinds]
  const attempt = (): Promise<string> => {
    const [kind, retryAfterMs] = rest.shift() ?? []
    return kind ? Promise.reject(new Failure(kind, 'no', optional({ retryAfterMs }))) : Promise.resolve('yes')
  }
  return persist(attempt, OF_READS, NEVER, { clock, random: () => 0.5 })
}

test('each kind is sat out for itself: what stands after something else is not believed at once', async () => {
  await expect(failing(['server', 290_000], ['not-found'], ['key-refused'], ['misshapen'])).resolves.toBe('yes')
  await expect(failing(['rate-limited', 301_000], ['server'])).resolves.toBe('yes')
  await expect(failing(['server', 200_000], ['rate-limited', 200_000], ['server'])).resolves.toBe('yes')
})

test('an outage that shows now so and now so is one outage', async () => {
  const kinds = ['server', 'not-sent', 'interrupted', 'unreadable'] as const
  const clock = virtualClock()
  let tries = 0
  const attempt = (): Promise<never> => Promise.reject(new Failure(kinds[tries++ % 4] ?? 'server', 'no'))
  await expect(persist(attempt, OF_READS, NEVER, { clock, random: Math.random })).rejects.toBeInstanceOf(Failure)
  expect(clock.now()).toBe(OUTAGE_PATIENCE_MS)
})

test('refusals that take turns are believed, too', async () => {
  const kinds = ['key-refused', 'not-found', 'conflict'] as const
  const clock = virtualClock()
  let tries = 0
  const attempt = (): Promise<never> => Promise.reject(new Failure(kinds[tries++ % 3] ?? 'conflict', 'no'))
  await expect(persist(attempt, OF_READS, NEVER, { clock, random: Math.random })).rejects.toBeInstanceOf(Failure)
  expect(clock.now()).toBeLessThan(60_000)
})

test.each(['interrupted', 'server', 'unreadable', 'misshapen'] as const)(
  'a write is not repeated after %s',
  async (kind) => {
    const { clock, at, attempt } = failingUntil(10, kind)
    await expect(persist(attempt, WITHOUT_EFFECT, NEVER, { clock, random: Math.random })).rejects.toMatchObject({
      kind,
    })
    expect(at).toEqual([0])
  },
)

test('a bug is not tried again', async () => {
  const bug = new TypeError('x is not a function')
  await expect(
    persist(() => Promise.reject(bug), PASSING, NEVER, { clock: virtualClock(), random: Math.random }),
  ).rejects.toBe(bug)
})

test('Retry-After is waited for as it is, which the pace spreads; what is refused again is spread by itself', async () => {
  const waits = new Set<number>()
  for (let i = 0; i < 20; i++) {
    const { clock, at, attempt } = failingUntil(7_001, 'rate-limited', 7_000)
    await persist(attempt, PASSING, NEVER, { clock, random: Math.random })
    expect(at[1]).toBe(7_000)
    expect(at[2]).toBeGreaterThanOrEqual(14_000)
    waits.add(at[2] ?? 0)
  }
  expect(waits.size).toBeGreaterThan(10)
})

test('being asked to slow down is sat out as often as wanted, in a row', async () => {
  const kinds: FailureKind[] = ['rate-limited', 'server', 'rate-limited', 'rate-limited']
  const tries: FailureKind[] = []
  const attempt = (): Promise<string> => {
    const kind = kinds[tries.length] ?? 'server'
    tries.push(kind)
    return Promise.reject(new Failure(kind, 'no'))
  }
  const scope = { ...NEVER, slowDowns: 1 }
  await expect(persist(attempt, PASSING, scope, { clock: virtualClock(), random: Math.random })).rejects.toMatchObject({
    kind: 'rate-limited',
  })
  expect(tries).toEqual(kinds)
})

test('being asked to slow down is sat out longer than any outage, up to the deadline', async () => {
  const patient = failingUntil(20 * 60_000, 'rate-limited', 30_000)
  await expect(persist(patient.attempt, PASSING, NEVER, { clock: patient.clock, random: Math.random })).resolves.toBe(
    'yes',
  )

  const late = failingUntil(20 * 60_000, 'rate-limited', 3_600_000)
  await expect(
    persist(late.attempt, PASSING, { deadline: 60_000 }, { clock: late.clock, random: Math.random }),
  ).rejects.toMatchObject({
    kind: 'rate-limited',
  })
  // The wait is cut at the deadline, and what can be learned there is learned.
  expect(late.at).toEqual([0, 60_000])
})

test.each([
  [PASSING, 'unreadable', 'what is known from before tells more'],
  [WITHOUT_EFFECT, 'interrupted', 'but a write that was cut short may have arrived'],
] as const)('a last try cut short by the deadline (%j): %s, %s', async (kinds, kind, _why) => {
  const clock = virtualClock()
  const first = kinds === PASSING ? 'unreadable' : 'rate-limited'
  const attempt = (): Promise<never> => Promise.reject(new Failure(clock.now() < 10_000 ? first : 'interrupted', 'no'))
  await expect(persist(attempt, kinds, { deadline: 10_000 }, { clock, random: Math.random })).rejects.toMatchObject({
    kind,
  })
})

test('an abort ends the wait at once', async () => {
  const controller = new AbortController()
  const { clock, attempt } = failingUntil(Number.POSITIVE_INFINITY, 'server')
  const scope = { ...NEVER, signal: controller.signal }
  const pending = persist(attempt, PASSING, scope, { clock, random: Math.random, onRetry: () => controller.abort() })
  await expect(pending).rejects.toMatchObject({ kind: 'aborted' })
})

test('each wait is told', async () => {
  const told: number[] = []
  const { clock, at, attempt } = failingUntil(30_000, 'server')
  await persist(attempt, PASSING, NEVER, {
    clock,
    random: Math.random,
    onRetry: ({ waitMs }) => told.push(Math.round(waitMs)),
  })
  expect(told).toEqual(at.slice(1).map((time, i) => Math.round(time - (at[i] ?? 0))))
})

test.each([
  [0, [500, 1_877, 1_960]],
  [0.5, [1_397, 1_593, 2_536]],
  [0.999, [1_876, 1_959, 3_364]],
])('with a draw of %d each time, the first waits are %j ms', async (draw, expected) => {
  const { clock, attempt } = failingUntil(60_000, 'server')
  const told: number[] = []
  const onRetry = ({ waitMs }: RetryNotice): void => void told.push(Math.round(waitMs))
  await persist(attempt, PASSING, NEVER, { clock, random: () => draw, onRetry })
  expect(told.slice(0, 3)).toEqual(expected)
})

test('a wait of our own choosing is at most twenty seconds longer than what was asked for', async () => {
  const { clock, attempt } = failingUntil(OUTAGE_PATIENCE_MS - 1, 'server')
  const told: number[] = []
  const onRetry = ({ waitMs }: RetryNotice): void => void told.push(waitMs)
  await persist(attempt, PASSING, NEVER, { clock, random: () => 0.999, onRetry })
  expect(Math.max(...told)).toBe(20_500)
})
