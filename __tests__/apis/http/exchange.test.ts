// The HTTP seam against a real server on loopback that misbehaves in every way the simulator knows.
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Simulator, startSimulator } from '../../../simulator/callmeter/callmeter.ts'
import type { FaultKind } from '../../../simulator/server/faults.ts'
import { createVirtualTime } from '../../../simulator/time/virtual-time.ts'
import { systemClock } from '../../../src/base/clock.ts'
import { Failure, type FailureKind } from '../../../src/base/failure.ts'
import { CALLMETER } from '../../../src/apis/callmeter/vendor.ts'
import { MAX_BODY_BYTES, httpExchange } from '../../../src/apis/http/exchange.ts'
import type { Guidance, HttpAnswer } from '../../../src/apis/http/request.ts'
import { installTimers } from '../../virtual-timers.ts'

const time = createVirtualTime()
let simulator: Simulator
let uninstall: () => void
beforeAll(async () => {
  uninstall = installTimers(time)
  simulator = await startSimulator({ requestsPerMinute: 100_000, clock: time })
})
afterAll(async () => {
  await simulator.close()
  uninstall()
})

const exchange = (secrets: string[] = []) => httpExchange({ secrets, clock: systemClock, guidance: CALLMETER })

async function readProjects(
  options: { timeoutMs?: number; signal?: AbortSignal; key?: string; url?: string } = {},
): Promise<HttpAnswer> {
  return exchange([simulator.key])(
    {
      method: 'GET',
      url: new URL(options.url ?? `${simulator.url}/projects`),
      purpose: 'read the list of projects',
      headers: { authorization: `Bearer ${options.key ?? simulator.key}` },
      timeoutMs: options.timeoutMs ?? 5_000,
    },
    options.signal,
  )
}

async function failureOf(promise: Promise<unknown>): Promise<Failure> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(Failure)
  return error as Failure
}

test('a good answer is read', async () => {
  const { status, body } = await readProjects()
  expect(status).toBe(200)
  expect(body).toMatchObject({ data: expect.any(Array), meta: { pagination: { page: 1 } } })
})

test.each<[FaultKind, FailureKind, RegExp]>([
  [{ kind: 'status', status: 400 }, 'rejected', /answered 400/],
  [{ kind: 'status', status: 401 }, 'key-refused', /answered 401.*|check `api-key`/],
  [{ kind: 'status', status: 403 }, 'forbidden', /answered 403/],
  [{ kind: 'status', status: 404 }, 'not-found', /answered 404/],
  [{ kind: 'status', status: 405 }, 'not-offered', /answered 405/],
  [{ kind: 'status', status: 429, retryAfter: 7 }, 'rate-limited', /answered 429/],
  [{ kind: 'status', status: 500 }, 'server', /answered 500/],
  [{ kind: 'status', status: 503, body: '<html><h1>Down</h1></html>' }, 'server', /answered 503/],
  [{ kind: 'status', status: 302, headers: { location: 'http://127.0.0.1:9/' } }, 'unreadable', /answered 302/],
  [{ kind: 'reset-before' }, 'interrupted', /broke off before an answer came/],
  [{ kind: 'cut' }, 'interrupted', /broke off in the middle of the answer/],
  [{ kind: 'html' }, 'unreadable', /with text\/html.* where JSON was expected/],
  [{ kind: 'not-json' }, 'unreadable', /text that is not JSON/],
  [{ kind: 'huge' }, 'too-large', /larger than 16 MB/],
])('%j is a failure of kind %s', async (fault, kind, words) => {
  simulator.addFault({ operation: 'listProjects', ...fault })
  const failure = await failureOf(readProjects())
  expect(failure.kind).toBe(kind)
  expect(failure.message).toMatch(/^Could not read the list of projects: /)
  expect(failure.message).toMatch(words)
})

test('an answer that never comes, or never ends, is given up at the deadline', async () => {
  for (const kind of ['hang', 'drip'] as const) {
    simulator.addFault({ operation: 'listProjects', kind, ...(kind === 'drip' ? { seconds: 0.02 } : {}) })
    const from = time.now()
    const failure = await time.pass(failureOf(readProjects({ timeoutMs: 300 })))
    expect([kind, failure.kind, time.now() - from]).toEqual([kind, 'interrupted', 300])
    expect(failure.message).toMatch(/no whole answer from .* within 0\.3 s/)
  }
})

test('an abort ends a request that is under way', async () => {
  simulator.addFault({ operation: 'listProjects', kind: 'hang' })
  const controller = new AbortController()
  const before = simulator.requests.length
  const pending = failureOf(readProjects({ signal: controller.signal }))
  await time.until('the request', () => simulator.requests.length > before)
  controller.abort()
  expect((await pending).kind).toBe('aborted')
})

