// Whether a write may have arrived, over connections that break at every stage of TLS.
import { Agent } from 'node:https'
import { type AddressInfo, type Server, type Socket, createServer } from 'node:net'
import { createServer as createTlsServer, getCACertificates, setDefaultCACertificates } from 'node:tls'
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { CALLMETER } from '../../../src/apis/callmeter/vendor.ts'
import { httpExchange } from '../../../src/apis/http/exchange.ts'
import { watchReach } from '../../../src/apis/http/reach.ts'
import { systemClock } from '../../../src/base/clock.ts'

// A certificate of loopback, made for this test alone: it protects nothing.
const KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQge8p8v1DhYqsIK7Du
7yMkT5mrbIeBSzuycakaAKfDWdKhRANCAATkBnwtmWu2WxzXXAUFnhIT/LGENTuB
oKxEeQE3ktumSOHV700cfN7XzPpmB7OmUonGhmugb3yxBaHzRFXieP8Z
-----END PRIVATE KEY-----`
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBVzCB/6ADAgECAgEBMAoGCCqGSM49BAMCMBQxEjAQBgNVBAMMCTEyNy4wLjAu
MTAgFw0yMDAxMDEwMDAwMDBaGA8yMTIwMDEwMTAwMDAwMFowFDESMBAGA1UEAwwJ
MTI3LjAuMC4xMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE5AZ8LZlrtlsc11wF
BZ4SE/yxhDU7gaCsRHkBN5Lbpkjh1e9NHHze18z6ZgezplKJxoZroG98sQWh80RV
4nj/GaNAMD4wDAYDVR0TBAUwAwEB/zAPBgNVHREECDAGhwR/AAABMB0GA1UdDgQW
BBR4PwIodgeIPq7GHFfTuOeH5EyKFDAKBggqhkjOPQQDAgNHADBEAiA6YKg7WdSY
hk/w2Z4b7Y3h9R5bb5N4b54AKX0ReRyCpAIgdMn1x8fnXVZk4p+213gblHEw1efb
FeBbQgMa36ZDd2w=
-----END CERTIFICATE-----`

const trusted = getCACertificates('default')
beforeAll(() => setDefaultCACertificates([CERTIFICATE]))
afterAll(() => setDefaultCACertificates(trusted))

const open: Server[] = []
const sockets = new Set<Socket>()
afterEach(async () => {
  for (const socket of sockets) socket.destroy()
  sockets.clear()
  await Promise.all(open.splice(0).map((server) => new Promise((resolve) => server.close(resolve))))
})

async function listen(server: Server): Promise<number> {
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
  })
  server.listen(0, '127.0.0.1')
  open.push(server)
  await new Promise((resolve) => server.once('listening', resolve))
  return (server.address() as AddressInfo).port
}

/** A server that reads the whole request, and then does something to the connection below TLS. */
function breaksAfter(breaking: (raw: Socket) => void, seen: string[]): Server {
  const raws: Socket[] = []
  const server = createTlsServer({ key: KEY, cert: CERTIFICATE }, (secured) => {
    secured.on('error', () => undefined)
    secured.once('data', (head: Buffer) => {
      seen.push(head.toString('latin1').split('\r\n')[0] ?? '')
      for (const raw of raws) breaking(raw)
    })
  })
  server.on('connection', (raw: Socket) => raws.push(raw))
  server.on('tlsClientError', () => undefined)
  return server
}

/** What a POST to loopback fails with. */
async function post(port: number, timeoutMs = 5_000): Promise<unknown> {
  const exchange = httpExchange({ secrets: [], clock: systemClock, guidance: CALLMETER })
  const url = new URL(`https://127.0.0.1:${port}/run`)
  const [outcome] = await Promise.allSettled([exchange({ method: 'POST', url, purpose: 'start the test', timeoutMs })])
  return outcome?.status === 'rejected' ? outcome.reason : undefined
}

/** A fatal alert, `handshake_failure`, as it stands on the wire without encryption (RFC 8446, 6). */
const ALERT = Buffer.from([0x15, 0x03, 0x03, 0x00, 0x02, 0x02, 0x28])

test.each<[string, (raw: Socket) => void]>([
  ['a record that is none', (raw) => raw.write(Buffer.alloc(64, 0x2a))],
  ['an alert in the clear', (raw) => raw.write(ALERT)],
  [
    'a proxy’s answer in the clear',
    (raw) => raw.write('HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n'),
  ],
  ['a record of another version', (raw) => raw.write(Buffer.from([0x17, 0x03, 0x00, 0x00, 0x05, 1, 2, 3, 4, 5]))],
  ['a reset', (raw) => raw.resetAndDestroy()],
  ['an end', (raw) => raw.destroy()],
])('a request that got through may have arrived, though then there comes %s', async (_, breaking) => {
  const seen: string[] = []
  const failure = await post(await listen(breaksAfter(breaking, seen)))
  expect(seen).toEqual(['POST /run HTTP/1.1'])
  expect(failure).toMatchObject({ kind: 'interrupted' })
})

test.each<[string, (raw: Socket) => void]>([
  ['plain text', (raw) => raw.write('HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n')],
  ['an alert', (raw) => raw.write(ALERT)],
  ['a reset', (raw) => raw.resetAndDestroy()],
  ['an end', (raw) => raw.destroy()],
])('a handshake that is answered with %s is certain not to have sent it', async (_, breaking) => {
  const port = await listen(createServer((raw) => raw.once('data', () => breaking(raw))))
  expect(await post(port)).toMatchObject({ kind: 'not-sent' })
})

test('a handshake that never ends is certain not to have sent it, however long it took', async () => {
  const port = await listen(createServer())
  expect(await post(port, 50)).toMatchObject({ kind: 'not-sent', message: expect.stringContaining('no connection to') })
})

test('a certificate that is not trusted is certain not to have sent it', async () => {
  const seen: string[] = []
  const port = await listen(breaksAfter(() => undefined, seen))
  setDefaultCACertificates([])
  try {
    expect(await post(port)).toMatchObject({ kind: 'not-sent', advice: expect.stringContaining('NODE_EXTRA_CA_CERTS') })
  } finally {
    setDefaultCACertificates([CERTIFICATE])
  }
  expect(seen).toEqual([])
})

test('a request whose agent cannot be watched may have been sent', () => {
  expect(watchReach({}).sent).toBe(true)
  expect(watchReach({ agent: false }).sent).toBe(true)
  expect(watchReach({ agent: new Agent() }).sent).toBe(false)
})
