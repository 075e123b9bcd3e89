// Both ends of a test: what CallScaler says of the calls that CallMeter placed, and that its trouble costs no result of CallMeter's.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { DEMO_KEY, DEMO_PROJECT } from '../../simulator/callmeter/account.ts'
import { type CallScalerSimulator, startCallScaler } from '../../simulator/callscaler/callscaler.ts'
import { CALLSCALER_KEY } from '../../simulator/callscaler/account.ts'
import { createVirtualTime } from '../../simulator/time/virtual-time.ts'
import { type Gated, REPORTS, everythingShown, gate, ofCallScaler } from './gate.ts'
import { TRIGGER, inWorld, requestsTo, untilOver } from './live-step.ts'

/** Longest time between SIGINT and SIGTERM, in ms. */
const UNTIL_SIGTERM_MS = 7_500
const KEYS = [DEMO_KEY, CALLSCALER_KEY]

const statesOf = ({ results }: Gated, run = 0): [string, string, number | null][] =>
  (results.runs[run]?.thresholds ?? []).map(({ threshold, state, measured }) => [threshold, state, measured])
const pathsOf = (callscaler: CallScalerSimulator | undefined): string[] =>
  (callscaler?.requests ?? []).map(({ path }) => path)
const triggersOf = ({ simulator }: Gated): number[] => requestsTo(simulator, 'POST', TRIGGER).map(({ at }) => at)
const reasonsOf = (reportPath: string | undefined): (string | undefined)[] =>
  (JSON.parse(readFileSync(reportPath ?? '', 'utf8')) as Report).runs.map(({ measured }) => measured?.calls?.reason)

interface Report {
  runs: { measured?: { calls?: { reason?: string } } }[]
}

