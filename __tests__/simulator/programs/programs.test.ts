import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { setImmediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'
import { DEMO_KEY } from '../../../simulator/callmeter/account.ts'
import { SCENARIOS } from '../../../simulator/callmeter/scenarios.ts'

const file = (name: string) => fileURLToPath(new URL(`../../../simulator/programs/${name}`, import.meta.url))
const run = (name: string, ...args: string[]) =>
  spawnSync(process.execPath, [file(name), ...args], { encoding: 'utf8' })

test.each(['server.ts', 'demo.ts'])('%s --help names every scenario', (program) => {
  const { status, stdout } = run(program, '--help')
  expect(status).toBe(0)
  for (const name of Object.keys(SCENARIOS)) expect(stdout).toContain(`  ${name} `)
  for (const { description } of Object.values(SCENARIOS)) expect(stdout).toContain(description)
})

test.each([
  ['server.ts', ['--scenario', 'nope'], "There is no scenario 'nope'. There are:\n  healthy"],
  ['demo.ts', ['--scenario', 'nope'], "There is no scenario 'nope'. There are:\n  healthy"],
  ['server.ts', ['--speed', 'quick'], "--speed takes a number of at least 0.001, not 'quick'."],
  ['server.ts', ['--requests-per-minute', '0'], "a number of at least 1, not '0'"],
  ['server.ts', ['--sped', '3'], "Unknown option '--sped'"],
  ['demo.ts', ['--input', 'wait'], "--input takes NAME=VALUE, not 'wait'."],
])('%s %j is refused without a stack', (program, args, message) => {
  const { status, stdout, stderr } = run(program, ...args)
  expect([status, stdout]).toEqual([2, ''])
  expect(stderr).toContain(message)
  expect(stderr).not.toContain('    at ')
})

const requests = async (url: string | undefined): Promise<unknown> =>
  (await fetch(new URL('/_simulator/requests', url))).json()

test('server.ts serves what it prints, until it is interrupted', async () => {
  const server = spawn(process.execPath, [file('server.ts'), '--port', '0', '--scenario', 'degraded', '--speed', '60'])
  const exited = once(server, 'exit')
  let late: Promise<string> | undefined
  try {
    let shown = ''
    for await (const chunk of server.stdout.setEncoding('utf8')) {
      shown += String(chunk)
      if (shown.includes('Ctrl+C')) break
    }
    const url = /api-url\s+(\S+)/.exec(shown)?.[1]
    const key = /api-key\s+(\S+)/.exec(shown)?.[1]
    expect(key).toBe(DEMO_KEY)
    const response = await fetch(`${url}/projects`, { headers: { authorization: `Bearer ${key}` } })
    expect(response.status).toBe(200)
    await response.text()

    // An answer that is due in an hour must not keep the program from ending.
    const fault = JSON.stringify({ path: '/projects', kind: 'slow', seconds: 216_000 })
    await fetch(new URL('/_simulator/faults', url), { method: 'POST', body: fault })
    late = fetch(`${url}/projects`, { headers: { authorization: `Bearer ${key}` } }).then(
      () => 'answered',
      () => 'broken off',
    )
    while (JSON.stringify(await requests(url)).split('"path"').length < 3) await setImmediate()
  } finally {
    server.kill('SIGINT')
  }
  expect(await exited).toEqual([0, null])
  expect(await late).toBe('broken off')
})
