import { expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { evaluate, measuredSides } from '../../src/thresholds/evaluate.ts'
import { parseThresholds } from '../../src/thresholds/parse.ts'
import { suggest } from '../../tools/suggest.ts'
import { type Row, subjectOf } from '../thresholds/rows.ts'

const row = fc.record({
  outcome: fc.constantFrom('SUCCESS', 'SUCCESS', 'SUCCESS', 'TIMEOUT'),
  metrics: fc.record({
    mos: fc.double({ min: 1, max: 4.5, noNaN: true }),
    jitter_ms: fc.double({ min: 0, max: 500, noNaN: true }),
    fraction_lost: fc.double({ min: 0, max: 100, noNaN: true }),
  }),
}) satisfies fc.Arbitrary<Row>
const runs = fc.array(fc.array(row, { minLength: 1, maxLength: 20 }), { minLength: 1, maxLength: 9 })

test('every limit holds on every run that it came from, with room, and can be read', () => {
  fc.assert(
    fc.property(runs, (rows) => {
      const subjects = rows.map((endpoints) => subjectOf(endpoints))
      const { fixed, relative } = suggest(subjects)
      const parsed = parseThresholds([...fixed, ...relative].join('\n'))
      expect(parsed.problems).toEqual([])
      const { thresholds } = parseThresholds(fixed.join('\n'))
      for (const subject of subjects)
        for (const { state, measured, limit } of evaluate(thresholds, subject)) {
          expect(state).toBe('held')
          // At 0 % and at nothing lost there is no room left.
          if (limit !== 0) expect(measured).not.toBe(limit)
        }
      expect(relative.length > 0).toBe(subjects.length >= 5)
    }),
    { numRuns: 200 },
  )
})

test('a limit beside earlier runs holds for a run like them', () => {
  const subjects = [4.3, 4.28, 4.33, 4.31, 4.29, 4.3].map((mos) =>
    subjectOf([{ metrics: { mos, jitter_ms: 5 + mos } }]),
  )
  const { relative } = suggest(subjects)
  const { thresholds } = parseThresholds(relative.join('\n'))
  const earlier = subjects.slice(1).map((subject) => ({ values: measuredSides(thresholds, subject) }))
  expect(evaluate(thresholds, subjects[0]!, earlier).map(({ state }) => state)).toEqual(thresholds.map(() => 'held'))
})

test('nothing is suggested for what some run did not measure', () => {
  const { fixed } = suggest([subjectOf([{ metrics: { mos: 4 } }]), subjectOf([{ metrics: { jitter_ms: 4 } }])])
  expect(fixed.map((line) => line.split(' ')[0])).toEqual(['success_rate'])
})