test.concurrent(
  'calls that never arrived, or nobody answered, fail a run that CallMeter finds no fault with',
  async () => {
    const result = await gate({
      scenario: 'far-end',
      // The run goes on past midnight.
      time: createVirtualTime({ start: Date.UTC(2026, 11, 31, 23, 59, 45) }),
      callscaler: { edition: 'newer', paging: 'nested', aheadSeconds: 90 },
      before: (_, far) => far?.addFault({ path: '/numbers', kind: 'slow', seconds: 2 }),
      inputs: {
        ...REPORTS,
        thresholds:
          'success_rate >= 99%\nanswer_rate >= 98%\nreceived_calls >= endpoints * 0.5\nwarn: missed_calls == 0\nanswer_rate >= success_rate - 20',
      },
    })
    const { summary, callscaler, simulator, outputs } = result

    expect([outputs.verdict, result.exitCode, result.stderr]).toEqual(['failed', 1, ''])
    expect(statesOf(result)).toEqual([
      ['success_rate >= 99%', 'held', 100],
      ['answer_rate >= 98%', 'breached', expect.closeTo(86.67, 1)],
      ['received_calls >= endpoints * 0.5', 'breached', 15],
      ['warn: missed_calls == 0', 'breached', 2],
      ['answer_rate >= success_rate - 20', 'held', expect.closeTo(86.67, 1)],
    ])
    // The number is known before anything is started, and the list is not asked for more often than it has to be.
    expect(pathsOf(callscaler).slice(0, 2)).toEqual(['/numbers', '/calls'])
    expect(pathsOf(callscaler).length).toBeLessThanOrEqual(5)
    expect(triggersOf(result)).toEqual([(callscaler?.requests[0]?.at ?? 0) - 90_000 + 2_000])

    // Both sides, the disagreement first.
    expect(summary).toMatch(/^## CallMeter: ❌ [^\n]+\n\n⚠️ <b>The two ends disagree: [^\n]*13 of the 15 calls/)
    expect(summary).toContain('| endpoints, received calls | 40 endpoints | 15 calls |')
    expect(summary).toContain('| succeeded, answered | 40 of 40 (100 %) | 13 of 15 (86.7 %) |')
    expect(result.annotations.map(({ message }) => message).join('\n')).toMatch(/The two ends disagree/)
    const folder = dirname(outputs['report-path'] ?? '')
    const [page = '', report = ''] = ['report.html', 'report.json'].map((name) =>
      readFileSync(join(folder, name), 'utf8'),
    )
    expect(page).toMatch(/"near":"40 of 40 \(100 %\)","far":"13 of 15 \(86\.7 %\)"/)
    expect(JSON.parse(report)).toMatchObject({
      runs: [{ measured: { calls: { received: 15, answered: 13, missed: 2, unclassified: {} } } }],
    })
    const schema = JSON.parse(readFileSync(new URL('../../docs/report.schema.json', import.meta.url), 'utf8')) as object
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(schema)
    expect([validate(JSON.parse(report)), validate.errors]).toEqual([true, null])

    // Each key goes to its own API, in one header, and nowhere else.
    const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
    const asked = (requests: readonly { path: string; query: object }[]): string =>
      JSON.stringify(requests.map(({ path, query }) => [path, query]))
    for (const key of KEYS) {
      expect(result.masks).toContain(key)
      const shown = [everythingShown(result), ...files, asked(simulator.requests), asked(callscaler?.requests ?? [])]
      for (const one of shown) expect(one).not.toContain(key)
    }
    expect(JSON.stringify(simulator.requests.map(({ headers }) => headers))).not.toContain(CALLSCALER_KEY)
    expect(JSON.stringify(callscaler?.requests.map(({ headers }) => headers))).not.toContain(DEMO_KEY)
  },
)

test.concurrent('the older edition, a server that filters nothing, and three clocks that do not agree', async () => {
  const result = await gate({
    callscaler: {
      edition: 'older',
      filters: 'ignored',
      aheadSeconds: -90,
      farEnd: { outcomes: { voicemail: 1 }, oddStatuses: { screened: 2 }, duplicates: 3, earlier: 60 },
    },
    // An hour behind both.
    step: { clockAheadMs: -3_600_000 },
    inputs: {
      thresholds: 'received_calls == 20\nwarn: answer_rate >= 98%\nvoicemail_calls == 1\nanswered_calls == 17',
    },
  })
  expect(statesOf(result)).toEqual([
    ['received_calls == 20', 'held', 20],
    ['warn: answer_rate >= 98%', 'breached', 85],
    ['voicemail_calls == 1', 'held', 1],
    ['answered_calls == 17', 'held', 17],
  ])
  expect([result.outputs.verdict, result.exitCode]).toEqual(['warned', 0])
  expect(result.summary).toContain('| unclassified: screened |  | 2 of 20 (10 %) |')
})

test.concurrent('several tests run one after the other, each with its own calls', async () => {
  const [one, two] = DEMO_PROJECT.tests
  const result = await gate({
    changes: { endpoints: 12, durationSeconds: 3 },
    callscaler: {},
    inputs: { test: `${one?.slug ?? ''}\n${two?.slug ?? ''}`, thresholds: 'received_calls == 6\nanswer_rate == 100%' },
  })
  expect([result.outputs.verdict, result.results.runs.map(({ verdict }) => verdict)]).toEqual([
    'passed',
    ['passed', 'passed'],
  ])
  const [first = 0, second = 0] = triggersOf(result)
  expect(second - first).toBeGreaterThan(20_000)
  expect(pathsOf(result.callscaler).filter((path) => path === '/numbers')).toHaveLength(1)
})

test.concurrent('runs that are followed have the calls of their own times; without times they have none', async () => {
  await inWorld({ changes: { durationSeconds: 3 } }, async (world) => {
    const callscaler = await startCallScaler({ callmeter: world.simulator })
    try {
      const ids: string[] = []
      for (let i = 0; i < 4; i++) {
        const run = world.simulator.startElsewhere()
        ids.push(run.id)
        await untilOver(world, run)
        await world.time.sleep(15_000)
      }
      const [before = '', ...followed] = ids
      const untold = followed.at(-1) ?? ''
      world.simulator.addFault({
        path: new RegExp(`/test-runs/${untold}$`),
        kind: 'status',
        status: 200,
        body: { data: { id: untold, status: 'COMPLETED' } },
        count: Infinity,
      })
      const step = await world.start({
        ...ofCallScaler(callscaler),
        ...REPORTS,
        'run-id': followed.join('\n'),
        test: '',
        baseline: before,
        thresholds:
          'received_calls == 4\nreceived_calls == baseline\nanswer_rate >= baseline - 2\nsuccess_rate == 100%',
      })
      const result = await step.ended
      const { runs } = JSON.parse(result.outputs.results ?? '{}') as Gated['results']
      const held = ['held', 'held', 'held', 'held']
      expect(runs.map(({ thresholds }) => thresholds.map(({ state }) => state))).toEqual([
        held,
        held,
        ['missing', 'missing', 'missing', 'held'],
      ])
      expect(reasonsOf(result.outputs['report-path'])).toEqual([
        undefined,
        undefined,
        expect.stringContaining('the API does not report when the run ran'),
      ])
      expect(requestsTo(world.simulator, 'POST', TRIGGER)).toEqual([])
    } finally {
      await callscaler.close()
    }
  })
})

const LINES = 'avg(mos) >= 4.0\nanswer_rate >= 98%\nreceived_calls >= 0'
const AS_MISSING = [
  ['avg(mos) >= 4.0', 'held', expect.any(Number)],
  ['answer_rate >= 98%', 'missing', null],
  ['received_calls >= 0', 'missing', null],
]

test.concurrent('a CallScaler that is not there is missing data, and the run is started once', async () => {
  const result = await gate({
    callscaler: {},
    inputs: { thresholds: LINES, 'callscaler-api-url': 'http://127.0.0.1:9/api/v1' },
  })
  expect(statesOf(result)).toEqual(AS_MISSING)
  expect([result.outputs.verdict, result.exitCode, triggersOf(result).length]).toEqual(['failed', 1, 1])
  expect(result.outputs['success-rate']).toBe('100')
  expect(result.summary).toContain('| endpoints, received calls | 40 endpoints | unknown |')
  expect(result.summary).toMatch(/The far end is unknown: CallScaler could not be read: .*no connection/)
  expect(result.log).toMatch(/CallScaler cannot be read now; trying again after the run/)
})

test.concurrent('a key that is refused before the run, and no answer after it, are no more than that', async () => {
  const result = await gate({
    callscaler: {},
    inputs: { thresholds: LINES, 'missing-data': 'warn', ...REPORTS },
    before: (_, callscaler) => {
      callscaler?.addFault({ path: '/numbers', kind: 'status', status: 401, count: 6 })
      callscaler?.addFault({ path: '/calls', kind: 'hang', count: Infinity })
    },
  })
  expect(statesOf(result)).toEqual(AS_MISSING)
  expect([result.outputs.verdict, result.exitCode, triggersOf(result).length]).toEqual(['warned', 0, 1])
  expect(result.log).toMatch(/cannot be read now.* 401 .*check `callscaler-api-key`/)
  expect(
    pathsOf(result.callscaler)
      .filter((path, i, all) => path !== all[i - 1])
      .slice(0, 2),
  ).toEqual(['/numbers', '/calls'])
  expect(reasonsOf(result.outputs['report-path'])).toEqual([expect.stringMatching(/no whole answer .* within 30 s/)])
})

test.concurrent('a number that is not there is an error before any run', async () => {
  const result = await gate({ callscaler: {}, inputs: { 'callscaler-number': '+15735551235' } })
  expect([result.outputs.verdict, result.exitCode, result.simulator.runs.length]).toEqual(['error', 1, 0])
  expect(result.summary).toMatch(/There is no tracking number "\+15735551235"\. Did you mean \+15735551234, /)
  expect(pathsOf(result.callscaler)).toEqual(['/numbers'])
})

test.concurrent('a workflow that is cancelled while the calls settle ends at once', async () => {
  await inWorld({ changes: { durationSeconds: 1 } }, async (world) => {
    const callscaler = await startCallScaler({ callmeter: world.simulator })
    try {
      const live = await world.start({ ...ofCallScaler(callscaler), thresholds: 'answer_rate >= 98%' })
      await world.until('the calls', () => pathsOf(callscaler).includes('/calls'))
      const { result, tookMs } = await live.cancel()
      expect(tookMs).toBeLessThan(UNTIL_SIGTERM_MS)
      expect([result.signal, result.exitCode, result.outputs.verdict]).toEqual([null, 1, 'cancelled'])
      expect(result.outputs.status).toBe('COMPLETED')
      expect(pathsOf(callscaler).filter((path) => path === '/calls')).toHaveLength(1)
    } finally {
      await callscaler.close()
    }
  })
})

test.concurrent('npm start -- --scenario far-end shows it without any account', async () => {
  const program = fileURLToPath(new URL('../../simulator/programs/demo.ts', import.meta.url))
  const demo = spawn(process.execPath, [program, '--scenario', 'far-end', '--speed', '5000'])
  const [shown, trouble, ended] = await Promise.all([text(demo.stdout), text(demo.stderr), once(demo, 'exit')])
  rmSync(dirname(/^Job summary: (.*)$/m.exec(shown)?.[1] ?? ''), { recursive: true })
  expect([ended, trouble]).toEqual([[1, null], ''])
  expect(shown).toMatch(
    /Tracking number \+15735551234 \(Load test line\)[^]*The number received 15 calls and answered 13\./,
  )
  expect(shown).toMatch(/The two ends disagree[^]*❌ answer_rate >= 98%/)
  expect(shown).toContain('verdict = failed')
  for (const key of KEYS) expect(shown).not.toContain(key)
})
