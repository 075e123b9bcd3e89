import { expect, test } from '@jest/globals'
import { Failure } from '../../../src/base/failure.ts'
import { bearerApi } from '../../../src/apis/http/bearer-api.ts'
import { type Connection, type Vendor, connectionTo } from '../../../src/apis/http/connection.ts'
import type { ExchangeOptions, HttpAnswer } from '../../../src/apis/http/request.ts'
import { NOON, keptLog, timeline } from '../../fake-api.ts'

const VENDOR: Vendor = {
  name: 'Other',
  urlInput: 'other-url',
  advice: {},
  limitPerMinute: 60,
}

/** An API that is down for some seconds, and is then asked `requests` times. */
async function connect(connection: Partial<Connection> = {}, downSeconds = 0, requests = 1) {
  const clock = timeline(NOON)
  const log = keptLog(clock)
  const opened: ExchangeOptions[] = []
  const answer: HttpAnswer = { status: 200, headers: {}, body: {} }
  const options = connectionTo(
    VENDOR,
    { apiUrl: new URL('https://other.test/'), apiKey: 'key-1', ...connection },
    {
      clock,
      log,
      random: () => 0.5,
      exchange: (given) => {
        opened.push(given)
        return () =>
          clock.now() < NOON + downSeconds * 1_000
            ? Promise.reject(new Failure('server', 'Could not read.'))
            : Promise.resolve(answer)
      },
    },
  )
  const { read } = bearerApi(options)
  for (let i = 0; i < requests; i++) await read('try', '/x', { deadline: NOON + 600_000 }, () => undefined)
  return { opened, log, seconds: (clock.now() - NOON) / 1_000 }
}

test('no key leaves the exchange in any text, and errors are explained in the vendor’s terms', async () => {
  const { opened } = await connect({ secrets: ['key-2'] })
  expect(opened).toMatchObject([{ secrets: ['key-1', 'key-2'], guidance: VENDOR }])
})

test('the vendor’s limit is kept to', async () => {
  const { seconds } = await connect({}, 0, 65)
  expect(seconds).toBeGreaterThanOrEqual(55)
  expect(seconds).toBeLessThan(65)
})

test('each repeated request is told in the log, and since when it has been failing', async () => {
  const { log } = await connect({}, 3)
  const lines = log.at('info')
  expect(lines.length).toBeGreaterThan(1)
  expect(lines[0]).toMatch(/^Could not read\. Trying again in \d+ s\.$/)
  expect(lines[1]).toMatch(/^Could not read\. Trying again in \d+ s; it has been failing for \d+ s\.$/)
})
