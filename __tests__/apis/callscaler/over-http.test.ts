// The whole way over HTTP: both simulators, a run, and what a step would ask of CallScaler, through the real exchange and pace, in virtual time.
import { expect, jest, test } from '@jest/globals'
import { startSimulator } from '../../../simulator/callmeter/callmeter.ts'
import {
  type CallScalerFault,
  type CallScalerOptions,
  startCallScaler,
} from '../../../simulator/callscaler/callscaler.ts'
import type { SentStatus } from '../../../simulator/server/faulty-answer.ts'
import { START, createVirtualTime } from '../../../simulator/time/virtual-time.ts'
import { openCallScaler } from '../../../src/apis/callscaler/client.ts'
import { findNumber } from '../../../src/apis/callscaler/number.ts'
import { type CallsReading, readCalls } from '../../../src/apis/callscaler/settle.ts'
import { systemClock as clock } from '../../../src/base/clock.ts'
import { httpExchange } from '../../../src/apis/http/exchange.ts'
import { keptLog } from '../../fake-api.ts'
import { installTimers } from '../../virtual-timers.ts'

/** A request, and the ms until it came. */
type Request = [path: string, status: SentStatus, at: number]

interface Reading extends CallsReading {
  requests: Request[]
  notices: number
}

async function readOverHttp(
  options: Omit<CallScalerOptions, 'callmeter'>,
  faults: readonly CallScalerFault[] = [],
): Promise<Reading> {
  const time = createVirtualTime()
  const callmeter = await startSimulator({ clock: time, scenario: { durationSeconds: 30, endpoints: 40 } })
  const server = await startCallScaler({ callmeter, ...options })
  for (const fault of faults) server.addFault(fault)
  const uninstall = installTimers(time)
  jest.spyOn(Math, 'random').mockReturnValue(0.5)
  const retries = keptLog(clock)
  const api = openCallScaler(
    { apiUrl: new URL(server.url), apiKey: server.key },
    { exchange: httpExchange, clock, random: Math.random, log: retries },
  )
  const read = async () => {
    const scope = { deadline: clock.now() + 600_000 }
    const number = findNumber(await api.listNumbers(scope), server.number)
    const from = api.serverNow()
    const run = callmeter.startElsewhere()
    while (run.status() !== 'COMPLETED') await clock.sleep(500)
    const request = { number, from, to: api.serverNow(), settleMs: 120_000 }
    return readCalls(request, scope, { api, clock, log: keptLog(clock) })
  }
  try {
    const reading = await time.pass(read())
    const opened = START + server.now() - time.now()
    const requests = server.requests.map(({ path, status, at }): Request => [path, status, at - opened])
    return { ...reading, requests, notices: retries.at('info').length }
  } finally {
    jest.restoreAllMocks()
    uninstall()
    await server.close()
    await callmeter.close()
  }
}

const ANSWERED = { received: 20, answered: 20, missed: 0, voicemail: 0, busy: 0, failed: 0, unclassified: {} }

test('a run of 20 calls costs three requests, in either edition', async () => {
  for (const edition of ['older', 'newer'] as const) {
    const { tally, steady, requests } = await readOverHttp({ edition })
    expect([edition, tally, steady]).toEqual([edition, ANSWERED, true])
    expect(requests).toEqual([
      ['/numbers', 200, 0],
      ['/calls', 200, 48_500],
      ['/calls', 200, 64_500],
    ])
  }
})

test('what goes wrong on the way changes nothing but the time', async () => {
  const faults: CallScalerFault[] = [
    { path: '/numbers', kind: 'status', status: 500 },
    { path: '/calls', kind: 'status', status: 200, body: { data: { calls: 'none' } } },
    { path: '/calls', kind: 'status', status: 429, body: { error: 'rate_limit_exceeded', retry_after: 3 } },
    { path: '/calls', kind: 'reset-after' },
    { path: '/calls', kind: 'html' },
    { path: '/calls', kind: 'cut' },
  ]
  const { tally, requests, notices } = await readOverHttp({ aheadSeconds: 3_600 }, faults)
  expect(tally).toEqual(ANSWERED)
  expect(notices).toBe(faults.length)
  expect(requests).toEqual([
    ['/numbers', 500, 0],
    ['/numbers', 200, 1_398],
    ['/calls', 200, 49_898],
    ['/calls', 429, 51_296],
    ['/calls', 'reset', 54_796],
    ['/calls', 200, 56_390],
    ['/calls', 200, 58_926],
    ['/calls', 200, 63_472],
    ['/calls', 200, 79_472],
  ])
})
