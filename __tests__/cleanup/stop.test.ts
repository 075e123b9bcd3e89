import { describe, expect, test } from '@jest/globals'
import { stop } from '../../src/cleanup/stop.ts'
import { TERMINAL_STATUSES } from '../../src/model/run.ts'
import { EVERY_KIND, NOON, failure, fakeApi, keptLog, rejection, run } from '../fake-api.ts'

const SCOPE = { deadline: NOON + 3_000, patienceMs: 3_000 }
/** After these the run may simply have ended. */
const PERHAPS_OVER = ['rejected', 'conflict', 'not-found', 'not-offered'] as const

/** Stops run r1; `refusal` is what the request fails with, `status` what the run's status is then. */
async function stopped(refusal?: unknown, status?: string | Error, runId = 'r1') {
  const log = keptLog()
  const api = fakeApi({
    stopRun: () => (refusal === undefined ? Promise.resolve() : Promise.reject(refusal)),
    getRun: () =>
      typeof status === 'string' ? Promise.resolve(run(status)) : Promise.reject(status ?? failure('not-found')),
  })
  const over = await stop('p1', runId, SCOPE, { api, log })
  return { over, api, infos: log.at('info'), warnings: log.at('warning'), lines: log.lines }
}

test('a run that is asked to stop is being stopped', async () => {
  const { over, api, infos, warnings } = await stopped()
  expect(over).toBe(true)
  expect(api.calls).toEqual([['stopRun', 'p1', 'r1']])
  expect(api.scopes).toEqual([SCOPE])
  expect(infos).toEqual([expect.stringContaining('r1')])
  expect(warnings).toEqual([])
})

describe.each(PERHAPS_OVER)('after %s', (kind) => {
  test.each([...TERMINAL_STATUSES, 'STOPPING'])('a run that is %s needs no stop', async (status) => {
    const { over, api, warnings, infos } = await stopped(failure(kind), status)
    expect(over).toBe(true)
    expect(api.calls).toEqual([
      ['stopRun', 'p1', 'r1'],
      ['getRun', 'p1', 'r1'],
    ])
    expect(warnings).toEqual([])
    expect(infos).toHaveLength(1)
  })

  test.each(['PENDING', 'QUEUED', 'RUNNING', 'AWAITING_LUNAR_ALIGNMENT'])(
    'a run that is %s may still be running, and is to be stopped by hand',
    async (status) => {
      const { over, warnings } = await stopped(failure(kind), status)
      expect(over).toBe(false)
      expect(warnings).toEqual([expect.stringMatching(/^Run r1 could not be stopped.*stop it in CallMeter\./)])
    },
  )

  test.each(EVERY_KIND)('a run that cannot be asked for (%s) may still be running', async (why) => {
    const { over, warnings } = await stopped(failure(kind), failure(why))
    expect(over).toBe(false)
    expect(warnings).toHaveLength(1)
  })
})

test.each(['not-found', 'not-offered'] as const)('that the API may offer no stop (%s) is said', async (kind) => {
  const { warnings } = await stopped(failure(kind), 'RUNNING')
  expect(warnings[0]).toContain('The API offers no way to stop a run.')
})

test.each(EVERY_KIND.filter((kind) => !(PERHAPS_OVER as readonly string[]).includes(kind)))(
  'a run whose stop fails as %s may still be running, and why is said',
  async (kind) => {
    const { over, api, warnings } = await stopped(failure(kind, 'It would not.', 'Try that.'), 'COMPLETED')
    expect(over).toBe(false)
    expect(api.asked('getRun')).toEqual([])
    expect(warnings).toEqual([expect.stringMatching(/^Run r1 .*stop it in CallMeter\. It would not\. Try that\.$/)])
  },
)

test('a bug is thrown', async () => {
  const bug = new TypeError('x is not a function')
  expect(await rejection(stopped(bug))).toBe(bug)
  expect(await rejection(stopped(failure('not-found'), bug))).toBe(bug)
})

test.each([[undefined], [failure('rejected')], [failure('server')]])(
  'the name of the run can say nothing of its own (%s)',
  async (refusal) => {
    const { lines } = await stopped(refusal, 'COMPLETED', 'r1\n::error::pwned\u202E')
    for (const { message } of lines) expect(message).not.toMatch(/[\n\u202E]/)
  },
)
