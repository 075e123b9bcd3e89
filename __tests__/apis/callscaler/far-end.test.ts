import { describe, expect, test } from '@jest/globals'
import type { Call } from '../../../src/apis/callscaler/calls.ts'
import { type CallScaler, callScaler } from '../../../src/apis/callscaler/client.ts'
import type { NumberList } from '../../../src/apis/callscaler/number.ts'
import { CLOCK_MARGIN_MS } from '../../../src/apis/callscaler/settle.ts'
import type { Clock } from '../../../src/base/clock.ts'
import type { FailureKind } from '../../../src/base/failure.ts'
import { farEndOf } from '../../../src/apis/callscaler/far-end.ts'
import type { Exchange } from '../../../src/apis/http/request.ts'
import type { Scope } from '../../../src/apis/http/retry.ts'
import { isAbsence } from '../../../src/model/subject.ts'
import { EVERY_KIND, NOON, UNPACED, failure, keptLog, rejection, timeline } from '../../fake-api.ts'

const NUMBER = '+15735551234'
const NUMBERS: NumberList = { numbers: [{ id: 'n1', phoneNumber: NUMBER, name: 'Load test' }] }
const WINDOW = { from: NOON - 60_000, to: NOON }
const SETTLE = 120_000
const HOUR = 3_600_000
/** What is neither a mistake of the workflow nor its end. */
const OUTAGES = EVERY_KIND.filter((kind) => kind !== 'input' && kind !== 'aborted')

/** Answered calls in the middle of the window. */
const calls = (count: number, rest: Partial<Call> = {}): Call[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `${rest.status ?? 'answered'}${i}`,
    createdAt: NOON - 30_000,
    status: 'answered',
    number: '15735551234',
    direction: 'inbound',
    ...rest,
  }))

interface World {
  wanted?: string
  /** One answer for each question; the last one stands. */
  numbers?: readonly (NumberList | Error)[]
  /** What is listed, by the seconds since noon. */
  listed?: (seconds: number) => readonly Call[] | Error
  /** By how much CallScaler's clock is ahead, in ms. */
  ahead?: number
  /** Seconds after noon. */
  cancelAt?: number
}

function world({ wanted = NUMBER, numbers = [NUMBERS], listed = () => calls(20), ahead = 0, cancelAt }: World = {}) {
  const controller = new AbortController()
  const { signal } = controller
  const clock = timeline(
    NOON,
    cancelAt === undefined ? [] : [[NOON + cancelAt * 1_000, () => controller.abort(failure('aborted'))]],
  )
  const log = keptLog(clock)
  const asked: { what: 'numbers' | 'calls'; at: number; scope: Scope }[] = []
  const seconds = (): number => (clock.now() - NOON) / 1_000
  const note = (what: 'numbers' | 'calls', scope: Scope): void => void asked.push({ what, at: seconds(), scope })
  const api: CallScaler = {
    listNumbers: (scope) => {
      const answer = numbers[Math.min(asked.filter(({ what }) => what === 'numbers').length, numbers.length - 1)]
      note('numbers', scope)
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer ?? NUMBERS)
    },
    listCalls: (_, __, scope) => {
      note('calls', scope)
      const items = listed(seconds())
      return items instanceof Error
        ? Promise.reject(items)
        : Promise.resolve({ items: [...items], total: items.length, hasMore: false })
    },
    serverNow: () => clock.now() + ahead,
  }
  const farEnd = farEndOf(wanted, { api, clock, log })
  const scope = { deadline: NOON + HOUR, signal }
  return { farEnd, asked, log, seconds, scope, signal, clock }
}

