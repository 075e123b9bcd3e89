import { describe, expect, test } from '@jest/globals'
import { MAX_BYTES, renderCheck } from '../../../src/report/summary/check.ts'
import { ASSUMED, OK, PROBLEM, WARNING, checkWith } from '../checks.ts'

const rowsOf = (summary: string): string[] =>
  summary.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| ---'))

describe('the summary of a check', () => {
  test('has the verdict, that nothing was started, and a row for each finding, the worst first', () => {
    const summary = renderCheck(checkWith([OK, WARNING, PROBLEM]))
    expect(summary).toMatch(/^## CallMeter: 💥 A run would end in an error\n\nThis was a check/)
    expect(rowsOf(summary).slice(0, 4)).toEqual([
      '| State | What | Why |',
      '| 💥 problem | <code>test of load</code> | There is none. |',
      '| ⚠️ warning | <code>baseline</code> | It is not there. |',
      '| ✅ ok | <code>api-key</code> | CallMeter accepts it. |',
    ])
    expect(summary).toContain('troubleshooting.md#unknown-name')
    expect(renderCheck(checkWith())).not.toContain('troubleshooting')
  })

  test('has how each part of the API answered, and its fields to be opened', () => {
    const summary = renderCheck(checkWith())
    expect(summary).toContain('0 of 1 part answer as assumed.')
    expect(rowsOf(summary)).toEqual(
      expect.arrayContaining([
        '| ❗ differently | CallMeter | <code>list-tests</code> | Of another type: slug. |',
        '| <code>slug</code> | text | <code>count</code> |',
        '| <code>extra</code> | – | <code>list</code> |',
        '| <code>url</code> | text | – |',
      ]),
    )
    expect(renderCheck(checkWith([OK], { assumptions: [] }))).not.toContain('does not document')
  })

  test('of wrong inputs shows them as they are marked', () => {
    expect(renderCheck(checkWith([PROBLEM], { problem: 'An input is wrong:\n  ^^^' }))).toContain(
      '```\nAn input is wrong:\n  ^^^\n```',
    )
  })

  test('shows foreign text as text', () => {
    const hostile = '<img src=x> | @team #1 `x` [y](http://z.test)'
    const summary = renderCheck(checkWith([{ ...OK, of: hostile, reason: hostile }]))
    expect(summary).not.toMatch(/<img|@team|\]\(http|`x`/)
    expect(rowsOf(summary)[1]?.split(/(?<!\\) \| /)).toHaveLength(3)
  })

  test('that would be too large loses fields first, then findings, then all but the verdict', () => {
    const fields = Array.from({ length: 100 }, (_, i) => ({ field: `f_${i}`, came: '{}'.repeat(100) }))
    const large = checkWith([OK], { assumptions: Array.from({ length: 60 }, () => ({ ...ASSUMED, fields })) })
    expect([renderCheck(large).includes('Fields:'), rowsOf(renderCheck(large)).length]).toEqual([false, 63])

    const long = (count: number) => Array.from({ length: count }, () => ({ ...OK, reason: '@'.repeat(800) }))
    expect(renderCheck(checkWith(long(10_000)))).toContain('9970 more findings left out; the log has all.')
    const endless = Array.from({ length: 300 }, () => ({ ...ASSUMED, reason: '@'.repeat(800) }))
    const summary = renderCheck(checkWith([PROBLEM], { assumptions: endless }))
    expect(summary).toMatch(/^## CallMeter: 💥 .*\n\nThe summary of this check is too large/)
    for (const text of [renderCheck(large), renderCheck(checkWith(long(10_000))), summary])
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MAX_BYTES)
  })
})
