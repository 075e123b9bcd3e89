// The way to the API: private certificates, company proxies, redirects. Proxies and certificates are made here, by node and openssl.
import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type IncomingMessage, createServer as createHttpServer } from 'node:http'
import { type Socket, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { DEMO_KEY } from '../../simulator/callmeter/account.ts'
import { gate } from './gate.ts'
import { RUNS, TRIGGER, type World, inWorld, requestsTo } from './live-step.ts'
import { type Pair, type TlsServer, closeAll, passOn, portOf, startTls } from './tls-server.ts'

const folder = mkdtempSync(join(tmpdir(), 'connection-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const CA = authority('ca')
const TRUSTED = certificate('trusted', CA, 'DNS:localhost,DNS:callmeter.test,IP:127.0.0.1,IP:0.0.0.0')
const FOREIGN = certificate('foreign', authority('other-ca'), 'DNS:localhost,DNS:callmeter.test')
const MISNAMED = certificate('misnamed', CA, 'DNS:elsewhere.test')
const EXPIRED = certificate('expired', CA, 'DNS:localhost', '20200101000000Z', '20200102000000Z')

const trusting = { NODE_EXTRA_CA_CERTS: CA.cert }

describe('TLS', () => {
  test.concurrent('a certificate of a private CA (made by openssl) is taken with NODE_EXTRA_CA_CERTS', async () => {
    await behindTls(TRUSTED, async (world, { port }) => {
      const step = await world.start({ 'api-url': `https://localhost:${port}/api/v1` }, { env: trusting })
      const result = await step.ended
      expect([result.outputs.verdict, result.exitCode]).toEqual(['passed', 0])
      expect(requestsTo(world.simulator, 'POST', TRIGGER)).toHaveLength(1)
    })
  })

  test.concurrent('the post step takes it, too', async () => {
    await behindTls(
      TRUSTED,
      async (world, { port }) => {
        const step = await world.start({ 'api-url': `https://localhost:${port}/api/v1` }, { env: trusting })
        await world.until('a run', () => world.simulator.runs.length === 1)
        await step.kill('SIGKILL')
        const post = await step.post()
        expect([post.exitCode, world.simulator.runs[0]?.stoppedBy]).toEqual([0, 'api'])
      },
      600,
    )
  })

  test.concurrent.each([
    ['of a CA that is not known', TRUSTED, {}, /NODE_EXTRA_CA_CERTS/],
    ['of another CA than the one that is', FOREIGN, trusting, /NODE_EXTRA_CA_CERTS/],
    ['for another name', MISNAMED, trusting, /ERR_TLS_CERT_ALTNAME_INVALID/],
    ['that has expired', EXPIRED, trusting, /CERT_HAS_EXPIRED/],
  ] as const)('a certificate %s ends in a clear error, and nothing is sent', async (_, shown, env, words) => {
    await behindTls(shown, async (world, { port }) => {
      const step = await world.start({ 'api-url': `https://localhost:${port}/api/v1` }, { env })
      const result = await step.ended
      expect([result.outputs.verdict, result.exitCode]).toEqual(['error', 1])
      expect(result.annotations[0]?.message).toMatch(words)
      expect(result.annotations[0]?.message).toMatch(/no trusted connection/)
      expect(world.simulator.requests).toEqual([])
      expect((await step.post()).requests).toEqual([])
    })
  })

  test.concurrent('https where plain http is spoken ends in a clear error, and nothing is sent', async () => {
    await inWorld({}, async (world) => {
      const step = await world.start({ 'api-url': world.simulator.url.replace('http:', 'https:') })
      const result = await step.ended
      expect([result.outputs.verdict, result.exitCode]).toEqual(['error', 1])
      expect(result.annotations[0]?.message).toMatch(/no trusted connection/)
      expect(world.simulator.requests).toEqual([])
    })
  })

  test.concurrent(
    'a certificate that is wrong just for the trigger: nothing was sent, so it is tried again',
    async () => {
      await behindTls(TRUSTED, async (world, server) => {
        world.simulator.addFault({ operation: 'listTests', kind: 'slow', seconds: 10 })
        const step = await world.start(
          { 'api-url': `https://localhost:${server.port}/api/v1`, wait: 'false' },
          { env: trusting },
        )
        // Reads keep the connection that they have; the trigger has one of its own.
        await world.arrived('GET', /\/tests$/)
        server.show(pem(FOREIGN))
        await world.until('a refused try', () => /no trusted connection/.test(step.shown()))
        server.show(pem(TRUSTED))

        const result = await step.ended
        expect([result.outputs.verdict, world.simulator.runs.length]).toEqual(['triggered', 1])
        expect(requestsTo(world.simulator, 'GET', RUNS)).toHaveLength(1)
      })
    },
  )
})

describe('a proxy (written for this test, with node:http)', () => {
  test.concurrent.each(['https_proxy', 'HTTPS_PROXY'])('of %s is used, and never sees the key', async (name) => {
    await behindProxy({}, async (world, proxy) => {
      const step = await world.start(
        { 'api-url': 'https://callmeter.test/api/v1' },
        { env: { ...trusting, [name]: proxy.url } },
      )
      const result = await step.ended
      expect([result.outputs.verdict, result.exitCode, result.signal]).toEqual(['passed', 0, null])
      expect(new Set(proxy.asked.map(({ url }) => url))).toEqual(new Set(['callmeter.test:443']))
      expect(JSON.stringify(proxy.asked.map(({ headers }) => headers))).not.toContain(DEMO_KEY)
      expect(requestsTo(world.simulator, 'POST', TRIGGER)).toHaveLength(1)
    })
  })

  test.concurrent('is used by the post step, too', async () => {
    await behindProxy(
      {},
      async (world, proxy) => {
        const step = await world.start(
          { 'api-url': 'https://callmeter.test/api/v1' },
          { env: { ...trusting, https_proxy: proxy.url } },
        )
        await world.until('a run', () => world.simulator.runs.length === 1)
        await step.kill('SIGKILL')
        const post = await step.post()
        expect([post.exitCode, world.simulator.runs[0]?.stoppedBy]).toEqual([0, 'api'])
      },
      600,
    )
  })

  test.concurrent('gets its user and password, which show nowhere', async () => {
    await behindProxy({ password: 'user:pass word' }, async (world, proxy) => {
      const url = proxy.url.replace('//', '//user:pass%20word@')
      const step = await world.start(
        { 'api-url': 'https://callmeter.test/api/v1' },
        { env: { ...trusting, https_proxy: url } },
      )
      const result = await step.ended
      expect(result.outputs.verdict).toBe('passed')
      expect(result.stdout + result.summary).not.toMatch(/pass(%20| )word/)
    })
  })

  test.concurrent('that wants a password it is not given ends in an error that shows no other', async () => {
    await behindProxy({ password: 'user:right' }, async (world, proxy) => {
      const step = await world.start(
        { 'api-url': 'https://callmeter.test/api/v1' },
        { env: { ...trusting, https_proxy: proxy.url.replace('//', '//user:wr0ng@') } },
      )
      const result = await step.ended
      expect([result.outputs.verdict, result.exitCode]).toEqual(['error', 1])
      expect(result.stdout + result.summary).not.toContain('wr0ng')
      // A reader must be able to tell that it is the proxy that refuses, not the API.
      expect(result.annotations[0]?.message).toMatch(/407|[Pp]roxy/)
      expect(world.simulator.requests).toEqual([])
    })
  })

  test.concurrent('that refuses the connection of the trigger: nothing was sent, so it is tried again', async () => {
    await behindProxy({}, async (world, proxy) => {
      world.simulator.addFault({ operation: 'listTests', kind: 'slow', seconds: 10 })
      const step = await world.start(
        { 'api-url': 'https://callmeter.test/api/v1', wait: 'false' },
        { env: { ...trusting, https_proxy: proxy.url } },
      )
      await world.arrived('GET', /\/tests$/)
      proxy.refuseNext(1)
      const result = await step.ended

      expect([result.outputs.verdict, world.simulator.runs.length]).toEqual(['triggered', 1])
      expect(requestsTo(world.simulator, 'GET', RUNS)).toHaveLength(1)
      expect(requestsTo(world.simulator, 'POST', TRIGGER)).toHaveLength(1)
    })
  })

  test.concurrent('that is not there ends in an error, and the process ends', async () => {
    await inWorld({}, async (world) => {
      const step = await world.start(
        { 'api-url': 'https://callmeter.test/api/v1' },
        { env: { https_proxy: 'http://127.0.0.1:9' } },
      )
      const result = await step.ended
      expect([result.outputs.verdict, result.exitCode, result.signal]).toEqual(['error', 1, null])
      expect(result.annotations[0]?.message).toMatch(/ECONNREFUSED|[Pp]roxy/)
    })
  })

  test.concurrent('that never answers ends in an error, and the process ends', async () => {
    await behindProxy({ silent: true }, async (world, proxy) => {
      const step = await world.start(
        { 'api-url': 'https://callmeter.test/api/v1' },
        { env: { ...trusting, https_proxy: proxy.url } },
      )
      const result = await step.ended
      expect([result.outputs.verdict, result.exitCode, result.signal]).toEqual(['error', 1, null])
    })
  })

  test.concurrent('that never answers does not keep a cancelled step from ending', async () => {
    await behindProxy({ silent: true }, async (world, proxy) => {
      const step = await world.start(
        { 'api-url': 'https://callmeter.test/api/v1' },
        { env: { ...trusting, https_proxy: proxy.url } },
      )
      await world.until('the question to the proxy', () => proxy.asked.length > 0)
      const { result, tookMs } = await step.cancel()
      expect(tookMs).toBeLessThan(7_500)
      expect([result.outputs.verdict, result.exitCode]).toEqual(['cancelled', 1])
    })
  })

  test.concurrent('is left out for the hosts of no_proxy, and used for all others', async () => {
    for (const [noProxy, viaProxy] of [
      ['0.0.0.0', false],
      ['example.com,0.0.0.0', false],
      ['*', false],
      ['callmeter.test', true],
    ] as const) {
      await behindProxy({}, async (world, proxy) => {
        // 0.0.0.0 is this machine, too, but not one that the proxy is left out for of itself.
        const step = await world.start(
          { 'api-url': `https://0.0.0.0:${proxy.tlsPort}/api/v1`, wait: 'false' },
          { env: { ...trusting, https_proxy: proxy.url, no_proxy: noProxy } },
        )
        const result = await step.ended
        expect([noProxy, result.outputs.verdict, proxy.asked.length > 0]).toEqual([noProxy, 'triggered', viaProxy])
      })
    }
  })

  test.concurrent('a host without a name ends in an error that says so', async () => {
    await inWorld({}, async (world) => {
      const step = await world.start({ 'api-url': 'https://callmeter.invalid/api/v1' })
      const result = await step.ended
      expect([result.outputs.verdict, result.exitCode]).toEqual(['error', 1])
      expect(result.annotations[0]?.message).toMatch(/no connection to callmeter\.invalid \((ENOTFOUND|EAI_AGAIN)\)/)
    })
  })
})

describe('a redirect', () => {
  test.concurrent.each([301, 302, 307, 308])('%s is not followed: the key goes to no other host', async (status) => {
    const seen: IncomingMessage[] = []
    const other = createHttpServer((request, response) => {
      seen.push(request)
      response.end('{}')
    }).listen(0, '127.0.0.1')
    await once(other, 'listening')
    try {
      const { outputs, log, simulator } = await gate({
        faults: [
          {
            operation: 'listProjects',
            kind: 'status',
            status,
            headers: { location: `http://127.0.0.1:${portOf(other)}/api/v1/projects` },
            count: Infinity,
          },
        ],
        inputs: { timeout: '60s' },
      })
      expect([outputs.verdict, seen.length, simulator.runs.length]).toEqual(['error', 0, 0])
      expect(log).toMatch(/Redirects are not followed/)
    } finally {
      other.close()
    }
  })
})

interface Certificate {
  /** Paths of PEM files. */
  key: string
  cert: string
}

function openssl(...args: string[]): void {
  execFileSync('openssl', args, { stdio: 'pipe' })
}

function authority(name: string): Certificate {
  const [key, cert] = [join(folder, `${name}.key`), join(folder, `${name}.pem`)]
  openssl('req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '30000', '-subj', `/CN=${name}`, '-keyout', key, '-out', cert) // prettier-ignore
  return { key, cert }
}

/** Good for longer than simulated time can run ahead, unless told otherwise. */
function certificate(
  name: string,
  by: Certificate,
  names: string,
  from = '20200101000000Z',
  until = '20990101000000Z',
): Certificate {
  const [key, request, cert] = ['key', 'csr', 'pem'].map((extension) => join(folder, `${name}.${extension}`)) as [string, string, string] // prettier-ignore
  const database = mkdtempSync(join(folder, 'database-'))
  writeFileSync(join(database, 'index.txt'), '')
  const config = join(database, 'ca.cnf')
  writeFileSync(
    config,
    `[ca]\ndefault_ca = ca\n[ca]\ndatabase = ${database}/index.txt\nnew_certs_dir = ${database}\nrand_serial = yes\ndefault_md = sha256\npolicy = any\nx509_extensions = leaf\n[any]\ncommonName = supplied\n[leaf]\nsubjectAltName = ${names}\n`,
  )
  openssl('req', '-new', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-subj', `/CN=${name}`, '-keyout', key, '-out', request) // prettier-ignore
  openssl('ca', '-batch', '-notext', '-config', config, '-cert', by.cert, '-keyfile', by.key, '-in', request, '-out', cert, '-startdate', from, '-enddate', until) // prettier-ignore
  return { key, cert }
}

/** A simulator behind a server that speaks TLS and passes everything on. */
async function behindTls(
  shown: Certificate,
  use: (world: World, server: TlsServer) => Promise<void>,
  seconds = 10,
): Promise<void> {
  await inWorld({ changes: { durationSeconds: seconds } }, async (world) => {
    const server = await startTls(world, pem(shown))
    try {
      await use(world, server)
    } finally {
      await server.close()
    }
  })
}

const pem = ({ key, cert }: Certificate): Pair => ({ key: readFileSync(key), cert: readFileSync(cert) })

interface Proxy {
  url: string
  tlsPort: number
  /** The CONNECT requests so far. */
  asked: IncomingMessage[]
  /** Answers so many of the next ones with 503. */
  refuseNext: (count: number) => void
}

/** A simulator behind TLS, and a proxy that takes every name for it. */
async function behindProxy(
  { password, silent = false }: { password?: string; silent?: boolean },
  use: (world: World, proxy: Proxy) => Promise<void>,
  seconds = 10,
): Promise<void> {
  await behindTls(
    TRUSTED,
    async (world, { port }) => {
      const sockets = new Set<Socket>()
      const asked: IncomingMessage[] = []
      let refusals = 0
      const server = createHttpServer()
      server.on('connection', (socket: Socket) => void sockets.add(socket.on('error', () => socket.destroy())))
      server.on('connect', (request: IncomingMessage, inside: Socket) => {
        asked.push(request)
        if (silent) return
        const given = /^Basic (.*)$/.exec(request.headers['proxy-authorization'] ?? '')?.[1] ?? ''
        if (password !== undefined && Buffer.from(given, 'base64').toString() !== password) {
          inside.end('HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\n\r\n')
          return
        }
        if (refusals > 0) {
          refusals -= 1
          inside.end('HTTP/1.1 503 Service Unavailable\r\n\r\n')
          return
        }
        const outside = connect(port, 'localhost', () => {
          inside.write('HTTP/1.1 200 Connection established\r\n\r\n')
          passOn(sockets, inside, outside)
        })
      })
      server.listen(0, '127.0.0.1')
      await once(server, 'listening')
      world.time.serve(server)
      try {
        await use(world, {
          url: `http://127.0.0.1:${portOf(server)}`,
          tlsPort: port,
          asked,
          refuseNext: (count) => (refusals = count),
        })
      } finally {
        await closeAll(server, sockets)
      }
    },
    seconds,
  )
}
