import { describe, expect, test } from '@jest/globals'
import { publishCheck } from '../../src/publish/publish-check.ts'
import type { Verdict } from '../../src/model/verdict.ts'
import type { Toolkit } from '../../src/world.ts'
import { keptLog } from '../fake-api.ts'
import { OK, PROBLEM, WARNING, checkWith } from '../report/checks.ts'

const FAIL_ON: readonly Verdict[] = ['error', 'cancelled']

/** What the step tells of a check; a toolkit that is asked for anything else is a bug. */
async function publish(
  report = checkWith(),
  inputs: Partial<Parameters<typeof publishCheck>[1]> = {},
  failing: Partial<Toolkit> = {},
) {
  const log = keptLog()
  const outputs: Record<string, string> = {}
  const summaries: string[] = []
  const toolkit = {
    setOutput: (name: string, value: string) => void (outputs[name] = value),
    writeSummary: (text: string) => Promise.resolve(void summaries.push(text)),
    ...failing,
  } as Toolkit
  const code = await publishCheck(report, { summary: true, 'fail-on': FAIL_ON, ...inputs }, { toolkit, log })
  return { code, log, outputs, summaries }
}

describe('what a check tells', () => {
  test('outputs, a summary, and a line for each finding and each part of the API', async () => {
    const { code, log, outputs, summaries } = await publish(checkWith([OK, WARNING]))
    expect([code, outputs.verdict, summaries.length]).toEqual([0, 'checked', 1])
    expect(log.at('info')).toEqual([
      '✅ ok: api-key: CallMeter accepts it.',
      '⚠️ warning: baseline: It is not there.',
      '❗ differently: CallMeter, list-tests: Of another type: slug.',
      '🔍 Checked, with no problem found. Nothing was started, 1 warning.',
    ])
    expect(log.at('warning')).toEqual(['baseline: It is not there.'])
    expect(log.at('error')).toEqual([])
  })

  test('without a summary where none is wanted', async () => {
    expect((await publish(checkWith(), { summary: false })).summaries).toEqual([])
  })

  test('problems are errors, the verdict first with where it is explained', async () => {
    const { code, log } = await publish(checkWith([OK, PROBLEM]))
    expect(code).toBe(1)
    expect(log.at('error')).toEqual([
      expect.stringMatching(/^💥 A run would end in an error\. 1 problem\.\nWhat to do: .*#unknown-name$/),
      'test of load: There is none.',
    ])
  })

  test('no more annotations than GitHub shows', async () => {
    const many = [...Array(30).fill(PROBLEM), ...Array(30).fill(WARNING)] as (typeof PROBLEM)[]
    const { log } = await publish(checkWith(many))
    expect([log.at('error').length, log.at('warning').length]).toEqual([10, 10])
  })

  test('where fail-on leaves errors out, they are warnings and the step passes', async () => {
    const { code, log, outputs } = await publish(checkWith([PROBLEM]), { 'fail-on': [] })
    expect([code, outputs.verdict, log.at('error'), log.at('warning').length]).toEqual([0, 'error', [], 2])
  })

  test('a cancelled check fails the step as a cancelled run does', async () => {
    const report = checkWith([], { verdict: 'cancelled', problem: 'The workflow was cancelled during the check.' })
    const { code, log } = await publish(report)
    expect([code, log.at('error')]).toEqual([1, [expect.stringContaining('cancelled during the check')]])
  })

  test('what cannot be told changes nothing', async () => {
    const broken = {
      setOutput: () => {
        throw new Error('no file')
      },
      writeSummary: () => Promise.reject(new Error('no summary')),
    }
    const { code, log } = await publish(checkWith(), {}, broken)
    expect(code).toBe(0)
    expect(log.at('warning')).toEqual([
      'The outputs could not be set: Error: no file',
      'The job summary could not be written: Error: no summary',
    ])
  })
})
