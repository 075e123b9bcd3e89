// A step in this process: the action's own `main`, over a world made by hand in which time passes as fast as the machine can.
import { setImmediate } from 'node:timers/promises'
import { readFileSync } from 'node:fs'
import { inVirtualTime } from '../../bench/virtual-time.ts'
import { Failure } from '../../src/base/failure.ts'
import type { Clock } from '../../src/base/clock.ts'
import { connectionFailure, late, refusal } from '../../src/apis/http/refusals.ts'
import { type Exchange, type ExchangeOptions, REQUEST_TIMEOUT_MS } from '../../src/apis/http/request.ts'
import { main } from '../../src/main.ts'
import type { World } from '../../src/world.ts'
import { randomFrom } from '../server/random.ts'
import { type FuzzApi, fuzzApi, toldOf } from './api.ts'
import type { Seen } from './oracle.ts'
import type { Plan } from './plan.ts'
import { inputsFor } from './step.ts'

const START = Date.UTC(2026, 10, 2, 3)
/** Defaults as action.yml has them, read once. */
const DEFAULTS = defaultsOf(readFileSync(new URL('../../action.yml', import.meta.url), 'utf8'))

/** Plays one step against the server of a plan. */
export async function playInProcess(plan: Plan): Promise<{ api: FuzzApi; seen: Seen }> {
  const api = fuzzApi(plan, START)
  const seen = await inVirtualTime(async (time) => {
    const clock: Clock = { now: () => START + time.now(), sleep: (ms, signal) => time.sleep(ms, signal) }
    const inputs = { ...DEFAULTS, ...inputsFor(plan, 'https://fuzz.example/api/v1') }
    const outputs: Record<string, string> = {}
    const lines: string[] = []
    const say = (line: string): void => void lines.push(line)
    const random = randomFrom('fuzz step', plan.seed)
    const world: World = {
      toolkit: {
        getInput: (name) => inputs[name as keyof typeof inputs] ?? '',
        setSecret: () => undefined,
        saveState: () => undefined,
        setOutput: (name, value) => void (outputs[name] = value),
        writeSummary: (markdown) => Promise.resolve(say(markdown)),
        info: say,
        notice: say,
        warning: say,
        error: say,
        startGroup: say,
        endGroup: () => undefined,
      },
      env: {},
      clock,
      random,
      exchange: (options) => exchangeWith(api, clock, options),
      files: { read: () => undefined, list: () => [], writeReports: () => ({}) },
      connect: () => Promise.reject(new Error('not asked')),
      pageTemplate: () => '',
      signal: new AbortController().signal,
    }
    const exitCode = await main(world).catch((error: unknown) => {
      say(`Internal error: ${String(error instanceof Error ? error.stack : error)}`)
      return 1
    })
    return {
      told: toldOf(outputs.results),
      outputs,
      exitCode,
      text: [...lines, ...Object.values(outputs)].join('\n'),
      tookMs: time.now(),
      endedAt: clock.now(),
    }
  })
  await setImmediate()
  return { api, seen }
}

function exchangeWith(api: FuzzApi, clock: Clock, { guidance, secrets }: ExchangeOptions): Exchange {
  const clean = (text: string): string => secrets.reduce((all, secret) => (secret ? all.replaceAll(secret, '***') : all), text)
  return async (request, signal) => {
    const { url, method, timeoutMs = REQUEST_TIMEOUT_MS } = request
    const reply = api.ask(method, url.href, clock.now())
    const waits = reply.is === 'hang' ? timeoutMs : Math.min(reply.afterMs, timeoutMs)
    await clock.sleep(waits, signal)
    if (signal?.aborted) throw new Failure(method === 'GET' ? 'aborted' : 'interrupted', 'The step was cancelled.')
    if (reply.is === 'hang' || reply.afterMs > timeoutMs) throw late(request, timeoutMs, 'sent', undefined)
    if (reply.is === 'reset') throw connectionFailure(Object.assign(new Error('reset'), { code: 'ECONNRESET' }), request, 'sent')
    const headers = Object.fromEntries(Object.entries(reply.headers).map(([name, value]) => [name, clean(value)]))
    const raw = { status: reply.status, statusText: '', headers, text: clean(reply.text) }
    if (raw.status < 200 || raw.status > 299) throw refusal(request, raw, guidance, clock.now())
    try {
      return { status: raw.status, headers, body: raw.text === '' ? undefined : JSON.parse(raw.text) }
    } catch (error) {
      throw new Failure('unreadable', `Could not ${request.purpose}: what came is not JSON.`, { cause: error })
    }
  }
} // prettier-ignore

/** The inputs' defaults: each stands below the input's name in action.yml. */
function defaultsOf(text: string): Record<string, string> {
  const defaults: Record<string, string> = {}
  let name = ''
  for (const line of text.slice(text.indexOf('\ninputs:'), text.indexOf('\noutputs:')).split('\n')) {
    name = /^ {2}([a-z-]+):/.exec(line)?.[1] ?? name
    const value = /^ {4}default: (.*)$/.exec(line)?.[1]
    if (value !== undefined && !value.includes('${{')) defaults[name] = value.replace(/^(['"])(.*)\1$/, '$2')
  }
  return defaults
}