describe('before the run', () => {
  test('the number is looked up, shown, and not looked up again', async () => {
    const { farEnd, asked, log, scope } = world({ wanted: 'load test' })
    await farEnd.findNumber(scope)
    expect(log.lines.map(({ message }) => message)).toEqual([`Tracking number ${NUMBER} (Load test)`])
    await farEnd.callsOf(WINDOW, 0, {})
    expect(asked.map(({ what }) => what)).toEqual(['numbers', 'calls'])
  })

  test('a number that is not there is a mistake of the workflow, with the nearest one', async () => {
    const { farEnd, scope } = world({ wanted: '+15735551235' })
    expect(await rejection(farEnd.findNumber(scope))).toMatchObject({
      kind: 'input',
      message: expect.stringContaining(`Did you mean ${NUMBER}?`),
    })
  })

  test('but not where the list could not be read whole: it is looked for again after the run', async () => {
    const lacking = { numbers: [], lacking: 'time ran out after 1 page' }
    const { farEnd, scope, log } = world({ numbers: [lacking, NUMBERS] })
    await farEnd.findNumber(scope)
    expect(log.at('warning')).toEqual([expect.stringMatching(/CallScaler cannot be read now.*The list is incomplete/)])
    expect(await farEnd.callsOf(WINDOW, SETTLE, {})).toMatchObject({ received: 20 })
  })

  test.each(OUTAGES)(
    'that it cannot be asked (%s) is one warning, and it is asked again after the run',
    async (kind) => {
      const { farEnd, log, scope } = world({ numbers: [failure(kind, 'It would not.'), NUMBERS] })
      await farEnd.findNumber(scope)
      expect(log.at('warning')).toEqual(['CallScaler cannot be read now; trying again after the run: It would not.'])
      expect(await farEnd.callsOf(WINDOW, SETTLE, {})).toMatchObject({ received: 20, answered: 20 })
      expect(log.at('warning')).toHaveLength(1)
    },
  )

  test('the end of the step and a bug go on their way', async () => {
    for (const error of [failure('aborted'), new TypeError('x is not a function')]) {
      const { farEnd, scope } = world({ numbers: [error] })
      expect(await rejection(farEnd.findNumber(scope))).toBe(error)
    }
  })
})

describe('after the run', () => {
  test('the calls of the window are counted, and told', async () => {
    const { farEnd, log } = world({ listed: () => [...calls(12), ...calls(3, { status: 'no-answer' })] })
    expect(await farEnd.callsOf(WINDOW, SETTLE, {})).toEqual({
      received: 15,
      answered: 12,
      missed: 3,
      voicemail: 0,
      busy: 0,
      failed: 0,
      unclassified: {},
    })
    expect(log.at('info').at(-1)).toBe('The number received 15 calls and answered 12.')
    expect(log.at('warning')).toEqual([])
  })

  test('a status that nobody documented is shown, and is not an answer', async () => {
    const { farEnd } = world({ listed: () => [...calls(1), ...calls(2, { status: 'machine-detected' })] })
    expect(await farEnd.callsOf(WINDOW, SETTLE, {})).toMatchObject({
      received: 3,
      answered: 1,
      unclassified: { 'machine-detected': 2 },
    })
  })

  test('no call is missing data, not a count of zero', async () => {
    for (const [listed, settle, within] of [
      [[], SETTLE, ' within 2 min'],
      [calls(20, { createdAt: NOON - HOUR }), SETTLE, ' within 2 min'],
      [calls(20, { number: '15735559876' }), 0, ''],
      [calls(20, { direction: 'outbound' }), 0, ''],
    ] as const) {
      const { farEnd } = world({ listed: () => listed })
      expect(await farEnd.callsOf(WINDOW, settle, {})).toEqual({
        kind: 'missing',
        reason: `CallScaler listed no call to ${NUMBER}${within}, which is no evidence either way`,
      })
    }
  })

  test.each([-HOUR, -90_000, 90_000, HOUR])('its clock may be %d ms ahead', async (ahead) => {
    const at = (offset: number): Call[] => calls(1, { id: String(offset), createdAt: NOON - 60_000 + ahead + offset })
    const edge = CLOCK_MARGIN_MS
    const listed = [-edge - 1, -edge, 0, 60_000, 60_000 + edge, 60_000 + edge + 1].flatMap(at)
    const { farEnd } = world({ ahead, listed: () => listed })
    expect(await farEnd.callsOf(WINDOW, SETTLE, {})).toMatchObject({ received: 4 })
  })

  test('calls of two runs, one after the other, are not mixed up', async () => {
    const first = calls(3, { createdAt: NOON - 200_000 })
    const second = calls(5, { createdAt: NOON - 30_000 }).map((call) => ({ ...call, id: `b${call.id}` }))
    const { farEnd } = world({ listed: () => [...second, ...first] })
    expect(await farEnd.callsOf({ from: NOON - 240_000, to: NOON - 120_000 }, 0, {})).toMatchObject({ received: 3 })
    expect(await farEnd.callsOf(WINDOW, 0, {})).toMatchObject({ received: 5 })
  })

  test('what still changes when the time is over is taken, with a warning', async () => {
    const { farEnd, log, seconds } = world({ listed: (now) => calls(1 + Math.floor(now)) })
    expect(await farEnd.callsOf(WINDOW, SETTLE, {})).toMatchObject({ received: 121 })
    expect(log.at('warning')).toEqual([
      'The calls at the far end were still changing when `callscaler-settle` was over.',
    ])
    expect(seconds()).toBe(120)
  })

  test('with nothing to wait for it is asked once, without a warning', async () => {
    const { farEnd, asked, log, seconds } = world()
    expect(await farEnd.callsOf(WINDOW, 0, {})).toMatchObject({ received: 20 })
    expect([asked.filter(({ what }) => what === 'calls').length, seconds(), log.at('warning')]).toEqual([1, 0, []])
  })

  test.each(OUTAGES)('that it cannot be asked (%s) is missing data with the reason, and one warning', async (kind) => {
    for (const given of [
      { numbers: [failure(kind, 'It would not.', 'Try that.')] },
      { listed: () => failure(kind, 'It would not.', 'Try that.') },
      // A count that had no time to stand still is none.
      { listed: (now: number) => (now < 10 ? calls(20) : failure(kind, 'It would not.', 'Try that.')) },
    ]) {
      const { farEnd, log } = world(given)
      expect(await farEnd.callsOf(WINDOW, SETTLE, {})).toEqual({
        kind: 'missing',
        reason: 'CallScaler could not be read: It would not. Try that',
      })
      expect(log.at('warning')).toEqual(['The far end could not be read: It would not. Try that.'])
    }
  })

  test('a number that turns out not to be there by then is missing data, too', async () => {
    const { farEnd } = world({ wanted: 'nope' })
    expect(await farEnd.callsOf(WINDOW, SETTLE, {})).toMatchObject({
      kind: 'missing',
      reason: expect.stringContaining('no tracking number "nope"'),
    })
  })

  test('a cancel ends the wait at once', async () => {
    for (const cancelAt of [2, 5, 12]) {
      const { farEnd, signal, seconds, asked } = world({ cancelAt })
      expect(await rejection(farEnd.callsOf(WINDOW, SETTLE, { signal }))).toMatchObject({ kind: 'aborted' })
      expect(seconds()).toBe(cancelAt)
      expect(asked.filter(({ at }) => at > cancelAt)).toEqual([])
    }
  })

  test('a bug is not taken for an outage', async () => {
    const bug = new TypeError('x is not a function')
    expect(await rejection(world({ listed: () => bug }).farEnd.callsOf(WINDOW, SETTLE, {}))).toBe(bug)
  })
})

