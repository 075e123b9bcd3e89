// The whole way over HTTP: both simulators, a run, and what a step would ask of CallScaler, through the real exchange and pace, in fast time.
import { expect, test } from '@jest/globals'
import { startSimulator } from '../../simulator/callmeter.ts'
import { type CallScalerFault, type CallScalerOptions, startCallScaler } from '../../simulator/callscaler.ts'
import { CALLSCALER, RATE_LIMIT, callScaler } from '../../src/callscaler/client.ts'
import { findNumber } from '../../src/callscaler/number.ts'
import { type CallsReading, readCalls } from '../../src/callscaler/settle.ts'
import { type Clock, systemClock } from '../../src/clock.ts'
import { httpExchange } from '../../src/http.ts'
import { createPace } from '../../src/pace.ts'
import { keptLog } from '../fake-api.ts'

// No faster: a machine that is held up for half a second must not be taken for a clock that is off.
const SPEED = 60

interface Reading extends CallsReading {
  /** Paths of the requests, with their statuses. */
  requests: string[]
  notices: number
}

async function readOverHttp(
  options: Omit<CallScalerOptions, 'callmeter'>,
  faults: readonly CallScalerFault[] = [],
): Promise<Reading> {
  const callmeter = await startSimulator({ speed: SPEED, scenario: { durationSeconds: 30, endpoints: 40 } })
  const server = await startCallScaler({ callmeter, ...options })
  try {
    for (const fault of faults) server.addFault(fault)
    const clock: Clock = { now: callmeter.now, sleep: (ms, signal) => systemClock.sleep(ms / SPEED, signal) }
    let notices = 0
    const api = callScaler({
      clock,
      pace: createPace(clock, Math.random, RATE_LIMIT),
      apiUrl: new URL(server.url),
      apiKey: server.key,
      // Its timeouts are for real connections.
      exchange: httpExchange({ secrets: [server.key], clock: systemClock, guidance: CALLSCALER }),
      onRetry: () => (notices += 1),
    })
    const scope = { deadline: clock.now() + 600_000 }
    const number = findNumber(await api.listNumbers(scope), server.number)
    const from = api.serverNow()
    const run = callmeter.startElsewhere()
    while (run.status() !== 'COMPLETED') await clock.sleep(500)
    const request = { number, from, to: api.serverNow(), settleMs: 120_000 }
    const reading = await readCalls(request, scope, { api, clock, log: keptLog(clock) })
    const requests = server.requests.map(({ path, status }) => `${path} ${status}`)
    return { ...reading, requests, notices }
  } finally {
    await server.close()
    await callmeter.close()
  }
}

const ANSWERED = { received: 20, answered: 20, missed: 0, voicemail: 0, busy: 0, failed: 0, unclassified: {} }

test('a run of 20 calls costs three requests, in either edition', async () => {
  const readings = await Promise.all((['older', 'newer'] as const).map((edition) => readOverHttp({ edition })))
  for (const { tally, steady, requests } of readings) {
    expect([tally, steady]).toEqual([ANSWERED, true])
    // A machine that is held up may see the last calls late, and look once more.
    expect(requests.slice(0, 3)).toEqual(['/numbers 200', '/calls 200', '/calls 200'])
    expect(requests.length).toBeLessThanOrEqual(4)
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
  expect(requests.slice(0, 2)).toEqual(['/numbers 500', '/numbers 200'])
})
