// Time that stands still until everybody is done, in this process and in those that it starts.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'
import { START, type VirtualTime, createVirtualTime } from '../../../simulator/time/virtual-time.ts'

const CLOCK = fileURLToPath(new URL('../../../simulator/time/virtual-clock.mjs', import.meta.url))

interface Program {
  /** Lets time pass until the program has ended; answers what it wrote. Throws what it wrote to stderr. */
  ended: () => Promise<string>
  kill: (signal: NodeJS.Signals) => void
}

/** Starts a module, given as text, in that time. `log` writes a line, the ms since the start before it. */
function start(time: VirtualTime, code: string, argument = ''): Program {
  const from = `const from = Date.now(); const log = (words) => process.stdout.write((Date.now() - from) + ' ' + words + '\\n');`
  const child = spawn(
    process.execPath,
    ['--import', CLOCK, '--input-type=module', '-e', `${from} ${code}`, '--', argument],
    {
      env: { PATH: process.env['PATH'] ?? '', SIMULATOR_CLOCK: JSON.stringify({ from: time.now() }) },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  )
  time.attach(child)
  const all = Promise.all([text(child.stdout!), text(child.stderr!), once(child, 'close')])
  return {
    kill: (signal) => void child.kill(signal),
    ended: async () => {
      const [shown, trouble] = await time.pass(all)
      if (trouble) throw new Error(trouble)
      return shown
    },
  }
}

const run = (code: string, argument?: string): Promise<string> => start(createVirtualTime(), code, argument).ended()

/** A server that lives in that time, and answers as told. */
async function withServer<T>(
  time: VirtualTime,
  answer: (response: ServerResponse, path: string) => void,
  use: (url: string) => Promise<T>,
): Promise<T> {
  const server = createServer((request, response) => answer(response, request.url ?? ''))
  server.keepAliveTimeout = 0
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  time.serve(server)
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

test('a process sees the time that it is told, on every clock it has', async () => {
  const shown = await run(`
    const clocks = () => [new Date().toISOString(), new Date().constructor === Date, performance.now(), process.uptime(), ...process.hrtime(), Number(process.hrtime.bigint())]
    const before = process.hrtime()
    log(clocks().join())
    setTimeout(() => log([...clocks(), ...process.hrtime(before), Date().slice(0, 15), new Date(5).getTime()].join()), 90_061_001)`)
  expect(shown).toBe(
    '0 2026-11-02T03:00:00.000Z,true,0,0,0,0,0\n' +
      '90061001 2026-11-03T04:01:01.001Z,true,90061001,90061.001,90061,1000000,90061001000000,90061,1000000,Tue Nov 03 2026,5\n',
  )
})

test('timers run in the order in which they are due, each with its own microtasks', async () => {
  const shown = await run(`
    setTimeout(() => { log('c'); Promise.resolve().then(() => log('its microtask')); setTimeout(log, 0, 'later') }, 20)
    setTimeout(log, 20, 'd')
    setTimeout(log, 10.9, 'b')
    setTimeout(log, -5, 'a')
    setTimeout(log, 2 ** 31, 'a, too')
    setImmediate(log, 'immediate')`)
  expect(shown).toBe('0 immediate\n1 a\n1 a, too\n10 b\n20 c\n20 its microtask\n20 d\n21 later\n')
})

test('timers can be cleared, refreshed, disposed, and repeat', async () => {
  const shown = await run(`
    import { clearInterval as clearOne, setInterval as every } from 'node:timers'
    import { promisify } from 'node:util'
    const gone = [setTimeout(log, 5, 'cleared'), setTimeout(log, 5, 'cleared by its id')]
    clearTimeout(gone[0]); clearTimeout(Number(gone[1])); clearTimeout(undefined)
    { using timer = setTimeout(log, 5, 'disposed') }
    const late = setTimeout(log, 100, 'refreshed')
    setTimeout(() => late.refresh(), 60)
    const repeated = every(() => log('again'), 40)
    setTimeout(() => clearOne(repeated), 130)
    log(String([late.hasRef(), late.unref().hasRef(), late.ref().hasRef()]))
    log(await promisify(setTimeout)(7, 'promised'))`)
  expect(shown).toBe('0 true,false,true\n7 promised\n40 again\n80 again\n120 again\n160 refreshed\n')
})

test('promises of timers and signals that abort', async () => {
  const shown = await run(`
    import { scheduler, setInterval as ticks, setTimeout as wait } from 'node:timers/promises'
    const controller = new AbortController()
    setTimeout(() => controller.abort(new Error('enough')), 30)
    await wait(50, null, { signal: controller.signal }).catch(({ name, code, cause }) => log([name, code, cause.message].join()))
    await wait(5, null, { signal: controller.signal }).catch(({ name }) => log(name))
    log(await wait(20, 'value'))
    await scheduler.wait(10)
    for await (const value of ticks(15, 'tick')) { log(value); if (Date.now() - from > 80) break }
    const signal = AbortSignal.timeout(40)
    signal.addEventListener('abort', () => log(signal.reason.name))
    await wait(41)`)
  expect(shown).toBe('30 AbortError,ABORT_ERR,enough\n30 AbortError\n50 value\n75 tick\n90 tick\n130 TimeoutError\n')
})

test('a process ends when it would in real time: no timer that is unreferenced keeps it, nor what others wait for', async () => {
  const time = createVirtualTime()
  const program = start(time, `setTimeout(log, 500, 'never').unref(); setTimeout(log, 100, 'last')`)
  const slept = time.sleep(3_000)
  expect(await program.ended()).toBe('100 last\n')
  expect(time.now()).toBe(START + 100)
  await slept
  expect(time.now()).toBe(START + 3_000)
})

test.each([
  [
    'a file',
    `import { readFile } from 'node:fs/promises'; await Promise.all(Array.from({ length: 3 }, () => readFile(process.execPath)))`,
  ],
  ['a module', `await import('node:sqlite'); await import('data:text/javascript,export default 1')`],
  ['a name', `import { lookup } from 'node:dns/promises'; await lookup('localhost')`],
  ['WebAssembly', `await WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))`],
  [
    'a long computation',
    `for (let i = 0, end = process.cpuUsage().user + 50_000; process.cpuUsage().user < end; i++);`,
  ],
])('no time passes while a process works at %s', async (_, work) => {
  expect(await run(`setTimeout(log, 1, 'timer'); ${work}; log('done')`)).toBe('0 done\n1 timer\n')
})

test('no time passes while an answer is on its way, however large', async () => {
  const time = createVirtualTime()
  await withServer(
    time,
    (response) => void time.after(2_000, () => response.end('x'.repeat(20_000_000))),
    async (url) => {
      const program = start(
        time,
        `import { get } from 'node:http'
        const timer = setInterval(log, 1_500, 'tick')
        get(process.argv.at(-1), async (answer) => {
          let size = 0
          for await (const chunk of answer) size += chunk.length
          log(size)
          clearInterval(timer)
        })`,
        url,
      )
      expect(await program.ended()).toBe('1500 tick\n2000 20000000\n')
    },
  )
})

test('a connection that nobody uses times out in virtual time, and activity puts that off', async () => {
  const time = createVirtualTime()
  await withServer(
    time,
    (response) => {
      response.write('a')
      time.after(800, () => response.write('b'))
    },
    async (url) => {
      const program = start(
        time,
        `import { get } from 'node:http'
        const request = get(process.argv.at(-1), (answer) => answer.on('data', log))
        request.setTimeout(1_000, () => request.destroy())
        request.on('close', () => log('closed'))`,
        url,
      )
      expect(await program.ended()).toBe('0 a\n800 b\n1800 closed\n')
    },
  )
})

test('a client of this process is waited for, too', async () => {
  const time = createVirtualTime()
  await withServer(
    time,
    (response) => void time.after(60_000, () => response.end('late')),
    async (url) => {
      const answer = await time.pass(fetch(url))
      expect([await answer.text(), time.now()]).toEqual(['late', START + 60_000])
    },
  )
})

test('a signal is taken before time goes on, and a kill is an end', async () => {
  const time = createVirtualTime()
  const handled = start(
    time,
    `process.on('SIGINT', () => { log('SIGINT'); process.exit() }); setInterval(() => {}, 1_000)`,
  )
  await time.sleep(2_500)
  handled.kill('SIGINT')
  expect(await handled.ended()).toBe('2500 SIGINT\n')

  const killed = start(time, `setInterval(log, 1_000, 'tick')`)
  await time.sleep(1_500)
  killed.kill('SIGKILL')
  expect(await killed.ended()).toBe('1000 tick\n')
  expect(time.now()).toBe(START + 4_000)
})

test('two processes that are due at the same moment act one after the other, in the order in which they were started', async () => {
  const time = createVirtualTime()
  const order: string[] = []
  await withServer(
    time,
    (response, path) => {
      order.push(path)
      response.end()
    },
    async (url) => {
      const code = `import { get } from 'node:http'
        const [url, name, work] = process.argv.at(-1).split(' ')
        setTimeout(() => { for (let end = process.cpuUsage().user + Number(work); process.cpuUsage().user < end;); get(url + '/' + name) }, 50)
        setTimeout(() => process.exit(), 60)`
      const programs = [start(time, code, `${url} slow 50000`), start(time, code, `${url} quick 0`)]
      for (const program of programs) await program.ended()
      expect(order).toEqual(['/slow', '/quick'])
    },
  )
})

test('a server that does not live in this time is a clear error, not a hang', async () => {
  const time = createVirtualTime()
  await withServer(
    createVirtualTime(),
    (response) => void response.write('a'),
    async (url) => {
      const program = start(time, `import { get } from 'node:http'; get(process.argv.at(-1), (a) => a.resume())`, url)
      const ended = program.ended().catch((error: Error) => error.message)
      expect(await ended).toMatch(
        /^process \d+ has a connection to port \d+, whose server does not live in this virtual time: serve\(server\)$/,
      )
      program.kill('SIGKILL')
    },
  )
})

test('what cannot happen any more, or does not in time, is a clear error', async () => {
  const time = createVirtualTime()
  await expect(time.until('a miracle', () => false)).rejects.toThrow(
    'Nothing is left that could happen, and this is waited for: a miracle.',
  )
  time.after(10_000, () => undefined)
  await expect(time.until('a miracle', () => false, 5_000)).rejects.toThrow(
    'Waited until 2026-11-02T03:00:05.000Z of virtual time in vain for a miracle.',
  )
})

test('work that nobody can see is waited for where it is held', async () => {
  const time = createVirtualTime()
  const seen: number[] = []
  time.after(1_000, () => {
    const done = time.hold()
    void fetch('data:,hidden').then(() => {
      seen.push(time.now())
      done()
    })
  })
  await time.sleep(5_000)
  expect(seen).toEqual([START + 1_000])
})

test('with a pace it moves in steps, and waits before each', async () => {
  const waits: number[] = []
  const time = createVirtualTime({ pace: { stepMs: 400, wait: async () => void waits.push(time.now() - START) } })
  await time.sleep(1_000)
  expect([waits, time.now()]).toEqual([[0, 400], START + 1_000])
})
