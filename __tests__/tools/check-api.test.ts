// `npm run check-api` as a person calls it, against the simulator.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import { DEMO_KEY, DEMO_PROJECT, DEMO_TEST } from '../../simulator/callmeter/account.ts'
import { type Simulator, startSimulator } from '../../simulator/callmeter/callmeter.ts'
import { type CallScalerSimulator, startCallScaler } from '../../simulator/callscaler/callscaler.ts'
import { SCENARIOS } from '../../simulator/callmeter/scenarios.ts'
import { ASSUMED, OK, PROBLEM, checkWith } from '../report/checks.ts'
import { publicCheck } from '../../tools/check-api-file.ts'
import { newFolder } from '../folders.ts'

const program = fileURLToPath(new URL('../../tools/check-api.ts', import.meta.url))
const folder = newFolder('check-api-')

interface Called {
  status: number | null
  stdout: string
  stderr: string
}

async function call(
  args: readonly string[],
  env: Record<string, string> = { CALLMETER_API_KEY: DEMO_KEY },
): Promise<Called> {
  const { CALLMETER_API_KEY: _, CALLSCALER_API_KEY: __, ...others } = process.env
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, ...args], {
    cwd: folder,
    env: { ...others, ...env },
  })
  const [stdout, stderr, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { status: status as number | null, stdout, stderr }
}

async function withSimulator(use: (simulator: Simulator, far: CallScalerSimulator) => Promise<void>): Promise<void> {
  const simulator = await startSimulator({ scenario: { ...SCENARIOS['far-end'], history: 5 } })
  const far = await startCallScaler({ callmeter: simulator })
  try {
    await use(simulator, far)
  } finally {
    await far.close()
    await simulator.close()
  }
}

const NAMED = ['--project', DEMO_PROJECT.slug, '--test', DEMO_TEST.slug]

test('prints what it found, and writes what can be made public', () =>
  withSimulator(async ({ url, requests, runs }, far) => {
    const out = join(folder, 'found.json')
    const { status, stdout, stderr } = await call([...NAMED, '--api-url', url, '--out', out])
    expect([status, stderr]).toEqual([0, expect.not.stringContaining('Error')])
    expect(stdout).toMatch(/✅ ok: project: Project Production PBX is listed\.\n/)
    expect(stdout).toMatch(/✅ as assumed: CallMeter, list-tests: /)
    expect(stdout).toContain(`🔍 Checked, with no problem found. Nothing was started, 1 unknown.\nWrote ${out}`)
    expect(new Set(requests.map(({ method }) => method))).toEqual(new Set(['GET']))
    expect([runs, far.requests]).toEqual([[], []])

    const written = readFileSync(out, 'utf8')
    const file = JSON.parse(written) as { findings: object[]; assumptions: { what: string; fields?: object[] }[] }
    expect(file).toMatchObject({ version: 1, action: expect.stringMatching(/^\d+\.\d+\.\d+$/), verdict: 'checked' })
    expect(file.findings[0]).toEqual({ what: 'api-key', state: 'ok' })
    expect(file.assumptions.find(({ what }) => what === 'run-detail')?.fields).toContainEqual({ field: 'testId', assumed: 'text or count', came: 'text' }) // prettier-ignore
    // Nothing of the account: no key, no name, no id.
    for (const secret of [
      DEMO_KEY,
      DEMO_PROJECT.id,
      DEMO_PROJECT.name,
      DEMO_PROJECT.slug,
      DEMO_TEST.id,
      DEMO_TEST.name,
      DEMO_TEST.slug,
      url,
    ])
      // prettier-ignore
      expect(written).not.toContain(secret)
    expect(written).not.toMatch(/[\da-f]{8}-[\da-f]{4}-|\d{4}-\d\d-\d\d|\d{5,}|callers|receivers/)
  }))

test('looks at CallScaler where a number is given', () =>
  withSimulator(async ({ url }, far) => {
    const urlOfCallScaler = { CALLMETER_API_KEY: DEMO_KEY, CALLSCALER_API_KEY: far.key }
    const { status, stdout } = await call([...NAMED, '--api-url', url, '--callscaler-number', '+15550000000', '--callscaler-api-url', far.url], urlOfCallScaler) // prettier-ignore
    expect([status, stdout]).toEqual([1, expect.stringMatching(/💥 problem: far-end: There is no tracking number/)])
    expect(stdout).toContain('CallScaler, list-numbers')
    const written = readFileSync(join(folder, 'check-api.json'), 'utf8')
    expect(written).toContain('"api": "CallScaler"')
    expect(written).not.toMatch(new RegExp(`${far.key}|\\+1\\d{6}|${far.number.slice(1)}`))
  }))

test('ends with 1 where a run would end in an error', () =>
  withSimulator(async ({ url }) => {
    const { status, stdout } = await call(['--project', 'nope', '--test', 'x', '--api-url', url])
    expect([status, stdout]).toEqual([1, expect.stringContaining('💥 problem: project: There is no project "nope".')])
  }))

describe('a command line that is wrong', () => {
  test.each<[what: string, args: string[], env: Record<string, string>, words: string[]]>([
    ['is empty', [], {}, ['--project is missing', '--test is missing', 'CALLMETER_API_KEY is not set']],
    ['has an option that there is not', [...NAMED, '--key', 'x'], {}, ["Unknown option '--key'"]],
    ['has a key that is none', NAMED, { CALLMETER_API_KEY: 'sk_secret' }, ['is not a CallMeter API key']],
    ['has an address that is not safe', [...NAMED, '--api-url', 'http://callmeter.io'], { CALLMETER_API_KEY: DEMO_KEY }, ['`api-url` is "http://callmeter.io"']],
    ['has a number without a key', [...NAMED, '--callscaler-number', '+1'], { CALLMETER_API_KEY: DEMO_KEY }, ['CALLSCALER_API_KEY is not set']],
  ])('%s: it says so, shows how it is used, and asks nobody', async (_, args, env, words) => {
    const { status, stdout, stderr } = await call([...args, '--out', join(folder, 'none.json')], env)
    expect([status, stdout]).toEqual([2, ''])
    for (const word of words) expect(stderr).toContain(word)
    expect(stderr).toContain('npm run check-api -- --project PROJECT --test TEST')
    expect(stderr).not.toMatch(/sk_secret|at .*\.ts:\d/)
    expect(existsSync(join(folder, 'none.json'))).toBe(false)
  }) // prettier-ignore

  test('asks for help', async () => {
    expect(await call(['--help'], {})).toMatchObject({ status: 0, stdout: expect.stringContaining('--out FILE') })
  })
})

test('of a finding the file has no sentence, and not which test it is', () => {
  const file = publicCheck(checkWith([OK, { ...PROBLEM, reason: 'Private name.' }]), '1.2.3')
  expect(JSON.parse(file)).toEqual({
    version: 1,
    action: '1.2.3',
    verdict: 'error',
    findings: [
      { what: 'api-key', state: 'ok' },
      { what: 'test', state: 'problem', code: 'unknown-name' },
    ],
    assumptions: [ASSUMED],
  })
})