test('calls of runs that overlapped are not told apart: the second has no evidence, a baseline may be any of them', async () => {
  const { farEnd, log } = world()
  expect(isAbsence(await farEnd.callsOf(WINDOW, SETTLE, {}))).toBe(false)
  const overlapping = { from: WINDOW.from + 30_000, to: WINDOW.to + 30_000 }
  expect(await farEnd.callsOf(overlapping, SETTLE, {})).toMatchObject({ reason: expect.stringContaining('overlapped') })
  expect(log.at('warning')).toEqual([expect.stringContaining('overlapped in time')])
  expect(isAbsence(await farEnd.callsOf(WINDOW, 0, {}))).toBe(false)
  const next = { from: WINDOW.to, to: WINDOW.to + 60_000 }
  expect(await farEnd.callsOf(next, SETTLE, {})).not.toMatchObject({ reason: expect.stringContaining('overlapped') })
})

/** Over the real client, in virtual time: how long what never works holds the step up. */
describe('an outage without end', () => {
  const through = (exchange: Exchange, clock: Clock) => {
    const log = keptLog(clock)
    const options = {
      clock,
      random: Math.random,
      pace: UNPACED,
      apiUrl: new URL('https://cs.test/api/v1'),
      apiKey: 'cs_key_1',
    }
    return { log, farEnd: farEndOf(NUMBER, { api: callScaler({ ...options, exchange }), clock, log }) }
  }
  const refusing = (kind: FailureKind) => (): Exchange => () => Promise.reject(failure(kind))
  const hanging =
    (clock: Clock): Exchange =>
    async ({ timeoutMs = 30_000 }) => {
      await clock.sleep(timeoutMs)
      throw failure('interrupted')
    }

  // Most seconds before and after the run: being asked to slow down is sat out for longer, and so is every answer that does not come.
  test.each<[string, (clock: Clock) => Exchange, number, number]>([
    ['500', refusing('server'), 40, 140],
    ['no connection', refusing('not-sent'), 40, 140],
    ['429', refusing('rate-limited'), 76, 301],
    ['no answer', hanging, 80, 301],
  ])('%s: some seconds before the run, some minutes after it', async (_, answering, before, after) => {
    const clock = timeline(NOON)
    const { farEnd, log } = through(answering(clock), clock)
    await farEnd.findNumber({ deadline: NOON + HOUR })
    expect(clock.now() - NOON).toBeLessThanOrEqual(before * 1_000)
    const from = clock.now()
    expect(isAbsence(await farEnd.callsOf(WINDOW, SETTLE, {}))).toBe(true)
    expect(clock.now() - from).toBeLessThanOrEqual(after * 1_000)
    expect(log.at('warning')).toHaveLength(2)
  })
})
