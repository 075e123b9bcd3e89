// What the two editions of CallScaler's documentation contradict each other in, and what neither can be trusted with: the client reads the
// same from both. The answers are the simulator's; errors come over HTTP. All in virtual time.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { DEMO_PROJECT, DEMO_TEST } from '../../../simulator/callmeter/account.ts'
import { type Simulator, startSimulator } from '../../../simulator/callmeter/callmeter.ts'
import { type CallScalerSimulator, startCallScaler } from '../../../simulator/callscaler/callscaler.ts'
import { DIALLED_NUMBER } from '../../../simulator/callscaler/account.ts'
import {
  type Edition,
  LARGEST_PAGE,
  type Manner,
  answerCalls,
  answerNumbers,
} from '../../../simulator/callscaler/answers.ts'
import { ANSWERING, type FarEnd } from '../../../simulator/callmeter/scenarios.ts'
import { callRows } from '../../../simulator/callscaler/far-end.ts'
import { endOf, stagesOf } from '../../../simulator/callmeter/life-cycle.ts'
import { callersOf, placedCalls } from '../../../simulator/callmeter/placed-calls.ts'
import { createRun } from '../../../simulator/callmeter/run.ts'
import { HEALTHY, type Scenario } from '../../../simulator/callmeter/scenarios.ts'
import { createVirtualTime } from '../../../simulator/time/virtual-time.ts'
import { callScaler } from '../../../src/apis/callscaler/client.ts'
import { CALLSCALER } from '../../../src/apis/callscaler/vendor.ts'
import { findNumber } from '../../../src/apis/callscaler/number.ts'
import { readCalls } from '../../../src/apis/callscaler/settle.ts'
import { systemClock } from '../../../src/base/clock.ts'
import { Failure, explain } from '../../../src/base/failure.ts'
import { httpExchange } from '../../../src/apis/http/exchange.ts'
import { NOON, UNPACED, keptLog, rejection, timeline } from '../../fake-api.ts'
import { installTimers } from '../../virtual-timers.ts'

interface World {
  edition: Edition
  manner?: Partial<Manner>
  farEnd?: Partial<FarEnd>
  scenario?: Partial<Scenario>
  startedAt?: number
  /** By how much CallScaler's clock is ahead of this machine's. */
  aheadMs?: number
  settleMs?: number
}

/** Lets a run call the number and reads what CallScaler says of it, as a step would. */
async function witness({
  edition,
  manner = {},
  farEnd,
  scenario,
  startedAt = NOON,
  aheadMs = 0,
  settleMs = 120_000,
}: World) {
  const far: FarEnd = { ...ANSWERING, ...farEnd }
  const clock = timeline(startedAt)
  const run = createRun({
    seed: 1,
    number: 1,
    project: DEMO_PROJECT,
    test: DEMO_TEST,
    createdAt: startedAt,
    scenario: { ...HEALTHY, ...scenario },
  })
  const full: Manner = {
    edition,
    paging: 'flat',
    cursors: true,
    filters: 'honoured',
    largestPage: LARGEST_PAGE[edition],
    ...manner,
  }
  const dialling = { id: run.id, callers: callersOf(run), calls: () => placedCalls(run, clock.now()) }
  const queries: Record<string, string>[] = []
  const api = callScaler({
    clock,
    random: Math.random,
    pace: UNPACED,
    apiUrl: new URL('https://cs.test/api/v1'),
    apiKey: 'cs_key_secret',
    exchange: ({ url }) => {
      const rows = callRows([dialling], { farEnd: far, seed: 1, from: startedAt, at: clock.now() }).map((row) => ({
        ...row,
        createdAt: row.createdAt + aheadMs,
        updatedAt: row.updatedAt + aheadMs,
      }))
      const isCalls = url.pathname.endsWith('/calls')
      const query = Object.fromEntries(url.searchParams)
      if (isCalls) queries.push(query)
      const { status, body } = isCalls ? answerCalls(rows, query, full, far) : answerNumbers(edition)
      const headers = { date: new Date(clock.now() + aheadMs).toUTCString() }
      return Promise.resolve({ status, headers, body: JSON.parse(JSON.stringify(body)) as unknown })
    },
  })
  const scope = { deadline: startedAt + 3_600_000 }
  const number = findNumber(await api.listNumbers(scope), '+1 (573) 555-1234')
  const from = api.serverNow()
  await clock.sleep((endOf(stagesOf(run)) ?? startedAt + 120_000) - clock.now())
  const log = keptLog(clock)
  const reading = await readCalls({ number, from, to: api.serverNow(), settleMs }, scope, { api, clock, log })
  return { ...reading, queries, number }
}