test('a server that is not there is certain not to have got the request', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  expect((await failureOf(readProjects({ url: `http://127.0.0.1:${port}/projects` }))).kind).toBe('not-sent')
  expect((await failureOf(readProjects({ url: 'http://no-such-host.invalid/projects' }))).kind).toBe('not-sent')
})

test.each<[string, object, number | undefined]>([
  ['the header', { retryAfter: 7, body: { retry_after: 12 } }, 7_000],
  ['the body', { body: { error: 'rate_limit_exceeded', message: 'Slow down.', retry_after: 12 } }, 12_000],
  ['the reset of the limit', { headers: { 'x-ratelimit-reset': '9' } }, 9_000],
  ['the body before the reset', { body: { retry_after: 0.5 }, headers: { 'x-ratelimit-reset': '9' } }, 500],
  ['the reset where the body is odd', { body: { retry_after: -1 }, headers: { 'x-ratelimit-reset': '9' } }, 9_000],
  [
    'nothing where all are odd',
    { body: { retry_after: '1e999' }, headers: { 'x-ratelimit-reset': 'soon' } },
    undefined,
  ],
  ['nothing where there is nothing', {}, undefined],
])('how long to wait after a 429 is told by %s', async (_, fault, expected) => {
  simulator.addFault({ operation: 'listProjects', kind: 'status', status: 429, ...fault })
  expect((await failureOf(readProjects())).retryAfterMs).toBe(expected)
})

test('a body that asks for time without a 429 is not heard', async () => {
  simulator.addFault({ operation: 'listProjects', kind: 'status', status: 500, body: { retry_after: 12 } })
  expect((await failureOf(readProjects())).retryAfterMs).toBeUndefined()
})

test('what to do about a refusal is told by the inputs of the API that was asked', async () => {
  const guidance = { name: 'Other', urlInput: 'other-url', advice: { 401: 'Check `other-key`.' } }
  const adviceOf = async (fault: FaultKind, of: Guidance) => {
    simulator.addFault({ operation: 'listProjects', ...fault })
    const send = httpExchange({ secrets: [], clock: systemClock, guidance: of })
    return (await failureOf(send({ method: 'GET', url: new URL(`${simulator.url}/projects`), purpose: 'try' }))).advice
  }
  const faults: FaultKind[] = [{ kind: 'status', status: 401 }, { kind: 'status', status: 302 }, { kind: 'html' }]
  for (const [fault, ours, others] of [
    [faults[0], '`api-key`', '`other-key`'],
    [faults[1], '`api-url`', '`other-url`'],
    [faults[2], '`api-url`', '`other-url`'],
  ] as const) {
    expect(await adviceOf(fault as FaultKind, CALLMETER)).toContain(ours)
    const advice = await adviceOf(fault as FaultKind, guidance)
    expect(advice).toContain(others)
    expect(advice).not.toContain(ours)
  }
})

test.each([
  [{ error: { code: '400', message: 'No such page.' } }, '400 Bad Request: No such page.'],
  [{ error: 'invalid_page', message: 'No such page' }, '400 invalid_page: No such page.'],
  [{ error: 'invalid_page' }, '400 invalid_page.'],
  [['No'], '400 Bad Request: ["No"].'],
])('the error %j is told as "%s"', async (body, words) => {
  simulator.addFault({ operation: 'listProjects', kind: 'status', status: 400, body })
  expect((await failureOf(readProjects())).message.endsWith(`answered ${words}`)).toBe(true)
})

test('the key is taken out of whatever the server says', async () => {
  simulator.addFault({
    operation: 'listProjects',
    kind: 'status',
    status: 400,
    body: { error: { code: 'X', message: `bad ${simulator.key}!` } },
  })
  const failure = await failureOf(readProjects())
  expect(failure.message).toContain('bad ***!')
  expect(failure.message).not.toContain(simulator.key)
})

