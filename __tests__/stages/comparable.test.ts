import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { whyNotComparable, whyNotWhole, whyWeaker } from '../../src/stages/comparable.ts'
import type { RunFacts } from '../../src/stages/run-facts.ts'

const facts = (told: Partial<RunFacts> = {}): RunFacts => ({ status: 'COMPLETED', ...told })
/** A run that took so long. */
const took = (seconds: number, told: Partial<RunFacts> = {}): RunFacts =>
  facts({ leastSeconds: seconds, mostSeconds: seconds, ...told })

test.each<[RunFacts, string | undefined]>([
  [facts(), undefined],
  [facts({ plannedSeconds: 60, endpointCount: 40, size: 40 }), undefined],
  // A run may tell its own length as its plan.
  [facts({ plannedSeconds: 57.2 }), undefined],
  [facts({ plannedSeconds: 65 }), undefined],
  [facts({ plannedSeconds: 66.6 }), undefined],
  [facts({ plannedSeconds: 67 }), 'was planned for 1 min 7 s instead of 1 min'],
  [facts({ endpointCount: 0 }), undefined],
  [facts({ size: 0 }), 'has 0 endpoints instead of 40'],
  [facts({ status: 'FAILED' }), 'is FAILED'],
  [facts({ status: 'RUNNING' }), 'is RUNNING'],
  [took(20, { plannedSeconds: 60 }), 'was cut short'],
  [took(20), 'was cut short'],
  [took(54, { plannedSeconds: 60 }), undefined],
  [facts({ plannedSeconds: 600 }), 'was planned for 10 min instead of 1 min'],
  [facts({ plannedSeconds: 30 }), 'was planned for 30 s instead of 1 min'],
  [took(3, { plannedSeconds: 3 }), 'was planned for 3 s instead of 1 min'],
  [facts({ endpointCount: 20 }), 'has 20 endpoints instead of 40'],
  [facts({ size: 39 }), 'has 39 endpoints instead of 40'],
  [facts({ size: 41 }), 'has 41 endpoints instead of 40'],
])('%j: %s', (run, why) => {
  expect(whyNotComparable(run, took(60, { plannedSeconds: 60, endpointCount: 40, size: 40 }))).toBe(why)
})

test('what nobody tells of the one is not held against the other', () => {
  expect(whyNotComparable(took(600, { plannedSeconds: 600, endpointCount: 7, size: 9 }), facts())).toBeUndefined()
  expect(whyNotComparable(facts(), took(60, { plannedSeconds: 60, endpointCount: 40, size: 40 }))).toBeUndefined()
})

describe('a run that is too short', () => {
  test.each<[string, RunFacts, RunFacts, string | undefined]>([
    ['by nine tenths of its plan and a second', took(52.9, { plannedSeconds: 60 }), facts(), 'was cut short'],
    ['not by less', took(53, { plannedSeconds: 60 }), facts(), undefined],
    ['by the plan of the other', took(5), took(60, { plannedSeconds: 60 }), 'was cut short'],
    ['by half where nobody planned', took(3), took(60), 'lasted 3 s instead of 1 min'],
    ['not by less where nobody planned', took(29), took(60), undefined],
    ['by more than a second less than half', took(28.9), took(60), 'lasted 29 s instead of 1 min'],
    ['by half where the other did not keep the plan', took(2, { plannedSeconds: 30 }), took(20, { plannedSeconds: 30 }), 'lasted 2 s instead of 20 s'],
    ['not where both are as far from a plan that means something else', took(29, { plannedSeconds: 60 }), took(30, { plannedSeconds: 60 }), undefined],
    ['by what it took at most', facts({ mostSeconds: 5, leastSeconds: 1 }), facts({ leastSeconds: 20, mostSeconds: 25 }), 'lasted 5 s instead of 20 s'],
    ['not where nobody knows how long it took', facts({ plannedSeconds: 60 }), took(60), undefined],
  ])('%s', (_, run, other, why) => {
    expect(whyNotWhole(run, other)).toBe(why)
  }) // prettier-ignore
})

test('a larger run is no weaker, and a smaller one is', () => {
  expect(whyWeaker(facts({ size: 50, endpointCount: 50 }), facts({ size: 40, endpointCount: 40 }))).toBeUndefined()
  expect(whyWeaker(facts({ size: 39 }), facts({ size: 40 }))).toBe('has 39 endpoints instead of 40')
  expect(whyWeaker(took(3), took(60))).toBe('lasted 3 s instead of 1 min')
})

test('a run that is as long as another’s is never too short beside it, whatever the plans', () => {
  const seconds = fc.integer({ min: 1, max: 5_000 })
  fc.assert(
    fc.property(seconds, fc.option(seconds, { nil: undefined }), (length, plannedSeconds) => {
      const run = took(length, plannedSeconds === undefined ? {} : { plannedSeconds })
      if (plannedSeconds !== undefined && length + 1 < 0.9 * plannedSeconds) return
      expect(whyNotComparable(run, run)).toBeUndefined()
    }),
  )
})
