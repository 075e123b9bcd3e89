// Whether a write may have arrived, over connections that break at every stage of TLS.
import { Agent } from 'node:https'
import { type AddressInfo, type Server, type Socket, createServer } from 'node:net'
import { createServer as createTlsServer, getCACertificates, setDefaultCACertificates } from 'node:tls'
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { CALLMETER } from '../../../src/apis/callmeter/vendor.ts'
import { httpExchange } from '../../../src/apis/http/exchange.ts'
import { watchReach } from '../../../src/apis/http/reach.ts'
import { systemClock } from '../../../src/base/clock.ts'
import { ALERT, BREAKS, CERTIFICATE, KEY } from '../../loopback-tls.ts'

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

test.each(Object.entries(BREAKS))(
  'a request that got through may have arrived, though then there comes %s',
  async (_, breaking) => {
    const seen: string[] = []
    const failure = await post(await listen(breaksAfter(breaking, seen)))
    expect(seen).toEqual(['POST /run HTTP/1.1'])
    expect(failure).toMatchObject({ kind: 'interrupted' })
  },
)

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