test('a key that is written with escapes is taken out as well, wherever it stands', async () => {
  const key = 'cmk_secret_key'
  const escaped = JSON.stringify({ group: `a ${key} b`, list: [{ [key]: key }] }).replaceAll('_', '\\u005f')
  const server = createServer((_, response) => response.setHeader('content-type', 'application/json').end(escaped))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/x`)
  const { body } = await exchange([key])({ method: 'GET', url, purpose: 'read it' })
  await new Promise((resolve) => server.close(resolve))
  expect(body).toEqual({ group: 'a *** b', list: [{ '***': '***' }] })
})

test('other escapes stay what they are', async () => {
  const answer = { quote: '"', slash: String.raw`\\u0041 \" / \\`, line: 'a\nb', far: '\u00e9\u2028', plain: 'A/_' }
  const escaped = JSON.stringify(answer)
    .replaceAll('/', String.raw`\/`)
    .replaceAll('A', String.raw`\u0041`)
  const server = createServer((_, response) => response.setHeader('content-type', 'application/json').end(escaped))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/x`)
  const { body } = await exchange(['cmk_x'])({ method: 'GET', url, purpose: 'read it' })
  await new Promise((resolve) => server.close(resolve))
  expect(body).toEqual(answer)
})

test('the request id of an error answer is told', async () => {
  const failure = await failureOf(readProjects({ key: 'cmk_wrong' }))
  expect(failure.message).toMatch(/answered 401 UNAUTHORIZED: .* \(request [\w-]+\)/)
})

test.each([
  ['cmk_secret_key', String.raw`{"data":"a \u0063mk_secret\u005fkey \/ cmk_secret_key"}`],
  ['cmk/secret', String.raw`{"data":"a cmk\/secret"}`],
  ['a"b\\c', String.raw`{"data":"x a\"b\\c y","a\u0022b\u005cc":["a\"b\\c"]}`],
  ['schlüssel', String.raw`{"data":"schl\u00FCssel"}`],
])('the key %s is in no form in what was read', async (key, body) => {
  const headers = { 'content-type': 'application/json', 'x-echo': `key ${encodeURI(key) === key ? key : 'none'}` }
  simulator.addFault({ operation: 'listProjects', kind: 'status', status: 200, body, headers })
  const answer = await exchange([key])({ method: 'GET', url: new URL(`${simulator.url}/projects`), purpose: 'read' })
  expect(JSON.stringify(answer)).not.toContain(JSON.stringify(key).slice(1, -1))
  expect(JSON.stringify(answer.body)).toContain('***')
})

test('JSON that is broken in escapes is not mended on the way, so that the key comes of it', async () => {
  const body = String.raw`{"data":"cmk\u005\u0066secret_key"}`
  simulator.addFault({
    operation: 'listProjects',
    kind: 'status',
    status: 200,
    body,
    headers: { 'content-type': 'application/json' },
  })
  const send = exchange(['cmk_secret_key'])
  const failure = await failureOf(send({ method: 'GET', url: new URL(`${simulator.url}/projects`), purpose: 'read' }))
  expect(failure.kind).toBe('unreadable')
  expect(failure.message).not.toContain('cmk_secret_key')
})

test('the key is not in the words of a refusal either: neither of its status, nor of its type', async () => {
  const server = createServer((_, response) => {
    response.writeHead(200, 'fine for cmk_secret_key', { 'content-type': 'text/cmk_secret_key' })
    response.end('no')
  })
  const refusing = createServer((_, response) => {
    response.writeHead(401, 'no cmk_secret_key', { 'content-type': 'text/plain' })
    response.end()
  })
  for (const one of [server, refusing]) {
    one.listen(0, '127.0.0.1')
    await once(one, 'listening')
    time.serve(one)
    const url = new URL(`http://127.0.0.1:${(one.address() as AddressInfo).port}/`)
    const failure = await failureOf(exchange(['cmk_secret_key'])({ method: 'GET', url, purpose: 'read' }))
    expect(failure.message).toContain('***')
    expect(failure.message).not.toContain('secret')
    one.closeAllConnections()
    one.close()
  }
})

test('JSON nested too deeply is refused without being parsed', async () => {
  const deep = `{"data":${'['.repeat(100_000)}${']'.repeat(100_000)}}`
  simulator.addFault({
    operation: 'listProjects',
    kind: 'status',
    status: 200,
    body: deep,
    headers: { 'content-type': 'application/json' },
  })
  const failure = await failureOf(readProjects())
  expect([failure.kind, failure.message]).toEqual(['too-large', expect.stringContaining('nested deeper than')])
})

test('JSON of millions of empty rows is refused without being parsed', async () => {
  const body = `{"data":[${'{},'.repeat(1_000_000)}{}]}`
  const headers = { 'content-type': 'application/json' }
  simulator.addFault({ operation: 'listProjects', kind: 'status', status: 200, body, headers })
  const failure = await failureOf(readProjects())
  expect([failure.kind, failure.message]).toEqual(['too-large', expect.stringContaining('more than 1000000 objects')])
})

test('a body just below the limit is read', async () => {
  const text = JSON.stringify({ data: 'x'.repeat(MAX_BODY_BYTES - 100) })
  simulator.addFault({
    operation: 'listProjects',
    kind: 'status',
    status: 200,
    body: text,
    headers: { 'content-type': 'application/json' },
  })
  expect((await readProjects()).status).toBe(200)
})

test('a POST has a connection of its own, reads share one', async () => {
  const sockets = new Map<string, Set<unknown>>([
    ['GET', new Set()],
    ['POST', new Set()],
  ])
  // No connection is closed because it was idle for long.
  const server = createServer({ keepAliveTimeout: 0 }, (request, response) => {
    sockets.get(request.method ?? '')?.add(request.socket)
    response.setHeader('content-type', 'application/json').end('{}')
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  const send = exchange()
  for (const method of ['GET', 'GET', 'POST', 'GET', 'POST'] as const) await send({ method, url, purpose: 'try' })
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  expect([sockets.get('GET')?.size, sockets.get('POST')?.size]).toEqual([1, 2])
})
