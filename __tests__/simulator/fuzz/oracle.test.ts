// That the oracle sees what it is there for: each of these steps breaks one promise.
import { expect, test } from '@jest/globals'
import { type FuzzApi, KEY, fuzzApi } from '../../../simulator/fuzz/api.ts'
import { type Seen, violations } from '../../../simulator/fuzz/oracle.ts'
import { type Plan, drawPlan } from '../../../simulator/fuzz/plan.ts'

const planWhere = (fits: (plan: Plan) => boolean): Plan => {
  for (let i = 0; i < 1_000; i++) {
    const plan = drawPlan(`oracle/${i}`)
    if (fits(plan) && plan.shape.ids !== 'number') return plan
  }
  throw new Error('no plan fits')
}
const PASSES = planWhere(({ truth, benign }) => benign && truth.verdict === 'passed')
const FAILS = planWhere(({ truth, benign }) => benign && truth.status === 'COMPLETED' && truth.verdict === 'failed')

/** A step that started its run once, and says that verdict of it. */
function step(
  plan: Plan,
  verdict: string,
  changes: Partial<Seen> = {},
  presumed = false,
): [Plan, FuzzApi, Seen, number] {
  const api = fuzzApi({ ...plan, mishaps: [], lies: [] }, 0)
  api.ask('POST', '/api/v1/projects/p/tests/t/run', 0)
  const run = api.runs.find(({ own }) => own)?.id ?? ''
  const told = { verdict, runs: [{ run, verdict, presumed, endpoints: plan.truth.endpoints.length }] }
  const exitCode = verdict === 'passed' ? 0 : 1
  return [
    plan,
    api,
    { told, outputs: { verdict }, exitCode, text: run, tookMs: 1_000, endedAt: 10_000_000, ...changes },
    1_000,
  ]
}

test('a step that says the truth breaks nothing', () => {
  expect(violations(...step(PASSES, 'passed'))).toEqual([])
  expect(violations(...step(FAILS, 'failed'))).toEqual([])
})

const told = (changes: object, verdict = 'passed'): Partial<Seen> => {
  const [, , seen] = step(PASSES, verdict)
  return { told: { ...seen.told, runs: seen.told.runs.map((run) => ({ ...run, ...changes })) } }
}

test.each<[string, [Plan, FuzzApi, Seen, number]]>([
  ['green although the truth does not pass', step(FAILS, 'passed')],
  ['green on another run without a word', step(PASSES, 'passed', told({ run: 'other' }))],
  ['green on a part of the endpoints', step(PASSES, 'passed', told({ endpoints: 0 }))],
  ['red although the truth passes', step(PASSES, 'failed')],
  ['another verdict than the truth’s', step(PASSES, 'error')],
  ['an exit code that the verdict does not explain', step(PASSES, 'passed', { exitCode: 1 })],
  ['a bug that shows', step(PASSES, 'error', { text: 'Internal error: x is not a function' })],
  ['the key shows', step(PASSES, 'passed', { text: `Bearer ${KEY}` })],
  ['it takes too long', step(PASSES, 'passed', { tookMs: 10_000_000 })],
  ['a run is left going without a word', step(PASSES, 'error', { text: '', endedAt: 1 })],
])('%s: it is seen', (what, seen) => {
  expect(violations(...seen)).toContain(what)
})

test('more than one run, and too many requests, are seen', () => {
  const [plan, api, seen, timeout] = step(PASSES, 'passed')
  for (let i = 0; i < 2_000; i++) api.ask('POST', '/api/v1/projects/p/tests/t/run', 0)
  expect(violations(plan, api, seen, timeout)).toEqual(
    expect.arrayContaining(['more runs than one, and those that confirm a breach', 'too many requests']),
  )
})