const ALL_ANSWERED = { received: 20, answered: 20, missed: 0, voicemail: 0, busy: 0, failed: 0, unclassified: {} }

describe.each(['older', 'newer'] as const)('in the %s edition', (edition) => {
  test('the calls of a run are counted: not the number’s earlier ones, outbound ones or another number’s', async () => {
    const { tally, steady, queries, number } = await witness({ edition })
    expect(number).toMatchObject({ phoneNumber: DIALLED_NUMBER.phoneNumber, name: DIALLED_NUMBER.name })
    expect([tally, steady]).toEqual([ALL_ANSWERED, true])
    expect(queries.length).toBeLessThanOrEqual(3)
  })

  test('paging: every page is read, whatever its size', async () => {
    for (const manner of [
      { largestPage: 7 },
      { largestPage: 7, cursors: false },
      { largestPage: 7, paging: 'nested' },
      { largestPage: 7, paging: 'nested', cursors: false },
    ] as const) {
      const { tally, queries } = await witness({ edition, manner })
      expect([manner, tally]).toEqual([manner, ALL_ANSWERED])
      expect(queries.length).toBeGreaterThanOrEqual(8)
      expect(queries.some((query) => 'cursor' in query)).toBe(edition === 'newer' && !('cursors' in manner))
    }
  })

  test('time window: a filter that works leaves out the rest, one that does not changes nothing', async () => {
    for (const filters of ['honoured', 'ignored'] as const) {
      const { tally } = await witness({ edition, manner: { filters }, farEnd: { earlier: 150 } })
      expect([filters, tally]).toEqual([filters, ALL_ANSWERED])
    }
  })

  test('time window: a run that crosses midnight UTC is read whole', async () => {
    const { tally } = await witness({ edition, startedAt: Date.UTC(2026, 11, 31, 23, 59, 52) })
    expect(tally).toEqual(ALL_ANSWERED)
  })

  test('time window: it is CallScaler’s own, however far its clock is from this machine’s', async () => {
    for (const aheadMs of [-3_600_000, -90_000, 90_000, 3_600_000]) {
      const { tally } = await witness({ edition, aheadMs })
      expect([aheadMs, tally]).toEqual([aheadMs, ALL_ANSWERED])
    }
  })

  test('status: each edition’s words are counted as what they mean', async () => {
    const { tally } = await witness({ edition, farEnd: { outcomes: { missed: 3, voicemail: 2, busy: 1, failed: 1 } } })
    expect(tally).toEqual(
      edition === 'older'
        ? { ...ALL_ANSWERED, answered: 13, missed: 5, voicemail: 2 }
        : { ...ALL_ANSWERED, answered: 13, missed: 3, voicemail: 2, busy: 1, failed: 1 },
    )
  })

  test('status: any other is unclassified, never taken as answered', async () => {
    const { tally } = await witness({ edition, farEnd: { oddStatuses: { transferred: 2, Abandoned: 1 } } })
    expect(tally).toEqual({ ...ALL_ANSWERED, answered: 17, unclassified: { transferred: 2, abandoned: 1 } })
  })

  test('calls that the number never received are not made up', async () => {
    const { tally } = await witness({ edition, farEnd: { outcomes: { never: 5 } } })
    expect(tally).toEqual({ ...ALL_ANSWERED, received: 15, answered: 15 })
  })

  test('no rows at all is no evidence, not all calls lost', async () => {
    const { tally, steady } = await witness({ edition, farEnd: { outcomes: { never: Infinity } } })
    expect([tally, steady]).toEqual([undefined, false])
  })

  test('rows that come late are waited for', async () => {
    const { tally, steady } = await witness({ edition, farEnd: { delaySeconds: 30, spreadSeconds: 30 } })
    expect([tally, steady]).toEqual([ALL_ANSWERED, true])
    const late = await witness({ edition, farEnd: { delaySeconds: 50 }, settleMs: 30_000 })
    expect([late.tally, late.steady]).toEqual([undefined, false])
  })

  test('calls that are listed while they go on are waited for', async () => {
    const { tally, steady } = await witness({ edition, farEnd: { listed: 'from-start', delaySeconds: 40 } })
    expect([tally, steady]).toEqual([ALL_ANSWERED, true])
  })

  test('each call counts once, however often it is listed', async () => {
    for (const manner of [{}, { largestPage: 7 }]) {
      const { tally } = await witness({ edition, manner, farEnd: { duplicates: 5 } })
      expect([manner, tally]).toEqual([manner, ALL_ANSWERED])
    }
  })

  test('calls whose direction is not told count', async () => {
    const { tally } = await witness({ edition, farEnd: { directions: false, outbound: 0 } })
    expect(tally).toEqual(ALL_ANSWERED)
  })
})

