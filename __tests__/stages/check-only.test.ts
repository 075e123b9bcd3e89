// The check as a whole, over exchanges made by hand; against the simulators it is tried in scenarios/check-only.test.ts.
import { describe, expect, test } from '@jest/globals'
import { callMeterReader } from '../../src/apis/callmeter/client.ts'
import type { ExchangeOptions, HttpRequest } from '../../src/apis/http/request.ts'
import type { Failure } from '../../src/base/failure.ts'
import { checkOnly } from '../../src/stages/check-only.ts'
import { NOON, UNPACED, failure, keptLog, rejection, timeline } from '../fake-api.ts'
import { type Given, read } from '../inputs/given.ts'
import { CONTEXT } from '../publish/fake-github.ts'

type Answers = (path: string) => unknown

const page = (data: unknown[]) => ({ data, meta: { pagination: { page: 1, perPage: 100, total: data.length, totalPages: 1 } } }) // prettier-ignore
const PROJECTS = page([{ id: 'p1', slug: 'pbx' }])
const TESTS = page([{ id: 't1', slug: 'load' }])
/** Projects and tests are there, and nothing else. */
const PLAIN: Answers = (path) =>
  path.endsWith('/projects') ? PROJECTS : path.endsWith('/tests') ? TESTS : failure('not-found')

async function check(given: Given = {}, answers: Answers = PLAIN, signal = new AbortController().signal) {
  const clock = timeline(NOON)
  const requests: HttpRequest[] = []
  const options: ExchangeOptions[] = []
  const report = await checkOnly(read({ 'check-only': 'true', ...given }), {
    world: {
      clock,
      random: () => 0.5,
      env: { GITHUB_API_URL: 'https://github.test', GITHUB_EVENT_NAME: 'pull_request' },
      files: { read: () => undefined, list: () => [], writeReports: () => { throw new Error('a check writes no files') } },
      signal,
      exchange: (opened) => {
        options.push(opened)
        return (request) => {
          requests.push(request)
          const answer = answers(request.url.pathname)
          return answer instanceof Error ? Promise.reject(answer) : Promise.resolve({ status: 200, headers: {}, body: answer })
        }
      },
    },
    log: keptLog(clock),
    context: CONTEXT,
  }) // prettier-ignore
  return { report, requests, options, states: report.findings.map(({ what, state }) => `${what}: ${state}`) }
}

describe('a check', () => {
  test('has nothing that starts, stops or writes: neither by type nor at run time', async () => {
    const reader = callMeterReader({
      exchange: () => Promise.reject(failure('server')),
      pace: UNPACED,
      apiUrl: new URL('https://callmeter.test'),
      apiKey: 'cmk_1',
      clock: timeline(NOON),
      random: () => 0,
    })
    // @ts-expect-error -- the reading part has no such function.
    const [start, stop] = [reader.triggerRun, reader.stopRun]
    expect([start, stop]).toEqual([undefined, undefined])
    expect(Object.keys(reader).toSorted()).toEqual([
      'getRun', 'listEndpoints', 'listProjects', 'listRuns', 'listTests', 'scarcity', 'serverClock', 'serverNow',
    ]) // prettier-ignore
  })

  test('asks every API by GET, and tells none of them of another’s key', async () => {
    const given = { 'callscaler-api-key': 'cs_key_1', 'callscaler-number': '+15735551234', 'github-token': 'ghs_1', 'commit-status': 'q', comment: 'always' } as const // prettier-ignore
    const { requests, options } = await check(given)
    expect(new Set(requests.map(({ method }) => method))).toEqual(new Set(['GET']))
    expect(new Set(requests.map(({ url }) => url.host))).toEqual(new Set(['callmeter.io', 'callscaler.com', 'github.test'])) // prettier-ignore
    const keys = new Map(requests.map(({ url, headers }) => [url.host, headers?.authorization]))
    expect([keys.get('callscaler.com'), keys.get('github.test')]).toEqual(['Bearer cs_key_1', 'Bearer ghs_1'])
    // Whatever an answer repeats, no secret leaves the exchange.
    for (const { secrets } of options)
      expect(secrets).toEqual(expect.arrayContaining(['cmk_0123456789abcdef', 'cs_key_1', 'ghs_1']))
  })

  test('goes on where the API has nothing that nothing documents', async () => {
    const { report, states } = await check()
    expect(report.verdict).toBe('checked')
    expect(states).toEqual([
      'api-key: ok', 'key-role: unknown', 'project: ok', 'test: ok', 'thresholds: unknown', 'baseline: not set',
      'far-end: not set', 'commit-status: not set', 'comment: not set',
    ]) // prettier-ignore
    expect(report.assumptions.filter(({ answered }) => answered === 'not available').length).toBeGreaterThan(8)
  })

  test.each<[Failure, string[], string]>([
    [failure('key-refused'), ['api-key: problem', 'project: unknown', 'test: unknown', 'thresholds: unknown'], 'key-refused'],
    [failure('server'), ['api-key: problem', 'project: unknown', 'test: unknown', 'thresholds: unknown'], 'server'],
  ])('of %s nothing else of CallMeter is known', async (refusal, expected, code) => {
    const { report, states } = await check({}, () => refusal)
    expect(states.slice(0, 4)).toEqual(expected)
    expect([report.verdict, report.code, report.assumptions]).toEqual(['error', code, []])
  }) // prettier-ignore

  test('looks every one of several tests up, and names those that are wrong', async () => {
    const { report } = await check({ test: 'load\nlaod\nt1' })
    expect(report.findings.filter(({ what }) => what === 'test')).toMatchObject([
      { of: 'load', state: 'ok' },
      { of: 'laod', state: 'problem', reason: expect.stringContaining('Did you mean') },
      { of: 't1', state: 'ok' },
    ])
    const twice = await check({ test: 'load\nt1' })
    expect(twice.report.findings.filter(({ what }) => what === 'test')).toMatchObject([
      { state: 'problem', reason: expect.stringContaining('already lists') },
      { state: 'problem' },
    ])
  })

  test('that is cancelled says so, and nothing else', async () => {
    const cancelled = new AbortController()
    cancelled.abort()
    const { report, requests } = await check({}, PLAIN, cancelled.signal)
    expect([report.verdict, report.findings, report.problem]).toEqual([
      'cancelled',
      [],
      'The workflow was cancelled during the check.',
    ])
    expect(requests).toEqual([])
  })

  test('hides no bug', async () => {
    const bug = new TypeError('bug')
    expect(await rejection(check({}, () => bug))).toBe(bug)
  })
})
