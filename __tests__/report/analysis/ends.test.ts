import { describe, expect, test } from '@jest/globals'
import type { CallTally, Subject } from '../../../src/model/subject.ts'
import { disagreementOf, endsOf } from '../../../src/report/analysis/ends.ts'
import { subjectOf } from '../../thresholds/rows.ts'

const NOTHING: CallTally = { received: 0, answered: 0, missed: 0, voicemail: 0, busy: 0, failed: 0, unclassified: {} }
const ABSENT = { kind: 'missing', reason: 'it would not' } as const

/** A run with so many endpoints that succeeded, and others that did not. */
function run(good: number, others: number, calls?: Partial<CallTally> | typeof ABSENT): Subject {
  const rows = Array.from({ length: good + others }, (_, i) => ({ outcome: i < good ? 'SUCCESS' : null }))
  if (!calls) return subjectOf(rows)
  return subjectOf(rows, { calls: 'reason' in calls ? calls : { ...NOTHING, ...calls } })
}

const lines = (subject: Subject): string[] | undefined =>
  endsOf(subject)?.map(({ what, near, far }) => `${what}: ${near} | ${far}`)

describe('the two ends', () => {
  test('are not compared where nobody asked', () => {
    expect([endsOf(run(3, 1)), disagreementOf(run(3, 1))]).toEqual([undefined, undefined])
  })

  test('stand beside each other, each with its own counts', () => {
    expect(lines(run(40, 0, { received: 15, answered: 13, missed: 2 }))).toEqual([
      'endpoints, received calls: 40 endpoints | 15 calls',
      'succeeded, answered: 40 of 40 (100 %) | 13 of 15 (86.7 %)',
      'missed:  | 2 of 15 (13.3 %)',
    ])
  })

  test('tell what is not zero, a status that nobody documented by its name, and missed calls always', () => {
    const calls = { received: 10, answered: 2, voicemail: 1, busy: 2, failed: 1, unclassified: { odd: 3, '': 1 } }
    expect(lines(run(1, 3, calls))).toEqual([
      'endpoints, received calls: 4 endpoints | 10 calls',
      'succeeded, answered: 1 of 4 (25 %) | 2 of 10 (20 %)',
      'missed:  | 0 of 10 (0 %)',
      'voicemail:  | 1 of 10 (10 %)',
      'busy:  | 2 of 10 (20 %)',
      'failed:  | 1 of 10 (10 %)',
      'unclassified: odd:  | 3 of 10 (30 %)',
      'unclassified: :  | 1 of 10 (10 %)',
      'endpoints that failed: 3 of 4 (75 %) | ',
    ])
  })

  test('show the near end alone where the far end is not known: no zeros', () => {
    expect(lines(run(1, 1, ABSENT))).toEqual([
      'endpoints, received calls: 2 endpoints | unknown',
      'succeeded, answered: 1 of 2 (50 %) | unknown',
    ])
  })

  test('divide nothing by nothing', () => {
    expect(lines(run(0, 0, { received: 1, answered: 1 }))).toEqual([
      'endpoints, received calls: 0 endpoints | 1 call',
      'succeeded, answered: 0 | 1 of 1 (100 %)',
      'missed:  | 0 of 1 (0 %)',
    ])
    expect(JSON.stringify(endsOf(run(0, 0, {})))).not.toMatch(/NaN|∞|undefined/)
  })
})

describe('a disagreement', () => {
  test('is told with both counts', () => {
    expect(disagreementOf(run(40, 0, { received: 15, answered: 13, missed: 2 }))).toBe(
      'The two ends disagree: CallMeter saw 40 of its 40 endpoints succeed (100 %), and the number answered 13 of the 15 calls that it received (86.7 %).',
    )
  })

  test.each<[string, Subject, boolean]>([
    ['none lost at either end', run(4, 0, { received: 2, answered: 2 }), false],
    ['the same share at both ends', run(3, 1, { received: 8, answered: 6, busy: 2 }), false],
    ['less than a point', run(200, 0, { received: 200, answered: 199, missed: 1 }), false],
    ['a point', run(100, 0, { received: 100, answered: 99, missed: 1 }), true],
    ['a far end that is better', run(1, 1, { received: 2, answered: 2 }), true],
    ['voicemail, which is no answer', run(2, 0, { received: 2, answered: 1, voicemail: 1 }), true],
    [
      'a status that nobody documented, which is none either',
      run(2, 0, { received: 2, unclassified: { odd: 2 } }),
      true,
    ],
    ['a far end that is not known', run(2, 2, ABSENT), false],
    ['a far end that received nothing', run(2, 2, {}), false],
    ['a near end without endpoints', run(0, 0, { received: 2, answered: 1 }), false],
  ])('%s', (_, subject, disagree) => {
    expect(disagreementOf(subject) !== undefined).toBe(disagree)
  })
})