describe.each(['older', 'newer'] as const)('errors in the %s edition', (edition) => {
  const time = createVirtualTime()
  let callmeter: Simulator
  let server: CallScalerSimulator
  let uninstall: () => void
  beforeAll(async () => {
    uninstall = installTimers(time)
    callmeter = await startSimulator({ clock: time })
    server = await startCallScaler({ callmeter, edition, requestsPerMinute: 8 })
  })
  afterAll(async () => {
    await server.close()
    await callmeter.close()
    uninstall()
  })

  const clientOf = (apiKey: string) =>
    callScaler({
      clock: systemClock,
      random: Math.random,
      pace: UNPACED,
      apiUrl: new URL(server.url),
      apiKey,
      exchange: httpExchange({ secrets: [apiKey], clock: systemClock, guidance: CALLSCALER }),
    })
  const impatient = () => ({ deadline: time.now() + 10_000, patienceMs: 0 })

  test('error: a refused key is told by its own input', async () => {
    const words = explain(await time.pass(rejection(clientOf('cs_key_wrong').listNumbers(impatient()))))
    expect(words).toMatch(
      edition === 'older'
        ? /answered 401 Unauthorized: Invalid API key\. /
        : /answered 401 unauthorized\. The CallScaler API key/,
    )
    expect(words).toContain('`callscaler-api-key`')
    expect(words).not.toMatch(/`api-key`|cs_key_wrong/)
  })

  test('error: one with a message shows it', async () => {
    const api = clientOf(server.key)
    server.addFault({
      path: '/calls',
      kind: 'status',
      status: 400,
      body:
        edition === 'older'
          ? { error: { code: '400', message: 'date_from is invalid' } }
          : { error: 'invalid_request', message: 'date_from is invalid' },
    })
    const failure = await time.pass(rejection(api.listCalls({ from: 0, to: 1 }, { page: 1, offset: 0 }, impatient())))
    expect(failure).toMatchObject({ kind: 'rejected', message: expect.stringMatching(/: date_from is invalid\.$/) })
  })

  test('too many requests, which both answer alike, are waited out as long as the body says', async () => {
    const api = clientOf(server.key)
    const failures: unknown[] = []
    for (let i = 0; i < 10; i++) {
      await time.pass(api.listNumbers(impatient()).catch((error: unknown) => failures.push(error)))
    }
    const [failure] = failures
    expect(failure).toBeInstanceOf(Failure)
    expect(failure).toMatchObject({ kind: 'rate-limited', message: expect.stringMatching(/Limit: 8\/min/) })
    expect((failure as Failure).retryAfterMs).toBe(60_000)
  })
})
