import { expect, test } from '@jest/globals'
import { DETAILS } from '../../../src/report/summary/detail.ts'
import { renderTrends } from '../../../src/report/summary/trend.ts'
import { parseThresholds } from '../../../src/thresholds/parse.ts'
import { evaluate, measuredSides } from '../../../src/thresholds/evaluate.ts'
import { subjectWith } from '../../thresholds/rows.ts'

const DAY = 86_400_000
const [EVERYTHING] = DETAILS

/** The trends of thresholds over runs that measured these MOS values, the last of them now. */
function rendered(lines: string, values: readonly number[], detail = EVERYTHING!): string {
  const { thresholds } = parseThresholds(lines)
  const runs = values.slice(0, -1).map((value, i) => ({
    runId: `r${i}`,
    at: Date.UTC(2026, 10, 1) + i * DAY,
    values: measuredSides(thresholds, subjectWith('mos', [value])),
  }))
  const subject = {
    ...subjectWith('mos', [values.at(-1)]),
    run: { status: 'COMPLETED', createdAt: Date.UTC(2026, 10, 20), detail: {} },
  }
  return renderTrends(evaluate(thresholds, subject, runs), subject, detail)
}

const SHIFTED = [4.3, 4.31, 4.29, 4.3, 4.32, 4.02, 4.0, 3.99, 4.02]

test('what broke is drawn in the open, with since when; what held can be opened', () => {
  const text = rendered('avg(mos) >= 4.2\navg(mos) >= 3', SHIFTED)
  const [open = '', closed = ''] = text.split('<details>')
  expect(open).toContain('**avg\\(mos\\) &gt;= 4.2** over 9 runs\n')
  expect(open).toContain('x-axis "runs before this one" ["8", "7", "6", "5", "4", "3", "2", "1", "now"]')
  expect(open).toContain(`line [${SHIFTED.join(', ')}]`)
  expect(open).toContain(`line [${SHIFTED.map(() => 4.2).join(', ')}]`)
  expect(open).not.toMatch(/^ {2}bar /m)
  expect(closed).toContain('Trend of 2 thresholds over 9 runs')
  expect(closed).toContain('██▇█')
  expect(closed.match(/```mermaid/g)).toHaveLength(1)
})

test('without a history there is nothing', () => {
  expect(rendered('avg(mos) >= 4.2', [4])).toBe('')
})

test('values that are all the same, and a summary without pictures', () => {
  expect(rendered('avg(mos) >= 4.2', [4.5, 4.5, 4.5])).toContain('▅▅▅ 4.50')
  const bare = rendered('avg(mos) >= 4.2', SHIFTED, { ...EVERYTHING!, pictures: 0 })
  expect(bare).not.toContain('mermaid')
  expect(bare).toContain('Trend of 1 threshold over 9 runs')
})
